/* The side panel's pages about the pain that is painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-answer-page.h"
#include "myo-check-page.h"
#include "myo-region-list.h"
#include "myo-repaint-page.h"
#include "myo-side-panel-private.h"

/* The page on which it is checked shows on the map where its point lies. */
static void
check_muscle (MyoSidePanel *self,
              const char   *id,
              int           side,
              const char   *point)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, id);

  if (muscle == NULL)
    return;

  myo_check_page_show (MYO_CHECK_PAGE (self->check_page), muscle, (MyoSide) side, point);
  myo_way_check (self->way, muscle, (MyoSide) side, point);
}

static void
treat_muscle (MyoSidePanel *self,
              const char   *id,
              int           side,
              const char   *point)
{
  myo_way_treat (self->way, myo_atlas_get_muscle (self->atlas, id), (MyoSide) side, point);
}

static void
show_pain (MyoSidePanel *self)
{
  myo_way_go (self->way, MYO_WAY_PAIN);
}

static void
show_regions (MyoSidePanel *self)
{
  myo_way_go (self->way, MYO_WAY_REGIONS);
}

static void
repaint_done (MyoSidePanel *self)
{
  gboolean gone = myo_pain_drawing_is_empty (myo_pain_study_get_drawing (self->study));

  g_signal_emit_by_name (self, "repainted");
  myo_way_go (self->way, gone ? MYO_WAY_HOME : MYO_WAY_PAIN);
}

static void
show_drawing (MyoSidePanel   *self,
              MyoPainDrawing *drawing)
{
  g_signal_emit_by_name (self, "show-drawing", drawing);
}

static void
tool_changed (MyoSidePanel *self,
              GParamSpec   *pspec,
              MyoPainTool  *tool)
{
  if (myo_pain_tool_get_kind (tool) != MYO_PAIN_TOOL_HAND)
    myo_way_take_brush (self->way);
}

/* --- Wiring --- */

void
myo_side_panel_set_pain_models (MyoSidePanel *self,
                                MyoPainTool  *tool,
                                MyoSelection *selection)
{
  myo_answer_page_set_model (MYO_ANSWER_PAGE (self->answer_page), self->study, tool, selection);
  myo_region_list_set_model (MYO_REGION_LIST (self->region_list), self->study, tool);
  myo_check_page_set_model (MYO_CHECK_PAGE (self->check_page), self->atlas, myo_pain_study_get_findings (self->study));
  myo_repaint_page_set_model (MYO_REPAINT_PAGE (self->repaint_page), self->study, tool);
  myo_repaint_page_set_model (MYO_REPAINT_PAGE (self->pair_page), self->study, tool);
  g_signal_connect_object (tool, "notify::kind", G_CALLBACK (tool_changed), self, G_CONNECT_SWAPPED);
}

static void
follow (MyoSidePanel *self,
        GtkWidget    *page,
        const char   *signal,
        GCallback     callback)
{
  g_signal_connect_object (page, signal, callback, self, G_CONNECT_SWAPPED);
}

void
myo_side_panel_connect_pain (MyoSidePanel *self)
{
  follow (self, self->answer_page, "check", G_CALLBACK (check_muscle));
  follow (self, self->answer_page, "show-condition", G_CALLBACK (myo_side_panel_show_condition));
  follow (self, self->answer_page, "list-regions", G_CALLBACK (show_regions));
  follow (self, self->region_list, "done", G_CALLBACK (show_pain));
  follow (self, self->check_page, "treat", G_CALLBACK (treat_muscle));
  follow (self, self->check_page, "done", G_CALLBACK (show_pain));
  follow (self, self->repaint_page, "done", G_CALLBACK (repaint_done));
  follow (self, self->pair_page, "show-drawing", G_CALLBACK (show_drawing));
}

/* --- Public --- */

void
myo_side_panel_begin_repaint (MyoSidePanel   *self,
                              MyoPainDrawing *before)
{
  g_return_if_fail (MYO_IS_SIDE_PANEL (self));

  myo_repaint_page_begin (MYO_REPAINT_PAGE (self->repaint_page), before);
  myo_way_go (self->way, MYO_WAY_REPAINT);
}

void
myo_side_panel_show_pair (MyoSidePanel   *self,
                          MyoPainDrawing *before,
                          MyoPainDrawing *after)
{
  g_return_if_fail (MYO_IS_SIDE_PANEL (self));

  if (myo_way_get_page (self->way) == MYO_WAY_SESSION)
    return;

  myo_repaint_page_show_pair (MYO_REPAINT_PAGE (self->pair_page), before, after);
  myo_way_offer (self->way, MYO_WAY_PAIR);
}
