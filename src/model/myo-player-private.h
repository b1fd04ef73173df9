/* What the files of the player share: its state, and the ways from one phase to the next.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-player.h"

G_BEGIN_DECLS

#define MYO_PLAYER_COUNTED_SECONDS 3

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
  int            counted;         /* second of the count that was last cued; MYO_PLAYER_COUNTED_SECONDS + 1 when none yet */

  int            pressure;
  gboolean       twitch, known_pain;
  gint64         hold_started_at; /* µs since 1970 */
};

/** myo_player_is_timed: Returns: whether the current phase ends by itself */
gboolean myo_player_is_timed      (MyoPlayer *self);

/** myo_player_changed: emits `changed` */
void     myo_player_changed       (MyoPlayer *self);
/** myo_player_cue: emits `cue`; @late: µs after its moment */
void     myo_player_cue           (MyoPlayer *self, MyoCue cue, gint64 late);
/** myo_player_hold_finished: emits `hold-finished` */
void     myo_player_hold_finished (MyoPlayer *self, MyoHold *hold);

/** myo_player_enter_phase: @head_start: µs that have already gone by since the phase should have begun, so that nothing drifts */
void     myo_player_enter_phase   (MyoPlayer *self, MyoPlayerState state, gint64 length_us, gint64 head_start);
/** myo_player_enter_move: begins move @index, or ends the routine when there is none.
 * @head_start: as of myo_player_enter_phase(); @hands_off: the hands are not in place yet, whatever came before */
void     myo_player_enter_move    (MyoPlayer *self, guint index, gint64 head_start, gboolean hands_off);
/** myo_player_finish_hold: tells of the hold under way that it ended as @end */
void     myo_player_finish_hold   (MyoPlayer *self, MyoEnd end);
/** myo_player_leave_hold: finishes it and goes on, to the rest after it or to the next move; @head_start: as above */
void     myo_player_leave_hold    (MyoPlayer *self, MyoEnd end, gint64 head_start);

G_END_DECLS
