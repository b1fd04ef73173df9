/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-ledger-private.h"

#include <unistd.h>

#include "myo-backup-private.h"
#include "myo-migrations-private.h"
#include "myo-record-database-private.h"
#include "myo-record-files-private.h"
#include "myo-record-schema-private.h"
#include "myo-restoring-private.h"

/* --- Life --- */

MyoLedger *
myo_ledger_new (const char *folder)
{
  MyoLedger *self = g_new0 (MyoLedger, 1);

  self->folder = g_strdup (folder);
  self->name = g_build_filename (folder, "records.db", NULL);
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

static void
forget (MyoLedger *self)
{
  g_clear_error (&self->fault);
  g_clear_error (&self->backups);
  g_clear_pointer (&self->damaged, g_free);
  g_clear_pointer (&self->offer, myo_records_offer_free);
}

void
myo_ledger_free (MyoLedger *self)
{
  myo_ledger_close (self);
  g_clear_pointer (&self->owner, myo_owner_free);
  forget (self);
  g_free (self->folder);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/* Finds and locks the folder.  A new descriptor each time: closing it is what lets go of the lock. */
static gboolean
enter_folder (MyoLedger  *self,
              GError    **error)
{
  myo_ledger_close (self);
  forget (self);
  g_clear_pointer (&self->path, g_free);
  if (!myo_record_files_make_folder (self->folder, error) || !myo_record_files_find (self->name, &self->path, error))
    return FALSE;

  self->lock = myo_record_files_open_lock (self->folder);
  return TRUE;
}

static gboolean
is_linked (MyoLedger *self)
{
  return !g_str_equal (self->name, self->path);
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
           gboolean    anew,
           GError    **error)
{
  g_autoptr(GError) fault = NULL;

  if (!myo_record_files_can_write (self->path))
    return open_read_only (self, error);

  if (!is_linked (self) && myo_record_schema_refuse (self->path, NULL))
    myo_record_files_free_journals (self->path);
  self->database = myo_record_database_open_to_write (self->path, self->folder, self->steps, anew, &self->backups, &fault);
  if (self->database != NULL)
    {
      if (!is_linked (self))
        myo_record_files_protect (self->path);
      introduce (self);
      return TRUE;
    }

  if (is_about_room_or_rights (fault))
    self->database = myo_record_database_open_to_read (self->path, self->steps, NULL);
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* --- Damaged, lost --- */

typedef enum
{
  LOOKS_NEW,                 /* nothing there yet */
  LOOKS_USED,
  LOOKS_EMPTIED,             /* a log without its file */
} Look;

/* SQLite takes a log without its file for a leftover and removes it; here it may be all that is left. */
static Look
look (MyoLedger *self)
{
  if (myo_record_files_size (self->path, "") > 0)
    return LOOKS_USED;
  return myo_record_files_size (self->path, "-wal") > 0 ? LOOKS_EMPTIED : LOOKS_NEW;
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED);
}

/* Finds what to tell whoever is asked. */
static void
find_answers (MyoLedger *self)
{
  gboolean lost = g_error_matches (self->fault, MYO_ERROR, MYO_ERROR_STORE_LOST);
  g_autoptr(GPtrArray) aside = NULL;

  if (!lost && !is_damage (self->fault))
    return;

  self->offer = myo_backup_find_offer (self->folder, self->steps);
  aside = myo_record_files_list_aside (self->folder, "damaged");
  if (!lost)
    self->damaged = g_strdup (self->name);
  else if (aside->len > 0)
    self->damaged = g_strdup (aside->pdata[0]);
}

/* --- Opening, with the lock --- */

/* What is linked is not Myomap's own to move: it is no damage that could be mended.  What is not there is not lost as long as another
 * Myomap has it open: who is alone knows.
 * Returns: whether the file was opened, or there is no more to be done about @fault */
static gboolean
try_file (MyoLedger  *self,
          gboolean    alone,
          gboolean    anew,
          GError    **fault)
{
  Look seen = look (self);

  if (seen == LOOKS_EMPTIED)
    myo_database_error_set (fault, MYO_ERROR_STORE_DAMAGED, self->path, "nothing is left of it beside a log");
  else if (seen == LOOKS_USED)
    open_file (self, anew, fault);
  else if (seen == LOOKS_NEW && alone && !anew && myo_record_database_is_missed (self->folder, self->steps))
    myo_database_error_set (fault, MYO_ERROR_STORE_LOST, self->path, "not there, or empty");

  if (is_damage (*fault) && is_linked (self))
    (*fault)->code = MYO_ERROR_STORE_FOREIGN;
  if (is_damage (*fault))
    return !anew;
  return seen == LOOKS_USED || *fault != NULL;
}

static gboolean
make_new (MyoLedger  *self,
          gboolean    anew,
          GError    **error)
{
  if (myo_record_files_size (self->path, "") < 0 && !myo_record_files_create (self->path, error))
    return FALSE;

  return open_file (self, anew, error);
}

/* What is damaged makes room. */
static gboolean
replace_by_new (MyoLedger  *self,
                gboolean    anew,
                GError    **error)
{
  self->damaged = myo_record_files_move_aside (self->name, "damaged", error);
  return self->damaged != NULL && make_new (self, anew, error);
}

/* @alone: whether nobody else has the records open
 * @again: (out): set when this can only go on alone */
static gboolean
open_once (MyoLedger  *self,
           gboolean    alone,
           gboolean    anew,
           gboolean   *again,
           GError    **error)
{
  g_autoptr(GError) fault = NULL;

  *again = !alone && myo_restoring_left_something (self->name);
  if (*again || (alone && !myo_restoring_tidy_up (self->name, error)))
    return FALSE;

  if (try_file (self, alone, anew, &fault))
    {
      if (fault != NULL)
        g_propagate_error (error, g_steal_pointer (&fault));
      return self->database != NULL && self->database->writable;
    }

  *again = !alone;
  if (*again)
    return FALSE;
  return fault != NULL ? replace_by_new (self, anew, error) : make_new (self, anew, error);
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
                gboolean    anew,
                GError    **error)
{
  gint64 deadline = g_get_monotonic_time () + MYO_DATABASE_BUSY_MS * G_TIME_SPAN_MILLISECOND;
  gboolean alone, again, done;

  do
    {
      if (!myo_record_files_lock (self->lock, FALSE, MYO_DATABASE_BUSY_MS))
        return fail_locked (self, error);
      done = open_once (self, FALSE, anew, &again, error);
      if (!again)
        return done;

      alone = myo_record_files_lock (self->lock, TRUE, 50);
      if (alone)
        {
          done = open_once (self, TRUE, anew, &again, error);
          myo_record_files_lock (self->lock, FALSE, MYO_DATABASE_BUSY_MS);
          return done;
        }
    }
  while (g_get_monotonic_time () < deadline);

  return fail_locked (self, error);
}

/* Keeps @fault for those who come later, and hands it on. */
static gboolean
settle_fault (MyoLedger  *self,
              GError     *fault,
              GError    **error)
{
  if (self->database == NULL)
    myo_ledger_close (self);
  if (fault == NULL)
    return TRUE;

  self->fault = g_error_copy (fault);
  find_answers (self);
  g_propagate_error (error, fault);
  return FALSE;
}

static gboolean
open_ledger (MyoLedger  *self,
             gboolean    anew,
             GError    **error)
{
  GError *fault = NULL;

  if (enter_folder (self, &fault))
    open_with_lock (self, anew, &fault);
  return settle_fault (self, fault, error);
}

gboolean
myo_ledger_open (MyoLedger  *self,
                 GError    **error)
{
  return open_ledger (self, FALSE, error);
}

gboolean
myo_ledger_start_anew (MyoLedger  *self,
                       GError    **error)
{
  return open_ledger (self, TRUE, error);
}

/* --- Restoring --- */

static gboolean
is_of_contents (const GError *error)
{
  return is_damage (error) || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_NEWER) || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FOREIGN);
}

