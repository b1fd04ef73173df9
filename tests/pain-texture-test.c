/* The textures of painted pain: told from each other without colours, told from the skin, stronger with the pain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "myo-pain-layer.h"
#include "myo-pain-style.h"

#define SIZE 72

/* No two textures of grey may be more alike than this, however they are moved against each other; 1 would be the same picture. */
#define MOST_ALIKE .4
/* How far they are moved, px: more than any tile repeats in. */
#define FARTHEST 20

#define LEAST_CONTRAST 3.0

typedef struct
{
  double grey[SIZE][SIZE];
} Swatch;

static double
get_linear (double channel)
{
  return channel <= .04045 ? channel / 12.92 : pow ((channel + .055) / 1.055, 2.4);
}

static double
get_luminance (double red,
               double green,
               double blue)
{
  return .2126 * get_linear (red) + .7152 * get_linear (green) + .0722 * get_linear (blue);
}

static double
get_contrast (double a,
              double b)
{
  return (MAX (a, b) + .05) / (MIN (a, b) + .05);
}

static void
draw (Swatch     *swatch,
      MyoPalette  palette,
      MyoQuality  quality,
      int         intensity)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIZE, SIZE);
  cairo_t *cr = cairo_create (surface);

  myo_pain_layer_draw_swatch (cr, palette, quality, intensity, SIZE, SIZE);
  cairo_surface_flush (surface);
  for (int y = 0; y < SIZE; y++)
    for (int x = 0; x < SIZE; x++)
      {
        const guint8 *pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) + 4 * x;

        g_assert_cmpuint (pixel[3], ==, 255);
        swatch->grey[y][x] = get_luminance (pixel[2] / 255.0, pixel[1] / 255.0, pixel[0] / 255.0);
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
get_mean (const Swatch *swatch)
{
  double sum = 0;

  for (int i = 0; i < SIZE * SIZE; i++)
    sum += swatch->grey[i / SIZE][i % SIZE];
  return sum / (SIZE * SIZE);
}

/* --- Apart from each other --- */

/* Takes away how dark it is and how strong: what remains is the pattern. */
static void
normalize (Swatch *swatch)
{
  double mean = get_mean (swatch), sum = 0;

  for (int i = 0; i < SIZE * SIZE; i++)
    {
      swatch->grey[i / SIZE][i % SIZE] -= mean;
      sum += swatch->grey[i / SIZE][i % SIZE] * swatch->grey[i / SIZE][i % SIZE];
    }
  g_assert_cmpfloat (sum, >, 0);
  for (int i = 0; i < SIZE * SIZE; i++)
    swatch->grey[i / SIZE][i % SIZE] /= sqrt (sum / (SIZE * SIZE));
}

static double
correlate (const Swatch *a,
           const Swatch *b,
           int           dx,
           int           dy)
{
  double sum = 0;

  for (int y = dy; y < SIZE; y++)
    for (int x = dx; x < SIZE; x++)
      sum += a->grey[y - dy][x - dx] * b->grey[y][x];
  return fabs (sum) / ((SIZE - dx) * (SIZE - dy));
}

static double
get_likeness (const Swatch *a,
              const Swatch *b)
{
  double most = 0;

  for (int dy = 0; dy < FARTHEST; dy++)
    for (int dx = 0; dx < FARTHEST; dx++)
      most = MAX (most, correlate (a, b, dx, dy));
  return most;
}

static void
test_apart (gconstpointer data)
{
  MyoPalette palette = GPOINTER_TO_UINT (data);
  Swatch swatches[MYO_N_QUALITIES];

  for (int intensity = 3; intensity <= 9; intensity += 3)
    {
      for (guint i = 0; i < MYO_N_QUALITIES; i++)
        {
          draw (&swatches[i], palette, (MyoQuality) i, intensity);
          normalize (&swatches[i]);
          g_assert_cmpfloat (get_likeness (&swatches[i], &swatches[i]), >, .99);
        }
      for (guint i = 0; i < MYO_N_QUALITIES; i++)
        for (guint k = 0; k < i; k++)
          {
            double likeness = get_likeness (&swatches[i], &swatches[k]);

            g_test_message ("%s and %s: %.2f", myo_quality_get_nick ((MyoQuality) i), myo_quality_get_nick ((MyoQuality) k), likeness);
            g_assert_cmpfloat (likeness, <, MOST_ALIKE);
          }
    }
}

/* --- Apart from the skin --- */

/* The strongest pixels are those of the lines. */
static double
get_best_contrast (const Swatch *swatch,
                   double        skin)
{
  double best = 1;

  for (int i = 0; i < SIZE * SIZE; i++)
    best = MAX (best, get_contrast (swatch->grey[i / SIZE][i % SIZE], skin));
  return best;
}

