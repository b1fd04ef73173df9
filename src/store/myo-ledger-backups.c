/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-ledger-backups-private.h"

#include <glib/gstdio.h>

#include "myo-backup-private.h"
#include "myo-session-table-private.h"

/* --- Making --- */

/* Returns: FALSE, with what keeps them from being read as @error */
static gboolean
must_be_open (MyoLedger  *self,
              GError    **error)
{
  if (self->database != NULL)
    return TRUE;

  if (self->fault != NULL)
    g_propagate_error (error, g_error_copy (self->fault));
  else
    myo_database_error_set (error, MYO_ERROR_STORE, self->folder, "not open");
  return FALSE;
}

static gboolean
is_due (MyoLedger *self)
{
  return !myo_session_table_is_empty (self->database) && myo_backup_is_due (self->folder, g_get_real_time ());
}

gboolean
myo_ledger_make_backup (MyoLedger       *self,
                        MyoBackupCause   cause,
                        GError         **error)
{
  g_autofree char *path = NULL;

  if (!must_be_open (self, error))
    return FALSE;

  if (cause == MYO_BACKUP_DAILY && !is_due (self))
    return TRUE;

  path = cause == MYO_BACKUP_DAILY
         ? myo_backup_make (self->database, self->folder, error)
         : myo_backup_keep (self->database, self->folder, cause == MYO_BACKUP_BEFORE_RESTORE, error);
  return path != NULL;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  GStatBuf x, y;

  return g_stat (a, &x) == 0 && g_stat (b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

gboolean
myo_ledger_save_copy (MyoLedger   *self,
                      const char  *path,
                      GError     **error)
{
  if (!must_be_open (self, error))
    return FALSE;

  if (!is_same_file (path, self->path))
    return myo_backup_save (self->database, path, error);

  myo_database_error_set (error, MYO_ERROR_STORE, path, "these are the records themselves");
  return FALSE;
}

/* --- Looking --- */

/* When the finished sessions began, the oldest first: no two begin in the same microsecond. */
static GArray *
list_starts (MyoDatabase  *database,
             GError      **error)
{
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (gint64));

  return myo_session_table_list_starts (database, starts, error) ? g_steal_pointer (&starts) : NULL;
}

static void
count_differences (MyoBackup    *backup,
                   const GArray *there,
                   const GArray *here)
{
  const gint64 *a = (const gint64 *) there->data, *b = (const gint64 *) here->data;
  guint i = 0, j = 0;

  while (i < there->len || j < here->len)
    {
      if (j == here->len || (i < there->len && a[i] < b[j]))
        {
          backup->n_more++;
          i++;
        }
      else if (i == there->len || b[j] < a[i])
        {
          backup->n_missing++;
          j++;
        }
      else
        {
          i++;
          j++;
        }
    }
}

/* @starts: (nullable): of what is in it; NULL when that could not be read
 * Returns: (transfer full) */
static MyoBackup *
describe (const char   *path,
          const GArray *starts)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  MyoBackup *backup = myo_backup_new (file);
  GStatBuf info = { 0 };

  g_stat (path, &info);
  backup->size = info.st_size;
  backup->made_at = myo_backup_get_moment (path);
  if (backup->made_at > 0)
    backup->origin = myo_backup_is_kept (path) ? MYO_BACKUP_KEPT : MYO_BACKUP_OF_DAY;
  else
    {
      backup->origin = MYO_BACKUP_ELSEWHERE;
      backup->made_at = (gint64) info.st_mtime * G_USEC_PER_SEC;
    }
  if (starts == NULL)
    return backup;

  backup->n_sessions = starts->len;
  backup->last_session = starts->len > 0 ? g_array_index (starts, gint64, starts->len - 1) : 0;
  return backup;
}

static MyoBackup *
list_one (MyoLedger  *self,
          const char *path)
{
  GError *fault = NULL;
  g_autoptr(MyoDatabase) database = myo_backup_open (path, self->steps, FALSE, &fault);
  g_autoptr(GArray) starts = database != NULL ? list_starts (database, &fault) : NULL;
  MyoBackup *backup = describe (path, starts);

  backup->fault = fault;
  return backup;
}

GPtrArray *
myo_ledger_list_backups (MyoLedger *self)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_backup_unref);
  g_autoptr(GPtrArray) paths = myo_backup_list (self->folder);

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (backups, list_one (self, g_ptr_array_index (paths, i)));
  return backups;
}

MyoBackup *
myo_ledger_look_at (MyoLedger   *self,
                    const char  *path,
                    GError     **error)
{
  g_autoptr(MyoDatabase) database = myo_backup_open (path, self->steps, TRUE, error);
  g_autoptr(GArray) there = database != NULL ? list_starts (database, error) : NULL;
  g_autoptr(GArray) here = self->database != NULL ? list_starts (self->database, NULL) : NULL;
  MyoBackup *backup;

  if (there == NULL)
    return NULL;

  backup = describe (path, there);
  if (here != NULL)
    count_differences (backup, there, here);
  return backup;
}
