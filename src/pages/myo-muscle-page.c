/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-muscle-page.h"
#include "myo-parts.h"
#include "myo-words.h"
#include "myo-wrap.h"

struct _MyoMusclePage
{
  GtkWidget parent_instance;

  MyoAtlas     *atlas;
  MyoSelection *selection;
  MyoMuscle    *shown;            /* whose content fills the page */
  gboolean      syncing;          /* the page follows the selection, not the person */

  GtkWidget *scroller, *name_label, *latin_label, *right_button, *left_button, *cautions_box, *summary_label;
  GtkWidget *points_section, *points_list, *pain_section, *pain_heading, *primary_key, *primary_words, *primary_label;
  GtkWidget *spillover_key, *spillover_words, *spillover_label, *techniques_section, *techniques_list;
  GtkWidget *symptoms_section, *symptoms_box, *causes_section, *causes_box, *anatomy_expander, *anatomy_box;
  GtkWidget *related_section, *related_box, *evidence_expander, *evidence_box;
};

G_DEFINE_FINAL_TYPE (MyoMusclePage, myo_muscle_page, GTK_TYPE_WIDGET)

enum { START, SHOW_MUSCLE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Small parts --- */

static void
fill_bullets (GtkWidget *section,
              GtkWidget *box,
              GPtrArray *texts)
{
  myo_empty_box (box);
  for (guint i = 0; i < texts->len; i++)
    gtk_box_append (GTK_BOX (box), myo_make_bullet (texts->pdata[i]));
  gtk_widget_set_visible (section, texts->len > 0);
}

/* --- Points --- */

static void
point_toggled (MyoMusclePage   *self,
               GtkToggleButton *button)
{
  const char *id = g_object_get_data (G_OBJECT (button), "point-id");
  const MyoTriggerPoint *chosen = myo_selection_get_point (self->selection);
  gboolean active = gtk_toggle_button_get_active (button);

  if (self->syncing || (!active && g_strcmp0 (id, chosen != NULL ? chosen->id : NULL) != 0))
    return;

  myo_selection_select (self->selection, self->shown, myo_selection_get_side (self->selection), active ? id : NULL);
}

static void
point_entered (GtkEventController *controller,
               double              x,
               double              y,
               MyoMusclePage      *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (controller);

  myo_selection_preview_point (self->selection, g_object_get_data (G_OBJECT (button), "point-id"));
}

static void
point_left (GtkEventController *controller,
            MyoMusclePage      *self)
{
  myo_selection_preview_point (self->selection, NULL);
}

static void
watch_pointer (MyoMusclePage *self,
               GtkWidget     *button)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect_object (motion, "enter", G_CALLBACK (point_entered), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (point_left), self, 0);
  gtk_widget_add_controller (button, motion);
}

static void
add_point (MyoMusclePage         *self,
           const MyoTriggerPoint *point)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (point->label);
  GtkWidget *find = myo_make_text (point->find, NULL);

  gtk_widget_add_css_class (label, "point-label");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_button_set_child (GTK_BUTTON (button), myo_make_line (10, label, find, NULL));
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, find, NULL, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "point-button");
  gtk_widget_set_tooltip_text (button, _("Show only where this point sends its pain"));
  g_object_set_data_full (G_OBJECT (button), "point-id", g_strdup (point->id), g_free);
  g_signal_connect_object (button, "toggled", G_CALLBACK (point_toggled), self, G_CONNECT_SWAPPED);
  watch_pointer (self, button);

  myo_add_plain_row (self->points_list, button);
}

static void
fill_points (MyoMusclePage *self,
             MyoMuscle     *muscle)
{
  myo_empty_list (self->points_list);
  for (guint i = 0; i < muscle->points->len; i++)
    add_point (self, muscle->points->pdata[i]);
  gtk_widget_set_visible (self->points_section, muscle->points->len > 0);
}

