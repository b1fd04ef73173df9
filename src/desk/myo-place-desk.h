/* What the person looks at on the body, and what pain there can come from.
 *
 * Holds the selection, which whoever shows the body changes (a click, Return on a place that has the focus), and the finder.  The answer to the
 * place that was asked about is made here once, for all who show it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-study.h"
#include "myo-place-answer.h"
#include "myo-selection.h"

G_BEGIN_DECLS

#define MYO_TYPE_PLACE_DESK (myo_place_desk_get_type ())
G_DECLARE_FINAL_TYPE (MyoPlaceDesk, myo_place_desk, MYO, PLACE_DESK, GObject)

/* Signal: changed (): there is another answer, or none any more; before the way follows the place */

/** myo_place_desk_new: Returns: (transfer full): with nothing selected */
MyoPlaceDesk   *myo_place_desk_new            (MyoAtlas *atlas, MyoDrawings *drawings);
/** myo_place_desk_get_selection: Returns: (transfer none): the muscle and the place that are looked at */
MyoSelection   *myo_place_desk_get_selection  (MyoPlaceDesk *self);
/** myo_place_desk_get_finder: Returns: (transfer none) */
MyoFinder      *myo_place_desk_get_finder     (MyoPlaceDesk *self);

/** myo_place_desk_get_answer: Returns: (transfer none) (nullable): for the place of the selection; %NULL while there is none,
 * and with a large atlas until it has been looked through: changed tells */
MyoPlaceAnswer *myo_place_desk_get_answer     (MyoPlaceDesk *self);
/** myo_place_desk_answer_painted: Returns: (transfer full): for what is painted, by stroke or by mark, in @study; nameless and without candidates before
 * it is ready */
MyoPlaceAnswer *myo_place_desk_answer_painted (MyoPlaceDesk *self, MyoPainStudy *study);
/** myo_place_desk_choose: selects the muscle of a candidate, with the point that makes it one */
void            myo_place_desk_choose         (MyoPlaceDesk *self, const MyoCandidate *candidate);

G_END_DECLS
