/* Leads through a technique beside the map: pain before, the holds, pain after.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-atlas.h"
#include "myo-player.h"

G_BEGIN_DECLS

#define MYO_TYPE_SESSION_PAGE (myo_session_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoSessionPage, myo_session_page, MYO, SESSION_PAGE, GtkWidget)

/* Signals
 *   begin (int pain_before)             the person starts; the owner starts the player
 *   finish (int pain_after, int end)    MyoEnd; the person is through and has said how it is now
 *   left ()                             back to the muscle, nothing was begun
 * Actions: session.toggle (pause, go on or next), session.skip, session.repeat, session.release, session.stop,
 *          session.less, session.more, session.enlarge
 */

void     myo_session_page_set_model    (MyoSessionPage *self, MyoAtlas *atlas, MyoPlayer *player);
/** myo_session_page_prepare: shows what @routine will be, and asks for the pain before */
void     myo_session_page_prepare      (MyoSessionPage *self, MyoRoutine *routine, guint from_move);
/** myo_session_page_get_routine: Returns: (transfer none) (nullable): what was prepared */
MyoRoutine *myo_session_page_get_routine (MyoSessionPage *self);
/** myo_session_page_is_open: Returns: whether it has begun and the person is not through with it */
gboolean myo_session_page_is_open     (MyoSessionPage *self);
/** myo_session_page_set_limits: @pressure_ceiling: 0–10, beyond which "more" does not go; @flash: whether cues are also shown */
void     myo_session_page_set_limits   (MyoSessionPage *self, int pressure_ceiling, gboolean flash);
/** myo_session_page_is_running: Returns: whether holds are under way, also while paused */
gboolean myo_session_page_is_running   (MyoSessionPage *self);
/** myo_session_page_handle_key: Space, arrows, Escape and + − wherever the focus is.  Returns: whether it was one of them */
gboolean myo_session_page_handle_key   (MyoSessionPage *self, guint key);
/** myo_session_page_set_enlarged: shown alone in the window, to be read from afar */
void     myo_session_page_set_enlarged (MyoSessionPage *self, gboolean enlarged);

G_END_DECLS
