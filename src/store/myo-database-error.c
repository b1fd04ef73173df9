/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-database-error-private.h"

#include <errno.h>
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

void
myo_database_error_set (GError     **error,
                        MyoError     code,
                        const char  *path,
                        const char  *detail)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, MYO_ERROR, (int) code, "%s: %s", name, detail);
}

void
myo_database_error_set_errno (GError     **error,
                              int          system_errno,
                              const char  *path)
{
  myo_database_error_set (error, myo_database_error_from_errno (system_errno), path, g_strerror (system_errno));
}
