/* A decision about the records that is broken off at any step: they are as before, and it is asked again, or as was decided.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup-private.h"
#include "store-kill-kit.h"

static gboolean
restore_newest (MyoLedger *ledger, GError **error)
{
  g_autoptr(GPtrArray) backups = myo_backup_list (ledger->folder);

  myo_ledger_open (ledger, NULL);
  return myo_ledger_restore (ledger, g_ptr_array_index (backups, 0), error);
}

/* What the next start finds: @before sessions, or -1 for a damage that is asked about; or what is in the backup.
 * Returns: whether the backup is in place */
static gboolean
find_one_or_the_other (Kit *kit, gint64 before, gint64 after)
{
  g_autoptr(MyoLedger) ledger = myo_ledger_new (kit->folder);
  g_autoptr(GError) error = NULL;
  gint64 n = -1;

  if (myo_ledger_open (ledger, &error))
    g_assert_true (myo_database_get_int (ledger->database, "SELECT count (*) FROM session", &n, NULL));
  else
    {
      g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED);
      g_assert_cmpuint (ledger->offer->n_sessions, ==, after);
    }

  kill_assert_nothing_left (kit);
  g_assert_true (n == before || n == after);
  return n == after;
}

/* Kills a restore before each of its steps.  @before: as above; the backup holds 2 sessions */
static void
kill_restores (Kit *kit, gint64 before)
{
  int n = 0, n_killed = 0, n_restored = 0;

  kill_keep (kit);
  while (kill_run (kit, n, restore_newest))
    {
      n_restored += find_one_or_the_other (kit, before, 2);
      kill_bring_back (kit);
      n_killed++;
      n += kill_stride ();
    }
  g_test_message ("killed %d times, after %d of them the backup is in place", n_killed, n_restored);
  g_assert_cmpint (n_restored, >=, 1);
  g_assert_cmpint (n_killed - n_restored, >=, 1);
  g_assert_true (find_one_or_the_other (kit, before, 2));
}

static void
test_restore_after_a_damage (Kit *kit, gconstpointer unused)
{
  kit_make_records (kit, 2);
  kill_damage (kit);
  kill_restores (kit, -1);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-damaged-", ".db"), ==, 1);
}

static void
test_restore_of_whole_records (Kit *kit, gconstpointer unused)
{
  kit_make_records (kit, 2);
  kit_must_open (kit);
  kit_fill (kit, 3);
  kit_close (kit);
  kill_restores (kit, 5);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-replaced-", ".db"), ==, 1);
}

/* Until it is noted that they may be empty, the next start asks. */
static void
test_start_anew (Kit *kit, gconstpointer unused)
{
  int n = 0;

  kit_make_records (kit, 2);
  kill_damage (kit);
  kill_keep (kit);
  for (; kill_run (kit, n, myo_ledger_start_anew); n += kill_stride ())
    {
      g_autoptr(MyoLedger) ledger = myo_ledger_new (kit->folder);
      g_autoptr(GError) error = NULL;

      if (!myo_ledger_open (ledger, &error))
        {
          g_assert_true (error->code == MYO_ERROR_STORE_DAMAGED || error->code == MYO_ERROR_STORE_LOST);
          g_assert_nonnull (ledger->damaged);
          g_assert_cmpuint (ledger->offer->n_sessions, ==, 2);
        }
      g_clear_pointer (&ledger, myo_ledger_free);
      kill_bring_back (kit);
    }
  g_assert_cmpint (n, >=, 3);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 0);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-damaged-", ".db"), ==, 1);
}

/* What earlier versions have left. */
static void
test_leftovers_go (Kit *kit, gconstpointer unused)
{
  g_autofree char *part = g_strconcat (kit->records, ".part", NULL), *journal = g_strconcat (part, "-journal", NULL);

  kit_make_records (kit, 2);
  g_assert_true (g_file_set_contents (part, "half", -1, NULL));
  g_assert_true (g_file_set_contents (journal, "half", -1, NULL));
  kit_must_open (kit);
  kit_assert_n_listed (kit, 2);
  kill_assert_nothing_left (kit);
}

