/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-store.h"

#include "myo-draft-table-private.h"
#include "myo-record-queries-private.h"
#include "myo-session-table-private.h"
#include "myo-store-private.h"

struct _MyoStore
{
  GObject parent_instance;

  MyoStoreWorker  *worker;
  gboolean         writable;
  GFile           *damaged;
  MyoRecordsOffer *offer;
  GError          *backups;
};

static void myo_store_records_init (MyoRecordsInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (MyoStore, myo_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (MYO_TYPE_RECORDS, myo_store_records_init)
                               G_IMPLEMENT_INTERFACE (MYO_TYPE_BACKUPS, myo_store_backups_init))

MyoStoreWorker *
myo_store_get_worker (MyoStore *self)
{
  return self->worker;
}

/* --- State --- */

static void
take_file (GFile      **place,
           const char  *path)
{
  g_clear_object (place);
  *place = path != NULL ? g_file_new_for_path (path) : NULL;
}

static void
take_state (gpointer              source,
            const MyoLedgerState *state)
{
  MyoStore *self = source;

  self->writable = state->writable;
  take_file (&self->damaged, state->damaged);
  g_clear_pointer (&self->offer, myo_records_offer_free);
  self->offer = state->offer != NULL ? myo_records_offer_copy (state->offer) : NULL;
  g_clear_error (&self->backups);
  self->backups = state->backups != NULL ? g_error_copy (state->backups) : NULL;
}

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

static const MyoRecordsOffer *
myo_store_get_offer (MyoRecords *self)
{
  return MYO_STORE (self)->offer;
}

static const GError *
myo_store_get_backup_fault (MyoRecords *self)
{
  return MYO_STORE (self)->backups;
}

/* --- Open, close, restore --- */

static GTask *
new_task (MyoRecords          *self,
          gpointer             tag,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  return task;
}

static gboolean
open_ledger (MyoLedger  *ledger,
             gpointer    data,
             GError    **error)
{
  return myo_ledger_open (ledger, error);
}

static void
myo_store_open_async (MyoRecords          *self,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             data)
{
  myo_store_worker_change (MYO_STORE (self)->worker, new_task (self, myo_store_open_async, cancellable, callback, data),
                           open_ledger, NULL, NULL, take_state);
}

static gboolean
start_anew (MyoLedger  *ledger,
            gpointer    data,
            GError    **error)
{
  return myo_ledger_start_anew (ledger, error);
}

static void
myo_store_start_anew_async (MyoRecords          *self,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  myo_store_worker_change (MYO_STORE (self)->worker, new_task (self, myo_store_start_anew_async, NULL, callback, data),
                           start_anew, NULL, NULL, take_state);
}

static gboolean
close_ledger (MyoLedger  *ledger,
              gpointer    data,
              GError    **error)
{
  myo_ledger_close (ledger);
  return TRUE;
}

static void
myo_store_close_async (MyoRecords          *self,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  myo_store_worker_change (MYO_STORE (self)->worker, new_task (self, myo_store_close_async, NULL, callback, data),
                           close_ledger, NULL, NULL, take_state);
}

static void
myo_store_close (MyoRecords *self)
{
  MyoStore *store = MYO_STORE (self);

  myo_store_worker_close (store->worker);
  store->writable = FALSE;
}

static gboolean
restore_ledger (MyoLedger  *ledger,
                gpointer    data,
                GError    **error)
{
  const char *backup = data;

  return myo_ledger_restore (ledger, backup, error);
}

static void
myo_store_restore_async (MyoRecords          *self,
                         GFile               *backup,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_return_if_fail (g_file_peek_path (backup) != NULL);

  myo_store_worker_change (MYO_STORE (self)->worker, new_task (self, myo_store_restore_async, NULL, callback, data),
                           restore_ledger, g_file_get_path (backup), g_free, take_state);
}

/* --- Writing --- */

static gboolean
check (MyoDatabase  *database,
       gpointer      data,
       gpointer     *answer,
       GError      **error)
{
  return myo_database_write_same (database, error);
}

static void
myo_store_check_async (MyoRecords          *self,
                       GAsyncReadyCallback  callback,
                       gpointer             data)
{
  myo_store_worker_write (MYO_STORE (self)->worker, new_task (self, myo_store_check_async, NULL, callback, data), check, NULL, NULL, NULL);
}

static gboolean
answer_row (gint64    row,
            gpointer *answer)
{
  *answer = g_memdup2 (&row, sizeof row);
  return TRUE;
}

static gboolean
save_session (MyoDatabase  *database,
              gpointer      data,
              gpointer     *answer,
              GError      **error)
{
  const MyoSession *session = data;
  gint64 row;

  return myo_record_queries_save_session (database, session, &row, error) && answer_row (row, answer);
}

static void
myo_store_save_session_async (MyoRecords          *self,
                              const MyoSession    *session,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  myo_store_worker_write (MYO_STORE (self)->worker, new_task (self, myo_store_save_session_async, NULL, callback, data),
                          save_session, myo_session_copy (session), (GDestroyNotify) myo_session_unref, g_free);
}

typedef struct
{
  gint64   session;
  MyoHold *hold;
  int      next_move;
} NewHold;

static void
new_hold_free (gpointer data)
{
  NewHold *self = data;

  myo_hold_free (self->hold);
  g_free (self);
}

static gboolean
add_hold (MyoDatabase  *database,
          gpointer      data,
          gpointer     *answer,
          GError      **error)
{
  const NewHold *new = data;
  gint64 row;

  return myo_record_queries_add_hold (database, new->session, new->hold, new->next_move, &row, error) && answer_row (row, answer);
}

static void
myo_store_add_hold_async (MyoRecords          *self,
                          gint64               session_id,
                          const MyoHold       *hold,
                          int                  next_move,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  const NewHold new = { .session = session_id, .hold = myo_hold_copy (hold), .next_move = next_move };

  myo_store_worker_write (MYO_STORE (self)->worker, new_task (self, myo_store_add_hold_async, NULL, callback, data),
                          add_hold, g_memdup2 (&new, sizeof new), new_hold_free, g_free);
}

typedef struct
{
  gint64 session;
  gint64 moment;             /* µs since 1970, UTC; 0 takes the mark back */
} Mark;

static gboolean
mark_deleted (MyoDatabase  *database,
              gpointer      data,
              gpointer     *answer,
              GError      **error)
{
  const Mark *mark = data;

  return myo_session_table_mark_deleted (database, mark->session, mark->moment, error);
}

static void
ask_mark_deleted (MyoRecords          *self,
                  const Mark          *mark,
                  GAsyncReadyCallback  callback,
                  gpointer             data)
{
  myo_store_worker_write (MYO_STORE (self)->worker, new_task (self, ask_mark_deleted, NULL, callback, data),
                          mark_deleted, g_memdup2 (mark, sizeof *mark), g_free, NULL);
}

static void
myo_store_delete_async (MyoRecords          *self,
                        gint64               session_id,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  ask_mark_deleted (self, &(const Mark) { session_id, g_get_real_time () }, callback, data);
}

static void
myo_store_undelete_async (MyoRecords          *self,
                          gint64               session_id,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  ask_mark_deleted (self, &(const Mark) { session_id, 0 }, callback, data);
}

typedef struct
{
  char   *drawing;           /* or NULL */
  gint64  saved_at;          /* µs since 1970, UTC: when it was asked for */
} Draft;

static void
draft_free (gpointer data)
{
  Draft *self = data;

  g_free (self->drawing);
  g_free (self);
}

static gboolean
save_draft (MyoDatabase  *database,
            gpointer      data,
            gpointer     *answer,
            GError      **error)
{
  const Draft *draft = data;

  return myo_draft_table_save (database, draft->drawing, draft->saved_at, error);
}

static void
myo_store_save_draft_async (MyoRecords          *self,
                            const char          *drawing,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  const Draft draft = { .drawing = g_strdup (drawing), .saved_at = g_get_real_time () };

  myo_store_worker_write (MYO_STORE (self)->worker, new_task (self, myo_store_save_draft_async, NULL, callback, data),
                          save_draft, g_memdup2 (&draft, sizeof draft), draft_free, NULL);
}

/* --- Reading --- */

static gboolean
find_unfinished (MyoDatabase  *database,
                 gpointer      data,
                 gpointer     *answer,
                 GError      **error)
{
  MyoSession *session = NULL;
  gboolean worked = myo_record_queries_find_unfinished (database, &session, error);

  *answer = session;
  return worked;
}

static void
myo_store_find_unfinished_async (MyoRecords          *self,
                                 GAsyncReadyCallback  callback,
                                 gpointer             data)
{
  myo_store_worker_read (MYO_STORE (self)->worker, new_task (self, myo_store_find_unfinished_async, NULL, callback, data),
                         find_unfinished, NULL, NULL, (GDestroyNotify) myo_session_unref);
}

static gboolean
list (MyoDatabase  *database,
      gpointer      data,
      gpointer     *answer,
      GError      **error)
{
  *answer = myo_record_queries_list (database, data, error);
  return *answer != NULL;
}

static void
myo_store_list_async (MyoRecords             *self,
                      const MyoSessionFilter *filter,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                data)
{
  myo_store_worker_read (MYO_STORE (self)->worker, new_task (self, myo_store_list_async, cancellable, callback, data),
                         list, myo_session_filter_copy (filter), (GDestroyNotify) myo_session_filter_free,
                         (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
load_draft (MyoDatabase  *database,
            gpointer      data,
            gpointer     *answer,
            GError      **error)
{
  char *drawing = NULL;
  gboolean worked = myo_draft_table_load (database, &drawing, error);

  *answer = drawing;
  return worked;
}

static void
myo_store_load_draft_async (MyoRecords          *self,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  myo_store_worker_read (MYO_STORE (self)->worker, new_task (self, myo_store_load_draft_async, NULL, callback, data), load_draft, NULL, NULL, g_free);
}

/* --- Class --- */

static void
myo_store_finalize (GObject *object)
{
  MyoStore *self = MYO_STORE (object);

  g_clear_pointer (&self->worker, myo_store_worker_free);
  g_clear_object (&self->damaged);
  g_clear_pointer (&self->offer, myo_records_offer_free);
  g_clear_error (&self->backups);

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
  iface->check_async = myo_store_check_async;
  iface->get_damaged_file = myo_store_get_damaged_file;
  iface->get_offer = myo_store_get_offer;
  iface->get_backup_fault = myo_store_get_backup_fault;
  iface->start_anew_async = myo_store_start_anew_async;
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
