/* The end of the program at any moment: nothing is lost, and what cannot be written is asked about, put aside, or told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pain-desk-kit.h"

#include "files-kit.h"
#include "myo-ending.h"

/* Of a file that SQLite writes this is less than a page, of a drawing it is plenty. */
#define NO_ROOM 2000

typedef struct
{
  Fixture         f;
  MyoSessionDesk *sessions;
  MyoEnding      *ending;
  char           *aside;
  guint           n_lost;
} Program;

/* --- Set-up --- */

static void
start (Program *p)
{
  g_autoptr (GFile) aside = g_file_new_for_path (p->aside);

  p->sessions = myo_session_desk_new (atlas, p->f.kit.store, MYO_CLOCK (p->f.clock));
  p->ending = myo_ending_new (p->f.desk, p->sessions);
  myo_pain_draft_set_aside (myo_pain_desk_get_draft (p->f.desk), aside);
  g_signal_connect_swapped (p->ending, "lost", G_CALLBACK (count), &p->n_lost);
}

static void
end (Program *p)
{
  g_clear_object (&p->ending);
  g_clear_object (&p->sessions);
}

static void
start_program (Program *p, gconstpointer unused)
{
  open_folder ();
  p->aside = g_build_filename (folder, "state", "drawing.xml", NULL);
  set_up (&p->f, NULL);
  kit_must_open (&p->f.kit);
  start (p);
}

static void
end_program (Program *p, gconstpointer unused)
{
  limit_files (RLIM_INFINITY);
  end (p);
  tear_down (&p->f, NULL);
  kit_remove (folder);
  g_clear_pointer (&folder, g_free);
  g_free (p->aside);
}

static void
start_anew (Program *p, gboolean with_records)
{
  end (p);
  get_up (&p->f);
  kit_close (&p->f.kit);
  kit_new_store (&p->f.kit);
  sit_down (&p->f);
  start (p);
  if (!with_records)
    return;
  kit_must_open (&p->f.kit);
  load_draft (&p->f);
}

#define WAIT_FOR(condition) \
  G_STMT_START { \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
  } G_STMT_END

static void
wait_for (Program *p, MyoEndingState state)
{
  WAIT_FOR (myo_ending_get_state (p->ending) == state);
}

static void
assert_kept (Program *p)
{
  g_autofree char *text = myo_pain_file_format (get_drawing (&p->f));

  kit_assert_draft (&p->f.kit, text);
}

/* --- All is well --- */

static void
test_at_rest (Program *p, gconstpointer unused)
{
  myo_ending_begin (p->ending, TRUE);
  wait_for (p, MYO_ENDING_ENDED);
  myo_ending_begin (p->ending, TRUE);
  myo_ending_begin (p->ending, FALSE);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_ENDED);
  kit_assert_draft (&p->f.kit, NULL);
  g_assert_false (g_file_test (p->aside, G_FILE_TEST_EXISTS));
}

static void
test_in_a_stroke (Program *p, gconstpointer unused)
{
  paint (&p->f, 4);
  begin_stroke (&p->f, 7);
  myo_ending_begin (p->ending, FALSE);
  wait_for (p, MYO_ENDING_ENDED);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (&p->f))->len, ==, 2);
  assert_kept (p);
}

static void
begin_session (Program *p)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, "infraspinatus");

  myo_session_desk_prepare (p->sessions, muscle, myo_muscle_get_technique (muscle, "infraspinatus-self-wall"), MYO_SIDE_LEFT, NULL);
  myo_session_desk_begin (p->sessions);
  myo_session_desk_next (p->sessions);
  myo_session_desk_next (p->sessions);
}

static void
test_in_a_hold (Program *p, gconstpointer unused)
{
  g_autoptr (MyoSession) unfinished = NULL;

  begin_session (p);
  pass (&p->f, 12000);
  begin_stroke (&p->f, 7);
  myo_ending_end_now (p->ending);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_ENDED);
  assert_kept (p);
  unfinished = kit_find_unfinished (&p->f.kit, NULL);
  g_assert_nonnull (unfinished);
  g_assert_cmpuint (unfinished->holds->len, >, 0);
}

/* --- What is under way --- */

static void
test_waits (Program *p, gconstpointer unused)
{
  myo_ending_hold (p->ending);
  myo_ending_hold (p->ending);
  myo_ending_begin (p->ending, TRUE);
  myo_ending_release (p->ending, TRUE);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_FINISHING);
  myo_ending_release (p->ending, TRUE);
  wait_for (p, MYO_ENDING_ENDED);
}

/* Told to a person who is there, who stays; without one there is nobody to stay for. */
static void
test_failed (Program *p, gconstpointer unused)
{
  myo_ending_hold (p->ending);
  myo_ending_release (p->ending, FALSE);
  myo_ending_hold (p->ending);
  myo_ending_begin (p->ending, TRUE);
  begin_session (p);
  myo_ending_release (p->ending, FALSE);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_OPEN);
  g_assert_cmpint (myo_session_desk_get_state (p->sessions), ==, MYO_SESSION_RUNNING);

  myo_ending_hold (p->ending);
  myo_ending_begin (p->ending, TRUE);
  myo_ending_begin (p->ending, FALSE);
  myo_ending_release (p->ending, FALSE);
  wait_for (p, MYO_ENDING_ENDED);
}

