/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-picture-cache.h"
#include "myo-startup.h"

struct _MyoStartup
{
  MyoDrawings     *drawings;
  MyoFirstPicture  pictures[MYO_N_VIEWS];
  GThread         *painter;
  MyoAtlasReading *reading;
};

/* Front and back come first: they are what the eye goes to. */
static gpointer
paint (gpointer data)
{
  MyoStartup *self = data;

  for (int v = 0; v < MYO_N_VIEWS; v++)
    {
      MyoFirstPicture *p = &self->pictures[v];

      if (p->scale <= 0)
        continue;
      p->surface = myo_picture_cache_read (p->view, p->layer, p->palette, p->scale);
      if (p->surface == NULL)
        p->surface = myo_drawings_render (self->drawings, p->view, p->layer, p->palette, p->scale, NULL, NULL, NULL);
    }

  return NULL;
}

MyoStartup *
myo_startup_begin (MyoLayer     layer,
                   MyoPalette   palette,
                   double       scale,
                   MyoPacksFunc load_packs)
{
  MyoStartup *self = g_new0 (MyoStartup, 1);
  g_autoptr(GFile) folder = g_file_new_build_filename (g_get_user_data_dir (), "myomap", "atlas", NULL);

  self->drawings = myo_drawings_new ();
  for (int v = 0; v < MYO_N_VIEWS; v++)
    {
      /* Soles are shown enlarged, see myo-map-layout.c; they can wait for the first frame. */
      double wanted = v == MYO_VIEW_SOLE || scale <= 0 ? 0 : myo_drawings_snap_scale ((MyoView) v, scale);

      self->pictures[v] = (MyoFirstPicture) { .view = (MyoView) v, .layer = layer, .palette = palette, .scale = wanted };
    }
  self->reading = myo_atlas_reading_begin (folder, load_packs);
  if (scale > 0)
    self->painter = g_thread_new ("painter", paint, self);

  return self;
}

MyoDrawings *
myo_startup_get_drawings (MyoStartup *self)
{
  return self->drawings;
}

MyoAtlasReading *
myo_startup_get_reading (MyoStartup *self)
{
  return self->reading;
}

MyoFirstPicture *
myo_startup_take_pictures (MyoStartup *self)
{
  if (self->painter != NULL)
    g_thread_join (g_steal_pointer (&self->painter));

  return self->pictures;
}

void
myo_startup_free (MyoStartup *self)
{
  if (self->painter != NULL)
    g_thread_join (self->painter);
  myo_atlas_reading_free (self->reading);
  g_clear_object (&self->drawings);
  g_free (self);
}
