/* A layer of the map: where the trigger points that are shown send pain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-layer.h"
#include "myo-selection.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_ZONES (myo_map_zones_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapZones, myo_map_zones, MYO, MAP_ZONES, MyoMapLayer)

/** myo_map_zones_new: shows the pain zones of whatever @selection shows; those of what is chosen are painted at once (when the view has
 * a size), of what is only looked at when they are drawn next, and anew when the view rests */
MyoMapZones *myo_map_zones_new (MyoMapView *view, MyoDrawings *drawings, MyoSelection *selection);

G_END_DECLS
