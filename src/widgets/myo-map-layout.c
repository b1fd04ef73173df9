/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-layout.h"

#include <math.h>

#define MARGIN  26.0
#define HEIGHT  1740.0

static const struct { double x, y, magnification; } places[MYO_N_FIGURES] = {
  [MYO_FIGURE_FRONT]      = {    0,   0, 1 },
  [MYO_FIGURE_BACK]       = {  684,   0, 1 },
  [MYO_FIGURE_RIGHT]      = { 1388,   0, 1 },
  [MYO_FIGURE_LEFT]       = { 1712,   0, 1 },
  [MYO_FIGURE_RIGHT_SOLE] = { 2042,  90, 3 },
  [MYO_FIGURE_LEFT_SOLE]  = { 2042, 960, 3 },
};

/* The last figure of each set that a window may have room for, largest set first. */
static const MyoFigureId sets[] = { MYO_FIGURE_LEFT_SOLE, MYO_FIGURE_LEFT, MYO_FIGURE_RIGHT, MYO_FIGURE_BACK };

double
myo_map_layout_get_magnification (MyoFigureId id)
{
  g_return_val_if_fail (id < MYO_N_FIGURES, 1);

  return places[id].magnification;
}

/* In the world */
static MyoRect
get_box (MyoFigureId id)
{
  const MyoRect *crop = &myo_figure_get (id)->crop;
  double magnification = places[id].magnification;

  return (MyoRect) { places[id].x, places[id].y, crop->width * magnification, crop->height * magnification };
}

static double
get_right (MyoFigureId id)
{
  MyoRect box = get_box (id);

  return box.x + box.width;
}

static MyoMapSight
fit_box (double x,
         double y,
         double box_width,
         double box_height,
         double width,
         double height)
{
  return (MyoMapSight) {
    .x = x + box_width / 2,
    .y = y + box_height / 2,
    .scale = MAX (MIN (width / box_width, height / box_height), 1e-3),
  };
}

MyoMapSight
myo_map_layout_get_fit_of (MyoFigureId last,
                           double      width,
                           double      height)
{
  return fit_box (-MARGIN, -MYO_MAP_CAPTION, get_right (last) + 2 * MARGIN, MYO_MAP_CAPTION + HEIGHT + MARGIN, width, height);
}

/* Each word has the width of its figure. */
static gboolean
have_room (const double *captions,
           MyoFigureId   last,
           double        scale)
{
  for (MyoFigureId id = 0; captions != NULL && id <= last; id++)
    if (captions[id] > get_box (id).width * scale)
      return FALSE;
  return TRUE;
}

MyoFigureId
myo_map_layout_choose (double        width,
                       double        height,
                       const double *captions)
{
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      double scale = myo_map_layout_get_fit_of (sets[i], width, height).scale;

      if (scale * (MYO_MAP_CAPTION + HEIGHT + MARGIN) >= height - 1 && have_room (captions, sets[i], scale))
        return sets[i];
    }
  return sets[G_N_ELEMENTS (sets) - 1];
}

MyoMapSight
myo_map_layout_get_fit (double width,
                        double height)
{
  return myo_map_layout_get_fit_of (myo_map_layout_choose (width, height, NULL), width, height);
}

MyoMapSight
myo_map_layout_get_figure_fit (MyoFigureId id,
                               double      width,
                               double      height)
{
  MyoRect box = get_box (id);

  return fit_box (box.x - MARGIN, box.y - MYO_MAP_CAPTION, box.width + 2 * MARGIN, box.height + MYO_MAP_CAPTION + MARGIN,
                  width, height);
}

MyoMapSight
myo_map_layout_get_rect_fit (const MyoRect *world,
                             double         width,
                             double         height)
{
  double margin = MAX (world->width, world->height) * .35 + 20;

  return fit_box (world->x - margin, world->y - margin, world->width + 2 * margin, world->height + 2 * margin,
                  width, height);
}

MyoMapSight
myo_map_layout_clamp (MyoMapSight sight,
                      double      width,
                      double      height,
                      double      min,
                      double      max)
{
  double right = get_right (MYO_FIGURE_LEFT_SOLE);
  double half_width, half_height;

  sight.scale = CLAMP (sight.scale, min, max);
  half_width = width / sight.scale / 2;
  half_height = height / sight.scale / 2;

  /* At least half of what the widget shows is figure. */
  sight.x = CLAMP (sight.x, MIN (half_width - MARGIN, right / 2), MAX (right + MARGIN - half_width, right / 2));
  if (half_height * 2 >= MYO_MAP_CAPTION + HEIGHT + MARGIN)
    sight.y = (HEIGHT + MARGIN - MYO_MAP_CAPTION) / 2;
  else
    sight.y = CLAMP (sight.y, half_height - MYO_MAP_CAPTION, HEIGHT + MARGIN - half_height);

  return sight;
}

MyoMapSight
myo_map_layout_between (const MyoMapSight *from,
                        const MyoMapSight *to,
                        double             progress)
{
  double scale = from->scale * pow (to->scale / from->scale, progress);
  double share = fabs (to->scale - from->scale) < 1e-6
                 ? progress : (1 / from->scale - 1 / scale) / (1 / from->scale - 1 / to->scale);

  return (MyoMapSight) { from->x + (to->x - from->x) * share, from->y + (to->y - from->y) * share, scale };
}

void
myo_map_layout_from_world (MyoFigureId  id,
                           double       world_x,
                           double       world_y,
                           double      *x,
                           double      *y)
{
  *x = myo_figure_get_x (id, (world_x - places[id].x) / places[id].magnification);
  *y = myo_figure_get (id)->crop.y + (world_y - places[id].y) / places[id].magnification;
}

int
myo_map_layout_at (double  world_x,
                   double  world_y,
                   double *x,
                   double *y)
{
  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    {
      MyoRect box = get_box (id);
      double from_left = world_x - box.x, from_top = world_y - box.y;

      if (from_left < 0 || from_top < 0 || from_left >= box.width || from_top >= box.height)
        continue;
      myo_map_layout_from_world (id, world_x, world_y, x, y);
      return (int) id;
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
  *world_x = places[id].x + myo_figure_get_left (id, x) * places[id].magnification;
  *world_y = places[id].y + (y - myo_figure_get (id)->crop.y) * places[id].magnification;
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
myo_map_layout_get_visible (MyoFigureId        id,
                            const MyoMapSight *sight,
                            double             width,
                            double             height,
                            MyoRect           *part)
{
  const MyoFigure *figure = myo_figure_get (id);
  double magnification = places[id].magnification;
  MyoRect box = get_box (id);
  double left = MAX (sight->x - width / sight->scale / 2, box.x);
  double right = MIN (sight->x + width / sight->scale / 2, box.x + box.width);
  double top = MAX (sight->y - height / sight->scale / 2, box.y);
  double bottom = MIN (sight->y + height / sight->scale / 2, box.y + box.height);

  if (left >= right || top >= bottom)
    return FALSE;

  part->width = (right - left) / magnification;
  part->height = (bottom - top) / magnification;
  part->x = figure->crop.x + (figure->flipped ? box.x + box.width - right : left - box.x) / magnification;
  part->y = figure->crop.y + (top - box.y) / magnification;

  return TRUE;
}
