/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-store-worker.h"

struct _MyoStoreWorker
{
  GThread     *thread;
  GAsyncQueue *queue;        /* of GTask, or of one of the two orders below */
  MyoLedger  *records;      /* the thread's own */

  GMutex       mutex;
  GCond        cond;
  guint        closed;       /* how often the order to close was carried out; guarded by the mutex */
};

/* Orders that are no tasks: somebody waits for them. */
static const char order_close;
static const char order_quit;

/* --- Jobs --- */

MyoStoreJob *
myo_store_job_new (void)
{
  return g_new0 (MyoStoreJob, 1);
}

void
myo_store_job_free (MyoStoreJob *self)
{
  g_clear_pointer (&self->session, myo_session_unref);
  g_clear_pointer (&self->hold, myo_hold_free);
  if (self->object != NULL)
    self->free_object (self->object);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self->drawing);
  g_free (self->search);
  g_free (self->damaged);
  g_free (self->newest_backup);
  g_free (self);
}

static gboolean
return_task (gpointer data)
{
  GTask *task = data;
  MyoStoreJob *job = g_task_get_task_data (task);

  if (job->complete != NULL)
    job->complete (job, task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else if (job->free_object != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->object), job->free_object);
  else
    g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

/* The source owns the task, so that its last reference – and with it maybe the store's – never goes in the thread. */
static void
send_back (GTask *task)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, return_task, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
run_task (MyoStoreWorker *self,
          GTask          *task)
{
  MyoStoreJob *job = g_task_get_task_data (task);

  job->run (self->records, job, &job->error);
  job->writable = self->records->database != NULL && self->records->database->writable;
  job->damaged = g_strdup (self->records->damaged);
  job->newest_backup = g_strdup (self->records->newest_backup);
  send_back (task);
}

/* --- The thread --- */

static void
close_and_tell (MyoStoreWorker *self)
{
  myo_ledger_close (self->records);

  g_mutex_lock (&self->mutex);
  self->closed++;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gpointer
work (gpointer data)
{
  MyoStoreWorker *self = data;
  gpointer item;

  while ((item = g_async_queue_pop (self->queue)) != &order_quit)
    {
      if (item == &order_close)
        close_and_tell (self);
      else
        run_task (self, item);
    }

  g_clear_pointer (&self->records, myo_ledger_free);
  return NULL;
}

MyoStoreWorker *
myo_store_worker_new (const char *folder)
{
  MyoStoreWorker *self = g_new0 (MyoStoreWorker, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->queue = g_async_queue_new ();
  self->records = myo_ledger_new (folder);
  self->thread = g_thread_new ("myo-records", work, self);
  return self;
}

void
myo_store_worker_free (MyoStoreWorker *self)
{
  g_async_queue_push (self->queue, (gpointer) &order_quit);
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
myo_store_worker_push (MyoStoreWorker *self,
                       GTask          *task)
{
  g_async_queue_push (self->queue, task);
}

void
myo_store_worker_close (MyoStoreWorker *self)
{
  guint closed_before;

  g_mutex_lock (&self->mutex);
  closed_before = self->closed;
  g_async_queue_push (self->queue, (gpointer) &order_close);
  while (self->closed == closed_before)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
