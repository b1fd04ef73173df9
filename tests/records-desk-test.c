/* The records without a screen: opened, refused, damaged and brought back; their history; the session that was cut off.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include <sys/prctl.h>
#include <unistd.h>

#include "desk-kit.h"
#include "myo-records-desk.h"

/* Where SQLite keeps the version of what is in a file. */
#define VERSION_AT 60

typedef struct
{
  Desk            d;
  MyoRecordsDesk *records;
  GString        *states;        /* the nick of each state as it is told */
  int             failed_code;
} Fixture;

/* --- Set-up --- */

static void
note_state (MyoRecordsDesk *records, GParamSpec *pspec, Fixture *f)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (MYO_TYPE_RECORDS_STATE);

  g_string_append_printf (f->states, "%s ", g_enum_get_value (klass, (int) myo_records_desk_get_state (records))->value_nick);
}

static void
note_failed (MyoRecordsDesk *records, const GError *error, Fixture *f)
{
  f->failed_code = error->code;
}

static void
start (Fixture *f)
{
  f->records = myo_records_desk_new (f->d.kit.store, f->d.desk, MYO_CLOCK (f->d.clock));
  f->failed_code = -1;
  g_signal_connect (f->records, "notify::state", G_CALLBACK (note_state), f);
  g_signal_connect (f->records, "failed", G_CALLBACK (note_failed), f);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  desk_set_up (&f->d, NULL);
  f->states = g_string_new (NULL);
  start (f);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  myo_session_desk_close (f->d.desk, NULL);
  desk_settle (&f->d);
  g_assert_finalize_object (f->records);
  desk_tear_down (&f->d, NULL);
  g_string_free (f->states, TRUE);
}

/* --- Steps --- */

static void
assert_states (Fixture *f, const char *expected)
{
  g_assert_cmpstr (f->states->str, ==, expected);
  g_string_truncate (f->states, 0);
}

static void
open_until (Fixture *f, MyoRecordsState state)
{
  myo_records_desk_open (f->records);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_OPENING);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == state);
}

static void
try_again_until (Fixture *f, MyoRecordsState state)
{
  myo_records_desk_try_again (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == state);
}

static GListModel *
get_entries (Fixture *f)
{
  return myo_history_get_entries (myo_records_desk_get_history (f->records));
}

static void
wait_for_entries (Fixture *f, guint n)
{
  WAIT_UNTIL (g_list_model_get_n_items (get_entries (f)) == n);
}

static int
get_fault (Fixture *f)
{
  const GError *fault = myo_records_desk_get_fault (f->records);

  return fault != NULL ? fault->code : -1;
}

static void
damage (Fixture *f)
{
  g_mkdir (f->d.kit.folder, 0700);
  g_assert_true (g_file_set_contents (f->d.kit.records, "this is no database, but it is long enough to be one", -1, NULL));
}

/* --- Opening --- */

static void
test_opens (Fixture *f, gconstpointer unused)
{
  MyoRecordsQuestion question;

  kit_make_records (&f->d.kit, 3);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_CLOSED);
  open_until (f, MYO_RECORDS_READY);
  myo_records_desk_open (f->records);
  assert_states (f, "opening ready ");
  wait_for_entries (f, 3);
  desk_settle (&f->d);
  g_assert_null (myo_session_desk_get_unfinished (f->d.desk));
  g_assert_cmpint (get_fault (f), ==, -1);
  g_assert_false (myo_records_desk_get_question (f->records, &question));
}

/* Nothing is asked, so there is nothing to answer. */
static void
test_answers_without_a_question (Fixture *f, gconstpointer unused)
{
  myo_records_desk_restore (f->records);
  myo_records_desk_start_anew (f->records);
  myo_records_desk_postpone (f->records);
  assert_states (f, "");
  open_until (f, MYO_RECORDS_READY);
  myo_records_desk_restore (f->records);
  myo_records_desk_start_anew (f->records);
  myo_records_desk_postpone (f->records);
  assert_states (f, "opening ready ");
}

