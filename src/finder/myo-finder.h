/* Painful places → muscles, best first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-drawings.h"

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
} MyoCandidate;

void       myo_candidate_free     (MyoCandidate *self);

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

G_END_DECLS
