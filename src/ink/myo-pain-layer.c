/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-layer.h"

#include <math.h>
#include <string.h>

#include "myo-drawings.h"
#include "myo-cairo.h"
#include "myo-pain-mask-private.h"
#include "myo-pain-style.h"
#include "myo-pain-transfer-private.h"
#include "myo-meter.h"

#define MAX_INTENSITY 10

/* How much wider (px) than it was drawn a region is taken away: what shares its soft edge leaves no ghost of it. */
#define SPREAD 1.0

/* A wave or cross of a swatch, units */
#define SWATCH_TILE 9.0

struct _MyoPainLayer
{
  MyoDrawings     *drawings;
  MyoView          view;
  MyoSide          side;
  MyoPalette       palette;
  double           scale, finest;
  MyoPixelBox      box;                /* of the picture in the view */
  MyoRect          part;               /* the same in mm */
  cairo_surface_t *surface;
  cairo_surface_t *body;               /* A8: what of each pixel lies within the silhouette */
  cairo_surface_t *tiles[MYO_N_QUALITIES][MAX_INTENSITY + 1];
  MyoPainMask     *mask;               /* of the last stroke */
  MyoPainTransfer *transfer;           /* NULL without a grid */
  const MyoStroke *stroke;             /* the last one; only to be compared */
};

/* --- The picture --- */

/* Stays empty when the silhouette cannot be read: there is no body then to paint on. */
static cairo_surface_t *
mask_body (const MyoPainLayer *self)
{
  const cairo_path_t *outline = myo_drawings_get_outline (self->drawings, self->view, NULL);
  cairo_surface_t *body = cairo_image_surface_create (CAIRO_FORMAT_A8, self->box.width, self->box.height);
  g_autoptr (cairo_t) cr = cairo_create (body);

  cairo_translate (cr, -self->box.x, -self->box.y);
  cairo_scale (cr, self->scale, self->scale);
  if (outline != NULL)
    cairo_append_path (cr, outline);
  cairo_fill (cr);
  cairo_surface_flush (body);
  return body;
}

MyoPainLayer *
myo_pain_layer_new (MyoDrawings   *drawings,
                    MyoBodyGrid   *grid,
                    MyoView        view,
                    MyoSide        side,
                    MyoPalette     palette,
                    double         scale,
                    const MyoRect *part)
{
  MyoPainLayer *self;

  g_return_val_if_fail (MYO_IS_DRAWINGS (drawings) && view < MYO_N_VIEWS && palette < MYO_N_PALETTES, NULL);
  g_return_val_if_fail (scale > 0 && part != NULL, NULL);

  self = g_new0 (MyoPainLayer, 1);
  self->drawings = g_object_ref (drawings);
  self->view = view;
  self->side = myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : side;
  self->palette = palette;
  self->scale = scale;
  self->finest = MYO_PAIN_FINEST;
  if (!myo_pixel_box_init (&self->box, part, scale, 0, NULL))
    self->box = (MyoPixelBox) { (int) (part->x * scale), (int) (part->y * scale), 1, 1 };
  myo_pixel_box_get_rect (&self->box, scale, &self->part);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, self->box.width, self->box.height);
  self->body = mask_body (self);
  self->mask = myo_pain_mask_new (self->box.width, self->box.height);
  myo_meter_add ((guint) self->box.width * (guint) self->box.height);
  if (grid != NULL)
    self->transfer = myo_pain_transfer_new (drawings, grid, view, self->side);
  return self;
}

static void
clear_tiles (MyoPainLayer *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->tiles); i++)
    for (guint j = 0; j < G_N_ELEMENTS (self->tiles[i]); j++)
      g_clear_pointer (&self->tiles[i][j], cairo_surface_destroy);
}

void
myo_pain_layer_free (MyoPainLayer *self)
{
  clear_tiles (self);
  cairo_surface_destroy (self->surface);
  cairo_surface_destroy (self->body);
  myo_pain_mask_free (self->mask);
  g_clear_pointer (&self->transfer, myo_pain_transfer_free);
  g_object_unref (self->drawings);
  g_free (self);
}

