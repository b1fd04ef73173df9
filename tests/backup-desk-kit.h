/* What the tests of the backup desk share: real records with their desks, and what is told of the backups.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/stat.h>
#include <utime.h>

#include "desk-kit.h"
#include "myo-backup-desk.h"
#include "myo-backup-private.h"
#include "store-file-kit.h"

typedef struct
{
  Desk            d;
  MyoRecordsDesk *records;
  MyoBackupDesk  *backups;
  GString        *told;          /* a word for each thing done, in the order in which it was told */
  GError         *fault;         /* the last one */
  MyoBackupEntry *considered;
} Fixture;

/* --- Set-up --- */

static inline void
note_done (Fixture *f, int deed)
{
  static const char *const words[] = { "by-itself", "made", "listed", "considered", "saved", "back" };

  if (deed != MYO_BACKUP_LISTED && deed != MYO_BACKUP_CONSIDERED)
    g_string_append_printf (f->told, "%s ", words[deed]);
}

static inline void
note_failed (Fixture *f, int deed, const GError *error)
{
  g_string_append (f->told, "failed ");
  g_clear_error (&f->fault);
  f->fault = g_error_copy (error);
}

static inline void
note_considered (Fixture *f, MyoBackupEntry *entry)
{
  g_set_object (&f->considered, entry);
}

static inline void
set_up (Fixture *f, gconstpointer unused)
{
  desk_set_up (&f->d, NULL);
  f->told = g_string_new (NULL);
  f->records = myo_records_desk_new (f->d.kit.store, f->d.desk, MYO_CLOCK (f->d.clock));
  f->backups = myo_backup_desk_new (MYO_BACKUPS (f->d.kit.store), f->records, f->d.desk, MYO_CLOCK (f->d.clock));
  g_signal_connect_swapped (f->backups, "done", G_CALLBACK (note_done), f);
  g_signal_connect_swapped (f->backups, "failed", G_CALLBACK (note_failed), f);
  g_signal_connect_swapped (f->backups, "considered", G_CALLBACK (note_considered), f);
}

static inline void
tear_down (Fixture *f, gconstpointer unused)
{
  desk_settle (&f->d);
  g_clear_object (&f->considered);
  g_assert_finalize_object (f->backups);
  myo_session_desk_close (f->d.desk, NULL);
  desk_settle (&f->d);
  g_assert_finalize_object (f->records);
  desk_tear_down (&f->d, NULL);
  g_string_free (f->told, TRUE);
  g_clear_error (&f->fault);
}

/* --- Steps --- */

static inline void
open_records (Fixture *f, guint n)
{
  kit_must_open (&f->d.kit);
  kit_fill (&f->d.kit, n);
  kit_close (&f->d.kit);
  myo_records_desk_open (f->records);
  WAIT_UNTIL (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  desk_settle (&f->d);
}

static inline void
wait_until_told (Fixture *f, const char *words)
{
  WAIT_UNTIL (f->told->len > 0);
  g_assert_cmpstr (f->told->str, ==, words);
  g_string_truncate (f->told, 0);
}

static inline guint
count_backups (Fixture *f, const char *prefix)
{
  g_autofree char *folder = g_build_filename (f->d.kit.folder, "backups", NULL);

  return kit_count_files (folder, prefix, ".db");
}

/* The backups are a day older than they were. */
static inline void
let_age (Fixture *f)
{
  g_autoptr(GPtrArray) paths = myo_backup_list (f->d.kit.folder);

  for (guint i = 0; i < paths->len; i++)
    {
      struct utimbuf yesterday = { .modtime = g_get_real_time () / G_USEC_PER_SEC - 25 * 3600 };

      utime (paths->pdata[i], &yesterday);
    }
}

static inline void
refresh (Fixture *f)
{
  myo_backup_desk_refresh (f->backups);
  WAIT_UNTIL (myo_backup_desk_get_hindrance (f->backups) != MYO_BACKUP_BUSY);
}

static inline MyoBackupEntry *
get_entry (Fixture *f, guint i)
{
  g_autoptr(MyoBackupEntry) entry = g_list_model_get_item (myo_backup_desk_get_entries (f->backups), i);

  g_assert_nonnull (entry);
  return entry;
}

static inline void
make (Fixture *f)
{
  myo_backup_desk_make (f->backups);
  wait_until_told (f, "made ");
  WAIT_UNTIL (myo_backup_desk_get_hindrance (f->backups) != MYO_BACKUP_BUSY);
}

static inline GFile *
in_folder (Fixture *f, const char *name)
{
  g_autofree char *parent = g_path_get_dirname (f->d.kit.folder);

  return g_file_new_build_filename (parent, name, NULL);
}

static inline void
consider (Fixture *f, GFile *file)
{
  g_clear_object (&f->considered);
  myo_backup_desk_consider (f->backups, file);
  WAIT_UNTIL (f->considered != NULL || f->told->len > 0);
}

static inline void
bring_back (Fixture *f)
{
  myo_backup_desk_bring_back (f->backups, f->considered);
  WAIT_UNTIL (f->told->len > 0);
  WAIT_UNTIL (myo_backup_desk_get_hindrance (f->backups) != MYO_BACKUP_BUSY);
  desk_settle (&f->d);
}

static inline void
add_session (Fixture *f)
{
  g_autoptr(MyoSession) session = kit_session (g_get_real_time (), MYO_END_DONE);

  g_assert_cmpint (kit_save (&f->d.kit, session, NULL), >, 0);
}
