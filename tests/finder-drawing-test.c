/* A drawing → muscles: the order, the sides, sets of muscles, and what is left over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "finder-kit.h"

/* --- An atlas of a few points, their zones drawn over parts of true regions --- */

typedef struct
{
  MyoAtlas  *atlas;
  MyoFinder *finder;
} Fixture;

/* The path of squares over the cells between two shares of a region. */
static char *
draw_part (const MyoGridRegion *region,
           double               from,
           double               to)
{
  GString *path = g_string_new (NULL);

  for (guint i = (guint) (from * region->n); i < (guint) (to * region->n); i++)
    {
      char text[2][G_ASCII_DTOSTR_BUF_SIZE];
      double x, y;

      myo_body_grid_get_cell_place (grid, region->first + i, region->home, &x, &y);
      g_ascii_formatd (text[0], sizeof text[0], "%.2f", x - MYO_CELL / 2);
      g_ascii_formatd (text[1], sizeof text[1], "%.2f", y - MYO_CELL / 2);
      g_string_append_printf (path, "M%s %sh4v4h-4z", text[0], text[1]);
    }
  return g_string_free (path, FALSE);
}

/* @text: "region kind side from to": kind p or s, side as in the atlas: = same, x opposite, b both, m middle; shares of the region */
static MyoZone *
create_zone (const char *text)
{
  static const char sides[] = "=xbm";
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const MyoGridRegion *region = get_region (words[0]);
  MyoZone *zone = myo_zone_new ();
  MyoArea *area = g_new0 (MyoArea, 1);

  g_assert_cmpuint (g_strv_length (words), ==, 5);
  zone->region = g_strdup (words[0]);
  zone->kind = words[1][0] == 'p' ? MYO_ZONE_PRIMARY : MYO_ZONE_SPILLOVER;
  zone->side = (MyoZoneSide) (strchr (sides, words[2][0]) - sides);
  area->view = region->home;
  area->path = draw_part (region, g_ascii_strtod (words[3], NULL), g_ascii_strtod (words[4], NULL));
  g_ptr_array_add (zone->areas, area);
  return zone;
}

static void
add_muscle (MyoAtlas   *to,
            const char *id,
            int         prevalence,
            const char *zones)
{
  g_auto (GStrv) list = g_strsplit (zones, ",", -1);
  MyoMuscle *muscle = myo_muscle_new ();
  MyoTriggerPoint *point = myo_trigger_point_new ();
  MyoPrevalence *common = g_new0 (MyoPrevalence, 1);

  muscle->id = g_strdup (id);
  muscle->name = g_strdup (id);
  point->id = g_strdup_printf ("%s-trp1", id);
  point->label = g_strdup ("TrP1");
  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (point->zones, create_zone (list[i]));
  g_ptr_array_add (muscle->points, point);
  myo_atlas_add_muscle (to, muscle);
  common->id = g_strdup (id);
  common->level = prevalence;
  common->evidence = g_ptr_array_new ();
  myo_atlas_add_prevalence (to, common);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  fixture->atlas = myo_atlas_new ();
  add_muscle (fixture->atlas, "upper", 3, "arm-back p = 0 0.4");
  add_muscle (fixture->atlas, "lower", 3, "arm-back p = 0.6 1");
  add_muscle (fixture->atlas, "elsewhere", 3, "arm-back s = 0 0.4,calf-upper p = 0 1,knee-back p = 0 1,heel-sole p = 0 1");
  add_muscle (fixture->atlas, "rare", 1, "chest-upper p = 0 1");
  add_muscle (fixture->atlas, "common", 5, "chest-upper p = 0 1");
  add_muscle (fixture->atlas, "regular", 3, "chest-upper p = 0 1");
  add_muscle (fixture->atlas, "crossed", 3, "lumbar-lower-paraspinal p x 0 1");
  add_muscle (fixture->atlas, "central", 3, "sternum p m 0 1");
  fixture->finder = myo_finder_new (fixture->atlas, NULL);
  myo_finder_prepare (fixture->finder, grid);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_unref (fixture->finder);
  g_object_unref (fixture->atlas);
}

static void
assert_ranked (Fixture     *fixture,
               MyoCoverage *coverage,
               MyoFindings *findings,
               const char  *wanted)
{
  g_autoptr (GPtrArray) found = myo_finder_rank_drawing (fixture->finder, coverage, findings);
  g_autofree char *text = describe (found, G_MAXUINT);

  g_assert_cmpstr (text, ==, wanted);
}

/* --- The order --- */

