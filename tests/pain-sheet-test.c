/* The sheet of a pain drawing: right stays right and front stays front on paper too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pain-kit.h"

#include <glib/gstdio.h>
#include "myo-pain-sheet.h"

#define WIDTH  595.0
#define HEIGHT 842.0
#define FINENESS 2.0

/* Channels that differ by less are not painted. */
#define LEAST_CHANGE 14

static const char * const lines[] = { "Temple, right: aching, 6 of 10, 14 cm²", "Calf, left: numb, 3 of 10, 40 cm²", NULL };

static MyoPainSheet
new_sheet (GPtrArray *strokes)
{
  return (MyoPainSheet) {
    .drawings = drawings, .grid = grid, .strokes = strokes, .title = "Pain drawing", .subtitle = "Someone", .lines = lines,
    .figure_names = { "Front", "Back", "Right side", "Left side", "Right sole", "Left sole" }, .right = "R", .left = "L",
    .quality_names = { "aching", "sharp", "burning", "pressing", "tingling", "numb" },
  };
}

static GPtrArray *
new_strokes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
}

static cairo_surface_t *
draw_sheet (const MyoPainSheet *sheet,
            double              width,
            double              height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * FINENESS), (int) (height * FINENESS));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, FINENESS, FINENESS);
  g_assert_true (myo_pain_sheet_draw (sheet, cr, width, height, FINENESS, &error));
  g_assert_no_error (error);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* --- Where what shows --- */

typedef struct
{
  cairo_surface_t *empty, *painted;
  MyoPainSheet     sheet;
} Pages;

static void
open_pages (Pages     *self,
            GPtrArray *strokes)
{
  g_autoptr (GPtrArray) none = new_strokes ();

  self->sheet = new_sheet (none);
  self->empty = draw_sheet (&self->sheet, WIDTH, HEIGHT);
  self->sheet = new_sheet (strokes);
  /* The key would take its place from nothing else, but text moves. */
  self->sheet.lines = NULL;
  self->painted = draw_sheet (&self->sheet, WIDTH, HEIGHT);
}

static void
close_pages (Pages *self)
{
  cairo_surface_destroy (self->empty);
  cairo_surface_destroy (self->painted);
}

/* Whether the page differs from the empty one at a place of figure @i. */
static gboolean
is_painted (const Pages *self,
            double       page_x,
            double       page_y)
{
  int x = (int) (page_x * FINENESS), y = (int) (page_y * FINENESS);
  gsize at = (gsize) y * (gsize) cairo_image_surface_get_stride (self->empty) + (gsize) x * 4;
  const guint8 *one = cairo_image_surface_get_data (self->empty) + at, *other = cairo_image_surface_get_data (self->painted) + at;

  for (guint channel = 0; channel < 3; channel++)
    if (ABS (one[channel] - other[channel]) >= LEAST_CHANGE)
      return TRUE;
  return FALSE;
}

/* What is painted on a figure: for each side the ids of the regions. */
typedef struct
{
  GHashTable *regions[2];
} Found;

static void
look_at_figure (const Pages *pages,
                guint        i,
                Found       *found)
{
  double x0, y0, scale, width, height, step;
  gboolean flipped;

  myo_pain_sheet_get_figure (&pages->sheet, WIDTH, HEIGHT, i, &x0, &y0, &scale, &flipped);
  g_assert_cmpint (flipped, ==, myo_figure_get (i)->side == MYO_SIDE_LEFT);
  myo_view_get_size (myo_figure_get (i)->view, &width, &height);
  step = .8 / scale / FINENESS;
  found->regions[0] = g_hash_table_new (g_str_hash, g_str_equal);
  found->regions[1] = g_hash_table_new (g_str_hash, g_str_equal);
  for (double y = 0; y < height; y += step)
    for (double x = 0; x < width; x += step)
      {
        const char *id = myo_drawings_pick (drawings, myo_figure_get (i)->view, MYO_LAYER_REGIONS, x, y);
        MyoSide side = myo_figure_get (i)->side == MYO_SIDE_MIDDLE ? myo_view_side_at (myo_figure_get (i)->view, x) : myo_figure_get (i)->side;

        if (id == NULL || (myo_view_is_mirrored (myo_figure_get (i)->view) && fabs (x - width / 2) < 2.5))
          continue;
        if (is_painted (pages, x0 + (flipped ? -x : x) * scale, y0 + y * scale))
          g_hash_table_add (found->regions[side], (gpointer) id);
      }
}

