/* What the tests of painted pain share: the layers of all six figures, and what is painted in them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>
#include <math.h>

#include "myo-figure.h"
#include "myo-pain-layer.h"

/* Pixels fainter than this (of 255) count as not painted. */
#define FAINT 6

static MyoDrawings *drawings;
static MyoBodyGrid *grid;

static inline void
open_body (void)
{
  g_autoptr (GError) error = NULL;

  drawings = myo_drawings_new ();
  grid = myo_body_grid_new (drawings, &error);
  g_assert_no_error (error);
  /* Some tests go over all of them. */
  g_assert_cmpuint (myo_body_grid_get_n_regions (grid), ==, 158);
}

static inline void
close_body (void)
{
  myo_body_grid_unref (grid);
  g_object_unref (drawings);
}

/* A place of the right half on its side. */
static inline double
place_on_side (MyoView view,
               MyoSide side,
               double  x)
{
  double width, height;

  myo_view_get_size (view, &width, &height);
  return side == MYO_SIDE_LEFT && myo_view_is_mirrored (view) ? width - x : x;
}

/* The side of a stroke in @view that is meant for @side of the body. */
static inline MyoSide
get_stroke_side (MyoView view,
                 MyoSide side)
{
  return myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : side;
}

static inline MyoStroke *
new_dab (MyoStrokeTool tool,
         MyoView       view,
         MyoSide       side,
         double        x,
         double        y,
         double        radius)
{
  MyoStroke *stroke = myo_stroke_new (tool, view, get_stroke_side (view, side), tool == MYO_STROKE_BRUSH ? 10 : 0, MYO_QUALITY_ACHE);

  myo_stroke_add_dab (stroke, place_on_side (view, side, x), y, radius);
  return stroke;
}

/* Whether all of a disc around the place lies in the right half of the region. */
static inline gboolean
has_room (MyoView     view,
          const char *region,
          double      x,
          double      y,
          double      radius)
{
  for (int i = 0; i < 16; i++)
    {
      double at = x + radius * cos (i * G_PI / 8), down = y + radius * sin (i * G_PI / 8);

      if (myo_view_side_at (view, at) != MYO_SIDE_RIGHT
          || g_strcmp0 (myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, at, down), region) != 0)
        return FALSE;
    }
  return TRUE;
}

/* The cell of a region that has most room around it in @view.  Returns: that room, mm; negative: it does not show there */
static inline double
find_room (MyoView  view,
           guint    region,
           double  *x,
           double  *y)
{
  const char *id = myo_body_grid_get_region (grid, region)->id;
  double room = -1;
  guint n;
  const MyoGridCell *cells = myo_body_grid_list_cells (grid, view, &n);

  for (guint i = 0; i < n; i++)
    if (myo_body_grid_get_cell_region (grid, cells[i].cell) == region)
      {
        if (room < 0)
          *x = cells[i].x, *y = cells[i].y, room = 0;
        while (room < 12 && has_room (view, id, cells[i].x, cells[i].y, room + 1))
          *x = cells[i].x, *y = cells[i].y, room++;
      }
  return room;
}
