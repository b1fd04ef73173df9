/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-stipple-private.h"

#include <math.h>
#include <string.h>

#include "myo-drawing-private.h"

/* From dot to dot, in diameters of a dot: a bit more than a quarter of the area is dots. */
#define DOT_DISTANCE 1.8

static void
set_color (cairo_t        *cr,
           const MyoColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
draw_dot (cairo_t *cr,
          double   x,
          double   y,
          double   diameter)
{
  cairo_arc (cr, x, y, diameter / 2, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* One dot in the middle and a quarter in each corner, in whole pixels. */
cairo_surface_t *
myo_stipple_create_tile (const MyoColor *ground,
                         const MyoColor *dot,
                         double          diameter)
{
  int width = (int) round (diameter * DOT_DISTANCE), height = (int) round (diameter * DOT_DISTANCE * sqrt (3));
  cairo_surface_t *tile = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (cairo_t) cr = cairo_create (tile);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  set_color (cr, ground);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  if (dot == NULL)
    return tile;
  set_color (cr, dot);
  for (int i = 0; i < 4; i++)
    draw_dot (cr, i % 2 * width, i / 2 * height, diameter);
  draw_dot (cr, width / 2.0, height / 2.0, diameter);
  return tile;
}

/* Both numbers are premultiplied; two of the four channels are reckoned at a time. */
static guint32
mix (guint32 from,
     guint32 to,
     guint32 share)
{
  guint32 rest = 255 - share;
  guint32 even = (from & 0xff00ff) * rest + (to & 0xff00ff) * share + 0x800080;
  guint32 odd = (from >> 8 & 0xff00ff) * rest + (to >> 8 & 0xff00ff) * share + 0x800080;

  even = (even + (even >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  odd = (odd + (odd >> 8 & 0xff00ff)) & 0xff00ff00;
  return even | odd;
}

/* Most of a mask is empty: eight pixels are passed over at a time. */
static gboolean
is_empty (const guint8 *mask)
{
  guint64 eight;

  memcpy (&eight, mask, sizeof eight);
  return eight == 0;
}

static void
fill_row (guint32       *pixels,
          const guint8  *mask,
          int            n,
          const guint32 *tile,
          int            width,
          int            phase)
{
  for (int i = 0; i < n; i++)
    {
      while (i + 8 <= n && is_empty (mask + i))
        i += 8;
      if (i == n)
        return;
      if (mask[i] == 255)
        pixels[i] = tile[(phase + i) % width];
      else if (mask[i] != 0)
        pixels[i] = mix (pixels[i], tile[(phase + i) % width], mask[i]);
    }
}

/* The phase of a place in a repeated tile; also for places left of the view's corner. */
static int
wrap (int place,
      int size)
{
  return (place % size + size) % size;
}

static guint8 *
get_row (cairo_surface_t *surface,
         int              y)
{
  return cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface);
}

void
myo_stipple_fill (cairo_surface_t *surface,
                  cairo_surface_t *mask,
                  cairo_surface_t *tile,
                  int              x,
                  int              y)
{
  int width = cairo_image_surface_get_width (tile), height = cairo_image_surface_get_height (tile);

  cairo_surface_flush (surface);
  for (int row = 0; row < cairo_image_surface_get_height (surface); row++)
    fill_row ((guint32 *) (gpointer) get_row (surface, row), get_row (mask, row), cairo_image_surface_get_width (surface),
              (const guint32 *) (gconstpointer) get_row (tile, wrap (y + row, height)), width, wrap (x, width));
  cairo_surface_mark_dirty (surface);
}
