/* The body in cells: every region in every view that shows it, right and left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "body-grid-kit.h"
#include "myo-atlas-reader.h"
#include "myo-region-shape.h"

static const MyoGridRegion *
get_region (const char *id)
{
  int number = myo_body_grid_find_region (grid, id);

  g_assert_cmpint (number, >=, 0);
  return myo_body_grid_get_region (grid, (guint) number);
}

/* --- Shapes --- */

static void
check_millimetre (guint    x,
                  guint    y,
                  gpointer user_data)
{
  double down, across, found_x, found_y;

  myo_region_shape_measure (user_data, x + .5, y + .5, &down, &across);
  myo_region_shape_find_place (user_data, down, across, &found_x, &found_y);
  g_assert_cmpfloat (found_x, ==, x + .5);
  g_assert_cmpfloat (found_y, ==, y + .5);
}

/* Rows with gaps, a gap between rows: every millimetre leads back to itself, and what lies in a gap to the nearest. */
static void
test_shape (void)
{
  g_autoptr (MyoRegionShape) shape = myo_region_shape_new ();
  double down, across, x, y;
  guint x0, y0, x1, y1;

  myo_region_shape_add_run (shape, 10, 5, 9);
  myo_region_shape_add_run (shape, 10, 12, 14);
  myo_region_shape_add_run (shape, 10, 20, 27);
  myo_region_shape_add_run (shape, 11, 6, 7);
  myo_region_shape_add_run (shape, 14, 3, 40);
  myo_region_shape_foreach (shape, check_millimetre, shape);
  g_assert_cmpuint (myo_region_shape_get_area (shape), ==, 51);
  myo_region_shape_get_box (shape, &x0, &y0, &x1, &y1);
  g_assert_true (x0 == 3 && y0 == 10 && x1 == 40 && y1 == 15);
  myo_region_shape_measure (shape, 15, 10.5, &down, &across);
  g_assert_cmpfloat_with_epsilon (across, 6. / 13, 1e-9);
  myo_region_shape_find_place (shape, .45, 1, &x, &y);
  g_assert_true (x == 6.5 && y == 11.5);
  myo_region_shape_find_place (shape, 1, 1, &x, &y);
  g_assert_true (x == 39.5 && y == 14.5);
}

/* --- Regions --- */

static void
test_regions (void)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      const char * const *ids = myo_drawings_list_ids (drawings, view, MYO_LAYER_REGIONS);

      for (guint i = 0; ids[i] != NULL; i++)
        {
          const MyoGridRegion *region = get_region (ids[i]);

          g_assert_cmpstr (region->id, ==, ids[i]);
          if (region->inner)
            g_assert_true (region->n == 0 && region->n_beneath > 0);
          else
            g_assert_true (region->n > 0 && region->n_beneath == 0);
        }
    }
  g_assert_cmpint (myo_body_grid_find_region (grid, "no-such-region"), ==, -1);
}

/* Which regions are one with their mirror image, and which are felt inside, is what the atlas says. */
static void
test_as_in_the_atlas (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (&error);
  GPtrArray *regions;

  g_assert_no_error (error);
  regions = myo_atlas_get_regions (atlas);
  g_assert_cmpuint (regions->len, ==, myo_body_grid_get_n_regions (grid));
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoRegion *region = g_ptr_array_index (regions, i);

      g_test_message ("%s", region->id);
      g_assert_cmpint (get_region (region->id)->midline, ==, !region->paired);
      g_assert_cmpint (get_region (region->id)->inner, ==, region->inner);
    }
}

static void
test_numbering (void)
{
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      if (region->inner)
        continue;
      g_assert_cmpuint (region->first, ==, n);
      for (guint k = 0; k < region->n; k++)
        g_assert_cmpuint (myo_body_grid_get_cell_region (grid, n + k), ==, i);
      n += region->n;
    }
  g_assert_cmpuint (n, ==, myo_body_grid_get_n_cells (grid));
}

static guint
measure_region (MyoView     view,
                const char *id)
{
  guint area = 0;
  MyoRect box;

  g_assert_true (myo_drawings_get_bounds (drawings, view, MYO_LAYER_REGIONS, id, MYO_SIDE_RIGHT, &box));
  for (double y = floor (box.y) + .5; y < box.y + box.height; y++)
    for (double x = floor (box.x) + .5; x < box.x + box.width; x++)
      area += is_drawn_half (view, x) && g_strcmp0 (pick (view, x, y), id) == 0;
  return area;
}

