/* What was held, day by day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-history-entry.h"

G_BEGIN_DECLS

#define MYO_TYPE_HISTORY_PAGE (myo_history_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoHistoryPage, myo_history_page, MYO, HISTORY_PAGE, GtkWidget)

/* Signals
 *   more ()                        the end of what is loaded is in sight
 *   search (const char *text)      only what has these words is to be listed; "": all
 *   show-drawing (MyoHistoryEntry *e)  its pain drawings are to be shown
 *   delete (MyoHistoryEntry *e)    the person wants it gone; the owner removes it from the model and offers undo
 */

/** myo_history_page_set_model: @entries: a list of #MyoHistoryEntry, newest first */
void myo_history_page_set_model  (MyoHistoryPage *self, GListModel *entries);
/** myo_history_page_start_search: Returns: whether the focus went to the search; %FALSE when there is nothing to search */
gboolean myo_history_page_start_search (MyoHistoryPage *self);
/** myo_history_page_set_notice: @text: (nullable): a lasting fault, shown as a bar; %NULL hides it */
void myo_history_page_set_notice (MyoHistoryPage *self, const char *text);

G_END_DECLS
