/* The end of the program in every state of a session: what is in the records then, and what the next start offers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-kit.h"
#include "faults-kit.h"

/* --- Every state --- */

static void
stay (Desk *d)
{
}

static void
get_ready (Desk *d)
{
  desk_begin (d);
  desk_pass (d, 3);
}

static void
wait_for_person (Desk *d)
{
  desk_prepare (d);
  g_object_set (d->desk, "pain-before", 8, NULL);
  myo_session_desk_begin (d->desk);
}

static void
hold (Desk *d)
{
  desk_begin (d);
  desk_pass (d, 5 + 10 + 5 + 7);
}

static void
pause_hold (Desk *d)
{
  hold (d);
  myo_session_desk_toggle (d->desk);
  desk_pass (d, 60);
}

static void
rest (Desk *d)
{
  desk_begin (d);
  desk_pass (d, 5 + 10 + 5 + 30 + 4);
}

static void
stop (Desk *d)
{
  hold (d);
  myo_session_desk_stop (d->desk);
}

static void
stop_and_tell (Desk *d)
{
  stop (d);
  g_object_set (d->desk, "pain-after", 3, NULL);
}

static void
go_on (Desk *d)
{
  stop_and_tell (d);
  myo_session_desk_go_on (d->desk);
  desk_pass (d, 3);
}

static void
finish_all (Desk *d)
{
  desk_begin (d);
  desk_pass_to_the_end (d);
}

static void
finish_all_and_tell (Desk *d)
{
  finish_all (d);
  g_object_set (d->desk, "pain-after", 5, NULL);
  g_object_set (d->desk, "pain-after", 2, NULL);
}

/* Cut off earlier, 10 s having been held, and offered. */
static void
be_offered (Desk *d)
{
  g_autoptr(MyoSession) found = NULL;

  hold (d);
  desk_kill (d);
  desk_start (d);
  kit_must_open (&d->kit);
  found = kit_find_unfinished (&d->kit, NULL);
  g_assert_nonnull (found);
  myo_session_desk_offer (d->desk, found);
}

static void
resume (Desk *d)
{
  be_offered (d);
  myo_session_desk_resume (d->desk);
  ASSERT_STATE (d, PREPARED);
}

static void
resume_and_hold (Desk *d)
{
  resume (d);
  myo_session_desk_begin (d->desk);
  desk_pass (d, 5 + 2);
  ASSERT_PHASE (d, HOLD);
}

/* --- Every way to end --- */

/* What is found at the next start: "offered" or the nick of the end, how many holds, ms held in all, the pain after it, -1 when unknown */
typedef struct
{
  const char *name;
  void      (*go_there) (Desk *d);
  const char *end;
  guint       holds;
  int         held_ms, pain;
  const char *killed_end;
  guint       killed_holds;
  int         killed_held_ms, killed_pain;
} State;

#define NOTHING "", 0, 0, -1

static const State states[] = {
  { "nothing", stay, NOTHING, NOTHING },
  { "prepared", desk_prepare, NOTHING, NOTHING },
  { "waiting", wait_for_person, "offered", 0, 0, -1, "offered", 0, 0, -1 },
  { "ready", get_ready, "offered", 0, 0, -1, "offered", 0, 0, -1 },
  { "hold", hold, "offered", 2, 17000, -1, "offered", 1, 10000, -1 },
  { "paused", pause_hold, "offered", 2, 17000, -1, "offered", 1, 10000, -1 },
  { "rest", rest, "offered", 2, 40000, -1, "offered", 2, 40000, -1 },
  { "stopped", stop, "stopped", 2, 17000, -1, "stopped", 2, 17000, -1 },
  { "stopped, pain told", stop_and_tell, "stopped", 2, 17000, 3, "stopped", 2, 17000, 3 },
  { "stopped, gone on", go_on, "offered", 2, 17000, -1, "offered", 2, 17000, -1 },
  { "done", finish_all, "done", 7, 190000, -1, "done", 7, 190000, -1 },
  { "done, pain told", finish_all_and_tell, "done", 7, 190000, 2, "done", 7, 190000, 2 },
  { "offered", be_offered, "offered", 1, 10000, -1, "offered", 1, 10000, -1 },
  { "resumed", resume, "offered", 1, 10000, -1, "offered", 1, 10000, -1 },
  { "resumed, hold", resume_and_hold, "offered", 2, 12000, -1, "offered", 1, 10000, -1 },
};

