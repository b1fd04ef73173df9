/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-layer.h"

typedef struct
{
  MyoMapView *view;
} MyoMapLayerPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (MyoMapLayer, myo_map_layer, G_TYPE_OBJECT)

enum { PROP_0, PROP_VIEW, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

MyoMapView *
myo_map_layer_get_view (MyoMapLayer *self)
{
  return ((MyoMapLayerPrivate *) myo_map_layer_get_instance_private (self))->view;
}

void
myo_map_layer_snapshot (MyoMapLayer *self,
                        GtkSnapshot *snapshot)
{
  g_return_if_fail (MYO_IS_MAP_LAYER (self));

  MYO_MAP_LAYER_GET_CLASS (self)->snapshot (self, snapshot);
}

gboolean
myo_map_layer_lookup (MyoMapLayer *self,
                      double       x,
                      double       y,
                      MyoMapPlace *place)
{
  g_return_val_if_fail (MYO_IS_MAP_LAYER (self), FALSE);

  return MYO_MAP_LAYER_GET_CLASS (self)->lookup (self, x, y, place);
}

void
myo_map_layer_changed (MyoMapLayer *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_map_layer_failed (MyoMapLayer *self,
                      GError      *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static gboolean
find_nothing (MyoMapLayer *self,
              double       x,
              double       y,
              MyoMapPlace *place)
{
  return FALSE;
}

static void
myo_map_layer_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MyoMapLayerPrivate *priv = myo_map_layer_get_instance_private (MYO_MAP_LAYER (object));

  if (prop_id == PROP_VIEW)
    priv->view = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* Kept to the end: what is still on its way to a layer may ask for it. */
static void
myo_map_layer_finalize (GObject *object)
{
  MyoMapLayerPrivate *priv = myo_map_layer_get_instance_private (MYO_MAP_LAYER (object));

  g_clear_object (&priv->view);

  G_OBJECT_CLASS (myo_map_layer_parent_class)->finalize (object);
}

static void
myo_map_layer_class_init (MyoMapLayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->set_property = myo_map_layer_set_property;
  object_class->finalize = myo_map_layer_finalize;
  klass->lookup = find_nothing;

  props[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, MYO_TYPE_MAP_VIEW,
                                          G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
myo_map_layer_init (MyoMapLayer *self)
{
}
