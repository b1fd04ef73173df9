/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-history-page.h"
#include "myo-history-row.h"
#include "myo-notice-bar.h"
#include "myo-parts.h"

struct _MyoHistoryPage
{
  GtkWidget parent_instance;

  MyoHistory *history;
  GListModel *entries;           /* its */
  GPtrArray  *shown;             /* of GtkListItem, those that have an entry */
  GtkWidget  *box, *notice, *search_bar, *search_entry, *toasts, *stack, *scroller, *list_view;
  gboolean    closed;
};

G_DEFINE_FINAL_TYPE (MyoHistoryPage, myo_history_page, GTK_TYPE_WIDGET)

enum { DELETE, SHOW_DRAWING, TRY_AGAIN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
row_delete (MyoHistoryPage *self,
            MyoHistoryRow  *row)
{
  g_signal_emit (self, signals[DELETE], 0, myo_history_row_get_entry (row));
}

static void
row_show_drawing (MyoHistoryPage *self,
                  MyoHistoryRow  *row)
{
  g_signal_emit (self, signals[SHOW_DRAWING], 0, myo_history_row_get_entry (row));
}

static void
notice_action (MyoHistoryPage *self)
{
  g_signal_emit (self, signals[TRY_AGAIN], 0);
}

static void
setup_row (MyoHistoryPage *self,
           GtkListItem    *item)
{
  GtkWidget *row = myo_history_row_new ();

  g_signal_connect_object (row, "delete", G_CALLBACK (row_delete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "show-drawing", G_CALLBACK (row_show_drawing), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
show_entry (MyoHistoryPage *self,
            GtkListItem    *item)
{
  guint position = gtk_list_item_get_position (item);
  g_autoptr(MyoHistoryEntry) before = position > 0 ? g_list_model_get_item (self->entries, position - 1) : NULL;

  myo_history_row_set_entry (MYO_HISTORY_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item), before,
                             myo_today_get_now (myo_history_get_today (self->history)));
}

static void
bind_row (MyoHistoryPage *self,
          GtkListItem    *item)
{
  g_ptr_array_add (self->shown, item);
  show_entry (self, item);
}

static void
unbind_row (MyoHistoryPage *self,
            GtkListItem    *item)
{
  g_ptr_array_remove_fast (self->shown, item);
}

/* How a day is called, and which entry is the first of it, depends on more than the entry. */
static void
show_days (MyoHistoryPage *self)
{
  for (guint i = 0; i < self->shown->len; i++)
    show_entry (self, self->shown->pdata[i]);
}

static gboolean
is_searching (MyoHistoryPage *self)
{
  return *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0';
}

static void
entries_changed (MyoHistoryPage *self)
{
  gboolean any = g_list_model_get_n_items (self->entries) > 0, searching = is_searching (self);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), any ? "list" : searching ? "nothing" : self->closed ? "closed" : "empty");
  gtk_widget_set_visible (self->search_bar, any || searching);
  show_days (self);
}

/* The most recent of what is found comes first: that is where to look. */
static void
search_changed (MyoHistoryPage *self)
{
  if (self->history == NULL)
    return;

  myo_history_set_search (self->history, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
search_stopped (MyoHistoryPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

gboolean
myo_history_page_start_search (MyoHistoryPage *self)
{
  g_return_val_if_fail (MYO_IS_HISTORY_PAGE (self), FALSE);

  return gtk_widget_get_visible (self->search_bar) && gtk_widget_grab_focus (self->search_entry);
}

static void
scrolled (MyoHistoryPage *self,
          GtkAdjustment  *adjustment)
{
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment)
                 - gtk_adjustment_get_page_size (adjustment);

  if (self->history != NULL && below < 2 * gtk_adjustment_get_page_size (adjustment))
    myo_history_load_more (self->history);
}

void
myo_history_page_set_history (MyoHistoryPage *self,
                              MyoHistory     *history)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  g_return_if_fail (MYO_IS_HISTORY_PAGE (self));
  g_return_if_fail (MYO_IS_HISTORY (history));
  g_return_if_fail (self->history == NULL);

  self->history = g_object_ref (history);
  self->entries = g_object_ref (myo_history_get_entries (history));
  selection = gtk_no_selection_new (g_object_ref (self->entries));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list_view), GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (entries_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (myo_history_get_today (history), "changed", G_CALLBACK (show_days), self, G_CONNECT_SWAPPED);
  entries_changed (self);
}

AdwToastOverlay *
myo_history_page_get_toasts (MyoHistoryPage *self)
{
  g_return_val_if_fail (MYO_IS_HISTORY_PAGE (self), NULL);

  return ADW_TOAST_OVERLAY (self->toasts);
}

void
myo_history_page_set_notice (MyoHistoryPage *self,
                             const char     *text,
                             const char     *button)
{
  g_return_if_fail (MYO_IS_HISTORY_PAGE (self));

  myo_notice_bar_set_text (MYO_NOTICE_BAR (self->notice), text, button);
}

void
myo_history_page_set_closed (MyoHistoryPage *self,
                             gboolean        closed)
{
  g_return_if_fail (MYO_IS_HISTORY_PAGE (self));
  g_return_if_fail (self->history != NULL);

  self->closed = closed;
  entries_changed (self);
}

static void
myo_history_page_dispose (GObject *object)
{
  MyoHistoryPage *self = MYO_HISTORY_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->entries);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (myo_history_page_parent_class)->dispose (object);
}

static void
myo_history_page_finalize (GObject *object)
{
  g_ptr_array_unref (MYO_HISTORY_PAGE (object)->shown);

  G_OBJECT_CLASS (myo_history_page_parent_class)->finalize (object);
}

static void
myo_history_page_class_init (MyoHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_history_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_history_page_finalize;

  signals[DELETE] = g_signal_new ("delete", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, MYO_TYPE_HISTORY_ENTRY);
  signals[SHOW_DRAWING] = g_signal_new ("show-drawing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, MYO_TYPE_HISTORY_ENTRY);

  g_type_ensure (MYO_TYPE_NOTICE_BAR);  signals[TRY_AGAIN] = g_signal_new ("try-again", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryPage, box);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryPage, notice);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, MyoHistoryPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, notice_action);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped);
}

static void
myo_history_page_init (MyoHistoryPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->shown = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->box);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_row), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list_view), factory);
  g_object_unref (factory);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), "value-changed",
                           G_CALLBACK (scrolled), self, G_CONNECT_SWAPPED);
}