/* In the same region the muscle whose zone is painted comes first, the other one explains by half, one mostly elsewhere sinks. */
static void
test_zones (Fixture       *fixture,
            gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) above = new_coverage (), below = new_coverage ();
  g_autoptr (GPtrArray) found = NULL;

  paint_part (above, "arm-back", MYO_SIDE_RIGHT, 0, 0.4);
  paint_part (below, "arm-back", MYO_SIDE_LEFT, 0.6, 1);
  assert_ranked (fixture, above, NULL, "upper:right lower:right elsewhere:right");
  assert_ranked (fixture, below, NULL, "lower:left upper:left elsewhere:left");
  found = myo_finder_rank_drawing (fixture->finder, above, NULL);
  g_assert_cmpfloat_with_epsilon (get_first (found)->score, 1, 0.02);
  g_assert_cmpfloat_with_epsilon (get_first (found)->share, 1, 0.02);
  g_assert_cmpfloat_with_epsilon (((MyoCandidate *) g_ptr_array_index (found, 1))->share, 0.5, 0.02);
}

/* A region marked whole says nothing of where in it. */
static void
test_mark (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (GPtrArray) found = NULL;

  mark (coverage, "arm-back", MYO_SIDE_RIGHT, 5);
  assert_ranked (fixture, coverage, NULL, "lower:right upper:right elsewhere:right");
  found = myo_finder_rank_drawing (fixture->finder, coverage, NULL);
  g_assert_cmpfloat_with_epsilon (get_first (found)->score, 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_first (found)->share, 1, 1e-6);
}

/* The stronger of two pains leads. */
static void
test_intensity (Fixture       *fixture,
                gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();

  mark (coverage, "chest-upper", MYO_SIDE_RIGHT, 2);
  mark (coverage, "lumbar-lower-paraspinal", MYO_SIDE_RIGHT, 9);
  assert_ranked (fixture, coverage, NULL, "crossed:left common:right regular:right rare:right");
}

static void
test_ties (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();

  paint_spot (coverage, "chest-upper", MYO_SIDE_LEFT);
  assert_ranked (fixture, coverage, NULL, "common:left regular:left rare:left");
}

static void
test_middle (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) painted = new_coverage (), marked = new_coverage ();

  paint_part (painted, "sternum", MYO_SIDE_LEFT, 0.2, 0.8);
  assert_ranked (fixture, painted, NULL, "central:right central:left");
  mark (marked, "sternum", MYO_SIDE_MIDDLE, 4);
  assert_ranked (fixture, marked, NULL, "central:right central:left");
}

static void
test_findings (Fixture       *fixture,
               gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (MyoFindings) findings = myo_findings_new ();
  g_autoptr (GPtrArray) sets = NULL, found = NULL;

  mark (coverage, "chest-upper", MYO_SIDE_RIGHT, 5);
  myo_findings_set_sign (findings, "common", MYO_SIDE_RIGHT, MYO_SIGN_TENDER, MYO_ANSWER_NO);
  g_assert_true (myo_findings_is_refuted (findings, "common", MYO_SIDE_RIGHT));
  assert_ranked (fixture, coverage, findings, "regular:right rare:right common:right");
  found = myo_finder_rank_drawing (fixture->finder, coverage, findings);
  g_assert_false (get_first (found)->refuted);
  g_assert_true (((MyoCandidate *) g_ptr_array_index (found, 2))->refuted);
  sets = myo_finder_explain (fixture->finder, coverage, findings, 9);
  g_assert_cmpuint (sets->len, ==, 2);
  for (guint i = 0; i < sets->len; i++)
    g_assert_cmpstr (get_first (((MyoExplanation *) g_ptr_array_index (sets, i))->candidates)->muscle->id, !=, "common");
}

/* Another side was checked: nothing changes. */
static void
test_findings_side (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (MyoFindings) findings = myo_findings_new ();

  mark (coverage, "chest-upper", MYO_SIDE_RIGHT, 5);
  myo_findings_set_sign (findings, "common", MYO_SIDE_LEFT, MYO_SIGN_TENDER, MYO_ANSWER_NO);
  assert_ranked (fixture, coverage, findings, "common:right regular:right rare:right");
}

/* --- Sets --- */

static char *
describe_set (GPtrArray *sets,
              guint      i)
{
  const MyoExplanation *explanation = g_ptr_array_index (sets, i);

  return describe (explanation->candidates, G_MAXUINT);
}

/* Two pains far from each other need two muscles, and no third one; the commoner of equals comes first. */
static void
test_sets (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (GPtrArray) sets = NULL;
  g_autofree char *first = NULL;

  paint_part (coverage, "arm-back", MYO_SIDE_RIGHT, 0, 0.4);
  mark (coverage, "chest-upper", MYO_SIDE_LEFT, 5);
  sets = myo_finder_explain (fixture->finder, coverage, NULL, 9);
  /* three for the chest times two for the arm: the one that is mostly elsewhere explains it too, but is not in the first set */
  g_assert_cmpuint (sets->len, ==, 6);
  first = describe_set (sets, 0);
  g_assert_nonnull (strstr (first, "common:left"));
  g_assert_nonnull (strstr (first, "upper:right"));
  for (guint i = 0; i < sets->len; i++)
    {
      const MyoExplanation *explanation = g_ptr_array_index (sets, i);

      g_assert_cmpuint (explanation->candidates->len, ==, 2);
      g_assert_cmpfloat_with_epsilon (explanation->share, 1, 0.02);
    }
}

