/* A session without a screen: from the choice of a technique to what is said of the change.
 *
 *           prepare, resume              begin                   stop, or past the last move
 *   IDLE ────────────────────▶ PREPARED ───────▶ RUNNING ─────────────────────────────────▶ AFTER
 *     ▲                           ▲  │              ▲  │                                    │  │
 *     │                           └──┘ prepare      └──┼──────────────── go on ─────────────┘  │
 *     └────────────────────────────────────────────────┴──── finish (AFTER); interrupt (all) ──┘
 *
 * What holds in each state
 *   IDLE      nothing is prepared, nothing recorded
 *   PREPARED  there is a routine; nothing is recorded yet, and the person may leave it as it is
 *   RUNNING   the player is active, the clock calls it, and what it does is in the records at once
 *   AFTER     the player is at its end or stopped, and so the session is recorded, with the pain after it as far as it is told;
 *             going on takes that end back
 * What is prepared anew while a session is RUNNING ends that one as stopped; one that is AFTER stays as it is recorded.
 *
 * What is in the records when the program ends, and what the next start makes of it
 *                        interrupted: closed, asked to end      killed
 *   IDLE, PREPARED       nothing new; what was cut off earlier, offered or prepared to go on with, is offered again
 *   RUNNING              all that was held, the hold under      all holds that ended; offered
 *                        way with its time; offered
 *   AFTER, at its end    done, with the pain as told; not offered
 *   AFTER, stopped       stopped, with the pain as told; not offered
 * What cannot be written then is told by myo_session_desk_close(); what was written before is there.
 *
 * It owns the player and its clock, the recorder and the session that was cut off.  Who shows it binds to its properties, sends
 * commands, and hears what is to be heard, seen or said at its moment.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-clock.h"
#include "myo-player.h"
#include "myo-records.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_SESSION_IDLE,
  MYO_SESSION_PREPARED,
  MYO_SESSION_RUNNING,
  MYO_SESSION_AFTER,
} MyoSessionState;

#define MYO_TYPE_SESSION_STATE (myo_session_state_get_type ())
GType myo_session_state_get_type (void);

/** MyoSessionTime: all in ms */
typedef struct
{
  gint64 left, phase;            /* of the count that runs now, and how long it is in all; 0 while nothing is counted */
  gint64 whole_left, whole;      /* of the whole session, and how long it was when it began; never 0 */
} MyoSessionTime;

#define MYO_TYPE_SESSION_DESK (myo_session_desk_get_type ())
G_DECLARE_FINAL_TYPE (MyoSessionDesk, myo_session_desk, MYO, SESSION_DESK, GObject)

/* Properties, notified when they change.  Texts are plain and translated, "" when there is nothing to say.  What stands below a
 * state is renewed in that state, and keeps what it was in the others.
 *   state (MyoSessionState)
 *   awake-reason (string)             why the screen must not go dark; "": it may
 *   unfinished (MyoSession)           one that was cut off and is offered, or NULL
 *   unwritten (GError)                why what was done last is not in the records yet, which is tried again; or NULL
 *   pain-before, pain-after (int)     0–10 or MYO_PAIN_UNKNOWN; may be written
 * PREPARED
 *   title, place, begin-label         the technique; where, how long, how hard; what begins it
 *   resuming (gboolean)               whether it goes on with one that was cut off
 * RUNNING
 *   banner, caption, kind, step, next, whole-left, pressure, toggle-label
 *   waiting (gboolean)                nothing is counted: it waits for the person
 *   holding (gboolean)                a hold is counted, or paused
 *   interrupted (gboolean)            it paused by itself, see #MyoPlayer
 *   known-pain, twitch (gboolean)     as told of this hold
 * AFTER
 *   ended, held, change               how it ended; what was held; what the change of the pain means
 *   can-go-on (gboolean)              it was stopped before its end
 *   anything-held (gboolean)          else there is nothing that the muscle is to recover from
 *
 * Signals
 *   changed ()                        another state, move, pause or pressure: all properties are as they should be
 *   ticked ()                         time went by: see myo_session_desk_get_time()
 *   cue (MyoCue cue, gint64 late)     to be heard and seen now; @late: µs after its moment
 *   said (const char *words)          to be said aloud now
 *   beginning (MyoSession *session)   a new one, about to be recorded: what else is known may be put in
 *   finished (MyoSession *session)    the person is through with it
 *   recorded ()                       what the finished sessions of the records are is another now, and written
 *   failed (GError *error)            something could not be recorded; at most once per session.  It is kept and tried again
 *   caught-up ()                      what could not be recorded, as was told, is recorded now
 */

/** myo_session_desk_new: @atlas, @records: kept referenced; @clock: (nullable): the machine's own when %NULL.
 * Returns: (transfer full): a desk with nothing on it */
MyoSessionDesk *myo_session_desk_new              (MyoAtlas *atlas, MyoRecords *records, MyoClock *clock);

/** myo_session_desk_set_limits: for what is prepared from now on.
 * @ready_ms: ms to get the hands in place before a hold; @pressure_ceiling: 0–10, beyond which "more" does not go */
void            myo_session_desk_set_limits       (MyoSessionDesk *self, int ready_ms, int pressure_ceiling);

/* --- Commands; one that the state does not know does nothing --- */

/** myo_session_desk_prepare: a new session.  One that was cut off and offered is offered again at the next start.
 * @technique: of @muscle; @point_id: (nullable): the point that is treated */
void            myo_session_desk_prepare          (MyoSessionDesk *self, MyoMuscle *muscle, const MyoTechnique *technique,
                                                   MyoSide side, const char *point_id);
/** myo_session_desk_offer: @session: one that was found cut off: it becomes "unfinished", at once or, while another is RUNNING or AFTER,
 * when that is finished.  The one that this desk has itself is no such */
