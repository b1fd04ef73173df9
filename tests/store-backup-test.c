/* Copies of the records: when they are made, which are kept, and bringing one back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <utime.h>

#include "myo-backup-private.h"
#include "myo-record-files-private.h"
#include "store-file-kit.h"

static void
test_one_backup_a_day_and_the_newest_kept (Kit *kit, gconstpointer unused)
{
  kit_must_open (kit);
  kit_fill (kit, 1);
  for (int day = 0; day < MYO_BACKUPS_KEPT + 3; day++)
    {
      g_autoptr(GPtrArray) backups = NULL;
      struct utimbuf yesterday = { .modtime = g_get_real_time () / G_USEC_PER_SEC - 25 * 3600 };

      kit_must_open (kit);
      kit_must_open (kit);
      backups = myo_backup_list (kit->folder);
      g_assert_cmpuint (backups->len, ==, (guint) MIN (day + 1, MYO_BACKUPS_KEPT));
      utime (g_ptr_array_index (backups, 0), &yesterday);
    }
}

/* An empty backup of @day, as a clock would have named it @hours ago. */
static void
make_named (Kit *kit, const char *day, int hours)
{
  g_autofree char *name = g_strdup_printf ("records-%s-120000.db", day);
  g_autofree char *path = g_build_filename (kit->folder, "backups", name, NULL);
  struct utimbuf then = { .modtime = g_get_real_time () / G_USEC_PER_SEC - hours * 3600 };

  g_assert_true (g_file_set_contents (path, "", -1, NULL));
  utime (path, &then);
}

/* A clock that was ahead once has left one from the future: it says nothing, and takes the place of none. */
static void
test_one_from_the_future (Kit *kit, gconstpointer unused)
{
  g_autofree char *where = g_build_filename (kit->folder, "backups", NULL);

  kit_must_open (kit);
  kit_fill (kit, 1);
  g_assert_cmpint (g_mkdir (where, 0700), ==, 0);
  make_named (kit, "2999-01-01", -24 * 365);
  for (int day = 1; day < MYO_BACKUPS_KEPT; day++)
    {
      g_autofree char *date = g_strdup_printf ("2020-01-%02d", day);

      make_named (kit, date, 24 * day);
    }

  g_assert_true (myo_backup_is_due (kit->folder, g_get_real_time ()));
  for (int i = 0; i < 4; i++)
    kit_must_open (kit);
  g_assert_false (myo_backup_is_due (kit->folder, g_get_real_time ()));
  g_assert_cmpuint (kit_count_files (where, "records-2020-01-", ".db"), ==, MYO_BACKUPS_KEPT - 1);
  g_assert_cmpuint (kit_count_files (where, "records-", ".db"), ==, MYO_BACKUPS_KEPT + 1);
}

/* A clock that was behind names what it makes before all others: it is kept all the same. */
static void
test_made_by_a_clock_behind (Kit *kit, gconstpointer unused)
{
  g_autofree char *where = g_build_filename (kit->folder, "backups", NULL);

  kit_must_open (kit);
  kit_fill (kit, 1);
  g_assert_cmpint (g_mkdir (where, 0700), ==, 0);
  for (int day = 1; day <= MYO_BACKUPS_KEPT + 1; day++)
    {
      g_autofree char *date = g_strdup_printf ("2999-01-%02d", day);

      make_named (kit, date, -24 * 365);
    }
  kit_must_open (kit);
  kit_must_open (kit);
  g_assert_cmpuint (kit_count_files (where, "records-2999-01-", ".db"), ==, MYO_BACKUPS_KEPT);
  g_assert_cmpuint (kit_count_files (where, "records-", ".db"), ==, MYO_BACKUPS_KEPT + 1);
}

static void
test_other_files_among_the_backups_stay (Kit *kit, gconstpointer unused)
{
  g_autofree char *mine = g_build_filename (kit->folder, "backups", "records-of-mine.db", NULL);
  g_autoptr(MyoDatabase) database = NULL;

  kit_must_open (kit);
  kit_fill (kit, 1);
  kit_must_open (kit);
  g_assert_true (g_file_set_contents (mine, "mine", -1, NULL));
  database = myo_database_open (kit->records, MYO_DATABASE_READ, NULL);
  for (int i = 0; i < MYO_BACKUPS_KEPT + 2; i++)
    {
      g_autofree char *made = myo_backup_make (database, kit->folder, NULL);

      g_assert_nonnull (made);
    }
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
}

