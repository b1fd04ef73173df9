/* A backup is brought back, without a screen: what is there then, and what a session does meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup-desk-kit.h"
#include "myo-pain-draft.h"
#include "myo-record-files-private.h"

/* --- There and back --- */

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

static const char *records_path;

/* As soon as the backup has taken the place something happens to it. */
static void
damage_what_is_new (const char *step, const char *path)
{
  static gboolean was_free;

  if (!g_file_test (records_path, G_FILE_TEST_EXISTS))
    was_free = TRUE;
  else if (was_free)
    {
      myo_record_files_watch = NULL;
      g_assert_true (g_file_set_contents (records_path, "damaged", -1, NULL));
    }
}

/* It is brought back all the same: nothing is gone on with that was in the other file, and it is told what is the matter with this one. */
static void
test_what_came_back_cannot_be_used (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) cut_off = kit_session (5000, MYO_END_NONE);

  g_free (cut_off->technique);
  cut_off->technique = g_strdup (TECHNIQUE);
  consider_first (f);
  g_assert_cmpint (kit_save (&f->d.kit, cut_off, NULL), >, 0);
  myo_session_desk_offer (f->d.desk, cut_off);
  myo_session_desk_resume (f->d.desk);
  records_path = f->d.kit.records;
  myo_record_files_watch = damage_what_is_new;
  bring_back (f);
  wait_until_told (f, "back ");
  g_assert_null (myo_record_files_watch);
  g_assert_false (desk_get_flag (f->d.desk, "resuming"));
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_ASKING);
}

#define ADD(path, func) g_test_add ("/backup-return/" path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("there-and-back", test_there_and_back_again);
  ADD ("all", test_looking_through_them_all);
  ADD ("cut-off", test_what_was_cut_off_is_that_of_the_backup);
  ADD ("drawing", test_the_drawing_is_that_of_the_backup);
  ADD ("in-a-session", test_not_in_a_session);
  ADD ("session-meanwhile", test_a_session_begun_meanwhile);
  ADD ("session-just-then", test_a_session_begun_just_then);
  ADD ("of-no-use", test_what_came_back_cannot_be_used);
  ADD ("cut-off-just-then", test_what_was_cut_off_does_not_begin_anew);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
