/* The pain that is painted: with what, what it tells, where it is kept, and how it changed.
 *
 *   paint ──▸ the drawing of the study ──▸ answer, check, treatment ──▸ a session takes a copy along ──▸ painted anew after it
 *                 │      ▴
 *                 ▾      │
 *       draft in the records; files: XML to open again, PDF, PNG and SVG to hand over; paper
 *
 * Brings the pages about pain to the front of the way.  One stored drawing may be looked at on the map in place of the one that is made; it
 * cannot be painted on, and what cannot be seen cannot be changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-comparison.h"
#include "myo-pain-draft.h"
#include "myo-pain-handout.h"
#include "myo-pain-tool.h"
#include "myo-place-desk.h"
#include "myo-records.h"
#include "myo-screening-desk.h"
#include "myo-session.h"
#include "myo-way.h"

G_BEGIN_DECLS

#define MYO_TYPE_PAIN_DESK (myo_pain_desk_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainDesk, myo_pain_desk, MYO, PAIN_DESK, GObject)

/* Signals
 *   changed ()                     what can be undone, cleared or exported, which drawing the map shows, or whether one is being read
 *   rested ()                      nothing was painted or found for a while: what is costly to tell can be told
 *   put-away (MyoPainDrawing *)    the drawing that had to make room for a new one, or that of last time when something was painted before
 *                                  it came; can be brought back
 *   opened ()                      what was asked for, a file or a pair of the history, is shown
 *   draft-restored ()              the drawing is that of last time
 *   draft-settled ()               that of last time was looked for: it is there, or there is none
 *   repainted (MyoSession *)       the session has its drawing of afterwards and is to be written once more
 *   failed (GError *)              something could not be done */

/** myo_pain_desk_new: @way: to bring pages to the front; @records: where the draft is kept, may be opened later; @clock: when the drawing rests.
 * Returns: (transfer full): with an empty drawing */
MyoPainDesk       *myo_pain_desk_new                (MyoAtlas *atlas, MyoDrawings *drawings, MyoPlaceDesk *places, MyoWay *way,
                                                     MyoRecords *records, MyoClock *clock);
/** myo_pain_desk_get_study: Returns: (transfer none) */
MyoPainStudy      *myo_pain_desk_get_study          (MyoPainDesk *self);
/** myo_pain_desk_get_screening: Returns: (transfer none): what comes before muscles are named */
MyoScreeningDesk  *myo_pain_desk_get_screening      (MyoPainDesk *self);
/** myo_pain_desk_get_tool: Returns: (transfer none): what is in the hand */
MyoPainTool       *myo_pain_desk_get_tool           (MyoPainDesk *self);
/** myo_pain_desk_await_rest: has `rested` emitted when nothing has changed for the next while, as it is after each change */
void               myo_pain_desk_await_rest         (MyoPainDesk *self);

/* --- Painting --- */

/** myo_pain_desk_paint: the person wants to paint: takes the brush and brings to the front what it tells */
void               myo_pain_desk_paint              (MyoPainDesk *self);
/** myo_pain_desk_undo, myo_pain_desk_redo, myo_pain_desk_clear: what is told to be possible by the three below */
void               myo_pain_desk_undo               (MyoPainDesk *self);
void               myo_pain_desk_redo               (MyoPainDesk *self);
void               myo_pain_desk_clear              (MyoPainDesk *self);
/** myo_pain_desk_can_undo, myo_pain_desk_can_redo, myo_pain_desk_can_clear: Returns: whether there is something, and it is in sight */
gboolean           myo_pain_desk_can_undo           (MyoPainDesk *self);
gboolean           myo_pain_desk_can_redo           (MyoPainDesk *self);
gboolean           myo_pain_desk_can_clear          (MyoPainDesk *self);
/** myo_pain_desk_toggle_region: marks a region as a whole as strong as the brush paints, or takes it away; @region: id */
void               myo_pain_desk_toggle_region      (MyoPainDesk *self, const char *region, MyoSide side);
/** myo_pain_desk_begin_new: another person, another pain: an empty drawing, nothing found; what was there is put away */
void               myo_pain_desk_begin_new          (MyoPainDesk *self);
/** myo_pain_desk_bring_back: shows @drawing, which was put away, again; can be undone */
void               myo_pain_desk_bring_back         (MyoPainDesk *self, MyoPainDrawing *drawing);

/* --- Draft and files --- */

/** myo_pain_desk_load_draft: has the drawing of last time looked for in the records, which are open now.  Who has begun to paint by the time it is
 * found and read keeps what was painted; the drawing of last time is put away beneath it, so that undoing all brings it back */
