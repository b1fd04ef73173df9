/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-session-table-private.h"

#include <string.h>

#include "myo-migrations-private.h"
#include "myo-owner-private.h"
#include "myo-record-values-private.h"
#include "myo-search-functions-private.h"
#include "myo-statement-private.h"

/* --- Writing --- */

/* @start: (nullable): of SQL: what else than its row the session is known by */
static gboolean
must_have_changed (MyoDatabase  *database,
                   gint64        id,
                   const char   *start,
                   GError      **error)
{
  g_autofree char *sql = NULL;
  gint64 exists;

  if (sqlite3_changes (database->handle) > 0)
    return TRUE;

  sql = g_strdup_printf ("SELECT EXISTS (SELECT 1 FROM session WHERE id = %" G_GINT64_FORMAT "%s)", id, start != NULL ? start : "");
  if (!myo_database_get_int (database, sql, &exists, error))
    return FALSE;

  if (exists)
    g_set_error (error, MYO_ERROR, MYO_ERROR_ELSEWHERE, "%s: another Myomap has the session of row %" G_GINT64_FORMAT, database->path, id);
  else
    g_set_error (error, MYO_ERROR, MYO_ERROR_NOT_FOUND, "%s: no session has the row %" G_GINT64_FORMAT, database->path, id);
  return FALSE;
}

static void
bind_session (MyoStatement     *statement,
              const MyoSession *session)
{
  myo_statement_bind_int (statement, ":started_at", session->started_at);
  myo_statement_bind_int (statement, ":ended_at", session->ended_at);
  myo_record_values_bind_text (statement, ":muscle", session->muscle);
  myo_record_values_bind_text (statement, ":muscle_name", session->muscle_name);
  myo_record_values_bind_text (statement, ":technique", session->technique);
  myo_record_values_bind_text (statement, ":technique_title", session->technique_title);
  myo_record_values_bind_text (statement, ":atlas_version", session->atlas_version);
  myo_record_values_bind_text (statement, ":side", myo_side_get_nick (session->side));
  myo_record_values_bind_known (statement, ":pain_before", session->pain_before);
  myo_record_values_bind_known (statement, ":pain_after", session->pain_after);
  myo_record_values_bind_text (statement, ":ending", myo_end_get_nick (session->end));
  myo_statement_bind_int (statement, ":next_move", session->next_move);
  myo_statement_bind_text (statement, ":drawing_words", session->drawing_words);
}

/* What a session is found by; @words: of its drawing */
#define FOUND_BY(words) MYO_SQL_FOLD " (:muscle_name || ' ' || :technique_title || ' ' || COALESCE (" words ", ''))"

#define INSERT_SESSION \
  "INSERT INTO session (started_at, ended_at, muscle, muscle_name, technique, technique_title, atlas_version, side," \
  " pain_before, pain_after, ending, next_move, drawing_words, search, owner) " \
  "VALUES (:started_at, :ended_at, :muscle, :muscle_name, :technique, :technique_title, :atlas_version, :side," \
  " :pain_before, :pain_after, :ending, :next_move, NULLIF (:drawing_words, ''), " FOUND_BY (":drawing_words") ", " MYO_SQL_OWN " ())"

/* What was written here is one's own; else only what was cut off may be taken, and what is over may be added to. */
#define IS_OURS \
  "(owner IS " MYO_SQL_OWN " () OR (ending = 'none' AND NOT " MYO_SQL_ELSEWHERE " (owner)) OR (ending <> 'none' AND ending = :ending))"

/* A row alone may be another session's in a file that took the place of the one in which it was given.
 * As with the drawings themselves: words that are NULL leave what is stored, and "" takes it away. */
#define UPDATE_SESSION \
  "UPDATE session SET ended_at = :ended_at, muscle = :muscle, muscle_name = :muscle_name," \
  " technique = :technique, technique_title = :technique_title, atlas_version = :atlas_version, side = :side," \
  " pain_before = :pain_before, pain_after = :pain_after, ending = :ending, next_move = :next_move," \
  " drawing_words = NULLIF (COALESCE (:drawing_words, drawing_words), '')," \
  " search = " FOUND_BY ("COALESCE (:drawing_words, drawing_words)") ", owner = " MYO_SQL_OWN " () " \
  "WHERE id = :id AND started_at = :started_at AND " IS_OURS

