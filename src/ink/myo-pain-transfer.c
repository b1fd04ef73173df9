/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-transfer-private.h"

#include <math.h>

#include "myo-drawings.h"
#include "myo-cairo.h"
#include "myo-meter.h"

/* How far (squares) a cell may show from the square that holds its middle: where a region is stretched against its home view. */
#define STRETCH 4

/* How far (squares) smoothing reaches. */
#define REACH 2

/* The smoothed area is cut off between these: firmer than it comes, and about as large as it was. */
#define SOFT_FROM .20f
#define SOFT_TO   .48f

enum { COLLECTED = 1 };

/* Squares of the view, counted from its corner. */
typedef MyoPixelBox Squares;

struct _MyoPainTransfer
{
  MyoDrawings *drawings;
  MyoBodyGrid *grid;
  MyoView      view;
  MyoSide      side;
  gboolean     mirrored;         /* the view shows both halves */
  double       width;            /* of the view, mm */

  guint8      *cells[2];         /* of each side: whether it is under the stroke */
  guint8      *regions[2];       /* likewise */
  GArray      *collected;        /* of guint: cell × 2 + side, to be forgotten with the stroke */
  GHashTable  *squares;          /* those that hold the middle of a cell: number + 1 → itself */
  Squares      all, fresh;       /* where they show; since the last picture */
};

/* --- The stroke --- */

MyoPainTransfer *
myo_pain_transfer_new (MyoDrawings *drawings,
                       MyoBodyGrid *grid,
                       MyoView      view,
                       MyoSide      side)
{
  MyoPainTransfer *self = g_new0 (MyoPainTransfer, 1);
  double height;

  self->drawings = g_object_ref (drawings);
  self->grid = myo_body_grid_ref (grid);
  self->view = view;
  self->side = side;
  self->mirrored = myo_view_is_mirrored (view);
  myo_view_get_size (view, &self->width, &height);
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      self->cells[i] = g_new0 (guint8, myo_body_grid_get_n_cells (grid));
      self->regions[i] = g_new0 (guint8, myo_body_grid_get_n_regions (grid));
    }
  self->collected = g_array_new (FALSE, FALSE, sizeof (guint));
  self->squares = g_hash_table_new (NULL, NULL);
  return self;
}

void
myo_pain_transfer_free (MyoPainTransfer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cells); i++)
    {
      g_free (self->cells[i]);
      g_free (self->regions[i]);
    }
  g_array_unref (self->collected);
  g_hash_table_unref (self->squares);
  myo_body_grid_unref (self->grid);
  g_object_unref (self->drawings);
  g_free (self);
}

void
myo_pain_transfer_begin (MyoPainTransfer *self)
{
  for (guint i = 0; i < self->collected->len; i++)
    {
      guint collected = g_array_index (self->collected, guint, i);

      self->cells[collected % 2][collected / 2] = 0;
      self->regions[collected % 2][myo_body_grid_get_cell_region (self->grid, collected / 2)] = 0;
    }
  g_array_set_size (self->collected, 0);
  g_hash_table_remove_all (self->squares);
  self->all = self->fresh = (Squares) { 0 };
}

static gpointer
name_square (int x,
             int y)
{
  return GUINT_TO_POINTER (((guint) y << 16 | (guint) x) + 1);
}

static void
keep_square (MyoPainTransfer *self,
             double           x,
             double           y)
{
  Squares square = { (int) (x / MYO_CELL), (int) (y / MYO_CELL), 1, 1 };

  g_hash_table_add (self->squares, name_square (square.x, square.y));
  square = (Squares) { square.x - STRETCH, square.y - STRETCH, 2 * STRETCH + 1, 2 * STRETCH + 1 };
  myo_pain_mask_unite (&self->fresh, &square);
}

static void
collect_cell (guint    cell,
              MyoSide  side,
              gpointer user_data)
{
  MyoPainTransfer *self = user_data;
  guint collected = cell * 2 + side;
  guint8 *region = &self->regions[side][myo_body_grid_get_cell_region (self->grid, cell)];
  double x, y;

  if (self->cells[side][cell] != 0 || (!self->mirrored && side != self->side))
    return;
  self->cells[side][cell] = COLLECTED;
  g_array_append_val (self->collected, collected);
  if (!myo_body_grid_get_cell_place (self->grid, cell, self->view, &x, &y))
    return;
  /* In a region that shows for the first time what lies beside it has to be drawn anew, further than it was cut. */
  if (*region == 0)
    myo_pain_mask_unite (&self->fresh, &self->all);
  *region = COLLECTED;
  keep_square (self, self->mirrored && side == MYO_SIDE_LEFT ? self->width - x : x, y);
}

