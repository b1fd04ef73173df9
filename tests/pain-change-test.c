/* Two drawings compared: what became less, more, gone, new; region by region and on the whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage-kit.h"

#include "myo-pain-change.h"

/* --- The list --- */

/* Returns: (nullable): the change of that region */
static const MyoPainChange *
find_change (const GArray *changes,
             const char   *region,
             MyoSide       side)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const MyoPainChange *change = &g_array_index (changes, MyoPainChange, i);

      if (strcmp (change->region, region) == 0 && change->side == side)
        return change;
    }
  return NULL;
}

static void
test_list (void)
{
  g_autoptr (MyoCoverage) before = MARK (6, MYO_QUALITY_ACHE, "temple:right", "arm-back:right", "ear-deep:left");
  g_autoptr (MyoCoverage) after = MARK (3, MYO_QUALITY_ACHE, "temple:right", "sacrum:middle", "arm-back:left");
  g_autoptr (GArray) changes = myo_pain_change_list (before, after, NULL);
  const MyoPainChange *temple = find_change (changes, "temple", MYO_SIDE_RIGHT);
  const MyoPainChange *first = &g_array_index (changes, MyoPainChange, 0);

  g_assert_cmpuint (changes->len, ==, 5);
  g_assert_cmpstr (first->region, ==, "arm-back");
  g_assert_cmpint (first->side, ==, MYO_SIDE_RIGHT);
  g_assert_cmpfloat (first->area_before, >, 0);
  g_assert_cmpfloat (first->area_after, ==, 0);
  g_assert_cmpfloat (first->intensity_after, ==, 0);
  g_assert_true (temple == first + 1);
  g_assert_cmpfloat (temple->area_before, ==, temple->area_after);
  g_assert_cmpfloat (temple->intensity_before, ==, 6);
  g_assert_cmpfloat (temple->intensity_after, ==, 3);
  /* What was there before stands above what is new, inner or not. */
  g_assert_true (find_change (changes, "ear-deep", MYO_SIDE_LEFT) == first + 2);
  g_assert_true (first[2].inner);
  g_assert_true (find_change (changes, "arm-back", MYO_SIDE_LEFT) == first + 3);
  g_assert_cmpfloat (first[3].intensity_before, ==, 0);
  g_assert_true (find_change (changes, "sacrum", MYO_SIDE_MIDDLE) == first + 4);
}

/* Nobody repaints the same rim. */
static void
test_slivers (void)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  g_autoptr (MyoCoverage) before = NULL;
  g_autoptr (MyoCoverage) after = paint ("arm-back", MYO_SIDE_LEFT, 0.5, 5, MYO_QUALITY_ACHE);
  g_autoptr (GArray) changes = NULL;
  MyoPainTotals totals;

  paint_part (strokes, "arm-back", MYO_SIDE_LEFT, 0.5, 5, MYO_QUALITY_ACHE);
  paint_part (strokes, "scapula-body", MYO_SIDE_LEFT, 0.02, 5, MYO_QUALITY_ACHE);
  before = myo_coverage_new (grid, strokes);
  changes = myo_pain_change_list (before, after, &totals);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpfloat (totals.area_before, >, totals.area_after);
}

static void
test_totals (void)
{
  g_autoptr (MyoCoverage) before = MARK (6, MYO_QUALITY_ACHE, "temple:right", "temple:left");
  g_autoptr (MyoCoverage) after = MARK (3, MYO_QUALITY_ACHE, "temple:left");
  MyoPainTotals totals;
  g_autoptr (GArray) changes = myo_pain_change_list (before, after, &totals);

  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpfloat (totals.area_before, >, 0);
  g_assert_cmpfloat_with_epsilon (totals.area_before, 2 * totals.area_after, 1e-6);
  g_assert_cmpfloat_with_epsilon (totals.area_before, myo_coverage_get_area (before), 1e-6);
  g_assert_cmpfloat_with_epsilon (totals.intensity_before, 6, 1e-6);
  g_assert_cmpfloat_with_epsilon (totals.intensity_after, 3, 1e-6);
  g_assert_cmpfloat_with_epsilon (totals.load_before, totals.area_before / 100 * 6, 1e-6);
  g_assert_cmpfloat_with_epsilon (totals.load_after, totals.area_after / 100 * 3, 1e-6);
}

static void
test_empty (void)
{
  g_autoptr (MyoCoverage) before = paint_nothing ();
  g_autoptr (MyoCoverage) after = paint_nothing ();
  MyoPainTotals totals;
  g_autoptr (GArray) changes = myo_pain_change_list (before, after, &totals);
  g_autofree char *words = myo_pain_change_summarize (&totals);

  g_assert_cmpuint (changes->len, ==, 0);
  g_assert_cmpfloat (totals.area_before + totals.area_after + totals.load_before + totals.load_after, ==, 0);
  g_assert_cmpstr (words, ==, "There was no pain before, and there is none now.");
}

/* --- In words --- */