/* The cells add up to the region as it is drawn in its home, and nowhere is it larger. */
static void
test_areas (void)
{
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      double drawn, area = region->n * myo_body_grid_get_cell_area (grid);

      if (region->inner)
        continue;
      drawn = measure_region (region->home, region->id);
      g_test_message ("%s: %.0f of %.0f mm²", region->id, area, drawn);
      g_assert_cmpfloat (fabs (area - drawn), <, MAX (.1 * drawn, 80));
      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        if (myo_drawings_has (drawings, view, MYO_LAYER_REGIONS, region->id))
          g_assert_cmpfloat (measure_region (view, region->id), <=, drawn);
    }
}

/* --- Places --- */

static void
test_places (void)
{
  for (guint cell = 0; cell < myo_body_grid_get_n_cells (grid); cell++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, myo_body_grid_get_cell_region (grid, cell));

      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        {
          double x, y;
          gboolean shows = myo_body_grid_get_cell_place (grid, cell, view, &x, &y);
          MyoSide side = MYO_SIDE_RIGHT;

          g_assert_cmpint (shows, ==, myo_drawings_has (drawings, view, MYO_LAYER_REGIONS, region->id));
          if (!shows)
            continue;
          g_assert_cmpstr (pick (view, x, y), ==, region->id);
          g_assert_true (is_drawn_half (view, x));
          if (view == region->home)
            g_assert_cmpint (myo_body_grid_cell_at (grid, view, &side, x, y), ==, (int) cell);
        }
    }
}

static void
test_lists (void)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      guint n;
      const MyoGridCell *cells = myo_body_grid_list_cells (grid, view, &n);
      g_autofree guint8 *seen = g_new0 (guint8, myo_body_grid_get_n_cells (grid));

      for (guint i = 0; i < n; i++)
        {
          double x, y;

          g_assert_true (myo_body_grid_get_cell_place (grid, cells[i].cell, view, &x, &y));
          g_assert_true (cells[i].x == (float) x && cells[i].y == (float) y);
          g_assert_false (seen[cells[i].cell]);
          seen[cells[i].cell] = TRUE;
          if (i > 0)
            g_assert_cmpfloat (floorf (cells[i - 1].y), <=, floorf (cells[i].y));
        }
      for (guint cell = 0; cell < myo_body_grid_get_n_cells (grid); cell++)
        {
          double x, y;

          g_assert_cmpint (seen[cell], ==, myo_body_grid_get_cell_place (grid, cell, view, &x, &y));
        }
    }
}

/* At a place of the drawn half: the cell is of the region that is drawn there, on both sides the same one. */
static void
check_cell_at (MyoView view,
               double  x,
               double  y)
{
  const char *id = pick (view, x, y);

  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    {
      MyoSide found = myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : side, right = MYO_SIDE_RIGHT;
      double there = side == MYO_SIDE_LEFT && myo_view_is_mirrored (view) ? myo_view_mirror (view, x) : x;
      int cell = myo_body_grid_cell_at (grid, view, &found, there, y);

      if (id == NULL)
        {
          g_assert_cmpint (cell, ==, -1);
          continue;
        }
      g_assert_cmpint (cell, >=, 0);
      g_assert_cmpint (found, ==, side);
      g_assert_cmpstr (myo_body_grid_get_region (grid, myo_body_grid_get_cell_region (grid, (guint) cell))->id, ==, id);
      g_assert_cmpint (cell, ==, myo_body_grid_cell_at (grid, view, &right, x, y));
    }
}

static void
test_cell_at (void)
{
  MyoSide side = MYO_SIDE_RIGHT;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      double width, height;

      myo_view_get_size (view, &width, &height);
      for (double y = .75; y < height; y += 1.5)
        for (double x = .75; x < width; x += 1.5)
          if (is_drawn_half (view, x))
            check_cell_at (view, x, y);
    }
  g_assert_cmpint (myo_body_grid_cell_at (grid, MYO_VIEW_FRONT, &side, MYO_MIDLINE, 420), >=, 0);
  g_assert_cmpint (myo_body_grid_cell_at (grid, MYO_VIEW_BACK, &side, MYO_MIDLINE, 420), >=, 0);
  g_assert_cmpint (myo_body_grid_cell_at (grid, MYO_VIEW_FRONT, &side, NAN, 420), ==, -1);
  g_assert_cmpint (myo_body_grid_cell_at (grid, MYO_VIEW_FRONT, &side, 1e300, -1e300), ==, -1);
}

