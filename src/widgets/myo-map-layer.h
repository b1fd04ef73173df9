/* A layer of the map: draws one thing over all figures and tells what of it lies at a place.
 *
 * The map stacks its layers and knows nothing else of how it looks.  All of them share one view.  What a layer follows (a selection, a
 * drawing) makes stale what it has; it paints that anew when it is next drawn, unless its header says that it does so at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-view.h"

G_BEGIN_DECLS

/** MyoMapPlace: what lies at a place of the map */
typedef struct
{
  MyoFigureId figure;
  double      x, y;          /* mm of the figure's view */
  MyoSide     side;          /* of the body */
  const char *id;            /* the muscle or region, interned; NULL: none */
} MyoMapPlace;

#define MYO_TYPE_MAP_LAYER (myo_map_layer_get_type ())
G_DECLARE_DERIVABLE_TYPE (MyoMapLayer, myo_map_layer, MYO, MAP_LAYER, GObject)

struct _MyoMapLayerClass
{
  GObjectClass parent_class;

  /* Draws it, in px of the widget. */
  void     (*snapshot) (MyoMapLayer *self, GtkSnapshot *snapshot);
  /* Whether there is something of it at @x, @y (px of the widget) that can be hit, and what.  By default there is nothing: one hits what
   * lies beneath. */
  gboolean (*lookup)   (MyoMapLayer *self, double x, double y, MyoMapPlace *place);
};

/* Signals
 *   changed ()           it looks different: the map is to be drawn anew
 *   failed (GError *)    something of it could not be drawn */

MyoMapView *myo_map_layer_get_view (MyoMapLayer *self);
void        myo_map_layer_snapshot (MyoMapLayer *self, GtkSnapshot *snapshot);
/** myo_map_layer_lookup: Returns: whether something of the layer can be hit there; @place: (out): then what */
gboolean    myo_map_layer_lookup   (MyoMapLayer *self, double x, double y, MyoMapPlace *place);

/* For layers */
void        myo_map_layer_changed  (MyoMapLayer *self);
void        myo_map_layer_failed   (MyoMapLayer *self, GError *error);

G_END_DECLS
