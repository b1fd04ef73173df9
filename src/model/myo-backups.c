/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backups.h"

G_DEFINE_BOXED_TYPE (MyoBackup, myo_backup, myo_backup_ref, myo_backup_unref)

G_DEFINE_INTERFACE (MyoBackups, myo_backups, G_TYPE_OBJECT)

/* --- One --- */

MyoBackup *
myo_backup_new (GFile *file)
{
  MyoBackup *self = g_new0 (MyoBackup, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->file = g_object_ref (file);
  return self;
}

MyoBackup *
myo_backup_ref (MyoBackup *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
myo_backup_unref (MyoBackup *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->file);
  g_clear_error (&self->fault);
  g_free (self);
}

/* --- All --- */

static void
myo_backups_default_init (MyoBackupsInterface *iface)
{
}

static gboolean
finish_boolean (MyoBackups    *self,
                GAsyncResult  *result,
                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static gpointer
finish_pointer (MyoBackups    *self,
                GAsyncResult  *result,
                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
myo_backups_make_async (MyoBackups          *self,
                        MyoBackupCause       cause,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_return_if_fail (MYO_IS_BACKUPS (self));

  MYO_BACKUPS_GET_IFACE (self)->make_async (self, cause, callback, data);
}

gboolean
myo_backups_make_finish (MyoBackups    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_boolean (self, result, error);
}

void
myo_backups_list_async (MyoBackups          *self,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_return_if_fail (MYO_IS_BACKUPS (self));

  MYO_BACKUPS_GET_IFACE (self)->list_async (self, callback, data);
}

GPtrArray *
myo_backups_list_finish (MyoBackups    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_pointer (self, result, error);
}

void
myo_backups_look_async (MyoBackups          *self,
                        GFile               *file,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_return_if_fail (MYO_IS_BACKUPS (self));
  g_return_if_fail (g_file_peek_path (file) != NULL);

  MYO_BACKUPS_GET_IFACE (self)->look_async (self, file, callback, data);
}

MyoBackup *
myo_backups_look_finish (MyoBackups    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_pointer (self, result, error);
}

void
myo_backups_save_async (MyoBackups          *self,
                        GFile               *file,
                        GAsyncReadyCallback  callback,
                        gpointer             data)
{
  g_return_if_fail (MYO_IS_BACKUPS (self));
  g_return_if_fail (g_file_peek_path (file) != NULL);

  MYO_BACKUPS_GET_IFACE (self)->save_async (self, file, callback, data);
}

gboolean
myo_backups_save_finish (MyoBackups    *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  return finish_boolean (self, result, error);
}
