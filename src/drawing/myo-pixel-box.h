/* A box of whole pixels in a view at some scale, counted from the view's corner: pictures of the same view at the same
 * scale then lie on one grid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "myo-body.h"

G_BEGIN_DECLS

typedef struct
{
  int x, y, width, height;
} MyoPixelBox;

/** myo_pixel_box_init: the pixels that @rect (mm) touches, @margin pixels more to each side, within @within (mm) if given.
 * Returns: %FALSE when that is none, or more than cairo can draw */
gboolean myo_pixel_box_init     (MyoPixelBox *self, const MyoRect *rect, double scale, double margin, const MyoRect *within);

/** myo_pixel_box_init_within: the same within another box, of the same view at the same scale */
gboolean myo_pixel_box_init_within (MyoPixelBox *self, const MyoRect *rect, double scale, double margin, const MyoPixelBox *within);

/** myo_pixel_box_get_rect: @rect: (out): mm */
void     myo_pixel_box_get_rect (const MyoPixelBox *self, double scale, MyoRect *rect);
/** myo_pixel_box_create_context: Returns: (transfer full): a context that draws mm of the view into @surface, which has the box's pixels */
cairo_t *myo_pixel_box_create_context (const MyoPixelBox *self, cairo_surface_t *surface, double scale);

G_END_DECLS