gboolean
myo_pain_transfer_add (MyoPainTransfer *self,
                       const MyoStroke *stroke,
                       guint            first)
{
  const MyoDab *dabs = (const MyoDab *) (gconstpointer) stroke->dabs->data;

  for (guint i = first; i < stroke->dabs->len; i++)
    {
      const MyoDab *a = &dabs[i > 0 ? i - 1 : i], *b = &dabs[i];

      myo_body_grid_foreach_within (self->grid, stroke->view, stroke->side, a->x, a->y, a->radius, b->x, b->y, b->radius,
                                    collect_cell, self);
    }
  myo_pain_mask_unite (&self->all, &self->fresh);
  return self->fresh.width > 0;
}

/* --- The area in squares --- */

typedef struct
{
  Squares box;
  float  *values;                /* 0–1, row by row */
} Field;

static void
clear_field (Field *self)
{
  g_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, clear_field)

/* Beside the body: smoothing would fade what is painted towards the silhouette, which cuts it anyway. */
#define OUTSIDE (-1.0f)

static float
get_square (const MyoPainTransfer *self,
            int                    x,
            int                    y)
{
  MyoSide side = self->side;
  int cell;

  if (g_hash_table_contains (self->squares, name_square (x, y)))
    return 1;
  cell = myo_body_grid_cell_at (self->grid, self->view, &side, (x + .5) * MYO_CELL, (y + .5) * MYO_CELL);
  if (cell < 0)
    return OUTSIDE;
  return side != MYO_SIDE_MIDDLE && self->cells[side][cell] != 0 ? 1 : 0;
}

/* What lies beside the body takes after its neighbours within. */
static float
get_beside (const Field *field,
            int          column,
            int          row)
{
  float value = 0;

  for (int y = MAX (row - 1, 0); y <= MIN (row + 1, field->box.height - 1); y++)
    for (int x = MAX (column - 1, 0); x <= MIN (column + 1, field->box.width - 1); x++)
      value = MAX (value, field->values[y * field->box.width + x]);
  return value;
}

static float *
fill_beside (const Field *field)
{
  float *filled = g_new (float, field->box.width * field->box.height);

  for (int y = 0; y < field->box.height; y++)
    for (int x = 0; x < field->box.width; x++)
      {
        float value = field->values[y * field->box.width + x];

        filled[y * field->box.width + x] = value < 0 ? get_beside (field, x, y) : value;
      }
  return filled;
}

/* Each value with a quarter of either neighbour on the line, @step apart. */
static void
soften (float *values,
        int    n,
        int    step)
{
  float before = values[0];

  for (int i = 0; i < n; i++)
    {
      float here = values[i * step], after = values[MIN (i + 1, n - 1) * step];

      values[i * step] = .5f * here + .25f * (before + after);
      before = here;
    }
}

static void
init_field (Field                 *self,
            const MyoPainTransfer *transfer,
            const Squares         *box)
{
  float *filled;

  self->box = *box;
  self->values = g_new (float, box->width * box->height);
  for (int y = 0; y < box->height; y++)
    for (int x = 0; x < box->width; x++)
      self->values[y * box->width + x] = get_square (transfer, box->x + x, box->y + y);
  filled = fill_beside (self);
  g_free (self->values);
  self->values = filled;
  for (int y = 0; y < box->height; y++)
    soften (self->values + y * box->width, box->width, 1);
  for (int x = 0; x < box->width; x++)
    soften (self->values + x, box->height, box->width);
}

/* --- The regions --- */

