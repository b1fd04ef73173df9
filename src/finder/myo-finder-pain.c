/* A drawing, added up so that a run of cells costs one subtraction, and matched with a pattern.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"

#define N_SIDES 2

/* --- Regions --- */

/* What of a region is painted: cells and Σ intensity, on a side, or of one on the midline on both. */
typedef struct
{
  guint count, intensity;
} Paint;

static Paint
count_paint (const MyoPaintedCell *cells,
             const MyoGridRegion  *region)
{
  Paint paint = { 0, 0 };

  for (guint i = 0; i < region->n; i++)
    if (cells[region->first + i].intensity > 0)
      {
        paint.count++;
        paint.intensity += cells[region->first + i].intensity;
      }
  return paint;
}

/* A region that is marked whole stands for itself alone: what lies over it was not painted. */
static guint
count_beneath (const MyoFinderPain  *self,
               const MyoPaintedCell *cells,
               const guint8         *marks[N_SIDES],
               MyoSide               side,
               const MyoGridRegion  *region)
{
  const MyoBodyGrid *grid = self->layout->grid;
  guint count = 0;

  for (guint i = 0; i < region->n_beneath; i++)
    {
      guint under = myo_body_grid_get_cell_region (grid, region->beneath[i]);
      MyoSide marked = myo_body_grid_get_region (grid, under)->midline ? MYO_SIDE_RIGHT : side;

      count += cells[region->beneath[i]].intensity > 0 && marks[marked][under] == 0;
    }
  return count;
}

static float
get_fill (guint count,
          guint n)
{
  return n == 0 ? 0 : MIN ((float) count / (float) n / MYO_FULL_SHARE, 1);
}

static MyoFinderSpot
get_spot (Paint  paint,
          guint  n,
          guint8 mark)
{
  float fill = mark > 0 ? 1 : get_fill (paint.count, n);
  float intensity = paint.count > 0 ? (float) paint.intensity / (float) paint.count : (float) mark;

  return (MyoFinderSpot) { intensity / 10 * fill, fill, mark > 0 };
}

/* An inner region weighs by itself only when it was marked; painted, the regions beneath it do. */
static MyoFinderSpot
get_inner_spot (guint  count,
                guint  n,
                guint8 mark)
{
  return (MyoFinderSpot) { (float) mark / 10, mark > 0 ? 1 : get_fill (count, n), mark > 0 };
}

/* The weight of a region is shared out among its painted cells by how strong the pain is in each. */
static void
weigh_cells (const MyoPaintedCell *cells,
             const MyoGridRegion  *region,
             float                 of_one,
             float                *weights)
{
  for (guint i = 0; i < region->n; i++)
    weights[region->first + i] = of_one * cells[region->first + i].intensity;
}

static void
read_inner (MyoFinderPain              *self,
            guint                       number,
            const MyoGridRegion        *region,
            const MyoPaintedCell       *cells[N_SIDES],
            const guint8               *marks[N_SIDES])
{
  guint counts[N_SIDES] = { count_beneath (self, cells[0], marks, MYO_SIDE_RIGHT, region),
                            count_beneath (self, cells[1], marks, MYO_SIDE_LEFT, region) };
  MyoFinderSpot *spots = &self->spots[number * N_SIDES];

  if (region->midline)
    spots[0] = get_inner_spot (counts[0] + counts[1], region->n_beneath * N_SIDES, marks[0][number]);
  else
    for (guint side = 0; side < N_SIDES; side++)
      spots[side] = get_inner_spot (counts[side], region->n_beneath, marks[side][number]);
}

static void
read_region (MyoFinderPain              *self,
             guint                       number,
             const MyoGridRegion        *region,
             const MyoPaintedCell       *cells[N_SIDES],
             const guint8               *marks[N_SIDES])
{
  Paint paint[N_SIDES] = { count_paint (cells[0], region), count_paint (cells[1], region) };
  MyoFinderSpot *spots = &self->spots[number * N_SIDES];

  if (region->midline)
    {
      paint[0].count += paint[1].count;
      paint[0].intensity += paint[1].intensity;
      paint[1] = paint[0];
    }
  for (guint side = 0; side < N_SIDES; side++)
    {
      MyoFinderSpot *spot = &spots[region->midline ? 0 : side];

      *spot = get_spot (paint[side], region->n * (region->midline ? N_SIDES : 1), marks[region->midline ? 0 : side][number]);
      if (paint[side].intensity > 0 && !spot->marked)
        weigh_cells (cells[side], region, spot->weight / (float) paint[side].intensity, self->weights[side]);
    }
}

static void
read_regions (MyoFinderPain *self)
{
  const MyoBodyGrid *grid = self->layout->grid;
  guint n = myo_body_grid_get_n_regions (grid);
  const MyoPaintedCell *cells[N_SIDES] = { myo_coverage_get_cells (self->coverage, MYO_SIDE_RIGHT),
                                                 myo_coverage_get_cells (self->coverage, MYO_SIDE_LEFT) };
  const guint8 *marks[N_SIDES] = { myo_coverage_get_marks (self->coverage, MYO_SIDE_RIGHT),
                                         myo_coverage_get_marks (self->coverage, MYO_SIDE_LEFT) };

  for (guint i = 0; i < n; i++)
    {
      const MyoGridRegion *region = myo_body_grid_get_region (grid, i);

      if (region->inner)
        read_inner (self, i, region, cells, marks);
      else
        read_region (self, i, region, cells, marks);
    }
  /* Summed side by side, so that a drawing and its mirror image have the same total to the last bit. */
  for (guint side = 0; side < N_SIDES; side++)
    {
      double sum = 0;

      for (guint i = 0; i < n; i++)
        sum += self->spots[i * N_SIDES + side].weight;
      self->total += sum;
    }
}

