/* A drawing under study: painting as one goes, the answer that follows it, left and right.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-atlas-reader.h"
#include "myo-error.h"
#include "myo-pain-study.h"
#include "myo-work.h"

static MyoAtlas *atlas;
static MyoDrawings *drawings;
static MyoFinder *finder;

static MyoPainStudy *
create_study (void)
{
  MyoPainStudy *study = myo_pain_study_new (atlas, drawings, finder);
  g_autoptr(GError) error = NULL;

  g_assert_true (myo_pain_study_prepare_now (study, &error));
  g_assert_no_error (error);
  return study;
}

static const MyoCandidate *
get_first (MyoPainStudy *study)
{
  GPtrArray *candidates = myo_pain_study_get_candidates (study);

  return candidates->len > 0 ? candidates->pdata[0] : NULL;
}

/* A dab in the middle of a region as the front shows it. */
static void
paint_temple (MyoPainStudy *study,
              MyoSide       side)
{
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_SIDE, side, 6, MYO_QUALITY_ACHE);
  MyoRect box;

  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_SIDE, MYO_LAYER_REGIONS, "temple", MYO_SIDE_RIGHT, &box));
  myo_stroke_add_dab (stroke, box.x + box.width / 2, box.y + box.height / 2, 11);
  myo_pain_study_begin_stroke (study, stroke);
}

static void
test_nothing_before_it_is_ready (void)
{
  g_autoptr(MyoPainStudy) study = myo_pain_study_new (atlas, drawings, finder);

  paint_temple (study, MYO_SIDE_RIGHT);
  myo_pain_study_end_stroke (study);
  g_assert_false (myo_pain_study_is_ready (study));
  g_assert_cmpuint (myo_pain_study_get_candidates (study)->len, ==, 0);
  g_assert_cmpuint (myo_pain_study_get_explanations (study)->len, ==, 0);
  g_assert_cmpuint (myo_pain_study_get_unexplained (study)->len, ==, 0);

  /* What was painted meanwhile is not lost. */
  g_assert_true (myo_pain_study_prepare_now (study, NULL));
  g_assert_nonnull (get_first (study));
}

