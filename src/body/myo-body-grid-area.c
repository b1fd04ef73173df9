/* Which cells an area covers: the band of a brush, and the path of a zone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-body-grid-private.h"

#include <math.h>

#include "myo-cairo.h"
#include "myo-path.h"
#include "myo-meter.h"

/* Steps (mm) along what is narrower than a cell: it must not slip between two of them. */
#define STEP 2.0

/* Where a cell shows counts; so the mask of a path may be coarse. */
#define MASK_SCALE .5
#define COVERED    0x80

/* The first cell in row @y (mm) that does not lie left of @x. */
static guint
find_in_row (const MyoGridPlane *plane,
             guint               y,
             double              x)
{
  const MyoGridCell *cells = (const MyoGridCell *) (gconstpointer) plane->cells->data;
  guint low = plane->rows[y], high = plane->rows[y + 1];

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (cells[middle].x < x)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* --- Bands --- */

typedef struct
{
  double x, y, radius;
} End;

typedef struct
{
  End          a, b;
  double       dx, dy, length2;      /* from a to b */
  double       reach;                /* the larger radius */
  MyoCellFunc  func;
  gpointer     user_data;
} Band;

static gboolean
is_within (const Band *band,
           double      x,
           double      y)
{
  double along = band->length2 > 0 ? ((x - band->a.x) * band->dx + (y - band->a.y) * band->dy) / band->length2 : 0;
  double t = CLAMP (along, 0, 1), radius = band->a.radius + t * (band->b.radius - band->a.radius);
  double away_x = x - band->a.x - t * band->dx, away_y = y - band->a.y - t * band->dy;

  return away_x * away_x + away_y * away_y <= radius * radius;
}

/* The part of a row that the band may reach: that of the piece of its axis which lies near enough. */
static void
get_row_extent (const Band *band,
                double      y,
                double     *x0,
                double     *x1)
{
  double from = 0, to = 1;

  if (fabs (band->dy) > 1e-9)
    {
      double t0 = (y - band->reach - band->a.y) / band->dy, t1 = (y + 1 + band->reach - band->a.y) / band->dy;

      from = CLAMP (MIN (t0, t1), 0, 1);
      to = CLAMP (MAX (t0, t1), 0, 1);
    }
  *x0 = band->a.x + MIN (from * band->dx, to * band->dx) - band->reach;
  *x1 = band->a.x + MAX (from * band->dx, to * band->dx) + band->reach;
}

static void
cover_places (const MyoGridPlane *plane,
              const Band         *band,
              MyoSide             side)
{
  int first = (int) CLAMP (floor (MIN (band->a.y, band->b.y) - band->reach), 0, plane->n_rows);
  int last = (int) CLAMP (floor (MAX (band->a.y, band->b.y) + band->reach), -1, (int) plane->n_rows - 1);

  for (int y = first; y <= last; y++)
    {
      double x0, x1;

      get_row_extent (band, y, &x0, &x1);
      myo_meter_add ((guint) MAX ((x1 - x0) / MYO_CELL, 4));
      for (guint i = find_in_row (plane, (guint) y, x0); i < plane->rows[y + 1]; i++)
        {
          const MyoGridCell *cell = &g_array_index (plane->cells, MyoGridCell, i);

          if (cell->x > x1)
            break;
          if (is_within (band, cell->x, cell->y))
            band->func (cell->cell, side, band->user_data);
        }
    }
}

/* What lies under the axis, cell by cell. */
static void
cover_axis (const MyoBodyGrid *self,
            MyoView            view,
            const Band        *band,
            MyoSide            side)
{
  double step = MAX (MIN (band->a.radius, band->b.radius), STEP);
  guint n = (guint) ceil (sqrt (band->length2) / step);

  for (guint i = 0; i <= n; i++)
    {
      double t = n > 0 ? (double) i / n : 0;
      int cell = myo_body_grid_cell_at (self, view, &side, band->a.x + t * band->dx, band->a.y + t * band->dy);

      if (cell >= 0)
        band->func ((guint) cell, side, band->user_data);
    }
}

static Band
mirror (const Band *band,
        double      width)
{
  Band mirrored = *band;

  mirrored.a.x = width - band->a.x;
  mirrored.b.x = width - band->b.x;
  mirrored.dx = -band->dx;
  return mirrored;
}

/* Far beyond any view there is nothing to cover, only long loops. */
static gboolean
is_sane (double x,
         double y,
         double radius)
{
  return fabs (x) <= MYO_PATH_MAX_COORDINATE && fabs (y) <= MYO_PATH_MAX_COORDINATE && radius >= 0
         && radius <= MYO_PATH_MAX_COORDINATE;
}

void
myo_body_grid_foreach_within (const MyoBodyGrid *self,
                              MyoView            view,
                              MyoSide            side,
                              double             ax,
                              double             ay,
                              double             a_radius,
                              double             bx,
                              double             by,
                              double             b_radius,
                              MyoCellFunc        func,
                              gpointer           user_data)
{
  Band band = { { ax, ay, a_radius }, { bx, by, b_radius }, bx - ax, by - ay };
  const MyoGridPlane *plane;

  g_return_if_fail (view < MYO_N_VIEWS && func != NULL);

  if (!is_sane (ax, ay, a_radius) || !is_sane (bx, by, b_radius))
    return;
  plane = &self->planes[view];
  band.length2 = band.dx * band.dx + band.dy * band.dy;
  band.reach = MAX (a_radius, b_radius);
  band.func = func;
  band.user_data = user_data;
  if (myo_view_is_mirrored (view))
    {
      Band mirrored = mirror (&band, plane->width);

      cover_places (plane, &band, MYO_SIDE_RIGHT);
      cover_places (plane, &mirrored, MYO_SIDE_LEFT);
    }
  else
    {
      side = side == MYO_SIDE_LEFT ? MYO_SIDE_LEFT : MYO_SIDE_RIGHT;
      cover_places (plane, &band, side);
    }
  cover_axis (self, view, &band, side);
}

/* --- Paths --- */

typedef struct
{
  const MyoBodyGrid *grid;
  MyoView            view;
  cairo_surface_t   *surface;
  int                left, top, columns, rows;     /* pixels */
  guint8            *seen[2];                      /* per side and cell: told already */
  MyoCellFunc        func;
  gpointer           user_data;
} Mask;

static void
tell (Mask    *mask,
      guint    cell,
      MyoSide  side)
{
  if (mask->seen[side][cell])
    return;
  mask->seen[side][cell] = TRUE;
  mask->func (cell, side, mask->user_data);
}

static void
set_up_context (cairo_t *cr,
                double   brush)
{
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, brush);
}