/* --- Sums --- */

void
myo_finder_pain_add_up (MyoFinderPain *self)
{
  guint n = myo_body_grid_get_n_cells (self->layout->grid);

  for (guint side = 0; side < N_SIDES; side++)
    {
      const MyoPaintedCell *cells = myo_coverage_get_cells (self->coverage, side == 0 ? MYO_SIDE_RIGHT : MYO_SIDE_LEFT);
      MyoFinderSum *sums = self->sums[side];
      double weight = 0;
      guint count = 0;

      for (guint i = 0; i < n; i++)
        {
          sums[i] = (MyoFinderSum) { (float) weight, count };
          weight += self->weights[side][i];
          count += cells[i].intensity > 0;
        }
      sums[n] = (MyoFinderSum) { (float) weight, count };
    }
}

MyoFinderPain *
myo_finder_pain_new (const MyoFinderLayout *layout,
                     MyoCoverage           *coverage)
{
  MyoFinderPain *self = g_new0 (MyoFinderPain, 1);
  guint n = myo_body_grid_get_n_cells (layout->grid);

  self->layout = layout;
  self->coverage = myo_coverage_ref (coverage);
  for (guint side = 0; side < N_SIDES; side++)
    {
      self->weights[side] = g_new0 (float, n + 1);
      self->sums[side] = g_new (MyoFinderSum, n + 1);
    }
  self->spots = g_new0 (MyoFinderSpot, N_SIDES * (myo_body_grid_get_n_regions (layout->grid) + 1));
  read_regions (self);
  myo_finder_pain_add_up (self);
  return self;
}

void
myo_finder_pain_free (MyoFinderPain *self)
{
  for (guint side = 0; side < N_SIDES; side++)
    {
      g_free (self->weights[side]);
      g_free (self->sums[side]);
    }
  g_free (self->spots);
  myo_coverage_unref (self->coverage);
  g_free (self);
}

/* --- Matching --- */

static float
explains (guint halves)
{
  return halves == 0 ? 0 : myo_finder_explains (halves == 2 ? MYO_ZONE_PRIMARY : MYO_ZONE_SPILLOVER);
}

static float
expects (guint halves)
{
  return halves == 0 ? 0 : myo_finder_expects (halves == 2 ? MYO_ZONE_PRIMARY : MYO_ZONE_SPILLOVER);
}

MyoFinderSpot *
myo_finder_pain_get_spot (const MyoFinderPain *self,
                          const MyoFinderTerm *term,
                          MyoSide              side)
{
  guint felt = term->midline ? 0 : term->opposite ^ (side == MYO_SIDE_LEFT);

  return &self->spots[term->region * N_SIDES + felt];
}

/* What the zones explain beyond what the region does, and how many of their cells are painted. */
static float
match_runs (const MyoFinderPain *self,
            const MyoFinderTerm *term,
            MyoSide              side,
            float                base,
            guint               *count,
            gboolean            *primary)
{
  const float more[3] = { 0, MAX (explains (1) - base, 0), MAX (explains (2) - base, 0) };
  const MyoFinderRun *runs = &g_array_index (self->layout->runs, MyoFinderRun, term->first);
  float explained = 0;

  for (guint i = 0; i < term->n; i++)
    {
      const MyoFinderSum *sums = self->sums[runs[i].opposite ^ (side == MYO_SIDE_LEFT)];
      const MyoFinderSum *from = &sums[runs[i].start], *to = &sums[runs[i].start + runs[i].length];

      if (to->count == from->count)
        continue;
      *count += to->count - from->count;
      explained += more[runs[i].kind] * (to->weight - from->weight);
      *primary = *primary || runs[i].kind == 2;
    }
  return explained;
}

/* How much of what is expected in a region is there. */
static float
get_there (const MyoFinderTerm *term,
           const MyoFinderSpot *spot,
           guint                count)
{
  float share = term->n_cells > 0 ? (float) count / (float) term->n_cells : 0;

  return MAX (spot->fill * (term->n_cells > 0 ? MYO_EXPECT_REGION : 1), MIN (share / MYO_FULL_ZONE, 1));
}

MyoFinderMatch
myo_finder_pain_match (const MyoFinderPain    *self,
                       const MyoFinderPattern *pattern,
                       MyoSide                 side)
{
  MyoFinderMatch match = { 0, 0, FALSE };

  for (guint i = 0; i < pattern->n; i++)
    {
      const MyoFinderTerm *term = &g_array_index (self->layout->terms, MyoFinderTerm, pattern->first + i);
      const MyoFinderSpot *spot = myo_finder_pain_get_spot (self, term, side);
      float base = MYO_WEIGHT_REGION * explains (term->around);
      guint count = 0;

      if (spot->fill <= 0)
        continue;
      if (spot->marked)
        {
          match.recall += spot->weight * explains (term->named);
          match.precision += expects (term->named);
          match.primary = match.primary || term->named == 2;
          continue;
        }
      match.recall += spot->weight * base + match_runs (self, term, side, base, &count, &match.primary);
      match.precision += expects (term->named) * get_there (term, spot, count);
    }
  match.recall = self->total > 0 ? match.recall / self->total : 0;
  match.precision = pattern->total > 0 ? match.precision / pattern->total : 0;
  return match;
}
