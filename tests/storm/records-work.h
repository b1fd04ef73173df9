/* A day with the records, in numbered steps: made, opened, sessions, holds, drawings, draft, removed, undone, backed up, restored.
 *
 * Each step is told as done when the store has said so; what the records then say is the step's digest.  Whatever happens to the
 * program or the disk, the records must afterwards say what the last step that was told says, or what the step after it says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store-kit.h"

/** records_work_n_steps: Returns: how many steps there are */
guint    records_work_n_steps (void);

/** records_work_step: does step @n, counted from 0, on @kit's store.  Returns: whether the store says that it is done */
gboolean records_work_step   (Kit *kit, guint n, GError **error);

/* The step that brings a backup back. */
#define RECORDS_WORK_RESTORE 17

/** records_work_find_backup: Returns: (transfer full) (nullable): the backup that it will bring back */
char    *records_work_find_backup (Kit *kit);

/** records_work_digest: @path: of records, which may be in use.
 * Returns: (transfer full): all that they say, in one line; "" when there are no tables */
char    *records_work_digest  (const char *path);
