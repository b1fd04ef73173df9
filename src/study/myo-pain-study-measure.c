/* What the study has measured in threads: the body, and what a large drawing covers of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-study-private.h"

/* --- The coverage ---
 *
 * Of a large drawing it is made in a thread.  Until then there is no answer, what is painted meanwhile is added when it comes, and
 * whatever else is done to the drawing has it made anew. */

typedef struct
{
  MyoBodyGrid    *grid;
  MyoPainDrawing *drawing;         /* a copy */
} Covering;

static void
covering_free (Covering *covering)
{
  myo_body_grid_unref (covering->grid);
  g_object_unref (covering->drawing);
  g_free (covering);
}

static gpointer
cover_in_thread (gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Covering *covering = data;

  return myo_coverage_new_cancellable (covering->grid, myo_pain_drawing_get_strokes (covering->drawing), cancellable);
}

static void
covered (gpointer      owner,
         gpointer      result,
         const GError *error)
{
  MyoPainStudy *self = owner;
  GPtrArray *strokes = myo_pain_drawing_get_strokes (self->drawing);

  self->coverage = result;
  for (guint i = self->n_covered; i < strokes->len; i++)
    myo_coverage_apply (self->coverage, strokes->pdata[i], 0);
  if (self->stroke != NULL)
    myo_coverage_apply (self->coverage, self->stroke, 0);
  myo_pain_study_answer (self);
}

static void
send_for_coverage (MyoPainStudy *self)
{
  Covering *covering = g_new (Covering, 1);
  MyoErrand errand = { cover_in_thread, covering, (GDestroyNotify) covering_free, covered, (GDestroyNotify) myo_coverage_unref };

  *covering = (Covering) { myo_body_grid_ref (self->grid), myo_pain_drawing_copy (self->drawing) };
  self->n_covered = myo_pain_drawing_get_strokes (self->drawing)->len;
  myo_errand_send (self, &self->covering, &errand);
}

/* Anew, from all strokes. */
void
myo_pain_study_cover (MyoPainStudy *self)
{
  g_clear_pointer (&self->coverage, myo_coverage_unref);
  myo_errand_cancel (&self->covering);
  if (self->grid == NULL)
    return;

  if (myo_pain_drawing_get_ground (self->drawing) > MYO_COVERAGE_AT_ONCE)
    {
      send_for_coverage (self);
      return;
    }
  self->coverage = myo_coverage_new (self->grid, myo_pain_drawing_get_strokes (self->drawing));
  if (self->stroke != NULL)
    myo_coverage_apply (self->coverage, self->stroke, 0);
}

/* --- Making ready --- */

typedef struct
{
  MyoDrawings *drawings;
  MyoFinder   *finder;
} Preparing;

static void
preparing_free (Preparing *preparing)
{
  g_object_unref (preparing->drawings);
  g_object_unref (preparing->finder);
  g_free (preparing);
}

static gpointer
prepare_in_thread (gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const Preparing *preparing = data;
  MyoBodyGrid *grid = myo_body_grid_new (preparing->drawings, error);

  if (grid == NULL)
    return NULL;

  myo_finder_prepare (preparing->finder, grid);
  myo_drawings_trim ();
  return grid;
}

static void
prepared (gpointer      owner,
          gpointer      grid,
          const GError *error)
{
  MyoPainStudy *self = owner;

  if (grid == NULL)
    {
      self->fault = g_error_copy (error);
      myo_pain_study_fail (self, error);
      return;
    }

  self->grid = grid;
  myo_pain_study_cover (self);
  myo_pain_study_answer (self);
}

void
myo_pain_study_prepare (MyoPainStudy *self)
{
  Preparing *preparing;
  MyoErrand errand = { prepare_in_thread, NULL, (GDestroyNotify) preparing_free, prepared, (GDestroyNotify) myo_body_grid_unref };

  g_return_if_fail (MYO_IS_PAIN_STUDY (self));

  if (self->grid != NULL || self->preparing != NULL)
    return;

  g_clear_error (&self->fault);
  preparing = g_new (Preparing, 1);
  *preparing = (Preparing) { g_object_ref (self->drawings), g_object_ref (self->finder) };
  errand.data = preparing;
  myo_errand_send (self, &self->preparing, &errand);
}

gboolean
myo_pain_study_prepare_now (MyoPainStudy  *self,
                            GError       **error)
{
  g_return_val_if_fail (MYO_IS_PAIN_STUDY (self), FALSE);

  myo_pain_study_prepare (self);
  while (self->preparing != NULL || self->covering != NULL)
    g_main_context_iteration (NULL, TRUE);
  if (self->grid == NULL && error != NULL)
    *error = g_error_copy (self->fault);
  return self->grid != NULL;
}
