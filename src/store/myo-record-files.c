/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-files-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "myo-database-error-private.h"

static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };

void (*myo_record_files_watch) (const char *step, const char *path);

static void
tell_step (const char *step,
           const char *path)
{
  if (myo_record_files_watch != NULL)
    myo_record_files_watch (step, path);
}

/* --- Folder and file --- */

/* What a link leads to has its rights from somebody who may need them so. */
static gboolean
is_ours (const char  *path,
         struct stat *info)
{
  return lstat (path, info) == 0 && !S_ISLNK (info->st_mode) && info->st_uid == geteuid ();
}

static void
narrow (const char *path,
        mode_t      mode)
{
  struct stat info;

  if (is_ours (path, &info) && (info.st_mode & 07777 & ~mode) != 0)
    (void) !chmod (path, info.st_mode & mode);
}

gboolean
myo_record_files_make_folder (const char  *folder,
                              GError     **error)
{
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      myo_database_error_set_errno (error, errno, folder);
      return FALSE;
    }

  narrow (folder, 0700);
  return TRUE;
}

static gboolean
must_be_file (const char         *path,
              const struct stat  *info,
              GError            **error)
{
  if (S_ISREG (info->st_mode))
    return TRUE;

  myo_database_error_set (error, MYO_ERROR_STORE_FOREIGN, path, S_ISDIR (info->st_mode) ? "a folder, no file" : "no regular file");
  return FALSE;
}

/* Looked at, never opened: a pipe would keep whoever opens it waiting. */
static gboolean
is_file_or_nothing (const char  *path,
                    GError     **error)
{
  struct stat info;

  if (lstat (path, &info) == 0)
    return must_be_file (path, &info, error);
  if (errno == ENOENT)
    return TRUE;

  myo_database_error_set_errno (error, errno, path);
  return FALSE;
}

static char *
follow (const char  *link,
        GError     **error)
{
  char *target = realpath (link, NULL);
  char *path = g_strdup (target);

  if (target == NULL)
    myo_database_error_set (error, MYO_ERROR_STORE_FOREIGN, link, "a link to a file that is not there");
  free (target);
  return path;
}

gboolean
myo_record_files_find (const char  *name,
                       char       **path,
                       GError     **error)
{
  g_autofree char *found = g_file_test (name, G_FILE_TEST_IS_SYMLINK) ? follow (name, error) : g_strdup (name);

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (found, suffixes[i], NULL);

      if (!is_file_or_nothing (file, error))
        return FALSE;
    }

  *path = g_steal_pointer (&found);
  return TRUE;
}

gboolean
myo_record_files_create (const char  *path,
                         GError     **error)
{
  int descriptor;

  tell_step ("create", path);
  descriptor = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (descriptor < 0)
    {
      myo_database_error_set_errno (error, errno, path);
      return FALSE;
    }

  close (descriptor);
  return TRUE;
}

/* Journals made while the file was read-only are read-only too, and would keep it so once it no longer is. */
void
myo_record_files_free_journals (const char *path)
{
  for (guint i = 1; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      struct stat info;

      if (is_ours (name, &info))
        (void) !chmod (name, 0600);
    }
}

void
myo_record_files_protect (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      narrow (name, 0600);
    }
}

gboolean
myo_record_files_can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;

  if (stat (path, &info) == 0 && info.st_uid != geteuid ())
    return FALSE;

  return faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0
         && (faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 || errno == ENOENT);
}

gint64
myo_record_files_size (const char *path,
                       const char *suffix)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);
  struct stat info;

  return stat (name, &info) == 0 ? (gint64) info.st_size : -1;
}

/* --- Names --- */

static gboolean
is_taken (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);
      struct stat info;

      if (lstat (name, &info) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A second later rather than a counter: names then sort by age. */
char *
myo_record_files_new_name (const char *folder,
                           const char *prefix)
{
  g_autoptr(GDateTime) when = g_date_time_new_now_utc ();

  for (;;)
    {
      g_autofree char *date = g_date_time_format (when, "%Y-%m-%d-%H%M%S");
      g_autofree char *name = g_strconcat (prefix, date, ".db", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GDateTime *later;

      if (!is_taken (path))
        return g_steal_pointer (&path);

      later = g_date_time_add_seconds (when, 1);
      g_date_time_unref (when);
      when = later;
    }
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int descriptor, code;

  tell_step ("sync", path);
  descriptor = open (path, flags | O_CLOEXEC);
  code = descriptor < 0 || fsync (descriptor) != 0 ? errno : 0;
  if (descriptor >= 0)
    close (descriptor);

  /* Some file systems cannot be asked. */
  if (code == 0 || code == EINVAL || code == ENOTSUP)
    return TRUE;

  myo_database_error_set_errno (error, code, path);
  return FALSE;
}

gboolean
myo_record_files_sync (const char  *path,
                       GError     **error)
{
  return sync_path (path, O_RDWR, error);
}

static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  sync_path (folder, O_RDONLY | O_DIRECTORY, NULL);
}

gboolean
myo_record_files_replace (const char  *from,
                          const char  *to,
                          GError     **error)
{
  tell_step ("rename", to);
  if (g_rename (from, to) == 0)
    {
      sync_folder_of (to);
      return TRUE;
    }

  myo_database_error_set_errno (error, errno, to);
  return FALSE;
}

gboolean
myo_record_files_rename (const char  *from,
                         const char  *to,
                         GError     **error)
{
  if (!is_taken (to))
    return myo_record_files_replace (from, to, error);

  myo_database_error_set_errno (error, EEXIST, to);
  return FALSE;
}

void
myo_record_files_remove (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      tell_step ("remove", name);
      g_unlink (name);
    }
}

static char *
aside_prefix (const char *why)
{
  return g_strconcat ("records-", why, "-", NULL);
}

/* Names of one kind sort by age. */
static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

GPtrArray *
myo_record_files_list_aside (const char *folder,
                             const char *why)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *prefix = aside_prefix (why);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".db"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, newest_first);
  return paths;
}

/* The file first: once that has worked, its journals will move too, and should the machine stop in between, a journal
 * without its file is found and moved at the next start. */
char *
myo_record_files_move_aside (const char  *path,
                             const char  *why,
                             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = aside_prefix (why);
  g_autofree char *aside = myo_record_files_new_name (folder, prefix);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      tell_step ("rename", from);
      if (g_rename (from, to) == 0 || errno == ENOENT)
        continue;
      myo_database_error_set_errno (error, errno, path);
      return NULL;
    }

  sync_folder_of (path);
  return g_steal_pointer (&aside);
}

/* --- The lock --- */

int
myo_record_files_open_lock (const char *folder)
{
  return open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

gboolean
myo_record_files_lock (int      descriptor,
                       gboolean alone,
                       int      wait_ms)
{
  gint64 deadline = g_get_monotonic_time () + wait_ms * G_TIME_SPAN_MILLISECOND;

  if (descriptor < 0)
    return TRUE;

  while (flock (descriptor, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        return TRUE;
      if (g_get_monotonic_time () >= deadline)
        return FALSE;
      g_usleep (10000);
    }

  return TRUE;
}
