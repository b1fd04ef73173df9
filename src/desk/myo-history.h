/* The finished sessions of the records as a list that loads page by page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-history-entry.h"
#include "myo-records.h"
#include "myo-today.h"

G_BEGIN_DECLS

#define MYO_TYPE_HISTORY (myo_history_get_type ())
G_DECLARE_FINAL_TYPE (MyoHistory, myo_history, MYO, HISTORY, GObject)

/* Signal: failed (GError *error)  the records could not be read or written */

/** myo_history_new: @records: kept referenced; @clock: by which it is told what today is.
 * Returns: (transfer full): an empty list; myo_history_reload() fills it */
MyoHistory *myo_history_new         (MyoRecords *records, MyoClock *clock);

/** myo_history_get_today: Returns: (transfer none): by which the days of the entries are called */
MyoToday   *myo_history_get_today   (MyoHistory *self);

/** myo_history_get_entries: Returns: (transfer none): of #MyoHistoryEntry, newest first */
GListModel *myo_history_get_entries (MyoHistory *self);

/** myo_history_reload: loads the first page anew; it takes the place of all that is loaded */
void        myo_history_reload      (MyoHistory *self);

/** myo_history_set_search: @text: (nullable): only sessions that have all its words, see #MyoSessionFilter; %NULL or "": all.
 * Reloads when it is another */
void        myo_history_set_search  (MyoHistory *self, const char *text);

/** myo_history_load_more: loads the next page, unless one is on its way or there is none */
void        myo_history_load_more   (MyoHistory *self);

/** myo_history_delete: takes @entry away, in the records too; myo_history_undelete() brings it back to its place */
void        myo_history_delete      (MyoHistory *self, MyoHistoryEntry *entry);

/** myo_history_undelete: @entry: one that was deleted; listed again unless a search leaves it out */
void        myo_history_undelete    (MyoHistory *self, MyoHistoryEntry *entry);

G_END_DECLS
