/* What a disk holds after its power was cut: calls that were recorded are done again up to one of them, and of what was never
 * synced each part may be there, be missing, or be there by half.
 *
 * What a file system promises is what POSIX does and no more: the content of a file once it was synced, a name once its folder was.
 * Names keep their order, as every file system with a journal does; what is written to files keeps none.  Half a write ends at a
 * sector of 512 bytes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef enum
{
  DISK_LOSES_ALL,        /* of what was not synced */
  DISK_LOSES_NOTHING,
  DISK_LOSES_SOME,       /* drawn by lot, torn writes among it */
} DiskLoss;

/** disk_model_write: @calls: (element-type FileCall): recorded; @n: how many of them were done; @folder: empty, is filled */
void  disk_model_write     (GPtrArray *calls, guint n, DiskLoss loss, GRand *lot, const char *folder);

/** disk_model_last_mark: Returns: the newest mark among the first @n calls, -1: none */
int   disk_model_last_mark (GPtrArray *calls, guint n);
