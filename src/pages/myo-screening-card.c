/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-parts.h"
#include "myo-screening-card.h"

/* Who clicks twice out of habit must not answer the next question unseen. */
#define READING_TIME (500 * G_TIME_SPAN_MILLISECOND)

struct _MyoScreeningCard
{
  GtkWidget parent_instance;

  MyoFindings *findings;
  MyoClock    *clock;
  char        *flag;         /* id of what is shown */
  gint64       answered_from;   /* µs: an answer before this was meant for something else */

  GtkWidget *card, *title_label, *name_label, *text_label, *answers, *yes_button, *no_button;
  GtkWidget *after_alarm, *show_button;
};

G_DEFINE_FINAL_TYPE (MyoScreeningCard, myo_screening_card, GTK_TYPE_WIDGET)

enum { SHOW_ANYWAY, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
answer_clicked (MyoScreeningCard *self,
                GtkWidget        *button)
{
  g_autofree char *flag = g_strdup (self->flag);
  MyoAnswer answer = MYO_ANSWER_NONE;

  if (myo_clock_now (self->clock) < self->answered_from)
    return;

  if (button == self->yes_button)
    answer = MYO_ANSWER_YES;
  else if (button == self->no_button)
    answer = MYO_ANSWER_NO;
  myo_findings_set_flag (self->findings, flag, answer);
}

static void
show_clicked (MyoScreeningCard *self)
{
  g_signal_emit (self, signals[SHOW_ANYWAY], 0);
}

static void
show_flag (MyoScreeningCard *self,
           const MyoFlag    *flag,
           gboolean          alarm)
{
  gboolean strong = alarm || flag->level == MYO_FLAG_STOP;

  if (g_strcmp0 (self->flag, flag->id) != 0)
    {
      g_free (self->flag);
      self->flag = g_strdup (flag->id);
      self->answered_from = gtk_widget_get_mapped (GTK_WIDGET (self)) ? myo_clock_now (self->clock) + READING_TIME : 0;
    }
  gtk_widget_remove_css_class (self->card, strong ? "care" : "avoid");
  gtk_widget_add_css_class (self->card, strong ? "avoid" : "care");
  gtk_widget_set_visible (self->answers, !alarm);
  gtk_widget_set_visible (self->after_alarm, alarm);
}

void
myo_screening_card_ask (MyoScreeningCard *self,
                        const MyoFlag    *flag)
{
  g_return_if_fail (MYO_IS_SCREENING_CARD (self));

  show_flag (self, flag, FALSE);
  myo_set_text (self->title_label, _("First a question"));
  gtk_widget_set_visible (self->name_label, FALSE);
  myo_set_text (self->text_label, flag->question != NULL ? flag->question : flag->name);
}

void
myo_screening_card_warn (MyoScreeningCard *self,
                         const MyoFlag    *flag,
                         gboolean          may_show)
{
  g_return_if_fail (MYO_IS_SCREENING_CARD (self));

  show_flag (self, flag, TRUE);
  myo_set_text (self->title_label, flag->level == MYO_FLAG_STOP ? _("See to this first") : _("Take care"));
  myo_set_text (self->name_label, flag->name);
  gtk_widget_set_visible (self->name_label, TRUE);
  myo_set_text (self->text_label, flag->advice != NULL ? flag->advice : "");
  gtk_widget_set_visible (self->show_button, may_show);
}

void
myo_screening_card_set_findings (MyoScreeningCard *self,
                                 MyoFindings      *findings)
{
  g_return_if_fail (MYO_IS_SCREENING_CARD (self));

  g_set_object (&self->findings, findings);
}

void
myo_screening_card_set_clock (MyoScreeningCard *self,
                              MyoClock         *clock)
{
  g_return_if_fail (MYO_IS_SCREENING_CARD (self));

  g_set_object (&self->clock, clock);
}

static void
myo_screening_card_dispose (GObject *object)
{
  MyoScreeningCard *self = MYO_SCREENING_CARD (object);

  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_pointer (&self->flag, g_free);
  g_clear_object (&self->findings);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (myo_screening_card_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, MyoScreeningCard, name)

static void
myo_screening_card_class_init (MyoScreeningCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_screening_card_dispose;
  signals[SHOW_ANYWAY] = g_signal_new ("show-anyway", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-screening-card.ui");
  BIND (card);
  BIND (title_label);
  BIND (name_label);
  BIND (text_label);
  BIND (answers);
  BIND (yes_button);
  BIND (no_button);
  BIND (after_alarm);
  BIND (show_button);
  gtk_widget_class_bind_template_callback (widget_class, answer_clicked);
  gtk_widget_class_bind_template_callback (widget_class, show_clicked);
}

static void
myo_screening_card_init (MyoScreeningCard *self)
{
  self->clock = myo_clock_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
