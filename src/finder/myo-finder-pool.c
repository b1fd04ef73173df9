/* Which muscles are looked at for sets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-pool-private.h"

/* How many are taken for each reason.  A judgement, not a measurement: all of them together stay below 32, and a set never has more
 * than four, so that each reason offers more than a set can hold. */
#define BY_SHARE       12
#define BY_SCORE       6
#define BY_REST        4
/* How many times one more is taken away as if it were the cause: as many as a set has members beside the first. */
#define N_RESTS        3

/* --- What is left when one muscle is taken as the cause --- */

static void
halve_region (MyoFinderPain       *rest,
              const MyoGridRegion *region,
              guint                side)
{
  for (guint i = region->first; i < region->first + region->n; i++)
    rest->weights[side][i] /= 2;
}

static void
take_term (MyoFinderPain       *rest,
           const MyoFinderTerm *term,
           MyoSide              side)
{
  const MyoGridRegion *region = myo_body_grid_get_region (rest->layout->grid, term->region);
  MyoFinderSpot *spot = myo_finder_pain_get_spot (rest, term, side);
  guint across = side == MYO_SIDE_LEFT;

  if (spot->marked && term->named > 0)
    spot->weight = 0;
  if (spot->marked || spot->weight <= 0)
    return;
  if (term->around > 0)
    halve_region (rest, region, term->midline ? 0 : term->opposite ^ across);
  if (term->around > 0 && term->midline)
    halve_region (rest, region, 1);
  for (guint i = 0; i < term->n; i++)
    {
      const MyoFinderRun *run = &g_array_index (rest->layout->runs, MyoFinderRun, term->first + i);

      for (guint k = 0; k < run->length; k++)
        rest->weights[run->opposite ^ across][run->start + k] = 0;
    }
}

static float
add_weights (const float         *weights,
             const MyoGridRegion *region)
{
  float sum = 0;

  for (guint i = region->first; i < region->first + region->n; i++)
    sum += weights[i];
  return sum;
}

static void
take_muscle (MyoFinderPain          *rest,
             const MyoFinderPattern *pattern,
             MyoSide                 side)
{
  const MyoBodyGrid *grid = rest->layout->grid;

  for (guint i = 0; i < pattern->n; i++)
    take_term (rest, &g_array_index (rest->layout->terms, MyoFinderTerm, pattern->first + i), side);
  for (guint i = 0; i < myo_body_grid_get_n_regions (grid); i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);
      MyoFinderSpot *spots = &rest->spots[i * 2];
      float sums[2] = { 0, 0 };

      if (region->inner || (spots[0].weight <= 0 && spots[1].weight <= 0))
        continue;
      for (guint k = 0; k < 2; k++)
        sums[k] = add_weights (rest->weights[k], region);
      if (region->midline)
        sums[0] += sums[1];
      for (guint k = 0; k < 2; k++)
        if (!spots[k].marked && spots[k].weight > 0)
          spots[k].weight = sums[k];
    }
  myo_finder_pain_add_up (rest);
}

/* --- The pool --- */

static gboolean
is_member (const MyoFinderPool *pool,
           guint                i)
{
  for (guint k = 0; k < pool->n; k++)
    if (pool->members[k] == i)
      return TRUE;
  return FALSE;
}

/* Adds up to @n of those with the largest @values (nothing at 0 or below).
 * Returns: the first of them, also when it was a member before, or -1 */
static int
add_largest (MyoFinderPool *pool,
             const double  *values,
             guint          n)
{
  g_autofree gboolean *seen = g_new0 (gboolean, pool->found->len);
  int first = -1;

  while (n > 0 && pool->n < MYO_FINDER_MAX_POOL)
    {
      int best = -1;

      for (guint i = 0; i < pool->found->len; i++)
        if (!seen[i] && values[i] > 0 && (best < 0 || values[i] > values[best]))
          best = (int) i;
      if (best < 0)
        break;
      seen[best] = TRUE;
      if (first < 0)
        first = best;
      if (is_member (pool, (guint) best))
        continue;
      pool->members[pool->n++] = (guint) best;
      n--;
    }
  return first;
}

static void
get_rests (const MyoFinderPool *pool,
           const MyoFinderPain *rest,
           double              *values)
{
  for (guint i = 0; i < pool->found->len; i++)
    if (!myo_finder_pool_get_found (pool, i)->refuted)
      values[i] = myo_finder_pain_match (rest, myo_finder_pool_get_pattern (pool, i), myo_finder_pool_get_found (pool, i)->entry->side).recall;
}

void
myo_finder_pool_fill (MyoFinderPool *pool)
{
  g_autoptr (MyoFinderPain) rest = myo_finder_pain_new (pool->pain->layout, pool->pain->coverage);
  g_autofree double *values = g_new0 (double, pool->found->len + 1);
  int best;

  for (guint i = 0; i < pool->found->len; i++)
    values[i] = myo_finder_pool_get_found (pool, i)->refuted ? 0 : myo_finder_pool_get_found (pool, i)->score;
  add_largest (pool, values, BY_SCORE);
  for (guint i = 0; i < pool->found->len; i++)
    values[i] = myo_finder_pool_get_found (pool, i)->refuted ? 0 : myo_finder_pool_get_found (pool, i)->share;
  best = add_largest (pool, values, BY_SHARE);
  for (guint i = 0; i < N_RESTS && best >= 0; i++)
    {
      take_muscle (rest, myo_finder_pool_get_pattern (pool, (guint) best), myo_finder_pool_get_found (pool, (guint) best)->entry->side);
      get_rests (pool, rest, values);
      best = add_largest (pool, values, BY_REST);
    }
}
