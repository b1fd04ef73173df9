/* Which questions a drawing raises, and what else the pain could be: with flags and conditions made for the purpose.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage-kit.h"

#include "myo-screening.h"

/* --- An atlas of one's own; its regions are those of the drawn body --- */

/* @asks: "region", "region/one-side", "region/quality" or "/quality", between blanks */
static void
add_flag (MyoAtlas     *small,
          const char   *id,
          MyoFlagLevel  level,
          const char   *asks)
{
  MyoFlag *flag = g_new0 (MyoFlag, 1);
  g_auto (GStrv) list = g_strsplit (asks, " ", -1);

  flag->id = g_strdup (id);
  flag->name = g_strdup (id);
  flag->level = level;
  flag->asks = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_ask_free);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (list[i], "/", 2);
      MyoAsk *ask = g_new0 (MyoAsk, 1);

      ask->region = parts[0][0] != '\0' ? g_strdup (parts[0]) : NULL;
      ask->one_side = g_strcmp0 (parts[1], "one-side") == 0;
      ask->has_quality = parts[1] != NULL && !ask->one_side;
      g_assert_true (!ask->has_quality || myo_quality_from_nick (parts[1], &ask->quality));
      g_ptr_array_add (flag->asks, ask);
    }
  myo_atlas_add_flag (small, flag);
}

static MyoAtlas *
create_atlas (void)
{
  MyoAtlas *small = myo_atlas_new ();

  add_flag (small, "back", MYO_FLAG_CARE, "arm-back");
  add_flag (small, "anything-numb", MYO_FLAG_CARE, "/numb");
  add_flag (small, "calf", MYO_FLAG_STOP, "calf-upper/one-side calf-mid/one-side");
  add_flag (small, "place", MYO_FLAG_PLACE, "arm-back heel-sole");
  add_flag (small, "burning-heel", MYO_FLAG_STOP, "heel-sole/burning");
  add_flag (small, "alarm", MYO_FLAG_STOP, "arm-back");
  add_flag (small, "spine", MYO_FLAG_STOP, "sacrum/one-side");
  add_flag (small, "ear", MYO_FLAG_STOP, "ear-deep");
  return small;
}

/* @expected: ids between blanks */
static void
assert_flags_of (MyoAtlas    *of,
                 MyoCoverage *coverage,
                 const char  *expected)
{
  g_autoptr (GPtrArray) flags = myo_screening_list_flags (of, coverage);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < flags->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((const MyoFlag *) flags->pdata[i])->id);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_flags (MyoCoverage *coverage,
              const char  *expected)
{
  g_autoptr (MyoAtlas) small = create_atlas ();

  assert_flags_of (small, coverage, expected);
}

/* --- When a question is asked --- */

static void
test_nothing (void)
{
  g_autoptr (MyoCoverage) coverage = paint_nothing ();

  assert_flags (coverage, "");
}

/* Those to stop for first, then those of a place, then those for care; either side counts. */
static void
test_order (void)
{
  g_autoptr (MyoCoverage) right = MARK (5, MYO_QUALITY_ACHE, "arm-back:right");
  g_autoptr (MyoCoverage) left = paint ("arm-back", MYO_SIDE_LEFT, 0.3, 5, MYO_QUALITY_ACHE);

  assert_flags (right, "alarm place back");
  assert_flags (left, "alarm place back");
}

/* @share of the forearm aching, and beside it a part of another region */
static MyoCoverage *
paint_beside (const char *id,
              double      share,
              MyoQuality  quality)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);

  paint_part (strokes, "forearm-dorsal", MYO_SIDE_LEFT, 1, 5, MYO_QUALITY_ACHE);
  paint_part (strokes, id, MYO_SIDE_LEFT, share, 5, quality);
  return myo_coverage_new (grid, strokes);
}

/* A little over the edge is not meant, unless it is all there is. */
static void
test_sliver (void)
{
  g_autoptr (MyoCoverage) less = paint_beside ("arm-back", 0.03, MYO_QUALITY_ACHE);
  g_autoptr (MyoCoverage) more = paint_beside ("arm-back", 0.07, MYO_QUALITY_ACHE);
  g_autoptr (MyoCoverage) alone = paint ("arm-back", MYO_SIDE_LEFT, 0.03, 5, MYO_QUALITY_ACHE);

  assert_flags (less, "");
  assert_flags (more, "alarm place back");
  assert_flags (alone, "alarm place back");
}

