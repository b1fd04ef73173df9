/* The built-in atlas is tested like code: valid, consistent, in place on the body, and within the doses that are safe.
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

/* --- The files --- */

static void
test_valid (void)
{
  g_autoptr(GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_problem_free);

  myo_atlas_check_builtin (problems);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *text = myo_atlas_problem_to_string (g_ptr_array_index (problems, i));

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Each file of the source is also valid as a pack over the whole. */
static void
test_each_file_valid (void)
{
  g_autoptr(GDir) dir = g_dir_open (TEST_SOURCE_ROOT "/data/atlas", 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (TEST_SOURCE_ROOT "/data/atlas", name, NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GError) error = NULL;
      g_autoptr(MyoAtlas) pack = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;
      pack = myo_atlas_read_file (file, atlas, NULL, &error);
      g_assert_no_error (error);
      n++;
    }
  g_assert_cmpuint (n, >=, 10);
}

static void
test_version (void)
{
  g_autoptr(MyoAtlas) again = myo_atlas_read_builtin (NULL);

  g_assert_cmpuint (strlen (myo_atlas_get_version (atlas)), ==, 12);
  g_assert_cmpstr (myo_atlas_get_version (again), ==, myo_atlas_get_version (atlas));
}

/* --- Completeness --- */

static void
check_texts (MyoMuscle *muscle)
{
  const char *texts[] = { muscle->name, muscle->latin, muscle->summary, muscle->origin, muscle->insertion, muscle->action, muscle->nerve };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_nonnull (texts[i]);
      g_assert_cmpstr (texts[i], !=, "");
    }
  g_assert_cmpuint (muscle->symptoms->len, >=, 3);
  g_assert_cmpuint (muscle->causes->len, >=, 3);
  g_assert_cmpuint (muscle->related->len, >=, 1);
}

static guint
count_techniques (MyoMuscle   *muscle,
                  MyoAudience  audience)
{
  guint n = 0;

  for (guint i = 0; i < muscle->techniques->len; i++)
    n += ((MyoTechnique *) g_ptr_array_index (muscle->techniques, i))->audience == audience;
  return n;
}

static void
test_complete (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  g_assert_cmpuint (muscles->len, >=, 20);
  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      g_test_message ("%s", muscle->id);
      check_texts (muscle);
      g_assert_cmpuint (count_techniques (muscle, MYO_FOR_PRACTITIONER), >=, 1);
      g_assert_true (muscle->self_care == MYO_SELF_CARE_PROFESSIONAL || count_techniques (muscle, MYO_FOR_SELF) >= 1);
    }
}

/* What people read of a muscle is sorted: dangers first, the usual pain first. */
static void
test_sorted (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 1; j < muscle->cautions->len; j++)
        g_assert_cmpint (((MyoCaution *) g_ptr_array_index (muscle->cautions, j - 1))->kind, <=,
                         ((MyoCaution *) g_ptr_array_index (muscle->cautions, j))->kind);
      for (guint j = 0; j < muscle->points->len; j++)
        {
          GPtrArray *zones = ((MyoTriggerPoint *) g_ptr_array_index (muscle->points, j))->zones;

          g_assert_cmpint (((MyoZone *) g_ptr_array_index (zones, 0))->kind, ==, MYO_ZONE_PRIMARY);
          for (guint k = 1; k < zones->len; k++)
            g_assert_cmpint (((MyoZone *) g_ptr_array_index (zones, k - 1))->kind, <=,
                             ((MyoZone *) g_ptr_array_index (zones, k))->kind);
        }
    }
}

/* --- Doses --- */

static gboolean
is_front_or_side_of_neck (MyoMuscle *muscle)
{
  static const char * const starts[] = { "scalenus", "sternocleidomastoid", "digastric", "longus-co", "longus-ca" };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (g_str_has_prefix (muscle->id, starts[i]))
      return TRUE;
  return FALSE;
}

static void
check_step (MyoMuscle     *muscle,
            const MyoStep *step)
{
  gboolean hands = step->kind == MYO_STEP_PRESS || step->kind == MYO_STEP_STROKE || step->kind == MYO_STEP_SQUEEZE;

  g_test_message ("%s: %s", muscle->id, step->text);
  g_assert_cmpint (step->repeat, >=, 1);
  g_assert_cmpint (step->repeat, <=, 6);
  g_assert_cmpint (step->pressure, <=, is_front_or_side_of_neck (muscle) ? 5 : 7);
  if (!hands)
    return;
  g_assert_cmpint (step->seconds, >=, 5);
  g_assert_cmpint (step->seconds, <=, 180);
  g_assert_cmpint (step->rest, <=, 30);
}

static void
test_doses (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 0; j < muscle->techniques->len; j++)
        {
          const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, j);

          for (guint k = 0; k < technique->steps->len; k++)
            check_step (muscle, g_ptr_array_index (technique->steps, k));
        }
    }
}

static void
test_what_is_used_exists (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 0; j < muscle->techniques->len; j++)
        {
          const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, j);

          g_assert_nonnull (myo_atlas_get_method (atlas, technique->method));
          g_assert_nonnull (myo_atlas_get_tool (atlas, technique->tool));
        }
      for (guint j = 0; j < muscle->cautions->len; j++)
        {
          const MyoCaution *caution = g_ptr_array_index (muscle->cautions, j);

          g_assert_true (caution->flag == NULL || myo_atlas_get_flag (atlas, caution->flag) != NULL);
        }
    }
}

