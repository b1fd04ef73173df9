/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-records.h"

G_DEFINE_INTERFACE (MyoRecords, myo_records, G_TYPE_OBJECT)

static void
myo_records_default_init (MyoRecordsInterface *iface)
{
}

/* --- Filters --- */

MyoSessionFilter *
myo_session_filter_copy (const MyoSessionFilter *self)
{
  MyoSessionFilter *copy = g_memdup2 (self, sizeof *self);

  copy->search = g_strdup (self->search);
  return copy;
}

void
myo_session_filter_free (MyoSessionFilter *self)
{
  g_free ((char *) self->search);
  g_free (self);
}

/* --- Offers --- */

MyoRecordsOffer *
myo_records_offer_copy (const MyoRecordsOffer *self)
{
  MyoRecordsOffer *copy = g_memdup2 (self, sizeof *self);

  g_object_ref (copy->backup);
  return copy;
}

void
myo_records_offer_free (MyoRecordsOffer *self)
{
  g_object_unref (self->backup);
  g_free (self);
}

/* --- Answers --- */

static gboolean
finish_boolean (MyoRecords    *self,
                GAsyncResult  *result,
                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
finish_pointer (MyoRecords    *self,
                GAsyncResult  *result,
                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gint64
finish_row (MyoRecords    *self,
            GAsyncResult  *result,
            GError       **error)
{
  g_autofree gint64 *row = finish_pointer (self, result, error);

  return row != NULL ? *row : 0;
}

/* --- Open, close, restore --- */

void
myo_records_open_async (MyoRecords          *self,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->open_async (self, cancellable, callback, data);
}

gboolean
myo_records_open_finish (MyoRecords    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_boolean (self, result, error);
}

void
myo_records_close_async (MyoRecords          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->close_async (self, callback, data);
}

gboolean
myo_records_close_finish (MyoRecords    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return finish_boolean (self, result, error);
}

void
myo_records_close (MyoRecords *self)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->close (self);
}

gboolean
myo_records_get_writable (MyoRecords *self)
{
  g_return_val_if_fail (MYO_IS_RECORDS (self), FALSE);

  return MYO_RECORDS_GET_IFACE (self)->get_writable (self);
}

void
myo_records_check_async (MyoRecords          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->check_async (self, callback, data);
}

gboolean
myo_records_check_finish (MyoRecords    *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  return finish_boolean (self, result, error);
}

GFile *
myo_records_get_damaged_file (MyoRecords *self)
{
  g_return_val_if_fail (MYO_IS_RECORDS (self), NULL);

  return MYO_RECORDS_GET_IFACE (self)->get_damaged_file (self);
}

const MyoRecordsOffer *
myo_records_get_offer (MyoRecords *self)
{
  g_return_val_if_fail (MYO_IS_RECORDS (self), NULL);

  return MYO_RECORDS_GET_IFACE (self)->get_offer (self);
}

const GError *
myo_records_get_backup_fault (MyoRecords *self)
{
  g_return_val_if_fail (MYO_IS_RECORDS (self), NULL);

  return MYO_RECORDS_GET_IFACE (self)->get_backup_fault (self);
}

void
myo_records_start_anew_async (MyoRecords          *self,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->start_anew_async (self, callback, data);
}

gboolean
myo_records_start_anew_finish (MyoRecords    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return finish_boolean (self, result, error);
}

void
myo_records_restore_async (MyoRecords          *self,
                           GFile               *backup,
                           GAsyncReadyCallback  callback,
                           gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));
  g_return_if_fail (G_IS_FILE (backup));

  MYO_RECORDS_GET_IFACE (self)->restore_async (self, backup, callback, data);
}

gboolean
myo_records_restore_finish (MyoRecords    *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  return finish_boolean (self, result, error);
}

/* --- Sessions --- */

void
myo_records_save_session_async (MyoRecords          *self,
                                const MyoSession    *session,
                                GAsyncReadyCallback  callback,
                                gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));
  g_return_if_fail (session != NULL);

  MYO_RECORDS_GET_IFACE (self)->save_session_async (self, session, callback, data);
}

gint64
myo_records_save_session_finish (MyoRecords    *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return finish_row (self, result, error);
}

void
myo_records_add_hold_async (MyoRecords          *self,
                            gint64               session_id,
                            const MyoHold       *hold,
                            int                  next_move,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));
  g_return_if_fail (hold != NULL);

  MYO_RECORDS_GET_IFACE (self)->add_hold_async (self, session_id, hold, next_move, callback, data);
}

gint64
myo_records_add_hold_finish (MyoRecords    *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  return finish_row (self, result, error);
}

void
myo_records_find_unfinished_async (MyoRecords          *self,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->find_unfinished_async (self, callback, data);
}

MyoSession *
myo_records_find_unfinished_finish (MyoRecords    *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  return finish_pointer (self, result, error);
}

void
myo_records_list_async (MyoRecords             *self,
                        const MyoSessionFilter *filter,
                        GCancellable           *cancellable,
                        GAsyncReadyCallback     callback,
                        gpointer                data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));
  g_return_if_fail (filter != NULL);

  MYO_RECORDS_GET_IFACE (self)->list_async (self, filter, cancellable, callback, data);
}

GPtrArray *
myo_records_list_finish (MyoRecords    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_pointer (self, result, error);
}

void
myo_records_delete_async (MyoRecords          *self,
                          gint64               session_id,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->delete_async (self, session_id, callback, data);
}

void
myo_records_undelete_async (MyoRecords          *self,
                            gint64               session_id,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->undelete_async (self, session_id, callback, data);
}

gboolean
myo_records_delete_finish (MyoRecords    *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  return finish_boolean (self, result, error);
}

/* --- The drawing that is being made --- */

void
myo_records_save_draft_async (MyoRecords          *self,
                              const char          *drawing,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->save_draft_async (self, drawing, callback, data);
}

gboolean
myo_records_save_draft_finish (MyoRecords    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return finish_boolean (self, result, error);
}

void
myo_records_load_draft_async (MyoRecords          *self,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  g_return_if_fail (MYO_IS_RECORDS (self));

  MYO_RECORDS_GET_IFACE (self)->load_draft_async (self, callback, data);
}

char *
myo_records_load_draft_finish (MyoRecords    *self,
                               GAsyncResult  *result,
                               GError       **error)
{
  return finish_pointer (self, result, error);
}
