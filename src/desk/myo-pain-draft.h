/* The drawing that is being made, kept in the records so that it survives the end of the program.
 *
 * It is saved when it has rested, and loaded once when the records are open; what is found is read in a thread.  Nothing is saved before
 * that: what the records have is told before another takes its place, also when they come late or others take their place.  An empty drawing
 * takes the draft away.  What could not be saved is tried again; at the end of the program it can be put aside, from where it is loaded the
 * next time, and goes into the records.  What cannot be read, or is more than a drawing may hold, is put into the same folder under a name of
 * its own and told, for the next draft takes its place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-clock.h"
#include "myo-pain-drawing.h"
#include "myo-records.h"

G_BEGIN_DECLS

/** MYO_DRAFT_RESTS_US: a drawing that rests this long is saved; so little of it is lost when the program ends without notice: µs */
#define MYO_DRAFT_RESTS_US (1500 * 1000)

#define MYO_TYPE_PAIN_DRAFT (myo_pain_draft_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainDraft, myo_pain_draft, MYO, PAIN_DRAFT, GObject)

/** MYO_DRAFT_RETRIES_US: what could not be saved is tried again after this long: µs */
#define MYO_DRAFT_RETRIES_US (30 * 1000 * 1000)

/* Signals
 *   found (MyoPainDrawing *)   that of last time
 *   settled ()         last time's was looked for, and is there or is not
 *   failed (GError *)  the draft could not be read or saved; a fault of saving is told once until one succeeds again */

/** myo_pain_draft_new: @atlas: to check what is loaded; @records: may be opened later.
 * Returns: (transfer full): keeps @drawing from now on */
MyoPainDraft *myo_pain_draft_new        (MyoPainDrawing *drawing, MyoAtlas *atlas, MyoRecords *records, MyoClock *clock);
/** myo_pain_draft_load: has the drawing of last time looked for */
void          myo_pain_draft_load       (MyoPainDraft *self);
/** myo_pain_draft_load_aside: the same while the records cannot be read: only what was put aside is looked for */
void          myo_pain_draft_load_aside (MyoPainDraft *self);
/** myo_pain_draft_save_now: what would be saved when it has rested, or be tried again, is asked for at once */
void          myo_pain_draft_save_now     (MyoPainDraft *self);
/** myo_pain_draft_reload: other records have taken the place of those that were open: the drawing becomes theirs, be it an empty one */
void          myo_pain_draft_reload     (MyoPainDraft *self);
/** myo_pain_draft_flush_async: saves at once what is not saved yet, whatever was told of the records; for the end of the program */
void          myo_pain_draft_flush_async  (MyoPainDraft *self, GAsyncReadyCallback callback, gpointer data);
/** myo_pain_draft_flush_finish: Returns: whether the drawing is in the records, or empty; else why it is not (%MYO_ERROR) */
gboolean      myo_pain_draft_flush_finish (MyoPainDraft *self, GAsyncResult *result, GError **error);
/** myo_pain_draft_set_aside: @file: on this machine, beside no records: where myo_pain_draft_put_aside() puts it and myo_pain_draft_load()
 * looks first */
void          myo_pain_draft_set_aside  (MyoPainDraft *self, GFile *file);
/** myo_pain_draft_put_aside: for the end of the program, when the records cannot take it; blocking.
 * Returns: whether the drawing lies aside, or is empty; else @error, as of myo_private_file_write() */
gboolean      myo_pain_draft_put_aside  (MyoPainDraft *self, GError **error);
/** myo_pain_draft_restore: shows @drawing, which was found; can be undone */
void          myo_pain_draft_restore    (MyoPainDraft *self, MyoPainDrawing *drawing);
/** myo_pain_draft_get_is_new: Returns: whether something was painted since the program began; else the drawing is that of last time */
gboolean      myo_pain_draft_get_is_new (MyoPainDraft *self);

G_END_DECLS
