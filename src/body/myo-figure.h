/* The six pictures in which a body is shown: front, back, both sides, both soles.
 *
 * A figure is a view of the body (drawn for its right half or right side) seen from one side of it; the left side and the left sole are the
 * drawing of the right ones, mirrored.  Where figures stand, on a wall or on paper, is for those who place them; all of them take the
 * same ones from here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-body.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_FIGURE_FRONT,
  MYO_FIGURE_BACK,
  MYO_FIGURE_RIGHT,
  MYO_FIGURE_LEFT,
  MYO_FIGURE_RIGHT_SOLE,
  MYO_FIGURE_LEFT_SOLE,
} MyoFigureId;
#define MYO_N_FIGURES 6

/** MyoFigure: one picture of the body */
typedef struct
{
  MyoView  view;
  MyoSide  side;        /* which side a side or sole shows; MIDDLE for front and back, which show both */
  gboolean flipped;     /* shown mirrored: the left side and the left sole */
  MyoRect  crop;        /* the silhouette's box with some air, mm of the view */
} MyoFigure;

/** myo_figure_get: Returns: (transfer none): the figure of the table */
const MyoFigure *myo_figure_get         (MyoFigureId id);

/** myo_figure_find: @side: whatever it is in front and back, which show both.
 * Returns: the figure of @view that shows @side; for a side or sole of the MIDDLE, which there is not, the right one */
MyoFigureId      myo_figure_find        (MyoView view, MyoSide side);

/** myo_figure_shows: Returns: whether what lies on @side of the body is to be seen on figure @id at all: the left side shows the left only,
 * and what lies in the MIDDLE is seen on all */
gboolean         myo_figure_shows       (MyoFigureId id, MyoSide side);

/** myo_figure_get_side_at: Returns: the side of the body at @x, mm of the figure's view; never MIDDLE */
MyoSide          myo_figure_get_side_at (MyoFigureId id, double x);

/** myo_figure_get_left: Returns: how far from the left edge of the figure's crop, as it is shown, the place @x (mm of its view) lies, mm */
double           myo_figure_get_left    (MyoFigureId id, double x);

/** myo_figure_get_x: the way back from myo_figure_get_left(): @left: mm from the left edge of the crop as it is shown; may lie beside it.
 * Returns: mm of the figure's view */
double           myo_figure_get_x       (MyoFigureId id, double left);

G_END_DECLS