/* Choosing a point lights its button and tells only its pain. */
static void
show_point (MyoMusclePage *self)
{
  const MyoTriggerPoint *chosen = myo_selection_get_point (self->selection);
  GtkListBoxRow *row;

  self->syncing = TRUE;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->points_list), i)) != NULL; i++)
    {
      GtkWidget *button = gtk_list_box_row_get_child (row);
      const char *id = g_object_get_data (G_OBJECT (button), "point-id");

      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), chosen != NULL && g_str_equal (id, chosen->id));
    }
  self->syncing = FALSE;
}

/* Follows the chosen point, not the one under the pointer: text that changes its height would slide away beneath it. */
static void
show_pain (MyoMusclePage *self)
{
  const MyoTriggerPoint *point = myo_selection_get_point (self->selection);
  g_autofree char *primary = myo_words_zones (self->atlas, self->shown->points, point, MYO_ZONE_PRIMARY);
  g_autofree char *spillover = myo_words_zones (self->atlas, self->shown->points, point, MYO_ZONE_SPILLOVER);
  g_autofree char *heading = NULL;

  /* Translators: %s is the label of a trigger point such as TrP1 */
  heading = point != NULL ? g_strdup_printf (_("Where %s hurts"), point->label) : g_strdup (_("Where it hurts"));
  gtk_label_set_label (GTK_LABEL (self->pain_heading), heading);
  gtk_label_set_label (GTK_LABEL (self->primary_label), primary != NULL ? primary : "");
  gtk_label_set_label (GTK_LABEL (self->spillover_label), spillover != NULL ? spillover : "");
  gtk_widget_set_visible (self->primary_key, primary != NULL);
  gtk_widget_set_visible (self->primary_words, primary != NULL);
  gtk_widget_set_visible (self->spillover_key, spillover != NULL);
  gtk_widget_set_visible (self->spillover_words, spillover != NULL);
  gtk_widget_set_visible (self->pain_section, primary != NULL || spillover != NULL);
}

/* --- Techniques --- */

static void
start_clicked (MyoMusclePage *self,
               GtkButton     *button)
{
  g_signal_emit (self, signals[START], 0, g_object_get_data (G_OBJECT (button), "technique-id"));
}

static void
add_technique (MyoMusclePage      *self,
               MyoMuscle          *muscle,
               const MyoTechnique *technique)
{
  g_autofree char *details = myo_words_technique (self->atlas, muscle, technique, 0);
  /* Translators: a button; %s is the title of a technique, for the screen reader */
  g_autofree char *spoken = g_strdup_printf (_("Start: %s"), technique->title);
  const MyoMethod *method = myo_atlas_get_method (self->atlas, technique->method);
  g_autofree char *kind = g_strdup_printf ("%s · %s", myo_words_audience (technique->audience),
                                           method != NULL ? method->name : technique->method);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *button = gtk_button_new_with_label (_("Start"));
  GtkWidget *line = myo_wrap_new (12);

  gtk_widget_add_css_class (line, "technique-row");
  gtk_box_append (GTK_BOX (words), myo_make_words (technique->title, "technique-title"));
  gtk_box_append (GTK_BOX (words), myo_make_words (kind, "caption"));
  gtk_box_append (GTK_BOX (words), myo_make_words (details, "caption"));
  myo_wrap_append (MYO_WRAP (line), words);
  myo_wrap_append (MYO_WRAP (line), button);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, technique->audience == MYO_FOR_SELF ? "suggested-action" : "practitioner-action");
  myo_compat_name (button, spoken);
  g_object_set_data_full (G_OBJECT (button), "technique-id", g_strdup (technique->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (start_clicked), self, G_CONNECT_SWAPPED);

  myo_add_plain_row (self->techniques_list, line);
}

