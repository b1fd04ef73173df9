/* What a row of the history says about a session.  The tests run in UTC.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-history-entry.h"

#define DAY (24 * 60 * 60 * (gint64) G_USEC_PER_SEC)
/* Monday, 3 November 2025, 18:05. */
#define MONDAY (G_GINT64_CONSTANT (1762193100) * G_USEC_PER_SEC)

static MyoSession *
new_session (gint64 started_at)
{
  MyoSession *session = myo_session_new ();

  session->started_at = started_at;
  session->muscle_name = g_strdup ("Infraspinatus");
  session->technique_title = g_strdup ("Ball against a wall");
  session->side = MYO_SIDE_RIGHT;
  session->pain_before = MYO_PAIN_UNKNOWN;
  session->pain_after = MYO_PAIN_UNKNOWN;
  session->end = MYO_END_STOPPED;
  return session;
}

static MyoHold *
add_hold (MyoSession *session, int held_ms)
{
  MyoHold *hold = myo_hold_new ();

  hold->side = MYO_SIDE_RIGHT;
  hold->planned_ms = 30000;
  hold->held_ms = held_ms;
  hold->pressure = -1;
  hold->end = MYO_END_DONE;
  g_ptr_array_add (session->holds, hold);
  return hold;
}

static void
assert_text (MyoHistoryEntry *entry, const char *property, const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (entry, property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_title_and_detail (void)
{
  g_autoptr(MyoSession) session = new_session (MONDAY);
  g_autoptr(MyoHistoryEntry) entry = NULL;

  add_hold (session, 30000);
  add_hold (session, 15000);
  entry = myo_history_entry_new (session);
  g_assert_true (myo_history_entry_get_session (entry) == session);
  assert_text (entry, "title", "18:05 · Infraspinatus, right");
  assert_text (entry, "detail", "Ball against a wall\n2 holds, 45 s · stopped early");
}

/* What was skipped is not held, and a session of nothing else was no session that was done. */
static void
test_what_was_skipped_does_not_count (void)
{
  g_autoptr(MyoSession) session = new_session (MONDAY);
  g_autoptr(MyoHistoryEntry) entry = myo_history_entry_new (session);

  assert_text (entry, "detail", "Ball against a wall\nnothing held");
  add_hold (session, 300);
  assert_text (entry, "detail", "Ball against a wall\nnothing held");
  add_hold (session, 30000);
  assert_text (entry, "detail", "Ball against a wall\n1 hold, 30 s · stopped early");
}

static void
test_pain (void)
{
  static const struct { int before, after; const char *words; } cases[] = {
    { 6, 3, "Pain 6 → 3" }, { 0, 0, "Pain 0 → 0" }, { 6, MYO_PAIN_UNKNOWN, "Pain before: 6" },
    { MYO_PAIN_UNKNOWN, 2, "Pain after: 2" }, { MYO_PAIN_UNKNOWN, MYO_PAIN_UNKNOWN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(MyoSession) session = new_session (MONDAY);
      g_autoptr(MyoHistoryEntry) entry = NULL;

      session->pain_before = cases[i].before;
      session->pain_after = cases[i].after;
      entry = myo_history_entry_new (session);
      assert_text (entry, "pain", cases[i].words);
    }
}

static void
test_drawing (void)
{
  g_autoptr(MyoSession) with = new_session (MONDAY), without = new_session (MONDAY);
  g_autoptr(MyoHistoryEntry) painted = NULL, plain = NULL;
  gboolean has_drawing;

  with->drawing_before = g_strdup ("<drawing/>");
  with->drawing_words = g_strdup ("Front of the shoulder, right");
  painted = myo_history_entry_new (with);
  plain = myo_history_entry_new (without);
  assert_text (painted, "places", "Front of the shoulder, right");
  assert_text (plain, "places", "");
  g_object_get (painted, "has-drawing", &has_drawing, NULL);
  g_assert_true (has_drawing);
  g_object_get (plain, "has-drawing", &has_drawing, NULL);
  g_assert_false (has_drawing);
}

static void
test_days (void)
{
  static const struct { gint64 later; const char *words; } cases[] = {
    { 0, "Today" }, { 5 * 60 * 60 * (gint64) G_USEC_PER_SEC, "Today" }, { 6 * 60 * 60 * (gint64) G_USEC_PER_SEC, "Yesterday" },
    { DAY, "Yesterday" }, { 2 * DAY, "Monday, 3 November 2025" }, { 365 * DAY, "Monday, 3 November 2025" },
  };
  g_autoptr(MyoSession) session = new_session (MONDAY);
  g_autoptr(MyoHistoryEntry) entry = myo_history_entry_new (session);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = myo_history_entry_describe_day (entry, MONDAY + cases[i].later);

      g_assert_cmpstr (day, ==, cases[i].words);
    }
}

static void
test_same_day (void)
{
  g_autoptr(MyoSession) evening = new_session (MONDAY), morning = new_session (MONDAY - DAY / 2), year_ago = new_session (MONDAY - 365 * DAY);
  g_autoptr(MyoHistoryEntry) a = myo_history_entry_new (evening), b = myo_history_entry_new (morning), c = myo_history_entry_new (year_ago);

  g_assert_true (myo_history_entry_is_same_day (a, b));
  g_assert_false (myo_history_entry_is_same_day (a, c));
}

static void
test_holds (void)
{
  g_autoptr(MyoSession) session = new_session (MONDAY);
  g_autoptr(MyoHistoryEntry) entry = NULL;
  g_auto(GStrv) lines = NULL;
  MyoHold *hold;

  add_hold (session, 30000);
  hold = add_hold (session, 12000);
  hold->side = MYO_SIDE_LEFT;
  hold->pressure = 5;
  hold->known_pain = hold->twitch = TRUE;
  hold->end = MYO_END_RELEASED;
  entry = myo_history_entry_new (session);
  lines = myo_history_entry_describe_holds (entry);
  g_assert_cmpuint (g_strv_length (lines), ==, 2);
  g_assert_cmpstr (lines[0], ==, "30 s of 30 s, right");
  g_assert_cmpstr (lines[1], ==, "12 s of 30 s, left, pressure 5 of 10, known pain, twitch, softened");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history-entry/title", test_title_and_detail);
  g_test_add_func ("/history-entry/skipped", test_what_was_skipped_does_not_count);
  g_test_add_func ("/history-entry/pain", test_pain);
  g_test_add_func ("/history-entry/drawing", test_drawing);
  g_test_add_func ("/history-entry/days", test_days);
  g_test_add_func ("/history-entry/same-day", test_same_day);
  g_test_add_func ("/history-entry/holds", test_holds);
  return g_test_run ();
}
