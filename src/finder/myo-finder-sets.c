/* The smallest sets of muscles that together explain a drawing.
 *
 * What counts here is what someone understands who reads "together they explain 94 %": pain in a zone of a muscle, primary or
 * spillover, is explained, and so is a place marked whole that the muscle names; pain beside the zones but in a region that they name
 * is explained by half.  A muscle is taken with all its points, for it is treated as one.  Of several muscles the one that explains a
 * cell best counts; nothing is counted twice.  (A score is different: it weighs spillover by half, to tell muscles apart.)
 *
 * Of all muscles a pool of at most 32 is looked at: those that explain most, those with the best scores, and those that explain most
 * of what the best ones leave.  Then painted cells that are alike for every member of the pool are thrown together, so that a set is
 * weighed by a walk over some hundred classes.  Sets of one and two are all tried; larger ones grow from the best smaller one, and then
 * each member is exchanged once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"

#include <math.h>

#define MAX_POOL       32          /* bits of a set */
#define BY_SHARE       12
#define BY_SCORE       6
#define BY_REST        4
#define N_RESTS        3
#define MAX_SET        4
#define ENOUGH         0.95        /* of what the whole pool explains */
#define WORTH_ADDING   0.05        /* of the pain */
#define ABOUT_AS_GOOD  0.03

/* Painted cells (and marked regions) that are alike: bits of members. */
typedef struct
{
  guint32 full, half;              /* who explains it; who does by half */
  float   weight;
} Class;

typedef struct
{
  guint32 members;
  double  share, score;
  guint64 tie;
} Choice;

typedef struct
{
  MyoFinder           *finder;
  const MyoFinderPain *pain;
  GArray              *found;      /* of MyoFinderFound */
  guint                members[MAX_POOL]; /* in @found */
  guint                n;
  GArray              *classes;
} Pool;

static const MyoFinderFound *
get_found (const Pool *pool,
           guint       i)
{
  return &g_array_index (pool->found, MyoFinderFound, i);
}

static const MyoFinderPattern *
get_pattern (const Pool *pool,
             guint       i)
{
  return &g_array_index (pool->pain->layout->muscles, MyoFinderPattern, get_found (pool, i)->entry->muscle);
}

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
is_member (const Pool *pool,
           guint       i)
{
  for (guint k = 0; k < pool->n; k++)
    if (pool->members[k] == i)
      return TRUE;
  return FALSE;
}

/* Adds up to @n of those with the largest @values (nothing at 0 or below).
 * Returns: the first of them, also when it was a member before, or -1 */
static int
add_largest (Pool         *pool,
             const double *values,
             guint         n)
{
  g_autofree gboolean *seen = g_new0 (gboolean, pool->found->len);
  int first = -1;

  while (n > 0 && pool->n < MAX_POOL)
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
get_rests (const Pool          *pool,
           const MyoFinderPain *rest,
           double              *values)
{
  for (guint i = 0; i < pool->found->len; i++)
    if (!get_found (pool, i)->refuted)
      values[i] = myo_finder_pain_match (rest, get_pattern (pool, i), get_found (pool, i)->entry->side).recall;
}

static void
fill_pool (Pool *pool)
{
  g_autoptr (MyoFinderPain) rest = myo_finder_pain_new (pool->pain->layout, pool->pain->coverage);
  g_autofree double *values = g_new0 (double, pool->found->len + 1);
  int best;

  for (guint i = 0; i < pool->found->len; i++)
    values[i] = get_found (pool, i)->refuted ? 0 : get_found (pool, i)->score;
  add_largest (pool, values, BY_SCORE);
  for (guint i = 0; i < pool->found->len; i++)
    values[i] = get_found (pool, i)->refuted ? 0 : get_found (pool, i)->share;
  best = add_largest (pool, values, BY_SHARE);
  for (guint i = 0; i < N_RESTS && best >= 0; i++)
    {
      take_muscle (rest, get_pattern (pool, (guint) best), get_found (pool, (guint) best)->entry->side);
      get_rests (pool, rest, values);
      best = add_largest (pool, values, BY_REST);
    }
}

/* --- Classes --- */

typedef struct
{
  guint32 *cells[2];               /* whose zones cover it */
  guint32 *around, *named;         /* of each region × 2 + side: who names it */
} Masks;

static void
mask_member (const Pool *pool,
             guint       number,
             Masks      *masks)
{
  const MyoFinderLayout *layout = pool->pain->layout;
  const MyoFinderPattern *pattern = get_pattern (pool, pool->members[number]);
  MyoSide side = get_found (pool, pool->members[number])->entry->side;
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
  Class *last = classes->len > 0 ? &g_array_index (classes, Class, classes->len - 1) : NULL;

  half &= ~full;
  if (last != NULL && last->full == full && last->half == half)
    last->weight += weight;
  else
    g_array_append_val (classes, ((Class) { full, half, weight }));
}

static void
classify_region (const Pool  *pool,
                 guint        number,
                 const Masks *masks)
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
  const Class *m = a, *n = b;

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
      Class *class = &g_array_index (classes, Class, i), *last = &g_array_index (classes, Class, n > 0 ? n - 1 : 0);

      if (n > 0 && compare_classes (last, class) == 0)
        last->weight += class->weight;
      else
        g_array_index (classes, Class, n++) = *class;
    }
  g_array_set_size (classes, n);
}

