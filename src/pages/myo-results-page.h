/* The muscles that a search found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-muscle.h"

G_BEGIN_DECLS

#define MYO_TYPE_RESULTS_PAGE (myo_results_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoResultsPage, myo_results_page, MYO, RESULTS_PAGE, GtkWidget)

/* Signal: chosen (MyoMuscle *muscle) */

/** myo_results_page_show: @found: (element-type MyoMuscle): best first; says so when there is none */
void     myo_results_page_show         (MyoResultsPage *self, GPtrArray *found);
/** myo_results_page_choose_first: as if the first muscle of the list had been chosen, if there is one */
void     myo_results_page_choose_first (MyoResultsPage *self);
/** myo_results_page_focus_list: Returns: %FALSE when the list is empty */
gboolean myo_results_page_focus_list   (MyoResultsPage *self);

G_END_DECLS
