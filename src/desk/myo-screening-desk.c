/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-screening-desk.h"

#include "myo-screening.h"

struct _MyoScreeningDesk
{
  GObject parent_instance;

  MyoPainStudy *study;
  GHashTable   *seen;          /* ids of the alarms in spite of which the muscles are wanted */
};

G_DEFINE_FINAL_TYPE (MyoScreeningDesk, myo_screening_desk, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- What the drawing raises --- */

static const MyoFlag *
get_question (MyoScreeningDesk *self)
{
  MyoCoverage *coverage = myo_pain_study_get_coverage (self->study);

  return coverage == NULL ? NULL : myo_screening_get_question (myo_pain_study_get_atlas (self->study), coverage,
                                                               myo_pain_study_get_findings (self->study));
}

/* Returns: (transfer container): what it raises and was answered so, the most pressing first */
static GPtrArray *
list_answered (MyoScreeningDesk *self,
               MyoAnswer         answer)
{
  MyoCoverage *coverage = myo_pain_study_get_coverage (self->study);
  MyoFindings *findings = myo_pain_study_get_findings (self->study);
  GPtrArray *answered = g_ptr_array_new ();
  g_autoptr(GPtrArray) flags = coverage != NULL ? myo_screening_list_flags (myo_pain_study_get_atlas (self->study), coverage) : NULL;

  for (guint i = 0; flags != NULL && i < flags->len; i++)
    if (myo_findings_get_flag (findings, ((const MyoFlag *) flags->pdata[i])->id) == answer)
      g_ptr_array_add (answered, flags->pdata[i]);

  return answered;
}

static gboolean
is_gone (gpointer id,
         gpointer unused,
         gpointer alarms)
{
  for (guint i = 0; i < ((GPtrArray *) alarms)->len; i++)
    if (g_str_equal (((const MyoFlag *) g_ptr_array_index ((GPtrArray *) alarms, i))->id, id))
      return FALSE;

  return TRUE;
}

/* Whoever raises it next is another person, or in another pain. */
static void
study_changed (MyoScreeningDesk *self)
{
  g_autoptr(GPtrArray) alarms = NULL;

  if (g_hash_table_size (self->seen) == 0)
    return;

  alarms = list_answered (self, MYO_ANSWER_YES);
  g_hash_table_foreach_remove (self->seen, is_gone, alarms);
}

/* --- What comes next --- */

MyoScreeningStep
myo_screening_desk_get_step (MyoScreeningDesk  *self,
                             const MyoFlag    **flag)
{
  g_autoptr(GPtrArray) alarms = NULL;

  g_return_val_if_fail (MYO_IS_SCREENING_DESK (self), MYO_SCREENING_CLEAR);
  g_return_val_if_fail (flag != NULL, MYO_SCREENING_CLEAR);

  alarms = list_answered (self, MYO_ANSWER_YES);
  for (guint i = 0; i < alarms->len; i++)
    {
      *flag = alarms->pdata[i];
      if (!g_hash_table_contains (self->seen, (*flag)->id))
        return MYO_SCREENING_WARN;
    }

  *flag = get_question (self);
  if (*flag != NULL)
    return MYO_SCREENING_ASK;

  *flag = alarms->len > 0 ? alarms->pdata[0] : NULL;
  return *flag != NULL ? MYO_SCREENING_WARNED : MYO_SCREENING_CLEAR;
}

void
myo_screening_desk_show_anyway (MyoScreeningDesk *self)
{
  const MyoFlag *flag;

  g_return_if_fail (MYO_IS_SCREENING_DESK (self));

  if (myo_screening_desk_get_step (self, &flag) != MYO_SCREENING_WARN)
    return;

  g_hash_table_add (self->seen, g_strdup (flag->id));
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Answers that may have been a mistake --- */

gboolean
myo_screening_desk_is_denied (MyoScreeningDesk *self)
{
  g_autoptr(GPtrArray) denied = NULL;

  g_return_val_if_fail (MYO_IS_SCREENING_DESK (self), FALSE);

  denied = list_answered (self, MYO_ANSWER_NO);
  return denied->len > 0;
}

void
myo_screening_desk_ask_again (MyoScreeningDesk *self)
{
  g_autoptr(GPtrArray) denied = NULL;

  g_return_if_fail (MYO_IS_SCREENING_DESK (self));

  denied = list_answered (self, MYO_ANSWER_NO);
  for (guint i = 0; i < denied->len; i++)
    myo_findings_set_flag (myo_pain_study_get_findings (self->study), ((const MyoFlag *) denied->pdata[i])->id, MYO_ANSWER_NONE);
}

/* --- Class --- */

static void
myo_screening_desk_dispose (GObject *object)
{
  MyoScreeningDesk *self = MYO_SCREENING_DESK (object);

  g_clear_object (&self->study);

  G_OBJECT_CLASS (myo_screening_desk_parent_class)->dispose (object);
}

static void
myo_screening_desk_finalize (GObject *object)
{
  g_hash_table_unref (MYO_SCREENING_DESK (object)->seen);

  G_OBJECT_CLASS (myo_screening_desk_parent_class)->finalize (object);
}

static void
myo_screening_desk_class_init (MyoScreeningDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_screening_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_screening_desk_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_screening_desk_init (MyoScreeningDesk *self)
{
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

MyoScreeningDesk *
myo_screening_desk_new (MyoPainStudy *study)
{
  MyoScreeningDesk *self;

  g_return_val_if_fail (MYO_IS_PAIN_STUDY (study), NULL);

  self = g_object_new (MYO_TYPE_SCREENING_DESK, NULL);
  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (study_changed), self, G_CONNECT_SWAPPED);
  return self;
}
