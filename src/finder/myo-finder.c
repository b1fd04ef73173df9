/* How muscles are ranked.
 *
 * A point on one side of the body has a pattern: zones, primary and spillover, drawn on the body, each naming a region.  Of a pattern and
 * a pain it is told how much of the pain it explains (recall, R) and how much of the pattern hurts (precision, P):
 *
 *     score  F = 5 P R / (4 P + R)                                0…1
 *
 * the weighted harmonic mean of the two with recall counted twice as important (van Rijsbergen's F measure, β = 2; Information Retrieval,
 * 2nd ed. 1979, chapter 7): first a muscle has to explain the pain, then those sink whose pattern lies mostly elsewhere.  Absence of
 * pain in the rest of a pattern weighs little on purpose, since patterns are seldom felt whole.  The score of a muscle on one side
 * is that of its best point.
 *
 * The pain.  Each region r on a side weighs
 *
 *     q(r) = mean intensity of what is painted / 10 × s(f),       s(f) = min (1, 4 f),  f the painted share of the region's area
 *
 * for people do not fill regions: a quarter painted counts as the whole place, less counts in proportion, so that a slip of the brush over a
 * border does not make a place of its own.  Within a region the painted cells share q(r) by intensity.  A region that is marked whole,
 * or a place that is named, has f = 1; places that are named are all alike in intensity.
 *
 * What a pattern explains of it.  In a cell c the heaviest of
 *
 *     1 in a primary zone,  ¾ in a spillover zone,  ½ of that anywhere in the region that the zone names
 *
 * and R = Σ q(r) × mean of that over the painted cells of r / Σ q(r).  Experts who were asked agree that referred pain keeps to no fixed
 * place (Fernández-de-las-Peñas & Dommerholt, International consensus on diagnostic criteria and clinical considerations of myofascial
 * trigger points: a Delphi study, Pain Med 2018;19:142–150, PubMed 29025044); therefore the region counts too, and the zone as
 * it is drawn counts more.  Of a region marked whole or named, nothing is known within: it is explained by the weight of the heaviest
 * zone that names it.
 *
 * What of a pattern hurts.  Each region that it names is expected with 1 (primary) or ½ (spillover), and is there by the larger of
 *
 *     min (1, 2 × painted share of the zone's own cells in it)  and  ¾ s(f);       1 when it is marked or named
 *
 * and P = Σ expected × there / Σ expected.
 *
 * Inner regions (teeth, behind the eye) have no cells.  Marked, they count as places like others; painted, the regions beneath them do,
 * for which a zone that names the inner one stands as well.  The sides: a region on the midline has none.  A place said to be in
 * the middle matches a paired region on either side; a zone said to be in the middle covers a paired region on both sides.
 *
 * Order: by score; scores that print alike (three decimals) by how common the muscle is as a cause, then by depth (superficial first: what
 * lies on top is reached and looked for first), then by name, then right before left.  What was found by checking multiplies the
 * score, and what was refuted stands after all others (myo-findings.c).
 *
 * The share shown beside a candidate is not the score's recall; what it is stands in myo-finder-sets.c.
 *
 * How the constants were chosen.  Two measures, each over all there is: a round trip (as in tests/round-trip-test.c: every point painted
 * by an unsteady hand; the muscle first, among the first three; mean of six seeds) and 160 clinical pictures from the literature
 * (tests/data/clinical-pictures.tsv: first, among three, among five), once as places named and once with the middle half of each
 * region painted.  In per cent:
 *
 *                                                  round trip     named               painted
 *     as above                                     88.3  98.8     62.5  84.4  88.8    65.0  82.5  86.9
 *     spillover explains ½                         83.5  97.7     61.2  85.0  90.0    63.8  83.1  86.9
 *     spillover explains as much as primary        89.8  99.1     63.1  83.1  88.8    65.0  81.2  86.2
 *     spillover is expected with ⅓                 87.4  98.8     61.9  85.0  89.4    63.8  83.1  87.5
 *     spillover is expected with ¾                 88.9  99.0     61.9  83.8  88.8    64.4  82.5  86.9
 *     the region beside the zone counts ⅓          87.4  98.8     the same            63.8  83.1  86.2
 *     the region beside the zone counts ¾          88.3  98.8     the same            62.5  82.5  87.5
 *     there by region: ½ s (f)                     88.6  98.8     the same            65.0  82.5  86.9
 *     there by region: s (f)                       87.2  98.8     the same            64.4  82.5  86.9
 *     there by zone: only when all is painted      88.0  98.9     the same            63.1  83.1  86.9
 *     s (f) full at 0.15                           85.1  98.2     the same            65.0  82.5  86.9
 *     s (f) full at 0.35                           88.4  99.2     the same            65.0  82.5  86.9
 *     β = 1                                        93.3  99.7     55.6  80.0  87.5    55.6  80.6  85.6
 *     β² = 3                                       89.5  98.9     61.9  84.4  88.8    62.5  82.5  86.9
 *     β² = 6                                       85.7  98.6     62.5  85.6  89.4    64.4  83.8  87.5
 *     2 % more for each step of how common         86.4  98.8     62.5  83.1  89.4    64.4  84.4  87.5
 *     5 % more for each step of how common         83.8  98.1     61.2  83.8  89.4    61.9  83.1  88.1
 *     alike to two decimals are ties               87.9  98.8     62.5  84.4  88.8    65.0  83.1  87.5
 *     alike to a twentieth are ties                85.3  98.7     62.5  85.6  88.8    65.0  84.4  86.2
 *
 * A picture or two are 1 %, so most of this is alike: no constant matters much near its value, and they stay at simple fractions.  The
 * round trip asked for spillover to explain ¾ and for "there" by zone; β = 1 suits it too, for its drawings show the whole pattern, but what
 * people say is less, and the pictures keep β at 2.  How common a muscle is only breaks ties: with more weight it hides the rarer
 * ones and finds no more of the pictures.
 *
 * How far to trust the figures.  The round trip paints the atlas's own zones: it shows that patterns can be told apart, not that they are
 * true.  The pictures were looked at for this comparison, so they are not unseen any more; and 99 of them are from the textbooks that
 * the zones come from too (first 76.8, among three 94.9, among five 99.0).  The 61 from papers are the truer measure: 39.3, 67.2, 72.1.
 *
 * Limits.  The atlas's zones are drawn from books, and people differ.  Muscles with nearly the same pattern (semitendinosus and
 * semimembranosus; flexors of the toes; deltoid and the muscles beneath it) cannot be told apart by pain alone: the check with the hand
 * does that.  A muscle whose pain is felt in the middle has no side here.  What the pain feels like is not used, nor what brings it on.
 * Several muscles at once make each single one look worse; that is what the sets are for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"

#include <string.h>

#include "myo-meter.h"

G_DEFINE_FINAL_TYPE (MyoFinder, myo_finder, G_TYPE_OBJECT)

/* --- The index --- */

