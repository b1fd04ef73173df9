/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-erasure-private.h"

#include "myo-backup-private.h"
#include "myo-migrations-private.h"
#include "myo-record-files-private.h"
#include "myo-session-table-private.h"
#include "myo-statement-private.h"

/* A row alone may be another session's in a backup from before the records were started anew. */
typedef struct
{
  gint64 row;
  gint64 started_at;         /* µs since 1970, UTC */
} Session;

/* --- Which --- */

static void
take_session (MyoStatement *row,
              gpointer      data)
{
  const Session session = { myo_statement_get_int (row, 0), myo_statement_get_int (row, 1) };

  g_array_append_val ((GArray *) data, session);
}

/* Whoever deleted a moment ago, in another Myomap perhaps, may still undo it.  A mark from the future was made under a wrong clock. */
#define MARKED \
  "SELECT id, started_at FROM session WHERE deleted_at IS NOT NULL AND deleted_at NOT BETWEEN :now - :undo AND :now"

/* @undo_us: for how long it may be undone
 * Returns: (transfer full) (element-type Session): those that are marked for good, NULL with @error set */
static GArray *
find_marked (MyoDatabase  *database,
             gint64        undo_us,
             GError      **error)
{
  g_autoptr(GArray) sessions = g_array_new (FALSE, FALSE, sizeof (Session));
  g_autoptr(MyoStatement) statement = myo_statement_new (database, MARKED, error);

  if (statement == NULL)
    return NULL;

  myo_statement_bind_int (statement, ":now", g_get_real_time ());
  myo_statement_bind_int (statement, ":undo", undo_us);
  return myo_statement_for_each (statement, take_session, sessions, error) ? g_steal_pointer (&sessions) : NULL;
}

/* --- One copy --- */

static void
bind (MyoStatement  *statement,
      const Session *session)
{
  myo_statement_reset (statement);
  myo_statement_bind_int (statement, ":row", session->row);
  myo_statement_bind_int (statement, ":started_at", session->started_at);
}

/* Runs @sql for each of @sessions. */
static gboolean
for_each (MyoDatabase  *copy,
          GArray       *sessions,
          const char   *sql,
          GError      **error)
{
  g_autoptr(MyoStatement) statement = myo_statement_new (copy, sql, error);
  gboolean worked = statement != NULL;

  for (guint i = 0; worked && i < sessions->len; i++)
    {
      bind (statement, &g_array_index (sessions, Session, i));
      worked = myo_statement_run (statement, error);
    }
  return worked;
}

#define THIS "id = :row AND started_at = :started_at"

static gboolean
holds_any (MyoDatabase  *copy,
           gpointer      data,
           GError      **error)
{
  GArray *sessions = data;
  g_autoptr(MyoStatement) statement = myo_statement_new (copy, "SELECT 1 FROM session WHERE " THIS, error);
  g_autoptr(GError) fault = NULL;
  gboolean found = FALSE;

  for (guint i = 0; statement != NULL && !found && fault == NULL && i < sessions->len; i++)
    {
      bind (statement, &g_array_index (sessions, Session, i));
      found = myo_statement_next (statement, &fault);
    }

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return found;
}

/* What was on the sheet when the copy was made, and became a drawing of the session, is no draft of anything else. */
#define FORGET_DRAFT \
  "DELETE FROM draft WHERE drawing IN (SELECT drawing FROM pain_drawing WHERE session IN (SELECT id FROM session WHERE " THIS "))"

static gboolean
erase (MyoDatabase  *copy,
       gpointer      data,
       GError      **error)
{
  GArray *sessions = data;
  gboolean drawn;

  return myo_migrations_know_drawings (copy, &drawn, error)
         && (!drawn || for_each (copy, sessions, FORGET_DRAFT, error))
         && for_each (copy, sessions, "DELETE FROM session WHERE " THIS, error);
}

/* --- What was replaced --- */

/* Returns: (transfer full) (element-type Session): those that were marked in what was replaced last; none when that cannot be read */
static GArray *
find_marked_before (const char         *folder,
                    const char * const *steps)
{
  g_autoptr(GPtrArray) replaced = myo_record_files_list_aside (folder, "replaced");
  g_autoptr(MyoDatabase) last = replaced->len > 0 ? myo_backup_open (replaced->pdata[0], steps, FALSE, NULL) : NULL;
  GArray *sessions = last != NULL ? find_marked (last, -1, NULL) : NULL;

  return sessions != NULL ? sessions : g_array_new (FALSE, FALSE, sizeof (Session));
}