/* What hangs keeps neither the session and the drawing from the disk nor, asked again, the program from its end. */
static void
test_hangs (Program *p, gconstpointer unused)
{
  g_autoptr (MyoSession) unfinished = NULL;

  paint (&p->f, 4);
  begin_session (p);
  pass (&p->f, 12000);
  myo_ending_hold (p->ending);
  myo_ending_begin (p->ending, FALSE);
  for (int i = 0; i < 3; i++)
    {
      g_clear_pointer (&unfinished, myo_session_unref);
      unfinished = kit_find_unfinished (&p->f.kit, NULL);
    }
  g_assert_nonnull (unfinished);
  g_assert_cmpuint (unfinished->holds->len, ==, 2);
  assert_kept (p);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_FINISHING);

  myo_ending_begin (p->ending, TRUE);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_FINISHING);
  myo_ending_begin (p->ending, FALSE);
  g_assert_cmpint (myo_ending_get_state (p->ending), !=, MYO_ENDING_FINISHING);
  wait_for (p, MYO_ENDING_ENDED);
  myo_ending_release (p->ending, TRUE);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_ENDED);
}

static void
test_hangs_for_a_person (Program *p, gconstpointer unused)
{
  begin_session (p);
  myo_ending_hold (p->ending);
  myo_ending_begin (p->ending, TRUE);
  myo_ending_begin (p->ending, TRUE);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_FINISHING);
  g_assert_cmpint (myo_session_desk_get_state (p->sessions), ==, MYO_SESSION_RUNNING);
  myo_ending_begin (p->ending, FALSE);
  g_assert_cmpint (myo_ending_get_state (p->ending), !=, MYO_ENDING_FINISHING);
  wait_for (p, MYO_ENDING_ENDED);
  myo_ending_release (p->ending, TRUE);
}

static void
exported (GObject *source, GAsyncResult *result, gpointer data)
{
  Program *p = data;

  g_assert_true (myo_pain_desk_save_finish (MYO_PAIN_DESK (source), result, NULL));
  myo_ending_release (p->ending, TRUE);
}

static void
test_in_an_export (Program *p, gconstpointer unused)
{
  const gboolean small = g_getenv ("TEST_SMALL") != NULL;
  g_autofree char *path = name_file (small ? "x.xml" : "x.pdf");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  paint (&p->f, 5);
  myo_ending_hold (p->ending);
  myo_pain_desk_save_async (p->f.desk, file, exported, p);
  myo_ending_end_now (p->ending);
  check_file (path, small ? "<?xml" : "%PDF-", 100);
}

/* --- No room --- */

static void
assert_asked (Program *p)
{
  wait_for (p, MYO_ENDING_ASKING);
  g_assert_error (myo_ending_get_drawing_fault (p->ending), MYO_ERROR, MYO_ERROR_STORE_FULL);
  g_assert_null (myo_ending_get_session_fault (p->ending));
}

static void
test_asks (Program *p, gconstpointer unused)
{
  paint (&p->f, 5);
  limit_files (NO_ROOM);
  myo_ending_begin (p->ending, TRUE);
  assert_asked (p);
  myo_ending_try_again (p->ending);
  assert_asked (p);
  limit_files (RLIM_INFINITY);
  myo_ending_try_again (p->ending);
  wait_for (p, MYO_ENDING_ENDED);
  assert_kept (p);
  g_assert_cmpuint (p->f.n_failed, ==, 0);
}

static void
test_leaves (Program *p, gconstpointer unused)
{
  paint (&p->f, 5);
  limit_files (NO_ROOM);
  myo_ending_begin (p->ending, TRUE);
  assert_asked (p);
  myo_ending_stay (p->ending);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_OPEN);
  myo_ending_begin (p->ending, TRUE);
  assert_asked (p);
  myo_ending_leave (p->ending);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_ENDED);
  g_assert_cmpuint (p->n_lost, ==, 0);
}

static void
test_session_without_room (Program *p, gconstpointer unused)
{
  g_autoptr (MyoSession) unfinished = NULL;

  limit_files (NO_ROOM);
  begin_session (p);
  pass (&p->f, 12000);
  myo_ending_begin (p->ending, TRUE);
  wait_for (p, MYO_ENDING_ASKING);
  g_assert_error (myo_ending_get_session_fault (p->ending), MYO_ERROR, MYO_ERROR_STORE_FULL);
  limit_files (RLIM_INFINITY);
  myo_ending_try_again (p->ending);
  wait_for (p, MYO_ENDING_ENDED);
  unfinished = kit_find_unfinished (&p->f.kit, NULL);
  g_assert_cmpuint (unfinished->holds->len, ==, 2);
}

