/* Which questions a drawing raises, and what else the pain could be: first with flags and conditions made for the purpose, then with
 * those of the built-in atlas.
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
  assert_flag (myo_screening_get_alarm (small, coverage, findings), NULL);
  myo_findings_set_flag (findings, "alarm", MYO_ANSWER_NO);
  assert_flag (myo_screening_get_question (small, coverage, findings), "place");
  myo_findings_set_flag (findings, "place", MYO_ANSWER_YES);
  assert_flag (myo_screening_get_question (small, coverage, findings), "back");
  assert_flag (myo_screening_get_alarm (small, coverage, findings), "place");
  myo_findings_set_flag (findings, "back", MYO_ANSWER_YES);
  assert_flag (myo_screening_get_question (small, coverage, findings), NULL);
  assert_flag (myo_screening_get_alarm (small, coverage, findings), "place");
  /* What the drawing does not raise is no alarm. */
  myo_findings_set_flag (findings, "calf", MYO_ANSWER_YES);
  assert_flag (myo_screening_get_alarm (small, coverage, findings), "place");
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

/* --- The built-in atlas --- */

static void
assert_raises (const char *flag,
               MyoCoverage *coverage)
{
  g_autoptr (MyoFindings) findings = myo_findings_new ();

  assert_flag (myo_screening_get_question (atlas, coverage, findings), flag);
}

/* The cell of @region nearest to the middle of them all */
static guint
find_middle (const MyoGridRegion *region)
{
  double middle_x = 0, middle_y = 0, nearest = G_MAXDOUBLE, x, y;
  guint found = region->first;

  for (guint cell = region->first; cell < region->first + region->n; cell++)
    {
      g_assert_true (myo_body_grid_get_cell_place (grid, cell, region->home, &x, &y));
      middle_x += x / region->n;
      middle_y += y / region->n;
    }
  for (guint cell = region->first; cell < region->first + region->n; cell++)
    {
      double distance;

      g_assert_true (myo_body_grid_get_cell_place (grid, cell, region->home, &x, &y));
      distance = (x - middle_x) * (x - middle_x) + (y - middle_y) * (y - middle_y);
      if (distance >= nearest)
        continue;
      nearest = distance;
      found = cell;
    }
  return found;
}

/* One touch of the brush in the middle of a region; the brush's sizes are 5, 11 and 22 mm. */
static MyoCoverage *
touch (const char *id,
       MyoSide     side,
       MyoQuality  quality,
       double      radius)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  const MyoGridRegion *region = myo_body_grid_get_region (grid, (guint) myo_body_grid_find_region (grid, id));

  g_ptr_array_add (strokes, dab_on_cell (MYO_STROKE_BRUSH, find_middle (region), region->home, side, radius, 5, quality));
  return myo_coverage_new (grid, strokes);
}

static void
test_builtin_asks (void)
{
  static const struct { const char *region; MyoSide side; MyoQuality quality; const char *flag; } table[] = {
    { "chest-mid", MYO_SIDE_LEFT, MYO_QUALITY_PRESSING, "chest-pain" },
    { "chest-upper", MYO_SIDE_RIGHT, MYO_QUALITY_ACHE, "chest-pain" },
    { "sternum", MYO_SIDE_RIGHT, MYO_QUALITY_ACHE, "chest-pain" },
    { "calf-mid", MYO_SIDE_LEFT, MYO_QUALITY_ACHE, "clot" },
    { "calf-upper", MYO_SIDE_RIGHT, MYO_QUALITY_ACHE, "clot" },
    { "perineum", MYO_SIDE_RIGHT, MYO_QUALITY_ACHE, "weakness-saddle" },
    { "gluteal-cleft", MYO_SIDE_LEFT, MYO_QUALITY_TINGLING, "weakness-saddle" },
    { "temple", MYO_SIDE_LEFT, MYO_QUALITY_PRESSING, "temporal-arteritis" },
    { "temple", MYO_SIDE_RIGHT, MYO_QUALITY_ACHE, "temporal-arteritis" },
    { "forearm-dorsal", MYO_SIDE_RIGHT, MYO_QUALITY_NUMB, "new-numbness" },
    { "cheek", MYO_SIDE_LEFT, MYO_QUALITY_NUMB, "new-numbness" },
    { "heel-sole", MYO_SIDE_LEFT, MYO_QUALITY_NUMB, "new-numbness" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (MyoCoverage) coverage = touch (table[i].region, table[i].side, table[i].quality, 11);

      g_test_message ("%s", table[i].region);
      assert_raises (table[i].flag, coverage);
    }
}

/* The same brought up from a list of regions instead of with the brush, for every region that a flag names. */
static void
test_builtin_marks (void)
{
  GPtrArray *flags = myo_atlas_get_flags (atlas);
  guint n = 0;

  for (guint i = 0; i < flags->len; i++)
    {
      MyoFlag *flag = g_ptr_array_index (flags, i);

      for (guint a = 0; a < flag->asks->len; a++)
        {
          const MyoAsk *ask = g_ptr_array_index (flag->asks, a);
          const char *region = ask->region != NULL ? ask->region : "hand-dorsum";
          gboolean paired = myo_atlas_get_region (atlas, region)->paired;
          g_autofree char *text = g_strdup_printf ("%s:%s", region, paired ? "left" : "middle");
          g_autoptr (MyoCoverage) coverage = MARK (5, ask->has_quality ? ask->quality : MYO_QUALITY_ACHE, text);
          g_autoptr (GPtrArray) raised = myo_screening_list_flags (atlas, coverage);

          g_assert_true (g_ptr_array_find (raised, flag, NULL));
          n++;
        }
    }
  g_assert_cmpuint (n, >=, 10);
}

static gboolean
is_asked_for (const char *region)
{
  GPtrArray *flags = myo_atlas_get_flags (atlas);

  for (guint i = 0; i < flags->len; i++)
    {
      const MyoFlag *flag = g_ptr_array_index (flags, i);

      for (guint a = 0; a < flag->asks->len; a++)
        if (g_strcmp0 (((const MyoAsk *) flag->asks->pdata[a])->region, region) == 0)
          return TRUE;
    }
  return FALSE;
}

/* A touch anywhere else raises nothing. */
static void
test_builtin_elsewhere (void)
{
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      g_autoptr (MyoCoverage) coverage = NULL;

      if (region->inner || is_asked_for (region->id))
        continue;
      coverage = touch (region->id, MYO_SIDE_RIGHT, MYO_QUALITY_ACHE, 11);
      g_test_message ("%s", region->id);
      assert_raises (NULL, coverage);
      n++;
    }
  g_assert_cmpuint (n, >=, 100);
}

