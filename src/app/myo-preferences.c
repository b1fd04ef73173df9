/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-notice-bar.h"
#include "myo-preferences.h"
#include "myo-settings.h"

enum { READY, CEILING, SOUND, VOLUME, FLASH, SCHEME, N_KEYS };
static const char *const keys[N_KEYS] = {
  "get-ready-seconds", "pressure-ceiling", "sound", "sound-volume", "flash", "colour-scheme",
};

struct _MyoPreferences
{
  AdwWindow parent_instance;

  GSettings *settings;
  GtkWidget *controls[N_KEYS];
  GtkWidget *rows[N_KEYS];
  char      *subtitles[N_KEYS];  /* of the rows, as long as the control can be moved */

  GtkWidget *ready_spin, *ceiling_spin, *sound_switch, *volume_scale, *flash_switch, *scheme_row, *notice;
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

/* --- What cannot be set --- */

static gboolean
is_any_writable (MyoPreferences *self)
{
  for (guint i = 0; i < N_KEYS; i++)
    if (g_settings_is_writable (self->settings, keys[i]))
      return TRUE;

  return FALSE;
}

static void
show_writable (MyoPreferences *self,
               guint           i,
               const char     *reason)
{
  gboolean writable = g_settings_is_writable (self->settings, keys[i]), own = *self->subtitles[i] != '\0';
  g_autofree char *locked = g_strdup_printf (own ? "%s\n%s" : "%s%s", self->subtitles[i], reason);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows[i]), writable || *reason == '\0' ? self->subtitles[i] : locked);
  /* Without sound there is no volume to set. */
  gtk_widget_set_sensitive (self->controls[i], writable && (i != VOLUME || g_settings_get_boolean (self->settings, "sound")));
}

/* An administrator locks some of the settings, each of which says so; where none can be written, it is said once. */
static void
show_all_writable (MyoPreferences *self)
{
  gboolean any = is_any_writable (self);
  const char *none = _("Settings cannot be changed here: they are locked, or your home folder cannot be written.");

  myo_notice_bar_set_text (MYO_NOTICE_BAR (self->notice), any ? NULL : none, NULL);
  for (guint i = 0; i < N_KEYS; i++)
    show_writable (self, i, any ? _("Set by your administrator") : "");
}

static void
take_rows (MyoPreferences *self)
{
  GtkWidget *controls[N_KEYS] = {
    self->ready_spin, self->ceiling_spin, self->sound_switch, self->volume_scale, self->flash_switch, self->scheme_row,
  };

  for (guint i = 0; i < N_KEYS; i++)
    {
      const char *subtitle;

      self->controls[i] = controls[i];
      self->rows[i] = ADW_IS_ACTION_ROW (controls[i]) ? controls[i] : gtk_widget_get_ancestor (controls[i], ADW_TYPE_ACTION_ROW);
      subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (self->rows[i]));
      self->subtitles[i] = g_strdup (subtitle != NULL ? subtitle : "");
    }
}

/* --- Class --- */

static void
myo_preferences_finalize (GObject *object)
{
  MyoPreferences *self = MYO_PREFERENCES (object);

  for (guint i = 0; i < N_KEYS; i++)
    g_free (self->subtitles[i]);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (myo_preferences_parent_class)->finalize (object);
}

static void
myo_preferences_class_init (MyoPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = myo_preferences_finalize;
  g_type_ensure (MYO_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoPreferences, notice);
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
  take_rows (self);
}

GtkWindow *
myo_preferences_new (GtkWindow *parent,
                     GSettings *settings)
{
  MyoPreferences *self = g_object_new (MYO_TYPE_PREFERENCES, "transient-for", parent, NULL);
  GtkAdjustment *volume = gtk_range_get_adjustment (GTK_RANGE (self->volume_scale));

  self->settings = g_object_ref (settings);
  myo_settings_bind (settings, keys[READY], self->ready_spin, "value");
  myo_settings_bind (settings, keys[CEILING], self->ceiling_spin, "value");
  myo_settings_bind (settings, keys[SOUND], self->sound_switch, "active");
  myo_settings_bind (settings, keys[VOLUME], volume, "value");
  myo_settings_bind (settings, keys[FLASH], self->flash_switch, "active");
  myo_settings_bind_with_mapping (settings, keys[SCHEME], self->scheme_row, "selected", scheme_to_index, index_to_scheme);
  g_signal_connect_object (settings, "writable-changed", G_CALLBACK (show_all_writable), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::sound", G_CALLBACK (show_all_writable), self, G_CONNECT_SWAPPED);
  show_all_writable (self);

  return GTK_WINDOW (self);
}
