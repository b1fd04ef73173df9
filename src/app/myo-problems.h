/* What could not be loaded, line by line, to be read, copied and sent to whoever can mend it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MYO_TYPE_PROBLEMS (myo_problems_get_type ())
G_DECLARE_FINAL_TYPE (MyoProblems, myo_problems, MYO, PROBLEMS, AdwWindow)

/** myo_problems_new: @advice: what to do about them; @lines: (array length=n): what is wrong, each with its file.
 * Returns: (transfer none): modal to @parent, to be presented */
GtkWindow *myo_problems_new (GtkWindow *parent, const char *advice, const char *const *lines, guint n);

G_END_DECLS
