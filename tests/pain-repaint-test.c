/* The pain before and after a session: what the session takes along, painting it anew, a pair of the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pain-desk-kit.h"

static MyoSession *
describe (Fixture *f, const char *muscle, MyoSide side)
{
  MyoSession *session = kit_session (g_get_real_time (), MYO_END_NONE);

  g_free (session->muscle);
  session->muscle = g_strdup (muscle);
  session->side = side;
  myo_pain_desk_describe_session (f->desk, session);
  return session;
}

static char *
join_lines (MyoPainComparison *comparison)
{
  GPtrArray *lines = myo_pain_comparison_get_lines (comparison);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", ((const MyoPainLine *) lines->pdata[i])->words);
  return g_string_free (text, FALSE);
}

/* --- What a session takes along --- */

static void
test_describes_a_session (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) without = describe (f, "infraspinatus", MYO_SIDE_RIGHT);
  g_autoptr(MyoSession) early = NULL, session = NULL;
  g_autofree char *text = NULL;

  g_assert_null (without->drawing_before);
  paint (f, 5);
  text = myo_pain_file_format (get_drawing (f));
  early = describe (f, "soleus", MYO_SIDE_LEFT);         /* the words follow when the body is measured */
  g_assert_cmpstr (early->drawing_before, ==, text);
  g_assert_false (myo_pain_study_is_ready (myo_pain_desk_get_study (f->desk)));
  measure_body (f);
  g_assert_cmpstr (early->drawing_before, ==, text);
  g_assert_cmpstr (early->drawing_words, ==, "Right: Front of the shoulder.");
  session = describe (f, "soleus", MYO_SIDE_LEFT);
  g_assert_cmpstr (session->drawing_words, ==, early->drawing_words);
}

/* A drawing of last time belongs only to a session about a muscle that explains it. */
static void
test_drawing_of_last_time (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) other = NULL, same = NULL, side = NULL, anew = NULL;
  g_autofree char *text = NULL;

  kit_must_open (&f->kit);
  paint (f, 5);
  text = myo_pain_file_format (get_drawing (f));
  myo_pain_desk_begin_new (f->desk);
  kit_save_draft (&f->kit, text, NULL);
  myo_pain_desk_load_draft (f->desk);
  while (f->n_restored == 0)
    g_main_context_iteration (NULL, TRUE);
  while (!myo_pain_study_is_ready (myo_pain_desk_get_study (f->desk)))
    g_main_context_iteration (NULL, TRUE);

  other = describe (f, "soleus", MYO_SIDE_RIGHT);
  g_assert_null (other->drawing_before);
  same = describe (f, "infraspinatus", MYO_SIDE_RIGHT);
  g_assert_cmpstr (same->drawing_before, ==, text);
  side = describe (f, "infraspinatus", MYO_SIDE_LEFT);
  g_assert_null (side->drawing_before);
  paint (f, 6);
  anew = describe (f, "soleus", MYO_SIDE_RIGHT);
  g_assert_nonnull (anew->drawing_before);
}

/* --- Painting it anew --- */

/* A session about the painted pain, finished; the drawing has changed since it began. */
static MyoSession *
finish_session (Fixture *f)
{
  MyoSession *session;

  paint (f, 6);
  session = describe (f, "infraspinatus", MYO_SIDE_RIGHT);
  paint (f, 9);
  myo_pain_desk_offer_repaint (f->desk, session);
  wait_for_reading (f);
  return session;
}

static void
test_repaint_and_amend (Fixture *f, gconstpointer unused)
{
  MyoPainComparison *repaint = myo_pain_desk_get_repaint (f->desk);
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr(MyoSession) session = NULL;

  measure_body (f);
  session = finish_session (f);
  assert_at (f, MYO_WAY_REPAINT);
  g_assert_cmpint (myo_pain_tool_get_kind (myo_pain_desk_get_tool (f->desk)), ==, MYO_PAIN_TOOL_BRUSH);
  g_assert_true (myo_pain_comparison_is_live (repaint) && myo_pain_comparison_is_ready (repaint));
  before = myo_pain_file_format (get_drawing (f));
  g_assert_cmpstr (before, ==, session->drawing_before);
  g_assert_null (f->repainted);

  paint (f, 2);
  assert_at (f, MYO_WAY_REPAINT);
  after = myo_pain_file_format (get_drawing (f));
  myo_pain_desk_end_repaint (f->desk);
  g_assert_true (f->repainted == session);
  g_assert_cmpstr (session->drawing_after, ==, after);
  assert_at (f, MYO_WAY_PAIN);

  g_clear_pointer (&f->repainted, myo_session_unref);
  myo_pain_desk_end_repaint (f->desk);
  g_assert_null (f->repainted);
}

