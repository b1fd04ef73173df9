/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-view-private.h"

#include <math.h>

/* How far one can zoom in: px per world mm. */
#define MOST_SCALE 12.0
/* Less than this (a share of the scale; world mm) is no other sight: what was painted for it still does. */
#define SCALE_TOLERANCE .04
#define MOVE_TOLERANCE  1.0
#define RESTED_AFTER_MS 90
/* Less than this, and the scale is the same. */
#define SAME_SCALE .001

G_DEFINE_FINAL_TYPE (MyoMapView, myo_map_view, G_TYPE_OBJECT)

enum { PROP_0, PROP_LAYER, PROP_PALETTE, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, RESTED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Rest --- */

static gboolean
rest (gpointer data)
{
  MyoMapView *self = data;

  self->rest_id = 0;
  self->rested = self->sight;
  g_signal_emit (self, signals[RESTED], 0);

  return G_SOURCE_REMOVE;
}

static void
rest_later (MyoMapView *self)
{
  double moved = fabs (self->rested.x - self->sight.x) + fabs (self->rested.y - self->sight.y);

  if (fabs (self->sight.scale / self->rested.scale - 1) < SCALE_TOLERANCE && moved <= MOVE_TOLERANCE)
    return;

  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (RESTED_AFTER_MS, rest, self);
}

void
myo_map_view_leave (MyoMapView *self)
{
  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  g_signal_emit (self, signals[LEFT], 0);
}

/* --- What is in sight --- */

static MyoMapSight
clamp (MyoMapView  *self,
       MyoMapSight  sight)
{
  /* What fits may leave out figures at the side, and is not to be moved towards them. */
  if (self->fitted)
    return sight;

  return myo_map_layout_clamp (sight, self->width, self->height, self->fit.scale, MAX (MOST_SCALE, self->fit.scale));
}

void
myo_map_view_set_size (MyoMapView        *self,
                       int                width,
                       int                height,
                       const MyoMapSight *fit)
{
  gboolean first;

  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  first = !myo_map_view_has_size (self);
  self->width = width;
  self->height = height;
  self->fit = *fit;
  if (!self->fitted || self->moving)
    return;

  self->sight = *fit;
  if (first)
    self->rested = self->sight;
  rest_later (self);
}

void
myo_map_view_set_last (MyoMapView  *self,
                       MyoFigureId  last)
{
  g_return_if_fail (MYO_IS_MAP_VIEW (self));
  g_return_if_fail (last < MYO_N_FIGURES);

  self->last = last;
}

gboolean
myo_map_view_has_size (MyoMapView *self)
{
  return self->width > 0;
}

MyoMapSight
myo_map_view_get_sight (MyoMapView *self)
{
  return self->sight;
}

void
myo_map_view_set_sight (MyoMapView  *self,
                        MyoMapSight  sight)
{
  gboolean scaled;

  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  scaled = fabs (sight.scale / self->sight.scale - 1) > SAME_SCALE;
  self->sight = clamp (self, sight);
  rest_later (self);
  g_signal_emit (self, signals[CHANGED], 0, scaled);
}

MyoMapSight
myo_map_view_get_fit (MyoMapView *self)
{
  return self->fit;
}

void
myo_map_view_set_fitted (MyoMapView *self,
                         gboolean    fitted)
{
  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  self->fitted = fitted;
}

double
myo_map_view_get_zoom (MyoMapView *self)
{
  g_return_val_if_fail (MYO_IS_MAP_VIEW (self), 1);

  return self->sight.scale / self->fit.scale;
}

/* --- Movement --- */

void
myo_map_view_begin_move (MyoMapView  *self,
                         MyoMapSight  to)
{
  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  self->from = self->sight;
  self->to = clamp (self, to);
  self->moving = TRUE;
}

void
myo_map_view_move (MyoMapView *self,
                   double      progress)
{
  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  myo_map_view_set_sight (self, myo_map_layout_between (&self->from, &self->to, progress));
}

void
myo_map_view_end_move (MyoMapView *self)
{
  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  self->moving = FALSE;
}

MyoMapSight
myo_map_view_get_panned (MyoMapView *self,
                         double      dx,
                         double      dy)
{
  MyoMapSight sight = self->sight;

  sight.x += dx / sight.scale;
  sight.y += dy / sight.scale;

  return sight;
}

MyoMapSight
myo_map_view_get_zoomed (MyoMapView *self,
                         double      factor,
                         double      x,
                         double      y)
{
  MyoMapSight sight = self->sight;
  double world_x, world_y;

  myo_map_view_to_world (self, x, y, &world_x, &world_y);
  sight.scale = CLAMP (sight.scale * factor, self->fit.scale, MAX (MOST_SCALE, self->fit.scale));
  sight.x = world_x - (x - self->width / 2.0) / sight.scale;
  sight.y = world_y - (y - self->height / 2.0) / sight.scale;

  return sight;
}

MyoMapSight
myo_map_view_get_figure_fit (MyoMapView  *self,
                             MyoFigureId  id)
{
  return myo_map_layout_get_figure_fit (id, self->width, self->height);
}

MyoMapSight
myo_map_view_get_rect_fit (MyoMapView    *self,
                           const MyoRect *world)
{
  return myo_map_layout_get_rect_fit (world, self->width, self->height);
}

/* --- How it looks --- */

MyoLayer
myo_map_view_get_layer (MyoMapView *self)
{
  return self->layer;
}

void
myo_map_view_set_layer (MyoMapView *self,
                        MyoLayer    layer)
{
  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  if (self->layer == layer)
    return;

  self->layer = layer;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LAYER]);
}

