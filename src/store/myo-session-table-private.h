/* The table `session`: what a session was, without its holds and drawings, but with what its drawing covers, in words.
 *
 * The writing ones belong inside myo_database_transact().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"
#include "myo-records.h"

G_BEGIN_DECLS

/** myo_session_table_save: inserts @session (id 0) or updates it.  Words of its drawing that are %NULL leave what is stored, "" takes it away.
 * It is its owner's from then on.  @id: (out): its row.  %MYO_ERROR_NOT_FOUND when that row is gone; %MYO_ERROR_ELSEWHERE when it is another's
 * that lives, or over otherwise than @session says */
gboolean   myo_session_table_save            (MyoDatabase *database, const MyoSession *session, gint64 *id, GError **error);

/** myo_session_table_set_next_move: notes where the session is to go on.  %MYO_ERROR_NOT_FOUND when the row @id is gone,
 * %MYO_ERROR_ELSEWHERE when it is another's */
gboolean   myo_session_table_set_next_move   (MyoDatabase *database, gint64 id, int next_move, GError **error);

/** myo_session_table_mark_deleted: @deleted_at: µs since 1970, UTC; 0 takes the mark back.  %MYO_ERROR_NOT_FOUND when the row @id is gone */
gboolean   myo_session_table_mark_deleted    (MyoDatabase *database, gint64 id, gint64 deleted_at, GError **error);

/** myo_session_table_purge: removes for good what is marked deleted, with its holds and drawings */
gboolean   myo_session_table_purge           (MyoDatabase *database, GError **error);

/** myo_session_table_is_empty: Returns: whether there is no session, nor one marked deleted; also when that cannot be read */
gboolean   myo_session_table_is_empty        (MyoDatabase *database);

/** myo_session_table_count: @n: (out): how many sessions there are that are not marked deleted */
gboolean   myo_session_table_count           (MyoDatabase *database, gint64 *n, GError **error);

/** myo_session_table_was_used: @used: (out): whether a session was ever recorded here, or it was chosen that there be none */
gboolean   myo_session_table_was_used        (MyoDatabase *database, gboolean *used, GError **error);

/** myo_session_table_choose_empty: notes that it was chosen that there be no session yet */
gboolean   myo_session_table_choose_empty    (MyoDatabase *database, GError **error);

/** myo_session_table_list_starts: adds to @starts (element-type gint64), the oldest first, when the finished sessions that are not marked
 * deleted began: µs since 1970, UTC */
gboolean   myo_session_table_list_starts     (MyoDatabase *database, GArray *starts, GError **error);

/** myo_session_table_find_unfinished: Returns: (transfer full) (element-type MyoSession): the newest session without an end
 * whose owner is not another one that lives, or none; %NULL with @error set */
GPtrArray *myo_session_table_find_unfinished (MyoDatabase *database, GError **error);

/** myo_session_table_list: Returns: (transfer full) (element-type MyoSession): the finished sessions that @filter lets through,
 * newest first; %NULL with @error set */
GPtrArray *myo_session_table_list            (MyoDatabase *database, const MyoSessionFilter *filter, GError **error);

G_END_DECLS
