/* Places that were named → muscles, best first, without a grid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"

typedef struct
{
  const MyoFinder *finder;
  MyoFinderTally  *tallies;        /* of each entry */
  MyoFinderNamed  *named;          /* by muscle × 2 + side */
  guint            count;          /* of places */
} Query;

MyoFinderTally *
myo_finder_create_tallies (const MyoFinder *self)
{
  MyoFinderTally *tallies = g_new0 (MyoFinderTally, self->entries->len);

  for (guint i = 0; i < self->entries->len; i++)
    tallies[i].kind = MYO_ZONE_SPILLOVER;
  return tallies;
}

static void
name_muscle (const Query *query,
             guint        number)
{
  const MyoFinderEntry *entry = &g_array_index (query->finder->entries, MyoFinderEntry, number);
  MyoFinderNamed *named = &query->named[entry->muscle * 2 + entry->side];

  if (named->last == query->count)
    return;
  named->last = query->count;
  named->count++;
}

static void
tally_postings (const Query  *query,
                const GArray *postings)
{
  for (guint i = 0; i < postings->len; i++)
    {
      const MyoFinderPosting *posting = &g_array_index (postings, MyoFinderPosting, i);
      MyoFinderTally *tally = &query->tallies[posting->entry];

      tally->explained += myo_finder_explains (posting->kind);
      tally->covered += myo_finder_expects (posting->kind);
      tally->kind = MIN (tally->kind, posting->kind);
      name_muscle (query, posting->entry);
    }
}

/* The same place must not be explained twice by an entry that is felt on both sides of it: the heavier side counts. */
static void
settle_sides (const MyoFinderIndex *index,
              MyoFinderTally       *tallies)
{
  const GArray *right = index->sides[MYO_SIDE_RIGHT], *left = index->sides[MYO_SIDE_LEFT];

  for (guint i = 0, k = 0; i < right->len; i++)
    {
      const MyoFinderPosting *r = &g_array_index (right, MyoFinderPosting, i), *l;

      while (k < left->len && g_array_index (left, MyoFinderPosting, k).entry < r->entry)
        k++;
      if (k == left->len)
        return;
      l = &g_array_index (left, MyoFinderPosting, k);
      if (l->entry == r->entry)
        tallies[r->entry].explained -= MIN (myo_finder_explains (r->kind), myo_finder_explains (l->kind));
    }
}

static void
tally_place (Query          *query,
             const MyoPlace *place)
{
  const MyoFinderIndex *index = g_hash_table_lookup (query->finder->index, place->region);

  query->count++;
  if (index == NULL)
    return;
  if (!index->paired)
    tally_postings (query, index->sides[MYO_SIDE_MIDDLE]);
  else if (place->side != MYO_SIDE_MIDDLE)
    tally_postings (query, index->sides[place->side]);
  else
    {
      tally_postings (query, index->sides[MYO_SIDE_RIGHT]);
      tally_postings (query, index->sides[MYO_SIDE_LEFT]);
      settle_sides (index, query->tallies);
    }
}

/* Whether an earlier place is the same one; in the middle covers both sides, and a midline region has none. */
static gboolean
is_repeated (MyoFinder      *self,
             const MyoPlace *places,
             guint           i)
{
  const MyoFinderIndex *index = g_hash_table_lookup (self->index, places[i].region);

  for (guint k = 0; k < i; k++)
    if (g_str_equal (places[k].region, places[i].region)
        && (places[k].side == places[i].side || (index != NULL && !index->paired)))
      return TRUE;
  return FALSE;
}

GPtrArray *
myo_finder_list_candidates (MyoFinder            *self,
                            const MyoFinderTally *tallies,
                            guint                 n_places,
                            const MyoFinderNamed *named,
                            gboolean              kind_first)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (MyoFinderFound));
  MyoFinderCollector to = MYO_FINDER_COLLECTOR_INIT (found, kind_first);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const MyoFinderEntry *entry = &g_array_index (self->entries, MyoFinderEntry, i);

      if (tallies[i].explained > 0)
        myo_finder_collect (&to, entry, tallies[i].kind,
                            myo_finder_get_score (tallies[i].explained / n_places, tallies[i].covered / entry->total));
    }
  for (guint i = 0; i < found->len; i++)
    {
      MyoFinderFound *one = &g_array_index (found, MyoFinderFound, i);

      one->share = named != NULL ? (double) named[one->entry->muscle * 2 + one->entry->side].count / n_places : 1;
    }
  myo_finder_sort (self, found, kind_first);
  return myo_finder_create_list (self, found);
}

GPtrArray *
myo_finder_rank (MyoFinder      *self,
                 const MyoPlace *places,
                 guint           n)
{
  g_autofree MyoFinderTally *tallies = NULL;
  g_autofree MyoFinderNamed *named = NULL;
  Query query;

  g_return_val_if_fail (MYO_IS_FINDER (self) && (places != NULL || n == 0), NULL);

  tallies = myo_finder_create_tallies (self);
  named = g_new0 (MyoFinderNamed, self->muscles->len * 2 + 1);
  query = (Query) { self, tallies, named, 0 };
  for (guint i = 0; i < n; i++)
    if (!is_repeated (self, places, i))
      tally_place (&query, &places[i]);
  return myo_finder_list_candidates (self, tallies, query.count, named, FALSE);
}
