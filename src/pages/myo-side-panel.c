/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-muscle-page.h"
#include "myo-parts.h"
#include "myo-place-page.h"
#include "myo-side-panel.h"
#include "myo-words.h"

/* Rows added to the list of complaints in one go; more than a panel has room for at first. */
#define CONDITIONS_AT_ONCE 12

struct _MyoSidePanel
{
  GtkWidget parent_instance;

  MyoAtlas     *atlas;
  MyoSelection *selection;
  GListStore   *results;
  GPtrArray    *trail;          /* names of the pages one came from */
  gboolean      going_back;
  guint         n_conditions;   /* in the list by now */
  guint         fill_id;        /* adds the rest */

  GtkWidget *box, *top_box, *back_button, *search_entry, *stack, *topics_expander, *topics_list, *conditions_list, *condition_box;
  GtkWidget *results_stack, *results_view, *place_page, *place_button, *muscle_page, *session_page;
};

G_DEFINE_FINAL_TYPE (MyoSidePanel, myo_side_panel, GTK_TYPE_WIDGET)

enum { PREPARE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Going from page to page --- */

static void
update_back (MyoSidePanel *self)
{
  gboolean session = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "session") == 0;

  /* A session that has begun is left by its own buttons, not by the way. */
  gboolean can_go = self->trail->len > 0
                    && !(session && myo_session_page_is_open (MYO_SESSION_PAGE (self->session_page)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.back", can_go);
  gtk_widget_set_visible (self->top_box, can_go || !session);
  gtk_widget_set_visible (self->back_button, can_go);
  gtk_widget_set_visible (self->search_entry, !session);
}

static void
show_page (MyoSidePanel *self,
           const char   *name)
{
  const char *here = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  if (g_strcmp0 (here, name) == 0)
    return;

  /* Where one has been before is not a new step, and a search is left behind once something was chosen. */
  if (!self->going_back && here != NULL && !g_str_equal (here, "results"))
    g_ptr_array_add (self->trail, g_strdup (here));
  for (guint i = 0; i < self->trail->len; i++)
    if (g_str_equal (self->trail->pdata[i], name))
      g_ptr_array_set_size (self->trail, (int) i);

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), name);
  update_back (self);
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  MyoSidePanel *self = MYO_SIDE_PANEL (widget);
  g_autofree char *name = NULL;

  if (self->trail->len == 0)
    return;

  name = g_strdup (g_ptr_array_index (self->trail, self->trail->len - 1));
  self->going_back = TRUE;
  if (g_str_equal (name, "home"))
    {
      myo_selection_clear_place (self->selection);
      myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
    }
  show_page (self, name);
  self->going_back = FALSE;
}

/* --- Search --- */

static void
search_changed (MyoSidePanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr(GPtrArray) found = NULL;

  if (*text == '\0')
    {
      if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "results") == 0)
        show_page (self, myo_selection_get_muscle (self->selection) != NULL ? "muscle" : "home");
      return;
    }

  found = myo_atlas_search (self->atlas, text);
  g_list_store_splice (self->results, 0, g_list_model_get_n_items (G_LIST_MODEL (self->results)), found->pdata, found->len);
  gtk_stack_set_visible_child_name (GTK_STACK (self->results_stack), found->len > 0 ? "list" : "empty");
  show_page (self, "results");
}

