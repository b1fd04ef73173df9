/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-inhibit.h"

#include <glib/gi18n.h>

struct _MyoInhibit
{
  GObject parent_instance;

  GtkApplication *application;
  GWeakRef        window;
  gboolean        active;
  guint           cookie;        /* 0 when the desktop has not heard of it */
};

G_DEFINE_FINAL_TYPE (MyoInhibit, myo_inhibit, G_TYPE_OBJECT)

static void
myo_inhibit_dispose (GObject *object)
{
  MyoInhibit *self = MYO_INHIBIT (object);

  if (self->application != NULL)
    myo_inhibit_set_active (self, FALSE);
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
}

static void
myo_inhibit_init (MyoInhibit *self)
{
  g_weak_ref_init (&self->window, NULL);
}

MyoInhibit *
myo_inhibit_new (GtkApplication *application,
                 GtkWindow      *window)
{
  MyoInhibit *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (MYO_TYPE_INHIBIT, NULL);
  self->application = g_object_ref (application);
  g_weak_ref_set (&self->window, window);
  return self;
}

void
myo_inhibit_set_active (MyoInhibit *self,
                        gboolean    active)
{
  g_autoptr(GtkWindow) window = NULL;

  g_return_if_fail (MYO_IS_INHIBIT (self));

  if (self->active == !!active)
    return;

  self->active = !!active;
  window = g_weak_ref_get (&self->window);
  if (active)
    self->cookie = gtk_application_inhibit (self->application, window, GTK_APPLICATION_INHIBIT_IDLE,
                                            /* Translators: why the screen stays on; the desktop may show it */
                                            _("A hold is running"));
  else if (self->cookie != 0)
    gtk_application_uninhibit (self->application, self->cookie);
  if (!active)
    self->cookie = 0;
}

gboolean
myo_inhibit_get_active (MyoInhibit *self)
{
  g_return_val_if_fail (MYO_IS_INHIBIT (self), FALSE);

  return self->active;
}
