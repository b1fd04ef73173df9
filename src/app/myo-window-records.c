/* The window's records: the questions of their desk and of an interrupted session in words, the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-backups-window.h"
#include "myo-compat.h"
#include "myo-report.h"
#include "myo-session-words.h"
#include "myo-window-private.h"

/* --- An interrupted session --- */

typedef struct
{
  MyoWindow  *window;
  MyoSession *session;           /* that it is about */
} ResumeQuestion;

static void
resume_question_free (gpointer data)
{
  ResumeQuestion *self = data;

  g_object_unref (self->window);
  myo_session_unref (self->session);
  g_free (self);
}

static void
resume_answered (MyoDecided decision,
                 gpointer   user_data)
{
  const ResumeQuestion *question = user_data;
  MyoWindow *self = question->window;

  if (myo_session_desk_get_unfinished (self->sessions) != question->session)
    return;

  if (decision == MYO_DECIDED_LATER)
    myo_session_desk_postpone (self->sessions);
  else if (decision == MYO_DECIDED_NO || !myo_session_desk_can_resume (self->sessions))
    myo_session_desk_end_unfinished (self->sessions);
  else
    {
      myo_window_set_limits (self);
      myo_session_desk_resume (self->sessions);
    }
}

static void
unfinished_changed (MyoWindow *self)
{
  MyoSession *session = myo_session_desk_get_unfinished (self->sessions);
  gboolean can_go_on = myo_session_desk_can_resume (self->sessions);
  g_autofree char *body = NULL;
  ResumeQuestion *question;
  MyoDecision decision;

  if (session == NULL)
    return;

  body = myo_session_words_unfinished (self->atlas, session);
  decision = (MyoDecision) {
    .heading = can_go_on ? _("Go on with the interrupted session?") : _("An interrupted session cannot go on"), .body = body,
    .agree = can_go_on ? _("Go on") : _("End it"), .decline = can_go_on ? _("End it") : NULL, .later = _("Later"),
  };
  question = g_new (ResumeQuestion, 1);
  *question = (ResumeQuestion) { g_object_ref (self), myo_session_ref (session) };
  myo_compat_decide (GTK_WIDGET (self), &decision, resume_answered, question, resume_question_free);
}

/* --- Damaged and lost records --- */

static void
question_answered (MyoDecided decision,
                   gpointer   user_data)
{
  MyoWindow *self = user_data;

  if (decision == MYO_DECIDED_LATER)
    myo_records_desk_postpone (self->records_desk);
  else if (decision == MYO_DECIDED_YES)
    myo_records_desk_restore (self->records_desk);
  else
    myo_records_desk_start_anew (self->records_desk);
}

/* Without a backup there is nothing to say yes to but to start anew. */
static void
anew_answered (MyoDecided decision,
               gpointer   user_data)
{
  question_answered (decision == MYO_DECIDED_YES ? MYO_DECIDED_NO : decision, user_data);
}

static char *
word_loss (const MyoRecordsQuestion *question)
{
  g_autofree char *name = question->damaged != NULL ? g_filename_display_name (question->damaged) : NULL;

  if (!question->lost)
    /* Translators: %s is the path of a file */
    return g_strdup_printf (_("The file %s is damaged. Nothing was changed or deleted: whatever you choose, it is kept beside the new one."), name);
  if (name != NULL)
    /* Translators: %s is the path of a file */
    return g_strdup_printf (_("There are no records any more. A damaged file was put aside before and stays where it is: %s."), name);

  return g_strdup (_("There are no records any more, but there is a backup of them."));
}

static char *
word_offer (const MyoRecordsOffer *offer)
{
  g_autoptr(GDateTime) utc = NULL, local = NULL;
  g_autofree char *date = NULL, *whole = NULL, *passed_over = NULL;

  if (offer == NULL)
    return g_strdup (_("There is no backup."));

  utc = g_date_time_new_from_unix_utc (offer->made_at / G_USEC_PER_SEC);
  local = g_date_time_to_local (utc);
  /* Translators: a day and a time within a sentence, in the notation of strftime: "3 November 2025, 18:30" */
  date = g_date_time_format (local, _("%-e %B %Y, %H:%M"));
  /* Translators: %s is a day and a time */
  whole = g_strdup_printf (ngettext ("The newest whole backup was made on %s and holds %u session.",
                                     "The newest whole backup was made on %s and holds %u sessions.", offer->n_sessions),
                           date, offer->n_sessions);
  if (offer->n_passed_over == 0)
    return g_steal_pointer (&whole);

  passed_over = g_strdup_printf (ngettext ("%u newer backup is damaged, too.", "%u newer backups are damaged, too.", offer->n_passed_over),
                                 offer->n_passed_over);
  return g_strdup_printf ("%s %s", whole, passed_over);
}

