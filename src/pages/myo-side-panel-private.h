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
  MyoSelection *selection;
  MyoPainStudy *study;
  GPtrArray    *trail;          /* names of the pages one came from */
  gboolean      going_back;     /* a page is being chosen here; the selection does not choose another one */

  GtkWidget *box, *top_box, *back_button, *search_entry, *stack, *home_page, *condition_page;
  GtkWidget *results_page, *place_page, *place_button, *muscle_page, *session_page;
  GtkWidget *answer_page, *region_list, *check_page, *repaint_page, *pair_page;
};

/* Brings a page of the stack to the front; the one that was there becomes a step of the way back */
void     myo_side_panel_show_page       (MyoSidePanel *self, const char *name);
/* Nothing is selected any more, without leaving the page: what is painted is to be seen */
void     myo_side_panel_clear_selection (MyoSidePanel *self);
/* Whether @name is a page beside which nothing is selected on the map */
gboolean myo_side_panel_is_bare         (const char *name);
gboolean myo_side_panel_in_session      (MyoSidePanel *self);
void     myo_side_panel_show_condition  (MyoSidePanel *self, const char *id);

/* -pain */
void     myo_side_panel_connect_pain    (MyoSidePanel *self);
void     myo_side_panel_set_pain_models (MyoSidePanel *self, MyoPainTool *tool);

G_END_DECLS