static void
test_newer_records_are_refused (Fixture *f, gconstpointer unused)
{
  g_autofree char *data = NULL;
  gsize length;

  kit_make_records (&f->d.kit, 1);
  g_assert_true (g_file_get_contents (f->d.kit.records, &data, &length, NULL));
  data[VERSION_AT + 3] = 99;
  g_assert_true (g_file_set_contents (f->d.kit.records, data, (gssize) length, NULL));

  open_until (f, MYO_RECORDS_REFUSED);
  assert_states (f, "opening refused ");
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE_NEWER);
  g_assert_cmpint (f->failed_code, ==, MYO_ERROR_STORE_NEWER);
  g_assert_cmpuint (g_list_model_get_n_items (get_entries (f)), ==, 0);
}

/* --- Damage --- */

static MyoRecordsQuestion
get_question (Fixture *f)
{
  MyoRecordsQuestion question;

  g_assert_true (myo_records_desk_get_question (f->records, &question));
  return question;
}

static guint
count_damaged (Fixture *f)
{
  return kit_count_files (f->d.kit.folder, "records-damaged-", ".db");
}

static void
test_without_a_backup_one_starts_anew (Fixture *f, gconstpointer unused)
{
  damage (f);
  open_until (f, MYO_RECORDS_ASKING);
  g_assert_false (get_question (f).lost);
  g_assert_cmpstr (get_question (f).damaged, ==, f->d.kit.records);
  g_assert_null (get_question (f).offer);
  g_assert_cmpint (get_fault (f), ==, -1);
  myo_records_desk_restore (f->records);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_ASKING);

  myo_records_desk_start_anew (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  assert_states (f, "opening asking opening ready ");
  g_assert_cmpuint (count_damaged (f), ==, 1);
  desk_settle (&f->d);
  g_assert_cmpuint (g_list_model_get_n_items (get_entries (f)), ==, 0);
}

static void
ask_with_backup (Fixture *f)
{
  kit_make_records (&f->d.kit, 4);
  damage (f);
  open_until (f, MYO_RECORDS_ASKING);
  g_assert_cmpuint (get_question (f).offer->n_sessions, ==, 4);
  g_assert_cmpuint (get_question (f).offer->n_passed_over, ==, 0);
  g_assert_cmpint (ABS (get_question (f).offer->made_at - g_get_real_time ()), <, G_TIME_SPAN_HOUR);
}