/* Nobody to ask: the next start takes it, keeps it in the records, and the other place is empty again. */
static void
test_put_aside (Program *p, gconstpointer unused)
{
  g_autoptr (MyoPainDrawing) before = NULL;

  paint (&p->f, 5);
  before = myo_pain_drawing_copy (get_drawing (&p->f));
  limit_files (NO_ROOM);
  myo_ending_begin (p->ending, TRUE);
  assert_asked (p);
  myo_ending_begin (p->ending, FALSE);
  g_assert_cmpint (myo_ending_get_state (p->ending), ==, MYO_ENDING_ENDED);
  g_assert_cmpuint (p->n_lost, ==, 0);
  limit_files (RLIM_INFINITY);

  start_anew (p, TRUE);
  WAIT_FOR (p->f.n_restored == 1);
  g_assert_true (myo_pain_drawing_equal (get_drawing (&p->f), before));
  g_assert_true (g_file_test (p->aside, G_FILE_TEST_EXISTS));
  pass (&p->f, 1500);
  assert_kept (p);
  g_assert_false (g_file_test (p->aside, G_FILE_TEST_EXISTS));
}

/* Again and again without records: what lies aside is not overwritten by what is painted on top of it. */
static void
test_aside_without_records (Program *p, gconstpointer unused)
{
  paint (&p->f, 5);
  limit_files (NO_ROOM);
  myo_ending_end_now (p->ending);
  start_anew (p, FALSE);
  myo_pain_draft_load_aside (myo_pain_desk_get_draft (p->f.desk));
  WAIT_FOR (p->f.n_restored == 1);
  paint (&p->f, 8);
  myo_ending_end_now (p->ending);
  limit_files (RLIM_INFINITY);

  start_anew (p, TRUE);
  WAIT_FOR (p->f.n_restored == 2);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (&p->f))->len, ==, 2);
}

/* What cannot be read there is told, and the draft of the records is there all the same. */
static void
test_bad_aside (Program *p, gconstpointer unused)
{
  paint (&p->f, 5);
  myo_ending_end_now (p->ending);
  g_assert_cmpint (g_mkdir_with_parents (p->aside, 0700), ==, 0);
  start_anew (p, TRUE);
  WAIT_FOR (p->f.n_restored == 1);
  g_assert_cmpuint (p->f.n_failed, ==, 1);
}

static void
test_lost (Program *p, gconstpointer unused)
{
  g_autofree char *state = name_file ("state");

  put_old_file (state);
  paint (&p->f, 5);
  limit_files (NO_ROOM);
  myo_ending_end_now (p->ending);
  limit_files (RLIM_INFINITY);
  g_assert_cmpuint (p->n_lost, ==, 1);
  check_old_file (state);
}

/* Records that were never opened take nothing; an empty drawing needs nothing. */
static void
test_closed_records (Program *p, gconstpointer unused)
{
  kit_close (&p->f.kit);
  paint (&p->f, 5);
  myo_ending_begin (p->ending, TRUE);
  wait_for (p, MYO_ENDING_ASKING);
  myo_pain_desk_clear (p->f.desk);
  myo_ending_try_again (p->ending);
  wait_for (p, MYO_ENDING_ENDED);
}

/* --- A failed draft --- */

/* Told once, and tried again until it is kept. */
static void
test_draft_is_tried_again (Program *p, gconstpointer unused)
{
  limit_files (NO_ROOM);
  paint (&p->f, 5);
  pass (&p->f, 1500);
  WAIT_FOR (p->f.n_failed == 1);
  g_assert_cmpint (p->f.failed_code, ==, MYO_ERROR_STORE_FULL);
  pass (&p->f, 30000);
  kit_assert_draft (&p->f.kit, NULL);
  g_assert_cmpuint (p->f.n_failed, ==, 1);
  limit_files (RLIM_INFINITY);
  pass (&p->f, 30000);
  assert_kept (p);
}

#define ADD(path, func) g_test_add ("/ending/" path, Program, NULL, start_program, func, end_program)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_atlas ();
  ADD ("at-rest", test_at_rest);
  ADD ("stroke", test_in_a_stroke);
  ADD ("hold", test_in_a_hold);
  ADD ("waits", test_waits);
  ADD ("failed", test_failed);
  ADD ("hangs", test_hangs);
  ADD ("hangs-for-a-person", test_hangs_for_a_person);
  ADD ("export", test_in_an_export);
  ADD ("asks", test_asks);
  ADD ("leaves", test_leaves);
  ADD ("session", test_session_without_room);
  ADD ("aside", test_put_aside);
  ADD ("aside-without-records", test_aside_without_records);
  ADD ("bad-aside", test_bad_aside);
  ADD ("lost", test_lost);
  ADD ("closed-records", test_closed_records);
  ADD ("draft", test_draft_is_tried_again);
  status = g_test_run ();
  close_atlas ();
  return status;
}
