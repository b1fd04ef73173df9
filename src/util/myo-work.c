/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-work.h"

static GMutex mutex;
static GCond done;
static guint n_running;            /* begun or still in the queue; guarded by the mutex */

static G_DEFINE_QUARK (myo-work-func, func)

static void
change_running (int by)
{
  g_mutex_lock (&mutex);
  n_running += (guint) by;
  if (n_running == 0)
    g_cond_broadcast (&done);
  g_mutex_unlock (&mutex);
}

static void
run (GTask        *task,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  GTaskThreadFunc *func = g_object_get_qdata (G_OBJECT (task), func_quark ());

  (*func) (task, source, data, cancellable);
  change_running (-1);
}

void
myo_work_run (GTask           *task,
              GTaskThreadFunc  func)
{
  g_return_if_fail (G_IS_TASK (task) && func != NULL);

  /* A pointer to a function is no pointer to data. */
  g_object_set_qdata_full (G_OBJECT (task), func_quark (), g_memdup2 (&func, sizeof func), g_free);
  change_running (1);
  g_task_run_in_thread (task, run);
}

void
myo_work_wait (void)
{
  g_mutex_lock (&mutex);
  while (n_running > 0)
    g_cond_wait (&done, &mutex);
  g_mutex_unlock (&mutex);
}
