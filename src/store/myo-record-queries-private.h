/* What concerns a session as a whole: its row, its holds and its drawings, each in a table of its own.
 *
 * The writing ones belong inside myo_database_transact(), the reading ones inside myo_database_read().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"
#include "myo-records.h"

G_BEGIN_DECLS

/** myo_record_queries_save_session: inserts @session (id 0) or updates it, without its holds and with those of its
 * drawings that are set.
 * @id: (out): its row.  %MYO_ERROR_NOT_FOUND when that row is gone */
gboolean   myo_record_queries_save_session    (MyoDatabase *database, const MyoSession *session, gint64 *id, GError **error);

/** myo_record_queries_add_hold: inserts @hold and notes where its session is to go on; @id: (out): its row.
 * %MYO_ERROR_NOT_FOUND when the row @session is gone */
gboolean   myo_record_queries_add_hold        (MyoDatabase *database, gint64 session, const MyoHold *hold, int next_move,
                                               gint64 *id, GError **error);

/** myo_record_queries_find_unfinished: @session: (out) (transfer full) (nullable): the newest session without an end, %NULL when there is none */
gboolean   myo_record_queries_find_unfinished (MyoDatabase *database, MyoSession **session, GError **error);

/** myo_record_queries_list: Returns: (transfer full) (element-type MyoSession): the finished sessions that @filter lets through,
 * newest first; %NULL with @error set */
GPtrArray *myo_record_queries_list            (MyoDatabase *database, const MyoSessionFilter *filter, GError **error);

G_END_DECLS
