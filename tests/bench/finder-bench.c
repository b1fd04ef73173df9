/* How long it takes from painful places or a drawing to the ranked list: for the true atlas, and for made-up ones of growing size.
 *
 * The made-up atlases have six zones to a point, each over a random place of the body and about as large as the true ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench.h"
#include "myo-atlas-reader.h"
#include "myo-finder.h"

#define N_ZONES 6
#define N_POINTS_OF_A_MUSCLE 2
#define N_QUERIES 100

static MyoDrawings *drawings;
static MyoBodyGrid *grid;

/* --- Made-up atlases --- */

static MyoZone *
create_zone (GRand *rand,
             guint  i)
{
  MyoZone *zone = myo_zone_new ();
  MyoArea *area = g_new0 (MyoArea, 1);
  guint cell = (guint) g_rand_int_range (rand, 0, (gint32) myo_body_grid_get_n_cells (grid));
  const MyoGridRegion *region = myo_body_grid_get_region (grid, myo_body_grid_get_cell_region (grid, cell));
  double x, y;

  g_assert_true (myo_body_grid_get_cell_place (grid, cell, region->home, &x, &y));
  zone->region = g_strdup (region->id);
  zone->kind = i < 2 ? MYO_ZONE_PRIMARY : MYO_ZONE_SPILLOVER;
  zone->side = g_rand_int_range (rand, 0, 8) == 0 ? MYO_ZONE_BOTH : MYO_ZONE_SAME;
  area->view = region->home;
  area->path = g_strdup_printf ("M%.1f %.1fc30 0 45 20 45 50s-15 50-45 50-45-20-45-50 15-50 45-50z", x, y - 50);
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
  myo_atlas_get_muscles (atlas);
  return atlas;
}

/* --- Drawings --- */

typedef struct
{
  const char  *name;
  MyoCoverage *coverage;
} Drawing;

static void
paint (MyoCoverage *coverage,
       guint        cell,
       MyoSide      side,
       double       radius)
{
  MyoView view = myo_body_grid_get_region (grid, myo_body_grid_get_cell_region (grid, cell))->home;
  gboolean mirrored = myo_view_is_mirrored (view);
  g_autoptr (MyoStroke) stroke = myo_stroke_new (MYO_STROKE_BRUSH, view, mirrored ? MYO_SIDE_MIDDLE : side,
                                                 1 + (int) (cell % 10), MYO_QUALITY_ACHE);
  double x, y, width, height;

  myo_body_grid_get_cell_place (grid, cell, view, &x, &y);
  myo_view_get_size (view, &width, &height);
  myo_stroke_add_dab (stroke, mirrored && side == MYO_SIDE_LEFT ? width - x : x, y, radius);
  myo_coverage_apply (coverage, stroke, 0);
}

/* Spots all over the body, one for every @step cells of each half. */
static MyoCoverage *
create_coverage (guint  step,
                 double radius)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  MyoCoverage *coverage = myo_coverage_new (grid, none);

  for (guint i = step / 2; i < myo_body_grid_get_n_cells (grid); i += step)
    {
      paint (coverage, i, MYO_SIDE_RIGHT, radius);
      paint (coverage, i, MYO_SIDE_LEFT, radius);
    }
  return coverage;
}

/* --- Measuring --- */

typedef void (*Query) (MyoFinder *finder, gconstpointer data, guint i);

static double
measure (MyoFinder     *finder,
         Query          query,
         gconstpointer  data)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_QUERIES; i++)
    {
      double start = bench_now_ms (), ms;

      query (finder, data, i);
      ms = bench_now_ms () - start;
      g_array_append_val (samples, ms);
    }
  return bench_get_quantile (samples, .5);
}

static void
rank_places (MyoFinder     *finder,
             gconstpointer  data,
             guint          i)
{
  MyoPlace places[3];

  for (guint k = 0; k < G_N_ELEMENTS (places); k++)
    places[k] = (MyoPlace) { myo_body_grid_get_region (grid, (i * 7 + k * 31) % myo_body_grid_get_n_regions (grid))->id, k % 2 };
  g_ptr_array_unref (myo_finder_rank (finder, places, G_N_ELEMENTS (places)));
}

static void
look_at_place (MyoFinder     *finder,
               gconstpointer  data,
               guint          i)
{
  g_ptr_array_unref (myo_finder_at (finder, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 100 + i * 2, 100 + i * 15));
}