static void
classify (Pool *pool)
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

/* --- Choosing --- */

static double
get_share (const Pool *pool,
           guint32     members)
{
  const Class *classes = (const Class *) (gconstpointer) pool->classes->data;
  float full = 0, half = 0;

  for (guint i = 0; i < pool->classes->len; i++)
    {
      full += (classes[i].full & members) != 0 ? classes[i].weight : 0;
      half += (classes[i].full & members) == 0 && (classes[i].half & members) != 0 ? classes[i].weight : 0;
    }
  return MIN ((full + half / 2) / pool->pain->total, 1);
}

static void
try_set (const Pool *pool,
         guint32     members,
         GArray     *choices)
{
  Choice choice = { members, 0, 0, 0 };

  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, Choice, i).members == members)
      return;
  choice.share = get_share (pool, members);
  for (guint i = 0; i < pool->n; i++)
    if ((members & (1u << i)) != 0)
      {
        choice.score += get_found (pool, pool->members[i])->score;
        choice.tie += pool->finder->ties[get_found (pool, pool->members[i])->entry->muscle];
      }
  g_array_append_val (choices, choice);
}

static Choice
get_best (const GArray *choices)
{
  Choice best = { 0, -1, 0, 0 };

  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, Choice, i).share > best.share)
      best = g_array_index (choices, Choice, i);
  return best;
}

static void
try_small (const Pool *pool,
           guint       size,
           GArray     *choices)
{
  for (guint i = 0; i < pool->n; i++)
    if (size == 1)
      try_set (pool, 1u << i, choices);
    else
      for (guint k = i + 1; k < pool->n; k++)
        try_set (pool, (1u << i) | (1u << k), choices);
}

static void
try_larger (const Pool *pool,
            guint32     smaller,
            GArray     *choices)
{
  guint32 grown;

  for (guint i = 0; i < pool->n; i++)
    if ((smaller & (1u << i)) == 0)
      try_set (pool, smaller | (1u << i), choices);
  grown = get_best (choices).members;
  for (guint out = 0; out < pool->n; out++)
    for (guint in = 0; in < pool->n && (grown & (1u << out)) != 0; in++)
      if ((grown & (1u << in)) == 0)
        try_set (pool, (grown & ~(1u << out)) | (1u << in), choices);
}

/* Returns: (transfer full) (element-type Choice): sets of one size, the smallest that will do */
static GArray *
choose (const Pool *pool)
{
  double all = get_share (pool, pool->n == MAX_POOL ? G_MAXUINT32 : (1u << pool->n) - 1);
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (Choice));

  try_small (pool, 1, choices);
  for (guint size = 2; size <= MIN (MAX_SET, pool->n); size++)
    {
      Choice best = get_best (choices);
      GArray *larger;

      if (best.share >= ENOUGH * all)
        break;
      larger = g_array_new (FALSE, FALSE, sizeof (Choice));
      if (size == 2)
        try_small (pool, size, larger);
      else
        try_larger (pool, best.members, larger);
      if (get_best (larger).share - best.share < WORTH_ADDING)
        {
          g_array_unref (larger);
          break;
        }
      g_array_unref (choices);
      choices = larger;
    }
  return choices;
}

