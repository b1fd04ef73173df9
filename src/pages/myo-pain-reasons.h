/* What is said of a painted pain once the hand rests: which muscles explain it together, what none explains, what else it can be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-pain-study.h"

G_BEGIN_DECLS

#define MYO_TYPE_PAIN_REASONS (myo_pain_reasons_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainReasons, myo_pain_reasons, MYO, PAIN_REASONS, GtkWidget)

/* Signals
 *   check (const char *muscle, int side, const char *point)   a muscle of a set was chosen; @point may be NULL
 *   show-condition (const char *id)
 */

/** myo_pain_reasons_show: fills it with what @study says now; takes milliseconds, so not while one paints */
void myo_pain_reasons_show (MyoPainReasons *self, MyoPainStudy *study);

G_END_DECLS
