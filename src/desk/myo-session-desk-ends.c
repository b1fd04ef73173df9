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

void
myo_session_desk_offer (MyoSessionDesk *self,
                        MyoSession     *session)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));
  g_return_if_fail (session != NULL);

  myo_session_desk_set_unfinished (self, session);
}

void
myo_session_desk_resume (MyoSessionDesk *self)
{
  MyoSession *session;
  MyoMuscle *muscle;
  const MyoTechnique *technique;
  const MyoHold *hold;

  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  session = self->unfinished;
  if (session == NULL)
    return;

  muscle = myo_atlas_get_muscle (self->atlas, session->muscle);
  technique = muscle != NULL ? myo_muscle_get_technique (muscle, session->technique) : NULL;
  if (technique == NULL)
    {
      myo_session_desk_discard (self);
      return;
    }

  hold = session->holds->len > 0 ? session->holds->pdata[0] : NULL;
  myo_session_desk_lay_out (self, muscle, technique, session->side, hold != NULL ? hold->point : NULL, session);
}

void
myo_session_desk_discard (MyoSessionDesk *self)
{
  g_autoptr(MyoSession) session = NULL;

  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  if (self->unfinished == NULL)
    return;

  session = myo_session_ref (self->unfinished);
  session->end = MYO_END_INTERRUPTED;
  session->ended_at = g_get_real_time ();
  myo_session_desk_set_unfinished (self, NULL);
  myo_session_desk_amend (self, session);
}
