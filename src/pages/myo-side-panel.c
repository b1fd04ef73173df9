/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-answer-page.h"
#include "myo-check-page.h"
#include "myo-condition-page.h"
#include "myo-home-page.h"
#include "myo-muscle-page.h"
#include "myo-parts.h"
#include "myo-place-page.h"
#include "myo-region-list.h"
#include "myo-repaint-page.h"
#include "myo-results-page.h"
#include "myo-side-panel-private.h"

G_DEFINE_FINAL_TYPE (MyoSidePanel, myo_side_panel, GTK_TYPE_WIDGET)

enum { PREPARE, REPAINTED, SHOW_DRAWING, N_SIGNALS };
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

void
myo_side_panel_show_page (MyoSidePanel *self,
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

void
myo_side_panel_clear_selection (MyoSidePanel *self)
{
  gboolean before = self->going_back;

  self->going_back = TRUE;
  myo_selection_clear_place (self->selection);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
  self->going_back = before;
}

gboolean
myo_side_panel_is_bare (const char *name)
{
  static const char *const names[] = { "home", "pain", "regions", "repaint", "pair", NULL };

  return g_strv_contains (names, name);
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
  if (myo_side_panel_is_bare (name))
    myo_side_panel_clear_selection (self);
  myo_side_panel_show_page (self, name);
  self->going_back = FALSE;
}

/* --- Search --- */

/* Back to where it began, unless something was chosen. */
static void
end_search (MyoSidePanel *self)
{
  g_autofree char *before = NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "results") != 0)
    return;

  before = g_strdup (self->trail->len > 0 ? g_ptr_array_index (self->trail, self->trail->len - 1) : "home");
  myo_side_panel_show_page (self, before);
}

static void
search_changed (MyoSidePanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr(GPtrArray) found = NULL;

  if (*text == '\0')
    {
      end_search (self);
      return;
    }

  found = myo_atlas_search (self->atlas, text);
  myo_results_page_show (MYO_RESULTS_PAGE (self->results_page), found);
  myo_side_panel_show_page (self, "results");
}

static void
choose_muscle (MyoSidePanel *self,
               MyoMuscle    *muscle)
{
  myo_selection_select (self->selection, muscle, myo_selection_get_side (self->selection), NULL);
  myo_selection_clear_place (self->selection);
  myo_side_panel_show_page (self, "muscle");
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
}

static void
first_result_chosen (MyoSidePanel *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    myo_results_page_choose_first (MYO_RESULTS_PAGE (self->results_page));
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
  return key == GDK_KEY_Down && myo_results_page_focus_list (MYO_RESULTS_PAGE (self->results_page));
}

