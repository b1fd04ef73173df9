/* What painting costs the map: a dab of the largest brush, the summary of what is painted, the grid before the first stroke, and the
 * areas of the whole atlas; and how the time to write and read a drawing grows with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bench.h"
#include "myo-atlas-reader.h"
#include "myo-coverage.h"
#include "myo-pain-file.h"

#define N_GRIDS     10
#define N_ROUNDS    400
#define N_DABS      50       /* at a time: one is too quick for the clock */
#define N_SUMMARIES 200

/* The largest brush, and how far a hand moves between two events. */
#define RADIUS 22.0
#define STEP   4.0

static void
add_sample (GArray *samples,
            double  since,
            double  per_ms)
{
  double value = (bench_now_ms () - since) * per_ms;

  g_array_append_val (samples, value);
}

static void
print_samples (const char *name,
               GArray     *samples,
               const char *unit)
{
  g_autofree char *worst = g_strconcat (name, "-p99", NULL);

  bench_print (name, bench_get_quantile (samples, .5), unit, 0);
  bench_print (worst, bench_get_quantile (samples, .99), unit, 0);
}

/* --- Grid --- */

static MyoBodyGrid *
bench_grid (MyoDrawings *drawings)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (MyoBodyGrid) grid = NULL;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    myo_drawings_prepare_pick (drawings, view, MYO_LAYER_REGIONS, NULL);
  for (guint i = 0; i < N_GRIDS; i++)
    {
      double start = bench_now_ms ();

      g_clear_pointer (&grid, myo_body_grid_unref);
      grid = myo_body_grid_new (drawings, NULL);
      g_assert_nonnull (grid);
      add_sample (samples, start, 1);
    }
  bench_print ("paint-grid-build", bench_get_quantile (samples, .5), "ms", 0);
  bench_print ("paint-grid-cells", myo_body_grid_get_n_cells (grid), "cells", 0);
  return g_steal_pointer (&grid);
}

/* What a picture asks for each pixel of a view that a stroke was not made in. */
static void
bench_cell_at (MyoBodyGrid *grid)
{
  double start = bench_now_ms ();
  guint n = 0, hits = 0;

  for (MyoView view = 0; view < MYO_VIEW_SOLE; view++)
    for (double y = 20; y < 1740; y += 2)
      for (double x = 60; x < 340; x += 2, n++)
        {
          MyoSide side = MYO_SIDE_RIGHT;

          hits += myo_body_grid_cell_at (grid, view, &side, x, y) >= 0;
        }
  bench_print ("paint-cell-at", (bench_now_ms () - start) * 1000 / n, "µs", 0);
  g_assert_cmpuint (hits, >, n / 8);
}

/* --- Dabs --- */

/* A hand that shades the trunk, from side to side and back. */
static MyoStroke *
start_stroke (MyoView view)
{
  return myo_stroke_new (MYO_STROKE_BRUSH, view, myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : MYO_SIDE_LEFT, 6, MYO_QUALITY_ACHE);
}

static void
add_dab (MyoStroke *stroke,
         guint      i)
{
  double width, height, x, way = i * STEP;
  guint line;

  myo_view_get_size (stroke->view, &width, &height);
  line = (guint) (way / width);
  x = way - line * width;
  myo_stroke_add_dab (stroke, line % 2 == 0 ? x : width - x, 40 + (guint) (line * RADIUS) % (guint) (height - 80), RADIUS);
}

static void
bench_dabs (MyoBodyGrid *grid,
            GPtrArray   *none)
{
  for (MyoView view = 0; view < MYO_VIEW_SOLE; view++)
    {
      g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
      g_autoptr (MyoCoverage) coverage = myo_coverage_new (grid, none);
      g_autoptr (MyoStroke) stroke = start_stroke (view);
      g_autofree char *name = g_strdup_printf ("paint-dab-%s", myo_view_get_nick (view));

      for (guint round = 0; round < N_ROUNDS; round++)
        {
          guint first = stroke->dabs->len;
          double start;

          for (guint i = first; i < first + N_DABS; i++)
            add_dab (stroke, i);
          start = bench_now_ms ();
          myo_coverage_apply (coverage, stroke, first);
          add_sample (samples, start, 1000. / N_DABS);
        }
      g_assert_cmpfloat (myo_coverage_get_area (coverage), >, 100000);
      print_samples (name, samples, "µs");
    }
}

