/* How a session ends with the program, and how one that was cut off goes on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-session-desk-private.h"

/* --- The program ends --- */

/* Its last hold may have come to its end at this very moment, and the session with it. */
static void
cut_off (MyoSessionDesk *self)
{
  self->state = MYO_SESSION_IDLE;
  myo_session_desk_stop_calling (self);
  myo_player_interrupt (self->player);
  if (myo_session_desk_get_end (self) == MYO_END_DONE)
    myo_recorder_tell_end (self->recorder, MYO_PAIN_UNKNOWN, MYO_END_DONE);
}

void
myo_session_desk_interrupt (MyoSessionDesk *self)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  if (self->state == MYO_SESSION_RUNNING)
    cut_off (self);
  myo_recorder_let_go (self->recorder);
  myo_session_desk_enter (self, MYO_SESSION_IDLE);
}

gboolean
myo_session_desk_close (MyoSessionDesk  *self,
                        GError         **error)
{
  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), FALSE);

  myo_session_desk_interrupt (self);
  return myo_recorder_flush (self->recorder, error);
}

/* --- A session that was cut off --- */

/* Another file may have another session in that row. */
static gboolean
is_same (const MyoSession *one,
         const MyoSession *other)
{
  return one != NULL && one->id == other->id && one->started_at == other->started_at;
}

/* When the records are opened late, or again, what this desk has under way has no end in them either. */
static gboolean
is_ours (MyoSessionDesk   *self,
         const MyoSession *session)
{
  return is_same (myo_recorder_get_session (self->recorder), session) || is_same (self->resumed, session);
}

void
myo_session_desk_offer (MyoSessionDesk *self,
                        MyoSession     *session)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));
  g_return_if_fail (session != NULL && session->id > 0);

  if (is_ours (self, session))
    return;

  g_clear_pointer (&self->found, myo_session_unref);
  self->found = myo_session_ref (session);
  if (self->state != MYO_SESSION_RUNNING && self->state != MYO_SESSION_AFTER)
    myo_session_desk_offer_found (self);
}

void
myo_session_desk_offer_found (MyoSessionDesk *self)
{
  g_autoptr(MyoSession) session = g_steal_pointer (&self->found);

  if (session != NULL)
    myo_session_desk_set_unfinished (self, session);
}

/* Returns: (transfer none) (nullable): the technique of what is offered */
static const MyoTechnique *
find_technique (MyoSessionDesk  *self,
                MyoMuscle      **muscle)
{
  const MyoSession *session = self->unfinished;

  *muscle = session != NULL ? myo_atlas_get_muscle (self->atlas, session->muscle) : NULL;
  return *muscle != NULL ? myo_muscle_get_technique (*muscle, session->technique) : NULL;
}

gboolean
myo_session_desk_can_resume (MyoSessionDesk *self)
{
  MyoMuscle *muscle;

  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), FALSE);

  return find_technique (self, &muscle) != NULL;
}

void
myo_session_desk_resume (MyoSessionDesk *self)
{
  g_autoptr(MyoSession) session = NULL;
  MyoMuscle *muscle;
  const MyoTechnique *technique;
  const MyoHold *hold;

  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  technique = find_technique (self, &muscle);
  if (technique == NULL)
    return;

  session = myo_session_ref (self->unfinished);
  hold = session->holds->len > 0 ? session->holds->pdata[0] : NULL;
  myo_session_desk_lay_out (self, muscle, technique, session->side, hold != NULL ? hold->point : NULL, session);
}

/* It was over when the last of it was held, however much later the person says so. */
static gint64
get_last_moment (const MyoSession *session)
{
  const MyoHold *last = session->holds->len > 0 ? session->holds->pdata[session->holds->len - 1] : NULL;

  return last != NULL ? MAX (last->started_at + last->held_ms * (gint64) 1000, session->started_at) : session->started_at;
}

void
myo_session_desk_end_unfinished (MyoSessionDesk *self)
{
  g_autoptr(MyoSession) session = NULL;

  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  if (self->unfinished == NULL)
    return;

  session = myo_session_ref (self->unfinished);
  session->end = MYO_END_INTERRUPTED;
  session->ended_at = get_last_moment (session);
  myo_session_desk_set_unfinished (self, NULL);
  myo_session_desk_amend (self, session);
}

void
myo_session_desk_postpone (MyoSessionDesk *self)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  myo_session_desk_set_unfinished (self, NULL);
}

void
myo_session_desk_forget (MyoSessionDesk *self)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));
  g_return_if_fail (self->state == MYO_SESSION_IDLE || self->state == MYO_SESSION_PREPARED);

  g_clear_pointer (&self->found, myo_session_unref);
  myo_session_desk_set_unfinished (self, NULL);
  if (self->resumed == NULL)
    return;

  g_clear_pointer (&self->resumed, myo_session_unref);
  self->wanted = FALSE;
  self->from = 0;
  myo_session_unref (self->held);
  self->held = myo_session_new ();
  myo_session_desk_set_pain (self, PROP_PAIN_BEFORE, MYO_PAIN_UNKNOWN);
  myo_session_desk_refresh (self);
}
