/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-database-private.h"

#include "myo-backup-private.h"
#include "myo-erasure-private.h"
#include "myo-migrations-private.h"
#include "myo-record-files-private.h"
#include "myo-record-schema-private.h"
#include "myo-session-table-private.h"

/* --- Is it ours? --- */

/* @version: (out): of its tables, 0 when there are none yet */
static MyoDatabase *
open_whole (const char          *path,
            MyoDatabaseMode      mode,
            const char * const  *steps,
            gint64              *version,
            GError             **error)
{
  g_autoptr(MyoDatabase) database = myo_record_schema_refuse (path, error) ? myo_database_open (path, mode, error) : NULL;

  if (database == NULL
      || !myo_record_schema_check (database, steps, version, error)
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

/* Records without a new backup are still better than no records. */
static void
back_up (MyoDatabase  *database,
         const char   *folder,
         GError      **backups)
{
  g_autoptr(GError) fault = NULL;
  g_autofree char *backup = NULL;

  if (myo_session_table_is_empty (database) || !myo_backup_is_due (folder, g_get_real_time ()))
    return;

  backup = myo_backup_make (database, folder, &fault);
  if (backup == NULL && *backups == NULL)
    g_set_error_literal (backups, MYO_ERROR, MYO_ERROR_STORE_BACKUP, fault->message);
}

gboolean
myo_record_database_is_missed (const char         *folder,
                               const char * const *steps)
{
  g_autoptr(MyoRecordsOffer) offer = myo_backup_find_offer (folder, steps);
  g_autoptr(GPtrArray) damaged = myo_record_files_list_aside (folder, "damaged");

  return offer != NULL || damaged->len > 0;
}

/* @used: (out): whether it holds a drawing, or a session was recorded in it, or it was chosen that there be none */
static gboolean
find_use (MyoDatabase  *database,
          gint64        version,
          gboolean     *used,
          GError      **error)
{
  gboolean drawn;
  gint64 n = 0;

  *used = FALSE;
  if (version == 0)
    return TRUE;
  if (!myo_session_table_was_used (database, used, error) || !myo_migrations_know_drawings (database, &drawn, error))
    return FALSE;
  if (!*used && drawn && !myo_database_get_int (database, "SELECT count (*) FROM draft", &n, error))
    return FALSE;

  *used = *used || n > 0;
  return TRUE;
}

/* What a person has lost is judged by what is in the file, whatever its size. */
static gboolean
must_not_be_missed (MyoDatabase         *database,
                    gint64               version,
                    const char          *folder,
                    const char * const  *steps,
                    GError             **error)
{
  gboolean used;

  if (!find_use (database, version, &used, error))
    return FALSE;
  if (used || !myo_record_database_is_missed (folder, steps))
    return TRUE;

  myo_database_error_set (error, MYO_ERROR_STORE_LOST, database->path, "nothing was ever recorded in it");
  return FALSE;
}

static gboolean
choose_empty (MyoDatabase  *database,
              gpointer      data,
              GError      **error)
{
  return myo_session_table_choose_empty (database, error);
}

MyoDatabase *
myo_record_database_open_to_write (const char          *path,
                                   const char          *folder,
                                   const char * const  *steps,
                                   gboolean             may_be_empty,
                                   GError             **backups,
                                   GError             **error)
{
  gint64 version;
  g_autoptr(MyoDatabase) database = open_whole (path, MYO_DATABASE_WRITE, steps, &version, error);

  if (database == NULL
      || (!may_be_empty && !must_not_be_missed (database, version, folder, steps, error))
      || !myo_database_settle (database, error)
      || !upgrade (database, version, folder, steps, error)
      || (may_be_empty && !myo_database_transact (database, choose_empty, NULL, error))
      || !myo_erasure_run (database, folder, steps, backups, error))
    return NULL;

  back_up (database, folder, backups);
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
