/* What the tests of the finder share: the built-in atlas on the grid, drawings, and candidates as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>
#include <string.h>

#include "myo-atlas-reader.h"
#include "myo-finder.h"

static MyoAtlas *atlas;              /* the built-in one */
static MyoBodyGrid *grid;
static MyoFinder *finder;            /* of it */

static inline void
open_finder (void)
{
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();
  g_autoptr (GError) error = NULL;

  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  grid = myo_body_grid_new (drawings, &error);
  g_assert_no_error (error);
  /* Most tests go over all of them. */
  g_assert_cmpuint (myo_body_grid_get_n_regions (grid), ==, 158);
  g_assert_cmpuint (myo_atlas_get_muscles (atlas)->len, ==, 145);
  finder = myo_finder_new (atlas, drawings);
  myo_finder_prepare (finder, grid);
}

static inline void
close_finder (void)
{
  g_clear_object (&finder);
  g_clear_pointer (&grid, myo_body_grid_unref);
  g_clear_object (&atlas);
}

/* --- Drawings --- */

static inline MyoCoverage *
new_coverage (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  return myo_coverage_new (grid, none);
}

static inline void
mark (MyoCoverage *coverage,
      const char  *region,
      MyoSide      side,
      int          intensity)
{
  g_autoptr (MyoStroke) stroke = myo_stroke_new_region (MYO_STROKE_BRUSH, region, side, intensity, MYO_QUALITY_ACHE);

  myo_coverage_apply (coverage, stroke, 0);
}

/* @x, @y as on the right side of the body */
static inline void
dab (MyoCoverage *coverage,
     MyoView      view,
     MyoSide      side,
     double       x,
     double       y,
     double       radius,
     int          intensity)
{
  gboolean mirrored = myo_view_is_mirrored (view);
  g_autoptr (MyoStroke) stroke = myo_stroke_new (MYO_STROKE_BRUSH, view, mirrored ? MYO_SIDE_MIDDLE : side, intensity, MYO_QUALITY_BURNING);
  double width, height;

  myo_view_get_size (view, &width, &height);
  myo_stroke_add_dab (stroke, mirrored && side == MYO_SIDE_LEFT ? width - x : x, y, radius);
  myo_coverage_apply (coverage, stroke, 0);
}

static inline const MyoGridRegion *
get_region (const char *id)
{
  int number = myo_body_grid_find_region (grid, id);

  g_assert_cmpint (number, >=, 0);
  return myo_body_grid_get_region (grid, (guint) number);
}

/* Cells are in rows from above: paints those from the share @from to the share @to of them. */
static inline void
paint_part (MyoCoverage *coverage,
            const char  *id,
            MyoSide      side,
            double       from,
            double       to)
{
  const MyoGridRegion *region = get_region (id);

  for (guint i = (guint) (from * region->n); i < (guint) (to * region->n); i++)
    {
      double x, y;

      g_assert_true (myo_body_grid_get_cell_place (grid, region->first + i, region->home, &x, &y));
      dab (coverage, region->home, side, x, y, MYO_DAB_MIN_RADIUS, 5);
    }
}

/* A dab well within a region. */
static inline void
paint_spot (MyoCoverage *coverage,
            const char  *id,
            MyoSide      side)
{
  const MyoGridRegion *region = get_region (id);
  double x, y;

  g_assert_true (myo_body_grid_get_cell_place (grid, region->first + region->n / 2, region->home, &x, &y));
  dab (coverage, region->home, side, x, y, 10, 5);
}

/* --- What comes out, as text: "muscle:side muscle:side" --- */

static inline char *
describe (GPtrArray *candidates,
          guint      most)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (most, candidates->len); i++)
    {
      const MyoCandidate *c = g_ptr_array_index (candidates, i);

      g_assert_cmpfloat (c->share, >, 0);
      g_assert_cmpfloat (c->share, <=, 1);
      g_assert_cmpfloat (c->score, <=, 1);
      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", c->muscle->id, myo_side_get_nick (c->side));
    }
  return g_string_free (text, FALSE);
}

static inline const MyoCandidate *
get_first (GPtrArray *candidates)
{
  g_assert_cmpuint (candidates->len, >, 0);
  return g_ptr_array_index (candidates, 0);
}
