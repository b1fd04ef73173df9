/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-screening.h"

/* These thresholds are judgements: no study says how large a painted place must be before a question is worth asking.  They are set low,
 * for a question too many costs a word, and one too few may leave a danger unseen; tests/screening-builtin-test.c holds ordinary pains against them.
 *
 * From this share of a region on it counts as painted: less is where a brush went over the edge. */
#define PAINTED 0.05
/* From this area on, mm², a quality counts as used. */
#define USED    100.0
/* But what makes up this share of the drawing is meant, however small it is. */
#define MEANT   0.25

/* Judgements too.  A condition is listed when it covers this share of the drawing, or when this share of its own place is painted: where pain is
 * spread over the whole body no condition covers much of it. */
#define COVERS  0.1
#define FILLED  0.5

#define BIT(side) (1u << (side))

/* --- What is asked for --- */

static gboolean
is_painted (MyoCoverage            *coverage,
            const MyoCoveredRegion *region)
{
  if (region == NULL)
    return FALSE;
  return region->marked || region->share >= PAINTED || (!region->inner && region->area >= MEANT * myo_coverage_get_area (coverage));
}

/* @area: mm² of a quality */
static gboolean
is_used (MyoCoverage *coverage,
         double       area)
{
  return area > 0 && area >= MIN (USED, MEANT * myo_coverage_get_area (coverage));
}

/* Returns: BIT (side) for each side on which @region is painted */
static guint
find_sides (MyoCoverage *coverage,
            const char  *region)
{
  guint sides = 0;

  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_MIDDLE; side++)
    if (is_painted (coverage, myo_coverage_find (coverage, region, side)))
      sides |= BIT (side);
  return sides;
}

/* Cells of @quality among @cells, or among the first @n when @cells is %NULL */
static guint
count_cells (const MyoPaintedCell *painted,
             const guint          *cells,
             guint                 first,
             guint                 n,
             MyoQuality            quality)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      const MyoPaintedCell *cell = &painted[cells != NULL ? cells[i] : first + i];

      if (cell->intensity > 0 && cell->quality == quality)
        count++;
    }
  return count;
}

/* mm² of @quality in @region on @side; on the midline in both halves */
static double
measure_quality (MyoCoverage            *coverage,
                 const MyoCoveredRegion *region,
                 MyoQuality              quality)
{
  MyoBodyGrid *grid = myo_coverage_get_grid (coverage);
  const MyoGridRegion *place = myo_body_grid_get_region (grid, region->number);
  guint n = place->inner ? place->n_beneath : place->n;
  guint count = 0;

  for (MyoSide half = MYO_SIDE_RIGHT; half <= MYO_SIDE_LEFT; half++)
    if (region->side == half || region->side == MYO_SIDE_MIDDLE)
      count += count_cells (myo_coverage_get_cells (coverage, half), place->inner ? place->beneath : NULL, place->first, n, quality);
  return count * myo_body_grid_get_cell_area (grid);
}

/* A whole region marked is meant, however small it is. */
static gboolean
has_quality (MyoCoverage            *coverage,
             const MyoCoveredRegion *region,
             MyoQuality              quality)
{
  if ((region->qualities & (1u << quality)) == 0)
    return FALSE;
  return region->marked || is_used (coverage, measure_quality (coverage, region, quality));
}

/* Returns: BIT (side) for each side on which @region is painted and @quality is used in it */
static guint
find_sides_with_quality (MyoCoverage *coverage,
                         const char  *id,
                         MyoQuality   quality)
{
  guint sides = 0;

  for (MyoSide side = MYO_SIDE_RIGHT; side <= MYO_SIDE_MIDDLE; side++)
    {
      const MyoCoveredRegion *region = myo_coverage_find (coverage, id, side);

      if (is_painted (coverage, region) && has_quality (coverage, region, quality))
        sides |= BIT (side);
    }
  return sides;
}

/* mm² of @quality on one half of the body */
static double
measure_half (MyoCoverage *coverage,
              MyoSide      half,
              MyoQuality   quality)
{
  MyoBodyGrid *grid = myo_coverage_get_grid (coverage);
  guint n = myo_body_grid_get_n_cells (grid);

  return count_cells (myo_coverage_get_cells (coverage, half), NULL, 0, n, quality) * myo_body_grid_get_cell_area (grid);
}

