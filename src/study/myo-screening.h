/* Which screening questions a drawing raises, and what else the pain could be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-coverage.h"
#include "myo-findings.h"

G_BEGIN_DECLS

/** myo_screening_list_flags: the flags whose <ask> fits what is painted, those to stop for first, then those of a place, then those for care.
 * A region counts as painted, on either side, from 5 % of it on, a quality as used from 1 cm² on; less counts too when it is a quarter of the
 * drawing, and so does whatever is marked whole.  With both, the quality must be used in that region.  What a flag asks for on one side only counts
 * together: it is not raised when the right and the left side are painted, be it in different regions.
 * Returns: (transfer container) (element-type MyoFlag): the atlas's */
GPtrArray *myo_screening_list_flags      (MyoAtlas *atlas, MyoCoverage *coverage);
/** myo_screening_get_question: Returns: (nullable): the first of them that is not answered in @findings */
const MyoFlag *myo_screening_get_question (MyoAtlas *atlas, MyoCoverage *coverage, MyoFindings *findings);

/** myo_screening_list_conditions: conditions that are felt where the drawing is, by how much of it they cover (weighted with intensity, in tenths), then by
 * how much of their own place is painted.  Those that cover less than a tenth of the drawing and are painted in less than half of their place
 * are left out.
 * Returns: (transfer container) (element-type MyoCondition): at most @most */
GPtrArray *myo_screening_list_conditions (MyoAtlas *atlas, MyoCoverage *coverage, guint most);

G_END_DECLS
