/* The muscles that sets are made of, and the pain thrown together into classes that are alike for all of them.
 *
 * Of all muscles a pool of at most 32 is looked at: those that explain most, those with the best scores, and those that explain most
 * of what the best ones leave.  Then painted cells that are alike for every member of the pool are thrown together, so that a set is
 * weighed by a walk over some hundred classes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-finder-private.h"

G_BEGIN_DECLS

/** MYO_FINDER_MAX_POOL: as many as a set has bits */
#define MYO_FINDER_MAX_POOL 32

/** MyoFinderPainClass: painted cells (and marked regions) that are alike: bits of members */
typedef struct
{
  guint32 full, half;              /* who explains it; who does by half */
  float   weight;
} MyoFinderPainClass;

/** MyoFinderPool: all is the caller's; @members, @n and @classes are filled here */
typedef struct
{
  MyoFinder           *finder;
  const MyoFinderPain *pain;
  GArray              *found;      /* of MyoFinderFound */
  guint                members[MYO_FINDER_MAX_POOL]; /* in @found */
  guint                n;
  GArray              *classes;    /* of MyoFinderPainClass */
} MyoFinderPool;

/** myo_finder_pool_get_found: Returns: (transfer none): number @i of all that were found, member or not */
static inline const MyoFinderFound *
myo_finder_pool_get_found (const MyoFinderPool *self,
                           guint                i)
{
  return &g_array_index (self->found, MyoFinderFound, i);
}

/** myo_finder_pool_get_pattern: Returns: (transfer none): the pattern of all points of that muscle, as on the right */
static inline const MyoFinderPattern *
myo_finder_pool_get_pattern (const MyoFinderPool *self,
                             guint                i)
{
  return &g_array_index (self->pain->layout->muscles, MyoFinderPattern, myo_finder_pool_get_found (self, i)->entry->muscle);
}

/** myo_finder_pool_fill: chooses the members; none that is refuted */
void myo_finder_pool_fill     (MyoFinderPool *self);

/** myo_finder_pool_classify: parts the pain into classes; after filling */
void myo_finder_pool_classify (MyoFinderPool *self);

G_END_DECLS
