/* Painful places → muscles, best first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-coverage.h"
#include "myo-drawings.h"
#include "myo-findings.h"

G_BEGIN_DECLS

/** MyoPlace: a painful place: a region and the side of the body */
typedef struct
{
  const char *region;
  MyoSide     side;
} MyoPlace;

/** MyoCandidate: a muscle on one side that may explain the pain */
typedef struct
{
  MyoMuscle             *muscle;   /* owned */
  MyoSide                side;     /* of the muscle */
  const MyoTriggerPoint *point;    /* its best point */
  MyoZoneKind            kind;     /* primary when one of the places is in a primary zone */
  double                 score;    /* 0…1 */
  double                 share;    /* of the pain that the muscle explains with all its points, 0…1: what lies in its zones, and by half what
                                    * lies beside them in a region that they name */
  gboolean               refuted;  /* a check spoke against it */
} MyoCandidate;

/** MyoExplanation: muscles that together explain a drawing */
typedef struct
{
  GPtrArray *candidates;           /* of MyoCandidate, owned */
  double     share;                /* of the pain that they explain together, 0…1 */
} MyoExplanation;

#define MYO_TYPE_FINDER (myo_finder_get_type ())
G_DECLARE_FINAL_TYPE (MyoFinder, myo_finder, MYO, FINDER, GObject)

/** myo_finder_new: indexes every point × side of @atlas by region once; linear in the number of points.
 * @drawings: (nullable): needed only by myo_finder_at() */
MyoFinder *myo_finder_new         (MyoAtlas *atlas, MyoDrawings *drawings);

/** myo_finder_rank: ranks muscles for painful places (the formula and its limits stand in the .c file).
 * Returns: (transfer full) (element-type MyoCandidate): best first, one entry per muscle and side */
GPtrArray *myo_finder_rank        (MyoFinder *self, const MyoPlace *places, guint n);

/** myo_finder_at: every muscle and side with a zone over a place of the body, primary first.
 * @x, @y: mm in @view; for MYO_VIEW_SIDE and MYO_VIEW_SOLE @side tells which side of the body the view shows
 * Returns: (transfer full) (element-type MyoCandidate) */
GPtrArray *myo_finder_at          (MyoFinder *self, MyoView view, MyoSide side, double x, double y);

/** myo_finder_at_takes_long: Returns: whether the paths of the atlas are so long that myo_finder_at() is work for a thread; it may be called in
 * several at once */
gboolean   myo_finder_at_takes_long (MyoFinder *self);

/** myo_finder_prepare: lays the zones of every point on @grid; needed once before the questions about drawings.  Takes a few tenths of a
 * second; any thread, but not while another call is under way */
void       myo_finder_prepare          (MyoFinder *self, MyoBodyGrid *grid);

/** myo_finder_rank_drawing: ranks muscles for what is painted; regions that are marked whole count as places named.
 * @findings: (nullable): what was found by checking; refuted ones come last
 * Returns: (transfer full) (element-type MyoCandidate): best first, one entry per muscle and side */
GPtrArray *myo_finder_rank_drawing     (MyoFinder *self, MyoCoverage *coverage, MyoFindings *findings);

/** myo_finder_explain: the smallest sets of muscles (one to four, none of them refuted) that together explain about as much as all muscles could,
 * those that explain most first, at most @most.  Returns: (transfer full) (element-type MyoExplanation) */
GPtrArray *myo_finder_explain          (MyoFinder *self, MyoCoverage *coverage, MyoFindings *findings, guint most);

/** myo_finder_list_unexplained: Returns: (transfer full) (element-type MyoCoveredRegion): what no muscle of the atlas explains: painted
 * places over which nobody's zone lies (from 2 cm² on: area, share and intensity are those of that part), and regions marked whole
 * that nobody's zone names */
GArray    *myo_finder_list_unexplained (MyoFinder *self, MyoCoverage *coverage);

G_END_DECLS
