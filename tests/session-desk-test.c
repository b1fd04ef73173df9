/* A session without a screen: every state, every command, what is heard and said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-kit.h"

static void
count (guint *n)
{
  (*n)++;
}

/* --- States --- */

static void
give_every_command (Desk *d)
{
  void (*const commands[]) (MyoSessionDesk *) = {
    myo_session_desk_resume, myo_session_desk_end_unfinished, myo_session_desk_postpone, myo_session_desk_toggle,
    myo_session_desk_next, myo_session_desk_skip, myo_session_desk_repeat, myo_session_desk_release, myo_session_desk_stop,
    myo_session_desk_go_on, myo_session_desk_finish,
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    commands[i] (d->desk);
  myo_session_desk_press (d->desk, 1);
  myo_session_desk_set_known_pain (d->desk, TRUE);
  myo_session_desk_set_twitch (d->desk, TRUE);
  g_assert_false (myo_session_desk_can_press (d->desk, 1));
}

/* A command that a state does not know does nothing, and nothing is recorded before it begins. */
static void
test_before_it_begins (Desk *d, gconstpointer unused)
{
  MyoSessionTime time;

  ASSERT_STATE (d, IDLE);
  g_assert_null (myo_session_desk_get_routine (d->desk));
  myo_session_desk_get_time (d->desk, &time);
  g_assert_cmpint (time.whole_left, ==, 0);
  g_assert_cmpint (time.whole, >, 0);
  myo_session_desk_begin (d->desk);
  give_every_command (d);
  ASSERT_STATE (d, IDLE);

  desk_prepare (d);
  give_every_command (d);
  ASSERT_STATE (d, PREPARED);
  desk_pass (d, 60);
  ASSERT_STATE (d, PREPARED);
  desk_assert_diary (d, "");
  g_assert_null (kit_find_unfinished (&d->kit, NULL));
  kit_assert_n_listed (&d->kit, 0);
}

static void
test_prepared (Desk *d, gconstpointer unused)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, MUSCLE);

  desk_prepare (d);
  desk_assert_text (d->desk, "title", "Ball against the wall");
  desk_assert_text (d->desk, "place", "Infraspinatus, left\nBall against a wall · 4 min 10 s · pressure up to 6 of 10");
  desk_assert_text (d->desk, "begin-label", "Begin");
  g_assert_false (desk_get_flag (d->desk, "resuming"));
  g_assert_cmpint (myo_session_desk_get_side (d->desk), ==, MYO_SIDE_LEFT);

  g_object_set (d->desk, "pain-before", 7, "pain-after", 3, NULL);
  myo_session_desk_prepare (d->desk, muscle, myo_muscle_get_technique (muscle, "infraspinatus-self-hand"), MYO_SIDE_RIGHT, NULL);
  desk_assert_text (d->desk, "title", "Warmth, then slow strokes");
  g_assert_cmpint (myo_session_desk_get_side (d->desk), ==, MYO_SIDE_RIGHT);
  myo_session_desk_begin (d->desk);
  myo_session_desk_stop (d->desk);
  desk_assert_text (d->desk, "change", "");
}

static void
note_state (MyoSessionDesk *desk, GParamSpec *pspec, GString *states)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (MYO_TYPE_SESSION_STATE);

  g_string_append_printf (states, "%s ", g_enum_get_value (klass, (int) myo_session_desk_get_state (desk))->value_nick);
}

static void
test_way_through_the_states (Desk *d, gconstpointer unused)
{
  g_autoptr(GString) states = g_string_new (NULL);

  g_signal_connect (d->desk, "notify::state", G_CALLBACK (note_state), states);
  desk_begin (d);
  myo_session_desk_stop (d->desk);
  myo_session_desk_go_on (d->desk);
  desk_pass_to_the_end (d);
  myo_session_desk_finish (d->desk);
  desk_prepare (d);
  g_assert_cmpstr (states->str, ==, "prepared running after running after idle prepared ");
  g_signal_handlers_disconnect_by_data (d->desk, states);
}

/* --- What is heard --- */

static void
test_what_is_heard (Desk *d, gconstpointer unused)
{
  desk_prepare (d);
  myo_session_desk_begin (d->desk);
  desk_assert_diary (d, "beginning ");
  myo_session_desk_next (d->desk);
  myo_session_desk_next (d->desk);
  desk_pass (d, 4);
  desk_assert_diary (d, "count count count ");
  desk_pass (d, 1);
  desk_assert_diary (d, "start “Hold” ");
  desk_pass (d, 10);
  desk_assert_diary (d, "last last last end “Let go” ");
  myo_session_desk_stop (d->desk);
  desk_assert_diary (d, "");
  myo_session_desk_finish (d->desk);
  desk_assert_diary (d, "finished:stopped ");
  /* Once it is on the disk, and not before. */
  desk_wait_for_diary (d, "recorded ");
}

