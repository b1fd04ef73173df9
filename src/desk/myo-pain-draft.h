/* The drawing that is being made, kept in the records so that it survives the end of the program.
 *
 * It is saved when it has rested, and loaded once when the records are open.  An empty drawing takes the draft away.
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

/* Signals
 *   restored ()        the drawing is that of last time
 *   failed (GError *)  the draft could not be read or saved; a fault of saving is told once until one succeeds again */

/** myo_pain_draft_new: @atlas: to check what is loaded; @records: may be opened later.
 * Returns: (transfer full): keeps @drawing from now on */
MyoPainDraft *myo_pain_draft_new        (MyoPainDrawing *drawing, MyoAtlas *atlas, MyoRecords *records, MyoClock *clock);
/** myo_pain_draft_load: has the drawing of last time looked for; whoever has begun to paint by the time it is found keeps that */
void          myo_pain_draft_load       (MyoPainDraft *self);
/** myo_pain_draft_flush: saves at once what would be saved when it has rested, or could not be saved when it had; for the end of the
 * program, and when the records can be written again */
void          myo_pain_draft_flush      (MyoPainDraft *self);
/** myo_pain_draft_get_is_new: Returns: whether something was painted since the program began; else the drawing is that of last time */
gboolean      myo_pain_draft_get_is_new (MyoPainDraft *self);

G_END_DECLS
