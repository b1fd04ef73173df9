/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-error.h"
#include "myo-settings.h"

/* All that is asked for anywhere: a key that is missing would end the program. */
static const struct { const char *name, *type; } keys[] = {
  { "window-width", "i" }, { "window-height", "i" }, { "window-maximized", "b" }, { "panel-width", "i" }, { "layer", "s" },
  { "last-scale", "d" }, { "last-palette", "i" }, { "colour-scheme", "s" }, { "get-ready-seconds", "i" }, { "pressure-ceiling", "i" },
  { "sound", "b" }, { "sound-volume", "d" }, { "flash", "b" },
};

/* --- Finding --- */

/* Returns: (nullable) (transfer full) */
static GSettingsSchema *
look_up (const char *folder)
{
  GSettingsSchemaSource *installed = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchemaSource) own = NULL;

  if (g_getenv ("GSETTINGS_SCHEMA_DIR") == NULL)
    own = g_settings_schema_source_new_from_directory (folder, installed, FALSE, NULL);
  if (own == NULL && installed == NULL)
    return NULL;

  return g_settings_schema_source_lookup (own != NULL ? own : installed, APP_ID, TRUE);
}

static char *
list_folders (const char *folder)
{
  const char *named = g_getenv ("GSETTINGS_SCHEMA_DIR");
  const char *const *data = g_get_system_data_dirs ();
  GString *list = g_string_new (named != NULL ? named : folder);
  g_autofree char *home = g_build_filename (g_get_user_data_dir (), "glib-2.0", "schemas", NULL);

  g_string_append_printf (list, ", %s", home);
  for (guint i = 0; data[i] != NULL; i++)
    {
      g_autofree char *place = g_build_filename (data[i], "glib-2.0", "schemas", NULL);

      g_string_append_printf (list, ", %s", place);
    }

  return g_string_free (list, FALSE);
}

/* Returns: the key that is missing or of another type, or NULL */
static const char *
find_fault (GSettingsSchema *schema)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr(GSettingsSchemaKey) key = NULL;

      if (!g_settings_schema_has_key (schema, keys[i].name))
        return keys[i].name;
      key = g_settings_schema_get_key (schema, keys[i].name);
      if (!g_variant_type_equal (g_settings_schema_key_get_value_type (key), G_VARIANT_TYPE (keys[i].type)))
        return keys[i].name;
    }

  return NULL;
}

GSettings *
myo_settings_open (const char *folder,
                   GError    **error)
{
  g_autoptr(GSettingsSchema) schema = NULL;
  const char *fault;

  g_return_val_if_fail (folder != NULL, NULL);

  schema = look_up (folder);
  if (schema == NULL)
    {
      g_autofree char *folders = list_folders (folder);

      /* Translators: the name of a file, and folders */
      g_set_error (error, MYO_ERROR, MYO_ERROR_SETTINGS, _("%s was looked for in %s"), APP_ID ".gschema.xml", folders);
      return NULL;
    }

  fault = find_fault (schema);
  if (fault != NULL)
    {
      /* Translators: the name of a file, and of a setting */
      g_set_error (error, MYO_ERROR, MYO_ERROR_SETTINGS, _("in %s, “%s” is missing or of another kind"), APP_ID ".gschema.xml", fault);
      return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}

/* --- Binding --- */

void
myo_settings_bind (GSettings  *settings,
                   const char *key,
                   gpointer    object,
                   const char *property)
{
  g_settings_bind (settings, key, object, property, G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY);
}

void
myo_settings_bind_with_mapping (GSettings              *settings,
                                const char             *key,
                                gpointer                object,
                                const char             *property,
                                GSettingsBindGetMapping get,
                                GSettingsBindSetMapping set)
{
  g_settings_bind_with_mapping (settings, key, object, property, G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_NO_SENSITIVITY,
                                get, set, NULL, NULL);
}