void
myo_pain_layer_set_finest (MyoPainLayer *self,
                           double        size)
{
  g_return_if_fail (size >= 1);

  self->finest = size;
  clear_tiles (self);
}

cairo_surface_t *
myo_pain_layer_get_surface (MyoPainLayer *self)
{
  return self->surface;
}

const MyoRect *
myo_pain_layer_get_part (MyoPainLayer *self)
{
  return &self->part;
}

/* --- Strokes --- */

/* Returns: (nullable): NULL for the eraser */
static cairo_surface_t *
get_tile (MyoPainLayer    *self,
          const MyoStroke *stroke)
{
  int intensity = CLAMP (stroke->intensity, 1, MAX_INTENSITY);
  cairo_surface_t **tile = &self->tiles[stroke->quality][intensity];

  if (stroke->tool != MYO_STROKE_BRUSH)
    return NULL;
  if (*tile == NULL)
    *tile = myo_pain_style_create_tile (self->palette, stroke->quality, intensity,
                                        myo_pain_style_get_tile_size (self->scale, self->finest));
  return *tile;
}

/* As it was made, band by band. */
static void
add_bands (MyoPainLayer    *self,
           const MyoStroke *stroke,
           guint            first,
           MyoPixelBox     *dirty)
{
  const MyoDab *dabs = (const MyoDab *) (gconstpointer) stroke->dabs->data;
  double scale = self->scale;

  for (guint i = first; i < stroke->dabs->len; i++)
    {
      const MyoDab *a = &dabs[i > 0 ? i - 1 : i], *b = &dabs[i];

      myo_pain_mask_add_band (self->mask, a->x * scale - self->box.x, a->y * scale - self->box.y, a->radius * scale,
                              b->x * scale - self->box.x, b->y * scale - self->box.y, b->radius * scale, dirty);
    }
}

static double
get_spread (const MyoPainLayer *self,
            const MyoStroke    *stroke)
{
  return stroke->tool == MYO_STROKE_BRUSH ? 0 : SPREAD / self->scale;
}

static void
add_transferred (MyoPainLayer    *self,
                 const MyoStroke *stroke,
                 guint            first,
                 MyoPixelBox     *dirty)
{
  if (self->transfer != NULL && myo_pain_transfer_add (self->transfer, stroke, first))
    myo_pain_transfer_cover (self->transfer, self->mask, &self->box, self->scale, get_spread (self, stroke), dirty);
}

static gboolean
shows_half (const MyoPainLayer *self,
            const MyoStroke    *stroke,
            MyoSide             side)
{
  return (stroke->side == MYO_SIDE_MIDDLE || stroke->side == side) && (self->side == MYO_SIDE_MIDDLE || self->side == side);
}

/* The shapes of both sides that are meant and show here; side and sole are drawn as the right one in any case. */
static void
fill_region (const MyoPainLayer *self,
             const MyoStroke    *stroke,
             cairo_t            *cr)
{
  gboolean mirrored = myo_view_is_mirrored (self->view);

  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    if (shows_half (self, stroke, side))
      myo_pain_transfer_fill_region (self->drawings, self->view, stroke->region, mirrored && side == MYO_SIDE_LEFT,
                                     get_spread (self, stroke), cr);
}

/* The part of the picture that the region may cover. */
static gboolean
get_region_box (const MyoPainLayer *self,
                const MyoStroke    *stroke,
                MyoPixelBox        *box)
{
  MyoPixelBox half;

  *box = (MyoPixelBox) { 0 };
  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_LEFT; side++)
    {
      MyoRect bounds;

      if (shows_half (self, stroke, side)
          && myo_drawings_get_bounds (self->drawings, self->view, MYO_LAYER_REGIONS, stroke->region, side, &bounds)
          && myo_pixel_box_init_within (&half, &bounds, self->scale, 2, &self->box))
        myo_pain_mask_unite (box, &half);
    }
  return box->width > 0;
}

