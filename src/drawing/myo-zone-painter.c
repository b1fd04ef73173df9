/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-zone-painter-private.h"

#include <math.h>

#include "myo-brush.h"
#include "myo-drawing-style.h"
#include "myo-drawing-private.h"
#include "myo-path.h"
#include "myo-pixel-box.h"
#include "myo-stipple-private.h"

/* mm, and the least in pixels */
#define EDGE_MM      .8
#define EDGE_PX      1.5
#define DOT_MM       1.4
#define DOT_PX       3.0

/* How far (px) a curve may be off when it is made straight lines: not to be seen under an edge. */
#define TOLERANCE .25

/* What all passes over one picture need. */
typedef struct
{
  cairo_t            *cr;          /* in mm */
  MyoView             view;
  double              width;       /* of the view, mm */
  const MyoZonePaint *paints;
  guint               n;
  double              scale;
  MyoPixelBox         box;         /* of the picture */
  double              edge;        /* mm */
} Painting;

typedef void (*DrawArea) (Painting *painting, double brush);

/* --- Areas --- */

static void
mirror (cairo_t *cr,
        double   width)
{
  cairo_translate (cr, width, 0);
  cairo_scale (cr, -1, 1);
}

static gboolean
draw_one (Painting            *self,
          const MyoZonePaint  *paint,
          const MyoArea       *area,
          DrawArea             draw,
          GError             **error)
{
  gboolean fine;

  cairo_save (self->cr);
  if (paint->mirrored)
    mirror (self->cr, self->width);
  cairo_new_path (self->cr);
  fine = myo_path_append (self->cr, area->path, -1, error);
  if (fine)
    draw (self, area->brush);
  cairo_restore (self->cr);
  return fine;
}

