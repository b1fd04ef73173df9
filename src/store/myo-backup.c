/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "myo-migrations-private.h"
#include "myo-record-files-private.h"

#define PREFIX "records-"
#define PART ".part"

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

/* SQLite has synced it when the copy was committed; this is for what the file system still keeps to itself. */
static void
sync_file (const char *path)
{
  int descriptor = open (path, O_RDWR | O_CLOEXEC);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

/* @path: an empty file, removed again after a fault */
static gboolean
fill_file (MyoDatabase  *from,
           const char   *path,
           GError      **error)
{
  if (!copy_into (from, path, error))
    {
      g_unlink (path);
      return FALSE;
    }

  sync_file (path);
  return TRUE;
}

/* --- Which there are --- */

static char *
backups_folder (const char *folder)
{
  return g_build_filename (folder, "backups", NULL);
}

/* Only what myo_backup_make() has named: whatever else someone keeps in that folder is not ours to remove. */
static gboolean
is_backup (const char *name)
{
  static const char model[] = PREFIX "0000-00-00-000000.db";

  for (guint i = 0; i < sizeof model; i++)
    if (model[i] == '0' ? !g_ascii_isdigit (name[i]) : model[i] != name[i])
      return FALSE;

  return TRUE;
}

static int
by_name_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

/* What a killed Myomap has left of a backup that was not complete; younger ones may still be under way. */
static gboolean
is_leftover (const char *path)
{
  GStatBuf info;

  return strstr (path, PART) != NULL
         && g_stat (path, &info) == 0
         && g_get_real_time () - (gint64) info.st_mtime * G_USEC_PER_SEC > G_TIME_SPAN_DAY;
}

GPtrArray *
myo_backup_list (const char *folder)
{
  g_autofree char *where = backups_folder (folder);
  g_autoptr(GDir) dir = g_dir_open (where, 0, NULL);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_backup (name))
      g_ptr_array_add (paths, g_build_filename (where, name, NULL));

  g_ptr_array_sort (paths, by_name_newest_first);
  return paths;
}

gboolean
myo_backup_is_due (const char *folder,
                   gint64      now)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (folder);
  GStatBuf info;
  gint64 age;

  if (paths->len == 0 || g_stat (g_ptr_array_index (paths, 0), &info) != 0)
    return TRUE;

  /* One from the future was made under a wrong clock and says nothing. */
  age = now - (gint64) info.st_mtime * G_USEC_PER_SEC;
  return age < 0 || age >= G_TIME_SPAN_DAY;
}

static void
remove_leftovers (const char *folder)
{
  g_autofree char *where = backups_folder (folder);
  g_autoptr(GDir) dir = g_dir_open (where, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (where, name, NULL);

      if (is_leftover (path))
        g_unlink (path);
    }
}

static void
let_go_of_oldest (const char *folder)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (folder);

  for (guint i = MYO_BACKUPS_KEPT; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
  remove_leftovers (folder);
}

/* --- Making --- */

/* Two Myomaps may make their backups at the same moment: each fills a file of its own. */
static char *
new_part (const char  *where,
          GError     **error)
{
  g_autofree char *part = g_build_filename (where, PREFIX "XXXXXX" PART, NULL);
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
           GError     **error)
{
  g_autofree char *path = myo_record_files_new_name (where, PREFIX);

  if (myo_record_files_rename (part, path, error))
    return g_steal_pointer (&path);

  g_unlink (part);
  return NULL;
}

char *
myo_backup_make (MyoDatabase  *database,
                 const char   *folder,
                 GError      **error)
{
  g_autofree char *where = backups_folder (folder);
  g_autofree char *part = NULL;
  char *path;

  if (!myo_record_files_make_folder (where, error))
    return NULL;

  part = new_part (where, error);
  if (part == NULL || !fill_file (database, part, error))
    return NULL;

  path = give_name (part, where, error);
  if (path != NULL)
    let_go_of_oldest (folder);
  return path;
}

/* --- Taking back --- */

static gboolean
is_readable_version (MyoDatabase  *backup,
                     guint         newest_version,
                     GError      **error)
{
  gint64 application, version;

  if (!myo_database_get_int (backup, "PRAGMA application_id", &application, error)
      || !myo_database_get_int (backup, "PRAGMA user_version", &version, error))
    return FALSE;

  if (application == MYO_APPLICATION_ID && version >= 1 && version <= newest_version)
    return TRUE;

  if (version > newest_version)
    myo_database_error_set (error, MYO_ERROR_STORE_NEWER, backup->path, "a backup of a newer version");
  else
    myo_database_error_set (error, MYO_ERROR_STORE_DAMAGED, backup->path, "no backup of the records");
  return FALSE;
}

static MyoDatabase *
open_whole (const char  *path,
            guint        newest_version,
            GError     **error)
{
  gboolean has_log = myo_record_files_size (path, "-wal") > 0;
  g_autoptr(MyoDatabase) backup = myo_database_open (path, has_log ? MYO_DATABASE_READ : MYO_DATABASE_FROZEN, error);

  if (backup == NULL
      || !is_readable_version (backup, newest_version, error)
      || !myo_database_quick_check (backup, error))
    return NULL;

  return g_steal_pointer (&backup);
}

char *
myo_backup_find_newest (const char *folder,
                        guint       newest_version)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (folder);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr(MyoDatabase) backup = open_whole (g_ptr_array_index (paths, i), newest_version, NULL);

      if (backup != NULL)
        return g_strdup (g_ptr_array_index (paths, i));
    }

  return NULL;
}

gboolean
myo_backup_copy (const char  *from,
                 const char  *to,
                 guint        newest_version,
                 GError     **error)
{
  g_autoptr(MyoDatabase) backup = open_whole (from, newest_version, error);

  return backup != NULL && myo_record_files_create (to, error) && fill_file (backup, to, error);
}
