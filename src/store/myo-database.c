/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-database-private.h"

#include "myo-owner-private.h"
#include "myo-search-functions-private.h"

/* --- Open and close --- */

/* What the connection remembers of the system's word is often overwritten by the clean-up after the fault; the files, first of
 * all the log, which is what a commit writes to, keep their own. */
static int
system_errno (MyoDatabase *self)
{
  int last[3] = { sqlite3_system_errno (self->handle), 0, 0 };
  sqlite3_file *log = NULL;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
  /* A journal that is held in memory has no such call. */
  if (log != NULL && log->pMethods != NULL && log->pMethods->xFileControl != NULL)
    log->pMethods->xFileControl (log, SQLITE_FCNTL_LAST_ERRNO, &last[1]);
  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_LAST_ERRNO, &last[2]);

  for (guint i = 0; i < G_N_ELEMENTS (last); i++)
    if (myo_database_error_from_errno (last[i]) != MYO_ERROR_STORE)
      return last[i];

  return last[0];
}

void
myo_database_set_error (MyoDatabase  *self,
                        int           code,
                        GError      **error)
{
  MyoError meaning = myo_database_error_from_sqlite (code, system_errno (self));

  myo_database_error_set (error, meaning, self->path, sqlite3_errmsg (self->handle));
}

static int
open_handle (MyoDatabase     *self,
             MyoDatabaseMode  mode)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *uri = NULL;
  g_autofree char *name = NULL;

  if (mode == MYO_DATABASE_WRITE)
    return sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_READWRITE, NULL);

  if (mode == MYO_DATABASE_READ)
    return sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_READONLY, NULL);

  uri = g_filename_to_uri (self->path, NULL, NULL);
  name = g_strconcat (uri, "?immutable=1", NULL);
  return sqlite3_open_v2 (name, &self->handle, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

/* A damaged or foreign file must neither run what its schema says nor make SQLite trust its cells.  (What is deleted with a session goes
 * by foreign keys, which are no triggers.) */
static void
distrust (MyoDatabase *self)
{
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_busy_timeout (self->handle, MYO_DATABASE_BUSY_MS);
  sqlite3_exec (self->handle, "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY", NULL, NULL, NULL);
}

MyoDatabase *
myo_database_open (const char       *path,
                   MyoDatabaseMode   mode,
                   GError          **error)
{
  g_autoptr(MyoDatabase) self = g_new0 (MyoDatabase, 1);
  int code;

  self->path = g_strdup (path);
  code = open_handle (self, mode);
  if (self->handle == NULL)
    {
      myo_database_error_set (error, MYO_ERROR_STORE, path, sqlite3_errstr (code));
      return NULL;
    }

  if (code != SQLITE_OK)
    {
      myo_database_set_error (self, code, error);
      return NULL;
    }

  distrust (self);
  myo_search_functions_add (self->handle);
  myo_owner_add_functions (NULL, self->handle);
  self->writable = mode == MYO_DATABASE_WRITE;
  return g_steal_pointer (&self);
}

/* Two programs that start together both want to switch a new file to its log, and SQLite does not wait for that by itself. */
static gboolean
use_log (MyoDatabase  *self,
         GError      **error)
{
  gint64 deadline = g_get_monotonic_time () + MYO_DATABASE_BUSY_MS * G_TIME_SPAN_MILLISECOND;
  int code;

  do
    {
      code = sqlite3_exec (self->handle, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
      if ((code & 0xff) != SQLITE_BUSY)
        break;
      g_usleep (20000);
    }
  while (g_get_monotonic_time () < deadline);

  if (code == SQLITE_OK)
    return TRUE;

  myo_database_set_error (self, code, error);
  return FALSE;
}

/* FULL: with a log, anything less may lose the last commits when the power fails.
 * secure_delete: what someone removes from the history is not to be found in the file. */
gboolean
myo_database_settle (MyoDatabase  *self,
                     GError      **error)
{
  if (!use_log (self, error)
      || !myo_database_exec (self, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON", error))
    return FALSE;

  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  return TRUE;
}

void
myo_database_close (MyoDatabase *self)
{
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

/* --- Running --- */

gboolean
myo_database_exec (MyoDatabase  *self,
                   const char   *sql,
                   GError      **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;

  myo_database_set_error (self, code, error);
  return FALSE;
}

static int
take_first (void  *data,
            int    n,
            char **values,
            char **names)
{
  char **first = data;

  if (*first == NULL)
    *first = g_strdup (values[0]);
  return 0;
}

/* @answer: (out) (transfer full): the first value of the first row, NULL when there is none */
static gboolean
ask (MyoDatabase  *self,
     const char   *sql,
     char        **answer,
     GError      **error)
{
  int code;

  *answer = NULL;
  code = sqlite3_exec (self->handle, sql, take_first, answer, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  myo_database_set_error (self, code, error);
  return FALSE;
}

gboolean
myo_database_get_int (MyoDatabase  *self,
                      const char   *sql,
                      gint64       *value,
                      GError      **error)
{
  g_autofree char *answer = NULL;

  if (!ask (self, sql, &answer, error))
    return FALSE;

  *value = answer != NULL ? g_ascii_strtoll (answer, NULL, 10) : 0;
  return TRUE;
}

gboolean
myo_database_quick_check (MyoDatabase  *self,
                          GError      **error)
{
  g_autofree char *verdict = NULL;

  if (!ask (self, "PRAGMA quick_check(1)", &verdict, error))
    return FALSE;
  if (g_strcmp0 (verdict, "ok") == 0)
    return TRUE;

  myo_database_error_set (error, MYO_ERROR_STORE_DAMAGED, self->path, verdict != NULL ? verdict : "not checked");
  return FALSE;
}

/* What cannot be moved, on a full disk for instance, is as safe in the log as it is in the file. */
void
myo_database_empty_log (MyoDatabase *self)
{
  sqlite3_busy_timeout (self->handle, 0);
  sqlite3_wal_checkpoint_v2 (self->handle, "main", SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
  sqlite3_busy_timeout (self->handle, MYO_DATABASE_BUSY_MS);
}

/* --- Transactions --- */

/* What is written to a file that has lost its name would be gone when the program ends. */
static gboolean
is_in_place (MyoDatabase  *self,
             GError      **error)
{
  int moved = 0;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
  if (!moved)
    return TRUE;

  myo_database_error_set (error, MYO_ERROR_STORE, self->path, "moved or deleted while it was in use");
  return FALSE;
}

/* SQLite rolls back by itself after some faults, a full disk among them. */
static void
roll_back (MyoDatabase *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
myo_database_transact (MyoDatabase      *self,
                       MyoDatabaseFunc   func,
                       gpointer          data,
                       GError          **error)
{
  if (!is_in_place (self, error) || !myo_database_exec (self, "BEGIN IMMEDIATE", error))
    return FALSE;

  if (func (self, data, error) && myo_database_exec (self, "COMMIT", error))
    return TRUE;

  roll_back (self);
  return FALSE;
}

gboolean
myo_database_write_same (MyoDatabase  *self,
                         GError      **error)
{
  g_autofree char *statement = NULL;
  gint64 version;

  if (!myo_database_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;

  statement = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, version);
  return myo_database_exec (self, statement, error);
}

gboolean
myo_database_read (MyoDatabase      *self,
                   MyoDatabaseFunc   func,
                   gpointer          data,
                   GError          **error)
{
  gboolean worked;

  if (!myo_database_exec (self, "BEGIN", error))
    return FALSE;

  worked = func (self, data, error);
  roll_back (self);
  return worked;
}
