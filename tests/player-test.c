/* The player against a clock that moves only when told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-player.h"

#define READY_MS 5000

/* --- A technique to play --- */

static void
add_step (MyoTechnique *technique,
          MyoStepKind   kind,
          int           seconds,
          int           repeat,
          int           rest,
          int           pressure,
          gboolean      each_side)
{
  MyoStep *step = g_new0 (MyoStep, 1);

  step->kind = kind;
  step->text = g_strdup ("Do it.");
  step->seconds = seconds;
  step->repeat = repeat;
  step->rest = rest;
  step->pressure = pressure;
  step->each_side = each_side;
  g_ptr_array_add (technique->steps, step);
}

static MyoMuscle *
make_muscle (void)
{
  MyoMuscle *muscle = myo_muscle_new ();
  MyoTechnique *technique = myo_technique_new ();

  muscle->id = g_strdup ("infraspinatus");
  muscle->name = g_strdup ("Infraspinatus");
  technique->id = g_strdup ("t");
  technique->title = g_strdup ("Ball on the wall");
  g_ptr_array_add (muscle->techniques, technique);

  return muscle;
}

typedef struct
{
  MyoManualClock *clock;
  MyoPlayer      *player;
  MyoMuscle      *muscle;
  MyoTechnique   *technique;
  GArray         *cues;          /* of MyoCue */
  GPtrArray      *holds;
  gint64          latest;        /* largest lateness of a cue, µs */
} Fixture;

static void
note_cue (Fixture *f,
          int      cue,
          gint64   late)
{
  g_array_append_val (f->cues, cue);
  f->latest = MAX (f->latest, late);
}

static void
note_hold (Fixture *f,
           MyoHold *hold)
{
  g_ptr_array_add (f->holds, myo_hold_copy (hold));
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->clock = myo_manual_clock_new ();
  f->player = myo_player_new (MYO_CLOCK (f->clock));
  f->muscle = make_muscle ();
  f->technique = f->muscle->techniques->pdata[0];
  f->cues = g_array_new (FALSE, FALSE, sizeof (int));
  f->holds = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_hold_free);
  g_signal_connect_swapped (f->player, "cue", G_CALLBACK (note_cue), f);
  g_signal_connect_swapped (f->player, "hold-finished", G_CALLBACK (note_hold), f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->player);
  g_clear_object (&f->clock);
  g_clear_object (&f->muscle);
  g_array_unref (f->cues);
  g_ptr_array_unref (f->holds);
}

static void
start (Fixture *f,
       MyoSide  side,
       guint    from)
{
  g_autoptr(MyoRoutine) routine = myo_routine_new (f->muscle, f->technique, "infraspinatus-trp1", side, READY_MS);

  myo_player_start (f->player, routine, from);
}

/* Lets @ms go by the way a main loop would: called back when asked, never later than 50 ms. */
static void
run (Fixture *f,
     gint64   ms)
{
  gint64 left = ms * 1000;

  while (left > 0)
    {
      gint64 next = myo_player_tick (f->player);
      gint64 step = MIN (left, next >= 0 ? CLAMP (next, 1, 50000) : 50000);

      myo_manual_clock_advance (f->clock, step);
      left -= step;
    }
  myo_player_tick (f->player);
}

static guint
count_cues (Fixture *f,
            MyoCue   cue)
{
  guint n = 0;

  for (guint i = 0; i < f->cues->len; i++)
    n += g_array_index (f->cues, int, i) == (int) cue;

  return n;
}

static MyoHold *
get_hold (Fixture *f,
          guint    index)
{
  g_assert_cmpuint (index, <, f->holds->len);

  return f->holds->pdata[index];
}

/* --- Tests --- */

static void
test_walks_through_a_technique (Fixture       *f,
                                gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PREPARE, 0, 1, 0, -1, FALSE);
  add_step (f->technique, MYO_STEP_PRESS, 30, 2, 10, 5, FALSE);
  add_step (f->technique, MYO_STEP_CHECK, 0, 1, 0, -1, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);

  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_WAIT);
  g_assert_cmpint (myo_player_get_total_left_ms (f->player), ==, READY_MS + 30000 + 10000 + 30000);
  run (f, 60000);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_WAIT);

  myo_player_next (f->player);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_ANNOUNCE);
  run (f, READY_MS);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_HOLD);
  g_assert_cmpint (myo_player_get_left_ms (f->player), ==, 30000);
  run (f, 30000);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_REST);
  run (f, 10000);
  /* After a rest the hands are in place: no second get-ready. */
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_HOLD);
  g_assert_cmpint (myo_player_get_move (f->player)->repetition, ==, 2);
  run (f, 30000);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_WAIT);
  myo_player_next (f->player);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_DONE);

  g_assert_cmpuint (f->holds->len, ==, 2);
  g_assert_cmpint (get_hold (f, 0)->held_ms, ==, 30000);
  g_assert_cmpint (get_hold (f, 0)->end, ==, MYO_END_DONE);
  g_assert_cmpint (get_hold (f, 1)->repetition, ==, 2);
  g_assert_cmpint (get_hold (f, 1)->pressure, ==, 5);
  g_assert_cmpstr (get_hold (f, 1)->point, ==, "infraspinatus-trp1");
}

