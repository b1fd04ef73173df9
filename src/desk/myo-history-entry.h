/* A session of the history as an item of a list model, with the words that a row of it shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-session.h"

G_BEGIN_DECLS

#define MYO_TYPE_HISTORY_ENTRY (myo_history_entry_get_type ())
G_DECLARE_FINAL_TYPE (MyoHistoryEntry, myo_history_entry, MYO, HISTORY_ENTRY, GObject)

/* Properties, all read only; a text is "" when there is nothing to say
 *   title (string)          when it began, in local time, and where: "18:05 · Infraspinatus, right"
 *   detail (string)         the technique; below it the holds, their time and how the session ended
 *   places (string)         what was painted before it, in words
 *   pain (string)           pain before and after, as far as it is known
 *   has-drawing (gboolean)  whether there is a pain drawing to show
 */

/** myo_history_entry_new: @session: taken a reference of; no longer changed.  Returns: (transfer full) */
MyoHistoryEntry  *myo_history_entry_new            (MyoSession *session);

/** myo_history_entry_get_session: Returns: (transfer none): the session shown */
MyoSession       *myo_history_entry_get_session    (MyoHistoryEntry *self);

/** myo_history_entry_describe_day: the day on which it began, in local time, as a heading.
 * @now: µs since 1970, to tell today and yesterday.  Returns: (transfer full): "Today", "Yesterday", "Monday, 3 November 2025" */
char             *myo_history_entry_describe_day   (MyoHistoryEntry *self, gint64 now);

/** myo_history_entry_is_same_day: Returns: whether both began on the same day, in local time */
gboolean          myo_history_entry_is_same_day    (MyoHistoryEntry *self, MyoHistoryEntry *other);

/** myo_history_entry_describe_holds: Returns: (transfer full): a line of words for each hold, in their order */
GStrv             myo_history_entry_describe_holds (MyoHistoryEntry *self);

G_END_DECLS
