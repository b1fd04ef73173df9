/* All parts of the body in a list that can be searched: marks where it hurts without a pointer.
 *
 * Keys: Tab or Down goes from the search into the list; Up and Down go from part to part, Left and Right from side to side, the
 * space bar marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-pain-desk.h"

G_BEGIN_DECLS

#define MYO_TYPE_REGION_LIST (myo_region_list_get_type ())
G_DECLARE_FINAL_TYPE (MyoRegionList, myo_region_list, MYO, REGION_LIST, GtkWidget)

/* Signal: done (): the person wants to see what explains the marked parts */

void myo_region_list_set_model (MyoRegionList *self, MyoPainDesk *pain);

G_END_DECLS
