/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-target.h"

#include "myo-map-keys.h"

struct _MyoMapTarget
{
  GtkWidget parent_instance;

  MyoMapBase *base;
  char       *id;
  MyoSide     side;
  MyoFigureId figure;
  MyoRect     box;
  gboolean    selected;
};

G_DEFINE_FINAL_TYPE (MyoMapTarget, myo_map_target, GTK_TYPE_WIDGET)

static guint activate_signal;

/* The map's own look-up, so that what one hits is what one sees. */
static gboolean
myo_map_target_contains (GtkWidget *widget,
                         double     x,
                         double     y)
{
  MyoMapTarget *self = MYO_MAP_TARGET (widget);
  graphene_point_t at;
  MyoMapPlace place;

  return myo_map_base_is_prepared (self->base)
         && gtk_widget_compute_point (widget, gtk_widget_get_parent (widget), &GRAPHENE_POINT_INIT ((float) x, (float) y), &at)
         && myo_map_layer_lookup (MYO_MAP_LAYER (self->base), at.x, at.y, &place)
         && place.figure == self->figure && place.side == self->side && g_strcmp0 (place.id, self->id) == 0;
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, activate_signal, 0);
}

static void
myo_map_target_finalize (GObject *object)
{
  MyoMapTarget *self = MYO_MAP_TARGET (object);

  g_free (self->id);
  g_object_unref (self->base);

  G_OBJECT_CLASS (myo_map_target_parent_class)->finalize (object);
}

static void
myo_map_target_class_init (MyoMapTargetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = myo_map_target_finalize;
  widget_class->contains = myo_map_target_contains;

  activate_signal = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate_signal);
  gtk_widget_class_install_action (widget_class, "target.choose", NULL, activate_action);
  myo_map_keys_bind (widget_class, MYO_MAP_KEYS_OF_PLACES);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
myo_map_target_init (MyoMapTarget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

MyoMapTarget *
myo_map_target_new (MyoMapBase    *base,
                    const char    *id,
                    const char    *name,
                    MyoSide        side,
                    MyoFigureId    figure,
                    const MyoRect *box)
{
  MyoMapTarget *self = g_object_new (MYO_TYPE_MAP_TARGET, NULL);

  self->base = g_object_ref (base);
  self->id = g_strdup (id);
  self->side = side;
  self->figure = figure;
  self->box = *box;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self;
}

const char *
myo_map_target_get_id (MyoMapTarget *self)
{
  return self->id;
}

MyoSide
myo_map_target_get_side (MyoMapTarget *self)
{
  return self->side;
}

MyoFigureId
myo_map_target_get_figure (MyoMapTarget *self)
{
  return self->figure;
}

const MyoRect *
myo_map_target_get_box (MyoMapTarget *self)
{
  return &self->box;
}

void
myo_map_target_set_selected (MyoMapTarget *self,
                             gboolean      selected)
{
  g_return_if_fail (MYO_IS_MAP_TARGET (self));

  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
