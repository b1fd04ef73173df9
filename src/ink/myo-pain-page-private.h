/* Where everything stands on the sheet of a pain drawing.
 *
 * From top to bottom: title and subtitle over a line; front, back and both sides in a row as large as the page allows; beneath, on the left the key of
 * the qualities and the text, on the right the soles.  A long text is set in columns, then smaller, and at last takes room from the
 * figures: all of it is to be read, and the page stays one page.
 *
 * Everything is measured in points of an upright A4 page; on a page of another size or shape `unit` is what a point is worth there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "myo-sheet-content.h"

G_BEGIN_DECLS

#define MYO_PAIN_PAGE_MARGIN    40.0

/** MyoPainPageFigure: where on the page a figure stands */
typedef struct
{
  const MyoFigure *figure;
  double           x, y;     /* of its upper left corner */
  double           scale;    /* points per mm */
} MyoPainPageFigure;

/** MyoPainPageText: a paragraph, or a word of the key with room before it for its swatch */
typedef struct
{
  PangoLayout *layout;
  double       x, y;
  MyoQuality   quality;      /* of the key */
} MyoPainPageText;

typedef struct
{
  double            unit, width, height;         /* width and height in points */
  MyoPainPageFigure figures[MYO_N_FIGURES];
  GArray           *heading;                     /* of MyoPainPageText */
  double            rule;                        /* where the line under the heading lies; negative: there is none */
  GArray           *captions, *sides;            /* of MyoPainPageText: over the figures; beside their heads */
  GArray           *key, *text;                  /* of MyoPainPageText */
} MyoPainPage;

#define MYO_PAIN_PAGE_SWATCH_WIDTH  30.0
#define MYO_PAIN_PAGE_SWATCH_HEIGHT 15.0
#define MYO_PAIN_PAGE_SWATCH_GAP     6.0

/** myo_pain_page_new: sets @sheet on a page.  @width, @height: of the paper, in whatever units
 * Returns: (transfer full): it needs @sheet no longer */
MyoPainPage *myo_pain_page_new  (const MyoPainSheet *sheet, double width, double height);

/** myo_pain_page_free: with all its texts */
void         myo_pain_page_free (MyoPainPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoPainPage, myo_pain_page_free)

G_END_DECLS
