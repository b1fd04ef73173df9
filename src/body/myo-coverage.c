/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-coverage-private.h"

#include <stdlib.h>
#include <string.h>

/* --- Making and ending --- */

MyoCoverage *
myo_coverage_new (MyoBodyGrid *grid,
                  GPtrArray   *strokes)
{
  return myo_coverage_new_cancellable (grid, strokes, NULL);
}

MyoCoverage *
myo_coverage_new_cancellable (MyoBodyGrid  *grid,
                              GPtrArray    *strokes,
                              GCancellable *cancellable)
{
  MyoCoverage *self;

  g_return_val_if_fail (grid != NULL && strokes != NULL, NULL);

  self = g_new0 (MyoCoverage, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->grid = myo_body_grid_ref (grid);
  self->regions = g_array_new (FALSE, FALSE, sizeof (MyoCoveredRegion));
  for (guint side = 0; side < 2; side++)
    {
      self->cells[side] = g_new0 (MyoPaintedCell, myo_body_grid_get_n_cells (grid));
      self->marks[side] = g_new0 (guint8, myo_body_grid_get_n_regions (grid));
      self->mark_qualities[side] = g_new0 (guint8, myo_body_grid_get_n_regions (grid));
    }
  for (guint i = 0; i < strokes->len && !g_cancellable_is_cancelled (cancellable); i++)
    myo_coverage_apply (self, g_ptr_array_index (strokes, i), 0);
  return self;
}

MyoCoverage *
myo_coverage_ref (MyoCoverage *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
myo_coverage_unref (MyoCoverage *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint side = 0; side < 2; side++)
    {
      g_free (self->cells[side]);
      g_free (self->marks[side]);
      g_free (self->mark_qualities[side]);
    }
  g_array_unref (self->regions);
  myo_body_grid_unref (self->grid);
  g_free (self);
}

/* --- Marks --- */

static void
set_mark (MyoCoverage *self,
          guint        region,
          MyoSide      side,
          guint8       intensity,
          MyoQuality   quality)
{
  guint8 *mark = &self->marks[side][region];

  if (myo_body_grid_get_region (self->grid, region)->inner)
    self->n_inner_marks += (guint) (intensity > 0) - (guint) (*mark > 0);
  *mark = intensity;
  self->mark_qualities[side][region] = (guint8) quality;
}

static void
paint_half (MyoCoverage         *self,
            const MyoGridRegion *region,
            MyoSide              side,
            MyoPaintedCell       paint)
{
  for (guint i = 0; i < region->n; i++)
    self->cells[side][region->first + i] = paint;
}

/* Without a side a region that has two is meant as a whole. */
static void
apply_region (MyoCoverage     *self,
              const MyoStroke *stroke,
              MyoPaintedCell   paint)
{
  int number = myo_body_grid_find_region (self->grid, stroke->region);
  const MyoGridRegion *region = number >= 0 ? myo_body_grid_get_region (self->grid, (guint) number) : NULL;

  for (MyoSide side = MYO_SIDE_RIGHT; region != NULL && side <= MYO_SIDE_LEFT; side++)
    {
      if (!region->midline && stroke->side == myo_side_get_opposite (side))
        continue;
      paint_half (self, region, side, paint);
      if (!region->midline || side == MYO_SIDE_RIGHT)
        set_mark (self, (guint) number, side, paint.intensity, stroke->quality);
    }
}

/* --- Dabs --- */

typedef struct
{
  MyoCoverage    *coverage;
  MyoView         view;
  MyoPaintedCell  paint;
} Application;

static void
paint_cell (guint    cell,
            MyoSide  side,
            gpointer user_data)
{
  const Application *application = user_data;

  application->coverage->cells[side][cell] = application->paint;
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  guint m = *(const guint *) a, n = *(const guint *) b;

  return m < n ? -1 : m > n;
}

/* In the view that is erased in what lies beneath is what one sees; where the region does not show it is what lies beneath at home. */
static gboolean
lies_over (const MyoBodyGrid *grid,
           guint              number,
           MyoView            view,
           guint              cell)
{
  guint n;
  const guint *beneath = myo_body_grid_list_beneath (grid, number, view, &n);

  if (n == 0)
    beneath = myo_body_grid_list_beneath (grid, number, myo_body_grid_get_region (grid, number)->home, &n);
  return n > 0 && bsearch (&cell, beneath, n, sizeof (guint), compare_numbers) != NULL;
}

static void
end_inner_marks (const Application *application,
                 guint              cell,
                 MyoSide            side)
{
  MyoCoverage *self = application->coverage;

  for (guint i = 0; self->n_inner_marks > 0 && i < myo_body_grid_get_n_regions (self->grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (self->grid, i);
      MyoSide marked = region->midline ? MYO_SIDE_RIGHT : side;

      if (region->inner && self->marks[marked][i] > 0 && lies_over (self->grid, i, application->view, cell))
        set_mark (self, i, marked, 0, MYO_QUALITY_ACHE);
    }
}

static void
erase_cell (guint    cell,
            MyoSide  side,
            gpointer user_data)
{
  const Application *application = user_data;
  MyoCoverage *self = application->coverage;
  guint region = myo_body_grid_get_cell_region (self->grid, cell);

  self->cells[side][cell] = (MyoPaintedCell) { 0 };
  self->marks[myo_body_grid_get_region (self->grid, region)->midline ? MYO_SIDE_RIGHT : side][region] = 0;
  end_inner_marks (application, cell, side);
}

static void
apply_dabs (MyoCoverage     *self,
            const MyoStroke *stroke,
            guint            first,
            MyoPaintedCell   paint)
{
  Application application = { self, stroke->view, paint };
  MyoCellFunc func = stroke->tool == MYO_STROKE_ERASER ? erase_cell : paint_cell;

  for (guint i = first; i < stroke->dabs->len; i++)
    {
      const MyoDab *to = &g_array_index (stroke->dabs, MyoDab, i);
      const MyoDab *from = i > 0 ? &g_array_index (stroke->dabs, MyoDab, i - 1) : to;

      myo_body_grid_foreach_within (self->grid, stroke->view, stroke->side, from->x, from->y, from->radius,
                                    to->x, to->y, to->radius, func, &application);
    }
}

static void
clear (MyoCoverage *self)
{
  guint n_cells = myo_body_grid_get_n_cells (self->grid), n_regions = myo_body_grid_get_n_regions (self->grid);

  for (guint side = 0; side < 2; side++)
    {
      memset (self->cells[side], 0, sizeof (MyoPaintedCell) * n_cells);
      memset (self->marks[side], 0, n_regions);
    }
  self->n_inner_marks = 0;
}

void
myo_coverage_apply (MyoCoverage     *self,
                    const MyoStroke *stroke,
                    guint            first)
{
  MyoPaintedCell paint = { 0 };

  g_return_if_fail (self != NULL && stroke != NULL);

  if (stroke->tool == MYO_STROKE_BRUSH)
    paint = (MyoPaintedCell) { (guint8) CLAMP (stroke->intensity, 1, 10), (guint8) MIN (stroke->quality, MYO_N_QUALITIES - 1) };
  self->stale = TRUE;
  if (stroke->tool == MYO_STROKE_CLEAR)
    clear (self);
  else if (stroke->region != NULL)
    apply_region (self, stroke, paint);
  else
    apply_dabs (self, stroke, first, paint);
}

/* --- Asking --- */

MyoBodyGrid *
myo_coverage_get_grid (MyoCoverage *self)
{
  return self->grid;
}

const MyoPaintedCell *
myo_coverage_get_cells (MyoCoverage *self,
                        MyoSide      side)
{
  g_return_val_if_fail (side == MYO_SIDE_RIGHT || side == MYO_SIDE_LEFT, NULL);

  return self->cells[side];
}

const guint8 *
myo_coverage_get_marks (MyoCoverage *self,
                        MyoSide      side)
{
  g_return_val_if_fail (side == MYO_SIDE_RIGHT || side == MYO_SIDE_LEFT, NULL);

  return self->marks[side];
}

const GArray *
myo_coverage_get_regions (MyoCoverage *self)
{
  if (self->stale)
    myo_coverage_summarise (self);
  return self->regions;
}

const MyoCoveredRegion *
myo_coverage_find (MyoCoverage *self,
                   const char  *region,
                   MyoSide      side)
{
  const GArray *regions = myo_coverage_get_regions (self);
  int number = myo_body_grid_find_region (self->grid, region);

  for (guint i = 0; number >= 0 && i < regions->len; i++)
    {
      const MyoCoveredRegion *covered = &g_array_index (regions, MyoCoveredRegion, i);

      if (covered->number == (guint) number && (covered->side == side || covered->side == MYO_SIDE_MIDDLE))
        return covered;
    }
  return NULL;
}

double
myo_coverage_get_area (MyoCoverage *self)
{
  myo_coverage_get_regions (self);
  return self->area;
}

gboolean
myo_coverage_is_empty (MyoCoverage *self)
{
  return myo_coverage_get_regions (self)->len == 0;
}
