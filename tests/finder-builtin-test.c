/* Drawings and the built-in atlas: left never becomes right, marking is naming, and painting comes to much the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "finder-kit.h"

static MyoSide
get_side (const MyoGridRegion *region,
          MyoSide              side)
{
  return region->midline ? MYO_SIDE_MIDDLE : side;
}

/* Order and scores are mirrored exactly but where both sides are equal. */
static void
assert_mirrored (MyoCoverage *right,
                 MyoCoverage *left)
{
  g_autoptr (GPtrArray) a = myo_finder_rank_drawing (finder, right, NULL), b = myo_finder_rank_drawing (finder, left, NULL);

  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      const MyoCandidate *m = g_ptr_array_index (a, i), *n = g_ptr_array_index (b, i);

      g_assert_true (m->muscle == n->muscle);
      g_assert_cmpfloat_with_epsilon (m->score, n->score, 0.0005);
      if (m->side == n->side)
        {
          const MyoCandidate *twin = g_ptr_array_index (a, m->side == MYO_SIDE_RIGHT ? i + 1 : i - 1);

          g_assert_true (twin->muscle == m->muscle);
          g_assert_cmpfloat_with_epsilon (twin->score, m->score, 0.0011);
        }
    }
}

/* A muscle that is felt on one side of its own only must be found on the side that is painted. */
static void
test_sides (void)
{
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      g_autoptr (MyoCoverage) right = new_coverage (), left = new_coverage ();
      g_autoptr (MyoCoverage) right_spot = new_coverage (), left_spot = new_coverage ();

      if (region->midline)
        continue;
      mark (right, region->id, MYO_SIDE_RIGHT, 5);
      mark (left, region->id, MYO_SIDE_LEFT, 5);
      assert_mirrored (right, left);
      if (region->inner)
        continue;
      paint_spot (right_spot, region->id, MYO_SIDE_RIGHT);
      paint_spot (left_spot, region->id, MYO_SIDE_LEFT);
      assert_mirrored (right_spot, left_spot);
    }
}

/* Nothing crosses over unless the atlas says so: @side is that of the pain. */
static gboolean
may_be_felt (const MyoCandidate *candidate,
             const char         *region,
             MyoSide             side)
{
  for (guint i = 0; i < candidate->muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (candidate->muscle->points, i);

      for (guint k = 0; k < point->zones->len; k++)
        {
          const MyoZone *zone = g_ptr_array_index (point->zones, k);
          gboolean both;
          MyoSide felt = myo_zone_get_side (zone, candidate->side, &both);

          if (g_str_equal (zone->region, region) && (both || felt == MYO_SIDE_MIDDLE || felt == side))
            return TRUE;
        }
    }
  return FALSE;
}

static void
test_marks_stay_on_their_side (void)
{
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid) * 2; i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i / 2);
      MyoSide side = i % 2 == 0 ? MYO_SIDE_RIGHT : MYO_SIDE_LEFT;
      g_autoptr (MyoCoverage) coverage = new_coverage ();
      g_autoptr (GPtrArray) found = NULL;

      if (region->midline)
        continue;
      mark (coverage, region->id, side, 5);
      found = myo_finder_rank_drawing (finder, coverage, NULL);
      for (guint k = 0; k < found->len; k++, n++)
        g_assert_true (may_be_felt (g_ptr_array_index (found, k), region->id, side));
    }
  g_assert_cmpuint (n, >, 1000);
}

/* A place that is named and a region that is marked are the same question. */
static void
test_marks_are_places (void)
{
  guint n_found = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      MyoPlace place = { region->id, get_side (region, MYO_SIDE_LEFT) };
      g_autoptr (MyoCoverage) coverage = new_coverage ();
      g_autoptr (GPtrArray) named = myo_finder_rank (finder, &place, 1), marked = NULL;
      g_autofree char *a = NULL, *b = NULL;

      mark (coverage, region->id, place.side, 7);
      marked = myo_finder_rank_drawing (finder, coverage, NULL);
      a = describe (named, G_MAXUINT);
      b = describe (marked, G_MAXUINT);
      g_assert_cmpstr (a, ==, b);
      for (guint k = 0; k < named->len; k++)
        {
          const MyoCandidate *m = g_ptr_array_index (named, k), *n = g_ptr_array_index (marked, k);

          g_assert_cmpfloat_with_epsilon (m->score, n->score, 1e-4);
          g_assert_cmpfloat_with_epsilon (m->share, n->share, 1e-4);
          g_assert_cmpint (m->kind, ==, n->kind);
        }
      n_found += named->len;
    }
  g_assert_cmpuint (n_found, >, 500);
}

static gboolean
is_among (GPtrArray          *candidates,
          const MyoCandidate *one,
          guint               n)
{
  for (guint i = 0; i < MIN (n, candidates->len); i++)
    {
      const MyoCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->muscle == one->muscle && candidate->side == one->side)
        return TRUE;
    }
  return FALSE;
}

