/* How pain changed: two drawings of it, before and after a session, told place by place.
 *
 *   nothing ──▸ live: the second drawing is the one that is being painted; the lines follow it ten times a second
 *          └──▸ stored: both are of the records; or only the first is, which is told in words then
 *
 * Either way there is no answer until the body is measured, which the study has done when it is asked for, and what the drawings cover
 * of it; of large ones that is done in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-clock.h"
#include "myo-pain-study.h"

G_BEGIN_DECLS

/** MyoPainLine: what became of one place */
typedef struct
{
  char  *words;
  double before, after;      /* area and strength together, as shares of the most there is in any line; strength alone for what has no skin of its own;
                              * 0 when nothing is compared */
} MyoPainLine;

#define MYO_TYPE_PAIN_COMPARISON (myo_pain_comparison_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainComparison, myo_pain_comparison, MYO, PAIN_COMPARISON, GObject)

/* Signals
 *   begun ()      other drawings are compared from now on
 *   changed ()    the lines are others, or there are some at last */

/** myo_pain_comparison_new: Returns: (transfer full): of nothing yet; @clock: tells when the lines follow the brush */
MyoPainComparison *myo_pain_comparison_new         (MyoPainStudy *study, MyoClock *clock);
/** myo_pain_comparison_begin: compares a copy of @before with what @study's drawing shows from now on */
void               myo_pain_comparison_begin       (MyoPainComparison *self, MyoPainDrawing *before);
/** myo_pain_comparison_show: compares copies of two stored drawings; @after: (nullable): only the first is told then */
void               myo_pain_comparison_show        (MyoPainComparison *self, MyoPainDrawing *before, MyoPainDrawing *after);

/** myo_pain_comparison_is_live: Returns: whether the second drawing is the one that is being painted */
gboolean           myo_pain_comparison_is_live     (MyoPainComparison *self);
/** myo_pain_comparison_get_before: Returns: (transfer none) (nullable): %NULL before anything is compared */
MyoPainDrawing    *myo_pain_comparison_get_before  (MyoPainComparison *self);
/** myo_pain_comparison_get_after: Returns: (transfer none) (nullable): the second of two stored ones */
MyoPainDrawing    *myo_pain_comparison_get_after   (MyoPainComparison *self);

/** myo_pain_comparison_is_ready: Returns: whether there is an answer: something to compare, and a body that is measured */
gboolean           myo_pain_comparison_is_ready    (MyoPainComparison *self);
/** myo_pain_comparison_is_compared: Returns: whether the lines tell of two drawings, not of one */
gboolean           myo_pain_comparison_is_compared (MyoPainComparison *self);
/** myo_pain_comparison_get_summary: Returns: (nullable): a sentence on the whole, or where it hurts when only one drawing is told; valid until
 * the next change; %NULL before it is ready */
const char        *myo_pain_comparison_get_summary (MyoPainComparison *self);
/** myo_pain_comparison_get_lines: Returns: (transfer none) (element-type MyoPainLine): those with most pain before first; valid until the next
 * change; empty before it is ready */
GPtrArray         *myo_pain_comparison_get_lines   (MyoPainComparison *self);

G_END_DECLS
