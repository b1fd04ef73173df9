/* The end of the program without a screen, whoever asks for it.
 *
 *   Ctrl+Q, the window is closed ──┐ a person is there
 *                                  ├─▸ 1 the stroke in the hand ends and is kept; the drawing is asked to be saved
 *   SIGTERM, SIGINT, SIGHUP,     ──┘ 2 what is being written for people (files, a print) comes to its end
 *   log-out: nobody may answer       3 the session is interrupted, to go on with; it and the drawing are written
 *                                    4 the window keeps its layout and goes, with all its dialogs; the records are closed; no thread
 *                                      of ours still works (see myo-application.c)
 *
 *           begin              all held is over          all is on the disk
 *   OPEN ──────────▸ FINISHING ────────────────▸ WRITING ──────────────────▸ ENDED
 *    ▴                   │                        ▴   │                        ▴
 *    └───────────────────┘                        │   ├── nobody is there: what could be is put aside, the rest is told by "lost"
 *     a person is there, and                      │   │
 *     something failed: they are told             │   └── a person is there ─▸ ASKING ── leave ──┘
 *                                                 └────────────────────────────┘ try again; stay leads back to OPEN
 *
 * Without a person, 3 begins at once, beside 2.  A person who asks again changes nothing.  When it is asked again because nobody may be
 * there any more, what a person began goes on without them, and nothing waits for 2, which may hang, as on a drive that is gone.
 *
 * What cannot be written when nobody can be asked: the drawing goes into a file in another folder, from where the next start takes it; of a
 * session all that was written before is in the records and can be gone on with, and that its last part is not is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-desk.h"
#include "myo-session-desk.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_ENDING_OPEN,
  MYO_ENDING_FINISHING,
  MYO_ENDING_WRITING,
  MYO_ENDING_ASKING,
  MYO_ENDING_ENDED,
} MyoEndingState;

#define MYO_TYPE_ENDING_STATE (myo_ending_state_get_type ())
GType myo_ending_state_get_type (void);

#define MYO_TYPE_ENDING (myo_ending_get_type ())
G_DECLARE_FINAL_TYPE (MyoEnding, myo_ending, MYO, ENDING, GObject)

/* Property, read only
 *   state (MyoEndingState)   as drawn above
 * Signal
 *   lost (GError *)          could neither be written nor put aside, and nobody can be asked */

/** myo_ending_new: @pain, @sessions: kept referenced.  Returns: (transfer full) */
MyoEnding     *myo_ending_new         (MyoPainDesk *pain, MyoSessionDesk *sessions);

/** myo_ending_begin: @person: whether somebody can be told and asked; %FALSE also takes away whom a question waits for */
void           myo_ending_begin       (MyoEnding *self, gboolean person);
/** myo_ending_end_now: the same without a person; returns when it is ENDED, with the main context running so long */
void           myo_ending_end_now     (MyoEnding *self);
/** myo_ending_try_again: ASKING → WRITING */
void           myo_ending_try_again   (MyoEnding *self);
/** myo_ending_stay: ASKING → OPEN: the person keeps it in another way; a session that was interrupted is offered at the next start */
void           myo_ending_stay        (MyoEnding *self);
/** myo_ending_leave: ASKING → ENDED: without what could not be written */
void           myo_ending_leave       (MyoEnding *self);

/** myo_ending_hold: something is begun that the program may not end before: each is followed by one myo_ending_release() */
void           myo_ending_hold        (MyoEnding *self);
/** myo_ending_release: @worked: %FALSE: a person has been told that it failed, and stays */
void           myo_ending_release     (MyoEnding *self, gboolean worked);

/** myo_ending_get_state: Returns: as drawn above */
MyoEndingState myo_ending_get_state   (MyoEnding *self);
/** myo_ending_get_has_person: Returns: whether somebody can be told and asked */
gboolean       myo_ending_get_has_person (MyoEnding *self);
/** myo_ending_get_session_fault: Returns: (transfer none) (nullable): why what was recorded of sessions is not all on the disk */
const GError  *myo_ending_get_session_fault (MyoEnding *self);
/** myo_ending_get_drawing_fault: Returns: (transfer none) (nullable): why the drawing is not on the disk */
const GError  *myo_ending_get_drawing_fault (MyoEnding *self);

G_END_DECLS
