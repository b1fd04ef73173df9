/* What a drawing covers, region by region: on the midline, in those that lie over others, in their order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage-cells-kit.h"

/* --- Midline --- */

static void
test_midline (void)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;
  const MyoCoveredRegion *covered;

  add_whole (strokes, MYO_STROKE_BRUSH, MYO_VIEW_FRONT, "sternum", MYO_SIDE_LEFT, 5, MYO_QUALITY_ACHE);
  coverage = cover (strokes);
  covered = myo_coverage_find (coverage, "sternum", MYO_SIDE_MIDDLE);
  g_assert_nonnull (covered);
  g_assert_true (covered == myo_coverage_find (coverage, "sternum", MYO_SIDE_RIGHT));
  g_assert_cmpint (covered->side, ==, MYO_SIDE_MIDDLE);
  g_assert_cmpfloat_with_epsilon (covered->share, .5, .05);
  add_whole (strokes, MYO_STROKE_BRUSH, MYO_VIEW_FRONT, "sternum", MYO_SIDE_RIGHT, 5, MYO_QUALITY_ACHE);
  g_clear_pointer (&coverage, myo_coverage_unref);
  coverage = cover (strokes);
  g_assert_cmpfloat (get_share (coverage, "sternum", MYO_SIDE_MIDDLE), >, .95);
}

/* A dab on the midline covers both sides alike. */
static void
test_across_midline (void)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;

  myo_stroke_add_dab (add_stroke (strokes, MYO_STROKE_BRUSH, MYO_VIEW_BACK, MYO_SIDE_MIDDLE, 5, MYO_QUALITY_ACHE), 360, 650, 22);
  coverage = cover (strokes);
  assert_same (coverage, coverage, TRUE);
  g_assert_cmpuint (count_painted (coverage, MYO_SIDE_LEFT), >, 40);
  g_assert_nonnull (myo_coverage_find (coverage, "lumbar-upper-paraspinal", MYO_SIDE_LEFT));
  g_assert_nonnull (myo_coverage_find (coverage, "lumbar-upper-paraspinal", MYO_SIDE_RIGHT));
  g_assert_null (myo_coverage_find (coverage, "lumbar-upper-paraspinal", MYO_SIDE_MIDDLE));
}

/* --- Inner regions --- */

/* Wherever it shows: painted over there it is painted, on that side, and adds no area. */
static void
check_inner (const MyoGridRegion *region,
             guint                number,
             MyoView              view,
             MyoSide              side,
             double               share)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;
  const MyoCoveredRegion *covered;
  guint n;
  const guint *beneath = myo_body_grid_list_beneath (grid, number, view, &n);

  for (guint i = 0; i < share * n; i++)
    for (MyoSide half = MYO_SIDE_RIGHT; half <= MYO_SIDE_LEFT; half++)
      {
        double x, y;

        if (half != side && !region->midline)
          continue;
        myo_body_grid_get_cell_place (grid, beneath[i], view, &x, &y);
        myo_stroke_add_dab (add_stroke (strokes, MYO_STROKE_BRUSH, view, side, 5, MYO_QUALITY_ACHE),
                            myo_view_is_mirrored (view) && half == MYO_SIDE_LEFT ? 720 - x : x, y, 1);
      }
  coverage = cover (strokes);
  covered = myo_coverage_find (coverage, region->id, side);
  if (share < .5)
    {
      g_assert_null (covered);
      return;
    }
  g_assert_nonnull (covered);
  g_assert_true (covered->inner && !covered->marked);
  g_assert_cmpfloat (covered->area, ==, 0);
  g_assert_cmpfloat (covered->intensity, ==, 5);
  g_assert_true (region->midline || myo_coverage_find (coverage, region->id, myo_side_get_opposite (side)) == NULL);
}

static void
test_inner_painted (void)
{
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      for (MyoView view = 0; region->inner && view < MYO_N_VIEWS; view++)
        for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
          {
            guint n;

            myo_body_grid_list_beneath (grid, i, view, &n);
            g_assert_cmpint (n > 0, ==, myo_drawings_has (drawings, view, MYO_LAYER_REGIONS, region->id));
            if (n == 0)
              continue;
            check_inner (region, i, view, side, .6);
            check_inner (region, i, view, side, 1);
            if (n >= 4 && view == region->home)
              check_inner (region, i, view, side, .2);
          }
    }
}

