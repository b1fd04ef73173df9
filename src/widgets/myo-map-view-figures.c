/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-view-private.h"

/* --- Figures --- */

double
myo_map_view_get_scale (MyoMapView  *self,
                        MyoFigureId  id)
{
  return self->sight.scale * myo_map_layout_get_magnification (id);
}

gboolean
myo_map_view_get_part (MyoMapView  *self,
                       MyoFigureId  id,
                       MyoRect     *part)
{
  return myo_map_layout_get_visible (id, &self->sight, self->width, self->height, part);
}

gboolean
myo_map_view_shows (MyoMapView  *self,
                    MyoFigureId  id)
{
  MyoRect part;

  return myo_map_view_get_part (self, id, &part)
         && (!self->fitted || (id <= self->last && part.width > myo_figure_get (id)->crop.width - .5));
}

gboolean
myo_map_view_get_coming_part (MyoMapView  *self,
                              MyoFigureId  id,
                              MyoRect     *part,
                              double      *scale)
{
  const MyoMapSight *coming = self->moving ? &self->to : &self->sight;

  if (!self->moving && !myo_map_view_shows (self, id))
    return FALSE;

  *scale = coming->scale * myo_map_layout_get_magnification (id);
  return myo_map_layout_get_visible (id, coming, self->width, self->height, part);
}

/* --- Places --- */

void
myo_map_view_to_world (MyoMapView *self,
                       double      x,
                       double      y,
                       double     *world_x,
                       double     *world_y)
{
  *world_x = self->sight.x + (x - self->width / 2.0) / self->sight.scale;
  *world_y = self->sight.y + (y - self->height / 2.0) / self->sight.scale;
}

static void
from_world (MyoMapView *self,
            double      world_x,
            double      world_y,
            double     *x,
            double     *y)
{
  *x = (world_x - self->sight.x) * self->sight.scale + self->width / 2.0;
  *y = (world_y - self->sight.y) * self->sight.scale + self->height / 2.0;
}

void
myo_map_view_to_figure (MyoMapView  *self,
                        MyoFigureId  id,
                        double       x,
                        double       y,
                        double      *view_x,
                        double      *view_y)
{
  double world_x, world_y;

  myo_map_view_to_world (self, x, y, &world_x, &world_y);
  myo_map_layout_from_world (id, world_x, world_y, view_x, view_y);
}

void
myo_map_view_from_figure (MyoMapView  *self,
                          MyoFigureId  id,
                          double       view_x,
                          double       view_y,
                          double      *x,
                          double      *y)
{
  double world_x, world_y;

  myo_map_layout_to_world (id, view_x, view_y, &world_x, &world_y);
  from_world (self, world_x, world_y, x, y);
}

int
myo_map_view_figure_at (MyoMapView *self,
                        double      x,
                        double      y,
                        double     *view_x,
                        double     *view_y)
{
  double world_x, world_y;
  int id;

  myo_map_view_to_world (self, x, y, &world_x, &world_y);
  id = myo_map_layout_at (world_x, world_y, view_x, view_y);

  return self->fitted && id > (int) self->last ? -1 : id;
}

graphene_rect_t
myo_map_view_get_box (MyoMapView    *self,
                      MyoFigureId    id,
                      const MyoRect *rect)
{
  MyoRect world = myo_map_layout_rect_to_world (id, rect);
  double x, y;

  from_world (self, world.x, world.y, &x, &y);

  return GRAPHENE_RECT_INIT ((float) x, (float) y,
                             (float) (world.width * self->sight.scale), (float) (world.height * self->sight.scale));
}
