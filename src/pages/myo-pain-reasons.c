/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-pain-reasons.h"
#include "myo-pain-words.h"
#include "myo-parts.h"
#include "myo-screening.h"
#include "myo-words.h"

#define MOST_SETS       4
#define MOST_CONDITIONS 3

struct _MyoPainReasons
{
  GtkWidget parent_instance;

  MyoPainStudy *study;
  GPtrArray    *conditions;    /* of MyoCondition, in the list */

  GtkWidget *box, *sets_section, *sets_box, *rest_section, *rest_label, *conditions_section, *conditions_list;
};

G_DEFINE_FINAL_TYPE (MyoPainReasons, myo_pain_reasons, GTK_TYPE_WIDGET)

enum { CHECK, SHOW_CONDITION, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Sets of muscles --- */

static char *
describe_set (const MyoExplanation *set)
{
  int percent = (int) (set->share * 100 + .5);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < set->candidates->len; i++)
    {
      const MyoCandidate *candidate = set->candidates->pdata[i];

      g_ptr_array_add (names, myo_words_muscle_side (candidate->muscle->name, candidate->side));
    }

  switch (names->len)
    {
    case 1:
      /* Translators: a muscle with its side and how much of a painted pain it explains alone: "Upper trapezius, right explains 94 %" */
      return g_strdup_printf (_("%s explains %d %%"), (char *) names->pdata[0], percent);
    case 2:
      /* Translators: two muscles with their sides and how much of a painted pain they explain together */
      return g_strdup_printf (_("%s and %s explain %d %%"), (char *) names->pdata[0], (char *) names->pdata[1], percent);
    case 3:
      /* Translators: three muscles with their sides; the names hold commas themselves, hence the semicolon */
      return g_strdup_printf (_("%s; %s and %s explain %d %%"), (char *) names->pdata[0], (char *) names->pdata[1],
                              (char *) names->pdata[2], percent);
    case 4:
      /* Translators: four muscles with their sides; the names hold commas themselves, hence the semicolons */
      return g_strdup_printf (_("%s; %s; %s and %s explain %d %%"), (char *) names->pdata[0], (char *) names->pdata[1],
                              (char *) names->pdata[2], (char *) names->pdata[3], percent);
    default:
      return NULL;
    }
}

static void
member_clicked (MyoPainReasons *self,
                GtkButton      *button)
{
  GObject *object = G_OBJECT (button);

  g_signal_emit (self, signals[CHECK], 0, g_object_get_data (object, "muscle-id"),
                 GPOINTER_TO_INT (g_object_get_data (object, "side")), g_object_get_data (object, "point-id"));
}

static GtkWidget *
make_member (MyoPainReasons     *self,
             const MyoCandidate *candidate)
{
  g_autofree char *name = myo_words_muscle_side (candidate->muscle->name, candidate->side);
  /* Translators: a button; %s is a muscle with its side */
  g_autofree char *text = g_strdup_printf (_("Check %s"), name);
  GtkWidget *button = myo_make_link_button (text);
  GObject *object = G_OBJECT (button);

  g_object_set_data_full (object, "muscle-id", g_strdup (candidate->muscle->id), g_free);
  g_object_set_data (object, "side", GINT_TO_POINTER ((int) candidate->side));
  if (candidate->point != NULL)
    g_object_set_data_full (object, "point-id", g_strdup (candidate->point->id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (member_clicked), self, G_CONNECT_SWAPPED);

  return button;
}

static void
add_set (MyoPainReasons       *self,
         const MyoExplanation *set)
{
  g_autofree char *words = describe_set (set);
  GtkWidget *expander, *members;

  if (words == NULL)
    return;

  expander = gtk_expander_new (NULL);
  members = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), myo_make_text (words, NULL));
  gtk_expander_set_child (GTK_EXPANDER (expander), members);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  for (guint i = 0; i < set->candidates->len; i++)
    gtk_box_append (GTK_BOX (members), make_member (self, set->candidates->pdata[i]));
  gtk_box_append (GTK_BOX (self->sets_box), expander);
}

