/* The backups without a screen: made by themselves and when asked, listed, asked about, brought back, written to another place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/stat.h>
#include <utime.h>

#include "desk-kit.h"
#include "myo-backup-desk.h"
#include "myo-backup-private.h"
#include "myo-pain-draft.h"
#include "store-file-kit.h"

typedef struct
{
  Desk            d;
  MyoRecordsDesk *records;
  MyoBackupDesk  *backups;
  GString        *told;          /* a word for each thing done, in the order in which it was told */
  GError         *fault;         /* the last one */
  MyoBackupEntry *considered;
} Fixture;

/* --- Set-up --- */

static void
note_done (Fixture *f, int deed)
{
  static const char *const words[] = { "by-itself", "made", "listed", "considered", "saved", "back" };

  if (deed != MYO_BACKUP_LISTED && deed != MYO_BACKUP_CONSIDERED)
    g_string_append_printf (f->told, "%s ", words[deed]);
}

static void
note_failed (Fixture *f, int deed, const GError *error)
{
  g_string_append (f->told, "failed ");
  g_clear_error (&f->fault);
  f->fault = g_error_copy (error);
}

static void
note_considered (Fixture *f, MyoBackupEntry *entry)
{
  g_set_object (&f->considered, entry);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  desk_set_up (&f->d, NULL);
  f->told = g_string_new (NULL);
  f->records = myo_records_desk_new (f->d.kit.store, f->d.desk, MYO_CLOCK (f->d.clock));
  f->backups = myo_backup_desk_new (MYO_BACKUPS (f->d.kit.store), f->records, f->d.desk, MYO_CLOCK (f->d.clock));
  g_signal_connect_swapped (f->backups, "done", G_CALLBACK (note_done), f);
  g_signal_connect_swapped (f->backups, "failed", G_CALLBACK (note_failed), f);
  g_signal_connect_swapped (f->backups, "considered", G_CALLBACK (note_considered), f);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  desk_settle (&f->d);
  g_clear_object (&f->considered);
  g_assert_finalize_object (f->backups);
  myo_session_desk_close (f->d.desk, NULL);
  desk_settle (&f->d);
  g_assert_finalize_object (f->records);
  desk_tear_down (&f->d, NULL);
  g_string_free (f->told, TRUE);
  g_clear_error (&f->fault);
}

/* --- Steps --- */

static void
open_records (Fixture *f, guint n)
{
  kit_must_open (&f->d.kit);
  kit_fill (&f->d.kit, n);
  kit_close (&f->d.kit);
  myo_records_desk_open (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  desk_settle (&f->d);
}

static void
wait_until_told (Fixture *f, const char *words)
{
  WAIT_UNTIL (f->told->len > 0);
  g_assert_cmpstr (f->told->str, ==, words);
  g_string_truncate (f->told, 0);
}

static guint
count_backups (Fixture *f, const char *prefix)
{
  g_autofree char *folder = g_build_filename (f->d.kit.folder, "backups", NULL);

  return kit_count_files (folder, prefix, ".db");
}

/* The backups are a day older than they were. */
static void
let_age (Fixture *f)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (f->d.kit.folder);

  for (guint i = 0; i < paths->len; i++)
    {
      struct utimbuf yesterday = { .modtime = g_get_real_time () / G_USEC_PER_SEC - 25 * 3600 };

      utime (paths->pdata[i], &yesterday);
    }
}

static void
refresh (Fixture *f)
{
  myo_backup_desk_refresh (f->backups);
  WAIT_UNTIL (myo_backup_desk_get_hindrance (f->backups) != MYO_BACKUP_BUSY);
}

static MyoBackupEntry *
get_entry (Fixture *f, guint i)
{
  g_autoptr(MyoBackupEntry) entry = g_list_model_get_item (myo_backup_desk_get_entries (f->backups), i);

  g_assert_nonnull (entry);
  return entry;
}

static void
make (Fixture *f)
{
  myo_backup_desk_make (f->backups);
  wait_until_told (f, "made ");
  WAIT_UNTIL (myo_backup_desk_get_hindrance (f->backups) != MYO_BACKUP_BUSY);
}

