/* A picture of one muscle on paper: the body from one or several views, the muscle, its trigger points and their pain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-drawings.h"

G_BEGIN_DECLS

typedef struct
{
  MyoDrawings *drawings;
  MyoMuscle   *muscle;
  MyoSide      side;         /* of the muscle: right or left */
  guint        views;        /* bits 1 << MyoView */
  double       height;       /* of the whole picture, px */
  double       sharpness;    /* pixels in the body's picture for each of the paper's: more than 1 where it may be enlarged */
} MyoMusclePicture;

/** myo_muscle_picture_choose_views: Returns: front and back, and the other views in which the muscle or its pain shows */
guint    myo_muscle_picture_choose_views (MyoMuscle *muscle);

/** myo_muscle_picture_get_width: Returns: px */
double   myo_muscle_picture_get_width    (const MyoMusclePicture *self);

/** myo_muscle_picture_paint: paints the picture with its corner at the origin, one unit a pixel.
 * Returns: %FALSE with @error when a drawing cannot be read */
gboolean myo_muscle_picture_paint        (const MyoMusclePicture *self, cairo_t *cr, GError **error);

G_END_DECLS