static void
forget (Found *found)
{
  g_hash_table_unref (found->regions[0]);
  g_hash_table_unref (found->regions[1]);
}

/* --- Right stays right --- */

/* Paints a dab into every region of @view on one side. */
static GPtrArray *
paint_all_regions (MyoView view,
                   MyoSide side)
{
  GPtrArray *strokes = new_strokes ();

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      double x = 0, y = 0, room = find_room (view, i, &x, &y);

      if (room >= 1)
        g_ptr_array_add (strokes, new_dab (MYO_STROKE_BRUSH, view, side, x, y, room));
    }
  return strokes;
}

static gboolean
has_dab (GPtrArray  *strokes,
         MyoView     view,
         MyoSide     side,
         const char *region)
{
  for (guint i = 0; i < strokes->len; i++)
    {
      const MyoStroke *stroke = g_ptr_array_index (strokes, i);
      const MyoDab *dab = &g_array_index (stroke->dabs, MyoDab, 0);

      if (g_strcmp0 (myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, place_on_side (view, side, dab->x), dab->y), region) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What shows on the other side, or in a region whose view was not painted and that has no painted neighbour, was moved. */
static guint
check_found (GPtrArray   *strokes,
             MyoView      view,
             MyoSide      side,
             guint        figure,
             const Found *found)
{
  guint n = myo_body_grid_get_n_regions (grid), n_missing = 0;

  g_assert_cmpuint (g_hash_table_size (found->regions[myo_side_get_opposite (side)]), ==, 0);
  for (guint i = 0; i < n; i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      gboolean drawn = !region->inner && myo_drawings_has (drawings, myo_figure_get (figure)->view, MYO_LAYER_REGIONS, region->id);
      gboolean here = myo_figure_get (figure)->side == MYO_SIDE_MIDDLE || myo_figure_get (figure)->side == side;

      if (drawn && here && has_dab (strokes, view, side, region->id) && !g_hash_table_contains (found->regions[side], region->id))
        {
          g_test_message ("%s painted in %s: nothing in figure %u", region->id, myo_view_get_nick (view), figure);
          n_missing++;
        }
      if (!here)
        g_assert_false (g_hash_table_contains (found->regions[side], region->id));
    }
  return n_missing;
}

static void
test_sides (gconstpointer data)
{
  MyoView view = GPOINTER_TO_UINT (data);
  guint n_missing = 0;

  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    {
      g_autoptr (GPtrArray) strokes = paint_all_regions (view, side);
      Pages pages;

      open_pages (&pages, strokes);
      for (guint i = 0; i < MYO_N_FIGURES; i++)
        {
          Found found;

          look_at_figure (&pages, i, &found);
          n_missing += check_found (strokes, view, side, i, &found);
          forget (&found);
        }
      close_pages (&pages);
    }
  /* Slivers of a few mm² fall between the pixels of so small a figure. */
  g_assert_cmpuint (n_missing, <=, 12);
}

/* --- Front stays front --- */

static gboolean
shows_only_in (const MyoGridRegion *region,
               MyoView              view)
{
  for (MyoView other = 0; other < MYO_N_VIEWS; other++)
    if (myo_drawings_has (drawings, other, MYO_LAYER_REGIONS, region->id) != (other == view))
      return FALSE;
  return TRUE;
}

/* Marks every region that shows in one view alone: no other figure changes. */
static void
test_views (gconstpointer data)
{
  MyoView view = GPOINTER_TO_UINT (data);
  g_autoptr (GPtrArray) strokes = new_strokes ();
  Pages pages;

  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      if (shows_only_in (region, view))
        g_ptr_array_add (strokes, myo_stroke_new_region (MYO_STROKE_BRUSH, region->id, region->midline ? MYO_SIDE_MIDDLE : MYO_SIDE_LEFT, 9,
                                                         MYO_QUALITY_NUMB));
    }
  open_pages (&pages, strokes);
  for (guint i = 0; i < MYO_N_FIGURES; i++)
    {
      Found found;
      gboolean own = myo_figure_get (i)->view == view && myo_figure_get (i)->side != MYO_SIDE_RIGHT;

      look_at_figure (&pages, i, &found);
      if (own && strokes->len > 0)
        g_assert_cmpuint (g_hash_table_size (found.regions[MYO_SIDE_LEFT]), >, 0);
      if (!own && myo_figure_get (i)->view != view)
        g_assert_cmpuint (g_hash_table_size (found.regions[0]) + g_hash_table_size (found.regions[1]), ==, 0);
      forget (&found);
    }
  close_pages (&pages);
}

/* --- The page --- */

static gboolean
is_dark (cairo_surface_t *surface,
         int              x,
         int              y)
{
  const guint8 *pixel = cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface) + 4 * (gsize) x;

  return pixel[0] < 250 || pixel[1] < 250 || pixel[2] < 250;
}