/* The last cue comes when no move is left, before the state is another. */
static void
use_desk (MyoSessionDesk *desk, int cue, gint64 late, guint *n_done)
{
  g_assert_cmpint (myo_session_desk_get_side (desk), ==, MYO_SIDE_LEFT);
  myo_session_desk_set_twitch (desk, TRUE);
  *n_done += cue == MYO_CUE_DONE;
}

static void
test_is_used_while_it_is_heard (Desk *d, gconstpointer unused)
{
  guint n_done = 0;

  desk_begin (d);
  g_signal_connect (d->desk, "cue", G_CALLBACK (use_desk), &n_done);
  desk_pass_to_the_end (d);
  g_assert_cmpuint (n_done, ==, 1);
  g_signal_handlers_disconnect_by_data (d->desk, &n_done);
}

/* --- What is said while it runs --- */

static void
assert_running (Desk *d, const char *caption, const char *kind, const char *next, const char *toggle)
{
  desk_assert_text (d->desk, "caption", caption);
  desk_assert_text (d->desk, "kind", kind);
  desk_assert_text (d->desk, "next", next);
  desk_assert_text (d->desk, "toggle-label", toggle);
  g_assert_cmpint (desk_get_flag (d->desk, "waiting"), ==, g_str_equal (toggle, "Next"));
}

static void
test_words_of_each_phase (Desk *d, gconstpointer unused)
{
  g_autofree char *step = NULL;

  desk_prepare (d);
  myo_session_desk_begin (d->desk);
  desk_assert_text (d->desk, "banner", "Infraspinatus, left · TrP1");
  assert_running (d, "Prepare", "Prepare", "Next: Find the spot", "Next");
  desk_assert_text (d->desk, "pressure", "");
  g_object_get (d->desk, "step", &step, NULL);
  g_assert_true (g_str_has_prefix (step, "Warm the shoulder"));
  myo_session_desk_next (d->desk);
  assert_running (d, "Find the spot", "Find the spot", "Next: Press and hold, 10 s", "Next");

  myo_session_desk_next (d->desk);
  assert_running (d, "Get ready", "Press and hold", "Next: Press and hold, 30 s", "Pause");
  desk_assert_text (d->desk, "pressure", "pressure 3 of 10");
  g_assert_false (desk_get_flag (d->desk, "holding"));
  desk_pass (d, 6);
  assert_running (d, "Press and hold", "Press and hold", "Next: Press and hold, 30 s", "Pause");
  g_assert_true (desk_get_flag (d->desk, "holding"));
  myo_session_desk_toggle (d->desk);
  assert_running (d, "Paused", "Press and hold", "Next: Press and hold, 30 s", "Go on");
  myo_session_desk_skip (d->desk);
  desk_pass (d, 6);
  assert_running (d, "1 of 3", "Press and hold", "Next: Press and hold, 30 s", "Pause");
  desk_assert_text (d->desk, "pressure", "pressure 6 of 10");
  desk_pass (d, 30);
  assert_running (d, "Let go and rest", "Press and hold", "Next: Press and hold, 30 s", "Pause");
  while (myo_session_desk_get_phase (d->desk) != MYO_PLAYER_WAIT)
    myo_session_desk_skip (d->desk);
  myo_session_desk_next (d->desk);
  assert_running (d, "Afterwards", "Afterwards", "This is the last step.", "Next");
}

static void
test_words_stay_when_nothing_is_new (Desk *d, gconstpointer unused)
{
  guint n_banner = 0, n_left = 0;

  g_signal_connect_swapped (d->desk, "notify::banner", G_CALLBACK (count), &n_banner);
  g_signal_connect_swapped (d->desk, "notify::whole-left", G_CALLBACK (count), &n_left);
  desk_begin (d);
  g_assert_cmpuint (n_banner, ==, 1);
  n_left = 0;
  desk_pass (d, 3);
  g_assert_cmpuint (n_banner, ==, 1);
  g_assert_cmpuint (n_left, >=, 1);
  g_assert_cmpuint (n_left, <=, 3);
}

/* --- The clock --- */

