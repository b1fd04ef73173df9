/* What the tests of the body grid share: the grid, and a net for the cells it tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <locale.h>

#include "myo-body-grid.h"

static MyoDrawings *drawings;
static MyoBodyGrid *grid;

static inline void
begin_tests (int    *argc,
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
  g_assert_cmpuint (myo_body_grid_get_n_cells (grid), >, 10000);
}

static inline int
end_tests (void)
{
  int result = g_test_run ();

  g_clear_pointer (&grid, myo_body_grid_unref);
  g_clear_object (&drawings);
  return result;
}

typedef struct
{
  guint8 *cells[2];
  guint   n_other;           /* not of the region or the side that is watched */
  int     region;
  MyoSide side;
  guint   n;
} Catch;

static inline void
catch_cell (guint    cell,
            MyoSide  side,
            gpointer user_data)
{
  Catch *caught = user_data;

  g_assert_true (side == MYO_SIDE_RIGHT || side == MYO_SIDE_LEFT);
  g_assert_cmpuint (cell, <, myo_body_grid_get_n_cells (grid));
  caught->n++;
  caught->cells[side][cell]++;
  caught->n_other += side != caught->side || (int) myo_body_grid_get_cell_region (grid, cell) != caught->region;
}

static inline void
begin (Catch *caught)
{
  for (guint side = 0; side < 2; side++)
    caught->cells[side] = g_new0 (guint8, myo_body_grid_get_n_cells (grid));
}

static inline void
end (Catch *caught)
{
  g_free (caught->cells[0]);
  g_free (caught->cells[1]);
}

/* --- The drawing itself --- */

static inline const char *
pick (MyoView view,
      double  x,
      double  y)
{
  return myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y);
}

static inline gboolean
is_drawn_half (MyoView view,
               double  x)
{
  return (view == MYO_VIEW_FRONT && x < MYO_MIDLINE) || (view == MYO_VIEW_BACK && x > MYO_MIDLINE) || !myo_view_is_mirrored (view);
}
