/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-store.h"

#include "myo-drawing-queries.h"
#include "myo-record-queries.h"
#include "myo-store-worker.h"

struct _MyoStore
{
  GObject parent_instance;

  MyoStoreWorker *worker;
  gboolean        writable;
  GFile          *damaged;
  GFile          *newest_backup;
};

static void myo_store_records_init (MyoRecordsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MyoStore, myo_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MYO_TYPE_RECORDS, myo_store_records_init))

/* --- Asking --- */

static void
take_state (MyoStoreJob *job,
            GTask       *task)
{
  MyoStore *self = g_task_get_source_object (task);

  self->writable = job->writable;
  g_clear_object (&self->damaged);
  if (job->damaged != NULL)
    self->damaged = g_file_new_for_path (job->damaged);
  g_clear_object (&self->newest_backup);
  if (job->newest_backup != NULL)
    self->newest_backup = g_file_new_for_path (job->newest_backup);
}

/* @job: (transfer full) */
static void
ask (MyoRecords          *self,
     MyoStoreJob         *job,
     gpointer             tag,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) myo_store_job_free);
  myo_store_worker_push (MYO_STORE (self)->worker, task);
}

/* --- Open, close, restore --- */

static gboolean
run_open (MyoLedger    *records,
          MyoStoreJob  *job,
          GError      **error)
{
  return myo_ledger_open (records, error);
}

static void
myo_store_open_async (MyoRecords          *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_open;
  job->complete = take_state;
  ask (self, job, myo_store_open_async, cancellable, callback, data);
}

static gboolean
run_close (MyoLedger    *records,
           MyoStoreJob  *job,
           GError      **error)
{
  myo_ledger_close (records);
  return TRUE;
}

static void
myo_store_close_async (MyoRecords          *self,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_close;
  job->complete = take_state;
  ask (self, job, myo_store_close_async, NULL, callback, data);
}

static void
myo_store_close (MyoRecords *self)
{
  MyoStore *store = MYO_STORE (self);

  myo_store_worker_close (store->worker);
  store->writable = FALSE;
}

static gboolean
run_restore (MyoLedger    *records,
             MyoStoreJob  *job,
             GError      **error)
{
  return myo_ledger_restore (records, job->path, error);
}

static void
myo_store_restore_async (MyoRecords          *self,
                         GFile               *backup,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (g_file_peek_path (backup) != NULL);

  job = myo_store_job_new ();
  job->run = run_restore;
  job->complete = take_state;
  job->path = g_file_get_path (backup);
  ask (self, job, myo_store_restore_async, NULL, callback, data);
}

/* --- Writing --- */

static gboolean
save_session (MyoDatabase  *database,
              gpointer      data,
              GError      **error)
{
  MyoStoreJob *job = data;
  gint64 row;

  if (!myo_record_queries_save_session (database, job->session, &row, error))
    return FALSE;

  job->object = g_memdup2 (&row, sizeof row);
  return TRUE;
}

static gboolean
run_save_session (MyoLedger    *records,
                  MyoStoreJob  *job,
                  GError      **error)
{
  return myo_ledger_write (records, save_session, job, error);
}

static void
myo_store_save_session_async (MyoRecords          *self,
                              const MyoSession    *session,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_save_session;
  job->free_object = g_free;
  job->session = myo_session_copy (session);
  ask (self, job, myo_store_save_session_async, NULL, callback, data);
}

static gboolean
add_hold (MyoDatabase  *database,
          gpointer      data,
          GError      **error)
{
  MyoStoreJob *job = data;
  gint64 row;

  if (!myo_record_queries_add_hold (database, job->id, job->hold, job->next_move, &row, error))
    return FALSE;

  job->object = g_memdup2 (&row, sizeof row);
  return TRUE;
}

static gboolean
run_add_hold (MyoLedger    *records,
              MyoStoreJob  *job,
              GError      **error)
{
  return myo_ledger_write (records, add_hold, job, error);
}

static void
myo_store_add_hold_async (MyoRecords          *self,
                          gint64               session_id,
                          const MyoHold       *hold,
                          int                  next_move,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_add_hold;
  job->free_object = g_free;
  job->id = session_id;
  job->hold = myo_hold_copy (hold);
  job->next_move = next_move;
  ask (self, job, myo_store_add_hold_async, NULL, callback, data);
}

/* @job's `before` is the moment of deletion, 0 to take it back. */
static gboolean
mark_deleted (MyoDatabase  *database,
              gpointer      data,
              GError      **error)
{
  MyoStoreJob *job = data;

  return myo_record_queries_mark_deleted (database, job->id, job->before, error);
}

static gboolean
run_mark_deleted (MyoLedger    *records,
                  MyoStoreJob  *job,
                  GError      **error)
{
  return myo_ledger_write (records, mark_deleted, job, error);
}

static void
ask_mark_deleted (MyoRecords          *self,
                  gint64               session_id,
                  gint64               moment,
                  GAsyncReadyCallback  callback,
                  gpointer             data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_mark_deleted;
  job->id = session_id;
  job->before = moment;
  ask (self, job, ask_mark_deleted, NULL, callback, data);
}

