/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

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
#include "myo-side-panel.h"

struct _MyoSidePanel
{
  GtkWidget parent_instance;

  MyoAtlas     *atlas;
  MyoPlaceDesk *places;
  MyoWay       *way;
  gboolean      leads;

  GtkWidget *box, *top_box, *back_button, *search_entry, *stack, *home_page, *condition_page;
  GtkWidget *results_page, *place_page, *place_button, *muscle_box, *muscle_page, *session_page;
  GtkWidget *answer_page, *region_list, *check_page, *repaint_page, *pair_page;
};

G_DEFINE_FINAL_TYPE (MyoSidePanel, myo_side_panel, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_LEADS, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { PREPARE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Pages --- */

/* The page of the stack for each page of the way. */
static GtkWidget *
get_child (MyoSidePanel *self,
           MyoWayPage    page)
{
  GtkWidget *const children[MYO_N_WAY_PAGES] = {
    [MYO_WAY_HOME] = self->home_page, [MYO_WAY_CONDITION] = self->condition_page, [MYO_WAY_RESULTS] = self->results_page,
    [MYO_WAY_PLACE] = self->place_page, [MYO_WAY_MUSCLE] = self->muscle_box, [MYO_WAY_PAIN] = self->answer_page,
    [MYO_WAY_REGIONS] = self->region_list, [MYO_WAY_CHECK] = self->check_page, [MYO_WAY_REPAINT] = self->repaint_page,
    [MYO_WAY_PAIR] = self->pair_page, [MYO_WAY_SESSION] = self->session_page,
  };

  return children[page];
}

static void
set_leads (MyoSidePanel *self,
           gboolean      leads)
{
  if (self->leads == leads)
    return;

  self->leads = leads;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEADS]);
}