static void
test_describe (void)
{
  static const struct { MyoPainChange change; const char *words; } table[] = {
    { { "temple", MYO_SIDE_RIGHT, FALSE, 1400, 600, 6, 3 }, "Temple, right: 14 → 6.0 cm², 6 → 3 of 10" },
    { { "temple", MYO_SIDE_LEFT, FALSE, 1400, 1400, 6, 3.4 }, "Temple, left: 14 → 14 cm², 6 → 3 of 10" },
    { { "temple", MYO_SIDE_LEFT, FALSE, 1400, 0, 6, 0 }, "Temple, left: gone (was 14 cm², 6 of 10)" },
    { { "sacrum", MYO_SIDE_MIDDLE, FALSE, 0, 520, 0, 2 }, "Sacrum: new, 5.2 cm², 2 of 10" },
    { { "sacrum", MYO_SIDE_MIDDLE, FALSE, 1404, 1396, 5.8, 6.2 }, "Sacrum: unchanged, 14 cm², 6 of 10" },
    { { "ear-deep", MYO_SIDE_LEFT, TRUE, 0, 0, 6, 3 }, "Deep in the ear, left: 6 → 3 of 10" },
    { { "ear-deep", MYO_SIDE_LEFT, TRUE, 0, 0, 6, 0 }, "Deep in the ear, left: gone (was 6 of 10)" },
    { { "ear-deep", MYO_SIDE_RIGHT, TRUE, 0, 0, 0, 4 }, "Deep in the ear, right: new, 4 of 10" },
    { { "ear-deep", MYO_SIDE_RIGHT, TRUE, 0, 0, 4, 4 }, "Deep in the ear, right: unchanged, 4 of 10" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = myo_pain_change_describe (atlas, &table[i].change);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

static void
test_summarize (void)
{
  static const struct { MyoPainTotals totals; const char *words; } table[] = {
    { { 1400, 600, 6, 3, 84, 18 }, "There is less pain: it went from 14 to 6.0 cm² and from 6 to 3 of 10 on average." },
    { { 600, 1400, 3, 6, 18, 84 }, "There is more pain: it went from 6.0 to 14 cm² and from 3 to 6 of 10 on average." },
    { { 1000, 2000, 6, 3, 60, 60 }, "There is about as much pain: it went from 10 to 20 cm² and from 6 to 3 of 10 on average." },
    { { 1400, 1400, 6, 6, 84, 84 }, "The pain is unchanged: it covers 14 cm² and is 6 of 10 on average." },
    { { 1400, 0, 6, 0, 84, 0 }, "The pain is gone: before it covered 14 cm² and was 6 of 10 on average." },
    { { 0, 1400, 0, 6, 0, 84 }, "The pain is new: it covers 14 cm² and is 6 of 10 on average." },
    { { 0, 0, 6, 3, 0, 0 }, "There is less pain: it went from 6 to 3 of 10 on average." },
    { { 0, 0, 3, 6, 0, 0 }, "There is more pain: it went from 3 to 6 of 10 on average." },
    { { 0, 0, 3, 3, 0, 0 }, "The pain is unchanged: it is 3 of 10 on average." },
    { { 0, 0, 3, 0, 0, 0 }, "The pain is gone: before it was 3 of 10 on average." },
    { { 0, 0, 0, 3, 0, 0 }, "The pain is new: it is 3 of 10 on average." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = myo_pain_change_summarize (&table[i].totals);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* Only an inner place is marked: it has no area, but a strength. */
static void
test_inner_only (void)
{
  g_autoptr (MyoCoverage) before = MARK (8, MYO_QUALITY_SHARP, "lower-molars:left");
  g_autoptr (MyoCoverage) after = MARK (2, MYO_QUALITY_SHARP, "lower-molars:left");
  MyoPainTotals totals;
  g_autoptr (GArray) changes = myo_pain_change_list (before, after, &totals);
  g_autofree char *words = myo_pain_change_summarize (&totals);

  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpfloat (totals.area_before, ==, 0);
  g_assert_cmpstr (words, ==, "There is less pain: it went from 8 to 2 of 10 on average.");
}

/* --- Left never becomes right --- */

static void
assert_moved (const MyoGridRegion *region,
              MyoSide              side)
{
  g_autofree char *here = g_strdup_printf ("%s:%s", region->id, myo_side_get_nick (side));
  g_autofree char *there = g_strdup_printf ("%s:%s", region->id, myo_side_get_nick (myo_side_get_opposite (side)));
  g_autofree char *start = g_strdup_printf (side == MYO_SIDE_RIGHT ? "%s, right: gone" : "%s, left: gone",
                                            myo_atlas_get_region (atlas, region->id)->name);
  g_autoptr (MyoCoverage) before = MARK (5, MYO_QUALITY_ACHE, here);
  g_autoptr (MyoCoverage) after = MARK (5, MYO_QUALITY_ACHE, there);
  g_autoptr (GArray) changes = myo_pain_change_list (before, after, NULL);
  const MyoPainChange *gone = find_change (changes, region->id, side);
  g_autofree char *words = NULL;

  g_assert_nonnull (gone);
  words = myo_pain_change_describe (atlas, gone);
  g_assert_true (g_str_has_prefix (words, start));
}

static void
test_sides (void)
{
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      if (region->midline)
        continue;
      assert_moved (region, MYO_SIDE_RIGHT);
      assert_moved (region, MYO_SIDE_LEFT);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  load_body ();

  g_test_add_func ("/pain-change/list", test_list);
  g_test_add_func ("/pain-change/slivers", test_slivers);
  g_test_add_func ("/pain-change/totals", test_totals);
  g_test_add_func ("/pain-change/empty", test_empty);
  g_test_add_func ("/pain-change/describe", test_describe);
  g_test_add_func ("/pain-change/summarize", test_summarize);
  g_test_add_func ("/pain-change/inner-only", test_inner_only);
  g_test_add_func ("/pain-change/sides", test_sides);
  status = g_test_run ();
  free_body ();
  return status;
}
