/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both names of each call are defined, the old one and that for large files; with the usual macro there would be only one. */
#undef _FILE_OFFSET_BITS
#define _GNU_SOURCE
#include "file-calls.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- What is watched --- */

typedef struct
{
  dev_t    device;
  ino_t    number;
  guint    file;
  char    *folder;       /* of a folder its path below the watched one, or NULL */
} Inode;

static struct
{
  GMutex     mutex;
  char      *folder;
  guint      n_calls, n_files;
  guint      kill_at, fail_at;
  int        error;
  gboolean   lasting;
  GArray    *inodes;
  GPtrArray *calls;
} watch;

static void
inode_clear (Inode *inode)
{
  g_free (inode->folder);
}

static void
file_call_free (FileCall *call)
{
  g_clear_pointer (&call->bytes, g_bytes_unref);
  g_free (call->name);
  g_free (call->new_name);
  g_free (call);
}

void
file_calls_watch (const char *folder)
{
  g_clear_pointer (&watch.folder, g_free);
  g_clear_pointer (&watch.inodes, g_array_unref);
  g_clear_pointer (&watch.calls, g_ptr_array_unref);
  watch.n_calls = watch.n_files = watch.kill_at = watch.fail_at = 0;
  watch.inodes = g_array_new (FALSE, TRUE, sizeof (Inode));
  g_array_set_clear_func (watch.inodes, (GDestroyNotify) inode_clear);
  watch.folder = g_strdup (folder);
}

guint
file_calls_count (void)
{
  return watch.n_calls;
}

void
file_calls_kill_at (guint n)
{
  watch.kill_at = n;
}

void
file_calls_fail_at (guint    n,
                    int      error,
                    gboolean lasting)
{
  watch.fail_at = n;
  watch.error = error;
  watch.lasting = lasting;
}

GPtrArray *
file_calls_record (void)
{
  watch.calls = g_ptr_array_new_with_free_func ((GDestroyNotify) file_call_free);
  return g_ptr_array_ref (watch.calls);
}

static FileCall *
record (FileCallKind kind, guint file, gint64 offset, const char *name)
{
  FileCall *call;

  if (watch.calls == NULL)
    return NULL;

  call = g_new0 (FileCall, 1);
  *call = (FileCall) { .kind = kind, .file = file, .offset = offset, .name = g_strdup (name) };
  g_ptr_array_add (watch.calls, call);
  return call;
}

void
file_calls_mark (guint n)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&watch.mutex);

  record (FILE_CALL_MARK, 0, n, NULL);
}

/* Returns: what of @path is below the watched folder, "" for itself; %NULL: nothing */
static const char *
below (const char *path)
{
  const char *rest;

  if (watch.folder == NULL || !g_str_has_prefix (path, watch.folder))
    return NULL;

  rest = path + strlen (watch.folder);
  return *rest == '/' ? rest + 1 : *rest == '\0' ? rest : NULL;
}

static Inode *
find_inode (int descriptor)
{
  struct stat info;

  if (watch.folder == NULL || fstat (descriptor, &info) != 0)
    return NULL;

  for (guint i = watch.inodes->len; i-- > 0;)
    {
      Inode *inode = &g_array_index (watch.inodes, Inode, i);

      if (inode->device == info.st_dev && inode->number == info.st_ino)
        return inode;
    }

  return NULL;
}

/* The number of a removed file is soon another's: a new one is looked for from the end. */
static void
add_inode (int descriptor, const char *name, gboolean created)
{
  struct stat info;
  Inode inode = { 0 };

  if (fstat (descriptor, &info) != 0 || (!created && find_inode (descriptor) != NULL))
    return;

  inode.device = info.st_dev;
  inode.number = info.st_ino;
  if (S_ISDIR (info.st_mode))
    inode.folder = g_strdup (name);
  else
    inode.file = watch.n_files++;
  g_array_append_val (watch.inodes, inode);
  if (created && inode.folder == NULL)
    record (FILE_CALL_CREATE, inode.file, 0, name);
}