static void
end_by_closing (Desk *d)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (myo_session_desk_close (d->desk, &error));
  g_assert_no_error (error);
  ASSERT_STATE (d, IDLE);
}

/* What only asks for the writes and is gone before they are answered. */
static void
end_by_interrupting (Desk *d)
{
  myo_session_desk_interrupt (d->desk);
  ASSERT_STATE (d, IDLE);
  desk_pass (d, 60);
}

static void
end_by_kill (Desk *d)
{
}

/* Nothing can be written at that moment: what was before stays. */
static void
end_with_fault (Desk *d)
{
  gboolean all_is_written;

  desk_settle (d);
  kit_close (&d->kit);
  all_is_written = myo_session_desk_close (d->desk, NULL);
  g_assert_true (all_is_written || d->failed_code == MYO_ERROR_STORE);
}

/* --- What is found --- */

static char *
describe (const MyoSession *session)
{
  const char *end = session->end == MYO_END_NONE ? "offered" : myo_end_get_nick (session->end);

  g_assert_cmpint (session->end == MYO_END_NONE, ==, session->ended_at == 0);
  return g_strdup_printf ("%s %u %d %d", end, session->holds->len, (int) myo_session_get_held_ms (session), session->pain_after);
}

static char *
look (Desk *d)
{
  g_autoptr(MyoSession) unfinished = kit_find_unfinished (&d->kit, NULL);
  g_autoptr(GPtrArray) listed = kit_list (&d->kit, G_MAXINT64, G_MAXINT64, 10, NULL);

  g_assert_cmpuint (listed->len + (unfinished != NULL), <=, 1);
  return unfinished != NULL ? describe (unfinished) : listed->len > 0 ? describe (listed->pdata[0]) : g_strdup (" 0 0 -1");
}

static void
try (const State *state, void (*end) (Desk *d), gboolean killed)
{
  Desk d = { 0 };
  g_autofree char *found = NULL, *expected = NULL;

  desk_set_up_open (&d, NULL);
  state->go_there (&d);
  end (&d);
  desk_kill (&d);
  desk_start (&d);
  kit_must_open (&d.kit);
  found = look (&d);
  expected = killed ? g_strdup_printf ("%s %u %d %d", state->killed_end, state->killed_holds, state->killed_held_ms, state->killed_pain)
                    : g_strdup_printf ("%s %u %d %d", state->end, state->holds, state->held_ms, state->pain);
  if (!g_str_equal (found, expected))
    complain ("%s: %s, not %s", state->name, found, expected);
  desk_tear_down (&d, NULL);
}

static const struct { void (*end) (Desk *d); gboolean killed; } ends[] = {
  { end_by_closing, FALSE }, { end_by_interrupting, FALSE }, { end_by_kill, TRUE }, { end_with_fault, TRUE },
};

/* Where it is slow every state is ended in one way, and every way is taken. */
static void
test_end (gconstpointer way)
{
  guint n = GPOINTER_TO_UINT (way);
  gboolean small = g_getenv ("TEST_SMALL") != NULL;

  for (guint i = small ? n : 0; i < G_N_ELEMENTS (states); i += small ? G_N_ELEMENTS (ends) : 1)
    try (&states[i], ends[n].end, ends[n].killed);
  assert_no_faults ();
}

/* --- Beyond the table --- */

/* What was cut off by closing goes on like what was killed, with what was told before it and what was held. */
static void
test_goes_on_after_closing (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) found = NULL, session = NULL;

  desk_prepare (d);
  g_object_set (d->desk, "pain-before", 8, NULL);
  myo_session_desk_begin (d->desk);
  myo_session_desk_next (d->desk);
  myo_session_desk_next (d->desk);
  desk_pass (d, 5 + 10 + 5 + 7);
  end_by_closing (d);
  desk_kill (d);
  desk_start (d);
  kit_must_open (&d->kit);
  found = kit_find_unfinished (&d->kit, NULL);
  g_assert_cmpint (desk_nth_hold (found, 1)->end, ==, MYO_END_INTERRUPTED);
  g_assert_cmpint (desk_nth_hold (found, 1)->held_ms, ==, 7000);
  g_assert_cmpint (found->next_move, ==, 3);

  myo_session_desk_offer (d->desk, found);
  myo_session_desk_resume (d->desk);
  myo_session_desk_begin (d->desk);
  desk_pass_to_the_end (d);
  desk_assert_text (d->desk, "held", "8 holds, 3 min 17 s in all.");
  g_object_set (d->desk, "pain-after", 5, NULL);
  desk_assert_text (d->desk, "change", "That is a change that matters to most people.");
  myo_session_desk_finish (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->pain_before, ==, 8);
  g_assert_cmpint (session->pain_after, ==, 5);
}

