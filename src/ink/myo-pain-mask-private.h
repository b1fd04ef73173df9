/* The shape of one stroke in pixels, as it grows.
 *
 * The mask knows how much of each pixel the stroke covers, and how much of that is in the picture already.  Pieces that
 * overlap are no denser than one alone, and a stroke that is painted piece by piece, as the hand moves, gives the picture that it gives
 * when painted at once; what is done again costs nothing and changes nothing.
 *
 * All places are pixels of the picture, counted from its corner.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "myo-pixel-box.h"

G_BEGIN_DECLS

typedef struct _MyoPainMask MyoPainMask;

/** myo_pain_mask_new: @width, @height: of the picture, pixels.  Returns: (transfer full): with nothing covered */
MyoPainMask *myo_pain_mask_new   (int width, int height);

/** myo_pain_mask_free: the pictures that it was blended into stay */
void         myo_pain_mask_free  (MyoPainMask *self);

/** myo_pain_mask_begin: another stroke begins */
void         myo_pain_mask_begin (MyoPainMask *self);

/** myo_pain_mask_add_band: the band from the disc around @ax, @ay to the one around @bx, @by.  What of it lies in the picture is added to @dirty
 * (of no width: nothing yet) */
void         myo_pain_mask_add_band (MyoPainMask *self, double ax, double ay, double a_radius, double bx, double by, double b_radius,
                                     MyoPixelBox *dirty);
/** myo_pain_mask_add_row: @n pixels from @x, @y on, covered as @cover says.  All of them within the picture; the caller tells what is dirty */
void         myo_pain_mask_add_row (MyoPainMask *self, int x, int y, const guint8 *cover, int n);

/** myo_pain_mask_blend: brings what is new within @dirty into @picture (ARGB32, as large as the mask), replacing what was there.
 * @body: (A8, as large) what of each pixel is body; @tile: (nullable): the texture, repeated; %NULL takes away
 * @x, @y: where the picture's corner lies, pixels from the view's corner: textures of all pictures then lie on one grid
 * Returns: whether any pixel of the body changed its cover */
gboolean     myo_pain_mask_blend (MyoPainMask *self, cairo_surface_t *picture, cairo_surface_t *body, cairo_surface_t *tile,
                                  int x, int y, const MyoPixelBox *dirty);

/** myo_pain_mask_unite: widens @box to hold @other too; a box without width holds nothing */
void         myo_pain_mask_unite (MyoPixelBox *box, const MyoPixelBox *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoPainMask, myo_pain_mask_free)

G_END_DECLS