static GFile *
in_folder (Fixture *f, const char *name)
{
  g_autofree char *parent = g_path_get_dirname (f->d.kit.folder);

  return g_file_new_build_filename (parent, name, NULL);
}

static void
consider (Fixture *f, GFile *file)
{
  g_clear_object (&f->considered);
  myo_backup_desk_consider (f->backups, file);
  WAIT_UNTIL (f->considered != NULL || f->told->len > 0);
}

static void
bring_back (Fixture *f)
{
  myo_backup_desk_bring_back (f->backups, f->considered);
  WAIT_UNTIL (f->told->len > 0);
  WAIT_UNTIL (myo_backup_desk_get_hindrance (f->backups) != MYO_BACKUP_BUSY);
  desk_settle (&f->d);
}

static void
add_session (Fixture *f)
{
  g_autoptr(MyoSession) session = kit_session (g_get_real_time (), MYO_END_DONE);

  g_assert_cmpint (kit_save (&f->d.kit, session, NULL), >, 0);
}

/* --- By themselves --- */

static void
test_a_program_left_open_makes_one_each_day (Fixture *f, gconstpointer unused)
{
  open_records (f, 1);
  g_assert_cmpuint (count_backups (f, "records-"), ==, 1);
  myo_manual_clock_advance (f->d.clock, 3 * MYO_BACKUP_LOOK_US);
  desk_settle (&f->d);
  g_assert_cmpuint (count_backups (f, "records-"), ==, 1);

  for (guint day = 2; day < MYO_BACKUPS_KEPT + 3; day++)
    {
      let_age (f);
      myo_manual_clock_sleep (f->d.clock, 8 * 3600 * SECOND);
      myo_manual_clock_advance (f->d.clock, MYO_BACKUP_LOOK_US);
      desk_settle (&f->d);
      g_assert_cmpuint (count_backups (f, "records-"), ==, MIN (day, MYO_BACKUPS_KEPT));
    }
}

static void
test_a_session_is_a_moment_to_look (Fixture *f, gconstpointer unused)
{
  open_records (f, 1);
  let_age (f);
  desk_begin (&f->d);
  desk_pass (&f->d, 5 + 10);
  myo_session_desk_stop (f->d.desk);
  myo_session_desk_finish (f->d.desk);
  desk_settle (&f->d);
  desk_settle (&f->d);
  g_assert_cmpuint (count_backups (f, "records-"), ==, 2);
}