/* Returns: BIT (side) for each side of the body on which @quality is used: in all its regions together, or in a mark */
static guint
find_quality (MyoCoverage *coverage,
              MyoQuality   quality)
{
  const GArray *regions = myo_coverage_get_regions (coverage);
  gboolean used = FALSE;
  guint sides = 0;
  double right, left;

  for (guint i = 0; i < regions->len; i++)
    {
      const MyoCoveredRegion *region = &g_array_index (regions, MyoCoveredRegion, i);

      if ((region->qualities & (1u << quality)) == 0)
        continue;
      used = TRUE;
      if (region->marked)
        sides |= BIT (region->side);
    }
  if (!used)
    return 0;

  right = measure_half (coverage, MYO_SIDE_RIGHT, quality);
  left = measure_half (coverage, MYO_SIDE_LEFT, quality);
  sides |= (is_used (coverage, right) ? BIT (MYO_SIDE_RIGHT) : 0) | (is_used (coverage, left) ? BIT (MYO_SIDE_LEFT) : 0);
  /* Little on either side, enough across the midline */
  return sides == 0 && is_used (coverage, right + left) ? BIT (MYO_SIDE_MIDDLE) : sides;
}

static guint
find_ask (MyoCoverage  *coverage,
          const MyoAsk *ask)
{
  if (ask->region == NULL)
    return ask->has_quality ? find_quality (coverage, ask->quality) : 0;
  if (ask->has_quality)
    return find_sides_with_quality (coverage, ask->region, ask->quality);
  return find_sides (coverage, ask->region);
}

/* What a flag asks for on one side only counts together: a right calf painted inside and a left one outside are both calves. */
static gboolean
is_asked (const MyoFlag *flag,
          MyoCoverage   *coverage)
{
  guint one_side = 0;

  for (guint i = 0; flag->asks != NULL && i < flag->asks->len; i++)
    {
      const MyoAsk *ask = g_ptr_array_index (flag->asks, i);
      guint sides = find_ask (coverage, ask);

      if (ask->one_side)
        one_side |= sides;
      else if (sides != 0)
        return TRUE;
    }
  one_side &= ~BIT (MYO_SIDE_MIDDLE);
  return one_side == BIT (MYO_SIDE_RIGHT) || one_side == BIT (MYO_SIDE_LEFT);
}

GPtrArray *
myo_screening_list_flags (MyoAtlas    *atlas,
                          MyoCoverage *coverage)
{
  GPtrArray *flags, *list;

  g_return_val_if_fail (MYO_IS_ATLAS (atlas) && coverage != NULL, NULL);

  list = g_ptr_array_new ();
  flags = myo_atlas_get_flags (atlas);
  if (myo_coverage_get_regions (coverage)->len == 0)
    return list;
  for (MyoFlagLevel level = MYO_FLAG_STOP; level <= MYO_FLAG_CARE; level++)
    for (guint i = 0; i < flags->len; i++)
      {
        MyoFlag *flag = g_ptr_array_index (flags, i);

        if (flag->level == level && is_asked (flag, coverage))
          g_ptr_array_add (list, flag);
      }
  return list;
}

const MyoFlag *
myo_screening_get_question (MyoAtlas    *atlas,
                            MyoCoverage *coverage,
                            MyoFindings *findings)
{
  g_autoptr(GPtrArray) flags = NULL;

  g_return_val_if_fail (MYO_IS_ATLAS (atlas) && coverage != NULL && MYO_IS_FINDINGS (findings), NULL);

  flags = myo_screening_list_flags (atlas, coverage);
  for (guint i = 0; i < flags->len; i++)
    {
      const MyoFlag *flag = g_ptr_array_index (flags, i);

      if (myo_findings_get_flag (findings, flag->id) == MYO_ANSWER_NONE)
        return flag;
    }
  return NULL;
}

/* --- What else it could be --- */

/* How strong the pain is on and under each cell: what is painted, and inner regions that are marked. */
typedef struct
{
  MyoBodyGrid *grid;
  guint        n_cells;
  guint8      *felt[2];
  guint        total;
} Felt;

