/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-condition-page.h"
#include "myo-parts.h"

struct _MyoConditionPage
{
  GtkWidget parent_instance;

  MyoAtlas  *atlas;
  GtkWidget *scroller, *box;
};

G_DEFINE_FINAL_TYPE (MyoConditionPage, myo_condition_page, GTK_TYPE_WIDGET)

enum { SHOW_MUSCLE, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
add_text (MyoConditionPage *self,
          const char       *text,
          const char       *css_class)
{
  gtk_box_append (GTK_BOX (self->box), myo_make_text (text, css_class));
}

static void
start_over (MyoConditionPage *self,
            const char       *name)
{
  myo_empty_box (self->box);
  add_text (self, name, "title-2");
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
add_bullets (MyoConditionPage *self,
             const char       *heading,
             GPtrArray        *texts)
{
  if (texts->len == 0)
    return;

  add_text (self, heading, "heading");
  for (guint i = 0; i < texts->len; i++)
    gtk_box_append (GTK_BOX (self->box), myo_make_bullet (texts->pdata[i]));
}

static void
muscle_clicked (MyoConditionPage *self,
                GtkButton        *button)
{
  g_signal_emit (self, signals[SHOW_MUSCLE], 0, g_object_get_data (G_OBJECT (button), "muscle-id"));
}

static void
add_muscles (MyoConditionPage   *self,
             const MyoCondition *condition)
{
  add_text (self, _("Muscles to look at first"), "heading");
  for (guint i = 0; i < condition->muscles->len; i++)
    {
      MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, condition->muscles->pdata[i]);
      GtkWidget *button;

      if (muscle == NULL)
        continue;
      button = myo_make_link_button (muscle->name);
      g_object_set_data_full (G_OBJECT (button), "muscle-id", g_strdup (muscle->id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (muscle_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->box), button);
    }
}

void
myo_condition_page_show_condition (MyoConditionPage   *self,
                                   const MyoCondition *condition)
{
  g_return_if_fail (MYO_IS_CONDITION_PAGE (self));

  start_over (self, condition->name);
  add_text (self, condition->summary, "summary");
  add_bullets (self, _("See a doctor when"), condition->see_doctor);
  add_muscles (self, condition);
  add_bullets (self, _("What else it can be"), condition->other_causes);
}

void
myo_condition_page_show_topic (MyoConditionPage *self,
                               const MyoTopic   *topic)
{
  g_return_if_fail (MYO_IS_CONDITION_PAGE (self));

  start_over (self, topic->name);
  for (guint i = 0; i < topic->texts->len; i++)
    add_text (self, topic->texts->pdata[i], NULL);
  if (topic->evidence->len > 0)
    add_text (self, _("Sources"), "heading");
  for (guint i = 0; i < topic->evidence->len; i++)
    gtk_box_append (GTK_BOX (self->box), myo_make_source (self->atlas, topic->evidence->pdata[i]));
}

void
myo_condition_page_set_model (MyoConditionPage *self,
                              MyoAtlas         *atlas)
{
  g_return_if_fail (MYO_IS_CONDITION_PAGE (self));
  g_return_if_fail (self->atlas == NULL);

  self->atlas = g_object_ref (atlas);
}

static void
myo_condition_page_dispose (GObject *object)
{
  MyoConditionPage *self = MYO_CONDITION_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_condition_page_parent_class)->dispose (object);
}

static void
myo_condition_page_class_init (MyoConditionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_condition_page_dispose;
  signals[SHOW_MUSCLE] = g_signal_new ("show-muscle", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-condition-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoConditionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MyoConditionPage, box);
}

static void
myo_condition_page_init (MyoConditionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
