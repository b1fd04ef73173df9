/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-parts.h"
#include "myo-problems.h"

struct _MyoProblems
{
  AdwWindow parent_instance;

  char      *text;
  GtkWidget *advice_label, *list;
};

G_DEFINE_FINAL_TYPE (MyoProblems, myo_problems, ADW_TYPE_WINDOW)

static void
copy_all (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), MYO_PROBLEMS (widget)->text);
}

static void
add_line (MyoProblems *self,
          const char  *line)
{
  GtkWidget *label = myo_make_text (line, "problem");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  myo_add_plain_row (self->list, label);
}

static void
myo_problems_finalize (GObject *object)
{
  g_free (MYO_PROBLEMS (object)->text);

  G_OBJECT_CLASS (myo_problems_parent_class)->finalize (object);
}

static void
myo_problems_class_init (MyoProblemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = myo_problems_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-problems.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoProblems, advice_label);
  gtk_widget_class_bind_template_child (widget_class, MyoProblems, list);
  gtk_widget_class_install_action (widget_class, "problems.copy", NULL, copy_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
myo_problems_init (MyoProblems *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWindow *
myo_problems_new (GtkWindow         *parent,
                  const char        *advice,
                  const char *const *lines,
                  guint              n)
{
  MyoProblems *self = g_object_new (MYO_TYPE_PROBLEMS, "transient-for", parent, NULL);
  GString *text = g_string_new (NULL);

  gtk_label_set_label (GTK_LABEL (self->advice_label), advice);
  for (guint i = 0; i < n; i++)
    {
      add_line (self, lines[i]);
      g_string_append_printf (text, "%s\n", lines[i]);
    }
  self->text = g_string_free (text, FALSE);

  return GTK_WINDOW (self);
}
