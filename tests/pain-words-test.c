/* A pain drawing in words: what is named and what is not, in which order, and always on its own side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage-kit.h"

#include "myo-pain-words.h"

static void
assert_where (MyoCoverage *coverage,
              const char  *expected)
{
  g_autofree char *where = myo_pain_words_where (atlas, coverage);

  g_assert_cmpstr (where, ==, expected);
}

/* --- Single words --- */

static void
test_qualities (void)
{
  for (MyoQuality quality = 0; quality < MYO_N_QUALITIES; quality++)
    {
      g_assert_cmpuint (strlen (myo_pain_words_quality (quality)), >, 0);
      for (MyoQuality other = 0; other < quality; other++)
        g_assert_cmpstr (myo_pain_words_quality (quality), !=, myo_pain_words_quality (other));
    }
  g_assert_cmpstr (myo_pain_words_quality (MYO_QUALITY_ACHE), ==, "aching");
}

static void
test_area (void)
{
  static const struct { double area; const char *words; } table[] = {
    { 0, "0 cm²" }, { 16, "0.2 cm²" }, { 100, "1.0 cm²" }, { 994, "9.9 cm²" }, { 996, "10 cm²" }, { 1000, "10 cm²" },
    { 1360, "14 cm²" }, { 123456, "1235 cm²" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = myo_pain_words_area (table[i].area);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

static void
test_intensity (void)
{
  g_assert_cmpint (myo_pain_words_intensity (0), ==, 0);
  g_assert_cmpint (myo_pain_words_intensity (0.3), ==, 1);
  g_assert_cmpint (myo_pain_words_intensity (5.4), ==, 5);
  g_assert_cmpint (myo_pain_words_intensity (5.6), ==, 6);
  g_assert_cmpint (myo_pain_words_intensity (10), ==, 10);
}

static void
test_region (void)
{
  static const struct { const char *id; MyoSide side; const char *words; } table[] = {
    { "temple", MYO_SIDE_RIGHT, "Temple, right" },
    { "temple", MYO_SIDE_LEFT, "Temple, left" },
    { "sacrum", MYO_SIDE_MIDDLE, "Sacrum" },
    { "tail", MYO_SIDE_LEFT, "tail, left" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = myo_pain_words_region (atlas, table[i].id, table[i].side);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* --- Where --- */

static void
test_where_empty (void)
{
  g_autoptr (MyoCoverage) coverage = paint_nothing ();
  g_auto (GStrv) lines = myo_pain_words_describe (atlas, coverage);

  assert_where (coverage, "");
  g_assert_cmpuint (g_strv_length (lines), ==, 0);
}

/* Sides in a fixed order; within a side the largest first. */
static void
test_where_sides (void)
{
  g_autoptr (MyoCoverage) coverage = MARK (5, MYO_QUALITY_ACHE, "sacrum:middle", "temple:left", "arm-back:left", "heel-sole:right");

  assert_where (coverage, "Right: Sole of the heel. Left: Back of the upper arm, Temple. Middle: Sacrum.");
}

static void
test_where_inner (void)
{
  g_autoptr (MyoCoverage) coverage = MARK (5, MYO_QUALITY_ACHE, "eye-behind:right", "pelvis-deep:middle");

  assert_where (coverage, "Right: Behind or deep in the eye. Middle: Deep in the pelvis (vagina, prostate, bladder).");
}

static void
test_where_comma (void)
{
  g_autoptr (MyoCoverage) coverage = MARK (5, MYO_QUALITY_ACHE, "forearm-dorsal:right", "wrist-dorsal-ulnar:right", "temple:left", "arm-back:left");

  assert_where (coverage, "Right: Back of the forearm; Back of the wrist, little-finger side. Left: Back of the upper arm, Temple.");
}

static void
test_slivers (void)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  g_autoptr (MyoCoverage) some = NULL;
  g_autoptr (MyoCoverage) sliver = paint ("scapula-body", MYO_SIDE_LEFT, 0.01, 5, MYO_QUALITY_ACHE);

  paint_part (strokes, "arm-back", MYO_SIDE_LEFT, 0.6, 5, MYO_QUALITY_ACHE);
  paint_part (strokes, "scapula-body", MYO_SIDE_LEFT, 0.02, 5, MYO_QUALITY_ACHE);
  some = myo_coverage_new (grid, strokes);
  g_assert_cmpuint (myo_coverage_get_regions (some)->len, >=, 2);
  assert_where (some, "Left: Back of the upper arm.");
  assert_where (sliver, "Left: Over the shoulder blade.");
}

/* --- Line by line --- */

static void
test_describe (void)
{
  g_autoptr (MyoCoverage) coverage = MARK (6, MYO_QUALITY_BURNING, "temple:right", "ear-deep:left", "sacrum:middle");
  g_auto (GStrv) lines = myo_pain_words_describe (atlas, coverage);
  g_autofree char *temple_area = myo_pain_words_area (myo_coverage_find (coverage, "temple", MYO_SIDE_RIGHT)->area);
  g_autofree char *sacrum_area = myo_pain_words_area (myo_coverage_find (coverage, "sacrum", MYO_SIDE_MIDDLE)->area);
  g_autofree char *temple = g_strdup_printf ("Temple, right: burning, 6 of 10, %s", temple_area);
  g_autofree char *sacrum = g_strdup_printf ("Sacrum: burning, 6 of 10, %s", sacrum_area);

  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_strv_contains ((const char *const *) lines, temple));
  g_assert_true (g_strv_contains ((const char *const *) lines, sacrum));
  g_assert_true (g_strv_contains ((const char *const *) lines, "Deep in the ear, left: burning, 6 of 10"));
}

/* Half of it numb over an ache: both are named, what covers most first; the strength is the mean. */
static void
test_describe_several (void)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  g_autoptr (MyoCoverage) coverage = NULL;
  g_auto (GStrv) lines = NULL;

  g_ptr_array_add (strokes, myo_stroke_new_region (MYO_STROKE_BRUSH, "arm-back", MYO_SIDE_LEFT, 8, MYO_QUALITY_NUMB));
  paint_part (strokes, "arm-back", MYO_SIDE_LEFT, 0.25, 4, MYO_QUALITY_ACHE);
  coverage = myo_coverage_new (grid, strokes);
  lines = myo_pain_words_describe (atlas, coverage);
  g_assert_cmpuint (g_strv_length (lines), ==, 1);
  g_assert_true (g_str_has_prefix (lines[0], "Back of the upper arm, left: numb, aching, 7 of 10, "));
}

/* --- Left never becomes right --- */

/* Whatever is named is on @side; a region on the midline is in the middle whichever half is painted. */
static void
assert_side (MyoCoverage *coverage,
             MyoSide      side)
{
  g_autofree char *where = myo_pain_words_where (atlas, coverage);
  g_auto (GStrv) lines = myo_pain_words_describe (atlas, coverage);
  const char *other = side == MYO_SIDE_RIGHT ? "Left:" : "Right:";
  const char *other_end = side == MYO_SIDE_RIGHT ? ", left:" : ", right:";

  g_assert_null (strstr (where, other));
  g_assert_cmpuint (strlen (where), >, 0);
  g_assert_cmpuint (g_strv_length (lines), >, 0);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_null (strstr (lines[i], other_end));
}

static void
assert_marked (const MyoGridRegion *region,
               MyoSide              side)
{
  g_autofree char *text = g_strdup_printf ("%s:%s", region->id, myo_side_get_nick (side));
  g_autoptr (MyoCoverage) coverage = MARK (5, MYO_QUALITY_SHARP, text);
  const char *name = myo_atlas_get_region (atlas, region->id)->name;
  g_autofree char *where = myo_pain_words_where (atlas, coverage);
  g_auto (GStrv) lines = myo_pain_words_describe (atlas, coverage);
  g_autofree char *start = myo_pain_words_region (atlas, region->id, side);
  const char *heads[] = { "Right: ", "Left: ", "Middle: " };

  g_assert_true (g_str_has_prefix (where, heads[side]));
  g_assert_true (g_str_has_prefix (where + strlen (heads[side]), name));
  g_assert_true (g_str_has_prefix (lines[0], start));
  if (side != MYO_SIDE_MIDDLE)
    assert_side (coverage, side);
}

static void
test_marked_sides (void)
{
  g_assert_cmpuint (myo_body_grid_get_n_regions (grid), ==, myo_atlas_get_regions (atlas)->len);
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      if (region->midline)
        assert_marked (region, MYO_SIDE_MIDDLE);
      else
        {
          assert_marked (region, MYO_SIDE_RIGHT);
          assert_marked (region, MYO_SIDE_LEFT);
        }
    }
}

/* The cell of @region that lies farthest from the midline as it shows in @view, -1 when the region does not show there. */
static int
find_outermost (const MyoGridRegion *region,
                MyoView              view)
{
  double width, height, farthest = -1;
  int found = -1;

  myo_view_get_size (view, &width, &height);
  for (guint cell = region->first; cell < region->first + region->n; cell++)
    {
      double x, y;

      if (!myo_body_grid_get_cell_place (grid, cell, view, &x, &y) || ABS (x - width / 2) <= farthest)
        continue;
      farthest = ABS (x - width / 2);
      found = (int) cell;
    }
  return found;
}

static void
assert_painted (const MyoGridRegion *region,
                guint                cell,
                MyoView              view,
                MyoSide              side)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  g_autoptr (MyoCoverage) coverage = NULL;
  g_autofree char *where = NULL;

  g_ptr_array_add (strokes, dab_on_cell (MYO_STROKE_BRUSH, cell, view, side, 2, 5, MYO_QUALITY_ACHE));
  coverage = myo_coverage_new (grid, strokes);
  assert_side (coverage, side);
  g_assert_nonnull (myo_coverage_find (coverage, region->id, region->midline ? MYO_SIDE_MIDDLE : side));
  if (region->midline)
    return;
  where = myo_pain_words_where (atlas, coverage);
  g_assert_true (g_str_has_prefix (where, side == MYO_SIDE_RIGHT ? "Right: " : "Left: "));
}

/* Every region, in every view that shows it, on both sides. */
static void
test_painted_sides (void)
{
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    for (MyoView view = 0; view < MYO_N_VIEWS; view++)
      {
        const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
        int cell = find_outermost (region, view);

        if (cell < 0)
          continue;
        assert_painted (region, (guint) cell, view, MYO_SIDE_RIGHT);
        assert_painted (region, (guint) cell, view, MYO_SIDE_LEFT);
        n++;
      }
  g_test_message ("%u regions in views", n);
  g_assert_cmpuint (n, >=, 140);
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  load_body ();

  g_test_add_func ("/pain-words/qualities", test_qualities);
  g_test_add_func ("/pain-words/area", test_area);
  g_test_add_func ("/pain-words/intensity", test_intensity);
  g_test_add_func ("/pain-words/region", test_region);
  g_test_add_func ("/pain-words/where/empty", test_where_empty);
  g_test_add_func ("/pain-words/where/sides", test_where_sides);
  g_test_add_func ("/pain-words/where/inner", test_where_inner);
  g_test_add_func ("/pain-words/where/comma", test_where_comma);
  g_test_add_func ("/pain-words/where/slivers", test_slivers);
  g_test_add_func ("/pain-words/describe", test_describe);
  g_test_add_func ("/pain-words/describe/several", test_describe_several);
  g_test_add_func ("/pain-words/sides/marked", test_marked_sides);
  g_test_add_func ("/pain-words/sides/painted", test_painted_sides);
  status = g_test_run ();
  free_body ();
  return status;
}
