/* Beside the map: search, what pain at a place can come from, the selected muscle, the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-finder.h"
#include "myo-player.h"
#include "myo-selection.h"
#include "myo-session-page.h"

G_BEGIN_DECLS

#define MYO_TYPE_SIDE_PANEL (myo_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (MyoSidePanel, myo_side_panel, MYO, SIDE_PANEL, GtkWidget)

/* Signals
 *   prepare (const char *technique_id)   the person wants to be led through a technique of the selected muscle
 * Actions: panel.back, panel.search
 */

void            myo_side_panel_set_model     (MyoSidePanel *self, MyoAtlas *atlas, MyoFinder *finder, MyoSelection *selection, MyoPlayer *player);
MyoSessionPage *myo_side_panel_get_session   (MyoSidePanel *self);
/** myo_side_panel_show_session: brings the session to the front, or takes it away again */
void            myo_side_panel_show_session  (MyoSidePanel *self, gboolean show);
void            myo_side_panel_start_search  (MyoSidePanel *self);
GtkEditable    *myo_side_panel_get_search_entry (MyoSidePanel *self);

G_END_DECLS
