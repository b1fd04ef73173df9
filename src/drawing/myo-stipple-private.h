/* The stipple of spillover zones: dots on a light ground, told from a solid colour without seeing colours.
 *
 * cairo can paint a repeated pattern through a mask too, but took more than half of the time of a click for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "myo-drawing-style.h"

G_BEGIN_DECLS

/** myo_stipple_create_tile: Returns: (transfer full): a tile that repeats without a seam, with dots of @diameter pixels,
 * or without any when @dot is %NULL */
cairo_surface_t *myo_stipple_create_tile (const MyoColor *ground, const MyoColor *dot, double diameter);

/** myo_stipple_fill: replaces what is in @surface (ARGB32) by the repeated @tile where @mask (A8, as large) is set.
 * @x, @y: where the surface's corner lies, pixels from the view's corner: the dots stay in place when the part changes */
void             myo_stipple_fill        (cairo_surface_t *surface, cairo_surface_t *mask, cairo_surface_t *tile, int x, int y);

G_END_DECLS
