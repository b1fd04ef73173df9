/* A bar over what it concerns, for what lasts: a fault that stays until it is mended, what could not be loaded.
 *
 * It is hidden until it has words, never takes the focus and never goes by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MYO_TYPE_NOTICE_BAR (myo_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (MyoNoticeBar, myo_notice_bar, MYO, NOTICE_BAR, GtkWidget)

/* Property
 *   closable (boolean)  whether the person may put it away; FALSE at first
 *
 * Signals
 *   action ()  the button was pressed
 *   closed ()  the person put it away; it is hidden
 */

/** myo_notice_bar_set_text: @text: (nullable): what it says, in whole sentences; %NULL hides it
 * @button: (nullable): what can be done about it, as the label of its button; %NULL: nothing, there is no button */
void        myo_notice_bar_set_text (MyoNoticeBar *self, const char *text, const char *button);
/** myo_notice_bar_get_text: Returns: (transfer none) (nullable): what it says; %NULL while it is hidden */
const char *myo_notice_bar_get_text (MyoNoticeBar *self);

G_END_DECLS
