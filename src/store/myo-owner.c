/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-owner-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "running-"
#define SUFFIX ".lock"

struct _MyoOwner
{
  char *folder;
  char *name;
  char *path;
  int   lock;                /* descriptor */
};

static char *
make_path (const char *folder,
           const char *name)
{
  g_autofree char *file = g_strconcat (PREFIX, name, SUFFIX, NULL);

  return g_build_filename (folder, file, NULL);
}

/* --- The locks of others --- */

/* To look, the lock is shared for a moment: two who look do not take each other for its owner.
 * Returns: a descriptor of the file, when nobody holds it; else -1 */
static int
open_unheld (const char *path,
             gboolean   *held)
{
  int descriptor = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  *held = FALSE;
  if (descriptor < 0 || flock (descriptor, LOCK_SH | LOCK_NB) == 0)
    return descriptor;

  *held = errno == EWOULDBLOCK;
  close (descriptor);
  return -1;
}

/* What stands in the records may come from anywhere; only what is a name makes a path. */
static gboolean
is_elsewhere (MyoOwner   *self,
              const char *name)
{
  g_autofree char *path = NULL;
  gboolean held;
  int descriptor;

  if (self == NULL || name == NULL || g_str_equal (name, self->name) || !g_uuid_string_is_valid (name))
    return FALSE;

  path = make_path (self->folder, name);
  descriptor = open_unheld (path, &held);
  if (descriptor >= 0)
    close (descriptor);
  return held;
}

static void
remove_if_left (const char *folder,
                const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  gboolean held;
  int descriptor = open_unheld (path, &held);

  if (descriptor < 0)
    return;
  g_unlink (path);
  close (descriptor);
}

static void
tidy (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (file, PREFIX) && g_str_has_suffix (file, SUFFIX))
      remove_if_left (folder, file);
}

/* --- The own lock --- */

static gboolean
make_and_lock (MyoOwner *self)
{
  self->lock = open (self->path, O_RDONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (self->lock < 0)
    return FALSE;

  while (flock (self->lock, LOCK_EX) != 0)
    if (errno != EINTR)
      return FALSE;
  return TRUE;
}

/* Between making and locking the file somebody who tidies may have removed it. */
static gboolean
take_lock (MyoOwner *self)
{
  struct stat info;

  while (make_and_lock (self) && fstat (self->lock, &info) == 0)
    {
      if (info.st_nlink > 0)
        return TRUE;
      close (self->lock);
    }
  return FALSE;
}

MyoOwner *
myo_owner_new (const char *folder)
{
  g_autoptr(MyoOwner) self = g_new0 (MyoOwner, 1);

  tidy (folder);
  self->folder = g_strdup (folder);
  self->name = g_uuid_string_random ();
  self->path = make_path (folder, self->name);
  return take_lock (self) ? g_steal_pointer (&self) : NULL;
}

void
myo_owner_free (MyoOwner *self)
{
  if (self->lock >= 0)
    {
      g_unlink (self->path);
      close (self->lock);
    }
  g_free (self->folder);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/* --- In SQL --- */

static void
own (sqlite3_context  *context,
     int               n,
     sqlite3_value   **values)
{
  MyoOwner *self = sqlite3_user_data (context);

  if (self != NULL)
    sqlite3_result_text (context, self->name, -1, SQLITE_TRANSIENT);
}

static void
elsewhere (sqlite3_context  *context,
           int               n,
           sqlite3_value   **values)
{
  sqlite3_result_int (context, is_elsewhere (sqlite3_user_data (context), (const char *) sqlite3_value_text (values[0])));
}

void
myo_owner_add_functions (MyoOwner *self,
                         sqlite3  *connection)
{
  const int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY;

  sqlite3_create_function_v2 (connection, MYO_SQL_OWN, 0, flags, self, own, NULL, NULL, NULL);
  sqlite3_create_function_v2 (connection, MYO_SQL_ELSEWHERE, 1, flags, self, elsewhere, NULL, NULL, NULL);
}
