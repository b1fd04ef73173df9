/* XML → atlas.  No network, no external entities, bounded depth and size; errors as `file:line: what is wrong`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-atlas.h"

G_BEGIN_DECLS

/** MyoAtlasProblem: why a pack was refused, or a fault in a file; @line is 0 when it concerns the whole file */
typedef struct
{
  char *file;
  int   line;
  char *reason;
} MyoAtlasProblem;

void              myo_atlas_problem_free      (MyoAtlasProblem *self);
/** myo_atlas_problem_to_string: Returns: (transfer full): `file:line: reason` */
char             *myo_atlas_problem_to_string (const MyoAtlasProblem *self);

/** myo_atlas_read_builtin: reads the atlas compiled into the program.
 * Returns: (transfer full) (nullable): the atlas, or %NULL with @error (%MYO_ERROR_ATLAS) */
MyoAtlas         *myo_atlas_read_builtin      (GError **error);

/** myo_atlas_read_bytes: reads one file's content; schema and references are checked, references against itself and @base.
 * @name: what to call it in errors
 * @base: (nullable): the atlas that ids may refer to
 * @problems: (nullable) (element-type MyoAtlasProblem): gets every fault found (free func set by the caller)
 * Returns: (transfer full) (nullable): the pack's atlas, or %NULL with @error whose message is the first fault */
MyoAtlas         *myo_atlas_read_bytes        (GBytes *bytes, const char *name, MyoAtlas *base,
                                               GPtrArray *problems, GError **error);

/** myo_atlas_read_file: the same for a file on disk */
MyoAtlas         *myo_atlas_read_file         (GFile *file, MyoAtlas *base, GPtrArray *problems, GError **error);

/** myo_atlas_load_packs: merges every `*.xml` in @folder into @atlas, in the order of names; a bad pack is refused whole.
 * A folder that does not exist is no fault.
 * Returns: (transfer full) (element-type MyoAtlasProblem): one problem for each pack refused, maybe empty */
GPtrArray        *myo_atlas_load_packs        (MyoAtlas *atlas, GFile *folder);

G_END_DECLS