/* --- Disturbing --- */

/* Counts a call.  @may_fill: whether a full disk can make it fail
 * Returns: whether it is to fail, with errno set */
static gboolean
is_disturbed (gboolean may_fill)
{
  guint n = ++watch.n_calls;
  gboolean hit = watch.fail_at != 0 && (n == watch.fail_at || (n > watch.fail_at && watch.lasting));

  if (!hit || ((watch.error == ENOSPC || watch.error == EDQUOT) && !may_fill))
    return FALSE;

  errno = watch.error;
  return TRUE;
}

static gboolean
is_last (void)
{
  return watch.kill_at != 0 && watch.n_calls == watch.kill_at;
}

#define REAL(name) \
  static __typeof__ (name) *real; \
  if (real == NULL) \
    real = (__typeof__ (name) *) dlsym (RTLD_NEXT, #name)

/* --- Names --- */

typedef int (*OpenFunc) (const char *, int, ...);

static int
open_file (OpenFunc real, const char *path, int flags, mode_t mode)
{
  g_autoptr(GMutexLocker) locker = NULL;
  const char *name = below (path);
  struct stat info;
  gboolean created;
  int descriptor;

  if (name == NULL)
    return real (path, flags, mode);

  locker = g_mutex_locker_new (&watch.mutex);
  created = (flags & O_CREAT) != 0 && lstat (path, &info) != 0;
  if (is_disturbed (created))
    return -1;
  if (is_last ())
    _exit (FILE_CALLS_KILLED);

  descriptor = real (path, flags, mode);
  if (descriptor >= 0)
    add_inode (descriptor, name, created);
  if (descriptor >= 0 && (flags & O_TRUNC) != 0 && !created)
    record (FILE_CALL_TRUNCATE, find_inode (descriptor)->file, 0, NULL);
  return descriptor;
}

#define DEFINE_OPEN(name) \
  int \
  name (const char *path, int flags, ...) \
  { \
    va_list list; \
    mode_t mode; \
    REAL (name); \
    va_start (list, flags); \
    mode = (flags & O_CREAT) != 0 ? (mode_t) va_arg (list, unsigned int) : 0; \
    va_end (list); \
    return open_file (real, path, flags, mode); \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)

int
rename (const char *from, const char *to)
{
  const char *name = below (from), *new_name = below (to);
  g_autoptr(GMutexLocker) locker = NULL;
  FileCall *call;
  int result;
  REAL (rename);

  if (name == NULL)
    return real (from, to);

  locker = g_mutex_locker_new (&watch.mutex);
  if (is_disturbed (FALSE))
    return -1;
  if (is_last ())
    _exit (FILE_CALLS_KILLED);
  result = real (from, to);
  if (result == 0 && (call = record (FILE_CALL_RENAME, 0, 0, name)) != NULL)
    call->new_name = g_strdup (new_name);
  return result;
}

int
unlink (const char *path)
{
  const char *name = below (path);
  g_autoptr(GMutexLocker) locker = NULL;
  int result;
  REAL (unlink);

  if (name == NULL)
    return real (path);

  locker = g_mutex_locker_new (&watch.mutex);
  if (is_disturbed (FALSE))
    return -1;
  if (is_last ())
    _exit (FILE_CALLS_KILLED);
  result = real (path);
  if (result == 0)
    record (FILE_CALL_UNLINK, 0, 0, name);
  return result;
}

/* --- Content --- */

static ssize_t
write_file (Inode *inode, int descriptor, const void *bytes, size_t n, gint64 offset)
{
  FileCall *call;
  ssize_t written;
  static __typeof__ (pwrite64) *real;

  if (real == NULL)
    real = (__typeof__ (pwrite64) *) dlsym (RTLD_NEXT, "pwrite64");
  if (is_disturbed (TRUE))
    return -1;
  if (is_last ())
    {
      real (descriptor, bytes, n / 2, offset);
      _exit (FILE_CALLS_KILLED);
    }

  written = real (descriptor, bytes, n, offset);
  if (written > 0 && (call = record (FILE_CALL_WRITE, inode->file, offset, NULL)) != NULL)
    call->bytes = g_bytes_new (bytes, (gsize) written);
  return written;
}

#define DEFINE_PWRITE(name, off) \
  ssize_t \
  name (int descriptor, const void *bytes, size_t n, off offset) \
  { \
    g_autoptr(GMutexLocker) locker = NULL; \
    Inode *inode; \
    REAL (name); \
    if (watch.folder == NULL) \
      return real (descriptor, bytes, n, offset); \
    locker = g_mutex_locker_new (&watch.mutex); \
    inode = find_inode (descriptor); \
    return inode == NULL ? real (descriptor, bytes, n, offset) : write_file (inode, descriptor, bytes, n, offset); \
  }

DEFINE_PWRITE (pwrite, off_t)
DEFINE_PWRITE (pwrite64, off64_t)

ssize_t
write (int descriptor, const void *bytes, size_t n)
{
  g_autoptr(GMutexLocker) locker = NULL;
  Inode *inode;
  ssize_t written;
  REAL (write);

  if (watch.folder == NULL)
    return real (descriptor, bytes, n);

  locker = g_mutex_locker_new (&watch.mutex);
  inode = find_inode (descriptor);
  if (inode == NULL)
    return real (descriptor, bytes, n);

  written = write_file (inode, descriptor, bytes, n, lseek (descriptor, 0, SEEK_CUR));
  if (written > 0)
    lseek (descriptor, written, SEEK_CUR);
  return written;
}

#define DEFINE_PREAD(name, off) \
  ssize_t \
  name (int descriptor, void *bytes, size_t n, off offset) \
  { \
    REAL (name); \
    if (watch.folder != NULL) \
      { \
        g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&watch.mutex); \
        if (find_inode (descriptor) != NULL) \
          { \
            if (is_disturbed (FALSE)) \
              return -1; \
            if (is_last ()) \
              _exit (FILE_CALLS_KILLED); \
          } \
      } \
    return real (descriptor, bytes, n, offset); \
  }