static gboolean
draw_zone (Painting            *self,
           const MyoZonePaint  *paint,
           DrawArea             draw,
           GError             **error)
{
  for (guint i = 0; i < paint->zone->areas->len; i++)
    {
      const MyoArea *area = g_ptr_array_index (paint->zone->areas, i);

      if (area->view == self->view && !draw_one (self, paint, area, draw, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_kind (Painting     *self,
           MyoZoneKind   kind,
           DrawArea      draw,
           GError      **error)
{
  for (guint i = 0; i < self->n; i++)
    if (self->paints[i].zone->kind == kind && !draw_zone (self, &self->paints[i], draw, error))
      return FALSE;
  return TRUE;
}

static gboolean
has_area (const Painting *self,
          MyoZoneKind     kind)
{
  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k < self->paints[i].zone->areas->len; k++)
      if (self->paints[i].zone->kind == kind
          && ((MyoArea *) g_ptr_array_index (self->paints[i].zone->areas, k))->view == self->view)
        return TRUE;
  return FALSE;
}

/* --- Passes --- */

static void
stroke (Painting *self,
        double    width)
{
  cairo_set_line_width (self->cr, width);
  cairo_stroke (self->cr);
}

/* The edge lies half inside, where the inside will cover it. */
static void
draw_firm_edge (Painting *self,
                double    brush)
{
  if (brush <= 0)
    cairo_close_path (self->cr);
  stroke (self, MAX (brush, 0) + 2 * self->edge);
}

static void
draw_broken_edge (Painting *self,
                  double    brush)
{
  double dashes[] = { 3.5 * self->edge, 3 * self->edge };

  if (brush > 0)
    myo_brush_outline (self->cr, brush / 2);
  else
    cairo_close_path (self->cr);
  /* Many short pieces: the coarser edge is not to be seen and halves what they cost. */
  cairo_set_antialias (self->cr, CAIRO_ANTIALIAS_FAST);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  stroke (self, 2 * self->edge);
}

static void
draw_inside (Painting *self,
             double    brush)
{
  if (brush > 0)
    stroke (self, brush);
  else
    cairo_fill (self->cr);
}

/* --- Kinds --- */

static cairo_t *
create_context (cairo_surface_t   *surface,
                const MyoPixelBox *box,
                double             scale)
{
  cairo_t *cr = myo_pixel_box_create_context (box, surface, scale);

  cairo_set_tolerance (cr, TOLERANCE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  return cr;
}

/* The insides of all zones of a kind as one mask.  Coverage is added up, so that two areas that share an edge leave no seam. */
static cairo_surface_t *
mask_kind (const Painting  *self,
           MyoZoneKind      kind,
           GError         **error)
{
  g_autoptr (cairo_surface_t) mask = cairo_image_surface_create (CAIRO_FORMAT_A8, self->box.width, self->box.height);
  g_autoptr (cairo_t) cr = create_context (mask, &self->box, self->scale);
  Painting masking = *self;

  masking.cr = cr;
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  if (!draw_kind (&masking, kind, draw_inside, error))
    return NULL;
  cairo_surface_flush (mask);
  return g_steal_pointer (&mask);
}

static gboolean
paint_kind (Painting         *self,
            MyoZoneKind       kind,
            const MyoColor   *edge,
            DrawArea          draw_edge,
            cairo_surface_t  *tile,
            GError          **error)
{
  g_autoptr (cairo_surface_t) mask = NULL;

  if (!has_area (self, kind))
    return TRUE;
  cairo_set_source_rgba (self->cr, edge->red, edge->green, edge->blue, edge->alpha);
  if (!draw_kind (self, kind, draw_edge, error))
    return FALSE;
  mask = mask_kind (self, kind, error);
  if (mask == NULL)
    return FALSE;
  myo_stipple_fill (cairo_get_target (self->cr), mask, tile, self->box.x, self->box.y);
  return TRUE;
}

static gboolean
paint_all (Painting                *self,
           const MyoOverlayColors  *colors,
           GError                 **error)
{
  g_autoptr (cairo_surface_t) dots = myo_stipple_create_tile (&colors->spillover, &colors->spillover_dot,
                                                              MAX (DOT_MM * self->scale, DOT_PX));
  g_autoptr (cairo_surface_t) solid = myo_stipple_create_tile (&colors->primary, NULL, 1);

  return paint_kind (self, MYO_ZONE_SPILLOVER, &colors->spillover_edge, draw_broken_edge, dots, error)
         && paint_kind (self, MYO_ZONE_PRIMARY, &colors->primary_edge, draw_firm_edge, solid, error);
}

/* --- The box --- */

static void
unite (MyoRect       *all,
       const MyoRect *one,
       guint          n_before)
{
  double x1, y1;

  if (n_before == 0)
    {
      *all = *one;
      return;
    }
  x1 = MAX (all->x + all->width, one->x + one->width);
  y1 = MAX (all->y + all->height, one->y + one->height);
  all->x = MIN (all->x, one->x);
  all->y = MIN (all->y, one->y);
  all->width = x1 - all->x;
  all->height = y1 - all->y;
}

/* The box around all areas of the view; returns how many there are. */
static guint
unite_areas (const Painting *self,
             MyoRect        *all)
{
  guint count = 0;

  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k < self->paints[i].zone->areas->len; k++)
      {
        const MyoArea *area = g_ptr_array_index (self->paints[i].zone->areas, k);
        MyoRect box;

        if (area->view != self->view || !myo_path_get_extents (area->path, area->brush, &box))
          continue;
        if (self->paints[i].mirrored)
          box.x = self->width - box.x - box.width;
        unite (all, &box, count++);
      }
  return count;
}

/* --- Public --- */

/* Path data that is faulty ends the picture with an error, rather than in a zone that is missing without a word. */
static gboolean
check_areas (Painting  *self,
             GError   **error)
{
  g_autoptr (cairo_t) cr = myo_path_new_scratch ();

  for (guint i = 0; i < self->n; i++)
    for (guint k = 0; k < self->paints[i].zone->areas->len; k++)
      {
        const MyoArea *area = g_ptr_array_index (self->paints[i].zone->areas, k);

        cairo_new_path (cr);
        if (area->view == self->view && !myo_path_append (cr, area->path, -1, error))
          return FALSE;
      }
  return TRUE;
}

static void
cut_to_outline (cairo_t            *cr,
                const cairo_path_t *outline)
{
  cairo_new_path (cr);
  cairo_append_path (cr, outline);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_IN);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_fill (cr);
}

cairo_surface_t *
myo_zone_painter_render (const cairo_path_t  *outline,
                         MyoView              view,
                         MyoPalette           palette,
                         const MyoZonePaint  *paints,
                         guint                n,
                         double               scale,
                         MyoRect             *part,
                         GError             **error)
{
  Painting self = { .view = view, .paints = paints, .n = n, .scale = scale, .edge = MAX (EDGE_MM, EDGE_PX / scale) };
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  double height;
  MyoRect all;

  myo_view_get_size (view, &self.width, &height);
  if (!check_areas (&self, error) || unite_areas (&self, &all) == 0
      || !myo_pixel_box_init (&self.box, &all, scale, ceil (self.edge * scale) + 1, part))
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self.box.width, self.box.height);
  cr = self.cr = create_context (surface, &self.box, scale);
  if (!paint_all (&self, myo_drawing_style_get_overlay (palette), error))
    return NULL;
  cut_to_outline (cr, outline);
  cairo_surface_flush (surface);
  myo_pixel_box_get_rect (&self.box, scale, part);
  return g_steal_pointer (&surface);
}

gboolean
myo_zone_painter_hit (const MyoZone *zone,
                      gboolean       mirrored,
                      MyoView        view,
                      double         x,
                      double         y)
{
  double width, height;

  myo_view_get_size (view, &width, &height);
  if (mirrored)
    x = width - x;
  for (guint i = 0; i < zone->areas->len; i++)
    {
      const MyoArea *area = g_ptr_array_index (zone->areas, i);

      if (area->view == view && myo_path_contains (area->path, area->brush, x, y))
        return TRUE;
    }
  return FALSE;
}