/* Nothing is drawn into the margins, whatever there is to tell. */
static void
check_margins (const MyoPainSheet *sheet,
               double              width,
               double              height)
{
  cairo_surface_t *surface = draw_sheet (sheet, width, height);
  int right = cairo_image_surface_get_width (surface), bottom = cairo_image_surface_get_height (surface);
  int margin = (int) (36 * FINENESS * MIN (width / WIDTH, height / HEIGHT));

  for (int y = 0; y < bottom; y++)
    for (int x = 0; x < right; x++)
      if (x < margin || x >= right - margin || y < margin || y >= bottom - margin)
        g_assert_false (is_dark (surface, x, y));
  cairo_surface_destroy (surface);
}

static char **
new_lines (guint       n,
           const char *text)
{
  char **many = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    many[i] = g_strdup (text);
  return many;
}

static void
test_margins (void)
{
  g_autoptr (GPtrArray) strokes = paint_all_regions (MYO_VIEW_FRONT, MYO_SIDE_LEFT);
  g_autofree char *endless = g_strnfill (6000, 'a');
  g_autofree char *words = g_strdelimit (g_strdup (endless), "a", ' ');
  static const guint counts[] = { 0, 1, 12, 160 };
  MyoPainSheet sheet = new_sheet (strokes);

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_auto (GStrv) many = new_lines (counts[i], "Back of the head behind the ear, right: tingling, numb, 3 of 10, 104 cm²");

      sheet.lines = (const char * const *) many;
      check_margins (&sheet, WIDTH, HEIGHT);
    }
  sheet.lines = (const char * const []) { "Temple, right.", endless, words, "Calf.", NULL };
  check_margins (&sheet, WIDTH, HEIGHT);
  check_margins (&sheet, 612, 792);
  sheet = (MyoPainSheet) { .drawings = drawings, .grid = grid };
  check_margins (&sheet, HEIGHT, WIDTH);
}

/* A body that cannot be read is told. */
static void
test_no_body (void)
{
  g_autofree char *path = g_dir_make_tmp ("myomap-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (MyoDrawings) none = myo_drawings_new_for_folder (folder);
  g_autoptr (GPtrArray) strokes = new_strokes ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) WIDTH, (int) HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  MyoPainSheet sheet = new_sheet (strokes);

  sheet.drawings = none;
  sheet.grid = NULL;
  g_assert_false (myo_pain_sheet_draw (&sheet, cr, WIDTH, HEIGHT, 1, &error));
  g_assert_nonnull (error);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  open_body ();
  for (MyoView view = 0; view < (g_getenv ("TEST_SMALL") == NULL ? MYO_N_VIEWS : 1); view++)
    {
      g_autofree char *sides = g_strconcat ("/pain-sheet/sides/", myo_view_get_nick (view), NULL);
      g_autofree char *views = g_strconcat ("/pain-sheet/views/", myo_view_get_nick (view), NULL);

      g_test_add_data_func (sides, GUINT_TO_POINTER (view), test_sides);
      g_test_add_data_func (views, GUINT_TO_POINTER (view), test_views);
    }
  g_test_add_func ("/pain-sheet/margins", test_margins);
  g_test_add_func ("/pain-sheet/no-body", test_no_body);
  status = g_test_run ();
  close_body ();
  return status;
}
