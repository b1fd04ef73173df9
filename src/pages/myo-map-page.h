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

/* Properties: layer-name ("skin", "surface", "deep"), enlarged (the session alone fills the page), panel-width (int, px),
 *             tool, brush-size, quality (int: those of the pain tool)
 * Actions: map-page.layer-name (s), session.enlarge, map-page.tool, map-page.brush-size, map-page.quality (i),
 *          map-page.resize-brush (i: −1, 1), map-page.undo, map-page.redo, map-page.clear-drawing; those of the map as map-page.NAME */

/** myo_map_page_set_painting: what is painted on, and with what; after myo_body_map_set_model() */
void          myo_map_page_set_painting (MyoMapPage *self, MyoPainDesk *pain);

MyoBodyMap   *myo_map_page_get_map      (MyoMapPage *self);
MyoSidePanel *myo_map_page_get_panel    (MyoMapPage *self);
/** myo_map_page_get_toasts: Returns: (transfer none): what toasts are shown over while this page is in front: the figures, or the stage of a
 * session that is enlarged; never the tools to paint with, nor what leads a session */
AdwToastOverlay *myo_map_page_get_toasts (MyoMapPage *self);
void          myo_map_page_set_enlarged (MyoMapPage *self, gboolean enlarged);
gboolean      myo_map_page_get_enlarged (MyoMapPage *self);

G_END_DECLS
