/* The records without a screen: opening them, what to ask when they are damaged or gone, the history, the session that was cut off.
 *
 *             open              all is well
 *   CLOSED ─────────▶ OPENING ────────────────────────▶ READY      history, draft and what was cut off are looked for
 *                      ▲ │ │ │   read only, full disk
 *                      │ │ │ └────────────────────────▶ READABLE   history and draft are looked for
 *      restore         │ │ │     locked, too new, foreign, any other fault
 *      start anew      │ │ └──────────────────────────▶ REFUSED    Myomap goes on without records
 *                      │ │       damaged, gone
 *                      │ └────────────────────────────▶ ASKING     "question" tells what can be done
 *                      └─────────────────────────────────┘ │ ▲
 *                  postpone; what was answered failed      ▼ │ try again
 *                                                     UNDECIDED    as REFUSED
 *
 * In every state but READY nothing is written, and what is on the disk stays as it is: as long as nobody has decided, the next start
 * asks the same.  Whoever shows this words the question and the fault; the desk tells which.
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
  MYO_RECORDS_UNDECIDED,
  MYO_RECORDS_READY,
  MYO_RECORDS_READABLE,
  MYO_RECORDS_REFUSED,
} MyoRecordsState;

/** MyoRecordsQuestion: how to go on */
typedef struct
{
  gboolean               lost;     /* they are gone, or empty; else damaged */
  const char            *damaged;  /* path of the damaged file; when they are gone, of one that was put aside before, or NULL */
  const MyoRecordsOffer *offer;    /* what can be brought back; NULL: all that is left is to start anew */
} MyoRecordsQuestion;

#define MYO_TYPE_RECORDS_STATE (myo_records_state_get_type ())
GType myo_records_state_get_type (void);

#define MYO_TYPE_RECORDS_DESK (myo_records_desk_get_type ())
G_DECLARE_FINAL_TYPE (MyoRecordsDesk, myo_records_desk, MYO, RECORDS_DESK, GObject)

/* Properties, read only
 *   state (MyoRecordsState)  as drawn above; when READY or READABLE is told, what is kept may be asked for
 *   fault (GError)           why what is done is not recorded; NULL: it is
 *
 * Signals
 *   brought-back ()         other records are in their place and open; told before the state
 *   failed (GError *error)   something could not be read or written; also what the session desk could not record
 */

/** myo_records_desk_new: @records: kept referenced, not open yet; @sessions: is offered the session that was cut off; @clock: when a
 * fault is looked at again.
 * Returns: (transfer full): a desk whose history follows @sessions */
MyoRecordsDesk    *myo_records_desk_new              (MyoRecords *records, MyoSessionDesk *sessions, MyoClock *clock);

/** myo_records_desk_open: CLOSED → OPENING */
void               myo_records_desk_open             (MyoRecordsDesk *self);

/** myo_records_desk_restore: answers the question: what is offered becomes the records; without an offer nothing happens */
void               myo_records_desk_restore          (MyoRecordsDesk *self);

/** myo_records_desk_start_anew: answers the question: empty records; what is damaged is put aside, and the backups stay */
void               myo_records_desk_start_anew       (MyoRecordsDesk *self);

/** myo_records_desk_try_again: looks at once whether what is done can be recorded now; "failed" tells when it still cannot.
 * Nothing happens without a fault.  What is undecided is asked again, unless it is mended by then */
void               myo_records_desk_try_again        (MyoRecordsDesk *self);

/** myo_records_desk_postpone: leaves the question open: ASKING → UNDECIDED; the fault tells why there are no records */
void               myo_records_desk_postpone         (MyoRecordsDesk *self);

/** myo_records_desk_bring_back_async: READY, READABLE, REFUSED, UNDECIDED → OPENING: puts a copy of @file in the place of the records, which are put
 * aside; history, draft and what was cut off are then those of @file.  Fails as busy
 * in other states and while a session is under way; a session that is to begin meanwhile waits */
void               myo_records_desk_bring_back_async  (MyoRecordsDesk *self, GFile *file, GAsyncReadyCallback callback, gpointer data);
/** myo_records_desk_bring_back_finish: Returns: whether that was done; else @error, and they are as they were */
gboolean           myo_records_desk_bring_back_finish (MyoRecordsDesk *self, GAsyncResult *result, GError **error);

/** myo_records_desk_note_fault: @error: met by whichever desk; kept as the fault when it is one of the records, which lasts */
void               myo_records_desk_note_fault       (MyoRecordsDesk *self, const GError *error);

/** myo_records_desk_get_state: Returns: as drawn above */
MyoRecordsState    myo_records_desk_get_state        (MyoRecordsDesk *self);

/** myo_records_desk_get_question: @question: (out caller-allocates): what is to be asked; valid until it is answered
 * Returns: whether there is a question: in ASKING */
gboolean           myo_records_desk_get_question     (MyoRecordsDesk *self, MyoRecordsQuestion *question);

/** myo_records_desk_get_fault: Returns: (transfer none) (nullable): as the property says */
const GError      *myo_records_desk_get_fault        (MyoRecordsDesk *self);

/** myo_records_desk_get_history: Returns: (transfer none): the finished sessions; empty until the records are open */
MyoHistory        *myo_records_desk_get_history      (MyoRecordsDesk *self);

G_END_DECLS
