/* Checks one muscle by hand: how to find its point, what to look for, what the answers mean.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-atlas.h"
#include "myo-findings.h"

G_BEGIN_DECLS

#define MYO_TYPE_CHECK_PAGE (myo_check_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoCheckPage, myo_check_page, MYO, CHECK_PAGE, GtkWidget)

/* Signals
 *   treat (const char *muscle, int side, const char *point)   the person wants to choose a technique; @point may be NULL
 *   done ()                                                   back to the list
 */

void myo_check_page_set_model (MyoCheckPage *self, MyoAtlas *atlas, MyoFindings *findings);
/** myo_check_page_show: @point_id: (nullable): the point to look for; else the first of the muscle */
void myo_check_page_show      (MyoCheckPage *self, MyoMuscle *muscle, MyoSide side, const char *point_id);

G_END_DECLS