/* The pixels of the path within the view; FALSE when there are none. */
static gboolean
measure_mask (Mask    *mask,
              cairo_t *scratch,
              double   brush)
{
  double width, height, x0, y0, x1, y1;

  myo_view_get_size (mask->view, &width, &height);
  set_up_context (scratch, brush);
  if (brush > 0)
    cairo_stroke_extents (scratch, &x0, &y0, &x1, &y1);
  else
    cairo_fill_extents (scratch, &x0, &y0, &x1, &y1);
  mask->left = (int) floor (CLAMP (x0, 0, width) * MASK_SCALE);
  mask->top = (int) floor (CLAMP (y0, 0, height) * MASK_SCALE);
  mask->columns = (int) ceil (CLAMP (x1, 0, width) * MASK_SCALE) - mask->left;
  mask->rows = (int) ceil (CLAMP (y1, 0, height) * MASK_SCALE) - mask->top;
  return mask->columns > 0 && mask->rows > 0;
}

static cairo_surface_t *
render_mask (const Mask         *mask,
             const cairo_path_t *path,
             double              brush)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, mask->columns, mask->rows);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_translate (cr, -mask->left, -mask->top);
  cairo_scale (cr, MASK_SCALE, MASK_SCALE);
  set_up_context (cr, brush);
  cairo_append_path (cr, path);
  if (brush > 0)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
  cairo_surface_flush (surface);
  return surface;
}

static gboolean
is_covered (const Mask *mask,
            double      x,
            double      y)
{
  int column = (int) floor (x * MASK_SCALE) - mask->left, row = (int) floor (y * MASK_SCALE) - mask->top;

  if (column < 0 || row < 0 || column >= mask->columns || row >= mask->rows)
    return FALSE;
  return cairo_image_surface_get_data (mask->surface)[row * cairo_image_surface_get_stride (mask->surface) + column] >= COVERED;
}