static void
rank_drawing (MyoFinder     *finder,
              gconstpointer  data,
              guint          i)
{
  g_ptr_array_unref (myo_finder_rank_drawing (finder, (MyoCoverage *) data, NULL));
}

static void
explain (MyoFinder     *finder,
         gconstpointer  data,
         guint          i)
{
  g_ptr_array_unref (myo_finder_explain (finder, (MyoCoverage *) data, NULL, 3));
}

static void
list_unexplained (MyoFinder     *finder,
                  gconstpointer  data,
                  guint          i)
{
  g_array_unref (myo_finder_list_unexplained (finder, (MyoCoverage *) data));
}

/* --- What is printed --- */

static void
print_one (const char *what,
           const char *drawing,
           const char *atlas,
           double      ms,
           double      ratio)
{
  g_autofree char *name = drawing != NULL ? g_strdup_printf ("finder-%s-%s-%s", what, drawing, atlas)
                                          : g_strdup_printf ("finder-%s-%s", what, atlas);

  bench_print (name, ms, "ms", ratio);
}

static void
bench_builtin (const Drawing *list,
               guint          n)
{
  g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (NULL);
  g_autoptr (MyoFinder) finder = myo_finder_new (atlas, drawings);
  double start = bench_now_ms ();

  myo_finder_prepare (finder, grid);
  print_one ("prepare", NULL, "builtin", bench_now_ms () - start, 0);
  print_one ("rank", NULL, "builtin", measure (finder, rank_places, NULL), 0);
  for (guint i = 0; i < n; i++)
    {
      print_one ("drawing", list[i].name, "builtin", measure (finder, rank_drawing, list[i].coverage), 0);
      print_one ("sets", list[i].name, "builtin", measure (finder, explain, list[i].coverage), 0);
      print_one ("unexplained", list[i].name, "builtin", measure (finder, list_unexplained, list[i].coverage), 0);
    }
}

/* The time for one point, beside that of the smallest atlas: 1 is linear. */
static void
print_growth (const char *what,
              const char *drawing,
              guint       n_points,
              double      ms,
              double     *per_point)
{
  g_autofree char *size = g_strdup_printf ("%u-points", n_points);

  print_one (what, drawing, size, ms, *per_point > 0 ? ms / n_points / *per_point : 0);
  if (*per_point <= 0)
    *per_point = ms / n_points;
}

static void
bench_size (const Drawing *list,
            guint          n,
            guint          n_points,
            double        *per_point)
{
  g_autoptr (MyoAtlas) atlas = create_atlas (n_points);
  g_autofree char *size = g_strdup_printf ("%u-points", n_points);
  g_autoptr (MyoFinder) finder = NULL;
  double start = bench_now_ms ();

  finder = myo_finder_new (atlas, drawings);
  print_one ("index", NULL, size, bench_now_ms () - start, 0);
  print_growth ("rank", NULL, n_points, measure (finder, rank_places, NULL), &per_point[0]);
  print_growth ("at", NULL, n_points, measure (finder, look_at_place, NULL), &per_point[1]);
  start = bench_now_ms ();
  myo_finder_prepare (finder, grid);
  print_growth ("prepare", NULL, n_points, bench_now_ms () - start, &per_point[2]);
  for (guint i = 0; i < n; i++)
    print_growth ("drawing", list[i].name, n_points, measure (finder, rank_drawing, list[i].coverage), &per_point[3 + i]);
}

int
main (void)
{
  static const guint sizes[] = { 250, 500, 1000, 2500, 5000, 10000 };
  g_autoptr (GError) error = NULL;
  double per_point[6] = { 0 };

  drawings = myo_drawings_new ();
  grid = myo_body_grid_new (drawings, &error);
  g_assert_no_error (error);
  {
    guint all = myo_body_grid_get_n_cells (grid);
    Drawing list[] = {
      { "small", create_coverage (all, 15) }, { "typical", create_coverage (all / 6, 40) }, { "whole-body", create_coverage (1, 5) },
    };

    bench_builtin (list, G_N_ELEMENTS (list));
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      bench_size (list, G_N_ELEMENTS (list), sizes[i], per_point);
    for (guint i = 0; i < G_N_ELEMENTS (list); i++)
      myo_coverage_unref (list[i].coverage);
  }
  myo_body_grid_unref (grid);
  g_object_unref (drawings);
  return 0;
}
