/* What comes before muscles are named for a painted pain: the questions it raises, one after the other, and the warning when one is answered
 * with yes.
 *
 *                 a question            yes: an alarm                   the person wants the muscles all the same
 *   CLEAR ──────▶ ASK ────────────────▶ WARN ─────────────────────────▶ ASK, for what is still to be asked
 *     ▲            │ no, and no other    ▲                               │
 *     └────────────┘                     └───────────────────────────────┤ another alarm
 *                                                                        ▼
 *                                                                       WARNED: the warning stays, the muscles are shown
 *
 * An alarm goes before further questions.  What was wanted in spite of one alarm holds for that alarm and as long as it stands: once it is gone, by
 * another answer or another drawing, it is forgotten.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-study.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_SCREENING_CLEAR,         /* the muscles may be shown */
  MYO_SCREENING_ASK,           /* a question first */
  MYO_SCREENING_WARN,          /* the alarm instead; the muscles are there for who wants them all the same */
  MYO_SCREENING_WARNED,        /* the alarm, and the muscles */
} MyoScreeningStep;

#define MYO_TYPE_SCREENING_DESK (myo_screening_desk_get_type ())
G_DECLARE_FINAL_TYPE (MyoScreeningDesk, myo_screening_desk, MYO, SCREENING_DESK, GObject)

/* Signal: changed ()  the person wants the muscles all the same; what the study or its findings change, they tell themselves */

/** myo_screening_desk_new: @study: whose painted pain and findings decide.  Returns: (transfer full) */
MyoScreeningDesk *myo_screening_desk_new         (MyoPainStudy *study);
/** myo_screening_desk_get_step: @flag: (out) (transfer none) (nullable): what is to be asked or warned of; %NULL when CLEAR.
 * Returns: what comes next; CLEAR also while the body is not measured yet */
MyoScreeningStep  myo_screening_desk_get_step    (MyoScreeningDesk *self, const MyoFlag **flag);
/** myo_screening_desk_show_anyway: in spite of the alarm that stands */
void              myo_screening_desk_show_anyway (MyoScreeningDesk *self);
/** myo_screening_desk_is_denied: Returns: whether something that the drawing raises was answered with no: it may have been a mistake */
gboolean          myo_screening_desk_is_denied   (MyoScreeningDesk *self);
/** myo_screening_desk_ask_again: takes those answers back */
void              myo_screening_desk_ask_again   (MyoScreeningDesk *self);

G_END_DECLS
