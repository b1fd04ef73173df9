/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-pictures.h"

#include <math.h>

#include "myo-map-texture.h"
#include "myo-work.h"

/* The part in sight is painted with this much around it, so that a short pan needs no new picture. */
#define AROUND .20
/* Pictures larger than this (px) are painted at a lower scale: no screen shows more. */
#define MOST_PIXELS (16.0 * 1024 * 1024)
/* Nobody zooms any more: what is kept for the next picture is given back. */
#define REST_AFTER_SECONDS 15

typedef struct
{
  MyoMapPicture picture;       /* what is there */
  MyoMapPicture wanted;        /* without texture; scale 0: nothing */
  GCancellable *painting;      /* set while a picture is on its way */
  MyoMapPicture underway;
} Slot;

struct _MyoMapPictures
{
  GObject parent_instance;

  MyoDrawings *drawings;
  guint        rest_id;        /* frees what is only of use for more pictures */
  Slot         whole[MYO_N_VIEWS];
  Slot         detail[MYO_N_VIEWS];
};

G_DEFINE_FINAL_TYPE (MyoMapPictures, myo_map_pictures, G_TYPE_OBJECT)

enum { PAINTED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct
{
  GWeakRef      pictures;      /* a job under way keeps nobody alive */
  MyoDrawings  *drawings;
  MyoView       view;
  gboolean      is_detail;
  MyoMapPicture job;
} Job;

static void start (MyoMapPictures *self, MyoView view, gboolean is_detail);

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->pictures);
  g_clear_object (&job->drawings);
  g_free (job);
}

/* --- Rest --- */

static void
rest_in_thread (GTask        *task,
                gpointer      drawings,
                gpointer      task_data,
                GCancellable *cancellable)
{
  myo_drawings_rest (drawings);
  g_task_return_boolean (task, TRUE);
}

static gboolean
rest (gpointer data)
{
  MyoMapPictures *self = data;
  g_autoptr(GTask) task = g_task_new (self->drawings, NULL, NULL, NULL);

  self->rest_id = 0;
  g_task_set_source_tag (task, rest);
  myo_work_run (task, rest_in_thread);

  return G_SOURCE_REMOVE;
}

static void
rest_later (MyoMapPictures *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add_seconds (REST_AFTER_SECONDS, rest, self);
}

/* --- Painting --- */

static Slot *
get_slot (MyoMapPictures *self,
          MyoView         view,
          gboolean        is_detail)
{
  return is_detail ? &self->detail[view] : &self->whole[view];
}

static gboolean
same_look (const MyoMapPicture *a,
           const MyoMapPicture *b)
{
  return a->layer == b->layer && a->palette == b->palette && fabs (a->scale / b->scale - 1) < .01;
}

static gboolean
contains (const MyoRect *outer,
          const MyoRect *inner)
{
  return outer->x <= inner->x + .5 && outer->y <= inner->y + .5
         && outer->x + outer->width >= inner->x + inner->width - .5
         && outer->y + outer->height >= inner->y + inner->height - .5;
}

static gboolean
serves (const MyoMapPicture *picture,
        const MyoMapPicture *wanted)
{
  return same_look (picture, wanted) && contains (&picture->part, &wanted->part);
}

static MyoRect
with_surroundings (const MyoRect *part,
                   MyoView        view)
{
  double width, height;
  double left, top;
  double dx = part->width * AROUND, dy = part->height * AROUND;

  myo_view_get_size (view, &width, &height);
  left = MAX (part->x - dx, 0);
  top = MAX (part->y - dy, 0);

  return (MyoRect) {
    left, top,
    MIN (part->x + part->width + dx, width) - left,
    MIN (part->y + part->height + dy, height) - top,
  };
}

static void
paint_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      task_data,
                 GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface;

  if (g_task_return_error_if_cancelled (task))
    return;

  surface = myo_drawings_render (job->drawings, job->view, job->job.layer, job->job.palette, job->job.scale,
                                 &job->job.part, cancellable, &error);
  if (surface == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, myo_map_texture_new (surface), g_object_unref);
}

static void
painted (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(MyoMapPictures) self = g_weak_ref_get (&job->pictures);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = NULL;
  Slot *slot;

  if (self == NULL)
    return;

  slot = get_slot (self, job->view, job->is_detail);
  texture = g_task_propagate_pointer (G_TASK (result), &error);
  g_clear_object (&slot->painting);
  rest_later (self);
  if (texture != NULL)
    {
      g_clear_object (&slot->picture.texture);
      slot->picture = job->job;
      slot->picture.texture = slot->wanted.scale > 0 ? g_object_ref (texture) : NULL;
      g_signal_emit (self, signals[PAINTED], 0);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      /* Asking for the same again would fail the same way. */
      slot->wanted.scale = 0;
      g_signal_emit (self, signals[FAILED], 0, error);
      return;
    }

  start (self, job->view, job->is_detail);
}

