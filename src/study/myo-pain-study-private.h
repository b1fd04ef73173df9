/* Shared by the files of the study: -measure (the body grid and what a large drawing covers are made in threads).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-errand.h"
#include "myo-pain-study.h"

G_BEGIN_DECLS

struct _MyoPainStudy
{
  GObject parent_instance;

  MyoAtlas       *atlas;
  MyoDrawings    *drawings;
  MyoFinder      *finder;
  MyoPainDrawing *drawing;
  MyoFindings    *findings;
  MyoBodyGrid    *grid;
  GCancellable   *preparing;       /* the errand for the grid; or NULL */
  GError         *fault;           /* why there is no grid */

  MyoStroke      *stroke;          /* under way */
  MyoCoverage    *coverage;        /* of the drawing and the stroke under way; NULL while it is made in a thread */
  GCancellable   *covering;        /* the errand for it; or NULL */
  guint           n_covered;       /* strokes that it was sent with */
  gboolean        told_full;       /* that the drawing takes no more */
  guint           answer_id;

  /* The answer, each part made when asked for */
  GPtrArray      *candidates;
  GPtrArray      *explanations;
  GArray         *unexplained;
};

/** myo_pain_study_answer: what was answered no longer holds; tells so */
void myo_pain_study_answer (MyoPainStudy *self);
/** myo_pain_study_fail: tells of a fault */
void myo_pain_study_fail   (MyoPainStudy *self, const GError *error);
/** myo_pain_study_cover: in -measure: makes the coverage anew, from all strokes */
void myo_pain_study_cover  (MyoPainStudy *self);

G_END_DECLS
