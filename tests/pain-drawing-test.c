/* A pain drawing, the tool it is made with, and what was found beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-findings.h"
#include "myo-pain-drawing.h"
#include "myo-pain-tool.h"

static MyoStroke *
make_stroke (double x)
{
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_BACK, MYO_SIDE_MIDDLE, 6, MYO_QUALITY_BURNING);

  g_assert_true (myo_stroke_add_dab (stroke, x, 300, 11));
  g_assert_true (myo_stroke_add_dab (stroke, x + 20, 310, 11));
  return stroke;
}

static guint
count (MyoPainDrawing *drawing)
{
  return myo_pain_drawing_get_strokes (drawing)->len;
}

/* --- Qualities and strokes --- */

static void
test_qualities_have_names (void)
{
  for (guint i = 0; i < MYO_N_QUALITIES; i++)
    {
      MyoQuality back;

      g_assert_true (myo_quality_from_nick (myo_quality_get_nick ((MyoQuality) i), &back));
      g_assert_cmpint (back, ==, i);
    }
  g_assert_false (myo_quality_from_nick ("itching", &(MyoQuality) { 0 }));
  g_assert_false (myo_quality_from_nick (NULL, &(MyoQuality) { 0 }));
}

static void
test_strokes_stay_within_limits (void)
{
  g_autoptr(MyoStroke) loud = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 99, MYO_QUALITY_ACHE);
  g_autoptr(MyoStroke) eraser = myo_stroke_new (MYO_STROKE_ERASER, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 7, MYO_QUALITY_NUMB);

  g_assert_cmpint (loud->intensity, ==, 10);
  g_assert_cmpint (eraser->intensity, ==, 0);
  g_assert_true (myo_stroke_add_dab (loud, 1, 1, 1000));
  g_assert_true (myo_stroke_add_dab (loud, 1, 1, 0));
  g_assert_cmpfloat (g_array_index (loud->dabs, MyoDab, 0).radius, ==, MYO_DAB_MAX_RADIUS);
  g_assert_cmpfloat (g_array_index (loud->dabs, MyoDab, 1).radius, ==, MYO_DAB_MIN_RADIUS);
  while (loud->dabs->len < MYO_STROKE_MAX_DABS)
    g_assert_true (myo_stroke_add_dab (loud, 1, 1, 5));
  g_assert_false (myo_stroke_add_dab (loud, 1, 1, 5));
}

static void
test_equal_strokes (void)
{
  g_autoptr(MyoStroke) a = make_stroke (400), b = myo_stroke_copy (a), c = make_stroke (401);
  g_autoptr(MyoStroke) left = myo_stroke_new_region (MYO_STROKE_BRUSH, "temple", MYO_SIDE_LEFT, 5, MYO_QUALITY_ACHE);
  g_autoptr(MyoStroke) right = myo_stroke_new_region (MYO_STROKE_BRUSH, "temple", MYO_SIDE_RIGHT, 5, MYO_QUALITY_ACHE);

  g_assert_true (myo_stroke_equal (a, b));
  g_assert_false (myo_stroke_equal (a, c));
  g_assert_false (myo_stroke_equal (left, right));
  b->intensity = 2;
  g_assert_false (myo_stroke_equal (a, b));
}

/* --- Undo --- */

static void
test_undo_and_redo (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();

  g_assert_true (myo_pain_drawing_is_empty (drawing));
  g_assert_false (myo_pain_drawing_can_undo (drawing));
  myo_pain_drawing_undo (drawing);
  myo_pain_drawing_add (drawing, make_stroke (400));
  myo_pain_drawing_add (drawing, make_stroke (500));
  myo_pain_drawing_undo (drawing);
  g_assert_cmpuint (count (drawing), ==, 1);
  g_assert_true (myo_pain_drawing_can_redo (drawing));
  myo_pain_drawing_redo (drawing);
  g_assert_cmpuint (count (drawing), ==, 2);
  g_assert_false (myo_pain_drawing_can_redo (drawing));

  /* What was undone is gone once something else is painted. */
  myo_pain_drawing_undo (drawing);
  myo_pain_drawing_add (drawing, make_stroke (600));
  g_assert_false (myo_pain_drawing_can_redo (drawing));
  g_assert_cmpfloat (g_array_index (((MyoStroke *) myo_pain_drawing_get_strokes (drawing)->pdata[1])->dabs, MyoDab, 0).x, ==, 600);
}

