/* Words for what the model holds in numbers and ids: durations, pressures, sides, zones.  Text for people, translated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-routine.h"
#include "myo-session.h"

G_BEGIN_DECLS

/** myo_words_duration: Returns: (transfer full): "45 s" below a minute and a half, else "4 min" or "4 min 30 s"; @ms: ms ≥ 0 */
char       *myo_words_duration        (gint64 ms);
/** myo_words_day: a day in local time, as a heading.
 * @us, @now: µs since 1970, UTC; @now to tell today and yesterday.
 * Returns: (transfer full): "Today", "Yesterday", "Monday, 3 November 2025" */
char       *myo_words_day             (gint64 us, gint64 now);
/** myo_words_side: Returns: (transfer none): "right", "left" or "middle", translated */
const char *myo_words_side            (MyoSide side);
/** myo_words_muscle_side: Returns: (transfer full): "Infraspinatus, right" */
char       *myo_words_muscle_side     (const char *name, MyoSide side);
/** myo_words_pressure: @pressure: 0–10.  Returns: (transfer full): "pressure 5 of 10" */
char       *myo_words_pressure        (int pressure);
/** myo_words_step_kind: Returns: what one does in such a step, as a heading */
const char *myo_words_step_kind       (MyoStepKind kind);
/** myo_words_tempo: Returns: (nullable): how fast */
const char *myo_words_tempo           (MyoTempo tempo);
/** myo_words_related: Returns: how a related muscle goes with the one it is named at */
const char *myo_words_related         (MyoRelatedKind kind);
/** myo_words_audience: Returns: for whom a technique is */
const char *myo_words_audience        (MyoAudience audience);
/** myo_words_zones: where the zones of @kind of @points (all of a muscle, or one) are felt, as names of regions, one on a line, each once;
 * what is primary for one of the points is not named as spillover again.
 * Returns: (transfer full) (nullable): "Front of the shoulder\nFront of the upper arm", %NULL when there are none */
char       *myo_words_zones           (MyoAtlas *atlas, GPtrArray *points, const MyoTriggerPoint *only, MyoZoneKind kind);
/** myo_words_technique: Returns: (transfer full): "Ball against a wall · 3 min 20 s · pressure up to 6 of 10" */
char       *myo_words_technique       (MyoAtlas *atlas, MyoMuscle *muscle, const MyoTechnique *technique, int get_ready_ms);
/** myo_words_end: Returns: how a session ended, for the history */
const char *myo_words_end             (MyoEnd end);
/** myo_words_grade: Returns: what a grade of evidence means */
const char *myo_words_grade           (char grade);
/** myo_words_prevalence: Returns: (nullable): a sentence on how common trigger points of a muscle are as a cause; @level: as of
 * myo_atlas_get_prevalence() */
const char *myo_words_prevalence      (int level);

G_END_DECLS
