/* Records that cannot be opened or written for a while: looked at again, at growing pauses and when somebody asks, until they can.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "desk-kit.h"
#include "myo-record-files-private.h"
#include "myo-records-desk.h"
#include "myo-retry.h"

typedef struct
{
  Desk            d;
  MyoRecordsDesk *records;
  guint           n_failed;
} Fixture;

/* --- Set-up --- */

static void
note_failed (Fixture *f)
{
  f->n_failed++;
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  desk_set_up (&f->d, NULL);
  f->records = myo_records_desk_new (f->d.kit.store, f->d.desk, MYO_CLOCK (f->d.clock));
  f->n_failed = 0;
  g_signal_connect_swapped (f->records, "failed", G_CALLBACK (note_failed), f);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  myo_session_desk_close (f->d.desk, NULL);
  desk_settle (&f->d);
  g_assert_finalize_object (f->records);
  desk_tear_down (&f->d, NULL);
}

/* --- Steps --- */

static void
open_until (Fixture *f, MyoRecordsState state)
{
  myo_records_desk_open (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == state);
  desk_settle (&f->d);
}

static int
get_fault (Fixture *f)
{
  const GError *fault = myo_records_desk_get_fault (f->records);

  return fault != NULL ? fault->code : -1;
}

static void
wait_for_entries (Fixture *f, guint n)
{
  GListModel *entries = myo_history_get_entries (myo_records_desk_get_history (f->records));

  WAIT_UNTIL (g_list_model_get_n_items (entries) == n);
}

/* A whole session that nobody could record. */
static void
hold_a_session (Fixture *f)
{
  desk_begin (&f->d);
  desk_pass (&f->d, 5 + 10);
  myo_session_desk_stop (f->d.desk);
  myo_session_desk_finish (f->d.desk);
  desk_settle (&f->d);
}

/* --- Opening --- */

/* A file has the name of the folder: nothing can be opened there, and that is told without a wait. */
static void
block (Fixture *f)
{
  g_assert_true (g_file_set_contents (f->d.kit.folder, "", 0, NULL));
}

static void
unblock (Fixture *f)
{
  g_assert_cmpint (g_remove (f->d.kit.folder), ==, 0);
}

static void
test_what_was_held_meanwhile_is_written (Fixture *f, gconstpointer unused)
{
  block (f);
  open_until (f, MYO_RECORDS_REFUSED);
  hold_a_session (f);
  g_assert_cmpint (get_fault (f), !=, -1);
  unblock (f);
  desk_pass (&f->d, MYO_RETRY_LONGEST_US / SECOND);
  WAIT_UNTIL (get_fault (f) == -1);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_READY);
  wait_for_entries (f, 1);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_the_pauses_grow (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoRetry) retry = NULL;
  guint n = 0;

  retry = myo_retry_new (MYO_CLOCK (f->d.clock), (MyoAlarmFunc) count, &n);
  for (gint64 pause = MYO_RETRY_FIRST_US, i = 1; i < 10; i++, pause = MIN (2 * pause, MYO_RETRY_LONGEST_US))
    {
      myo_retry_start (retry);
      myo_retry_start (retry);
      myo_manual_clock_advance (f->d.clock, pause - 1);
      g_assert_cmpuint (n, ==, (guint) i - 1);
      myo_manual_clock_advance (f->d.clock, 1);
      g_assert_cmpuint (n, ==, (guint) i);
    }

  myo_retry_start (retry);
  myo_retry_stop (retry);
  myo_manual_clock_advance (f->d.clock, 2 * MYO_RETRY_LONGEST_US);
  g_assert_cmpuint (n, ==, 9);
  myo_retry_start (retry);
  myo_manual_clock_advance (f->d.clock, MYO_RETRY_FIRST_US);
  g_assert_cmpuint (n, ==, 10);
}

/* What fails by itself is told once; who asks hears of it each time. */
static void
test_who_asks_is_answered (Fixture *f, gconstpointer unused)
{
  block (f);
  open_until (f, MYO_RECORDS_REFUSED);
  g_assert_cmpuint (f->n_failed, ==, 1);
  desk_pass (&f->d, 5);
  desk_settle (&f->d);
  desk_pass (&f->d, 10);
  desk_settle (&f->d);
  g_assert_cmpuint (f->n_failed, ==, 1);

  myo_records_desk_try_again (f->records);
  WAIT_UNTIL (f->n_failed == 2);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_REFUSED);
  unblock (f);
  myo_records_desk_try_again (f->records);
  myo_records_desk_try_again (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  g_assert_cmpint (get_fault (f), ==, -1);
  g_assert_cmpuint (f->n_failed, ==, 2);
}