static void
start (MyoMapPictures *self,
       MyoView         view,
       gboolean        is_detail)
{
  Slot *slot = get_slot (self, view, is_detail);
  g_autoptr(GTask) task = NULL;
  Job *job;

  if (slot->wanted.scale <= 0 || (slot->picture.texture != NULL && serves (&slot->picture, &slot->wanted)))
    return;

  if (slot->painting != NULL)
    {
      if (!serves (&slot->underway, &slot->wanted))
        g_cancellable_cancel (slot->painting);
      return;
    }

  job = g_new0 (Job, 1);
  g_weak_ref_init (&job->pictures, self);
  job->drawings = g_object_ref (self->drawings);
  job->view = view;
  job->is_detail = is_detail;
  job->job = slot->wanted;
  if (is_detail)
    job->job.part = with_surroundings (&slot->wanted.part, view);

  slot->underway = job->job;
  slot->painting = g_cancellable_new ();
  task = g_task_new (NULL, slot->painting, painted, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  myo_work_run (task, paint_in_thread);
}

static void
drop (Slot *slot)
{
  slot->wanted.scale = 0;
  if (slot->painting != NULL)
    g_cancellable_cancel (slot->painting);
  g_clear_object (&slot->picture.texture);
}

void
myo_map_pictures_leave (MyoMapPictures *self,
                        MyoView         view)
{
  g_return_if_fail (MYO_IS_MAP_PICTURES (self));

  drop (&self->detail[view]);
}

void
myo_map_pictures_want (MyoMapPictures *self,
                       MyoView         view,
                       MyoLayer        layer,
                       MyoPalette      palette,
                       double          whole_scale,
                       double          scale,
                       const MyoRect  *part)
{
  Slot *whole = &self->whole[view], *detail = &self->detail[view];
  double width, height;

  g_return_if_fail (MYO_IS_MAP_PICTURES (self));

  myo_view_get_size (view, &width, &height);
  whole_scale = myo_drawings_snap_scale (view, MIN (whole_scale, sqrt (MOST_PIXELS / (width * height))));
  /* Below a part that is sharper, a whole that was painted for a larger scale does as well. */
  if (scale > whole_scale * 1.05 && whole->picture.texture != NULL && whole->picture.scale > whole_scale
      && whole->picture.layer == layer && whole->picture.palette == palette)
    whole_scale = whole->picture.scale;
  whole->wanted = (MyoMapPicture) { .part = { 0, 0, width, height }, .scale = whole_scale, .layer = layer, .palette = palette };
  start (self, view, FALSE);

  if (scale <= whole_scale * 1.05)
    {
      drop (detail);
      return;
    }

  scale = MIN (scale, sqrt (MOST_PIXELS / (part->width * part->height)));
  detail->wanted = (MyoMapPicture) { .part = *part, .scale = scale, .layer = layer, .palette = palette };
  start (self, view, TRUE);
}

const MyoMapPicture *
myo_map_pictures_get_whole (MyoMapPictures *self,
                            MyoView         view)
{
  const MyoMapPicture *picture = &self->whole[view].picture;

  return picture->texture != NULL ? picture : NULL;
}

const MyoMapPicture *
myo_map_pictures_get_detail (MyoMapPictures *self,
                             MyoView         view)
{
  const Slot *slot = &self->detail[view];
  const MyoMapPicture *picture = &slot->picture;

  /* A part of another layer must not lie over the whole. */
  if (picture->texture == NULL || slot->wanted.scale <= 0 || picture->layer != slot->wanted.layer
      || picture->palette != slot->wanted.palette)
    return NULL;

  return picture;
}

gboolean
myo_map_pictures_is_crisp (MyoMapPictures *self)
{
  gboolean wanted = FALSE;

  for (int v = 0; v < MYO_N_VIEWS; v++)
    for (int d = 0; d < 2; d++)
      {
        Slot *slot = get_slot (self, (MyoView) v, d);

        if (slot->painting != NULL
            || (slot->wanted.scale > 0 && (slot->picture.texture == NULL || !serves (&slot->picture, &slot->wanted))))
          return FALSE;
        wanted |= slot->wanted.scale > 0;
      }

  return wanted;
}

void
myo_map_pictures_give (MyoMapPictures  *self,
                       MyoView          view,
                       MyoLayer         layer,
                       MyoPalette       palette,
                       double           scale,
                       cairo_surface_t *surface)
{
  Slot *slot = &self->whole[view];
  double width, height;

  g_return_if_fail (MYO_IS_MAP_PICTURES (self));

  myo_view_get_size (view, &width, &height);
  g_clear_object (&slot->picture.texture);
  slot->picture = (MyoMapPicture) {
    .texture = myo_map_texture_new (surface),
    .part = { 0, 0, width, height }, .scale = scale, .layer = layer, .palette = palette,
  };
  rest_later (self);
}

/* --- Class --- */

static void
myo_map_pictures_dispose (GObject *object)
{
  MyoMapPictures *self = MYO_MAP_PICTURES (object);

  g_clear_handle_id (&self->rest_id, g_source_remove);
  for (int v = 0; v < MYO_N_VIEWS; v++)
    for (int d = 0; d < 2; d++)
      {
        Slot *slot = get_slot (self, (MyoView) v, d);

        drop (slot);
        g_clear_object (&slot->painting);
      }
  g_clear_object (&self->drawings);

  G_OBJECT_CLASS (myo_map_pictures_parent_class)->dispose (object);
}

static void
myo_map_pictures_class_init (MyoMapPicturesClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_map_pictures_dispose;

  signals[PAINTED] = g_signal_new ("painted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
myo_map_pictures_init (MyoMapPictures *self)
{
}

MyoMapPictures *
myo_map_pictures_new (MyoDrawings *drawings)
{
  MyoMapPictures *self = g_object_new (MYO_TYPE_MAP_PICTURES, NULL);

  self->drawings = g_object_ref (drawings);

  return self;
}