/* What is in a linked file and cannot be read stays in it: then the link makes room. */
static gboolean
put_in_place (MyoLedger   *self,
              const char  *backup,
              const char  *why,
              GError     **error)
{
  g_autoptr(GError) fault = NULL;

  if (is_linked (self) && myo_restoring_fill (self->name, self->path, backup, self->steps, &fault))
    return TRUE;
  if (fault == NULL || is_of_contents (fault))
    return myo_restoring_run (self->name, backup, why, self->steps, error);

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* What was broken off when the place was free already is brought to its end by the next opening. */
static gboolean
open_restored (MyoLedger *self,
               gboolean   in_place)
{
  gboolean under_way = !in_place && myo_restoring_left_something (self->name);

  myo_ledger_open (self, NULL);
  return in_place || (under_way && !myo_restoring_left_something (self->name));
}

/* After a fault what was there is still there, and open as far as it can be. */
gboolean
myo_ledger_restore (MyoLedger   *self,
                    const char  *backup,
                    GError     **error)
{
  const char *why = is_damage (self->fault) ? "damaged" : "replaced";
  g_autoptr(GError) fault = NULL;
  gboolean in_place = FALSE;

  if (!enter_folder (self, &fault))
    return settle_fault (self, g_steal_pointer (&fault), error);

  if (!myo_record_files_lock (self->lock, TRUE, MYO_DATABASE_BUSY_MS))
    fail_locked (self, &fault);
  else
    in_place = put_in_place (self, backup, why, &fault);

  if (open_restored (self, in_place))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
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
  state->offer = self->offer != NULL ? myo_records_offer_copy (self->offer) : NULL;
  state->backups = self->backups != NULL ? g_error_copy (self->backups) : NULL;
}

void
myo_ledger_state_clear (MyoLedgerState *state)
{
  g_clear_pointer (&state->damaged, g_free);
  g_clear_pointer (&state->offer, myo_records_offer_free);
  g_clear_error (&state->backups);
}
