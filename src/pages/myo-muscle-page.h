/* All that the atlas says of the selected muscle, dangers first, and its techniques.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-atlas.h"
#include "myo-selection.h"

G_BEGIN_DECLS

#define MYO_TYPE_MUSCLE_PAGE (myo_muscle_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoMusclePage, myo_muscle_page, MYO, MUSCLE_PAGE, GtkWidget)

/* Signals
 *   start (const char *technique_id)   the person wants to be led through it
 *   show-muscle (const char *id)       a related muscle was chosen
 */

void myo_muscle_page_set_model (MyoMusclePage *self, MyoAtlas *atlas, MyoSelection *selection);

G_END_DECLS
