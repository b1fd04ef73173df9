/* Beside the map: search, what pain at a place can come from, what explains the pain that is painted, the selected muscle, the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-pain-desk.h"
#include "myo-session-desk.h"
#include "myo-session-page.h"

G_BEGIN_DECLS

#define MYO_TYPE_SIDE_PANEL (myo_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (MyoSidePanel, myo_side_panel, MYO, SIDE_PANEL, GtkWidget)

/* Signal: prepare (const char *technique_id): the person wants to be led through a technique of the selected muscle
 * Action: panel.back */

/** myo_side_panel_set_model: shows the page that is in front of @way, and sends what the pages ask for to the desks */
void            myo_side_panel_set_model     (MyoSidePanel *self, MyoAtlas *atlas, MyoPlaceDesk *places, MyoWay *way, MyoPainDesk *pain,
                                              MyoSessionDesk *sessions);
/** myo_side_panel_get_leads: Returns: whether a session is in front, which is looked at and listened to with busy hands; the property
 * "leads" follows it */
gboolean        myo_side_panel_get_leads    (MyoSidePanel *self);
MyoSessionPage *myo_side_panel_get_session   (MyoSidePanel *self);
void            myo_side_panel_start_search  (MyoSidePanel *self);

G_END_DECLS
