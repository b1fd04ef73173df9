/* XML → atlas.  No network, no external entities, bounded depth and size; errors as `file:line: what is wrong`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-atlas-problems.h"
#include "myo-atlas.h"

G_BEGIN_DECLS

/** myo_atlas_read_builtin: reads the atlas compiled into the program.
 * Returns: (transfer full) (nullable): the atlas, or %NULL with @error (%MYO_ERROR_ATLAS) */
MyoAtlas         *myo_atlas_read_builtin      (GError **error);

/** myo_atlas_check_builtin: reads the built-in atlas as strictly as a pack: schema and references.  Reading it at start skips
 * both, as it cannot change once it is built; tests and `myomap-atlas check` make up for that.
 * @problems: (element-type MyoAtlasProblem): gets every fault (free func set by the caller)
 * Returns: whether there is none */
gboolean          myo_atlas_check_builtin     (GPtrArray *problems);

/** myo_atlas_locate_builtin: where the entries of the built-in atlas stand, for faults that show only in the drawings.
 * Returns: (transfer full): "muscle/ID", "region/ID", "trigger-point/ID" … → #MyoAtlasProblem with file and line, without a reason */
GHashTable       *myo_atlas_locate_builtin    (void);

/** myo_atlas_load_bytes: Returns: (transfer full) (nullable): the content of @file, but no more than a little beyond the limit of
 * size, so that a file without end is refused like any that is too large */
GBytes           *myo_atlas_load_bytes        (GFile *file, GError **error);

/** MyoAtlasInput: the content of a file and what to call it in errors */
typedef struct
{
  GBytes     *bytes;
  const char *name;
} MyoAtlasInput;

/** myo_atlas_read_inputs: reads several files that may refer to each other; otherwise as myo_atlas_read_bytes().
 * @inputs: (array length=n) */
MyoAtlas         *myo_atlas_read_inputs       (const MyoAtlasInput *inputs, guint n, MyoAtlas *base,
                                               GPtrArray *problems, GError **error);

/** myo_atlas_read_bytes: reads one file's content; schema and references are checked, references against itself and @base.
 * @name: what to call it in errors
 * @base: (nullable): the atlas that ids may refer to
 * @problems: (nullable) (element-type MyoAtlasProblem): gets every fault found (free func set by the caller)
 * Returns: (transfer full) (nullable): the pack's atlas, or %NULL with @error whose message is the first fault */
MyoAtlas         *myo_atlas_read_bytes        (GBytes *bytes, const char *name, MyoAtlas *base,
                                               GPtrArray *problems, GError **error);

/** myo_atlas_read_file: the same for a file on disk, called by its base name in errors */
MyoAtlas         *myo_atlas_read_file         (GFile *file, MyoAtlas *base, GPtrArray *problems, GError **error);

/** myo_atlas_load_packs: merges every `*.xml` in @folder, in capitals or not, into @atlas, in the order of names; a bad pack is refused
 * whole, and so is one that would make the atlas too large.  A folder that does not exist is no fault.
 * Returns: (transfer full) (element-type MyoAtlasProblem): maybe empty; one problem for each pack refused, and for what stands there like a
 * pack or like the folder and is none; @file is the whole path */
GPtrArray        *myo_atlas_load_packs        (MyoAtlas *atlas, GFile *folder);

/** myo_atlas_leave_packs: Returns: (transfer full) (element-type MyoAtlasProblem): one problem: the packs in @folder were not waited for */
GPtrArray        *myo_atlas_leave_packs       (GFile *folder);

G_END_DECLS