static void
ask_how_to_go_on (MyoWindow                *self,
                  const MyoRecordsQuestion *question)
{
  g_autofree char *loss = word_loss (question), *offer = word_offer (question->offer);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", loss, offer);
  MyoDecision decision = { .body = body, .later = _("Not now") };

  decision.heading = question->lost ? _("Your records are gone") : _("Your records were damaged");
  decision.agree = question->offer != NULL ? _("Bring back the backup") : _("Start anew");
  decision.decline = question->offer != NULL ? _("Start anew") : NULL;
  myo_compat_decide (GTK_WIDGET (self), &decision, question->offer != NULL ? question_answered : anew_answered,
                     g_object_ref (self), g_object_unref);
}

/* --- Following the desk --- */

static void
show_fault (MyoWindow *self)
{
  const GError *fault = myo_records_desk_get_fault (self->records_desk);
  gboolean undecided = myo_records_desk_get_state (self->records_desk) == MYO_RECORDS_UNDECIDED;
  g_autofree char *words = fault != NULL ? myo_report_words (fault) : NULL;

  myo_history_page_set_notice (MYO_HISTORY_PAGE (self->history_page), words, undecided ? _("Decide…") : _("Try again"));
}

static void
fault_changed (MyoWindow *self)
{
  show_fault (self);
  if (myo_records_desk_get_fault (self->records_desk) == NULL)
    myo_pain_desk_flush (self->pain);
}

static void
records_changed (MyoWindow *self)
{
  MyoRecordsState state = myo_records_desk_get_state (self->records_desk);
  gboolean open = state == MYO_RECORDS_READY || state == MYO_RECORDS_READABLE;
  MyoRecordsQuestion question;

  myo_history_page_set_closed (MYO_HISTORY_PAGE (self->history_page), !open && state != MYO_RECORDS_OPENING);
  if (myo_records_desk_get_question (self->records_desk, &question))
    ask_how_to_go_on (self, &question);
  else if (open)
    myo_pain_desk_load_draft (self->pain);
  else if (state == MYO_RECORDS_REFUSED || state == MYO_RECORDS_UNDECIDED)
    myo_pain_draft_load_aside (myo_pain_desk_get_draft (self->pain));
  show_fault (self);
}

static void
caught_up (MyoWindow *self)
{
  myo_window_toast (self, _("What could not be recorded before is recorded now."));
}

/* --- Backups --- */

/* What the person asked for in the window of the backups is told there, as long as it is open. */
static void
backup_failed (MyoWindow    *self,
               int           deed,
               const GError *error)
{
  g_autofree char *words = myo_report_backup ((MyoBackupDeed) deed, error);

  if (deed == MYO_BACKUP_MADE_BY_ITSELF || self->backups_window == NULL)
    myo_window_toast (self, words);
}

static void
show_backups (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "myomap", "backups", NULL);

  if (self->backups == NULL)
    return;

  if (self->backups_window == NULL)
    g_set_weak_pointer (&self->backups_window, myo_backups_window_new (GTK_WINDOW (self), self->backups, folder));
  gtk_window_present (self->backups_window);
}

void
myo_window_install_records (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.backups", NULL, show_backups);
}

/* --- History --- */

typedef struct
{
  MyoHistory      *history;
  MyoHistoryEntry *entry;
} Undo;

static void
undo_free (Undo     *undo,
           GClosure *closure)
{
  g_object_unref (undo->history);
  g_object_unref (undo->entry);
  g_free (undo);
}

static void
undo_clicked (AdwToast *toast,
              Undo     *undo)
{
  myo_history_undelete (undo->history, undo->entry);
}

static void
delete_entry (MyoWindow       *self,
              MyoHistoryEntry *entry)
{
  MyoHistory *history = myo_records_desk_get_history (self->records_desk);
  AdwToast *toast = myo_notices_offer (self->notices, _("Session deleted"), _("Undo"));
  Undo *undo = g_new (Undo, 1);

  *undo = (Undo) { g_object_ref (history), g_object_ref (entry) };
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked), undo, (GClosureNotify) undo_free, 0);
  /* It is in the records that were replaced. */
  g_signal_connect_object (self->records_desk, "brought-back", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  myo_history_delete (history, entry);
}

void
myo_window_open_records (MyoWindow *self)
{
  g_signal_connect_object (self->history_page, "try-again", G_CALLBACK (myo_records_desk_try_again), self->records_desk, G_CONNECT_SWAPPED);
  /* Who changed the time zone was in another program meanwhile. */
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (myo_today_look),
                           myo_history_get_today (myo_records_desk_get_history (self->records_desk)), G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history_page, "delete", G_CALLBACK (delete_entry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "notify::unfinished", G_CALLBACK (unfinished_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records_desk, "notify::state", G_CALLBACK (records_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records_desk, "notify::fault", G_CALLBACK (fault_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sessions, "caught-up", G_CALLBACK (caught_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records_desk, "failed", G_CALLBACK (myo_window_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records_desk, "brought-back", G_CALLBACK (myo_pain_desk_reload_draft), self->pain, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->backups, "bringing-back", G_CALLBACK (myo_pain_desk_flush), self->pain, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->backups, "failed", G_CALLBACK (backup_failed), self, G_CONNECT_SWAPPED);
  myo_records_desk_open (self->records_desk);
}
