/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-comparison.h"

#include "myo-errand.h"
#include "myo-pain-change.h"
#include "myo-pain-words.h"

/* The lines follow the brush this often. */
#define FOLLOW_EVERY_US (100 * 1000)

struct _MyoPainComparison
{
  GObject parent_instance;

  MyoPainStudy   *study;
  MyoClock       *clock;
  MyoPainDrawing *before, *after;                     /* after: a stored one, or NULL */
  MyoCoverage    *before_coverage, *after_coverage;   /* of these; NULL until they are measured */
  GCancellable   *measuring;                          /* the errand for these; or NULL */
  gboolean        live;
  guint           alarm;

  GPtrArray      *lines;                              /* of MyoPainLine; made with the summary, when asked for */
  char           *summary;
};

G_DEFINE_FINAL_TYPE (MyoPainComparison, myo_pain_comparison, G_TYPE_OBJECT)

enum { BEGUN, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Lines --- */

static void
line_free (MyoPainLine *line)
{
  g_free (line->words);
  g_free (line);
}

/* @words: (transfer full) */
static void
add_line (MyoPainComparison *self,
          char              *words,
          double             before,
          double             after)
{
  MyoPainLine *line = g_new (MyoPainLine, 1);

  *line = (MyoPainLine) { words, before, after };
  g_ptr_array_add (self->lines, line);
}

/* What has no skin of its own is told by its strength alone. */
static double
get_load (const MyoPainChange *change,
          gboolean             after)
{
  double intensity = after ? change->intensity_after : change->intensity_before;

  return change->inner ? intensity : intensity * (after ? change->area_after : change->area_before);
}

static double
get_most (const GArray *changes,
          gboolean      inner)
{
  double most = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      const MyoPainChange *change = &g_array_index (changes, MyoPainChange, i);

      if (change->inner == inner)
        most = MAX (most, MAX (get_load (change, FALSE), get_load (change, TRUE)));
    }

  return MAX (most, 1e-6);
}

static void
tell_change (MyoPainComparison *self,
             MyoCoverage       *after)
{
  MyoAtlas *atlas = myo_pain_study_get_atlas (self->study);
  MyoPainTotals totals;
  g_autoptr(GArray) changes = myo_pain_change_list (self->before_coverage, after, &totals);
  double most = get_most (changes, FALSE), most_inner = get_most (changes, TRUE);

  for (guint i = 0; i < changes->len; i++)
    {
      const MyoPainChange *change = &g_array_index (changes, MyoPainChange, i);
      double full = change->inner ? most_inner : most;

      add_line (self, myo_pain_change_describe (atlas, change), get_load (change, FALSE) / full, get_load (change, TRUE) / full);
    }
  self->summary = myo_pain_change_summarize (&totals);
}

static void
tell_before (MyoPainComparison *self)
{
  MyoAtlas *atlas = myo_pain_study_get_atlas (self->study);
  g_auto(GStrv) words = myo_pain_words_describe (atlas, self->before_coverage);

  for (guint i = 0; words[i] != NULL; i++)
    add_line (self, g_strdup (words[i]), 0, 0);
  self->summary = myo_pain_words_where (atlas, self->before_coverage);
}

static void
forget_lines (MyoPainComparison *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->summary, g_free);
}

static void
ensure_lines (MyoPainComparison *self)
{
  if (self->lines == NULL)
    self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  if (self->summary != NULL || !myo_pain_comparison_is_ready (self))
    return;

  if (myo_pain_comparison_is_compared (self))
    tell_change (self, self->live ? myo_pain_study_get_coverage (self->study) : self->after_coverage);
  else
    tell_before (self);
}

/* --- Following the study --- */

static void
follow (gpointer data)
{
  MyoPainComparison *self = data;

  self->alarm = 0;
  forget_lines (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
follow_soon (MyoPainComparison *self)
{
  if (self->alarm == 0)
    self->alarm = myo_clock_call_after (self->clock, FOLLOW_EVERY_US, G_PRIORITY_DEFAULT, follow, self);
}

/* --- Measuring the stored ones ---
 *
 * Small ones at once, so that nothing flickers; large ones in a thread. */

typedef struct
{
  MyoBodyGrid    *grid;
  MyoPainDrawing *drawings[2];       /* the second may be NULL */
  MyoCoverage    *coverages[2];
} Measuring;

static void
measuring_free (Measuring *measuring)
{
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&measuring->drawings[i]);
      g_clear_pointer (&measuring->coverages[i], myo_coverage_unref);
    }
  g_clear_pointer (&measuring->grid, myo_body_grid_unref);
  g_free (measuring);
}

static gpointer
measure_in_thread (gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const Measuring *measuring = data;
  Measuring *measured = g_new0 (Measuring, 1);

  for (guint i = 0; i < 2 && measuring->drawings[i] != NULL; i++)
    measured->coverages[i] = myo_coverage_new_cancellable (measuring->grid, myo_pain_drawing_get_strokes (measuring->drawings[i]),
                                                           cancellable);
  return measured;
}

static void
take_measured (MyoPainComparison *self,
               Measuring         *measured)
{
  self->before_coverage = g_steal_pointer (&measured->coverages[0]);
  self->after_coverage = g_steal_pointer (&measured->coverages[1]);
  measuring_free (measured);
}

