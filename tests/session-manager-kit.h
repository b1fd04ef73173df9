/* A desktop that can be asked to keep the screen on: GNOME's session manager, as far as GTK speaks with it.
 *
 * GTK waits for its answers, so that it answers in a thread of its own, over a connection of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

typedef struct
{
  GThread      *thread;
  GMainContext *context;
  GMainLoop    *loop;

  GMutex        mutex;        /* guards what follows */
  GCond         cond;
  gboolean      ready;
  guint         n_inhibited, n_ended;
  char         *reason;       /* the last one */
  guint         flags;        /* of GtkApplicationInhibitFlags, of all */
  GDBusConnection *connection;
} SessionManager;

static const char session_manager_interface[] =
  "<node><interface name='org.gnome.SessionManager'>"
  "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='o' direction='out'/></method>"
  "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='u' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='UnregisterClient'><arg type='o' direction='in'/></method>"
  "<method name='EndSessionResponse'><arg type='b' direction='in'/><arg type='s' direction='in'/></method>"
  "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
  "</interface></node>";

static void
session_manager_answer (GDBusConnection       *connection,
                        const char            *sender,
                        const char            *path,
                        const char            *interface,
                        const char            *method,
                        GVariant              *parameters,
                        GDBusMethodInvocation *invocation,
                        gpointer               data)
{
  SessionManager *self = data;
  GVariant *answer = NULL;
  guint flags;

  g_mutex_lock (&self->mutex);
  if (g_str_equal (method, "Inhibit"))
    {
      g_free (self->reason);
      g_variant_get_child (parameters, 2, "s", &self->reason);
      g_variant_get_child (parameters, 3, "u", &flags);
      self->flags |= flags;
      answer = g_variant_new ("(u)", 100 + ++self->n_inhibited);
    }
  else if (g_str_equal (method, "Uninhibit"))
    self->n_ended++;
  else if (g_str_equal (method, "RegisterClient"))
    answer = g_variant_new ("(o)", "/org/gnome/SessionManager/Client1");
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_dbus_method_invocation_return_value (invocation, answer);
}

static void
session_manager_named (GDBusConnection *connection,
                       const char      *name,
                       gpointer         data)
{
  SessionManager *self = data;

  g_mutex_lock (&self->mutex);
  self->ready = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gpointer
session_manager_run (gpointer data)
{
  static const GDBusInterfaceVTable table = { .method_call = session_manager_answer };
  SessionManager *self = data;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr(GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (session_manager_interface, NULL);
  g_autoptr(GDBusConnection) connection = NULL;
  guint name;

  g_main_context_push_thread_default (self->context);
  connection = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                       | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, NULL);
  g_assert_nonnull (connection);
  self->connection = connection;
  g_dbus_connection_register_object (connection, "/org/gnome/SessionManager", info->interfaces[0], &table, self, NULL, NULL);
  name = g_bus_own_name_on_connection (connection, "org.gnome.SessionManager", G_BUS_NAME_OWNER_FLAGS_NONE,
                                       session_manager_named, NULL, self, NULL);
  g_main_loop_run (self->loop);
  g_bus_unown_name (name);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

/* There when it returns. */
static inline void
session_manager_start (SessionManager *self)
{
  *self = (SessionManager) { .context = g_main_context_new () };
  self->loop = g_main_loop_new (self->context, FALSE);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->thread = g_thread_new ("session-manager", session_manager_run, self);
  g_mutex_lock (&self->mutex);
  while (!self->ready)
    g_cond_wait (&self->cond, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/* Waits until it was asked and told to end so often; more is a fault. */
static inline void
session_manager_assert (SessionManager *self,
                        guint           n_inhibited,
                        guint           n_ended)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;

  g_mutex_lock (&self->mutex);
  while (self->n_inhibited < n_inhibited || self->n_ended < n_ended)
    g_assert_true (g_cond_wait_until (&self->cond, &self->mutex, deadline));
  g_assert_cmpuint (self->n_inhibited, ==, n_inhibited);
  g_assert_cmpuint (self->n_ended, ==, n_ended);
  g_mutex_unlock (&self->mutex);
}

/* Returns: whether it was asked to keep all of @flags from happening */
static inline gboolean
session_manager_was_asked (SessionManager *self,
                           guint           flags)
{
  gboolean asked;

  g_mutex_lock (&self->mutex);
  asked = (self->flags & flags) == flags;
  g_mutex_unlock (&self->mutex);
  return asked;
}

/* Tells the program, as at a log-out: "QueryEndSession", then "EndSession". */
static inline void
session_manager_tell (SessionManager *self,
                      const char     *signal)
{
  g_assert_true (g_dbus_connection_emit_signal (self->connection, NULL, "/org/gnome/SessionManager/Client1",
                                                "org.gnome.SessionManager.ClientPrivate", signal, g_variant_new ("(u)", 0), NULL));
}

static inline void
session_manager_end (SessionManager *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self->reason);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
}
