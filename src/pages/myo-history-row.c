/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-history-row.h"
#include "myo-parts.h"
#include "myo-wrap.h"

struct _MyoHistoryRow
{
  GtkWidget parent_instance;

  MyoHistoryEntry *entry;
  GtkWidget       *box, *day, *holds_expander, *holds;
};

G_DEFINE_FINAL_TYPE (MyoHistoryRow, myo_history_row, GTK_TYPE_WIDGET)

enum { DELETE, SHOW_DRAWING, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_ENTRY = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- What is shown --- */

static gboolean
has_text (gpointer    unused,
          const char *text)
{
  return text != NULL && *text != '\0';
}

static void
show_holds (MyoHistoryRow *self)
{
  g_auto(GStrv) lines = myo_history_entry_describe_holds (self->entry);

  myo_empty_box (self->holds);
  for (guint i = 0; lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->holds), myo_make_text (lines[i], "caption"));
  gtk_widget_set_visible (self->holds_expander, lines[0] != NULL);
  gtk_expander_set_expanded (GTK_EXPANDER (self->holds_expander), FALSE);
}

void
myo_history_row_set_entry (MyoHistoryRow   *self,
                           MyoHistoryEntry *entry,
                           MyoHistoryEntry *before,
                           gint64           now)
{
  g_autofree char *day = NULL;

  g_return_if_fail (MYO_IS_HISTORY_ROW (self));
  g_return_if_fail (MYO_IS_HISTORY_ENTRY (entry));

  /* What is open stays open when the same session is told anew. */
  if (g_set_object (&self->entry, entry))
    show_holds (self);
  day = myo_history_entry_describe_day (entry, now);
  gtk_label_set_label (GTK_LABEL (self->day), day);
  gtk_widget_set_visible (self->day, before == NULL || !myo_history_entry_is_same_day (entry, before));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ENTRY]);
}

MyoHistoryEntry *
myo_history_row_get_entry (MyoHistoryRow *self)
{
  return self->entry;
}

static void
delete_clicked (MyoHistoryRow *self)
{
  g_signal_emit (self, signals[DELETE], 0);
}

static void
drawing_clicked (MyoHistoryRow *self)
{
  g_signal_emit (self, signals[SHOW_DRAWING], 0);
}

/* --- Class --- */

static void
myo_history_row_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_ENTRY)
    g_value_set_object (value, MYO_HISTORY_ROW (object)->entry);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_history_row_dispose (GObject *object)
{
  MyoHistoryRow *self = MYO_HISTORY_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (myo_history_row_parent_class)->dispose (object);
}

static void
myo_history_row_class_init (MyoHistoryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = myo_history_row_get_property;
  G_OBJECT_CLASS (klass)->dispose = myo_history_row_dispose;
  props[PROP_ENTRY] = g_param_spec_object ("entry", NULL, NULL, MYO_TYPE_HISTORY_ENTRY, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  signals[DELETE] = g_signal_new ("delete", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[SHOW_DRAWING] = g_signal_new ("show-drawing", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  g_type_ensure (MYO_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-history-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, box);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, day);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, holds_expander);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryRow, holds);
  gtk_widget_class_bind_template_callback (widget_class, has_text);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked);
  gtk_widget_class_bind_template_callback (widget_class, drawing_clicked);
}

static void
myo_history_row_init (MyoHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
myo_history_row_new (void)
{
  return g_object_new (MYO_TYPE_HISTORY_ROW, NULL);
}
