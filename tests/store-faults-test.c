/* The records on a disk with faults: damaged, locked, read-only, newer, full.
 *
 * Nothing here needs the rights of the administrator, and with them it gives them up where they would hide the fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "myo-backup.h"
#include "myo-database.h"
#include "store-kit.h"

static const char *program;

/* --- Helpers --- */

static GBytes *
read_bytes (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *data = NULL;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* In place: the file keeps its node, as with a real damage. */
static void
write_bytes (const char *path, GBytes *bytes)
{
  int descriptor = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (write (descriptor, data, length), ==, (gssize) length);
  close (descriptor);
}

static void
assert_n_listed (Kit *kit, guint n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 1000, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, n);
}

/* Records of @n sessions, closed, with one backup of all of them. */
static void
make_records (Kit *kit, guint n)
{
  kit_must_open (kit);
  kit_fill (kit, n);
  kit_must_open (kit);
  kit_close (kit);
}

static void
assert_sentence (const GError *error, Kit *kit)
{
  g_assert_nonnull (strstr (error->message, "records"));
  g_assert_true (g_str_has_suffix (error->message, ".") || g_str_has_suffix (error->message, ")"));
}

static void
assert_open_fails (Kit *kit, MyoError code)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (kit_open (kit, &error));
  g_assert_error (error, MYO_ERROR, (int) code);
  assert_sentence (error, kit);
  g_assert_false (myo_store_get_writable (kit->store));
}

/* The file is damaged with @bytes in it: it is moved, whole, and the store says where. */
static void
assert_set_aside (Kit *kit, GBytes *bytes)
{
  g_autoptr(GBytes) aside = NULL;

  assert_open_fails (kit, MYO_ERROR_STORE_DAMAGED);
  g_assert_nonnull (myo_store_get_damaged_file (kit->store));
  aside = read_bytes (g_file_peek_path (myo_store_get_damaged_file (kit->store)));
  g_assert_true (g_bytes_equal (aside, bytes));
  g_assert_false (g_file_test (kit->records, G_FILE_TEST_EXISTS));
}

/* --- Damage --- */

static void
test_garbage (Kit *kit, gconstpointer unused)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  g_autoptr(GBytes) bytes = NULL;
  g_autofree guint8 *noise = g_malloc (9000);

  for (guint i = 0; i < 9000; i++)
    noise[i] = (guint8) g_rand_int (rand);
  bytes = g_bytes_new (noise, 9000);
  g_mkdir (kit->folder, 0700);
  write_bytes (kit->records, bytes);

  assert_set_aside (kit, bytes);
  g_assert_null (myo_store_get_newest_backup (kit->store));

  kit_must_open (kit);
  kit_fill (kit, 1);
  assert_n_listed (kit, 1);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-damaged-", ".db"), ==, 1);
}

static void
test_a_few_letters (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("hello", 5);

  g_mkdir (kit->folder, 0700);
  write_bytes (kit->records, bytes);
  assert_set_aside (kit, bytes);
}

static void
restore_newest (Kit *kit, guint n)
{
  g_autoptr(GFile) backup = myo_store_get_newest_backup (kit->store);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (backup);
  g_assert_true (kit_restore (kit, backup, &error));
  g_assert_no_error (error);
  assert_n_listed (kit, n);
}

static void
test_truncated (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) whole = NULL;
  gsize size;

  make_records (kit, 40);
  whole = read_bytes (kit->records);
  size = g_bytes_get_size (whole);

  for (guint i = 0; i < 6; i++)
    {
      const gsize lengths[] = { 0, 10, 100, 4096, size / 2 / 4096 * 4096, size - 4096 };
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (whole, 0, lengths[i]);

      write_bytes (kit->records, part);
      assert_set_aside (kit, part);
      restore_newest (kit, 40);
      kit_close (kit);
      write_bytes (kit->records, whole);
    }
}

static void
test_zeroed_page (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) damaged = NULL;
  g_autofree guint8 *data = NULL;
  gsize size;

  make_records (kit, 40);
  data = g_bytes_unref_to_data (read_bytes (kit->records), &size);
  memset (data + 4096, 0, 4096);
  damaged = g_bytes_new (data, size);
  write_bytes (kit->records, damaged);

  assert_set_aside (kit, damaged);
  restore_newest (kit, 40);
}