static void
test_restore_keeps_what_it_replaces (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GFile) backup = NULL;
  g_autoptr(GError) error = NULL;

  kit_must_open (kit);
  kit_fill (kit, 2);
  kit_must_open (kit);
  kit_fill (kit, 3);
  backups = myo_backup_list (kit->folder);
  backup = g_file_new_for_path (g_ptr_array_index (backups, 0));

  g_assert_true (kit_restore (kit, backup, &error));
  g_assert_no_error (error);
  kit_assert_n_listed (kit, 2);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-replaced-", ".db"), ==, 1);
  kit_fill (kit, 1);
  kit_assert_n_listed (kit, 3);
}

/* --- A plain copy of the file --- */

/* What a copy of records.db alone, without its log, answers to @sql. */
static gint64
ask_plain_copy (Kit *kit, const char *sql)
{
  g_autofree char *path = g_build_filename (kit->folder, "copied.db", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (kit->records);
  g_autoptr(GFile) to = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  gint64 answer;

  g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  answer = kit_ask_file (path, sql);
  g_file_delete (to, NULL, NULL);
  return answer;
}

static void
wait_for_rest (Kit *kit)
{
  g_autofree char *log = g_strconcat (kit->records, "-wal", NULL);

  while (myo_record_files_size (log, "") > 0)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_a_plain_copy_holds_everything (Kit *kit, gconstpointer unused)
{
  kit_must_open (kit);
  kit_fill (kit, 2);
  wait_for_rest (kit);
  g_assert_cmpint (ask_plain_copy (kit, "SELECT count (*) FROM session"), ==, 2);
  g_assert_cmpint (ask_plain_copy (kit, "SELECT count (*) FROM hold"), ==, 4);
  g_assert_true (kit_delete (kit, 1, FALSE, NULL));
  g_assert_true (kit_save_draft (kit, "a drawing", NULL));
  wait_for_rest (kit);
  g_assert_cmpint (ask_plain_copy (kit, "SELECT count (*) FROM session WHERE deleted_at IS NOT NULL"), ==, 1);
  g_assert_cmpint (ask_plain_copy (kit, "SELECT count (*) FROM draft WHERE drawing = 'a drawing'"), ==, 1);
}

/* Whoever reads an older state keeps the log from being emptied, but nobody from writing, and nobody waits. */
static void
test_a_reader_hinders_nobody (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoDatabase) mine = NULL, other = NULL;
  g_autofree char *log = g_strconcat (kit->records, "-wal", NULL);
  gint64 began, n;

  kit_must_open (kit);
  mine = myo_database_open (kit->records, MYO_DATABASE_WRITE, NULL);
  g_assert_true (myo_database_settle (mine, NULL));
  other = myo_database_open (kit->records, MYO_DATABASE_READ, NULL);
  g_assert_true (myo_database_exec (other, "BEGIN", NULL));
  g_assert_true (myo_database_get_int (other, "SELECT count (*) FROM session", &n, NULL));
  kit_fill (kit, 2);
  began = g_get_monotonic_time ();
  myo_database_empty_log (mine);
  g_assert_cmpint (g_get_monotonic_time () - began, <, MYO_DATABASE_BUSY_MS * 1000);
  g_assert_cmpint (myo_record_files_size (log, ""), >, 0);

  g_assert_true (myo_database_exec (other, "COMMIT", NULL));
  myo_database_empty_log (mine);
  g_assert_cmpint (myo_record_files_size (log, ""), ==, 0);
  g_assert_cmpint (ask_plain_copy (kit, "SELECT count (*) FROM session"), ==, 2);
}

#define ADD(path, func) g_test_add ("/store-backup/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("daily", test_one_backup_a_day_and_the_newest_kept);
  ADD ("future", test_one_from_the_future);
  ADD ("behind", test_made_by_a_clock_behind);
  ADD ("of-others", test_other_files_among_the_backups_stay);
  ADD ("restore", test_restore_keeps_what_it_replaces);
  ADD ("plain-copy", test_a_plain_copy_holds_everything);
  ADD ("reader", test_a_reader_hinders_nobody);
  return g_test_run ();
}
