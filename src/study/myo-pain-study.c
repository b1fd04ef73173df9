/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-study.h"

#include <glib/gi18n-lib.h>

#include "myo-error.h"
#include "myo-pain-study-private.h"

/* While one paints the answer is told anew this often; ten times a second looks like at once and leaves the frames their time. */
#define ANSWER_EVERY_MS 100
#define MOST_EXPLANATIONS 3

G_DEFINE_FINAL_TYPE (MyoPainStudy, myo_pain_study, G_TYPE_OBJECT)

enum { CHANGED, PAINTED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- The answer --- */

static void
forget_answer (MyoPainStudy *self)
{
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->explanations, g_ptr_array_unref);
  g_clear_pointer (&self->unexplained, g_array_unref);
}

void
myo_pain_study_answer (MyoPainStudy *self)
{
  g_clear_handle_id (&self->answer_id, g_source_remove);
  forget_answer (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
answer_later (gpointer data)
{
  MyoPainStudy *self = data;

  self->answer_id = 0;
  myo_pain_study_answer (self);
  return G_SOURCE_REMOVE;
}

static void
drawing_changed (MyoPainStudy *self,
                 gboolean      appended)
{
  GPtrArray *strokes = myo_pain_drawing_get_strokes (self->drawing);

  self->told_full = FALSE;
  if (!appended || (self->coverage == NULL && self->covering == NULL))
    myo_pain_study_cover (self);
  else if (self->coverage != NULL && self->stroke == NULL)
    myo_coverage_apply (self->coverage, strokes->pdata[strokes->len - 1], 0);
  myo_pain_study_answer (self);
}

void
myo_pain_study_fail (MyoPainStudy *self,
                     const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

gboolean
myo_pain_study_is_ready (MyoPainStudy *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_STUDY (self), FALSE);

  return self->coverage != NULL;
}

/* --- What it holds --- */

MyoAtlas *
myo_pain_study_get_atlas (MyoPainStudy *self)
{
  return self->atlas;
}

MyoPainDrawing *
myo_pain_study_get_drawing (MyoPainStudy *self)
{
  return self->drawing;
}

MyoFindings *
myo_pain_study_get_findings (MyoPainStudy *self)
{
  return self->findings;
}

MyoBodyGrid *
myo_pain_study_get_grid (MyoPainStudy *self)
{
  return self->grid;
}

MyoCoverage *
myo_pain_study_get_coverage (MyoPainStudy *self)
{
  return self->coverage;
}

GPtrArray *
myo_pain_study_get_candidates (MyoPainStudy *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_STUDY (self), NULL);

  if (self->candidates == NULL)
    self->candidates = self->coverage != NULL ? myo_finder_rank_drawing (self->finder, self->coverage, self->findings)
                                              : g_ptr_array_new ();
  return self->candidates;
}

GPtrArray *
myo_pain_study_get_explanations (MyoPainStudy *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_STUDY (self), NULL);

  if (self->explanations == NULL)
    self->explanations = self->coverage != NULL
                         ? myo_finder_explain (self->finder, self->coverage, self->findings, MOST_EXPLANATIONS)
                         : g_ptr_array_new ();
  return self->explanations;
}

GArray *
myo_pain_study_get_unexplained (MyoPainStudy *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_STUDY (self), NULL);

  if (self->unexplained == NULL)
    self->unexplained = self->coverage != NULL ? myo_finder_list_unexplained (self->finder, self->coverage)
                                               : g_array_new (FALSE, FALSE, sizeof (MyoCoveredRegion));
  return self->unexplained;
}

/* --- What is refused --- */

static void
refuse (MyoPainStudy *self,
        const char   *words)
{
  g_autoptr(GError) error = g_error_new_literal (MYO_ERROR, MYO_ERROR_DRAWING_FULL, words);

  if (self->told_full)
    return;

  self->told_full = TRUE;
  myo_pain_study_fail (self, error);
}

/* What would not be kept is not shown either.  Once, until something has changed. */
static gboolean
has_room (MyoPainStudy    *self,
          const MyoStroke *stroke)
{
  gboolean room = myo_pain_drawing_check (self->drawing, stroke) == MYO_DRAWING_LIMIT_NONE;

  if (!room)
    refuse (self, _("Take some strokes back, or begin a new drawing."));
  return room;
}

/* --- Strokes --- */

static void
grown (MyoPainStudy *self,
       guint         first)
{
  if (self->coverage != NULL)
    myo_coverage_apply (self->coverage, self->stroke, first);
  if (self->answer_id == 0)
    self->answer_id = g_timeout_add (ANSWER_EVERY_MS, answer_later, self);
  g_signal_emit (self, signals[PAINTED], 0);
}

void
myo_pain_study_begin_stroke (MyoPainStudy *self,
                             MyoStroke    *stroke)
{
  g_return_if_fail (MYO_IS_PAIN_STUDY (self));
  g_return_if_fail (stroke != NULL && stroke->region == NULL && stroke->dabs->len > 0);

  myo_pain_study_end_stroke (self);
  if (!has_room (self, stroke))
    {
      myo_stroke_free (stroke);
      return;
    }
  self->stroke = stroke;
  grown (self, 0);
}

void
myo_pain_study_extend_stroke (MyoPainStudy *self,
                              double        x,
                              double        y,
                              double        radius)
{
  g_return_if_fail (MYO_IS_PAIN_STUDY (self) && self->stroke != NULL);

  if (!myo_stroke_add_dab (self->stroke, x, y, radius))
    refuse (self, _("Lift the brush and go on with another stroke."));
  else if (has_room (self, self->stroke))
    grown (self, self->stroke->dabs->len - 1);
  else
    myo_stroke_take_back_dab (self->stroke);
}

