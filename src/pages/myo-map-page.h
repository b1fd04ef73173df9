/* The map with its controls, and the side panel beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-body-map.h"
#include "myo-side-panel.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_PAGE (myo_map_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapPage, myo_map_page, MYO, MAP_PAGE, GtkWidget)

/* Properties: layer-name ("skin", "surface", "deep"), enlarged (the session alone fills the page), panel-width (int, px)
 * Actions: map-page.layer (s), map-page.figure (i), session.enlarge */

MyoBodyMap   *myo_map_page_get_map      (MyoMapPage *self);
MyoSidePanel *myo_map_page_get_panel    (MyoMapPage *self);
void          myo_map_page_set_enlarged (MyoMapPage *self, gboolean enlarged);
gboolean      myo_map_page_get_enlarged (MyoMapPage *self);

G_END_DECLS
