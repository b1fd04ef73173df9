/* "Pain here can come from": the muscles with a zone over the place that was clicked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-atlas.h"
#include "myo-finder.h"
#include "myo-selection.h"

G_BEGIN_DECLS

#define MYO_TYPE_PLACE_PAGE (myo_place_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoPlacePage, myo_place_page, MYO, PLACE_PAGE, GtkWidget)

/* Signal: chosen (): a muscle of the list was selected */

void  myo_place_page_set_model (MyoPlacePage *self, MyoAtlas *atlas, MyoFinder *finder, MyoSelection *selection);
/** myo_place_page_get_count: Returns: how many muscles explain the place */
guint myo_place_page_get_count (MyoPlacePage *self);

G_END_DECLS