static void
test_the_backup_is_brought_back (Fixture *f, gconstpointer unused)
{
  ask_with_backup (f);
  myo_records_desk_restore (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  assert_states (f, "opening asking opening ready ");
  wait_for_entries (f, 4);
}

/* What was begun before the answer could not be recorded; now it can. */
static void
test_brought_back_there_is_no_fault (Fixture *f, gconstpointer unused)
{
  ask_with_backup (f);
  desk_begin (&f->d);
  desk_settle (&f->d);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE_DAMAGED);
  myo_records_desk_restore (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  g_assert_cmpint (get_fault (f), ==, -1);
}

static void
test_the_backup_is_left_where_it_is (Fixture *f, gconstpointer unused)
{
  ask_with_backup (f);
  myo_records_desk_start_anew (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  desk_settle (&f->d);
  g_assert_cmpuint (g_list_model_get_n_items (get_entries (f)), ==, 0);
  kit_assert_n_listed (&f->d.kit, 0);
}

/* A backup that is gone by the time it is wanted: the question is open still. */
static void
test_the_backup_cannot_be_read (Fixture *f, gconstpointer unused)
{
  ask_with_backup (f);
  g_assert_cmpint (g_remove (g_file_peek_path (get_question (f).offer->backup)), ==, 0);
  myo_records_desk_restore (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_UNDECIDED);
  g_assert_cmpint (f->failed_code, !=, -1);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE_DAMAGED);
  g_assert_cmpuint (count_damaged (f), ==, 0);

  try_again_until (f, MYO_RECORDS_ASKING);
  g_assert_null (get_question (f).offer);
}

/* --- Nothing decided --- */

/* Whether Myomap ends while it asks, or is told to wait: the next one asks the same. */
static void
test_undecided_is_asked_again (Fixture *f, gconstpointer unused)
{
  ask_with_backup (f);
  myo_records_desk_postpone (f->records);
  assert_states (f, "opening asking undecided ");
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE_DAMAGED);
  desk_begin (&f->d);
  desk_settle (&f->d);
  g_assert_cmpuint (kit_count_files (f->d.kit.folder, "records", ""), ==, 1);
  try_again_until (f, MYO_RECORDS_ASKING);

  for (int start_number = 0; start_number < 2; start_number++)
    {
      g_assert_finalize_object (f->records);
      desk_kill (&f->d);
      desk_start (&f->d);
      start (f);
      open_until (f, MYO_RECORDS_ASKING);
      g_assert_cmpuint (get_question (f).offer->n_sessions, ==, 4);
    }

  myo_records_desk_restore (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  wait_for_entries (f, 4);
  g_assert_cmpint (get_fault (f), ==, -1);
}

/* --- Gone --- */

static void
test_what_is_gone_is_missed (Fixture *f, gconstpointer unused)
{
  kit_make_records (&f->d.kit, 3);
  g_assert_cmpint (g_remove (f->d.kit.records), ==, 0);
  open_until (f, MYO_RECORDS_ASKING);
  g_assert_true (get_question (f).lost);
  g_assert_null (get_question (f).damaged);
  g_assert_cmpuint (get_question (f).offer->n_sessions, ==, 3);
  g_assert_cmpuint (kit_count_files (f->d.kit.folder, "records", ""), ==, 0);
  myo_records_desk_restore (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  wait_for_entries (f, 3);
}

/* --- What can only be read --- */

static void
read_only_child (void)
{
  Fixture f = { 0 };

  if (geteuid () == 0)
    {
      g_assert_cmpint (setresgid (65534, 65534, 65534), ==, 0);
      g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
      prctl (PR_SET_DUMPABLE, 1);
    }
  set_up (&f, NULL);
  kit_make_records (&f.d.kit, 2);
  g_chmod (f.d.kit.records, 0400);
  open_until (&f, MYO_RECORDS_READABLE);
  assert_states (&f, "opening readable ");
  wait_for_entries (&f, 2);
  g_assert_cmpint (get_fault (&f), ==, MYO_ERROR_STORE_READ_ONLY);
  desk_begin (&f.d);
  desk_settle (&f.d);
  g_assert_cmpint (f.failed_code, ==, MYO_ERROR_STORE_READ_ONLY);
  tear_down (&f, NULL);
}

static void
test_read_only_records_are_read (void)
{
  g_test_trap_subprocess ("/records-desk/read-only/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* --- Faults --- */

static void
count (guint *n)
{
  (*n)++;
}

static void
test_what_lasts_is_noted (Fixture *f, gconstpointer unused)
{
  guint n = 0, wanted = 0;

  g_signal_connect_swapped (f->records, "notify::fault", G_CALLBACK (count), &n);
  for (int code = MYO_ERROR_ATLAS; code <= MYO_ERROR_PAIN_DRAWING; code++)
    {
      g_autoptr(GError) error = g_error_new (MYO_ERROR, code, "fault %d", code);
      gboolean lasts = code >= MYO_ERROR_STORE_DAMAGED && code <= MYO_ERROR_STORE;

      wanted += lasts;
      myo_records_desk_note_fault (f->records, error);
      myo_records_desk_note_fault (f->records, error);
      g_assert_cmpuint (n, ==, wanted);
      if (lasts)
        g_assert_cmpint (get_fault (f), ==, code);
    }
  g_assert_cmpuint (wanted, >=, 6);

  open_until (f, MYO_RECORDS_READY);
  g_assert_cmpint (get_fault (f), ==, -1);
  g_assert_cmpuint (n, ==, wanted + 1);
  g_signal_handlers_disconnect_by_data (f->records, &n);
}

static void
test_what_the_session_could_not_record (Fixture *f, gconstpointer unused)
{
  desk_begin (&f->d);
  desk_settle (&f->d);
  g_assert_cmpint (f->failed_code, ==, MYO_ERROR_STORE);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE);
}

/* The fault lasts as long as something waits to be written, and is gone with it; the history shows what was finished meanwhile. */
static void
test_what_was_caught_up_with (Fixture *f, gconstpointer unused)
{
  open_until (f, MYO_RECORDS_READY);
  kit_close (&f->d.kit);
  desk_begin (&f->d);
  desk_settle (&f->d);
  g_assert_cmpint (get_fault (f), ==, MYO_ERROR_STORE);
  desk_pass (&f->d, 5 + 10);
  myo_session_desk_stop (f->d.desk);
  myo_session_desk_finish (f->d.desk);
  desk_settle (&f->d);
  desk_pass (&f->d, 60);
  wait_for_entries (f, 1);
  WAIT_UNTIL (get_fault (f) == -1);
}

/* --- Sessions --- */

static void
test_history_follows_the_sessions (Fixture *f, gconstpointer unused)
{
  open_until (f, MYO_RECORDS_READY);
  desk_begin (&f->d);
  desk_pass (&f->d, 5 + 10);
  myo_session_desk_stop (f->d.desk);
  desk_settle (&f->d);
  g_assert_cmpuint (g_list_model_get_n_items (get_entries (f)), ==, 0);
  myo_session_desk_finish (f->d.desk);
  wait_for_entries (f, 1);
}

static void
test_what_was_cut_off_is_offered (Fixture *f, gconstpointer unused)
{
  open_until (f, MYO_RECORDS_READY);
  desk_begin (&f->d);
  desk_pass (&f->d, 5 + 10);
  desk_settle (&f->d);
  g_assert_finalize_object (f->records);
  desk_kill (&f->d);
  desk_start (&f->d);
  start (f);

  open_until (f, MYO_RECORDS_READY);
  WAIT_UNTIL (myo_session_desk_get_unfinished (f->d.desk) != NULL);
  g_assert_cmpuint (g_list_model_get_n_items (get_entries (f)), ==, 0);
  myo_session_desk_end_unfinished (f->d.desk);
  wait_for_entries (f, 1);
}

#define ADD(path, func) g_test_add ("/records-desk/" path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("opens", test_opens);
  ADD ("answers", test_answers_without_a_question);
  ADD ("newer", test_newer_records_are_refused);
  ADD ("damaged/anew", test_without_a_backup_one_starts_anew);
  ADD ("damaged/backup", test_the_backup_is_brought_back);
  ADD ("damaged/backup-fault", test_brought_back_there_is_no_fault);
  ADD ("damaged/backup-left", test_the_backup_is_left_where_it_is);
  ADD ("damaged/backup-gone", test_the_backup_cannot_be_read);
  ADD ("undecided", test_undecided_is_asked_again);
  ADD ("gone", test_what_is_gone_is_missed);
  g_test_add_func ("/records-desk/read-only", test_read_only_records_are_read);
  g_test_add_func ("/records-desk/read-only/subprocess", read_only_child);
  ADD ("faults", test_what_lasts_is_noted);
  ADD ("not-recorded", test_what_the_session_could_not_record);
  ADD ("faults/caught-up", test_what_was_caught_up_with);
  ADD ("history", test_history_follows_the_sessions);
  ADD ("cut-off", test_what_was_cut_off_is_offered);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
