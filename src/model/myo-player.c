/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-player-private.h"

G_DEFINE_FINAL_TYPE (MyoPlayer, myo_player, G_TYPE_OBJECT)

enum { CHANGED, CUE, HOLD_FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Signals --- */

void
myo_player_changed (MyoPlayer *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_player_cue (MyoPlayer *self,
                MyoCue     cue,
                gint64     late)
{
  g_signal_emit (self, signals[CUE], 0, cue, late);
}

void
myo_player_hold_finished (MyoPlayer *self,
                          MyoHold   *hold)
{
  g_signal_emit (self, signals[HOLD_FINISHED], 0, hold);
}

/* --- Commands --- */

/* Time counts from now on. */
static void
run_on (MyoPlayer *self)
{
  self->seen_at = myo_clock_now (self->clock);
  self->asleep = myo_clock_asleep (self->clock);
  self->paused = FALSE;
  self->interrupted = FALSE;
}

void
myo_player_start (MyoPlayer  *self,
                  MyoRoutine *routine,
                  guint       from)
{
  g_return_if_fail (MYO_IS_PLAYER (self));
  g_return_if_fail (MYO_IS_ROUTINE (routine));

  g_set_object (&self->routine, routine);
  run_on (self);
  if (myo_routine_get_move (routine, from) != NULL)
    self->pressure = myo_routine_get_move (routine, from)->pressure;
  myo_player_enter_move (self, from, 0, TRUE);
  myo_player_changed (self);
}

void
myo_player_pause (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (self->paused || !myo_player_is_timed (self))
    return;

  myo_player_tick (self);
  if (!myo_player_is_timed (self))
    return;
  self->paused = TRUE;
  myo_player_changed (self);
}

void
myo_player_resume (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (!self->paused)
    return;

  run_on (self);
  myo_player_changed (self);
}

/* Brings the time up to date before a command; a command also ends a pause. */
static gboolean
take_command (MyoPlayer *self)
{
  if (!myo_player_is_active (self))
    return FALSE;

  myo_player_tick (self);
  if (self->paused)
    run_on (self);

  return myo_player_is_active (self);
}

void
myo_player_skip (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (!take_command (self))
    return;

  if (self->state == MYO_PLAYER_HOLD)
    myo_player_leave_hold (self, MYO_END_SKIPPED, 0);
  else
    myo_player_enter_move (self, self->index + 1, 0, FALSE);
  myo_player_changed (self);
}

void
myo_player_next (MyoPlayer *self)
{
  myo_player_skip (self);
}

/* The hold to do once more: the current one, or the last timed one before it. */
static guint
move_to_repeat (MyoPlayer *self)
{
  guint index = self->index;

  if (self->state != MYO_PLAYER_WAIT)
    return index;

  while (index > 0 && myo_routine_get_move (self->routine, index)->hold_ms == 0)
    index--;

  return myo_routine_get_move (self->routine, index)->hold_ms > 0 ? index : self->index;
}

void
myo_player_repeat (MyoPlayer *self)
{
  int pressure;

  g_return_if_fail (MYO_IS_PLAYER (self));

  if (!take_command (self))
    return;

  pressure = self->pressure;
  if (self->state == MYO_PLAYER_HOLD)
    myo_player_finish_hold (self, MYO_END_SKIPPED);
  myo_player_enter_move (self, move_to_repeat (self), 0, TRUE);
  if (pressure >= 0 && self->pressure >= 0)
    self->pressure = pressure;
  myo_player_changed (self);
}

void
myo_player_release (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (!take_command (self) || self->state != MYO_PLAYER_HOLD)
    return;

  myo_player_leave_hold (self, MYO_END_RELEASED, 0);
  myo_player_changed (self);
}

/* @end: of a hold under way */
static void
end_early (MyoPlayer *self,
           MyoEnd     end)
{
  if (!myo_player_is_active (self))
    return;

  myo_player_tick (self);
  if (!myo_player_is_active (self))
    return;

  if (self->state == MYO_PLAYER_HOLD)
    myo_player_finish_hold (self, self->interrupted ? MYO_END_INTERRUPTED : end);
  self->paused = FALSE;
  myo_player_enter_phase (self, MYO_PLAYER_STOPPED, 0, 0);
  myo_player_changed (self);
}

void
myo_player_stop (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  end_early (self, MYO_END_STOPPED);
}

void
myo_player_interrupt (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  end_early (self, MYO_END_INTERRUPTED);
}

void
myo_player_change_pressure (MyoPlayer *self,
                            int        by,
                            int        ceiling)
{
  int pressure;

  g_return_if_fail (MYO_IS_PLAYER (self));

  if (self->pressure < 0)
    return;

  /* The ceiling stops "more"; it never raises or lowers by itself. */
  pressure = CLAMP (self->pressure + by, 0, MAX (MIN (ceiling, 10), by < 0 ? self->pressure : 0));
  if (pressure == self->pressure)
    return;

  self->pressure = pressure;
  myo_player_changed (self);
}

void
myo_player_set_twitch (MyoPlayer *self,
                       gboolean   twitch)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  self->twitch = !!twitch;
}

void
myo_player_set_known_pain (MyoPlayer *self,
                           gboolean   known_pain)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  self->known_pain = !!known_pain;
}

