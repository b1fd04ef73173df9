/* Pictures of the map, of every plate and with a selection, beside pictures that were looked at and found good.
 *
 * Each picture shows part of a view at an odd offset and scale, so that a fault in a matrix shows.  A difference in a few pixels at the
 * edges is let pass, as rasterisers differ from version to version; the mean of a small block hardly does, and tells what is missing.
 *
 * With MYO_UPDATE_GOLDEN=1 the pictures in tests/golden are drawn anew: look at them before they are committed.  Where one differs, what was
 * drawn is left beside the test's build as NAME-now.png.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdlib.h>

#include "myo-atlas-reader.h"
#include "myo-drawings.h"

/* A channel that differs by more counts its pixel; no more than this share of all pixels may. */
#define CHANNEL_TOLERANCE 24
#define SHARE_TOLERANCE   .01

/* Blocks of so many pixels to each side; no channel's mean may differ by more. */
#define BLOCK             6
#define BLOCK_TOLERANCE   10.0

typedef struct
{
  const char *name;
  MyoView     view;
  MyoLayer    layer;
  MyoPalette  palette;
  MyoSide     side;          /* of the muscle that is selected */
  const char *muscle;        /* or NULL: the plate alone */
  double      scale;
  MyoRect     part;
} Picture;

#define INFRASPINATUS_BACK  { 273.7, 251.3, 391.9, 420.1 }
#define INFRASPINATUS_FRONT { 61.3, 251.3, 391.9, 700.7 }

#define PLATE(name, view, layer, palette, ...) \
  { name, MYO_VIEW_ ## view, MYO_LAYER_ ## layer, MYO_PALETTE_ ## palette, MYO_SIDE_RIGHT, NULL, __VA_ARGS__ }
#define PLATES(name, view, ...) \
  PLATE (name "-skin-light", view, SKIN, LIGHT, __VA_ARGS__), \
  PLATE (name "-surface-light", view, SURFACE, LIGHT, __VA_ARGS__), \
  PLATE (name "-surface-dark", view, SURFACE, DARK, __VA_ARGS__), \
  PLATE (name "-deep-light", view, DEEP, LIGHT, __VA_ARGS__), \
  PLATE (name "-regions-light", view, REGIONS, LIGHT, __VA_ARGS__)

static const Picture pictures[] = {
  PLATES ("front", FRONT, .167, { .7, 3.3, 718.9, 1773.1 }),
  PLATES ("back", BACK, .167, { .7, 3.3, 718.9, 1773.1 }),
  PLATES ("side", SIDE, .167, { .7, 3.3, 398.9, 1773.1 }),
  PLATES ("sole", SOLE, .97, { .7, .3, 138.9, 299.1 }),
  { "infraspinatus-back-light", MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, MYO_SIDE_RIGHT, "infraspinatus", .7,
    INFRASPINATUS_BACK },
  { "infraspinatus-back-dark", MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_DARK, MYO_SIDE_RIGHT, "infraspinatus", .7,
    INFRASPINATUS_BACK },
  { "infraspinatus-back-high-contrast", MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_HIGH_CONTRAST, MYO_SIDE_RIGHT, "infraspinatus", .7,
    INFRASPINATUS_BACK },
  { "infraspinatus-front-light", MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, MYO_SIDE_RIGHT, "infraspinatus", .42,
    INFRASPINATUS_FRONT },
  { "infraspinatus-front-dark", MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_DARK, MYO_SIDE_RIGHT, "infraspinatus", .42,
    INFRASPINATUS_FRONT },
  { "infraspinatus-front-high-contrast", MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_HIGH_CONTRAST, MYO_SIDE_RIGHT, "infraspinatus",
    .42, INFRASPINATUS_FRONT },
  { "infraspinatus-skin-left", MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, MYO_SIDE_LEFT, "infraspinatus", .37,
    { 300.1, 251.3, 391.9, 700.7 } },
  { "infraspinatus-deep-high-contrast-dark", MYO_VIEW_BACK, MYO_LAYER_DEEP, MYO_PALETTE_HIGH_CONTRAST_DARK, MYO_SIDE_RIGHT,
    "infraspinatus", .7, INFRASPINATUS_BACK },
};

static MyoDrawings *drawings;
static MyoAtlas *atlas;

/* --- The picture --- */

static const double grounds[MYO_N_PALETTES] = { .98, .14, 1, 0 };

static void
paint_at (cairo_t         *cr,
          cairo_surface_t *surface,
          const Picture   *picture,
          const MyoRect   *part,
          gboolean         mirrored)
{
  double width, height;

  if (surface == NULL)
    return;
  myo_view_get_size (picture->view, &width, &height);
  cairo_save (cr);
  cairo_scale (cr, picture->scale, picture->scale);
  cairo_translate (cr, -picture->part.x, -picture->part.y);
  if (mirrored)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_translate (cr, part->x, part->y);
  cairo_scale (cr, 1 / picture->scale, 1 / picture->scale);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

static void
paint_base (cairo_t       *cr,
            const Picture *picture)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *base = myo_drawings_render (drawings, picture->view, picture->layer, picture->palette, picture->scale, &picture->part,
                                               NULL, &error);

  g_assert_no_error (error);
  paint_at (cr, base, picture, &picture->part, FALSE);
}

static void
paint_highlight (cairo_t       *cr,
                 const Picture *picture)
{
  MyoRect part;
  cairo_surface_t *highlight = myo_drawings_render_highlight (drawings, picture->view, picture->layer, picture->palette, picture->muscle,
                                                              picture->scale, &part);

  paint_at (cr, highlight, picture, &part, picture->side == MYO_SIDE_LEFT);
}

static void
add_paints (GArray        *paints,
            const MyoZone *zone,
            MyoSide        side)
{
  gboolean both;
  MyoSide felt = myo_zone_get_side (zone, side, &both);
  MyoZonePaint drawn = { zone, FALSE }, mirrored = { zone, TRUE };

  if (both || felt != MYO_SIDE_LEFT)
    g_array_append_val (paints, drawn);
  if (both || felt == MYO_SIDE_LEFT)
    g_array_append_val (paints, mirrored);
}

static void
paint_zones (cairo_t       *cr,
             const Picture *picture)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, picture->muscle);
  const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, 0);
  g_autoptr (GArray) paints = g_array_new (FALSE, FALSE, sizeof (MyoZonePaint));
  g_autoptr (GError) error = NULL;
  MyoRect part = picture->part;
  cairo_surface_t *zones;

  for (guint i = 0; i < point->zones->len; i++)
    add_paints (paints, g_ptr_array_index (point->zones, i), picture->side);
  zones = myo_drawings_render_zones (drawings, picture->view, picture->palette, (MyoZonePaint *) (gpointer) paints->data, paints->len,
                                     picture->scale, &part, &error);
  g_assert_no_error (error);
  paint_at (cr, zones, picture, &part, FALSE);
}