/* A drawing is read stroke by stroke: what shows is not listed anew each time. */
static void
test_list_grows_with_the_drawing (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  GPtrArray *strokes = myo_pain_drawing_get_strokes (drawing);

  for (guint i = 0; i < 3; i++)
    {
      MyoStroke *stroke = make_stroke (400 + i);

      myo_pain_drawing_add (drawing, stroke);
      g_assert_true (myo_pain_drawing_get_strokes (drawing) == strokes);
      g_assert_cmpuint (strokes->len, ==, i + 1);
      g_assert_true (strokes->pdata[i] == stroke);
    }
  myo_pain_drawing_undo (drawing);
  myo_pain_drawing_undo (drawing);
  myo_pain_drawing_add (drawing, make_stroke (500));
  g_assert_cmpuint (count (drawing), ==, 2);
  myo_pain_drawing_add (drawing, myo_stroke_new (MYO_STROKE_CLEAR, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 0, MYO_QUALITY_ACHE));
  myo_pain_drawing_add (drawing, make_stroke (600));
  g_assert_cmpuint (count (drawing), ==, 1);
}

static void
test_clear_can_be_undone (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();

  myo_pain_drawing_add (drawing, make_stroke (400));
  myo_pain_drawing_add (drawing, make_stroke (500));
  myo_pain_drawing_clear (drawing);
  g_assert_true (myo_pain_drawing_is_empty (drawing));
  myo_pain_drawing_add (drawing, make_stroke (600));
  g_assert_cmpuint (count (drawing), ==, 1);
  myo_pain_drawing_undo (drawing);
  myo_pain_drawing_undo (drawing);
  g_assert_cmpuint (count (drawing), ==, 2);
}

static void
test_set_is_one_step (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new (), other = myo_pain_drawing_new (), copy = NULL;

  myo_pain_drawing_add (drawing, make_stroke (400));
  myo_pain_drawing_add (other, make_stroke (500));
  myo_pain_drawing_add (other, make_stroke (600));
  myo_pain_drawing_set (drawing, other);
  g_assert_true (myo_pain_drawing_equal (drawing, other));
  copy = myo_pain_drawing_copy (drawing);
  g_assert_true (myo_pain_drawing_equal (copy, other));
  myo_pain_drawing_undo (drawing);
  g_assert_cmpuint (count (drawing), ==, 1);
  g_assert_cmpuint (count (copy), ==, 2);
}

static void
test_reset_remembers_nothing (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();

  myo_pain_drawing_add (drawing, make_stroke (400));
  myo_pain_drawing_undo (drawing);
  myo_pain_drawing_reset (drawing);
  g_assert_false (myo_pain_drawing_can_undo (drawing));
  g_assert_false (myo_pain_drawing_can_redo (drawing));
}

static void
test_a_full_drawing_takes_no_more (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();

  for (guint i = 0; i < MYO_DRAWING_MAX_STROKES; i++)
    g_assert_true (myo_pain_drawing_add (drawing, make_stroke (i % 500)));
  g_assert_false (myo_pain_drawing_add (drawing, make_stroke (1)));
  g_assert_cmpuint (count (drawing), ==, MYO_DRAWING_MAX_STROKES);
  myo_pain_drawing_undo (drawing);
  g_assert_true (myo_pain_drawing_add (drawing, make_stroke (1)));
}