static void
show_sets (MyoPainReasons *self)
{
  GPtrArray *sets = myo_pain_study_get_explanations (self->study);
  guint n = sets != NULL ? MIN (sets->len, MOST_SETS) : 0;

  myo_empty_box (self->sets_box);
  for (guint i = 0; i < n; i++)
    add_set (self, sets->pdata[i]);
  gtk_widget_set_visible (self->sets_section, n > 0);
}

/* --- What none explains --- */

static char *
list_unexplained (MyoPainReasons *self)
{
  MyoAtlas *atlas = myo_pain_study_get_atlas (self->study);
  GArray *regions = myo_pain_study_get_unexplained (self->study);
  GString *names = g_string_new (NULL);

  for (guint i = 0; regions != NULL && i < regions->len; i++)
    {
      const MyoCoveredRegion *region = &g_array_index (regions, MyoCoveredRegion, i);
      g_autofree char *name = NULL;

      name = myo_pain_words_region (atlas, region->id, region->side);
      /* Translators: stands between the places of a list, each of which may hold a comma: "Temple, right; Forehead, right" */
      g_string_append_printf (names, "%s%s", names->len > 0 ? _("; ") : "", name);
    }

  return g_string_free (names, FALSE);
}

static void
show_rest (MyoPainReasons *self)
{
  g_autofree char *names = list_unexplained (self);
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->rest_section, *names != '\0');
  if (*names == '\0')
    return;

  /* Translators: %s is a list of places of the body: "Temple, right; Forehead, right" */
  words = g_strdup_printf (_("No muscle of this atlas is known to send pain just there: %s. Think of other reasons too."), names);
  myo_set_text (self->rest_label, words);
}

/* --- What else it can be --- */

static void
add_condition (MyoPainReasons     *self,
               const MyoCondition *condition)
{
  g_autofree char *sign = NULL;

  if (condition->see_doctor->len > 0)
    /* Translators: %s is one of the reasons to see a doctor, a sentence: "A headache after a fall." */
    sign = g_strdup_printf (_("Warning sign: %s"), (char *) condition->see_doctor->pdata[0]);
  myo_add_link_row (self->conditions_list, condition->name, sign);
}

static void
show_conditions (MyoPainReasons *self)
{
  MyoCoverage *coverage = myo_pain_study_get_coverage (self->study);

  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  myo_empty_list (self->conditions_list);
  if (coverage != NULL)
    self->conditions = myo_screening_list_conditions (myo_pain_study_get_atlas (self->study), coverage, MOST_CONDITIONS);
  for (guint i = 0; self->conditions != NULL && i < self->conditions->len; i++)
    add_condition (self, self->conditions->pdata[i]);
  gtk_widget_set_visible (self->conditions_section, self->conditions != NULL && self->conditions->len > 0);
}

static void
condition_activated (MyoPainReasons *self,
                     GtkListBoxRow  *row)
{
  const MyoCondition *condition = self->conditions->pdata[gtk_list_box_row_get_index (row)];

  g_signal_emit (self, signals[SHOW_CONDITION], 0, condition->id);
}

void
myo_pain_reasons_show (MyoPainReasons *self,
                       MyoPainStudy   *study)
{
  g_return_if_fail (MYO_IS_PAIN_REASONS (self));

  g_set_object (&self->study, study);
  show_sets (self);
  show_rest (self);
  show_conditions (self);
}

/* --- Class --- */

static void
myo_pain_reasons_dispose (GObject *object)
{
  MyoPainReasons *self = MYO_PAIN_REASONS (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_object (&self->study);

  G_OBJECT_CLASS (myo_pain_reasons_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoPainReasons, name)

static void
myo_pain_reasons_class_init (MyoPainReasonsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_pain_reasons_dispose;
  signals[CHECK] = g_signal_new ("check", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  signals[SHOW_CONDITION] = g_signal_new ("show-condition", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-pain-reasons.ui");
  BIND (box);
  BIND (sets_section);
  BIND (sets_box);
  BIND (rest_section);
  BIND (rest_label);
  BIND (conditions_section);
  BIND (conditions_list);
  gtk_widget_class_bind_template_callback (widget_class, condition_activated);
}

static void
myo_pain_reasons_init (MyoPainReasons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
