/* Printing the sheet of a pain drawing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-ending.h"
#include "myo-pain-handout.h"

G_BEGIN_DECLS

/** MyoPrintFailed: called when nothing, or not all, was printed */
typedef void (*MyoPrintFailed) (gpointer parent, const GError *error);

/** myo_pain_print_run: asks how to print, and prints while the main loop runs; the page is painted in a thread.  Once begun it comes to its end before the program does.
 * @handout: (transfer full); @parent: a #GtkWindow; @failed: not called when the person prints nothing */
void myo_pain_print_run (MyoPainHandout *handout, gpointer parent, MyoEnding *ending, MyoPrintFailed failed);

/** myo_pain_print_new: Returns: (transfer full): the operation that myo_pain_print_run() runs, with its arguments; to print without a question */
GtkPrintOperation *myo_pain_print_new (MyoPainHandout *handout, gpointer parent, MyoEnding *ending, MyoPrintFailed failed);

G_END_DECLS
