/* The same pain painted once more after a session, and how it differs from before, place by place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-pain-desk.h"

G_BEGIN_DECLS

#define MYO_TYPE_REPAINT_PAGE (myo_repaint_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoRepaintPage, myo_repaint_page, MYO, REPAINT_PAGE, GtkWidget)

/** myo_repaint_page_set_model: shows @comparison, one of @pain: with questions when the second drawing is being painted, else with the choice
 * which of the two stored ones the map shows */
void myo_repaint_page_set_model (MyoRepaintPage *self, MyoPainDesk *pain, MyoPainComparison *comparison);

G_END_DECLS
