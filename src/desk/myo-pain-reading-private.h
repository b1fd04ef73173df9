/* Stored drawings, read in a thread: a file, or texts of the records.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-errand.h"

G_BEGIN_DECLS

/** myo_pain_reading_send_file: has @file read for @owner; see myo_errand_send().
 * @done: gets a #GPtrArray of one #MyoPainDrawing, or %NULL with an error (%MYO_ERROR_PAIN_DRAWING, or GIO's) */
void myo_pain_reading_send_file  (gpointer owner, GCancellable **slot, MyoAtlas *atlas, GFile *file, MyoErrandDone done);
/** myo_pain_reading_send_texts: the same for @before and @after: (nullable): texts of the records, copied; one or two drawings */
void myo_pain_reading_send_texts (gpointer owner, GCancellable **slot, MyoAtlas *atlas, const char *before, const char *after,
                                  MyoErrandDone done);

G_END_DECLS
