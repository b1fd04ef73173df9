/* What reading the built-in atlas and packs share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas-reader.h"

G_BEGIN_DECLS

/** myo_atlas_compare_names: @a, @b: (type char**): the order in which files are read, whatever the locale, so that versions stay the same */
int        myo_atlas_compare_names    (gconstpointer a, gconstpointer b);

/** myo_atlas_parse_inputs: @inputs: (array length=n); @problems: gets the first fault of each that is not well formed
 * Returns: (transfer full) (element-type MyoAtlasDocument): the others */
GPtrArray *myo_atlas_parse_inputs     (const MyoAtlasInput *inputs, guint n, GPtrArray *problems);

/** myo_atlas_build: @documents: (element-type MyoAtlasDocument): those of @inputs; nothing is checked any more
 * Returns: (transfer full): their entries, with the version that @inputs have together */
MyoAtlas  *myo_atlas_build            (GPtrArray *documents, const MyoAtlasInput *inputs, guint n);

/** myo_atlas_combine_versions: gives @atlas the version that it has once a pack of @pack_version was merged into it */
void       myo_atlas_combine_versions (MyoAtlas *atlas, const char *pack_version);

G_END_DECLS
