/* What is to be seen while the atlas packs take long to read: a window that says so.
 *
 * It is a window of its own, closed when Myomap's comes: that one is never without its models, so that nothing in it has to think of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** myo_waiting_new: as large as the window that comes after it.  Returns: (transfer none): not shown yet */
GtkWindow *myo_waiting_new (GtkApplication *application, GSettings *settings);

G_END_DECLS
