/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-mask-private.h"

#include <math.h>
#include <string.h>

#include "myo-meter.h"

/* What covers so little more of a pixel than is painted already waits until it is more, or all of it: many small steps would round away
 * what they add. */
#define GRAIN 12

struct _MyoPainMask
{
  int         width, height;
  guint8     *wanted;        /* how much of each pixel the stroke covers */
  guint8     *painted;       /* how much of that is in the picture */
  MyoPixelBox used;          /* what has to be wiped for the next stroke */
};

MyoPainMask *
myo_pain_mask_new (int width,
                   int height)
{
  MyoPainMask *self = g_new0 (MyoPainMask, 1);

  g_return_val_if_fail (width > 0 && height > 0, self);

  self->width = width;
  self->height = height;
  self->wanted = g_malloc0 ((gsize) width * (gsize) height);
  self->painted = g_malloc0 ((gsize) width * (gsize) height);
  return self;
}

void
myo_pain_mask_free (MyoPainMask *self)
{
  g_free (self->wanted);
  g_free (self->painted);
  g_free (self);
}

static guint8 *
get_row (const MyoPainMask *self,
         guint8            *data,
         int                x,
         int                y)
{
  return data + (gsize) y * (gsize) self->width + x;
}

void
myo_pain_mask_begin (MyoPainMask *self)
{
  for (int y = self->used.y; y < self->used.y + self->used.height; y++)
    {
      memset (get_row (self, self->wanted, self->used.x, y), 0, (gsize) self->used.width);
      memset (get_row (self, self->painted, self->used.x, y), 0, (gsize) self->used.width);
    }
  self->used = (MyoPixelBox) { 0 };
}

void
myo_pain_mask_unite (MyoPixelBox       *box,
                     const MyoPixelBox *other)
{
  int x1, y1;

  if (other->width <= 0)
    return;
  if (box->width <= 0)
    {
      *box = *other;
      return;
    }
  x1 = MAX (box->x + box->width, other->x + other->width);
  y1 = MAX (box->y + box->height, other->y + other->height);
  box->x = MIN (box->x, other->x);
  box->y = MIN (box->y, other->y);
  box->width = x1 - box->x;
  box->height = y1 - box->y;
}

/* --- Bands ---
 *
 * A band is the hull of two discs: seen along the line between their centres, a place lies beside the first disc, beside the second, or
 * between the two tangents that touch both. */

typedef struct
{
  double ax, ay, bx, by;     /* centres */
  double a, b;               /* radii */
  double dx, dy, length;     /* from a to b: direction and distance */
  double slope, rise;        /* of the tangent against that line: sine and cosine */
} Band;

static void
swap_ends (Band *self)
{
  Band other = { .ax = self->bx, .ay = self->by, .a = self->b, .bx = self->ax, .by = self->ay, .b = self->a };

  *self = other;
}

static void
init_band (Band *self)
{
  if (self->b > self->a)
    swap_ends (self);
  self->dx = self->bx - self->ax;
  self->dy = self->by - self->ay;
  self->length = hypot (self->dx, self->dy);
  /* The smaller disc lies within the larger one. */
  if (self->length <= self->a - self->b)
    self->length = 0;
  if (self->length <= 0)
    return;
  self->dx /= self->length;
  self->dy /= self->length;
  self->slope = (self->a - self->b) / self->length;
  self->rise = sqrt (MAX (1 - self->slope * self->slope, 0));
}

/* How far (px) a place lies within the edge, negative beyond it. */
static double
get_depth (const Band *self,
           double      x,
           double      y)
{
  double along, across, foot;

  x -= self->ax;
  y -= self->ay;
  if (self->length <= 0)
    return self->a - sqrt (x * x + y * y);
  along = x * self->dx + y * self->dy;
  across = fabs (x * self->dy - y * self->dx);
  foot = along * self->rise - across * self->slope;
  if (foot <= 0)
    return self->a - sqrt (along * along + across * across);
  along -= self->length;
  if (foot >= self->length * self->rise)
    return self->b - sqrt (along * along + across * across);
  return self->b - (along * self->slope + across * self->rise);
}

