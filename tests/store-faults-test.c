/* The records on a disk with faults: damaged, locked, newer, taken away.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <unistd.h>

#include "myo-backup-private.h"
#include "myo-database-private.h"
#include "myo-record-files-private.h"
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

/* The file is damaged with @bytes in it: it stays, as it is, until somebody decides; each open says so again. */
static void
assert_asks (Kit *kit, GBytes *bytes)
{
  for (int i = 0; i < 2; i++)
    {
      g_autoptr(GBytes) there = NULL;

      kit_assert_open_fails (kit, MYO_ERROR_STORE_DAMAGED);
      g_assert_cmpstr (g_file_peek_path (myo_records_get_damaged_file (kit->store)), ==, kit->records);
      there = read_bytes (kit->records);
      g_assert_true (g_bytes_equal (there, bytes));
      g_assert_cmpuint (kit_count_files (kit->folder, "records", ".db"), ==, 1);
    }
}

/* Whatever was decided, the damaged file is kept; one that was put aside is taken away again here. */
static void
assert_kept (Kit *kit, GBytes *bytes)
{
  g_autoptr(GPtrArray) kept = myo_record_files_list_aside (kit->folder, "damaged");
  g_autoptr(GBytes) aside = NULL;

  g_assert_cmpuint (kept->len, ==, 1);
  aside = read_bytes (kept->pdata[0]);
  g_assert_true (g_bytes_equal (aside, bytes));
  g_remove (kept->pdata[0]);
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

  assert_asks (kit, bytes);
  g_assert_null (myo_records_get_offer (kit->store));

  kit_must_start_anew (kit);
  kit_fill (kit, 1);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 1);
  assert_kept (kit, bytes);
}

static void
test_a_few_letters (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("hello", 5);

  g_mkdir (kit->folder, 0700);
  write_bytes (kit->records, bytes);
  assert_asks (kit, bytes);
}

static void
test_truncated (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) whole = NULL;
  gsize size;

  kit_make_records (kit, 40);
  whole = read_bytes (kit->records);
  size = g_bytes_get_size (whole);

  for (guint i = 0; i < 5; i++)
    {
      const gsize lengths[] = { 10, 100, 4096, size / 2 / 4096 * 4096, size - 4096 };
      g_autoptr(GBytes) part = g_bytes_new_from_bytes (whole, 0, lengths[i]);

      write_bytes (kit->records, part);
      assert_asks (kit, part);
      kit_must_take_offer (kit, 40);
      assert_kept (kit, part);
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

  kit_make_records (kit, 40);
  data = g_bytes_unref_to_data (read_bytes (kit->records), &size);
  memset (data + 4096, 0, 4096);
  damaged = g_bytes_new (data, size);
  write_bytes (kit->records, damaged);

  assert_asks (kit, damaged);
  kit_must_take_offer (kit, 40);
  assert_kept (kit, damaged);
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

  if (!kit_open (kit, &error))
    {
      g_autoptr(GBytes) there = read_bytes (kit->records);

      g_assert_true (g_bytes_equal (there, flipped));
      g_assert_true (error->code == MYO_ERROR_STORE_DAMAGED || error->code == MYO_ERROR_STORE_NEWER
                     || error->code == MYO_ERROR_STORE_FOREIGN);
    }
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 1000, NULL);
  kit_close (kit);
}

static void
test_flipped_bits (Kit *kit, gconstpointer unused)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (20);
  g_autoptr(GBytes) whole = NULL;

  kit_make_records (kit, 40);
  whole = read_bytes (kit->records);
  for (int i = 0; i < 60; i++)
    flip_and_look (kit, whole, rand);
}

