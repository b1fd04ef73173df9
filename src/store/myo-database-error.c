/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-database-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <sqlite3.h>

MyoError
myo_database_error_from_errno (int system_errno)
{
  switch (system_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return MYO_ERROR_STORE_FULL;
    case EROFS:
    case EACCES:
    case EPERM:
      return MYO_ERROR_STORE_READ_ONLY;
    default:
      return MYO_ERROR_STORE;
    }
}

MyoError
myo_database_error_from_sqlite (int code,
                                int system_errno)
{
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    return MYO_ERROR_NOT_FOUND;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return MYO_ERROR_STORE_LOCKED;
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return MYO_ERROR_STORE_READ_ONLY;
    case SQLITE_FULL:
      return MYO_ERROR_STORE_FULL;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return MYO_ERROR_STORE_DAMAGED;
    /* A disk that cannot be read or written says nothing of the file: only the system's own word tells more. */
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return myo_database_error_from_errno (system_errno);
    default:
      return MYO_ERROR_STORE;
    }
}

/* Translators: in each of these, %s is the name of a file */
static char *
sentence (MyoError    code,
          const char *name)
{
  switch (code)
    {
    case MYO_ERROR_STORE_DAMAGED:
      return g_strdup_printf (_("The records “%s” are damaged. Nothing in the file was changed or deleted. Start Myomap again: it will then set the file aside and offer the newest backup."), name);
    case MYO_ERROR_STORE_LOCKED:
      return g_strdup_printf (_("Another program is using the records “%s”. Nothing was lost, but nothing can be recorded for the moment. Close the other program, then try again."), name);
    case MYO_ERROR_STORE_READ_ONLY:
      return g_strdup_printf (_("The records “%s” cannot be written. What was recorded before is safe, but nothing new is recorded. Allow yourself to write to the file and its folder, then try again."), name);
    case MYO_ERROR_STORE_FULL:
      return g_strdup_printf (_("There is no room left on the disk for the records “%s”. What was recorded before is safe, but nothing new is recorded. Make room on the disk, then try again."), name);
    case MYO_ERROR_STORE_NEWER:
      return g_strdup_printf (_("The records “%s” were written by a newer Myomap. The file was left as it is. Install that newer version to see the records and add to them."), name);
    case MYO_ERROR_NOT_FOUND:
      return g_strdup_printf (_("This session is no longer in the records “%s”. All other sessions are safe. Open the history again to see what there is."), name);
    default:
      return g_strdup_printf (_("The records “%s” cannot be used. What was recorded before was not changed. Start Myomap again; if that does not help, copy the file to a safe place."), name);
    }
}

GError *
myo_database_error_new (MyoError    code,
                        const char *path,
                        const char *detail)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *text = NULL;

  text = sentence (code, name);
  if (code != MYO_ERROR_STORE || detail == NULL)
    return g_error_new_literal (MYO_ERROR, (int) code, text);

  return g_error_new (MYO_ERROR, (int) code, "%s (%s)", text, detail);
}

void
myo_database_set_errno_error (GError     **error,
                              int          system_errno,
                              const char  *path)
{
  g_propagate_error (error, myo_database_error_new (myo_database_error_from_errno (system_errno), path,
                                                    g_strerror (system_errno)));
}