static cairo_surface_t *
draw (const Picture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (picture->part.width * picture->scale),
                                                         (int) ceil (picture->part.height * picture->scale));
  cairo_t *cr = cairo_create (surface);
  double ground = grounds[picture->palette];

  cairo_set_source_rgb (cr, ground, ground, ground);
  cairo_paint (cr);
  paint_base (cr, picture);
  if (picture->muscle != NULL)
    {
      paint_highlight (cr, picture);
      paint_zones (cr, picture);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* --- The comparison --- */

static gboolean
differs (guint32 a,
         guint32 b)
{
  for (guint shift = 0; shift < 24; shift += 8)
    if (abs ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)) > CHANNEL_TOLERANCE)
      return TRUE;
  return FALSE;
}

static const guint32 *
get_row (cairo_surface_t *surface,
         int              y)
{
  return (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                            + (gsize) y * cairo_image_surface_get_stride (surface));
}

/* The share of pixels that differ. */
static double
compare_pixels (cairo_surface_t *a,
                cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  guint n = 0;

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      n += differs (get_row (a, y)[x], get_row (b, y)[x]);
  return (double) n / (width * height);
}

/* By how much the means of a block differ, in the channel where they do most. */
static double
compare_block (cairo_surface_t *a,
               cairo_surface_t *b,
               int              left,
               int              top)
{
  int right = MIN (left + BLOCK, cairo_image_surface_get_width (a)), bottom = MIN (top + BLOCK, cairo_image_surface_get_height (a));
  double most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      int sum = 0;

      for (int y = top; y < bottom; y++)
        for (int x = left; x < right; x++)
          sum += (int) (get_row (a, y)[x] >> shift & 0xff) - (int) (get_row (b, y)[x] >> shift & 0xff);
      most = MAX (most, (double) abs (sum) / (BLOCK * BLOCK));
    }
  return most;
}

/* @x, @y: (out): where the blocks differ most; Returns: by how much. */
static double
compare_blocks (cairo_surface_t *a,
                cairo_surface_t *b,
                int             *x,
                int             *y)
{
  double most = 0;

  *x = *y = 0;
  for (int top = 0; top < cairo_image_surface_get_height (a); top += BLOCK)
    for (int left = 0; left < cairo_image_surface_get_width (a); left += BLOCK)
      {
        double difference = compare_block (a, b, left, top);

        if (difference <= most)
          continue;
        most = difference;
        *x = left;
        *y = top;
      }
  return most;
}

static void
test_picture (gconstpointer data)
{
  const Picture *picture = data;
  g_autofree char *path = g_strdup_printf (TEST_SOURCE_ROOT "/tests/golden/%s.png", picture->name);
  g_autofree char *now = g_strdup_printf ("%s-now.png", picture->name);
  cairo_surface_t *drawn = draw (picture), *golden;
  double share, block;
  int x, y;

  if (g_getenv ("MYO_UPDATE_GOLDEN") != NULL)
    cairo_surface_write_to_png (drawn, path);
  golden = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (golden), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (drawn), ==, cairo_image_surface_get_width (golden));
  g_assert_cmpint (cairo_image_surface_get_height (drawn), ==, cairo_image_surface_get_height (golden));
  share = compare_pixels (drawn, golden);
  block = compare_blocks (drawn, golden, &x, &y);
  g_test_message ("%s: %.2f %% of the pixels differ; the block at %d, %d most, by %.1f", picture->name, share * 100, x, y, block);
  if (share > SHARE_TOLERANCE || block > BLOCK_TOLERANCE)
    cairo_surface_write_to_png (drawn, now);
  g_assert_cmpfloat (share, <=, SHARE_TOLERANCE);
  g_assert_cmpfloat (block, <=, BLOCK_TOLERANCE);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (golden);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  drawings = myo_drawings_new ();
  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/", pictures[i].name, NULL);

      g_test_add_data_func (path, &pictures[i], test_picture);
    }
  result = g_test_run ();
  g_clear_object (&drawings);
  g_clear_object (&atlas);
  return result;
}
