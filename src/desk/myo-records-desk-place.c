/* What takes the place of the records: the answers to the question, and a file that is brought back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-records-desk-private.h"

/* What is in place may still not be of use, on a full disk for instance. */
static void
take_up (MyoRecordsDesk *self)
{
  if (myo_records_get_writable (self->records))
    myo_records_desk_take_up (self);
  else
    myo_records_desk_start_opening (self);
}

/* --- Answers --- */

/* What could not be done leaves the question open, unless the records turned out to be well. */
static void
restored (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(MyoRecordsDesk) self = user_data;
  g_autoptr(GError) error = NULL;

  if (myo_records_restore_finish (MYO_RECORDS (source), result, &error))
    {
      take_up (self);
      return;
    }

  myo_records_desk_fail (self, error);
  if (myo_records_get_writable (self->records))
    {
      myo_records_desk_take_up (self);
      return;
    }

  myo_records_desk_note_fault (self, self->asked_for);
  myo_records_desk_enter (self, MYO_RECORDS_UNDECIDED);
}

void
myo_records_desk_restore (MyoRecordsDesk *self)
{
  MyoRecordsQuestion question;

  g_return_if_fail (MYO_IS_RECORDS_DESK (self));

  if (!myo_records_desk_get_question (self, &question) || question.offer == NULL)
    return;

  myo_records_desk_enter (self, MYO_RECORDS_OPENING);
  myo_records_restore_async (self->records, question.offer->backup, restored, g_object_ref (self));
}

void
myo_records_desk_start_anew (MyoRecordsDesk *self)
{
  g_return_if_fail (MYO_IS_RECORDS_DESK (self));

  if (self->state != MYO_RECORDS_ASKING)
    return;

  self->asked = TRUE;
  myo_records_desk_enter (self, MYO_RECORDS_OPENING);
  myo_records_start_anew_async (self->records, myo_records_desk_opened, g_object_ref (self));
}

void
myo_records_desk_postpone (MyoRecordsDesk *self)
{
  g_return_if_fail (MYO_IS_RECORDS_DESK (self));

  if (self->state != MYO_RECORDS_ASKING)
    return;

  myo_records_desk_note_fault (self, self->asked_for);
  myo_records_desk_enter (self, MYO_RECORDS_UNDECIDED);
}

/* --- Another file in their place --- */

static void
replaced (MyoRecordsDesk *self)
{
  myo_session_desk_forget (self->sessions);
  g_signal_emit (self, myo_records_desk_signals[MYO_RECORDS_DESK_BROUGHT_BACK], 0);
  take_up (self);
}

/* They are open as before, if they could be before.  If not, what is opened at last may be others. */
static void
not_replaced (MyoRecordsDesk *self)
{
  if (!myo_records_get_writable (self->records))
    {
      myo_session_desk_forget (self->sessions);
      myo_records_desk_start_opening (self);
      return;
    }

  myo_history_reload (self->history);
  myo_records_desk_enter (self, MYO_RECORDS_READY);
}

static void
brought_back (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  MyoRecordsDesk *self = g_task_get_source_object (task);
  GError *error = NULL;
  gboolean worked = myo_records_restore_finish (MYO_RECORDS (source), result, &error);

  self->replacing = FALSE;
  if (worked)
    replaced (self);
  else
    not_replaced (self);
  myo_session_desk_set_waiting (self->sessions, FALSE);

  if (worked)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
is_under_way (MyoRecordsDesk *self)
{
  MyoSessionState state = myo_session_desk_get_state (self->sessions);

  return state == MYO_SESSION_RUNNING || state == MYO_SESSION_AFTER;
}

void
myo_records_desk_bring_back_async (MyoRecordsDesk      *self,
                                   GFile               *file,
                                   GAsyncReadyCallback  callback,
                                   gpointer             data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (MYO_IS_RECORDS_DESK (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, myo_records_desk_bring_back_async);
  if (!myo_records_desk_has_been_opened (self) || is_under_way (self))
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_BUSY, "a session or something else is under way");
      return;
    }

  self->replacing = TRUE;
  myo_session_desk_set_waiting (self->sessions, TRUE);
  myo_records_desk_enter (self, MYO_RECORDS_OPENING);
  myo_records_restore_async (self->records, file, brought_back, g_steal_pointer (&task));
}

gboolean
myo_records_desk_bring_back_finish (MyoRecordsDesk  *self,
                                    GAsyncResult    *result,
                                    GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