static void
test_builtin_calves (void)
{
  g_autoptr (MyoCoverage) both = MARK (5, MYO_QUALITY_ACHE, "calf-mid:left", "calf-mid:right");
  g_autoptr (MyoCoverage) crossed = MARK (5, MYO_QUALITY_ACHE, "calf-upper:left", "calf-inner:right");

  assert_raises (NULL, both);
  assert_raises (NULL, crossed);
}

static void
test_builtin_ordinary (void)
{
  static const char *const drawings[] = {
    "suprascapular:right neck-base-angle:right", "shoulder-front:left shoulder-lateral:left arm-lateral:left",
    "lumbar-lower-paraspinal:right lumbar-lower-paraspinal:left sacrum:middle", "forearm-dorsal:right elbow-lateral:right",
    "forehead:right eyebrow:right", "buttock-mid:left thigh-back-upper:left", "knee-front:right", "heel-sole:left arch-instep:left",
    "interscapular:right", "thumb-base:left", "shin:right", "angle-of-jaw:left",
  };

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    {
      g_auto (GStrv) regions = g_strsplit (drawings[i], " ", -1);
      g_autoptr (MyoCoverage) coverage = mark_all (6, MYO_QUALITY_ACHE, (const char *const *) regions);

      g_test_message ("%s", drawings[i]);
      assert_raises (NULL, coverage);
    }
}

static void
test_builtin_conditions (void)
{
  static const struct { const char *regions, *condition; } table[] = {
    { "elbow-lateral:right forearm-dorsal:right", "tennis-elbow" },
    { "knee-front:left", "front-of-knee-pain" },
    { "calf-upper:left calf-mid:left", "calf-pain" },
    { "lower-molars:left", "toothache" },
    { "heel-sole:right", "heel-pain" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) regions = g_strsplit (table[i].regions, " ", -1);
      g_autoptr (MyoCoverage) coverage = mark_all (6, MYO_QUALITY_ACHE, (const char *const *) regions);
      g_autoptr (GPtrArray) conditions = myo_screening_list_conditions (atlas, coverage, 3);

      g_test_message ("%s", table[i].regions);
      g_assert_cmpuint (conditions->len, >, 0);
      g_assert_cmpstr (((const MyoCondition *) conditions->pdata[0])->id, ==, table[i].condition);
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
  g_test_add_func ("/screening/builtin/asks", test_builtin_asks);
  g_test_add_func ("/screening/builtin/marks", test_builtin_marks);
  g_test_add_func ("/screening/builtin/elsewhere", test_builtin_elsewhere);
  g_test_add_func ("/screening/builtin/calves", test_builtin_calves);
  g_test_add_func ("/screening/builtin/ordinary", test_builtin_ordinary);
  g_test_add_func ("/screening/builtin/conditions", test_builtin_conditions);
  status = g_test_run ();
  free_body ();
  return status;
}