void            myo_session_desk_offer            (MyoSessionDesk *self, MyoSession *session);
/** myo_session_desk_resume: prepares to go on with what is offered; nothing happens when that is not possible */
void            myo_session_desk_resume           (MyoSessionDesk *self);
/** myo_session_desk_end_unfinished: what is offered ends as interrupted, with what was held: it is in the history from then on */
void            myo_session_desk_end_unfinished   (MyoSessionDesk *self);
/** myo_session_desk_postpone: what is offered stays as it is in the records, and is offered again at the next start */
void            myo_session_desk_postpone         (MyoSessionDesk *self);
/** myo_session_desk_forget: other records have taken the place of those that were open: nothing of them is offered any more, and what was
 * prepared to go on with is prepared as a new session; not while one is under way */
void            myo_session_desk_forget           (MyoSessionDesk *self);
/** myo_session_desk_set_waiting: @waiting: whether other records are being put in place: what is to begin meanwhile begins when that is
 * over, unless it was to go on with one that is forgotten */
void            myo_session_desk_set_waiting      (MyoSessionDesk *self, gboolean waiting);
/** myo_session_desk_begin: PREPARED → RUNNING */
void            myo_session_desk_begin            (MyoSessionDesk *self);
/** myo_session_desk_toggle: what waits for the person goes on; else a pause begins or ends */
void            myo_session_desk_toggle           (MyoSessionDesk *self);
/** myo_session_desk_next: on to the next move, as myo_player_next() */
void            myo_session_desk_next             (MyoSessionDesk *self);
/** myo_session_desk_skip: on to the next move; a hold under way ends as skipped */
void            myo_session_desk_skip             (MyoSessionDesk *self);
/** myo_session_desk_repeat: this move from its start, or, in a rest or while waiting, the last hold once more */
void            myo_session_desk_repeat           (MyoSessionDesk *self);
/** myo_session_desk_release: the spot has softened: ends the hold early and goes on */
void            myo_session_desk_release          (MyoSessionDesk *self);
/** myo_session_desk_stop: RUNNING → AFTER */
void            myo_session_desk_stop             (MyoSessionDesk *self);
/** myo_session_desk_press: less (-1) or more (+1) pressure, within 0 and the ceiling */
void            myo_session_desk_press            (MyoSessionDesk *self, int by);
/** myo_session_desk_set_known_pain: @known_pain: whether this hold brings on the pain that the person knows */
void            myo_session_desk_set_known_pain   (MyoSessionDesk *self, gboolean known_pain);
/** myo_session_desk_set_twitch: @twitch: whether the muscle twitched in this hold */
void            myo_session_desk_set_twitch       (MyoSessionDesk *self, gboolean twitch);
/** myo_session_desk_go_on: AFTER → RUNNING, at the move at which it was stopped; one that is at its end stays there */
void            myo_session_desk_go_on            (MyoSessionDesk *self);
/** myo_session_desk_finish: AFTER → IDLE: the session is over, with the pain after it */
void            myo_session_desk_finish           (MyoSessionDesk *self);
/** myo_session_desk_amend: @session: a finished one of which something has changed: written once more */
void            myo_session_desk_amend            (MyoSessionDesk *self, MyoSession *session);
/** myo_session_desk_flush_async: waits until what was to be recorded so far is; what had failed is tried once more */
void            myo_session_desk_flush_async      (MyoSessionDesk *self, GAsyncReadyCallback callback, gpointer data);
/** myo_session_desk_flush_finish: Returns: whether all of it is in the records */
gboolean        myo_session_desk_flush_finish     (MyoSessionDesk *self, GAsyncResult *result, GError **error);
/** myo_session_desk_interrupt: for the end of the program: all → IDLE, as the table above says; the writes are asked for, not waited for */
void            myo_session_desk_interrupt        (MyoSessionDesk *self);
/** myo_session_desk_close: interrupts, and waits, with the main context running, until all is written.
 * Returns: whether everything is in the records */
gboolean        myo_session_desk_close            (MyoSessionDesk *self, GError **error);

/* --- Looking --- */

/** myo_session_desk_get_state: Returns: as drawn above */
MyoSessionState myo_session_desk_get_state        (MyoSessionDesk *self);
/** myo_session_desk_get_phase: Returns: what the player does */
MyoPlayerState  myo_session_desk_get_phase        (MyoSessionDesk *self);
/** myo_session_desk_get_paused: Returns: whether a pause holds the count up */
gboolean        myo_session_desk_get_paused       (MyoSessionDesk *self);
/** myo_session_desk_get_time: @time: (out): as of this moment */
void            myo_session_desk_get_time         (MyoSessionDesk *self, MyoSessionTime *time);
/** myo_session_desk_get_routine: Returns: (transfer none) (nullable): what was prepared last */
MyoRoutine     *myo_session_desk_get_routine      (MyoSessionDesk *self);
/** myo_session_desk_get_side: Returns: the side on which the hands are to be now */
MyoSide         myo_session_desk_get_side         (MyoSessionDesk *self);
/** myo_session_desk_can_press: Returns: whether myo_session_desk_press() with @by would change the pressure */
gboolean        myo_session_desk_can_press        (MyoSessionDesk *self, int by);
/** myo_session_desk_get_unfinished: Returns: (transfer none) (nullable): what is offered */
MyoSession     *myo_session_desk_get_unfinished   (MyoSessionDesk *self);
/** myo_session_desk_can_resume: Returns: whether what is offered can go on: the atlas may lack its muscle or its technique, as when a pack
 * was removed */
gboolean        myo_session_desk_can_resume       (MyoSessionDesk *self);

G_END_DECLS
