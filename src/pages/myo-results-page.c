/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-results-page.h"

struct _MyoResultsPage
{
  GtkWidget parent_instance;

  GListStore *results;          /* of MyoMuscle */
  GtkWidget  *stack, *view;
};

G_DEFINE_FINAL_TYPE (MyoResultsPage, myo_results_page, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
result_activated (MyoResultsPage *self,
                  guint           position)
{
  g_autoptr(MyoMuscle) muscle = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  g_signal_emit (self, signals[CHOSEN], 0, muscle);
}

/* One line each: GTK keeps some two hundred rows at hand, and lines that wrap would all be laid out anew at every key. */
static GtkWidget *
make_result_line (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
setup_result (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), make_result_line ("technique-title"));
  gtk_box_append (GTK_BOX (box), make_result_line ("latin"));
  gtk_list_item_set_child (item, box);
}

static void
bind_result (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  MyoMuscle *muscle = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (name), muscle->name);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), muscle->latin != NULL ? muscle->latin : "");
}

static void
set_up_list (MyoResultsPage *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkSingleSelection) model = NULL;

  self->results = g_list_store_new (MYO_TYPE_MUSCLE);
  model = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->results)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_result), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_result), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->view), GTK_SELECTION_MODEL (model));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (result_activated), self, G_CONNECT_SWAPPED);
}

void
myo_results_page_show (MyoResultsPage *self,
                       GPtrArray      *found)
{
  g_return_if_fail (MYO_IS_RESULTS_PAGE (self));

  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)), found->pdata, found->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), found->len > 0 ? "list" : "empty");
}

void
myo_results_page_choose_first (MyoResultsPage *self)
{
  g_return_if_fail (MYO_IS_RESULTS_PAGE (self));

  if (g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0)
    result_activated (self, 0);
}

gboolean
myo_results_page_focus_list (MyoResultsPage *self)
{
  g_return_val_if_fail (MYO_IS_RESULTS_PAGE (self), FALSE);

  return g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0 && gtk_widget_grab_focus (self->view);
}

static void
myo_results_page_dispose (GObject *object)
{
  MyoResultsPage *self = MYO_RESULTS_PAGE (object);

  g_clear_pointer (&self->stack, gtk_widget_unparent);
  g_clear_object (&self->results);

  G_OBJECT_CLASS (myo_results_page_parent_class)->dispose (object);
}

static void
myo_results_page_class_init (MyoResultsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_results_page_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, MYO_TYPE_MUSCLE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-results-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoResultsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MyoResultsPage, view);
}

static void
myo_results_page_init (MyoResultsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self);
}
