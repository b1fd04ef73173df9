/* The painted pain in words, what is to be asked first, and which muscles may explain it, best first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-pain-desk.h"

G_BEGIN_DECLS

#define MYO_TYPE_ANSWER_PAGE (myo_answer_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoAnswerPage, myo_answer_page, MYO, ANSWER_PAGE, GtkWidget)

/* Signals
 *   check (const char *muscle, int side, const char *point)   a muscle is to be checked; @point may be NULL
 *   show-condition (const char *id)                           what else it can be
 *   list-regions ()                                           the person wants to mark places in a list
 */

void myo_answer_page_set_model (MyoAnswerPage *self, MyoPainDesk *pain, MyoPlaceDesk *places);

G_END_DECLS