static void
fill_techniques (MyoMusclePage *self,
                 MyoMuscle     *muscle)
{
  myo_empty_list (self->techniques_list);
  for (int audience = MYO_FOR_SELF; audience <= MYO_FOR_PRACTITIONER; audience++)
    for (guint i = 0; i < muscle->techniques->len; i++)
      {
        const MyoTechnique *technique = muscle->techniques->pdata[i];

        if ((int) technique->audience == audience)
          add_technique (self, muscle, technique);
      }
  gtk_widget_set_visible (self->techniques_section, muscle->techniques->len > 0);
}

/* --- Anatomy, relations, evidence --- */

static void
add_fact (GtkWidget  *box,
          const char *heading,
          const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  gtk_box_append (GTK_BOX (box), myo_make_text (heading, "caption-heading"));
  gtk_box_append (GTK_BOX (box), myo_make_text (text, NULL));
}

static void
fill_anatomy (MyoMusclePage *self,
              MyoMuscle     *muscle)
{
  myo_empty_box (self->anatomy_box);
  add_fact (self->anatomy_box, _("Origin"), muscle->origin);
  add_fact (self->anatomy_box, _("Insertion"), muscle->insertion);
  add_fact (self->anatomy_box, _("Action"), muscle->action);
  add_fact (self->anatomy_box, _("Nerve"), muscle->nerve);
  gtk_widget_set_visible (self->anatomy_expander, gtk_widget_get_first_child (self->anatomy_box) != NULL);
}

static void
related_clicked (MyoMusclePage *self,
                 GtkButton     *button)
{
  g_signal_emit (self, signals[SHOW_MUSCLE], 0, g_object_get_data (G_OBJECT (button), "muscle-id"));
}

static void
fill_related (MyoMusclePage *self,
              MyoMuscle     *muscle)
{
  gboolean any = FALSE;

  myo_empty_box (self->related_box);
  for (guint i = 0; i < muscle->related->len; i++)
    {
      const MyoRelated *related = muscle->related->pdata[i];
      MyoMuscle *other = myo_atlas_get_muscle (self->atlas, related->muscle);
      g_autofree char *label = NULL;
      GtkWidget *button;

      if (other == NULL)
        continue;
      /* Translators: a muscle, and how it is related to the one on show: "Teres minor — works with it" */
      label = g_strdup_printf (_("%s — %s"), other->name, myo_words_related (related->kind));
      button = myo_make_link_button (label);
      g_object_set_data_full (G_OBJECT (button), "muscle-id", g_strdup (other->id), g_free);
      g_signal_connect_object (button, "clicked", G_CALLBACK (related_clicked), self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->related_box), button);
      any = TRUE;
    }
  gtk_widget_set_visible (self->related_section, any);
}

static void
add_evidence (MyoMusclePage         *self,
              const MyoTriggerPoint *point,
              const MyoEvidence     *evidence)
{
  g_autofree char *heading = NULL;

  /* Translators: label of a trigger point, grade of evidence (A, B or C) and what it means */
  heading = g_strdup_printf (_("%s: grade %c, %s"), point->label, evidence->grade, myo_words_grade (evidence->grade));
  gtk_box_append (GTK_BOX (self->evidence_box), myo_make_text (heading, "caption-heading"));
  gtk_box_append (GTK_BOX (self->evidence_box), myo_make_source (self->atlas, evidence));
}

static void
fill_evidence (MyoMusclePage *self,
               MyoMuscle     *muscle)
{
  myo_empty_box (self->evidence_box);
  for (guint p = 0; p < muscle->points->len; p++)
    {
      const MyoTriggerPoint *point = muscle->points->pdata[p];

      for (guint e = 0; e < point->evidence->len; e++)
        add_evidence (self, point, point->evidence->pdata[e]);
    }
  gtk_widget_set_visible (self->evidence_expander, gtk_widget_get_first_child (self->evidence_box) != NULL);
}

/* --- Following the selection --- */

