/* The list of faults that reading an atlas collects.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas-problems.h"

G_BEGIN_DECLS

/** myo_atlas_problems_new: Returns: (transfer full) (element-type MyoAtlasProblem): an empty list that owns what it gets */
GPtrArray *myo_atlas_problems_new    (void);

/** myo_atlas_problems_add: adds a fault; beyond some hundreds nobody reads them and they are dropped.
 * @line: 1…, or 0 when it concerns the whole file; @format: a whole sentence */
void       myo_atlas_problems_add    (GPtrArray *self, const char *file, int line, const char *format, ...) G_GNUC_PRINTF (4, 5);

/** myo_atlas_problems_are_full: Returns: whether nothing more is added, so that looking on is in vain */
gboolean   myo_atlas_problems_are_full (GPtrArray *self);

/** myo_atlas_problems_sort: by file and line, so that they read like a compiler's */
void       myo_atlas_problems_sort   (GPtrArray *self);

/** myo_atlas_problems_move: hands all faults on to @to, which frees them in its own way; @to: (nullable): then they stay */
void       myo_atlas_problems_move   (GPtrArray *self, GPtrArray *to);

/** myo_atlas_problems_report: Returns: whether the list is empty; if it is not, @error is its first fault */
gboolean   myo_atlas_problems_report (GPtrArray *self, GError **error);

G_END_DECLS
