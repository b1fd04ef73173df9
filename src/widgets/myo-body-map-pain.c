/* Painting pain on the body map: strokes of the pointer go to the study, what the study holds is shown over every figure.
 *
 * Each figure has a layer of its own, painted once and then added to: a stroke under way costs only what it touches.  On the figure
 * where it is made it is seen at once, on the others whenever the answer is told anew, ten times a second.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "myo-body-map-private.h"

/* The pointer must move this far (mm) for another dab: less is not seen and only makes drawings large. */
#define LEAST_STEP .8
/* A stroke may begin this far (px) beside the body: nobody aims at an edge. */
#define NEAR_BODY 12.0
/* Over the muscles the drawing steps back. */
#define OPACITY_ON_MUSCLES .5

/* --- Layers --- */

static void
forget_layer (MyoBodyMap *self,
              int         i)
{
  g_clear_object (&self->pain_texture[i]);
  g_clear_pointer (&self->pain[i], myo_pain_layer_free);
}

void
myo_body_map_forget_pain (MyoBodyMap *self)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    forget_layer (self, i);
}

static MyoPainDrawing *
get_drawing (MyoBodyMap *self)
{
  return self->shown_drawing != NULL ? self->shown_drawing : myo_pain_study_get_drawing (self->study);
}

static const MyoStroke *
get_stroke (MyoBodyMap *self)
{
  return self->shown_drawing != NULL ? NULL : myo_pain_study_get_stroke (self->study);
}

