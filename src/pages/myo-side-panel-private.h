/* Shared by the files of the side panel: -pain (the pages about the pain that is painted).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-side-panel.h"

G_BEGIN_DECLS

struct _MyoSidePanel
{
  GtkWidget parent_instance;

  MyoAtlas     *atlas;
  MyoPlaceDesk *places;
  MyoWay       *way;
  MyoPainStudy *study;

  GtkWidget *box, *top_box, *back_button, *search_entry, *stack, *home_page, *condition_page;
  GtkWidget *results_page, *place_page, *place_button, *muscle_box, *muscle_page, *session_page;
  GtkWidget *answer_page, *region_list, *check_page, *repaint_page, *pair_page;
};

void     myo_side_panel_show_condition  (MyoSidePanel *self, const char *id);

/* -pain */
void     myo_side_panel_connect_pain    (MyoSidePanel *self);
void     myo_side_panel_set_pain_models (MyoSidePanel *self, MyoPainTool *tool, MyoSelection *selection);

G_END_DECLS
