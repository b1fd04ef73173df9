/* From every trigger point of the atlas to a drawing and back: its zones are painted by an unsteady hand that leaves out a part and adds
 * what does not belong there, and the muscle must be found again on its side.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "finder-kit.h"

#define JITTER         8.0         /* mm, in any direction */
#define BRUSH          5.0         /* mm, half the width */
#define N_CELLS_A_DAB  4           /* cells of the zones for each dab; a dab covers about five */
#define LEFT_OUT       0.30        /* of the area */
#define N_HOLES        3
#define ADDED          0.10        /* of the area */
#define N_SPOTS        2
#define MUST_BE_FIRST  0.85
#define MUST_BE_THIRD  0.97

static const guint32 seeds[] = { 1, 2026, 77003, 424242 };

/* --- The cells of a point's zones --- */

typedef struct
{
  guint8  kind;                    /* 0: none, 1 spillover, 2 primary */
  MyoView view;                    /* of the area that covers it */
} Painted;

typedef struct
{
  Painted       *sides[2];
  const MyoZone *zone;
  MyoSide        side;             /* of the muscle */
  MyoView        view;
} Zones;

static void
cover (Zones  *zones,
       guint   cell,
       MyoSide side)
{
  Painted *painted = &zones->sides[side][cell];
  guint8 kind = zones->zone->kind == MYO_ZONE_PRIMARY ? 2 : 1;

  if (kind > painted->kind)
    *painted = (Painted) { kind, zones->view };
}

static void
cover_drawn (guint    cell,
             MyoSide  drawn,
             gpointer user_data)
{
  Zones *zones = user_data;
  gboolean both;
  MyoSide felt = myo_zone_get_side (zones->zone, zones->side, &both);

  if (both || felt == MYO_SIDE_MIDDLE)
    {
      cover (zones, cell, MYO_SIDE_RIGHT);
      cover (zones, cell, MYO_SIDE_LEFT);
    }
  else
    cover (zones, cell, felt == MYO_SIDE_RIGHT ? drawn : myo_side_get_opposite (drawn));
}

static void
cover_point (Zones                 *zones,
             const MyoTriggerPoint *point)
{
  for (guint i = 0; i < point->zones->len; i++)
    {
      zones->zone = g_ptr_array_index (point->zones, i);
      for (guint k = 0; k < zones->zone->areas->len; k++)
        {
          const MyoArea *area = g_ptr_array_index (zones->zone->areas, k);

          zones->view = area->view;
          myo_body_grid_mask_path (grid, area->view, area->path, area->brush, cover_drawn, zones);
        }
    }
}

/* --- Painting --- */

typedef struct
{
  guint   cell;
  MyoSide side;
  Painted painted;
} Place;

static void
paint_dab (MyoCoverage *coverage,
           GRand       *rand,
           const Place *place,
           double       radius,
           double       jitter)
{
  MyoView view = place->painted.view;
  gboolean mirrored = myo_view_is_mirrored (view);
  g_autoptr (MyoStroke) stroke = myo_stroke_new (MYO_STROKE_BRUSH, view, mirrored ? MYO_SIDE_MIDDLE : place->side,
                                                 place->painted.kind == 2 ? 7 : 4, MYO_QUALITY_ACHE);
  double x, y, width, height;

  g_assert_true (myo_body_grid_get_cell_place (grid, place->cell, view, &x, &y));
  myo_view_get_size (view, &width, &height);
  if (mirrored && place->side == MYO_SIDE_LEFT)
    x = width - x;
  myo_stroke_add_dab (stroke, x + g_rand_double_range (rand, -jitter, jitter), y + g_rand_double_range (rand, -jitter, jitter), radius);
  myo_coverage_apply (coverage, stroke, 0);
}

static GArray *
list_places (const Zones *zones)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    for (guint i = 0; i < myo_body_grid_get_n_cells (grid); i++)
      if (zones->sides[side][i].kind > 0)
        g_array_append_val (places, ((Place) { i, side, zones->sides[side][i] }));
  return places;
}

/* Holes are stretches of the cells in their order: some rows of a region, a whole small one. */
static void
leave_out (GArray *places,
           GRand  *rand)
{
  guint length = (guint) (places->len * LEFT_OUT / N_HOLES);

  for (guint i = 0; i < N_HOLES; i++)
    g_array_remove_range (places, (guint) g_rand_int_range (rand, 0, (gint32) (places->len - length)), length);
}

static void
paint_kind (MyoCoverage  *coverage,
            GRand        *rand,
            const GArray *places,
            guint8        kind)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (place->painted.kind == kind && g_rand_int_range (rand, 0, N_CELLS_A_DAB) == 0)
        paint_dab (coverage, rand, place, BRUSH, JITTER);
    }
}