static void
test_ticks_while_something_is_counted (Desk *d, gconstpointer unused)
{
  MyoSessionTime time, later;
  guint n = 0;

  desk_prepare (d);
  myo_session_desk_begin (d->desk);
  g_signal_connect_swapped (d->desk, "ticked", G_CALLBACK (count), &n);
  desk_pass (d, 10);
  g_assert_cmpuint (n, <=, 1);

  myo_session_desk_next (d->desk);
  myo_session_desk_next (d->desk);
  desk_pass (d, 6);
  n = 0;
  myo_session_desk_get_time (d->desk, &time);
  g_assert_cmpint (time.phase, ==, 10000);
  g_assert_cmpint (time.left, ==, 9000);
  desk_pass (d, 1);
  g_assert_cmpuint (n, >=, 20);
  g_assert_cmpuint (n, <=, 22);
  myo_session_desk_get_time (d->desk, &later);
  g_assert_cmpint (later.left, ==, 8000);
  g_assert_cmpint (time.whole_left - later.whole_left, ==, 1000);
  g_assert_cmpint (later.whole, ==, time.whole);
  g_assert_cmpint (time.whole, >, time.whole_left);

  myo_session_desk_toggle (d->desk);
  n = 0;
  desk_pass (d, 10);
  g_assert_cmpuint (n, <=, 1);
  myo_session_desk_get_time (d->desk, &later);
  g_assert_cmpint (later.left, ==, 8000);
}

static void
test_a_pause_does_not_count (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 4);
  myo_session_desk_toggle (d->desk);
  g_assert_true (myo_session_desk_get_paused (d->desk));
  desk_pass (d, 100);
  myo_session_desk_toggle (d->desk);
  g_assert_false (myo_session_desk_get_paused (d->desk));
  desk_pass (d, 2);
  myo_session_desk_stop (d->desk);
  desk_assert_text (d->desk, "held", "1 hold, 6 s in all.");
  myo_session_desk_finish (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpint (desk_nth_hold (session, 0)->held_ms, ==, 6000);
  g_assert_cmpint (desk_nth_hold (session, 0)->end, ==, MYO_END_STOPPED);
}

static void
assert_interrupted (Desk *d)
{
  g_assert_true (myo_session_desk_get_paused (d->desk));
  g_assert_true (desk_get_flag (d->desk, "interrupted"));
  desk_assert_text (d->desk, "awake-reason", "");
  myo_session_desk_toggle (d->desk);
  g_assert_false (desk_get_flag (d->desk, "interrupted"));
}

static void
test_standing_still_and_sleep_do_not_count (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 3);
  myo_manual_clock_stall (d->clock, 20 * SECOND);
  assert_interrupted (d);
  desk_pass (d, 3);
  myo_manual_clock_sleep (d->clock, 3600 * SECOND);
  desk_pass (d, 1);
  assert_interrupted (d);
  desk_pass (d, 1);
  myo_session_desk_stop (d->desk);
  myo_session_desk_finish (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpint (desk_nth_hold (session, 0)->held_ms, >=, 6900);
  g_assert_cmpint (desk_nth_hold (session, 0)->held_ms, <=, 7000);
}

/* --- Commands --- */

static void
test_skip_repeat_release (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 4);
  myo_session_desk_repeat (d->desk);
  myo_session_desk_release (d->desk);
  ASSERT_PHASE (d, ANNOUNCE);
  desk_pass (d, 5 + 6);
  myo_session_desk_release (d->desk);
  desk_pass (d, 5 + 2);
  ASSERT_PHASE (d, HOLD);
  myo_session_desk_skip (d->desk);
  myo_session_desk_stop (d->desk);
  myo_session_desk_finish (d->desk);

  session = desk_dup_recorded (d);
  g_assert_cmpuint (session->holds->len, ==, 4);
  g_assert_cmpint (desk_nth_hold (session, 0)->end, ==, MYO_END_SKIPPED);
  g_assert_cmpint (desk_nth_hold (session, 0)->held_ms, ==, 4000);
  g_assert_cmpint (desk_nth_hold (session, 1)->end, ==, MYO_END_RELEASED);
  g_assert_cmpint (desk_nth_hold (session, 1)->held_ms, ==, 6000);
  g_assert_cmpint (desk_nth_hold (session, 2)->end, ==, MYO_END_SKIPPED);
  g_assert_cmpint (desk_nth_hold (session, 3)->end, ==, MYO_END_STOPPED);
}