static void
quit (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
test_gets_ready_in_a_thread (void)
{
  g_autoptr(MyoPainStudy) study = myo_pain_study_new (atlas, drawings, finder);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect_swapped (study, "changed", G_CALLBACK (quit), loop);
  myo_pain_study_prepare (study);
  myo_pain_study_prepare (study);
  g_main_loop_run (loop);
  g_assert_true (myo_pain_study_is_ready (study));
  g_assert_nonnull (myo_pain_study_get_coverage (study));
}

static void
test_a_stroke_is_answered_as_it_grows (void)
{
  g_autoptr(MyoPainStudy) study = create_study ();
  double before;

  paint_temple (study, MYO_SIDE_RIGHT);
  g_assert_nonnull (get_first (study));
  g_assert_true (myo_pain_drawing_is_empty (myo_pain_study_get_drawing (study)));
  before = myo_coverage_get_area (myo_pain_study_get_coverage (study));
  for (int i = 1; i < 20; i++)
    {
      const MyoDab *dab = &g_array_index (myo_pain_study_get_stroke (study)->dabs, MyoDab, 0);

      myo_pain_study_extend_stroke (study, dab->x, dab->y - i, 11);
    }
  g_assert_cmpfloat (myo_coverage_get_area (myo_pain_study_get_coverage (study)), >, before);
  before = myo_coverage_get_area (myo_pain_study_get_coverage (study));
  myo_pain_study_end_stroke (study);
  g_assert_null (myo_pain_study_get_stroke (study));
  g_assert_cmpuint (myo_pain_drawing_get_strokes (myo_pain_study_get_drawing (study))->len, ==, 1);
  g_assert_cmpfloat_with_epsilon (myo_coverage_get_area (myo_pain_study_get_coverage (study)), before, 1e-6);
}

static void
test_cancelled_strokes_leave_nothing (void)
{
  g_autoptr(MyoPainStudy) study = create_study ();

  paint_temple (study, MYO_SIDE_RIGHT);
  myo_pain_study_cancel_stroke (study);
  g_assert_true (myo_coverage_is_empty (myo_pain_study_get_coverage (study)));
  g_assert_cmpuint (myo_pain_study_get_candidates (study)->len, ==, 0);
  g_assert_false (myo_pain_drawing_can_undo (myo_pain_study_get_drawing (study)));
}

static void
test_undo_takes_the_answer_back (void)
{
  g_autoptr(MyoPainStudy) study = create_study ();

  paint_temple (study, MYO_SIDE_LEFT);
  myo_pain_study_end_stroke (study);
  g_assert_cmpint (get_first (study)->side, ==, MYO_SIDE_LEFT);
  myo_pain_drawing_undo (myo_pain_study_get_drawing (study));
  g_assert_null (get_first (study));
  myo_pain_drawing_redo (myo_pain_study_get_drawing (study));
  g_assert_nonnull (get_first (study));
}

/* Marking from a list and painting all of a region say the same. */
static void
test_marks_toggle (void)
{
  g_autoptr(MyoPainStudy) study = create_study ();

  g_assert_false (myo_pain_study_is_painted (study, "temple", MYO_SIDE_LEFT));
  myo_pain_study_toggle_region (study, "temple", MYO_SIDE_LEFT, 5, MYO_QUALITY_ACHE);
  g_assert_true (myo_pain_study_is_painted (study, "temple", MYO_SIDE_LEFT));
  g_assert_false (myo_pain_study_is_painted (study, "temple", MYO_SIDE_RIGHT));
  g_assert_cmpint (get_first (study)->side, ==, MYO_SIDE_LEFT);
  myo_pain_study_toggle_region (study, "temple", MYO_SIDE_LEFT, 5, MYO_QUALITY_ACHE);
  g_assert_false (myo_pain_study_is_painted (study, "temple", MYO_SIDE_LEFT));
  g_assert_true (myo_coverage_is_empty (myo_pain_study_get_coverage (study)));

  /* A region on the midline has no sides, whatever is asked for. */
  myo_pain_study_toggle_region (study, "chin", MYO_SIDE_RIGHT, 5, MYO_QUALITY_ACHE);
  g_assert_true (myo_pain_study_is_painted (study, "chin", MYO_SIDE_LEFT));
}

static void
test_left_never_becomes_right (void)
{
  g_autoptr(MyoPainStudy) study = create_study ();
  GPtrArray *regions = myo_atlas_get_regions (atlas);

  g_assert_cmpuint (regions->len, ==, 158);
  for (guint i = 0; i < regions->len; i++)
    for (int side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
      {
        const MyoRegion *region = regions->pdata[i];
        MyoSide other = myo_side_get_opposite ((MyoSide) side);

        if (!region->paired)
          continue;
        myo_pain_study_toggle_region (study, region->id, (MyoSide) side, 5, MYO_QUALITY_ACHE);
        g_assert_true (myo_pain_study_is_painted (study, region->id, (MyoSide) side));
        g_assert_false (myo_pain_study_is_painted (study, region->id, other));
        for (guint k = 0; k < myo_coverage_get_regions (myo_pain_study_get_coverage (study))->len; k++)
          g_assert_cmpint (g_array_index (myo_coverage_get_regions (myo_pain_study_get_coverage (study)), MyoCoveredRegion, k).side,
                           !=, other);
        myo_pain_study_reset (study);
      }
}

static void
test_refuted_muscles_step_back (void)
{
  g_autoptr(MyoPainStudy) study = create_study ();
  g_autofree char *first = NULL;

  myo_pain_study_toggle_region (study, "temple", MYO_SIDE_RIGHT, 5, MYO_QUALITY_ACHE);
  first = g_strdup (get_first (study)->muscle->id);
  myo_findings_set_sign (myo_pain_study_get_findings (study), first, get_first (study)->side, MYO_SIGN_TENDER, MYO_ANSWER_NO);
  g_assert_cmpstr (get_first (study)->muscle->id, !=, first);
  g_assert_true (((MyoCandidate *) myo_pain_study_get_candidates (study)->pdata[myo_pain_study_get_candidates (study)->len - 1])->refuted);
  myo_pain_study_reset (study);
  g_assert_null (get_first (study));
  g_assert_false (myo_findings_is_checked (myo_pain_study_get_findings (study), first, MYO_SIDE_RIGHT));
}

/* --- Large drawings ---
 *
 * One study for all of them: to measure the body takes longest. */

static MyoPainStudy *large;

static MyoPainStudy *
get_large (void)
{
  if (large == NULL)
    large = create_study ();
  myo_pain_study_reset (large);
  return large;
}

/* A hand that shades the trunk: more than is measured at once, less than a drawing may hold. */
static void
shade (MyoPainStudy *study,
       guint         n_strokes)
{
  for (guint i = 0; i < n_strokes; i++)
    {
      MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 5, MYO_QUALITY_ACHE);

      for (guint k = 0; k < 60; k++)
        myo_stroke_add_dab (stroke, 260 + k * 3, 400 + i % 300, 22);
      g_assert_true (myo_pain_drawing_add (myo_pain_study_get_drawing (study), stroke));
    }
}

static void
wait_for_answer (MyoPainStudy *study)
{
  while (!myo_pain_study_is_ready (study))
    g_main_context_iteration (NULL, TRUE);
}

/* Returns: whether the study covers what its drawing shows */
static gboolean
is_up_to_date (MyoPainStudy *study)
{
  MyoCoverage *coverage = myo_pain_study_get_coverage (study);
  g_autoptr(MyoCoverage) anew = myo_coverage_new (myo_pain_study_get_grid (study),
                                                  myo_pain_drawing_get_strokes (myo_pain_study_get_drawing (study)));
  gsize size = sizeof (MyoPaintedCell) * myo_body_grid_get_n_cells (myo_pain_study_get_grid (study));

  return memcmp (myo_coverage_get_cells (coverage, MYO_SIDE_RIGHT), myo_coverage_get_cells (anew, MYO_SIDE_RIGHT), size) == 0
         && memcmp (myo_coverage_get_cells (coverage, MYO_SIDE_LEFT), myo_coverage_get_cells (anew, MYO_SIDE_LEFT), size) == 0;
}

/* Taken back and done again in a thread; what is painted meanwhile is in the answer. */
static void
test_large_ones_are_measured_in_a_thread (void)
{
  MyoPainStudy *study = get_large ();
  MyoPainDrawing *drawing = myo_pain_study_get_drawing (study);

  shade (study, 40);
  g_assert_cmpfloat (myo_pain_drawing_get_ground (drawing), >, MYO_COVERAGE_AT_ONCE);
  g_assert_true (myo_pain_study_is_ready (study));
  myo_pain_drawing_undo (drawing);
  g_assert_false (myo_pain_study_is_ready (study));
  g_assert_cmpuint (myo_pain_study_get_candidates (study)->len, ==, 0);
  paint_temple (study, MYO_SIDE_LEFT);
  myo_pain_study_end_stroke (study);
  paint_temple (study, MYO_SIDE_RIGHT);
  wait_for_answer (study);
  g_assert_false (is_up_to_date (study));
  myo_pain_study_cancel_stroke (study);
  wait_for_answer (study);
  g_assert_true (is_up_to_date (study));

  /* The last wish counts. */
  myo_pain_drawing_undo (drawing);
  myo_pain_drawing_redo (drawing);
  myo_pain_drawing_undo (drawing);
  wait_for_answer (study);
  g_assert_true (is_up_to_date (study));
  myo_pain_drawing_clear (drawing);
  g_assert_true (myo_pain_study_is_ready (study));
}

static void
note_gone (gpointer  gone,
           GObject  *object)
{
  *(gboolean *) gone = TRUE;
}

/* What is under way keeps nothing alive. */
static void
test_goes_while_a_thread_works_for_it (void)
{
  MyoPainStudy *study = get_large (), *early = myo_pain_study_new (atlas, drawings, finder);
  gboolean study_gone = FALSE, early_gone = FALSE;

  g_object_weak_ref (G_OBJECT (study), note_gone, &study_gone);
  g_object_weak_ref (G_OBJECT (early), note_gone, &early_gone);
  shade (study, 40);
  myo_pain_drawing_undo (myo_pain_study_get_drawing (study));
  g_clear_object (&large);
  g_assert_true (study_gone);
  myo_pain_study_prepare (early);
  g_object_unref (early);
  g_assert_true (early_gone);
  myo_work_wait ();
  while (g_main_context_iteration (NULL, FALSE));
}

/* --- What is refused --- */

static void
note_failed (guint        *n_failed,
             const GError *error)
{
  g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING_FULL);
  (*n_failed)++;
}

