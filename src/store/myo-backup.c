/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "myo-backup-names-private.h"
#include "myo-record-files-private.h"
#include "myo-record-schema-private.h"
#include "myo-session-table-private.h"


/* --- Copying --- */

static gboolean
copy_pages (MyoDatabase  *from,
            MyoDatabase  *to,
            GError      **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int code;

  if (backup == NULL)
    {
      myo_database_set_error (to, sqlite3_extended_errcode (to->handle), error);
      return FALSE;
    }

  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  if (code == SQLITE_OK)
    return TRUE;

  myo_database_set_error (to, code, error);
  return FALSE;
}

/* Without a log the copy is one file, complete by itself. */
static gboolean
copy_into (MyoDatabase  *from,
           const char   *path,
           GError      **error)
{
  g_autoptr(MyoDatabase) to = myo_database_open (path, MYO_DATABASE_WRITE, error);

  return to != NULL
         && copy_pages (from, to, error)
         && myo_database_exec (to, "PRAGMA journal_mode = DELETE", error)
         && myo_database_quick_check (to, error);
}

/* SQLite has synced it when the copy was committed; the last sync is for what the file system still keeps to itself.
 * @path: an empty file, removed again after a fault */
static gboolean
fill_file (MyoDatabase  *from,
           const char   *path,
           GError      **error)
{
  if (copy_into (from, path, error) && myo_record_files_sync (path, error))
    return TRUE;

  myo_record_files_remove (path);
  return FALSE;
}

/* --- Making --- */

/* Two Myomaps may make their backups at the same moment: each fills a file of its own. */
static char *
new_part (const char  *where,
          GError     **error)
{
  g_autofree char *part = g_build_filename (where, MYO_BACKUP_NEW, NULL);
  int descriptor = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);

  if (descriptor < 0)
    {
      myo_database_error_set_errno (error, errno, where);
      return NULL;
    }

  close (descriptor);
  return g_steal_pointer (&part);
}

static char *
give_name (const char  *part,
           const char  *where,
           const char  *prefix,
           GError     **error)
{
  g_autofree char *path = myo_record_files_new_name (where, prefix);

  if (myo_record_files_rename (part, path, error))
    return g_steal_pointer (&path);

  myo_record_files_remove (part);
  return NULL;
}

/* Returns: (transfer full): path of a copy in the folder of the backups that has no name yet, or NULL */
static char *
make_part (MyoDatabase  *database,
           const char   *where,
           GError      **error)
{
  g_autofree char *part = myo_record_files_make_folder (where, error) ? new_part (where, error) : NULL;

  return part != NULL && fill_file (database, part, error) ? g_steal_pointer (&part) : NULL;
}

char *
myo_backup_make (MyoDatabase  *database,
                 const char   *folder,
                 GError      **error)
{
  g_autofree char *where = myo_backup_folder (folder);
  g_autofree char *part = make_part (database, where, error);
  char *path = part != NULL ? give_name (part, where, MYO_BACKUP_DAILY_PREFIX, error) : NULL;

  if (path != NULL)
    myo_backup_let_go_of_oldest (folder);
  return path;
}

/* How often it was written, and by what, stands at its beginning: that is another in each copy. */
static gboolean
holds_the_same (const char *a,
                const char *b)
{
  const gsize header = 100;
  g_autoptr(GMappedFile) x = g_mapped_file_new (a, FALSE, NULL), y = g_mapped_file_new (b, FALSE, NULL);
  gsize length = x != NULL ? g_mapped_file_get_length (x) : 0;

  return length > header && y != NULL && g_mapped_file_get_length (y) == length
         && memcmp (g_mapped_file_get_contents (x) + header, g_mapped_file_get_contents (y) + header, length - header) == 0;
}

static char *
find_same (const char *folder,
           const char *part)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (folder);

  for (guint i = 0; i < paths->len; i++)
    if (holds_the_same (part, g_ptr_array_index (paths, i)))
      return g_strdup (g_ptr_array_index (paths, i));

  return NULL;
}

char *
myo_backup_keep (MyoDatabase  *database,
                 const char   *folder,
                 gboolean      unless_same,
                 GError      **error)
{
  g_autofree char *where = myo_backup_folder (folder);
  g_autofree char *part = make_part (database, where, error);
  char *path = part != NULL && unless_same ? find_same (folder, part) : NULL;

  if (path != NULL)
    {
      myo_record_files_remove (part);
      return path;
    }

  path = part != NULL ? give_name (part, where, MYO_BACKUP_KEPT_PREFIX, error) : NULL;
  if (path != NULL && !unless_same)
    myo_backup_let_go_of_oldest (folder);
  return path;
}

/* --- Taking back --- */

/* @version: (out): 0 when there is nothing in it */
static MyoDatabase *
open_known (const char          *path,
            const char * const  *steps,
            gboolean             check,
            gint64              *version,
            GError             **error)
{
  gboolean has_log = myo_record_files_size (path, "-wal") > 0;
  g_autoptr(MyoDatabase) backup = NULL;

  if (!myo_backup_is_file (path))
    {
      myo_database_error_set (error, MYO_ERROR_STORE_FOREIGN, path, "no regular file");
      return NULL;
    }

  backup = myo_database_open (path, has_log ? MYO_DATABASE_READ : MYO_DATABASE_FROZEN, error);
  if (backup == NULL
      || !myo_record_schema_check (backup, steps, version, error)
      || (check && !myo_database_quick_check (backup, error)))
    return NULL;
  return g_steal_pointer (&backup);
}