/* Adds those that were deleted before others took the place of the records.  One that came back with those was wanted back. */
static gboolean
add_marked_before (MyoDatabase         *database,
                   const char          *folder,
                   const char * const  *steps,
                   GArray              *sessions,
                   GError             **error)
{
  g_autoptr(GArray) before = find_marked_before (folder, steps);
  g_autoptr(GArray) one = g_array_sized_new (FALSE, FALSE, sizeof (Session), 1);
  GError *fault = NULL;

  for (guint i = 0; fault == NULL && i < before->len; i++)
    {
      g_array_set_size (one, 0);
      g_array_append_val (one, g_array_index (before, Session, i));
      if (!holds_any (database, one, &fault) && fault == NULL)
        g_array_append_val (sessions, g_array_index (before, Session, i));
    }

  if (fault != NULL)
    g_propagate_error (error, fault);
  return fault == NULL;
}

/* --- All --- */

/* Returns: (transfer full) (element-type filename): the backups, and what was replaced by one of them, the newest last */
static GPtrArray *
list_copies (const char *folder)
{
  GPtrArray *copies = myo_backup_list (folder);
  g_autoptr(GPtrArray) replaced = myo_record_files_list_aside (folder, "replaced");

  for (guint i = replaced->len; i > 0; i--)
    g_ptr_array_add (copies, g_strdup (replaced->pdata[i - 1]));
  return copies;
}

static gboolean
never_can (const GError *error)
{
  return g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED) || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_NEWER)
         || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FOREIGN);
}

/* What was replaced last may hold the marks: it keeps them until the others are done.
 * @seen: (element-type filename): those that are left out; gets the others
 * @names: gets what cannot be changed
 * Returns: whether no copy holds them that could be changed the next time */
static gboolean
erase_from_copies (const char         *folder,
                   GArray             *sessions,
                   const char * const *steps,
                   GHashTable         *seen,
                   GString            *names)
{
  g_autoptr(GPtrArray) copies = list_copies (folder);
  gboolean done = TRUE;

  for (guint i = 0; i < copies->len && (done || i + 1 < copies->len); i++)
    {
      g_autoptr(GError) fault = NULL;

      if (!g_hash_table_add (seen, g_strdup (copies->pdata[i]))
          || myo_backup_rewrite (copies->pdata[i], holds_any, erase, sessions, steps, &fault))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "", fault->message);
      done = done && never_can (fault);
    }
  return done;
}

/* Others may have been marked meanwhile: their turn comes when they are gone from the copies. */
static gboolean
purge (MyoDatabase  *database,
       gpointer      data,
       GError      **error)
{
  return for_each (database, data, "DELETE FROM session WHERE " THIS " AND deleted_at IS NOT NULL", error);
}

/* A copy that another Myomap made before they were gone from the file may hold them. */
static gboolean
erase_from_all (MyoDatabase         *database,
                const char          *folder,
                GArray              *sessions,
                const char * const  *steps,
                GString             *names,
                GError             **error)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!erase_from_copies (folder, sessions, steps, seen, names))
    return TRUE;
  if (!myo_database_transact (database, purge, sessions, error))
    return FALSE;

  erase_from_copies (folder, sessions, steps, seen, names);
  return TRUE;
}

gboolean
myo_erasure_run (MyoDatabase         *database,
                 const char          *folder,
                 const char * const  *steps,
                 GError             **left,
                 GError             **error)
{
  g_autoptr(GArray) sessions = find_marked (database, MYO_ERASURE_UNDO_US, error);
  g_autoptr(GString) names = g_string_new (NULL);
  g_autoptr(GError) fault = NULL;
  gboolean done;

  if (sessions == NULL || !add_marked_before (database, folder, steps, sessions, error))
    return FALSE;
  if (sessions->len == 0)
    return TRUE;

  done = erase_from_all (database, folder, sessions, steps, names, &fault);
  if (names->len > 0)
    g_set_error_literal (left, MYO_ERROR, MYO_ERROR_STORE_BACKUP, names->str);
  if (done || g_error_matches (fault, MYO_ERROR, MYO_ERROR_STORE_FULL))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
