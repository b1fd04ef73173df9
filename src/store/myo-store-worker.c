/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-store-worker-private.h"

#define REST_AFTER_US (G_TIME_SPAN_SECOND / 4)

struct _MyoStoreWorker
{
  GThread     *thread;
  GAsyncQueue *queue;        /* of GTask with a Job, or of one of the two orders below */
  MyoLedger   *ledger;       /* the thread's own */
  gboolean     stirred;      /* the thread's own: something was written since the records last rested */

  GMutex       mutex;
  GCond        cond;
  guint        closed;       /* how often the order to close was carried out; guarded by the mutex */
};

/* Orders that are no tasks: somebody waits for them. */
static const char order_close;
static const char order_quit;

/* --- Jobs --- */

typedef struct _Job Job;

/* Filled before it is pushed, written by the thread while it runs, read in the main context that asked, afterwards. */
struct _Job
{
  void               (*run) (Job *self, MyoLedger *ledger);
  MyoStoreFunc         func;             /* of one that reads or writes */
  MyoStoreChangeFunc   change;           /* of one that changes */
  MyoStoreStateFunc    told;
  MyoStoreAskFunc      ask;              /* of one that works around them */
  gpointer             data;
  GDestroyNotify       free_data;

  gpointer             answer;
  GDestroyNotify       free_answer;
  GError              *error;
  MyoLedgerState       state;
};

static void
job_free (Job *self)
{
  if (self->free_data != NULL && self->data != NULL)
    self->free_data (self->data);
  if (self->answer != NULL)
    self->free_answer (self->answer);
  g_clear_error (&self->error);
  myo_ledger_state_clear (&self->state);
  g_free (self);
}

static gboolean
ask_database (MyoDatabase  *database,
              gpointer      data,
              GError      **error)
{
  Job *self = data;

  return self->func (database, self->data, &self->answer, error);
}

static void
run_read (Job       *self,
          MyoLedger *ledger)
{
  myo_ledger_read (ledger, ask_database, self, &self->error);
}

static void
run_write (Job       *self,
           MyoLedger *ledger)
{
  myo_ledger_write (ledger, ask_database, self, &self->error);
}

static void
run_change (Job       *self,
            MyoLedger *ledger)
{
  self->change (ledger, self->data, &self->error);
  myo_ledger_get_state (ledger, &self->state);
}

static void
run_ask (Job       *self,
         MyoLedger *ledger)
{
  self->ask (ledger, self->data, &self->answer, &self->error);
}

/* --- Asking and answering --- */

/* @job: (transfer full) */
static void
push (MyoStoreWorker *self,
      GTask          *task,
      Job            *job)
{
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_async_queue_push (self->queue, task);
}

void
myo_store_worker_read (MyoStoreWorker *self,
                       GTask          *task,
                       MyoStoreFunc    func,
                       gpointer        data,
                       GDestroyNotify  free_data,
                       GDestroyNotify  free_answer)
{
  const Job job = { .run = run_read, .func = func, .data = data, .free_data = free_data, .free_answer = free_answer };

  push (self, task, g_memdup2 (&job, sizeof job));
}

void
myo_store_worker_write (MyoStoreWorker *self,
                        GTask          *task,
                        MyoStoreFunc    func,
                        gpointer        data,
                        GDestroyNotify  free_data,
                        GDestroyNotify  free_answer)
{
  const Job job = { .run = run_write, .func = func, .data = data, .free_data = free_data, .free_answer = free_answer };

  push (self, task, g_memdup2 (&job, sizeof job));
}

void
myo_store_worker_change (MyoStoreWorker     *self,
                         GTask              *task,
                         MyoStoreChangeFunc  func,
                         gpointer            data,
                         GDestroyNotify      free_data,
                         MyoStoreStateFunc   told)
{
  const Job job = { .run = run_change, .change = func, .data = data, .free_data = free_data, .told = told };

  push (self, task, g_memdup2 (&job, sizeof job));
}

void
myo_store_worker_ask (MyoStoreWorker  *self,
                      GTask           *task,
                      MyoStoreAskFunc  func,
                      gpointer         data,
                      GDestroyNotify   free_data,
                      GDestroyNotify   free_answer)
{
  const Job job = { .run = run_ask, .ask = func, .data = data, .free_data = free_data, .free_answer = free_answer };

  push (self, task, g_memdup2 (&job, sizeof job));
}

static gboolean
return_task (gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  if (job->told != NULL)
    job->told (g_task_get_source_object (task), &job->state);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else if (job->free_answer != NULL)
    g_task_return_pointer (task, g_steal_pointer (&job->answer), job->free_answer);
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

/* --- The thread --- */

static void
run_task (MyoStoreWorker *self,
          GTask          *task)
{
  Job *job = g_task_get_task_data (task);

  job->run (job, self->ledger);
  self->stirred = self->stirred || (job->run != run_read && job->run != run_ask);
  send_back (task);
}

static void
close_and_tell (MyoStoreWorker *self)
{
  myo_ledger_close (self->ledger);

  g_mutex_lock (&self->mutex);
  self->closed++;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* Many writes in a row are followed by one rest: it costs as much as a write. */
static gpointer
next_item (MyoStoreWorker *self)
{
  gpointer item = self->stirred ? g_async_queue_timeout_pop (self->queue, REST_AFTER_US) : g_async_queue_pop (self->queue);

  if (item != NULL)
    return item;

  self->stirred = FALSE;
  myo_ledger_rest (self->ledger);
  return g_async_queue_pop (self->queue);
}

static gpointer
work (gpointer data)
{
  MyoStoreWorker *self = data;
  gpointer item;

  while ((item = next_item (self)) != &order_quit)
    {
      if (item == &order_close)
        close_and_tell (self);
      else
        run_task (self, item);
    }

  g_clear_pointer (&self->ledger, myo_ledger_free);
  return NULL;
}

MyoStoreWorker *
myo_store_worker_new (const char *folder)
{
  MyoStoreWorker *self = g_new0 (MyoStoreWorker, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->queue = g_async_queue_new ();
  self->ledger = myo_ledger_new (folder);
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