static void
set_up_search (MyoSidePanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (self->results_page, "chosen", G_CALLBACK (choose_muscle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "search-changed", G_CALLBACK (search_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "activate", G_CALLBACK (first_result_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search_entry, "stop-search", G_CALLBACK (search_stopped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (search_key_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search_entry, keys);
}

/* --- Following the selection --- */

gboolean
myo_side_panel_in_session (MyoSidePanel *self)
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

/* Returns: where one is when nothing is selected: with the painted pain, if one came from there */
static const char *
get_root_page (MyoSidePanel *self)
{
  for (guint i = 0; i < self->trail->len; i++)
    if (g_str_equal (self->trail->pdata[i], "pain"))
      return "pain";
  return "home";
}

static void
selection_changed (MyoSidePanel *self)
{
  const char *here = gtk_stack_get_visible_child_name (GTK_STACK (self->stack));

  if (myo_side_panel_in_session (self) || self->going_back)
    return;

  if (myo_selection_get_muscle (self->selection) != NULL)
    myo_side_panel_show_page (self, "muscle");
  else if (g_strcmp0 (here, "muscle") == 0)
    myo_side_panel_show_page (self, get_root_page (self));
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
  if (myo_side_panel_in_session (self) || self->going_back || myo_selection_get_muscle (self->selection) != NULL)
    return;

  if (has_place)
    myo_side_panel_show_page (self, "place");
  else if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "place") == 0)
    myo_side_panel_show_page (self, get_root_page (self));
}

static void
show_place (MyoSidePanel *self)
{
  myo_side_panel_show_page (self, "place");
}

static void
show_muscle (MyoSidePanel *self,
             const char   *id)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, id);

  if (muscle != NULL)
    choose_muscle (self, muscle);
}

void
myo_side_panel_show_condition (MyoSidePanel *self,
                               const char   *id)
{
  const MyoCondition *condition = myo_atlas_get_condition (self->atlas, id);

  if (condition == NULL)
    return;
  myo_condition_page_show_condition (MYO_CONDITION_PAGE (self->condition_page), condition);
  myo_side_panel_show_page (self, "condition");
}

static void
show_topic (MyoSidePanel *self,
            const char   *id)
{
  const MyoTopic *topic = myo_atlas_get_topic (self->atlas, id);

  if (topic == NULL)
    return;
  myo_condition_page_show_topic (MYO_CONDITION_PAGE (self->condition_page), topic);
  myo_side_panel_show_page (self, "condition");
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
                          MyoPlayer    *player,
                          MyoPainStudy *study,
                          MyoPainTool  *tool)
{
  g_return_if_fail (MYO_IS_SIDE_PANEL (self));
  g_return_if_fail (self->atlas == NULL);

  self->atlas = g_object_ref (atlas);
  self->selection = g_object_ref (selection);
  self->study = g_object_ref (study);
  /* The pages first: they are up to date when the panel asks them. */
  myo_place_page_set_model (MYO_PLACE_PAGE (self->place_page), atlas, finder, selection);
  myo_muscle_page_set_model (MYO_MUSCLE_PAGE (self->muscle_page), atlas, selection);
  myo_session_page_set_model (MYO_SESSION_PAGE (self->session_page), atlas, player);
  myo_home_page_set_model (MYO_HOME_PAGE (self->home_page), atlas);
  myo_condition_page_set_model (MYO_CONDITION_PAGE (self->condition_page), atlas);
  myo_side_panel_set_pain_models (self, tool);
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
    myo_side_panel_show_page (self, "session");
  else if (myo_side_panel_in_session (self))
    myo_side_panel_show_page (self, myo_selection_get_muscle (self->selection) != NULL ? "muscle" : "home");
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

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->study);
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
bind_children (GtkWidgetClass *widget_class)
{
  BIND (box);
  BIND (top_box);
  BIND (back_button);
  BIND (search_entry);
  BIND (stack);
  BIND (home_page);
  BIND (condition_page);
  BIND (results_page);
  BIND (place_page);
  BIND (place_button);
  BIND (muscle_page);
  BIND (answer_page);
  BIND (region_list);
  BIND (check_page);
  BIND (repaint_page);
  BIND (pair_page);
  BIND (session_page);
}

static void
ensure_pages (void)
{
  g_type_ensure (MYO_TYPE_HOME_PAGE);
  g_type_ensure (MYO_TYPE_CONDITION_PAGE);
  g_type_ensure (MYO_TYPE_RESULTS_PAGE);
  g_type_ensure (MYO_TYPE_MUSCLE_PAGE);
  g_type_ensure (MYO_TYPE_PLACE_PAGE);
  g_type_ensure (MYO_TYPE_SESSION_PAGE);
  g_type_ensure (MYO_TYPE_ANSWER_PAGE);
  g_type_ensure (MYO_TYPE_REGION_LIST);
  g_type_ensure (MYO_TYPE_CHECK_PAGE);
  g_type_ensure (MYO_TYPE_REPAINT_PAGE);
}

static void
myo_side_panel_class_init (MyoSidePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_side_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_side_panel_finalize;
  widget_class->get_request_mode = myo_side_panel_get_request_mode;
  widget_class->measure = myo_side_panel_measure;
  widget_class->size_allocate = myo_side_panel_size_allocate;

  signals[PREPARE] = g_signal_new ("prepare", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REPAINTED] = g_signal_new ("repainted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_DRAWING] = g_signal_new ("show-drawing", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        MYO_TYPE_PAIN_DRAWING);

  ensure_pages ();
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-side-panel.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "panel.back", NULL, go_back);
}

static void
follow (MyoSidePanel *self,
        GtkWidget    *page,
        const char   *signal,
        GCallback     callback)
{
  g_signal_connect_object (page, signal, callback, self, G_CONNECT_SWAPPED);
}

static void
myo_side_panel_init (MyoSidePanel *self)
{
  self->trail = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_search (self);
  update_back (self);
  gtk_widget_set_visible (self->place_button, FALSE);
  follow (self, self->place_button, "clicked", G_CALLBACK (show_place));
  follow (self, self->home_page, "show-condition", G_CALLBACK (myo_side_panel_show_condition));
  follow (self, self->home_page, "show-topic", G_CALLBACK (show_topic));
  follow (self, self->condition_page, "show-muscle", G_CALLBACK (show_muscle));
  follow (self, self->muscle_page, "show-muscle", G_CALLBACK (show_muscle));
  follow (self, self->muscle_page, "start", G_CALLBACK (start_technique));
  myo_side_panel_connect_pain (self);
}