/* Not every flipped bit can be noticed, but none may crash, and no file may be lost. */
static void
flip_and_look (Kit *kit, GBytes *whole, GRand *rand)
{
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (whole, NULL), g_bytes_get_size (whole));
  g_autoptr(GBytes) flipped = NULL;
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GError) error = NULL;

  for (int i = 0; i < 12; i++)
    {
      guint page = (guint) g_rand_int_range (rand, 0, (gint32) (g_bytes_get_size (whole) / 4096));
      guint at = page * 4096 + (guint) g_rand_int_range (rand, 0, g_rand_boolean (rand) ? 120 : 4096);

      data[at] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
    }
  flipped = g_bytes_new (data, g_bytes_get_size (whole));
  write_bytes (kit->records, flipped);

  if (!kit_open (kit, &error) && !g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_NEWER))
    {
      g_autoptr(GBytes) aside = NULL;

      g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED);
      aside = read_bytes (g_file_peek_path (myo_store_get_damaged_file (kit->store)));
      g_assert_true (g_bytes_equal (aside, flipped));
      g_remove (g_file_peek_path (myo_store_get_damaged_file (kit->store)));
    }
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 1000, NULL);
  kit_close (kit);
}

static void
test_flipped_bits (Kit *kit, gconstpointer unused)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20);
  g_autoptr(GBytes) whole = NULL;

  make_records (kit, 40);
  whole = read_bytes (kit->records);
  for (int i = 0; i < 60; i++)
    flip_and_look (kit, whole, rand);
}

static void
test_log_without_its_file (Kit *kit, gconstpointer unused)
{
  g_autofree char *wal = g_strconcat (kit->records, "-wal", NULL);
  g_autoptr(GBytes) log = NULL;
  g_autoptr(GBytes) aside = NULL;
  g_autofree char *moved = NULL;

  kit_must_open (kit);
  kit_fill (kit, 3);
  log = read_bytes (wal);
  kit_close (kit);
  g_remove (kit->records);
  write_bytes (wal, log);

  assert_open_fails (kit, MYO_ERROR_STORE_DAMAGED);
  moved = g_strconcat (g_file_peek_path (myo_store_get_damaged_file (kit->store)), "-wal", NULL);
  aside = read_bytes (moved);
  g_assert_true (g_bytes_equal (aside, log));
}

static void
change_file (const char *path, const char *sql)
{
  g_autoptr(MyoDatabase) database = NULL;
  g_autoptr(GError) error = NULL;

  close (open (path, O_CREAT, 0600));
  database = myo_database_open (path, MYO_DATABASE_WRITE, &error);
  myo_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

static void
test_database_of_another_program (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) bytes = NULL;

  g_mkdir (kit->folder, 0700);
  change_file (kit->records, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')");
  bytes = read_bytes (kit->records);
  assert_set_aside (kit, bytes);
}

static void
test_damaged_backups_are_not_offered (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) garbage = g_bytes_new_static ("garbage", 7);
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GFile) offered = NULL;
  g_autofree char *newer = g_build_filename (kit->folder, "backups", "records-2999-01-01-000000.db", NULL);

  make_records (kit, 2);
  backups = myo_backup_list (kit->folder);
  write_bytes (newer, garbage);
  write_bytes (kit->records, garbage);
  assert_set_aside (kit, garbage);
  offered = myo_store_get_newest_backup (kit->store);
  g_assert_cmpstr (g_file_peek_path (offered), ==, g_ptr_array_index (backups, 0));
}

static void
test_a_damaged_backup_replaces_nothing (Kit *kit, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (kit->folder, "mine.db", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) garbage = g_bytes_new_static ("garbage", 7);
  g_autoptr(GError) error = NULL;

  make_records (kit, 2);
  write_bytes (path, garbage);
  g_assert_false (kit_restore (kit, file, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED);
  assert_n_listed (kit, 2);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-", ".db"), ==, 0);
}

static void
test_newer_version_is_left_alone (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;

  make_records (kit, 2);
  change_file (kit->records, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");
  before = read_bytes (kit->records);
  assert_open_fails (kit, MYO_ERROR_STORE_NEWER);
  g_assert_null (kit_list (kit, G_MAXINT64, G_MAXINT64, 10, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_NEWER);
  after = read_bytes (kit->records);
  g_assert_true (g_bytes_equal (before, after));
}

/* --- Locked --- */

/* The other program: holds the lock until its standard input ends. */
static int
hold_lock (const char *path, const char *sql)
{
  g_autoptr(MyoDatabase) database = myo_database_open (path, MYO_DATABASE_WRITE, NULL);
  char end;

  if (!myo_database_exec (database, sql, NULL) || write (STDOUT_FILENO, "y", 1) != 1)
    return 1;
  return read (STDIN_FILENO, &end, 1) == 0 ? 0 : 1;
}

static GSubprocess *
start_lock (Kit *kit, const char *sql)
{
  GSubprocess *other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL,
                                         program, "--lock", kit->records, sql, NULL);
  char ready;

  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (other), &ready, 1, NULL, NULL), ==, 1);
  return other;
}

