/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-errand.h"

#include "myo-work.h"

typedef struct
{
  MyoErrand      errand;
  GWeakRef       owner;
  GCancellable **slot;               /* in the owner: only to be touched while that is there */
} Trip;

static void
trip_free (Trip *trip)
{
  g_clear_pointer (&trip->errand.data, trip->errand.free_data);
  g_weak_ref_clear (&trip->owner);
  g_free (trip);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Trip *trip = data;
  GError *error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;

  result = trip->errand.work (trip->errand.data, cancellable, &error);
  /* What it needed is let go here: that can take long. */
  g_clear_pointer (&trip->errand.data, trip->errand.free_data);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, trip->errand.free_result);
}

/* One that was cancelled is never heard of, also when it had been done by then. */
static void
came_back (GObject      *unused,
           GAsyncResult *result,
           gpointer      data)
{
  GTask *task = G_TASK (result);
  Trip *trip = g_task_get_task_data (task);
  g_autoptr(GObject) owner = g_weak_ref_get (&trip->owner);
  g_autoptr(GError) error = NULL;
  gpointer answer;

  if (owner == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    return;

  g_clear_object (trip->slot);
  answer = g_task_propagate_pointer (task, &error);
  trip->errand.done (owner, answer, error);
}

void
myo_errand_send (gpointer          owner,
                 GCancellable    **slot,
                 const MyoErrand  *errand)
{
  g_autoptr(GTask) task = NULL;
  Trip *trip;

  g_return_if_fail (G_IS_OBJECT (owner) && slot != NULL && errand != NULL);

  myo_errand_cancel (slot);
  *slot = g_cancellable_new ();
  trip = g_new0 (Trip, 1);
  trip->errand = *errand;
  trip->slot = slot;
  g_weak_ref_init (&trip->owner, owner);
  task = g_task_new (NULL, *slot, came_back, NULL);
  g_task_set_source_tag (task, myo_errand_send);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, trip, (GDestroyNotify) trip_free);
  myo_work_run (task, work_in_thread);
}

void
myo_errand_cancel (GCancellable **slot)
{
  if (*slot != NULL)
    g_cancellable_cancel (*slot);
  g_clear_object (slot);
}
