/* What the questions to the finder share: the points it knows, their patterns on the body grid, and how a list is made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-finder.h"

G_BEGIN_DECLS

/* The constants of the formula; their reasons, and what other values gave, stand in myo-finder.c. */
#define MYO_WEIGHT_PRIMARY   1.0f
#define MYO_WEIGHT_SPILLOVER 0.75f  /* what a spillover zone explains of the pain in it */
#define MYO_WEIGHT_REGION    0.5f   /* the same for a region that a zone names, outside of the zone as drawn; times the zone's own weight */
#define MYO_EXPECT_SPILLOVER 0.5f   /* how much a spillover zone is expected to hurt, beside a primary one */
#define MYO_EXPECT_REGION    0.75f  /* how much it counts for that when the region hurts, wherever in it */
#define MYO_FULL_SHARE       0.25f  /* a region of which so much is painted counts as the whole place */
#define MYO_FULL_ZONE        0.5f   /* a zone of which so much is painted counts as all there */
#define MYO_BETA_SQUARE      4.0    /* β² */

/* A point on one side of the body. */
typedef struct
{
  guint                  muscle;   /* number in the atlas's order of names */
  MyoSide                side;
  const MyoTriggerPoint *point;
  float                  total;    /* of all that is expected */
} MyoFinderEntry;

/* One area of one zone, with its box so that most are passed over at once. */
typedef struct
{
  guint          entry;            /* on the right side; the left one is the next */
  const MyoZone *zone;
  MyoView        view;
  MyoRect        box;
} MyoFinderHit;

/* What an entry has at a place. */
typedef struct
{
  guint       entry;
  MyoZoneKind kind;
} MyoFinderPosting;

typedef struct
{
  gboolean  paired;
  GArray   *sides[3];              /* of MyoFinderPosting, by MyoSide; a midline region uses MYO_SIDE_MIDDLE alone */
} MyoFinderIndex;

typedef struct _MyoFinderLayout MyoFinderLayout;

struct _MyoFinder
{
  GObject parent_instance;

  MyoAtlas        *atlas;
  MyoDrawings     *drawings;
  GPtrArray       *muscles;        /* of MyoMuscle, in the order of names */
  guint           *ties;           /* of each muscle: what orders equal scores; less comes first */
  GArray          *entries;        /* of MyoFinderEntry; right and left of a point are neighbours */
  GHashTable      *index;          /* region → MyoFinderIndex */
  GMutex           hits_lock;      /* guards the making of the next: a place may be looked up in several threads */
  GArray          *hits;           /* of MyoFinderHit; made when first asked for */
  gsize            n_path;         /* characters of the paths of all areas */
  MyoFinderLayout *layout;         /* NULL before myo_finder_prepare() */
};

/* --- Places (myo-finder-places.c) --- */

/* What a query has found out about an entry. */
typedef struct
{
  float       explained;           /* Σ over the places given */
  float       covered;             /* Σ over the places of the pattern that were given */
  MyoZoneKind kind;
} MyoFinderTally;

/* About a muscle on a side: at how many of the places any of its points is felt. */
typedef struct
{
  guint last, count;               /* @last: the place that was counted last, + 1 */
} MyoFinderNamed;

/** myo_finder_explains, myo_finder_expects: Returns: the weight of a zone of that kind */
static inline float
myo_finder_explains (MyoZoneKind kind)
{
  return kind == MYO_ZONE_PRIMARY ? MYO_WEIGHT_PRIMARY : MYO_WEIGHT_SPILLOVER;
}

static inline float
myo_finder_expects (MyoZoneKind kind)
{
  return kind == MYO_ZONE_PRIMARY ? MYO_WEIGHT_PRIMARY : MYO_EXPECT_SPILLOVER;
}

/** myo_finder_create_tallies: Returns: (transfer full): an empty tally for each entry */
MyoFinderTally *myo_finder_create_tallies  (const MyoFinder *self);

/** myo_finder_list_candidates: @tallies: of each entry; @n_places: how many places they are of; @named: (nullable): by muscle × 2 + side, %NULL when
 * all are felt there; @kind_first: primary before spillover whatever the scores.  Returns: (transfer full): the candidates, best first */
GPtrArray      *myo_finder_list_candidates (MyoFinder *self, const MyoFinderTally *tallies, guint n_places,
                                            const MyoFinderNamed *named, gboolean kind_first);

/* --- Lists (myo-finder-list.c) --- */

/* A muscle on one side that was found, by its best point. */
typedef struct
{
  const MyoFinderEntry *entry;
  MyoZoneKind           kind;
  double                score, share;
  int                   printed;   /* the score in thousandths; set for sorting */
  gboolean              refuted;
} MyoFinderFound;

/* The points of a muscle are neighbours, right and left in turn: @last holds where the muscle that is being read was put, + 1. */
typedef struct
{
  GArray  *found;                  /* of MyoFinderFound */
  guint    last[2];
  guint    muscle;
  gboolean kind_first;             /* primary before spillover, whatever the scores */
} MyoFinderCollector;

#define MYO_FINDER_COLLECTOR_INIT(found, kind_first) { (found), { 0, 0 }, G_MAXUINT, (kind_first) }

