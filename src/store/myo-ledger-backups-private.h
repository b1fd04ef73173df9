/* The backups of the records, as the worker makes, lists and reads them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-backups.h"
#include "myo-ledger-private.h"

G_BEGIN_DECLS

/** myo_ledger_make_backup: as of myo_backups_make_async() */
gboolean   myo_ledger_make_backup  (MyoLedger *self, MyoBackupCause cause, GError **error);
/** myo_ledger_list_backups: Returns: (transfer full) (element-type MyoBackup): newest first; what is in them is read, not checked */
GPtrArray *myo_ledger_list_backups (MyoLedger *self);
/** myo_ledger_look_at: checks the file @path and compares it with the records, where these can be read.
 * Returns: (transfer full): %NULL with @error set when it cannot be brought back */
MyoBackup *myo_ledger_look_at      (MyoLedger *self, const char *path, GError **error);
/** myo_ledger_save_copy: writes the records to @path, in the place of what has its name; the records themselves are refused */
gboolean   myo_ledger_save_copy    (MyoLedger *self, const char *path, GError **error);

G_END_DECLS
