/* What the session desk records: whole sessions, what was cut off and goes on, what is under way when the program ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-kit.h"

static void
count (guint *n)
{
  (*n)++;
}

/* --- A whole session --- */

static void
test_whole_session_is_recorded (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  desk_prepare (d);
  g_object_set (d->desk, "pain-before", 6, NULL);
  myo_session_desk_begin (d->desk);
  desk_pass_to_the_end (d);
  ASSERT_STATE (d, AFTER);
  ASSERT_PHASE (d, DONE);
  desk_assert_text (d->desk, "ended", "Done. Well held.");
  desk_assert_text (d->desk, "held", "7 holds, 3 min 10 s in all.");
  g_assert_false (desk_get_flag (d->desk, "can-go-on"));
  g_object_set (d->desk, "pain-after", 3, NULL);
  desk_assert_text (d->desk, "change", "That is a change that matters to most people.");
  myo_session_desk_finish (d->desk);
  ASSERT_STATE (d, IDLE);

  session = desk_dup_recorded (d);
  g_assert_cmpstr (session->muscle, ==, MUSCLE);
  g_assert_cmpstr (session->muscle_name, ==, "Infraspinatus");
  g_assert_cmpstr (session->technique, ==, TECHNIQUE);
  g_assert_cmpstr (session->technique_title, ==, "Ball against the wall");
  g_assert_cmpstr (session->atlas_version, ==, myo_atlas_get_version (atlas));
  g_assert_cmpint (session->side, ==, MYO_SIDE_LEFT);
  g_assert_cmpint (session->pain_before, ==, 6);
  g_assert_cmpint (session->pain_after, ==, 3);
  g_assert_cmpint (session->end, ==, MYO_END_DONE);
  g_assert_cmpuint (session->holds->len, ==, 7);
  g_assert_cmpstr (desk_nth_hold (session, 0)->point, ==, POINT);
  g_assert_cmpint (myo_session_get_held_ms (session), ==, 190000);
}

static void
put_in_drawing (MyoSessionDesk *desk, MyoSession *session, gpointer unused)
{
  session->drawing_before = g_strdup ("<pain-drawing/>");
  session->drawing_words = g_strdup ("Back of the shoulder, left");
}

static void
test_what_is_put_in_at_the_beginning (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL, amended = NULL;

  g_signal_connect (d->desk, "beginning", G_CALLBACK (put_in_drawing), NULL);
  desk_begin (d);
  myo_session_desk_stop (d->desk);
  myo_session_desk_finish (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpstr (session->drawing_words, ==, "Back of the shoulder, left");

  session->drawing_after = g_strdup ("<pain-drawing/>");
  g_string_truncate (d->diary, 0);
  myo_session_desk_amend (d->desk, session);
  desk_wait_for_diary (d, "recorded ");
  amended = desk_dup_recorded (d);
  g_assert_cmpstr (amended->drawing_after, ==, "<pain-drawing/>");
}

/* --- What was cut off --- */

/* In the second press of three, the first having been held to its end. */
static void
cut_off (Desk *d)
{
  desk_prepare (d);
  g_object_set (d->desk, "pain-before", 8, NULL);
  myo_session_desk_begin (d->desk);
  myo_session_desk_next (d->desk);
  myo_session_desk_next (d->desk);
  desk_pass (d, 5 + 10 + 5 + 30 + 15 + 2);
  desk_kill (d);
  desk_start (d);
  kit_must_open (&d->kit);
  g_string_truncate (d->diary, 0);
}

static void
offer_what_is_found (Desk *d)
{
  g_autoptr(MyoSession) found = kit_find_unfinished (&d->kit, NULL);

  g_assert_nonnull (found);
  myo_session_desk_offer (d->desk, found);
  g_assert_true (myo_session_desk_get_unfinished (d->desk) == found);
}

static void
test_goes_on_after_a_kill (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  cut_off (d);
  offer_what_is_found (d);
  ASSERT_STATE (d, IDLE);
  myo_session_desk_resume (d->desk);
  ASSERT_STATE (d, PREPARED);
  g_assert_null (myo_session_desk_get_unfinished (d->desk));
  desk_assert_text (d->desk, "begin-label", "Go on");
  g_assert_true (desk_get_flag (d->desk, "resuming"));
  g_assert_cmpstr (myo_routine_get_point (myo_session_desk_get_routine (d->desk)), ==, POINT);

  myo_session_desk_begin (d->desk);
  desk_assert_diary (d, "");
  desk_pass (d, 5 + 1);
  desk_assert_text (d->desk, "caption", "2 of 3");
  desk_pass_to_the_end (d);
  myo_session_desk_finish (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->pain_before, ==, 8);
  g_assert_cmpint (session->end, ==, MYO_END_DONE);
  g_assert_cmpuint (session->holds->len, ==, 7);
}

static void
test_what_was_cut_off_is_discarded (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  cut_off (d);
  offer_what_is_found (d);
  myo_session_desk_discard (d->desk);
  ASSERT_STATE (d, IDLE);
  desk_wait_for_diary (d, "recorded ");
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->end, ==, MYO_END_INTERRUPTED);
  g_assert_cmpuint (session->holds->len, ==, 2);
  g_assert_null (kit_find_unfinished (&d->kit, NULL));
}