MyoDatabase *
myo_backup_open (const char          *path,
                 const char * const  *steps,
                 gboolean             check,
                 GError             **error)
{
  gint64 version;
  g_autoptr(MyoDatabase) backup = open_known (path, steps, check, &version, error);

  if (backup == NULL || version > 0)
    return g_steal_pointer (&backup);

  myo_database_error_set (error, MYO_ERROR_STORE_FOREIGN, path, "nothing is in it");
  return NULL;
}

/* Returns: (transfer full) (nullable): NULL when there is nothing to bring back in it; with @error when it is not whole */
static MyoRecordsOffer *
make_offer (const char          *path,
            const char * const  *steps,
            GError             **error)
{
  g_autoptr(MyoDatabase) backup = myo_backup_open (path, steps, TRUE, error);
  MyoRecordsOffer offer = { .made_at = myo_backup_get_moment (path) };
  gint64 n = 0;

  if (backup == NULL || !myo_session_table_count (backup, &n, error) || n == 0)
    return NULL;

  offer.backup = g_file_new_for_path (path);
  offer.n_sessions = (guint) n;
  return g_memdup2 (&offer, sizeof offer);
}

MyoRecordsOffer *
myo_backup_find_offer (const char         *folder,
                       const char * const *steps)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (folder);
  guint n_passed_over = 0;

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(GError) fault = NULL;
      MyoRecordsOffer *offer = make_offer (g_ptr_array_index (paths, i), steps, &fault);

      if (offer != NULL)
        {
          offer->n_passed_over = n_passed_over;
          return offer;
        }
      n_passed_over += fault != NULL;
    }

  return NULL;
}

gboolean
myo_backup_copy (const char          *from,
                 const char          *to,
                 const char * const  *steps,
                 GError             **error)
{
  g_autoptr(MyoDatabase) backup = myo_backup_open (from, steps, TRUE, error);

  return backup != NULL && myo_record_files_create (to, error) && fill_file (backup, to, error);
}

gboolean
myo_backup_fill (MyoDatabase  *backup,
                 const char   *to,
                 GError      **error)
{
  g_autoptr(MyoDatabase) records = myo_database_open (to, MYO_DATABASE_WRITE, error);

  return records != NULL && copy_pages (backup, records, error);
}

/* --- Changing --- */

/* The copy is nobody's before it has the name: should it be left behind half changed, it is removed. */
static gboolean
change_copy (const char       *path,
             MyoDatabaseFunc   change,
             gpointer          data,
             GError          **error)
{
  g_autoptr(MyoDatabase) copy = myo_database_open (path, MYO_DATABASE_WRITE, error);

  return copy != NULL
         && myo_database_exec (copy, "PRAGMA journal_mode = MEMORY; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON", error)
         && myo_database_transact (copy, change, data, error)
         && myo_database_quick_check (copy, error);
}

/* A backup that was changed is as old as it was: it tells when the next one is due. */
static void
take_age (const char *path,
          const char *from)
{
  GStatBuf info;

  if (g_stat (from, &info) == 0)
    g_utime (path, &(struct utimbuf) { .actime = info.st_atime, .modtime = info.st_mtime });
}

static gboolean
rewrite (MyoDatabase      *backup,
         const char       *part,
         MyoDatabaseFunc   change,
         gpointer          data,
         GError          **error)
{
  if (!fill_file (backup, part, error))
    return FALSE;

  if (change_copy (part, change, data, error) && myo_record_files_sync (part, error))
    {
      take_age (part, backup->path);
      if (myo_record_files_replace (part, backup->path, error))
        return TRUE;
    }

  myo_record_files_remove (part);
  return FALSE;
}

/* A log would be taken for one of the new file. */
static gboolean
must_have_no_log (const char  *path,
                  GError     **error)
{
  if (myo_record_files_size (path, "-wal") <= 0 && myo_record_files_size (path, "-journal") <= 0)
    return TRUE;

  myo_database_error_set (error, MYO_ERROR_STORE_DAMAGED, path, "a log lies beside it");
  return FALSE;
}

gboolean
myo_backup_rewrite (const char          *path,
                    MyoDatabaseFunc      wanted,
                    MyoDatabaseFunc      change,
                    gpointer             data,
                    const char * const  *steps,
                    GError             **error)
{
  gint64 version;
  g_autoptr(MyoDatabase) backup = open_known (path, steps, TRUE, &version, error);
  g_autoptr(GError) fault = NULL;
  g_autofree char *where = g_path_get_dirname (path);
  g_autofree char *part = NULL;

  if (backup == NULL || !must_have_no_log (path, error))
    return FALSE;

  if (version == 0 || !wanted (backup, data, &fault))
    {
      if (fault != NULL)
        g_propagate_error (error, g_steal_pointer (&fault));
      return fault == NULL;
    }

  part = new_part (where, error);
  return part != NULL && rewrite (backup, part, change, data, error);
}

/* --- To another place --- */

static gboolean
purge (MyoDatabase  *copy,
       gpointer      data,
       GError      **error)
{
  return myo_session_table_purge (copy, error);
}

gboolean
myo_backup_save (MyoDatabase  *database,
                 const char   *path,
                 GError      **error)
{
  g_autofree char *where = g_path_get_dirname (path);
  g_autofree char *part = must_have_no_log (path, error) ? new_part (where, error) : NULL;

  if (part == NULL || !fill_file (database, part, error))
    return FALSE;

  if (change_copy (part, purge, NULL, error) && myo_record_files_sync (part, error) && myo_record_files_replace (part, path, error))
    return TRUE;

  myo_record_files_remove (part);
  return FALSE;
}
