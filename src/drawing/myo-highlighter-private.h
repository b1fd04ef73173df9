/* Small pictures of one muscle or region as it looks when selected: lifted in lightness, with two rims around it.
 *
 * They are drawn from the element's own piece of text with cairo, not with librsvg: belly, tendons and fibres in the palette's
 * highlight colours, without the soft shading.  Measured on the back view at 1 px/mm (mean of 50 muscles): librsvg on the element cut out
 * as a small document took 0.2 ms to parse and 0.9 ms to draw (it measures every stroke before it draws it, and the shading
 * is a dozen large translucent shapes); this way takes a third of that, keeps nothing in memory, and like the cut-out document its cost
 * depends on the muscle clicked and not on the size of the drawing.
 *
 * The rims are made from the picture's own alpha, so that they go around the muscle as a whole and are as wide on the screen at
 * every scale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-document.h"
#include "myo-palette.h"

G_BEGIN_DECLS

/** myo_highlighter_get_bounds: the box (mm) of @element as drawn: all its paths and the width of their lines */
gboolean         myo_highlighter_get_bounds (const MyoDocument *document, const MyoElement *element, MyoRect *bounds);

/** myo_highlighter_render: @bounds: what myo_highlighter_get_bounds() gave; @within: (nullable): the part (mm) of the view that is
 * wanted; @part: (out): the box (mm) of the surface.
 * Returns: (transfer full) (nullable): %NULL when nothing of it lies @within.  Any thread */
cairo_surface_t *myo_highlighter_render     (const MyoDocument *document, const MyoElement *element, const MyoRect *bounds,
                                             MyoPalette palette, double scale, const MyoRect *within, MyoRect *part);

G_END_DECLS
