/* A pain drawing: strokes on the body, in millimetres, in the order in which they were made.
 *
 * A later stroke lies over the earlier ones and replaces what they say of the place; the eraser takes away.  A stroke belongs to the
 * view in which it was made; where else the same place of the body shows is for src/map to know.  A whole region may be marked
 * instead of painted (from a list, with the keyboard, by a screen reader): that is a stroke too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "myo-pain-stroke.h"

G_BEGIN_DECLS

/** MYO_DRAWING_MAX_STROKES: more than a hand makes in an hour, like the two below; what is read from outside may not exceed any of them */
#define MYO_DRAWING_MAX_STROKES 5000
/** MYO_DRAWING_MAX_DABS: of all strokes together.  Sixty a second come from a hand that is never still: it paints half an hour without lifting
 * the brush, and one that is lifted and looks now and then more than an hour */
#define MYO_DRAWING_MAX_DABS    100000
/** MYO_DRAWING_MAX_GROUND: mm², of all strokes together: see myo_stroke_get_ground().  What a drawing costs to show and to measure grows with it, so
 * that it bounds the whole work; without it few places far from each other would cost more than many that a hand makes.  Half an hour
 * with the widest brush passes over less than half of it, a thousand strokes as long as the trunk over another quarter */
#define MYO_DRAWING_MAX_GROUND  500e6

#define MYO_TYPE_PAIN_DRAWING (myo_pain_drawing_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainDrawing, myo_pain_drawing, MYO, PAIN_DRAWING, GObject)

/* Signals
 *   changed (gboolean appended)   what it shows; @appended: only the last stroke is new, all others are as they were
 * Properties: can-undo, can-redo, empty (read only) */

/** myo_pain_drawing_new: Returns: (transfer full): an empty drawing that remembers nothing */
MyoPainDrawing *myo_pain_drawing_new         (void);
/** myo_pain_drawing_copy: Returns: (transfer full): what @self shows, without its history */
MyoPainDrawing *myo_pain_drawing_copy        (MyoPainDrawing *self);
/** myo_pain_drawing_set: shows what @other shows; can be undone */
void            myo_pain_drawing_set         (MyoPainDrawing *self, MyoPainDrawing *other);

/** myo_pain_drawing_put_beneath: as if @other had been shown first and then cleared away: what is shown stays, and undoing all of it brings
 * @other back */
void            myo_pain_drawing_put_beneath (MyoPainDrawing *self, MyoPainDrawing *other);

/** myo_pain_drawing_get_strokes: Returns: (transfer none) (element-type MyoStroke): what it shows, in order; valid until it changes */
GPtrArray      *myo_pain_drawing_get_strokes (MyoPainDrawing *self);
/** myo_pain_drawing_is_empty: Returns: whether it shows no stroke; one that only holds an eraser's is not empty */
gboolean        myo_pain_drawing_is_empty    (MyoPainDrawing *self);
/** myo_pain_drawing_equal: Returns: whether both show equal strokes in the same order, whatever came before */
gboolean        myo_pain_drawing_equal       (MyoPainDrawing *a, MyoPainDrawing *b);

/** MyoDrawingLimit: which limit keeps a stroke out of a drawing */
typedef enum
{
  MYO_DRAWING_LIMIT_NONE,
  MYO_DRAWING_LIMIT_STROKES,
  MYO_DRAWING_LIMIT_DABS,
  MYO_DRAWING_LIMIT_GROUND,
} MyoDrawingLimit;

/** myo_pain_drawing_check: Returns: the limit that @stroke would exceed if it were added */
MyoDrawingLimit myo_pain_drawing_check       (MyoPainDrawing *self, const MyoStroke *stroke);
/** myo_pain_drawing_get_ground: Returns: mm² that all strokes together pass over: what the drawing costs to show and to measure */
double          myo_pain_drawing_get_ground  (MyoPainDrawing *self);
/** myo_pain_drawing_add: @stroke: (transfer full).  Returns: %FALSE when the drawing is full: it stays as it is */
gboolean        myo_pain_drawing_add         (MyoPainDrawing *self, MyoStroke *stroke);
/** myo_pain_drawing_clear: takes everything away; can be undone */
void            myo_pain_drawing_clear       (MyoPainDrawing *self);
/** myo_pain_drawing_reset: an empty drawing that remembers nothing: another person */
void            myo_pain_drawing_reset       (MyoPainDrawing *self);
/** myo_pain_drawing_undo: takes back the last thing done: a stroke, a clearing, or a drawing that was set; nothing when there is none */
void            myo_pain_drawing_undo        (MyoPainDrawing *self);
/** myo_pain_drawing_redo: does again what was last undone; nothing when there is none, or something else was done since */
void            myo_pain_drawing_redo        (MyoPainDrawing *self);
/** myo_pain_drawing_can_undo, myo_pain_drawing_can_redo: Returns: whether there is something to take back, or to do again */
gboolean        myo_pain_drawing_can_undo    (MyoPainDrawing *self);
gboolean        myo_pain_drawing_can_redo    (MyoPainDrawing *self);

G_END_DECLS
