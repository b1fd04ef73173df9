/* Do the documents agree with each other, with the atlas they build upon, and with the body's frame?
 *
 * What the schema cannot tell: ids that lead nowhere, areas in views that do not show their region, path data, spots off
 * the right half of the body.  Works on documents that the schema refuses too, and is silent on what the schema tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"

G_BEGIN_DECLS

/** myo_atlas_check_references: @documents: (element-type MyoAtlasDocument); @base: (nullable); @problems: gets every fault */
void myo_atlas_check_references (GPtrArray *documents, MyoAtlas *base, GPtrArray *problems);

G_END_DECLS
