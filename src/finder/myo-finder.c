/* How muscles are ranked.
 *
 * A point on one side of the body has a pattern: the set of places (region × side) where its zones are felt, each with a weight, 1 for
 * a primary zone and ½ for a spillover zone (the heavier where both name one place).  Of a pattern and the painful places given
 * it is told
 *
 *     recall     R = Σ weight of the place in the pattern / number of places given      how much of the pain it explains
 *     precision  P = Σ weights of the places that were given / Σ all weights            how much of it is there
 *     score      F = 5 P R / (4 P + R)                                                  0…1
 *
 * F is the weighted harmonic mean of the two with recall counted twice as important (van Rijsbergen's F measure,
 * β = 2): first a muscle has to explain the pain, then those sink whose pattern lies mostly elsewhere.  Inner regions count like
 * others.  The score of a muscle on one side is that of its best point.
 *
 * The sides: a region on the midline has no sides.  A place said to be in the middle matches a paired region on either side;
 * a zone said to be in the middle covers a paired region on both sides.
 *
 * Equal scores are ordered by depth (superficial first: what lies on top is reached and looked for first), then by name,
 * then right before left.
 *
 * What it does not know: how common a point is, how strong the pain, and whether pain in a place speaks against a muscle; absence of pain
 * in the rest of a pattern weighs little on purpose, since patterns are seldom felt whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"

/* An entry's weight at a place. */
typedef struct
{
  guint entry;
  float weight;
} Posting;

typedef struct
{
  gboolean  paired;
  GArray   *sides[3];              /* of Posting, by MyoSide; a midline region uses MYO_SIDE_MIDDLE alone */
} Index;

G_DEFINE_FINAL_TYPE (MyoFinder, myo_finder, G_TYPE_OBJECT)

void
myo_candidate_free (MyoCandidate *self)
{
  g_object_unref (self->muscle);
  g_free (self);
}

/* --- The index --- */

static void
index_free (gpointer data)
{
  Index *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_array_unref (self->sides[i]);
  g_free (self);
}

static Index *
get_index (MyoFinder  *self,
           const char *region)
{
  Index *found = g_hash_table_lookup (self->index, region);
  const MyoRegion *known;

  if (found != NULL)
    return found;
  known = myo_atlas_get_region (self->atlas, region);
  found = g_new0 (Index, 1);
  found->paired = known == NULL || known->paired;
  for (guint i = 0; i < G_N_ELEMENTS (found->sides); i++)
    found->sides[i] = g_array_new (FALSE, FALSE, sizeof (Posting));
  g_hash_table_insert (self->index, g_strdup (region), found);
  return found;
}

/* Entries are added one after the other, so a second zone of the same point in that place is the last posting. */
static void
add_posting (GArray         *postings,
             guint           entry,
             MyoFinderEntry *owner,
             float           weight)
{
  Posting *last = postings->len > 0 ? &g_array_index (postings, Posting, postings->len - 1) : NULL;

  if (last == NULL || last->entry != entry)
    {
      g_array_append_val (postings, ((Posting) { entry, weight }));
      owner->total += weight;
    }
  else if (last->weight < weight)
    {
      owner->total += weight - last->weight;
      last->weight = weight;
    }
}

static void
index_zone (MyoFinder     *self,
            guint          number,
            const MyoZone *zone)
{
  MyoFinderEntry *entry = &g_array_index (self->entries, MyoFinderEntry, number);
  float weight = zone->kind == MYO_ZONE_PRIMARY ? MYO_WEIGHT_PRIMARY : MYO_WEIGHT_SPILLOVER;
  Index *index = get_index (self, zone->region);
  gboolean both;
  MyoSide side = myo_zone_get_side (zone, entry->side, &both);

  if (!index->paired)
    add_posting (index->sides[MYO_SIDE_MIDDLE], number, entry, weight);
  else if (both || side == MYO_SIDE_MIDDLE)
    {
      add_posting (index->sides[MYO_SIDE_RIGHT], number, entry, weight);
      add_posting (index->sides[MYO_SIDE_LEFT], number, entry, weight);
    }
  else
    add_posting (index->sides[side], number, entry, weight);
}

static void
index_point (MyoFinder             *self,
             guint                  muscle,
             const MyoTriggerPoint *point,
             MyoSide                side)
{
  MyoFinderEntry entry = { muscle, side, point, 0 };

  g_array_append_val (self->entries, entry);
  for (guint i = 0; i < point->zones->len; i++)
    index_zone (self, self->entries->len - 1, g_ptr_array_index (point->zones, i));
}