gboolean
myo_session_table_save (MyoDatabase       *database,
                        const MyoSession  *session,
                        gint64            *id,
                        GError           **error)
{
  const gboolean is_new = session->id == 0;
  g_autoptr(MyoStatement) statement = myo_statement_new (database, is_new ? INSERT_SESSION : UPDATE_SESSION, error);
  g_autofree char *start = g_strdup_printf (" AND started_at = %" G_GINT64_FORMAT, session->started_at);

  if (statement == NULL)
    return FALSE;

  bind_session (statement, session);
  if (!is_new)
    myo_statement_bind_int (statement, ":id", session->id);
  if (!myo_statement_run (statement, error))
    return FALSE;

  *id = is_new ? sqlite3_last_insert_rowid (database->handle) : session->id;
  return is_new || must_have_changed (database, *id, start, error);
}

/* @sql: sets @name of the row :id to @value */
static gboolean
set_value (MyoDatabase  *database,
           const char   *sql,
           gint64        id,
           const char   *name,
           gint64        value,
           GError      **error)
{
  g_autoptr(MyoStatement) statement = myo_statement_new (database, sql, error);

  if (statement == NULL)
    return FALSE;

  myo_statement_bind_int (statement, name, value);
  myo_statement_bind_int (statement, ":id", id);
  return myo_statement_run (statement, error) && must_have_changed (database, id, NULL, error);
}

gboolean
myo_session_table_set_next_move (MyoDatabase  *database,
                                 gint64        id,
                                 int           next_move,
                                 GError      **error)
{
  return set_value (database, "UPDATE session SET next_move = :next_move WHERE id = :id AND owner IS " MYO_SQL_OWN " ()", id,
                    ":next_move", next_move, error);
}

gboolean
myo_session_table_mark_deleted (MyoDatabase  *database,
                                gint64        id,
                                gint64        deleted_at,
                                GError      **error)
{
  return set_value (database, "UPDATE session SET deleted_at = NULLIF (:deleted_at, 0) WHERE id = :id", id, ":deleted_at", deleted_at,
                    error);
}

gboolean
myo_session_table_purge (MyoDatabase  *database,
                         GError      **error)
{
  return myo_database_exec (database, "DELETE FROM session WHERE deleted_at IS NOT NULL", error);
}

/* --- Reading --- */

gboolean
myo_session_table_is_empty (MyoDatabase *database)
{
  gint64 exists = 0;

  return !myo_database_get_int (database, "SELECT EXISTS (SELECT 1 FROM session)", &exists, NULL) || exists == 0;
}

gboolean
myo_session_table_count (MyoDatabase  *database,
                         gint64       *n,
                         GError      **error)
{
  return myo_database_get_int (database, "SELECT count (*) FROM session WHERE deleted_at IS NULL", n, error);
}

/* SQLite's own table of the highest row that a session ever had is the one thing that outlives the last of them, and goes with the file:
 * where another is put in its place nothing was chosen. */
gboolean
myo_session_table_was_used (MyoDatabase  *database,
                            gboolean     *used,
                            GError      **error)
{
  gint64 n;

  if (!myo_database_get_int (database, "SELECT count (*) FROM sqlite_sequence WHERE name = 'session'", &n, error))
    return FALSE;

  *used = n > 0;
  return TRUE;
}

gboolean
myo_session_table_choose_empty (MyoDatabase  *database,
                                GError      **error)
{
  return myo_database_exec (database,
                            "INSERT INTO sqlite_sequence (name, seq) SELECT 'session', 0 "
                            "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'session')",
                            error);
}

#define COLUMNS \
  "id, started_at, ended_at, muscle, muscle_name, technique, technique_title, atlas_version, side," \
  " pain_before, pain_after, ending, next_move, drawing_words"

/* Tables of earlier versions, which cannot be upgraded where nothing can be written, as if they had what came later. */
#define FIRST_VERSION \
  "(SELECT *, NULL AS drawing_words, " MYO_SQL_FOLD " (muscle_name || ' ' || technique_title) AS search, NULL AS owner FROM session)"
#define WITHOUT_OWNERS "(SELECT *, NULL AS owner FROM session)"

/* @rest: of the statement, from its WHERE on */
static MyoStatement *
select_sessions (MyoDatabase  *database,
                 const char   *rest,
                 GError      **error)
{
  g_autofree char *sql = NULL;
  gboolean drawings, owners;

  if (!myo_migrations_know_drawings (database, &drawings, error) || !myo_migrations_know_owners (database, &owners, error))
    return NULL;

  sql = g_strconcat ("SELECT " COLUMNS " FROM ", owners ? "session" : drawings ? WITHOUT_OWNERS : FIRST_VERSION, " ", rest, NULL);
  return myo_statement_new (database, sql, error);
}

