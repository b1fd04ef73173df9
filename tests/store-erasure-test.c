/* A session that was deleted is nowhere any more: not in the file, not in a copy of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup-private.h"
#include "store-kill-kit.h"

#define SECRET "what nobody is to read again"

/* Whether @word stands anywhere in a file of @folder. */
static gboolean
stands_in (const char *folder, const char *word)
{
  g_autofree char *command = g_strdup_printf ("grep -rqF '%s' '%s'", word, folder);

  return system (command) == 0;
}

/* Two sessions with drawings, one of them secret; the secret drawing was the draft when the backup was made. */
static gint64
make_secret (Kit *kit)
{
  g_autoptr(MyoSession) secret = kit_session (1000, MYO_END_DONE), open = kit_session (2000, MYO_END_DONE);
  g_autoptr(MyoHold) hold = kit_hold (1001, 1);

  g_free (secret->technique_title);
  secret->technique_title = g_strdup (SECRET ", title");
  secret->drawing_words = g_strdup (SECRET ", words");
  g_free (hold->point);
  hold->point = g_strdup (SECRET ", point");
  kit_must_open (kit);
  kit_save_drawings (kit, secret, SECRET ", before", SECRET ", after");
  kit_save_drawings (kit, open, "a drawing that stays", NULL);
  g_assert_cmpint (kit_add_hold (kit, secret->id, hold, 1, NULL), >, 0);
  g_assert_true (kit_save_draft (kit, SECRET ", before", NULL));
  kit_must_open (kit);
  g_assert_true (kit_save_draft (kit, NULL, NULL));
  return secret->id;
}

static void
delete (Kit *kit, gint64 session)
{
  g_assert_true (kit_delete (kit, session, FALSE, NULL));
  kit_close (kit);
  kit_let_undo_pass (kit);
  g_assert_true (stands_in (kit->folder, SECRET));
}

static void
assert_erased (Kit *kit)
{
  g_autoptr(GPtrArray) backups = myo_backup_list (kit->folder);

  g_assert_null (myo_records_get_backup_fault (kit->store));
  kit_close (kit);
  g_assert_false (stands_in (kit->folder, SECRET));
  g_assert_true (stands_in (kit->records, "a drawing that stays"));
  for (guint i = 0; i < backups->len; i++)
    {
      g_assert_true (stands_in (backups->pdata[i], "a drawing that stays"));
      g_assert_cmpint (kit_ask_file (backups->pdata[i], "SELECT count (*) FROM session"), ==, 1);
      g_assert_cmpint (kit_ask_file (backups->pdata[i], "SELECT count (*) FROM draft"), ==, 0);
    }
  g_assert_cmpuint (backups->len, ==, 1);
}

static void
test_erased_everywhere (Kit *kit, gconstpointer unused)
{
  gint64 secret = make_secret (kit);

  delete (kit, secret);
  kit_must_open (kit);
  assert_erased (kit);
}

/* As long as it can be undone nothing is erased. */
static void
test_undone (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) backups = NULL;
  gint64 secret = make_secret (kit);

  g_assert_true (kit_delete (kit, secret, FALSE, NULL));
  g_assert_true (kit_delete (kit, secret, TRUE, NULL));
  kit_close (kit);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 2);
  backups = myo_backup_list (kit->folder);
  g_assert_true (stands_in (backups->pdata[0], SECRET));
}

static void
test_killed_at_any_step (Kit *kit, gconstpointer unused)
{
  gint64 secret = make_secret (kit);
  int n = 0;

  delete (kit, secret);
  kill_keep (kit);
  for (; kill_run (kit, n, myo_ledger_open); n += kill_stride ())
    {
      g_autofree char *leftovers = g_strdup_printf ("rm -f '%s'/backups/*.part*", kit->folder);

      kit_must_open (kit);
      g_assert_cmpint (system (leftovers), ==, 0);
      assert_erased (kit);
      kill_bring_back (kit);
    }
  g_assert_cmpint (n, >=, 3);
  kit_must_open (kit);
  assert_erased (kit);
}

/* What was replaced by a backup is a copy, too. */
static void
test_in_what_was_replaced (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GFile) backup = NULL;
  gint64 secret = make_secret (kit);

  backups = myo_backup_list (kit->folder);
  backup = g_file_new_for_path (backups->pdata[0]);
  g_assert_true (kit_restore (kit, backup, NULL));
  g_assert_true (kit_save_draft (kit, NULL, NULL));
  delete (kit, secret);
  kit_must_open (kit);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-replaced-", ".db"), ==, 1);
  assert_erased (kit);
}

/* Deleted, then records without it are brought back: the mark is in what was replaced alone. */
static void
test_in_what_was_replaced_later (Kit *kit, gconstpointer unused)
{
  g_autofree char *path = g_strconcat (kit->folder, "-older.db", NULL);
  g_autoptr(GFile) older = g_file_new_for_path (path), records = g_file_new_for_path (kit->records);
  gint64 secret = make_secret (kit);

  g_assert_true (kit_delete (kit, secret, FALSE, NULL));
  kit_close (kit);
  g_assert_true (g_file_copy (records, older, 0, NULL, NULL, NULL, NULL));
  kit_change_file (path, "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; DELETE FROM session WHERE deleted_at IS NOT NULL; VACUUM");
  kit_must_open (kit);
  g_assert_true (kit_restore (kit, older, NULL));
  g_assert_cmpuint (kit_count_files (kit->folder, "records-replaced-", ".db"), ==, 1);
  assert_erased (kit);
}