/* --- Looking --- */

gboolean
myo_player_is_timed (MyoPlayer *self)
{
  return self->state == MYO_PLAYER_ANNOUNCE || self->state == MYO_PLAYER_HOLD || self->state == MYO_PLAYER_REST;
}

MyoPlayerState
myo_player_get_state (MyoPlayer *self)
{
  return self->state;
}

gboolean
myo_player_get_paused (MyoPlayer *self)
{
  return self->paused;
}

gboolean
myo_player_get_interrupted (MyoPlayer *self)
{
  return self->interrupted;
}

gboolean
myo_player_is_active (MyoPlayer *self)
{
  return myo_player_is_timed (self) || self->state == MYO_PLAYER_WAIT;
}

MyoRoutine *
myo_player_get_routine (MyoPlayer *self)
{
  return self->routine;
}

guint
myo_player_get_move_index (MyoPlayer *self)
{
  return self->index;
}

const MyoMove *
myo_player_get_move (MyoPlayer *self)
{
  return self->routine != NULL ? myo_routine_get_move (self->routine, self->index) : NULL;
}

int
myo_player_get_pressure (MyoPlayer *self)
{
  return self->pressure;
}

gboolean
myo_player_get_twitch (MyoPlayer *self)
{
  return self->twitch;
}

gboolean
myo_player_get_known_pain (MyoPlayer *self)
{
  return self->known_pain;
}

gint64
myo_player_get_phase_ms (MyoPlayer *self)
{
  return myo_player_is_timed (self) ? self->phase_us / 1000 : 0;
}

gint64
myo_player_get_left_ms (MyoPlayer *self)
{
  gint64 run = self->run_us;

  if (!myo_player_is_timed (self))
    return 0;

  if (!self->paused)
    run += CLAMP (myo_clock_now (self->clock) - self->seen_at, 0, MYO_PLAYER_GAP_US);

  return MAX ((self->phase_us - run) / 1000, 0);
}

gint64
myo_player_get_total_left_ms (MyoPlayer *self)
{
  const MyoMove *move = myo_player_get_move (self);
  gint64 left = myo_player_get_left_ms (self);

  if (move == NULL || !myo_player_is_active (self))
    return 0;

  if (self->state == MYO_PLAYER_ANNOUNCE)
    left += move->hold_ms + move->rest_ms;
  else if (self->state == MYO_PLAYER_HOLD)
    left += move->rest_ms;

  return left + myo_routine_get_duration_ms (self->routine, self->index + 1);
}

/* --- Class --- */

static void
myo_player_finalize (GObject *object)
{
  MyoPlayer *self = MYO_PLAYER (object);

  g_clear_object (&self->routine);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (myo_player_parent_class)->finalize (object);
}

static void
myo_player_class_init (MyoPlayerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = myo_player_finalize;

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CUE] = g_signal_new ("cue", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[HOLD_FINISHED] = g_signal_new ("hold-finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
myo_player_init (MyoPlayer *self)
{
  self->pressure = -1;
  self->counted = MYO_PLAYER_COUNTED_SECONDS + 1;
}

MyoPlayer *
myo_player_new (MyoClock *clock)
{
  MyoPlayer *self = g_object_new (MYO_TYPE_PLAYER, NULL);

  self->clock = clock != NULL ? g_object_ref (clock) : myo_clock_new ();

  return self;
}
