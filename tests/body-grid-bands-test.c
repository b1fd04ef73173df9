/* Which cells a dab or a band of the brush covers: in every region in every view that shows it, right and left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "body-grid-kit.h"

static gboolean
is_well_inside (MyoView     view,
                const char *id,
                double      x,
                double      y,
                double      radius)
{
  for (guint i = 0; i < 64; i++)
    {
      double away = i % 2 == 0 ? radius : radius / 2, there = x + away * cos (i * G_PI / 32);

      if (!is_drawn_half (view, there) || g_strcmp0 (pick (view, there, y + away * sin (i * G_PI / 32)), id) != 0)
        return FALSE;
    }
  return g_strcmp0 (pick (view, x, y), id) == 0;
}

/* Small dabs well inside a region, all over it: only that region, only that side, and never nothing. */
static void
check_dabs (MyoView              view,
            const MyoGridRegion *region,
            MyoSide              side)
{
  Catch caught = { .region = myo_body_grid_find_region (grid, region->id), .side = side };
  gboolean mirrored = myo_view_is_mirrored (view);
  MyoRect box;

  g_assert_true (myo_drawings_get_bounds (drawings, view, MYO_LAYER_REGIONS, region->id, MYO_SIDE_RIGHT, &box));
  begin (&caught);
  for (double y = box.y; y < box.y + box.height; y += 3)
    for (double x = box.x; x < box.x + box.width; x += 3)
      {
        double there = mirrored && side == MYO_SIDE_LEFT ? myo_view_mirror (view, x) : x;
        guint before = caught.n;

        if (!is_well_inside (view, region->id, x, y, 3.25))
          continue;
        myo_body_grid_foreach_within (grid, view, mirrored ? MYO_SIDE_MIDDLE : side, there, y, 2.5, there, y, 2.5, catch_cell, &caught);
        g_assert_cmpuint (caught.n, >, before);
        if (caught.n_other > 0)
          g_error ("%s in %s: a dab at %.1f, %.1f covers more", region->id, myo_view_get_nick (view), there, y);
      }
  end (&caught);
}

/* All of a region as it shows in @view: nearly all of its cells. */
static void
check_whole (MyoView              view,
             const MyoGridRegion *region,
             MyoSide              side)
{
  Catch caught = { 0 };
  gboolean mirrored = myo_view_is_mirrored (view);
  guint n = 0;
  MyoRect box;

  g_assert_true (myo_drawings_get_bounds (drawings, view, MYO_LAYER_REGIONS, region->id, MYO_SIDE_RIGHT, &box));
  begin (&caught);
  for (double y = floor (box.y) + .5; y < box.y + box.height; y += 2)
    for (double x = floor (box.x) + .5; x < box.x + box.width; x += 2)
      {
        double there = mirrored && side == MYO_SIDE_LEFT ? myo_view_mirror (view, x) : x;

        if (is_drawn_half (view, x) && g_strcmp0 (pick (view, x, y), region->id) == 0)
          myo_body_grid_foreach_within (grid, view, mirrored ? MYO_SIDE_MIDDLE : side, there, y, 1.5, there, y, 1.5, catch_cell, &caught);
      }
  for (guint i = 0; i < region->n; i++)
    n += caught.cells[side][region->first + i] > 0;
  if (n < .95 * region->n)
    g_error ("%s in %s: %u of %u cells", region->id, myo_view_get_nick (view), n, region->n);
  end (&caught);
}

static void
test_every_region (void)
{
  guint n = 0;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
          {
            if (region->inner || !myo_drawings_has (drawings, view, MYO_LAYER_REGIONS, region->id))
              continue;
            check_dabs (view, region, side);
            check_whole (view, region, side);
            n++;
          }
    }
  g_test_message ("%u regions in a view on a side", n);
  g_assert_cmpuint (n, >, 400);
}

/* A tapered band across the midline, cell by cell. */
static void
test_band (void)
{
  const double ax = 340, ay = 520, ar = 8, bx = 385, by = 600, br = 20, length2 = 45 * 45 + 80 * 80;
  Catch caught = { 0 };
  guint n_cells, n = 0;
  const MyoGridCell *cells = myo_body_grid_list_cells (grid, MYO_VIEW_FRONT, &n_cells);

  begin (&caught);
  myo_body_grid_foreach_within (grid, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, ax, ay, ar, bx, by, br, catch_cell, &caught);
  for (guint i = 0; i < 2 * n_cells; i++)
    {
      MyoSide side = i % 2;
      double x = side == MYO_SIDE_LEFT ? 720 - cells[i / 2].x : cells[i / 2].x, y = cells[i / 2].y;
      double t = CLAMP (((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length2, 0, 1);
      double away = hypot (x - ax - t * (bx - ax), y - ay - t * (by - ay));

      if (away > ar + t * (br - ar))
        continue;
      n++;
      g_assert_cmpuint (caught.cells[side][cells[i / 2].cell], >, 0);
    }
  for (guint i = 0; i < 2 * myo_body_grid_get_n_cells (grid); i++)
    n -= caught.cells[i % 2][i / 2] > 0;
  g_assert_cmpuint (n, ==, 0);
  end (&caught);
}

static void
test_strange_bands (void)
{
  static const double ends[][6] = {
    { NAN, 0, 5, 10, 10, 5 }, { 0, 0, INFINITY, 1, 1, 1 }, { 1e30, 1e30, 5, -1e30, -1e30, 5 }, { 100, 100, -1, 100, 100, -1 },
    { -500, -500, 5, -400, -400, 5 }, { 5000, 9000, 20, 5000, 9000, 20 },
  };
  Catch caught = { 0 };

  begin (&caught);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    for (MyoView view = 0; view < MYO_N_VIEWS; view++)
      myo_body_grid_foreach_within (grid, view, MYO_SIDE_RIGHT, ends[i][0], ends[i][1], ends[i][2], ends[i][3], ends[i][4], ends[i][5],
                                    catch_cell, &caught);
  g_assert_cmpuint (caught.n, ==, 0);
  end (&caught);
}

int
main (int   argc,
      char *argv[])
{
  begin_tests (&argc, &argv);
  g_test_add_func ("/body-grid-bands/every-region", test_every_region);
  g_test_add_func ("/body-grid-bands/band", test_band);
  g_test_add_func ("/body-grid-bands/strange-bands", test_strange_bands);
  return end_tests ();
}
