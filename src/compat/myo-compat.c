/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-compat.h"

typedef struct
{
  MyoAnswerFunc answer;
  gpointer      user_data;
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
                MyoAnswerFunc answer,
                gpointer    user_data)
{
  Question *question = g_new (Question, 1);

  *question = (Question) { answer, user_data };
  g_signal_connect (present_question (parent, heading, body, agree, decline, destructive), "response",
                    G_CALLBACK (answered), question);
}

/* --- Files --- */

typedef struct
{
  MyoFileFunc chosen;
  gpointer    user_data;
} FileQuestion;

static GtkFileFilter *
make_filter (const MyoFileChoice *choice)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, choice->kind);
  for (guint i = 0; i < G_N_ELEMENTS (choice->patterns) && choice->patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, choice->patterns[i]);
  return filter;
}

static void
answer_file (FileQuestion *question,
             GFile        *file)
{
  question->chosen (file, question->user_data);
  g_free (question);
}

#if GTK_CHECK_VERSION (4, 10, 0)
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
file_opened (GObject      *dialog,
             GAsyncResult *result,
             gpointer      question)
{
  g_autoptr(GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  answer_file (question, file);
}

static void
file_saved (GObject      *dialog,
            GAsyncResult *result,
            gpointer      question)
{
  g_autoptr(GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);

  answer_file (question, file);
}

static void
present_files (GtkWindow           *parent,
               const MyoFileChoice *choice,
               FileQuestion        *question)
{
  g_autoptr(GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr(GtkFileFilter) filter = make_filter (choice);

  gtk_file_dialog_set_title (dialog, choice->title);
  gtk_file_dialog_set_default_filter (dialog, filter);
  if (choice->name != NULL)
    gtk_file_dialog_set_initial_name (dialog, choice->name);
  if (choice->save)
    gtk_file_dialog_save (dialog, parent, NULL, file_saved, question);
  else
    gtk_file_dialog_open (dialog, parent, NULL, file_opened, question);
}
G_GNUC_END_IGNORE_DEPRECATIONS
#else
static void
native_answered (GtkNativeDialog *dialog,
                 int              response,
                 FileQuestion    *question)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  answer_file (question, file);
  g_object_unref (dialog);
}

static void
present_files (GtkWindow           *parent,
               const MyoFileChoice *choice,
               FileQuestion        *question)
{
  GtkFileChooserAction action = choice->save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN;
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (choice->title, parent, action, NULL, NULL);
  g_autoptr(GtkFileFilter) filter = make_filter (choice);

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  if (choice->name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), choice->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (native_answered), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
#endif

void
myo_compat_choose_file (GtkWidget           *parent,
                        const MyoFileChoice *choice,
                        MyoFileFunc          chosen,
                        gpointer             user_data)
{
  FileQuestion *question = g_new (FileQuestion, 1);

  *question = (FileQuestion) { chosen, user_data };
  present_files (GTK_WINDOW (gtk_widget_get_root (parent)), choice, question);
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
