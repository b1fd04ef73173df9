/* What is said of a session, in each of its states: what a page shows, a stage shows to be read from afar, speech says.
 *
 * Pure functions; plain text, translated, no markup.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-player.h"

G_BEGIN_DECLS

/* --- When it was cut off --- */

/** myo_session_words_unfinished: @session: one that was cut off.
 * Returns: (transfer full): what it was, how much was held, and what becomes of it, or what @atlas lacks to go on with it */
char       *myo_session_words_unfinished (MyoAtlas *atlas, const MyoSession *session);

/* --- Before it begins --- */

/** myo_session_words_place: Returns: (transfer full): muscle and side, and on a second line where @routine is done, how long it takes and
 * how much pressure it asks for */
char       *myo_session_words_place    (MyoAtlas *atlas, MyoRoutine *routine);

/** myo_session_words_step: Returns: (transfer full): what @step asks for beside its text: "Press and hold · 3 × 30 s · pressure 5 of 10" */
char       *myo_session_words_step     (const MyoStep *step);

/* --- While it runs: @player is active --- */

/** myo_session_words_banner: Returns: (transfer full): where the hands are to be: muscle, side of the move, and the point when there is one */
char       *myo_session_words_banner   (MyoPlayer *player);

/** myo_session_words_caption: Returns: (transfer full): what the time that runs is for: "Get ready", "2 of 3", "Paused"; "" when nothing runs */
char       *myo_session_words_caption  (MyoPlayer *player);

/** myo_session_words_next: Returns: (transfer full): a sentence on what comes after this move */
char       *myo_session_words_next     (MyoPlayer *player);

/** myo_session_words_left: Returns: (transfer full): what is left of the whole session; "" when nothing timed is left */
char       *myo_session_words_left     (MyoPlayer *player);

/** myo_session_words_pressure: Returns: (transfer full): the pressure asked for now; "" when the step names none */
char       *myo_session_words_pressure (MyoPlayer *player);

/** myo_session_words_toggle: Returns: what the one great button does now */
const char *myo_session_words_toggle   (MyoPlayer *player);

/** myo_session_words_cue: Returns: (nullable): what is said aloud at @cue; %NULL: nothing */
const char *myo_session_words_cue      (MyoCue cue);

/* --- After it; @session: with its holds, of @routine; @done: whether it went to its end --- */

/** myo_session_words_ended: Returns: a heading: praise when all that was to be held was held */
const char *myo_session_words_ended    (MyoRoutine *routine, const MyoSession *session, gboolean done);

/** myo_session_words_held: Returns: (transfer full): how much was held; "" when nothing was to be held */
char       *myo_session_words_held     (MyoRoutine *routine, const MyoSession *session, gboolean done);

/** myo_session_words_change: what the change of the pain means.  A fall by 2 of 10, or by 30 %, is what people call an important
 * change (Farrar 2001, doi:10.1016/S0304-3959(01)00349-9).
 * @before, @after: 0–10 or %MYO_PAIN_UNKNOWN; @held: whether anything was held: else the session is not what changed it.
 * Returns: a sentence; "" while one of them is unknown */
const char *myo_session_words_change   (int before, int after, gboolean held);

G_END_DECLS
