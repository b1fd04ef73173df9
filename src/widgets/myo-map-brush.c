/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-brush.h"

#include <math.h>

/* The pointer must move this far (mm) for another dab: less is not seen and only makes drawings large. */
#define LEAST_STEP .8
/* A stroke may begin this far (px) beside the body: nobody aims at an edge. */
#define NEAR_BODY 12.0

struct _MyoMapBrush
{
  MyoMapLayer parent_instance;

  MyoDrawings  *drawings;
  MyoMapInk    *ink;
  MyoPainStudy *study;         /* or NULL: nothing can be painted */
  MyoPainTool  *tool;

  double        x, y;          /* of the pointer */
  gboolean      inside;        /* the pointer is over the map */
  int           figure;        /* where the stroke under way was begun; -1: none */
};

G_DEFINE_FINAL_TYPE (MyoMapBrush, myo_map_brush, MYO_TYPE_MAP_LAYER)

static MyoMapView *
get_view (MyoMapBrush *self)
{
  return myo_map_layer_get_view (MYO_MAP_LAYER (self));
}

gboolean
myo_map_brush_is_painting (MyoMapBrush *self)
{
  return self->tool != NULL && !myo_map_ink_shows_stored (self->ink) && myo_map_view_get_layer (get_view (self)) == MYO_LAYER_SKIN
         && myo_pain_tool_get_kind (self->tool) != MYO_PAIN_TOOL_HAND;
}

gboolean
myo_map_brush_is_erasing (MyoMapBrush *self)
{
  return myo_map_brush_is_painting (self) && myo_pain_tool_get_kind (self->tool) == MYO_PAIN_TOOL_ERASER;
}

/* --- The ring --- */

void
myo_map_brush_set_pointer (MyoMapBrush *self,
                           double       x,
                           double       y)
{
  g_return_if_fail (MYO_IS_MAP_BRUSH (self));

  self->x = x;
  self->y = y;
}

