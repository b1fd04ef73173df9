/* Writes what a player does into the records.
 *
 * Between begin and finish the session is in the records with everything that has happened so far: the session when it begins,
 * every hold when it ends, the place to resume at whenever it changes, how it ended as soon as that is told.  Writes are asked for at once and in order, so a hold is
 * committed long before the next one ends; a session that was cut off is found again by myo_records_find_unfinished_async().
 *
 * When a write fails the session goes on.  The fault is told once per session ("failed"); what could not be written is kept and
 * tried again with the next thing to write, after pauses that grow, and when it is flushed, so that a passing fault (a locked file, a
 * full disk that is cleared) loses nothing; that it is written after all is told too ("caught-up").  While something fails it is
 * tried alone: who holds the file keeps each try waiting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-player.h"
#include "myo-records.h"

G_BEGIN_DECLS

#define MYO_TYPE_RECORDER (myo_recorder_get_type ())
G_DECLARE_FINAL_TYPE (MyoRecorder, myo_recorder, MYO, RECORDER, GObject)

/* Signals
 *   failed (GError *error)  something could not be recorded; at most once per session
 *   unwritten-changed ()    see myo_recorder_get_unwritten()
 *   caught-up ()            nothing is left of what failed and was told: it is in the records
 */

/** myo_recorder_new: follows @player from now on and writes to @records; all are kept referenced.
 * @clock: for the pauses.  Returns: (transfer full) */
MyoRecorder *myo_recorder_new          (MyoPlayer *player, MyoRecords *records, MyoClock *clock);

/** myo_recorder_begin: what the player does from now on belongs to @session, which is saved at once and kept referenced: new
 * (id 0), or one that was cut off and goes on.  Its end is taken away; a session still under way is finished as stopped. */
void         myo_recorder_begin        (MyoRecorder *self, MyoSession *session);

/** myo_recorder_tell_end: how the session under way, if any, ended as far as is known, which is written at once; it can still go on.
 * @pain_after: 0–10 or %MYO_PAIN_UNKNOWN; @end: why it ended; %MYO_END_NONE: it goes on */
void         myo_recorder_tell_end     (MyoRecorder *self, int pain_after, MyoEnd end);

/** myo_recorder_finish: ends the session under way, if any.
 * @pain_after: 0–10 or %MYO_PAIN_UNKNOWN; @end: why it ended, not %MYO_END_NONE */
void         myo_recorder_finish       (MyoRecorder *self, int pain_after, MyoEnd end);

/** myo_recorder_let_go: nothing more is recorded of the session under way, if any: without an end it is found again as cut off */
void         myo_recorder_let_go       (MyoRecorder *self);

/** myo_recorder_amend: writes @session, one that is in the records and not under way, once more: something of it has changed */
void         myo_recorder_amend        (MyoRecorder *self, MyoSession *session);

/** myo_recorder_get_session: Returns: (transfer none) (nullable): the session under way */
MyoSession  *myo_recorder_get_session  (MyoRecorder *self);

/** myo_recorder_get_unwritten: Returns: (transfer none) (nullable): why something is not in the records yet, which is tried again */
const GError *myo_recorder_get_unwritten (MyoRecorder *self);

/** myo_recorder_flush_async: waits for everything so far to be written; what had failed is tried once more.
 * @callback: called in this main context, to call myo_recorder_flush_finish() */
void         myo_recorder_flush_async  (MyoRecorder *self, GAsyncReadyCallback callback, gpointer data);
/** myo_recorder_flush_finish: Returns: whether everything is in the records; else @error is that of the last write that failed */
gboolean     myo_recorder_flush_finish (MyoRecorder *self, GAsyncResult *result, GError **error);

/** myo_recorder_flush: the same, waiting here; runs the main context so long.  For the end of the program.  Returns: as above */
gboolean     myo_recorder_flush        (MyoRecorder *self, GError **error);

G_END_DECLS
