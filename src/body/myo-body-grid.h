/* The surface of the body as small cells, and where each of them shows in each view.
 *
 * Every region that tiles the body (not the inner ones) has its cells in its home view, the one in which it is largest: squares of
 * MYO_CELL mm, every other row half a square to the right.  A cell stands for the same place of the body in the other views that
 * show its region: as far down the region, and as far across it (counted from the front midline around the side to the back), as
 * at home.  So a place painted in one view has its counterpart in the others, always within the same region and on the same side.
 *
 * Cells are numbered for the right half of the body: region by region, in a region row by row from left to right.  The left half has
 * the same cells mirrored; with the side they make up the whole body.  Cells of a midline region likewise have a right and a left one.
 *
 * Inner regions (teeth, behind the eye) have no cells of their own; they lie over those beneath them.
 *
 * A grid is immutable once made and may be read from any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-drawings.h"

G_BEGIN_DECLS

/** MYO_CELL: mm */
#define MYO_CELL 4.0

typedef struct _MyoBodyGrid MyoBodyGrid;

/** MyoGridRegion: a region of the grid */
typedef struct
{
  const char *id;
  gboolean    inner;
  gboolean    midline;       /* its shape reaches across the midline: one region with both halves */
  MyoView     home;
  guint       first, n;      /* its cells; none for inner ones */
  const guint *beneath;      /* inner: the cells it lies over */
  guint       n_beneath;
} MyoGridRegion;

/** MyoGridCell: a cell that shows in a view: centre on the right half (or the right side), mm */
typedef struct
{
  guint cell;
  float x, y;
} MyoGridCell;

/** myo_body_grid_new: needs the pick maps of the regions (builds those that are not there: 0.2 s).
 * Returns: (transfer full): the grid, or %NULL with @error.  Any thread */
MyoBodyGrid         *myo_body_grid_new         (MyoDrawings *drawings, GError **error);
/** myo_body_grid_ref: Returns: (transfer full): @self.  Any thread */
MyoBodyGrid         *myo_body_grid_ref         (MyoBodyGrid *self);
/** myo_body_grid_unref: frees it with the last reference.  Any thread */
void                 myo_body_grid_unref       (MyoBodyGrid *self);

/** myo_body_grid_get_n_cells: Returns: cells of half a body */
guint                myo_body_grid_get_n_cells (const MyoBodyGrid *self);
/** myo_body_grid_get_n_regions: Returns: how many regions there are, inner ones too; they are numbered from 0 */
guint                myo_body_grid_get_n_regions (const MyoBodyGrid *self);
/** myo_body_grid_get_region: @i: its number.  Returns: (transfer none) */
const MyoGridRegion *myo_body_grid_get_region  (const MyoBodyGrid *self, guint i);
/** myo_body_grid_find_region: Returns: its number, -1 when there is none */
int                  myo_body_grid_find_region (const MyoBodyGrid *self, const char *id);
/** myo_body_grid_get_cell_region: Returns: the number of the region that @cell belongs to */
guint                myo_body_grid_get_cell_region (const MyoBodyGrid *self, guint cell);
/** myo_body_grid_get_cell_area: Returns: mm² of one cell (all are alike) */
double               myo_body_grid_get_cell_area (const MyoBodyGrid *self);

/** myo_body_grid_list_beneath: Returns: (array length=n) (nullable): the cells that the inner @region lies over where it shows in @view, ascending: in
 * its home view those of #MyoGridRegion; in another it need not lie over the same */
const guint         *myo_body_grid_list_beneath (const MyoBodyGrid *self, guint region, MyoView view, guint *n);
/** myo_body_grid_get_host: Returns: the number of the region in which the inner @region lies for the most part; one that is not inner is its own */
guint                myo_body_grid_get_host    (const MyoBodyGrid *self, guint region);

/** myo_body_grid_list_cells: Returns: (array length=n): every cell that shows in @view, by rows */
const MyoGridCell   *myo_body_grid_list_cells  (const MyoBodyGrid *self, MyoView view, guint *n);

/** myo_body_grid_get_cell_place: Returns: whether @cell shows in @view; @x, @y: (out): its centre there, right half or right side */
gboolean             myo_body_grid_get_cell_place (const MyoBodyGrid *self, guint cell, MyoView view, double *x, double *y);

/** myo_body_grid_cell_at: the cell over a place.  @side: (inout): in: for side and sole which side they show; out: the side of the body.
 * Returns: the cell, -1 beside the body */
int                  myo_body_grid_cell_at     (const MyoBodyGrid *self, MyoView view, MyoSide *side, double x, double y);

/** MyoCellFunc: @cell on @side (never MIDDLE) */
typedef void (*MyoCellFunc) (guint cell, MyoSide side, gpointer user_data);

/** myo_body_grid_foreach_within: calls @func for each cell whose centre, as it shows in @view, lies in the band of half width going from
 * @a's radius to @b's radius between @a and @b (a disc when they are equal).  @side as in #MyoStroke; in front and back both
 * halves count.  What lies under the line from @a to @b is given however narrow the band is.  Cells may be given twice */
void                 myo_body_grid_foreach_within (const MyoBodyGrid *self, MyoView view, MyoSide side,
                                                   double ax, double ay, double a_radius, double bx, double by, double b_radius,
                                                   MyoCellFunc func, gpointer user_data);

/** myo_body_grid_mask_path: which cells a path covers.  @d, @brush (mm) as of an area of a zone, @view its view, drawn for the right half;
 * what reaches across the midline of front or back covers cells of the left.
 * @func gets each once */
void                 myo_body_grid_mask_path   (const MyoBodyGrid *self, MyoView view, const char *d, double brush,
                                                MyoCellFunc func, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoBodyGrid, myo_body_grid_unref)

G_END_DECLS
