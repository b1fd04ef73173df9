/* The built-in atlas holds every muscle, point, zone and technique that it is meant to hold.  What is missing is named, all of it.
 * Its texts are tested by atlas-texts-test.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "atlas-needs-kit.h"

#define N_POINTS 243
#define N_EXPLAINED 11           /* muscles that only professionals may treat */
#define N_DANGERS 107            /* muscles with a danger near them */

/* --- Muscles and points --- */

static void
test_muscles (void)
{
  for (guint i = 0; i < needs->len; i++)
    {
      const Need *need = g_ptr_array_index (needs, i);

      if (myo_atlas_get_muscle (atlas, need->id) == NULL)
        complain ("%s is missing", need->id);
    }
  assert_no_faults ();
  g_assert_cmpuint (myo_atlas_get_muscles (atlas)->len, ==, N_MUSCLES);
}

static void
check_label (const Need            *need,
             guint                  i,
             const MyoTriggerPoint *point)
{
  g_autofree char *lower = g_ascii_strdown (need->labels[i], -1);
  g_autofree char *id = g_strdup_printf ("%s-%s", need->id, lower);

  if (strcmp (point->label, need->labels[i]) != 0)
    complain ("%s: %s stands where %s should", need->id, point->label, need->labels[i]);
  if (strcmp (point->id, id) != 0)
    complain ("%s should have the id %s", point->id, id);
}

static void
check_labels (const Need *need,
              MyoMuscle  *muscle)
{
  guint n = g_strv_length (need->labels);

  if (muscle->points->len != n)
    complain ("%s: %u trigger points, should be %u", need->id, muscle->points->len, n);
  for (guint i = 0; i < MIN (n, muscle->points->len); i++)
    check_label (need, i, g_ptr_array_index (muscle->points, i));
}

static void
test_labels (void)
{
  guint n_points = 0;

  for (guint i = 0; i < needs->len; i++)
    n_points += g_strv_length (((const Need *) g_ptr_array_index (needs, i))->labels);
  g_assert_cmpuint (n_points, ==, N_POINTS);
  for_each_need (check_labels);
}

static guint
get_spot_views (const MyoTriggerPoint *point)
{
  guint views = 0;

  for (guint i = 0; i < point->spots->len; i++)
    views |= 1u << ((const MyoSpot *) g_ptr_array_index (point->spots, i))->view;
  return views;
}

/* Every view has a point, and every point a view: one at the back of a muscle does not show in front. */
static void
check_views (const Need *need,
             MyoMuscle  *muscle)
{
  guint views = 0;

  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      if ((get_spot_views (point) & need->views) == 0)
        complain ("%s shows in none of its views", point->id);
      views |= get_spot_views (point);
    }
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((need->views & ~views & (1u << view)) != 0)
      complain ("%s: no point shows in the view %s", need->id, myo_view_get_nick (view));
}

static void
test_views (void)
{
  for_each_need (check_views);
}

/* --- Zones and evidence --- */

static guint
get_area_views (const MyoZone *zone)
{
  guint views = 0;

  for (guint i = 0; i < zone->areas->len; i++)
    views |= 1u << ((const MyoArea *) g_ptr_array_index (zone->areas, i))->view;
  return views;
}

static void
check_zone (const MyoTriggerPoint *point,
            const MyoZone         *zone)
{
  const MyoRegion *region = myo_atlas_get_region (atlas, zone->region);
  guint views = get_area_views (zone);

  if (region == NULL)
    {
      complain ("%s: there is no region %s", point->id, zone->region);
      return;
    }
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((views & ~region->views & (1u << view)) != 0)
      complain ("%s: %s does not show in the view %s", point->id, zone->region, myo_view_get_nick (view));
    else if ((region->views & ~views & (1u << view)) != 0)
      complain ("%s: %s has no area in the view %s", point->id, zone->region, myo_view_get_nick (view));
}

static void
check_point (const MyoTriggerPoint *point)
{
  if (point->find == NULL || *point->find == '\0')
    complain ("%s: nothing says how to find it", point->id);
  if (point->evidence->len == 0)
    complain ("%s: no evidence", point->id);
  for (guint i = 0; i < point->zones->len; i++)
    {
      const MyoZone *zone = g_ptr_array_index (point->zones, i);
      const MyoZone *previous = g_ptr_array_index (point->zones, i > 0 ? i - 1 : 0);

      check_zone (point, zone);
      if (zone->kind < previous->kind || (i == 0 && zone->kind != MYO_ZONE_PRIMARY))
        complain ("%s: the usual pain does not come first", point->id);
    }
}

static void
check_points (const Need *need,
              MyoMuscle  *muscle)
{
  for (guint i = 0; i < muscle->points->len; i++)
    check_point (g_ptr_array_index (muscle->points, i));
}

static void
test_points (void)
{
  for_each_need (check_points);
}

/* --- Techniques and dangers --- */

static guint
count_techniques (MyoMuscle   *muscle,
                  MyoAudience  audience)
{
  guint n = 0;

  for (guint i = 0; i < muscle->techniques->len; i++)
    n += ((const MyoTechnique *) g_ptr_array_index (muscle->techniques, i))->audience == audience;
  return n;
}

