/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-player.h"

/* Short holds get no warning of their end: it would fill half of them. */
#define LAST_SECONDS_FROM_MS 10000
#define COUNTED_SECONDS 3

struct _MyoPlayer
{
  GObject parent_instance;

  MyoClock      *clock;
  MyoRoutine    *routine;
  guint          index;           /* of the current move */
  MyoPlayerState state;
  gboolean       paused;
  gboolean       interrupted;

  gint64         phase_us;        /* planned */
  gint64         run_us;          /* spent in this phase up to `seen_at`, without pauses */
  gint64         seen_at;         /* clock at the last tick */
  gint64         asleep;          /* clock's sleep at the last tick */
  int            counted;         /* second of the count that was last cued; COUNTED_SECONDS + 1 when none yet */

  int            pressure;
  gboolean       twitch, known_pain;
  gint64         hold_started_at; /* µs since 1970 */
};

G_DEFINE_FINAL_TYPE (MyoPlayer, myo_player, G_TYPE_OBJECT)

enum { CHANGED, CUE, HOLD_FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Phases --- */

static gboolean
is_timed (MyoPlayer *self)
{
  return self->state == MYO_PLAYER_ANNOUNCE || self->state == MYO_PLAYER_HOLD || self->state == MYO_PLAYER_REST;
}

static void
cue (MyoPlayer *self,
     MyoCue     what,
     gint64     late)
{
  g_signal_emit (self, signals[CUE], 0, what, late);
}

/* @head_start: µs that have already gone by since the phase should have begun, so that nothing drifts */
static void
enter_phase (MyoPlayer      *self,
             MyoPlayerState  state,
             gint64          length_us,
             gint64          head_start)
{
  self->state = state;
  self->phase_us = length_us;
  self->run_us = head_start;
  self->counted = COUNTED_SECONDS + 1;
  if (state != MYO_PLAYER_HOLD)
    return;

  self->twitch = FALSE;
  self->known_pain = FALSE;
  self->hold_started_at = g_get_real_time () - head_start;
  cue (self, MYO_CUE_START, head_start);
}

static void
begin_hold (MyoPlayer *self,
            gint64     head_start)
{
  enter_phase (self, MYO_PLAYER_HOLD, (gint64) myo_player_get_move (self)->hold_ms * 1000, head_start);
}

/* @hands_off: the hands are not in place yet, whatever came before */
static void
enter_move (MyoPlayer *self,
            guint      index,
            gint64     head_start,
            gboolean   hands_off)
{
  const MyoMove *move = myo_routine_get_move (self->routine, index);
  const MyoMove *before = index > 0 ? myo_routine_get_move (self->routine, index - 1) : NULL;

  self->index = index;
  if (move == NULL)
    {
      enter_phase (self, MYO_PLAYER_DONE, 0, 0);
      cue (self, MYO_CUE_DONE, head_start);
      return;
    }

  /* What the client asked for goes with the step, through all its repetitions. */
  if (before == NULL || before->step != move->step || before->side != move->side)
    self->pressure = move->pressure;

  if (move->hold_ms == 0)
    enter_phase (self, MYO_PLAYER_WAIT, 0, 0);
  else if (hands_off || myo_routine_needs_ready (self->routine, index))
    enter_phase (self, MYO_PLAYER_ANNOUNCE, (gint64) myo_routine_get_ready_ms (self->routine) * 1000, head_start);
  else
    begin_hold (self, head_start);
}

static void
finish_hold (MyoPlayer *self,
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
  g_signal_emit (self, signals[HOLD_FINISHED], 0, hold);
}

static void
after_hold (MyoPlayer *self,
            MyoEnd     end,
            gint64     head_start)
{
  const MyoMove *move = myo_player_get_move (self);

  finish_hold (self, end);
  if (end == MYO_END_DONE || end == MYO_END_RELEASED)
    cue (self, MYO_CUE_END, head_start);

  if (move->rest_ms > 0 && end != MYO_END_SKIPPED)
    enter_phase (self, MYO_PLAYER_REST, (gint64) move->rest_ms * 1000, head_start);
  else
    enter_move (self, self->index + 1, head_start, FALSE);
}

static void
end_phase (MyoPlayer *self)
{
  gint64 head_start = self->run_us - self->phase_us;

  if (self->state == MYO_PLAYER_ANNOUNCE)
    begin_hold (self, head_start);
  else if (self->state == MYO_PLAYER_HOLD)
    after_hold (self, MYO_END_DONE, head_start);
  else
    enter_move (self, self->index + 1, head_start, FALSE);
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

  if (!counts_down (self) || second < 1 || second > COUNTED_SECONDS || second >= self->counted)
    return;

  self->counted = second;
  cue (self, self->state == MYO_PLAYER_HOLD ? MYO_CUE_LAST_SECONDS : MYO_CUE_COUNT_IN,
       second * G_USEC_PER_SEC - left);
}

static gint64
until_next_event (MyoPlayer *self)
{
  gint64 left = self->phase_us - self->run_us;
  gint64 next = left;

  if (!is_timed (self) || self->paused)
    return -1;

  if (counts_down (self))
    {
      gint64 next_second = (gint64) MIN (self->counted - 1, COUNTED_SECONDS) * G_USEC_PER_SEC;

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
  g_signal_emit (self, signals[CHANGED], 0);
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
  if (!is_timed (self) || self->paused)
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

  while (is_timed (self) && !self->paused && self->run_us >= self->phase_us)
    {
      end_phase (self);
      changed = TRUE;
    }

  if (is_timed (self) && !self->paused)
    count (self);
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);

  return until_next_event (self);
}

/* --- Commands --- */

void
myo_player_start (MyoPlayer  *self,
                  MyoRoutine *routine,
                  guint       from)
{
  g_return_if_fail (MYO_IS_PLAYER (self));
  g_return_if_fail (MYO_IS_ROUTINE (routine));

  g_set_object (&self->routine, routine);
  self->paused = FALSE;
  self->interrupted = FALSE;
  self->seen_at = myo_clock_now (self->clock);
  self->asleep = myo_clock_asleep (self->clock);
  if (myo_routine_get_move (routine, from) != NULL)
    self->pressure = myo_routine_get_move (routine, from)->pressure;
  enter_move (self, from, 0, TRUE);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_player_pause (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (self->paused || !is_timed (self))
    return;

  myo_player_tick (self);
  if (!is_timed (self))
    return;
  self->paused = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_player_resume (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (!self->paused)
    return;

  self->seen_at = myo_clock_now (self->clock);
  self->asleep = myo_clock_asleep (self->clock);
  self->paused = FALSE;
  self->interrupted = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Brings the time up to date before a command; a command also ends a pause. */
static gboolean
take_command (MyoPlayer *self)
{
  if (!myo_player_is_active (self))
    return FALSE;

  myo_player_tick (self);
  if (self->paused)
    {
      self->seen_at = myo_clock_now (self->clock);
      self->asleep = myo_clock_asleep (self->clock);
      self->paused = FALSE;
      self->interrupted = FALSE;
    }

  return myo_player_is_active (self);
}

void
myo_player_skip (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (!take_command (self))
    return;

  if (self->state == MYO_PLAYER_HOLD)
    after_hold (self, MYO_END_SKIPPED, 0);
  else
    enter_move (self, self->index + 1, 0, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
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
    finish_hold (self, MYO_END_SKIPPED);
  enter_move (self, move_to_repeat (self), 0, TRUE);
  if (pressure >= 0 && self->pressure >= 0)
    self->pressure = pressure;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_player_release (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (!take_command (self) || self->state != MYO_PLAYER_HOLD)
    return;

  after_hold (self, MYO_END_RELEASED, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_player_stop (MyoPlayer *self)
{
  g_return_if_fail (MYO_IS_PLAYER (self));

  if (!myo_player_is_active (self))
    return;

  myo_player_tick (self);
  if (self->state == MYO_PLAYER_HOLD)
    finish_hold (self, self->interrupted ? MYO_END_INTERRUPTED : MYO_END_STOPPED);
  self->paused = FALSE;
  enter_phase (self, MYO_PLAYER_STOPPED, 0, 0);
  g_signal_emit (self, signals[CHANGED], 0);
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
  g_signal_emit (self, signals[CHANGED], 0);
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
  return is_timed (self) || self->state == MYO_PLAYER_WAIT;
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
  return is_timed (self) ? self->phase_us / 1000 : 0;
}

gint64
myo_player_get_left_ms (MyoPlayer *self)
{
  gint64 run = self->run_us;

  if (!is_timed (self))
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
  self->counted = COUNTED_SECONDS + 1;
}

MyoPlayer *
myo_player_new (MyoClock *clock)
{
  MyoPlayer *self = g_object_new (MYO_TYPE_PLAYER, NULL);

  self->clock = clock != NULL ? g_object_ref (clock) : myo_clock_new ();

  return self;
}
