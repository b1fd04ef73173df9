/* What a drawing covers: in every region and view and on both sides, painted, marked, erased, bit by bit or at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage-cells-kit.h"

/* --- Left is left --- */

/* Painted whole in one view it is covered wherever it shows, on that side alone, and what the eraser takes away in another view is gone
 * in all. */
static void
check_painted (const MyoGridRegion *region,
               MyoView              view,
               MyoSide              side)
{
  MyoSide other = myo_side_get_opposite (side);
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;
  double whole = region->midline ? .5 : 1;

  add_whole (strokes, MYO_STROKE_BRUSH, view, region->id, side, 6, MYO_QUALITY_BURNING);
  coverage = cover (strokes);
  g_test_message ("%s %s %s: %.3f", region->id, myo_view_get_nick (view), myo_side_get_nick (side),
                  get_share (coverage, region->id, side));
  g_assert_cmpfloat (get_share (coverage, region->id, side), >=, .95 * whole);
  if (!region->midline)
    g_assert_null (myo_coverage_find (coverage, region->id, other));
  for (guint i = 0; i < region->n; i++)
    g_assert_cmpint (myo_coverage_get_cells (coverage, other)[region->first + i].intensity, ==, 0);
  if (!myo_view_is_mirrored (view))
    g_assert_cmpuint (count_painted (coverage, other), ==, 0);
}

static void
test_painted (void)
{
  foreach_shown (check_painted);
}

static void
check_erased_elsewhere (const MyoGridRegion *region,
                        MyoView              view,
                        MyoSide              side)
{
  for (MyoView elsewhere = 0; elsewhere < MYO_N_VIEWS; elsewhere++)
    {
      g_autoptr (GPtrArray) strokes = new_strokes ();
      g_autoptr (MyoCoverage) coverage = NULL;

      if (elsewhere == view || !myo_drawings_has (drawings, elsewhere, MYO_LAYER_REGIONS, region->id))
        continue;
      add_whole (strokes, MYO_STROKE_BRUSH, view, region->id, side, 4, MYO_QUALITY_ACHE);
      add_whole (strokes, MYO_STROKE_ERASER, elsewhere, region->id, side, 0, MYO_QUALITY_ACHE);
      coverage = cover (strokes);
      g_assert_cmpfloat (get_share (coverage, region->id, side), <=, .05);
    }
}

static void
test_erased_elsewhere (void)
{
  foreach_shown (check_erased_elsewhere);
}

static void
test_mirrored (void)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      g_autoptr (GPtrArray) strokes = new_strokes (), mirrored = new_strokes ();
      g_autoptr (MyoCoverage) a = NULL, b = NULL;

      add_zigzag (strokes, view, MYO_SIDE_RIGHT, FALSE);
      add_zigzag (mirrored, view, MYO_SIDE_LEFT, myo_view_is_mirrored (view));
      a = cover (strokes);
      b = cover (mirrored);
      g_assert_cmpuint (count_painted (a, MYO_SIDE_RIGHT), >, 100);
      assert_same (a, b, TRUE);
    }
}

/* --- Marks --- */

static void
test_marks (void)
{
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
        {
          g_autoptr (GPtrArray) strokes = new_strokes ();
          g_autoptr (MyoCoverage) coverage = NULL;
          const MyoCoveredRegion *covered;
          guint halves = region->midline ? 2 : 1;

          add_mark (strokes, MYO_STROKE_BRUSH, region->id, region->midline ? MYO_SIDE_MIDDLE : side, 8, MYO_QUALITY_NUMB);
          coverage = cover (strokes);
          g_assert_cmpuint (myo_coverage_get_regions (coverage)->len, >=, 1);
          covered = myo_coverage_find (coverage, region->id, side);
          g_assert_nonnull (covered);
          g_assert_true (covered->marked);
          g_assert_cmpint (covered->inner, ==, region->inner);
          g_assert_cmpint (covered->side, ==, region->midline ? MYO_SIDE_MIDDLE : side);
          g_assert_cmpfloat (covered->share, ==, 1);
          g_assert_cmpfloat (covered->intensity, ==, 8);
          g_assert_cmpuint (covered->qualities, ==, 1u << MYO_QUALITY_NUMB);
          g_assert_cmpint (covered->main_quality, ==, MYO_QUALITY_NUMB);
          g_assert_cmpfloat (covered->area, ==, region->inner ? 0 : halves * region->n * 16.);
          g_assert_cmpfloat (myo_coverage_get_area (coverage), ==, covered->area);
          g_assert_cmpint (myo_coverage_get_marks (coverage, region->midline ? MYO_SIDE_RIGHT : side)[i], ==, 8);
          g_assert_cmpuint (count_painted (coverage, MYO_SIDE_RIGHT) + count_painted (coverage, MYO_SIDE_LEFT), ==, halves * region->n);
          g_assert_cmpint (region->midline || myo_coverage_find (coverage, region->id, myo_side_get_opposite (side)) == NULL, ==, TRUE);
          add_mark (strokes, MYO_STROKE_ERASER, region->id, region->midline ? MYO_SIDE_MIDDLE : side, 0, MYO_QUALITY_ACHE);
          myo_coverage_apply (coverage, g_ptr_array_index (strokes, 1), 0);
          g_assert_true (myo_coverage_is_empty (coverage));
        }
    }
}

