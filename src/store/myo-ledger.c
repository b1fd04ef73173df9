/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-ledger.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "myo-backup.h"
#include "myo-migrations.h"
#include "myo-record-files.h"
#include "myo-record-queries.h"

/* --- Life --- */

MyoLedger *
myo_ledger_new (const char *folder)
{
  MyoLedger *self = g_new0 (MyoLedger, 1);

  self->folder = g_strdup (folder);
  self->lock = -1;
  self->steps = myo_migrations_get_steps ();
  return self;
}

void
myo_ledger_close (MyoLedger *self)
{
  g_clear_pointer (&self->database, myo_database_close);
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
}

void
myo_ledger_free (MyoLedger *self)
{
  myo_ledger_close (self);
  g_clear_error (&self->fault);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->damaged);
  g_free (self->newest_backup);
  g_free (self);
}

static guint
newest_version (MyoLedger *self)
{
  return g_strv_length ((char **) self->steps);
}

/* --- Is it ours? --- */

/* The version is told before anything else is read: a newer file may hold what this SQLite cannot even parse. */
static gboolean
check_version (MyoLedger    *self,
               MyoDatabase  *database,
               gint64       *version,
               GError      **error)
{
  gint64 application, tables;

  if (!myo_database_get_int (database, "PRAGMA application_id", &application, error)
      || !myo_database_get_int (database, "PRAGMA user_version", version, error))
    return FALSE;

  if (application == MYO_APPLICATION_ID)
    {
      if (*version <= newest_version (self))
        return TRUE;
      g_propagate_error (error, myo_database_error_new (MYO_ERROR_STORE_NEWER, self->path, NULL));
      return FALSE;
    }

  if (!myo_database_get_int (database, "SELECT count (*) FROM sqlite_schema", &tables, error))
    return FALSE;
  if (tables == 0 && *version == 0)
    return TRUE;

  g_propagate_error (error, myo_database_error_new (MYO_ERROR_STORE_DAMAGED, self->path, NULL));
  return FALSE;
}

static gboolean
migrate (MyoLedger    *self,
         MyoDatabase  *database,
         gint64        version,
         GError      **error)
{
  g_autofree char *backup = NULL;

  if (version == newest_version (self))
    return TRUE;

  if (version > 0)
    {
      backup = myo_backup_make (database, self->folder, error);
      if (backup == NULL)
        return FALSE;
    }

  return myo_migrations_run (database, self->steps, error);
}

/* --- Opening --- */

static MyoDatabase *
open_for_writing (MyoLedger  *self,
                  GError    **error)
{
  g_autoptr(MyoDatabase) database = myo_database_open (self->path, MYO_DATABASE_WRITE, error);
  gint64 version;

  if (database == NULL
      || !check_version (self, database, &version, error)
      || !myo_database_quick_check (database, error)
      || !myo_database_settle (database, error)
      || !migrate (self, database, version, error))
    return NULL;

  return g_steal_pointer (&database);
}

/* Tables of an older version are read as they are: they only lack what came later. */
static MyoDatabase *
open_in_mode (MyoLedger        *self,
              MyoDatabaseMode   mode,
              GError          **error)
{
  g_autoptr(MyoDatabase) database = myo_database_open (self->path, mode, error);
  gint64 version;

  if (database == NULL
      || !check_version (self, database, &version, error)
      || !myo_database_quick_check (database, error))
    return NULL;

  if (version > 0)
    return g_steal_pointer (&database);

  g_propagate_error (error, myo_database_error_new (MYO_ERROR_STORE_READ_ONLY, self->path, NULL));
  return NULL;
}

/* Reading a file with a log needs small files beside it.  Where they cannot be made the file is read by itself, but only when
 * its log is empty: what is in the log would be missing. */
static MyoDatabase *
open_for_reading (MyoLedger  *self,
                  GError    **error)
{
  g_autoptr(GError) fault = NULL;
  MyoDatabase *database = open_in_mode (self, MYO_DATABASE_READ, &fault);

  if (database == NULL && !g_error_matches (fault, MYO_ERROR, MYO_ERROR_STORE_DAMAGED)
      && myo_record_files_size (self->path, "-wal") <= 0)
    {
      g_clear_error (&fault);
      database = open_in_mode (self, MYO_DATABASE_FROZEN, &fault);
    }

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return database;
}

static gboolean
is_about_room_or_rights (const GError *error)
{
  return g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_READ_ONLY)
         || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FULL);
}

static gboolean
purge (MyoDatabase  *database,
       gpointer      data,
       GError      **error)
{
  return myo_record_queries_purge (database, error);
}

/* The first thing that is written.  A full disk is told of when there is something to record; until then marked sessions
 * stay, and stay hidden. */
