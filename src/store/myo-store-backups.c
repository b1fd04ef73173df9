/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-store-private.h"

#include "myo-ledger-backups-private.h"

static GTask *
new_task (MyoBackups          *self,
          gpointer             tag,
          GAsyncReadyCallback  callback,
          gpointer             data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, tag);
  return task;
}

static gboolean
make (MyoLedger  *ledger,
      gpointer    data,
      gpointer   *answer,
      GError    **error)
{
  const MyoBackupCause *cause = data;

  return myo_ledger_make_backup (ledger, *cause, error);
}

static void
make_async (MyoBackups          *self,
            MyoBackupCause       cause,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  myo_store_worker_ask (myo_store_get_worker (MYO_STORE (self)), new_task (self, make_async, callback, data),
                        make, g_memdup2 (&cause, sizeof cause), g_free, NULL);
}

static gboolean
list (MyoLedger  *ledger,
      gpointer    data,
      gpointer   *answer,
      GError    **error)
{
  *answer = myo_ledger_list_backups (ledger);
  return TRUE;
}

static void
list_async (MyoBackups          *self,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  myo_store_worker_ask (myo_store_get_worker (MYO_STORE (self)), new_task (self, list_async, callback, data),
                        list, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
look (MyoLedger  *ledger,
      gpointer    data,
      gpointer   *answer,
      GError    **error)
{
  *answer = myo_ledger_look_at (ledger, data, error);
  return *answer != NULL;
}

static void
look_async (MyoBackups          *self,
            GFile               *file,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  myo_store_worker_ask (myo_store_get_worker (MYO_STORE (self)), new_task (self, look_async, callback, data),
                        look, g_file_get_path (file), g_free, (GDestroyNotify) myo_backup_unref);
}

static gboolean
save (MyoLedger  *ledger,
      gpointer    data,
      gpointer   *answer,
      GError    **error)
{
  return myo_ledger_save_copy (ledger, data, error);
}

static void
save_async (MyoBackups          *self,
            GFile               *file,
            GAsyncReadyCallback  callback,
            gpointer             data)
{
  myo_store_worker_ask (myo_store_get_worker (MYO_STORE (self)), new_task (self, save_async, callback, data),
                        save, g_file_get_path (file), g_free, NULL);
}

void
myo_store_backups_init (MyoBackupsInterface *iface)
{
  iface->make_async = make_async;
  iface->list_async = list_async;
  iface->look_async = look_async;
  iface->save_async = save_async;
}
