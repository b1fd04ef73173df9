/* Copies of the records, in the folder `backups` beside them, named by the moment (UTC) at which they were made.
 *
 * A backup gets its name only when it is complete, checked and on the disk.  The newest few are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"
#include "myo-records.h"

G_BEGIN_DECLS

#define MYO_BACKUPS_KEPT 5

/** myo_backup_make: copies @database, as it is at this moment, to a new backup and lets go of the oldest ones.
 * @folder: the folder of the records
 * Returns: (transfer full): path of the backup, %NULL with @error set */
char    *myo_backup_make         (MyoDatabase *database, const char *folder, GError **error);

/** myo_backup_is_due: @now: µs since 1970, UTC
 * Returns: whether the newest backup is a day old or more, or there is none */
gboolean myo_backup_is_due       (const char *folder, gint64 now);

/** myo_backup_list: Returns: (transfer full) (element-type filename): paths, newest first; not checked */
GPtrArray *myo_backup_list       (const char *folder);

/** myo_backup_find_offer: @steps: migrations that this program knows, ended by %NULL
 * Returns: (transfer full) (nullable): the newest backup that is whole, that this program can read and that holds sessions */
MyoRecordsOffer *myo_backup_find_offer (const char *folder, const char * const *steps);

/** myo_backup_copy: copies the whole backup @from to the new file @to (0600), checked and on the disk when it returns.
 * @steps: as above; a newer backup, and what is none, is refused */
gboolean myo_backup_copy         (const char *from, const char *to, const char * const *steps, GError **error);

/** myo_backup_rewrite: changes the backup @path by @change, in a copy of it which takes its place, and its age, when it is on the disk.
 * Whatever happens the backup is as it was, or changed as a whole.
 * @wanted: asked of the backup first: %FALSE without an error leaves it as it is
 * @change: on the copy, in a transaction; what it deletes is overwritten
 * @steps: as above
 * Returns: whether that worked, or was not wanted */
gboolean myo_backup_rewrite      (const char *path, MyoDatabaseFunc wanted, MyoDatabaseFunc change, gpointer data,
                                  const char * const *steps, GError **error);

G_END_DECLS
