/* Copies of the records, in the folder `backups` beside them, named by the moment (UTC) at which they were made.
 *
 * A backup gets its name only when it is complete, checked and on the disk.  The newest few are kept.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"

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

/** myo_backup_find_newest: Returns: (transfer full) (nullable): path of the newest backup that is whole and that this version can read */
char    *myo_backup_find_newest  (const char *folder, guint newest_version);

/** myo_backup_copy: copies the whole backup @from to the new file @to (0600), checked and on the disk when it returns.
 * @newest_version: of the tables that this program knows; a newer backup is refused */
gboolean myo_backup_copy         (const char *from, const char *to, guint newest_version, GError **error);

G_END_DECLS