/* A stroke too many is neither shown nor kept, and told once. */
static void
test_refused_strokes_are_not_shown (void)
{
  MyoPainStudy *study = get_large ();
  MyoPainDrawing *drawing = myo_pain_study_get_drawing (study);
  guint n_failed = 0;

  g_signal_connect_swapped (study, "failed", G_CALLBACK (note_failed), &n_failed);
  for (guint i = 0; i < MYO_DRAWING_MAX_STROKES; i++)
    myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_BRUSH, "chin", MYO_SIDE_MIDDLE, 5, MYO_QUALITY_ACHE));
  paint_temple (study, MYO_SIDE_RIGHT);
  g_assert_null (myo_pain_study_get_stroke (study));
  myo_pain_study_end_stroke (study);
  myo_pain_study_toggle_region (study, "temple", MYO_SIDE_LEFT, 5, MYO_QUALITY_ACHE);
  g_assert_cmpuint (n_failed, ==, 1);
  wait_for_answer (study);
  g_assert_true (is_up_to_date (study));
  g_assert_cmpuint (myo_pain_drawing_get_strokes (drawing)->len, ==, MYO_DRAWING_MAX_STROKES);

  /* One taken back makes room for one; then it is told anew. */
  myo_pain_drawing_undo (drawing);
  paint_temple (study, MYO_SIDE_RIGHT);
  g_assert_nonnull (myo_pain_study_get_stroke (study));
  myo_pain_study_end_stroke (study);
  paint_temple (study, MYO_SIDE_RIGHT);
  g_assert_cmpuint (n_failed, ==, 2);
  wait_for_answer (study);
  g_signal_handlers_disconnect_by_data (study, &n_failed);
}