static void
choose_muscle (MyoSidePanel *self,
               MyoMuscle    *muscle)
{
  myo_selection_select (self->selection, muscle, myo_selection_get_side (self->selection), NULL);
  myo_selection_clear_place (self->selection);
  show_page (self, "muscle");
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
result_activated (MyoSidePanel *self,
                  guint         position)
{
  g_autoptr(MyoMuscle) muscle = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  choose_muscle (self, muscle);
}

static void
first_result_chosen (MyoSidePanel *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0
      && *gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    result_activated (self, 0);
}

static void
search_stopped (MyoSidePanel *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

/* Down from the entry goes into the list. */
static gboolean
search_key_pressed (MyoSidePanel    *self,
                    guint            key,
                    guint            code,
                    GdkModifierType  state)
{
  if (key != GDK_KEY_Down || g_list_model_get_n_items (G_LIST_MODEL (self->results)) == 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (self->results_view);
  return GDK_EVENT_STOP;
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
set_up_results (MyoSidePanel *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr(GtkSingleSelection) model = NULL;

  self->results = g_list_store_new (MYO_TYPE_MUSCLE);
  model = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->results)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_result), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_result), NULL);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->results_view), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->results_view), GTK_SELECTION_MODEL (model));
  g_object_unref (factory);

  g_signal_connect_object (self->results_view, "activate", G_CALLBACK (result_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (first_result_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (search_stopped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search_entry, keys);
}

/* --- Conditions --- */

static void
related_muscle_clicked (MyoSidePanel *self,
                        GtkButton    *button)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, g_object_get_data (G_OBJECT (button), "muscle-id"));

  if (muscle != NULL)
    choose_muscle (self, muscle);
}

static void
add_bullets (MyoSidePanel *self,
             const char   *heading,
             GPtrArray    *texts)
{
  if (texts->len == 0)
    return;

  gtk_box_append (GTK_BOX (self->condition_box), myo_make_text (heading, "heading"));
  for (guint i = 0; i < texts->len; i++)
    gtk_box_append (GTK_BOX (self->condition_box), myo_make_bullet (texts->pdata[i]));
}

static void
add_condition_muscles (MyoSidePanel       *self,
                       const MyoCondition *condition)
{
  gtk_box_append (GTK_BOX (self->condition_box), myo_make_text (_("Muscles to look at first"), "heading"));
  for (guint i = 0; i < condition->muscles->len; i++)
    {
      MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, condition->muscles->pdata[i]);
      GtkWidget *button;

      if (muscle == NULL)
        continue;
      button = gtk_button_new ();
      gtk_button_set_child (GTK_BUTTON (button), myo_make_text (muscle->name, "link-text"));
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data_full (G_OBJECT (button), "muscle-id", g_strdup (muscle->id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (related_muscle_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->condition_box), button);
    }
}

static void
condition_activated (MyoSidePanel  *self,
                     GtkListBoxRow *row)
{
  GPtrArray *conditions = myo_atlas_get_conditions (self->atlas);
  const MyoCondition *condition = conditions->pdata[gtk_list_box_row_get_index (row)];

  myo_empty_box (self->condition_box);
  gtk_box_append (GTK_BOX (self->condition_box), myo_make_text (condition->name, "title-2"));
  gtk_box_append (GTK_BOX (self->condition_box), myo_make_text (condition->summary, "summary"));
  add_bullets (self, _("See a doctor when"), condition->see_doctor);
  add_condition_muscles (self, condition);
  add_bullets (self, _("What else it can be"), condition->other_causes);
  show_page (self, "condition");
}

static void
topic_activated (MyoSidePanel  *self,
                 GtkListBoxRow *row)
{
  const MyoTopic *topic = myo_atlas_get_topics (self->atlas)->pdata[gtk_list_box_row_get_index (row)];

  myo_empty_box (self->condition_box);
  gtk_box_append (GTK_BOX (self->condition_box), myo_make_text (topic->name, "title-2"));
  for (guint i = 0; i < topic->texts->len; i++)
    gtk_box_append (GTK_BOX (self->condition_box), myo_make_text (topic->texts->pdata[i], NULL));
  if (topic->evidence->len > 0)
    gtk_box_append (GTK_BOX (self->condition_box), myo_make_text (_("Sources"), "heading"));
  for (guint i = 0; i < topic->evidence->len; i++)
    gtk_box_append (GTK_BOX (self->condition_box), myo_make_source (self->atlas, topic->evidence->pdata[i]));
  show_page (self, "condition");
}