static void
test_what_the_atlas_has_no_more_is_discarded (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) found = NULL, session = NULL;

  cut_off (d);
  found = kit_find_unfinished (&d->kit, NULL);
  g_free (found->technique);
  found->technique = g_strdup ("infraspinatus-of-another-pack");
  myo_session_desk_offer (d->desk, found);
  myo_session_desk_resume (d->desk);
  ASSERT_STATE (d, IDLE);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->end, ==, MYO_END_INTERRUPTED);
}

/* Two Myomaps were offered it, and the other one was quicker. */
static void
test_what_goes_on_elsewhere_is_left_there (Desk *d, gconstpointer unused)
{
  Kit other = { .folder = d->kit.folder, .records = d->kit.records };
  g_autoptr(MyoSession) found = NULL, still = NULL;

  cut_off (d);
  offer_what_is_found (d);
  kit_new_store (&other);
  kit_must_open (&other);
  found = kit_find_unfinished (&other, NULL);
  g_assert_cmpint (kit_save (&other, found, NULL), ==, found->id);

  myo_session_desk_resume (d->desk);
  myo_session_desk_begin (d->desk);
  desk_pass (d, 5 + 30);
  desk_settle (d);
  g_assert_cmpint (d->failed_code, ==, MYO_ERROR_ELSEWHERE);
  ASSERT_STATE (d, RUNNING);
  myo_session_desk_close (d->desk, NULL);
  still = kit_find_unfinished (&other, NULL);
  g_assert_cmpuint (still->holds->len, ==, found->holds->len);
  g_assert_cmpint (still->next_move, ==, found->next_move);
  g_clear_object (&other.store);
}

/* Who begins something else is asked about it at the next start. */
static void
test_another_session_leaves_it_as_it_is (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) other = NULL, found = NULL;
  guint n = 0;

  cut_off (d);
  g_signal_connect_swapped (d->desk, "notify::unfinished", G_CALLBACK (count), &n);
  offer_what_is_found (d);
  g_assert_cmpuint (n, ==, 1);
  desk_begin (d);
  g_assert_cmpuint (n, ==, 2);
  myo_session_desk_stop (d->desk);
  myo_session_desk_finish (d->desk);
  other = desk_dup_recorded (d);
  g_assert_cmpint (other->end, ==, MYO_END_STOPPED);
  found = kit_find_unfinished (&d->kit, NULL);
  g_assert_cmpint (found->pain_before, ==, 8);
}

/* --- The end --- */

static void
test_preparing_anew_ends_what_is_under_way (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 3);
  g_string_truncate (d->diary, 0);
  desk_prepare (d);
  ASSERT_STATE (d, PREPARED);
  desk_assert_text (d->desk, "awake-reason", "");
  session = desk_dup_recorded (d);
  desk_assert_diary (d, "recorded ");
  g_assert_cmpint (session->end, ==, MYO_END_STOPPED);
  myo_session_desk_begin (d->desk);
  myo_session_desk_stop (d->desk);
  desk_assert_text (d->desk, "held", "0 holds, 0 s in all.");
}

static void
test_without_records_it_goes_on (Desk *d, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 10);
  g_assert_false (myo_session_desk_close (d->desk, &error));
  g_assert_error (error, MYO_ERROR, d->failed_code);
  g_assert_cmpint (d->failed_code, ==, MYO_ERROR_STORE);
}

#define ADD(path, func) g_test_add ("/session-records/" path, Desk, NULL, desk_set_up_open, func, desk_tear_down)

static void
add_tests (void)
{
  ADD ("recorded", test_whole_session_is_recorded);
  ADD ("beginning", test_what_is_put_in_at_the_beginning);
  ADD ("unfinished/resume", test_goes_on_after_a_kill);
  ADD ("unfinished/discard", test_what_was_cut_off_is_discarded);
  ADD ("unfinished/unknown", test_what_the_atlas_has_no_more_is_discarded);
  ADD ("unfinished/elsewhere", test_what_goes_on_elsewhere_is_left_there);
  ADD ("unfinished/other", test_another_session_leaves_it_as_it_is);
  ADD ("anew", test_preparing_anew_ends_what_is_under_way);
  g_test_add ("/session-records/no-records", Desk, NULL, desk_set_up, test_without_records_it_goes_on, desk_tear_down);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
