/* SVG path data → cairo.
 *
 * The grammar is that of myo-path-data.h.  As SVG asks, a fault ends the path where it stands: what came before it is kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "myo-body.h"
#include "myo-path-data.h"

G_BEGIN_DECLS

/** myo_path_append: adds the path @d of @length bytes (-1: up to its NUL) to the current path of @cr.
 * Returns: %FALSE with @error (%MYO_ERROR_DRAWING, naming the place in @d) at the first fault */
gboolean myo_path_append        (cairo_t *cr, const char *d, gssize length, GError **error);

/** myo_path_apply_transform: multiplies the matrix of @cr by an SVG `transform` list (matrix, translate, scale, rotate,
 * skewX, skewY) of @length bytes.  Returns: %FALSE when it is not one */
gboolean myo_path_apply_transform (cairo_t *cr, const char *transform, gssize length);

/** myo_path_new_scratch: Returns: (transfer full): a context without a picture, for geometry; 1 unit is 1 mm */
cairo_t *myo_path_new_scratch   (void);

/** myo_path_get_extents: the box of @d, widened to its stroke when @brush (mm) > 0.
 * Returns: %FALSE when the path is faulty or empty */
gboolean myo_path_get_extents   (const char *d, double brush, MyoRect *extents);

/** myo_path_contains: Returns: whether @x, @y lies in the filled path, or with @brush (mm) > 0 in its stroke with round ends */
gboolean myo_path_contains      (const char *d, double brush, double x, double y);

G_END_DECLS