static void
index_free (gpointer data)
{
  MyoFinderIndex *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_array_unref (self->sides[i]);
  g_free (self);
}

static MyoFinderIndex *
get_index (MyoFinder  *self,
           const char *region)
{
  MyoFinderIndex *found = g_hash_table_lookup (self->index, region);
  const MyoRegion *known;

  if (found != NULL)
    return found;
  known = myo_atlas_get_region (self->atlas, region);
  found = g_new0 (MyoFinderIndex, 1);
  found->paired = known == NULL || known->paired;
  for (guint i = 0; i < G_N_ELEMENTS (found->sides); i++)
    found->sides[i] = g_array_new (FALSE, FALSE, sizeof (MyoFinderPosting));
  g_hash_table_insert (self->index, g_strdup (region), found);
  return found;
}

/* Entries are added one after the other, so a second zone of the same point in that place is the last posting. */
static void
add_posting (GArray         *postings,
             guint           entry,
             MyoFinderEntry *owner,
             MyoZoneKind     kind)
{
  MyoFinderPosting *last = postings->len > 0 ? &g_array_index (postings, MyoFinderPosting, postings->len - 1) : NULL;

  if (last == NULL || last->entry != entry)
    {
      g_array_append_val (postings, ((MyoFinderPosting) { entry, kind }));
      owner->total += myo_finder_expects (kind);
    }
  else if (kind < last->kind)
    {
      owner->total += myo_finder_expects (kind) - myo_finder_expects (last->kind);
      last->kind = kind;
    }
}

static void
index_zone (MyoFinder     *self,
            guint          number,
            const MyoZone *zone)
{
  MyoFinderEntry *entry = &g_array_index (self->entries, MyoFinderEntry, number);
  MyoFinderIndex *index = get_index (self, zone->region);
  gboolean both;
  MyoSide side = myo_zone_get_side (zone, entry->side, &both);

  if (!index->paired)
    add_posting (index->sides[MYO_SIDE_MIDDLE], number, entry, zone->kind);
  else if (both || side == MYO_SIDE_MIDDLE)
    {
      add_posting (index->sides[MYO_SIDE_RIGHT], number, entry, zone->kind);
      add_posting (index->sides[MYO_SIDE_LEFT], number, entry, zone->kind);
    }
  else
    add_posting (index->sides[side], number, entry, zone->kind);
}

static void
measure_paths (MyoFinder             *self,
               const MyoTriggerPoint *point)
{
  for (guint i = 0; i < point->zones->len; i++)
    {
      const MyoZone *zone = g_ptr_array_index (point->zones, i);

      myo_meter_add (50 * zone->areas->len);
      for (guint k = 0; k < zone->areas->len; k++)
        self->n_path += strlen (((const MyoArea *) g_ptr_array_index (zone->areas, k))->path);
    }
}

static void
index_point (MyoFinder             *self,
             guint                  muscle,
             const MyoTriggerPoint *point,
             MyoSide                side)
{
  MyoFinderEntry entry = { muscle, side, point, 0 };

  myo_meter_add (100 * point->zones->len);
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
      measure_paths (self, point);
    }
}

/* --- Ties --- */

/* How common a muscle is as a cause comes from the atlas, where its source is named: 1 rare … 5 among the most common. */
#define COMMONEST 5

/* How common, then depth, then name (the muscles are in the order of names). */
static guint
get_tie (MyoFinder *self,
         guint      number)
{
  const MyoMuscle *muscle = g_ptr_array_index (self->muscles, number);
  int common = CLAMP (myo_atlas_get_prevalence (self->atlas, muscle->id), 0, COMMONEST);

  return ((guint) (COMMONEST - common) * (MYO_DEPTH_DEEP + 1) + (guint) muscle->depth) * self->muscles->len + number;
}

static void
index_ties (MyoFinder *self)
{
  self->ties = g_new0 (guint, self->muscles->len + 1);
  for (guint i = 0; i < self->muscles->len; i++)
    self->ties[i] = get_tie (self, i);
}

/* --- Class --- */

static void
myo_finder_finalize (GObject *object)
{
  MyoFinder *self = MYO_FINDER (object);

  g_clear_pointer (&self->layout, myo_finder_layout_free);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->ties, g_free);
  g_mutex_clear (&self->hits_lock);
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
  g_mutex_init (&self->hits_lock);
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
  index_ties (self);
  return self;
}