static void
end_lock (GSubprocess *other)
{
  g_output_stream_close (g_subprocess_get_stdin_pipe (other), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (other, NULL, NULL));
  g_object_unref (other);
}

static void
test_locked_at_open (Kit *kit, gconstpointer unused)
{
  GSubprocess *other;
  gint64 began;

  make_records (kit, 2);
  other = start_lock (kit, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  began = g_get_monotonic_time ();
  assert_open_fails (kit, MYO_ERROR_STORE_LOCKED);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 4 * MYO_DATABASE_BUSY_MS * 1000);
  end_lock (other);

  kit_must_open (kit);
  assert_n_listed (kit, 2);
}

static void
test_locked_while_open (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_DONE);
  g_autoptr(GError) error = NULL;
  GSubprocess *other;

  make_records (kit, 2);
  kit_must_open (kit);
  other = start_lock (kit, "BEGIN IMMEDIATE");
  assert_n_listed (kit, 2);
  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_LOCKED);
  g_clear_error (&error);
  end_lock (other);

  g_assert_cmpint (kit_save (kit, session, &error), >, 0);
  assert_n_listed (kit, 3);
}

/* --- Moved under a running program --- */

static void
test_file_taken_away (Kit *kit, gconstpointer unused)
{
  g_autoptr(GFile) folder = g_file_new_for_path (kit->folder);
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_DONE);
  g_autofree char *elsewhere = g_strconcat (kit->records, ".old", NULL);
  g_autoptr(GError) error = NULL;
  Kit second = { kit->folder, kit->records, myo_store_new (folder) };

  make_records (kit, 2);
  kit_must_open (kit);
  g_rename (kit->records, elsewhere);
  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE);

  /* As long as the first has the old file open, its log must not be mixed up with one of a new file. */
  assert_open_fails (&second, MYO_ERROR_STORE_LOCKED);
  kit_close (kit);
  kit_must_open (&second);
  g_object_unref (second.store);
}

/* --- Read-only --- */

/* The administrator may write everywhere: become nobody. */
static void
give_up_rights (void)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setresgid (65534, 65534, 65534), ==, 0);
  g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
  prctl (PR_SET_DUMPABLE, 1);
}

static void
assert_reads_but_does_not_write (Kit *kit, guint n)
{
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_DONE);
  g_autoptr(GError) error = NULL;

  assert_open_fails (kit, MYO_ERROR_STORE_READ_ONLY);
  assert_n_listed (kit, n);
  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_READ_ONLY);
  kit_close (kit);
}

static void
check_read_only (Kit *kit)
{
  make_records (kit, 3);

  g_chmod (kit->records, 0400);
  assert_reads_but_does_not_write (kit, 3);
  g_chmod (kit->folder, 0500);
  assert_reads_but_does_not_write (kit, 3);
  g_chmod (kit->records, 0600);
  assert_reads_but_does_not_write (kit, 3);

  g_chmod (kit->folder, 0700);
  kit_must_open (kit);
  assert_n_listed (kit, 3);
}

static void
check_read_only_with_log (Kit *kit)
{
  g_autofree char *copy = g_strconcat (kit->folder, "-copy", NULL);
  g_autofree char *command = g_strdup_printf ("cp -r '%s' '%s'", kit->folder, copy);
  g_autofree char *records = g_build_filename (copy, "records.db", NULL);
  Kit killed = { copy, records, NULL };

  kit_must_open (kit);
  kit_fill (kit, 2);
  g_assert_cmpint (system (command), ==, 0);
  kit_new_store (&killed);
  g_chmod (copy, 0500);
  assert_reads_but_does_not_write (&killed, 5);
  g_chmod (copy, 0700);
  g_clear_object (&killed.store);
}

static void
check_no_place_for_the_folder (Kit *kit)
{
  g_autofree char *parent = g_path_get_dirname (kit->folder);
  g_autofree char *elsewhere = g_strconcat (kit->folder, "-old", NULL);

  kit_close (kit);
  g_rename (kit->folder, elsewhere);
  g_chmod (parent, 0500);
  assert_open_fails (kit, MYO_ERROR_STORE_READ_ONLY);
  g_chmod (parent, 0700);
}

