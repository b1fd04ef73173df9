/* A muscle or region on the map as a widget of its own: it draws nothing, but keyboard and screen reader reach it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-map-layout.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_ZONE (myo_map_zone_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapZone, myo_map_zone, MYO, MAP_ZONE, GtkWidget)

/* Signal: activate (): chosen by key or by an assistive technology */

/** myo_map_zone_new: @id: of the muscle or region; @name: what a screen reader says, with the side; @box: mm of the figure's view */
MyoMapZone   *myo_map_zone_new          (const char *id, const char *name, MyoSide side, MyoFigureId figure, const MyoRect *box);
const char   *myo_map_zone_get_id       (MyoMapZone *self);
MyoSide       myo_map_zone_get_side     (MyoMapZone *self);
MyoFigureId   myo_map_zone_get_figure   (MyoMapZone *self);
const MyoRect *myo_map_zone_get_box     (MyoMapZone *self);
void          myo_map_zone_set_selected (MyoMapZone *self, gboolean selected);

G_END_DECLS
