/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "size-kit.h"

#include <string.h>

#include "widget-kit.h"

/* Of what can be scrolled, this much is in sight at least, px: less is no place to find anything in. */
#define LEAST_SIGHT 40
/* Layout works in whole pixels, transforms do not. */
#define BLUR        .5f

/* --- The pinhole --- */

G_DECLARE_FINAL_TYPE (SizeHole, size_hole, SIZE, HOLE, GtkWidget)

struct _SizeHole
{
  GtkWidget parent_instance;

  int width, height;
};
G_DEFINE_FINAL_TYPE (SizeHole, size_hole, GTK_TYPE_WIDGET)

static void
size_hole_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
size_hole_allocate (GtkWidget *widget,
                    int        width,
                    int        height,
                    int        baseline)
{
  SizeHole *self = SIZE_HOLE (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int least_width, least_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  least_width = MAX (least_width, self->width > 0 ? self->width : width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, least_width, &least_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, least_width, MAX (least_height, self->width > 0 ? self->height : height), -1, NULL);
}

static void
size_hole_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (size_hole_parent_class)->dispose (object);
}

static void
size_hole_class_init (SizeHoleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = size_hole_dispose;
  GTK_WIDGET_CLASS (klass)->measure = size_hole_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = size_hole_allocate;
}

static void
size_hole_init (SizeHole *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static GtkWidget *
get_content (GtkWindow *window)
{
  if (ADW_IS_APPLICATION_WINDOW (window))
    return adw_application_window_get_content (ADW_APPLICATION_WINDOW (window));
  return ADW_IS_WINDOW (window) ? adw_window_get_content (ADW_WINDOW (window)) : gtk_window_get_child (window);
}

static void
set_content (GtkWindow *window,
             GtkWidget *content)
{
  if (ADW_IS_APPLICATION_WINDOW (window))
    adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), content);
  else if (ADW_IS_WINDOW (window))
    adw_window_set_content (ADW_WINDOW (window), content);
  else
    gtk_window_set_child (window, content);
}

void
size_wrap (GtkWindow *window)
{
  GtkWidget *content = g_object_ref (get_content (window));
  GtkWidget *hole = g_object_new (size_hole_get_type (), NULL);

  set_content (window, NULL);
  gtk_widget_set_parent (content, hole);
  g_object_unref (content);
  set_content (window, hole);
}

/* --- What is searched for --- */

typedef struct
{
  GtkWidget  *hole;
  int         width, height;
  const char *what;
  guint       n_faults;
} Look;

static void G_GNUC_PRINTF (3, 4)
tell (Look       *look,
      GtkWidget  *widget,
      const char *format,
      ...)
{
  g_autofree char *name = ui_dup_name (widget);
  g_autofree char *fault = NULL;
  va_list args;

  va_start (args, format);
  fault = g_strdup_vprintf (format, args);
  va_end (args);
  g_test_message ("%s, %d × %d: %s “%s” %s", look->what, look->width, look->height, G_OBJECT_TYPE_NAME (widget),
                  name != NULL ? name : "", fault);
  look->n_faults++;
}

static gboolean
is_pressable (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_RANGE (widget)
         || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SCROLLED_WINDOW (widget)
         || (GTK_IS_LIST_BOX_ROW (widget) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)));
}

/* A scrolled area may pass on what it holds; a bar of its own is not one of the things to be pressed. */
static gboolean
is_part (GtkWidget *widget)
{
  return (GTK_IS_RANGE (widget) && GTK_IS_SCROLLED_WINDOW (gtk_widget_get_parent (widget)))
         || GTK_IS_SCROLLBAR (gtk_widget_get_parent (widget)) || GTK_IS_EDITABLE (gtk_widget_get_parent (widget));
}

/* Whether what is in @widget is scrolled in it */
static gboolean
scrolls (GtkWidget      *widget,
         GtkOrientation  orientation)
{
  GtkWidget *scroller = widget;
  GtkPolicyType level, upright;

  while (GTK_IS_SCROLLABLE (scroller))
    scroller = gtk_widget_get_parent (scroller);
  if (scroller == widget || !GTK_IS_SCROLLED_WINDOW (scroller))
    return FALSE;
  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (scroller), &level, &upright);
  return (orientation == GTK_ORIENTATION_HORIZONTAL ? level : upright) != GTK_POLICY_NEVER;
}

/* Who asks for all that: the innermost widget in sight that needs more than there is */
static GtkWidget *
find_greedy (GtkWidget      *widget,
             GtkOrientation  orientation,
             int             room)
{
  int least;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_measure (child, orientation, -1, &least, NULL, NULL, NULL);
      if (ui_sees (child) && least > room)
        return find_greedy (child, orientation, room);
    }
  return widget;
}