static void
check_techniques (const Need *need,
                  MyoMuscle  *muscle)
{
  guint n_self = count_techniques (muscle, MYO_FOR_SELF);

  if (muscle->self_care != need->self_care)
    complain ("%s: who may treat it is wrong", need->id);
  if (count_techniques (muscle, MYO_FOR_PRACTITIONER) == 0)
    complain ("%s: no technique for the practitioner", need->id);
  if (need->self_care == MYO_SELF_CARE_PROFESSIONAL && n_self > 0)
    complain ("%s: a technique for oneself, though only professionals may treat it", need->id);
  if (need->self_care != MYO_SELF_CARE_PROFESSIONAL && n_self == 0)
    complain ("%s: no technique for oneself", need->id);
}

static void
test_techniques (void)
{
  for_each_need (check_techniques);
}

static gboolean
is_done_by_hand (const MyoStep *step)
{
  return step->kind == MYO_STEP_PRESS || step->kind == MYO_STEP_STROKE || step->kind == MYO_STEP_SQUEEZE;
}

static guint n_explained, n_dangers;

/* What only professionals may treat is explained, not done. */
static void
check_explained (const Need *need,
                 MyoMuscle  *muscle)
{
  if (need->self_care != MYO_SELF_CARE_PROFESSIONAL)
    return;
  n_explained++;
  for (guint i = 0; i < muscle->techniques->len; i++)
    {
      const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, i);

      for (guint k = 0; k < technique->steps->len; k++)
        if (is_done_by_hand (g_ptr_array_index (technique->steps, k)))
          complain ("%s does what it should only explain", technique->id);
    }
}

static void
test_explained (void)
{
  n_explained = 0;
  for_each_need (check_explained);
  g_assert_cmpuint (n_explained, ==, N_EXPLAINED);
}

static void
check_dangers (const Need *need,
               MyoMuscle  *muscle)
{
  n_dangers += need->danger;
  if (need->danger && muscle->cautions->len == 0)
    complain ("%s: the danger near it is not named", need->id);
}

static void
test_dangers (void)
{
  n_dangers = 0;
  for_each_need (check_dangers);
  g_assert_cmpuint (n_dangers, ==, N_DANGERS);
}

/* --- Related muscles --- */

static void
check_related (const Need *need,
               MyoMuscle  *muscle)
{
  if (muscle->related->len < 3)
    complain ("%s: %u related muscles", need->id, muscle->related->len);
  for (guint i = 0; i < muscle->related->len; i++)
    {
      const MyoRelated *related = g_ptr_array_index (muscle->related, i);

      if (myo_atlas_get_muscle (atlas, related->muscle) == NULL)
        complain ("%s: the related muscle %s has no entry", need->id, related->muscle);
    }
}

static void
test_related (void)
{
  for_each_need (check_related);
}

/* --- Methods and tools --- */

/* These are explained; no technique uses them. */
static const char * const needles[] = { "dry-needling", "injection", NULL };

static void
count_use (GHashTable *methods,
           GHashTable *tools)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint k = 0; k < muscle->techniques->len; k++)
        {
          const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, k);

          g_hash_table_add (methods, technique->method);
          g_hash_table_add (tools, technique->tool);
        }
    }
}

static void
test_methods_and_tools (void)
{
  static const char * const methods[] = {
    "ischaemic-compression", "sustained-pressure", "stripping", "deep-stroking", "myofascial-release", "cross-fibre-friction",
    "effleurage", "petrissage", "tapotement", "vibration", "slow-fast-squeezing", "pin-and-stretch", "contract-relax",
    "stretching", "breathing", "heat",
  };
  static const char * const tools[] = {
    "fingers", "thumbs", "knuckles", "elbow", "palm", "ball-wall", "ball-floor", "foam-roller", "hook", "massager", "heat-pack",
  };
  g_autoptr(GHashTable) used_methods = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) used_tools = g_hash_table_new (g_str_hash, g_str_equal);

  count_use (used_methods, used_tools);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (!g_hash_table_contains (used_methods, methods[i]))
      complain ("no technique uses the method %s", methods[i]);
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (!g_hash_table_contains (used_tools, tools[i]))
      complain ("no technique uses the tool %s", tools[i]);
  for (guint i = 0; needles[i] != NULL; i++)
    if (myo_atlas_get_method (atlas, needles[i]) == NULL || g_hash_table_contains (used_methods, needles[i]))
      complain ("%s should be explained and used by no technique", needles[i]);
  assert_no_faults ();
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_atlas_and_needs ();

  g_test_add_func ("/atlas-complete/muscles", test_muscles);
  g_test_add_func ("/atlas-complete/labels", test_labels);
  g_test_add_func ("/atlas-complete/views", test_views);
  g_test_add_func ("/atlas-complete/points", test_points);
  g_test_add_func ("/atlas-complete/techniques", test_techniques);
  g_test_add_func ("/atlas-complete/explained", test_explained);
  g_test_add_func ("/atlas-complete/dangers", test_dangers);
  g_test_add_func ("/atlas-complete/related", test_related);
  g_test_add_func ("/atlas-complete/methods-and-tools", test_methods_and_tools);
  result = g_test_run ();
  free_atlas_and_needs ();
  return result;
}
