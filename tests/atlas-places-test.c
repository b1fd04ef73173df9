/* What the built-in atlas says of places is true of the drawings: muscles and regions are drawn, trigger points lie in their
 * muscle, and pain on the region that it names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "myo-atlas-reader.h"
#include "myo-drawings.h"
#include "myo-path.h"

static MyoAtlas *atlas;
static MyoDrawings *drawings;

static const MyoLayer muscle_layers[] = { MYO_LAYER_SURFACE, MYO_LAYER_DEEP };

/* --- Drawn at all --- */

static gboolean
is_in_layer (const char *id,
             MyoView     view)
{
  return myo_drawings_has (drawings, view, MYO_LAYER_SURFACE, id) || myo_drawings_has (drawings, view, MYO_LAYER_DEEP, id);
}

static void
test_muscles_are_drawn (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  guint n_missing = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);
      gboolean drawn = FALSE;

      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        drawn = drawn || is_in_layer (muscle->id, view);
      if (drawn)
        continue;
      g_test_message ("%s is in no drawing", muscle->id);
      n_missing++;
    }
  g_assert_cmpuint (muscles->len, ==, 145);
  g_assert_cmpuint (n_missing, ==, 0);
}

static void
test_regions_are_drawn (void)
{
  GPtrArray *regions = myo_atlas_get_regions (atlas);
  guint n_missing = 0;

  g_assert_cmpuint (regions->len, ==, 158);
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoRegion *region = g_ptr_array_index (regions, i);

      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        if ((region->views & (1u << view)) != 0 && !myo_drawings_has (drawings, view, MYO_LAYER_REGIONS, region->id))
          {
            g_test_message ("%s is not drawn in the view %s", region->id, myo_view_get_nick (view));
            n_missing++;
          }
    }
  g_assert_cmpuint (n_missing, ==, 0);
}

/* --- Trigger points --- */

#define SPOT_SCALE 2.0

/* The muscle's own picture, as another one may lie over it. */
static gboolean
covers (MyoLayer       layer,
        const char    *id,
        const MyoSpot *spot)
{
  MyoRect part;
  cairo_surface_t *picture = myo_drawings_render_highlight (drawings, spot->view, layer, MYO_PALETTE_LIGHT, id, SPOT_SCALE, &part);
  gboolean inside = FALSE;
  int x, y;

  if (picture == NULL)
    return FALSE;
  x = (int) floor ((spot->x - part.x) * SPOT_SCALE);
  y = (int) floor ((spot->y - part.y) * SPOT_SCALE);
  if (x >= 0 && y >= 0 && x < cairo_image_surface_get_width (picture) && y < cairo_image_surface_get_height (picture))
    inside = cairo_image_surface_get_data (picture)[y * cairo_image_surface_get_stride (picture) + x * 4 + 3] >= 0x80;
  cairo_surface_destroy (picture);
  return inside;
}

static gboolean
is_inside (const char    *id,
           const MyoSpot *spot)
{
  for (guint i = 0; i < G_N_ELEMENTS (muscle_layers); i++)
    if (g_strcmp0 (myo_drawings_pick (drawings, spot->view, muscle_layers[i], spot->x, spot->y), id) == 0
        || covers (muscle_layers[i], id, spot))
      return TRUE;
  return FALSE;
}

static void
test_spots_lie_in_their_muscle (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  guint n_spots = 0, n_outside = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 0; j < muscle->points->len; j++)
        {
          const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, j);

          for (guint k = 0; k < point->spots->len; k++)
            {
              const MyoSpot *spot = g_ptr_array_index (point->spots, k);

              n_spots++;
              if (is_inside (muscle->id, spot))
                continue;
              g_test_message ("%s: %s %.0f, %.0f", point->id, myo_view_get_nick (spot->view), spot->x, spot->y);
              n_outside++;
            }
        }
    }
  g_assert_cmpuint (n_spots, >=, 243);
  g_assert_cmpuint (n_outside, ==, 0);
}

/* --- Areas lie on the regions that they name --- */

#define CELL_MM 2.0
#define REACH_MM 25.0
#define NEEDED_PART 0.6

/* One view as cells; a bit for each cell that belongs */
typedef struct
{
  int     columns, rows;
  guint8 *cells;
} Grid;

static Grid
new_grid (MyoView view)
{
  Grid grid;
  double width, height;

  myo_view_get_size (view, &width, &height);
  grid.columns = (int) ceil (width / CELL_MM);
  grid.rows = (int) ceil (height / CELL_MM);
  grid.cells = g_malloc0 ((gsize) grid.columns * (gsize) grid.rows);
  return grid;
}

static gboolean
is_region_at (MyoView          view,
              const MyoRegion *region,
              double           x,
              double           y)
{
  g_autoptr(GPtrArray) inner = NULL;

  if (!region->inner)
    return g_strcmp0 (myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y), region->id) == 0;
  inner = myo_drawings_pick_inner (drawings, view, x, y);
  for (guint i = 0; i < inner->len; i++)
    if (strcmp (g_ptr_array_index (inner, i), region->id) == 0)
      return TRUE;
  return FALSE;
}

