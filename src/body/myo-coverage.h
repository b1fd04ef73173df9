/* What a drawing covers: for each cell of the body how strong the pain is and what it feels like, and the same for each region.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-body-grid.h"
#include "myo-pain-drawing.h"

G_BEGIN_DECLS

/** MyoPaintedCell: @intensity 0: nothing is painted there */
typedef struct
{
  guint8 intensity;          /* 1–10 */
  guint8 quality;            /* MyoQuality */
} MyoPaintedCell;

/** MyoCoveredRegion: what of a region is painted.  Plain data, may be copied */
typedef struct
{
  guint       number;        /* in the grid */
  const char *id;            /* the grid's */
  MyoSide     side;          /* MIDDLE for a region on the midline */
  gboolean    inner;
  gboolean    marked;        /* as a whole, not painted; what was painted over or taken away since is seen in the numbers */
  double      share;         /* of the region's area, 0–1; 1 when marked.  Of an inner one: of the cells beneath it */
  double      area;          /* mm² of skin; 0 for inner ones, which add nothing to what lies over them */
  double      intensity;     /* mean over what is painted, 1–10 */
  guint       qualities;     /* bits 1 << MyoQuality */
  MyoQuality  main_quality;  /* the one that covers most */
} MyoCoveredRegion;

typedef struct _MyoCoverage MyoCoverage;

/** MYO_COVERAGE_AT_ONCE: mm²: what strokes may pass over (myo_stroke_get_ground()) to be covered on the main thread, in some milliseconds; more
 * is for another thread */
#define MYO_COVERAGE_AT_ONCE 4e6

/** myo_coverage_new: Returns: (transfer full): of @strokes (element-type MyoStroke) */
MyoCoverage            *myo_coverage_new         (MyoBodyGrid *grid, GPtrArray *strokes);
/** myo_coverage_new_cancellable: @cancellable: (nullable): stops it; what it holds then is of no use.  For any thread */
MyoCoverage            *myo_coverage_new_cancellable (MyoBodyGrid *grid, GPtrArray *strokes, GCancellable *cancellable);
/** myo_coverage_ref: Returns: (transfer full): @self, which is changed in one thread at a time */
MyoCoverage            *myo_coverage_ref         (MyoCoverage *self);
/** myo_coverage_unref: frees it with the last reference */
void                    myo_coverage_unref       (MyoCoverage *self);

/** myo_coverage_apply: adds a stroke, or what has come to it since: its dabs from @first on (0: all).  For painting as one goes.
 * Cost: linear in the area touched */
void                    myo_coverage_apply       (MyoCoverage *self, const MyoStroke *stroke, guint first);

/** myo_coverage_get_grid: Returns: (transfer none): what its cells and regions are numbered in */
MyoBodyGrid            *myo_coverage_get_grid    (MyoCoverage *self);
/** myo_coverage_get_cells: Returns: (array): for MYO_SIDE_RIGHT or MYO_SIDE_LEFT, as many as the grid has cells */
const MyoPaintedCell   *myo_coverage_get_cells   (MyoCoverage *self, MyoSide side);
/** myo_coverage_get_marks: Returns: (array): for a side, as many as the grid has regions: the intensity with which each region is marked as a whole,
 * 0: not marked.  A midline region is marked on MYO_SIDE_RIGHT.  Marking a region that is not inner paints its cells too;
 * a stroke of the eraser in it ends the mark and leaves the other cells */
const guint8           *myo_coverage_get_marks   (MyoCoverage *self, MyoSide side);

/** myo_coverage_get_regions: Returns: (transfer none) (element-type MyoCoveredRegion): those with something painted, largest area × intensity
 * first, inner ones after the region they lie in.  An inner region counts as painted when at least half of what lies
 * over it is, in one of the views that show it; valid until the next change */
const GArray           *myo_coverage_get_regions (MyoCoverage *self);
/** myo_coverage_find: Returns: (nullable): what of that region is painted; on the midline whatever the @side; valid until the next change */
const MyoCoveredRegion *myo_coverage_find        (MyoCoverage *self, const char *region, MyoSide side);
/** myo_coverage_get_area: Returns: mm² painted in all */
double                  myo_coverage_get_area    (MyoCoverage *self);
/** myo_coverage_is_empty: Returns: whether nothing is painted and nothing marked, inner regions neither */
gboolean                myo_coverage_is_empty    (MyoCoverage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoCoverage, myo_coverage_unref)

G_END_DECLS
