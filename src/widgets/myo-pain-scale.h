/* Pain from 0 to 10, by one press.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MYO_TYPE_PAIN_SCALE (myo_pain_scale_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainScale, myo_pain_scale, MYO, PAIN_SCALE, GtkWidget)

/* Properties: value (int, -1 unknown … 10); after (boolean, construct only): asked after a session, not before.
 * Keys: digits 0–9, arrows. */
GtkWidget *myo_pain_scale_new       (void);
int        myo_pain_scale_get_value (MyoPainScale *self);
void       myo_pain_scale_set_value (MyoPainScale *self, int value);

G_END_DECLS