/* The row of that session may be another's in the records that were brought back. */
static void
test_other_records_take_no_amendment (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  kit_must_open (&f->kit);
  session = finish_session (f);
  assert_at (f, MYO_WAY_REPAINT);
  myo_pain_desk_reload_draft (f->desk);
  assert_at (f, MYO_WAY_HOME);
  myo_pain_desk_end_repaint (f->desk);
  g_assert_null (f->repainted);
  while (!myo_pain_drawing_is_empty (get_drawing (f)))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_as_before (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = finish_session (f);

  paint (f, 2);
  myo_pain_desk_repaint_same (f->desk);
  g_assert_true (f->repainted == session);
  g_assert_cmpstr (session->drawing_after, ==, session->drawing_before);
}

static void
test_gone (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = finish_session (f);

  myo_pain_desk_clear (f->desk);
  assert_at (f, MYO_WAY_REPAINT);
  myo_pain_desk_end_repaint (f->desk);
  g_assert_nonnull (session->drawing_after);
  assert_at (f, MYO_WAY_HOME);
}

static void
test_nothing_to_repaint (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1, MYO_END_DONE);

  myo_pain_desk_offer_repaint (f->desk, NULL);
  myo_pain_desk_offer_repaint (f->desk, session);
  session->drawing_before = g_strdup ("<pain-drawing");
  myo_pain_desk_offer_repaint (f->desk, session);
  wait_for_reading (f);
  g_assert_cmpint (f->failed_code, ==, MYO_ERROR_PAIN_DRAWING);
  assert_at (f, MYO_WAY_HOME);
  myo_pain_desk_end_repaint (f->desk);
  g_assert_null (f->repainted);
}

/* Another drawing belongs to another pain. */
static void
test_new_drawing_ends_it (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = finish_session (f);

  myo_pain_desk_begin_new (f->desk);
  paint (f, 3);
  myo_pain_desk_end_repaint (f->desk);
  g_assert_null (f->repainted);
  g_assert_null (session->drawing_after);
}

static void
test_lines_follow_the_brush (Fixture *f, gconstpointer unused)
{
  MyoPainComparison *repaint = myo_pain_desk_get_repaint (f->desk);
  g_autofree char *early = NULL, *first = NULL, *second = NULL;
  g_autoptr(MyoSession) session = NULL;
  const MyoPainLine *line;
  guint n_changed = 0;

  session = finish_session (f);
  early = join_lines (repaint);
  g_assert_cmpstr (early, ==, "");
  g_assert_null (myo_pain_comparison_get_summary (repaint));
  while (!myo_pain_study_is_ready (myo_pain_desk_get_study (f->desk)))
    g_main_context_iteration (NULL, TRUE);
  pass (f, 100);
  g_signal_connect_swapped (repaint, "changed", G_CALLBACK (count), &n_changed);
  first = join_lines (repaint);
  g_assert_nonnull (strstr (first, "Front of the shoulder, right: unchanged"));
  g_assert_true (g_str_has_prefix (myo_pain_comparison_get_summary (repaint), "The pain is unchanged"));

  myo_pain_desk_clear (f->desk);
  pass (f, 99);
  g_assert_cmpuint (n_changed, ==, 0);
  pass (f, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  second = join_lines (repaint);
  g_assert_nonnull (strstr (second, "Front of the shoulder, right: gone"));
  g_assert_true (g_str_has_prefix (myo_pain_comparison_get_summary (repaint), "The pain is gone"));
  line = myo_pain_comparison_get_lines (repaint)->pdata[0];
  g_assert_cmpfloat (line->before, ==, 1);
  g_assert_cmpfloat (line->after, ==, 0);
}

/* --- A pair of the history --- */

#define DRAWING(intensity) \
  "<pain-drawing xmlns=\"https://myomap.github.io/ns/pain-drawing/1\" version=\"1\">" \
  "<stroke view=\"front\" intensity=\"" #intensity "\" quality=\"ache\">200,350 12 205,380 12</stroke></pain-drawing>"

static MyoSession *
stored_session (const char *before, const char *after)
{
  MyoSession *session = kit_session (1, MYO_END_DONE);

  session->drawing_before = g_strdup (before);
  session->drawing_after = g_strdup (after);
  return session;
}

static int
get_stored_intensity (Fixture *f)
{
  MyoPainDrawing *stored = myo_pain_desk_get_stored (f->desk);

  return stored != NULL ? ((const MyoStroke *) myo_pain_drawing_get_strokes (stored)->pdata[0])->intensity : 0;
}

static void
test_pair_is_looked_at (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = stored_session (DRAWING (8), DRAWING (2));
  MyoPainTool *tool = myo_pain_desk_get_tool (f->desk);

  paint (f, 5);
  myo_pain_desk_paint (f->desk);
  myo_way_go (f->way, MYO_WAY_HOME);
  g_assert_true (show_stored (f, session));
  assert_at (f, MYO_WAY_PAIR);
  g_assert_cmpint (get_stored_intensity (f), ==, 2);
  g_assert_cmpint (myo_pain_tool_get_kind (tool), ==, MYO_PAIN_TOOL_HAND);
  myo_pain_desk_look_at (f->desk, FALSE);
  g_assert_cmpint (get_stored_intensity (f), ==, 8);

  /* What is not in sight is not changed. */
  g_assert_false (myo_pain_desk_can_undo (f->desk) || myo_pain_desk_can_clear (f->desk));
  myo_pain_desk_clear (f->desk);
  myo_pain_desk_undo (f->desk);
  g_assert_true (myo_pain_desk_can_export (f->desk));

  myo_pain_tool_set_kind (tool, MYO_PAIN_TOOL_BRUSH);
  assert_at (f, MYO_WAY_PAIN);
  g_assert_null (myo_pain_desk_get_stored (f->desk));
  g_assert_true (myo_pain_desk_can_clear (f->desk));
  myo_way_go_back (f->way);
  g_assert_cmpint (get_stored_intensity (f), ==, 8);
  g_assert_cmpint (myo_pain_tool_get_kind (tool), ==, MYO_PAIN_TOOL_HAND);
}

static void
test_pair_in_words (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) both = stored_session (DRAWING (8), DRAWING (2)), one = stored_session (DRAWING (8), NULL);
  MyoPainComparison *pair = myo_pain_desk_get_pair (f->desk);
  g_autofree char *changed = NULL, *told = NULL;

  measure_body (f);
  show_stored (f, both);
  g_assert_true (myo_pain_comparison_is_compared (pair) && !myo_pain_comparison_is_live (pair));
  changed = join_lines (pair);
  g_assert_nonnull (strstr (changed, "8 → 2 of 10"));

  show_stored (f, one);
  g_assert_false (myo_pain_comparison_is_compared (pair));
  g_assert_cmpint (get_stored_intensity (f), ==, 8);
  told = join_lines (pair);
  g_assert_nonnull (strstr (told, "Front of the shoulder, right: aching, 8 of 10"));
  g_assert_cmpstr (myo_pain_comparison_get_summary (pair), ==, "Right: Front of the shoulder.");
}

