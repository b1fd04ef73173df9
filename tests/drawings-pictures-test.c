/* Pictures of the drawings compiled into the program: whole ones, parts, in several threads, highlights.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures-kit.h"

#include <math.h>

#include "myo-error.h"

/* --- Whole pictures --- */

static void
test_render (void)
{
  cairo_surface_t *surface = render (MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .3, NULL);

  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 216);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 534);
  g_assert_cmpuint (get_pixel (surface, 1, 1).alpha, ==, 0);
  /* both halves are there, and alike */
  g_assert_cmpuint (count_ink (surface, 0, 0, 108, 534), >, 8000);
  g_assert_cmpint (abs ((int) count_ink (surface, 0, 0, 108, 534) - (int) count_ink (surface, 108, 0, 216, 534)), <, 200);
  cairo_surface_destroy (surface);
}

/* The surface is as large as the part, rounded up, and shows that part. */
static void
test_render_part (void)
{
  MyoRect part = { 100.3, 290.7, 150.1, 99.9 };
  cairo_surface_t *whole = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 2, NULL);
  cairo_surface_t *piece = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 2, &(MyoRect) { 100, 290, 300, 100 });
  cairo_surface_t *odd = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 1.7, &part);

  g_assert_cmpint (cairo_image_surface_get_width (odd), ==, 256);
  g_assert_cmpint (cairo_image_surface_get_height (odd), ==, 170);
  for (int y = 0; y < 200; y += 3)
    for (int x = 0; x < 600; x += 3)
      {
        Pixel a = get_pixel (piece, x, y), b = get_pixel (whole, 200 + x, 580 + y);

        /* The whole mirrors its one half: cairo's antialiasing is not the same from the left and from the right. */
        g_assert_cmpint (abs (a.red - b.red), <=, 10);
        g_assert_cmpint (abs (a.alpha - b.alpha), <=, 10);
      }
  cairo_surface_destroy (whole);
  cairo_surface_destroy (piece);
  cairo_surface_destroy (odd);
}

static void
test_render_impossible (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  MyoRect none = { 10, 10, 0, 0 };

  g_assert_null (myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 1000, NULL, NULL, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_TOO_LARGE);
  g_assert_null (myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 1, &none, NULL, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, 1, NULL, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Each palette gives another picture of the same shape. */
static void
test_palettes (void)
{
  MyoRect box;
  Pixel pixels[MYO_N_PALETTES];

  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_RIGHT, &box));
  for (guint i = 0; i < MYO_N_PALETTES; i++)
    {
      cairo_surface_t *surface = render (MYO_VIEW_FRONT, MYO_LAYER_SKIN, i, 1, &(MyoRect) { 250, 500, 40, 40 });

      pixels[i] = get_pixel (surface, 20, 20);
      g_assert_cmpuint (pixels[i].alpha, ==, 255);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (pixels[MYO_PALETTE_LIGHT].green, >, pixels[MYO_PALETTE_DARK].green + 60u);
  g_assert_cmpuint (pixels[MYO_PALETTE_HIGH_CONTRAST].green, >, 240);
  g_assert_cmpuint (pixels[MYO_PALETTE_HIGH_CONTRAST_DARK].green, <, 15);
}

/* Painting one half and mirroring it must give what painting both halves gives: the share of bytes that differ by more than 24. */
static double
compare_to_halves (MyoView view,
                   double  scale)
{
  double width, height, different = 0, counted = 0;
  /* One mm less at the left: not symmetric, so both halves are painted. */
  MyoRect part;
  cairo_surface_t *whole, *halves;

  myo_view_get_size (view, &width, &height);
  part = (MyoRect) { 1 / scale, 0, width - 1 / scale, height };
  whole = myo_drawings_render (drawings, view, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, scale, NULL, NULL, NULL);
  halves = myo_drawings_render (drawings, view, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, scale, &part, NULL, NULL);
  for (int y = 0; y < cairo_image_surface_get_height (halves); y++)
    {
      const guint8 *a = cairo_image_surface_get_data (whole) + y * cairo_image_surface_get_stride (whole) + 4;
      const guint8 *b = cairo_image_surface_get_data (halves) + y * cairo_image_surface_get_stride (halves);

      for (int i = 0; i < 4 * cairo_image_surface_get_width (halves); i++, counted++)
        different += ABS (a[i] - b[i]) > 24;
    }
  cairo_surface_destroy (whole);
  cairo_surface_destroy (halves);

  return different / counted;
}

static void
test_render_mirrored (void)
{
  g_assert_cmpfloat (compare_to_halves (MYO_VIEW_FRONT, myo_drawings_snap_scale (MYO_VIEW_FRONT, .3771)), <, .002);
  g_assert_cmpfloat (compare_to_halves (MYO_VIEW_BACK, myo_drawings_snap_scale (MYO_VIEW_BACK, .5003)), <, .002);
  g_assert_cmpfloat_with_epsilon (myo_drawings_snap_scale (MYO_VIEW_FRONT, .5), .5, 1e-3);
}

/* --- Threads --- */

static gpointer
render_in_thread (gpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      cairo_surface_t *surface = render ((GPOINTER_TO_UINT (data) + i) % 2, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .15, NULL);

      g_assert_cmpuint (count_all_ink (surface), >, 1000);
      cairo_surface_destroy (surface);
      g_assert_true (myo_drawings_prepare_pick (drawings, MYO_VIEW_SOLE, MYO_LAYER_REGIONS, NULL));
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *one, *two;
  MyoRect part;

  g_clear_object (&drawings);
  drawings = myo_drawings_new ();
  one = g_thread_new ("one", render_in_thread, GUINT_TO_POINTER (0));
  two = g_thread_new ("two", render_in_thread, GUINT_TO_POINTER (1));
  for (guint i = 0; i < 50; i++)
    {
      cairo_surface_t *surface = myo_drawings_render_highlight (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_DARK,
                                                                "infraspinatus", .5, &part);

      g_assert_nonnull (surface);
      cairo_surface_destroy (surface);
    }
  g_thread_join (one);
  g_thread_join (two);
}

/* --- Highlights --- */

static void
test_highlight (void)
{
  MyoRect part = { 0 }, box;
  cairo_surface_t *surface = myo_drawings_render_highlight (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT,
                                                            "infraspinatus", 2, &part);

  g_assert_nonnull (surface);
  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_RIGHT, &box));
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int) round (part.width * 2));
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int) round (part.height * 2));
  /* the box holds the muscle and its rims, and little more */
  g_assert_cmpfloat (part.x, <, box.x);
  g_assert_cmpfloat (part.x + part.width, >, box.x + box.width);
  g_assert_cmpfloat (part.width, <, box.width + 10);
  g_assert_cmpuint (count_all_ink (surface), >, 2000);
  g_assert_cmpuint (count_ink (surface, 0, 0, 1, G_MAXINT) + count_ink (surface, 0, 0, G_MAXINT, 1), ==, 0);
  cairo_surface_destroy (surface);
  g_assert_null (myo_drawings_render_highlight (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, "none", 2, &part));
}

