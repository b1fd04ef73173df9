/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-compat.h"
#include "myo-notice-bar.h"
#include "myo-wrap.h"
#include "myo-parts.h"

struct _MyoNoticeBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer, *label, *button, *close_button;
};

G_DEFINE_FINAL_TYPE (MyoNoticeBar, myo_notice_bar, GTK_TYPE_WIDGET)

enum { PROP_CLOSABLE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { ACTION, CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* GTK 4.8 does not let go of what is hidden with the focus in it. */
static void
let_go_of_focus (MyoNoticeBar *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_root_set_focus (root, NULL);
}

void
myo_notice_bar_set_text (MyoNoticeBar *self,
                         const char   *text,
                         const char   *button)
{
  g_return_if_fail (MYO_IS_NOTICE_BAR (self));

  if (text == NULL)
    let_go_of_focus (self);
  else
    {
      if (g_strcmp0 (text, myo_notice_bar_get_text (self)) != 0)
        myo_compat_announce (GTK_WIDGET (self), text);
      myo_set_text (self->label, text);
      gtk_button_set_label (GTK_BUTTON (self->button), button != NULL ? button : "");
      gtk_widget_set_visible (self->button, button != NULL);
    }
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), text != NULL);
}

const char *
myo_notice_bar_get_text (MyoNoticeBar *self)
{
  g_return_val_if_fail (MYO_IS_NOTICE_BAR (self), NULL);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer)) ? gtk_label_get_label (GTK_LABEL (self->label)) : NULL;
}

static void
button_clicked (MyoNoticeBar *self)
{
  g_signal_emit (self, signals[ACTION], 0);
}

static void
close_clicked (MyoNoticeBar *self)
{
  myo_notice_bar_set_text (self, NULL, NULL);
  g_signal_emit (self, signals[CLOSED], 0);
}

/* --- Class --- */

static void
myo_notice_bar_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_CLOSABLE)
    g_value_set_boolean (value, gtk_widget_get_visible (MYO_NOTICE_BAR (object)->close_button));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_notice_bar_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  if (id == PROP_CLOSABLE)
    gtk_widget_set_visible (MYO_NOTICE_BAR (object)->close_button, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_notice_bar_dispose (GObject *object)
{
  g_clear_pointer (&MYO_NOTICE_BAR (object)->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (myo_notice_bar_parent_class)->dispose (object);
}

static void
myo_notice_bar_class_init (MyoNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = myo_notice_bar_get_property;
  G_OBJECT_CLASS (klass)->set_property = myo_notice_bar_set_property;
  G_OBJECT_CLASS (klass)->dispose = myo_notice_bar_dispose;
  props[PROP_CLOSABLE] = g_param_spec_boolean ("closable", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  signals[ACTION] = g_signal_new ("action", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  g_type_ensure (MYO_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, MyoNoticeBar, label);
  gtk_widget_class_bind_template_child (widget_class, MyoNoticeBar, button);
  gtk_widget_class_bind_template_child (widget_class, MyoNoticeBar, close_button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked);
}

static void
myo_notice_bar_init (MyoNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->label, NULL, -1);
}