/* The pixels that a band touches within the picture. */
static gboolean
get_band_box (const MyoPainMask *self,
              const Band        *band,
              MyoPixelBox       *box)
{
  double x0 = MAX (floor (MIN (band->ax - band->a, band->bx - band->b) - 1), 0);
  double y0 = MAX (floor (MIN (band->ay - band->a, band->by - band->b) - 1), 0);
  double x1 = MIN (ceil (MAX (band->ax + band->a, band->bx + band->b) + 1), self->width);
  double y1 = MIN (ceil (MAX (band->ay + band->a, band->by + band->b) + 1), self->height);

  if (!(x1 > x0 && y1 > y0))
    return FALSE;
  *box = (MyoPixelBox) { (int) x0, (int) y0, (int) (x1 - x0), (int) (y1 - y0) };
  return TRUE;
}

/* The pixels of row @y that the band may touch: those near enough to the piece of the line between the centres that is near enough itself.
 * Most of a box around it is corners. */
static gboolean
get_band_run (const Band        *band,
              const MyoPixelBox *box,
              int                y,
              int               *first,
              int               *end)
{
  double away = MAX (MAX (MIN (band->ay, band->by) - (y + .5), y + .5 - MAX (band->ay, band->by)), 0), reach = band->a + 1;
  double half = reach > away ? sqrt (reach * reach - away * away) : 0;
  double dx = band->bx - band->ax, dy = band->by - band->ay, from = 0, to = 1;

  if (fabs (dy) > 1e-9)
    {
      double t0 = (y + .5 - reach - band->ay) / dy, t1 = (y + .5 + reach - band->ay) / dy;

      from = CLAMP (MIN (t0, t1), 0, 1);
      to = CLAMP (MAX (t0, t1), 0, 1);
    }
  *first = MAX (box->x, (int) floor (band->ax + MIN (from * dx, to * dx) - half));
  *end = MIN (box->x + box->width, (int) (band->ax + MAX (from * dx, to * dx) + half) + 1);
  return half > 0 && *end > *first;
}

/* Most of what the next piece of a stroke touches is covered already: eight pixels are passed over at a time. */
static gboolean
is_full (const guint8 *cover)
{
  guint64 eight;

  memcpy (&eight, cover, sizeof eight);
  return eight == G_MAXUINT64;
}

static void
add_band_row (const Band *band,
              guint8     *row,
              int         x,
              int         y,
              int         n)
{
  for (int i = 0; i < n; i++)
    {
      double depth;

      while (i + 8 <= n && is_full (row + i))
        i += 8;
      if (i == n || row[i] == 255)
        continue;
      depth = get_depth (band, x + i + .5, y + .5) + .5;
      if (depth > 0)
        row[i] = MAX (row[i], (guint8) (MIN (depth, 1) * 255 + .5));
    }
}

void
myo_pain_mask_add_band (MyoPainMask *self,
                        double       ax,
                        double       ay,
                        double       a_radius,
                        double       bx,
                        double       by,
                        double       b_radius,
                        MyoPixelBox *dirty)
{
  Band band = { .ax = ax, .ay = ay, .bx = bx, .by = by, .a = a_radius, .b = b_radius };
  MyoPixelBox box;
  int first, end;

  init_band (&band);
  if (!get_band_box (self, &band, &box))
    return;
  for (int y = box.y; y < box.y + box.height; y++)
    if (get_band_run (&band, &box, y, &first, &end))
      {
        add_band_row (&band, get_row (self, self->wanted, first, y), first, y, end - first);
        myo_meter_add ((guint) (end - first));
      }
  myo_pain_mask_unite (&self->used, &box);
  myo_pain_mask_unite (dirty, &box);
}

void
myo_pain_mask_add_row (MyoPainMask  *self,
                       int           x,
                       int           y,
                       const guint8 *cover,
                       int           n)
{
  guint8 *row;
  MyoPixelBox box = { x, y, n, 1 };

  g_return_if_fail (x >= 0 && y >= 0 && x + n <= self->width && y < self->height);

  row = get_row (self, self->wanted, x, y);
  for (int i = 0; i < n; i++)
    row[i] = MAX (row[i], cover[i]);
  myo_pain_mask_unite (&self->used, &box);
}

