/* The outline of a brush stroke, which cairo cannot give: needed to draw a broken line along its edge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/** myo_brush_outline: replaces the current path of @cr by closed outlines of its stroke with round ends, @radius (mm) to each side.
 * At sharp bends the outline crosses into the stroke: it is meant to be drawn below the stroke itself */
void myo_brush_outline (cairo_t *cr, double radius);

G_END_DECLS
