/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-either.h"

struct _MyoEither
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (MyoEither, myo_either, GTK_TYPE_WIDGET)

static GtkWidget *
choose (GtkWidget *widget,
        int        width)
{
  GtkWidget *chosen = gtk_widget_get_first_child (widget);
  int natural;

  for (; chosen != NULL && gtk_widget_get_next_sibling (chosen) != NULL; chosen = gtk_widget_get_next_sibling (chosen))
    {
      gtk_widget_measure (chosen, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      if (natural <= width)
        break;
    }
  return chosen;
}

/* As wide as the first would like to be, and as narrow as the last can be; as high as the highest, so that nothing moves when another
 * takes the place. */
static void
myo_either_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  gboolean level = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least, wish;

      gtk_widget_measure (child, orientation, -1, &least, &wish, NULL, NULL);
      *minimum = level ? least : MAX (*minimum, least);
      *natural = MAX (*natural, wish);
    }
}

/* GTK leaves the focus, and a reference, with what is hidden while it has it. */
static void
take_focus_along (GtkWidget *widget,
                  GtkWidget *chosen)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, widget) || focus == chosen || gtk_widget_is_ancestor (focus, chosen))
    return;
  if (!gtk_widget_child_focus (chosen, GTK_DIR_TAB_FORWARD))
    gtk_root_set_focus (root, NULL);
}

static void
myo_either_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  GtkWidget *chosen = choose (widget, width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_child_visible (child, child == chosen);
  if (chosen == NULL)
    return;
  gtk_widget_allocate (chosen, width, height, baseline, NULL);
  take_focus_along (widget, chosen);
}

static GtkSizeRequestMode
myo_either_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
myo_either_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (myo_either_parent_class)->dispose (object);
}

static void
myo_either_class_init (MyoEitherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_either_dispose;
  widget_class->measure = myo_either_measure;
  widget_class->size_allocate = myo_either_size_allocate;
  widget_class->get_request_mode = myo_either_get_request_mode;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);
}

static void
myo_either_init (MyoEither *self)
{
}