/* There is a file where the folder should be. */
static void
test_that_none_could_be_made_is_told_once (Fixture *f, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (f->d.kit.folder, "backups", NULL);

  open_records (f, 1);
  kit_remove (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  for (int i = 0; i < 3; i++)
    {
      myo_manual_clock_advance (f->d.clock, MYO_BACKUP_LOOK_US);
      desk_settle (&f->d);
    }
  wait_until_told (f, "failed ");

  g_remove (folder);
  myo_manual_clock_advance (f->d.clock, MYO_BACKUP_LOOK_US);
  desk_settle (&f->d);
  g_assert_cmpuint (count_backups (f, "records-"), ==, 1);
  g_assert_cmpstr (f->told->str, ==, "");
}

/* --- Listed --- */

static void
test_list (Fixture *f, gconstpointer unused)
{
  g_autofree char *damaged = NULL, *title = NULL, *detail = NULL;
  const MyoBackup *backup;

  open_records (f, 3);
  let_age (f);
  make (f);
  g_assert_cmpuint (g_list_model_get_n_items (myo_backup_desk_get_entries (f->backups)), ==, 2);
  backup = myo_backup_entry_get_backup (get_entry (f, 0));
  g_assert_cmpint (backup->origin, ==, MYO_BACKUP_KEPT);
  g_assert_cmpint (backup->n_sessions, ==, 3);
  g_assert_cmpint (backup->last_session, ==, 3 * 60 * SECOND);
  g_assert_cmpint (ABS (backup->made_at - g_get_real_time ()), <, 60 * SECOND);
  g_assert_cmpint (myo_backup_entry_get_backup (get_entry (f, 1))->origin, ==, MYO_BACKUP_OF_DAY);
  g_object_get (get_entry (f, 0), "title", &title, "detail", &detail, NULL);
  g_assert_true (g_str_has_prefix (title, "Today, "));
  g_assert_true (g_str_has_prefix (detail, "3 sessions, the last on 1 January 1970\n"));
  g_assert_nonnull (strstr (detail, "made when asked"));

  damaged = g_file_get_path (backup->file);
  g_assert_true (g_file_set_contents (damaged, "no database, but long enough to be taken for one of them", -1, NULL));
  refresh (f);
  g_assert_nonnull (myo_backup_entry_get_backup (get_entry (f, 0))->fault);
  g_assert_null (myo_backup_entry_get_backup (get_entry (f, 1))->fault);
}

/* --- Brought back --- */

static void
test_there_and_back_again (Fixture *f, gconstpointer unused)
{
  g_autofree char *change = NULL;

  open_records (f, 3);
  make (f);
  add_session (f);
  add_session (f);
  consider (f, myo_backup_entry_get_backup (get_entry (f, 0))->file);
  g_assert_cmpint (myo_backup_entry_get_backup (f->considered)->n_missing, ==, 2);
  g_assert_cmpint (myo_backup_entry_get_backup (f->considered)->n_more, ==, 0);
  change = myo_backup_entry_describe_change (f->considered);
  g_assert_cmpstr (change, ==, "2 sessions of your history are not in it and will no longer be shown.");

  bring_back (f);
  wait_until_told (f, "back ");
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_READY);
  WAIT_UNTIL (g_list_model_get_n_items (myo_history_get_entries (myo_records_desk_get_history (f->records))) == 3);
  kit_assert_n_listed (&f->d.kit, 3);

  consider (f, myo_backup_entry_get_backup (get_entry (f, 0))->file);
  g_assert_cmpint (myo_backup_entry_get_backup (f->considered)->n_missing, ==, 0);
  g_assert_cmpint (myo_backup_entry_get_backup (f->considered)->n_more, ==, 2);
  bring_back (f);
  wait_until_told (f, "back ");
  kit_assert_n_listed (&f->d.kit, 5);
}

/* Whoever tries one after the other does not push out what there was in the beginning. */
static void
test_looking_through_them_all (Fixture *f, gconstpointer unused)
{
  open_records (f, 1);
  make (f);
  add_session (f);
  for (int i = 0; i < 4; i++)
    {
      refresh (f);
      consider (f, myo_backup_entry_get_backup (get_entry (f, 1))->file);
      bring_back (f);
      wait_until_told (f, "back ");
    }
  g_assert_cmpuint (count_backups (f, "kept-"), ==, 2);
}

static void
test_what_was_cut_off_is_that_of_the_backup (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) cut_off = kit_session (5000, MYO_END_NONE);

  open_records (f, 1);
  g_assert_cmpint (kit_save (&f->d.kit, cut_off, NULL), >, 0);
  make (f);
  cut_off->end = MYO_END_INTERRUPTED;
  g_assert_cmpint (kit_save (&f->d.kit, cut_off, NULL), >, 0);
  consider (f, myo_backup_entry_get_backup (get_entry (f, 0))->file);
  bring_back (f);
  wait_until_told (f, "back ");
  WAIT_UNTIL (myo_session_desk_get_unfinished (f->d.desk) != NULL);

  refresh (f);
  consider (f, myo_backup_entry_get_backup (get_entry (f, 0))->file);
  bring_back (f);
  wait_until_told (f, "back ");
  g_assert_null (myo_session_desk_get_unfinished (f->d.desk));
}

static void
paint (MyoPainDrawing *drawing, double x)
{
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 5, MYO_QUALITY_ACHE);

  g_assert_true (myo_stroke_add_dab (stroke, x, 500, 20));
  g_assert_true (myo_pain_drawing_add (drawing, stroke));
}

static void
flush (MyoPainDraft *draft)
{
  myo_pain_draft_flush_async (draft, NULL, NULL);
}

