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

G_DEFINE_FINAL_TYPE (MyoStore, myo_store, G_TYPE_OBJECT)

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
ask (MyoStore            *self,
     MyoStoreJob         *job,
     gpointer             tag,
     GCancellable        *cancellable,
     GAsyncReadyCallback  callback,
     gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, job, (GDestroyNotify) myo_store_job_free);
  myo_store_worker_push (self->worker, task);
}

static gboolean
finish_boolean (MyoStore      *self,
                GAsyncResult  *result,
                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Returns: the row that was written, 0 with @error set */
static gint64
finish_row (MyoStore      *self,
            GAsyncResult  *result,
            GError       **error)
{
  MyoStoreJob *job;

  if (!finish_boolean (self, result, error))
    return 0;

  job = g_task_get_task_data (G_TASK (result));
  return job->row;
}

static gpointer
finish_object (MyoStore      *self,
               GAsyncResult  *result,
               GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* --- Open, close, restore --- */

static gboolean
run_open (MyoRecords   *records,
          MyoStoreJob  *job,
          GError      **error)
{
  return myo_records_open (records, error);
}

void
myo_store_open_async (MyoStore            *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));

  job = myo_store_job_new ();
  job->run = run_open;
  job->complete = take_state;
  ask (self, job, myo_store_open_async, cancellable, callback, data);
}

gboolean
myo_store_open_finish (MyoStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return finish_boolean (self, result, error);
}

static gboolean
run_close (MyoRecords   *records,
           MyoStoreJob  *job,
           GError      **error)
{
  myo_records_close (records);
  return TRUE;
}

void
myo_store_close_async (MyoStore            *self,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));

  job = myo_store_job_new ();
  job->run = run_close;
  job->complete = take_state;
  ask (self, job, myo_store_close_async, NULL, callback, data);
}

gboolean
myo_store_close_finish (MyoStore      *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  return finish_boolean (self, result, error);
}

void
myo_store_close (MyoStore *self)
{
  g_return_if_fail (MYO_IS_STORE (self));

  myo_store_worker_close (self->worker);
  self->writable = FALSE;
}

static gboolean
run_restore (MyoRecords   *records,
             MyoStoreJob  *job,
             GError      **error)
{
  return myo_records_restore (records, job->path, error);
}

void
myo_store_restore_async (MyoStore            *self,
                         GFile               *backup,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));
  g_return_if_fail (g_file_peek_path (backup) != NULL);

  job = myo_store_job_new ();
  job->run = run_restore;
  job->complete = take_state;
  job->path = g_file_get_path (backup);
  ask (self, job, myo_store_restore_async, NULL, callback, data);
}

gboolean
myo_store_restore_finish (MyoStore      *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return finish_boolean (self, result, error);
}

/* --- Writing --- */

static gboolean
save_session (MyoDatabase  *database,
              gpointer      data,
              GError      **error)
{
  MyoStoreJob *job = data;

  return myo_record_queries_save_session (database, job->session, &job->row, error);
}

static gboolean
run_save_session (MyoRecords   *records,
                  MyoStoreJob  *job,
                  GError      **error)
{
  return myo_records_write (records, save_session, job, error);
}

void
myo_store_save_session_async (MyoStore            *self,
                              MyoSession          *session,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));
  g_return_if_fail (session != NULL);

  job = myo_store_job_new ();
  job->run = run_save_session;
  job->session = myo_session_copy (session);
  ask (self, job, myo_store_save_session_async, NULL, callback, data);
}

gint64
myo_store_save_session_finish (MyoStore      *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return finish_row (self, result, error);
}

static gboolean
add_hold (MyoDatabase  *database,
          gpointer      data,
          GError      **error)
{
  MyoStoreJob *job = data;

  return myo_record_queries_add_hold (database, job->id, job->hold, job->next_move, &job->row, error);
}

static gboolean
run_add_hold (MyoRecords   *records,
              MyoStoreJob  *job,
              GError      **error)
{
  return myo_records_write (records, add_hold, job, error);
}

void
myo_store_add_hold_async (MyoStore            *self,
                          gint64               session_id,
                          const MyoHold       *hold,
                          int                  next_move,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));
  g_return_if_fail (hold != NULL);

  job = myo_store_job_new ();
  job->run = run_add_hold;
  job->id = session_id;
  job->hold = myo_hold_copy (hold);
  job->next_move = next_move;
  ask (self, job, myo_store_add_hold_async, NULL, callback, data);
}

