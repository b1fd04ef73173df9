/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-zones.h"

#include "myo-map-overlay.h"

struct _MyoMapZones
{
  MyoMapLayer parent_instance;

  MyoDrawings  *drawings;
  MyoSelection *selection;
  gboolean      stale;         /* to be painted before they are drawn */
  MyoMapOverlay overlays[MYO_N_FIGURES];
};

G_DEFINE_FINAL_TYPE (MyoMapZones, myo_map_zones, MYO_TYPE_MAP_LAYER)

/* --- Painting --- */

static void
add_point_paints (GArray                *paints,
                  const MyoTriggerPoint *point,
                  MyoSide                side,
                  const MyoFigure       *figure)
{
  for (guint i = 0; i < point->zones->len; i++)
    {
      const MyoZone *zone = point->zones->pdata[i];
      gboolean both;
      MyoSide zone_side = myo_zone_get_side (zone, side, &both);
      gboolean shows_both = myo_view_is_mirrored (figure->view);
      MyoZonePaint paint = { zone, zone_side == MYO_SIDE_LEFT && shows_both };

      /* A side view shows one side of the body; the flip of the figure makes it the left. */
      if (!shows_both && !both && zone_side != MYO_SIDE_MIDDLE && zone_side != figure->side)
        continue;

      g_array_append_val (paints, paint);
      if (both && shows_both)
        {
          paint.mirrored = !paint.mirrored;
          g_array_append_val (paints, paint);
        }
    }
}

static GArray *
collect_paints (MyoSelection    *selection,
                const MyoFigure *figure)
{
  GArray *paints = g_array_new (FALSE, FALSE, sizeof (MyoZonePaint));
  const MyoTriggerPoint *shown;
  MyoSide side;
  MyoMuscle *muscle = myo_selection_get_shown (selection, &side, &shown);

  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = muscle->points->pdata[i];

      if (shown == NULL || shown == point)
        add_point_paints (paints, point, side, figure);
    }

  return paints;
}

static void
paint_figure (MyoMapZones *self,
              MyoFigureId  id)
{
  MyoMapView *view = myo_map_layer_get_view (MYO_MAP_LAYER (self));
  const MyoFigure *figure = myo_figure_get (id);
  g_autoptr(GArray) paints = collect_paints (self->selection, figure);
  g_autoptr(GError) error = NULL;
  MyoRect part = myo_map_overlay_get_part (view, id);
  cairo_surface_t *surface;

  if (paints->len == 0 || part.width <= 0)
    return;

  surface = myo_drawings_render_zones (self->drawings, figure->view, myo_map_view_get_palette (view), (MyoZonePaint *) paints->data,
                                       paints->len, myo_map_overlay_get_scale (view, id), &part, &error);
  myo_map_overlay_take (&self->overlays[id], surface, &part);
  if (error != NULL)
    myo_map_layer_failed (MYO_MAP_LAYER (self), error);
}

static void
forget (MyoMapZones *self)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    myo_map_overlay_clear (&self->overlays[i]);
  self->stale = TRUE;
}

static void
paint (MyoMapZones *self)
{
  const MyoTriggerPoint *point;
  MyoSide side;

  forget (self);
  if (!myo_map_view_has_size (myo_map_layer_get_view (MYO_MAP_LAYER (self))))
    return;

  self->stale = FALSE;
  if (myo_selection_get_shown (self->selection, &side, &point) == NULL)
    return;

  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    paint_figure (self, id);
}

static void
paint_anew (MyoMapZones *self)
{
  paint (self);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

static void
paint_later (MyoMapZones *self)
{
  forget (self);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

/* --- Class --- */

static void
myo_map_zones_snapshot (MyoMapLayer *layer,
                        GtkSnapshot *snapshot)
{
  MyoMapZones *self = MYO_MAP_ZONES (layer);
  MyoMapView *view = myo_map_layer_get_view (layer);

  if (self->stale)
    paint (self);

  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    if (myo_map_view_shows (view, id))
      myo_map_overlay_append (&self->overlays[id], view, snapshot, id, FALSE);
}

static void
myo_map_zones_dispose (GObject *object)
{
  MyoMapZones *self = MYO_MAP_ZONES (object);

  forget (self);
  g_clear_object (&self->selection);
  g_clear_object (&self->drawings);

  G_OBJECT_CLASS (myo_map_zones_parent_class)->dispose (object);
}

static void
myo_map_zones_class_init (MyoMapZonesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_map_zones_dispose;
  MYO_MAP_LAYER_CLASS (klass)->snapshot = myo_map_zones_snapshot;
}

static void
myo_map_zones_init (MyoMapZones *self)
{
  self->stale = TRUE;
}

MyoMapZones *
myo_map_zones_new (MyoMapView   *view,
                   MyoDrawings  *drawings,
                   MyoSelection *selection)
{
  MyoMapZones *self = g_object_new (MYO_TYPE_MAP_ZONES, "view", view, NULL);

  self->drawings = g_object_ref (drawings);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (paint_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "point-previewed", G_CALLBACK (paint_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "muscle-previewed", G_CALLBACK (paint_later), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "rested", G_CALLBACK (paint_anew), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "left", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::layer", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::palette", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);

  return self;
}