static void
add_region (MyoPainLayer    *self,
            const MyoStroke *stroke,
            MyoPixelBox     *dirty)
{
  g_autoptr (cairo_surface_t) shape = NULL;
  g_autoptr (cairo_t) cr = NULL;
  MyoPixelBox box;

  if (!get_region_box (self, stroke, &box))
    return;
  shape = cairo_image_surface_create (CAIRO_FORMAT_A8, box.width, box.height);
  cr = cairo_create (shape);
  cairo_translate (cr, -box.x, -box.y);
  cairo_scale (cr, self->scale, self->scale);
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  fill_region (self, stroke, cr);
  cairo_surface_flush (shape);
  box.x -= self->box.x;
  box.y -= self->box.y;
  for (int y = 0; y < box.height; y++)
    myo_pain_mask_add_row (self->mask, box.x, box.y + y,
                           cairo_image_surface_get_data (shape) + (gsize) y * (gsize) cairo_image_surface_get_stride (shape), box.width);
  myo_pain_mask_unite (dirty, &box);
}

static gboolean
wipe (MyoPainLayer *self,
      MyoRect      *changed)
{
  gsize size = (gsize) self->box.height * (gsize) cairo_image_surface_get_stride (self->surface);

  cairo_surface_flush (self->surface);
  memset (cairo_image_surface_get_data (self->surface), 0, size);
  cairo_surface_mark_dirty (self->surface);
  *changed = self->part;
  return TRUE;
}

static void
begin_stroke (MyoPainLayer    *self,
              const MyoStroke *stroke)
{
  self->stroke = stroke;
  myo_pain_mask_begin (self->mask);
  if (self->transfer != NULL)
    myo_pain_transfer_begin (self->transfer);
}

/* Whether the stroke was made on what this layer shows. */
static gboolean
is_own (const MyoPainLayer *self,
        const MyoStroke    *stroke)
{
  return stroke->view == self->view && (self->side == MYO_SIDE_MIDDLE || stroke->side == self->side);
}

gboolean
myo_pain_layer_paint (MyoPainLayer    *self,
                      const MyoStroke *stroke,
                      guint            first,
                      MyoRect         *changed)
{
  MyoPixelBox dirty = { 0 }, shown;
  MyoRect whole;

  if (changed == NULL)
    changed = &whole;
  if (stroke->tool == MYO_STROKE_CLEAR)
    return wipe (self, changed);
  if (first == 0 || stroke != self->stroke)
    begin_stroke (self, stroke);
  if (stroke->region != NULL)
    add_region (self, stroke, &dirty);
  else if (is_own (self, stroke))
    add_bands (self, stroke, first, &dirty);
  else
    add_transferred (self, stroke, first, &dirty);
  if (dirty.width <= 0
      || !myo_pain_mask_blend (self->mask, self->surface, self->body, get_tile (self, stroke), self->box.x, self->box.y, &dirty))
    return FALSE;
  shown = (MyoPixelBox) { self->box.x + dirty.x, self->box.y + dirty.y, dirty.width, dirty.height };
  myo_pixel_box_get_rect (&shown, self->scale, changed);
  return TRUE;
}

void
myo_pain_layer_paint_all (MyoPainLayer *self,
                          GPtrArray    *strokes)
{
  for (guint i = 0; i < strokes->len; i++)
    myo_pain_layer_paint (self, g_ptr_array_index (strokes, i), 0, NULL);
}

/* --- Keys --- */

void
myo_pain_layer_draw_swatch (cairo_t    *cr,
                            MyoPalette  palette,
                            MyoQuality  quality,
                            int         intensity,
                            double      width,
                            double      height)
{
  myo_pain_style_fill (cr, palette, quality, intensity, SWATCH_TILE, width, height);
}
