/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-frame.h"

struct _UiFrame
{
  GtkWidget parent_instance;

  int width, height;
};
G_DEFINE_FINAL_TYPE (UiFrame, ui_frame, GTK_TYPE_WIDGET)

static void
ui_frame_measure (GtkWidget      *widget,
                  GtkOrientation  orientation,
                  int             for_size,
                  int            *minimum,
                  int            *natural,
                  int            *minimum_baseline,
                  int            *natural_baseline)
{
  UiFrame *self = UI_FRAME (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean level = orientation == GTK_ORIENTATION_HORIZONTAL;
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (!level)
    gtk_widget_measure (child, orientation, MAX (least, self->width), &least, NULL, NULL, NULL);
  *minimum = least;
  *natural = MAX (least, level ? self->width : self->height);
}

static void
ui_frame_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
ui_frame_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_frame_parent_class)->dispose (object);
}

static void
ui_frame_class_init (UiFrameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ui_frame_dispose;
  GTK_WIDGET_CLASS (klass)->measure = ui_frame_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = ui_frame_size_allocate;
}

static void
ui_frame_init (UiFrame *self)
{
}

GtkWidget *
ui_frame_new (GtkWidget *child,
              int        width,
              int        height)
{
  UiFrame *self = g_object_new (ui_frame_get_type (), NULL);

  self->width = width;
  self->height = height;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