static void
test_read_only_child (void)
{
  Kit kit = { NULL };

  give_up_rights ();
  kit_set_up (&kit, NULL);
  check_read_only (&kit);
  check_read_only_with_log (&kit);
  check_no_place_for_the_folder (&kit);
  kit_tear_down (&kit, NULL);
}

static void
test_read_only (void)
{
  g_test_trap_subprocess ("/store-faults/read-only/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* --- Full --- */

/* No file may grow beyond @bytes: for SQLite this is a disk without room. */
static void
limit_files (guint64 bytes)
{
  struct rlimit limit = { bytes, RLIM_INFINITY };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Returns: how many holds went in before the disk was full */
static guint
write_until_full (Kit *kit, gint64 session)
{
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr(MyoHold) hold = kit_hold (i + 1, (int) i + 1);
      g_autoptr(GError) error = NULL;

      if (kit_add_hold (kit, session, hold, (int) i, &error) > 0)
        continue;
      g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_FULL);
      assert_sentence (error, kit);
      return i;
    }

  g_assert_not_reached ();
}

static void
assert_n_holds (Kit *kit, guint n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoSession) session = kit_find_unfinished (kit, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (session->holds->len, ==, n);
}

static void
test_full_child (void)
{
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_NONE);
  g_autoptr(MyoHold) hold = kit_hold (1, 1);
  guint held;
  Kit kit = { NULL };

  kit_set_up (&kit, NULL);
  make_records (&kit, 3);
  kit_must_open (&kit);
  kit_save (&kit, session, NULL);
  limit_files (150000);
  held = write_until_full (&kit, session->id);
  g_assert_cmpuint (held, >, 0);

  assert_n_listed (&kit, 3);
  assert_n_holds (&kit, held);
  limit_files (RLIM_INFINITY);
  g_assert_cmpint (kit_add_hold (&kit, session->id, hold, 1, NULL), >, 0);
  kit_must_open (&kit);
  assert_n_listed (&kit, 3);
  assert_n_holds (&kit, held + 1);
  kit_tear_down (&kit, NULL);
}

static void
test_full_at_open_child (void)
{
  Kit kit = { NULL };

  kit_set_up (&kit, NULL);
  limit_files (2000);
  assert_open_fails (&kit, MYO_ERROR_STORE_FULL);
  limit_files (RLIM_INFINITY);
  make_records (&kit, 3);

  limit_files (10000);
  assert_open_fails (&kit, MYO_ERROR_STORE_FULL);
  assert_n_listed (&kit, 3);
  kit_close (&kit);
  limit_files (RLIM_INFINITY);
  kit_must_open (&kit);
  assert_n_listed (&kit, 3);
  kit_tear_down (&kit, NULL);
}

static void
test_full (void)
{
  g_test_trap_subprocess ("/store-faults/full/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_full_at_open (void)
{
  g_test_trap_subprocess ("/store-faults/full-at-open/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

#define ADD(path, func) g_test_add ("/store-faults/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--lock") == 0)
    return hold_lock (argv[2], argv[3]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("garbage", test_garbage);
  ADD ("letters", test_a_few_letters);
  ADD ("truncated", test_truncated);
  ADD ("zeroed", test_zeroed_page);
  ADD ("flipped", test_flipped_bits);
  ADD ("lone-log", test_log_without_its_file);
  ADD ("foreign", test_database_of_another_program);
  ADD ("damaged-backups", test_damaged_backups_are_not_offered);
  ADD ("restore-damaged", test_a_damaged_backup_replaces_nothing);
  ADD ("newer", test_newer_version_is_left_alone);
  ADD ("locked", test_locked_at_open);
  ADD ("locked-later", test_locked_while_open);
  ADD ("taken-away", test_file_taken_away);
  g_test_add_func ("/store-faults/read-only", test_read_only);
  g_test_add_func ("/store-faults/read-only/subprocess", test_read_only_child);
  g_test_add_func ("/store-faults/full", test_full);
  g_test_add_func ("/store-faults/full/subprocess", test_full_child);
  g_test_add_func ("/store-faults/full-at-open", test_full_at_open);
  g_test_add_func ("/store-faults/full-at-open/subprocess", test_full_at_open_child);
  return g_test_run ();
}
