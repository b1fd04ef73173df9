/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-routine.h"

struct _MyoRoutine
{
  GObject parent_instance;

  MyoMuscle          *muscle;
  const MyoTechnique *technique;
  char               *point;
  MyoSide             side;
  int                 get_ready_ms;
  GArray             *moves;        /* of MyoMove */
};

G_DEFINE_FINAL_TYPE (MyoRoutine, myo_routine, G_TYPE_OBJECT)

static void
append_step (MyoRoutine *self,
             guint       index,
             MyoSide     side)
{
  const MyoStep *step = self->technique->steps->pdata[index];
  int repetitions = step->seconds > 0 ? MAX (step->repeat, 1) : 1;

  for (int i = 1; i <= repetitions; i++)
    {
      MyoMove move = {
        .step = step,
        .step_index = (int) index,
        .side = side,
        .repetition = i,
        .repetitions = repetitions,
        .hold_ms = step->seconds * 1000,
        .rest_ms = i < repetitions ? step->rest * 1000 : 0,
        .pressure = step->pressure,
      };

      g_array_append_val (self->moves, move);
    }
}

/* The end (exclusive) of the steps from @from on that belong to the same stretch: all on each side, or one that is not. */
static guint
stretch_end (MyoRoutine *self,
             guint       from)
{
  GPtrArray *steps = self->technique->steps;
  guint end = from;

  while (end < steps->len && ((MyoStep *) steps->pdata[end])->each_side)
    end++;

  return MAX (end, from + 1);
}

static void
expand (MyoRoutine *self)
{
  GPtrArray *steps = self->technique->steps;

  for (guint from = 0, end; from < steps->len; from = end)
    {
      const MyoStep *first = steps->pdata[from];

      end = stretch_end (self, from);
      for (guint i = from; i < end; i++)
        append_step (self, i, self->side);
      for (guint i = from; first->each_side && i < end; i++)
        append_step (self, i, myo_side_get_opposite (self->side));
    }
}

static void
myo_routine_finalize (GObject *object)
{
  MyoRoutine *self = MYO_ROUTINE (object);

  g_clear_pointer (&self->moves, g_array_unref);
  g_clear_pointer (&self->point, g_free);
  g_clear_object (&self->muscle);

  G_OBJECT_CLASS (myo_routine_parent_class)->finalize (object);
}

static void
myo_routine_class_init (MyoRoutineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_routine_finalize;
}

static void
myo_routine_init (MyoRoutine *self)
{
  self->moves = g_array_new (FALSE, TRUE, sizeof (MyoMove));
}

MyoRoutine *
myo_routine_new (MyoMuscle          *muscle,
                 const MyoTechnique *technique,
                 const char         *point_id,
                 MyoSide             side,
                 int                 get_ready_ms)
{
  MyoRoutine *self;

  g_return_val_if_fail (MYO_IS_MUSCLE (muscle), NULL);
  g_return_val_if_fail (technique != NULL, NULL);

  self = g_object_new (MYO_TYPE_ROUTINE, NULL);
  self->muscle = g_object_ref (muscle);
  self->technique = technique;
  self->point = g_strdup (point_id);
  self->side = side;
  self->get_ready_ms = get_ready_ms;
  expand (self);

  return self;
}

MyoMuscle *
myo_routine_get_muscle (MyoRoutine *self)
{
  return self->muscle;
}

const MyoTechnique *
myo_routine_get_technique (MyoRoutine *self)
{
  return self->technique;
}

const char *
myo_routine_get_point (MyoRoutine *self)
{
  return self->point;
}

MyoSide
myo_routine_get_side (MyoRoutine *self)
{
  return self->side;
}

int
myo_routine_get_ready_ms (MyoRoutine *self)
{
  return self->get_ready_ms;
}

guint
myo_routine_get_n_moves (MyoRoutine *self)
{
  return self->moves->len;
}

const MyoMove *
myo_routine_get_move (MyoRoutine *self,
                      guint       index)
{
  return index < self->moves->len ? &g_array_index (self->moves, MyoMove, index) : NULL;
}

gboolean
myo_routine_needs_ready (MyoRoutine *self,
                         guint       index)
{
  const MyoMove *move = myo_routine_get_move (self, index);
  const MyoMove *before = index > 0 ? myo_routine_get_move (self, index - 1) : NULL;

  if (move == NULL || move->hold_ms == 0)
    return FALSE;

  return move->repetition == 1 || before == NULL || before->rest_ms == 0;
}

gint64
myo_routine_get_duration_ms (MyoRoutine *self,
                             guint       from)
{
  gint64 total = 0;

  for (guint i = from; i < self->moves->len; i++)
    {
      const MyoMove *move = myo_routine_get_move (self, i);

      total += move->hold_ms + move->rest_ms;
      if (myo_routine_needs_ready (self, i))
        total += self->get_ready_ms;
    }

  return total;
}
