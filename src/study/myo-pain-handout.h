/* The sheet of a drawing with all its words: what is printed, exported and handed over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-sheet.h"
#include "myo-pain-study.h"

G_BEGIN_DECLS

typedef struct _MyoPainHandout MyoPainHandout;

/** myo_pain_handout_new: @study: must be ready; @subtitle: (nullable): beneath the title, such as the day
 * Returns: (transfer full): the sheet of what it holds now; painted on meanwhile, it stays as it was */
MyoPainHandout     *myo_pain_handout_new       (MyoPainStudy *study, MyoDrawings *drawings, const char *subtitle);

/** myo_pain_handout_new_dated: as myo_pain_handout_new(), with @day beneath the title; a @study that is not ready is made so first, which
 * takes as long as myo_pain_study_prepare_now().
 * Returns: (transfer full) (nullable): %NULL with @error when the study cannot be prepared */
MyoPainHandout     *myo_pain_handout_new_dated (MyoPainStudy *study, MyoDrawings *drawings, GDateTime *day, GError **error);

/** myo_pain_handout_free: the sheet goes with it */
void                myo_pain_handout_free      (MyoPainHandout *self);

/** myo_pain_handout_get_sheet: Returns: (transfer none): valid as long as the handout, which keeps what was painted; may be drawn in any
 * thread */
const MyoPainSheet *myo_pain_handout_get_sheet (MyoPainHandout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoPainHandout, myo_pain_handout_free)

G_END_DECLS
