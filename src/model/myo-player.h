/* Leads through a routine.
 *
 *            start                 hold_ms > 0                       0
 *   IDLE ───────────▶ enter move ───────────────▶ ANNOUNCE ────────────▶ HOLD ──▶ REST (more repetitions)
 *                        ▲  │                     (get ready)             │        │
 *                        │  │ hold_ms = 0                                 │        │
 *                        │  └────────────▶ WAIT ──next──┐                 │        │
 *                        └───────────────────────────────┴──── next move ─┴────────┘
 *   past the last move: DONE.   stop or interrupt from anywhere: STOPPED.
 *
 * What holds in each state
 *   ANNOUNCE, HOLD, REST   timed: `phase_ms` is planned, what is left counts down only while not paused
 *   WAIT                   nothing runs; myo_player_next() goes on
 *   paused                 an own property, possible in the three timed states; nothing counts
 *   HOLD                   the only state in which hold time is counted, and it is counted between ticks: when the clock jumped
 *                          (suspend, stopped process) the jump does not count and the player pauses with `interrupted` set
 *
 * Time comes from a #MyoClock; the owner calls myo_player_tick() when it asks to be called.  Phases follow each other without
 * drift: a late tick starts the next phase at the moment the last one should have ended.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-clock.h"
#include "myo-routine.h"
#include "myo-session.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_PLAYER_IDLE,
  MYO_PLAYER_ANNOUNCE,
  MYO_PLAYER_WAIT,
  MYO_PLAYER_HOLD,
  MYO_PLAYER_REST,
  MYO_PLAYER_DONE,
  MYO_PLAYER_STOPPED,
} MyoPlayerState;

typedef enum
{
  MYO_CUE_COUNT_IN,          /* each of the last three seconds before a hold */
  MYO_CUE_START,             /* a hold begins */
  MYO_CUE_LAST_SECONDS,      /* each of the last three seconds of a hold of ten seconds or more */
  MYO_CUE_END,               /* a hold ended: let go */
  MYO_CUE_DONE,              /* the routine is at its end */
} MyoCue;
#define MYO_N_CUES 5

/* A clock that jumps further than this between two ticks was interrupted: no hold time is counted for it. */
#define MYO_PLAYER_GAP_US (2 * G_USEC_PER_SEC)

#define MYO_TYPE_PLAYER (myo_player_get_type ())
G_DECLARE_FINAL_TYPE (MyoPlayer, myo_player, MYO, PLAYER, GObject)

/* Signals
 *   changed ()                     state, move, pause, pressure or interruption changed
 *   cue (MyoCue cue, gint64 late)  to be heard and seen now; @late: µs after its moment
 *   hold-finished (MyoHold *hold)  a hold ended for whatever reason; borrowed
 */

/** myo_player_new: @clock: (nullable): the machine's own when %NULL
 * Returns: (transfer full): idle, without a routine */
MyoPlayer      *myo_player_new              (MyoClock *clock);

/** myo_player_start: begins @routine at move @from (0, or where an interrupted session is to go on) */
void            myo_player_start            (MyoPlayer *self, MyoRoutine *routine, guint from);

/** myo_player_tick: moves on with the clock.
 * Returns: µs until it wants to be called again, -1 when nothing runs */
gint64          myo_player_tick             (MyoPlayer *self);

/** myo_player_pause: stops the time of a timed state until myo_player_resume() or another command; elsewhere it does nothing */
void            myo_player_pause            (MyoPlayer *self);
/** myo_player_resume: ends a pause, also one after an interruption; what went by meanwhile does not count */
void            myo_player_resume           (MyoPlayer *self);
/** myo_player_next: what waits for the person is done: goes on.  In a timed state like myo_player_skip() */
void            myo_player_next             (MyoPlayer *self);
/** myo_player_skip: on to the next move; a hold under way ends as skipped */
void            myo_player_skip             (MyoPlayer *self);
/** myo_player_repeat: the current move from its start, or, in a rest or while waiting, the last hold once more */
void            myo_player_repeat           (MyoPlayer *self);
/** myo_player_release: the spot has softened: ends the hold early and goes on */
void            myo_player_release          (MyoPlayer *self);
/** myo_player_stop: ends the routine, because the person wants it; a hold under way ends as stopped */
void            myo_player_stop             (MyoPlayer *self);
/** myo_player_interrupt: ends the routine, because the program ends; a hold under way ends as interrupted */
void            myo_player_interrupt        (MyoPlayer *self);
/** myo_player_change_pressure: the client's "less" (-1) or "more" (+1); stays within 0 and @ceiling of 10 */
void            myo_player_change_pressure  (MyoPlayer *self, int by, int ceiling);
/** myo_player_set_twitch: whether a local twitch was felt in this hold; each hold begins without */
void            myo_player_set_twitch       (MyoPlayer *self, gboolean twitch);
/** myo_player_set_known_pain: whether the pain of this hold is one's own; each hold begins without */
void            myo_player_set_known_pain   (MyoPlayer *self, gboolean known_pain);

/** myo_player_get_state: Returns: where it is in its routine; a pause does not show here */
MyoPlayerState  myo_player_get_state        (MyoPlayer *self);
/** myo_player_get_paused: Returns: whether the time of a timed state stands still */
gboolean        myo_player_get_paused       (MyoPlayer *self);
/** myo_player_get_interrupted: Returns: whether it paused by itself because the machine slept or the program stood still */
gboolean        myo_player_get_interrupted  (MyoPlayer *self);
/** myo_player_is_active: Returns: whether a routine is under way: in a timed state, paused or not, or waiting */
gboolean        myo_player_is_active        (MyoPlayer *self);
/** myo_player_get_routine: Returns: (transfer none) (nullable): the one that was started last */
MyoRoutine     *myo_player_get_routine      (MyoPlayer *self);
/** myo_player_get_move_index: Returns: the place of the current move in the routine; past the last one when it is done */
guint           myo_player_get_move_index   (MyoPlayer *self);
/** myo_player_get_move: Returns: (transfer none) (nullable): the current move; %NULL without a routine and when it is done */
const MyoMove  *myo_player_get_move         (MyoPlayer *self);
/** myo_player_get_pressure: Returns: 0–10 as changed by the client, -1 when the step names none */
int             myo_player_get_pressure     (MyoPlayer *self);
/** myo_player_get_twitch: Returns: as set for this hold, or for the last one */
gboolean        myo_player_get_twitch       (MyoPlayer *self);
/** myo_player_get_known_pain: Returns: as set for this hold, or for the last one */
gboolean        myo_player_get_known_pain   (MyoPlayer *self);
/** myo_player_get_phase_ms: Returns: planned length of the current state, 0 when untimed */
gint64          myo_player_get_phase_ms     (MyoPlayer *self);
/** myo_player_get_left_ms: Returns: ms: what is left of the current state at this moment */
gint64          myo_player_get_left_ms      (MyoPlayer *self);
/** myo_player_get_total_left_ms: Returns: ms: what is left of the whole routine at this moment; what waits for the person counts 0 */
gint64          myo_player_get_total_left_ms (MyoPlayer *self);

G_END_DECLS