static void
paint_elsewhere (MyoCoverage *coverage,
                 GRand       *rand,
                 guint        n_cells)
{
  double radius = sqrt (n_cells * myo_body_grid_get_cell_area (grid) * ADDED / N_SPOTS / G_PI);

  for (guint i = 0; i < N_SPOTS; i++)
    {
      guint cell = (guint) g_rand_int_range (rand, 0, (gint32) myo_body_grid_get_n_cells (grid));
      MyoView home = myo_body_grid_get_region (grid, myo_body_grid_get_cell_region (grid, cell))->home;
      Place place = { cell, g_rand_boolean (rand) ? MYO_SIDE_LEFT : MYO_SIDE_RIGHT, { (guint8) g_rand_int_range (rand, 1, 3), home } };

      paint_dab (coverage, rand, &place, radius, 0);
    }
}

static MyoCoverage *
paint_point (const MyoTriggerPoint *point,
             MyoSide                side,
             GRand                 *rand)
{
  guint n = myo_body_grid_get_n_cells (grid), n_places;
  Zones zones = { { g_new0 (Painted, n), g_new0 (Painted, n) }, NULL, side, 0 };
  g_autoptr (GArray) places = NULL;
  MyoCoverage *coverage = new_coverage ();

  cover_point (&zones, point);
  places = list_places (&zones);
  n_places = places->len;
  leave_out (places, rand);
  paint_elsewhere (coverage, rand, n_places);
  paint_kind (coverage, rand, places, 1);
  paint_kind (coverage, rand, places, 2);
  g_free (zones.sides[0]);
  g_free (zones.sides[1]);
  return coverage;
}

/* --- Finding again --- */

/* Where a muscle is felt in the middle or on both sides its two sides are equal and stand beside each other: then neither is before the other. */
static gboolean
is_twin (GPtrArray *candidates,
         guint      i,
         guint      k)
{
  const MyoCandidate *a = g_ptr_array_index (candidates, i), *b = g_ptr_array_index (candidates, k);

  return a->muscle == b->muscle && fabs (a->score - b->score) < 0.0005;
}

/* Returns: 1 for the first, 0 when it is not in the list */
static guint
get_rank (GPtrArray       *candidates,
          const MyoMuscle *muscle,
          MyoSide          side)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const MyoCandidate *candidate = g_ptr_array_index (candidates, i);

      if (candidate->muscle == muscle && candidate->side == side)
        return i > 0 && is_twin (candidates, i, i - 1) ? i : i + 1;
    }
  return 0;
}

typedef struct
{
  guint n, first, third;
} Result;

static void
try_point (const MyoMuscle       *muscle,
           const MyoTriggerPoint *point,
           MyoSide                side,
           GRand                 *rand,
           Result                *result)
{
  g_autoptr (MyoCoverage) coverage = paint_point (point, side, rand);
  g_autoptr (GPtrArray) candidates = myo_finder_rank_drawing (finder, coverage, NULL);
  guint rank = get_rank (candidates, muscle, side);

  result->n++;
  result->first += rank == 1;
  result->third += rank >= 1 && rank <= 3;
  if (rank != 1)
    g_test_message ("%s, %s: number %u; first is %s", point->id, myo_side_get_nick (side), rank,
                    ((MyoCandidate *) g_ptr_array_index (candidates, 0))->point->id);
}

static Result
try_all (guint32 seed)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Result result = { 0, 0, 0 };

  for (guint i = 0; i < muscles->len; i++)
    {
      const MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint k = 0; k < muscle->points->len; k++)
        try_point (muscle, g_ptr_array_index (muscle->points, k), (result.n + seed) % 2 == 0 ? MYO_SIDE_RIGHT : MYO_SIDE_LEFT,
                   rand, &result);
    }
  return result;
}

static void
test_round_trip (gconstpointer data)
{
  Result result = try_all (*(const guint32 *) data);

  g_test_message ("seed %u: of %u points %.1f %% first, %.1f %% among the first three", *(const guint32 *) data,
                  result.n, 100.0 * result.first / result.n, 100.0 * result.third / result.n);
  g_assert_cmpuint (result.n, ==, 243);
  g_assert_cmpfloat (result.first, >=, MUST_BE_FIRST * result.n);
  g_assert_cmpfloat (result.third, >=, MUST_BE_THIRD * result.n);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_finder ();
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *name = g_strdup_printf ("/round-trip/%u", seeds[i]);

      g_test_add_data_func (name, &seeds[i], test_round_trip);
    }
  status = g_test_run ();
  close_finder ();
  return status;
}
