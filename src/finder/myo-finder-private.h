/* What the two questions to the finder share: the points it knows and the tally of a query.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-finder.h"

G_BEGIN_DECLS

#define MYO_WEIGHT_PRIMARY   1.0f
#define MYO_WEIGHT_SPILLOVER 0.5f

/* A point on one side of the body. */
typedef struct
{
  guint                  muscle;   /* number in the atlas's order of names */
  MyoSide                side;
  const MyoTriggerPoint *point;
  float                  total;    /* of all weights */
} MyoFinderEntry;

/* One area of one zone, with its box so that most are passed over at once. */
typedef struct
{
  guint          entry;            /* on the right side; the left one is the next */
  const MyoZone *zone;
  MyoView        view;
  MyoRect        box;
} MyoFinderHit;

/* What a query has found out about an entry. */
typedef struct
{
  float       explained;           /* Σ over the places given */
  float       covered;             /* Σ over the places of the pattern that were given */
  MyoZoneKind kind;
} MyoFinderTally;

struct _MyoFinder
{
  GObject parent_instance;

  MyoAtlas    *atlas;
  MyoDrawings *drawings;
  GPtrArray   *muscles;            /* of MyoMuscle, in the order of names */
  GArray      *entries;            /* of MyoFinderEntry; right and left of a point are neighbours */
  GHashTable  *index;              /* region → Index */
  GArray      *hits;               /* of MyoFinderHit; made when first asked for */
};

/** myo_finder_create_tallies: Returns: (transfer full): an empty tally for each entry */
MyoFinderTally *myo_finder_create_tallies  (const MyoFinder *self);

/** myo_finder_list_candidates: @tallies: of each entry; @n_places: how many places they are of; @kind_first: primary before spillover
 * whatever the scores.  Returns: (transfer full): the candidates, best first */
GPtrArray      *myo_finder_list_candidates (MyoFinder *self, const MyoFinderTally *tallies, guint n_places, gboolean kind_first);

G_END_DECLS
