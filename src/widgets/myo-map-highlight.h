/* A layer of the map: one muscle or region lit up, seen whole on every figure that shows it.
 *
 * There is one of it for what is selected, another for what the pointer or the focus rests on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-layer.h"
#include "myo-selection.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_HIGHLIGHT (myo_map_highlight_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapHighlight, myo_map_highlight, MYO, MAP_HIGHLIGHT, MyoMapLayer)

/** myo_map_highlight_new: @opacity: 1 covers what lies beneath */
MyoMapHighlight *myo_map_highlight_new             (MyoMapView *view, MyoDrawings *drawings, double opacity);

/** myo_map_highlight_show: @id: (nullable): lit up from now on, painted at once; nothing when %NULL */
void             myo_map_highlight_show            (MyoMapHighlight *self, const char *id, MyoSide side);
/** myo_map_highlight_follow: lights up whatever @selection shows: what is chosen at once (when the view has a size), what is only looked at
 * when it is drawn next; anew when the view rests */
void             myo_map_highlight_follow          (MyoMapHighlight *self, MyoSelection *selection);

/** myo_map_highlight_get_largest_box: Returns: whether a figure shows the muscle; @world: (out): its largest box there, mm of the world */
gboolean         myo_map_highlight_get_largest_box (MyoMapHighlight *self, const char *id, MyoSide side, MyoRect *world);

G_END_DECLS
