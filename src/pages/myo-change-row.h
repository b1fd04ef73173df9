/* One place of the body before and after: in words and as two bars.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MYO_TYPE_CHANGE_ROW (myo_change_row_get_type ())
G_DECLARE_FINAL_TYPE (MyoChangeRow, myo_change_row, MYO, CHANGE_ROW, GtkListBoxRow)

GtkWidget *myo_change_row_new      (void);
/** myo_change_row_set_change: @before, @after: length of the bars, 0–1 */
void       myo_change_row_set_change (MyoChangeRow *self, const char *words, double before, double after);
/** myo_change_row_set_words: words alone, without bars */
void       myo_change_row_set_words (MyoChangeRow *self, const char *words);

G_END_DECLS
