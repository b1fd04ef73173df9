/* The player's phases and how time leads through them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-player-private.h"

/* Short holds get no warning of their end: it would fill half of them. */
#define LAST_SECONDS_FROM_MS 10000

/* --- Phases --- */

void
myo_player_enter_phase (MyoPlayer      *self,
                        MyoPlayerState  state,
                        gint64          length_us,
                        gint64          head_start)
{
  self->state = state;
  self->phase_us = length_us;
  self->run_us = head_start;
  self->counted = MYO_PLAYER_COUNTED_SECONDS + 1;
  if (state != MYO_PLAYER_HOLD)
    return;

  self->twitch = FALSE;
  self->known_pain = FALSE;
  self->hold_started_at = g_get_real_time () - head_start;
  myo_player_cue (self, MYO_CUE_START, head_start);
}

static void
begin_hold (MyoPlayer *self,
            gint64     head_start)
{
  myo_player_enter_phase (self, MYO_PLAYER_HOLD, (gint64) myo_player_get_move (self)->hold_ms * 1000, head_start);
}

void
myo_player_enter_move (MyoPlayer *self,
                       guint      index,
                       gint64     head_start,
                       gboolean   hands_off)
{
  const MyoMove *move = myo_routine_get_move (self->routine, index);
  const MyoMove *before = index > 0 ? myo_routine_get_move (self->routine, index - 1) : NULL;

  self->index = index;
  if (move == NULL)
    {
      myo_player_enter_phase (self, MYO_PLAYER_DONE, 0, 0);
      myo_player_cue (self, MYO_CUE_DONE, head_start);
      return;
    }

  /* What the client asked for goes with the step, through all its repetitions. */
  if (before == NULL || before->step != move->step || before->side != move->side)
    self->pressure = move->pressure;

  if (move->hold_ms == 0)
    myo_player_enter_phase (self, MYO_PLAYER_WAIT, 0, 0);
  else if (hands_off || myo_routine_needs_ready (self->routine, index))
    myo_player_enter_phase (self, MYO_PLAYER_ANNOUNCE, (gint64) myo_routine_get_ready_ms (self->routine) * 1000, head_start);
  else
    begin_hold (self, head_start);
}

void
myo_player_finish_hold (MyoPlayer *self,
                        MyoEnd     end)
{
  const MyoMove *move = myo_player_get_move (self);
  g_autoptr(MyoHold) hold = myo_hold_new ();

  hold->started_at = self->hold_started_at;
  hold->point = g_strdup (myo_routine_get_point (self->routine));
  hold->side = move->side;
  hold->step = move->step_index;
  hold->repetition = move->repetition;
  hold->planned_ms = move->hold_ms;
  hold->held_ms = (int) (MIN (self->run_us, self->phase_us) / 1000);
  hold->pressure = self->pressure;
  hold->twitch = self->twitch;
  hold->known_pain = self->known_pain;
  hold->end = end;
  myo_player_hold_finished (self, hold);
}

void
myo_player_leave_hold (MyoPlayer *self,
                       MyoEnd     end,
                       gint64     head_start)
{
  const MyoMove *move = myo_player_get_move (self);

  myo_player_finish_hold (self, end);
  if (end == MYO_END_DONE || end == MYO_END_RELEASED)
    myo_player_cue (self, MYO_CUE_END, head_start);

  if (move->rest_ms > 0 && end != MYO_END_SKIPPED)
    myo_player_enter_phase (self, MYO_PLAYER_REST, (gint64) move->rest_ms * 1000, head_start);
  else
    myo_player_enter_move (self, self->index + 1, head_start, FALSE);
}

static void
end_phase (MyoPlayer *self)
{
  gint64 head_start = self->run_us - self->phase_us;

  if (self->state == MYO_PLAYER_ANNOUNCE)
    begin_hold (self, head_start);
  else if (self->state == MYO_PLAYER_HOLD)
    myo_player_leave_hold (self, MYO_END_DONE, head_start);
  else
    myo_player_enter_move (self, self->index + 1, head_start, FALSE);
}

/* --- The clock --- */

static gboolean
counts_down (MyoPlayer *self)
{
  return self->state == MYO_PLAYER_ANNOUNCE || self->state == MYO_PLAYER_REST
         || (self->state == MYO_PLAYER_HOLD && self->phase_us >= LAST_SECONDS_FROM_MS * (gint64) 1000);
}

/* Cues the last seconds, each once; a second that a late tick has passed over is not cued after the fact. */
static void
count (MyoPlayer *self)
{
  gint64 left = self->phase_us - self->run_us;
  int second = (int) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);

  if (!counts_down (self) || second < 1 || second > MYO_PLAYER_COUNTED_SECONDS || second >= self->counted)
    return;

  self->counted = second;
  myo_player_cue (self, self->state == MYO_PLAYER_HOLD ? MYO_CUE_LAST_SECONDS : MYO_CUE_COUNT_IN,
                  second * G_USEC_PER_SEC - left);
}

static gint64
until_next_event (MyoPlayer *self)
{
  gint64 left = self->phase_us - self->run_us;
  gint64 next = left;

  if (!myo_player_is_timed (self) || self->paused)
    return -1;

  if (counts_down (self))
    {
      gint64 next_second = (gint64) MIN (self->counted - 1, MYO_PLAYER_COUNTED_SECONDS) * G_USEC_PER_SEC;

      if (next_second > 0 && left > next_second)
        next = left - next_second;
    }

  return MAX (next, 0);
}

static void
interrupt (MyoPlayer *self)
{
  self->interrupted = TRUE;
  self->paused = TRUE;
  myo_player_changed (self);
}

/* Returns: whether the time since the last tick may be counted */
static gboolean
look_at_clock (MyoPlayer *self)
{
  gint64 now = myo_clock_now (self->clock);
  gint64 asleep = myo_clock_asleep (self->clock);
  gint64 gone = now - self->seen_at;
  /* Half a second of allowance: the two clocks are read one after the other. */
  gboolean slept = asleep - self->asleep > G_USEC_PER_SEC / 2;

  self->seen_at = now;
  self->asleep = asleep;
  if (!myo_player_is_timed (self) || self->paused)
    return TRUE;

  if (slept || gone > MYO_PLAYER_GAP_US)
    {
      interrupt (self);
      return FALSE;
    }

  self->run_us += gone;
  return TRUE;
}

gint64
myo_player_tick (MyoPlayer *self)
{
  gboolean changed = FALSE;

  g_return_val_if_fail (MYO_IS_PLAYER (self), -1);

  if (!look_at_clock (self))
    return -1;

  while (myo_player_is_timed (self) && !self->paused && self->run_us >= self->phase_us)
    {
      end_phase (self);
      changed = TRUE;
    }

  if (myo_player_is_timed (self) && !self->paused)
    count (self);
  if (changed)
    myo_player_changed (self);

  return until_next_event (self);
}
