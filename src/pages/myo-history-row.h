/* One session in the history: the day above the first of a day, the essentials, the holds behind a disclosure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-history-entry.h"

G_BEGIN_DECLS

#define MYO_TYPE_HISTORY_ROW (myo_history_row_get_type ())
G_DECLARE_FINAL_TYPE (MyoHistoryRow, myo_history_row, MYO, HISTORY_ROW, GtkWidget)

/* Property: entry (MyoHistoryEntry, read only)
 * Signals: delete (), show-drawing () */

GtkWidget       *myo_history_row_new       (void);
/** myo_history_row_set_entry: @before: (nullable): the entry above, to tell whether a new day begins; @now: µs since 1970, to tell today */
void             myo_history_row_set_entry (MyoHistoryRow *self, MyoHistoryEntry *entry, MyoHistoryEntry *before, gint64 now);
MyoHistoryEntry *myo_history_row_get_entry (MyoHistoryRow *self);

G_END_DECLS
