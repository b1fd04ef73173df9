/* A stroke of a pain drawing: what the hand did between putting the brush down and lifting it, or a whole region that was marked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

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
/** MYO_STROKE_MAX_DABS: more than a hand makes without lifting; what is read from outside may not exceed it */
#define MYO_STROKE_MAX_DABS 20000

/** MyoStroke: one stroke of brush or eraser, or a whole region marked or unmarked */
typedef struct
{
  gatomicrefcount ref_count;
  MyoStrokeTool tool;
  MyoView       view;        /* in which it was made; of no meaning for a region */
  MyoSide       side;        /* front and back: MIDDLE, for they show both; side and sole: which side they show;
                              * a region: its side, MIDDLE on the midline */
  int           intensity;   /* 1–10; 0 for the eraser */
  MyoQuality    quality;
  char         *region;      /* id of the region that is marked whole, or NULL */
  GArray       *dabs;        /* of MyoDab; joined by straight bands; empty for a region */
  double        passed;      /* mm²: the sum of the bands */
  float         x0, y0, x1, y1; /* mm: the box around all of it */
} MyoStroke;

/** myo_stroke_new: Returns: (transfer full): a stroke without dabs; @side as in #MyoStroke */
MyoStroke *myo_stroke_new        (MyoStrokeTool tool, MyoView view, MyoSide side, int intensity, MyoQuality quality);
/** myo_stroke_new_region: Returns: (transfer full): @region marked (brush) or unmarked (eraser) as a whole */
MyoStroke *myo_stroke_new_region (MyoStrokeTool tool, const char *region, MyoSide side, int intensity, MyoQuality quality);
/** myo_stroke_copy: Returns: (transfer full): a stroke of its own, with the same dabs */
MyoStroke *myo_stroke_copy       (const MyoStroke *self);
/** myo_stroke_ref: Returns: (transfer full): @self, for who only reads it: a stroke that is part of a drawing changes no more.  Any thread */
MyoStroke *myo_stroke_ref        (MyoStroke *self);
/** myo_stroke_free: lets go of @self, never %NULL: with the last reference it goes, and its dabs.  Any thread */
void       myo_stroke_free       (MyoStroke *self);
/** myo_stroke_add_dab: @x, @y: mm of the view; @radius: mm, is kept between MYO_DAB_MIN_RADIUS and MYO_DAB_MAX_RADIUS.
 * Returns: %FALSE when the stroke is full */
gboolean   myo_stroke_add_dab    (MyoStroke *self, double x, double y, double radius);
/** myo_stroke_take_back_dab: as if the last one had not been added */
void       myo_stroke_take_back_dab (MyoStroke *self);
/** myo_stroke_get_ground: Returns: mm² that the stroke passes over: the sum of its bands, however often they lie over each other, and the box
 * around them.  A region counts as one of middle size */
double     myo_stroke_get_ground (const MyoStroke *self);
/** myo_stroke_equal: Returns: whether both look alike; the view of a region does not count */
gboolean   myo_stroke_equal      (const MyoStroke *a, const MyoStroke *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoStroke, myo_stroke_free)

G_END_DECLS
