/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-candidate-row.h"
#include "myo-parts.h"
#include "myo-verdict.h"
#include "myo-words.h"

struct _MyoCandidateRow
{
  GtkListBoxRow parent_instance;

  MyoMuscle             *muscle;
  MyoSide                side;
  const MyoTriggerPoint *point;      /* of the muscle */
  int                    percent;
  MyoVerdict             verdict;
  gboolean               hovered, focused;

  GtkWidget *name_label, *share_label, *bar, *verdict_line, *verdict_icon, *verdict_label;
};

G_DEFINE_FINAL_TYPE (MyoCandidateRow, myo_candidate_row, GTK_TYPE_LIST_BOX_ROW)

enum { PREVIEWED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Preview --- */

static void
emit_preview (MyoCandidateRow *self)
{
  g_signal_emit (self, signals[PREVIEWED], 0, self->hovered || self->focused);
}

static void
pointer_entered (MyoCandidateRow *self)
{
  self->hovered = TRUE;
  emit_preview (self);
}

static void
pointer_left (MyoCandidateRow *self)
{
  self->hovered = FALSE;
  emit_preview (self);
}

/* The focus counts for who goes by the keyboard; after a click it stays behind where the pointer was. */
static void
focus_entered (MyoCandidateRow *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->focused = GTK_IS_WINDOW (root) && gtk_window_get_focus_visible (GTK_WINDOW (root));
  if (self->focused)
    emit_preview (self);
}

static void
focus_left (MyoCandidateRow *self)
{
  self->focused = FALSE;
  emit_preview (self);
}

/* --- Content --- */

static void
show_name (MyoCandidateRow    *self,
           const MyoCandidate *candidate)
{
  g_autofree char *name = myo_words_muscle_side (candidate->muscle->name, candidate->side);

  g_set_object (&self->muscle, candidate->muscle);
  self->side = candidate->side;
  gtk_label_set_label (GTK_LABEL (self->name_label), name);
}

static void
show_share (MyoCandidateRow    *self,
            const MyoCandidate *candidate,
            int                 percent)
{
  g_autofree char *words = NULL;

  self->point = candidate->point;
  self->percent = percent;
  if (self->point != NULL)
    /* Translators: the label of a trigger point such as TrP1, and how much of a painted pain it explains */
    words = g_strdup_printf (_("%s · explains %d %% of the pain"), self->point->label, percent);
  else
    words = g_strdup_printf (_("explains %d %% of the pain"), percent);
  gtk_label_set_label (GTK_LABEL (self->share_label), words);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (self->bar), percent / 100.0);
}

static void
show_verdict (MyoCandidateRow *self,
              MyoVerdict       verdict)
{
  self->verdict = verdict;
  gtk_widget_set_visible (self->verdict_line, verdict != MYO_VERDICT_NONE);
  gtk_label_set_label (GTK_LABEL (self->verdict_label), myo_verdict_get_words (verdict));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->verdict_icon), myo_verdict_get_icon (verdict));
  if (verdict == MYO_VERDICT_AGAINST)
    gtk_widget_add_css_class (GTK_WIDGET (self), "refuted");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "refuted");
}

static void
speak (MyoCandidateRow *self)
{
  const char *name = gtk_label_get_label (GTK_LABEL (self->name_label));
  GString *words = g_string_new (NULL);

  if (self->point != NULL)
    /* Translators: for the screen reader: a muscle with its side, how much of the painted pain it explains, the label of its trigger
     * point: "Upper trapezius, right: explains 62 percent, TrP1" */
    g_string_append_printf (words, _("%s: explains %d percent, %s"), name, self->percent, self->point->label);
  else
    g_string_append_printf (words, _("%s: explains %d percent"), name, self->percent);
  if (self->verdict != MYO_VERDICT_NONE)
    g_string_append_printf (words, ", %s", myo_verdict_get_words (self->verdict));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  g_string_free (words, TRUE);
}

void
myo_candidate_row_set_candidate (MyoCandidateRow    *self,
                                 const MyoCandidate *candidate,
                                 MyoFindings        *findings)
{
  MyoVerdict verdict = myo_verdict_get (findings, candidate->muscle->id, candidate->side);
  int percent = (int) (candidate->share * 100 + .5);
  gboolean other_muscle = candidate->muscle != self->muscle || candidate->side != self->side;
  gboolean other_point = candidate->point != self->point;

  if (!other_muscle && !other_point && percent == self->percent && verdict == self->verdict)
    return;

  if (other_muscle)
    show_name (self, candidate);
  if (other_point || percent != self->percent)
    show_share (self, candidate, percent);
  if (verdict != self->verdict)
    show_verdict (self, verdict);
  speak (self);
  if ((other_muscle || other_point) && (self->hovered || self->focused))
    emit_preview (self);
}

MyoMuscle *
myo_candidate_row_get_muscle (MyoCandidateRow *self)
{
  return self->muscle;
}

MyoSide
myo_candidate_row_get_side (MyoCandidateRow *self)
{
  return self->side;
}

const char *
myo_candidate_row_get_point (MyoCandidateRow *self)
{
  return self->point != NULL ? self->point->id : NULL;
}

/* --- Class --- */

static void
myo_candidate_row_dispose (GObject *object)
{
  g_clear_object (&MYO_CANDIDATE_ROW (object)->muscle);

  G_OBJECT_CLASS (myo_candidate_row_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoCandidateRow, name)

static void
myo_candidate_row_class_init (MyoCandidateRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_candidate_row_dispose;
  signals[PREVIEWED] = g_signal_new ("previewed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-candidate-row.ui");
  BIND (name_label);
  BIND (share_label);
  BIND (bar);
  BIND (verdict_line);
  BIND (verdict_icon);
  BIND (verdict_label);
}

static void
myo_candidate_row_init (MyoCandidateRow *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->percent = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (motion, "enter", G_CALLBACK (pointer_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (motion, "leave", G_CALLBACK (pointer_left), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
myo_candidate_row_new (void)
{
  return g_object_new (MYO_TYPE_CANDIDATE_ROW, NULL);
}
