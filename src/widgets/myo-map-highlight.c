/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-highlight.h"

#include "myo-map-overlay.h"

struct _MyoMapHighlight
{
  MyoMapLayer parent_instance;

  MyoDrawings  *drawings;
  MyoSelection *selection;     /* or NULL: what is shown is told */
  double        opacity;

  char         *id;            /* or NULL: nothing is lit up */
  MyoSide       side;
  gboolean      stale;         /* to be painted before it is drawn */
  MyoMapOverlay overlays[MYO_N_FIGURES];
};

G_DEFINE_FINAL_TYPE (MyoMapHighlight, myo_map_highlight, MYO_TYPE_MAP_LAYER)

static MyoMapView *
get_view (MyoMapHighlight *self)
{
  return myo_map_layer_get_view (MYO_MAP_LAYER (self));
}

/* --- Painting --- */

/* The layer that holds the muscle: the one on show when it is drawn there, else the other. */
static gboolean
find_layer (MyoMapHighlight *self,
            MyoView          view,
            const char      *id,
            MyoLayer        *layer)
{
  MyoLayer order[] = { myo_map_view_get_layer (get_view (self)), MYO_LAYER_SURFACE, MYO_LAYER_DEEP };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      *layer = order[i];
      if (order[i] != MYO_LAYER_SKIN && myo_drawings_has (self->drawings, view, order[i], id))
        return TRUE;
    }

  return FALSE;
}

static void
paint_figure (MyoMapHighlight *self,
              MyoFigureId      figure)
{
  MyoMapView *view = get_view (self);
  MyoView drawn = myo_figure_get (figure)->view;
  cairo_surface_t *surface;
  MyoLayer layer;
  MyoRect part = { 0 };

  if (myo_map_view_get_layer (view) == MYO_LAYER_SKIN && myo_drawings_has (self->drawings, drawn, MYO_LAYER_REGIONS, self->id))
    layer = MYO_LAYER_REGIONS;
  else if (!find_layer (self, drawn, self->id, &layer))
    return;

  surface = myo_drawings_render_highlight (self->drawings, drawn, layer, myo_map_view_get_palette (view), self->id,
                                           myo_map_overlay_get_scale (view, figure), &part);
  myo_map_overlay_take (&self->overlays[figure], surface, &part);
}

static void
forget (MyoMapHighlight *self)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    myo_map_overlay_clear (&self->overlays[i]);
  self->stale = TRUE;
}

static void
paint (MyoMapHighlight *self)
{
  forget (self);
  if (!myo_map_view_has_size (get_view (self)))
    return;

  self->stale = FALSE;
  for (MyoFigureId figure = 0; self->id != NULL && figure < MYO_N_FIGURES; figure++)
    if (myo_figure_shows (figure, self->side))
      paint_figure (self, figure);
}

static void
take (MyoMapHighlight *self,
      const char      *id,
      MyoSide          side)
{
  g_free (self->id);
  self->id = g_strdup (id);
  self->side = side;
}

void
myo_map_highlight_show (MyoMapHighlight *self,
                        const char      *id,
                        MyoSide          side)
{
  g_return_if_fail (MYO_IS_MAP_HIGHLIGHT (self));

  if (g_strcmp0 (id, self->id) == 0 && (id == NULL || side == self->side))
    return;

  take (self, id, side);
  paint (self);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

/* --- Following the selection --- */

static void
take_shown (MyoMapHighlight *self)
{
  const MyoTriggerPoint *point;
  MyoSide side = MYO_SIDE_RIGHT;
  MyoMuscle *muscle = myo_selection_get_shown (self->selection, &side, &point);

  take (self, muscle != NULL ? muscle->id : NULL, side);
}

static void
selection_changed (MyoMapHighlight *self)
{
  take_shown (self);
  paint (self);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

static void
selection_previewed (MyoMapHighlight *self)
{
  take_shown (self);
  forget (self);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

static void
view_rested (MyoMapHighlight *self)
{
  paint (self);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

void
myo_map_highlight_follow (MyoMapHighlight *self,
                          MyoSelection    *selection)
{
  g_return_if_fail (MYO_IS_MAP_HIGHLIGHT (self) && self->selection == NULL);

  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "point-previewed", G_CALLBACK (selection_previewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "muscle-previewed", G_CALLBACK (selection_previewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_view (self), "rested", G_CALLBACK (view_rested), self, G_CONNECT_SWAPPED);
  selection_previewed (self);
}

/* --- Its box --- */

gboolean
myo_map_highlight_get_largest_box (MyoMapHighlight *self,
                                   const char      *id,
                                   MyoSide          side,
                                   MyoRect         *world)
{
  double best = 0;

  for (MyoFigureId figure = 0; figure < MYO_N_FIGURES; figure++)
    {
      MyoView view = myo_figure_get (figure)->view;
      MyoLayer layer;
      MyoRect bounds;

      if (!myo_figure_shows (figure, side) || !find_layer (self, view, id, &layer)
          || !myo_drawings_get_bounds (self->drawings, view, layer, id, side, &bounds)
          || bounds.width * bounds.height <= best)
        continue;

      best = bounds.width * bounds.height;
      *world = myo_map_layout_rect_to_world (figure, &bounds);
    }

  return best > 0;
}

/* --- Class --- */

static void
myo_map_highlight_snapshot (MyoMapLayer *layer,
                            GtkSnapshot *snapshot)
{
  MyoMapHighlight *self = MYO_MAP_HIGHLIGHT (layer);
  MyoMapView *view = myo_map_layer_get_view (layer);

  if (self->stale)
    paint (self);

  for (MyoFigureId figure = 0; figure < MYO_N_FIGURES; figure++)
    {
      if (self->overlays[figure].texture == NULL || !myo_map_view_shows (view, figure))
        continue;
      if (self->opacity < 1)
        gtk_snapshot_push_opacity (snapshot, self->opacity);
      myo_map_overlay_append (&self->overlays[figure], view, snapshot, figure,
                              myo_view_is_mirrored (myo_figure_get (figure)->view) && self->side == MYO_SIDE_LEFT);
      if (self->opacity < 1)
        gtk_snapshot_pop (snapshot);
    }
}

static void
myo_map_highlight_dispose (GObject *object)
{
  MyoMapHighlight *self = MYO_MAP_HIGHLIGHT (object);

  forget (self);
  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->drawings);

  G_OBJECT_CLASS (myo_map_highlight_parent_class)->dispose (object);
}

static void
myo_map_highlight_class_init (MyoMapHighlightClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_map_highlight_dispose;
  MYO_MAP_LAYER_CLASS (klass)->snapshot = myo_map_highlight_snapshot;
}

static void
myo_map_highlight_init (MyoMapHighlight *self)
{
}

MyoMapHighlight *
myo_map_highlight_new (MyoMapView  *view,
                       MyoDrawings *drawings,
                       double       opacity)
{
  MyoMapHighlight *self = g_object_new (MYO_TYPE_MAP_HIGHLIGHT, "view", view, NULL);

  self->drawings = g_object_ref (drawings);
  self->opacity = opacity;
  g_signal_connect_object (view, "left", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::layer", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::palette", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);

  return self;
}
