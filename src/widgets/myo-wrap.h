/* A row that breaks: what is in it stands side by side as long as there is room, and goes on in further lines where there is none.
 *
 * Nothing that depends on the size of a window compares pixels with a number: letters may be twice as large as one thinks, or words twice as
 * long.  There are three means, and each decides when it is given its place, from what its children ask for in the letters of the moment; so
 * all of them follow a change of the letters while the program runs:
 *
 *   - MyoWrap, for things that can stand below each other as well;
 *   - MyoEither, for things that are made differently where room is scarce;
 *   - myo_measure_em(), where what counts is not what is asked for but what is comfortable to read.
 *
 * As wide as its widest child at least.  A child that expands shares what its line has to spare with the others that do; where none does,
 * the line stands at its start, or centred.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MYO_TYPE_WRAP (myo_wrap_get_type ())
G_DECLARE_FINAL_TYPE (MyoWrap, myo_wrap, MYO, WRAP, GtkWidget)

/* Properties: spacing (int, px between children and between lines),
 *             homogeneous (boolean: all are equally wide, lines are equally full, and share the whole width),
 *             centred (boolean: lines stand in the middle) */

/** myo_wrap_new: @spacing: px between children and between lines */
GtkWidget *myo_wrap_new    (int spacing);
/** myo_wrap_append: adds @child at the end; it is removed by gtk_widget_unparent() */
void       myo_wrap_append (MyoWrap *self, GtkWidget *child);

/** myo_measure_em: Returns: px of an em of @widget's letters: 1.5 times as many when text is shown at 150 % */
double     myo_measure_em  (GtkWidget *widget);

G_END_DECLS