/* Somebody else has the records open: nothing is replaced under them. */
static void
test_not_under_another_program (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoLedger) other = myo_ledger_new (kit->folder);
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GFile) backup = NULL;
  g_autoptr(GError) error = NULL;

  kit_make_records (kit, 2);
  g_assert_true (myo_ledger_open (other, NULL));
  backups = myo_backup_list (kit->folder);
  backup = g_file_new_for_path (g_ptr_array_index (backups, 0));
  g_assert_false (kit_restore (kit, backup, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_LOCKED);
  g_assert_true (myo_records_get_writable (kit->store));
  kit_assert_n_listed (kit, 2);
  kill_assert_nothing_left (kit);
}

/* --- In its place, with a fault --- */

static Kit *watched;
static int n_synced;
static MyoDatabase *excluding;

/* When the place is free, somebody puts a file beside it. */
static void
put_something_beside (const char *step, const char *path)
{
  g_autofree char *journal = g_strconcat (watched->records, "-journal", NULL);

  if (!g_str_equal (step, "sync") || g_file_test (watched->records, G_FILE_TEST_EXISTS) || ++n_synced != 2)
    return;

  myo_record_files_watch = NULL;
  g_assert_true (g_file_set_contents (journal, "of another program", -1, NULL));
}

/* As soon as the backup is in its place somebody else uses it. */
static void
use_it_alone (const char *step, const char *path)
{
  g_autofree char *ready = g_strconcat (watched->records, ".ready", NULL);

  if (g_file_test (ready, G_FILE_TEST_EXISTS))
    n_synced = 1;
  else if (n_synced == 1)
    {
      myo_record_files_watch = NULL;
      excluding = myo_database_open (watched->records, MYO_DATABASE_WRITE, NULL);
      g_assert_true (myo_database_exec (excluding, "BEGIN EXCLUSIVE", NULL));
    }
}

/* Records of 3 sessions; a backup with 2 of them is brought back while @watch looks on. */
static gboolean
restore_watched (Kit *kit, void (*watch) (const char *, const char *), GError **error)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GFile) backup = NULL;

  kit_make_records (kit, 2);
  kit_must_open (kit);
  kit_fill (kit, 1);
  backups = myo_backup_list (kit->folder);
  backup = g_file_new_for_path (backups->pdata[0]);
  watched = kit;
  n_synced = 0;
  myo_record_files_watch = watch;
  return kit_restore (kit, backup, error);
}

static void
test_broken_off_and_brought_to_its_end (Kit *kit, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gboolean restored = restore_watched (kit, put_something_beside, &error);

  g_assert_null (myo_record_files_watch);
  g_assert_no_error (error);
  g_assert_true (restored);
  g_assert_true (myo_records_get_writable (kit->store));
  kit_assert_n_listed (kit, 2);
  kill_assert_nothing_left (kit);
}

static void
test_in_place_but_of_no_use_yet (Kit *kit, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  gboolean restored = restore_watched (kit, use_it_alone, &error);

  g_assert_null (myo_record_files_watch);
  g_assert_no_error (error);
  g_assert_true (restored);
  g_assert_false (myo_records_get_writable (kit->store));
  kit_assert_open_fails (kit, MYO_ERROR_STORE_LOCKED);
  g_clear_pointer (&excluding, myo_database_close);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 2);
}

/* --- Links --- */

/* Records of 3 sessions where a link leads, as in a folder that is kept in step; the backup holds 2.
 * Returns: (transfer full): path of them */
static char *
make_linked (Kit *kit)
{
  char *target = g_build_filename (kit->folder, "synced.db", NULL);

  kit_make_records (kit, 2);
  g_assert_cmpint (g_rename (kit->records, target), ==, 0);
  g_assert_cmpint (symlink (target, kit->records), ==, 0);
  kit_must_open (kit);
  kit_fill (kit, 1);
  return target;
}

static gboolean
restore_file (Kit *kit, const char *path)
{
  g_autoptr(GFile) backup = g_file_new_for_path (path);

  return kit_restore (kit, backup, NULL);
}

