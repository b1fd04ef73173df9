/* Keeps the desktop from something for a while: the screen awake while hands are busy, a log-out waiting for what is not written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MYO_TYPE_INHIBIT (myo_inhibit_get_type ())
G_DECLARE_FINAL_TYPE (MyoInhibit, myo_inhibit, MYO, INHIBIT, GObject)

/* Property: reason (string, written only) */

/** myo_inhibit_new: @window: (nullable): the window that is to stay visible; @flags: what is kept from happening.  Returns: (transfer full) */
MyoInhibit *myo_inhibit_new        (GtkApplication *application, GtkWindow *window, GtkApplicationInhibitFlags flags);

/** myo_inhibit_set_reason: @reason: (nullable): why it must not happen from now on, which the desktop may show; %NULL or "": it
 * may.  Also ends when the object goes; a desktop without such a service ignores the wish */
void        myo_inhibit_set_reason (MyoInhibit *self, const char *reason);
/** myo_inhibit_get_active: Returns: whether there is a reason now */
gboolean    myo_inhibit_get_active (MyoInhibit *self);

G_END_DECLS