static void
myo_store_delete_async (MyoRecords          *self,
                        gint64               session_id,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  ask_mark_deleted (self, session_id, g_get_real_time (), callback, data);
}

static void
myo_store_undelete_async (MyoRecords          *self,
                          gint64               session_id,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  ask_mark_deleted (self, session_id, 0, callback, data);
}

/* @job's `before` is the moment at which it was asked. */
static gboolean
save_draft (MyoDatabase  *database,
            gpointer      data,
            GError      **error)
{
  MyoStoreJob *job = data;

  return myo_drawing_queries_save_draft (database, job->drawing, job->before, error);
}

static gboolean
run_save_draft (MyoLedger    *records,
                MyoStoreJob  *job,
                GError      **error)
{
  return myo_ledger_write (records, save_draft, job, error);
}

static void
myo_store_save_draft_async (MyoRecords          *self,
                            const char          *drawing,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_save_draft;
  job->drawing = g_strdup (drawing);
  job->before = g_get_real_time ();
  ask (self, job, myo_store_save_draft_async, NULL, callback, data);
}

/* --- Reading --- */

static gboolean
run_find_unfinished (MyoLedger    *records,
                     MyoStoreJob  *job,
                     GError      **error)
{
  MyoDatabase *database = myo_ledger_get_readable (records, error);

  if (database == NULL)
    return FALSE;

  job->object = myo_record_queries_find_unfinished (database, error);
  return job->object != NULL;
}

static void
myo_store_find_unfinished_async (MyoRecords          *self,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_find_unfinished;
  job->free_object = (GDestroyNotify) myo_session_unref;
  ask (self, job, myo_store_find_unfinished_async, NULL, callback, data);
}

static gboolean
run_list (MyoLedger    *records,
          MyoStoreJob  *job,
          GError      **error)
{
  MyoDatabase *database = myo_ledger_get_readable (records, error);

  if (database == NULL)
    return FALSE;

  job->object = myo_record_queries_list (database, job->before, job->before_id, job->limit, job->search, error);
  return job->object != NULL;
}

static void
myo_store_list_async (MyoRecords             *self,
                      const MyoSessionFilter *filter,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_list;
  job->before = filter->before;
  job->before_id = filter->before_id;
  job->limit = filter->limit;
  job->search = g_strdup (filter->search);
  job->free_object = (GDestroyNotify) g_ptr_array_unref;
  ask (self, job, myo_store_list_async, cancellable, callback, data);
}

static gboolean
run_load_draft (MyoLedger    *records,
                MyoStoreJob  *job,
                GError      **error)
{
  MyoDatabase *database = myo_ledger_get_readable (records, error);

  if (database == NULL)
    return FALSE;

  job->object = myo_drawing_queries_load_draft (database, error);
  return job->object != NULL;
}

static void
myo_store_load_draft_async (MyoRecords          *self,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  MyoStoreJob *job = myo_store_job_new ();

  job->run = run_load_draft;
  job->free_object = g_free;
  ask (self, job, myo_store_load_draft_async, NULL, callback, data);
}

/* --- State --- */

static gboolean
myo_store_get_writable (MyoRecords *self)
{
  return MYO_STORE (self)->writable;
}

static GFile *
myo_store_get_damaged_file (MyoRecords *self)
{
  return MYO_STORE (self)->damaged;
}

static GFile *
myo_store_get_newest_backup (MyoRecords *self)
{
  MyoStore *store = MYO_STORE (self);

  return store->newest_backup != NULL ? g_object_ref (store->newest_backup) : NULL;
}

/* --- Class --- */

static void
myo_store_finalize (GObject *object)
{
  MyoStore *self = MYO_STORE (object);

  g_clear_pointer (&self->worker, myo_store_worker_free);
  g_clear_object (&self->damaged);
  g_clear_object (&self->newest_backup);

  G_OBJECT_CLASS (myo_store_parent_class)->finalize (object);
}

static void
myo_store_class_init (MyoStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_store_finalize;
}

static void
myo_store_records_init (MyoRecordsInterface *iface)
{
  iface->open_async = myo_store_open_async;
  iface->close_async = myo_store_close_async;
  iface->close = myo_store_close;
  iface->get_writable = myo_store_get_writable;
  iface->get_damaged_file = myo_store_get_damaged_file;
  iface->get_newest_backup = myo_store_get_newest_backup;
  iface->restore_async = myo_store_restore_async;
  iface->save_session_async = myo_store_save_session_async;
  iface->add_hold_async = myo_store_add_hold_async;
  iface->find_unfinished_async = myo_store_find_unfinished_async;
  iface->list_async = myo_store_list_async;
  iface->delete_async = myo_store_delete_async;
  iface->undelete_async = myo_store_undelete_async;
  iface->save_draft_async = myo_store_save_draft_async;
  iface->load_draft_async = myo_store_load_draft_async;
}

static void
myo_store_init (MyoStore *self)
{
}

MyoStore *
myo_store_new (GFile *folder)
{
  MyoStore *self;

  g_return_val_if_fail (g_file_peek_path (folder) != NULL, NULL);

  self = g_object_new (MYO_TYPE_STORE, NULL);
  self->worker = myo_store_worker_new (g_file_peek_path (folder));
  return self;
}
