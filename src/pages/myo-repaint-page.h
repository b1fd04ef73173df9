/* The same pain painted once more after a session, and how it differs from before, place by place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "myo-pain-study.h"
#include "myo-pain-tool.h"

G_BEGIN_DECLS

#define MYO_TYPE_REPAINT_PAGE (myo_repaint_page_get_type ())
G_DECLARE_FINAL_TYPE (MyoRepaintPage, myo_repaint_page, MYO, REPAINT_PAGE, GtkWidget)

/* Signals
 *   done ()                                  the drawing of the study shows the pain as it is now
 *   show-drawing (MyoPainDrawing *nullable)  the stored drawing that the map is to show; %NULL: its own again */

void myo_repaint_page_set_model (MyoRepaintPage *self, MyoPainStudy *study, MyoPainTool *tool);
/** myo_repaint_page_begin: @before: what was painted when the session began; the study's drawing shows it again and is to be changed */
void myo_repaint_page_begin     (MyoRepaintPage *self, MyoPainDrawing *before);
/** myo_repaint_page_show_pair: shows how two stored drawings differ, without questions; the study's own is left alone.
 * @after: (nullable): without it what was painted before is told in words */
void myo_repaint_page_show_pair (MyoRepaintPage *self, MyoPainDrawing *before, MyoPainDrawing *after);

G_END_DECLS
