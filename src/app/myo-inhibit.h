/* Keeps the screen awake while hands are busy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MYO_TYPE_INHIBIT (myo_inhibit_get_type ())
G_DECLARE_FINAL_TYPE (MyoInhibit, myo_inhibit, MYO, INHIBIT, GObject)

/** myo_inhibit_new: @window: (nullable): the window that is to stay visible */
MyoInhibit *myo_inhibit_new        (GtkApplication *application, GtkWindow *window);

/** myo_inhibit_set_active: @active: whether the screen is to stay awake from now on; also ends when the object goes */
void        myo_inhibit_set_active (MyoInhibit *self, gboolean active);
/** myo_inhibit_get_active: Returns: whether it is asked to stay awake; a desktop without such a service ignores the wish */
gboolean    myo_inhibit_get_active (MyoInhibit *self);

G_END_DECLS
