/* A place that is reached through GIO alone, as one on another machine: remote:///PATH is the file at PATH, without a path of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#define REMOTE_TYPE_FILE (remote_file_get_type ())
G_DECLARE_FINAL_TYPE (RemoteFile, remote_file, REMOTE, FILE, GObject)

struct _RemoteFile
{
  GObject parent_instance;

  GFile  *there;
};

static void remote_file_init_interface (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RemoteFile, remote_file, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_FILE, remote_file_init_interface))

#define THERE(file) (REMOTE_FILE (file)->there)

/* @there: (transfer full) */
static GFile *
remote_file_wrap (GFile *there)
{
  RemoteFile *self = g_object_new (REMOTE_TYPE_FILE, NULL);

  self->there = there;
  return G_FILE (self);
}

static GFile *
remote_file_dup (GFile *file)
{
  return remote_file_wrap (g_object_ref (THERE (file)));
}

static guint
remote_file_hash (GFile *file)
{
  return g_file_hash (THERE (file));
}

static gboolean
remote_file_equal (GFile *a, GFile *b)
{
  return g_file_equal (THERE (a), THERE (b));
}

static gboolean
remote_file_is_native (GFile *file)
{
  return FALSE;
}

static char *
remote_file_get_basename (GFile *file)
{
  return g_file_get_basename (THERE (file));
}

static char *
remote_file_get_path (GFile *file)
{
  return NULL;
}

static char *
remote_file_get_uri (GFile *file)
{
  return g_strconcat ("remote://", g_file_peek_path (THERE (file)), NULL);
}

static GFile *
remote_file_get_parent (GFile *file)
{
  GFile *parent = g_file_get_parent (THERE (file));

  return parent != NULL ? remote_file_wrap (parent) : NULL;
}

static GFile *
remote_file_resolve (GFile *file, const char *path)
{
  return remote_file_wrap (g_file_resolve_relative_path (THERE (file), path));
}

static GFileInfo *
remote_file_query_info (GFile *file, const char *attributes, GFileQueryInfoFlags flags, GCancellable *cancellable, GError **error)
{
  return g_file_query_info (THERE (file), attributes, flags, cancellable, error);
}

static GFileInputStream *
remote_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  return g_file_read (THERE (file), cancellable, error);
}

static GFileOutputStream *
remote_file_replace (GFile *file, const char *etag, gboolean backup, GFileCreateFlags flags, GCancellable *cancellable, GError **error)
{
  return g_file_replace (THERE (file), etag, backup, flags, cancellable, error);
}

static void
remote_file_init_interface (GFileIface *iface)
{
  iface->dup = remote_file_dup;
  iface->hash = remote_file_hash;
  iface->equal = remote_file_equal;
  iface->is_native = remote_file_is_native;
  iface->get_basename = remote_file_get_basename;
  iface->get_path = remote_file_get_path;
  iface->get_uri = remote_file_get_uri;
  iface->get_parse_name = remote_file_get_uri;
  iface->get_parent = remote_file_get_parent;
  iface->resolve_relative_path = remote_file_resolve;
  iface->query_info = remote_file_query_info;
  iface->read_fn = remote_file_read;
  iface->replace = remote_file_replace;
}

static void
remote_file_finalize (GObject *object)
{
  g_object_unref (THERE (object));

  G_OBJECT_CLASS (remote_file_parent_class)->finalize (object);
}

static void
remote_file_class_init (RemoteFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = remote_file_finalize;
}

static void
remote_file_init (RemoteFile *self)
{
}

static GFile *
remote_look_up (GVfs *vfs, const char *uri, gpointer data)
{
  return remote_file_wrap (g_file_new_for_path (uri + strlen ("remote://")));
}

/* From now on remote: is known to GIO. */
static inline void
remote_start (void)
{
  g_vfs_register_uri_scheme (g_vfs_get_default (), "remote", remote_look_up, NULL, NULL, remote_look_up, NULL, NULL);
}
