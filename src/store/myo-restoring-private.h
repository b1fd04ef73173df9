/* Puts a backup in the place of the records, so that they are what they were, or the backup, whenever the program is killed or the power
 * fails.  Each step is on the disk before the next:
 *
 *   1. records.db.part is made, and checked          killed: it is removed; the records are as they were
 *   2. it is called records.db.ready                 killed: it is removed; the records are as they were
 *   3. records.db, then its journals, moved aside    killed: records.db.ready takes their place
 *   4. records.db.ready is called records.db         killed: done
 *
 * Where records.db is a link only the contents of what it leads to change, in one transaction, after a copy of them was put aside.
 *
 * All but the first belongs where nobody else has the records open.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** myo_restoring_left_something: @name: path of the records in their folder.
 * Returns: whether a restore was broken off */
gboolean myo_restoring_left_something (const char *name);

/** myo_restoring_tidy_up: brings a restore that was broken off to one of its two ends.
 * Returns: %FALSE when what was decided could not be brought to its end; the next time it is tried again */
gboolean myo_restoring_tidy_up        (const char *name, GError **error);

/** myo_restoring_run: @name: path of the records in their folder; a link is moved itself, and where it leads nothing changes
 * @backup: path; checked first
 * @why: what the present file is called from now on: "damaged", "replaced"
 * @steps: migrations, ended by %NULL
 * Faults: %MYO_ERROR_STORE_BACKUP when @backup is not whole, or none; %MYO_ERROR_STORE_FOREIGN when what is to be replaced is no file of
 * Myomap; those of the disk
 * Returns: whether it is in its place */
gboolean myo_restoring_run            (const char *name, const char *backup, const char *why, const char * const *steps, GError **error);

/** myo_restoring_fill: the same where @name is a link, which stays one.
 * @path: where it leads
 * Faults: as of myo_restoring_run(); %MYO_ERROR_STORE_DAMAGED, %MYO_ERROR_STORE_NEWER and %MYO_ERROR_STORE_FOREIGN when what is in @path
 * cannot be put aside, and was left as it is
 * Returns: whether it is in its place */
gboolean myo_restoring_fill           (const char *name, const char *path, const char *backup, const char * const *steps, GError **error);

G_END_DECLS