static void
index_muscle (MyoFinder *self,
              guint      number)
{
  MyoMuscle *muscle = g_ptr_array_index (self->muscles, number);

  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      index_point (self, number, point, MYO_SIDE_RIGHT);
      index_point (self, number, point, MYO_SIDE_LEFT);
    }
}

/* --- Class --- */

static void
myo_finder_finalize (GObject *object)
{
  MyoFinder *self = MYO_FINDER (object);

  g_clear_pointer (&self->hits, g_array_unref);
  g_array_unref (self->entries);
  g_hash_table_unref (self->index);
  g_clear_pointer (&self->muscles, g_ptr_array_unref);
  g_clear_object (&self->drawings);
  g_clear_object (&self->atlas);
  G_OBJECT_CLASS (myo_finder_parent_class)->finalize (object);
}

static void
myo_finder_class_init (MyoFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_finder_finalize;
}

static void
myo_finder_init (MyoFinder *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (MyoFinderEntry));
  self->index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, index_free);
}

MyoFinder *
myo_finder_new (MyoAtlas    *atlas,
                MyoDrawings *drawings)
{
  MyoFinder *self;

  g_return_val_if_fail (MYO_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (drawings == NULL || MYO_IS_DRAWINGS (drawings), NULL);

  self = g_object_new (MYO_TYPE_FINDER, NULL);
  self->atlas = g_object_ref (atlas);
  g_set_object (&self->drawings, drawings);
  /* A list of its own: the entries point into these muscles, also when the atlas replaces one. */
  self->muscles = g_ptr_array_copy (myo_atlas_get_muscles (atlas), (GCopyFunc) (gpointer) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->muscles, g_object_unref);
  for (guint i = 0; i < self->muscles->len; i++)
    index_muscle (self, i);
  return self;
}

/* --- Tallying --- */

MyoFinderTally *
myo_finder_create_tallies (const MyoFinder *self)
{
  MyoFinderTally *tallies = g_new0 (MyoFinderTally, self->entries->len);

  for (guint i = 0; i < self->entries->len; i++)
    tallies[i].kind = MYO_ZONE_SPILLOVER;
  return tallies;
}

static void
tally_postings (const GArray   *postings,
                MyoFinderTally *tallies)
{
  for (guint i = 0; i < postings->len; i++)
    {
      const Posting *posting = &g_array_index (postings, Posting, i);
      MyoFinderTally *tally = &tallies[posting->entry];

      tally->explained += posting->weight;
      tally->covered += posting->weight;
      if (posting->weight >= MYO_WEIGHT_PRIMARY)
        tally->kind = MYO_ZONE_PRIMARY;
    }
}

/* The same place must not be explained twice by an entry that is felt on both sides of it: the heavier side counts. */
static void
settle_sides (const Index    *index,
              MyoFinderTally *tallies)
{
  const GArray *right = index->sides[MYO_SIDE_RIGHT], *left = index->sides[MYO_SIDE_LEFT];

  for (guint i = 0, k = 0; i < right->len; i++)
    {
      const Posting *r = &g_array_index (right, Posting, i), *l;

      while (k < left->len && g_array_index (left, Posting, k).entry < r->entry)
        k++;
      if (k == left->len)
        return;
      l = &g_array_index (left, Posting, k);
      if (l->entry == r->entry)
        tallies[r->entry].explained -= MIN (r->weight, l->weight);
    }
}

static void
tally_place (MyoFinder      *self,
             const MyoPlace *place,
             MyoFinderTally *tallies)
{
  const Index *index = g_hash_table_lookup (self->index, place->region);

  if (index == NULL)
    return;
  if (!index->paired)
    tally_postings (index->sides[MYO_SIDE_MIDDLE], tallies);
  else if (place->side != MYO_SIDE_MIDDLE)
    tally_postings (index->sides[place->side], tallies);
  else
    {
      tally_postings (index->sides[MYO_SIDE_RIGHT], tallies);
      tally_postings (index->sides[MYO_SIDE_LEFT], tallies);
      settle_sides (index, tallies);
    }
}

/* Whether an earlier place is the same one; in the middle covers both sides, and a midline region has none. */
static gboolean
is_repeated (MyoFinder      *self,
             const MyoPlace *places,
             guint           i)
{
  const Index *index = g_hash_table_lookup (self->index, places[i].region);

  for (guint k = 0; k < i; k++)
    if (g_str_equal (places[k].region, places[i].region)
        && (places[k].side == places[i].side || (index != NULL && !index->paired)))
      return TRUE;
  return FALSE;
}

static double
get_score (double recall,
           double precision)
{
  precision = MIN (precision, 1);
  recall = MIN (recall, 1);
  return recall > 0 && precision > 0 ? 5 * precision * recall / (4 * precision + recall) : 0;
}

/* --- The list --- */

/* A muscle on one side that was found, by its best point so far. */
typedef struct
{
  const MyoFinderEntry *entry;
  MyoZoneKind  kind;
  guint        tie;                /* what orders equal scores; less comes first */
  double       score;
} Found;

/* The points of a muscle are neighbours, right and left in turn: @last holds where the muscle that is being read was put, + 1. */
typedef struct
{
  GArray  *found;                  /* of Found */
  guint    last[2];
  guint    muscle;
  gboolean kind_first;             /* primary before spillover, whatever the scores */
} Collector;

/* Depth, then name (the muscles are in the order of names), then side. */
static guint
get_tie (MyoFinder            *self,
         const MyoFinderEntry *entry)
{
  const MyoMuscle *muscle = g_ptr_array_index (self->muscles, entry->muscle);

  return ((guint) muscle->depth * self->muscles->len + entry->muscle) * 2 + (entry->side == MYO_SIDE_LEFT);
}

static gboolean
is_better (const Found *before,
           MyoZoneKind  kind,
           double       score,
           gboolean     kind_first)
{
  if (kind_first && kind != before->kind)
    return kind < before->kind;
  return score > before->score;
}

static void
collect (MyoFinder            *self,
         Collector            *to,
         const MyoFinderEntry *entry,
         const MyoFinderTally *tally,
         double                recall)
{
  guint *last = &to->last[entry->side];
  Found new = { entry, tally->kind, get_tie (self, entry), get_score (recall, tally->covered / entry->total) };
  Found *before;

  if (to->muscle != entry->muscle)
    to->last[0] = to->last[1] = 0;
  to->muscle = entry->muscle;
  if (*last == 0)
    {
      g_array_append_val (to->found, new);
      *last = to->found->len;
      return;
    }
  before = &g_array_index (to->found, Found, *last - 1);
  if (is_better (before, new.kind, new.score, to->kind_first))
    *before = new;
}

/* Scores are quotients of sums of halves: what differs by less than this is the same but for rounding. */
#define SAME_SCORE 1e-6

static int
compare_score (gconstpointer a,
               gconstpointer b)
{
  const Found *m = a, *n = b;

  if (m->score > n->score + SAME_SCORE)
    return -1;
  if (n->score > m->score + SAME_SCORE)
    return 1;
  return m->tie < n->tie ? -1 : m->tie > n->tie;
}

static int
compare_kind (gconstpointer a,
              gconstpointer b)
{
  const Found *m = a, *n = b;

  return m->kind != n->kind ? (int) m->kind - (int) n->kind : compare_score (a, b);
}

static MyoCandidate *
create_candidate (MyoFinder   *self,
                  const Found *found)
{
  MyoCandidate *candidate = g_new0 (MyoCandidate, 1);

  candidate->muscle = g_object_ref (g_ptr_array_index (self->muscles, found->entry->muscle));
  candidate->side = found->entry->side;
  candidate->point = found->entry->point;
  candidate->kind = found->kind;
  candidate->score = found->score;
  return candidate;
}

GPtrArray *
myo_finder_list_candidates (MyoFinder            *self,
                            const MyoFinderTally *tallies,
                            guint                 n_places,
                            gboolean              kind_first)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Collector to = { found, { 0, 0 }, G_MAXUINT, kind_first };
  GPtrArray *list;

  for (guint i = 0; i < self->entries->len; i++)
    if (tallies[i].explained > 0)
      collect (self, &to, &g_array_index (self->entries, MyoFinderEntry, i), &tallies[i], tallies[i].explained / n_places);
  g_array_sort (found, kind_first ? compare_kind : compare_score);
  list = g_ptr_array_new_full (found->len, (GDestroyNotify) myo_candidate_free);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (list, create_candidate (self, &g_array_index (found, Found, i)));
  return list;
}

GPtrArray *
myo_finder_rank (MyoFinder      *self,
                 const MyoPlace *places,
                 guint           n)
{
  g_autofree MyoFinderTally *tallies = NULL;
  guint count = 0;

  g_return_val_if_fail (MYO_IS_FINDER (self) && (places != NULL || n == 0), NULL);

  tallies = myo_finder_create_tallies (self);
  for (guint i = 0; i < n; i++)
    if (!is_repeated (self, places, i))
      {
        tally_place (self, &places[i], tallies);
        count++;
      }
  return myo_finder_list_candidates (self, tallies, count, FALSE);
}
