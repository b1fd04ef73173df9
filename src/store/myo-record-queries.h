/* What is read from and written to the tables.
 *
 * The writing ones belong inside myo_database_transact().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database.h"
#include "myo-session.h"

G_BEGIN_DECLS

/** myo_record_queries_save_session: inserts @session (id 0) or updates it, without its holds and with those of its
 * drawings that are set.
 * @id: (out): its row.  %MYO_ERROR_NOT_FOUND when that row is gone */
gboolean    myo_record_queries_save_session    (MyoDatabase *database, const MyoSession *session, gint64 *id, GError **error);

/** myo_record_queries_add_hold: inserts @hold and notes where its session is to go on; @id: (out): its row */
gboolean    myo_record_queries_add_hold        (MyoDatabase *database, gint64 session, const MyoHold *hold, int next_move,
                                                gint64 *id, GError **error);

/** myo_record_queries_find_unfinished: Returns: (transfer full) (nullable): the newest session without an end; %NULL with
 * @error unset when there is none */
MyoSession *myo_record_queries_find_unfinished (MyoDatabase *database, GError **error);

/** myo_record_queries_list: Returns: (transfer full) (element-type MyoSession): finished sessions, see myo_records_list_async() */
GPtrArray  *myo_record_queries_list            (MyoDatabase *database, gint64 before, gint64 before_id, guint limit,
                                                const char *search, GError **error);

/** myo_record_queries_mark_deleted: @deleted_at: µs since 1970; 0 takes the mark back.  %MYO_ERROR_NOT_FOUND when the row is gone */
gboolean    myo_record_queries_mark_deleted    (MyoDatabase *database, gint64 session, gint64 deleted_at, GError **error);

/** myo_record_queries_purge: removes for good what is marked deleted */
gboolean    myo_record_queries_purge           (MyoDatabase *database, GError **error);

G_END_DECLS