/* The cells of one half, or of the side. */
static void
sample_places (Mask    *mask,
               gboolean mirrored)
{
  const MyoGridPlane *plane = &mask->grid->planes[mask->view];
  double x0 = mask->left / MASK_SCALE, x1 = (mask->left + mask->columns) / MASK_SCALE;
  double from = mirrored ? plane->width - x1 : x0, to = mirrored ? plane->width - x0 : x1;
  guint first = (guint) (mask->top / MASK_SCALE), end = (guint) ((mask->top + mask->rows) / MASK_SCALE);

  for (guint y = first; y < MIN (end, plane->n_rows); y++)
    for (guint i = find_in_row (plane, y, from); i < plane->rows[y + 1]; i++)
      {
        const MyoGridCell *cell = &g_array_index (plane->cells, MyoGridCell, i);

        if (cell->x > to)
          break;
        if (is_covered (mask, mirrored ? plane->width - cell->x : cell->x, cell->y))
          tell (mask, cell->cell, mirrored ? MYO_SIDE_LEFT : MYO_SIDE_RIGHT);
      }
}

static void
tell_cell_at (guint    cell,
              MyoSide  side,
              gpointer user_data)
{
  tell (user_data, cell, side);
}

/* The cells under the line itself: the middle of a stroke, the edge of a filled path. */
static void
walk (Mask               *mask,
      const cairo_path_t *flat)
{
  End start = { 0 }, at = { 0 };

  for (int i = 0; i < flat->num_data; i += flat->data[i].header.length)
    {
      const cairo_path_data_t *data = &flat->data[i];
      End to = data->header.type == CAIRO_PATH_CLOSE_PATH ? start : (End) { data[1].point.x, data[1].point.y, 0 };

      if (data->header.type == CAIRO_PATH_MOVE_TO)
        start = at = to;
      if (is_sane (at.x, at.y, 0) && is_sane (to.x, to.y, 0))
        {
          Band band = { at, to, to.x - at.x, to.y - at.y, .func = tell_cell_at, .user_data = mask };

          band.length2 = band.dx * band.dx + band.dy * band.dy;
          cover_axis (mask->grid, mask->view, &band, MYO_SIDE_RIGHT);
        }
      at = to;
    }
}

static double
get_line_length (const cairo_path_t *flat)
{
  End start = { 0 }, at = { 0 };
  double length = 0;

  for (int i = 0; i < flat->num_data; i += flat->data[i].header.length)
    {
      const cairo_path_data_t *data = &flat->data[i];
      End to = data->header.type == CAIRO_PATH_CLOSE_PATH ? start : (End) { data[1].point.x, data[1].point.y, 0 };

      if (data->header.type == CAIRO_PATH_MOVE_TO)
        start = to;
      else
        length += hypot (to.x - at.x, to.y - at.y);
      at = to;
    }
  return length;
}

/* A strip's width is twice its area over its outline. */
static double
get_thickness (const Mask         *mask,
               const cairo_path_t *flat)
{
  const guchar *data = cairo_image_surface_get_data (mask->surface);
  int stride = cairo_image_surface_get_stride (mask->surface);
  double length = get_line_length (flat);
  guint sum = 0;

  for (int y = 0; y < mask->rows; y++)
    for (int x = 0; x < mask->columns; x++)
      sum += data[y * stride + x];
  return length > 0 ? 2 * sum / 255. / (MASK_SCALE * MASK_SCALE) / length : 0;
}

static void
cover_path (Mask    *mask,
            cairo_t *scratch,
            double   brush)
{
  g_autoptr (cairo_surface_t) surface = NULL;
  cairo_path_t *flat = cairo_copy_path_flat (scratch);

  mask->surface = surface = render_mask (mask, flat, brush);
  sample_places (mask, FALSE);
  if (myo_view_is_mirrored (mask->view))
    sample_places (mask, TRUE);
  if ((brush > 0 ? brush : get_thickness (mask, flat)) < 1.5 * MYO_CELL)
    walk (mask, flat);
  cairo_path_destroy (flat);
}

void
myo_body_grid_mask_path (const MyoBodyGrid *self,
                         MyoView            view,
                         const char        *d,
                         double             brush,
                         MyoCellFunc        func,
                         gpointer           user_data)
{
  g_autoptr (cairo_t) scratch = myo_path_new_scratch ();
  g_autofree guint8 *seen = NULL;
  Mask mask = { .grid = self, .view = view, .func = func, .user_data = user_data };

  g_return_if_fail (view < MYO_N_VIEWS && d != NULL && func != NULL);

  /* As everywhere else, what comes before a fault in a path holds. */
  myo_path_append (scratch, d, -1, NULL);
  if (!cairo_has_current_point (scratch) || !measure_mask (&mask, scratch, brush))
    return;
  seen = g_new0 (guint8, 2 * (gsize) self->n_cells);
  mask.seen[MYO_SIDE_RIGHT] = seen;
  mask.seen[MYO_SIDE_LEFT] = seen + self->n_cells;
  cover_path (&mask, scratch, brush);
}
