/* A complaint or a chapter on trigger points, to be read: warning signs, muscles to look at, what else it can be, sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-atlas.h"

G_BEGIN_DECLS

#define MYO_TYPE_CONDITION_PAGE (myo_condition_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoConditionPage, myo_condition_page, MYO, CONDITION_PAGE, GtkWidget)

/* Signal: show-muscle (const char *id): a muscle of the complaint was chosen */

void myo_condition_page_set_model      (MyoConditionPage *self, MyoAtlas *atlas);
void myo_condition_page_show_condition (MyoConditionPage *self, const MyoCondition *condition);
void myo_condition_page_show_topic     (MyoConditionPage *self, const MyoTopic *topic);

G_END_DECLS
