/* The element of a muscle, with all that lies in it → model.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "myo-muscle.h"

G_BEGIN_DECLS

/** myo_atlas_parse_muscle: @node: checked.  Returns: (transfer full): its texts translated; cautions to avoid and primary zones come first */
MyoMuscle   *myo_atlas_parse_muscle   (const xmlNode *node);

/** myo_atlas_parse_evidence: @node: checked.  Returns: (transfer full) */
MyoEvidence *myo_atlas_parse_evidence (const xmlNode *node);

G_END_DECLS
