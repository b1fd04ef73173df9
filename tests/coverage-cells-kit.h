/* What the tests of what a drawing covers share: the body, strokes, and how two answers are compared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>
#include <math.h>

#include "myo-coverage.h"

static MyoDrawings *drawings;
static MyoBodyGrid *grid;

/* --- Drawings --- */

static inline MyoCoverage *
cover (GPtrArray *strokes)
{
  return myo_coverage_new (grid, strokes);
}

static inline GPtrArray *
new_strokes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
}

static inline MyoStroke *
add_stroke (GPtrArray     *strokes,
            MyoStrokeTool  tool,
            MyoView        view,
            MyoSide        side,
            int            intensity,
            MyoQuality     quality)
{
  MyoStroke *stroke = myo_stroke_new (tool, view, myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : side, intensity, quality);

  g_ptr_array_add (strokes, stroke);
  return stroke;
}

static inline void
add_mark (GPtrArray     *strokes,
          MyoStrokeTool  tool,
          const char    *id,
          MyoSide        side,
          int            intensity,
          MyoQuality     quality)
{
  g_ptr_array_add (strokes, myo_stroke_new_region (tool, id, side, intensity, quality));
}

/* All of a region as it shows in @view on @side: a dab every few mm wherever it is picked. */
static inline void
add_whole (GPtrArray     *strokes,
           MyoStrokeTool  tool,
           MyoView        view,
           const char    *id,
           MyoSide        side,
           int            intensity,
           MyoQuality     quality)
{
  double width, height;
  MyoRect box;

  myo_view_get_size (view, &width, &height);
  g_assert_true (myo_drawings_get_bounds (drawings, view, MYO_LAYER_REGIONS, id, MYO_SIDE_RIGHT, &box));
  for (double y = floor (box.y) + .5; y < box.y + box.height; y += 2)
    for (double x = floor (box.x) + .5; x < box.x + box.width; x += 2)
      {
        gboolean beyond = myo_view_is_mirrored (view) && myo_view_side_at (view, x) != MYO_SIDE_RIGHT;

        if (beyond || g_strcmp0 (myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y), id) != 0)
          continue;
        myo_stroke_add_dab (add_stroke (strokes, tool, view, side, intensity, quality),
                            myo_view_is_mirrored (view) && side == MYO_SIDE_LEFT ? width - x : x, y, 1.5);
      }
}

/* A stroke across the whole view, and its mirror image. */
static inline void
add_zigzag (GPtrArray *strokes,
            MyoView    view,
            MyoSide    side,
            gboolean   mirrored)
{
  MyoStroke *stroke = add_stroke (strokes, MYO_STROKE_BRUSH, view, side, 7, MYO_QUALITY_SHARP);
  double width, height;

  myo_view_get_size (view, &width, &height);
  for (guint i = 0; i < 40; i++)
    {
      double x = width * .25 + (i * 37 % 29) * width / 64, y = 20 + i * (height - 40) / 40;

      myo_stroke_add_dab (stroke, floor (mirrored ? width - floor (x) : x), floor (y), 4 + i % 18);
    }
}

/* --- Comparing --- */

/* Whether @a's right is @b's right and so on, or with @crossed @a's right is @b's left. */
static inline void
assert_same (MyoCoverage *a,
             MyoCoverage *b,
             gboolean     crossed)
{
  gsize n_cells = myo_body_grid_get_n_cells (grid), n_regions = myo_body_grid_get_n_regions (grid);

  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    {
      MyoSide other = crossed ? myo_side_get_opposite (side) : side;

      g_assert_cmpmem (myo_coverage_get_cells (a, side), n_cells * sizeof (MyoPaintedCell),
                       myo_coverage_get_cells (b, other), n_cells * sizeof (MyoPaintedCell));
      if (!crossed)
        g_assert_cmpmem (myo_coverage_get_marks (a, side), n_regions, myo_coverage_get_marks (b, side), n_regions);
    }
  g_assert_cmpfloat (myo_coverage_get_area (a), ==, myo_coverage_get_area (b));
  g_assert_cmpuint (myo_coverage_get_regions (a)->len, ==, myo_coverage_get_regions (b)->len);
}

static inline guint
count_painted (MyoCoverage *coverage,
               MyoSide      side)
{
  const MyoPaintedCell *cells = myo_coverage_get_cells (coverage, side);
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_cells (grid); i++)
    n += cells[i].intensity > 0;
  return n;
}

static inline double
get_share (MyoCoverage *coverage,
           const char  *id,
           MyoSide      side)
{
  const MyoCoveredRegion *covered = myo_coverage_find (coverage, id, side);

  return covered != NULL ? covered->share : 0;
}

typedef void (*RegionFunc) (const MyoGridRegion *region, MyoView view, MyoSide side);

/* Every region of the skin in every view that shows it, on both sides. */
static inline void
foreach_shown (RegionFunc func)
{
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
          if (!region->inner && myo_drawings_has (drawings, view, MYO_LAYER_REGIONS, region->id))
            func (region, view, side);
    }
}

/* --- Running --- */

static inline void
begin_coverage (int    *argc,
                char ***argv)
{
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  g_test_init (argc, argv, NULL);
  drawings = myo_drawings_new ();
  grid = myo_body_grid_new (drawings, &error);
  g_assert_no_error (error);
  /* Most tests go over all of them. */
  g_assert_cmpuint (myo_body_grid_get_n_regions (grid), ==, 158);
}

static inline int
run_coverage (void)
{
  int result = g_test_run ();

  g_clear_pointer (&grid, myo_body_grid_unref);
  g_clear_object (&drawings);
  return result;
}
