/* The sheet of a drawing with all its words: what is printed, exported and handed over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-sheet.h"
#include "myo-pain-study.h"

G_BEGIN_DECLS

typedef struct _MyoPainHandout MyoPainHandout;

/** myo_pain_handout_new: @study: must be ready; @subtitle: (nullable): beneath the title, such as the day
 * Returns: (transfer full): the sheet of what it holds now */
MyoPainHandout     *myo_pain_handout_new       (MyoPainStudy *study, MyoDrawings *drawings, const char *subtitle);
void                myo_pain_handout_free      (MyoPainHandout *self);
/** myo_pain_handout_get_sheet: Returns: (transfer none): valid as long as the handout, which keeps what was painted; may be drawn in any
 * thread */
const MyoPainSheet *myo_pain_handout_get_sheet (MyoPainHandout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoPainHandout, myo_pain_handout_free)

G_END_DECLS
