/* What is painted → muscles, best first; and what no muscle explains.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"
#include "myo-meter.h"

void
myo_finder_prepare (MyoFinder   *self,
                    MyoBodyGrid *grid)
{
  g_return_if_fail (MYO_IS_FINDER (self) && grid != NULL);

  if (self->layout != NULL && self->layout->grid == grid)
    return;
  g_clear_pointer (&self->layout, myo_finder_layout_free);
  self->layout = myo_finder_layout_new (self, grid);
}

gboolean
myo_finder_is_prepared_for (MyoFinder   *self,
                            MyoCoverage *coverage)
{
  return MYO_IS_FINDER (self) && self->layout != NULL && coverage != NULL
         && myo_coverage_get_grid (coverage) == self->layout->grid;
}

/* --- Ranking --- */

static void
apply_findings (MyoFinder      *self,
                MyoFinderFound *found,
                MyoFindings    *findings)
{
  const MyoMuscle *muscle = g_ptr_array_index (self->muscles, found->entry->muscle);

  found->score *= myo_findings_get_factor (findings, muscle->id, found->entry->side);
  found->refuted = myo_findings_is_refuted (findings, muscle->id, found->entry->side);
}

static void
collect_entry (MyoFinder           *self,
               const MyoFinderPain *pain,
               guint                number,
               MyoFinderCollector  *to)
{
  const MyoFinderEntry *entry = &g_array_index (self->entries, MyoFinderEntry, number);
  const MyoFinderPattern *pattern = &g_array_index (pain->layout->points, MyoFinderPattern, number / 2);
  MyoFinderMatch match = myo_finder_pain_match (pain, pattern, entry->side);

  if (match.recall > 0)
    myo_finder_collect (to, entry, match.primary ? MYO_ZONE_PRIMARY : MYO_ZONE_SPILLOVER,
                        myo_finder_get_score (match.recall, match.precision));
}

GArray *
myo_finder_find (MyoFinder           *self,
                 const MyoFinderPain *pain,
                 MyoFindings         *findings)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MyoFinderFound));
  MyoFinderCollector to = MYO_FINDER_COLLECTOR_INIT (found, FALSE);

  myo_meter_add (500 * self->entries->len);
  for (guint i = 0; i < self->entries->len; i++)
    collect_entry (self, pain, i, &to);
  for (guint i = 0; i < found->len; i++)
    {
      MyoFinderFound *one = &g_array_index (found, MyoFinderFound, i);
      const MyoFinderPattern *pattern = &g_array_index (pain->layout->muscles, MyoFinderPattern, one->entry->muscle);

      one->share = MIN (myo_finder_pain_match (pain, pattern, one->entry->side).recall, 1);
      if (findings != NULL)
        apply_findings (self, one, findings);
    }
  myo_finder_sort (self, found, FALSE);
  return found;
}

GPtrArray *
myo_finder_rank_drawing (MyoFinder   *self,
                         MyoCoverage *coverage,
                         MyoFindings *findings)
{
  g_autoptr (MyoFinderPain) pain = NULL;
  g_autoptr (GArray) found = NULL;

  g_return_val_if_fail (myo_finder_is_prepared_for (self, coverage), NULL);

  pain = myo_finder_pain_new (self->layout, coverage);
  found = myo_finder_find (self, pain, findings);
  return myo_finder_create_list (self, found);
}

/* --- What no muscle explains --- */

/* Less than this of a region beside all zones (mm²) is a matter of how the zones are drawn.  A judgement: a strip of a
 * finger's breadth along a zone. */
#define LEAST_REST 200.0

/* The part of a region that is left over. */
typedef struct
{
  guint count, intensity;
  guint of_quality[MYO_N_QUALITIES];
} Rest;

static void
add_rest (Rest                  *rest,
          const MyoFinderLayout *layout,
          const MyoGridRegion   *region,
          const MyoPaintedCell  *cells)
{
  for (guint i = region->first; i < region->first + region->n; i++)
    if (cells[i].intensity > 0 && !layout->cells[i])
      {
        rest->count++;
        rest->intensity += cells[i].intensity;
        rest->of_quality[MIN (cells[i].quality, MYO_N_QUALITIES - 1)]++;
      }
}

static Rest
get_rest (const MyoFinderLayout  *layout,
          MyoCoverage            *coverage,
          const MyoCoveredRegion *covered)
{
  const MyoGridRegion *region = myo_body_grid_get_region (layout->grid, covered->number);
  Rest rest = { 0 };

  if (covered->side != MYO_SIDE_LEFT)
    add_rest (&rest, layout, region, myo_coverage_get_cells (coverage, MYO_SIDE_RIGHT));
  if (covered->side != MYO_SIDE_RIGHT)
    add_rest (&rest, layout, region, myo_coverage_get_cells (coverage, MYO_SIDE_LEFT));
  return rest;
}

static void
narrow_to_rest (MyoCoveredRegion  *covered,
                const Rest        *rest,
                const MyoBodyGrid *grid)
{
  const MyoGridRegion *region = myo_body_grid_get_region (grid, covered->number);

  covered->share = (double) rest->count / (region->n * (region->midline ? 2 : 1));
  covered->area = rest->count * myo_body_grid_get_cell_area (grid);
  covered->intensity = (double) rest->intensity / rest->count;
  covered->qualities = 0;
  covered->main_quality = 0;
  for (MyoQuality i = 0; i < MYO_N_QUALITIES; i++)
    {
      if (rest->of_quality[i] > 0)
        covered->qualities |= 1u << i;
      if (rest->of_quality[i] > rest->of_quality[covered->main_quality])
        covered->main_quality = i;
    }
}

GArray *
myo_finder_list_unexplained (MyoFinder   *self,
                             MyoCoverage *coverage)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (MyoCoveredRegion));
  const GArray *regions;

  g_return_val_if_fail (myo_finder_is_prepared_for (self, coverage), list);

  regions = myo_coverage_get_regions (coverage);
  for (guint i = 0; i < regions->len; i++)
    {
      MyoCoveredRegion covered = g_array_index (regions, MyoCoveredRegion, i);
      Rest rest;

      /* A region marked whole is explained by who names it; what is painted, by whose zone lies there. */
      if (covered.marked ? self->layout->regions[covered.number] : covered.inner)
        continue;
      rest = get_rest (self->layout, coverage, &covered);
      if (!covered.marked && rest.count * myo_body_grid_get_cell_area (self->layout->grid) < LEAST_REST)
        continue;
      /* Of a region marked whole all is meant, also where a neighbour's zone reaches into it. */
      if (!covered.marked)
        narrow_to_rest (&covered, &rest, self->layout->grid);
      g_array_append_val (list, covered);
    }
  return list;
}
