/* Where the plates lie: nothing leaves the silhouette, the regions tile it, only one half is drawn.
 *
 * Every plate's figures are told, so that a fault can be found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawings-kit.h"
#include "myo-drawing-style.h"
#include "myo-document-private.h"
#include "myo-drawing-private.h"

/* How much of a plate (mm²) may lie beyond the silhouette, and how far out its own line reaches. */
#define ALLOWED_OUTSIDE 25.0
#define LINE_REACH 1.0

/* How much of a half (mm²) may lie on the other side of the midline, and the width of the strip there that hides the seam. */
#define ALLOWED_ACROSS 25.0
#define SEAM 1.0

/* Cells per mm in which the regions are compared with the silhouette; which part of it may be bare or covered twice: half a percent would
 * already let a chin be lost. */
#define CELLS 2
#define ALLOWED_UNTILED .0015

/* --- Regions --- */

/* A view in cells of 1 / CELLS mm: one picture of 0 and 255, without soft edges */
typedef struct
{
  cairo_surface_t *surface;
  int              width, height;
} Cells;

static Cells
fill_cells (const MyoDocument *document,
            const MyoElement  *element,
            MyoRect           *box)
{
  g_autoptr (GError) error = NULL;
  double width, height, x1, y1, x2, y2;
  Cells cells;
  cairo_t *cr;

  myo_view_get_size (myo_document_get_view (document), &width, &height);
  cells.width = (int) width * CELLS;
  cells.height = (int) height * CELLS;
  cells.surface = cairo_image_surface_create (CAIRO_FORMAT_A8, cells.width, cells.height);
  cr = cairo_create (cells.surface);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_scale (cr, CELLS, CELLS);
  myo_document_append_path (document, element, cr, &error);
  g_assert_no_error (error);
  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  *box = (MyoRect) { x1, y1, x2 - x1, y2 - y1 };
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (cells.surface);
  return cells;
}

