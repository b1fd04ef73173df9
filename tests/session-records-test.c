/* What the session desk records: whole sessions, what was cut off and goes on, what is under way when the program ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-kit.h"
#include "myo-session-words.h"

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
test_what_was_cut_off_is_ended (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;
  const MyoHold *last;

  cut_off (d);
  offer_what_is_found (d);
  myo_session_desk_end_unfinished (d->desk);
  ASSERT_STATE (d, IDLE);
  desk_wait_for_diary (d, "recorded ");
  session = desk_dup_recorded (d);
  last = desk_nth_hold (session, 1);
  g_assert_cmpint (session->end, ==, MYO_END_INTERRUPTED);
  g_assert_cmpint (session->ended_at, ==, last->started_at + last->held_ms * 1000);
  g_assert_cmpuint (session->holds->len, ==, 2);
  g_assert_null (kit_find_unfinished (&d->kit, NULL));
}

static void
test_what_was_cut_off_is_left_for_later (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) still = NULL;

  cut_off (d);
  offer_what_is_found (d);
  myo_session_desk_postpone (d->desk);
  g_assert_null (myo_session_desk_get_unfinished (d->desk));
  ASSERT_STATE (d, IDLE);
  desk_kill (d);
  desk_start (d);
  kit_must_open (&d->kit);
  still = kit_find_unfinished (&d->kit, NULL);
  g_assert_cmpuint (still->holds->len, ==, 2);
}

/* --- What the atlas has no more --- */

/* What was found, of @muscle (nullable: the one that it is of) and @technique. */
static void
offer_what_is_gone (Desk *d, const char *muscle, const char *technique)
{
  g_autoptr(MyoSession) found = kit_find_unfinished (&d->kit, NULL);

  if (muscle != NULL)
    g_free (found->muscle);
  if (muscle != NULL)
    found->muscle = g_strdup (muscle);
  g_free (found->technique);
  found->technique = g_strdup (technique);
  myo_session_desk_offer (d->desk, found);
}

static void
assert_words (Desk *d, const char *expected)
{
  g_autofree char *words = myo_session_words_unfinished (atlas, myo_session_desk_get_unfinished (d->desk));

  g_assert_nonnull (strstr (words, expected));
}

/* It stays what it is until the person says what becomes of it. */
static void
test_what_the_atlas_has_no_more_is_left (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) still = NULL, session = NULL;

  cut_off (d);
  offer_what_is_found (d);
  g_assert_true (myo_session_desk_can_resume (d->desk));
  assert_words (d, "Infraspinatus, left: Ball against the wall. 40 s were held before it was cut off.");
  assert_words (d, "it stays in the history");

  offer_what_is_gone (d, "muscle-of-another-pack", TECHNIQUE);
  g_assert_false (myo_session_desk_can_resume (d->desk));
  assert_words (d, "this muscle is not in the atlas any more");
  offer_what_is_gone (d, NULL, "infraspinatus-of-another-pack");
  g_assert_false (myo_session_desk_can_resume (d->desk));
  assert_words (d, "this technique is not in the atlas any more");
  myo_session_desk_resume (d->desk);
  ASSERT_STATE (d, IDLE);
  g_assert_nonnull (myo_session_desk_get_unfinished (d->desk));
  still = kit_find_unfinished (&d->kit, NULL);
  g_assert_nonnull (still);

  myo_session_desk_end_unfinished (d->desk);
  session = desk_dup_recorded (d);
  g_assert_cmpint (session->end, ==, MYO_END_INTERRUPTED);
  g_assert_cmpint (myo_session_get_held_ms (session), ==, 40000);
}

static void
test_what_held_nothing_says_so (Desk *d, gconstpointer unused)
{
  desk_begin (d);
  desk_kill (d);
  desk_start (d);
  kit_must_open (&d->kit);
  offer_what_is_found (d);
  assert_words (d, "Nothing was held yet when it was cut off.");
}

/* --- While something else is under way --- */

