/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records-work.h"

#include "myo-database-private.h"
#include "myo-statement-private.h"

#define MINUTE (60 * G_USEC_PER_SEC)

/* --- Steps --- */

/* The rows of the sessions, by the minute of their beginning. */
static gint64 rows[8];

static gboolean
save (Kit *kit, int minute, MyoEnd end, GError **error)
{
  g_autoptr(MyoSession) session = kit_session (minute * MINUTE, end);

  rows[minute] = kit_save (kit, session, error);
  return rows[minute] > 0;
}

static gboolean
hold (Kit *kit, int minute, int n, GError **error)
{
  g_autoptr(MyoHold) held = kit_hold (minute * MINUTE + n, n);

  return kit_add_hold (kit, rows[minute], held, n, error) > 0;
}

/* The drawing is larger than a few pages, so that a transaction is more than one write. */
static gboolean
finish (Kit *kit, int minute, GError **error)
{
  g_autoptr(MyoSession) session = kit_session (minute * MINUTE, MYO_END_DONE);

  session->id = rows[minute];
  session->drawing_before = g_strnfill (15000, 'b');
  session->drawing_after = g_strdup ("after");
  return kit_save (kit, session, error) > 0;
}

static gboolean
reopen (Kit *kit, GError **error)
{
  kit_new_store (kit);
  return kit_open (kit, error);
}

/* So late that what was deleted can no more be undone. */
static gboolean
reopen_later (Kit *kit, GError **error)
{
  g_autoptr(MyoDatabase) database = NULL;

  g_clear_object (&kit->store);
  database = myo_database_open (kit->records, MYO_DATABASE_WRITE, NULL);
  if (database != NULL)
    myo_database_exec (database, "UPDATE session SET deleted_at = deleted_at - 3600000000", NULL);
  g_clear_pointer (&database, myo_database_close);
  return reopen (kit, error);
}

char *
records_work_find_backup (Kit *kit)
{
  g_autofree char *folder = g_build_filename (kit->folder, "backups", NULL);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  char *oldest = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".db") && (oldest == NULL || strcmp (path, oldest) < 0))
        {
          g_free (oldest);
          oldest = g_steal_pointer (&path);
        }
    }

  return oldest;
}

static gboolean
restore (Kit *kit, GError **error)
{
  g_autofree char *path = records_work_find_backup (kit);
  g_autoptr(GFile) backup = g_file_new_for_path (path);

  return kit_restore (kit, backup, error);
}

gboolean
records_work_step (Kit *kit, guint n, GError **error)
{
  switch (n)
    {
    case 0: return kit_open (kit, error);
    case 1: return save (kit, 1, MYO_END_NONE, error);
    case 2: return hold (kit, 1, 1, error);
    case 3: return hold (kit, 1, 2, error);
    case 4: return kit_save_draft (kit, "a first drawing", error);
    case 5: return finish (kit, 1, error);
    case 6: return save (kit, 2, MYO_END_NONE, error);
    case 7: return hold (kit, 2, 1, error);
    case 8: return finish (kit, 2, error);
    case 9: return reopen (kit, error);
    case 10: return save (kit, 3, MYO_END_STOPPED, error);
    case 11: return kit_save_draft (kit, "a second drawing", error);
    case 12: return kit_delete (kit, rows[3], FALSE, error);
    case 13: return kit_delete (kit, rows[3], TRUE, error);
    case 14: return kit_delete (kit, rows[1], FALSE, error);
    case 15: return reopen_later (kit, error);
    case 16: return save (kit, 4, MYO_END_DONE, error);
    case RECORDS_WORK_RESTORE: return restore (kit, error);
    case 18: return save (kit, 5, MYO_END_DONE, error);
    default: return reopen (kit, error);
    }
}

guint
records_work_n_steps (void)
{
  return 20;
}

/* --- What the records say --- */

/* What is marked as deleted is gone as far as anyone is told. */
static const char digest_sql[] =
  "SELECT group_concat (line, '; ') FROM ("
  "  SELECT 's' || s.started_at || ' ' || s.ending || ' ' || s.next_move || ' holds ' || (SELECT count (*) FROM hold h WHERE h.session = s.id)"
  "    || ' held ' || coalesce ((SELECT sum (h.held_ms) FROM hold h WHERE h.session = s.id), 0)"
  "    || ' drawn ' || coalesce ((SELECT sum (length (p.drawing)) FROM pain_drawing p WHERE p.session = s.id), 0) AS line"
  "  FROM session s WHERE s.deleted_at IS NULL"
  "  UNION ALL SELECT 'draft ' || drawing FROM draft ORDER BY 1)";

char *
records_work_digest (const char *path)
{
  g_autoptr(MyoDatabase) database = myo_database_open (path, MYO_DATABASE_READ, NULL);
  g_autoptr(MyoStatement) statement = NULL;
  const char *found = NULL;

  statement = database != NULL ? myo_statement_new (database, digest_sql, NULL) : NULL;
  if (statement != NULL && myo_statement_next (statement, NULL))
    found = myo_statement_get_text (statement, 0);
  return g_strdup (found != NULL ? found : "");
}
