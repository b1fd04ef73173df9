/* A pain drawing: strokes on the body, in millimetres, in the order in which they were made.
 *
 * A later stroke lies over the earlier ones and replaces what they say of the place; the eraser takes away.  A stroke belongs to the
 * view in which it was made; where else the same place of the body shows is for src/map to know.  A whole region may be marked
 * instead of painted (from a list, with the keyboard, by a screen reader): that is a stroke too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "myo-body.h"

G_BEGIN_DECLS

/** MyoQuality: what the pain feels like */
typedef enum
{
  MYO_QUALITY_ACHE,
  MYO_QUALITY_SHARP,
  MYO_QUALITY_BURNING,
  MYO_QUALITY_PRESSING,
  MYO_QUALITY_TINGLING,
  MYO_QUALITY_NUMB,
} MyoQuality;
#define MYO_N_QUALITIES 6

/** myo_quality_get_nick: Returns: a stable name for records: "ache", "sharp", "burning", "pressing", "tingling" or "numb" */
const char *myo_quality_get_nick  (MyoQuality quality);
/** myo_quality_from_nick: @nick: (nullable); @quality: (out): left alone when there is no such quality.  Returns: whether there is one */
gboolean    myo_quality_from_nick (const char *nick, MyoQuality *quality);

typedef enum
{
  MYO_STROKE_BRUSH,
  MYO_STROKE_ERASER,
  MYO_STROKE_CLEAR,          /* takes away all that came before; only in the history of a drawing, never in what it shows */
} MyoStrokeTool;

/** MyoDab: where the brush was, mm of the view, and half its width there (a stylus pressed harder is wider), mm */
typedef struct
{
  float x, y, radius;
} MyoDab;

#define MYO_DAB_MIN_RADIUS 1.0f
#define MYO_DAB_MAX_RADIUS 60.0f
/** MYO_STROKE_MAX_DABS, MYO_DRAWING_MAX_STROKES: more than a hand makes in an hour; what is read from outside may not exceed them */
#define MYO_STROKE_MAX_DABS     20000
#define MYO_DRAWING_MAX_STROKES 5000

/** MyoStroke: one stroke of brush or eraser, or a whole region marked or unmarked */
typedef struct
{
  MyoStrokeTool tool;
  MyoView       view;        /* in which it was made; of no meaning for a region */
  MyoSide       side;        /* front and back: MIDDLE, for they show both; side and sole: which side they show;
                              * a region: its side, MIDDLE on the midline */
  int           intensity;   /* 1–10; 0 for the eraser */
  MyoQuality    quality;
  char         *region;      /* id of the region that is marked whole, or NULL */
  GArray       *dabs;        /* of MyoDab; joined by straight bands; empty for a region */
} MyoStroke;

/** myo_stroke_new: Returns: (transfer full): a stroke without dabs; @side as in #MyoStroke */
MyoStroke *myo_stroke_new        (MyoStrokeTool tool, MyoView view, MyoSide side, int intensity, MyoQuality quality);
/** myo_stroke_new_region: Returns: (transfer full): @region marked (brush) or unmarked (eraser) as a whole */
MyoStroke *myo_stroke_new_region (MyoStrokeTool tool, const char *region, MyoSide side, int intensity, MyoQuality quality);
/** myo_stroke_copy: Returns: (transfer full): a stroke of its own, with the same dabs */
MyoStroke *myo_stroke_copy       (const MyoStroke *self);
/** myo_stroke_free: frees @self, never %NULL, and its dabs */
void       myo_stroke_free       (MyoStroke *self);
/** myo_stroke_add_dab: @x, @y: mm of the view; @radius: mm, is kept between MYO_DAB_MIN_RADIUS and MYO_DAB_MAX_RADIUS.
 * Returns: %FALSE when the stroke is full */
gboolean   myo_stroke_add_dab    (MyoStroke *self, double x, double y, double radius);
/** myo_stroke_equal: Returns: whether both look alike; the view of a region does not count */
gboolean   myo_stroke_equal      (const MyoStroke *a, const MyoStroke *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoStroke, myo_stroke_free)

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

/** myo_pain_drawing_get_strokes: Returns: (transfer none) (element-type MyoStroke): what it shows, in order; valid until it changes */
GPtrArray      *myo_pain_drawing_get_strokes (MyoPainDrawing *self);
/** myo_pain_drawing_is_empty: Returns: whether it shows no stroke; one that only holds an eraser's is not empty */
gboolean        myo_pain_drawing_is_empty    (MyoPainDrawing *self);
/** myo_pain_drawing_equal: Returns: whether both show equal strokes in the same order, whatever came before */
gboolean        myo_pain_drawing_equal       (MyoPainDrawing *a, MyoPainDrawing *b);

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
