/* The window's records: the questions of their desk and of an interrupted session in words, the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

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

/* --- Damaged records --- */

static void
restore_answered (gboolean agreed,
                  gpointer user_data)
{
  g_autoptr(MyoWindow) self = user_data;

  if (agreed)
    myo_records_desk_restore (self->records_desk);
  else
    myo_records_desk_start_anew (self->records_desk);
}

static void
ask_to_restore (MyoWindow *self)
{
  gboolean backup = myo_records_desk_get_question (self->records_desk) == MYO_RECORDS_ASK_RESTORE;
  g_autofree char *path = myo_records_desk_get_damaged_path (self->records_desk);
  g_autofree char *body = NULL;

  if (backup)
    /* Translators: %s is the path of a file */
    body = g_strdup_printf (_("The damaged file was put aside and nothing was deleted: %s. Bring back the newest backup?"),
                            path != NULL ? path : "");
  else
    /* Translators: %s is the path of a file */
    body = g_strdup_printf (_("The damaged file was put aside and nothing was deleted: %s. There is no backup, so Myomap starts a new one."),
                            path != NULL ? path : "");
  myo_compat_ask (GTK_WIDGET (self), _("Your records were damaged"), body, backup ? _("Bring back the backup") : _("Start anew"),
                  backup ? _("Start anew") : _("Close"), FALSE, restore_answered, g_object_ref (self));
}

/* --- Following the desk --- */

static void
records_changed (MyoWindow *self)
{
  MyoRecordsState state = myo_records_desk_get_state (self->records_desk);

  if (state == MYO_RECORDS_ASKING)
    ask_to_restore (self);
  else if (state == MYO_RECORDS_READY || state == MYO_RECORDS_READABLE)
    myo_pain_desk_load_draft (self->pain);
}

static void
fault_changed (MyoWindow *self)
{
  const GError *fault = myo_records_desk_get_fault (self->records_desk);
  g_autofree char *words = fault != NULL ? myo_report_words (fault) : NULL;

  myo_history_page_set_notice (MYO_HISTORY_PAGE (self->history_page), words, _("Try again"));
  if (fault == NULL)
    myo_pain_desk_flush (self->pain);
}

static void
caught_up (MyoWindow *self)
{
  myo_window_toast (self, _("What could not be recorded before is recorded now."));
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
  myo_records_desk_open (self->records_desk);
}
