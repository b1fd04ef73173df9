/* A backup as an item of a list model, with the words that a row of it and the question about it show.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-backups.h"

G_BEGIN_DECLS

#define MYO_TYPE_BACKUP_ENTRY (myo_backup_entry_get_type ())
G_DECLARE_FINAL_TYPE (MyoBackupEntry, myo_backup_entry, MYO, BACKUP_ENTRY, GObject)

/* Properties, all read only
 *   title (string)     when it was made, in local time: "Today, 18:05"
 *   detail (string)    how many sessions it holds and when the last of them was; below it its size and why it was made
 *   whole (gboolean)   whether it can be brought back, as far as is known
 */

/** myo_backup_entry_new: @backup: taken a reference of; no longer changed.  Returns: (transfer full) */
MyoBackupEntry  *myo_backup_entry_new             (MyoBackup *backup);
/** myo_backup_entry_get_backup: Returns: (transfer none): what is shown */
const MyoBackup *myo_backup_entry_get_backup      (MyoBackupEntry *self);
/** myo_backup_entry_describe_change: of a backup that was looked into: what would be different if it were brought back.
 * Returns: (transfer full): whole sentences */
char            *myo_backup_entry_describe_change (MyoBackupEntry *self);

G_END_DECLS
