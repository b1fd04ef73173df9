/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-private-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOR_ITS_OWNER 0600
#define RIGHTS 07777

/* Writing goes through a new file that is renamed: rights that forbid writing would not be asked. */
static gboolean
check_replaceable (const char        *path,
                   const struct stat *there,
                   GError           **error)
{
  int code;

  if (!S_ISREG (there->st_mode))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("what is there is no ordinary file"));
      return FALSE;
    }
  if (g_access (path, W_OK) == 0)
    return TRUE;
  code = errno;
  g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
write_here (const char     *path,
            gconstpointer   data,
            gsize           length,
            GError        **error)
{
  char *resolved = realpath (path, NULL);
  const char *target = resolved != NULL ? resolved : path;
  struct stat there;
  gboolean existed = stat (target, &there) == 0;
  gboolean written = (!existed || check_replaceable (target, &there, error))
                     && g_file_set_contents_full (target, data, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT, FOR_ITS_OWNER, error);

  if (written && existed && (there.st_mode & RIGHTS) != FOR_ITS_OWNER)
    (void) g_chmod (target, (int) (there.st_mode & RIGHTS));
  free (resolved);
  return written;
}

gboolean
myo_private_file_write (GFile          *file,
                        gconstpointer   data,
                        gsize           length,
                        GError        **error)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file) && data != NULL, FALSE);

  path = g_file_peek_path (file);
  if (path != NULL)
    return write_here (path, data, length, error);
  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, NULL, error);
}
