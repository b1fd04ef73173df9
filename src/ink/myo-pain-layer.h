/* The picture of a drawing over one view of the body, painted stroke by stroke.
 *
 * The same picture is shown while one paints, shown from the records, exported and printed.  In the view in which a stroke was
 * made it is drawn as it was made; in another view that shows the same place it appears there, cut to the regions it was painted in.
 * What is painted later replaces what lies beneath; everything is cut to the silhouette.
 *
 * The quality is told by a texture as well as by a hue (ache: waves; sharp: slanted hatching; burning: crosses; pressing: squares;
 * tingling: dots; numb: level dashes), the intensity by how strong the texture and its ground are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-body-grid.h"
#include "myo-pain-drawing.h"

G_BEGIN_DECLS

/** MYO_PAIN_FINEST: pixels of a screen */
#define MYO_PAIN_FINEST 8.0

typedef struct _MyoPainLayer MyoPainLayer;

/** myo_pain_layer_new: an empty layer of @view; for side and sole @side tells which side of the body it shows (else MIDDLE).
 * @grid: (nullable): without it strokes show only in the view in which they were made
 * @scale: pixels per mm; @part: what of the view is wanted, mm.  The picture of the left side or sole is drawn as its right one is:
 * flipping is the caller's, as for all other pictures */
MyoPainLayer    *myo_pain_layer_new         (MyoDrawings *drawings, MyoBodyGrid *grid, MyoView view, MyoSide side, MyoPalette palette,
                                             double scale, const MyoRect *part);
/** myo_pain_layer_free: the picture goes with it, but for those who hold a reference to the surface */
void             myo_pain_layer_free        (MyoPainLayer *self);
/** myo_pain_layer_set_finest: @size: pixels that a wave, cross or dot takes at least, however small the body: a texture has to be told where the
 * picture is shown.  MYO_PAIN_FINEST of a screen's, and more where pixels are finer (paper, screens with a scale factor).
 * To be set before anything is painted */
void             myo_pain_layer_set_finest  (MyoPainLayer *self, double size);

/** myo_pain_layer_paint: adds a stroke, or its dabs from @first on (the band to the dab before is drawn too); with @first 0 another stroke begins.
 * Returns: whether the picture changed; @changed: (out) (optional): where, mm */
gboolean         myo_pain_layer_paint       (MyoPainLayer *self, const MyoStroke *stroke, guint first, MyoRect *changed);
/** myo_pain_layer_paint_all: @strokes: (element-type MyoStroke) */
void             myo_pain_layer_paint_all   (MyoPainLayer *self, GPtrArray *strokes);

/** myo_pain_layer_get_surface: Returns: (transfer none): the picture as it is now, CAIRO_FORMAT_ARGB32; changes when painted on */
cairo_surface_t *myo_pain_layer_get_surface (MyoPainLayer *self);
/** myo_pain_layer_get_part: what of the view it shows, mm: @part widened to whole pixels */
const MyoRect   *myo_pain_layer_get_part    (MyoPainLayer *self);

/** myo_pain_layer_draw_swatch: a quality as it is painted, for keys and buttons: fills @width × @height px of @cr */
void             myo_pain_layer_draw_swatch (cairo_t *cr, MyoPalette palette, MyoQuality quality, int intensity, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoPainLayer, myo_pain_layer_free)

G_END_DECLS
