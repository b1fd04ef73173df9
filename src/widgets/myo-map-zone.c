/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-zone.h"

#include "myo-body-map-private.h"

struct _MyoMapZone
{
  GtkWidget parent_instance;

  char       *id;
  MyoSide     side;
  MyoFigureId figure;
  MyoRect     box;
  gboolean    selected;
};

G_DEFINE_FINAL_TYPE (MyoMapZone, myo_map_zone, GTK_TYPE_WIDGET)

static guint activate_signal;

/* The map's own look-up, so that what one hits is what one sees. */
static gboolean
myo_map_zone_contains (GtkWidget *widget,
                       double     x,
                       double     y)
{
  MyoMapZone *self = MYO_MAP_ZONE (widget);
  GtkWidget *map = gtk_widget_get_parent (widget);
  graphene_point_t at;
  double view_x, view_y;
  const char *id;
  MyoSide side;

  if (!myo_body_map_is_prepared (MYO_BODY_MAP (map))
      || !gtk_widget_compute_point (widget, map, &GRAPHENE_POINT_INIT ((float) x, (float) y), &at)
      || myo_body_map_look_up (MYO_BODY_MAP (map), at.x, at.y, &view_x, &view_y, &side, &id) != (int) self->figure)
    return FALSE;

  return side == self->side && g_strcmp0 (id, self->id) == 0;
}

static void
activate_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, activate_signal, 0);
}

static void
myo_map_zone_finalize (GObject *object)
{
  g_free (MYO_MAP_ZONE (object)->id);

  G_OBJECT_CLASS (myo_map_zone_parent_class)->finalize (object);
}

static void
myo_map_zone_class_init (MyoMapZoneClass *klass)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = myo_map_zone_finalize;
  widget_class->contains = myo_map_zone_contains;

  activate_signal = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_activate_signal (widget_class, activate_signal);
  gtk_widget_class_install_action (widget_class, "zone.choose", NULL, activate_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "zone.choose", NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
myo_map_zone_init (MyoMapZone *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

MyoMapZone *
myo_map_zone_new (const char    *id,
                  const char    *name,
                  MyoSide        side,
                  MyoFigureId    figure,
                  const MyoRect *box)
{
  MyoMapZone *self = g_object_new (MYO_TYPE_MAP_ZONE, NULL);

  self->id = g_strdup (id);
  self->side = side;
  self->figure = figure;
  self->box = *box;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return self;
}

const char *
myo_map_zone_get_id (MyoMapZone *self)
{
  return self->id;
}

MyoSide
myo_map_zone_get_side (MyoMapZone *self)
{
  return self->side;
}

MyoFigureId
myo_map_zone_get_figure (MyoMapZone *self)
{
  return self->figure;
}

const MyoRect *
myo_map_zone_get_box (MyoMapZone *self)
{
  return &self->box;
}

void
myo_map_zone_set_selected (MyoMapZone *self,
                           gboolean    selected)
{
  g_return_if_fail (MYO_IS_MAP_ZONE (self));

  if (self->selected == selected)
    return;

  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
