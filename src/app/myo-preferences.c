/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-preferences.h"

struct _MyoPreferences
{
  AdwWindow parent_instance;

  GtkWidget *ready_spin, *ceiling_spin, *sound_switch, *volume_scale, *flash_switch, *scheme_row;
};

G_DEFINE_FINAL_TYPE (MyoPreferences, myo_preferences, ADW_TYPE_WINDOW)

static const char *const schemes[] = { "default", "light", "dark" };

static gboolean
scheme_to_index (GValue   *value,
                 GVariant *variant,
                 gpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_str_equal (schemes[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);

  return TRUE;
}

static GVariant *
index_to_scheme (const GValue       *value,
                 const GVariantType *type,
                 gpointer            user_data)
{
  return g_variant_new_string (schemes[MIN (g_value_get_uint (value), G_N_ELEMENTS (schemes) - 1)]);
}

static void
scheme_changed (GSettings *settings)
{
  g_autofree char *scheme = g_settings_get_string (settings, "colour-scheme");
  AdwColorScheme wanted = ADW_COLOR_SCHEME_DEFAULT;

  if (g_str_equal (scheme, "light"))
    wanted = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_str_equal (scheme, "dark"))
    wanted = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), wanted);
}

void
myo_preferences_apply_scheme (GSettings *settings)
{
  g_signal_connect (settings, "changed::colour-scheme", G_CALLBACK (scheme_changed), NULL);
  scheme_changed (settings);
}

static void
myo_preferences_class_init (MyoPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoPreferences, ready_spin);
  gtk_widget_class_bind_template_child (widget_class, MyoPreferences, ceiling_spin);
  gtk_widget_class_bind_template_child (widget_class, MyoPreferences, sound_switch);
  gtk_widget_class_bind_template_child (widget_class, MyoPreferences, volume_scale);
  gtk_widget_class_bind_template_child (widget_class, MyoPreferences, flash_switch);
  gtk_widget_class_bind_template_child (widget_class, MyoPreferences, scheme_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
myo_preferences_init (MyoPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
myo_preferences_new (GtkWindow *parent,
                     GSettings *settings)
{
  MyoPreferences *self = g_object_new (MYO_TYPE_PREFERENCES, "transient-for", parent, NULL);
  GtkAdjustment *volume = gtk_range_get_adjustment (GTK_RANGE (self->volume_scale));

  g_settings_bind (settings, "get-ready-seconds", self->ready_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "pressure-ceiling", self->ceiling_spin, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sound", self->sound_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sound-volume", volume, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "sound", self->volume_scale, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "flash", self->flash_switch, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_with_mapping (settings, "colour-scheme", self->scheme_row, "selected", G_SETTINGS_BIND_DEFAULT,
                                scheme_to_index, index_to_scheme, NULL, NULL);

  return GTK_WINDOW (self);
}