static void
append_link (GtkWidget  *list,
             const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = myo_make_line (12, myo_make_text (name, NULL), gtk_image_new_from_icon_name ("go-next-symbolic"), NULL);

  gtk_widget_add_css_class (line, "candidate-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
fill_topics (MyoSidePanel *self)
{
  GPtrArray *topics = myo_atlas_get_topics (self->atlas);

  for (guint i = 0; i < topics->len; i++)
    append_link (self->topics_list, ((const MyoTopic *) topics->pdata[i])->name);
  gtk_widget_set_visible (self->topics_expander, topics->len > 0);
}

static gboolean
append_more_conditions (gpointer data)
{
  MyoSidePanel *self = data;
  GPtrArray *conditions = myo_atlas_get_conditions (self->atlas);
  guint end = MIN (self->n_conditions + CONDITIONS_AT_ONCE, conditions->len);

  for (; self->n_conditions < end; self->n_conditions++)
    append_link (self->conditions_list, ((const MyoCondition *) conditions->pdata[self->n_conditions])->name);
  if (end < conditions->len)
    return G_SOURCE_CONTINUE;

  fill_topics (self);
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

/* What the first frame has room for now, the rest when there is time. */
static void
fill_home (MyoSidePanel *self)
{
  if (append_more_conditions (self))
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, append_more_conditions, self, NULL);
  g_signal_connect_object (self->topics_list, "row-activated", G_CALLBACK (topic_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->conditions_list, "row-activated", G_CALLBACK (condition_activated), self, G_CONNECT_SWAPPED);
}

/* --- Following the selection --- */

static gboolean
in_session (MyoSidePanel *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "session") == 0;
}

static void
update_place_button (MyoSidePanel *self)
{
  guint n = myo_place_page_get_count (MYO_PLACE_PAGE (self->place_page));
  MyoView view;
  MyoSide side;
  double x, y;
  const char *id;
  gboolean has_place = myo_selection_get_place (self->selection, &view, &side, &x, &y, &id);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (self->place_button, has_place && n > 0);
  if (!has_place || n == 0)
    return;

  label = g_strdup_printf (ngettext ("Pain here can come from %u muscle", "Pain here can come from %u muscles", n), n);
  gtk_button_set_child (GTK_BUTTON (self->place_button), myo_make_text (label, "link-text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
selection_changed (MyoSidePanel *self)
{
  const char *here = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  if (in_session (self) || self->going_back)
    return;

  if (myo_selection_get_muscle (self->selection) != NULL)
    show_page (self, "muscle");
  else if (g_strcmp0 (here, "muscle") == 0)
    show_page (self, "home");
}

static void
place_changed (MyoSidePanel *self)
{
  MyoView view;
  MyoSide side;
  double x, y;
  const char *id;
  gboolean has_place = myo_selection_get_place (self->selection, &view, &side, &x, &y, &id);

  update_place_button (self);
  if (in_session (self) || self->going_back || myo_selection_get_muscle (self->selection) != NULL)
    return;

  if (has_place)
    show_page (self, "place");
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "place") == 0)
    show_page (self, "home");
}

static void
show_place (MyoSidePanel *self)
{
  show_page (self, "place");
}

static void
show_related (MyoSidePanel *self,
              const char   *id)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, id);

  if (muscle != NULL)
    choose_muscle (self, muscle);
}

static void
start_technique (MyoSidePanel *self,
                 const char   *id)
{
  g_signal_emit (self, signals[PREPARE], 0, id);
}

/* --- Public --- */

void
myo_side_panel_set_model (MyoSidePanel *self,
                          MyoAtlas     *atlas,
                          MyoFinder    *finder,
                          MyoSelection *selection,
                          MyoPlayer    *player)
{
  g_return_if_fail (MYO_IS_SIDE_PANEL (self));
  g_return_if_fail (self->atlas == NULL);

  self->atlas = g_object_ref (atlas);
  self->selection = g_object_ref (selection);
  /* The pages first: they are up to date when the panel asks them. */
  myo_place_page_set_model (MYO_PLACE_PAGE (self->place_page), atlas, finder, selection);
  myo_muscle_page_set_model (MYO_MUSCLE_PAGE (self->muscle_page), atlas, selection);
  myo_session_page_set_model (MYO_SESSION_PAGE (self->session_page), atlas, player);
  fill_home (self);
  g_signal_connect_object (player, "changed", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "place-changed", G_CALLBACK (place_changed), self, G_CONNECT_SWAPPED);
}

MyoSessionPage *
myo_side_panel_get_session (MyoSidePanel *self)
{
  return MYO_SESSION_PAGE (self->session_page);
}

void
myo_side_panel_show_session (MyoSidePanel *self,
                             gboolean      show)
{
  g_return_if_fail (MYO_IS_SIDE_PANEL (self));

  if (show)
    show_page (self, "session");
  else if (in_session (self))
    show_page (self, myo_selection_get_muscle (self->selection) != NULL ? "muscle" : "home");
}

void
myo_side_panel_start_search (MyoSidePanel *self)
{
  g_return_if_fail (MYO_IS_SIDE_PANEL (self));

  if (gtk_widget_get_visible (self->search_entry))
    gtk_widget_grab_focus (self->search_entry);
}

GtkEditable *
myo_side_panel_get_search_entry (MyoSidePanel *self)
{
  return GTK_EDITABLE (self->search_entry);
}

/* --- Layout --- */

/* Constant: the paned asks how wide the panel would be at its height, which makes GTK lay out every text in it many times over, at
 * every click; what is long in the panel scrolls. */
static GtkSizeRequestMode
myo_side_panel_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
myo_side_panel_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  gtk_widget_measure (MYO_SIDE_PANEL (widget)->box, orientation, -1, minimum, natural, NULL, NULL);
}

