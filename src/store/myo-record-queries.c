/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-queries.h"

#include <string.h>

#include "myo-drawing-queries.h"
#include "myo-search-functions.h"
#include "myo-statement.h"

/* --- Values --- */

/* -1 stands for "not known", which is NULL in the tables. */
static void
bind_known (MyoStatement *statement,
            const char   *name,
            int           value)
{
  if (value >= 0)
    myo_statement_bind_int (statement, name, value);
  else
    myo_statement_bind_text (statement, name, NULL);
}

static int
get_known (MyoStatement *statement,
           int           column)
{
  return myo_statement_get_text (statement, column) != NULL ? (int) myo_statement_get_int (statement, column) : -1;
}

static void
bind_string (MyoStatement *statement,
             const char   *name,
             const char   *text)
{
  myo_statement_bind_text (statement, name, text != NULL ? text : "");
}

/* A file may hold anything; what is shown must be valid text. */
static char *
get_string (MyoStatement *statement,
            int           column)
{
  const char *text = myo_statement_get_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static MyoSide
get_side (MyoStatement *statement,
          int           column)
{
  MyoSide side = MYO_SIDE_MIDDLE;
  const char *nick = myo_statement_get_text (statement, column);

  if (nick != NULL)
    myo_side_from_nick (nick, &side);
  return side;
}

/* --- Writing --- */

static gboolean
must_have_changed (MyoDatabase  *database,
                   GError      **error)
{
  if (sqlite3_changes (database->handle) > 0)
    return TRUE;

  g_propagate_error (error, myo_database_error_new (MYO_ERROR_NOT_FOUND, database->path, NULL));
  return FALSE;
}

static void
bind_session (MyoStatement     *statement,
              const MyoSession *session)
{
  myo_statement_bind_int (statement, ":started_at", session->started_at);
  myo_statement_bind_int (statement, ":ended_at", session->ended_at);
  bind_string (statement, ":muscle", session->muscle);
  bind_string (statement, ":muscle_name", session->muscle_name);
  bind_string (statement, ":technique", session->technique);
  bind_string (statement, ":technique_title", session->technique_title);
  bind_string (statement, ":atlas_version", session->atlas_version);
  bind_string (statement, ":side", myo_side_get_nick (session->side));
  bind_known (statement, ":pain_before", session->pain_before);
  bind_known (statement, ":pain_after", session->pain_after);
  bind_string (statement, ":ending", myo_end_get_nick (session->end));
  myo_statement_bind_int (statement, ":next_move", session->next_move);
  myo_statement_bind_text (statement, ":drawing_words", session->drawing_words);
}

/* What a session is found by; @words: of its drawing */
#define FOUND_BY(words) MYO_SQL_FOLD " (:muscle_name || ' ' || :technique_title || ' ' || COALESCE (" words ", ''))"

#define INSERT_SESSION \
  "INSERT INTO session (started_at, ended_at, muscle, muscle_name, technique, technique_title, atlas_version, side," \
  " pain_before, pain_after, ending, next_move, drawing_words, search) " \
  "VALUES (:started_at, :ended_at, :muscle, :muscle_name, :technique, :technique_title, :atlas_version, :side," \
  " :pain_before, :pain_after, :ending, :next_move, NULLIF (:drawing_words, ''), " FOUND_BY (":drawing_words") ")"

/* As with the drawings themselves: words that are NULL leave what is stored, and "" takes it away. */
#define UPDATE_SESSION \
  "UPDATE session SET started_at = :started_at, ended_at = :ended_at, muscle = :muscle, muscle_name = :muscle_name," \
  " technique = :technique, technique_title = :technique_title, atlas_version = :atlas_version, side = :side," \
  " pain_before = :pain_before, pain_after = :pain_after, ending = :ending, next_move = :next_move," \
  " drawing_words = NULLIF (COALESCE (:drawing_words, drawing_words), '')," \
  " search = " FOUND_BY ("COALESCE (:drawing_words, drawing_words)") " " \
  "WHERE id = :id"

gboolean
myo_record_queries_save_session (MyoDatabase       *database,
                                 const MyoSession  *session,
                                 gint64            *id,
                                 GError           **error)
{
  const gboolean is_new = session->id == 0;
  g_autoptr(MyoStatement) statement = myo_statement_new (database, is_new ? INSERT_SESSION : UPDATE_SESSION, error);

  if (statement == NULL)
    return FALSE;

  bind_session (statement, session);
  if (!is_new)
    myo_statement_bind_int (statement, ":id", session->id);
  if (!myo_statement_run (statement, error))
    return FALSE;

  *id = is_new ? sqlite3_last_insert_rowid (database->handle) : session->id;
  return (is_new || must_have_changed (database, error)) && myo_drawing_queries_save (database, *id, session, error);
}

static gboolean
insert_hold (MyoDatabase    *database,
             gint64          session,
             const MyoHold  *hold,
             GError        **error)
{
  g_autoptr(MyoStatement) statement =
    myo_statement_new (database,
                       "INSERT INTO hold (session, started_at, point, side, step, repetition, planned_ms, held_ms, pressure,"
                       " twitch, known_pain, ending) "
                       "VALUES (:session, :started_at, :point, :side, :step, :repetition, :planned_ms, :held_ms, :pressure,"
                       " :twitch, :known_pain, :ending)", error);

  if (statement == NULL)
    return FALSE;

  myo_statement_bind_int (statement, ":session", session);
  myo_statement_bind_int (statement, ":started_at", hold->started_at);
  myo_statement_bind_text (statement, ":point", hold->point);
  bind_string (statement, ":side", myo_side_get_nick (hold->side));
  myo_statement_bind_int (statement, ":step", hold->step);
  myo_statement_bind_int (statement, ":repetition", hold->repetition);
  myo_statement_bind_int (statement, ":planned_ms", hold->planned_ms);
  myo_statement_bind_int (statement, ":held_ms", hold->held_ms);
  bind_known (statement, ":pressure", hold->pressure);
  myo_statement_bind_int (statement, ":twitch", hold->twitch != FALSE);
  myo_statement_bind_int (statement, ":known_pain", hold->known_pain != FALSE);
  bind_string (statement, ":ending", myo_end_get_nick (hold->end));
  return myo_statement_run (statement, error);
}

gboolean
myo_record_queries_add_hold (MyoDatabase    *database,
                             gint64          session,
                             const MyoHold  *hold,
                             int             next_move,
                             gint64         *id,
                             GError        **error)
{
  g_autoptr(MyoStatement) update = NULL;

  if (!insert_hold (database, session, hold, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (database->handle);
  update = myo_statement_new (database, "UPDATE session SET next_move = :next_move WHERE id = :id", error);
  if (update == NULL)
    return FALSE;

  myo_statement_bind_int (update, ":next_move", next_move);
  myo_statement_bind_int (update, ":id", session);
  return myo_statement_run (update, error) && must_have_changed (database, error);
}

gboolean
myo_record_queries_mark_deleted (MyoDatabase  *database,
                                 gint64        session,
                                 gint64        deleted_at,
                                 GError      **error)
{
  g_autoptr(MyoStatement) statement =
    myo_statement_new (database, "UPDATE session SET deleted_at = NULLIF (:deleted_at, 0) WHERE id = :id", error);

  if (statement == NULL)
    return FALSE;

  myo_statement_bind_int (statement, ":deleted_at", deleted_at);
  myo_statement_bind_int (statement, ":id", session);
  return myo_statement_run (statement, error) && must_have_changed (database, error);
}

gboolean
myo_record_queries_purge (MyoDatabase  *database,
                          GError      **error)
{
  return myo_database_exec (database, "DELETE FROM session WHERE deleted_at IS NOT NULL", error);
}

/* --- Reading --- */

#define SESSION_COLUMNS \
  "id, started_at, ended_at, muscle, muscle_name, technique, technique_title, atlas_version, side," \
  " pain_before, pain_after, ending, next_move, drawing_words"

/* Tables of the first version, which cannot be upgraded where nothing can be written, as if they had what came later. */
#define FIRST_VERSION \
  "(SELECT *, NULL AS drawing_words, " MYO_SQL_FOLD " (muscle_name || ' ' || technique_title) AS search FROM session)"

/* @rest: of the statement, from its WHERE on */
static MyoStatement *
select_sessions (MyoDatabase  *database,
                 const char   *rest,
                 GError      **error)
{
  g_autofree char *sql = NULL;
  gboolean known;

  if (!myo_drawing_queries_are_known (database, &known, error))
    return NULL;

  sql = g_strconcat ("SELECT " SESSION_COLUMNS " FROM ", known ? "session" : FIRST_VERSION, " ", rest, NULL);
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
  session->muscle = get_string (row, column++);
  session->muscle_name = get_string (row, column++);
  session->technique = get_string (row, column++);
  session->technique_title = get_string (row, column++);
  session->atlas_version = get_string (row, column++);
  session->side = get_side (row, column++);
  session->pain_before = get_known (row, column++);
  session->pain_after = get_known (row, column++);
  session->end = myo_end_from_nick (myo_statement_get_text (row, column++));
  session->next_move = (int) myo_statement_get_int (row, column++);
  session->drawing_words = get_string (row, column++);
  return session;
}

#define SELECT_HOLDS \
  "SELECT id, started_at, point, side, step, repetition, planned_ms, held_ms, pressure, twitch, known_pain, ending " \
  "FROM hold WHERE session = :session ORDER BY id"

static MyoHold *
read_hold (MyoStatement *row)
{
  MyoHold *hold = myo_hold_new ();
  int column = 0;

  hold->id = myo_statement_get_int (row, column++);
  hold->started_at = myo_statement_get_int (row, column++);
  hold->point = get_string (row, column++);
  hold->side = get_side (row, column++);
  hold->step = (int) myo_statement_get_int (row, column++);
  hold->repetition = (int) myo_statement_get_int (row, column++);
  hold->planned_ms = (int) myo_statement_get_int (row, column++);
  hold->held_ms = (int) myo_statement_get_int (row, column++);
  hold->pressure = get_known (row, column++);
  hold->twitch = myo_statement_get_int (row, column++) != 0;
  hold->known_pain = myo_statement_get_int (row, column++) != 0;
  hold->end = myo_end_from_nick (myo_statement_get_text (row, column++));
  return hold;
}

static gboolean
read_holds (MyoStatement  *statement,
            MyoSession    *session,
            GError       **error)
{
  g_autoptr(GError) fault = NULL;

  myo_statement_reset (statement);
  myo_statement_bind_int (statement, ":session", session->id);
  while (myo_statement_next (statement, &fault))
    g_ptr_array_add (session->holds, read_hold (statement));

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* Every session that @statement finds, with its holds and drawings. */
static GPtrArray *
read_all (MyoDatabase   *database,
          MyoStatement  *statement,
          GError       **error)
{
  g_autoptr(GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_session_unref);
  g_autoptr(MyoStatement) holds = myo_statement_new (database, SELECT_HOLDS, error);
  g_autoptr(MyoStatement) drawings = NULL;
  g_autoptr(GError) fault = NULL;

  if (holds == NULL || !myo_drawing_queries_prepare (database, &drawings, error))
    return NULL;

  while (fault == NULL && myo_statement_next (statement, &fault))
    {
      MyoSession *session = read_session (statement);

      g_ptr_array_add (sessions, session);
      if (read_holds (holds, session, &fault))
        myo_drawing_queries_read (drawings, session, &fault);
    }

  if (fault == NULL)
    return g_steal_pointer (&sessions);

  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

MyoSession *
myo_record_queries_find_unfinished (MyoDatabase  *database,
                                    GError      **error)
{
  g_autoptr(MyoStatement) statement =
    select_sessions (database, "WHERE ending = 'none' AND deleted_at IS NULL ORDER BY started_at DESC, id DESC LIMIT 1", error);
  g_autoptr(GPtrArray) found = statement != NULL ? read_all (database, statement, error) : NULL;

  if (found == NULL || found->len == 0)
    return NULL;

  return myo_session_ref (g_ptr_array_index (found, 0));
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
myo_record_queries_list (MyoDatabase  *database,
                         gint64        before,
                         gint64        before_id,
                         guint         limit,
                         const char   *search,
                         GError      **error)
{
  g_autofree char *words = myo_search_functions_fold (search);
  g_autoptr(MyoStatement) statement = NULL;

  if (cannot_be_found (search, words))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) myo_session_unref);

  statement = select_page (database, words, error);
  if (statement == NULL)
    return NULL;

  myo_statement_bind_int (statement, ":before", before);
  myo_statement_bind_int (statement, ":before_id", before_id);
  myo_statement_bind_int (statement, ":limit", limit);
  return read_all (database, statement, error);
}
