/* Where versions of GTK and libadwaita differ: the only place with version conditions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** MyoAnswer: called once with whether the person agreed */
typedef void (*MyoAnswer) (gboolean agreed, gpointer user_data);

/** myo_compat_ask: a question with two answers, modal to @parent; Escape answers no.
 * @agree: label of the yes; @destructive: whether it loses something
 * @answer: called once, from the main loop */
void myo_compat_ask (GtkWidget  *parent,
                     const char *heading,
                     const char *body,
                     const char *agree,
                     const char *decline,
                     gboolean    destructive,
                     MyoAnswer   answer,
                     gpointer    user_data);

/** myo_compat_announce: has a screen reader say @message; silent where GTK cannot (before 4.14) */
void myo_compat_announce (GtkWidget *widget, const char *message);

G_END_DECLS
