/* From the player through the recorder into real records, with a clock that is moved by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>

#include "myo-error.h"
#include "myo-recorder.h"
#include "store-file-kit.h"

typedef struct
{
  Kit             kit;
  MyoManualClock *clock;
  MyoMuscle      *muscle;
  MyoPlayer      *player;
  MyoRecorder    *recorder;
  guint           n_failed, n_caught_up;
  int             failed_code;
} Fixture;

/* --- Set-up --- */

static void
count_failed (MyoRecorder *recorder, const GError *error, Fixture *f)
{
  f->n_failed++;
  f->failed_code = error->code;
}

static void
count_caught_up (Fixture *f)
{
  f->n_caught_up++;
}

/* Prepare (waits), three presses of 20 s with 5 s of rest, a check (waits), one stretch of 15 s. */
static MyoMuscle *
new_muscle (void)
{
  const struct { MyoStepKind kind; int seconds, repeat, rest, pressure; } steps[] = {
    { MYO_STEP_PREPARE, 0, 1, 0, -1 }, { MYO_STEP_PRESS, 20, 3, 5, 6 },
    { MYO_STEP_CHECK, 0, 1, 0, -1 }, { MYO_STEP_STRETCH, 15, 1, 0, -1 },
  };
  MyoMuscle *muscle = myo_muscle_new ();
  MyoTechnique *technique = myo_technique_new ();

  muscle->id = g_strdup ("infraspinatus");
  technique->id = g_strdup ("infraspinatus-ball");
  technique->title = g_strdup ("Ball against the wall");
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      MyoStep *step = g_new0 (MyoStep, 1);

      step->kind = steps[i].kind;
      step->seconds = steps[i].seconds;
      step->repeat = steps[i].repeat;
      step->rest = steps[i].rest;
      step->pressure = steps[i].pressure;
      g_ptr_array_add (technique->steps, step);
    }
  g_ptr_array_add (muscle->techniques, technique);
  return muscle;
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  kit_set_up (&f->kit, NULL);
  f->clock = myo_manual_clock_new ();
  f->muscle = new_muscle ();
  f->player = myo_player_new (MYO_CLOCK (f->clock));
  f->recorder = myo_recorder_new (f->player, f->kit.store, MYO_CLOCK (f->clock));
  g_signal_connect (f->recorder, "failed", G_CALLBACK (count_failed), f);
  g_signal_connect_swapped (f->recorder, "caught-up", G_CALLBACK (count_caught_up), f);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  myo_recorder_flush (f->recorder, NULL);
  g_clear_object (&f->recorder);
  g_clear_object (&f->player);
  g_clear_object (&f->muscle);
  g_clear_object (&f->clock);
  kit_tear_down (&f->kit, NULL);
}

/* --- Steps --- */

static void
start (Fixture *f, guint from)
{
  g_autoptr(MyoRoutine) routine = myo_routine_new (f->muscle, g_ptr_array_index (f->muscle->techniques, 0), "trp1",
                                                   MYO_SIDE_LEFT, 3000);

  myo_player_start (f->player, routine, from);
}

static void
begin (Fixture *f)
{
  g_autoptr(MyoSession) session = kit_session (g_get_real_time (), MYO_END_NONE);

  myo_recorder_begin (f->recorder, session);
  start (f, 0);
}

static void
pass (Fixture *f, int seconds)
{
  for (int i = 0; i < seconds * 4; i++)
    {
      myo_manual_clock_advance (f->clock, G_USEC_PER_SEC / 4);
      myo_player_tick (f->player);
    }
}

static void
pass_until (Fixture *f, MyoPlayerState state)
{
  for (int i = 0; myo_player_get_state (f->player) != state; i++)
    {
      g_assert_cmpint (i, <, 1000);
      pass (f, 1);
    }
}

static void
flush (Fixture *f)
{
  g_autoptr(GError) error = NULL;

  myo_recorder_flush (f->recorder, &error);
  g_assert_no_error (error);
}

