/* Beside the map: search, what pain at a place can come from, what explains the pain that is painted, the selected muscle, the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-pain-tool.h"
#include "myo-place-desk.h"
#include "myo-session-desk.h"
#include "myo-session-page.h"
#include "myo-way.h"

G_BEGIN_DECLS

#define MYO_TYPE_SIDE_PANEL (myo_side_panel_get_type ())
G_DECLARE_FINAL_TYPE (MyoSidePanel, myo_side_panel, MYO, SIDE_PANEL, GtkWidget)

/* Signals
 *   prepare (const char *technique_id)   the person wants to be led through a technique of the selected muscle
 *   repainted ()                         the drawing of the study shows the pain after the session
 *   show-drawing (MyoPainDrawing *nullable)  the stored drawing that the map is to show; %NULL: its own again
 * Action: panel.back
 */

void            myo_side_panel_set_model     (MyoSidePanel *self, MyoAtlas *atlas, MyoPlaceDesk *places, MyoWay *way,
                                              MyoSessionDesk *sessions, MyoPainStudy *study, MyoPainTool *tool);
MyoSessionPage *myo_side_panel_get_session   (MyoSidePanel *self);
/** myo_side_panel_show_session: brings the session to the front, or takes it away again */
void            myo_side_panel_show_session  (MyoSidePanel *self, gboolean show);
/** myo_side_panel_begin_repaint: asks for the pain as it is after a session; @before: what was painted when it began */
void            myo_side_panel_begin_repaint (MyoSidePanel *self, MyoPainDrawing *before);
/** myo_side_panel_show_pair: how the pain of a stored session changed, unless a session is there; @after: (nullable) */
void            myo_side_panel_show_pair     (MyoSidePanel *self, MyoPainDrawing *before, MyoPainDrawing *after);
void            myo_side_panel_start_search  (MyoSidePanel *self);

G_END_DECLS
