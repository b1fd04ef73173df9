/* Printing the sheet of a pain drawing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-pain-handout.h"

G_BEGIN_DECLS

/** myo_pain_print_run: asks how to print and prints.  Returns: %FALSE with @error when it failed; cancelling is no failure */
gboolean myo_pain_print_run (MyoPainHandout *handout, GtkWindow *parent, GError **error);

G_END_DECLS
