/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-inhibit.h"

struct _MyoInhibit
{
  GObject parent_instance;

  GtkApplication *application;
  GWeakRef        window;
  GtkApplicationInhibitFlags flags;
  char           *reason;        /* NULL: there is none */
  guint           cookie;        /* 0 when the desktop has not heard of it */
};

G_DEFINE_FINAL_TYPE (MyoInhibit, myo_inhibit, G_TYPE_OBJECT)

enum { PROP_REASON = 1, N_PROPS };

static void
myo_inhibit_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  if (id == PROP_REASON)
    myo_inhibit_set_reason (MYO_INHIBIT (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_inhibit_dispose (GObject *object)
{
  MyoInhibit *self = MYO_INHIBIT (object);

  if (self->application != NULL)
    myo_inhibit_set_reason (self, NULL);
  g_clear_object (&self->application);

  G_OBJECT_CLASS (myo_inhibit_parent_class)->dispose (object);
}

static void
myo_inhibit_finalize (GObject *object)
{
  g_weak_ref_clear (&MYO_INHIBIT (object)->window);

  G_OBJECT_CLASS (myo_inhibit_parent_class)->finalize (object);
}

static void
myo_inhibit_class_init (MyoInhibitClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_inhibit_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_inhibit_finalize;
  G_OBJECT_CLASS (klass)->set_property = myo_inhibit_set_property;
  g_object_class_install_property (G_OBJECT_CLASS (klass), PROP_REASON,
                                   g_param_spec_string ("reason", NULL, NULL, "", G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
myo_inhibit_init (MyoInhibit *self)
{
  g_weak_ref_init (&self->window, NULL);
}

MyoInhibit *
myo_inhibit_new (GtkApplication             *application,
                 GtkWindow                  *window,
                 GtkApplicationInhibitFlags  flags)
{
  MyoInhibit *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (MYO_TYPE_INHIBIT, NULL);
  self->application = g_object_ref (application);
  g_weak_ref_set (&self->window, window);
  self->flags = flags;
  return self;
}

/* What was asked for is taken back before it is asked for another reason. */
void
myo_inhibit_set_reason (MyoInhibit *self,
                        const char *reason)
{
  g_autoptr(GtkWindow) window = NULL;

  g_return_if_fail (MYO_IS_INHIBIT (self));

  if (reason != NULL && *reason == '\0')
    reason = NULL;
  if (g_strcmp0 (self->reason, reason) == 0)
    return;

  if (self->cookie != 0)
    gtk_application_uninhibit (self->application, self->cookie);
  self->cookie = 0;
  g_free (self->reason);
  self->reason = g_strdup (reason);
  if (reason == NULL)
    return;

  window = g_weak_ref_get (&self->window);
  self->cookie = gtk_application_inhibit (self->application, window, self->flags, reason);
}

gboolean
myo_inhibit_get_active (MyoInhibit *self)
{
  g_return_val_if_fail (MYO_IS_INHIBIT (self), FALSE);

  return self->reason != NULL;
}