static void
myo_side_panel_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  gtk_widget_allocate (MYO_SIDE_PANEL (widget)->box, width, height, baseline, NULL);
}

/* --- Class --- */

static void
myo_side_panel_dispose (GObject *object)
{
  MyoSidePanel *self = MYO_SIDE_PANEL (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->results);
  g_clear_object (&self->selection);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_side_panel_parent_class)->dispose (object);
}

static void
myo_side_panel_finalize (GObject *object)
{
  g_ptr_array_unref (MYO_SIDE_PANEL (object)->trail);

  G_OBJECT_CLASS (myo_side_panel_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoSidePanel, name)

static void
myo_side_panel_class_init (MyoSidePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_side_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_side_panel_finalize;
  widget_class->get_request_mode = myo_side_panel_get_request_mode;
  widget_class->measure = myo_side_panel_measure;
  widget_class->size_allocate = myo_side_panel_size_allocate;

  signals[PREPARE] = g_signal_new ("prepare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MYO_TYPE_MUSCLE_PAGE);
  g_type_ensure (MYO_TYPE_PLACE_PAGE);
  g_type_ensure (MYO_TYPE_SESSION_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-side-panel.ui");
  BIND (box);
  BIND (top_box);
  BIND (back_button);
  BIND (search_entry);
  BIND (stack);
  BIND (topics_expander);
  BIND (topics_list);
  BIND (conditions_list);
  BIND (condition_box);
  BIND (results_stack);
  BIND (results_view);
  BIND (place_page);
  BIND (place_button);
  BIND (muscle_page);
  BIND (session_page);
  gtk_widget_class_install_action (widget_class, "panel.back", NULL, go_back);
}

static void
myo_side_panel_init (MyoSidePanel *self)
{
  self->trail = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_results (self);
  update_back (self);
  gtk_widget_set_visible (self->place_button, FALSE);
  g_signal_connect_object (self->place_button, "clicked", G_CALLBACK (show_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->muscle_page, "show-muscle", G_CALLBACK (show_related), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->muscle_page, "start", G_CALLBACK (start_technique), self, G_CONNECT_SWAPPED);
}
