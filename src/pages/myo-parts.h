/* Small pieces of interface that several pages are made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-atlas.h"

G_BEGIN_DECLS

/** myo_make_text: Returns: (transfer floating): a label that wraps, aligned to the start; @css_class: (nullable) */
GtkWidget *myo_make_text    (const char *text, const char *css_class);
/** myo_make_words: the same for a text that asks for little width, so that it can stand beside other things, and takes all that it gets */
GtkWidget *myo_make_words   (const char *text, const char *css_class);
/** myo_make_line: Returns: (transfer floating): the widgets beside each other, closed by %NULL; where a text among them wraps.  A GtkBox
 * would ask each text how wide it is at a height, which GTK finds out by laying it out eight times over */
GtkWidget *myo_make_line    (int spacing, GtkWidget *first, ...) G_GNUC_NULL_TERMINATED;
/** myo_make_bullet: Returns: (transfer floating): a line of a list */
GtkWidget *myo_make_bullet  (const char *text);
/** myo_make_caution: Returns: (transfer floating): a danger, not to be missed */
GtkWidget *myo_make_caution (const MyoCaution *caution);
/** myo_fill_cautions: shows the dangers of @muscle in @box, and the box only when there are any */
void       myo_fill_cautions (GtkWidget *box, MyoMuscle *muscle);
/** myo_make_source: Returns: (transfer floating): where a statement comes from: the source, the place in it, what there is to note */
GtkWidget *myo_make_source  (MyoAtlas *atlas, const MyoEvidence *evidence);
/** myo_hide_until_mapped: keeps @child, the only child of its parent, invisible until the parent is first shown: GTK computes the style
 * of all that is visible, also on the hidden pages of a stack */
void       myo_hide_until_mapped (GtkWidget *child);
/** myo_empty_box: removes all children of a #GtkBox */
void       myo_empty_box    (GtkWidget *box);
/** myo_empty_list: removes all rows of a #GtkListBox */
void       myo_empty_list   (GtkWidget *list);
/** myo_add_plain_row: appends @child to a #GtkListBox in a row that is neither focusable nor activatable itself */
void       myo_add_plain_row (GtkWidget *list, GtkWidget *child);
/** myo_add_link_row: appends a row to a #GtkListBox that leads to something.  @detail: (nullable): smaller, below the title
 * Returns: (transfer none): the row */
GtkWidget *myo_add_link_row (GtkWidget *list, const char *title, const char *detail);
/** myo_make_link_button: Returns: (transfer floating): a flat button whose text is underlined and wraps */
GtkWidget *myo_make_link_button (const char *text);
/** myo_set_text: gives a label another text, but only when it is another one: setting it lays out the whole panel anew */
void       myo_set_text     (GtkWidget *label, const char *text);

G_END_DECLS
