/* A drawing under study: what it covers, which muscles explain it, what is to be asked first.
 *
 * Holds the drawing that is being made and what was found beside it, and keeps the answer up to date as both change: at once, for the
 * ranking takes a fraction of a millisecond.  The body grid and the patterns of the atlas are made in a thread when first needed; until
 * then there is no answer.  What a large drawing covers is made in a thread too whenever it is another: opened, taken back, done again;
 * there is no answer meanwhile either, and it can be painted on.
 *
 * A stroke that the drawing cannot take (see its limits) is refused as soon as it would exceed them: it is neither shown nor kept, what is
 * there stays, and `failed` tells so once, until the drawing has changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-coverage.h"
#include "myo-finder.h"
#include "myo-findings.h"
#include "myo-pain-drawing.h"

G_BEGIN_DECLS

#define MYO_TYPE_PAIN_STUDY (myo_pain_study_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainStudy, myo_pain_study, MYO, PAIN_STUDY, GObject)

/* Signals
 *   changed ()     the answer: after the drawing, a stroke under way or the findings changed, or when it has become ready
 *   painted ()     the stroke under way has grown
 *   failed (GError *)  the grid could not be made; or a stroke is refused (%MYO_ERROR_DRAWING_FULL) */

/** myo_pain_study_new: Returns: (transfer full): an empty drawing of its own, not ready; @finder must be of @atlas and @drawings */
MyoPainStudy    *myo_pain_study_new             (MyoAtlas *atlas, MyoDrawings *drawings, MyoFinder *finder);
/** myo_pain_study_prepare: has what the answer needs made in a thread, unless it is there or under way */
void             myo_pain_study_prepare         (MyoPainStudy *self);
/** myo_pain_study_prepare_now: the same, waiting for what threads are at, with the main context running meanwhile.
 * Returns: %FALSE with @error when the drawings cannot be read */
gboolean         myo_pain_study_prepare_now     (MyoPainStudy *self, GError **error);
/** myo_pain_study_is_ready: Returns: whether there is an answer: not before the body is measured, nor while a large drawing is */
gboolean         myo_pain_study_is_ready        (MyoPainStudy *self);

/** myo_pain_study_get_atlas: Returns: (transfer none) */
MyoAtlas        *myo_pain_study_get_atlas       (MyoPainStudy *self);
/** myo_pain_study_get_drawing: Returns: (transfer none): the same one as long as the study: to be changed, not exchanged */
MyoPainDrawing  *myo_pain_study_get_drawing     (MyoPainStudy *self);
/** myo_pain_study_get_findings: Returns: (transfer none): the same ones as long as the study */
MyoFindings     *myo_pain_study_get_findings    (MyoPainStudy *self);
/** myo_pain_study_get_grid: Returns: (nullable): %NULL before it is ready */
MyoBodyGrid     *myo_pain_study_get_grid        (MyoPainStudy *self);
/** myo_pain_study_get_coverage: Returns: (transfer none) (nullable): with the stroke under way; %NULL when it is not ready */
MyoCoverage     *myo_pain_study_get_coverage    (MyoPainStudy *self);

/** myo_pain_study_get_candidates: Returns: (transfer none) (element-type MyoCandidate): best first; empty before it is ready */
GPtrArray       *myo_pain_study_get_candidates  (MyoPainStudy *self);
/** myo_pain_study_get_explanations: Returns: (transfer none) (element-type MyoExplanation): the smallest sets; made when asked for */
GPtrArray       *myo_pain_study_get_explanations (MyoPainStudy *self);
/** myo_pain_study_get_unexplained: Returns: (transfer none) (element-type MyoCoveredRegion): where no muscle sends pain; made when asked for */
GArray          *myo_pain_study_get_unexplained (MyoPainStudy *self);

/* A stroke under way: shown and answered as it grows, part of the drawing when it ends. */

/** myo_pain_study_begin_stroke: @stroke: (transfer full): with its first dab; none is under way afterwards when it is refused */
void             myo_pain_study_begin_stroke    (MyoPainStudy *self, MyoStroke *stroke);
/** myo_pain_study_extend_stroke: a dab more; @x, @y: mm of the stroke's view; @radius: mm; while one is under way */
void             myo_pain_study_extend_stroke   (MyoPainStudy *self, double x, double y, double radius);
/** myo_pain_study_end_stroke: it becomes part of the drawing, to be undone as one */
void             myo_pain_study_end_stroke      (MyoPainStudy *self);
/** myo_pain_study_cancel_stroke: as if it had not begun */
void             myo_pain_study_cancel_stroke   (MyoPainStudy *self);
/** myo_pain_study_get_stroke: Returns: (transfer none) (nullable): the stroke under way */
const MyoStroke *myo_pain_study_get_stroke      (MyoPainStudy *self);

/** myo_pain_study_toggle_region: marks a region as a whole or, when most of it is painted, takes all of it away; @intensity: 1–10 */
void             myo_pain_study_toggle_region   (MyoPainStudy *self, const char *region, MyoSide side, int intensity, MyoQuality quality);
/** myo_pain_study_is_painted: Returns: whether most of that region is painted or it is marked */
gboolean         myo_pain_study_is_painted      (MyoPainStudy *self, const char *region, MyoSide side);
/** myo_pain_study_reset: another drawing: nothing painted, nothing found, nothing to undo */
void             myo_pain_study_reset           (MyoPainStudy *self);

G_END_DECLS
