/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-change-row.h"
#include "myo-parts.h"

struct _MyoChangeRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *label, *before_bar, *after_bar;
};

G_DEFINE_FINAL_TYPE (MyoChangeRow, myo_change_row, GTK_TYPE_LIST_BOX_ROW)

static void
show (MyoChangeRow *self,
      const char   *words,
      gboolean      bars)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (self->label)), words) != 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  myo_set_text (self->label, words);
  gtk_widget_set_visible (self->before_bar, bars);
  gtk_widget_set_visible (self->after_bar, bars);
}

void
myo_change_row_set_change (MyoChangeRow *self,
                           const char   *words,
                           double        before,
                           double        after)
{
  g_return_if_fail (MYO_IS_CHANGE_ROW (self));

  show (self, words, TRUE);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->before_bar), before);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->after_bar), after);
}

void
myo_change_row_set_words (MyoChangeRow *self,
                          const char   *words)
{
  g_return_if_fail (MYO_IS_CHANGE_ROW (self));

  show (self, words, FALSE);
}

static void
myo_change_row_class_init (MyoChangeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-change-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoChangeRow, label);
  gtk_widget_class_bind_template_child (widget_class, MyoChangeRow, before_bar);
  gtk_widget_class_bind_template_child (widget_class, MyoChangeRow, after_bar);
}

static void
myo_change_row_init (MyoChangeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
myo_change_row_new (void)
{
  return g_object_new (MYO_TYPE_CHANGE_ROW, NULL);
}