static MyoSession *
read_session (MyoStatement *row)
{
  MyoSession *session = myo_session_new ();
  int column = 0;

  session->id = myo_statement_get_int (row, column++);
  session->started_at = myo_statement_get_int (row, column++);
  session->ended_at = myo_statement_get_int (row, column++);
  session->muscle = myo_record_values_get_text (row, column++);
  session->muscle_name = myo_record_values_get_text (row, column++);
  session->technique = myo_record_values_get_text (row, column++);
  session->technique_title = myo_record_values_get_text (row, column++);
  session->atlas_version = myo_record_values_get_text (row, column++);
  session->side = myo_record_values_get_side (row, column++);
  session->pain_before = myo_record_values_get_known (row, column++);
  session->pain_after = myo_record_values_get_known (row, column++);
  session->end = myo_end_from_nick (myo_statement_get_text (row, column++));
  session->next_move = (int) myo_statement_get_int (row, column++);
  session->drawing_words = myo_record_values_get_text (row, column++);
  return session;
}

static void
take_session (MyoStatement *row,
              gpointer      data)
{
  g_ptr_array_add (data, read_session (row));
}

static GPtrArray *
read_sessions (MyoStatement  *statement,
               GError       **error)
{
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_session_unref);

  return myo_statement_for_each (statement, take_session, sessions, error) ? g_steal_pointer (&sessions) : NULL;
}

GPtrArray *
myo_session_table_find_unfinished (MyoDatabase  *database,
                                   GError      **error)
{
  g_autoptr(MyoStatement) statement =
    select_sessions (database, "WHERE ending = 'none' AND deleted_at IS NULL AND NOT " MYO_SQL_ELSEWHERE " (owner) "
                     "ORDER BY started_at DESC, id DESC LIMIT 1", error);

  return statement != NULL ? read_sessions (statement, error) : NULL;
}

static void
take_start (MyoStatement *row,
            gpointer      data)
{
  gint64 started_at = myo_statement_get_int (row, 0);

  g_array_append_val (data, started_at);
}

gboolean
myo_session_table_list_starts (MyoDatabase  *database,
                               GArray       *starts,
                               GError      **error)
{
  g_autoptr(MyoStatement) statement =
    myo_statement_new (database, "SELECT started_at FROM session WHERE ending <> 'none' AND deleted_at IS NULL ORDER BY started_at", error);

  return statement != NULL && myo_statement_for_each (statement, take_start, starts, error);
}

/* Without @words the history's index has all that is asked; with them it still gives the order, and a page ends the reading. */
#define FINISHED "WHERE ending <> 'none' AND deleted_at IS NULL AND (started_at, id) < (:before, :before_id) "
#define NEWEST_FIRST "ORDER BY started_at DESC, id DESC LIMIT :limit"

static MyoStatement *
select_page (MyoDatabase  *database,
             const char   *words,
             GError      **error)
{
  MyoStatement *statement;

  if (*words == '\0')
    return select_sessions (database, FINISHED NEWEST_FIRST, error);

  statement = select_sessions (database, FINISHED "AND " MYO_SQL_HOLDS " (search, :words) " NEWEST_FIRST, error);
  if (statement != NULL)
    myo_statement_bind_text (statement, ":words", words);
  return statement;
}

/* What is nothing but signs is in no folded text. */
static gboolean
cannot_be_found (const char *search,
                 const char *words)
{
  return *words == '\0' && search != NULL && search[strspn (search, " \t\r\n")] != '\0';
}

GPtrArray *
myo_session_table_list (MyoDatabase             *database,
                        const MyoSessionFilter  *filter,
                        GError                 **error)
{
  g_autofree char *words = myo_search_functions_fold (filter->search);
  g_autoptr(MyoStatement) statement = NULL;

  if (cannot_be_found (filter->search, words))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) myo_session_unref);

  statement = select_page (database, words, error);
  if (statement == NULL)
    return NULL;

  myo_statement_bind_int (statement, ":before", filter->before);
  myo_statement_bind_int (statement, ":before_id", filter->before_id);
  myo_statement_bind_int (statement, ":limit", filter->limit);
  return read_sessions (statement, error);
}
