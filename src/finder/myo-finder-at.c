/* What lies over a place of the body: geometry first, then the same tally as for places that are named.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-finder-private.h"

#include "myo-path.h"

/* Characters of paths that are gone through in a few milliseconds; the built-in atlas has half of them. */
#define MOST_AT_ONCE 1200000

static void
add_hits (MyoFinder *self,
          guint      number)
{
  const MyoFinderEntry *entry = &g_array_index (self->entries, MyoFinderEntry, number);

  for (guint i = 0; i < entry->point->zones->len; i++)
    {
      const MyoZone *zone = g_ptr_array_index (entry->point->zones, i);

      for (guint k = 0; k < zone->areas->len; k++)
        {
          const MyoArea *area = g_ptr_array_index (zone->areas, k);
          MyoFinderHit hit = { number, zone, area->view };

          if (myo_path_get_extents (area->path, area->brush, &hit.box))
            g_array_append_val (self->hits, hit);
        }
    }
}

static void
ensure_hits (MyoFinder *self)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->hits_lock);

  if (self->hits != NULL)
    return;
  self->hits = g_array_new (FALSE, FALSE, sizeof (MyoFinderHit));
  for (guint i = 0; i < self->entries->len; i += 2)
    add_hits (self, i);
}

static gboolean
is_hit (MyoFinder          *self,
        const MyoFinderHit *hit,
        double              x,
        double              y)
{
  return x >= hit->box.x && x <= hit->box.x + hit->box.width
         && y >= hit->box.y && y <= hit->box.y + hit->box.height
         && myo_drawings_zone_at (self->drawings, hit->zone, FALSE, hit->view, x, y);
}

static void
hit_entry (MyoFinder          *self,
           const MyoFinderHit *hit,
           guint               number,
           MyoFinderTally     *tallies)
{
  MyoFinderTally *tally = &tallies[number];

  tally->explained = MAX (tally->explained, myo_finder_explains (hit->zone->kind));
  tally->covered = MAX (tally->covered, myo_finder_expects (hit->zone->kind));
  tally->kind = MIN (tally->kind, hit->zone->kind);
}

/* On which sides of the picture the place lies in the area: as drawn (the right half, or the view of the side asked for) and as mirrored. */
typedef struct
{
  gboolean drawn, mirrored;
} Sides;

static gboolean
is_felt (const MyoZone *zone,
         MyoSide        side,
         Sides          sides)
{
  gboolean both;
  MyoSide felt = myo_zone_get_side (zone, side, &both);

  /* An area on the midline is drawn whole. */
  if (felt == MYO_SIDE_MIDDLE)
    return sides.drawn;
  if (both)
    return sides.drawn || sides.mirrored;
  return felt == MYO_SIDE_LEFT ? sides.mirrored : sides.drawn;
}

/* Side and sole show one side of the body, never mirrored: what is drawn is the side that was asked for. */
static Sides
get_sides (MyoFinder          *self,
           const MyoFinderHit *hit,
           MyoSide             asked,
           double              x,
           double              y)
{
  double width, height;
  gboolean over = is_hit (self, hit, x, y);

  myo_view_get_size (hit->view, &width, &height);
  if (myo_view_is_mirrored (hit->view))
    return (Sides) { over, is_hit (self, hit, width - x, y) };
  if (hit->zone->side == MYO_ZONE_MIDDLE)
    return (Sides) { over, FALSE };
  return (Sides) { over && asked != MYO_SIDE_LEFT, over && asked != MYO_SIDE_RIGHT };
}

static void
tally_hits (MyoFinder      *self,
            MyoView         view,
            MyoSide         asked,
            double          x,
            double          y,
            MyoFinderTally *tallies)
{
  for (guint i = 0; i < self->hits->len; i++)
    {
      const MyoFinderHit *hit = &g_array_index (self->hits, MyoFinderHit, i);
      Sides sides;

      if (hit->view != view)
        continue;
      sides = get_sides (self, hit, asked, x, y);
      if (is_felt (hit->zone, MYO_SIDE_RIGHT, sides))
        hit_entry (self, hit, hit->entry, tallies);
      if (is_felt (hit->zone, MYO_SIDE_LEFT, sides))
        hit_entry (self, hit, hit->entry + 1, tallies);
    }
}

gboolean
myo_finder_at_takes_long (MyoFinder *self)
{
  g_return_val_if_fail (MYO_IS_FINDER (self), FALSE);

  return self->n_path > MOST_AT_ONCE;
}

GPtrArray *
myo_finder_at (MyoFinder *self,
               MyoView    view,
               MyoSide    side,
               double     x,
               double     y)
{
  g_autofree MyoFinderTally *tallies = NULL;

  g_return_val_if_fail (MYO_IS_FINDER (self) && self->drawings != NULL, NULL);

  ensure_hits (self);
  tallies = myo_finder_create_tallies (self);
  tally_hits (self, view, side, x, y, tallies);
  return myo_finder_list_candidates (self, tallies, 1, NULL, TRUE);
}