static void
test_nothing_to_try (Fixture *f, gconstpointer unused)
{
  myo_records_desk_try_again (f->records);
  open_until (f, MYO_RECORDS_READY);
  myo_records_desk_try_again (f->records);
  desk_pass (&f->d, MYO_RETRY_LONGEST_US / SECOND);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_READY);
  g_assert_cmpuint (f->n_failed, ==, 0);
}

/* Another Myomap puts a backup in place: it holds the folder alone. */
static void
test_a_lock_that_goes_away (Fixture *f, gconstpointer unused)
{
  int other;

  kit_make_records (&f->d.kit, 2);
  other = myo_record_files_open_lock (f->d.kit.folder);
  g_assert_true (myo_record_files_lock (other, TRUE, 0));
  open_until (f, MYO_RECORDS_REFUSED);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE_LOCKED);
  close (other);
  desk_pass (&f->d, 5);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  wait_for_entries (f, 2);
}

/* --- A file that was moved --- */

/* A program that keeps folders alike puts a copy in the place of the file. */
static void
test_a_file_that_was_replaced (Fixture *f, gconstpointer unused)
{
  g_autofree char *copy = g_strconcat (f->d.kit.records, ".copy", NULL);
  g_autofree char *data = NULL;
  gsize length;

  kit_make_records (&f->d.kit, 2);
  g_assert_true (g_file_get_contents (f->d.kit.records, &data, &length, NULL));
  g_assert_true (g_file_set_contents (copy, data, (gssize) length, NULL));
  open_until (f, MYO_RECORDS_READY);
  g_assert_cmpint (g_rename (copy, f->d.kit.records), ==, 0);
  hold_a_session (f);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE);

  myo_records_desk_try_again (f->records);
  desk_settle (&f->d);
  desk_settle (&f->d);
  g_assert_cmpint (get_fault (f), ==, -1);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_READY);
  wait_for_entries (f, 3);
}

/* --- A full disk --- */

/* No file may grow beyond @bytes: for SQLite this is a disk without room. */
static void
limit_files (guint64 bytes)
{
  struct rlimit limit = { bytes, RLIM_INFINITY };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
check_full_at_open (Fixture *f)
{
  kit_make_records (&f->d.kit, 3);
  limit_files (10000);
  open_until (f, MYO_RECORDS_READABLE);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE_FULL);
  hold_a_session (f);
  desk_pass (&f->d, 5);
  desk_settle (&f->d);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_READABLE);

  limit_files (RLIM_INFINITY);
  desk_pass (&f->d, MYO_RETRY_LONGEST_US / SECOND);
  WAIT_UNTIL (get_fault (f) == -1);
  wait_for_entries (f, 4);
}

/* It becomes full, and room again, while all is open; nothing is done meanwhile that would be written by itself. */
static void
check_full_later (Fixture *f)
{
  open_until (f, MYO_RECORDS_READY);
  limit_files (2000);
  hold_a_session (f);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE_FULL);
  desk_pass (&f->d, 5);
  desk_settle (&f->d);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE_FULL);

  limit_files (RLIM_INFINITY);
  myo_records_desk_try_again (f->records);
  WAIT_UNTIL (get_fault (f) == -1);
  wait_for_entries (f, 1);
}

static void
full_child (gconstpointer check)
{
  Fixture f = { 0 };

  set_up (&f, NULL);
  ((void (*) (Fixture *)) check) (&f);
  tear_down (&f, NULL);
}

static void
test_full_disk (gconstpointer name)
{
  g_test_trap_subprocess (name, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

#define ADD(path, func) g_test_add ("/records-retry/" path, Fixture, NULL, set_up, func, tear_down)
#define ADD_FULL(path, check) \
  g_test_add_data_func ("/records-retry/" path, "/records-retry/" path "/subprocess", test_full_disk); \
  g_test_add_data_func ("/records-retry/" path "/subprocess", check, full_child)

static void
add_tests (void)
{
  ADD ("held", test_what_was_held_meanwhile_is_written);
  ADD ("pauses", test_the_pauses_grow);
  ADD ("asked", test_who_asks_is_answered);
  ADD ("nothing", test_nothing_to_try);
  ADD ("lock", test_a_lock_that_goes_away);
  ADD ("replaced", test_a_file_that_was_replaced);
  ADD_FULL ("full-at-open", check_full_at_open);
  ADD_FULL ("full-later", check_full_later);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
