/* A technique made ready to be played: one entry for every hold, on each side, with its times.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-muscle.h"

G_BEGIN_DECLS

/** MyoMove: one thing to do.  @hold_ms 0: it waits for the person */
typedef struct
{
  const MyoStep *step;
  int            step_index;
  MyoSide        side;
  int            repetition;     /* 1 … repetitions */
  int            repetitions;
  int            hold_ms;
  int            rest_ms;        /* rest after it, before the next repetition */
  int            pressure;       /* 0–10, -1 none */
} MyoMove;

#define MYO_TYPE_ROUTINE (myo_routine_get_type ())
G_DECLARE_FINAL_TYPE (MyoRoutine, myo_routine, MYO, ROUTINE, GObject)

/** myo_routine_new: expands @technique of @muscle for @side.
 * Steps that follow each other and are to be done on each side are done all on @side first, then all on the other side.
 * @point_id: (nullable): the point that is treated
 * @get_ready_ms: time to get the hands in place before a timed move, counted in the totals
 * Returns: (transfer full): it keeps @muscle, and so @technique, alive */
MyoRoutine         *myo_routine_new             (MyoMuscle *muscle, const MyoTechnique *technique, const char *point_id,
                                                 MyoSide side, int get_ready_ms);

/** myo_routine_get_muscle, myo_routine_get_technique, myo_routine_get_side, myo_routine_get_ready_ms: Returns: (transfer none): as
 * given to myo_routine_new() */
MyoMuscle          *myo_routine_get_muscle      (MyoRoutine *self);
const MyoTechnique *myo_routine_get_technique   (MyoRoutine *self);
MyoSide             myo_routine_get_side        (MyoRoutine *self);
int                 myo_routine_get_ready_ms    (MyoRoutine *self);
/** myo_routine_get_point: Returns: (transfer none) (nullable): id of the point that is treated */
const char         *myo_routine_get_point       (MyoRoutine *self);
/** myo_routine_get_n_moves: Returns: how many there are, on all sides and with all repetitions */
guint               myo_routine_get_n_moves     (MyoRoutine *self);
/** myo_routine_get_move: Returns: (transfer none) (nullable): move @index, %NULL past the end */
const MyoMove      *myo_routine_get_move        (MyoRoutine *self, guint index);
/** myo_routine_needs_ready: Returns: whether get-ready time runs before move @index: timed, and not a repetition after a rest */
gboolean            myo_routine_needs_ready     (MyoRoutine *self, guint index);
/** myo_routine_get_duration_ms: Returns: planned time from the start of move @from to the end; what waits for the person counts 0 */
gint64              myo_routine_get_duration_ms (MyoRoutine *self, guint from);

G_END_DECLS