/* --- Places on the body --- */

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

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);
      gboolean drawn = FALSE;

      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        drawn = drawn || is_in_layer (muscle->id, view);
      g_test_message ("%s", muscle->id);
      g_assert_true (drawn);
    }
}

static void
test_regions_are_drawn (void)
{
  GPtrArray *regions = myo_atlas_get_regions (atlas);

  g_assert_cmpuint (regions->len, ==, 158);
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoRegion *region = g_ptr_array_index (regions, i);

      for (MyoView view = 0; view < MYO_N_VIEWS; view++)
        if ((region->views & (1u << view)) != 0)
          {
            g_test_message ("%s %s", myo_view_get_nick (view), region->id);
            g_assert_true (myo_drawings_has (drawings, view, MYO_LAYER_REGIONS, region->id));
          }
    }
}

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
  guint n_outside = 0;

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint j = 0; j < muscle->points->len; j++)
        {
          const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, j);

          for (guint k = 0; k < point->spots->len; k++)
            {
              const MyoSpot *spot = g_ptr_array_index (point->spots, k);

              if (is_inside (muscle->id, spot))
                continue;
              g_test_message ("%s: %s %.0f, %.0f", point->id, myo_view_get_nick (spot->view), spot->x, spot->y);
              n_outside++;
            }
        }
    }
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
  g_assert_cmpuint (n_stray, ==, 0);
}

/* --- Search --- */

static gboolean
finds (const char *text,
       const char *id)
{
  g_autoptr(GPtrArray) found = myo_atlas_search (atlas, text);

  for (guint i = 0; i < found->len; i++)
    if (strcmp (((MyoMuscle *) g_ptr_array_index (found, i))->id, id) == 0)
      return TRUE;
  return FALSE;
}

static void
test_search (void)
{
  g_autoptr(GPtrArray) all = myo_atlas_search (atlas, " ");
  g_autoptr(GPtrArray) none = myo_atlas_search (atlas, "temporalis xyzzy");
  g_autoptr(GPtrArray) by_name = myo_atlas_search (atlas, "Infra");
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, "infraspinatus");
  const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, 0);
  const MyoZone *zone = g_ptr_array_index (point->zones, 0);

  g_assert_cmpuint (all->len, ==, g_list_model_get_n_items (G_LIST_MODEL (atlas)));
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (g_ptr_array_index (by_name, 0) == muscle);
  g_assert_true (finds ("INFRASPINATUS", "infraspinatus"));
  g_assert_true (finds ("musculus infrasp", "infraspinatus"));
  g_assert_true (finds ("ínfraspinätus", "infraspinatus"));
  g_assert_true (finds (g_ptr_array_index (muscle->symptoms, 0), "infraspinatus"));
  g_assert_true (finds (myo_atlas_get_region (atlas, zone->region)->name, "infraspinatus"));
  g_assert_false (finds ("nfraspinatus", "infraspinatus"));
  g_assert_false (finds ("temporalis infraspinatus", "temporalis"));
}

static void
test_search_is_fast (void)
{
  g_autoptr(GPtrArray) warm = myo_atlas_search (atlas, "shoulder");
  gint64 start = g_get_monotonic_time ();
  double each_ms;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr(GPtrArray) found = myo_atlas_search (atlas, "pain in the shoulder");

      g_assert_cmpuint (found->len, <=, warm->len);
    }
  each_ms = (double) (g_get_monotonic_time () - start) / 100 / 1000;
  g_test_minimized_result (each_ms, "search: %.3f ms", each_ms);
}

/* --- The list of muscles --- */

static void
test_list_model (void)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (atlas)) == MYO_TYPE_MUSCLE);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (atlas), muscles->len));
  for (guint i = 0; i < muscles->len; i++)
    {
      g_autoptr(MyoMuscle) muscle = g_list_model_get_item (G_LIST_MODEL (atlas), i);

      g_assert_true (muscle == g_ptr_array_index (muscles, i));
      if (i > 0)
        g_assert_cmpint (g_utf8_collate (((MyoMuscle *) g_ptr_array_index (muscles, i - 1))->name, muscle->name), <=, 0);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  atlas = myo_atlas_read_builtin (NULL);
  drawings = myo_drawings_new ();
  g_assert_nonnull (atlas);

  g_test_add_func ("/atlas/valid", test_valid);
  g_test_add_func ("/atlas/each-file-valid", test_each_file_valid);
  g_test_add_func ("/atlas/version", test_version);
  g_test_add_func ("/atlas/complete", test_complete);
  g_test_add_func ("/atlas/sorted", test_sorted);
  g_test_add_func ("/atlas/doses", test_doses);
  g_test_add_func ("/atlas/what-is-used-exists", test_what_is_used_exists);
  g_test_add_func ("/atlas/search", test_search);
  g_test_add_func ("/atlas/search-is-fast", test_search_is_fast);
  g_test_add_func ("/atlas/list-model", test_list_model);
  g_test_add_func ("/atlas/drawn/muscles", test_muscles_are_drawn);
  g_test_add_func ("/atlas/drawn/regions", test_regions_are_drawn);
  g_test_add_func ("/atlas/drawn/spots", test_spots_lie_in_their_muscle);
  g_test_add_func ("/atlas/drawn/areas", test_areas_lie_on_their_regions);
  result = g_test_run ();
  g_object_unref (atlas);
  g_object_unref (drawings);
  return result;
}