static void
test_cues_come_in_time_and_once (Fixture       *f,
                                 gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 30, 3, 10, 5, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS + 3 * 30000 + 2 * 10000);

  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_DONE);
  g_assert_cmpuint (count_cues (f, MYO_CUE_START), ==, 3);
  g_assert_cmpuint (count_cues (f, MYO_CUE_END), ==, 3);
  g_assert_cmpuint (count_cues (f, MYO_CUE_LAST_SECONDS), ==, 9);
  g_assert_cmpuint (count_cues (f, MYO_CUE_COUNT_IN), ==, 9);
  g_assert_cmpuint (count_cues (f, MYO_CUE_DONE), ==, 1);
  g_assert_cmpint (f->latest, <=, 100000);
}

static void
test_late_ticks_do_not_drift (Fixture       *f,
                              gconstpointer  data)
{
  gint64 gone = 0;

  add_step (f->technique, MYO_STEP_PRESS, 20, 6, 10, 5, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);

  /* A sluggish main loop that comes only every 0.7 s. */
  while (myo_player_get_state (f->player) != MYO_PLAYER_DONE && gone < 400 * G_USEC_PER_SEC)
    {
      myo_manual_clock_advance (f->clock, 700000);
      gone += 700000;
      myo_player_tick (f->player);
    }

  g_assert_cmpint (gone, <, (gint64) (READY_MS + 6 * 20000 + 5 * 10000) * 1000 + 700001);
  g_assert_cmpuint (f->holds->len, ==, 6);
  for (guint i = 0; i < f->holds->len; i++)
    g_assert_cmpint (get_hold (f, i)->held_ms, ==, 20000);
}

static void
test_pause_does_not_count (Fixture       *f,
                           gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 30, 1, 0, 5, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS + 10000);

  myo_player_pause (f->player);
  g_assert_true (myo_player_get_paused (f->player));
  run (f, 3600 * 1000);
  g_assert_cmpint (myo_player_get_left_ms (f->player), ==, 20000);
  g_assert_false (myo_player_get_interrupted (f->player));

  myo_player_resume (f->player);
  run (f, 19950);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_HOLD);
  run (f, 50);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_DONE);
  g_assert_cmpint (get_hold (f, 0)->held_ms, ==, 30000);
}

static void
test_suspend_pauses_and_does_not_count (Fixture       *f,
                                        gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 60, 1, 0, 5, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS + 10000);

  myo_manual_clock_sleep (f->clock, 30 * 60 * G_USEC_PER_SEC);
  g_assert_cmpint (myo_player_tick (f->player), ==, -1);
  g_assert_true (myo_player_get_paused (f->player));
  g_assert_true (myo_player_get_interrupted (f->player));
  g_assert_cmpint (myo_player_get_left_ms (f->player), ==, 50000);

  myo_player_resume (f->player);
  g_assert_false (myo_player_get_interrupted (f->player));
  run (f, 50000);
  g_assert_cmpint (get_hold (f, 0)->held_ms, ==, 60000);
}

static void
test_stopped_process_does_not_count (Fixture       *f,
                                     gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 30, 1, 0, 5, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS + 10000);

  myo_manual_clock_advance (f->clock, 10 * G_USEC_PER_SEC);
  myo_player_tick (f->player);
  g_assert_true (myo_player_get_interrupted (f->player));
  myo_player_stop (f->player);
  g_assert_cmpint (get_hold (f, 0)->held_ms, ==, 10000);
  g_assert_cmpint (get_hold (f, 0)->end, ==, MYO_END_INTERRUPTED);
}

static void
test_early_release (Fixture       *f,
                    gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 90, 2, 20, 6, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS + 42000);
  myo_player_release (f->player);

  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_REST);
  g_assert_cmpint (get_hold (f, 0)->held_ms, ==, 42000);
  g_assert_cmpint (get_hold (f, 0)->end, ==, MYO_END_RELEASED);
  g_assert_cmpuint (count_cues (f, MYO_CUE_END), ==, 1);

  /* In a rest there is nothing to release. */
  myo_player_release (f->player);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_REST);
  g_assert_cmpuint (f->holds->len, ==, 1);
}

static void
test_skip_and_repeat (Fixture       *f,
                      gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 30, 1, 0, 5, FALSE);
  add_step (f->technique, MYO_STEP_CHECK, 0, 1, 0, -1, FALSE);
  add_step (f->technique, MYO_STEP_STRETCH, 20, 1, 0, -1, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS + 5000);

  myo_player_repeat (f->player);
  g_assert_cmpint (get_hold (f, 0)->end, ==, MYO_END_SKIPPED);
  g_assert_cmpint (get_hold (f, 0)->held_ms, ==, 5000);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_ANNOUNCE);
  g_assert_cmpuint (myo_player_get_move_index (f->player), ==, 0);

  myo_player_skip (f->player);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_WAIT);
  /* While waiting, the last hold is what one means. */
  myo_player_repeat (f->player);
  g_assert_cmpuint (myo_player_get_move_index (f->player), ==, 0);
  myo_player_skip (f->player);
  myo_player_next (f->player);
  g_assert_cmpuint (myo_player_get_move_index (f->player), ==, 2);
  myo_player_skip (f->player);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_DONE);
  /* What never began is no hold. */
  g_assert_cmpuint (f->holds->len, ==, 1);
}