/* --- Summary --- */

static void
bench_summary (MyoBodyGrid *grid,
               GPtrArray   *none)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (MyoCoverage) coverage = myo_coverage_new (grid, none);
  g_autoptr (MyoStroke) dab = start_stroke (MYO_VIEW_FRONT);

  myo_stroke_add_dab (dab, 300, 420, RADIUS);
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      g_autoptr (MyoStroke) mark = myo_stroke_new_region (MYO_STROKE_BRUSH, myo_body_grid_get_region (grid, i)->id, MYO_SIDE_MIDDLE,
                                                          (int) (i % 10) + 1, i % MYO_N_QUALITIES);

      myo_coverage_apply (coverage, mark, 0);
    }
  for (guint i = 0; i < N_SUMMARIES; i++)
    {
      double start;

      myo_coverage_apply (coverage, dab, 0);
      start = bench_now_ms ();
      myo_coverage_get_regions (coverage);
      add_sample (samples, start, 1000);
    }
  print_samples ("paint-summary", samples, "µs");
}

/* --- Areas of the atlas --- */

static void
count_cell (guint    cell,
            MyoSide  side,
            gpointer user_data)
{
  ++*(guint *) user_data;
}

static guint
mask_point (MyoBodyGrid           *grid,
            const MyoTriggerPoint *point,
            guint                 *n_cells)
{
  guint n = 0;

  for (guint z = 0; z < point->zones->len; z++)
    {
      const MyoZone *zone = g_ptr_array_index (point->zones, z);

      for (guint i = 0; i < zone->areas->len; i++, n++)
        {
          const MyoArea *area = g_ptr_array_index (zone->areas, i);

          myo_body_grid_mask_path (grid, area->view, area->path, area->brush, count_cell, n_cells);
        }
    }
  return n;
}

static void
bench_masks (MyoBodyGrid *grid)
{
  g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (NULL);
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  double start = bench_now_ms ();
  guint n_areas = 0, n_cells = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      const MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint k = 0; k < muscle->points->len; k++)
        n_areas += mask_point (grid, g_ptr_array_index (muscle->points, k), &n_cells);
    }
  bench_print ("paint-atlas-masks", bench_now_ms () - start, "ms", 0);
  bench_print ("paint-atlas-areas", n_areas, "areas", 0);
  g_assert_cmpuint (n_cells, >, n_areas);
}

/* --- Files --- */

/* Returns: ms that the quickest of some turns took to write a drawing and to read it again */
static double
measure_file (MyoAtlas *atlas,
              guint     n_strokes,
              guint     n_dabs)
{
  g_autoptr (MyoPainDrawing) drawing = myo_pain_drawing_new ();
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < n_strokes; i++)
    {
      MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 5, MYO_QUALITY_ACHE);

      for (guint k = 0; k < n_dabs; k++)
        myo_stroke_add_dab (stroke, 200 + k % 100, 400 + i % 800, 8);
      myo_pain_drawing_add (drawing, stroke);
    }
  for (guint i = 0; i < 5; i++)
    {
      double start = bench_now_ms ();
      g_autofree char *text = myo_pain_file_format (drawing);
      g_autoptr (MyoPainDrawing) back = myo_pain_file_parse (text, -1, "bench", atlas, NULL);

      least = MIN (least, bench_now_ms () - start);
      g_assert_cmpuint (myo_pain_drawing_get_strokes (back)->len, ==, n_strokes);
    }
  return least;
}

/* The ratio is to a quarter of the work: 4 where the time is linear. */
static void
bench_files (void)
{
  g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (NULL);
  double few = measure_file (atlas, 1250, 1), many = measure_file (atlas, 5000, 1);
  double brief = measure_file (atlas, 1, 5000), lengthy = measure_file (atlas, 1, 20000);

  bench_print ("drawing-file-5000-strokes", many, "ms", many / few);
  bench_print ("drawing-file-20000-places", lengthy, "ms", lengthy / brief);
}

int
main (void)
{
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();
  g_autoptr (MyoBodyGrid) grid = bench_grid (drawings);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  bench_cell_at (grid);
  bench_dabs (grid, none);
  bench_summary (grid, none);
  bench_masks (grid);
  bench_files ();
  return 0;
}
