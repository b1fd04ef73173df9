/* The difference between two drawings: before and after a session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-coverage.h"

G_BEGIN_DECLS

/** MyoPainChange: of one region; an intensity of 0 means that nothing is painted */
typedef struct
{
  const char *region;          /* the grid's */
  MyoSide     side;
  gboolean    inner;
  double      area_before, area_after;            /* mm² */
  double      intensity_before, intensity_after;  /* mean, 0–10 */
} MyoPainChange;

/** MyoPainTotals: area mm²; intensity: mean over what is painted, or over inner regions where only such are marked; load: Σ area × intensity,
 * cm² × points */
typedef struct
{
  double area_before, area_after, intensity_before, intensity_after, load_before, load_after;
} MyoPainTotals;

/** myo_pain_change_list: @before and @after must be of the same grid.  @totals: (out) (optional)
 * Returns: (transfer full) (element-type MyoPainChange): each region painted in either, largest load before first; regions of which both
 * drawings have but a sliver (see myo_pain_words_list_regions()) count in the totals only */
GArray *myo_pain_change_list     (MyoCoverage *before, MyoCoverage *after, MyoPainTotals *totals);
/** myo_pain_change_describe: Returns: (transfer full): "Temple, right: 14 → 6 cm², 6 → 3 of 10"; "gone" when nothing is left, "new" when it was not there,
 * "unchanged" when the numbers told are the same */
char   *myo_pain_change_describe (MyoAtlas *atlas, const MyoPainChange *change);
/** myo_pain_change_summarize: Returns: (transfer full): a sentence on the whole: area and intensity before and after */
char   *myo_pain_change_summarize (const MyoPainTotals *totals);

G_END_DECLS
