/* A muscle or region on the map as a widget of its own: it draws nothing, but keyboard and screen reader reach it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-base.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_TARGET (myo_map_target_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapTarget, myo_map_target, MYO, MAP_TARGET, GtkWidget)

/* Signal: activate (): chosen by key or by an assistive technology */

/** myo_map_target_new: to become a child of the widget that @base is drawn in.  @id: of the muscle or region; @name: what a screen reader says, with the
 * side; @box: mm of the figure's view */
MyoMapTarget  *myo_map_target_new          (MyoMapBase *base, const char *id, const char *name, MyoSide side, MyoFigureId figure,
                                            const MyoRect *box);
const char    *myo_map_target_get_id       (MyoMapTarget *self);
MyoSide        myo_map_target_get_side     (MyoMapTarget *self);
MyoFigureId    myo_map_target_get_figure   (MyoMapTarget *self);
const MyoRect *myo_map_target_get_box      (MyoMapTarget *self);
void           myo_map_target_set_selected (MyoMapTarget *self, gboolean selected);

G_END_DECLS
