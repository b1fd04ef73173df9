/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-compat.h"

typedef struct
{
  MyoAnswer answer;
  gpointer  user_data;
} Question;

/* Both kinds of dialog tell their answer in the same way. */
static void
answered (GObject    *dialog,
          const char *response,
          Question   *question)
{
  question->answer (g_str_equal (response, "yes"), question->user_data);
  g_free (question);
}

#if ADW_CHECK_VERSION (1, 5, 0)
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static GObject *
present_question (GtkWidget  *parent,
                  const char *heading,
                  const char *body,
                  const char *agree,
                  const char *decline,
                  gboolean    destructive)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (heading, body));

  adw_alert_dialog_add_responses (dialog, "no", decline, "yes", agree, NULL);
  adw_alert_dialog_set_default_response (dialog, destructive ? "no" : "yes");
  adw_alert_dialog_set_close_response (dialog, "no");
  adw_alert_dialog_set_response_appearance (dialog, "yes", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_dialog_present (ADW_DIALOG (dialog), parent);

  return G_OBJECT (dialog);
}
G_GNUC_END_IGNORE_DEPRECATIONS
#else
static GObject *
present_question (GtkWidget  *parent,
                  const char *heading,
                  const char *body,
                  const char *agree,
                  const char *decline,
                  gboolean    destructive)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (root), heading, body));

  adw_message_dialog_add_responses (dialog, "no", decline, "yes", agree, NULL);
  adw_message_dialog_set_default_response (dialog, destructive ? "no" : "yes");
  adw_message_dialog_set_close_response (dialog, "no");
  adw_message_dialog_set_response_appearance (dialog, "yes", destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  gtk_window_present (GTK_WINDOW (dialog));

  return G_OBJECT (dialog);
}
#endif

void
myo_compat_ask (GtkWidget  *parent,
                const char *heading,
                const char *body,
                const char *agree,
                const char *decline,
                gboolean    destructive,
                MyoAnswer   answer,
                gpointer    user_data)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { answer, user_data };
  g_signal_connect (present_question (parent, heading, body, agree, decline, destructive), "response",
                    G_CALLBACK (answered), question);
}

void
myo_compat_announce (GtkWidget  *widget,
                     const char *message)
{
#if GTK_CHECK_VERSION (4, 14, 0)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#pragma GCC diagnostic pop
#endif
}
