/* What stands on the sheet of a pain drawing, before anything is measured or drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-body-grid.h"
#include "myo-figure.h"
#include "myo-pain-drawing.h"

G_BEGIN_DECLS

/** MyoPainSheet: what stands on it; all is the caller's, and lives as long as the sheet is drawn.  Words are translated; any may be %NULL */
typedef struct
{
  MyoDrawings        *drawings;
  MyoBodyGrid        *grid;
  GPtrArray          *strokes;       /* (nullable): of MyoStroke */
  const char         *title, *subtitle;
  const char * const *lines;         /* paragraphs beneath the figures, %NULL at the end; they wrap */
  const char         *figure_names[MYO_N_FIGURES];
  const char         *right, *left;     /* beside front and back */
  const char         *quality_names[MYO_N_QUALITIES];
} MyoPainSheet;

G_END_DECLS
