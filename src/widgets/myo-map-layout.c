/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-layout.h"

#include <math.h>

#define MARGIN  26.0
#define HEIGHT  1740.0

/* The crops are the boxes of the silhouettes with some air. */
static const MyoFigure figures[MYO_N_FIGURES] = {
  [MYO_FIGURE_FRONT]      = { MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, FALSE, 1, { 28, 8, 664, HEIGHT },    0, 0 },
  [MYO_FIGURE_BACK]       = { MYO_VIEW_BACK,  MYO_SIDE_MIDDLE, FALSE, 1, { 28, 8, 664, HEIGHT },  684, 0 },
  [MYO_FIGURE_RIGHT]      = { MYO_VIEW_SIDE,  MYO_SIDE_RIGHT,  FALSE, 1, { 54, 8, 290, HEIGHT }, 1388, 0 },
  [MYO_FIGURE_LEFT]       = { MYO_VIEW_SIDE,  MYO_SIDE_LEFT,   TRUE,  1, { 54, 8, 290, HEIGHT }, 1712, 0 },
  [MYO_FIGURE_RIGHT_SOLE] = { MYO_VIEW_SOLE,  MYO_SIDE_RIGHT,  FALSE, 3, { 26, 36, 96, 236 },    2042, 90 },
  [MYO_FIGURE_LEFT_SOLE]  = { MYO_VIEW_SOLE,  MYO_SIDE_LEFT,   TRUE,  3, { 26, 36, 96, 236 },    2042, 960 },
};

/* The last figure of each set that a window may have room for, largest set first. */
static const MyoFigureId sets[] = { MYO_FIGURE_LEFT_SOLE, MYO_FIGURE_LEFT, MYO_FIGURE_RIGHT, MYO_FIGURE_BACK };

const MyoFigure *
myo_map_layout_get_figure (MyoFigureId id)
{
  g_return_val_if_fail (id < MYO_N_FIGURES, NULL);

  return &figures[id];
}

static double
figure_right (MyoFigureId id)
{
  return figures[id].x + figures[id].crop.width * figures[id].magnify;
}

static MyoMapView
fit_box (double x,
         double y,
         double box_width,
         double box_height,
         double width,
         double height)
{
  return (MyoMapView) {
    .x = x + box_width / 2,
    .y = y + box_height / 2,
    .scale = MAX (MIN (width / box_width, height / box_height), 1e-3),
  };
}

MyoMapView
myo_map_layout_get_fit (double width,
                        double height)
{
  MyoMapView view = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      double right = figure_right (sets[i]);

      view = fit_box (-MARGIN, -MYO_MAP_CAPTION, right + 2 * MARGIN, MYO_MAP_CAPTION + HEIGHT + MARGIN, width, height);
      if (view.scale * (MYO_MAP_CAPTION + HEIGHT + MARGIN) >= height - 1)
        return view;
    }

  return view;
}

MyoMapView
myo_map_layout_get_figure_fit (MyoFigureId id,
                               double      width,
                               double      height)
{
  const MyoFigure *f = &figures[id];
  double w = f->crop.width * f->magnify, h = f->crop.height * f->magnify;

  return fit_box (f->x - MARGIN, f->y - MYO_MAP_CAPTION, w + 2 * MARGIN, h + MYO_MAP_CAPTION + MARGIN, width, height);
}

MyoMapView
myo_map_layout_get_rect_fit (const MyoRect *world,
                             double         width,
                             double         height)
{
  double margin = MAX (world->width, world->height) * .35 + 20;

  return fit_box (world->x - margin, world->y - margin, world->width + 2 * margin, world->height + 2 * margin,
                  width, height);
}

MyoMapView
myo_map_layout_clamp (MyoMapView view,
                      double     width,
                      double     height,
                      double     min,
                      double     max)
{
  double right = figure_right (MYO_FIGURE_LEFT_SOLE);
  double half_width, half_height;

  view.scale = CLAMP (view.scale, min, max);
  half_width = width / view.scale / 2;
  half_height = height / view.scale / 2;

  /* At least half of what the widget shows is figure. */
  view.x = CLAMP (view.x, MIN (half_width - MARGIN, right / 2), MAX (right + MARGIN - half_width, right / 2));
  if (half_height * 2 >= MYO_MAP_CAPTION + HEIGHT + MARGIN)
    view.y = (HEIGHT + MARGIN - MYO_MAP_CAPTION) / 2;
  else
    view.y = CLAMP (view.y, half_height - MYO_MAP_CAPTION, HEIGHT + MARGIN - half_height);

  return view;
}

void
myo_map_layout_from_world (MyoFigureId  id,
                           double       world_x,
                           double       world_y,
                           double      *x,
                           double      *y)
{
  const MyoFigure *f = &figures[id];
  double fx = (world_x - f->x) / f->magnify;

  *x = f->crop.x + (f->flipped ? f->crop.width - fx : fx);
  *y = f->crop.y + (world_y - f->y) / f->magnify;
}

int
myo_map_layout_at (double  world_x,
                   double  world_y,
                   double *x,
                   double *y)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      const MyoFigure *f = &figures[i];
      double fx = (world_x - f->x) / f->magnify, fy = (world_y - f->y) / f->magnify;

      if (fx < 0 || fy < 0 || fx >= f->crop.width || fy >= f->crop.height)
        continue;
      myo_map_layout_from_world ((MyoFigureId) i, world_x, world_y, x, y);
      return i;
    }

  return -1;
}

void
myo_map_layout_to_world (MyoFigureId  id,
                         double       x,
                         double       y,
                         double      *world_x,
                         double      *world_y)
{
  const MyoFigure *f = &figures[id];
  double fx = x - f->crop.x;

  *world_x = f->x + (f->flipped ? f->crop.width - fx : fx) * f->magnify;
  *world_y = f->y + (y - f->crop.y) * f->magnify;
}

MyoRect
myo_map_layout_rect_to_world (MyoFigureId    id,
                              const MyoRect *rect)
{
  double x0, y0, x1, y1;

  myo_map_layout_to_world (id, rect->x, rect->y, &x0, &y0);
  myo_map_layout_to_world (id, rect->x + rect->width, rect->y + rect->height, &x1, &y1);

  return (MyoRect) { MIN (x0, x1), y0, fabs (x1 - x0), y1 - y0 };
}

gboolean
myo_map_layout_get_visible (MyoFigureId       id,
                            const MyoMapView *view,
                            double            width,
                            double            height,
                            MyoRect          *part)
{
  const MyoFigure *f = &figures[id];
  double left = MAX (view->x - width / view->scale / 2, f->x);
  double right = MIN (view->x + width / view->scale / 2, figure_right (id));
  double top = MAX (view->y - height / view->scale / 2, f->y);
  double bottom = MIN (view->y + height / view->scale / 2, f->y + f->crop.height * f->magnify);

  if (left >= right || top >= bottom)
    return FALSE;

  part->width = (right - left) / f->magnify;
  part->height = (bottom - top) / f->magnify;
  part->x = f->crop.x + (f->flipped ? figure_right (id) - right : left - f->x) / f->magnify;
  part->y = f->crop.y + (top - f->y) / f->magnify;

  return TRUE;
}

gboolean
myo_map_layout_shows (MyoFigureId id,
                      MyoSide     side)
{
  MyoSide shown = figures[id].side;

  return shown == MYO_SIDE_MIDDLE || side == MYO_SIDE_MIDDLE || shown == side;
}