/* What a Myomap that starts now would find. */
static MyoSession *
find_unfinished (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  MyoSession *session = kit_find_unfinished (&f->kit, &error);

  g_assert_no_error (error);
  return session;
}

static MyoSession *
only_finished (Fixture *f)
{
  g_autoptr(GPtrArray) listed = kit_list (&f->kit, G_MAXINT64, G_MAXINT64, 10, NULL);

  g_assert_cmpuint (listed->len, ==, 1);
  return myo_session_ref (g_ptr_array_index (listed, 0));
}

static const MyoHold *
nth_hold (MyoSession *session, guint n)
{
  g_assert_cmpuint (n, <, session->holds->len);
  return g_ptr_array_index (session->holds, n);
}

/* --- Tests --- */

static void
test_whole_session (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  kit_must_open (&f->kit);
  begin (f);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_HOLD);
  myo_player_change_pressure (f->player, -1, 10);
  myo_player_set_known_pain (f->player, TRUE);
  pass_until (f, MYO_PLAYER_WAIT);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_DONE);
  myo_recorder_finish (f->recorder, 3, MYO_END_DONE);
  flush (f);

  session = only_finished (f);
  g_assert_cmpint (session->end, ==, MYO_END_DONE);
  g_assert_cmpint (session->pain_before, ==, 7);
  g_assert_cmpint (session->pain_after, ==, 3);
  g_assert_cmpint (session->ended_at, >=, session->started_at);
  g_assert_cmpuint (session->holds->len, ==, 4);
  g_assert_cmpint (nth_hold (session, 0)->held_ms, ==, 20000);
  g_assert_cmpint (nth_hold (session, 0)->pressure, ==, 5);
  g_assert_true (nth_hold (session, 0)->known_pain);
  g_assert_false (nth_hold (session, 1)->known_pain);
  g_assert_cmpint (nth_hold (session, 2)->repetition, ==, 3);
  g_assert_cmpint (nth_hold (session, 3)->held_ms, ==, 15000);
  g_assert_cmpint (nth_hold (session, 3)->side, ==, MYO_SIDE_LEFT);
  g_assert_cmpuint (f->n_failed, ==, 0);
}

/* Every hold is there before the next one begins: a program that is cut off in any rest has lost nothing. */
static void
test_each_hold_is_there_before_the_next (Fixture *f, gconstpointer unused)
{
  kit_must_open (&f->kit);
  begin (f);
  flush (f);
  myo_player_next (f->player);
  for (guint n = 1; n <= 2; n++)
    {
      g_autoptr(MyoSession) session = NULL;

      pass_until (f, MYO_PLAYER_HOLD);
      pass_until (f, MYO_PLAYER_REST);
      session = find_unfinished (f);
      g_assert_cmpuint (session->holds->len, ==, n);
      g_assert_cmpint (session->next_move, ==, (int) n + 1);
    }
}

static void
test_place_to_resume_at (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) waiting = NULL;
  g_autoptr(MyoSession) stopped = NULL;
  g_autoptr(MyoSession) again = NULL;

  kit_must_open (&f->kit);
  begin (f);
  myo_player_next (f->player);
  flush (f);
  waiting = find_unfinished (f);
  g_assert_cmpint (waiting->next_move, ==, 1);

  pass_until (f, MYO_PLAYER_HOLD);
  pass (f, 4);
  myo_player_repeat (f->player);
  flush (f);
  again = find_unfinished (f);
  g_assert_cmpint (again->next_move, ==, 1);
  g_assert_cmpint (nth_hold (again, 0)->end, ==, MYO_END_SKIPPED);

  pass_until (f, MYO_PLAYER_HOLD);
  pass (f, 4);
  myo_player_stop (f->player);
  flush (f);
  stopped = find_unfinished (f);
  g_assert_cmpint (stopped->next_move, ==, 1);
  g_assert_cmpint (nth_hold (stopped, 1)->end, ==, MYO_END_STOPPED);
  g_assert_cmpint (nth_hold (stopped, 1)->held_ms, >=, 4000);
}