static void
test_both_sides (Fixture       *f,
                 gconstpointer  data)
{
  static const MyoSide sides[] = { MYO_SIDE_LEFT, MYO_SIDE_LEFT, MYO_SIDE_RIGHT, MYO_SIDE_RIGHT };

  add_step (f->technique, MYO_STEP_PREPARE, 0, 1, 0, -1, FALSE);
  add_step (f->technique, MYO_STEP_PRESS, 10, 1, 0, 5, TRUE);
  add_step (f->technique, MYO_STEP_STRETCH, 10, 1, 0, -1, TRUE);
  add_step (f->technique, MYO_STEP_AFTER, 0, 1, 0, -1, FALSE);
  start (f, MYO_SIDE_LEFT, 0);
  myo_player_next (f->player);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_assert_cmpint (myo_player_get_move (f->player)->side, ==, sides[i]);
      g_assert_cmpint (myo_player_get_move (f->player)->step->kind, ==, i % 2 == 0 ? MYO_STEP_PRESS : MYO_STEP_STRETCH);
      run (f, READY_MS + 10000);
    }
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_WAIT);
  g_assert_cmpint (get_hold (f, 0)->side, ==, MYO_SIDE_LEFT);
  g_assert_cmpint (get_hold (f, 2)->side, ==, MYO_SIDE_RIGHT);
}

static void
test_pressure_has_a_ceiling (Fixture       *f,
                             gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 30, 2, 10, 6, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS);

  for (int i = 0; i < 5; i++)
    myo_player_change_pressure (f->player, 1, 7);
  g_assert_cmpint (myo_player_get_pressure (f->player), ==, 7);
  myo_player_change_pressure (f->player, -1, 7);
  myo_player_change_pressure (f->player, -1, 7);
  run (f, 30000);
  g_assert_cmpint (get_hold (f, 0)->pressure, ==, 5);
  /* What the client asked for stays for the repetitions of the step. */
  run (f, 10000);
  g_assert_cmpint (myo_player_get_pressure (f->player), ==, 5);
}

static void
test_resumes_in_the_middle (Fixture       *f,
                            gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 30, 3, 10, 5, FALSE);
  start (f, MYO_SIDE_RIGHT, 2);

  /* After an interruption the hands are not in place, though the move before had a rest. */
  run (f, 200);
  g_assert_cmpuint (myo_player_get_move_index (f->player), ==, 2);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_ANNOUNCE);
  run (f, READY_MS + 30000);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_DONE);
  g_assert_cmpuint (f->holds->len, ==, 1);
}

static void
test_stop_keeps_what_was_held (Fixture       *f,
                               gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 30, 1, 0, 5, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS + 12000);
  myo_player_set_twitch (f->player, TRUE);
  myo_player_stop (f->player);

  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_STOPPED);
  g_assert_cmpint (get_hold (f, 0)->held_ms, ==, 12000);
  g_assert_cmpint (get_hold (f, 0)->end, ==, MYO_END_STOPPED);
  g_assert_true (get_hold (f, 0)->twitch);
  g_assert_false (myo_player_is_active (f->player));
  myo_player_skip (f->player);
  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_STOPPED);
}

/* What was at its end when it was to be stopped is done, not stopped. */
static void
test_stop_comes_too_late (Fixture       *f,
                          gconstpointer  data)
{
  add_step (f->technique, MYO_STEP_PRESS, 10, 1, 0, 5, FALSE);
  start (f, MYO_SIDE_RIGHT, 0);
  run (f, READY_MS + 9900);
  myo_manual_clock_advance (f->clock, 200000);
  myo_player_stop (f->player);

  g_assert_cmpint (myo_player_get_state (f->player), ==, MYO_PLAYER_DONE);
  g_assert_cmpint (get_hold (f, 0)->end, ==, MYO_END_DONE);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/player/walk", test_walks_through_a_technique);
  ADD ("/player/cues", test_cues_come_in_time_and_once);
  ADD ("/player/drift", test_late_ticks_do_not_drift);
  ADD ("/player/pause", test_pause_does_not_count);
  ADD ("/player/suspend", test_suspend_pauses_and_does_not_count);
  ADD ("/player/stopped-process", test_stopped_process_does_not_count);
  ADD ("/player/early-release", test_early_release);
  ADD ("/player/skip-repeat", test_skip_and_repeat);
  ADD ("/player/both-sides", test_both_sides);
  ADD ("/player/pressure", test_pressure_has_a_ceiling);
  ADD ("/player/resume", test_resumes_in_the_middle);
  ADD ("/player/stop", test_stop_keeps_what_was_held);
  ADD ("/player/stop-late", test_stop_comes_too_late);
  return g_test_run ();
}