/* --- The same way round everywhere --- */

/* @nearer and @farther in @from: a pair of places in the same region whose counterparts in @to keep that order along x or y. */
static void
check_order (MyoView  from,
             double   x0,
             double   y0,
             double   x1,
             double   y1,
             MyoView  to,
             gboolean down,
             gboolean rises)
{
  MyoSide side = MYO_SIDE_RIGHT;
  int first = myo_body_grid_cell_at (grid, from, &side, x0, y0), second = myo_body_grid_cell_at (grid, from, &side, x1, y1);
  double ax, ay, bx, by;

  g_assert_true (first >= 0 && second >= 0);
  g_assert_cmpuint (myo_body_grid_get_cell_region (grid, (guint) first), ==, myo_body_grid_get_cell_region (grid, (guint) second));
  g_assert_true (myo_body_grid_get_cell_place (grid, (guint) first, to, &ax, &ay));
  g_assert_true (myo_body_grid_get_cell_place (grid, (guint) second, to, &bx, &by));
  g_assert_cmpint (down ? by > ay : bx > ax, ==, rises);
}

static void
test_directions (void)
{
  /* the breast: what is nearer to the breastbone in front is nearer to the chest's edge at the side, where the nose points */
  check_order (MYO_VIEW_FRONT, 300, 430, 230, 430, MYO_VIEW_SIDE, FALSE, FALSE);
  check_order (MYO_VIEW_FRONT, 270, 400, 270, 480, MYO_VIEW_SIDE, TRUE, TRUE);
  /* the ribs: what is nearer to the spine is farther back at the side */
  check_order (MYO_VIEW_BACK, 425, 560, 470, 560, MYO_VIEW_SIDE, FALSE, TRUE);
  /* the heel's inner edge stays inside; the ball's too, and its toe end lies above in the sole and below in front */
  check_order (MYO_VIEW_SOLE, 94, 230, 102, 230, MYO_VIEW_BACK, FALSE, FALSE);
  check_order (MYO_VIEW_SOLE, 88, 110, 110, 110, MYO_VIEW_FRONT, FALSE, TRUE);
  check_order (MYO_VIEW_SOLE, 100, 90, 100, 130, MYO_VIEW_FRONT, TRUE, FALSE);
}

/* --- Inner regions --- */

static void
test_inner (void)
{
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      guint n;
      const guint *beneath = myo_body_grid_list_beneath (grid, i, region->home, &n);

      if (!region->inner)
        {
          g_assert_cmpuint (n, ==, 0);
          g_assert_cmpuint (myo_body_grid_get_host (grid, i), ==, i);
          continue;
        }
      g_assert_cmpuint (n, ==, region->n_beneath);
      g_assert_true (beneath == region->beneath);
      for (guint k = 0; k < n; k++)
        {
          double x, y;
          g_autoptr (GPtrArray) over = NULL;

          g_assert_true (myo_body_grid_get_cell_place (grid, beneath[k], region->home, &x, &y));
          over = myo_drawings_pick_inner (drawings, region->home, x, y);
          g_assert_true (g_ptr_array_find_with_equal_func (over, region->id, g_str_equal, NULL));
        }
    }
  g_assert_cmpuint (myo_body_grid_get_host (grid, (guint) myo_body_grid_find_region (grid, "eye-behind")), ==,
                    (guint) myo_body_grid_find_region (grid, "eye-around"));
}

/* --- Faults --- */

static void
test_missing_drawings (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent-folder");
  g_autoptr (MyoDrawings) none = myo_drawings_new_for_folder (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (MyoBodyGrid) nothing = myo_body_grid_new (none, &error);

  g_assert_null (nothing);
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  begin_tests (&argc, &argv);
  g_test_add_func ("/body-grid/shape", test_shape);
  g_test_add_func ("/body-grid/regions", test_regions);
  g_test_add_func ("/body-grid/as-in-the-atlas", test_as_in_the_atlas);
  g_test_add_func ("/body-grid/numbering", test_numbering);
  g_test_add_func ("/body-grid/areas", test_areas);
  g_test_add_func ("/body-grid/places", test_places);
  g_test_add_func ("/body-grid/lists", test_lists);
  g_test_add_func ("/body-grid/cell-at", test_cell_at);
  g_test_add_func ("/body-grid/directions", test_directions);
  g_test_add_func ("/body-grid/inner", test_inner);
  g_test_add_func ("/body-grid/missing-drawings", test_missing_drawings);
  return end_tests ();
}
