/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-home-page.h"
#include "myo-parts.h"

/* Rows added to a list in one go; more than a panel has room for at first. */
#define ROWS_AT_ONCE 12

struct _MyoHomePage
{
  GtkWidget parent_instance;

  MyoAtlas  *atlas;
  guint      n_conditions, n_topics;   /* in their lists by now */
  guint      fill_id;        /* adds the rest */
  GtkWidget *scroller, *topics_expander, *topics_list, *conditions_list;
};

G_DEFINE_FINAL_TYPE (MyoHomePage, myo_home_page, GTK_TYPE_WIDGET)

enum { SHOW_CONDITION, SHOW_TOPIC, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
condition_activated (MyoHomePage   *self,
                     GtkListBoxRow *row)
{
  const MyoCondition *condition = myo_atlas_get_conditions (self->atlas)->pdata[gtk_list_box_row_get_index (row)];

  g_signal_emit (self, signals[SHOW_CONDITION], 0, condition->id);
}

static void
topic_activated (MyoHomePage   *self,
                 GtkListBoxRow *row)
{
  const MyoTopic *topic = myo_atlas_get_topics (self->atlas)->pdata[gtk_list_box_row_get_index (row)];

  g_signal_emit (self, signals[SHOW_TOPIC], 0, topic->id);
}

/* Returns: whether there are more */
static gboolean
append_conditions (MyoHomePage *self)
{
  GPtrArray *conditions = myo_atlas_get_conditions (self->atlas);
  guint end = MIN (self->n_conditions + ROWS_AT_ONCE, conditions->len);

  for (; self->n_conditions < end; self->n_conditions++)
    myo_add_link_row (self->conditions_list, ((const MyoCondition *) conditions->pdata[self->n_conditions])->name, NULL);
  return end < conditions->len;
}

/* Returns: whether there are more */
static gboolean
append_topics (MyoHomePage *self)
{
  GPtrArray *topics = myo_atlas_get_topics (self->atlas);
  guint end = MIN (self->n_topics + ROWS_AT_ONCE, topics->len);

  for (; self->n_topics < end; self->n_topics++)
    myo_add_link_row (self->topics_list, ((const MyoTopic *) topics->pdata[self->n_topics])->name, NULL);
  gtk_widget_set_visible (self->topics_expander, topics->len > 0);
  return end < topics->len;
}

static gboolean
append_more_rows (gpointer data)
{
  MyoHomePage *self = data;

  if (append_conditions (self) || append_topics (self))
    return G_SOURCE_CONTINUE;

  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

/* What the first frame has room for now, the rest when there is time. */
void
myo_home_page_set_model (MyoHomePage *self,
                         MyoAtlas    *atlas)
{
  g_return_if_fail (MYO_IS_HOME_PAGE (self));
  g_return_if_fail (self->atlas == NULL);

  self->atlas = g_object_ref (atlas);
  if (append_more_rows (self))
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, append_more_rows, self, NULL);
}

static void
myo_home_page_dispose (GObject *object)
{
  MyoHomePage *self = MYO_HOME_PAGE (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_home_page_parent_class)->dispose (object);
}

static void
myo_home_page_class_init (MyoHomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_home_page_dispose;
  signals[SHOW_CONDITION] = g_signal_new ("show-condition", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOW_TOPIC] = g_signal_new ("show-topic", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-home-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoHomePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MyoHomePage, topics_expander);
  gtk_widget_class_bind_template_child (widget_class, MyoHomePage, topics_list);
  gtk_widget_class_bind_template_child (widget_class, MyoHomePage, conditions_list);
}

static void
myo_home_page_init (MyoHomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->topics_list, "row-activated", G_CALLBACK (topic_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conditions_list, "row-activated", G_CALLBACK (condition_activated), self, G_CONNECT_SWAPPED);
}
