/* Which questions a drawing raises, and what else the pain could be, with the flags and conditions of the built-in atlas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage-kit.h"

#include "myo-screening.h"

static void
assert_raises (const char *flag,
               MyoCoverage *coverage)
{
  g_autoptr (MyoFindings) findings = myo_findings_new ();
  const MyoFlag *question = myo_screening_get_question (atlas, coverage, findings);

  g_assert_cmpstr (question != NULL ? question->id : NULL, ==, flag);
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

  g_test_add_func ("/screening-builtin/asks", test_builtin_asks);
  g_test_add_func ("/screening-builtin/marks", test_builtin_marks);
  g_test_add_func ("/screening-builtin/elsewhere", test_builtin_elsewhere);
  g_test_add_func ("/screening-builtin/calves", test_builtin_calves);
  g_test_add_func ("/screening-builtin/ordinary", test_builtin_ordinary);
  g_test_add_func ("/screening-builtin/conditions", test_builtin_conditions);
  status = g_test_run ();
  free_body ();
  return status;
}
