/* Copies of the records, in the folder `backups` beside them, named by the moment (UTC) at which they were made.
 *
 * A backup gets its name only when it is complete, checked and on the disk.  The newest few are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-backup-names-private.h"
#include "myo-database-private.h"
#include "myo-records.h"

G_BEGIN_DECLS

/** myo_backup_make: copies @database, as it is at this moment, to a new backup and lets go of the oldest ones.
 * @folder: the folder of the records
 * Returns: (transfer full): path of the backup, %NULL with @error set */
char    *myo_backup_make         (MyoDatabase *database, const char *folder, GError **error);

/** myo_backup_keep: the same for one that somebody asked for, or that is brought back to undo something: the daily ones do not push it out.
 * @unless_same: nothing is made when a backup holds the same already, and none is let go of
 * Returns: (transfer full): path of the backup, or of the one with the same in it; %NULL with @error set */
char    *myo_backup_keep         (MyoDatabase *database, const char *folder, gboolean unless_same, GError **error);

/** myo_backup_save: copies @database to the new file @path (0600), or in the place of the one that is there, which stays as it is when that
 * fails.  What is marked deleted is left out */
gboolean myo_backup_save         (MyoDatabase *database, const char *path, GError **error);

/** myo_backup_open: @path: of a backup, or any other file; @steps: migrations that this program knows, ended by %NULL
 * @check: whether to read it from end to end
 * Faults: %MYO_ERROR_STORE_NEWER, %MYO_ERROR_STORE_FOREIGN, %MYO_ERROR_STORE_DAMAGED
 * Returns: (transfer full): to be read; %NULL with @error set */
MyoDatabase *myo_backup_open     (const char *path, const char * const *steps, gboolean check, GError **error);

/** myo_backup_find_offer: @steps: migrations that this program knows, ended by %NULL
 * Returns: (transfer full) (nullable): the newest backup that is whole, that this program can read and that holds sessions */
MyoRecordsOffer *myo_backup_find_offer (const char *folder, const char * const *steps);

/** myo_backup_copy: copies the whole backup @from to the new file @to (0600), checked and on the disk when it returns.
 * @steps: as above; a newer backup, and what is none, is refused */
gboolean myo_backup_copy         (const char *from, const char *to, const char * const *steps, GError **error);

/** myo_backup_fill: writes what is in @backup, as of myo_backup_open(), over what is in the file @to, which stays the same file: all of it,
 * or nothing whatever happens */
gboolean myo_backup_fill         (MyoDatabase *backup, const char *to, GError **error);

/** myo_backup_rewrite: changes the backup @path by @change, in a copy of it which takes its place, and its age, when it is on the disk.
 * Whatever happens the backup is as it was, or changed as a whole.
 * @wanted: asked of the backup first: %FALSE without an error leaves it as it is
 * @change: on the copy, in a transaction; what it deletes is overwritten
 * @steps: as above
 * Returns: whether that worked, or was not wanted */
gboolean myo_backup_rewrite      (const char *path, MyoDatabaseFunc wanted, MyoDatabaseFunc change, gpointer data,
                                  const char * const *steps, GError **error);

G_END_DECLS
