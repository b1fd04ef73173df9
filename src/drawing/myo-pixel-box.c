/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pixel-box.h"

#include <math.h>

/* The largest side of a cairo picture. */
#define MAX_SIDE 32767

gboolean
myo_pixel_box_init (MyoPixelBox   *self,
                    const MyoRect *rect,
                    double         scale,
                    double         margin,
                    const MyoRect *within)
{
  double x0 = floor (rect->x * scale) - margin, y0 = floor (rect->y * scale) - margin;
  double x1 = ceil ((rect->x + rect->width) * scale) + margin, y1 = ceil ((rect->y + rect->height) * scale) + margin;

  if (within != NULL)
    {
      x0 = MAX (x0, floor (within->x * scale));
      y0 = MAX (y0, floor (within->y * scale));
      x1 = MIN (x1, ceil ((within->x + within->width) * scale));
      y1 = MIN (y1, ceil ((within->y + within->height) * scale));
    }
  if (!(x1 > x0 && y1 > y0 && x1 - x0 <= MAX_SIDE && y1 - y0 <= MAX_SIDE))
    return FALSE;
  *self = (MyoPixelBox) { (int) x0, (int) y0, (int) (x1 - x0), (int) (y1 - y0) };
  return TRUE;
}

gboolean
myo_pixel_box_init_within (MyoPixelBox       *self,
                           const MyoRect     *rect,
                           double             scale,
                           double             margin,
                           const MyoPixelBox *within)
{
  /* From middle to middle of its outer pixels: rounded outwards that is the box again, and no rounding adds a pixel. */
  const MyoRect middles = { (within->x + .5) / scale, (within->y + .5) / scale, (within->width - 1) / scale, (within->height - 1) / scale };

  return myo_pixel_box_init (self, rect, scale, margin, &middles);
}

void
myo_pixel_box_get_rect (const MyoPixelBox *self,
                        double             scale,
                        MyoRect           *rect)
{
  *rect = (MyoRect) { self->x / scale, self->y / scale, self->width / scale, self->height / scale };
}

cairo_t *
myo_pixel_box_create_context (const MyoPixelBox *self,
                              cairo_surface_t   *surface,
                              double             scale)
{
  cairo_t *cr = cairo_create (surface);

  cairo_translate (cr, -self->x, -self->y);
  cairo_scale (cr, scale, scale);
  return cr;
}