static void
paint_layer (MyoBodyMap  *self,
             MyoFigureId  id)
{
  const MyoFigure *figure = myo_figure_get (id);
  const MyoStroke *stroke = get_stroke (self);
  MyoRect part = myo_body_map_get_overlay_part (self, id);

  if (part.width <= 0)
    return;

  self->pain[id] = myo_pain_layer_new (self->drawings, myo_pain_study_get_grid (self->study), figure->view, figure->side,
                                       self->palette, myo_body_map_get_paint_scale (self, id), &part);
  myo_pain_layer_set_finest (self->pain[id], MYO_PAIN_FINEST * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  myo_pain_layer_paint_all (self->pain[id], myo_pain_drawing_get_strokes (get_drawing (self)));
  self->pain_dabs[id] = 0;
  if (stroke == NULL)
    return;
  myo_pain_layer_paint (self->pain[id], stroke, 0, NULL);
  self->pain_dabs[id] = stroke->dabs->len;
}

/* What has come to the stroke under way since the layer was last painted. */
static void
add_to_layer (MyoBodyMap      *self,
              MyoFigureId      id,
              const MyoStroke *stroke)
{
  if (self->pain[id] == NULL || self->pain_dabs[id] >= stroke->dabs->len)
    return;

  if (myo_pain_layer_paint (self->pain[id], stroke, self->pain_dabs[id], NULL))
    g_clear_object (&self->pain_texture[id]);
  self->pain_dabs[id] = stroke->dabs->len;
}

static gboolean
has_drawing (MyoBodyMap *self)
{
  return self->study != NULL
         && (get_stroke (self) != NULL || !myo_pain_drawing_is_empty (get_drawing (self)));
}

void
myo_body_map_append_pain (MyoBodyMap  *self,
                          GtkSnapshot *snapshot,
                          MyoFigureId  id)
{
  if (!has_drawing (self))
    return;

  if (self->pain[id] == NULL)
    paint_layer (self, id);
  if (self->pain[id] == NULL)
    return;

  if (self->pain_texture[id] == NULL)
    self->pain_texture[id] = myo_texture_from_surface (cairo_surface_reference (myo_pain_layer_get_surface (self->pain[id])));
  if (self->layer != MYO_LAYER_SKIN)
    gtk_snapshot_push_opacity (snapshot, OPACITY_ON_MUSCLES);
  myo_body_map_append_texture (self, snapshot, id, self->pain_texture[id], myo_pain_layer_get_part (self->pain[id]), FALSE);
  if (self->layer != MYO_LAYER_SKIN)
    gtk_snapshot_pop (snapshot);
}

/* --- The brush --- */

gboolean
myo_body_map_is_painting (MyoBodyMap *self)
{
  return self->tool != NULL && self->shown_drawing == NULL && self->layer == MYO_LAYER_SKIN
         && myo_pain_tool_get_kind (self->tool) != MYO_PAIN_TOOL_HAND;
}

/* How wide the stroke would be, told from what is there by form: a dark ring within a light one. */
void
myo_body_map_append_brush (MyoBodyMap  *self,
                           GtkSnapshot *snapshot)
{
  double world_x, world_y, view_x, view_y, radius;
  graphene_rect_t box;
  cairo_t *cr;
  int figure;

  if (!self->pointer_inside || !myo_body_map_is_painting (self))
    return;

  myo_body_map_world_at (self, self->pointer_x, self->pointer_y, &world_x, &world_y);
  figure = self->stroke_figure >= 0 ? self->stroke_figure : myo_map_layout_at (world_x, world_y, &view_x, &view_y);
  if (figure < 0)
    return;

  radius = MAX (myo_pain_tool_get_radius (self->tool, -1) * myo_body_map_get_figure_scale (self, (MyoFigureId) figure), 2);
  box = GRAPHENE_RECT_INIT ((float) (self->pointer_x - radius - 3), (float) (self->pointer_y - radius - 3),
                            (float) (2 * radius + 6), (float) (2 * radius + 6));
  cr = gtk_snapshot_append_cairo (snapshot, &box);
  cairo_arc (cr, self->pointer_x, self->pointer_y, radius, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 1, 1, 1, .9);
  cairo_set_line_width (cr, 3);
  cairo_stroke_preserve (cr);
  if (myo_pain_tool_get_kind (self->tool) == MYO_PAIN_TOOL_ERASER)
    cairo_set_dash (cr, (double[2]) { 4, 3 }, 2, 0);
  cairo_set_source_rgb (cr, .05, .05, .05);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* --- Strokes --- */

/* Widget coordinates as mm of a figure's view, kept within it: a stroke belongs to the figure where it was begun. */
static void
get_place (MyoBodyMap  *self,
           MyoFigureId  id,
           double       x,
           double       y,
           double      *view_x,
           double      *view_y)
{
  double world_x, world_y, width, height;

  myo_view_get_size (myo_figure_get (id)->view, &width, &height);
  myo_body_map_world_at (self, x, y, &world_x, &world_y);
  myo_map_layout_from_world (id, world_x, world_y, view_x, view_y);
  *view_x = CLAMP (*view_x, 0, width);
  *view_y = CLAMP (*view_y, 0, height);
}

/* Whether the brush touches the body, or nearly; from further away a drag moves the map. */
static gboolean
touches_body (MyoBodyMap *self,
              MyoView     view,
              double      x,
              double      y,
              double      radius)
{
  for (int i = 0; i < 9; i++)
    {
      double reach = i == 0 ? 0 : radius, angle = i * G_PI / 4;

      if (myo_drawings_pick (self->drawings, view, MYO_LAYER_REGIONS, x + reach * cos (angle), y + reach * sin (angle)) != NULL)
        return TRUE;
    }
  return FALSE;
}

gboolean
myo_body_map_begin_stroke (MyoBodyMap *self,
                           double      x,
                           double      y,
                           double      pressure,
                           gboolean    eraser)
{
  const MyoFigure *figure;
  double world_x, world_y, view_x, view_y, radius = myo_pain_tool_get_radius (self->tool, pressure);
  MyoStroke *stroke;
  int at;

  myo_body_map_world_at (self, x, y, &world_x, &world_y);
  at = myo_map_layout_at (world_x, world_y, &view_x, &view_y);
  if (at < 0)
    return FALSE;

  figure = myo_figure_get ((MyoFigureId) at);
  if (!touches_body (self, figure->view, view_x, view_y, radius)
      && !touches_body (self, figure->view, view_x, view_y, NEAR_BODY / myo_body_map_get_figure_scale (self, (MyoFigureId) at)))
    return FALSE;

  eraser = eraser || myo_pain_tool_get_kind (self->tool) == MYO_PAIN_TOOL_ERASER;
  stroke = myo_stroke_new (eraser ? MYO_STROKE_ERASER : MYO_STROKE_BRUSH, figure->view, figure->side,
                           myo_pain_tool_get_intensity (self->tool), myo_pain_tool_get_quality (self->tool));
  myo_stroke_add_dab (stroke, view_x, view_y, radius);
  self->stroke_figure = at;
  memset (self->pain_dabs, 0, sizeof self->pain_dabs);
  myo_pain_study_begin_stroke (self->study, stroke);
  return TRUE;
}

void
myo_body_map_extend_stroke (MyoBodyMap *self,
                            double      x,
                            double      y,
                            double      pressure)
{
  const MyoStroke *stroke = myo_pain_study_get_stroke (self->study);
  const MyoDab *last;
  double view_x, view_y;

  if (stroke == NULL || self->stroke_figure < 0)
    return;

  get_place (self, (MyoFigureId) self->stroke_figure, x, y, &view_x, &view_y);
  last = &g_array_index (stroke->dabs, MyoDab, stroke->dabs->len - 1);
  if (hypot (view_x - last->x, view_y - last->y) >= LEAST_STEP)
    myo_pain_study_extend_stroke (self->study, view_x, view_y, myo_pain_tool_get_radius (self->tool, pressure));
}

void
myo_body_map_cancel_stroke (MyoBodyMap *self)
{
  self->stroke_figure = -1;
  myo_pain_study_cancel_stroke (self->study);
}

/* --- Following the study --- */

static void
stroke_grown (MyoBodyMap *self)
{
  const MyoStroke *stroke = myo_pain_study_get_stroke (self->study);

  if (stroke != NULL && self->stroke_figure >= 0)
    add_to_layer (self, (MyoFigureId) self->stroke_figure, stroke);
  else
    myo_body_map_forget_pain (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
study_changed (MyoBodyMap *self)
{
  const MyoStroke *stroke = myo_pain_study_get_stroke (self->study);
  gboolean has_grid = myo_pain_study_get_grid (self->study) != NULL;

  /* What was painted before the grid was there does not show on the other figures yet. */
  if (has_grid != self->pain_has_grid)
    myo_body_map_forget_pain (self);
  self->pain_has_grid = has_grid;
  for (int i = 0; stroke != NULL && i < MYO_N_FIGURES; i++)
    add_to_layer (self, (MyoFigureId) i, stroke);
  myo_body_map_update_zone_states (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A stroke that was under way has been painted as it grew: the layers stay. */
static void
drawing_changed (MyoBodyMap *self,
                 gboolean    appended)
{
  GPtrArray *strokes = myo_pain_drawing_get_strokes (myo_pain_study_get_drawing (self->study));
  gboolean painted = appended && myo_pain_study_get_stroke (self->study) == strokes->pdata[strokes->len - 1];

  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      if (painted)
        add_to_layer (self, (MyoFigureId) i, strokes->pdata[strokes->len - 1]);
      else
        forget_layer (self, i);
    }
  self->stroke_figure = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
tool_changed (MyoBodyMap *self)
{
  if (myo_body_map_is_painting (self))
    myo_pain_study_prepare (self->study);
  myo_body_map_end_hover (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
myo_body_map_set_painting (MyoBodyMap   *self,
                           MyoPainStudy *study,
                           MyoPainTool  *tool)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));
  g_return_if_fail (self->drawings != NULL && self->study == NULL);

  self->study = g_object_ref (study);
  self->tool = g_object_ref (tool);
  g_signal_connect_object (study, "painted", G_CALLBACK (stroke_grown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "changed", G_CALLBACK (study_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (myo_pain_study_get_drawing (study), "changed", G_CALLBACK (drawing_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (tool, "notify", G_CALLBACK (tool_changed), self, G_CONNECT_SWAPPED);
}

void
myo_body_map_show_drawing (MyoBodyMap     *self,
                           MyoPainDrawing *drawing)
{
  g_return_if_fail (MYO_IS_BODY_MAP (self));

  if (self->stroke_figure >= 0)
    myo_body_map_cancel_stroke (self);
  if (!g_set_object (&self->shown_drawing, drawing))
    return;

  if (self->study != NULL)
    myo_pain_study_prepare (self->study);
  myo_body_map_forget_pain (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
myo_body_map_end_pain (MyoBodyMap *self)
{
  myo_body_map_forget_pain (self);
  g_clear_object (&self->shown_drawing);
  g_clear_object (&self->tool);
  g_clear_object (&self->study);
}
