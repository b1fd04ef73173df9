/* A layer of the map: the pain that is painted on the body.
 *
 * Each figure has a picture of its own, painted once and then added to: a stroke under way costs only what it touches.  On the figure
 * where it is made it is seen at once, on the others whenever the answer is told anew, ten times a second.  Of a large drawing the pictures
 * are painted in threads whenever all of them have to be; what was seen before stays until they come, and what is painted meanwhile is added.
 * Kept is what is in sight: a figure out of it, or a map that is not on show, is painted anew when it is seen again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-layer.h"
#include "myo-pain-study.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_INK (myo_map_ink_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapInk, myo_map_ink, MYO, MAP_INK, MyoMapLayer)

MyoMapInk *myo_map_ink_new         (MyoMapView *view, MyoDrawings *drawings);

/** myo_map_ink_set_study: whose drawing is shown, with the stroke under way; once */
void       myo_map_ink_set_study   (MyoMapInk *self, MyoPainStudy *study);
/** myo_map_ink_set_stored: @drawing: (nullable): of the records, shown instead of the study's; %NULL ends it.  Returns: whether it is another */
gboolean   myo_map_ink_set_stored  (MyoMapInk *self, MyoPainDrawing *drawing);
/** myo_map_ink_shows_stored: Returns: whether a drawing of the records is shown, which is not to be painted on */
gboolean   myo_map_ink_shows_stored (MyoMapInk *self);

G_END_DECLS
