/* The one thread that owns the records, and its queue of jobs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-ledger.h"
#include "myo-session.h"

G_BEGIN_DECLS

typedef struct _MyoStoreJob MyoStoreJob;

/** MyoStoreJob: what is asked of the thread, and what came of it.  Filled before it is pushed, written by the thread while it
 * runs, read in the main context that asked, afterwards. */
struct _MyoStoreJob
{
  /* the question */
  gboolean     (*run)      (MyoLedger *records, MyoStoreJob *job, GError **error);
  void         (*complete) (MyoStoreJob *job, GTask *task);    /* (nullable): before the task returns, in its context */
  MyoSession    *session;
  MyoHold       *hold;
  char          *path, *drawing, *search;
  gint64         id, before, before_id;
  int            next_move;
  guint          limit;

  /* the answer */
  gpointer       object;
  GDestroyNotify free_object;
  GError        *error;
  gboolean       writable;
  char          *damaged, *newest_backup;
};

typedef struct _MyoStoreWorker MyoStoreWorker;

/** myo_store_worker_new: starts the thread; @folder: path of the folder of the records */
MyoStoreWorker *myo_store_worker_new   (const char *folder);
/** myo_store_worker_free: finishes what was asked for, closes the records and ends the thread; blocks so long */
void            myo_store_worker_free  (MyoStoreWorker *self);
/** myo_store_worker_push: @task: (transfer full): its task data is a #MyoStoreJob.  It returns in its own main context: an error,
 * or the job's object where it has one, else %TRUE */
void            myo_store_worker_push  (MyoStoreWorker *self, GTask *task);
/** myo_store_worker_close: finishes what was asked for and closes the records; blocks so long */
void            myo_store_worker_close (MyoStoreWorker *self);

MyoStoreJob    *myo_store_job_new      (void);
void            myo_store_job_free     (MyoStoreJob *self);

G_END_DECLS
