/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-reading.h"

typedef enum { BEGUN, BUILTIN_READ, ALL_READ, TAKEN } Progress;

/* Owned by the one who began it, by the thread and by the call on its way to the main loop. */
struct _MyoAtlasReading
{
  gatomicrefcount  refs;
  GFile           *folder;
  MyoPacksFunc     load_packs;

  GMutex           lock;       /* guards what follows … */
  GCond            changed;
  Progress         progress;
  gboolean         followed;
  MyoAtlas        *atlas;
  GPtrArray       *problems;
  GError          *error;

  MyoClock        *clock;      /* … and this is the main thread's */
  guint            alarm;
  MyoAtlasReadFunc func;
  gpointer         data;
};

static int n_threads;          /* that read, also for those who have left */

static void
unref (MyoAtlasReading *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_object_unref (self->folder);
  g_clear_object (&self->atlas);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

/* --- In the main loop --- */

static void
call_once (gpointer data)
{
  MyoAtlasReading *self = data;
  MyoAtlasReadFunc func = g_steal_pointer (&self->func);

  if (self->clock != NULL)
    myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  g_clear_object (&self->clock);
  if (func != NULL)
    func (self->data);
}

static void
patience_ended (gpointer data)
{
  MyoAtlasReading *self = data;

  self->alarm = 0;
  call_once (self);
}

static gboolean
tell (gpointer data)
{
  call_once (data);
  return G_SOURCE_REMOVE;
}

/* --- In the thread --- */

/* @atlas, @problems, @error: (transfer full) (nullable) */
static void
come_to (MyoAtlasReading *self,
         Progress         progress,
         MyoAtlas        *atlas,
         GPtrArray       *problems,
         GError          *error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autoptr(MyoAtlas) before = NULL;

  if (self->progress == TAKEN)
    {
      g_clear_object (&atlas);
      g_clear_pointer (&problems, g_ptr_array_unref);
      g_clear_error (&error);
      return;
    }
  before = g_steal_pointer (&self->atlas);
  self->atlas = atlas != NULL ? atlas : g_steal_pointer (&before);
  self->problems = problems;
  self->error = error;
  self->progress = progress;
  g_cond_broadcast (&self->changed);
  if (progress == ALL_READ && self->followed)
    {
      g_atomic_ref_count_inc (&self->refs);
      g_idle_add_full (G_PRIORITY_DEFAULT, tell, self, (GDestroyNotify) unref);
    }
}

/* Packs change the atlas that they come into, so they get one of their own: the first may be in use by then. */
static void
read_packs (MyoAtlasReading *self)
{
  g_autoptr(MyoAtlas) atlas = NULL;
  GPtrArray *problems = NULL;

  if (g_file_query_file_type (self->folder, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) != G_FILE_TYPE_UNKNOWN)
    {
      atlas = myo_atlas_read_builtin (NULL);
      problems = self->load_packs (atlas, self->folder);
      myo_atlas_prepare (atlas);
    }
  come_to (self, ALL_READ, g_steal_pointer (&atlas), problems, NULL);
}

static gpointer
read_all (gpointer data)
{
  MyoAtlasReading *self = data;
  g_autoptr(GError) error = NULL;
  MyoAtlas *atlas = myo_atlas_read_builtin (&error);
  gboolean fine = atlas != NULL;

  come_to (self, fine ? BUILTIN_READ : ALL_READ, atlas, NULL, g_steal_pointer (&error));
  if (fine)
    read_packs (self);
  unref (self);
  g_atomic_int_add (&n_threads, -1);
  return NULL;
}

/* --- Public --- */

MyoAtlasReading *
myo_atlas_reading_begin (GFile        *folder,
                         MyoPacksFunc  load_packs)
{
  MyoAtlasReading *self = g_new0 (MyoAtlasReading, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->folder = g_object_ref (folder);
  self->load_packs = load_packs;
  g_atomic_ref_count_inc (&self->refs);
  g_atomic_int_inc (&n_threads);
  g_thread_unref (g_thread_new ("atlas", read_all, self));
  return self;
}

gboolean
myo_atlas_reading_wait (MyoAtlasReading *self,
                        gint64           us)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  gint64 end;

  while (self->progress < BUILTIN_READ)
    g_cond_wait (&self->changed, &self->lock);
  end = g_get_monotonic_time () + us;
  while (self->progress < ALL_READ && g_cond_wait_until (&self->changed, &self->lock, end))
    ;
  return self->progress >= ALL_READ;
}

void
myo_atlas_reading_follow (MyoAtlasReading  *self,
                          MyoClock         *clock,
                          gint64            patience,
                          MyoAtlasReadFunc  func,
                          gpointer          data)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->clock != NULL)
    myo_clock_cancel (self->clock, self->alarm);
  self->followed = TRUE;
  self->func = func;
  self->data = data;
  g_set_object (&self->clock, clock);
  self->alarm = myo_clock_call_after (clock, self->progress >= ALL_READ ? 0 : patience, G_PRIORITY_DEFAULT, patience_ended, self);
}

MyoAtlas *
myo_atlas_reading_take (MyoAtlasReading  *self,
                        GPtrArray       **problems,
                        GError          **error)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  while (self->progress < BUILTIN_READ)
    g_cond_wait (&self->changed, &self->lock);
  *problems = self->progress == BUILTIN_READ ? myo_atlas_leave_packs (self->folder) : g_steal_pointer (&self->problems);
  self->progress = TAKEN;
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  return g_steal_pointer (&self->atlas);
}

void
myo_atlas_reading_free (MyoAtlasReading *self)
{
  self->func = NULL;
  call_once (self);
  g_mutex_lock (&self->lock);
  self->progress = TAKEN;
  g_mutex_unlock (&self->lock);
  unref (self);
}

gboolean
myo_atlas_reading_is_any_left (void)
{
  return g_atomic_int_get (&n_threads) > 0;
}
