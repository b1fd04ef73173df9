/* The biggest drawing that the limits allow, for tests of what it costs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "myo-pain-drawing.h"

/* As many strokes and places as a drawing may hold: a hand that shades the body, from side to side and back.  A tenth of them under Valgrind. */
static inline MyoPainDrawing *
make_biggest (void)
{
  guint n_strokes = g_getenv ("TEST_SMALL") != NULL ? MYO_DRAWING_MAX_STROKES / 10 : MYO_DRAWING_MAX_STROKES;
  guint n_dabs = MYO_DRAWING_MAX_DABS / MYO_DRAWING_MAX_STROKES;
  MyoPainDrawing *drawing = myo_pain_drawing_new ();

  for (guint i = 0; i < n_strokes; i++)
    {
      MyoView view = (MyoView) (i % MYO_N_VIEWS);
      MyoSide side = myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : (MyoSide) (i / MYO_N_VIEWS % 2);
      MyoStroke *stroke = myo_stroke_new (i % 7 == 6 ? MYO_STROKE_ERASER : MYO_STROKE_BRUSH, view, side,
                                          1 + (int) (i % 10), (MyoQuality) (i % MYO_N_QUALITIES));
      double width, height;

      myo_view_get_size (view, &width, &height);
      for (guint k = 0; k < n_dabs; k++)
        myo_stroke_add_dab (stroke, trunc (width / 4) + fmod (k * 9.75, width / 2), trunc (height * (.1 + .8 * i / n_strokes)) + k % 2 * 4.25,
                            21.75);
      g_assert_true (myo_pain_drawing_add (drawing, stroke));
    }
  return drawing;
}