static void
test_contrast (void)
{
  for (guint palette = 0; palette < MYO_N_PALETTES; palette++)
    {
      const MyoColor *color = myo_pain_style_get_skin ((MyoPalette) palette);
      double skin = get_luminance (color->red, color->green, color->blue);

      for (guint quality = 0; quality < MYO_N_QUALITIES; quality++)
        for (int intensity = 4; intensity <= 10; intensity++)
          {
            Swatch swatch;

            draw (&swatch, (MyoPalette) palette, (MyoQuality) quality, intensity);
            g_assert_cmpfloat (get_best_contrast (&swatch, skin), >=, LEAST_CONTRAST);
          }
    }
}

/* The mean of what is wholly drawn, 0–1. */
static double
get_mean_channel (cairo_surface_t *picture,
                  int              channel)
{
  double sum = 0;
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      {
        const guint8 *pixel = cairo_image_surface_get_data (picture) + y * cairo_image_surface_get_stride (picture) + 4 * x;

        if (pixel[3] < 255)
          continue;
        sum += pixel[channel] / 255.0;
        n++;
      }
  return sum / n;
}

/* The skin of the swatches is that of the drawings. */
static void
test_skin (void)
{
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();
  const MyoRect trunk = { 180, 400, 360, 700 };

  for (guint palette = 0; palette < MYO_N_PALETTES; palette++)
    {
      const MyoColor *skin = myo_pain_style_get_skin ((MyoPalette) palette);
      cairo_surface_t *picture = myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, (MyoPalette) palette, .5, &trunk, NULL, NULL);

      g_assert_cmpfloat_with_epsilon (get_mean_channel (picture, 2), skin->red, .05);
      g_assert_cmpfloat_with_epsilon (get_mean_channel (picture, 1), skin->green, .05);
      g_assert_cmpfloat_with_epsilon (get_mean_channel (picture, 0), skin->blue, .05);
      cairo_surface_destroy (picture);
    }
}

/* --- Stronger --- */

/* How far the ground takes the skin from its own colour. */
static double
get_depth (const MyoPainLook *look,
           const MyoColor    *skin)
{
  return look->ground.alpha * (fabs (look->ground.red - skin->red) + fabs (look->ground.green - skin->green)
                               + fabs (look->ground.blue - skin->blue));
}

static void
test_stronger (void)
{
  for (guint palette = 0; palette < MYO_N_PALETTES; palette++)
    for (guint quality = 0; quality < MYO_N_QUALITIES; quality++)
      {
        const MyoColor *skin = myo_pain_style_get_skin ((MyoPalette) palette);
        MyoPainLook before = myo_pain_style_get_look ((MyoPalette) palette, (MyoQuality) quality, 1);

        g_assert_cmpfloat (get_depth (&before, skin), <, .2);
        for (int intensity = 2; intensity <= 10; intensity++)
          {
            MyoPainLook look = myo_pain_style_get_look ((MyoPalette) palette, (MyoQuality) quality, intensity);

            g_assert_cmpfloat (get_depth (&look, skin), >, get_depth (&before, skin) + .01);
            g_assert_cmpfloat (look.ground.alpha, <, 1);
            g_assert_cmpfloat (look.weight, >, before.weight);
            g_assert_cmpfloat (look.line.alpha, >=, before.line.alpha);
            before = look;
          }
      }
}

/* --- Tiles --- */

/* A tile beside itself goes on as it would within: what lies across the seam differs no more than what lies side by side elsewhere. */
static void
test_seams (void)
{
  for (guint quality = 0; quality < MYO_N_QUALITIES; quality++)
    for (double size = 8; size < 21; size += 4.3)
      {
        cairo_surface_t *tile = myo_pain_style_create_tile (MYO_PALETTE_LIGHT, (MyoQuality) quality, 6, size);
        int width = cairo_image_surface_get_width (tile), height = cairo_image_surface_get_height (tile);
        const guint8 *data = cairo_image_surface_get_data (tile);
        int stride = cairo_image_surface_get_stride (tile), seam = 0, within = 0;

        for (int y = 0; y < height; y++)
          {
            seam = MAX (seam, ABS (data[y * stride + 3] - data[y * stride + 4 * (width - 1) + 3]));
            for (int x = 1; x < width; x++)
              within = MAX (within, ABS (data[y * stride + 4 * x + 3] - data[y * stride + 4 * x - 1]));
          }
        g_assert_cmpint (seam, <=, within + 8);
        cairo_surface_destroy (tile);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < MYO_N_PALETTES; i++)
    {
      g_autofree char *path = g_strdup_printf ("/pain-texture/apart/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_apart);
    }
  g_test_add_func ("/pain-texture/contrast", test_contrast);
  g_test_add_func ("/pain-texture/skin", test_skin);
  g_test_add_func ("/pain-texture/stronger", test_stronger);
  g_test_add_func ("/pain-texture/seams", test_seams);
  return g_test_run ();
}
