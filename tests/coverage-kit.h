/* What the tests of pain in words share: the built-in atlas and body, and a hand that paints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>
#include <string.h>

#include "myo-atlas-reader.h"
#include "myo-coverage.h"

static MyoAtlas *atlas;
static MyoBodyGrid *grid;

static inline void
load_body (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();

  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  grid = myo_body_grid_new (drawings, &error);
  g_assert_no_error (error);
  /* Some tests go over all of them. */
  g_assert_cmpuint (myo_body_grid_get_n_regions (grid), ==, 158);
}

static inline void
free_body (void)
{
  g_clear_pointer (&grid, myo_body_grid_unref);
  g_clear_object (&atlas);
}

/* @texts: "temple:right", each a region marked whole with that intensity and quality, up to %NULL */
static inline MyoCoverage *
mark_all (int                intensity,
          MyoQuality         quality,
          const char *const *texts)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (texts[i], ":", 2);
      MyoSide side;

      g_assert_true (myo_side_from_nick (parts[1], &side));
      g_assert_cmpint (myo_body_grid_find_region (grid, parts[0]), >=, 0);
      g_ptr_array_add (strokes, myo_stroke_new_region (MYO_STROKE_BRUSH, parts[0], side, intensity, quality));
    }
  return myo_coverage_new (grid, strokes);
}

#define MARK(intensity, quality, ...) mark_all (intensity, quality, (const char *const[]) { __VA_ARGS__, NULL })

static inline MyoCoverage *
paint_nothing (void)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new ();

  return myo_coverage_new (grid, strokes);
}

/* A single dab over @cell as it shows in @view on @side. */
static inline MyoStroke *
dab_on_cell (MyoStrokeTool tool,
             guint         cell,
             MyoView       view,
             MyoSide       side,
             double        radius,
             int           intensity,
             MyoQuality    quality)
{
  gboolean both = myo_view_is_mirrored (view);
  MyoStroke *stroke = myo_stroke_new (tool, view, both ? MYO_SIDE_MIDDLE : side, intensity, quality);
  double x, y, width, height;

  g_assert_true (myo_body_grid_get_cell_place (grid, cell, view, &x, &y));
  myo_view_get_size (view, &width, &height);
  /* Side and sole are drawn as the right one looks, and mirrored where they show the left: strokes count as drawn. */
  myo_stroke_add_dab (stroke, both && side == MYO_SIDE_LEFT ? width - x : x, y, radius);
  return stroke;
}

/* Paints about @share of a region with dabs of one cell's size at home: its first rows. */
static inline void
paint_part (GPtrArray  *strokes,
            const char *id,
            MyoSide     side,
            double      share,
            int         intensity,
            MyoQuality  quality)
{
  int number = myo_body_grid_find_region (grid, id);
  const MyoGridRegion *region;

  g_assert_cmpint (number, >=, 0);
  region = myo_body_grid_get_region (grid, (guint) number);
  g_assert_false (region->inner);
  for (guint i = 0; i < region->n * share; i++)
    g_ptr_array_add (strokes, dab_on_cell (MYO_STROKE_BRUSH, region->first + i, region->home, side, 1, intensity, quality));
}

/* The same as a drawing of its own */
static inline MyoCoverage *
paint (const char *id,
       MyoSide     side,
       double      share,
       int         intensity,
       MyoQuality  quality)
{
  g_autoptr (GPtrArray) strokes = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);

  paint_part (strokes, id, side, share, intensity, quality);
  return myo_coverage_new (grid, strokes);
}
