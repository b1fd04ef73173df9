/* What the files of the coverage share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-coverage.h"

G_BEGIN_DECLS

struct _MyoCoverage
{
  gatomicrefcount  ref_count;
  MyoBodyGrid     *grid;
  MyoPaintedCell  *cells[2];           /* by side, then cell */
  guint8          *marks[2];           /* by side, then region: intensity, or 0 */
  guint8          *mark_qualities[2];
  guint            n_inner_marks;
  GArray          *regions;            /* of MyoCoveredRegion; holds when not @stale */
  double           area;               /* mm²; holds when not @stale */
  gboolean         stale;
};

/** myo_coverage_summarise: brings `regions` and `area` up to date */
void myo_coverage_summarise (MyoCoverage *self);

G_END_DECLS