/* Cut to a part: the same pixels, and nothing when they do not meet. */
static void
test_highlight_within (void)
{
  MyoRect all, some, within;
  cairo_surface_t *whole = myo_drawings_render_highlight (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT,
                                                          "infraspinatus", 1, &all);
  cairo_surface_t *piece;
  int dx, dy;

  within = (MyoRect) { all.x + 30, all.y + 30, 20, 20 };
  piece = myo_drawings_render_highlight_within (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, "infraspinatus", 1,
                                                &within, &some);
  g_assert_cmpint (cairo_image_surface_get_width (piece), <=, 21);
  dx = (int) round (some.x - all.x);
  dy = (int) round (some.y - all.y);
  for (int i = 4; i < 16; i++)
    g_assert_cmpint (abs (get_pixel (piece, i, i).green - get_pixel (whole, i + dx, i + dy).green), <=, 2);
  cairo_surface_destroy (whole);
  cairo_surface_destroy (piece);
  within = (MyoRect) { 0, 0, 20, 20 };
  g_assert_null (myo_drawings_render_highlight_within (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, "infraspinatus", 1,
                                                       &within, &some));
}

/* Everything that can be selected has a highlight. */
static void
test_highlight_all (void)
{
  for (guint i = 0; i < MYO_N_VIEWS * MYO_N_LAYERS; i++)
    {
      const char * const *ids = myo_drawings_list_ids (drawings, i / MYO_N_LAYERS, i % MYO_N_LAYERS);

      for (guint k = 0; ids[k] != NULL; k++)
        {
          MyoRect part;
          cairo_surface_t *surface = myo_drawings_render_highlight (drawings, i / MYO_N_LAYERS, i % MYO_N_LAYERS, MYO_PALETTE_DARK,
                                                                    ids[k], .5, &part);

          g_assert_nonnull (surface);
          g_assert_cmpuint (count_all_ink (surface), >, 0);
          cairo_surface_destroy (surface);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  drawings = myo_drawings_new ();
  g_test_add_func ("/drawings-pictures/render", test_render);
  g_test_add_func ("/drawings-pictures/render-part", test_render_part);
  g_test_add_func ("/drawings-pictures/render-mirrored", test_render_mirrored);
  g_test_add_func ("/drawings-pictures/render-impossible", test_render_impossible);
  g_test_add_func ("/drawings-pictures/palettes", test_palettes);
  g_test_add_func ("/drawings-pictures/threads", test_threads);
  g_test_add_func ("/drawings-pictures/highlight", test_highlight);
  g_test_add_func ("/drawings-pictures/highlight-within", test_highlight_within);
  g_test_add_func ("/drawings-pictures/highlight-all", test_highlight_all);
  result = g_test_run ();
  g_clear_object (&drawings);
  return result;
}
