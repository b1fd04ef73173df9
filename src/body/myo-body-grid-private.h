/* What the files of the body grid share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-body-grid.h"
#include "myo-region-shape.h"

G_BEGIN_DECLS

typedef struct
{
  float x, y;
} MyoGridPlace;

/** myo_grid_get_shift: Returns: mm by which a row of squares is off, to the left and right in turn: a strip as wide as three squares and
 * a half, with its edge along theirs, then has half a square's width more in every other row, and not three or four in all */
static inline double
myo_grid_get_shift (guint row)
{
  return row % 2 == 0 ? -MYO_CELL / 4 : MYO_CELL / 4;
}

/** myo_grid_find_column: Returns: the column of the square over @x in a row of squares */
static inline guint
myo_grid_find_column (double x,
                      guint  row)
{
  return (guint) (MAX (x - myo_grid_get_shift (row), 0) / MYO_CELL);
}

/** MyoGridEntry: a region with all that is known of it */
typedef struct
{
  MyoGridRegion   region;
  guint           host;                        /* inner: the region that most of what is beneath it belongs to */
  MyoRegionShape *shapes[MYO_N_VIEWS];         /* NULL: does not show there */
  MyoGridPlace   *places[MYO_N_VIEWS];         /* of each of its cells; NULL: does not show there */
  GArray         *beneath[MYO_N_VIEWS];        /* of guint, ascending; inner: the cells it lies over there; NULL: does not show there */
  guint           left, top, columns, rows;    /* the squares around it in its home view */
  guint16        *squares;                     /* the cell of each, counted from the region's first one */
} MyoGridEntry;

/** MyoGridPlane: a view */
typedef struct
{
  GHashTable *numbers;       /* interned id → number of the region + 1 */
  GArray     *cells;         /* of MyoGridCell, by rows */
  guint      *rows;          /* the first cell of each row of a millimetre, and the end */
  guint       n_rows;
  double      width;
} MyoGridPlane;

struct _MyoBodyGrid
{
  gatomicrefcount ref_count;
  MyoDrawings    *drawings;
  MyoGridEntry   *entries;
  guint           n_entries;
  guint          *cell_regions;
  guint           n_cells;
  GHashTable     *numbers;   /* id → number of the region + 1 */
  MyoGridPlane    planes[MYO_N_VIEWS];
};

/** myo_body_grid_build: fills @self, which has its drawings and nothing else */
gboolean myo_body_grid_build (MyoBodyGrid *self, GError **error);

/** myo_body_grid_pick: Returns: the number of the region that tiles the body there, -1 beside the body */
int      myo_body_grid_pick  (const MyoBodyGrid *self, MyoView view, double x, double y);

/** myo_body_grid_convert: the place in view @to for a place in view @from of the region @entry; both show it */
void     myo_body_grid_convert (const MyoGridEntry *entry, MyoView from, double x, double y, MyoView to, double *to_x, double *to_y);

G_END_DECLS