/* Deleted, then brought back with a backup that has it: it was wanted back, also in the copies. */
static void
test_brought_back (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GFile) backup = NULL;
  gint64 secret = make_secret (kit);

  backups = myo_backup_list (kit->folder);
  backup = g_file_new_for_path (backups->pdata[0]);
  delete (kit, secret);
  g_assert_true (kit_restore (kit, backup, NULL));
  kit_must_open (kit);
  kit_assert_n_listed (kit, 2);
  g_assert_true (stands_in (backups->pdata[0], SECRET));
}

/* It is left and told; the others are changed, and it goes from the file. */
static void
test_what_cannot_be_changed_is_told (Kit *kit, gconstpointer unused)
{
  g_autofree char *damaged = g_build_filename (kit->folder, "backups", "records-2020-01-01-000000.db", NULL);
  gint64 secret = make_secret (kit);
  const GError *fault;

  g_assert_true (g_file_set_contents (damaged, "damaged, and " SECRET, -1, NULL));
  delete (kit, secret);
  kit_must_open (kit);
  fault = myo_records_get_backup_fault (kit->store);
  g_assert_error (fault, MYO_ERROR, MYO_ERROR_STORE_BACKUP);
  g_assert_nonnull (strstr (fault->message, "records-2020-01-01-000000.db"));
  g_assert_true (stands_in (damaged, SECRET));
  g_remove (damaged);
  kit_must_open (kit);
  assert_erased (kit);
}

/* In other records of the same folder the same row is another session. */
static void
test_the_row_of_another (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_DONE);
  g_autoptr(GPtrArray) backups = NULL;
  gint64 secret = make_secret (kit);

  kit_close (kit);
  g_remove (kit->records);
  kit_must_start_anew (kit);
  g_assert_cmpint (kit_save (kit, session, NULL), ==, secret);
  g_assert_true (kit_delete (kit, secret, FALSE, NULL));
  kit_let_undo_pass (kit);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 0);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM session"), ==, 0);
  backups = myo_backup_list (kit->folder);
  g_assert_true (stands_in (backups->pdata[0], SECRET));
}

/* --- Another Myomap --- */

/* Its start leaves what can still be undone here; what was marked under a clock that was ahead goes. */
static void
test_another_start_leaves_the_undo (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoLedger) other = myo_ledger_new (kit->folder);
  gint64 secret = make_secret (kit);

  g_assert_true (kit_delete (kit, secret, FALSE, NULL));
  g_assert_true (myo_ledger_open (other, NULL));
  g_assert_true (kit_delete (kit, secret, TRUE, NULL));
  kit_assert_n_listed (kit, 2);

  g_assert_true (kit_delete (kit, secret, FALSE, NULL));
  kit_change_file (kit->records, "UPDATE session SET deleted_at = deleted_at + 86400000000");
  g_assert_true (myo_ledger_open (other, NULL));
  myo_ledger_close (other);
  kit_must_open (kit);
  assert_erased (kit);
}

static Kit *watched;
static const char *meanwhile_sql;

/* When the first copy is rewritten another Myomap makes a backup, or deletes. */
static void
do_meanwhile (const char *step, const char *path)
{
  g_autoptr(MyoDatabase) database = NULL;
  g_autofree char *made = NULL;

  if (!g_str_equal (step, "rename"))
    return;

  myo_record_files_watch = NULL;
  database = myo_database_open (watched->records, MYO_DATABASE_WRITE, NULL);
  if (meanwhile_sql != NULL)
    g_assert_true (myo_database_exec (database, meanwhile_sql, NULL));
  else
    made = myo_backup_keep (database, watched->folder, FALSE, NULL);
}

static void
open_watched (Kit *kit, const char *sql)
{
  g_autoptr(MyoLedger) ledger = myo_ledger_new (kit->folder);

  watched = kit;
  meanwhile_sql = sql;
  myo_record_files_watch = do_meanwhile;
  g_assert_true (myo_ledger_open (ledger, NULL));
  g_assert_null (myo_record_files_watch);
}

static void
test_deleted_meanwhile (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) backups = NULL;
  gint64 secret = make_secret (kit);

  delete (kit, secret);
  open_watched (kit, "UPDATE session SET deleted_at = 1 WHERE deleted_at IS NULL");
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM session"), ==, 1);
  kit_must_open (kit);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM session"), ==, 0);
  backups = myo_backup_list (kit->folder);
  g_assert_cmpint (kit_ask_file (backups->pdata[0], "SELECT count (*) FROM session"), ==, 0);
}

static void
test_backed_up_meanwhile (Kit *kit, gconstpointer unused)
{
  gint64 secret = make_secret (kit);

  delete (kit, secret);
  open_watched (kit, NULL);
  g_assert_cmpuint (kit_count_files (kit->folder, "records", ".db"), ==, 1);
  g_assert_false (stands_in (kit->folder, SECRET));
}

#define ADD(path, func) g_test_add ("/store-erasure/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("everywhere", test_erased_everywhere);
  ADD ("undone", test_undone);
  ADD ("killed", test_killed_at_any_step);
  ADD ("replaced", test_in_what_was_replaced);
  ADD ("replaced-later", test_in_what_was_replaced_later);
  ADD ("brought-back", test_brought_back);
  ADD ("told", test_what_cannot_be_changed_is_told);
  ADD ("another", test_the_row_of_another);
  ADD ("undo-elsewhere", test_another_start_leaves_the_undo);
  ADD ("deleted-meanwhile", test_deleted_meanwhile);
  ADD ("backed-up-meanwhile", test_backed_up_meanwhile);
  return g_test_run ();
}
