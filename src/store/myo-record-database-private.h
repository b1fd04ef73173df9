/* The file of the records as a database: that it is ours and whole, upgraded, tidied and backed up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"

G_BEGIN_DECLS

/** myo_record_database_open_to_write: opens @path, which may be empty, brings its tables to the newest form and removes for good what was
 * deleted.  Before it upgrades, and when the day's backup is due, it makes one.
 * @folder: of the records; @steps: migrations, ended by %NULL
 * @may_be_empty: whether it was chosen that there be no session yet, which is noted then
 * @backups: (out) (transfer full) (nullable): %MYO_ERROR_STORE_BACKUP when something is wrong with a backup alone
 * Faults: %MYO_ERROR_STORE_DAMAGED, %MYO_ERROR_STORE_LOST, %MYO_ERROR_STORE_FOREIGN, %MYO_ERROR_STORE_NEWER, %MYO_ERROR_STORE_LOCKED,
 * %MYO_ERROR_STORE_FULL, %MYO_ERROR_STORE_READ_ONLY, %MYO_ERROR_STORE; then nothing of what it holds was changed
 * Returns: (transfer full): %NULL with @error set */
MyoDatabase *myo_record_database_open_to_write (const char *path, const char *folder, const char * const *steps, gboolean may_be_empty,
                                                GError **backups, GError **error);

/** myo_record_database_is_missed: Returns: whether records that are not there, or were never used, are missed: there is an offer, or a
 * file that was put aside as damaged */
gboolean     myo_record_database_is_missed     (const char *folder, const char * const *steps);

/** myo_record_database_open_to_read: opens @path as it is, also without the right to write beside it; tables of an older version only
 * lack what came later.
 * @steps, faults: as above; %MYO_ERROR_STORE_READ_ONLY also when there is nothing to read
 * Returns: (transfer full): %NULL with @error set */
MyoDatabase *myo_record_database_open_to_read  (const char *path, const char * const *steps, GError **error);

G_END_DECLS