/* Painted all over or marked: what leads one list is not far down the other one. */
static void
test_marks_and_paint_agree (void)
{
  guint n_regions = 0, n_agree = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      g_autoptr (MyoCoverage) painted = new_coverage (), marked = new_coverage ();
      g_autoptr (GPtrArray) a = NULL, b = NULL;

      if (region->inner || region->midline)
        continue;
      paint_part (painted, region->id, MYO_SIDE_RIGHT, 0, 1);
      mark (marked, region->id, MYO_SIDE_RIGHT, 5);
      a = myo_finder_rank_drawing (finder, painted, NULL);
      b = myo_finder_rank_drawing (finder, marked, NULL);
      if (b->len == 0)
        continue;
      n_regions++;
      if (is_among (a, get_first (b), 3) && is_among (b, get_first (a), 3))
        n_agree++;
      else
        g_test_message ("%s: painted %s, marked %s", region->id, get_first (a)->point->id, get_first (b)->point->id);
    }
  g_test_message ("%u of %u agree", n_agree, n_regions);
  g_assert_cmpuint (n_regions, >, 100);
  g_assert_cmpuint (n_agree * 100, >=, n_regions * 90);
}

static gboolean
is_named_by_a_zone (const char *region)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      const MyoCandidate as_right = { .muscle = g_ptr_array_index (muscles, i), .side = MYO_SIDE_RIGHT };
      const MyoCandidate as_left = { .muscle = as_right.muscle, .side = MYO_SIDE_LEFT };

      if (may_be_felt (&as_right, region, MYO_SIDE_RIGHT) || may_be_felt (&as_left, region, MYO_SIDE_RIGHT))
        return TRUE;
    }
  return FALSE;
}

/* Every region that no zone names is named as unexplained, and no other. */
static void
test_unexplained (void)
{
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      g_autoptr (MyoCoverage) coverage = new_coverage ();
      g_autoptr (GArray) rest = NULL;

      mark (coverage, region->id, get_side (region, MYO_SIDE_RIGHT), 5);
      rest = myo_finder_list_unexplained (finder, coverage);
      g_assert_cmpuint (rest->len, ==, is_named_by_a_zone (region->id) ? 0 : 1);
      n += rest->len;
    }
  g_test_message ("%u regions are in no zone", n);
  g_assert_cmpuint (n, <, 20);
}

/* What is painted beside all zones is named, with as much of it as lies beside them, also when a zone names the region. */
static void
test_unexplained_paint (void)
{
  g_autoptr (MyoCoverage) coverage = new_coverage ();
  g_autoptr (GArray) rest = NULL;
  const MyoCoveredRegion *left_over;

  paint_part (coverage, "forehead", MYO_SIDE_LEFT, 0, 1);
  paint_part (coverage, "temple", MYO_SIDE_LEFT, 0.4, 0.6);
  rest = myo_finder_list_unexplained (finder, coverage);
  g_assert_cmpuint (rest->len, ==, 1);
  left_over = &g_array_index (rest, MyoCoveredRegion, 0);
  g_assert_cmpstr (left_over->id, ==, "forehead");
  g_assert_cmpint (left_over->side, ==, MYO_SIDE_LEFT);
  g_assert_cmpfloat (left_over->share, >, 0.3);
  g_assert_cmpfloat (left_over->share, <, 0.8);
}

/* Sets of the true atlas: never larger than four, no muscle twice, the share that of the whole, and no member that could be left out. */
static void
test_sets (void)
{
  static const char *const regions[] = { "temple", "shoulder-front", "lumbar-lower-paraspinal", "heel-sole", "knee-front" };
  g_autoptr (MyoCoverage) coverage = new_coverage ();

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      g_autoptr (GPtrArray) sets = NULL;

      paint_part (coverage, regions[i], i % 2 == 0 ? MYO_SIDE_RIGHT : MYO_SIDE_LEFT, 0.1, 0.9);
      sets = myo_finder_explain (finder, coverage, NULL, 5);
      g_assert_cmpuint (sets->len, >=, 1);
      g_assert_cmpuint (sets->len, <=, 5);
      for (guint k = 0; k < sets->len; k++)
        {
          const MyoExplanation *explanation = g_ptr_array_index (sets, k);

          g_assert_cmpuint (explanation->candidates->len, >, 0);
          g_assert_cmpuint (explanation->candidates->len, <=, MIN (i + 1, 4));
          for (guint m = 0; m < explanation->candidates->len; m++)
            g_assert_cmpfloat (((MyoCandidate *) g_ptr_array_index (explanation->candidates, m))->share, <=, explanation->share + 1e-6);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_finder ();
  g_test_add_func ("/finder-builtin/sides", test_sides);
  g_test_add_func ("/finder-builtin/marks-stay-on-their-side", test_marks_stay_on_their_side);
  g_test_add_func ("/finder-builtin/marks-are-places", test_marks_are_places);
  g_test_add_func ("/finder-builtin/marks-and-paint-agree", test_marks_and_paint_agree);
  g_test_add_func ("/finder-builtin/unexplained", test_unexplained);
  g_test_add_func ("/finder-builtin/unexplained-paint", test_unexplained_paint);
  g_test_add_func ("/finder-builtin/sets", test_sets);
  status = g_test_run ();
  close_finder ();
  return status;
}
