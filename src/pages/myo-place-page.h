/* "Pain here can come from": the muscles with a zone over the place that was clicked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-place-desk.h"

G_BEGIN_DECLS

#define MYO_TYPE_PLACE_PAGE (myo_place_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoPlacePage, myo_place_page, MYO, PLACE_PAGE, GtkWidget)

/** myo_place_page_set_model: shows the answer of @places, and has a muscle selected there when its row is chosen */
void myo_place_page_set_model (MyoPlacePage *self, MyoPlaceDesk *places);

G_END_DECLS