DEFINE_PREAD (pread, off_t)
DEFINE_PREAD (pread64, off64_t)

#define DEFINE_TRUNCATE(name, off) \
  int \
  name (int descriptor, off size) \
  { \
    g_autoptr(GMutexLocker) locker = NULL; \
    Inode *inode; \
    int result; \
    REAL (name); \
    if (watch.folder == NULL) \
      return real (descriptor, size); \
    locker = g_mutex_locker_new (&watch.mutex); \
    inode = find_inode (descriptor); \
    if (inode == NULL) \
      return real (descriptor, size); \
    if (is_disturbed (TRUE)) \
      return -1; \
    if (is_last ()) \
      _exit (FILE_CALLS_KILLED); \
    result = real (descriptor, size); \
    if (result == 0) \
      record (FILE_CALL_TRUNCATE, inode->file, size, NULL); \
    return result; \
  }

DEFINE_TRUNCATE (ftruncate, off_t)
DEFINE_TRUNCATE (ftruncate64, off64_t)

#define DEFINE_SYNC(name) \
  int \
  name (int descriptor) \
  { \
    g_autoptr(GMutexLocker) locker = NULL; \
    Inode *inode; \
    int result; \
    REAL (name); \
    if (watch.folder == NULL) \
      return real (descriptor); \
    locker = g_mutex_locker_new (&watch.mutex); \
    inode = find_inode (descriptor); \
    if (inode == NULL) \
      return real (descriptor); \
    if (is_disturbed (TRUE)) \
      return -1; \
    if (is_last ()) \
      _exit (FILE_CALLS_KILLED); \
    result = real (descriptor); \
    if (result == 0) \
      record (inode->folder != NULL ? FILE_CALL_SYNC_FOLDER : FILE_CALL_SYNC, inode->file, 0, inode->folder); \
    return result; \
  }

DEFINE_SYNC (fsync)
DEFINE_SYNC (fdatasync)
