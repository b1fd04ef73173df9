/* Where one begins: what the map is for, when to see a doctor, what is often looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-atlas.h"

G_BEGIN_DECLS

#define MYO_TYPE_HOME_PAGE (myo_home_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoHomePage, myo_home_page, MYO, HOME_PAGE, GtkWidget)

/* Signals
 *   show-condition (const char *id)   a complaint was chosen
 *   show-topic (const char *id)       a chapter was chosen
 */

void myo_home_page_set_model (MyoHomePage *self, MyoAtlas *atlas);

G_END_DECLS