/* A stroke that grows too long stays as far as it goes. */
static void
test_strokes_end_where_the_drawing_is_full (void)
{
  MyoPainStudy *study = get_large ();
  MyoPainDrawing *drawing = myo_pain_study_get_drawing (study);
  guint n_failed = 0, n = 0;

  g_signal_connect_swapped (study, "failed", G_CALLBACK (note_failed), &n_failed);
  while (myo_pain_drawing_get_ground (drawing) < MYO_DRAWING_MAX_GROUND - 2e6)
    {
      MyoStroke *stroke = myo_stroke_new (MYO_STROKE_ERASER, MYO_VIEW_SOLE, MYO_SIDE_RIGHT, 0, MYO_QUALITY_ACHE);

      myo_stroke_add_dab (stroke, -60, 2000, 60);
      myo_stroke_add_dab (stroke, 1400, 3500, 60);
      g_assert_true (myo_pain_drawing_add (drawing, stroke));
    }
  paint_temple (study, MYO_SIDE_RIGHT);
  while (n_failed == 0 && n++ < 1000)
    myo_pain_study_extend_stroke (study, 100 + n % 2 * 200, 100 + n % 3 * 400, 22);
  n = myo_pain_study_get_stroke (study)->dabs->len;
  myo_pain_study_extend_stroke (study, 300, 1700, 22);
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_cmpuint (myo_pain_study_get_stroke (study)->dabs->len, ==, n);
  myo_pain_study_end_stroke (study);
  g_assert_cmpuint (((MyoStroke *) g_ptr_array_index (myo_pain_drawing_get_strokes (drawing), myo_pain_drawing_get_strokes (drawing)->len - 1))->dabs->len, ==, n);
  wait_for_answer (study);
  g_assert_true (is_up_to_date (study));
  g_signal_handlers_disconnect_by_data (study, &n_failed);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  drawings = myo_drawings_new ();
  finder = myo_finder_new (atlas, drawings);

  g_test_add_func ("/study/not-ready", test_nothing_before_it_is_ready);
  g_test_add_func ("/study/thread", test_gets_ready_in_a_thread);
  g_test_add_func ("/study/grows", test_a_stroke_is_answered_as_it_grows);
  g_test_add_func ("/study/cancelled", test_cancelled_strokes_leave_nothing);
  g_test_add_func ("/study/undo", test_undo_takes_the_answer_back);
  g_test_add_func ("/study/marks", test_marks_toggle);
  g_test_add_func ("/study/sides", test_left_never_becomes_right);
  g_test_add_func ("/study/refuted", test_refuted_muscles_step_back);
  g_test_add_func ("/study/large", test_large_ones_are_measured_in_a_thread);
  g_test_add_func ("/study/refused", test_refused_strokes_are_not_shown);
  g_test_add_func ("/study/full", test_strokes_end_where_the_drawing_is_full);
  g_test_add_func ("/study/goes", test_goes_while_a_thread_works_for_it);
  result = g_test_run ();

  g_clear_object (&large);
  g_object_unref (finder);
  g_object_unref (drawings);
  g_object_unref (atlas);
  return result;
}
