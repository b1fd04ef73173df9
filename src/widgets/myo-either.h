/* One of several widgets for the same thing: the first that has room for all that it would like to be, else the last.
 *
 * The children stand in the order of the room that they need, the largest first.  The others are not on show and cannot be reached.  See
 * myo-wrap.h for when to use which.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MYO_TYPE_EITHER (myo_either_get_type ())
G_DECLARE_FINAL_TYPE (MyoEither, myo_either, MYO, EITHER, GtkWidget)

G_END_DECLS
