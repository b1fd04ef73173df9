/* A picture of one muscle as a file: the body from one or several views, the muscle, its trigger points and their pain.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-drawings.h"

G_BEGIN_DECLS

/** MyoMusclePicture: what is on it; all is the caller's */
typedef struct
{
  MyoDrawings *drawings;
  MyoMuscle   *muscle;
  MyoSide      side;         /* of the muscle: right or left */
  guint        views;        /* bits 1 << MyoView; 0: front and back, and the other views in which the muscle or its pain shows */
  double       height;       /* of the whole picture, px; its width follows from the views */
} MyoMusclePicture;

/** myo_muscle_picture_write: writes it to @path as PNG, SVG or PDF (there a px is a point), after its ending, whole or not at all.
 * Returns: %FALSE with @error, a sentence: %G_IO_ERROR_NOT_SUPPORTED when the ending is none of the three, %G_FILE_ERROR when it cannot be
 * written there, or the drawings' own */
gboolean myo_muscle_picture_write (const MyoMusclePicture *self, const char *path, GError **error);

G_END_DECLS