MyoPalette
myo_map_view_get_palette (MyoMapView *self)
{
  return self->palette;
}

void
myo_map_view_set_palette (MyoMapView *self,
                          MyoPalette  palette)
{
  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  if (self->palette == palette)
    return;

  self->palette = palette;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PALETTE]);
}

/* --- For which screen --- */

void
myo_map_view_set_device (MyoMapView *self,
                         int         scale,
                         gboolean    draws_surfaces)
{
  gboolean other;

  g_return_if_fail (MYO_IS_MAP_VIEW (self));

  other = self->device_scale != scale;
  self->device_scale = scale;
  self->draws_surfaces = draws_surfaces;
  if (other && myo_map_view_has_size (self))
    g_signal_emit (self, signals[RESTED], 0);
}

int
myo_map_view_get_device_scale (MyoMapView *self)
{
  return self->device_scale;
}

gboolean
myo_map_view_draws_surfaces (MyoMapView *self)
{
  return self->draws_surfaces;
}

/* --- Class --- */

static void
myo_map_view_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  MyoMapView *self = MYO_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_LAYER:
      g_value_set_int (value, (int) self->layer);
      break;
    case PROP_PALETTE:
      g_value_set_int (value, (int) self->palette);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
myo_map_view_dispose (GObject *object)
{
  g_clear_handle_id (&MYO_MAP_VIEW (object)->rest_id, g_source_remove);

  G_OBJECT_CLASS (myo_map_view_parent_class)->dispose (object);
}

static void
myo_map_view_class_init (MyoMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = myo_map_view_dispose;
  object_class->get_property = myo_map_view_get_property;

  props[PROP_LAYER] = g_param_spec_int ("layer", NULL, NULL, MYO_LAYER_SKIN, MYO_LAYER_DEEP, MYO_LAYER_SURFACE,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PALETTE] = g_param_spec_int ("palette", NULL, NULL, 0, MYO_N_PALETTES - 1, MYO_PALETTE_LIGHT,
                                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[RESTED] = g_signal_new ("rested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_map_view_init (MyoMapView *self)
{
  self->layer = MYO_LAYER_SURFACE;
  self->fitted = TRUE;
  self->last = MYO_FIGURE_LEFT_SOLE;
  self->device_scale = 1;
  self->sight = self->fit = self->rested = myo_map_layout_get_fit (900, 760);
}

MyoMapView *
myo_map_view_new (void)
{
  return g_object_new (MYO_TYPE_MAP_VIEW, NULL);
}