/* --- Explanations --- */

/* Better scores first, then commoner muscles. */
static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  const Choice *m = a, *n = b;
  int difference = (int) rint (n->score * 1000) - (int) rint (m->score * 1000);

  if (difference != 0)
    return difference;
  if (m->tie != n->tie)
    return m->tie < n->tie ? -1 : 1;
  return m->members < n->members ? -1 : m->members > n->members;
}

/* Whether none could be left out. */
static gboolean
needs_all (const Pool   *pool,
           const Choice *choice)
{
  if ((choice->members & (choice->members - 1)) == 0)
    return TRUE;
  for (guint i = 0; i < pool->n; i++)
    if ((choice->members & (1u << i)) != 0
        && choice->share - get_share (pool, choice->members & ~(1u << i)) < WORTH_ADDING - 1e-6)
      return FALSE;
  return TRUE;
}

static int
compare_shares (gconstpointer a,
                gconstpointer b)
{
  const MyoCandidate *m = *(MyoCandidate *const *) a, *n = *(MyoCandidate *const *) b;

  return m->share > n->share ? -1 : m->share < n->share;
}

static MyoExplanation *
create_explanation (const Pool   *pool,
                    const Choice *choice)
{
  MyoExplanation *explanation = g_new0 (MyoExplanation, 1);

  explanation->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_candidate_free);
  explanation->share = choice->share;
  for (guint i = 0; i < pool->n; i++)
    if ((choice->members & (1u << i)) != 0)
      g_ptr_array_add (explanation->candidates, myo_finder_create_candidate (pool->finder, get_found (pool, pool->members[i])));
  g_ptr_array_sort (explanation->candidates, compare_shares);
  return explanation;
}

static void
list_explanations (const Pool *pool,
                   guint       most,
                   GPtrArray  *list)
{
  g_autoptr (GArray) choices = choose (pool);
  double least = get_best (choices).share - ABOUT_AS_GOOD;

  g_array_sort (choices, compare_choices);
  for (guint i = 0; i < choices->len && list->len < most; i++)
    {
      const Choice *choice = &g_array_index (choices, Choice, i);

      if (choice->share >= least && needs_all (pool, choice))
        g_ptr_array_add (list, create_explanation (pool, choice));
    }
}

/* What was chosen by likelihood is told by share: who reads percentages expects the largest first. */
static int
compare_explanations (gconstpointer a,
                      gconstpointer b)
{
  const MyoExplanation *m = *(MyoExplanation *const *) a, *n = *(MyoExplanation *const *) b;

  return (int) rint (n->share * 100) - (int) rint (m->share * 100);
}

void
myo_explanation_free (MyoExplanation *self)
{
  g_ptr_array_unref (self->candidates);
  g_free (self);
}

GPtrArray *
myo_finder_explain (MyoFinder   *self,
                    MyoCoverage *coverage,
                    MyoFindings *findings,
                    guint        most)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_explanation_free);
  g_autoptr (MyoFinderPain) pain = NULL;
  g_autoptr (GArray) found = NULL, classes = NULL;
  Pool pool;

  g_return_val_if_fail (myo_finder_is_prepared_for (self, coverage), list);

  pain = myo_finder_pain_new (self->layout, coverage);
  found = myo_finder_find (self, pain, findings);
  classes = g_array_new (FALSE, FALSE, sizeof (Class));
  pool = (Pool) { .finder = self, .pain = pain, .found = found, .classes = classes };
  fill_pool (&pool);
  if (pool.n == 0)
    return list;
  classify (&pool);
  list_explanations (&pool, most, list);
  g_ptr_array_sort (list, compare_explanations);
  return list;
}
