/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define MYO_TYPE_PREFERENCES (myo_preferences_get_type ())
G_DECLARE_FINAL_TYPE (MyoPreferences, myo_preferences, MYO, PREFERENCES, AdwWindow)

GtkWindow *myo_preferences_new          (GtkWindow *parent, GSettings *settings);
/** myo_preferences_apply_scheme: has libadwaita follow the key `colour-scheme` from now on */
void       myo_preferences_apply_scheme (GSettings *settings);

G_END_DECLS
