/* A layer of the map: what is written over the body: trigger points with their names, the place that was clicked, the ring of the focus.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-layer.h"
#include "myo-selection.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_MARKS (myo_map_marks_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapMarks, myo_map_marks, MYO, MAP_MARKS, MyoMapLayer)

/** myo_map_marks_new: marks what @selection shows.  @widget: (not owned): the map that it is drawn in, whose letters are used and whose child that has the
 * focus gets the ring; outlives the layer */
MyoMapMarks *myo_map_marks_new (MyoMapView *view, MyoSelection *selection, GtkWidget *widget);

G_END_DECLS