void
myo_pain_study_end_stroke (MyoPainStudy *self)
{
  MyoStroke *stroke;

  g_return_if_fail (MYO_IS_PAIN_STUDY (self));

  if (self->stroke == NULL)
    return;

  /* It is in the coverage already; as long as it counts as under way the drawing's change adds nothing to it. */
  stroke = g_steal_pointer (&self->stroke);
  if (!has_room (self, stroke))
    {
      /* There was room when it grew: what was done meanwhile has taken it. */
      myo_stroke_free (stroke);
      myo_pain_study_cover (self);
      g_signal_emit (self, signals[PAINTED], 0);
      myo_pain_study_answer (self);
      return;
    }
  self->stroke = stroke;
  myo_pain_drawing_add (self->drawing, stroke);
  self->stroke = NULL;
}

void
myo_pain_study_cancel_stroke (MyoPainStudy *self)
{
  g_return_if_fail (MYO_IS_PAIN_STUDY (self));

  if (self->stroke == NULL)
    return;

  g_clear_pointer (&self->stroke, myo_stroke_free);
  myo_pain_study_cover (self);
  g_signal_emit (self, signals[PAINTED], 0);
  myo_pain_study_answer (self);
}

const MyoStroke *
myo_pain_study_get_stroke (MyoPainStudy *self)
{
  return self->stroke;
}

/* --- Whole regions --- */

/* Half of a region: then one means the region. */
#define MOST_OF_A_REGION .5

static MyoSide
get_region_side (MyoPainStudy *self,
                 const char   *region,
                 MyoSide       side)
{
  const MyoRegion *known = myo_atlas_get_region (self->atlas, region);

  return known != NULL && !known->paired ? MYO_SIDE_MIDDLE : side;
}

gboolean
myo_pain_study_is_painted (MyoPainStudy *self,
                           const char   *region,
                           MyoSide       side)
{
  const MyoCoveredRegion *covered;

  g_return_val_if_fail (MYO_IS_PAIN_STUDY (self), FALSE);

  if (self->coverage == NULL)
    return FALSE;
  covered = myo_coverage_find (self->coverage, region, get_region_side (self, region, side));
  return covered != NULL && (covered->marked || covered->share >= MOST_OF_A_REGION);
}

void
myo_pain_study_toggle_region (MyoPainStudy *self,
                              const char   *region,
                              MyoSide       side,
                              int           intensity,
                              MyoQuality    quality)
{
  gboolean painted = myo_pain_study_is_painted (self, region, side);
  g_autoptr(MyoStroke) stroke = NULL;

  g_return_if_fail (MYO_IS_PAIN_STUDY (self));

  myo_pain_study_end_stroke (self);
  stroke = myo_stroke_new_region (painted ? MYO_STROKE_ERASER : MYO_STROKE_BRUSH, region, get_region_side (self, region, side),
                                  intensity, quality);
  if (has_room (self, stroke))
    myo_pain_drawing_add (self->drawing, g_steal_pointer (&stroke));
}

void
myo_pain_study_reset (MyoPainStudy *self)
{
  g_return_if_fail (MYO_IS_PAIN_STUDY (self));

  g_clear_pointer (&self->stroke, myo_stroke_free);
  myo_findings_reset (self->findings);
  myo_pain_drawing_reset (self->drawing);
}

/* --- Class --- */

static void
myo_pain_study_dispose (GObject *object)
{
  MyoPainStudy *self = MYO_PAIN_STUDY (object);

  g_clear_handle_id (&self->answer_id, g_source_remove);
  myo_errand_cancel (&self->preparing);
  myo_errand_cancel (&self->covering);
  forget_answer (self);
  g_clear_error (&self->fault);
  g_clear_pointer (&self->stroke, myo_stroke_free);
  g_clear_pointer (&self->coverage, myo_coverage_unref);
  g_clear_pointer (&self->grid, myo_body_grid_unref);
  g_clear_object (&self->findings);
  g_clear_object (&self->drawing);
  g_clear_object (&self->finder);
  g_clear_object (&self->drawings);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_pain_study_parent_class)->dispose (object);
}

static void
myo_pain_study_class_init (MyoPainStudyClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_pain_study_dispose;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAINTED] = g_signal_new ("painted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
myo_pain_study_init (MyoPainStudy *self)
{
  self->drawing = myo_pain_drawing_new ();
  self->findings = myo_findings_new ();
  g_signal_connect_object (self->drawing, "changed", G_CALLBACK (drawing_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->findings, "changed", G_CALLBACK (myo_pain_study_answer), self, G_CONNECT_SWAPPED);
}

MyoPainStudy *
myo_pain_study_new (MyoAtlas    *atlas,
                    MyoDrawings *drawings,
                    MyoFinder   *finder)
{
  MyoPainStudy *self;

  g_return_val_if_fail (MYO_IS_ATLAS (atlas) && MYO_IS_DRAWINGS (drawings) && MYO_IS_FINDER (finder), NULL);

  self = g_object_new (MYO_TYPE_PAIN_STUDY, NULL);
  self->atlas = g_object_ref (atlas);
  self->drawings = g_object_ref (drawings);
  self->finder = g_object_ref (finder);
  return self;
}