static void
test_pressure_and_its_ceiling (Desk *d, gconstpointer unused)
{
  myo_session_desk_set_limits (d->desk, READY_MS, 5);
  desk_prepare (d);
  myo_session_desk_begin (d->desk);
  g_assert_false (myo_session_desk_can_press (d->desk, 1));
  g_assert_false (myo_session_desk_can_press (d->desk, -1));
  myo_session_desk_press (d->desk, 1);
  desk_assert_text (d->desk, "pressure", "");

  myo_session_desk_next (d->desk);
  myo_session_desk_next (d->desk);
  for (int i = 0; i < 4; i++)
    myo_session_desk_press (d->desk, 1);
  desk_assert_text (d->desk, "pressure", "pressure 5 of 10");
  g_assert_false (myo_session_desk_can_press (d->desk, 1));
  g_assert_true (myo_session_desk_can_press (d->desk, -1));
  for (int i = 0; i < 7; i++)
    myo_session_desk_press (d->desk, -1);
  desk_assert_text (d->desk, "pressure", "pressure 0 of 10");
  g_assert_false (myo_session_desk_can_press (d->desk, -1));
  g_assert_true (myo_session_desk_can_press (d->desk, 1));
}

static void
test_what_is_felt_belongs_to_its_hold (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 1);
  myo_session_desk_set_known_pain (d->desk, TRUE);
  myo_session_desk_set_twitch (d->desk, TRUE);
  myo_session_desk_set_twitch (d->desk, FALSE);
  g_assert_true (desk_get_flag (d->desk, "known-pain"));
  g_assert_false (desk_get_flag (d->desk, "twitch"));
  desk_pass (d, 9 + 5 + 1);
  ASSERT_PHASE (d, HOLD);
  g_assert_false (desk_get_flag (d->desk, "known-pain"));
  myo_session_desk_set_twitch (d->desk, TRUE);
  myo_session_desk_stop (d->desk);
  myo_session_desk_finish (d->desk);

  session = desk_dup_recorded (d);
  g_assert_true (desk_nth_hold (session, 0)->known_pain && !desk_nth_hold (session, 0)->twitch);
  g_assert_true (!desk_nth_hold (session, 1)->known_pain && desk_nth_hold (session, 1)->twitch);
}

static void
test_goes_on_where_it_was_stopped (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 10 + 5 + 2);
  myo_session_desk_stop (d->desk);
  desk_assert_text (d->desk, "ended", "Stopped");
  g_assert_true (desk_get_flag (d->desk, "can-go-on"));
  myo_session_desk_go_on (d->desk);
  ASSERT_PHASE (d, ANNOUNCE);
  desk_pass (d, 5 + 1);
  desk_assert_text (d->desk, "caption", "1 of 3");
  desk_pass_to_the_end (d);
  desk_assert_text (d->desk, "held", "8 holds, 3 min 12 s in all.");
  myo_session_desk_finish (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->end, ==, MYO_END_DONE);
  g_assert_cmpuint (session->holds->len, ==, 8);
}

static void
test_screen_stays_awake_while_hands_are_busy (Desk *d, gconstpointer unused)
{
  desk_assert_text (d->desk, "awake-reason", "");
  desk_prepare (d);
  desk_assert_text (d->desk, "awake-reason", "");
  myo_session_desk_begin (d->desk);
  desk_assert_text (d->desk, "awake-reason", "A hold is running");
  myo_session_desk_next (d->desk);
  myo_session_desk_next (d->desk);
  desk_assert_text (d->desk, "awake-reason", "A hold is running");
  myo_session_desk_toggle (d->desk);
  desk_assert_text (d->desk, "awake-reason", "");
  myo_session_desk_toggle (d->desk);
  desk_assert_text (d->desk, "awake-reason", "A hold is running");
  myo_session_desk_stop (d->desk);
  desk_assert_text (d->desk, "awake-reason", "");
}

#define ADD(path, func) g_test_add ("/session-desk/" path, Desk, NULL, desk_set_up_open, func, desk_tear_down)

static void
add_tests (void)
{
  ADD ("before", test_before_it_begins);
  ADD ("prepared", test_prepared);
  ADD ("states", test_way_through_the_states);
  ADD ("heard", test_what_is_heard);
  ADD ("heard/used", test_is_used_while_it_is_heard);
  ADD ("words", test_words_of_each_phase);
  ADD ("words/notify", test_words_stay_when_nothing_is_new);
  ADD ("ticks", test_ticks_while_something_is_counted);
  ADD ("pause", test_a_pause_does_not_count);
  ADD ("gaps", test_standing_still_and_sleep_do_not_count);
  ADD ("commands", test_skip_repeat_release);
  ADD ("pressure", test_pressure_and_its_ceiling);
  ADD ("felt", test_what_is_felt_belongs_to_its_hold);
  ADD ("go-on", test_goes_on_where_it_was_stopped);
  ADD ("awake", test_screen_stays_awake_while_hands_are_busy);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