static void
test_goes_on_with_an_interrupted_session (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) interrupted = NULL;
  g_autoptr(MyoSession) session = NULL;

  kit_must_open (&f->kit);
  begin (f);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_HOLD);
  pass_until (f, MYO_PLAYER_REST);
  flush (f);
  g_clear_object (&f->recorder);
  g_clear_object (&f->player);

  f->player = myo_player_new (MYO_CLOCK (f->clock));
  f->recorder = myo_recorder_new (f->player, f->kit.store, MYO_CLOCK (f->clock));
  interrupted = find_unfinished (f);
  myo_recorder_begin (f->recorder, interrupted);
  start (f, (guint) interrupted->next_move);
  pass_until (f, MYO_PLAYER_WAIT);
  myo_recorder_finish (f->recorder, MYO_PAIN_UNKNOWN, MYO_END_STOPPED);
  flush (f);

  session = only_finished (f);
  g_assert_cmpuint (session->holds->len, ==, 3);
  g_assert_cmpint (session->pain_after, ==, MYO_PAIN_UNKNOWN);
}

static void
test_begin_ends_what_was_under_way (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) first = NULL;

  kit_must_open (&f->kit);
  begin (f);
  begin (f);
  flush (f);
  first = only_finished (f);
  g_assert_cmpint (first->end, ==, MYO_END_STOPPED);
  myo_recorder_finish (f->recorder, 2, MYO_END_DONE);
  g_assert_null (myo_recorder_get_session (f->recorder));
}

static void
test_without_records_the_session_goes_on (Fixture *f, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  begin (f);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_WAIT);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_DONE);
  myo_recorder_finish (f->recorder, 3, MYO_END_DONE);
  g_assert_false (myo_recorder_flush (f->recorder, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE);
  g_assert_cmpuint (f->n_failed, ==, 1);
  g_assert_cmpint (f->failed_code, ==, MYO_ERROR_STORE);
}

static void
test_what_failed_is_written_later (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  begin (f);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_WAIT);
  g_assert_false (myo_recorder_flush (f->recorder, NULL));
  g_assert_cmpuint (f->n_failed, ==, 1);

  kit_must_open (&f->kit);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_DONE);
  myo_recorder_finish (f->recorder, 3, MYO_END_DONE);
  flush (f);
  session = only_finished (f);
  g_assert_cmpuint (session->holds->len, ==, 4);
  for (guint i = 1; i < 4; i++)
    g_assert_cmpint (nth_hold (session, i)->id, >, nth_hold (session, i - 1)->id);
  g_assert_cmpuint (f->n_failed, ==, 1);
}

static void
do_whole_session (Fixture *f)
{
  begin (f);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_WAIT);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_DONE);
  myo_recorder_finish (f->recorder, 3, MYO_END_DONE);
}

