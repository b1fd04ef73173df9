/* What of each region is painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-coverage-private.h"

/* An inner region shows nothing of its own to be painted: that much of what lies over it has to be.  A judgement. */
#define INNER_SHARE .5

/* What is painted of some cells. */
typedef struct
{
  guint n;                             /* cells counted */
  guint painted;
  guint intensity;                     /* sum */
  guint by_quality[MYO_N_QUALITIES];
} Tally;

static void
count_cell (Tally          *tally,
            MyoPaintedCell  cell)
{
  tally->n++;
  if (cell.intensity == 0)
    return;
  tally->painted++;
  tally->intensity += cell.intensity;
  tally->by_quality[cell.quality]++;
}

static double
get_share (const Tally *tally)
{
  return tally->n > 0 ? (double) tally->painted / tally->n : 0;
}

static void
describe (const Tally      *tally,
          MyoCoveredRegion *covered)
{
  guint most = 0;

  covered->share = get_share (tally);
  covered->intensity = tally->painted > 0 ? (double) tally->intensity / tally->painted : 0;
  for (guint i = 0; i < MYO_N_QUALITIES; i++)
    {
      covered->qualities |= tally->by_quality[i] > 0 ? 1u << i : 0;
      if (tally->by_quality[i] > most)
        {
          most = tally->by_quality[i];
          covered->main_quality = (MyoQuality) i;
        }
    }
}

/* The sides that count for a region on @side, which is MIDDLE on the midline. */
static gboolean
takes_side (MyoSide side,
            MyoSide half)
{
  return side == half || side == MYO_SIDE_MIDDLE;
}

static guint8
get_mark (const MyoCoverage *self,
          guint              number,
          MyoSide            side)
{
  return self->marks[side == MYO_SIDE_MIDDLE ? MYO_SIDE_RIGHT : side][number];
}

/* --- Regions of the skin --- */

static void
add_region (MyoCoverage *self,
            guint        number,
            MyoSide      side)
{
  const MyoGridRegion *region = myo_body_grid_get_region (self->grid, number);
  MyoCoveredRegion covered = { number, region->id, side, FALSE, get_mark (self, number, side) > 0 };
  Tally tally = { 0 };

  for (MyoSide half = MYO_SIDE_RIGHT; half <= MYO_SIDE_LEFT; half++)
    for (guint i = 0; takes_side (side, half) && i < region->n; i++)
      count_cell (&tally, self->cells[half][region->first + i]);
  if (tally.painted == 0)
    return;
  describe (&tally, &covered);
  covered.area = tally.painted * myo_body_grid_get_cell_area (self->grid);
  self->area += covered.area;
  g_array_append_val (self->regions, covered);
}

/* --- Inner regions --- */

/* The view in which most of it is painted speaks: the one it was painted in. */
static Tally
tally_inner (const MyoCoverage *self,
             guint              number,
             MyoSide            side)
{
  Tally best = { 0 };

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      guint n;
      const guint *beneath = myo_body_grid_list_beneath (self->grid, number, view, &n);
      Tally tally = { 0 };

      for (MyoSide half = MYO_SIDE_RIGHT; half <= MYO_SIDE_LEFT; half++)
        for (guint i = 0; takes_side (side, half) && i < n; i++)
          count_cell (&tally, self->cells[half][beneath[i]]);
      if (get_share (&tally) > get_share (&best))
        best = tally;
    }
  return best;
}

static void
add_inner (MyoCoverage *self,
           GArray      *inner,
           guint        number,
           MyoSide      side)
{
  guint8 mark = get_mark (self, number, side);
  MyoCoveredRegion covered = { number, myo_body_grid_get_region (self->grid, number)->id, side, TRUE, mark > 0 };
  Tally tally = tally_inner (self, number, side);

  if (mark > 0)
    {
      covered.share = 1;
      covered.intensity = mark;
      covered.main_quality = self->mark_qualities[side == MYO_SIDE_MIDDLE ? MYO_SIDE_RIGHT : side][number];
      covered.qualities = 1u << covered.main_quality;
    }
  else if (get_share (&tally) >= INNER_SHARE)
    describe (&tally, &covered);
  else
    return;
  g_array_append_val (inner, covered);
}

/* Puts each of @inner after the region it lies in; those with nothing around them that is painted come last. */
static void
insert_inner (MyoCoverage *self,
              GArray      *inner)
{
  for (guint i = inner->len; i > 0; i--)
    {
      MyoCoveredRegion covered = g_array_index (inner, MyoCoveredRegion, i - 1);
      guint host = myo_body_grid_get_host (self->grid, covered.number), place = 0;

      while (place < self->regions->len)
        {
          const MyoCoveredRegion *other = &g_array_index (self->regions, MyoCoveredRegion, place++);

          if (other->number == host && (other->side == covered.side || covered.side == MYO_SIDE_MIDDLE
                                        || other->side == MYO_SIDE_MIDDLE))
            break;
        }
      g_array_insert_val (self->regions, place, covered);
    }
}

/* --- All --- */

/* Equal ones stay in the order of the grid, right before left. */
static int
compare_weight (gconstpointer a,
                gconstpointer b)
{
  const MyoCoveredRegion *m = a, *n = b;
  double left = m->area * m->intensity, right = n->area * n->intensity;

  if (left > right || left < right)
    return left > right ? -1 : 1;
  return m->number != n->number ? (m->number > n->number) - (m->number < n->number) : (int) m->side - (int) n->side;
}

void
myo_coverage_summarise (MyoCoverage *self)
{
  g_autoptr (GArray) inner = g_array_new (FALSE, FALSE, sizeof (MyoCoveredRegion));

  g_array_set_size (self->regions, 0);
  self->area = 0;
  for (guint i = 0; i < myo_body_grid_get_n_regions (self->grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (self->grid, i);

      for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_MIDDLE; side++)
        if ((side == MYO_SIDE_MIDDLE) != region->midline)
          continue;
        else if (region->inner)
          add_inner (self, inner, i, side);
        else
          add_region (self, i, side);
    }
  g_array_sort (self->regions, compare_weight);
  insert_inner (self, inner);
  self->stale = FALSE;
}
