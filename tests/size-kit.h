/* A look at a window through pinholes: what is in it is laid out in many sizes without the window itself being resized, and each is
 * searched for what a person could not read or reach: a page that asks for more room than there is, a button or entry that lies beyond the
 * edge of all that can be scrolled, a button whose words are cut.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** size_wrap: puts what is between @window and its content; @window keeps the size that it has */
void size_wrap  (GtkWindow *window);
/** size_set: lays the content of @window out at @width × @height px, at once */
void  size_set  (GtkWindow *window, int width, int height);
/** size_look: searches it.  @what: what is on show, for the messages
 * Returns: how many faults there are, each told as a message of the test */
guint size_look (GtkWindow *window, const char *what);

G_END_DECLS