/* A brush over a mark changes the cells and leaves the mark; the eraser ends it and leaves the other cells. */
static void
test_mark_changed (void)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;
  const MyoCoveredRegion *covered;

  add_mark (strokes, MYO_STROKE_BRUSH, "scapula-body", MYO_SIDE_LEFT, 4, MYO_QUALITY_ACHE);
  myo_stroke_add_dab (add_stroke (strokes, MYO_STROKE_BRUSH, MYO_VIEW_BACK, MYO_SIDE_LEFT, 9, MYO_QUALITY_SHARP), 720 - 465, 410, 11);
  coverage = cover (strokes);
  covered = myo_coverage_find (coverage, "scapula-body", MYO_SIDE_LEFT);
  g_assert_true (covered->marked);
  g_assert_cmpfloat (covered->share, ==, 1);
  g_assert_cmpfloat (covered->intensity, >, 4);
  g_assert_cmpuint (covered->qualities, ==, 1u << MYO_QUALITY_ACHE | 1u << MYO_QUALITY_SHARP);
  g_assert_cmpint (covered->main_quality, ==, MYO_QUALITY_ACHE);
  myo_stroke_add_dab (add_stroke (strokes, MYO_STROKE_ERASER, MYO_VIEW_BACK, MYO_SIDE_LEFT, 0, MYO_QUALITY_ACHE), 720 - 465, 410, 5);
  myo_coverage_apply (coverage, g_ptr_array_index (strokes, 2), 0);
  covered = myo_coverage_find (coverage, "scapula-body", MYO_SIDE_LEFT);
  g_assert_false (covered->marked);
  g_assert_cmpfloat (covered->share, <, 1);
  g_assert_cmpfloat (covered->share, >, .9);
  g_assert_null (myo_coverage_find (coverage, "scapula-body", MYO_SIDE_RIGHT));
}

static void
test_unknown_region (void)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;

  add_mark (strokes, MYO_STROKE_BRUSH, "no-such-region", MYO_SIDE_LEFT, 4, MYO_QUALITY_ACHE);
  coverage = cover (strokes);
  g_assert_true (myo_coverage_is_empty (coverage));
  g_assert_null (myo_coverage_find (coverage, "no-such-region", MYO_SIDE_LEFT));
}

/* --- Bit by bit --- */

static void
test_bit_by_bit (void)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      g_autoptr (GPtrArray) strokes = new_strokes (), none = new_strokes ();
      g_autoptr (MyoStroke) growing = myo_stroke_new (MYO_STROKE_BRUSH, view, MYO_SIDE_LEFT, 7, MYO_QUALITY_SHARP);
      g_autoptr (MyoCoverage) at_once = NULL, in_bits = cover (none);
      const MyoStroke *stroke;

      add_zigzag (strokes, view, MYO_SIDE_LEFT, FALSE);
      stroke = g_ptr_array_index (strokes, 0);
      at_once = cover (strokes);
      for (guint i = 0; i < stroke->dabs->len; i++)
        {
          const MyoDab *dab = &g_array_index (stroke->dabs, MyoDab, i);

          myo_stroke_add_dab (growing, dab->x, dab->y, dab->radius);
          myo_coverage_apply (in_bits, growing, i);
        }
      assert_same (at_once, in_bits, FALSE);
    }
}

/* --- Over each other --- */

static void
test_order (void)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;
  const MyoCoveredRegion *covered;

  add_mark (strokes, MYO_STROKE_BRUSH, "temple", MYO_SIDE_RIGHT, 3, MYO_QUALITY_ACHE);
  add_mark (strokes, MYO_STROKE_BRUSH, "temple", MYO_SIDE_RIGHT, 9, MYO_QUALITY_PRESSING);
  coverage = cover (strokes);
  covered = myo_coverage_find (coverage, "temple", MYO_SIDE_RIGHT);
  g_assert_cmpfloat (covered->intensity, ==, 9);
  g_assert_cmpuint (covered->qualities, ==, 1u << MYO_QUALITY_PRESSING);
  g_assert_cmpint (myo_coverage_get_marks (coverage, MYO_SIDE_RIGHT)[covered->number], ==, 9);
}

static void
test_clear (void)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;

  add_zigzag (strokes, MYO_VIEW_BACK, MYO_SIDE_MIDDLE, FALSE);
  add_mark (strokes, MYO_STROKE_BRUSH, "eye-behind", MYO_SIDE_RIGHT, 9, MYO_QUALITY_PRESSING);
  add_mark (strokes, MYO_STROKE_BRUSH, "sternum", MYO_SIDE_MIDDLE, 9, MYO_QUALITY_PRESSING);
  coverage = cover (strokes);
  g_assert_false (myo_coverage_is_empty (coverage));
  g_assert_cmpfloat (myo_coverage_get_area (coverage), >, 0);
  add_stroke (strokes, MYO_STROKE_CLEAR, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 0, MYO_QUALITY_ACHE);
  myo_coverage_apply (coverage, g_ptr_array_index (strokes, strokes->len - 1), 0);
  g_assert_true (myo_coverage_is_empty (coverage));
  g_assert_cmpfloat (myo_coverage_get_area (coverage), ==, 0);
  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    {
      g_assert_cmpuint (count_painted (coverage, side), ==, 0);
      for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
        g_assert_cmpint (myo_coverage_get_marks (coverage, side)[i], ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  begin_coverage (&argc, &argv);
  g_test_add_func ("/coverage/painted", test_painted);
  g_test_add_func ("/coverage/erased-elsewhere", test_erased_elsewhere);
  g_test_add_func ("/coverage/mirrored", test_mirrored);
  g_test_add_func ("/coverage/marks", test_marks);
  g_test_add_func ("/coverage/mark-changed", test_mark_changed);
  g_test_add_func ("/coverage/unknown-region", test_unknown_region);
  g_test_add_func ("/coverage/bit-by-bit", test_bit_by_bit);
  g_test_add_func ("/coverage/order", test_order);
  g_test_add_func ("/coverage/clear", test_clear);
  return run_coverage ();
}
