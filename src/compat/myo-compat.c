/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-compat.h"

/* --- Answers --- */

typedef struct
{
  MyoDecisionFunc decided;
  gpointer        user_data;
  GDestroyNotify  free_data;
} Question;

static void
question_free (Question *question,
               GClosure *closure)
{
  if (question->free_data != NULL)
    question->free_data (question->user_data);
  g_free (question);
}

/* Both kinds of dialog tell their answer in the same way. */
static void
answered (GObject    *dialog,
          const char *response,
          Question   *question)
{
  MyoDecisionFunc decided = g_steal_pointer (&question->decided);
  MyoDecided answer = g_str_equal (response, "yes") ? MYO_DECIDED_YES : g_str_equal (response, "no") ? MYO_DECIDED_NO : MYO_DECIDED_LATER;

  if (decided != NULL)
    decided (answer, question->user_data);
}

/* --- All dialogs --- */

static gboolean
stands_over (GtkWindow *dialog,
             GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);

  return parent != NULL && (parent == window || stands_over (parent, window));
}

static void
join (gpointer dialog,
      gpointer window)
{
  if (stands_over (dialog, window))
    gtk_window_set_application (dialog, gtk_window_get_application (window));
}

void
myo_compat_join_dialogs (GtkWindow *window)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  g_list_foreach (windows, join, window);
}

/* Whoever waits for the answer of a GtkDialog, as GTK's own, must get one. */
static void
close_dialog (gpointer dialog,
              gpointer window)
{
  if (!stands_over (dialog, window))
    return;

  if (GTK_IS_DIALOG (dialog))
    gtk_window_close (dialog);
  else
    gtk_window_destroy (dialog);
}

static void
hold (gpointer dialog,
      gpointer unused)
{
  g_object_ref (dialog);
}

/* Newer questions are no windows of their own. */
static void
close_questions (GtkWindow *window)
{
#if ADW_CHECK_VERSION (1, 5, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  g_autoptr(GListModel) dialogs = NULL;
  g_autolist(AdwDialog) open = NULL;

  if (!ADW_IS_APPLICATION_WINDOW (window))
    return;
  dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (window));
  for (guint i = 0; i < g_list_model_get_n_items (dialogs); i++)
    open = g_list_prepend (open, g_list_model_get_item (dialogs, i));
  for (GList *each = open; each != NULL; each = each->next)
    {
      g_signal_handlers_disconnect_matched (each->data, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, answered, NULL);
      adw_dialog_force_close (each->data);
    }
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

void
myo_compat_close_dialogs (GtkWindow *window)
{
  g_autolist(GtkWindow) windows = gtk_window_list_toplevels ();

  close_questions (window);
  g_list_foreach (windows, hold, NULL);
  g_list_foreach (windows, close_dialog, window);
}

/* --- Questions --- */

#if ADW_CHECK_VERSION (1, 5, 0)
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static GtkWidget *
make_text (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);

  return label;
}

/* The dialog's own heading does not wrap, and GTK warns when it is measured for less room than it needs: heading and text are ours. */
static GtkWidget *
make_question (GtkWidget         *window,
               const MyoDecision *decision)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (NULL, NULL));
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *text = make_text (decision->body, "body");

  gtk_box_append (GTK_BOX (words), make_text (decision->heading, "title-2"));
  gtk_box_append (GTK_BOX (words), text);
  adw_alert_dialog_set_extra_child (dialog, words);
  adw_dialog_set_title (ADW_DIALOG (dialog), decision->heading);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (dialog), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, text, NULL, -1);
  if (decision->later != NULL)
    adw_alert_dialog_add_response (dialog, "later", decision->later);
  if (decision->decline != NULL)
    adw_alert_dialog_add_response (dialog, "no", decision->decline);
  adw_alert_dialog_add_response (dialog, "yes", decision->agree);
  adw_alert_dialog_set_default_response (dialog, decision->destructive ? "no" : "yes");
  adw_alert_dialog_set_close_response (dialog, "later");
  adw_alert_dialog_set_response_appearance (dialog, "yes", decision->destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);

  return GTK_WIDGET (dialog);
}

static void
present (GtkWidget *dialog,
         GtkWidget *window)
{
  adw_dialog_present (ADW_DIALOG (dialog), window);
}
G_GNUC_END_IGNORE_DEPRECATIONS
#else
static GtkWidget *
make_question (GtkWidget         *window,
               const MyoDecision *decision)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (window), decision->heading, decision->body));

  if (decision->later != NULL)
    adw_message_dialog_add_response (dialog, "later", decision->later);
  if (decision->decline != NULL)
    adw_message_dialog_add_response (dialog, "no", decision->decline);
  adw_message_dialog_add_response (dialog, "yes", decision->agree);
  adw_message_dialog_set_default_response (dialog, decision->destructive ? "no" : "yes");
  adw_message_dialog_set_close_response (dialog, "later");
  adw_message_dialog_set_response_appearance (dialog, "yes", decision->destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);

  return GTK_WIDGET (dialog);
}