/* Both halves of a region: the two together explain all of it, each alone its own half and the other by half. */
static void
test_sets_overlap (Fixture       *fixture,
                   gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (GPtrArray) sets = NULL;
  const MyoExplanation *explanation;

  paint_part (coverage, "arm-back", MYO_SIDE_RIGHT, 0, 0.4);
  paint_part (coverage, "arm-back", MYO_SIDE_RIGHT, 0.6, 1);
  sets = myo_finder_explain (fixture->finder, coverage, NULL, 1);
  g_assert_cmpuint (sets->len, ==, 1);
  explanation = g_ptr_array_index (sets, 0);
  g_assert_cmpuint (explanation->candidates->len, ==, 2);
  g_assert_cmpfloat_with_epsilon (explanation->share, 1, 0.02);
  g_assert_cmpfloat_with_epsilon (get_first (explanation->candidates)->share, 0.75, 0.02);
}

static void
test_sets_single (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (GPtrArray) sets = NULL;
  g_autofree char *first = NULL;

  mark (coverage, "lumbar-lower-paraspinal", MYO_SIDE_LEFT, 5);
  sets = myo_finder_explain (fixture->finder, coverage, NULL, 9);
  g_assert_cmpuint (sets->len, ==, 1);
  first = describe_set (sets, 0);
  g_assert_cmpstr (first, ==, "crossed:right");
}

/* --- What is left over --- */

static void
test_unexplained (Fixture       *fixture,
                  gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GPtrArray) sets = NULL;
  const MyoCoveredRegion *region;

  mark (coverage, "lumbar-lower-paraspinal", MYO_SIDE_LEFT, 5);
  paint_part (coverage, "forehead", MYO_SIDE_LEFT, 0, 0.5);
  rest = myo_finder_list_unexplained (fixture->finder, coverage);
  g_assert_cmpuint (rest->len, ==, 1);
  region = &g_array_index (rest, MyoCoveredRegion, 0);
  g_assert_cmpstr (region->id, ==, "forehead");
  g_assert_cmpint (region->side, ==, MYO_SIDE_LEFT);
  g_assert_cmpfloat_with_epsilon (region->share, 0.5, 0.02);
  g_assert_cmpfloat_with_epsilon (region->intensity, 5, 1e-6);
  g_assert_cmpuint (region->qualities, ==, 1u << MYO_QUALITY_BURNING);
  sets = myo_finder_explain (fixture->finder, coverage, NULL, 1);
  g_assert_cmpfloat_with_epsilon (((MyoExplanation *) g_ptr_array_index (sets, 0))->share, 0.5, 0.02);
}

static void
test_unexplained_mark (Fixture       *fixture,
                       gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (GArray) rest = NULL;

  mark (coverage, "eye-behind", MYO_SIDE_RIGHT, 5);
  mark (coverage, "heel-sole", MYO_SIDE_RIGHT, 5);
  rest = myo_finder_list_unexplained (fixture->finder, coverage);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpstr (g_array_index (rest, MyoCoveredRegion, 0).id, ==, "eye-behind");
}

static void
assert_nothing (MyoFinder   *asked,
                MyoCoverage *coverage)
{
  g_autoptr (GPtrArray) found = myo_finder_rank_drawing (asked, coverage, NULL);
  g_autoptr (GPtrArray) sets = myo_finder_explain (asked, coverage, NULL, 3);

  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (sets->len, ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (GArray) rest = myo_finder_list_unexplained (finder, coverage);

  g_assert_cmpuint (rest->len, ==, 0);
  assert_nothing (finder, coverage);
}

/* Painted, but nowhere that any muscle is felt. */
static void
test_nobody (Fixture       *fixture,
             gconstpointer  user_data)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();

  mark (coverage, "forehead", MYO_SIDE_RIGHT, 5);
  assert_nothing (fixture->finder, coverage);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_finder ();
#define ADD(name, func) g_test_add ("/finder-drawing/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("zones", test_zones);
  ADD ("mark", test_mark);
  ADD ("intensity", test_intensity);
  ADD ("ties", test_ties);
  ADD ("middle", test_middle);
  ADD ("findings", test_findings);
  ADD ("findings-side", test_findings_side);
  ADD ("sets", test_sets);
  ADD ("sets-overlap", test_sets_overlap);
  ADD ("sets-single", test_sets_single);
  ADD ("unexplained", test_unexplained);
  ADD ("unexplained-mark", test_unexplained_mark);
  ADD ("nobody", test_nobody);
  g_test_add_func ("/finder-drawing/empty", test_empty);
  status = g_test_run ();
  close_finder ();
  return status;
}