/* --- Into the picture --- */

/* @share of 255 of a premultiplied colour; two of the four channels are reckoned at a time. */
static guint32
scale_color (guint32 color,
             guint32 share)
{
  guint32 even = (color & 0xff00ff) * share + 0x800080, odd = (color >> 8 & 0xff00ff) * share + 0x800080;

  even = (even + (even >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
  odd = (odd + (odd >> 8 & 0xff00ff)) & 0xff00ff00;
  return even | odd;
}

/* Of what is left of the pixel beneath, the part that the new cover takes. */
static guint32
get_share (guint32 painted,
           guint32 wanted)
{
  return ((wanted - painted) * 255 + (255 - painted) / 2) / (255 - painted);
}

/* Most of the box around a stroke it does not touch, or has painted already. */
static gboolean
is_same (const guint8 *wanted,
         const guint8 *painted)
{
  return memcmp (wanted, painted, 8) == 0;
}

/* What is painted is cut to the body at once, old and new alike: so the body's own soft edge stays as it is however often
 * it is painted over, and nothing is left of it where all is taken away. */
static gboolean
blend_row (MyoPainMask   *self,
           gsize          at,
           guint32       *pixels,
           const guint8  *body,
           const guint32 *tile,
           int            tile_width,
           int            phase,
           int            n)
{
  const guint8 *wanted = self->wanted + at;
  guint8 *painted = self->painted + at;
  gboolean changed = FALSE;

  for (int i = 0; i < n; i++, phase = phase + 1 < tile_width ? phase + 1 : 0)
    {
      guint32 share;

      while (i + 8 <= n && is_same (wanted + i, painted + i))
        {
          i += 8;
          phase = (phase + 8) % tile_width;
        }
      if (i == n)
        break;
      if (wanted[i] < painted[i] + GRAIN && (wanted[i] < 255 || painted[i] == 255))
        continue;
      share = get_share (painted[i], wanted[i]);
      painted[i] = wanted[i];
      if (body[i] == 0)
        continue;
      changed = TRUE;
      pixels[i] = share == 255 ? 0 : scale_color (pixels[i], 255 - share);
      if (tile != NULL)
        pixels[i] += scale_color (tile[phase], body[i] == 255 ? share : (share * body[i] + 127) / 255);
    }
  return changed;
}

/* The phase of a place in a repeated tile; also for places left of the view's corner. */
static int
wrap (int place,
      int size)
{
  return (place % size + size) % size;
}

static guint8 *
get_pixels (cairo_surface_t *surface,
            int              y)
{
  return cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
}

gboolean
myo_pain_mask_blend (MyoPainMask       *self,
                     cairo_surface_t   *picture,
                     cairo_surface_t   *body,
                     cairo_surface_t   *tile,
                     int                x,
                     int                y,
                     const MyoPixelBox *dirty)
{
  int width = tile != NULL ? cairo_image_surface_get_width (tile) : 1;
  int height = tile != NULL ? cairo_image_surface_get_height (tile) : 1;
  gboolean changed = FALSE;

  myo_meter_add ((guint) dirty->width * (guint) dirty->height / 8);
  cairo_surface_flush (picture);
  for (int row = dirty->y; row < dirty->y + dirty->height; row++)
    {
      const guint32 *texture = tile != NULL ? (const guint32 *) (gconstpointer) get_pixels (tile, wrap (y + row, height)) : NULL;
      guint32 *pixels = (guint32 *) (gpointer) get_pixels (picture, row);

      changed |= blend_row (self, (gsize) row * (gsize) self->width + (gsize) dirty->x, pixels + dirty->x, get_pixels (body, row) + dirty->x,
                            texture, width, wrap (x + dirty->x, width), dirty->width);
    }
  cairo_surface_mark_dirty_rectangle (picture, dirty->x, dirty->y, dirty->width, dirty->height);
  return changed;
}
