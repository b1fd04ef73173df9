/* The smallest sets of muscles that together explain a drawing.
 *
 * What counts here is what someone understands who reads "together they explain 94 %": pain in a zone of a muscle, primary or
 * spillover, is explained, and so is a place marked whole that the muscle names; pain beside the zones but in a region that they name
 * is explained by half.  A muscle is taken with all its points, for it is treated as one.  Of several muscles the one that explains a
 * cell best counts; nothing is counted twice.  (A score is different: it weighs spillover by half, to tell muscles apart.)
 *
 * Sets of one and two of the pool are all tried; larger ones grow from the best smaller one, and then each member is exchanged once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-pool-private.h"

#include <math.h>

/* All four are judgements: what a person can keep in mind and work through in one sitting, and differences in the share that the
 * coarseness of painting makes meaningless. */
#define MAX_SET        4
#define ENOUGH         0.95        /* of what the whole pool explains */
#define WORTH_ADDING   0.05        /* of the pain */
#define ABOUT_AS_GOOD  0.03        /* of the pain */

typedef struct
{
  guint32 members;
  double  share, score;
  guint64 tie;
} Choice;

/* --- Choosing --- */

static double
get_share (const MyoFinderPool *pool,
           guint32              members)
{
  const MyoFinderPainClass *classes = (const MyoFinderPainClass *) (gconstpointer) pool->classes->data;
  float full = 0, half = 0;

  for (guint i = 0; i < pool->classes->len; i++)
    {
      full += (classes[i].full & members) != 0 ? classes[i].weight : 0;
      half += (classes[i].full & members) == 0 && (classes[i].half & members) != 0 ? classes[i].weight : 0;
    }
  return MIN ((full + half / 2) / pool->pain->total, 1);
}

static void
try_set (const MyoFinderPool *pool,
         guint32              members,
         GArray              *choices)
{
  Choice choice = { members, 0, 0, 0 };

  for (guint i = 0; i < choices->len; i++)
    if (g_array_index (choices, Choice, i).members == members)
      return;
  choice.share = get_share (pool, members);
  for (guint i = 0; i < pool->n; i++)
    if ((members & (1u << i)) != 0)
      {
        choice.score += myo_finder_pool_get_found (pool, pool->members[i])->score;
        choice.tie += pool->finder->ties[myo_finder_pool_get_found (pool, pool->members[i])->entry->muscle];
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
try_small (const MyoFinderPool *pool,
           guint                size,
           GArray              *choices)
{
  for (guint i = 0; i < pool->n; i++)
    if (size == 1)
      try_set (pool, 1u << i, choices);
    else
      for (guint k = i + 1; k < pool->n; k++)
        try_set (pool, (1u << i) | (1u << k), choices);
}

static void
try_larger (const MyoFinderPool *pool,
            guint32              smaller,
            GArray              *choices)
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
choose (const MyoFinderPool *pool)
{
  double all = get_share (pool, pool->n == MYO_FINDER_MAX_POOL ? G_MAXUINT32 : (1u << pool->n) - 1);
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
needs_all (const MyoFinderPool *pool,
           const Choice        *choice)
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
create_explanation (const MyoFinderPool *pool,
                    const Choice        *choice)
{
  MyoExplanation *explanation = g_new0 (MyoExplanation, 1);

  explanation->candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_candidate_free);
  explanation->share = choice->share;
  for (guint i = 0; i < pool->n; i++)
    if ((choice->members & (1u << i)) != 0)
      g_ptr_array_add (explanation->candidates, myo_finder_create_candidate (pool->finder, myo_finder_pool_get_found (pool, pool->members[i])));
  g_ptr_array_sort (explanation->candidates, compare_shares);
  return explanation;
}

static void
list_explanations (const MyoFinderPool *pool,
                   guint                most,
                   GPtrArray           *list)
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

static void
explanation_free (MyoExplanation *self)
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
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) explanation_free);
  g_autoptr (MyoFinderPain) pain = NULL;
  g_autoptr (GArray) found = NULL, classes = NULL;
  MyoFinderPool pool;

  g_return_val_if_fail (myo_finder_is_prepared_for (self, coverage), list);

  pain = myo_finder_pain_new (self->layout, coverage);
  found = myo_finder_find (self, pain, findings);
  classes = g_array_new (FALSE, FALSE, sizeof (MyoFinderPainClass));
  pool = (MyoFinderPool) { .finder = self, .pain = pain, .found = found, .classes = classes };
  myo_finder_pool_fill (&pool);
  if (pool.n == 0)
    return list;
  myo_finder_pool_classify (&pool);
  list_explanations (&pool, most, list);
  g_ptr_array_sort (list, compare_explanations);
  return list;
}
