/* A stroke of another view as it shows in this one: through the cells of the body.
 *
 * The cells under the stroke are collected as it grows.  Where they show here they are an area in squares of MYO_CELL, which is smoothed as it
 * is enlarged and cut to the shapes of the regions it was painted in, so that it never reaches into a neighbour of theirs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-body-grid.h"
#include "myo-pain-drawing.h"
#include "myo-pain-mask-private.h"

G_BEGIN_DECLS

typedef struct _MyoPainTransfer MyoPainTransfer;

/** myo_pain_transfer_new: to @view; for side and sole @side tells which side of the body it shows.  Returns: (transfer full) */
MyoPainTransfer *myo_pain_transfer_new   (MyoDrawings *drawings, MyoBodyGrid *grid, MyoView view, MyoSide side);
/** myo_pain_transfer_free: drawings and grid are given back */
void             myo_pain_transfer_free  (MyoPainTransfer *self);

/** myo_pain_transfer_begin: another stroke begins */
void             myo_pain_transfer_begin (MyoPainTransfer *self);

/** myo_pain_transfer_add: collects the cells under @stroke from its dab @first on.
 * Returns: whether more of it shows here than before */
gboolean         myo_pain_transfer_add   (MyoPainTransfer *self, const MyoStroke *stroke, guint first);

/** myo_pain_transfer_cover: adds to @mask what is new since the last call.
 * @box: of the mask in the view at @scale px per mm; @spread: mm that the shapes of the regions are widened by
 * @dirty: (inout): what may have changed, pixels of the mask */
void             myo_pain_transfer_cover (MyoPainTransfer *self, MyoPainMask *mask, const MyoPixelBox *box, double scale, double spread,
                                          MyoPixelBox *dirty);

/** myo_pain_transfer_fill_region: draws the shape of region @id into @cr (mm), that of the right half or mirrored, widened by @spread
 * mm on all sides.  Returns: whether the view shows it */
gboolean         myo_pain_transfer_fill_region (MyoDrawings *drawings, MyoView view, const char *id, gboolean mirrored, double spread, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoPainTransfer, myo_pain_transfer_free)

G_END_DECLS