static gboolean
remove_deleted (MyoLedger  *self,
                GError    **error)
{
  g_autoptr(GError) fault = NULL;

  if (myo_database_transact (self->database, purge, NULL, &fault)
      || g_error_matches (fault, MYO_ERROR, MYO_ERROR_STORE_FULL))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* Records without a new backup are still better than no records. */
static void
back_up (MyoLedger *self)
{
  g_autoptr(GError) fault = NULL;
  g_autofree char *backup = NULL;
  gint64 sessions = 0;

  myo_database_get_int (self->database, "SELECT EXISTS (SELECT 1 FROM session)", &sessions, NULL);
  if (sessions == 0 || !myo_backup_is_due (self->folder, g_get_real_time ()))
    return;

  backup = myo_backup_make (self->database, self->folder, &fault);
  if (backup == NULL)
    g_message ("%s", fault->message);
}

static gboolean
open_read_only (MyoLedger  *self,
                GError    **error)
{
  self->database = open_for_reading (self, error);
  if (self->database != NULL)
    g_propagate_error (error, myo_database_error_new (MYO_ERROR_STORE_READ_ONLY, self->path, NULL));
  return FALSE;
}

static gboolean
open_file (MyoLedger  *self,
           GError    **error)
{
  g_autoptr(GError) fault = NULL;

  if (!myo_record_files_can_write (self->path))
    return open_read_only (self, error);

  myo_record_files_protect (self->path);
  self->database = open_for_writing (self, &fault);
  if (self->database != NULL && remove_deleted (self, &fault))
    {
      back_up (self);
      return TRUE;
    }

  g_clear_pointer (&self->database, myo_database_close);
  if (is_about_room_or_rights (fault))
    self->database = open_for_reading (self, NULL);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* --- A damaged file --- */

static GError *
damaged_error (MyoLedger *self)
{
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *aside = g_filename_display_name (self->damaged);

  if (self->newest_backup != NULL)
    return g_error_new (MYO_ERROR, MYO_ERROR_STORE_DAMAGED,
                        /* Translators: names of files */
                        _("The records “%s” were damaged. Nothing was deleted: the file is now “%s”. Restore the newest backup, or go on with empty records."),
                        name, aside);

  return g_error_new (MYO_ERROR, MYO_ERROR_STORE_DAMAGED,
                      /* Translators: names of files */
                      _("The records “%s” were damaged. Nothing was deleted: the file is now “%s”. There is no backup yet; go on with empty records, and keep that file if someone is to look at it."),
                      name, aside);
}

/* Returns: FALSE, with the damage as @error */
static gboolean
set_aside (MyoLedger  *self,
           GError    **error)
{
  g_autofree char *aside = myo_record_files_move_aside (self->path, "damaged", error);

  if (aside == NULL)
    return FALSE;

  g_free (self->damaged);
  self->damaged = g_steal_pointer (&aside);
  g_free (self->newest_backup);
  self->newest_backup = myo_backup_find_newest (self->folder, newest_version (self));
  g_propagate_error (error, damaged_error (self));
  return FALSE;
}

typedef enum
{
  LOOKS_NEW,                 /* nothing there yet */
  LOOKS_USED,
  LOOKS_EMPTIED,             /* a log without its file, or nothing left of a file that has backups */
} Look;

/* SQLite takes a log without its file for a leftover and removes it; here it may be all that is left. */
static Look
look (MyoLedger *self)
{
  g_autoptr(GPtrArray) backups = NULL;
  gint64 size = myo_record_files_size (self->path, "");

  if (size > 0)
    return LOOKS_USED;
  if (myo_record_files_size (self->path, "-wal") > 0)
    return LOOKS_EMPTIED;

  backups = myo_backup_list (self->folder);
  return size == 0 && backups->len > 0 ? LOOKS_EMPTIED : LOOKS_NEW;
}

/* --- Opening, with the lock --- */

static gboolean
make_new (MyoLedger  *self,
          GError    **error)
{
  if (myo_record_files_size (self->path, "") < 0 && !myo_record_files_create (self->path, error))
    return FALSE;

  return open_file (self, error);
}

/* @alone: whether nobody else has the records open
 * @again: (out): set when this can only go on alone */
static gboolean
open_once (MyoLedger  *self,
           gboolean    alone,
           gboolean   *again,
           GError    **error)
{
  g_autoptr(GError) fault = NULL;
  Look seen = look (self);

  *again = FALSE;
  if (seen == LOOKS_USED && (open_file (self, &fault) || !g_error_matches (fault, MYO_ERROR, MYO_ERROR_STORE_DAMAGED)))
    {
      if (fault == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  if (!alone)
    {
      *again = TRUE;
      return FALSE;
    }

  return seen == LOOKS_NEW ? make_new (self, error) : set_aside (self, error);
}

static gboolean
fail_locked (MyoLedger  *self,
             GError    **error)
{
  g_propagate_error (error, myo_database_error_new (MYO_ERROR_STORE_LOCKED, self->path, NULL));
  return FALSE;
}

/* Who needs the lock alone looks again once it has it, and gives way in between: another Myomap may be making the very file
 * that was missing. */
static gboolean
open_with_lock (MyoLedger  *self,
                GError    **error)
{
  gint64 deadline = g_get_monotonic_time () + MYO_DATABASE_BUSY_MS * G_TIME_SPAN_MILLISECOND;
  gboolean alone, again, done;

  do
    {
      if (!myo_record_files_lock (self->lock, FALSE, MYO_DATABASE_BUSY_MS))
        return fail_locked (self, error);
      done = open_once (self, FALSE, &again, error);
      if (!again)
        return done;

      alone = myo_record_files_lock (self->lock, TRUE, 50);
      if (alone)
        {
          done = open_once (self, TRUE, &again, error);
          myo_record_files_lock (self->lock, FALSE, MYO_DATABASE_BUSY_MS);
          return done;
        }
    }
  while (g_get_monotonic_time () < deadline);

  return fail_locked (self, error);
}

/* Finds and locks the folder.  A new descriptor each time: closing it is what lets go of the lock. */
static gboolean
enter_folder (MyoLedger  *self,
              GError    **error)
{
  myo_ledger_close (self);
  g_clear_pointer (&self->path, g_free);
  if (!myo_record_files_make_folder (self->folder, error))
    return FALSE;

  self->path = myo_record_files_find (self->folder, error);
  self->lock = myo_record_files_open_lock (self->folder);
  return self->path != NULL;
}

/* Keeps @fault for those who come later, and hands it on. */
static gboolean
settle_fault (MyoLedger  *self,
              GError     *fault,
              GError    **error)
{
  g_clear_error (&self->fault);
  if (fault == NULL)
    return TRUE;

  self->fault = g_error_copy (fault);
  g_propagate_error (error, fault);
  return FALSE;
}

gboolean
myo_ledger_open (MyoLedger  *self,
                 GError    **error)
{
  GError *fault = NULL;

  if (enter_folder (self, &fault))
    open_with_lock (self, &fault);
  if (self->database == NULL)
    myo_ledger_close (self);
  return settle_fault (self, fault, error);
}

/* --- Restoring --- */

/* The copy is complete before anything is moved: whatever fails, the records are as they were or as in the backup. */
static gboolean
replace_file (MyoLedger   *self,
              const char  *backup,
              GError     **error)
{
  g_autofree char *part = g_strconcat (self->path, ".part", NULL);
  g_autofree char *aside = NULL;

  g_unlink (part);
  if (!myo_backup_copy (backup, part, newest_version (self), error))
    return FALSE;

  aside = myo_record_files_size (self->path, "") >= 0 ? myo_record_files_move_aside (self->path, "replaced", error) : NULL;
  if (myo_record_files_size (self->path, "") >= 0)
    {
      g_unlink (part);
      return FALSE;
    }

  return myo_record_files_rename (part, self->path, error);
}

gboolean
myo_ledger_restore (MyoLedger   *self,
                    const char  *backup,
                    GError     **error)
{
  gboolean replaced = FALSE;

  if (!enter_folder (self, error))
    return FALSE;

  if (myo_record_files_lock (self->lock, TRUE, MYO_DATABASE_BUSY_MS))
    replaced = replace_file (self, backup, error);
  else
    fail_locked (self, error);

  if (replaced)
    return myo_ledger_open (self, error);

  /* What was there is still there; but no empty file is made in its place before somebody asks for it. */
  if (myo_record_files_size (self->path, "") >= 0)
    myo_ledger_open (self, NULL);
  else
    myo_ledger_close (self);
  return FALSE;
}

/* --- Using --- */

static GError *
why_not (MyoLedger *self)
{
  if (self->fault != NULL)
    return g_error_copy (self->fault);

  return myo_database_error_new (MYO_ERROR_STORE, self->folder, _("they are not open"));
}

gboolean
myo_ledger_write (MyoLedger        *self,
                  MyoDatabaseFunc   func,
                  gpointer          data,
                  GError          **error)
{
  if (self->database != NULL && self->database->writable)
    return myo_database_transact (self->database, func, data, error);

  g_propagate_error (error, why_not (self));
  return FALSE;
}

MyoDatabase *
myo_ledger_get_readable (MyoLedger  *self,
                         GError    **error)
{
  if (self->database != NULL)
    return self->database;

  g_propagate_error (error, why_not (self));
  return NULL;
}
