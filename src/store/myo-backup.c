/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "myo-record-files-private.h"
#include "myo-record-schema-private.h"
#include "myo-session-table-private.h"

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

/* Looked at, never opened: a pipe would keep whoever opens it waiting. */
static gboolean
is_file (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0 && S_ISREG (info.st_mode);
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
    {
      g_autofree char *path = g_build_filename (where, name, NULL);

      if (is_backup (name) && is_file (path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }

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

  myo_record_files_remove (part);
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

/* @version: (out): 0 when there is nothing in it */
static MyoDatabase *
open_whole (const char          *path,
            const char * const  *steps,
            gint64              *version,
            GError             **error)
{
  gboolean has_log = myo_record_files_size (path, "-wal") > 0;
  g_autoptr(MyoDatabase) backup = NULL;

  if (!is_file (path))
    {
      myo_database_error_set (error, MYO_ERROR_STORE_FOREIGN, path, "no regular file");
      return NULL;
    }

  backup = myo_database_open (path, has_log ? MYO_DATABASE_READ : MYO_DATABASE_FROZEN, error);
  if (backup == NULL || !myo_record_schema_check (backup, steps, version, error) || !myo_database_quick_check (backup, error))
    return NULL;
  return g_steal_pointer (&backup);
}

static MyoDatabase *
open_filled (const char          *path,
             const char * const  *steps,
             GError             **error)
{
  gint64 version;
  g_autoptr(MyoDatabase) backup = open_whole (path, steps, &version, error);

  if (backup == NULL || version > 0)
    return g_steal_pointer (&backup);

  myo_database_error_set (error, MYO_ERROR_STORE_FOREIGN, path, "nothing is in it");
  return NULL;
}

/* The moment that its name tells. */
static gint64
get_moment (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr(GDateTime) moment = NULL;
  int year, month, day, time;

  if (sscanf (name, PREFIX "%4d-%2d-%2d-%6d", &year, &month, &day, &time) == 4)
    moment = g_date_time_new_utc (year, month, day, time / 10000, time / 100 % 100, time % 100);
  return moment != NULL ? g_date_time_to_unix (moment) * G_USEC_PER_SEC : 0;
}

/* Returns: (transfer full) (nullable): NULL when there is nothing to bring back in it; with @error when it is not whole */
static MyoRecordsOffer *
make_offer (const char          *path,
            const char * const  *steps,
            GError             **error)
{
  g_autoptr(MyoDatabase) backup = open_filled (path, steps, error);
  MyoRecordsOffer offer = { .made_at = get_moment (path) };
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
  g_autoptr(MyoDatabase) backup = open_filled (from, steps, error);

  return backup != NULL && myo_record_files_create (to, error) && fill_file (backup, to, error);
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
  g_autoptr(MyoDatabase) backup = open_whole (path, steps, &version, error);
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