static void
test_inner (void)
{
  g_autoptr (MyoCoverage) coverage = MARK (5, MYO_QUALITY_ACHE, "ear-deep:left");

  assert_flags (coverage, "ear");
}

/* A square centimetre is six or seven cells. */
static void
test_quality (void)
{
  const MyoGridRegion *region = myo_body_grid_get_region (grid, (guint) myo_body_grid_find_region (grid, "hand-dorsum"));
  g_autoptr (MyoCoverage) less = paint_beside ("hand-dorsum", 4.0 / region->n, MYO_QUALITY_NUMB);
  g_autoptr (MyoCoverage) more = paint_beside ("hand-dorsum", 9.0 / region->n, MYO_QUALITY_NUMB);
  g_autoptr (MyoCoverage) alone = paint ("hand-dorsum", MYO_SIDE_LEFT, 4.0 / region->n, 5, MYO_QUALITY_NUMB);
  g_autoptr (MyoCoverage) other = paint ("forearm-dorsal", MYO_SIDE_LEFT, 0.5, 5, MYO_QUALITY_TINGLING);
  g_autoptr (MyoCoverage) inner = MARK (5, MYO_QUALITY_NUMB, "mouth-palate:middle");

  assert_flags (less, "");
  assert_flags (more, "anything-numb");
  assert_flags (alone, "anything-numb");
  assert_flags (other, "");
  assert_flags (inner, "anything-numb");
}

/* What was painted over counts no more. */
static void
test_quality_replaced (void)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  g_autoptr (MyoCoverage) coverage = NULL;

  paint_part (strokes, "forearm-dorsal", MYO_SIDE_RIGHT, 0.2, 5, MYO_QUALITY_NUMB);
  paint_part (strokes, "forearm-dorsal", MYO_SIDE_RIGHT, 0.3, 5, MYO_QUALITY_ACHE);
  coverage = myo_coverage_new (grid, strokes);
  assert_flags (coverage, "");
}

static void
test_place_and_quality (void)
{
  g_autoptr (MyoCoverage) both = MARK (5, MYO_QUALITY_BURNING, "heel-sole:right");
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  g_autoptr (MyoCoverage) apart = NULL;

  paint_part (strokes, "heel-sole", MYO_SIDE_RIGHT, 0.5, 5, MYO_QUALITY_ACHE);
  paint_part (strokes, "forearm-dorsal", MYO_SIDE_RIGHT, 0.5, 5, MYO_QUALITY_BURNING);
  apart = myo_coverage_new (grid, strokes);
  assert_flags (both, "burning-heel place");
  assert_flags (apart, "place");
}

static void
test_one_side (void)
{
  g_autoptr (MyoCoverage) one = MARK (5, MYO_QUALITY_ACHE, "calf-mid:left");
  g_autoptr (MyoCoverage) same = MARK (5, MYO_QUALITY_ACHE, "calf-mid:left", "calf-upper:left");
  g_autoptr (MyoCoverage) both = MARK (5, MYO_QUALITY_ACHE, "calf-mid:left", "calf-mid:right");
  g_autoptr (MyoCoverage) crossed = MARK (5, MYO_QUALITY_ACHE, "calf-mid:left", "calf-upper:right");
  g_autoptr (MyoCoverage) middle = MARK (5, MYO_QUALITY_ACHE, "sacrum:middle");

  assert_flags (one, "calf");
  assert_flags (same, "calf");
  assert_flags (both, "");
  assert_flags (crossed, "");
  assert_flags (middle, "");
}

/* --- Answers --- */

static void
assert_flag (const MyoFlag *flag,
             const char    *expected)
{
  g_assert_cmpstr (flag != NULL ? flag->id : NULL, ==, expected);
}