/* Two stored drawings change no more once the body is measured, whatever is painted. */
static void
test_pair_waits_for_the_body (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = stored_session (DRAWING (8), NULL);
  MyoPainComparison *pair = myo_pain_desk_get_pair (f->desk);
  g_autofree char *early = NULL, *told = NULL;
  guint n_changed = 0;

  g_signal_connect_swapped (pair, "changed", G_CALLBACK (count), &n_changed);
  show_stored (f, session);
  g_assert_false (myo_pain_comparison_is_ready (pair));
  early = join_lines (pair);
  g_assert_cmpstr (early, ==, "");
  measure_body (f);
  pass (f, 100);
  g_assert_cmpuint (n_changed, ==, 1);
  told = join_lines (pair);
  g_assert_nonnull (strstr (told, "Front of the shoulder, right: aching, 8 of 10"));
  paint (f, 3);
  pass (f, 200);
  g_assert_cmpuint (n_changed, ==, 1);
}

static void
test_pair_and_session (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = stored_session (DRAWING (8), NULL), bad = stored_session (DRAWING (8), "<pain-drawing");

  g_assert_false (show_stored (f, bad));
  g_assert_cmpint (f->failed_code, ==, MYO_ERROR_PAIN_DRAWING);
  assert_at (f, MYO_WAY_HOME);
  myo_way_go (f->way, MYO_WAY_SESSION);
  g_assert_true (show_stored (f, session));
  assert_at (f, MYO_WAY_SESSION);
  g_assert_null (myo_pain_desk_get_stored (f->desk));
}

#define ADD(path, func) g_test_add ("/pain-repaint/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_atlas ();
  ADD ("session", test_describes_a_session);
  ADD ("last-time", test_drawing_of_last_time);
  ADD ("amend", test_repaint_and_amend);
  ADD ("same", test_as_before);
  ADD ("other-records", test_other_records_take_no_amendment);
  ADD ("gone", test_gone);
  ADD ("nothing", test_nothing_to_repaint);
  ADD ("new", test_new_drawing_ends_it);
  ADD ("lines", test_lines_follow_the_brush);
  ADD ("pair/map", test_pair_is_looked_at);
  ADD ("pair/words", test_pair_in_words);
  ADD ("pair/waits", test_pair_waits_for_the_body);
  ADD ("pair/session", test_pair_and_session);
  status = g_test_run ();
  close_atlas ();
  return status;
}
