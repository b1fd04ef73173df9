/* From points that were found to the list of muscles, best first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"

#include <math.h>

void
myo_candidate_free (MyoCandidate *self)
{
  g_object_unref (self->muscle);
  g_free (self);
}

double
myo_finder_get_score (double recall,
                      double precision)
{
  precision = MIN (precision, 1);
  recall = MIN (recall, 1);
  if (recall <= 0 || precision <= 0)
    return 0;
  return (1 + MYO_BETA_SQUARE) * precision * recall / (MYO_BETA_SQUARE * precision + recall);
}

/* --- Collecting --- */

static gboolean
is_better (const MyoFinderFound *before,
           MyoZoneKind           kind,
           double                score,
           gboolean              kind_first)
{
  if (kind_first && kind != before->kind)
    return kind < before->kind;
  return score > before->score;
}

void
myo_finder_collect (MyoFinderCollector   *to,
                    const MyoFinderEntry *entry,
                    MyoZoneKind           kind,
                    double                score)
{
  guint *last = &to->last[entry->side];
  MyoFinderFound new = { entry, kind, score, 0, 0, FALSE }, *before;

  if (to->muscle != entry->muscle)
    to->last[0] = to->last[1] = 0;
  to->muscle = entry->muscle;
  if (*last == 0)
    {
      g_array_append_val (to->found, new);
      *last = to->found->len;
      return;
    }
  before = &g_array_index (to->found, MyoFinderFound, *last - 1);
  if (is_better (before, kind, score, to->kind_first))
    *before = new;
}

/* --- Order --- */

static int
compare_score (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const MyoFinderFound *m = a, *n = b;
  const guint *ties = user_data;
  int difference = n->printed - m->printed;

  if (m->refuted != n->refuted)
    return m->refuted ? 1 : -1;
  if (difference != 0)
    return difference;
  if (m->entry->muscle != n->entry->muscle)
    return ties[m->entry->muscle] < ties[n->entry->muscle] ? -1 : 1;
  return (int) m->entry->side - (int) n->entry->side;
}

static int
compare_kind (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const MyoFinderFound *m = a, *n = b;

  return m->kind != n->kind ? (int) m->kind - (int) n->kind : compare_score (a, b, user_data);
}

void
myo_finder_sort (MyoFinder *self,
                 GArray    *found,
                 gboolean   kind_first)
{
  /* Equal is what is printed alike. */
  for (guint i = 0; i < found->len; i++)
    {
      MyoFinderFound *one = &g_array_index (found, MyoFinderFound, i);

      one->printed = (int) rint (one->score * 1000);
    }
  g_array_sort_with_data (found, kind_first ? compare_kind : compare_score, self->ties);
}

/* --- The list --- */

MyoCandidate *
myo_finder_create_candidate (MyoFinder            *self,
                             const MyoFinderFound *found)
{
  MyoCandidate *candidate = g_new0 (MyoCandidate, 1);

  candidate->muscle = g_object_ref (g_ptr_array_index (self->muscles, found->entry->muscle));
  candidate->side = found->entry->side;
  candidate->point = found->entry->point;
  candidate->kind = found->kind;
  candidate->score = found->score;
  candidate->share = found->share;
  candidate->refuted = found->refuted;
  return candidate;
}

GPtrArray *
myo_finder_create_list (MyoFinder    *self,
                        const GArray *found)
{
  GPtrArray *list = g_ptr_array_new_full (found->len, (GDestroyNotify) myo_candidate_free);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (list, myo_finder_create_candidate (self, &g_array_index (found, MyoFinderFound, i)));
  return list;
}
