/* The shape of a region in one view, as rows of millimetres: how far down and across it a place lies, and which place lies so far.
 *
 * Across is counted along what lies in the region, from left to right, so that every place found is inside, whatever
 * gaps a row has.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MyoRegionShape MyoRegionShape;

/** myo_region_shape_new: Returns: (transfer full): an empty shape; immutable once its last run is added */
MyoRegionShape *myo_region_shape_new       (void);
/** myo_region_shape_free: with all its rows */
void            myo_region_shape_free      (MyoRegionShape *self);

/** myo_region_shape_add_run: the millimetres @x0 ≤ x < @x1 of row @y.  Rows come from top to bottom, runs from left to right */
void            myo_region_shape_add_run   (MyoRegionShape *self, guint y, guint x0, guint x1);

/** myo_region_shape_get_area: Returns: mm² */
guint           myo_region_shape_get_area  (const MyoRegionShape *self);
/** myo_region_shape_get_box: the millimetres around it: @x0 ≤ x < @x1, @y0 ≤ y < @y1 */
void            myo_region_shape_get_box   (const MyoRegionShape *self, guint *x0, guint *y0, guint *x1, guint *y1);

/** myo_region_shape_measure: @down, @across: (out): where @x, @y (mm) lies in the shape, 0–1; beside it: the nearest */
void            myo_region_shape_measure   (const MyoRegionShape *self, double x, double y, double *down, double *across);
/** myo_region_shape_find_place: @x, @y: (out): the middle of the millimetre that lies so far down and across; always inside */
void            myo_region_shape_find_place (const MyoRegionShape *self, double down, double across, double *x, double *y);

/** MyoShapeFunc: the millimetre of column @x and row @y */
typedef void (*MyoShapeFunc) (guint x, guint y, gpointer user_data);

/** myo_region_shape_foreach: calls @func for each millimetre of the shape */
void            myo_region_shape_foreach   (const MyoRegionShape *self, MyoShapeFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoRegionShape, myo_region_shape_free)

G_END_DECLS