void               myo_pain_desk_load_draft         (MyoPainDesk *self);
/** myo_pain_desk_reload_draft: other records have taken the place of those that were open: the drawing becomes theirs, be it an empty one,
 * and no session of before is painted anew or shown any more */
void               myo_pain_desk_reload_draft       (MyoPainDesk *self);
/** myo_pain_desk_flush: saves at once what of the draft is not saved yet: when the records can be written again */
void               myo_pain_desk_flush              (MyoPainDesk *self);
/** myo_pain_desk_get_draft: Returns: (transfer none): what keeps the drawing from one start to the next */
MyoPainDraft      *myo_pain_desk_get_draft          (MyoPainDesk *self);
/** myo_pain_desk_open: reads the drawing of a file (XML) in a thread and then shows it as a new one, which can be undone.  What is asked for later,
 * here or of the history, takes its place.  `opened` follows; or `failed` (%MYO_ERROR_PAIN_DRAWING, or GIO's): nothing has changed then */
void               myo_pain_desk_open               (MyoPainDesk *self, GFile *file);
/** myo_pain_desk_is_reading: Returns: whether a drawing that was asked for is being read */
gboolean           myo_pain_desk_is_reading         (MyoPainDesk *self);
/** myo_pain_desk_cancel_reading: nobody wants it any more; nothing has changed */
void               myo_pain_desk_cancel_reading     (MyoPainDesk *self);
/** myo_pain_desk_can_export: Returns: whether there is something to save, export and print */
gboolean           myo_pain_desk_can_export         (MyoPainDesk *self);
/** myo_pain_desk_save_async: writes the drawing to @file, or to the one that myo_picture_format_complete() makes of it, whole or not at all and
 * in a thread: a page for people when its suffix asks for PDF, PNG or SVG, or XML, which myo_pain_desk_open() reads.  Faults: %MYO_ERROR_FORMAT;
 * %G_IO_ERROR_EXISTS when a suffix was added and there is a file of that name; %MYO_ERROR_SAVE; what cannot be drawn */
void               myo_pain_desk_save_async         (MyoPainDesk *self, GFile *file, GAsyncReadyCallback callback, gpointer data);
/** myo_pain_desk_save_finish: Returns: whether it is written */
gboolean           myo_pain_desk_save_finish        (MyoPainDesk *self, GAsyncResult *result, GError **error);
/** myo_pain_desk_make_handout: the page of the drawing with today's date; waits for the study when it is not ready.
 * Returns: (transfer full): or %NULL with @error when the body cannot be measured */
MyoPainHandout    *myo_pain_desk_make_handout       (MyoPainDesk *self, GError **error);

/* --- Before and after a session --- */

/** myo_pain_desk_describe_session: puts the drawing and its words into a session that begins, when it is about that pain: painted since the
 * program began, or explained by the session's muscle.  While the study is not ready they follow when it is */
void               myo_pain_desk_describe_session   (MyoPainDesk *self, MyoSession *session);
/** myo_pain_desk_offer_repaint: after @session: (nullable): has its drawing painted anew, as it feels now; nothing happens when it has none */
void               myo_pain_desk_offer_repaint      (MyoPainDesk *self, MyoSession *session);
/** myo_pain_desk_repaint_same: the pain is as it was before the session; ends the repainting */
void               myo_pain_desk_repaint_same       (MyoPainDesk *self);
/** myo_pain_desk_end_repaint: the drawing shows the pain as it is now */
void               myo_pain_desk_end_repaint        (MyoPainDesk *self);
/** myo_pain_desk_show_pair: reads the pain before and after a session of the history and brings it to the front, unless a session is there;
 * `opened` or `failed` follow as after myo_pain_desk_open() */
void               myo_pain_desk_show_pair          (MyoPainDesk *self, MyoSession *session);
/** myo_pain_desk_get_repaint: Returns: (transfer none): the pain before a session and as it is painted anew */
MyoPainComparison *myo_pain_desk_get_repaint        (MyoPainDesk *self);
/** myo_pain_desk_get_pair: Returns: (transfer none): the pain before and after a session of the history */
MyoPainComparison *myo_pain_desk_get_pair           (MyoPainDesk *self);
/** myo_pain_desk_look_at: which of the pair the map shows while it is in front: the second, if there is one, or the first */
void               myo_pain_desk_look_at            (MyoPainDesk *self, gboolean after);
/** myo_pain_desk_get_stored: Returns: (transfer none) (nullable): the stored drawing that the map shows; %NULL: the one that is made */
MyoPainDrawing    *myo_pain_desk_get_stored         (MyoPainDesk *self);

G_END_DECLS