static void
show_muscle (MyoMusclePage *self,
             MyoMuscle     *muscle)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  g_set_object (&self->shown, muscle);
  gtk_label_set_label (GTK_LABEL (self->name_label), muscle->name);
  gtk_label_set_label (GTK_LABEL (self->latin_label), muscle->latin != NULL ? muscle->latin : "");
  gtk_label_set_label (GTK_LABEL (self->summary_label), muscle->summary != NULL ? muscle->summary : "");
  myo_fill_cautions (self->cautions_box, muscle);
  fill_points (self, muscle);
  fill_techniques (self, muscle);
  fill_bullets (self->symptoms_section, self->symptoms_box, muscle->symptoms);
  fill_bullets (self->causes_section, self->causes_box, muscle->causes);
  fill_anatomy (self, muscle);
  fill_related (self, muscle);
  fill_evidence (self, muscle);
  gtk_adjustment_set_value (adjustment, 0);
}

static void
selection_changed (MyoMusclePage *self)
{
  MyoMuscle *muscle = myo_selection_get_muscle (self->selection);
  MyoSide side = myo_selection_get_side (self->selection);

  if (muscle == NULL)
    return;

  if (muscle != self->shown)
    show_muscle (self, muscle);

  self->syncing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (side == MYO_SIDE_LEFT ? self->left_button : self->right_button), TRUE);
  self->syncing = FALSE;
  show_point (self);
  show_pain (self);
}

static void
side_toggled (MyoMusclePage   *self,
              GtkToggleButton *button)
{
  MyoSide side = GTK_WIDGET (button) == self->left_button ? MYO_SIDE_LEFT : MYO_SIDE_RIGHT;
  const MyoTriggerPoint *point;

  if (self->syncing || !gtk_toggle_button_get_active (button))
    return;

  point = myo_selection_get_point (self->selection);
  myo_selection_select (self->selection, self->shown, side, point != NULL ? point->id : NULL);
}

void
myo_muscle_page_set_model (MyoMusclePage *self,
                           MyoAtlas      *atlas,
                           MyoSelection  *selection)
{
  g_return_if_fail (MYO_IS_MUSCLE_PAGE (self));
  g_return_if_fail (self->selection == NULL);

  self->atlas = g_object_ref (atlas);
  self->selection = g_object_ref (selection);
  g_signal_connect_object (selection, "changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
}

/* --- Class --- */

static void
myo_muscle_page_dispose (GObject *object)
{
  MyoMusclePage *self = MYO_MUSCLE_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->shown);
  g_clear_object (&self->selection);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_muscle_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoMusclePage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (scroller);
  BIND (name_label);
  BIND (latin_label);
  BIND (right_button);
  BIND (left_button);
  BIND (cautions_box);
  BIND (summary_label);
  BIND (points_section);
  BIND (points_list);
  BIND (pain_section);
  BIND (pain_heading);
  BIND (primary_key);
  BIND (primary_words);
  BIND (primary_label);
  BIND (spillover_key);
  BIND (spillover_words);
  BIND (spillover_label);
  BIND (techniques_section);
  BIND (techniques_list);
  BIND (symptoms_section);
  BIND (symptoms_box);
  BIND (causes_section);
  BIND (causes_box);
  BIND (anatomy_expander);
  BIND (anatomy_box);
  BIND (related_section);
  BIND (related_box);
  BIND (evidence_expander);
  BIND (evidence_box);
}

static void
myo_muscle_page_class_init (MyoMusclePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_muscle_page_dispose;

  signals[START] = g_signal_new ("start", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOW_MUSCLE] = g_signal_new ("show-muscle", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (MYO_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-muscle-page.ui");
  bind_children (widget_class);
}

static void
myo_muscle_page_init (MyoMusclePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->scroller);
  g_signal_connect_object (self->right_button, "toggled", G_CALLBACK (side_toggled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->left_button, "toggled", G_CALLBACK (side_toggled), self, G_CONNECT_SWAPPED);
}