void
myo_map_brush_set_inside (MyoMapBrush *self,
                          gboolean     inside)
{
  g_return_if_fail (MYO_IS_MAP_BRUSH (self));

  self->inside = inside;
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

/* Told from what is there by form: a dark ring within a light one; broken for the eraser. */
static void
append_ring (MyoMapBrush *self,
             GtkSnapshot *snapshot,
             double       radius)
{
  graphene_rect_t box = GRAPHENE_RECT_INIT ((float) (self->x - radius - 3), (float) (self->y - radius - 3),
                                            (float) (2 * radius + 6), (float) (2 * radius + 6));
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);

  cairo_arc (cr, self->x, self->y, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 1, 1, 1, .9);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  if (myo_map_brush_is_erasing (self))
    cairo_set_dash (cr, (double[2]) { 4, 3 }, 2, 0);
  cairo_set_source_rgb (cr, .05, .05, .05);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
myo_map_brush_snapshot (MyoMapLayer *layer,
                        GtkSnapshot *snapshot)
{
  MyoMapBrush *self = MYO_MAP_BRUSH (layer);
  MyoMapView *view = get_view (self);
  double view_x, view_y;
  int figure;

  if (!self->inside || !myo_map_brush_is_painting (self))
    return;

  figure = self->figure >= 0 ? self->figure : myo_map_view_figure_at (view, self->x, self->y, &view_x, &view_y);
  if (figure >= 0)
    append_ring (self, snapshot,
                 MAX (myo_pain_tool_get_radius (self->tool, -1) * myo_map_view_get_scale (view, (MyoFigureId) figure), 2));
}

/* --- Where a stroke may begin --- */

static gboolean
touches_body (MyoMapBrush       *self,
              const MyoMapPlace *place,
              double             radius)
{
  MyoView view = myo_figure_get (place->figure)->view;

  for (int i = 0; i < 8; i++)
    {
      double angle = i * G_PI / 4;

      if (myo_drawings_pick (self->drawings, view, MYO_LAYER_REGIONS, place->x + radius * cos (angle),
                             place->y + radius * sin (angle)) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* From further away a drag moves the map.  @radius: of the brush, mm */
static gboolean
find_start (MyoMapBrush *self,
            double       x,
            double       y,
            double       radius,
            MyoMapPlace *place)
{
  MyoMapView *view = get_view (self);
  int figure = myo_map_view_figure_at (view, x, y, &place->x, &place->y);

  if (figure < 0)
    return FALSE;

  place->figure = (MyoFigureId) figure;
  place->side = myo_figure_get_side_at (place->figure, place->x);
  place->id = myo_drawings_pick (self->drawings, myo_figure_get (place->figure)->view, MYO_LAYER_REGIONS, place->x, place->y);

  return place->id != NULL || touches_body (self, place, radius)
         || touches_body (self, place, NEAR_BODY / myo_map_view_get_scale (view, place->figure));
}

static gboolean
myo_map_brush_lookup (MyoMapLayer *layer,
                      double       x,
                      double       y,
                      MyoMapPlace *place)
{
  MyoMapBrush *self = MYO_MAP_BRUSH (layer);

  return myo_map_brush_is_painting (self) && find_start (self, x, y, myo_pain_tool_get_radius (self->tool, -1), place);
}

/* --- Strokes --- */

gboolean
myo_map_brush_begin (MyoMapBrush *self,
                     double       x,
                     double       y,
                     double       pressure,
                     gboolean     eraser)
{
  double radius;
  const MyoFigure *figure;
  MyoMapPlace place;
  MyoStroke *stroke;

  g_return_val_if_fail (MYO_IS_MAP_BRUSH (self) && self->tool != NULL, FALSE);

  radius = myo_pain_tool_get_radius (self->tool, pressure);
  if (!find_start (self, x, y, radius, &place))
    return FALSE;

  figure = myo_figure_get (place.figure);
  eraser = eraser || myo_pain_tool_get_kind (self->tool) == MYO_PAIN_TOOL_ERASER;
  stroke = myo_stroke_new (eraser ? MYO_STROKE_ERASER : MYO_STROKE_BRUSH, figure->view, figure->side,
                           myo_pain_tool_get_intensity (self->tool), myo_pain_tool_get_quality (self->tool));
  myo_stroke_add_dab (stroke, place.x, place.y, radius);
  self->figure = (int) place.figure;
  myo_pain_study_begin_stroke (self->study, stroke);
  return TRUE;
}

/* A stroke belongs to the figure where it was begun: beside it, it goes on along its edge. */
void
myo_map_brush_extend (MyoMapBrush *self,
                      double       x,
                      double       y,
                      double       pressure)
{
  const MyoStroke *stroke = myo_pain_study_get_stroke (self->study);
  double view_x, view_y, width, height;
  const MyoDab *last;

  if (stroke == NULL || self->figure < 0)
    return;

  myo_map_view_to_figure (get_view (self), (MyoFigureId) self->figure, x, y, &view_x, &view_y);
  myo_view_get_size (stroke->view, &width, &height);
  view_x = CLAMP (view_x, 0, width);
  view_y = CLAMP (view_y, 0, height);
  last = &g_array_index (stroke->dabs, MyoDab, stroke->dabs->len - 1);
  if (hypot (view_x - last->x, view_y - last->y) >= LEAST_STEP)
    myo_pain_study_extend_stroke (self->study, view_x, view_y, myo_pain_tool_get_radius (self->tool, pressure));
}

void
myo_map_brush_end (MyoMapBrush *self)
{
  g_return_if_fail (MYO_IS_MAP_BRUSH (self));

  if (self->figure < 0)
    return;

  myo_pain_study_end_stroke (self->study);
  self->figure = -1;
}

void
myo_map_brush_cancel (MyoMapBrush *self)
{
  g_return_if_fail (MYO_IS_MAP_BRUSH (self));

  if (self->figure < 0)
    return;

  self->figure = -1;
  myo_pain_study_cancel_stroke (self->study);
}

gboolean
myo_map_brush_is_down (MyoMapBrush *self)
{
  return self->figure >= 0;
}

void
myo_map_brush_toggle_region (MyoMapBrush *self,
                             const char  *region,
                             MyoSide      side)
{
  g_return_if_fail (MYO_IS_MAP_BRUSH (self) && self->tool != NULL);

  myo_pain_study_toggle_region (self->study, region, side, myo_pain_tool_get_intensity (self->tool),
                                myo_pain_tool_get_quality (self->tool));
}

/* --- Class --- */

/* Whatever changed it, the stroke has ended. */
static void
drawing_changed (MyoMapBrush *self)
{
  self->figure = -1;
}

void
myo_map_brush_set_painting (MyoMapBrush  *self,
                            MyoPainStudy *study,
                            MyoPainTool  *tool)
{
  g_return_if_fail (MYO_IS_MAP_BRUSH (self) && self->study == NULL);

  self->study = g_object_ref (study);
  self->tool = g_object_ref (tool);
  g_signal_connect_object (myo_pain_study_get_drawing (study), "changed", G_CALLBACK (drawing_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tool, "notify", G_CALLBACK (myo_map_layer_changed), self, G_CONNECT_SWAPPED);
}

static void
myo_map_brush_dispose (GObject *object)
{
  MyoMapBrush *self = MYO_MAP_BRUSH (object);

  g_clear_object (&self->tool);
  g_clear_object (&self->study);
  g_clear_object (&self->ink);
  g_clear_object (&self->drawings);

  G_OBJECT_CLASS (myo_map_brush_parent_class)->dispose (object);
}

static void
myo_map_brush_class_init (MyoMapBrushClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_map_brush_dispose;
  MYO_MAP_LAYER_CLASS (klass)->snapshot = myo_map_brush_snapshot;
  MYO_MAP_LAYER_CLASS (klass)->lookup = myo_map_brush_lookup;
}

static void
myo_map_brush_init (MyoMapBrush *self)
{
  self->figure = -1;
}

MyoMapBrush *
myo_map_brush_new (MyoMapView  *view,
                   MyoDrawings *drawings,
                   MyoMapInk   *ink)
{
  MyoMapBrush *self = g_object_new (MYO_TYPE_MAP_BRUSH, "view", view, NULL);

  self->drawings = g_object_ref (drawings);
  self->ink = g_object_ref (ink);

  return self;
}