/* What is on the map when it happens is in the backup of before, and comes back with it. */
static void
test_the_drawing_is_that_of_the_backup (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new (), one = myo_pain_drawing_new ();
  g_autoptr(MyoPainDraft) draft = myo_pain_draft_new (drawing, atlas, f->d.kit.store, MYO_CLOCK (f->d.clock));

  g_signal_connect_swapped (f->records, "brought-back", G_CALLBACK (myo_pain_draft_reload), draft);
  g_signal_connect_swapped (f->backups, "bringing-back", G_CALLBACK (flush), draft);
  open_records (f, 1);
  paint (one, 300);
  paint (drawing, 300);
  desk_pass (&f->d, 2);
  desk_settle (&f->d);
  make (f);
  paint (drawing, 400);

  consider (f, myo_backup_entry_get_backup (get_entry (f, 0))->file);
  bring_back (f);
  wait_until_told (f, "back ");
  g_assert_true (myo_pain_drawing_equal (drawing, one));
  paint (one, 400);
  consider (f, myo_backup_entry_get_backup (get_entry (f, 0))->file);
  bring_back (f);
  wait_until_told (f, "back ");
  g_assert_true (myo_pain_drawing_equal (drawing, one));

  g_signal_handlers_disconnect_by_data (f->records, draft);
  g_signal_handlers_disconnect_by_data (f->backups, draft);
}

static void
test_not_in_a_session (Fixture *f, gconstpointer unused)
{
  g_assert_cmpint (myo_backup_desk_get_hindrance (f->backups), ==, MYO_BACKUP_RECORDS);
  open_records (f, 1);
  g_assert_cmpint (myo_backup_desk_get_hindrance (f->backups), ==, MYO_BACKUP_FREE);
  make (f);
  consider (f, myo_backup_entry_get_backup (get_entry (f, 0))->file);
  desk_begin (&f->d);
  g_assert_cmpint (myo_backup_desk_get_hindrance (f->backups), ==, MYO_BACKUP_SESSION);
  myo_backup_desk_bring_back (f->backups, f->considered);
  desk_settle (&f->d);
  g_assert_cmpstr (f->told->str, ==, "");
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_READY);
  ASSERT_STATE (&f->d, RUNNING);
}

static void
consider_first (Fixture *f)
{
  open_records (f, 1);
  make (f);
  consider (f, myo_backup_entry_get_backup (get_entry (f, 0))->file);
}

/* While what is there is still being kept, it overtakes the backup. */
static void
test_a_session_begun_meanwhile (Fixture *f, gconstpointer unused)
{
  consider_first (f);
  myo_backup_desk_bring_back (f->backups, f->considered);
  desk_begin (&f->d);
  wait_until_told (f, "failed ");
  g_assert_error (f->fault, G_IO_ERROR, G_IO_ERROR_BUSY);
  WAIT_UNTIL (myo_backup_desk_get_hindrance (f->backups) == MYO_BACKUP_SESSION);
  g_assert_cmpint (myo_records_desk_get_state (f->records), ==, MYO_RECORDS_READY);
  ASSERT_STATE (&f->d, RUNNING);
}

/* Later it waits for the file in which it is to be recorded. */
static void
test_a_session_begun_just_then (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) unfinished = NULL;

  consider_first (f);
  myo_backup_desk_bring_back (f->backups, f->considered);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_OPENING);
  desk_prepare (&f->d);
  myo_session_desk_begin (f->d.desk);
  ASSERT_STATE (&f->d, PREPARED);
  wait_until_told (f, "back ");
  ASSERT_STATE (&f->d, RUNNING);
  desk_settle (&f->d);
  myo_session_desk_interrupt (f->d.desk);
  desk_settle (&f->d);
  unfinished = kit_find_unfinished (&f->d.kit, NULL);
  g_assert_nonnull (unfinished);
}

/* What was to be gone on with is not what would begin. */
static void
test_what_was_cut_off_does_not_begin_anew (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) cut_off = kit_session (5000, MYO_END_NONE);

  g_free (cut_off->technique);
  cut_off->technique = g_strdup (TECHNIQUE);
  consider_first (f);
  g_assert_cmpint (kit_save (&f->d.kit, cut_off, NULL), >, 0);
  myo_session_desk_offer (f->d.desk, cut_off);
  myo_session_desk_resume (f->d.desk);
  ASSERT_STATE (&f->d, PREPARED);
  myo_backup_desk_bring_back (f->backups, f->considered);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_OPENING);
  myo_session_desk_begin (f->d.desk);
  wait_until_told (f, "back ");
  ASSERT_STATE (&f->d, PREPARED);
  g_assert_false (desk_get_flag (f->d.desk, "resuming"));
  myo_session_desk_begin (f->d.desk);
  ASSERT_STATE (&f->d, RUNNING);
}

