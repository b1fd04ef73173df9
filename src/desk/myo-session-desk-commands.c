/* What the hands, or a voice, tell a session that runs; and how far it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-session-desk-private.h"

/* Between the last move and AFTER the last cue is heard: there is nothing to command any more. */
#define RETURN_UNLESS_RUNNING(self) \
  g_return_if_fail (MYO_IS_SESSION_DESK (self)); \
  if ((self)->state != MYO_SESSION_RUNNING || !myo_player_is_active ((self)->player)) \
    return

/* --- Going on --- */

void
myo_session_desk_toggle (MyoSessionDesk *self)
{
  RETURN_UNLESS_RUNNING (self);

  if (myo_player_get_state (self->player) == MYO_PLAYER_WAIT)
    myo_player_next (self->player);
  else if (myo_player_get_paused (self->player))
    myo_player_resume (self->player);
  else
    myo_player_pause (self->player);
}

void
myo_session_desk_next (MyoSessionDesk *self)
{
  RETURN_UNLESS_RUNNING (self);

  myo_player_next (self->player);
}

void
myo_session_desk_skip (MyoSessionDesk *self)
{
  RETURN_UNLESS_RUNNING (self);

  myo_player_skip (self->player);
}

void
myo_session_desk_repeat (MyoSessionDesk *self)
{
  RETURN_UNLESS_RUNNING (self);

  myo_player_repeat (self->player);
}

void
myo_session_desk_release (MyoSessionDesk *self)
{
  RETURN_UNLESS_RUNNING (self);

  myo_player_release (self->player);
}

void
myo_session_desk_stop (MyoSessionDesk *self)
{
  RETURN_UNLESS_RUNNING (self);

  myo_player_stop (self->player);
}

/* --- What is felt --- */

gboolean
myo_session_desk_can_press (MyoSessionDesk *self,
                            int             by)
{
  int pressure;

  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), FALSE);

  pressure = myo_player_get_pressure (self->player);
  if (self->state != MYO_SESSION_RUNNING || pressure < 0)
    return FALSE;

  return by > 0 ? pressure < self->pressure_ceiling : by < 0 && pressure > 0;
}

void
myo_session_desk_press (MyoSessionDesk *self,
                        int             by)
{
  RETURN_UNLESS_RUNNING (self);

  myo_player_change_pressure (self->player, by, self->pressure_ceiling);
}

void
myo_session_desk_set_known_pain (MyoSessionDesk *self,
                                 gboolean        known_pain)
{
  RETURN_UNLESS_RUNNING (self);

  myo_player_set_known_pain (self->player, known_pain);
  myo_session_desk_refresh (self);
}

void
myo_session_desk_set_twitch (MyoSessionDesk *self,
                             gboolean        twitch)
{
  RETURN_UNLESS_RUNNING (self);

  myo_player_set_twitch (self->player, twitch);
  myo_session_desk_refresh (self);
}

/* --- How far it is --- */

MyoPlayerState
myo_session_desk_get_phase (MyoSessionDesk *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), MYO_PLAYER_IDLE);

  return myo_player_get_state (self->player);
}

gboolean
myo_session_desk_get_paused (MyoSessionDesk *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), FALSE);

  return myo_player_get_paused (self->player);
}

void
myo_session_desk_get_time (MyoSessionDesk *self,
                           MyoSessionTime *time)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  *time = (MyoSessionTime) {
    .left = myo_player_get_left_ms (self->player), .phase = myo_player_get_phase_ms (self->player),
    .whole_left = myo_player_get_total_left_ms (self->player), .whole = self->whole_ms,
  };
}

MyoSide
myo_session_desk_get_side (MyoSessionDesk *self)
{
  const MyoMove *move;

  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), MYO_SIDE_RIGHT);

  move = self->state == MYO_SESSION_RUNNING ? myo_player_get_move (self->player) : NULL;
  if (move != NULL)
    return move->side;

  return self->routine != NULL ? myo_routine_get_side (self->routine) : MYO_SIDE_RIGHT;
}