static void
felt_clear (Felt *felt)
{
  g_free (felt->felt[MYO_SIDE_RIGHT]);
  g_free (felt->felt[MYO_SIDE_LEFT]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Felt, felt_clear)

static void
feel_marks (Felt        *felt,
            MyoCoverage *coverage)
{
  const GArray *regions = myo_coverage_get_regions (coverage);

  for (guint i = 0; i < regions->len; i++)
    {
      const MyoCoveredRegion *region = &g_array_index (regions, MyoCoveredRegion, i);
      const MyoGridRegion *place = myo_body_grid_get_region (felt->grid, region->number);

      for (MyoSide half = MYO_SIDE_RIGHT; region->inner && region->marked && half <= MYO_SIDE_LEFT; half++)
        for (guint c = 0; (region->side == half || region->side == MYO_SIDE_MIDDLE) && c < place->n_beneath; c++)
          {
            guint8 *strength = &felt->felt[half][place->beneath[c]];

            *strength = MAX (*strength, (guint8) region->intensity);
          }
    }
}

static Felt
feel (MyoCoverage *coverage)
{
  Felt felt = { .grid = myo_coverage_get_grid (coverage) };

  felt.n_cells = myo_body_grid_get_n_cells (felt.grid);
  for (MyoSide half = MYO_SIDE_RIGHT; half <= MYO_SIDE_LEFT; half++)
    {
      const MyoPaintedCell *cells = myo_coverage_get_cells (coverage, half);

      felt.felt[half] = g_new (guint8, felt.n_cells);
      for (guint i = 0; i < felt.n_cells; i++)
        felt.felt[half][i] = cells[i].intensity;
    }
  feel_marks (&felt, coverage);
  for (guint i = 0; i < felt.n_cells; i++)
    felt.total += felt.felt[MYO_SIDE_RIGHT][i] + felt.felt[MYO_SIDE_LEFT][i];
  return felt;
}

typedef struct
{
  MyoCondition *condition;
  double        covers;      /* share of the drawing, weighted with intensity */
  double        filled;      /* share of the condition's place that is painted, on the side where it is more */
} Fit;

/* What has been found in the place of a condition so far. */
typedef struct
{
  guint8 *seen;              /* for each cell, whether it has been counted: regions may lie over each other */
  guint   strength, n_cells, n_painted[2];
} Tally;

static void
count_region (Tally               *tally,
              const Felt          *felt,
              const MyoGridRegion *region)
{
  guint n = region->inner ? region->n_beneath : region->n;

  for (guint i = 0; i < n; i++)
    {
      guint cell = region->inner ? region->beneath[i] : region->first + i;

      if (tally->seen[cell])
        continue;
      tally->seen[cell] = TRUE;
      tally->n_cells++;
      for (MyoSide half = MYO_SIDE_RIGHT; half <= MYO_SIDE_LEFT; half++)
        {
          tally->strength += felt->felt[half][cell];
          tally->n_painted[half] += felt->felt[half][cell] > 0;
        }
    }
}

static Fit
fit_condition (MyoCondition *condition,
               const Felt   *felt)
{
  g_autofree guint8 *seen = g_new0 (guint8, felt->n_cells);
  Tally tally = { .seen = seen };

  for (guint i = 0; condition->regions != NULL && i < condition->regions->len; i++)
    {
      int number = myo_body_grid_find_region (felt->grid, g_ptr_array_index (condition->regions, i));

      if (number >= 0)
        count_region (&tally, felt, myo_body_grid_get_region (felt->grid, (guint) number));
    }
  return (Fit) {
    .condition = condition,
    .covers = felt->total > 0 ? (double) tally.strength / felt->total : 0,
    .filled = tally.n_cells > 0 ? (double) MAX (tally.n_painted[0], tally.n_painted[1]) / tally.n_cells : 0,
  };
}

/* In tenths: a brush that went over the edge of a condition's place says nothing against it. */
static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  const Fit *first = a, *second = b;
  int tenths = (int) (second->covers * 10 + 0.5) - (int) (first->covers * 10 + 0.5);

  if (tenths != 0)
    return tenths;
  if (first->filled != second->filled)
    return first->filled > second->filled ? -1 : 1;
  return g_strcmp0 (first->condition->id, second->condition->id);
}

GPtrArray *
myo_screening_list_conditions (MyoAtlas    *atlas,
                               MyoCoverage *coverage,
                               guint        most)
{
  g_autoptr(GArray) fits = g_array_new (FALSE, FALSE, sizeof (Fit));
  g_auto(Felt) felt = { 0 };
  GPtrArray *conditions, *list;

  g_return_val_if_fail (MYO_IS_ATLAS (atlas) && coverage != NULL, NULL);

  felt = feel (coverage);
  conditions = myo_atlas_get_conditions (atlas);
  for (guint i = 0; felt.total > 0 && i < conditions->len; i++)
    {
      Fit fit = fit_condition (g_ptr_array_index (conditions, i), &felt);

      if (fit.covers >= COVERS || fit.filled >= FILLED)
        g_array_append_val (fits, fit);
    }
  g_array_sort (fits, compare_fits);
  list = g_ptr_array_new ();
  for (guint i = 0; i < MIN (fits->len, most); i++)
    g_ptr_array_add (list, g_array_index (fits, Fit, i).condition);
  return list;
}