/* It stays a link: what it leads to is brought back, and a copy of what was there is put aside. */
static void
test_restore_over_a_link (Kit *kit, gconstpointer unused)
{
  g_autofree char *target = make_linked (kit);
  g_autofree char *damaged = g_build_filename (kit->folder, "damaged", NULL);
  g_autoptr(GPtrArray) backups = myo_backup_list (kit->folder), aside = NULL;
  GStatBuf before, after;

  g_assert_true (g_file_set_contents (damaged, "damaged", -1, NULL));
  g_assert_false (restore_file (kit, damaged));
  g_assert_cmpuint (kit_count_files (kit->folder, "records-replaced-", ".db"), ==, 0);
  kit_assert_n_listed (kit, 3);

  g_assert_cmpint (g_stat (target, &before), ==, 0);
  g_assert_true (restore_file (kit, g_ptr_array_index (backups, 0)));
  kit_assert_n_listed (kit, 2);
  kit_fill (kit, 1);
  kit_close (kit);
  g_assert_true (g_file_test (kit->records, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (target, &after), ==, 0);
  g_assert_cmpint (before.st_ino, ==, after.st_ino);
  g_assert_cmpint (kit_ask_file (target, "SELECT count (*) FROM session"), ==, 3);
  aside = myo_record_files_list_aside (kit->folder, "replaced");
  g_assert_cmpuint (aside->len, ==, 1);
  g_assert_cmpint (kit_ask_file (aside->pdata[0], "SELECT count (*) FROM session"), ==, 3);
  kill_assert_nothing_left (kit);
}

/* Somebody writes there at that moment: it is told, and nothing was put aside. */
static void
test_restore_over_a_link_in_use (Kit *kit, gconstpointer unused)
{
  g_autofree char *target = make_linked (kit);
  g_autoptr(GPtrArray) backups = myo_backup_list (kit->folder);
  g_autoptr(GFile) backup = g_file_new_for_path (g_ptr_array_index (backups, 0));
  g_autoptr(MyoDatabase) other = myo_database_open (target, MYO_DATABASE_WRITE, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (myo_database_exec (other, "BEGIN IMMEDIATE", NULL));
  g_assert_false (kit_restore (kit, backup, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_LOCKED);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-replaced-", ".db"), ==, 0);
  g_assert_true (myo_database_exec (other, "COMMIT", NULL));
  kit_must_open (kit);
  kit_assert_n_listed (kit, 3);
}

/* Emptied by what keeps it in step: it is filled again. */
static void
test_restore_over_a_link_to_nothing (Kit *kit, gconstpointer unused)
{
  g_autofree char *target = make_linked (kit);

  kit_close (kit);
  g_assert_true (g_file_set_contents (target, "", 0, NULL));
  kit_assert_open_fails (kit, MYO_ERROR_STORE_LOST);
  kit_must_take_offer (kit, 2);
  kit_close (kit);
  g_assert_true (g_file_test (kit->records, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (kit_ask_file (target, "SELECT count (*) FROM session"), ==, 2);
}

/* Nothing can be put in it, or be lost with it: the link makes room. */
static void
test_restore_over_a_link_to_damage (Kit *kit, gconstpointer unused)
{
  g_autofree char *target = make_linked (kit);
  g_autofree char *text = NULL;
  g_autoptr(GPtrArray) backups = myo_backup_list (kit->folder);

  kit_close (kit);
  g_assert_true (g_file_set_contents (target, "this is damaged", -1, NULL));
  kit_assert_open_fails (kit, MYO_ERROR_STORE_FOREIGN);
  g_assert_true (restore_file (kit, g_ptr_array_index (backups, 0)));
  kit_assert_n_listed (kit, 2);
  g_assert_false (g_file_test (kit->records, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (target, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "this is damaged");
}

#define ADD(path, func) g_test_add ("/store-restoring/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("damaged", test_restore_after_a_damage);
  ADD ("whole", test_restore_of_whole_records);
  ADD ("anew", test_start_anew);
  ADD ("leftovers", test_leftovers_go);
  ADD ("others", test_not_under_another_program);
  ADD ("broken-off", test_broken_off_and_brought_to_its_end);
  ADD ("of-no-use-yet", test_in_place_but_of_no_use_yet);
  ADD ("link", test_restore_over_a_link);
  ADD ("link-in-use", test_restore_over_a_link_in_use);
  ADD ("link-to-nothing", test_restore_over_a_link_to_nothing);
  ADD ("link-to-damage", test_restore_over_a_link_to_damage);
  return g_test_run ();
}
