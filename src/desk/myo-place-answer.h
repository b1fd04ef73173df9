/* What pain at a place can come from: one answer, whether the place was clicked, named or painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-finder.h"

G_BEGIN_DECLS

/** MyoPlaceAnswer: plain data that does not change, reference-counted */
typedef struct
{
  gatomicrefcount ref_count;

  char      *where;          /* the place in words: "Temple, right", or all that is painted; NULL when it has no name */
  GPtrArray *candidates;     /* of MyoCandidate, best first */
} MyoPlaceAnswer;

/** myo_place_answer_new: @where: (transfer full) (nullable); @candidates: (transfer full) (element-type MyoCandidate).  Returns: (transfer full) */
MyoPlaceAnswer *myo_place_answer_new            (char *where, GPtrArray *candidates);
/** myo_place_answer_ref: Returns: (transfer full): @self */
MyoPlaceAnswer *myo_place_answer_ref            (MyoPlaceAnswer *self);
/** myo_place_answer_unref: lets go of it; freed when nobody holds it any more */
void            myo_place_answer_unref          (MyoPlaceAnswer *self);

/** myo_place_answer_describe_count: Returns: (transfer full): "Pain here can come from 3 muscles" */
char           *myo_place_answer_describe_count (const MyoPlaceAnswer *self);
/** myo_place_answer_describe_why: Returns: (transfer full): for a place that was clicked: which point of the candidate sends pain there and how
 * commonly: "TrP1 · sends its main pain here" */
char           *myo_place_answer_describe_why   (const MyoCandidate *candidate);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoPlaceAnswer, myo_place_answer_unref)

G_END_DECLS
