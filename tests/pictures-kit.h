/* What the tests of the built-in drawings share: the drawings, and what a picture holds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdlib.h>

#include "myo-drawings.h"

static MyoDrawings *drawings;

typedef struct { guint8 alpha, red, green, blue; } Pixel;

static inline Pixel
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint32 *row = (const guint32 *) (gconstpointer)
    (cairo_image_surface_get_data (surface) + (gsize) y * cairo_image_surface_get_stride (surface));

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (surface));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (surface));
  return (Pixel) { row[x] >> 24, row[x] >> 16 & 0xff, row[x] >> 8 & 0xff, row[x] & 0xff };
}

static inline guint
count_ink (cairo_surface_t *surface,
           int              x0,
           int              y0,
           int              x1,
           int              y1)
{
  guint n = 0;

  for (int y = MAX (y0, 0); y < MIN (y1, cairo_image_surface_get_height (surface)); y++)
    for (int x = MAX (x0, 0); x < MIN (x1, cairo_image_surface_get_width (surface)); x++)
      n += get_pixel (surface, x, y).alpha > 0;
  return n;
}

static inline guint
count_all_ink (cairo_surface_t *surface)
{
  return count_ink (surface, 0, 0, G_MAXINT, G_MAXINT);
}

static inline cairo_surface_t *
render (MyoView        view,
        MyoLayer       layer,
        MyoPalette     palette,
        double         scale,
        const MyoRect *part)
{
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = myo_drawings_render (drawings, view, layer, palette, scale, part, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  return surface;
}
