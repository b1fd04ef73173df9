/* What was held, day by day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-history.h"

G_BEGIN_DECLS

#define MYO_TYPE_HISTORY_PAGE (myo_history_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoHistoryPage, myo_history_page, MYO, HISTORY_PAGE, GtkWidget)

/* Signals
 *   show-drawing (MyoHistoryEntry *e)  its pain drawings are to be shown
 *   try-again ()                       what the notice tells of is to be tried again
 *   delete (MyoHistoryEntry *e)    the person wants it gone; the owner deletes it and offers undo
 */

/** myo_history_page_set_history: shows @history, loads more of it and searches it; once */
void myo_history_page_set_history (MyoHistoryPage *self, MyoHistory *history);
/** myo_history_page_start_search: Returns: whether the focus went to the search; %FALSE when there is nothing to search */
gboolean myo_history_page_start_search (MyoHistoryPage *self);
/** myo_history_page_get_toasts: Returns: (transfer none): what toasts are shown over while this page is in front: the list, not its search */
AdwToastOverlay *myo_history_page_get_toasts (MyoHistoryPage *self);
/** myo_history_page_set_notice: @text: (nullable): a lasting fault, shown as a bar; %NULL hides it
 * @button: (nullable): label of what emits `try-again`; %NULL: there is no button */
void myo_history_page_set_notice (MyoHistoryPage *self, const char *text, const char *button);
/** myo_history_page_set_closed: @closed: whether nobody can tell what sessions there are; else an empty history is one without any */
void myo_history_page_set_closed (MyoHistoryPage *self, gboolean closed);

G_END_DECLS
