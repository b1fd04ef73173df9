/* What stands between a window and the widget that a test shows in it: it asks for as much as the test does, or as what is in it needs at
 * that width.  A window alone would ask how low it may be when it is as narrow as can be, of which newer GTK warns when it is shown lower
 * than that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

G_DECLARE_FINAL_TYPE (UiFrame, ui_frame, UI, FRAME, GtkWidget)

/** ui_frame_new: @width, @height: px that are asked for */
GtkWidget *ui_frame_new (GtkWidget *child, int width, int height);

G_END_DECLS