gboolean
myo_pain_transfer_fill_region (MyoDrawings *drawings,
                               MyoView      view,
                               const char  *id,
                               gboolean     mirrored,
                               double       spread,
                               cairo_t     *cr)
{
  const MyoDocument *document = myo_drawings_get_document (drawings, view, MYO_LAYER_REGIONS, NULL);
  const MyoElement *element = document != NULL ? myo_document_find (document, id) : NULL;
  double width, height;

  if (element == NULL)
    return FALSE;
  myo_view_get_size (view, &width, &height);
  cairo_save (cr);
  if (mirrored)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_new_path (cr);
  myo_document_append_path (document, element, cr, NULL);
  cairo_fill_preserve (cr);
  if (spread > 0)
    {
      cairo_set_line_width (cr, 2 * spread);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
  cairo_restore (cr);
  return TRUE;
}

static cairo_t *
create_context (cairo_surface_t   *surface,
                const MyoPixelBox *box,
                double             scale)
{
  cairo_t *cr = myo_pixel_box_create_context (box, surface, scale);

  /* Cover is added up, so that regions that share an edge leave no seam. */
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  return cr;
}

/* What the regions under the stroke cover of @box. */
static cairo_surface_t *
mask_regions (const MyoPainTransfer *self,
              const MyoPixelBox     *box,
              double                 scale,
              double                 spread)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, box->width, box->height);
  g_autoptr (cairo_t) cr = create_context (mask, box, scale);

  for (guint side = 0; side < G_N_ELEMENTS (self->regions); side++)
    for (guint i = 0; i < myo_body_grid_get_n_regions (self->grid); i++)
      if (self->regions[side][i] != 0)
        myo_pain_transfer_fill_region (self->drawings, self->view, myo_body_grid_get_region (self->grid, i)->id,
                                       self->mirrored && side == MYO_SIDE_LEFT, spread, cr);
  cairo_surface_flush (mask);
  return mask;
}

/* --- The area in pixels --- */

/* Where a pixel lies among the middles of the squares. */
typedef struct
{
  int   first;
  float share;                   /* of the next one */
} Step;

static Step
get_step (int    pixel,
          double scale,
          int    corner,
          int    n)
{
  double place = (pixel + .5) / scale / MYO_CELL - .5 - corner;
  double kept = CLAMP (place, 0, n - 1.001);

  return (Step) { (int) kept, (float) (kept - floor (kept)) };
}

static void
cover_row (const Field  *field,
           Step          down,
           const Step   *across,
           int           n,
           guint8       *cover)
{
  const float *above = field->values + down.first * field->box.width, *below = above + field->box.width;

  for (int i = 0; i < n; i++)
    {
      int x = across[i].first;
      float left = above[x] + (below[x] - above[x]) * down.share;
      float right = above[x + 1] + (below[x + 1] - above[x + 1]) * down.share;
      float firm = (left + (right - left) * across[i].share - SOFT_FROM) / (SOFT_TO - SOFT_FROM);

      cover[i] = (guint8) ((float) cover[i] * CLAMP (firm, 0, 1) + .5f);
    }
}

/* @box: pixels of the view */
static void
cover_pixels (const Field       *field,
              cairo_surface_t   *regions,
              double             scale,
              const MyoPixelBox *box,
              const MyoPixelBox *picture,
              MyoPainMask       *mask)
{
  g_autofree Step *across = g_new (Step, box->width);
  guint8 *data = cairo_image_surface_get_data (regions);
  int stride = cairo_image_surface_get_stride (regions);

  for (int x = 0; x < box->width; x++)
    across[x] = get_step (box->x + x, scale, field->box.x, field->box.width);
  for (int y = 0; y < box->height; y++)
    {
      guint8 *cover = data + (gsize) y * (gsize) stride;

      cover_row (field, get_step (box->y + y, scale, field->box.y, field->box.height), across, box->width, cover);
      myo_pain_mask_add_row (mask, box->x - picture->x, box->y - picture->y + y, cover, box->width);
    }
}

static Squares
widen (const Squares *squares,
       int            by)
{
  return (Squares) { squares->x - by, squares->y - by, squares->width + 2 * by, squares->height + 2 * by };
}

void
myo_pain_transfer_cover (MyoPainTransfer   *self,
                         MyoPainMask       *mask,
                         const MyoPixelBox *picture,
                         double             scale,
                         double             spread,
                         MyoPixelBox       *dirty)
{
  Squares shown = widen (&self->fresh, REACH);
  MyoRect area = { shown.x * MYO_CELL, shown.y * MYO_CELL, shown.width * MYO_CELL, shown.height * MYO_CELL };
  g_autoptr (cairo_surface_t) regions = NULL;
  g_auto (Field) field = { 0 };
  MyoPixelBox box;

  if (self->fresh.width > 0 && myo_pixel_box_init_within (&box, &area, scale, 0, picture))
    {
      Squares needed = widen (&shown, REACH);

      myo_meter_add ((guint) box.width * (guint) box.height + 5 * (guint) needed.width * (guint) needed.height);
      init_field (&field, self, &needed);
      regions = mask_regions (self, &box, scale, spread);
      cover_pixels (&field, regions, scale, &box, picture, mask);
      box.x -= picture->x;
      box.y -= picture->y;
      myo_pain_mask_unite (dirty, &box);
    }
  self->fresh = (Squares) { 0 };
}
