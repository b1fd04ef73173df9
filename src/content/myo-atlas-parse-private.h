/* A document → entries of the atlas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas-document-private.h"
#include "myo-atlas.h"

G_BEGIN_DECLS

/** myo_atlas_parse_document: adds all entries of @document, which has been checked, to @atlas, its texts translated.
 * Lists come out in the order that people read them: cautions to avoid first, primary zones first. */
void myo_atlas_parse_document (MyoAtlas *atlas, MyoAtlasDocument *document);

G_END_DECLS