/** myo_finder_get_score: Returns: the weighted harmonic mean of the two, 0…1 */
double     myo_finder_get_score    (double recall, double precision);
/** myo_finder_collect: takes a point into the list; of the points of a muscle on a side the best one stays.  In the order of entries */
void       myo_finder_collect      (MyoFinderCollector *to, const MyoFinderEntry *entry, MyoZoneKind kind, double score);
/** myo_finder_sort: best first, in the order that is promised; @found (element-type MyoFinderFound) */
void       myo_finder_sort         (MyoFinder *self, GArray *found, gboolean kind_first);
/** myo_finder_create_candidate: Returns: (transfer full): what is told of @found; for myo_candidate_free() */
MyoCandidate *myo_finder_create_candidate (MyoFinder *self, const MyoFinderFound *found);
/** myo_candidate_free: candidates are owned by the lists that hold them */
void       myo_candidate_free      (MyoCandidate *self);
/** myo_finder_create_list: Returns: (transfer full) (element-type MyoCandidate): of @found, in its order */
GPtrArray *myo_finder_create_list  (MyoFinder *self, const GArray *found);

/* --- Patterns on the grid (myo-finder-layout.c) ---
 *
 * All for a muscle on the right; on the left they are the same with the sides changed. */

/* Cells one after the other, of one region and one kind. */
typedef struct
{
  guint   start;
  guint16 length;
  guint8  opposite;                /* felt on the other side of the body than the point is */
  guint8  kind;                    /* in halves: 2 primary, 1 spillover */
} MyoFinderRun;

/* A region on one side in a pattern, with the cells of the pattern in it. */
typedef struct
{
  guint16 region;                  /* in the grid */
  guint8  opposite, midline;       /* a midline region has no sides; its runs do */
  guint8  named;                   /* in halves: the heaviest kind of a zone that names it; 0 when zones only reach into it */
  guint8  around;                  /* the same, with the inner regions that lie over it */
  guint   first, n, n_cells;       /* runs */
} MyoFinderTerm;

typedef struct
{
  guint first, n;                  /* terms */
  float total;                     /* of all that is expected */
} MyoFinderPattern;

struct _MyoFinderLayout
{
  MyoBodyGrid *grid;
  GArray      *runs, *terms;
  GArray      *points;             /* of MyoFinderPattern: one for each point, in the order of entries */
  GArray      *muscles;            /* of MyoFinderPattern: all points of a muscle together, primary and spillover alike */
  guint8      *regions;            /* of each region of the grid: whether any zone names it or an inner one over it */
  guint8      *cells;              /* of each cell: whether any zone covers it, on whichever side */
};

/** myo_finder_layout_new: lays the zones of every point of @finder on @grid.  Returns: (transfer full): keeps the grid, not the finder */
MyoFinderLayout *myo_finder_layout_new  (const MyoFinder *finder, MyoBodyGrid *grid);
/** myo_finder_layout_free: with all patterns */
void             myo_finder_layout_free (MyoFinderLayout *self);

/* --- A drawing, added up (myo-finder-pain.c) --- */

/* Over all cells before one. */
typedef struct
{
  float weight;                    /* of the pain */
  guint count;                     /* of painted cells */
} MyoFinderSum;

/* A region on one side. */
typedef struct
{
  float    weight;                 /* q: mean intensity × fill */
  float    fill;                   /* s (f): 0…1 */
  gboolean marked;                 /* as a whole: its cells have no weight of their own */
} MyoFinderSpot;

typedef struct
{
  const MyoFinderLayout *layout;
  MyoCoverage           *coverage;
  float                 *weights[2]; /* of each cell, by side */
  MyoFinderSum          *sums[2];    /* one more than there are cells */
  MyoFinderSpot         *spots;      /* region × 2 + side; of a midline region the first */
  double                 total;      /* Σ q */
} MyoFinderPain;

/* How much of the pain a pattern on a side explains, and how much of it is there. */
typedef struct
{
  double   recall, precision;
  gboolean primary;                /* some pain lies in a primary zone */
} MyoFinderMatch;

/** myo_finder_pain_new: weighs what @coverage holds now: q (r) of each region as told in myo-finder.c, shared by its cells by intensity.
 * Returns: (transfer full): keeps @coverage; @layout must outlive it */
MyoFinderPain *myo_finder_pain_new   (const MyoFinderLayout *layout, MyoCoverage *coverage);
/** myo_finder_pain_free: layout and coverage stay */
void           myo_finder_pain_free  (MyoFinderPain *self);
/** myo_finder_pain_add_up: makes the sums anew after weights of cells were changed */
void           myo_finder_pain_add_up (MyoFinderPain *self);
/** myo_finder_pain_get_spot: Returns: (transfer none): where @term of a pattern is felt when the muscle is on @side */
MyoFinderSpot *myo_finder_pain_get_spot (const MyoFinderPain *self, const MyoFinderTerm *term, MyoSide side);
/** myo_finder_pain_match: R and P of myo-finder.c, each 0…1, for @pattern of a muscle on @side (right or left) */
MyoFinderMatch myo_finder_pain_match (const MyoFinderPain *self, const MyoFinderPattern *pattern, MyoSide side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoFinderPain, myo_finder_pain_free)

/** myo_finder_is_prepared_for: Returns: whether zones are laid on the grid of @coverage */
gboolean       myo_finder_is_prepared_for (MyoFinder *self, MyoCoverage *coverage);
/** myo_finder_find: Returns: (transfer full) (element-type MyoFinderFound): who explains @pain, best first, each with its share */
GArray        *myo_finder_find       (MyoFinder *self, const MyoFinderPain *pain, MyoFindings *findings);

G_END_DECLS
