/* Printing a pain drawing, and writing it as a page to a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-pain-study.h"

G_BEGIN_DECLS

/** myo_pain_print_run: asks how to print and prints.  Returns: %FALSE with @error when it failed; cancelling is no failure */
gboolean myo_pain_print_run   (MyoPainStudy *study, MyoDrawings *drawings, GtkWindow *parent, GError **error);

/** myo_pain_print_write: the same page as PDF, PNG or SVG, after the ending of @path */
gboolean myo_pain_print_write (MyoPainStudy *study, MyoDrawings *drawings, const char *path, GError **error);

G_END_DECLS
