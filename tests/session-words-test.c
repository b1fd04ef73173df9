/* What is said when a session is over: praise only of what was held, and nothing of the muscle when nothing was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-kit.h"

/* --- Ways through a session --- */

/* Goes through what is left: where time is counted @timed is told, elsewhere what waits is done. */
static void
go_through (Desk *d, void (*timed) (Desk *d))
{
  for (int i = 0; myo_session_desk_get_state (d->desk) == MYO_SESSION_RUNNING; i++)
    {
      g_assert_cmpint (i, <, 2000);
      if (myo_session_desk_get_phase (d->desk) == MYO_PLAYER_WAIT)
        myo_session_desk_next (d->desk);
      else
        timed (d);
    }
}

static void
skip (Desk *d)
{
  myo_session_desk_skip (d->desk);
}

static void
skip_at_once (Desk *d)
{
  if (myo_session_desk_get_phase (d->desk) == MYO_PLAYER_HOLD)
    {
      myo_manual_clock_advance (d->clock, SECOND / 4);
      myo_session_desk_skip (d->desk);
    }
  else
    desk_pass (d, 1);
}

static void
release_soon (Desk *d)
{
  desk_pass (d, 1);
  if (myo_session_desk_get_phase (d->desk) == MYO_PLAYER_HOLD)
    {
      desk_pass (d, 2);
      myo_session_desk_release (d->desk);
    }
}

static void
all_held (Desk *d)
{
  desk_begin (d);
  desk_pass_to_the_end (d);
}

static void
all_released (Desk *d)
{
  desk_begin (d);
  go_through (d, release_soon);
}

static void
one_repeated (Desk *d)
{
  desk_begin (d);
  desk_pass (d, 5 + 4);
  myo_session_desk_repeat (d->desk);
  desk_pass_to_the_end (d);
}

static void
one_skipped (Desk *d)
{
  desk_begin (d);
  skip (d);
  desk_pass_to_the_end (d);
}

/* It was begun, though. */
static void
one_skipped_half_way (Desk *d)
{
  desk_begin (d);
  desk_pass (d, 5 + 6);
  skip (d);
  desk_pass_to_the_end (d);
}

static void
all_skipped (Desk *d)
{
  desk_begin (d);
  go_through (d, skip);
}

static void
all_skipped_at_once (Desk *d)
{
  desk_begin (d);
  go_through (d, skip_at_once);
}

static void
stopped_before (Desk *d)
{
  desk_begin (d);
  myo_session_desk_stop (d->desk);
}

static void
stopped_in_hold (Desk *d)
{
  desk_begin (d);
  desk_pass (d, 5 + 4);
  myo_session_desk_stop (d->desk);
}

/* What was held before it was cut off counts too. */
static void
rest_skipped_later (Desk *d)
{
  g_autoptr(MyoSession) found = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 10 + 5 + 30 + 2);
  desk_kill (d);
  desk_start (d);
  kit_must_open (&d->kit);
  found = kit_find_unfinished (&d->kit, NULL);
  myo_session_desk_offer (d->desk, found);
  myo_session_desk_resume (d->desk);
  myo_session_desk_begin (d->desk);
  go_through (d, skip);
}

static void
nothing_to_hold (Desk *d)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, MUSCLE);
  g_autoptr(MyoTechnique) technique = myo_technique_new ();
  MyoStep *step = g_new0 (MyoStep, 1);

  technique->id = g_strdup ("only-warmth");
  technique->title = g_strdup ("Only warmth");
  step->kind = MYO_STEP_PREPARE;
  step->repeat = 1;
  step->pressure = -1;
  g_ptr_array_add (technique->steps, step);
  myo_session_desk_prepare (d->desk, muscle, technique, MYO_SIDE_LEFT, NULL);
  myo_session_desk_begin (d->desk);
  myo_session_desk_next (d->desk);
}

/* --- What is said of them --- */

#define PRAISE "Done. Well held."
#define ALL_SKIPPED "Nothing was held", "All holds were skipped. They can be done another time.", FALSE

