/* A drawing in words: what it covers, to be read aloud, searched and printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-coverage.h"

G_BEGIN_DECLS

/** myo_pain_words_quality: Returns: "aching" …, translated, as it stands in a list or on a button */
const char *myo_pain_words_quality  (MyoQuality quality);
/** myo_pain_words_region: Returns: (transfer full): "Temple, right"; without a side on the midline */
char       *myo_pain_words_region   (MyoAtlas *atlas, const char *region, MyoSide side);
/** myo_pain_words_list_regions: what is worth naming: a sliver of a region, less than 3 % of it and less than a tenth of the drawing, is
 * left out unless slivers are all there is.
 * Returns: (transfer container) (element-type MyoCoveredRegion): the coverage's, in its order; valid until its next change */
GPtrArray  *myo_pain_words_list_regions (MyoCoverage *coverage);
/** myo_pain_words_where: Returns: (transfer full): those regions by side: "Right: Temple, Behind or deep in the eye. Left: Temple."; between
 * semicolons where a name has a comma of its own.  "" for an empty drawing */
char       *myo_pain_words_where    (MyoAtlas *atlas, MyoCoverage *coverage);
/** myo_pain_words_describe: Returns: (transfer full) (array zero-terminated=1): a line for each of those regions with its side, what it feels like,
 * how strong, how large: "Temple, right: aching, 6 of 10, 14 cm²"; inner regions have no size */
char      **myo_pain_words_describe (MyoAtlas *atlas, MyoCoverage *coverage);
/** myo_pain_words_area: Returns: (transfer full): "14 cm²", below ten with one decimal; @area: mm² */
char       *myo_pain_words_area     (double area);
/** myo_pain_words_area_number: Returns: (transfer full): the same without the unit */
char       *myo_pain_words_area_number (double area);
/** myo_pain_words_intensity: Returns: a mean intensity as it is told: a whole number; what is painted is at least 1 */
int         myo_pain_words_intensity (double intensity);

G_END_DECLS
