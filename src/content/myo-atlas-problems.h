/* What is wrong with an atlas, and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MyoAtlasProblem: why a pack was refused, or a fault in a file; @line is 0 when it concerns the whole file */
typedef struct
{
  char *file;
  int   line;
  char *reason;
} MyoAtlasProblem;

/** myo_atlas_problem_free: frees @self, never %NULL, and its texts */
void  myo_atlas_problem_free      (MyoAtlasProblem *self);
/** myo_atlas_problem_to_string: Returns: (transfer full): `file:line: reason` */
char *myo_atlas_problem_to_string (const MyoAtlasProblem *self);

G_END_DECLS