static void
test_answers (void)
{
  g_autoptr (MyoAtlas) small = create_atlas ();
  g_autoptr (MyoFindings) findings = myo_findings_new ();
  g_autoptr (MyoCoverage) coverage = MARK (5, MYO_QUALITY_ACHE, "arm-back:right");

  assert_flag (myo_screening_get_question (small, coverage, findings), "alarm");
  myo_findings_set_flag (findings, "alarm", MYO_ANSWER_NO);
  assert_flag (myo_screening_get_question (small, coverage, findings), "place");
  myo_findings_set_flag (findings, "place", MYO_ANSWER_YES);
  assert_flag (myo_screening_get_question (small, coverage, findings), "back");
  myo_findings_set_flag (findings, "back", MYO_ANSWER_YES);
  assert_flag (myo_screening_get_question (small, coverage, findings), NULL);
}

/* --- Conditions --- */

static void
add_condition (MyoAtlas   *small,
               const char *id,
               const char *regions)
{
  MyoCondition *condition = g_new0 (MyoCondition, 1);
  g_auto (GStrv) list = g_strsplit (regions, " ", -1);

  condition->id = g_strdup (id);
  condition->name = g_strdup (id);
  condition->regions = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (condition->regions, g_strdup (list[i]));
  myo_atlas_add_condition (small, condition);
}

static void
assert_conditions (MyoCoverage *coverage,
                   guint        most,
                   const char  *expected)
{
  g_autoptr (MyoAtlas) small = myo_atlas_new ();
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_condition (small, "arm", "arm-back arm-front arm-lateral");
  add_condition (small, "arm-behind", "arm-back");
  add_condition (small, "heel", "heel-sole");
  add_condition (small, "ear", "ear-deep");
  add_condition (small, "nowhere", "tail");
  conditions = myo_screening_list_conditions (small, coverage, most);
  for (guint i = 0; i < conditions->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", ((const MyoCondition *) conditions->pdata[i])->id);
  g_assert_cmpstr (text->str, ==, expected);
}

/* Both cover all of it; the one whose own place is filled more comes first. */
static void
test_conditions (void)
{
  g_autoptr (MyoCoverage) nothing = paint_nothing ();
  g_autoptr (MyoCoverage) behind = MARK (5, MYO_QUALITY_ACHE, "arm-back:left");
  g_autoptr (MyoCoverage) around = MARK (5, MYO_QUALITY_ACHE, "arm-back:left", "arm-front:left");
  g_autoptr (MyoCoverage) ear = MARK (5, MYO_QUALITY_ACHE, "ear-deep:left");

  assert_conditions (nothing, 10, "");
  assert_conditions (behind, 10, "arm-behind arm");
  assert_conditions (behind, 1, "arm-behind");
  assert_conditions (around, 10, "arm arm-behind");
  assert_conditions (ear, 10, "ear");
}

/* A small place that hurts much beside a large one that hurts little */
static void
test_conditions_weight (void)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  g_autoptr (MyoCoverage) coverage = NULL;

  g_ptr_array_add (strokes, myo_stroke_new_region (MYO_STROKE_BRUSH, "arm-front", MYO_SIDE_LEFT, 1, MYO_QUALITY_ACHE));
  g_ptr_array_add (strokes, myo_stroke_new_region (MYO_STROKE_BRUSH, "heel-sole", MYO_SIDE_LEFT, 10, MYO_QUALITY_ACHE));
  coverage = myo_coverage_new (grid, strokes);
  assert_conditions (coverage, 10, "heel arm");
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  load_body ();

  g_test_add_func ("/screening/nothing", test_nothing);
  g_test_add_func ("/screening/order", test_order);
  g_test_add_func ("/screening/sliver", test_sliver);
  g_test_add_func ("/screening/inner", test_inner);
  g_test_add_func ("/screening/quality", test_quality);
  g_test_add_func ("/screening/quality/replaced", test_quality_replaced);
  g_test_add_func ("/screening/place-and-quality", test_place_and_quality);
  g_test_add_func ("/screening/one-side", test_one_side);
  g_test_add_func ("/screening/answers", test_answers);
  g_test_add_func ("/screening/conditions", test_conditions);
  g_test_add_func ("/screening/conditions/weight", test_conditions_weight);
  status = g_test_run ();
  free_body ();
  return status;
}
