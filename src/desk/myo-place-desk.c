/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-place-desk.h"

#include "myo-errand.h"
#include "myo-pain-words.h"
#include "myo-words.h"

struct _MyoPlaceDesk
{
  GObject parent_instance;

  MyoAtlas       *atlas;
  MyoFinder      *finder;
  MyoSelection   *selection;
  MyoPlaceAnswer *answer;
  GCancellable   *asking;          /* the errand, while a large atlas is looked through */
  char           *where;           /* the words for the place that is asked about */
};

G_DEFINE_FINAL_TYPE (MyoPlaceDesk, myo_place_desk, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- The place of the selection --- */

/* Returns: (transfer full) (nullable) */
static char *
name_place (MyoPlaceDesk *self,
            const char   *id,
            MyoSide       side)
{
  const MyoRegion *region = id != NULL ? myo_atlas_get_region (self->atlas, id) : NULL;

  return region != NULL ? myo_words_muscle_side (region->name, region->paired ? side : MYO_SIDE_MIDDLE) : NULL;
}

typedef struct
{
  MyoFinder *finder;
  MyoView    view;
  MyoSide    side;
  double     x, y;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->finder);
  g_free (question);
}

static gpointer
ask_in_thread (gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Question *question = data;

  return myo_finder_at (question->finder, question->view, question->side, question->x, question->y);
}

static void
answered (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  MyoPlaceDesk *self = owner;

  self->answer = myo_place_answer_new (g_steal_pointer (&self->where), result);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Of a large atlas the answer comes later. */
static void
ask (MyoPlaceDesk   *self,
     const Question *question)
{
  MyoErrand errand = { ask_in_thread, NULL, (GDestroyNotify) question_free, answered, (GDestroyNotify) g_ptr_array_unref };

  if (!myo_finder_at_takes_long (self->finder))
    {
      self->answer = myo_place_answer_new (g_steal_pointer (&self->where), ask_in_thread ((gpointer) question, NULL, NULL));
      return;
    }
  errand.data = g_memdup2 (question, sizeof *question);
  g_object_ref (self->finder);
  myo_errand_send (self, &self->asking, &errand);
}

static void
place_changed (MyoPlaceDesk *self)
{
  Question q = { self->finder };
  const char *region;

  myo_errand_cancel (&self->asking);
  g_clear_pointer (&self->where, g_free);
  g_clear_pointer (&self->answer, myo_place_answer_unref);
  if (myo_selection_get_place (self->selection, &q.view, &q.side, &q.x, &q.y, &region))
    {
      self->where = name_place (self, region, q.side);
      ask (self, &q);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- What it holds --- */

MyoSelection *
myo_place_desk_get_selection (MyoPlaceDesk *self)
{
  g_return_val_if_fail (MYO_IS_PLACE_DESK (self), NULL);

  return self->selection;
}

MyoFinder *
myo_place_desk_get_finder (MyoPlaceDesk *self)
{
  g_return_val_if_fail (MYO_IS_PLACE_DESK (self), NULL);

  return self->finder;
}

MyoPlaceAnswer *
myo_place_desk_get_answer (MyoPlaceDesk *self)
{
  g_return_val_if_fail (MYO_IS_PLACE_DESK (self), NULL);

  return self->answer;
}

MyoPlaceAnswer *
myo_place_desk_answer_painted (MyoPlaceDesk *self,
                               MyoPainStudy *study)
{
  MyoCoverage *coverage;

  g_return_val_if_fail (MYO_IS_PLACE_DESK (self) && MYO_IS_PAIN_STUDY (study), NULL);

  coverage = myo_pain_study_get_coverage (study);
  return myo_place_answer_new (coverage != NULL ? myo_pain_words_where (self->atlas, coverage) : NULL,
                               g_ptr_array_ref (myo_pain_study_get_candidates (study)));
}

void
myo_place_desk_choose (MyoPlaceDesk       *self,
                       const MyoCandidate *candidate)
{
  g_return_if_fail (MYO_IS_PLACE_DESK (self) && candidate != NULL);

  myo_selection_select (self->selection, candidate->muscle, candidate->side,
                        candidate->point != NULL ? candidate->point->id : NULL);
}

/* --- Class --- */

static void
myo_place_desk_finalize (GObject *object)
{
  MyoPlaceDesk *self = MYO_PLACE_DESK (object);

  myo_errand_cancel (&self->asking);
  g_free (self->where);
  g_clear_pointer (&self->answer, myo_place_answer_unref);
  g_object_unref (self->selection);
  g_object_unref (self->finder);
  g_object_unref (self->atlas);

  G_OBJECT_CLASS (myo_place_desk_parent_class)->finalize (object);
}

static void
myo_place_desk_class_init (MyoPlaceDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_place_desk_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_place_desk_init (MyoPlaceDesk *self)
{
  self->selection = myo_selection_new ();
  g_signal_connect_object (self->selection, "place-changed", G_CALLBACK (place_changed), self, G_CONNECT_SWAPPED);
}

MyoPlaceDesk *
myo_place_desk_new (MyoAtlas    *atlas,
                    MyoDrawings *drawings)
{
  MyoPlaceDesk *self;

  g_return_val_if_fail (MYO_IS_ATLAS (atlas) && MYO_IS_DRAWINGS (drawings), NULL);

  self = g_object_new (MYO_TYPE_PLACE_DESK, NULL);
  self->atlas = g_object_ref (atlas);
  self->finder = myo_finder_new (atlas, drawings);
  return self;
}