/* Places and ground of all strokes together are bounded; what was taken back makes room. */
static void
test_all_strokes_together (void)
{
  g_autoptr(MyoPainDrawing) places = myo_pain_drawing_new (), ground = myo_pain_drawing_new ();
  g_autoptr(MyoStroke) wide = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 5, MYO_QUALITY_ACHE);
  g_autoptr(MyoStroke) full = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 5, MYO_QUALITY_ACHE);
  guint n = 0;

  while (full->dabs->len < MYO_STROKE_MAX_DABS)
    myo_stroke_add_dab (full, full->dabs->len % 100, 300, 2);
  for (guint i = 0; i < MYO_DRAWING_MAX_DABS / MYO_STROKE_MAX_DABS; i++)
    g_assert_true (myo_pain_drawing_add (places, myo_stroke_copy (full)));
  g_assert_cmpint (myo_pain_drawing_check (places, wide), ==, MYO_DRAWING_LIMIT_NONE);
  myo_stroke_add_dab (wide, 0, 0, 60);
  g_assert_cmpint (myo_pain_drawing_check (places, wide), ==, MYO_DRAWING_LIMIT_DABS);
  myo_pain_drawing_undo (places);
  g_assert_true (myo_pain_drawing_add (places, myo_stroke_copy (wide)));

  myo_stroke_add_dab (wide, 720, 1780, 60);
  g_assert_cmpfloat (myo_stroke_get_ground (wide), >, 720 * 1780 + 120 * 1900);
  while (myo_pain_drawing_check (ground, wide) == MYO_DRAWING_LIMIT_NONE && n++ < MYO_DRAWING_MAX_STROKES)
    g_assert_true (myo_pain_drawing_add (ground, myo_stroke_copy (wide)));
  g_assert_cmpint (myo_pain_drawing_check (ground, wide), ==, MYO_DRAWING_LIMIT_GROUND);
  g_assert_cmpfloat (myo_pain_drawing_get_ground (ground), >, .99 * MYO_DRAWING_MAX_GROUND);
  g_assert_false (myo_pain_drawing_add (ground, myo_stroke_copy (wide)));
  myo_pain_drawing_clear (ground);
  g_assert_cmpfloat (myo_pain_drawing_get_ground (ground), <=, 0);
}

static void
test_a_dab_can_be_taken_back (void)
{
  g_autoptr(MyoStroke) stroke = make_stroke (10), before = NULL;
  double ground = myo_stroke_get_ground (stroke);

  before = myo_stroke_copy (stroke);
  myo_stroke_add_dab (stroke, 600, 1500, 50);
  g_assert_cmpfloat (myo_stroke_get_ground (stroke), >, ground);
  myo_stroke_take_back_dab (stroke);
  g_assert_true (myo_stroke_equal (stroke, before));
  g_assert_cmpfloat_with_epsilon (myo_stroke_get_ground (stroke), ground, 1e-6);
}

static void
note (MyoPainDrawing *drawing,
      gboolean        appended,
      gpointer        data)
{
  g_string_append_c (data, appended ? '+' : '*');
}

static void
test_tells_what_is_new (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autoptr(GString) told = g_string_new (NULL);

  g_signal_connect (drawing, "changed", G_CALLBACK (note), told);
  myo_pain_drawing_add (drawing, make_stroke (400));
  myo_pain_drawing_undo (drawing);
  myo_pain_drawing_redo (drawing);
  myo_pain_drawing_clear (drawing);
  myo_pain_drawing_clear (drawing);
  g_assert_cmpstr (told->str, ==, "+***");
}

/* --- Tool --- */

static void
test_tool_keeps_within_bounds (void)
{
  g_autoptr(MyoPainTool) tool = myo_pain_tool_new ();

  g_assert_cmpint (myo_pain_tool_get_kind (tool), ==, MYO_PAIN_TOOL_HAND);
  myo_pain_tool_set_size (tool, 9);
  g_assert_cmpint (myo_pain_tool_get_size (tool), ==, MYO_N_BRUSH_SIZES - 1);
  myo_pain_tool_set_intensity (tool, 0);
  g_assert_cmpint (myo_pain_tool_get_intensity (tool), ==, 1);
  g_assert_cmpfloat (myo_pain_tool_get_radius (tool, -1), ==, 22);
  g_assert_cmpfloat (myo_pain_tool_get_radius (tool, 0), ==, 11);
  g_assert_cmpfloat (myo_pain_tool_get_radius (tool, 1), ==, 33);
}

/* --- Findings --- */

#define MUSCLE "infraspinatus", MYO_SIDE_RIGHT

static void
test_no_answer_changes_nothing (void)
{
  g_autoptr(MyoFindings) findings = myo_findings_new ();

  g_assert_cmpfloat (myo_findings_get_factor (findings, MUSCLE), ==, 1);
  g_assert_false (myo_findings_is_checked (findings, MUSCLE));
  g_assert_false (myo_findings_is_refuted (findings, MUSCLE));
}

