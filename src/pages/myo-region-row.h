/* A part of the body in a list, with a switch for each of its sides.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-atlas.h"

G_BEGIN_DECLS

#define MYO_TYPE_REGION_ROW (myo_region_row_get_type ())
G_DECLARE_FINAL_TYPE (MyoRegionRow, myo_region_row, MYO, REGION_ROW, GtkListBoxRow)

/* Signal: toggled (int side): the person switched that side; its owner says with myo_region_row_set_painted() what became of it */

/** myo_region_row_new: @region: the atlas's */
GtkWidget       *myo_region_row_new         (MyoAtlas *atlas, const MyoRegion *region);
const MyoRegion *myo_region_row_get_region  (MyoRegionRow *self);
/** myo_region_row_has_side: Returns: whether it has a switch for @side */
gboolean         myo_region_row_has_side    (MyoRegionRow *self, MyoSide side);
void             myo_region_row_set_painted (MyoRegionRow *self, MyoSide side, gboolean painted);
/** myo_region_row_get_focus_side: Returns: whether one of its switches has the focus; @side: (out): which */
gboolean         myo_region_row_get_focus_side (MyoRegionRow *self, MyoSide *side);
/** myo_region_row_focus_side: gives the focus to the switch of @side, or to the first when there is none */
void             myo_region_row_focus_side  (MyoRegionRow *self, MyoSide side);

G_END_DECLS
