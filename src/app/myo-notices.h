/* What passes, told in toasts over a part of the window: the words in full, however long, and however narrow that part is.
 *
 * A toast that is raised before the window is on the screen would get the focus when the window opens, and a toast with the focus never ends;
 * so it waits until the window has given the focus away.  What can be undone goes before what is only told.  The same words are told
 * once while they are to be read, and counted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MYO_TYPE_NOTICES (myo_notices_get_type ())
G_DECLARE_FINAL_TYPE (MyoNotices, myo_notices, MYO, NOTICES, GObject)

/** myo_notices_new: @overlay: where the toasts are shown, not kept referenced: the owner lets both go together.
 * Returns: (transfer full) */
MyoNotices *myo_notices_new   (AdwToastOverlay *overlay);
/** myo_notices_set_overlay: @overlay: where they are shown from now on; those that are on show stay where they are */
void        myo_notices_set_overlay (MyoNotices *self, AdwToastOverlay *overlay);
/** myo_notices_tell: @words: plain text; stays long enough to be read */
void        myo_notices_tell  (MyoNotices *self, const char *words);
/** myo_notices_offer: tells it with a button, before all that is only told.  @button: its label; what it does is connected by the caller.
 * Returns: (transfer none): the toast, which lives at least until the main loop goes on */
AdwToast   *myo_notices_offer (MyoNotices *self, const char *words, const char *button);

G_END_DECLS