/* It comes right after the region it lies in; its mark paints nothing and ends where the eraser goes. */
static void
test_inner_marked (void)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;
  const GArray *regions;
  gboolean found = FALSE;
  MyoStroke *stroke;

  add_mark (strokes, MYO_STROKE_BRUSH, "eye-behind", MYO_SIDE_LEFT, 6, MYO_QUALITY_PRESSING);
  add_mark (strokes, MYO_STROKE_BRUSH, "eye-around", MYO_SIDE_RIGHT, 9, MYO_QUALITY_ACHE);
  add_mark (strokes, MYO_STROKE_BRUSH, "eye-around", MYO_SIDE_LEFT, 9, MYO_QUALITY_ACHE);
  add_mark (strokes, MYO_STROKE_BRUSH, "temple", MYO_SIDE_LEFT, 1, MYO_QUALITY_ACHE);
  coverage = cover (strokes);
  regions = myo_coverage_get_regions (coverage);
  for (guint i = 1; i < regions->len; i++)
    {
      const MyoCoveredRegion *covered = &g_array_index (regions, MyoCoveredRegion, i);
      const MyoCoveredRegion *before = &g_array_index (regions, MyoCoveredRegion, i - 1);

      if (g_strcmp0 (covered->id, "eye-behind") != 0)
        continue;
      g_assert_cmpstr (before->id, ==, "eye-around");
      g_assert_cmpint (before->side, ==, covered->side);
      found = found || covered->marked;
    }
  g_assert_true (found);
  stroke = add_stroke (strokes, MYO_STROKE_ERASER, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 0, MYO_QUALITY_ACHE);
  myo_stroke_add_dab (stroke, 720 - 331, 149, 5);
  myo_coverage_apply (coverage, stroke, 0);
  g_assert_cmpint (myo_coverage_get_marks (coverage, MYO_SIDE_LEFT)[myo_body_grid_find_region (grid, "eye-behind")], ==, 0);
  g_assert_true (myo_coverage_find (coverage, "eye-around", MYO_SIDE_RIGHT)->marked);
  g_assert_false (myo_coverage_find (coverage, "eye-around", MYO_SIDE_LEFT)->marked);
}

/* --- Regions --- */

static void
test_regions_sorted (void)
{
  g_autoptr (GPtrArray) strokes = new_strokes ();
  g_autoptr (MyoCoverage) coverage = NULL;
  const GArray *regions;
  double before = G_MAXDOUBLE, area = 0;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    add_zigzag (strokes, view, MYO_SIDE_LEFT, FALSE);
  coverage = cover (strokes);
  regions = myo_coverage_get_regions (coverage);
  g_assert_cmpuint (regions->len, >, 30);
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoCoveredRegion *covered = &g_array_index (regions, MyoCoveredRegion, i);

      area += covered->area;
      g_assert_true (covered == myo_coverage_find (coverage, covered->id, covered->side));
      g_assert_true (covered->share > 0 && covered->share <= 1 && covered->intensity >= 1 && covered->intensity <= 10);
      if (covered->inner)
        continue;
      g_assert_cmpfloat (covered->area * covered->intensity, <=, before);
      before = covered->area * covered->intensity;
    }
  g_assert_cmpfloat_with_epsilon (myo_coverage_get_area (coverage), area, 1e-6);
  g_assert_true (myo_coverage_get_grid (coverage) == grid);
}

int
main (int   argc,
      char *argv[])
{
  begin_coverage (&argc, &argv);
  g_test_add_func ("/coverage-regions/midline", test_midline);
  g_test_add_func ("/coverage-regions/across-midline", test_across_midline);
  g_test_add_func ("/coverage-regions/inner-painted", test_inner_painted);
  g_test_add_func ("/coverage-regions/inner-marked", test_inner_marked);
  g_test_add_func ("/coverage-regions/regions-sorted", test_regions_sorted);
  return run_coverage ();
}