/* --- Elsewhere --- */

static void
test_a_copy_moves_to_another_machine (Fixture *f, gconstpointer unused)
{
  g_autoptr(GFile) file = in_folder (f, "copy.db");
  GStatBuf info;

  open_records (f, 3);
  g_assert_true (kit_delete (&f->d.kit, 1, FALSE, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "an older one", -1, NULL));
  myo_backup_desk_save (f->backups, file);
  wait_until_told (f, "saved ");
  g_assert_cmpint (g_stat (g_file_peek_path (file), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (kit_ask_file (g_file_peek_path (file), "SELECT count (*) FROM session"), ==, 2);

  add_session (f);
  consider (f, file);
  g_assert_cmpint (myo_backup_entry_get_backup (f->considered)->n_missing, ==, 1);
  g_assert_cmpint (myo_backup_entry_get_backup (f->considered)->origin, ==, MYO_BACKUP_ELSEWHERE);
  bring_back (f);
  wait_until_told (f, "back ");
  kit_assert_n_listed (&f->d.kit, 2);
}

static void
assert_refused (Fixture *f, GFile *file, int code)
{
  consider (f, file);
  g_assert_null (f->considered);
  wait_until_told (f, "failed ");
  g_assert_error (f->fault, MYO_ERROR, code);
  kit_assert_n_listed (&f->d.kit, 2);
}

static void
test_what_is_no_backup_is_refused (Fixture *f, gconstpointer unused)
{
  g_autoptr(GFile) file = in_folder (f, "other.db");
  const char *path = g_file_peek_path (file);
  g_autofree char *data = NULL;
  gsize length;

  open_records (f, 2);
  myo_backup_desk_save (f->backups, file);
  wait_until_told (f, "saved ");
  kit_change_file (path, "PRAGMA user_version = 99");
  assert_refused (f, file, MYO_ERROR_STORE_NEWER);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  kit_change_file (path, "CREATE TABLE recipe (name TEXT)");
  assert_refused (f, file, MYO_ERROR_STORE_FOREIGN);

  myo_backup_desk_save (f->backups, file);
  wait_until_told (f, "saved ");
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  memset (data + length / 2 / 4096 * 4096, 7, 4096);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  assert_refused (f, file, MYO_ERROR_STORE_DAMAGED);
}

static void
test_no_copy_over_the_records (Fixture *f, gconstpointer unused)
{
  g_autoptr(GFile) file = g_file_new_for_path (f->d.kit.records);
  g_autoptr(GFile) remote = g_file_new_for_uri ("sftp://elsewhere/copy.db");

  open_records (f, 2);
  myo_backup_desk_save (f->backups, file);
  wait_until_told (f, "failed ");
  myo_backup_desk_save (f->backups, remote);
  wait_until_told (f, "failed ");
  myo_backup_desk_consider (f->backups, remote);
  wait_until_told (f, "failed ");
  kit_assert_n_listed (&f->d.kit, 2);
}

#define ADD(path, func) g_test_add ("/backup-desk/" path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("daily", test_a_program_left_open_makes_one_each_day);
  ADD ("after-a-session", test_a_session_is_a_moment_to_look);
  ADD ("not-made", test_that_none_could_be_made_is_told_once);
  ADD ("list", test_list);
  ADD ("there-and-back", test_there_and_back_again);
  ADD ("all", test_looking_through_them_all);
  ADD ("cut-off", test_what_was_cut_off_is_that_of_the_backup);
  ADD ("drawing", test_the_drawing_is_that_of_the_backup);
  ADD ("in-a-session", test_not_in_a_session);
  ADD ("session-meanwhile", test_a_session_begun_meanwhile);
  ADD ("session-just-then", test_a_session_begun_just_then);
  ADD ("cut-off-just-then", test_what_was_cut_off_does_not_begin_anew);
  ADD ("copy", test_a_copy_moves_to_another_machine);
  ADD ("refused", test_what_is_no_backup_is_refused);
  ADD ("no-copy", test_no_copy_over_the_records);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
