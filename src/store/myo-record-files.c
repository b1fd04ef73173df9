/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-files-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "myo-database-error-private.h"

static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };

/* --- Folder and file --- */

static void
narrow (const char *path,
        mode_t      mode)
{
  struct stat info;

  if (stat (path, &info) == 0 && info.st_uid == geteuid () && (info.st_mode & 07777 & ~mode) != 0)
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
is_file_or_nothing (const char  *path,
                    GError     **error)
{
  struct stat info;

  if (stat (path, &info) != 0)
    {
      if (errno == ENOENT)
        return TRUE;
      myo_database_error_set_errno (error, errno, path);
      return FALSE;
    }

  if (S_ISREG (info.st_mode))
    return TRUE;

  myo_database_error_set (error, MYO_ERROR_STORE, path, "not a regular file");
  return FALSE;
}

char *
myo_record_files_find (const char  *folder,
                       GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "records.db", NULL);

  if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      char *target = realpath (path, NULL);

      if (target == NULL)
        {
          myo_database_error_set (error, MYO_ERROR_STORE, path, "a link to a file that is not there");
          return NULL;
        }
      g_free (path);
      path = g_strdup (target);
      free (target);
    }

  return is_file_or_nothing (path, error) ? g_steal_pointer (&path) : NULL;
}

gboolean
myo_record_files_create (const char  *path,
                         GError     **error)
{
  int descriptor = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

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
myo_record_files_protect (const char *path)
{
  narrow (path, 0600);
  for (guint i = 1; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      (void) !chmod (name, 0600);
    }
}

gboolean
myo_record_files_can_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

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

static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (descriptor < 0)
    return;
  fsync (descriptor);
  close (descriptor);
}

gboolean
myo_record_files_rename (const char  *from,
                         const char  *to,
                         GError     **error)
{
  if (is_taken (to))
    errno = EEXIST;
  else if (g_rename (from, to) == 0)
    {
      sync_folder_of (to);
      return TRUE;
    }

  myo_database_error_set_errno (error, errno, to);
  return FALSE;
}

/* The file first: once that has worked, its journals will move too, and should the machine stop in between, a journal
 * without its file is found and moved at the next start. */
char *
myo_record_files_move_aside (const char  *path,
                             const char  *why,
                             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *prefix = g_strconcat ("records-", why, "-", NULL);
  g_autofree char *aside = myo_record_files_new_name (folder, prefix);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

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