/* Inside all that would hide what sticks out of it, unless it can be scrolled into sight */
static void
check_reachable (Look      *look,
                 GtkWidget *widget)
{
  gboolean level = FALSE, upright = FALSE;
  graphene_rect_t bounds;

  for (GtkWidget *around = gtk_widget_get_parent (widget); !(level && upright); around = gtk_widget_get_parent (around))
    {
      gboolean edge = around == look->hole || gtk_widget_get_overflow (around) == GTK_OVERFLOW_HIDDEN || GTK_IS_SCROLLED_WINDOW (around);
      float width = (float) (around == look->hole ? look->width : gtk_widget_get_width (around));
      float height = (float) (around == look->hole ? look->height : gtk_widget_get_height (around));

      level = level || scrolls (around, GTK_ORIENTATION_HORIZONTAL);
      upright = upright || scrolls (around, GTK_ORIENTATION_VERTICAL);
      if (edge && gtk_widget_compute_bounds (widget, around, &bounds)
          && ((!level && (bounds.origin.x < -BLUR || bounds.origin.x + bounds.size.width > width + BLUR))
              || (!upright && (bounds.origin.y < -BLUR || bounds.origin.y + bounds.size.height > height + BLUR))))
        {
          tell (look, widget, "at %g, %g of %g × %g sticks out of %s of %g × %g", bounds.origin.x, bounds.origin.y,
                bounds.size.width, bounds.size.height, G_OBJECT_TYPE_NAME (around), width, height);
          return;
        }
      if (around == look->hole)
        return;
    }
}

/* The area itself is large enough to see something in. */
static void
check_sight (Look      *look,
             GtkWidget *scroller)
{
  GtkAdjustment *upright = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  double all = gtk_adjustment_get_upper (upright) - gtk_adjustment_get_lower (upright);

  if (gtk_widget_get_height (scroller) < MIN (all, LEAST_SIGHT))
    tell (look, scroller, "shows %d of %g px", gtk_widget_get_height (scroller), all);
}

/* Words of a button stand whole: none is cut off, or broken in its midst but where it is longer than the window is wide. */
static void
check_words (Look      *look,
             GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char *text = pango_layout_get_text (layout);
  GSList *lines = pango_layout_get_lines_readonly (layout);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (pango_layout_is_ellipsized (layout) || width > gtk_widget_get_width (label) + 1)
    tell (look, label, "is cut");
  for (GSList *line = lines; line != NULL; line = line->next)
    {
      int start = ((PangoLayoutLine *) line->data)->start_index;

      if (gtk_widget_get_width (label) < look->width * 2 / 3 && start > 0 && g_ascii_isalpha (text[start - 1]) && g_ascii_isalpha (text[start]))
        tell (look, label, "is broken before “%s”", text + start);
    }
}

static gboolean
look_at (GtkWidget     *widget,
         gconstpointer  data)
{
  Look *look = (gpointer) data;

  if (!ui_sees (widget))
    return FALSE;
  if (is_pressable (widget) && !is_part (widget))
    check_reachable (look, widget);
  if (GTK_IS_SCROLLED_WINDOW (widget))
    check_sight (look, widget);
  if (GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, GTK_TYPE_BUTTON) != NULL)
    check_words (look, widget);
  return FALSE;
}

/* What is laid out may ask for another layout: a row that became a column.  Three times is more than anything needs. */
static void
lay_out (SizeHole *hole)
{
  for (int i = 0; i < 3; i++)
    size_hole_allocate (GTK_WIDGET (hole), 0, 0, -1);
}

void
size_set (GtkWindow *window,
          int        width,
          int        height)
{
  SizeHole *hole = SIZE_HOLE (get_content (window));

  hole->width = width;
  hole->height = height;
  gtk_widget_queue_resize (GTK_WIDGET (hole));
  lay_out (hole);
}

guint
size_look (GtkWindow  *window,
           const char *what)
{
  SizeHole *hole = SIZE_HOLE (get_content (window));
  GtkWidget *content = gtk_widget_get_first_child (GTK_WIDGET (hole));
  int width = hole->width, height = hole->height;
  Look look = { GTK_WIDGET (hole), width, height, what, 0 };
  int least_width, least_height;

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, MAX (width, least_width), &least_height, NULL, NULL, NULL);
  if (least_width > width || least_height > height)
    tell (&look, find_greedy (content, GTK_ORIENTATION_HORIZONTAL, width), "asks for %d × %d", least_width, least_height);
  ui_find (content, look_at, &look);
  return look.n_faults;
}