/* Marks the cells within REACH_MM of a cell of the region. */
static void
stamp (Grid *grid,
       int   column,
       int   row)
{
  const int reach = (int) (REACH_MM / CELL_MM);

  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++)
      if (dx * dx + dy * dy <= reach * reach && column + dx >= 0 && column + dx < grid->columns
          && row + dy >= 0 && row + dy < grid->rows)
        grid->cells[(row + dy) * grid->columns + column + dx] = 1;
}

/* Returns: the region grown by REACH_MM, on both halves of the body */
static Grid
grow_region (MyoView          view,
             const MyoRegion *region)
{
  Grid grid = new_grid (view);
  const MyoSide sides[] = { MYO_SIDE_RIGHT, MYO_SIDE_LEFT };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      MyoRect box;

      if (!myo_drawings_get_bounds (drawings, view, MYO_LAYER_REGIONS, region->id, sides[i], &box))
        continue;
      for (int row = (int) (box.y / CELL_MM); row <= (int) ((box.y + box.height) / CELL_MM); row++)
        for (int column = (int) (box.x / CELL_MM); column <= (int) ((box.x + box.width) / CELL_MM); column++)
          if (is_region_at (view, region, (column + 0.5) * CELL_MM, (row + 0.5) * CELL_MM))
            stamp (&grid, column, row);
    }
  return grid;
}

/* Returns: (transfer full): a mask with a pixel for each cell */
static cairo_surface_t *
paint_area (const MyoArea *area,
            const Grid    *grid)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, grid->columns, grid->rows);
  cairo_t *cr = cairo_create (mask);

  cairo_scale (cr, 1 / CELL_MM, 1 / CELL_MM);
  g_assert_true (myo_path_append (cr, area->path, -1, NULL));
  cairo_set_line_width (cr, area->brush);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (area->brush > 0)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (mask);
  return mask;
}

/* Returns: the part of the area that lies on the grown region */
static double
measure_inside (const MyoArea *area,
                const Grid    *grown)
{
  cairo_surface_t *mask = paint_area (area, grown);
  const guint8 *data = cairo_image_surface_get_data (mask);
  int stride = cairo_image_surface_get_stride (mask);
  double all = 0, inside = 0;

  for (int row = 0; row < grown->rows; row++)
    for (int column = 0; column < grown->columns; column++)
      {
        guint8 cover = data[row * stride + column];

        all += cover;
        inside += grown->cells[row * grown->columns + column] ? cover : 0;
      }
  cairo_surface_destroy (mask);
  return all > 0 ? inside / all : 0;
}

static guint
count_stray_areas (const MyoTriggerPoint *point,
                   const MyoZone         *zone,
                   GHashTable            *grown_regions)
{
  const MyoRegion *region = myo_atlas_get_region (atlas, zone->region);
  guint n = 0;

  for (guint i = 0; i < zone->areas->len; i++)
    {
      const MyoArea *area = g_ptr_array_index (zone->areas, i);
      g_autofree char *key = g_strdup_printf ("%s/%s", myo_view_get_nick (area->view), region->id);
      Grid *grown = g_hash_table_lookup (grown_regions, key);
      double inside;

      if (grown == NULL)
        {
          Grid grid = grow_region (area->view, region);

          grown = g_memdup2 (&grid, sizeof grid);
          g_hash_table_insert (grown_regions, g_steal_pointer (&key), grown);
        }
      inside = measure_inside (area, grown);
      if (inside >= NEEDED_PART)
        continue;
      g_test_message ("%s: %s %s: %.0f %% inside", point->id, myo_view_get_nick (area->view), region->id, 100 * inside);
      n++;
    }
  return n;
}

static void
free_grid (Grid *grid)
{
  g_free (grid->cells);
  g_free (grid);
}

static void
test_areas_lie_on_their_regions (void)
{
  g_autoptr(GHashTable) grown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_grid);
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);
  guint n_stray = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 0; j < muscle->points->len; j++)
        {
          const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, j);

          for (guint k = 0; k < point->zones->len; k++)
            n_stray += count_stray_areas (point, g_ptr_array_index (point->zones, k), grown);
        }
    }
  g_assert_cmpuint (g_hash_table_size (grown), >, 100);
  g_assert_cmpuint (n_stray, ==, 0);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  atlas = myo_atlas_read_builtin (NULL);
  drawings = myo_drawings_new ();
  g_assert_nonnull (atlas);

  g_test_add_func ("/atlas-places/muscles", test_muscles_are_drawn);
  g_test_add_func ("/atlas-places/regions", test_regions_are_drawn);
  g_test_add_func ("/atlas-places/spots", test_spots_lie_in_their_muscle);
  g_test_add_func ("/atlas-places/areas", test_areas_lie_on_their_regions);
  result = g_test_run ();
  g_object_unref (atlas);
  g_object_unref (drawings);
  return result;
}