static void
test_log_without_its_file (Kit *kit, gconstpointer unused)
{
  g_autofree char *wal = g_strconcat (kit->records, "-wal", NULL);
  g_autoptr(MyoDatabase) other = NULL;
  g_autoptr(GBytes) log = NULL;
  g_autoptr(GBytes) there = NULL;
  g_autoptr(GBytes) aside = NULL;
  g_autofree char *moved = NULL;

  kit_must_open (kit);
  other = myo_database_open (kit->records, MYO_DATABASE_READ, NULL);
  g_assert_true (myo_database_exec (other, "BEGIN; SELECT count (*) FROM session", NULL));
  kit_fill (kit, 3);
  log = read_bytes (wal);
  g_assert_cmpuint (g_bytes_get_size (log), >, 0);
  g_clear_pointer (&other, myo_database_close);
  kit_close (kit);
  g_remove (kit->records);
  write_bytes (wal, log);

  kit_assert_open_fails (kit, MYO_ERROR_STORE_DAMAGED);
  there = read_bytes (wal);
  g_assert_true (g_bytes_equal (there, log));
  kit_must_start_anew (kit);
  moved = g_strconcat (g_file_peek_path (myo_records_get_damaged_file (kit->store)), "-wal", NULL);
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
test_damaged_backups_are_not_offered (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) garbage = g_bytes_new_static ("garbage", 7);
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *newer = g_build_filename (kit->folder, "backups", "records-2999-01-01-000000.db", NULL);

  kit_make_records (kit, 2);
  backups = myo_backup_list (kit->folder);
  write_bytes (newer, garbage);
  write_bytes (kit->records, garbage);
  assert_asks (kit, garbage);
  g_assert_cmpstr (g_file_peek_path (myo_records_get_offer (kit->store)->backup), ==, g_ptr_array_index (backups, 0));
  g_assert_cmpuint (myo_records_get_offer (kit->store)->n_passed_over, ==, 1);
}

static void
test_a_damaged_backup_replaces_nothing (Kit *kit, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (kit->folder, "mine.db", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GBytes) garbage = g_bytes_new_static ("garbage", 7);
  g_autoptr(GError) error = NULL;

  kit_make_records (kit, 2);
  write_bytes (path, garbage);
  g_assert_false (kit_restore (kit, file, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_BACKUP);
  g_assert_true (myo_records_get_writable (kit->store));
  kit_assert_n_listed (kit, 2);
  g_assert_cmpuint (kit_count_files (kit->folder, "records-", ".db"), ==, 0);
}

static void
test_newer_version_is_left_alone (Kit *kit, gconstpointer unused)
{
  g_autoptr(GBytes) before = NULL;
  g_autoptr(GBytes) after = NULL;
  g_autoptr(GError) error = NULL;

  kit_make_records (kit, 2);
  change_file (kit->records, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 99");
  before = read_bytes (kit->records);
  kit_assert_open_fails (kit, MYO_ERROR_STORE_NEWER);
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

  kit_make_records (kit, 2);
  other = start_lock (kit, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  began = g_get_monotonic_time ();
  kit_assert_open_fails (kit, MYO_ERROR_STORE_LOCKED);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 4 * MYO_DATABASE_BUSY_MS * 1000);
  end_lock (other);

  kit_must_open (kit);
  kit_assert_n_listed (kit, 2);
}

static void
test_locked_while_open (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_DONE);
  g_autoptr(GError) error = NULL;
  g_autofree char *draft = NULL;
  GSubprocess *other;

  kit_make_records (kit, 2);
  kit_must_open (kit);
  other = start_lock (kit, "BEGIN IMMEDIATE");
  kit_assert_n_listed (kit, 2);
  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_LOCKED);
  g_clear_error (&error);
  g_assert_false (kit_save_draft (kit, "a drawing", &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_LOCKED);
  g_clear_error (&error);
  draft = kit_load_draft (kit, &error);
  g_assert_no_error (error);
  g_assert_null (draft);
  end_lock (other);

  g_assert_cmpint (kit_save (kit, session, &error), >, 0);
  g_assert_true (kit_save_draft (kit, "a drawing", &error));
  kit_assert_n_listed (kit, 3);
}

/* --- Moved under a running program --- */

static void
test_file_taken_away (Kit *kit, gconstpointer unused)
{
  g_autoptr(GFile) folder = g_file_new_for_path (kit->folder);
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_DONE);
  g_autofree char *elsewhere = g_strconcat (kit->records, ".old", NULL);
  g_autoptr(GError) error = NULL;
  Kit second = { kit->folder, kit->records, MYO_RECORDS (myo_store_new (folder)) };

  kit_make_records (kit, 2);
  kit_must_open (kit);
  g_rename (kit->records, elsewhere);
  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE);

  /* As long as the first has the old file open, its log must not be mixed up with one of a new file. */
  kit_assert_open_fails (&second, MYO_ERROR_STORE_LOCKED);
  kit_close (kit);
  kit_assert_open_fails (&second, MYO_ERROR_STORE_LOST);
  kit_must_start_anew (&second);
  g_object_unref (second.store);
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
  ADD ("damaged-backups", test_damaged_backups_are_not_offered);
  ADD ("restore-damaged", test_a_damaged_backup_replaces_nothing);
  ADD ("newer", test_newer_version_is_left_alone);
  ADD ("locked", test_locked_at_open);
  ADD ("locked-later", test_locked_while_open);
  ADD ("taken-away", test_file_taken_away);
  return g_test_run ();
}
