/* What a drawing covers: in every region and view and on both sides, painted, marked, erased, bit by bit or at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>

#include "myo-coverage.h"

static MyoDrawings *drawings;
static MyoBodyGrid *grid;

/* --- Drawings --- */

static MyoCoverage *
cover (GPtrArray *strokes)
{
  return myo_coverage_new (grid, strokes);
}

static GPtrArray *
new_strokes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
}

static MyoStroke *
add_stroke (GPtrArray     *strokes,
            MyoStrokeTool  tool,
            MyoView        view,
            MyoSide        side,
            int            intensity,
            MyoQuality     quality)
{
  MyoStroke *stroke = myo_stroke_new (tool, view, myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : side, intensity, quality);

  g_ptr_array_add (strokes, stroke);
  return stroke;
}

static void
add_mark (GPtrArray     *strokes,
          MyoStrokeTool  tool,
          const char    *id,
          MyoSide        side,
          int            intensity,
          MyoQuality     quality)
{
  g_ptr_array_add (strokes, myo_stroke_new_region (tool, id, side, intensity, quality));
}

/* All of a region as it shows in @view on @side: a dab every few mm wherever it is picked. */
static void
add_whole (GPtrArray     *strokes,
           MyoStrokeTool  tool,
           MyoView        view,
           const char    *id,
           MyoSide        side,
           int            intensity,
           MyoQuality     quality)
{
  double width, height;
  MyoRect box;

  myo_view_get_size (view, &width, &height);
  g_assert_true (myo_drawings_get_bounds (drawings, view, MYO_LAYER_REGIONS, id, MYO_SIDE_RIGHT, &box));
  for (double y = floor (box.y) + .5; y < box.y + box.height; y += 2)
    for (double x = floor (box.x) + .5; x < box.x + box.width; x += 2)
      {
        gboolean beyond = myo_view_is_mirrored (view) && myo_view_side_at (view, x) != MYO_SIDE_RIGHT;

        if (beyond || g_strcmp0 (myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y), id) != 0)
          continue;
        myo_stroke_add_dab (add_stroke (strokes, tool, view, side, intensity, quality),
                            myo_view_is_mirrored (view) && side == MYO_SIDE_LEFT ? width - x : x, y, 1.5);
      }
}

/* --- Comparing --- */

/* Whether @a's right is @b's right and so on, or with @crossed @a's right is @b's left. */
static void
assert_same (MyoCoverage *a,
             MyoCoverage *b,
             gboolean     crossed)
{
  gsize n_cells = myo_body_grid_get_n_cells (grid), n_regions = myo_body_grid_get_n_regions (grid);

  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    {
      MyoSide other = crossed ? myo_side_get_opposite (side) : side;

      g_assert_cmpmem (myo_coverage_get_cells (a, side), n_cells * sizeof (MyoPaintedCell),
                       myo_coverage_get_cells (b, other), n_cells * sizeof (MyoPaintedCell));
      if (!crossed)
        g_assert_cmpmem (myo_coverage_get_marks (a, side), n_regions, myo_coverage_get_marks (b, side), n_regions);
    }
  g_assert_cmpfloat (myo_coverage_get_area (a), ==, myo_coverage_get_area (b));
  g_assert_cmpuint (myo_coverage_get_regions (a)->len, ==, myo_coverage_get_regions (b)->len);
}

static guint
count_painted (MyoCoverage *coverage,
               MyoSide      side)
{
  const MyoPaintedCell *cells = myo_coverage_get_cells (coverage, side);
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_cells (grid); i++)
    n += cells[i].intensity > 0;
  return n;
}

static double
get_share (MyoCoverage *coverage,
           const char  *id,
           MyoSide      side)
{
  const MyoCoveredRegion *covered = myo_coverage_find (coverage, id, side);

  return covered != NULL ? covered->share : 0;
}

typedef void (*RegionFunc) (const MyoGridRegion *region, MyoView view, MyoSide side);

/* Every region of the skin in every view that shows it, on both sides. */
static void
foreach_shown (RegionFunc func)
{
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
          if (!region->inner && myo_drawings_has (drawings, view, MYO_LAYER_REGIONS, region->id))
            func (region, view, side);
    }
}

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

/* A stroke across the whole view, and its mirror image. */
static void
add_zigzag (GPtrArray *strokes,
            MyoView    view,
            MyoSide    side,
            gboolean   mirrored)
{
  MyoStroke *stroke = add_stroke (strokes, MYO_STROKE_BRUSH, view, side, 7, MYO_QUALITY_SHARP);
  double width, height;

  myo_view_get_size (view, &width, &height);
  for (guint i = 0; i < 40; i++)
    {
      double x = width * .25 + (i * 37 % 29) * width / 64, y = 20 + i * (height - 40) / 40;

      myo_stroke_add_dab (stroke, floor (mirrored ? width - floor (x) : x), floor (y), 4 + i % 18);
    }
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
  g_autoptr (GError) error = NULL;
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  drawings = myo_drawings_new ();
  grid = myo_body_grid_new (drawings, &error);
  g_assert_no_error (error);
  /* Most tests go over all of them. */
  g_assert_cmpuint (myo_body_grid_get_n_regions (grid), ==, 158);
  g_test_add_func ("/coverage/painted", test_painted);
  g_test_add_func ("/coverage/erased-elsewhere", test_erased_elsewhere);
  g_test_add_func ("/coverage/mirrored", test_mirrored);
  g_test_add_func ("/coverage/marks", test_marks);
  g_test_add_func ("/coverage/mark-changed", test_mark_changed);
  g_test_add_func ("/coverage/unknown-region", test_unknown_region);
  g_test_add_func ("/coverage/bit-by-bit", test_bit_by_bit);
  g_test_add_func ("/coverage/order", test_order);
  g_test_add_func ("/coverage/clear", test_clear);
  g_test_add_func ("/coverage/midline", test_midline);
  g_test_add_func ("/coverage/across-midline", test_across_midline);
  g_test_add_func ("/coverage/inner-painted", test_inner_painted);
  g_test_add_func ("/coverage/inner-marked", test_inner_marked);
  g_test_add_func ("/coverage/regions-sorted", test_regions_sorted);
  result = g_test_run ();
  g_clear_pointer (&grid, myo_body_grid_unref);
  g_clear_object (&drawings);
  return result;
}
