/* How a picture of a muscle is put together: what its files share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "myo-muscle-picture.h"

G_BEGIN_DECLS

/* Of running text; as all lengths of the page a part of its height */
#define MYO_MUSCLE_PICTURE_TEXT_SIZE 0.014

/** MyoMuscleFrame: where one view lies on the page */
typedef struct
{
  const MyoMusclePicture *picture;
  cairo_t                *cr;
  double                  sharpness;        /* pixels in the body's picture for each of the page's */
  MyoView                 view;
  double                  x, y;             /* the corner of the view, px */
  double                  width, height;    /* of the view, mm */
  double                  scale;            /* px for each mm */
} MyoMuscleFrame;

/** myo_muscle_picture_set_font: @size: px */
void myo_muscle_picture_set_font      (cairo_t *cr, double size, gboolean bold);

/** myo_muscle_picture_write_centred: @x: the middle of the text, @y: its base line, px */
void myo_muscle_picture_write_centred (cairo_t *cr, double x, double y, const char *text);

/** myo_muscle_picture_paint_points: marks the trigger points of the muscle that show in the view of @frame, with their names beside it */
void myo_muscle_picture_paint_points  (const MyoMuscleFrame *frame);

G_END_DECLS