/* Nobody writes anything more, nobody closes Myomap: the clock is enough. */
static void
test_is_written_when_the_lock_goes (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;
  sqlite3 *other = NULL;

  kit_must_open (&f->kit);
  g_assert_cmpint (sqlite3_open (f->kit.records, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  do_whole_session (f);
  while (f->n_failed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (f->failed_code, ==, MYO_ERROR_STORE_LOCKED);
  g_assert_cmpint (sqlite3_close_v2 (other), ==, SQLITE_OK);

  g_assert_cmpuint (f->n_caught_up, ==, 0);
  myo_manual_clock_advance (f->clock, 60 * G_USEC_PER_SEC);
  while (f->n_caught_up == 0)
    g_main_context_iteration (NULL, TRUE);
  session = only_finished (f);
  g_assert_cmpint (session->end, ==, MYO_END_DONE);
  g_assert_cmpint (session->pain_after, ==, 3);
  g_assert_cmpuint (session->holds->len, ==, 4);
  g_assert_cmpuint (f->n_failed, ==, 1);
}

/* Returns: whether it is in the records once that much time went by and what was asked for then is answered. */
static gboolean
is_written_after (Fixture *f, int seconds)
{
  g_autoptr(MyoSession) session = NULL;

  myo_manual_clock_advance (f->clock, seconds * G_USEC_PER_SEC);
  session = kit_find_unfinished (&f->kit, NULL);
  return session != NULL;
}

static void
test_pauses_grow (Fixture *f, gconstpointer unused)
{
  begin (f);
  is_written_after (f, 0);
  g_assert_cmpuint (f->n_failed, ==, 1);
  is_written_after (f, 2);
  kit_must_open (&f->kit);
  g_assert_false (is_written_after (f, 3));
  g_assert_true (is_written_after (f, 1));
  g_assert_cmpuint (f->n_failed, ==, 1);
  g_assert_cmpuint (f->n_caught_up, ==, 1);

  kit_close (&f->kit);
  myo_player_next (f->player);
  start (f, 0);
  for (int i = 0; i < 10; i++)
    is_written_after (f, 60);
  kit_must_open (&f->kit);
  flush (f);
  g_assert_cmpuint (f->n_failed, ==, 1);
  g_assert_cmpuint (f->n_caught_up, ==, 2);
}

/* Someone deletes the session from the history while it is under way: the next one is recorded all the same. */
static void
test_a_deleted_session_blocks_nothing (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  kit_must_open (&f->kit);
  begin (f);
  flush (f);
  kit_delete (&f->kit, myo_recorder_get_session (f->recorder)->id, FALSE, NULL);
  kit_let_undo_pass (&f->kit);
  kit_must_open (&f->kit);
  myo_player_next (f->player);
  myo_recorder_finish (f->recorder, 3, MYO_END_DONE);
  g_assert_false (myo_recorder_flush (f->recorder, NULL) && f->n_failed == 0);
  g_assert_cmpint (f->failed_code, ==, MYO_ERROR_NOT_FOUND);

  begin (f);
  myo_recorder_finish (f->recorder, 1, MYO_END_DONE);
  flush (f);
  session = only_finished (f);
  g_assert_cmpint (session->pain_after, ==, 1);
}

/* The history is asked for right after the end: what was finished must be in it. */
static void
test_finished_session_is_listed_at_once (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  kit_must_open (&f->kit);
  begin (f);
  flush (f);
  myo_player_next (f->player);
  pass_until (f, MYO_PLAYER_HOLD);
  myo_player_stop (f->player);
  myo_recorder_finish (f->recorder, 4, MYO_END_STOPPED);
  session = only_finished (f);
  g_assert_cmpuint (session->holds->len, ==, 1);
  flush (f);
}

/* Who hears that all is written may have more to write: whoever waits still is answered after that. */
static void
go_on_when_written (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;

  g_assert_true (myo_recorder_flush_finish (MYO_RECORDER (source), result, NULL));
  myo_player_next (f->player);
}

static void
test_more_to_write_when_all_is_written (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  kit_must_open (&f->kit);
  begin (f);
  myo_recorder_flush_async (f->recorder, go_on_when_written, f);
  flush (f);
  session = find_unfinished (f);
  g_assert_cmpint (session->next_move, ==, 1);
}

#define ADD(path, func) g_test_add ("/recorder/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole_session);
  ADD ("each-hold", test_each_hold_is_there_before_the_next);
  ADD ("resume-place", test_place_to_resume_at);
  ADD ("resume", test_goes_on_with_an_interrupted_session);
  ADD ("begin-twice", test_begin_ends_what_was_under_way);
  ADD ("no-records", test_without_records_the_session_goes_on);
  ADD ("later", test_what_failed_is_written_later);
  ADD ("later/lock", test_is_written_when_the_lock_goes);
  ADD ("later/pauses", test_pauses_grow);
  ADD ("deleted", test_a_deleted_session_blocks_nothing);
  ADD ("listed", test_finished_session_is_listed_at_once);
  ADD ("more", test_more_to_write_when_all_is_written);
  return g_test_run ();
}
