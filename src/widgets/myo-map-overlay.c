/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-overlay.h"

#include "myo-map-texture.h"

/* Beyond this many px per mm an overlay is scaled up: its edges are smooth curves, one does not see it. */
#define MOST_SCALE 10.0
/* As long as the whole figure is no higher on the screen (px) all of it is painted, so that panning needs nothing new. */
#define WHOLE_HEIGHT 2400
/* Beyond that, the part in sight and this much around it. */
#define AROUND .25

void
myo_map_overlay_take (MyoMapOverlay   *self,
                      cairo_surface_t *surface,
                      const MyoRect   *part)
{
  myo_map_overlay_clear (self);
  self->texture = surface != NULL ? myo_map_texture_new (surface) : NULL;
  self->part = *part;
}

void
myo_map_overlay_clear (MyoMapOverlay *self)
{
  g_clear_object (&self->texture);
}

void
myo_map_overlay_append (const MyoMapOverlay *self,
                        MyoMapView          *view,
                        GtkSnapshot         *snapshot,
                        MyoFigureId          id,
                        gboolean             mirrored)
{
  const MyoFigure *figure = myo_figure_get (id);
  gboolean as_surface = myo_map_view_draws_surfaces (view);
  MyoRect box = self->part;
  graphene_rect_t at;

  if (self->texture == NULL)
    return;

  if (mirrored)
    box.x = myo_view_mirror (figure->view, box.x + box.width);
  at = myo_map_view_get_box (view, id, &box);

  if (figure->flipped == mirrored)
    {
      myo_map_texture_append (self->texture, snapshot, &at, as_surface);
      return;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at.origin.x + at.size.width, at.origin.y));
  gtk_snapshot_scale (snapshot, -1, 1);
  myo_map_texture_append (self->texture, snapshot, &GRAPHENE_RECT_INIT (0, 0, at.size.width, at.size.height), as_surface);
  gtk_snapshot_restore (snapshot);
}

double
myo_map_overlay_get_scale (MyoMapView  *view,
                           MyoFigureId  id)
{
  return MIN (myo_map_view_get_scale (view, id) * myo_map_view_get_device_scale (view), MOST_SCALE);
}

MyoRect
myo_map_overlay_get_part (MyoMapView  *view,
                          MyoFigureId  id)
{
  MyoRect part = myo_figure_get (id)->crop;

  if (part.height * myo_map_overlay_get_scale (view, id) < WHOLE_HEIGHT)
    return part;
  if (!myo_map_view_get_part (view, id, &part))
    return (MyoRect) { 0 };

  part.x -= part.width * AROUND;
  part.y -= part.height * AROUND;
  part.width *= 1 + 2 * AROUND;
  part.height *= 1 + 2 * AROUND;

  return part;
}