static const struct
{
  const char *name;
  void      (*go) (Desk *d);
  const char *ended, *held;
  gboolean    anything;
} cases[] = {
  { "all-held", all_held, PRAISE, "7 holds, 3 min 10 s in all.", TRUE },
  { "all-released", all_released, PRAISE, "7 holds, 14 s in all.", TRUE },
  { "one-repeated", one_repeated, PRAISE, "8 holds, 3 min 14 s in all.", TRUE },
  { "one-skipped", one_skipped, "Done", "6 of 7 holds to their end, 3 min in all.", TRUE },
  { "one-skipped-half-way", one_skipped_half_way, "Done", "6 of 7 holds to their end, 3 min 6 s in all.", TRUE },
  { "all-skipped", all_skipped, ALL_SKIPPED },
  { "all-skipped-at-once", all_skipped_at_once, ALL_SKIPPED },
  { "stopped-before", stopped_before, "Stopped", "Nothing was held yet.", FALSE },
  { "stopped-in-hold", stopped_in_hold, "Stopped", "1 hold, 4 s in all.", TRUE },
  { "rest-skipped-later", rest_skipped_later, "Done", "2 of 7 holds to their end, 40 s in all.", TRUE },
  { "nothing-to-hold", nothing_to_hold, "Done", "", FALSE },
};

static void
test_what_is_said (Desk *d, gconstpointer unused)
{
  guint n = GPOINTER_TO_UINT (unused);

  cases[n].go (d);
  ASSERT_STATE (d, AFTER);
  desk_assert_text (d->desk, "ended", cases[n].ended);
  desk_assert_text (d->desk, "held", cases[n].held);
  g_assert_cmpint (desk_get_flag (d->desk, "anything-held"), ==, cases[n].anything);
}

/* --- What the change means --- */

typedef struct { int before, after; const char *start; } Change;

static void
assert_changes (Desk *d, const Change *changes)
{
  for (guint i = 0; changes[i].start != NULL; i++)
    {
      g_autofree char *words = NULL;

      g_object_set (d->desk, "pain-before", changes[i].before, "pain-after", changes[i].after, NULL);
      g_object_get (d->desk, "change", &words, NULL);
      g_assert_true (g_str_has_prefix (words, changes[i].start));
      g_assert_cmpint (*words == '\0', ==, *changes[i].start == '\0');
    }
}

static void
test_change_after_a_hold (Desk *d, gconstpointer unused)
{
  static const Change changes[] = {
    { 6, 4, "That is a change" }, { 3, 2, "That is a change" }, { 1, 0, "That is a change" }, { 7, 5, "That is a change" },
    { 4, 3, "A little less" }, { 10, 9, "A little less" }, { 5, 5, "No change yet" }, { 0, 0, "No pain, neither" },
    { 2, 3, "More pain than before: leave" }, { MYO_PAIN_UNKNOWN, 3, "" }, { 5, MYO_PAIN_UNKNOWN, "" }, { 0, 0, NULL },
  };

  stopped_in_hold (d);
  assert_changes (d, changes);
}

/* What was not done has changed nothing. */
static void
test_change_without_a_hold (Desk *d, gconstpointer unused)
{
  static const Change changes[] = {
    { 6, 3, "Less pain than before." }, { 5, 5, "As much pain as before." }, { 0, 0, "No pain, neither" },
    { 2, 3, "More pain than before, though nothing was held." }, { MYO_PAIN_UNKNOWN, 3, "" }, { 0, 0, NULL },
  };

  all_skipped (d);
  assert_changes (d, changes);
}

#define ADD(path, data, func) g_test_add ("/session-words/" path, Desk, data, desk_set_up_open, func, desk_tear_down)

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/session-words/", cases[i].name, NULL);

      g_test_add (path, Desk, GUINT_TO_POINTER (i), desk_set_up_open, test_what_is_said, desk_tear_down);
    }
  ADD ("change", NULL, test_change_after_a_hold);
  ADD ("change/nothing-held", NULL, test_change_without_a_hold);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
