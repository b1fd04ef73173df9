/* Printing a pain drawing, and writing it as a page to a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-pain-study.h"

G_BEGIN_DECLS

/** myo_pain_print_run: asks how to print and prints.  Returns: %FALSE with @error when it failed; cancelling is no failure */
gboolean myo_pain_print_run   (MyoPainStudy *study, MyoDrawings *drawings, GtkWindow *parent, GError **error);

/** myo_pain_print_write_async: the same page as PDF, PNG or SVG, after the ending of @path; what is painted meanwhile is not on it.
 * Painting the page takes half a second: it is done in a thread.  @callback: its source is @study */
void     myo_pain_print_write_async  (MyoPainStudy *study, MyoDrawings *drawings, const char *path,
                                      GAsyncReadyCallback callback, gpointer data);
gboolean myo_pain_print_write_finish (MyoPainStudy *study, GAsyncResult *result, GError **error);

G_END_DECLS
