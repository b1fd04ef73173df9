/* Why a document does not follow the grammar, in words for the person who wrote it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas-document-private.h"

G_BEGIN_DECLS

/** myo_atlas_explain: walks @document along the RELAX NG @grammar (not compiled: as written) and adds every fault to @problems,
 * with the element, the attribute and the value it lies in, and what may stand there instead.  The walk goes on after a fault. */
void myo_atlas_explain (xmlDoc *grammar, MyoAtlasDocument *document, GPtrArray *problems);

G_END_DECLS
