/* A question that a painted place raises before any muscle is named, or what to do because it was answered with yes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-atlas.h"
#include "myo-clock.h"
#include "myo-findings.h"

G_BEGIN_DECLS

#define MYO_TYPE_SCREENING_CARD (myo_screening_card_get_type ())
G_DECLARE_FINAL_TYPE (MyoScreeningCard, myo_screening_card, MYO, SCREENING_CARD, GtkWidget)

/* Signal: show-anyway (): the person wants to see the muscles in spite of the alarm */

void myo_screening_card_set_findings (MyoScreeningCard *self, MyoFindings *findings);
/** myo_screening_card_set_clock: another clock than the machine's */
void myo_screening_card_set_clock    (MyoScreeningCard *self, MyoClock *clock);
/** myo_screening_card_ask: shows the question of @flag; the answer goes into the findings */
void myo_screening_card_ask          (MyoScreeningCard *self, const MyoFlag *flag);
/** myo_screening_card_warn: shows the advice of @flag; @may_show: with a button for "show-anyway" */
void myo_screening_card_warn         (MyoScreeningCard *self, const MyoFlag *flag, gboolean may_show);

G_END_DECLS
