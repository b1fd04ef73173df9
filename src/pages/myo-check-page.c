/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-check-page.h"
#include "myo-parts.h"
#include "myo-verdict.h"
#include "myo-words.h"
#include "myo-wrap.h"

struct _MyoCheckPage
{
  GtkWidget parent_instance;

  MyoAtlas    *atlas;
  MyoFindings *findings;
  MyoMuscle   *muscle;
  MyoSide      side;
  char        *point;          /* id, or NULL */
  gboolean     syncing;        /* the switches follow the findings, not the person */

  GtkWidget *scroller, *name_label, *prevalence_label, *cautions_box, *find_section, *find_heading, *find_label;
  GtkWidget *verdict_line, *verdict_icon, *verdict_label;
  GtkWidget *band_yes, *band_no, *tender_yes, *tender_no, *known_yes, *known_no;
};

G_DEFINE_FINAL_TYPE (MyoCheckPage, myo_check_page, GTK_TYPE_WIDGET)

enum { TREAT, DONE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Answers --- */

static void
get_switches (MyoCheckPage *self,
              MyoSign       sign,
              GtkWidget   **yes,
              GtkWidget   **no)
{
  GtkWidget *switches[MYO_N_SIGNS][2] = {
    [MYO_SIGN_BAND]       = { self->band_yes, self->band_no },
    [MYO_SIGN_TENDER]     = { self->tender_yes, self->tender_no },
    [MYO_SIGN_KNOWN_PAIN] = { self->known_yes, self->known_no },
  };

  *yes = switches[sign][0];
  *no = switches[sign][1];
}

static const char *
explain_verdict (MyoVerdict verdict)
{
  switch (verdict)
    {
    case MYO_VERDICT_FITS:
      return _("This fits: the muscle is tender, and pressing it brings the pain you know. It moves up the list.");
    case MYO_VERDICT_AGAINST:
      return _("This speaks against the muscle. It steps back in the list; look at the next one.");
    case MYO_VERDICT_UNCLEAR:
      return _("This is not clear yet. A muscle fits when it is tender and pressing it brings the pain you know.");
    case MYO_VERDICT_NONE:
    default:
      return "";
    }
}

static void
show_verdict (MyoCheckPage *self)
{
  MyoVerdict verdict = myo_verdict_get (self->findings, self->muscle->id, self->side);

  gtk_widget_set_visible (self->verdict_line, verdict != MYO_VERDICT_NONE);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->verdict_icon), myo_verdict_get_icon (verdict));
  myo_set_text (self->verdict_label, explain_verdict (verdict));
}

static void
show_findings (MyoCheckPage *self)
{
  GtkWidget *yes, *no;

  if (self->muscle == NULL)
    return;

  self->syncing = TRUE;
  for (int sign = 0; sign < MYO_N_SIGNS; sign++)
    {
      MyoAnswer answer = myo_findings_get_sign (self->findings, self->muscle->id, self->side, (MyoSign) sign);

      get_switches (self, (MyoSign) sign, &yes, &no);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (yes), answer == MYO_ANSWER_YES);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (no), answer == MYO_ANSWER_NO);
    }
  self->syncing = FALSE;
  show_verdict (self);
}

/* Pressing the answer that is given takes it back. */
static void
answer_toggled (MyoCheckPage    *self,
                GtkToggleButton *button)
{
  gboolean active = gtk_toggle_button_get_active (button);
  GtkWidget *yes, *no;

  if (self->syncing || self->muscle == NULL)
    return;

  for (int sign = 0; sign < MYO_N_SIGNS; sign++)
    {
      MyoAnswer answer;

      get_switches (self, (MyoSign) sign, &yes, &no);
      if (GTK_WIDGET (button) != yes && GTK_WIDGET (button) != no)
        continue;
      answer = GTK_WIDGET (button) == yes ? MYO_ANSWER_YES : MYO_ANSWER_NO;
      myo_findings_set_sign (self->findings, self->muscle->id, self->side, (MyoSign) sign, active ? answer : MYO_ANSWER_NONE);
    }
}

/* --- The muscle --- */

static void
show_point (MyoCheckPage *self)
{
  const MyoTriggerPoint *point = self->point != NULL ? myo_muscle_get_point (self->muscle, self->point) : NULL;
  g_autofree char *heading = NULL;

  if (point == NULL && self->muscle->points->len > 0)
    point = self->muscle->points->pdata[0];
  gtk_widget_set_visible (self->find_section, point != NULL);
  if (point == NULL)
    return;

  /* Translators: %s is the label of a trigger point such as TrP1 */
  heading = g_strdup_printf (_("How to find %s"), point->label);
  gtk_label_set_label (GTK_LABEL (self->find_heading), heading);
  gtk_label_set_label (GTK_LABEL (self->find_label), point->find != NULL ? point->find : "");
}

void
myo_check_page_show (MyoCheckPage *self,
                     MyoMuscle    *muscle,
                     MyoSide       side,
                     const char   *point_id)
{
  const char *prevalence;
  g_autofree char *name = NULL;

  g_return_if_fail (MYO_IS_CHECK_PAGE (self));

  name = myo_words_muscle_side (muscle->name, side);
  g_set_object (&self->muscle, muscle);
  self->side = side;
  g_free (self->point);
  self->point = g_strdup (point_id);
  gtk_label_set_label (GTK_LABEL (self->name_label), name);
  prevalence = myo_words_prevalence (myo_atlas_get_prevalence (self->atlas, muscle->id));
  gtk_label_set_label (GTK_LABEL (self->prevalence_label), prevalence != NULL ? prevalence : "");
  gtk_widget_set_visible (self->prevalence_label, prevalence != NULL);
  myo_fill_cautions (self->cautions_box, muscle);
  show_point (self);
  show_findings (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
treat_clicked (MyoCheckPage *self)
{
  g_signal_emit (self, signals[TREAT], 0, self->muscle->id, (int) self->side, self->point);
}

static void
back_clicked (MyoCheckPage *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

void
myo_check_page_set_model (MyoCheckPage *self,
                          MyoAtlas     *atlas,
                          MyoFindings  *findings)
{
  g_return_if_fail (MYO_IS_CHECK_PAGE (self));
  g_return_if_fail (self->findings == NULL);

  self->atlas = g_object_ref (atlas);
  self->findings = g_object_ref (findings);
  g_signal_connect_object (findings, "changed", G_CALLBACK (show_findings), self, G_CONNECT_SWAPPED);
}

/* --- Class --- */

static void
myo_check_page_dispose (GObject *object)
{
  MyoCheckPage *self = MYO_CHECK_PAGE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->point, g_free);
  g_clear_object (&self->muscle);
  g_clear_object (&self->findings);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_check_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoCheckPage, name)

static void
myo_check_page_class_init (MyoCheckPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_check_page_dispose;
  signals[TREAT] = g_signal_new ("treat", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (MYO_TYPE_WRAP);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-check-page.ui");
  BIND (scroller);
  BIND (name_label);
  BIND (prevalence_label);
  BIND (cautions_box);
  BIND (find_section);
  BIND (find_heading);
  BIND (find_label);
  BIND (verdict_line);
  BIND (verdict_icon);
  BIND (verdict_label);
  BIND (band_yes);
  BIND (band_no);
  BIND (tender_yes);
  BIND (tender_no);
  BIND (known_yes);
  BIND (known_no);
  gtk_widget_class_bind_template_callback (widget_class, answer_toggled);
  gtk_widget_class_bind_template_callback (widget_class, treat_clicked);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked);
}

static void
myo_check_page_init (MyoCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_hide_until_mapped (self->scroller);
}