/* Its row is one of other records by then: what is begun is a session of its own. */
static void
test_what_was_prepared_is_new_in_other_records (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) found = NULL, session = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 10);
  desk_kill (d);
  desk_start (d);
  kit_must_open (&d->kit);
  found = kit_find_unfinished (&d->kit, NULL);
  myo_session_desk_offer (d->desk, found);
  myo_session_desk_resume (d->desk);
  g_assert_true (desk_get_flag (d->desk, "resuming"));

  myo_session_desk_forget (d->desk);
  ASSERT_STATE (d, PREPARED);
  g_assert_false (desk_get_flag (d->desk, "resuming"));
  myo_session_desk_begin (d->desk);
  desk_pass_to_the_end (d);
  desk_assert_text (d->desk, "held", "7 holds, 3 min 10 s in all.");
  myo_session_desk_finish (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->id, !=, found->id);
}

/* The last hold's end falls due in the very moment of closing. */
static void
test_closing_at_the_very_end (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, MUSCLE);
  g_autoptr(MyoTechnique) technique = myo_technique_new ();
  MyoStep *step = g_new0 (MyoStep, 1);

  technique->id = g_strdup ("one-hold");
  technique->title = g_strdup ("One hold");
  step->kind = MYO_STEP_PRESS;
  step->seconds = 10;
  step->repeat = 1;
  step->pressure = -1;
  g_ptr_array_add (technique->steps, step);
  myo_session_desk_prepare (d->desk, muscle, technique, MYO_SIDE_LEFT, NULL);
  myo_session_desk_begin (d->desk);
  desk_pass (d, 5 + 9);
  /* Late, but not so late that the machine must have slept. */
  myo_session_desk_toggle (d->desk);
  myo_session_desk_toggle (d->desk);
  myo_manual_clock_stall (d->clock, SECOND + 1);
  end_by_closing (d);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->end, ==, MYO_END_DONE);
  g_assert_cmpint (desk_nth_hold (session, 0)->held_ms, ==, 10000);
}

/* Over in the records as soon as it is over, though the page still asks. */
static void
test_end_is_the_moment_of_the_end (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) asked = NULL, session = NULL;

  finish_all (d);
  asked = desk_dup_recorded (d);
  g_assert_cmpint (asked->end, ==, MYO_END_DONE);
  g_object_set (d->desk, "pain-after", 4, NULL);
  myo_session_desk_finish (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->pain_after, ==, 4);
  g_assert_cmpint (session->ended_at, ==, asked->ended_at);
}

/* What is prepared after it takes nothing of what was told away. */
static void
test_preparing_anew_keeps_the_pain (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  finish_all_and_tell (d);
  desk_prepare (d);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->end, ==, MYO_END_DONE);
  g_assert_cmpint (session->pain_after, ==, 2);
}

/* What is at its end has nowhere to go on. */
static void
test_done_stays_done (Desk *d, gconstpointer unused)
{
  finish_all (d);
  g_assert_false (desk_get_flag (d->desk, "can-go-on"));
  myo_session_desk_go_on (d->desk);
  ASSERT_STATE (d, AFTER);
  ASSERT_PHASE (d, DONE);
}

#define ADD(path, func) g_test_add ("/session-ends/" path, Desk, NULL, desk_set_up_open, func, desk_tear_down)

static void
add_tests (void)
{
  g_test_add_data_func ("/session-ends/closed", GUINT_TO_POINTER (0), test_end);
  g_test_add_data_func ("/session-ends/interrupted", GUINT_TO_POINTER (1), test_end);
  g_test_add_data_func ("/session-ends/killed", GUINT_TO_POINTER (2), test_end);
  g_test_add_data_func ("/session-ends/fault", GUINT_TO_POINTER (3), test_end);
  ADD ("goes-on", test_goes_on_after_closing);
  ADD ("other-records", test_what_was_prepared_is_new_in_other_records);
  ADD ("very-end", test_closing_at_the_very_end);
  ADD ("moment", test_end_is_the_moment_of_the_end);
  ADD ("anew", test_preparing_anew_keeps_the_pain);
  ADD ("done", test_done_stays_done);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