gint64
myo_store_add_hold_finish (MyoStore      *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return finish_row (self, result, error);
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
run_mark_deleted (MyoRecords   *records,
                  MyoStoreJob  *job,
                  GError      **error)
{
  return myo_records_write (records, mark_deleted, job, error);
}

static void
ask_mark_deleted (MyoStore            *self,
                  gint64               session_id,
                  gint64               moment,
                  GAsyncReadyCallback  callback,
                  gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));

  job = myo_store_job_new ();
  job->run = run_mark_deleted;
  job->id = session_id;
  job->before = moment;
  ask (self, job, ask_mark_deleted, NULL, callback, data);
}

void
myo_store_delete_async (MyoStore            *self,
                        gint64               session_id,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  ask_mark_deleted (self, session_id, g_get_real_time (), callback, data);
}

void
myo_store_undelete_async (MyoStore            *self,
                          gint64               session_id,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  ask_mark_deleted (self, session_id, 0, callback, data);
}

gboolean
myo_store_delete_finish (MyoStore      *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_boolean (self, result, error);
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
run_save_draft (MyoRecords   *records,
                MyoStoreJob  *job,
                GError      **error)
{
  return myo_records_write (records, save_draft, job, error);
}

void
myo_store_save_draft_async (MyoStore            *self,
                            const char          *drawing,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));

  job = myo_store_job_new ();
  job->run = run_save_draft;
  job->drawing = g_strdup (drawing);
  job->before = g_get_real_time ();
  ask (self, job, myo_store_save_draft_async, NULL, callback, data);
}

gboolean
myo_store_save_draft_finish (MyoStore      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return finish_boolean (self, result, error);
}

/* --- Reading --- */

static gboolean
run_find_unfinished (MyoRecords   *records,
                     MyoStoreJob  *job,
                     GError      **error)
{
  MyoDatabase *database = myo_records_get_readable (records, error);

  if (database == NULL)
    return FALSE;

  job->object = myo_record_queries_find_unfinished (database, error);
  return job->object != NULL;
}

void
myo_store_find_unfinished_async (MyoStore            *self,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));

  job = myo_store_job_new ();
  job->run = run_find_unfinished;
  job->free_object = (GDestroyNotify) myo_session_unref;
  ask (self, job, myo_store_find_unfinished_async, NULL, callback, data);
}

MyoSession *
myo_store_find_unfinished_finish (MyoStore      *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  return finish_object (self, result, error);
}

static gboolean
run_list (MyoRecords   *records,
          MyoStoreJob  *job,
          GError      **error)
{
  MyoDatabase *database = myo_records_get_readable (records, error);

  if (database == NULL)
    return FALSE;

  job->object = myo_record_queries_list (database, job->before, job->before_id, job->limit, job->search, error);
  return job->object != NULL;
}

void
myo_store_list_async (MyoStore            *self,
                      gint64               before,
                      gint64               before_id,
                      guint                limit,
                      const char          *search,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));

  job = myo_store_job_new ();
  job->run = run_list;
  job->before = before;
  job->before_id = before_id;
  job->limit = limit;
  job->search = g_strdup (search);
  job->free_object = (GDestroyNotify) g_ptr_array_unref;
  ask (self, job, myo_store_list_async, cancellable, callback, data);
}

GPtrArray *
myo_store_list_finish (MyoStore      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return finish_object (self, result, error);
}

static gboolean
run_load_draft (MyoRecords   *records,
                MyoStoreJob  *job,
                GError      **error)
{
  MyoDatabase *database = myo_records_get_readable (records, error);

  if (database == NULL)
    return FALSE;

  job->object = myo_drawing_queries_load_draft (database, error);
  return job->object != NULL;
}

void
myo_store_load_draft_async (MyoStore            *self,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  MyoStoreJob *job;

  g_return_if_fail (MYO_IS_STORE (self));

  job = myo_store_job_new ();
  job->run = run_load_draft;
  job->free_object = g_free;
  ask (self, job, myo_store_load_draft_async, NULL, callback, data);
}

char *
myo_store_load_draft_finish (MyoStore      *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return finish_object (self, result, error);
}

/* --- State --- */

gboolean
myo_store_get_writable (MyoStore *self)
{
  g_return_val_if_fail (MYO_IS_STORE (self), FALSE);

  return self->writable;
}

GFile *
myo_store_get_damaged_file (MyoStore *self)
{
  g_return_val_if_fail (MYO_IS_STORE (self), NULL);

  return self->damaged;
}

GFile *
myo_store_get_newest_backup (MyoStore *self)
{
  g_return_val_if_fail (MYO_IS_STORE (self), NULL);

  return self->newest_backup != NULL ? g_object_ref (self->newest_backup) : NULL;
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
