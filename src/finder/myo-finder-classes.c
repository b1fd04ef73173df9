/* What is painted, thrown together where it is alike for every member of the pool.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-pool-private.h"

typedef struct
{
  guint32 *cells[2];               /* whose zones cover it */
  guint32 *around, *named;         /* of each region × 2 + side: who names it */
} Masks;

static void
mask_member (const MyoFinderPool *pool,
             guint                number,
             Masks               *masks)
{
  const MyoFinderLayout *layout = pool->pain->layout;
  const MyoFinderPattern *pattern = myo_finder_pool_get_pattern (pool, pool->members[number]);
  MyoSide side = myo_finder_pool_get_found (pool, pool->members[number])->entry->side;
  guint32 bit = 1u << number;

  for (guint i = pattern->first; i < pattern->first + pattern->n; i++)
    {
      const MyoFinderTerm *term = &g_array_index (layout->terms, MyoFinderTerm, i);
      guint spot = (guint) (myo_finder_pain_get_spot (pool->pain, term, side) - pool->pain->spots);

      if (pool->pain->spots[spot].weight <= 0)
        continue;
      masks->around[spot] |= term->around > 0 ? bit : 0;
      masks->named[spot] |= term->named > 0 ? bit : 0;
      for (guint k = term->first; k < term->first + term->n; k++)
        {
          const MyoFinderRun *run = &g_array_index (layout->runs, MyoFinderRun, k);
          guint32 *cells = masks->cells[run->opposite ^ (side == MYO_SIDE_LEFT)] + run->start;

          for (guint c = 0; c < run->length; c++)
            cells[c] |= bit;
        }
    }
}

static void
add_class (GArray  *classes,
           guint32  full,
           guint32  half,
           float    weight)
{
  MyoFinderPainClass *last = classes->len > 0 ? &g_array_index (classes, MyoFinderPainClass, classes->len - 1) : NULL;

  half &= ~full;
  if (last != NULL && last->full == full && last->half == half)
    last->weight += weight;
  else
    g_array_append_val (classes, ((MyoFinderPainClass) { full, half, weight }));
}

static void
classify_region (const MyoFinderPool *pool,
                 guint                number,
                 const Masks         *masks)
{
  const MyoGridRegion *region = myo_body_grid_get_region (pool->pain->layout->grid, number);

  for (guint side = 0; side < 2; side++)
    {
      guint spot = number * 2 + (region->midline ? 0 : side);
      const float *weights = pool->pain->weights[side];

      if (pool->pain->spots[spot].marked && spot == number * 2 + side)
        add_class (pool->classes, masks->named[spot], 0, pool->pain->spots[spot].weight);
      if (pool->pain->spots[spot].marked || pool->pain->spots[spot].weight <= 0)
        continue;
      for (guint i = region->first; i < region->first + region->n; i++)
        if (weights[i] > 0)
          add_class (pool->classes, masks->cells[side][i], masks->around[spot], weights[i]);
    }
}

static int
compare_classes (gconstpointer a,
                 gconstpointer b)
{
  const MyoFinderPainClass *m = a, *n = b;

  if (m->full != n->full)
    return m->full < n->full ? -1 : 1;
  return m->half < n->half ? -1 : m->half > n->half;
}

/* Those alike next to each other become one. */
static void
merge_classes (GArray *classes)
{
  guint n = 0;

  g_array_sort (classes, compare_classes);
  for (guint i = 0; i < classes->len; i++)
    {
      MyoFinderPainClass *class = &g_array_index (classes, MyoFinderPainClass, i), *last = &g_array_index (classes, MyoFinderPainClass, n > 0 ? n - 1 : 0);

      if (n > 0 && compare_classes (last, class) == 0)
        last->weight += class->weight;
      else
        g_array_index (classes, MyoFinderPainClass, n++) = *class;
    }
  g_array_set_size (classes, n);
}

void
myo_finder_pool_classify (MyoFinderPool *pool)
{
  const MyoBodyGrid *grid = pool->pain->layout->grid;
  guint n_cells = myo_body_grid_get_n_cells (grid) + 1, n_regions = myo_body_grid_get_n_regions (grid);
  Masks masks = { { g_new0 (guint32, n_cells), g_new0 (guint32, n_cells) },
                  g_new0 (guint32, n_regions * 2 + 1), g_new0 (guint32, n_regions * 2 + 1) };

  for (guint i = 0; i < pool->n; i++)
    mask_member (pool, i, &masks);
  for (guint i = 0; i < n_regions; i++)
    classify_region (pool, i, &masks);
  merge_classes (pool->classes);
  g_free (masks.cells[0]);
  g_free (masks.cells[1]);
  g_free (masks.around);
  g_free (masks.named);
}
