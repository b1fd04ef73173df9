/* Settings that an administrator has locked, or that cannot be written at all: a backend in memory with locks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gio.h>
#include <gio/gsettingsbackend.h>

#define LOCKED_TYPE_BACKEND (locked_backend_get_type ())
G_DECLARE_FINAL_TYPE (LockedBackend, locked_backend, LOCKED, BACKEND, GSettingsBackend)

struct _LockedBackend
{
  GSettingsBackend parent_instance;

  GHashTable *values;        /* path → GVariant */
  GHashTable *locked;        /* of paths; NULL: all are */
};

G_DEFINE_TYPE (LockedBackend, locked_backend, G_TYPE_SETTINGS_BACKEND)

static GVariant *
locked_read (GSettingsBackend *backend, const char *key, const GVariantType *type, gboolean default_value)
{
  GVariant *value = default_value ? NULL : g_hash_table_lookup (LOCKED_BACKEND (backend)->values, key);

  return value != NULL ? g_variant_ref (value) : NULL;
}

static gboolean
locked_get_writable (GSettingsBackend *backend, const char *key)
{
  GHashTable *locked = LOCKED_BACKEND (backend)->locked;

  return locked != NULL && !g_hash_table_contains (locked, key);
}

static gboolean
locked_write (GSettingsBackend *backend, const char *key, GVariant *value, gpointer tag)
{
  g_autoptr(GVariant) kept = g_variant_ref_sink (value);

  if (!locked_get_writable (backend, key))
    return FALSE;

  g_hash_table_insert (LOCKED_BACKEND (backend)->values, g_strdup (key), g_steal_pointer (&kept));
  g_settings_backend_changed (backend, key, tag);
  return TRUE;
}

static void
locked_finalize (GObject *object)
{
  g_hash_table_unref (LOCKED_BACKEND (object)->values);
  g_clear_pointer (&LOCKED_BACKEND (object)->locked, g_hash_table_unref);

  G_OBJECT_CLASS (locked_backend_parent_class)->finalize (object);
}

static void
locked_backend_class_init (LockedBackendClass *klass)
{
  GSettingsBackendClass *backend_class = G_SETTINGS_BACKEND_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = locked_finalize;
  backend_class->read = locked_read;
  backend_class->write = locked_write;
  backend_class->get_writable = locked_get_writable;
}

static void
locked_backend_init (LockedBackend *self)
{
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_variant_unref);
}

/* Returns: (transfer full): settings of which none can be written */
static inline GSettings *
locked_settings_new (void)
{
  g_autoptr(GSettingsBackend) backend = g_object_new (LOCKED_TYPE_BACKEND, NULL);

  return g_settings_new_with_backend (APP_ID, backend);
}

/* From now on only @key cannot be written. */
static inline void
locked_settings_lock_only (GSettings *settings, const char *key)
{
  g_autoptr(LockedBackend) backend = NULL;
  g_autofree char *folder = NULL;

  g_object_get (settings, "backend", &backend, "path", &folder, NULL);
  g_clear_pointer (&backend->locked, g_hash_table_unref);
  backend->locked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (backend->locked, g_strconcat (folder, key, NULL));
  g_settings_backend_path_writable_changed (G_SETTINGS_BACKEND (backend), folder);
}
