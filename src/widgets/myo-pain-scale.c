/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-pain-scale.h"
#include "myo-wrap.h"

#define MOST 10

struct _MyoPainScale
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *buttons[MOST + 1];
  gboolean   after;
  int        value;
};

G_DEFINE_FINAL_TYPE (MyoPainScale, myo_pain_scale, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_VALUE, PROP_AFTER, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
toggled (GtkToggleButton *button,
         MyoPainScale    *self)
{
  int value = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "value"));

  if (gtk_toggle_button_get_active (button))
    myo_pain_scale_set_value (self, value);
  else if (self->value == value)
    myo_pain_scale_set_value (self, -1);
}

static void
choose_digit (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MyoPainScale *self = MYO_PAIN_SCALE (widget);

  myo_pain_scale_set_value (self, g_variant_get_int32 (parameter));
  gtk_widget_grab_focus (self->buttons[self->value]);
}

static void
myo_pain_scale_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_VALUE)
    g_value_set_int (value, MYO_PAIN_SCALE (object)->value);
  else if (prop_id == PROP_AFTER)
    g_value_set_boolean (value, MYO_PAIN_SCALE (object)->after);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
myo_pain_scale_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (prop_id == PROP_VALUE)
    myo_pain_scale_set_value (MYO_PAIN_SCALE (object), g_value_get_int (value));
  else if (prop_id == PROP_AFTER)
    MYO_PAIN_SCALE (object)->after = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static GtkWidget *
make_button (MyoPainScale *self,
             int           value)
{
  g_autofree char *label = g_strdup_printf ("%d", value);
  /* Translators: a degree of pain from 0 to 10, for the screen reader */
  g_autofree char *spoken = g_strdup_printf (self->after ? _("Pain after: %d of 10") : _("Pain before: %d of 10"), value);
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_widget_add_css_class (button, "pain-step");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_label_set_xalign (GTK_LABEL (child), .5);
  g_object_set_data (G_OBJECT (button), "value", GINT_TO_POINTER (value));
  myo_compat_name (button, spoken);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled), self, 0);

  return button;
}

static void
myo_pain_scale_constructed (GObject *object)
{
  MyoPainScale *self = MYO_PAIN_SCALE (object);

  G_OBJECT_CLASS (myo_pain_scale_parent_class)->constructed (object);
  for (int i = 0; i <= MOST; i++)
    {
      self->buttons[i] = make_button (self, i);
      myo_wrap_append (MYO_WRAP (self->box), self->buttons[i]);
    }
}

static void
myo_pain_scale_dispose (GObject *object)
{
  g_clear_pointer (&MYO_PAIN_SCALE (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (myo_pain_scale_parent_class)->dispose (object);
}

static void
myo_pain_scale_class_init (MyoPainScaleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = myo_pain_scale_constructed;
  object_class->dispose = myo_pain_scale_dispose;
  object_class->get_property = myo_pain_scale_get_property;
  object_class->set_property = myo_pain_scale_set_property;

  props[PROP_VALUE] = g_param_spec_int ("value", NULL, NULL, -1, MOST, -1,
                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_AFTER] = g_param_spec_boolean ("after", NULL, NULL, FALSE,
                                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "scale.choose", "i", choose_digit);
  for (int i = 0; i < MOST; i++)
    {
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0 + (guint) i, 0, "scale.choose", "i", i);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_0 + (guint) i, 0, "scale.choose", "i", i);
    }
  gtk_widget_class_set_css_name (widget_class, "painscale");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
myo_pain_scale_init (MyoPainScale *self)
{
  self->value = -1;
  self->box = g_object_new (MYO_TYPE_WRAP, "spacing", 0, "homogeneous", TRUE, NULL);
  gtk_widget_add_css_class (self->box, "linked");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
myo_pain_scale_new (void)
{
  return g_object_new (MYO_TYPE_PAIN_SCALE, NULL);
}

int
myo_pain_scale_get_value (MyoPainScale *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_SCALE (self), -1);

  return self->value;
}

void
myo_pain_scale_set_value (MyoPainScale *self,
                          int           value)
{
  g_return_if_fail (MYO_IS_PAIN_SCALE (self));
  g_return_if_fail (value >= -1 && value <= MOST);

  if (self->value == value)
    return;

  self->value = value;
  for (int i = 0; i <= MOST; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]), i == value);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}
