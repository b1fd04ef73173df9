/* The tools to paint pain with: tool, width, strength, what it feels like, undo, redo, clear.
 *
 * Its buttons call actions of the page around it: map-page.tool, .brush-size, .quality (int), .undo, .redo, .clear-drawing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-pain-tool.h"

G_BEGIN_DECLS

#define MYO_TYPE_PAIN_TOOLS (myo_pain_tools_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainTools, myo_pain_tools, MYO, PAIN_TOOLS, GtkWidget)

/** myo_pain_tools_set_tool: whose strength is shown and set */
void myo_pain_tools_set_tool (MyoPainTools *self, MyoPainTool *tool);

G_END_DECLS
