/* Which cells a path covers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "body-grid-kit.h"
#include "myo-atlas-reader.h"

static void
assert_path (MyoView     view,
             const char *d,
             double      brush,
             double      area,
             double      off)
{
  Catch caught = { 0 };

  begin (&caught);
  myo_body_grid_mask_path (grid, view, d, brush, catch_cell, &caught);
  g_test_message ("%s: %u cells", d, caught.n);
  for (guint i = 0; i < 2 * myo_body_grid_get_n_cells (grid); i++)
    g_assert_cmpuint (caught.cells[i % 2][i / 2], <=, 1);
  g_assert_cmpfloat_with_epsilon (caught.n * myo_body_grid_get_cell_area (grid), area, off);
  end (&caught);
}

static void
test_paths (void)
{
  /* the breastbone is at home in front: so many mm² of skin */
  assert_path (MYO_VIEW_FRONT, "M340 420h40v40h-40z", 0, 1600, 1);
  assert_path (MYO_VIEW_FRONT, "M345 440H375", 16, 681, 100);
  /* narrow ones: one cell, a row of cells */
  assert_path (MYO_VIEW_FRONT, "M349 441h.2v.2h-.2z", 0, 16, 1);
  assert_path (MYO_VIEW_FRONT, "M350 441z", .5, 16, 1);
  assert_path (MYO_VIEW_FRONT, "M344.5 441H355.5", 1, 64, 17);
  /* beside the body, outside the view, empty, faulty */
  assert_path (MYO_VIEW_FRONT, "M2 2h20v20h-20z", 0, 0, 1);
  assert_path (MYO_VIEW_FRONT, "M-900 2000h20v20h-20z", 0, 0, 1);
  assert_path (MYO_VIEW_FRONT, "", 0, 0, 1);
  assert_path (MYO_VIEW_FRONT, "what?", 4, 0, 1);
  /* what comes before a fault holds */
  assert_path (MYO_VIEW_FRONT, "M340 420h40v40h-40z what?", 0, 1600, 1);
}

static void
test_path_sides (void)
{
  Catch right = { .region = myo_body_grid_find_region (grid, "sternum"), .side = MYO_SIDE_RIGHT }, both = right;

  begin (&right);
  begin (&both);
  myo_body_grid_mask_path (grid, MYO_VIEW_FRONT, "M340 420h20v40h-20z", 0, catch_cell, &right);
  myo_body_grid_mask_path (grid, MYO_VIEW_FRONT, "M340 420h40v40h-40z", 0, catch_cell, &both);
  g_assert_cmpuint (right.n, ==, 50);
  g_assert_cmpuint (right.n_other, ==, 0);
  g_assert_cmpuint (both.n, ==, 100);
  g_assert_cmpint (memcmp (both.cells[0], right.cells[0], myo_body_grid_get_n_cells (grid)), ==, 0);
  g_assert_cmpint (memcmp (both.cells[1], right.cells[0], myo_body_grid_get_n_cells (grid)), ==, 0);
  end (&right);
  end (&both);
}

/* Every area of the atlas covers something. */
static guint
check_zone (const MyoZone *zone,
            guint         *n_areas)
{
  Catch caught = { 0 };
  guint n_missing = 0;

  begin (&caught);
  for (guint i = 0; i < zone->areas->len; i++)
    {
      const MyoArea *area = g_ptr_array_index (zone->areas, i);
      guint before = caught.n;

      myo_body_grid_mask_path (grid, area->view, area->path, area->brush, catch_cell, &caught);
      n_missing += caught.n == before;
    }
  *n_areas += zone->areas->len;
  end (&caught);
  return n_missing;
}

static void
test_atlas (void)
{
  g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (NULL);
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  guint n_areas = 0, n_missing = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      const MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint k = 0; k < muscle->points->len; k++)
        {
          const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, k);

          for (guint z = 0; z < point->zones->len; z++)
            n_missing += check_zone (g_ptr_array_index (point->zones, z), &n_areas);
        }
    }
  g_assert_cmpuint (n_areas, >, 1000);
  g_assert_cmpuint (n_missing, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  begin_tests (&argc, &argv);
  g_test_add_func ("/body-grid-path/paths", test_paths);
  g_test_add_func ("/body-grid-path/sides", test_path_sides);
  g_test_add_func ("/body-grid-path/atlas", test_atlas);
  return end_tests ();
}