/* Records that are opened late, or anew, have what this desk does without an end. */
static void
test_what_is_under_way_is_not_offered (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) found = NULL, old = NULL;

  desk_begin (d);
  desk_settle (d);
  found = kit_find_unfinished (&d->kit, NULL);
  myo_session_desk_offer (d->desk, found);
  g_assert_null (myo_session_desk_get_unfinished (d->desk));
  myo_session_desk_stop (d->desk);
  myo_session_desk_finish (d->desk);
  g_assert_null (myo_session_desk_get_unfinished (d->desk));

  desk_begin (d);
  desk_settle (d);
  desk_kill (d);
  desk_start (d);
  kit_must_open (&d->kit);
  offer_what_is_found (d);
  old = myo_session_ref (myo_session_desk_get_unfinished (d->desk));
  myo_session_desk_resume (d->desk);
  myo_session_desk_offer (d->desk, old);
  g_assert_null (myo_session_desk_get_unfinished (d->desk));
}

/* Busy hands are not asked about another session. */
static void
test_is_offered_when_the_hands_are_free (Desk *d, gconstpointer unused)
{
  g_autoptr(MyoSession) found = NULL;

  cut_off (d);
  found = kit_find_unfinished (&d->kit, NULL);
  desk_begin (d);
  myo_session_desk_offer (d->desk, found);
  g_assert_null (myo_session_desk_get_unfinished (d->desk));
  myo_session_desk_stop (d->desk);
  g_assert_null (myo_session_desk_get_unfinished (d->desk));
  myo_session_desk_finish (d->desk);
  g_assert_true (myo_session_desk_get_unfinished (d->desk) == found);
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
  desk_assert_text (d->desk, "held", "Nothing was held yet.");
}

/* Returns: (transfer none) (nullable) */
static const GError *
get_unwritten (Desk *d)
{
  static GError *fault;

  g_clear_error (&fault);
  g_object_get (d->desk, "unwritten", &fault, NULL);
  return fault;
}

/* Until it is written, or cannot be because the session is gone. */
static void
test_what_is_not_written_yet (Desk *d, gconstpointer unused)
{
  guint n = 0;

  kit_close (&d->kit);
  g_signal_connect_swapped (d->desk, "notify::unwritten", G_CALLBACK (count), &n);
  g_assert_null (get_unwritten (d));
  desk_begin (d);
  desk_settle (d);
  g_assert_error (get_unwritten (d), MYO_ERROR, MYO_ERROR_STORE);
  g_assert_cmpuint (n, >, 0);

  kit_must_open (&d->kit);
  desk_pass (d, 5 + 60);
  WAIT_UNTIL (get_unwritten (d) == NULL);
  kit_close (&d->kit);
  myo_session_desk_stop (d->desk);
  desk_settle (d);
  g_assert_nonnull (get_unwritten (d));
  kit_remove (d->kit.records);
  kit_must_open (&d->kit);
  desk_pass (d, 60);
  WAIT_UNTIL (get_unwritten (d) == NULL);
  g_signal_handlers_disconnect_by_data (d->desk, &n);
}

static void
test_without_records_it_goes_on (Desk *d, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  desk_begin (d);
  desk_pass (d, 5 + 10);
  desk_settle (d);
  g_assert_error (get_unwritten (d), MYO_ERROR, MYO_ERROR_STORE);
  g_assert_false (myo_session_desk_close (d->desk, &error));
  g_assert_error (error, MYO_ERROR, d->failed_code);
  g_assert_cmpint (d->failed_code, ==, MYO_ERROR_STORE);
}

#define ADD(path, func) g_test_add ("/session-records/" path, Desk, NULL, desk_set_up_open, func, desk_tear_down)

static void
add_tests (void)
{
  ADD ("unwritten", test_what_is_not_written_yet);
  ADD ("recorded", test_whole_session_is_recorded);
  ADD ("beginning", test_what_is_put_in_at_the_beginning);
  ADD ("unfinished/resume", test_goes_on_after_a_kill);
  ADD ("unfinished/ended", test_what_was_cut_off_is_ended);
  ADD ("unfinished/later", test_what_was_cut_off_is_left_for_later);
  ADD ("unfinished/gone", test_what_the_atlas_has_no_more_is_left);
  ADD ("unfinished/nothing-held", test_what_held_nothing_says_so);
  ADD ("unfinished/own", test_what_is_under_way_is_not_offered);
  ADD ("unfinished/busy", test_is_offered_when_the_hands_are_free);
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
