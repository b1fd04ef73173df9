/* How long it takes from painful places to the ranked list, for atlases of growing size.
 *
 * The atlases are made up: each point has six zones among as many regions as the true atlas has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "myo-finder.h"

#define N_REGIONS 158
#define N_ZONES 6
#define N_POINTS_OF_A_MUSCLE 2
#define N_QUERIES 100

static char *
name_region (guint i)
{
  return g_strdup_printf ("region-%u", i);
}

static MyoZone *
create_zone (GRand *rand,
             guint  i)
{
  MyoZone *zone = myo_zone_new ();
  MyoArea *area = g_new0 (MyoArea, 1);
  double x = g_rand_double_range (rand, 100, 300), y = g_rand_double_range (rand, 50, 1700);

  zone->region = name_region ((guint) g_rand_int_range (rand, 0, N_REGIONS));
  zone->kind = i < 2 ? MYO_ZONE_PRIMARY : MYO_ZONE_SPILLOVER;
  zone->side = g_rand_int_range (rand, 0, 8) == 0 ? MYO_ZONE_BOTH : MYO_ZONE_SAME;
  area->view = MYO_VIEW_FRONT;
  area->path = g_strdup_printf ("M%.1f %.1fc20 0 30 10 30 30s-10 30-30 30-30-10-30-30 10-30 30-30z", x, y);
  g_ptr_array_add (zone->areas, area);
  return zone;
}

static MyoMuscle *
create_muscle (GRand *rand,
               guint  number)
{
  MyoMuscle *muscle = myo_muscle_new ();

  muscle->id = g_strdup_printf ("muscle-%u", number);
  muscle->name = g_strdup (muscle->id);
  for (guint i = 0; i < N_POINTS_OF_A_MUSCLE; i++)
    {
      MyoTriggerPoint *point = myo_trigger_point_new ();

      point->id = g_strdup_printf ("%s-trp%u", muscle->id, i + 1);
      point->label = g_strdup_printf ("TrP%u", i + 1);
      for (guint k = 0; k < N_ZONES; k++)
        g_ptr_array_add (point->zones, create_zone (rand, k));
      g_ptr_array_add (muscle->points, point);
    }
  return muscle;
}

static MyoAtlas *
create_atlas (guint n_points)
{
  MyoAtlas *atlas = myo_atlas_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint i = 0; i < n_points / N_POINTS_OF_A_MUSCLE; i++)
    myo_atlas_add_muscle (atlas, create_muscle (rand, i));
  return atlas;
}

/* The median time of a query for three places. */
static double
measure_rank (MyoFinder *finder)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_QUERIES; i++)
    {
      MyoPlace places[3];
      double start, ms;

      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        places[k] = (MyoPlace) { name_region ((guint) g_rand_int_range (rand, 0, N_REGIONS)), k % 2 };
      start = bench_now_ms ();
      g_ptr_array_unref (myo_finder_rank (finder, places, G_N_ELEMENTS (places)));
      ms = bench_now_ms () - start;
      g_array_append_val (samples, ms);
      for (guint k = 0; k < G_N_ELEMENTS (places); k++)
        g_free ((char *) places[k].region);
    }
  return bench_get_quantile (samples, .5);
}

static double
measure_at (MyoFinder *finder)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_QUERIES; i++)
    {
      double start = bench_now_ms (), ms;

      g_ptr_array_unref (myo_finder_at (finder, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 100 + i * 2, 100 + i * 15));
      ms = bench_now_ms () - start;
      g_array_append_val (samples, ms);
    }
  return bench_get_quantile (samples, .5);
}

static void
bench_size (MyoDrawings *drawings,
            guint        n_points,
            double      *per_point)
{
  g_autoptr (MyoAtlas) atlas = create_atlas (n_points);
  g_autofree char *index = g_strdup_printf ("finder-index-%u-points", n_points);
  g_autofree char *rank = g_strdup_printf ("finder-rank-%u-points", n_points);
  g_autofree char *at = g_strdup_printf ("finder-at-%u-points", n_points);
  g_autoptr (MyoFinder) finder = NULL;
  double start, ms;

  myo_atlas_get_muscles (atlas);
  start = bench_now_ms ();
  finder = myo_finder_new (atlas, drawings);
  bench_print (index, bench_now_ms () - start, "ms", 0);
  ms = measure_rank (finder);
  /* the time for one point, beside that of the smallest atlas: 1 is linear */
  bench_print (rank, ms, "ms", *per_point > 0 ? ms / n_points / *per_point : 0);
  if (*per_point <= 0)
    *per_point = ms / n_points;
  bench_print (at, measure_at (finder), "ms", 0);
}

int
main (void)
{
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();
  double per_point = 0;

  bench_size (drawings, 250, &per_point);
  bench_size (drawings, 2500, &per_point);
  bench_size (drawings, 10000, &per_point);
  return 0;
}