static const guint8 *
get_cell_row (const Cells *cells,
              int          y)
{
  return cairo_image_surface_get_data (cells->surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (cells->surface);
}

/* Adds one region to the counts of how many lie over each cell. */
static void
count_region (const MyoDocument *document,
              const MyoElement  *element,
              guint8            *counts)
{
  MyoRect box;
  Cells cells = fill_cells (document, element, &box);
  int left = MAX (0, (int) (box.x * CELLS) - 1), right = MIN (cells.width, (int) ((box.x + box.width) * CELLS) + 2);
  int top = MAX (0, (int) (box.y * CELLS) - 1), bottom = MIN (cells.height, (int) ((box.y + box.height) * CELLS) + 2);

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      counts[(gsize) y * (gsize) cells.width + (gsize) x] += get_cell_row (&cells, y)[x] >> 7;
  cairo_surface_destroy (cells.surface);
}

static guint
check_tiling (MyoView view)
{
  const MyoDocument *skin = get_document (view, MYO_LAYER_SKIN), *regions = get_document (view, MYO_LAYER_REGIONS);
  MyoRect box;
  Cells outline = fill_cells (skin, myo_document_find (skin, "outline"), &box);
  g_autofree guint8 *counts = g_malloc0 ((gsize) outline.width * (gsize) outline.height);
  guint n_whole = 0, n_bare = 0, n_twice = 0;

  for (guint i = 0; i < myo_document_get_n_elements (regions); i++)
    if (!myo_document_get_element (regions, i)->inner)
      count_region (regions, myo_document_get_element (regions, i), counts);
  for (int y = 0; y < outline.height; y++)
    for (int x = 0; x < outline.width; x++)
      {
        guint8 count = counts[(gsize) y * (gsize) outline.width + (gsize) x];
        gboolean within = get_cell_row (&outline, y)[x] != 0;

        n_whole += within;
        n_bare += within && count == 0;
        n_twice += count > 1;
      }
  cairo_surface_destroy (outline.surface);
  tell (view, MYO_LAYER_REGIONS, "gaps %.3f %%, overlaps %.3f %%", 100.0 * n_bare / n_whole, 100.0 * n_twice / n_whole);
  return n_bare > ALLOWED_UNTILED * n_whole || n_twice > ALLOWED_UNTILED * n_whole;
}

static void
test_regions_tile_the_body (void)
{
  guint n_faults = 0;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    n_faults += check_tiling (view);
  g_assert_cmpuint (n_faults, ==, 0);
}

/* --- Within the silhouette --- */

/* How much of each pixel (1 mm) the silhouette and its line cover */
static cairo_surface_t *
draw_silhouette (MyoView view)
{
  g_autoptr (GError) error = NULL;
  const cairo_path_t *outline = myo_drawings_get_outline (drawings, view, &error);
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  g_assert_no_error (error);
  myo_view_get_size (view, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  cairo_append_path (cr, outline);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2 * LINE_REACH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint8
get_alpha (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);

  return (guint8) (((const guint32 *) (gconstpointer) row)[x] >> 24);
}

/* Returns: mm² of ink beyond the silhouette; @top, @left: where the first of it is */
static double
measure_outside (cairo_surface_t *plate,
                 cairo_surface_t *silhouette,
                 int             *left,
                 int             *top)
{
  double area = 0;

  for (int y = 0; y < cairo_image_surface_get_height (plate); y++)
    for (int x = 0; x < cairo_image_surface_get_width (plate); x++)
      {
        int beyond = get_alpha (plate, x, y) - get_alpha (silhouette, x, y);

        if (beyond <= 0)
          continue;
        if (area <= 0)
          *left = x, *top = y;
        area += beyond / 255.0;
      }
  return area;
}

static void
test_nothing_leaves_the_silhouette (void)
{
  guint n_faults = 0;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      g_autoptr (cairo_surface_t) silhouette = draw_silhouette (view);

      for (MyoLayer layer = 0; layer < MYO_N_LAYERS; layer++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (cairo_surface_t) plate = myo_drawings_render (drawings, view, layer, MYO_PALETTE_LIGHT, 1, NULL, NULL, &error);
          int left = 0, top = 0;
          double area;

          g_assert_no_error (error);
          area = measure_outside (plate, silhouette, &left, &top);
          tell (view, layer, "%.1f mm² outside the silhouette, from %d, %d", area, left, top);
          n_faults += area > ALLOWED_OUTSIDE;
        }
    }
  g_assert_cmpuint (n_faults, ==, 0);
}

/* --- One half --- */

/* Returns: mm² of ink of the half that is drawn, on the other side of the midline */
static double
measure_across (MyoView  view,
                MyoLayer layer)
{
  const MyoDocument *document = get_document (view, layer);
  g_autoptr (GError) error = NULL;
  g_autoptr (RsvgHandle) handle = NULL;
  g_autoptr (cairo_surface_t) surface = NULL;
  RsvgRectangle viewport = { 0 };
  double area = 0;
  gsize length;
  char *text = myo_document_restyle (document, myo_drawing_style_get_base (MYO_PALETTE_LIGHT), &length);
  cairo_t *cr;

  handle = myo_document_parse (document, text, length, &error);
  g_assert_no_error (error);
  myo_view_get_size (view, &viewport.width, &viewport.height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) viewport.width, (int) viewport.height);
  cr = cairo_create (surface);
  rsvg_handle_render_document (handle, cr, &viewport, &error);
  g_assert_no_error (error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 0; y < (int) viewport.height; y++)
    for (int x = 0; x < (int) (viewport.width / 2 - SEAM); x++)
      area += get_alpha (surface, view == MYO_VIEW_FRONT ? (int) viewport.width - 1 - x : x, y) / 255.0;
  return area;
}

static void
test_one_half_is_drawn (void)
{
  guint n_faults = 0;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    for (MyoLayer layer = 0; myo_view_is_mirrored (view) && layer < MYO_N_LAYERS; layer++)
      {
        double area = measure_across (view, layer);

        tell (view, layer, "%.1f mm² beyond the midline", area);
        n_faults += area > ALLOWED_ACROSS;
      }
  g_assert_cmpuint (n_faults, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  drawings = myo_drawings_new ();
  g_test_add_func ("/drawings-outline/regions-tile", test_regions_tile_the_body);
  g_test_add_func ("/drawings-outline/nothing-outside", test_nothing_leaves_the_silhouette);
  g_test_add_func ("/drawings-outline/one-half", test_one_half_is_drawn);
  result = g_test_run ();
  g_clear_object (&drawings);
  return result;
}