static void
test_answers_of_one_side_are_not_the_other_s (void)
{
  g_autoptr(MyoFindings) findings = myo_findings_new ();

  myo_findings_set_sign (findings, MUSCLE, MYO_SIGN_KNOWN_PAIN, MYO_ANSWER_YES);
  g_assert_cmpfloat (myo_findings_get_factor (findings, MUSCLE), >, 1);
  g_assert_true (myo_findings_is_checked (findings, MUSCLE));
  g_assert_false (myo_findings_is_checked (findings, "infraspinatus", MYO_SIDE_LEFT));
  g_assert_cmpfloat (myo_findings_get_factor (findings, "infraspinatus", MYO_SIDE_LEFT), ==, 1);
}

static void
test_what_refutes (void)
{
  static const struct { MyoAnswer band, tender, known; gboolean refuted; } rows[] = {
    { MYO_ANSWER_NONE, MYO_ANSWER_NO, MYO_ANSWER_NONE, TRUE },
    { MYO_ANSWER_YES, MYO_ANSWER_NO, MYO_ANSWER_YES, TRUE },
    { MYO_ANSWER_NO, MYO_ANSWER_YES, MYO_ANSWER_NO, TRUE },
    { MYO_ANSWER_NO, MYO_ANSWER_YES, MYO_ANSWER_YES, FALSE },
    { MYO_ANSWER_YES, MYO_ANSWER_YES, MYO_ANSWER_NO, FALSE },
    { MYO_ANSWER_NO, MYO_ANSWER_NONE, MYO_ANSWER_NONE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MyoFindings) findings = myo_findings_new ();

      myo_findings_set_sign (findings, MUSCLE, MYO_SIGN_BAND, rows[i].band);
      myo_findings_set_sign (findings, MUSCLE, MYO_SIGN_TENDER, rows[i].tender);
      myo_findings_set_sign (findings, MUSCLE, MYO_SIGN_KNOWN_PAIN, rows[i].known);
      g_assert_cmpint (myo_findings_is_refuted (findings, MUSCLE), ==, rows[i].refuted);
    }
}

static void
count_change (MyoFindings *findings,
              guint       *n)
{
  (*n)++;
}

static void
test_flags_and_reset (void)
{
  g_autoptr(MyoFindings) findings = myo_findings_new ();
  guint n = 0;

  g_signal_connect (findings, "changed", G_CALLBACK (count_change), &n);
  myo_findings_set_flag (findings, "chest-pain", MYO_ANSWER_NO);
  myo_findings_set_flag (findings, "chest-pain", MYO_ANSWER_NO);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (myo_findings_get_flag (findings, "chest-pain"), ==, MYO_ANSWER_NO);
  g_assert_cmpint (myo_findings_get_flag (findings, "clot"), ==, MYO_ANSWER_NONE);
  myo_findings_reset (findings);
  g_assert_cmpint (myo_findings_get_flag (findings, "chest-pain"), ==, MYO_ANSWER_NONE);
  g_assert_cmpuint (n, ==, 2);
  myo_findings_reset (findings);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/qualities", test_qualities_have_names);
  g_test_add_func ("/drawing/limits", test_strokes_stay_within_limits);
  g_test_add_func ("/drawing/equal", test_equal_strokes);
  g_test_add_func ("/drawing/undo", test_undo_and_redo);
  g_test_add_func ("/drawing/list", test_list_grows_with_the_drawing);
  g_test_add_func ("/drawing/clear", test_clear_can_be_undone);
  g_test_add_func ("/drawing/set", test_set_is_one_step);
  g_test_add_func ("/drawing/reset", test_reset_remembers_nothing);
  g_test_add_func ("/drawing/full", test_a_full_drawing_takes_no_more);
  g_test_add_func ("/drawing/together", test_all_strokes_together);
  g_test_add_func ("/drawing/taken-back-dab", test_a_dab_can_be_taken_back);
  g_test_add_func ("/drawing/signal", test_tells_what_is_new);
  g_test_add_func ("/tool/bounds", test_tool_keeps_within_bounds);
  g_test_add_func ("/findings/none", test_no_answer_changes_nothing);
  g_test_add_func ("/findings/sides", test_answers_of_one_side_are_not_the_other_s);
  g_test_add_func ("/findings/refuted", test_what_refutes);
  g_test_add_func ("/findings/flags", test_flags_and_reset);
  return g_test_run ();
}