static void
way_changed (MyoSidePanel *self)
{
  gboolean can_go = myo_way_can_go_back (self->way), can_search = myo_way_can_search (self->way);

  gtk_stack_set_visible_child (GTK_STACK (self->stack), get_child (self, myo_way_get_page (self->way)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.back", can_go);
  gtk_widget_set_visible (self->top_box, can_go || can_search);
  gtk_widget_set_visible (self->back_button, can_go);
  gtk_widget_set_visible (self->search_entry, can_search);
  set_leads (self, myo_way_get_page (self->way) == MYO_WAY_SESSION);
}

static void
go_back (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  myo_way_go_back (MYO_SIDE_PANEL (widget)->way);
}

/* --- Search --- */

static void
search_changed (MyoSidePanel *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr(GPtrArray) found = NULL;

  if (*text == '\0')
    {
      myo_way_end_search (self->way);
      return;
    }

  found = myo_atlas_search (self->atlas, text);
  myo_results_page_show (MYO_RESULTS_PAGE (self->results_page), found);
  myo_way_go (self->way, MYO_WAY_RESULTS);
}

static void
choose_muscle (MyoSidePanel *self,
               MyoMuscle    *muscle)
{
  myo_way_choose_muscle (self->way, muscle);
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

/* --- What the pages ask for --- */

static void
answer_changed (MyoSidePanel *self)
{
  MyoPlaceAnswer *answer = myo_place_desk_get_answer (self->places);
  gboolean any = answer != NULL && answer->candidates->len > 0;
  g_autofree char *label = any ? myo_place_answer_describe_count (answer) : NULL;

  gtk_widget_set_visible (self->place_button, any);
  if (!any)
    return;

  gtk_button_set_child (GTK_BUTTON (self->place_button), myo_make_words (label, "link-text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_place (MyoSidePanel *self)
{
  myo_way_go (self->way, MYO_WAY_PLACE);
}

static void
show_muscle (MyoSidePanel *self,
             const char   *id)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, id);

  if (muscle != NULL)
    choose_muscle (self, muscle);
}

static void
show_condition (MyoSidePanel *self,
                const char   *id)
{
  const MyoCondition *condition = myo_atlas_get_condition (self->atlas, id);

  if (condition == NULL)
    return;
  myo_condition_page_show_condition (MYO_CONDITION_PAGE (self->condition_page), condition);
  myo_way_go (self->way, MYO_WAY_CONDITION);
}

static void
show_topic (MyoSidePanel *self,
            const char   *id)
{
  const MyoTopic *topic = myo_atlas_get_topic (self->atlas, id);

  if (topic == NULL)
    return;
  myo_condition_page_show_topic (MYO_CONDITION_PAGE (self->condition_page), topic);
  myo_way_go (self->way, MYO_WAY_CONDITION);
}

static void
check_muscle (MyoSidePanel *self,
              const char   *id,
              int           side,
              const char   *point)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (self->atlas, id);

  if (muscle == NULL)
    return;

  myo_check_page_show (MYO_CHECK_PAGE (self->check_page), muscle, (MyoSide) side, point);
  myo_way_check (self->way, muscle, (MyoSide) side, point);
}

static void
treat_muscle (MyoSidePanel *self,
              const char   *id,
              int           side,
              const char   *point)
{
  myo_way_treat (self->way, myo_atlas_get_muscle (self->atlas, id), (MyoSide) side, point);
}

static void
show_pain (MyoSidePanel *self)
{
  myo_way_go (self->way, MYO_WAY_PAIN);
}

static void
show_regions (MyoSidePanel *self)
{
  myo_way_go (self->way, MYO_WAY_REGIONS);
}

static void
start_technique (MyoSidePanel *self,
                 const char   *id)
{
  g_signal_emit (self, signals[PREPARE], 0, id);
}

/* A session that has begun is left by its own buttons, not by the way. */
static void
session_changed (MyoSidePanel   *self,
                 MyoSessionDesk *sessions)
{
  MyoSessionState state = myo_session_desk_get_state (sessions);

  myo_way_set_held (self->way, state == MYO_SESSION_RUNNING || state == MYO_SESSION_AFTER);
}

/* --- Public --- */

static void
set_pain_models (MyoSidePanel *self,
                 MyoPainDesk  *pain)
{
  myo_answer_page_set_model (MYO_ANSWER_PAGE (self->answer_page), pain, self->places);
  myo_region_list_set_model (MYO_REGION_LIST (self->region_list), pain);
  myo_check_page_set_model (MYO_CHECK_PAGE (self->check_page), self->atlas, myo_pain_study_get_findings (myo_pain_desk_get_study (pain)));
  myo_repaint_page_set_model (MYO_REPAINT_PAGE (self->repaint_page), pain, myo_pain_desk_get_repaint (pain));
  myo_repaint_page_set_model (MYO_REPAINT_PAGE (self->pair_page), pain, myo_pain_desk_get_pair (pain));
}

void
myo_side_panel_set_model (MyoSidePanel   *self,
                          MyoAtlas       *atlas,
                          MyoPlaceDesk   *places,
                          MyoWay         *way,
                          MyoPainDesk    *pain,
                          MyoSessionDesk *sessions)
{
  g_return_if_fail (MYO_IS_SIDE_PANEL (self));
  g_return_if_fail (self->atlas == NULL);

  self->atlas = g_object_ref (atlas);
  self->places = g_object_ref (places);
  self->way = g_object_ref (way);
  myo_place_page_set_model (MYO_PLACE_PAGE (self->place_page), places);
  myo_muscle_page_set_model (MYO_MUSCLE_PAGE (self->muscle_page), atlas, myo_place_desk_get_selection (places));
  myo_session_page_set_desk (MYO_SESSION_PAGE (self->session_page), sessions);
  myo_home_page_set_model (MYO_HOME_PAGE (self->home_page), atlas);
  myo_condition_page_set_model (MYO_CONDITION_PAGE (self->condition_page), atlas);
  set_pain_models (self, pain);
  g_signal_connect_object (sessions, "changed", G_CALLBACK (session_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (places, "changed", G_CALLBACK (answer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (way, "changed", G_CALLBACK (way_changed), self, G_CONNECT_SWAPPED);
  way_changed (self);
}

gboolean
myo_side_panel_get_leads (MyoSidePanel *self)
{
  g_return_val_if_fail (MYO_IS_SIDE_PANEL (self), FALSE);

  return self->leads;
}

MyoSessionPage *
myo_side_panel_get_session (MyoSidePanel *self)
{
  return MYO_SESSION_PAGE (self->session_page);
}

void
myo_side_panel_start_search (MyoSidePanel *self)
{
  g_return_if_fail (MYO_IS_SIDE_PANEL (self));

  if (gtk_widget_get_visible (self->search_entry))
    gtk_widget_grab_focus (self->search_entry);
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
myo_side_panel_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (id == PROP_LEADS)
    g_value_set_boolean (value, myo_side_panel_get_leads (MYO_SIDE_PANEL (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_side_panel_dispose (GObject *object)
{
  MyoSidePanel *self = MYO_SIDE_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->way);
  g_clear_object (&self->places);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_side_panel_parent_class)->dispose (object);
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
  BIND (muscle_box);
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

  G_OBJECT_CLASS (klass)->dispose = myo_side_panel_dispose;
  G_OBJECT_CLASS (klass)->get_property = myo_side_panel_get_property;
  props[PROP_LEADS] = g_param_spec_boolean ("leads", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  widget_class->get_request_mode = myo_side_panel_get_request_mode;
  widget_class->measure = myo_side_panel_measure;
  widget_class->size_allocate = myo_side_panel_size_allocate;

  signals[PREPARE] = g_signal_new ("prepare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

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
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_search (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "panel.back", FALSE);
  follow (self, self->place_button, "clicked", G_CALLBACK (show_place));
  follow (self, self->home_page, "show-condition", G_CALLBACK (show_condition));
  follow (self, self->home_page, "show-topic", G_CALLBACK (show_topic));
  follow (self, self->condition_page, "show-muscle", G_CALLBACK (show_muscle));
  follow (self, self->muscle_page, "show-muscle", G_CALLBACK (show_muscle));
  follow (self, self->muscle_page, "start", G_CALLBACK (start_technique));
  follow (self, self->answer_page, "check", G_CALLBACK (check_muscle));
  follow (self, self->answer_page, "show-condition", G_CALLBACK (show_condition));
  follow (self, self->answer_page, "list-regions", G_CALLBACK (show_regions));
  follow (self, self->region_list, "done", G_CALLBACK (show_pain));
  follow (self, self->check_page, "treat", G_CALLBACK (treat_muscle));
  follow (self, self->check_page, "done", G_CALLBACK (show_pain));
}
