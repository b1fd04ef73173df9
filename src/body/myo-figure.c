/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-figure.h"

#define WHOLE { 28, 8, 664, 1740 }
#define SIDE  { 54, 8, 290, 1740 }
#define SOLE  { 26, 36, 96, 236 }

static const MyoFigure figures[MYO_N_FIGURES] = {
  [MYO_FIGURE_FRONT]      = { MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, FALSE, WHOLE },
  [MYO_FIGURE_BACK]       = { MYO_VIEW_BACK,  MYO_SIDE_MIDDLE, FALSE, WHOLE },
  [MYO_FIGURE_RIGHT]      = { MYO_VIEW_SIDE,  MYO_SIDE_RIGHT,  FALSE, SIDE },
  [MYO_FIGURE_LEFT]       = { MYO_VIEW_SIDE,  MYO_SIDE_LEFT,   TRUE,  SIDE },
  [MYO_FIGURE_RIGHT_SOLE] = { MYO_VIEW_SOLE,  MYO_SIDE_RIGHT,  FALSE, SOLE },
  [MYO_FIGURE_LEFT_SOLE]  = { MYO_VIEW_SOLE,  MYO_SIDE_LEFT,   TRUE,  SOLE },
};

const MyoFigure *
myo_figure_get (MyoFigureId id)
{
  g_return_val_if_fail (id < MYO_N_FIGURES, NULL);

  return &figures[id];
}

MyoFigureId
myo_figure_find (MyoView view,
                 MyoSide side)
{
  switch (view)
    {
    case MYO_VIEW_SIDE:
      return side == MYO_SIDE_LEFT ? MYO_FIGURE_LEFT : MYO_FIGURE_RIGHT;
    case MYO_VIEW_SOLE:
      return side == MYO_SIDE_LEFT ? MYO_FIGURE_LEFT_SOLE : MYO_FIGURE_RIGHT_SOLE;
    case MYO_VIEW_BACK:
      return MYO_FIGURE_BACK;
    case MYO_VIEW_FRONT:
    default:
      return MYO_FIGURE_FRONT;
    }
}

gboolean
myo_figure_shows (MyoFigureId id,
                  MyoSide     side)
{
  MyoSide shown;

  g_return_val_if_fail (id < MYO_N_FIGURES, FALSE);

  shown = figures[id].side;
  return shown == MYO_SIDE_MIDDLE || side == MYO_SIDE_MIDDLE || shown == side;
}

MyoSide
myo_figure_get_side_at (MyoFigureId id,
                        double      x)
{
  g_return_val_if_fail (id < MYO_N_FIGURES, MYO_SIDE_RIGHT);

  return figures[id].side == MYO_SIDE_MIDDLE ? myo_view_side_at (figures[id].view, x) : figures[id].side;
}

double
myo_figure_get_left (MyoFigureId id,
                     double      x)
{
  const MyoRect *crop = &figures[id].crop;

  return figures[id].flipped ? crop->width - (x - crop->x) : x - crop->x;
}

double
myo_figure_get_x (MyoFigureId id,
                  double      left)
{
  const MyoRect *crop = &figures[id].crop;

  return crop->x + (figures[id].flipped ? crop->width - left : left);
}
