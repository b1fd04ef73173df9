/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-ledger-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "myo-backup-private.h"
#include "myo-migrations-private.h"
#include "myo-record-database-private.h"
#include "myo-record-files-private.h"

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
  g_clear_pointer (&self->owner, myo_owner_free);
  g_clear_error (&self->fault);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->damaged);
  g_free (self->newest_backup);
  g_free (self);
}

/* --- Opening the file --- */

static gboolean
is_about_room_or_rights (const GError *error)
{
  return g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_READ_ONLY)
         || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FULL);
}

static gboolean
open_read_only (MyoLedger  *self,
                GError    **error)
{
  self->database = myo_record_database_open_to_read (self->path, self->steps, error);
  if (self->database != NULL)
    myo_database_error_set (error, MYO_ERROR_STORE_READ_ONLY, self->path, "no right to write it or in its folder");
  return FALSE;
}

/* A session that is under way stays one's own when the records are closed and opened again. */
static void
introduce (MyoLedger *self)
{
  if (self->owner == NULL)
    self->owner = myo_owner_new (self->folder);
  myo_owner_add_functions (self->owner, self->database->handle);
}

static gboolean
open_file (MyoLedger  *self,
           GError    **error)
{
  g_autoptr(GError) fault = NULL;

  if (!myo_record_files_can_write (self->path))
    return open_read_only (self, error);

  myo_record_files_protect (self->path);
  self->database = myo_record_database_open_to_write (self->path, self->folder, self->steps, &fault);
  if (self->database != NULL)
    {
      introduce (self);
      return TRUE;
    }

  if (is_about_room_or_rights (fault))
    self->database = myo_record_database_open_to_read (self->path, self->steps, NULL);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* --- A damaged file --- */

static guint
newest_version (MyoLedger *self)
{
  return g_strv_length ((char **) self->steps);
}

/* @damage: what is wrong with the file
 * Returns: FALSE, with the damage as @error */
static gboolean
set_aside (MyoLedger     *self,
           const GError  *damage,
           GError       **error)
{
  g_autofree char *aside = myo_record_files_move_aside (self->path, "damaged", error);
  g_autofree char *name = NULL;

  if (aside == NULL)
    return FALSE;

  name = g_filename_display_name (aside);
  g_free (self->damaged);
  self->damaged = g_steal_pointer (&aside);
  g_free (self->newest_backup);
  self->newest_backup = myo_backup_find_newest (self->folder, newest_version (self));
  g_set_error (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED, "%s; moved to %s", damage->message, name);
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

  if (seen == LOOKS_NEW)
    return make_new (self, error);

  if (fault == NULL)
    myo_database_error_set (&fault, MYO_ERROR_STORE_DAMAGED, self->path, "nothing is left of it beside a log or backups");
  return set_aside (self, fault, error);
}

static gboolean
fail_locked (MyoLedger  *self,
             GError    **error)
{
  myo_database_error_set (error, MYO_ERROR_STORE_LOCKED, self->path, "another Myomap has it open");
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

/* Returns: FALSE, with what keeps them from being used as @error */
static gboolean
fail_unusable (MyoLedger  *self,
               GError    **error)
{
  if (self->fault != NULL)
    g_propagate_error (error, g_error_copy (self->fault));
  else
    myo_database_error_set (error, MYO_ERROR_STORE, self->folder, "not open");
  return FALSE;
}

gboolean
myo_ledger_write (MyoLedger        *self,
                  MyoDatabaseFunc   func,
                  gpointer          data,
                  GError          **error)
{
  if (self->database == NULL || !self->database->writable)
    return fail_unusable (self, error);

  return myo_database_transact (self->database, func, data, error);
}

gboolean
myo_ledger_read (MyoLedger        *self,
                 MyoDatabaseFunc   func,
                 gpointer          data,
                 GError          **error)
{
  if (self->database == NULL)
    return fail_unusable (self, error);

  return myo_database_read (self->database, func, data, error);
}

void
myo_ledger_rest (MyoLedger *self)
{
  if (self->database != NULL && self->database->writable)
    myo_database_empty_log (self->database);
}

void
myo_ledger_get_state (MyoLedger      *self,
                      MyoLedgerState *state)
{
  state->writable = self->database != NULL && self->database->writable;
  state->damaged = g_strdup (self->damaged);
  state->newest_backup = g_strdup (self->newest_backup);
}

void
myo_ledger_state_clear (MyoLedgerState *state)
{
  g_clear_pointer (&state->damaged, g_free);
  g_clear_pointer (&state->newest_backup, g_free);
}
