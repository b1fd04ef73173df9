/* The records without a screen: opening them, what to ask when they are damaged, the history, the session that was cut off.
 *
 *             open              all is well
 *   CLOSED ─────────▶ OPENING ────────────────────────▶ READY      history, draft and what was cut off are looked for
 *                      ▲ │ │ │   read only, full disk
 *                      │ │ │ └────────────────────────▶ READABLE   history and draft are looked for
 *      restore         │ │ │     locked, too new, any other fault
 *      start anew      │ │ └──────────────────────────▶ REFUSED    Myomap goes on without records
 *                      │ │       damaged
 *                      │ └────────────────────────────▶ ASKING     what is damaged lies aside; "question" tells what can be done
 *                      └──────────────────────────────────┘
 *
 * In every state but READY nothing is written, and what is on the disk stays as it is.  Whoever shows this words the question and
 * the fault; the desk tells which.
 *
 * A fault that may pass – a full disk, a lock, missing rights – is looked at again, after growing pauses and whenever somebody asks:
 * READABLE and REFUSED become READY when the records can be opened for writing; what the session desk could not record meanwhile is
 * written, and only then is the fault gone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-history.h"
#include "myo-records.h"
#include "myo-session-desk.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_RECORDS_CLOSED,
  MYO_RECORDS_OPENING,
  MYO_RECORDS_ASKING,
  MYO_RECORDS_READY,
  MYO_RECORDS_READABLE,
  MYO_RECORDS_REFUSED,
} MyoRecordsState;

typedef enum
{
  MYO_RECORDS_ASK_NOTHING,
  MYO_RECORDS_ASK_RESTORE,       /* there is a backup: bring it back, or start anew */
  MYO_RECORDS_ASK_ANEW,          /* there is none: all that is left is to start anew */
} MyoRecordsQuestion;

#define MYO_TYPE_RECORDS_STATE (myo_records_state_get_type ())
GType myo_records_state_get_type (void);

#define MYO_TYPE_RECORDS_DESK (myo_records_desk_get_type ())
G_DECLARE_FINAL_TYPE (MyoRecordsDesk, myo_records_desk, MYO, RECORDS_DESK, GObject)

/* Properties, read only
 *   state (MyoRecordsState)  as drawn above; when READY or READABLE is told, what is kept may be asked for
 *   fault (GError)           why what is done is not recorded; NULL: it is
 *
 * Signal
 *   failed (GError *error)   something could not be read or written; also what the session desk could not record
 */

/** myo_records_desk_new: @records: kept referenced, not open yet; @sessions: is offered the session that was cut off; @clock: when a
 * fault is looked at again.
 * Returns: (transfer full): a desk whose history follows @sessions */
MyoRecordsDesk    *myo_records_desk_new              (MyoRecords *records, MyoSessionDesk *sessions, MyoClock *clock);

/** myo_records_desk_open: CLOSED → OPENING */
void               myo_records_desk_open             (MyoRecordsDesk *self);

/** myo_records_desk_restore: answers the question: the newest backup becomes the records; without one they start anew */
void               myo_records_desk_restore          (MyoRecordsDesk *self);

/** myo_records_desk_start_anew: answers the question: empty records take the place of the damaged ones, which stay aside */
void               myo_records_desk_start_anew       (MyoRecordsDesk *self);

/** myo_records_desk_try_again: looks at once whether what is done can be recorded now; "failed" tells when it still cannot.
 * Nothing happens without a fault */
void               myo_records_desk_try_again        (MyoRecordsDesk *self);

/** myo_records_desk_note_fault: @error: met by whichever desk; kept as the fault when it is one of the records, which lasts */
void               myo_records_desk_note_fault       (MyoRecordsDesk *self, const GError *error);

/** myo_records_desk_get_state: Returns: as drawn above */
MyoRecordsState    myo_records_desk_get_state        (MyoRecordsDesk *self);

/** myo_records_desk_get_question: Returns: what is to be asked; %MYO_RECORDS_ASK_NOTHING unless ASKING */
MyoRecordsQuestion myo_records_desk_get_question     (MyoRecordsDesk *self);

/** myo_records_desk_get_damaged_path: Returns: (transfer full) (nullable): where the damaged file lies */
char              *myo_records_desk_get_damaged_path (MyoRecordsDesk *self);

/** myo_records_desk_get_fault: Returns: (transfer none) (nullable): as the property says */
const GError      *myo_records_desk_get_fault        (MyoRecordsDesk *self);

/** myo_records_desk_get_history: Returns: (transfer none): the finished sessions; empty until the records are open */
MyoHistory        *myo_records_desk_get_history      (MyoRecordsDesk *self);

G_END_DECLS
