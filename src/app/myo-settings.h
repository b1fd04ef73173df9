/* The settings: found, checked, bound.
 *
 * A setting may be out of reach: locked by an administrator, or in a home that cannot be written.  It then keeps its value, and whatever it is
 * bound to works on as before; only the control of the setting itself, in the preferences, cannot be moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** myo_settings_open: looks for the description of the settings where GLib does and, unless the environment names a folder, in @folder
 * first; one that lacks a key that Myomap uses is not used.
 * Returns: (transfer full): or %NULL with @error (%MYO_ERROR_SETTINGS), whose message tells where was looked or what is missing */
GSettings *myo_settings_open (const char *folder, GError **error);

/** myo_settings_bind: has @property of @object and @key follow each other.  The only way to bind a setting: it never makes anything
 * insensitive, as g_settings_bind() does */
void       myo_settings_bind (GSettings *settings, const char *key, gpointer object, const char *property);

/** myo_settings_bind_with_mapping: the same for values that differ in kind */
void       myo_settings_bind_with_mapping (GSettings *settings, const char *key, gpointer object, const char *property,
                                           GSettingsBindGetMapping get, GSettingsBindSetMapping set);

G_END_DECLS
