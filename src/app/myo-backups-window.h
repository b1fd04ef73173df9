/* The backups of the records, to be made, brought back and taken to another place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-backup-desk.h"

G_BEGIN_DECLS

#define MYO_TYPE_BACKUPS_WINDOW (myo_backups_window_get_type ())
G_DECLARE_FINAL_TYPE (MyoBackupsWindow, myo_backups_window, MYO, BACKUPS_WINDOW, AdwWindow)

/** myo_backups_window_new: @folder: path where the backups lie, to be told.  Returns: (transfer none): not shown yet */
GtkWindow *myo_backups_window_new (GtkWindow *parent, MyoBackupDesk *desk, const char *folder);

G_END_DECLS
