/* Leads through a technique beside the map: pain before, the holds, pain after.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-session-desk.h"

G_BEGIN_DECLS

#define MYO_TYPE_SESSION_PAGE (myo_session_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoSessionPage, myo_session_page, MYO, SESSION_PAGE, GtkWidget)

/* Property: desk (MyoSessionDesk, read only)
 * Actions: session.toggle (pause, go on or next), session.skip, session.repeat, session.release, session.stop,
 *          session.less, session.more, session.enlarge
 */

/** myo_session_page_set_desk: shows what @desk does, and gives it the person's commands; once */
void     myo_session_page_set_desk     (MyoSessionPage *self, MyoSessionDesk *desk);
/** myo_session_page_get_toasts: Returns: (transfer none): what toasts are shown over while this page is alone in the window: ring and words, no
 * buttons */
AdwToastOverlay *myo_session_page_get_toasts (MyoSessionPage *self);
/** myo_session_page_set_flash: @flash: whether what is heard is also shown */
void     myo_session_page_set_flash    (MyoSessionPage *self, gboolean flash);
/** myo_session_page_handle_key: Space, arrows, Escape and + − wherever the focus is.  Returns: whether it was one of them */
gboolean myo_session_page_handle_key   (MyoSessionPage *self, guint key);
/** myo_session_page_set_enlarged: shown alone in the window, to be read from afar */
void     myo_session_page_set_enlarged (MyoSessionPage *self, gboolean enlarged);

G_END_DECLS