static void
was_measured (gpointer      owner,
              gpointer      result,
              const GError *error)
{
  take_measured (owner, result);
  follow_soon (owner);
}

static double
get_ground (MyoPainComparison *self)
{
  return myo_pain_drawing_get_ground (self->before) + (self->after != NULL ? myo_pain_drawing_get_ground (self->after) : 0);
}

static void
measure (MyoPainComparison *self)
{
  MyoBodyGrid *grid = myo_pain_study_get_grid (self->study);
  Measuring *measuring;
  MyoErrand errand = { measure_in_thread, NULL, (GDestroyNotify) measuring_free, was_measured, (GDestroyNotify) measuring_free };

  if (grid == NULL || self->before_coverage != NULL || self->measuring != NULL)
    return;

  measuring = g_new0 (Measuring, 1);
  measuring->grid = myo_body_grid_ref (grid);
  measuring->drawings[0] = myo_pain_drawing_copy (self->before);
  measuring->drawings[1] = self->after != NULL ? myo_pain_drawing_copy (self->after) : NULL;
  errand.data = measuring;
  if (get_ground (self) > MYO_COVERAGE_AT_ONCE)
    {
      myo_errand_send (self, &self->measuring, &errand);
      return;
    }
  take_measured (self, measure_in_thread (measuring, NULL, NULL));
  measuring_free (measuring);
}

/* Two stored drawings wait only for the grid. */
static void
study_changed (MyoPainComparison *self)
{
  gboolean told = self->before_coverage != NULL;

  if (self->before == NULL || (!self->live && told))
    return;

  measure (self);
  follow_soon (self);
}

/* --- What is compared --- */

static void
compare (MyoPainComparison *self,
         MyoPainDrawing    *before,
         MyoPainDrawing    *after,
         gboolean           live)
{
  forget_lines (self);
  myo_errand_cancel (&self->measuring);
  g_clear_pointer (&self->before_coverage, myo_coverage_unref);
  g_clear_pointer (&self->after_coverage, myo_coverage_unref);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  self->before = myo_pain_drawing_copy (before);
  self->after = after != NULL ? myo_pain_drawing_copy (after) : NULL;
  self->live = live;
  myo_pain_study_prepare (self->study);
  measure (self);
  g_signal_emit (self, signals[BEGUN], 0);
}

void
myo_pain_comparison_begin (MyoPainComparison *self,
                           MyoPainDrawing    *before)
{
  g_return_if_fail (MYO_IS_PAIN_COMPARISON (self) && MYO_IS_PAIN_DRAWING (before));

  compare (self, before, NULL, TRUE);
}

void
myo_pain_comparison_show (MyoPainComparison *self,
                          MyoPainDrawing    *before,
                          MyoPainDrawing    *after)
{
  g_return_if_fail (MYO_IS_PAIN_COMPARISON (self) && MYO_IS_PAIN_DRAWING (before));

  compare (self, before, after, FALSE);
}

gboolean
myo_pain_comparison_is_live (MyoPainComparison *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_COMPARISON (self), FALSE);

  return self->live;
}

MyoPainDrawing *
myo_pain_comparison_get_before (MyoPainComparison *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_COMPARISON (self), NULL);

  return self->before;
}

MyoPainDrawing *
myo_pain_comparison_get_after (MyoPainComparison *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_COMPARISON (self), NULL);

  return self->after;
}

/* --- The answer --- */

gboolean
myo_pain_comparison_is_ready (MyoPainComparison *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_COMPARISON (self), FALSE);

  return self->before_coverage != NULL && (!self->live || myo_pain_study_is_ready (self->study));
}

gboolean
myo_pain_comparison_is_compared (MyoPainComparison *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_COMPARISON (self), FALSE);

  return self->live || self->after != NULL;
}

const char *
myo_pain_comparison_get_summary (MyoPainComparison *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_COMPARISON (self), NULL);

  ensure_lines (self);
  return self->summary;
}

GPtrArray *
myo_pain_comparison_get_lines (MyoPainComparison *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_COMPARISON (self), NULL);

  ensure_lines (self);
  return self->lines;
}

/* --- Class --- */

static void
myo_pain_comparison_dispose (GObject *object)
{
  MyoPainComparison *self = MYO_PAIN_COMPARISON (object);

  if (self->clock != NULL)
    myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  forget_lines (self);
  myo_errand_cancel (&self->measuring);
  g_clear_pointer (&self->before_coverage, myo_coverage_unref);
  g_clear_pointer (&self->after_coverage, myo_coverage_unref);
  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->clock);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (myo_pain_comparison_parent_class)->dispose (object);
}

static void
myo_pain_comparison_class_init (MyoPainComparisonClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_pain_comparison_dispose;

  signals[BEGUN] = g_signal_new ("begun", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_pain_comparison_init (MyoPainComparison *self)
{
}

MyoPainComparison *
myo_pain_comparison_new (MyoPainStudy *study,
                         MyoClock     *clock)
{
  MyoPainComparison *self;

  g_return_val_if_fail (MYO_IS_PAIN_STUDY (study) && MYO_IS_CLOCK (clock), NULL);

  self = g_object_new (MYO_TYPE_PAIN_COMPARISON, NULL);
  self->study = g_object_ref (study);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (study, "changed", G_CALLBACK (study_changed), self, G_CONNECT_SWAPPED);
  return self;
}
