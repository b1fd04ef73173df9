/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-database-private.h"

#include "myo-backup-private.h"
#include "myo-migrations-private.h"
#include "myo-record-files-private.h"
#include "myo-session-table-private.h"

/* --- Is it ours? --- */

/* The version is told before anything else is read: a newer file may hold what this SQLite cannot even parse.
 * @newest: that this program knows */
static gboolean
check_version (MyoDatabase  *database,
               guint         newest,
               gint64       *version,
               GError      **error)
{
  gint64 application, tables;

  if (!myo_database_get_int (database, "PRAGMA application_id", &application, error)
      || !myo_database_get_int (database, "PRAGMA user_version", version, error))
    return FALSE;

  if (application == MYO_APPLICATION_ID)
    {
      if (*version <= newest)
        return TRUE;
      myo_database_error_set (error, MYO_ERROR_STORE_NEWER, database->path, "tables of a newer version");
      return FALSE;
    }

  if (!myo_database_get_int (database, "SELECT count (*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (tables == 0 && *version == 0)
    return TRUE;

  myo_database_error_set (error, MYO_ERROR_STORE_DAMAGED, database->path, "a database, but not one of Myomap");
  return FALSE;
}

/* @version: (out): of its tables, 0 when there are none yet */
static MyoDatabase *
open_whole (const char          *path,
            MyoDatabaseMode      mode,
            const char * const  *steps,
            gint64              *version,
            GError             **error)
{
  g_autoptr(MyoDatabase) database = myo_database_open (path, mode, error);

  if (database == NULL
      || !check_version (database, g_strv_length ((char **) steps), version, error)
      || !myo_database_quick_check (database, error))
    return NULL;

  return g_steal_pointer (&database);
}

/* --- For writing --- */

static gboolean
upgrade (MyoDatabase         *database,
         gint64               version,
         const char          *folder,
         const char * const  *steps,
         GError             **error)
{
  g_autofree char *backup = NULL;

  if (version == g_strv_length ((char **) steps))
    return TRUE;

  if (version > 0)
    {
      backup = myo_backup_make (database, folder, error);
      if (backup == NULL)
        return FALSE;
    }

  return myo_migrations_run (database, steps, error);
}

static gboolean
purge (MyoDatabase  *database,
       gpointer      data,
       GError      **error)
{
  return myo_session_table_purge (database, error);
}

/* The first thing that is written.  A full disk is told of when there is something to record; until then marked sessions
 * stay, and stay hidden. */
static gboolean
remove_deleted (MyoDatabase  *database,
                GError      **error)
{
  g_autoptr(GError) fault = NULL;

  if (myo_database_transact (database, purge, NULL, &fault)
      || g_error_matches (fault, MYO_ERROR, MYO_ERROR_STORE_FULL))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* Records without a new backup are still better than no records. */
static void
back_up (MyoDatabase *database,
         const char  *folder)
{
  g_autoptr(GError) fault = NULL;
  g_autofree char *backup = NULL;

  if (myo_session_table_is_empty (database) || !myo_backup_is_due (folder, g_get_real_time ()))
    return;

  backup = myo_backup_make (database, folder, &fault);
  if (backup == NULL)
    g_message ("%s", fault->message);
}

MyoDatabase *
myo_record_database_open_to_write (const char          *path,
                                   const char          *folder,
                                   const char * const  *steps,
                                   GError             **error)
{
  gint64 version;
  g_autoptr(MyoDatabase) database = open_whole (path, MYO_DATABASE_WRITE, steps, &version, error);

  if (database == NULL
      || !myo_database_settle (database, error)
      || !upgrade (database, version, folder, steps, error)
      || !remove_deleted (database, error))
    return NULL;

  back_up (database, folder);
  return g_steal_pointer (&database);
}

/* --- For reading --- */

static MyoDatabase *
open_filled (const char          *path,
             MyoDatabaseMode      mode,
             const char * const  *steps,
             GError             **error)
{
  gint64 version;
  g_autoptr(MyoDatabase) database = open_whole (path, mode, steps, &version, error);

  if (database == NULL || version > 0)
    return g_steal_pointer (&database);

  myo_database_error_set (error, MYO_ERROR_STORE_READ_ONLY, path, "no tables yet, and no right to make them");
  return NULL;
}

/* Reading a file with a log needs small files beside it.  Where they cannot be made the file is read by itself, but only when
 * its log is empty: what is in the log would be missing. */
MyoDatabase *
myo_record_database_open_to_read (const char          *path,
                                  const char * const  *steps,
                                  GError             **error)
{
  g_autoptr(GError) fault = NULL;
  MyoDatabase *database = open_filled (path, MYO_DATABASE_READ, steps, &fault);

  if (database == NULL && !g_error_matches (fault, MYO_ERROR, MYO_ERROR_STORE_DAMAGED)
      && myo_record_files_size (path, "-wal") <= 0)
    {
      g_clear_error (&fault);
      database = open_filled (path, MYO_DATABASE_FROZEN, steps, &fault);
    }

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return database;
}