static void
present (GtkWidget *dialog,
         GtkWidget *window)
{
  gtk_window_present (GTK_WINDOW (dialog));
}
#endif

/* A question is as wide as its window lets it be: asked before that has a size, it would change its own under the hand. */
static gboolean
present_when_sized (GtkWidget     *window,
                    GdkFrameClock *clock,
                    gpointer       dialog)
{
  if (gtk_widget_get_width (window) == 0)
    return G_SOURCE_CONTINUE;

  present (dialog, window);
  return G_SOURCE_REMOVE;
}

void
myo_compat_decide (GtkWidget         *parent,
                   const MyoDecision *decision,
                   MyoDecisionFunc    decided,
                   gpointer           user_data,
                   GDestroyNotify     free_data)
{
  Question *question = g_new (Question, 1);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (parent));
  GtkWidget *dialog = g_object_ref_sink (make_question (window, decision));

  *question = (Question) { decided, user_data, free_data };
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered), question, (GClosureNotify) question_free, 0);
  if (present_when_sized (window, NULL, dialog) == G_SOURCE_CONTINUE)
    gtk_widget_add_tick_callback (window, present_when_sized, g_object_ref (dialog), g_object_unref);
  g_object_unref (dialog);
  myo_compat_join_dialogs (GTK_WINDOW (gtk_widget_get_root (parent)));
}

typedef struct
{
  MyoAnswerFunc answer;
  gpointer      user_data;
} YesNo;

static void
answer_yes_or_no (MyoDecided answer,
                  gpointer  user_data)
{
  const YesNo *question = user_data;

  question->answer (answer == MYO_DECIDED_YES, question->user_data);
}

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
  const YesNo question = { answer, user_data };
  const MyoDecision decision = { .heading = heading, .body = body, .agree = agree, .decline = decline, .destructive = destructive };

  myo_compat_decide (parent, &decision, answer_yes_or_no, g_memdup2 (&question, sizeof question), g_free);
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
  myo_compat_join_dialogs (GTK_WINDOW (gtk_widget_get_root (parent)));
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

void
myo_compat_name (GtkWidget  *button,
                 const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* --- Where accessibles lie --- */

#if GTK_CHECK_VERSION (4, 10, 0)
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
/* GTK adds up the places of all that lies between a widget and its window.  Its own function measures each from the inside of
 * the parent's padding, so that every padding on the way is lost, and leaves the place of what was never on show to chance. */
static gboolean
get_bounds (GtkAccessible *accessible,
            int           *x,
            int           *y,
            int           *width,
            int           *height)
{
  GtkWidget *widget = GTK_WIDGET (accessible);
  GtkWidget *parent = gtk_widget_get_parent (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT_ZERO, outer;

  if (gtk_widget_get_realized (widget) && gtk_widget_compute_bounds (widget, parent != NULL ? parent : widget, &bounds)
      && parent != NULL && gtk_widget_compute_bounds (parent, parent, &outer))
    graphene_rect_offset (&bounds, -outer.origin.x, -outer.origin.y);
  graphene_rect_round_extents (&bounds, &bounds);

  *x = (int) bounds.origin.x;
  *y = (int) bounds.origin.y;
  *width = (int) bounds.size.width;
  *height = (int) bounds.size.height;
  return TRUE;
}

void
myo_compat_place_accessibles (void)
{
  GTypeClass *widgets = g_type_class_ref (GTK_TYPE_WIDGET);
  GtkAccessibleInterface *accessibles = g_type_interface_peek (widgets, GTK_TYPE_ACCESSIBLE);

  accessibles->get_bounds = get_bounds;
  g_type_class_unref (widgets);
}
G_GNUC_END_IGNORE_DEPRECATIONS
#else
void
myo_compat_place_accessibles (void)
{
}
#endif

/* --- Room --- */

void
myo_compat_keep_title (AdwHeaderBar *bar)
{
#if GTK_CHECK_VERSION (4, 12, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  GtkWidget *centre = gtk_widget_get_ancestor (adw_header_bar_get_title_widget (bar), GTK_TYPE_CENTER_BOX);

  if (centre != NULL && gtk_widget_is_ancestor (centre, GTK_WIDGET (bar)))
    gtk_center_box_set_shrink_center_last (GTK_CENTER_BOX (centre), TRUE);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

void
myo_compat_clamp_in_pixels (AdwClamp *clamp)
{
#if ADW_CHECK_VERSION (1, 4, 0)
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  adw_clamp_set_unit (clamp, ADW_LENGTH_UNIT_PX);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}
