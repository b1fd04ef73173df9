/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-recorder.h"

#include "myo-error.h"

/* What is in the way is mostly gone soon; if not, it is not asked more often than a person would. */
#define FIRST_PAUSE_US (2 * (gint64) G_USEC_PER_SEC)
#define LONGEST_PAUSE_US (60 * (gint64) G_USEC_PER_SEC)

/* One thing to write.  What concerns a session waits until the session has its row. */
typedef struct
{
  MyoSession *session;
  MyoHold    *hold;          /* NULL: the session itself, as it is when it is sent */
  gboolean    sent;          /* asked of the records, no answer yet */
} Write;

struct _MyoRecorder
{
  GObject parent_instance;

  MyoPlayer  *player;
  MyoRecords *records;
  MyoClock   *clock;
  MyoSession *session;       /* under way, or NULL */
  gboolean    told;          /* "failed" was emitted for it */
  gboolean    owed;          /* since then "caught-up" was not */

  GQueue      writes;        /* of Write, oldest first */
  guint       n_sent;
  GError     *fault;         /* of the last write that failed */
  gboolean    failing;       /* and is still to be written */
  gint64      pause;         /* µs: how long the next one is */
  guint       alarm;         /* ends the pause; 0 when there is none */
  GQueue      flushes;       /* of GTask */
};

G_DEFINE_FINAL_TYPE (MyoRecorder, myo_recorder, G_TYPE_OBJECT)

enum { FAILED, UNWRITTEN_CHANGED, CAUGHT_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Writes --- */

static void
write_free (Write *self)
{
  myo_session_unref (self->session);
  g_clear_pointer (&self->hold, myo_hold_free);
  g_free (self);
}

static void
answer_flushes (MyoRecorder *self)
{
  GTask *task;

  /* Who is answered may ask for more to be written. */
  while (self->n_sent == 0 && (task = g_queue_pop_head (&self->flushes)) != NULL)
    {
      if (self->writes.length == 0)
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_error_copy (self->fault));
      g_object_unref (task);
    }
}

static void
tell (MyoRecorder  *self,
      const GError *error)
{
  if (self->told)
    return;

  self->told = TRUE;
  g_signal_emit (self, signals[FAILED], 0, error);
}

typedef struct
{
  MyoRecorder *recorder;     /* referenced: what was asked for comes to its end */
  Write       *write;
} Sent;

static void send_writes (MyoRecorder *self);

static void
end_pause (MyoRecorder *self)
{
  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
}

static void
try_again (gpointer data)
{
  MyoRecorder *self = data;

  self->alarm = 0;
  send_writes (self);
}

static void
set_failing (MyoRecorder *self,
             gboolean     failing)
{
  gboolean same = self->failing == failing;

  self->failing = failing;
  if (!same)
    g_signal_emit (self, signals[UNWRITTEN_CHANGED], 0);
}

static void
take_fault (MyoRecorder  *self,
            const GError *error)
{
  g_clear_error (&self->fault);
  self->fault = g_error_copy (error);
  set_failing (self, TRUE);
  self->owed = TRUE;
  if (self->alarm == 0)
    {
      self->alarm = myo_clock_call_after (self->clock, self->pause, G_PRIORITY_DEFAULT, try_again, self);
      self->pause = MIN (2 * self->pause, LONGEST_PAUSE_US);
    }
}

static void
take_success (MyoRecorder *self)
{
  set_failing (self, FALSE);
  self->pause = FIRST_PAUSE_US;
  end_pause (self);
  send_writes (self);
  if (!self->owed || self->writes.length > 0)
    return;

  self->owed = FALSE;
  g_signal_emit (self, signals[CAUGHT_UP], 0);
}

static void
drop_write (MyoRecorder *self,
            Write       *write)
{
  g_queue_remove (&self->writes, write);
  write_free (write);
}

/* A session that was deleted meanwhile, or that another Myomap has, cannot be written by trying again. */
static void
take_answer (Sent   *sent,
             gint64  row,
             GError *error)
{
  g_autoptr(MyoRecorder) self = sent->recorder;
  Write *write = sent->write;
  gboolean gone = g_error_matches (error, MYO_ERROR, MYO_ERROR_NOT_FOUND) || g_error_matches (error, MYO_ERROR, MYO_ERROR_ELSEWHERE);

  g_free (sent);
  self->n_sent--;
  write->sent = FALSE;
  if (write->hold == NULL && row > 0)
    write->session->id = row;
  if (error == NULL || gone)
    drop_write (self, write);

  if (error == NULL)
    take_success (self);
  else if (!gone)
    take_fault (self, error);
  else if (self->writes.length > 0)
    send_writes (self);
  else
    set_failing (self, FALSE);
  if (error != NULL)
    tell (self, error);
  answer_flushes (self);
}

static void
session_saved (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr(GError) error = NULL;
  gint64 row = myo_records_save_session_finish (MYO_RECORDS (source), result, &error);

  take_answer (data, row, error);
}

static void
hold_added (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GError) error = NULL;
  gint64 row = myo_records_add_hold_finish (MYO_RECORDS (source), result, &error);

  take_answer (data, row, error);
}

static void
send_one (MyoRecorder *self,
          Write       *write)
{
  Sent *sent = g_new (Sent, 1);

  sent->recorder = g_object_ref (self);
  sent->write = write;
  write->sent = TRUE;
  self->n_sent++;
  if (write->hold == NULL)
    myo_records_save_session_async (self->records, write->session, session_saved, sent);
  else
    myo_records_add_hold_async (self->records, write->session->id, write->hold, write->session->next_move, hold_added, sent);
}

/* Sends all that can go: the records keep their order.  The first write of a new session is waited for, because it is what gives the
 * session its row, and so is the first one while it fails. */
static void
send_writes (MyoRecorder *self)
{
  for (GList *l = self->writes.head; l != NULL; l = l->next)
    {
      Write *write = l->data;
      gboolean is_new = write->session->id == 0;

      if (!write->sent)
        send_one (self, write);
      if (is_new || self->failing)
        return;
    }
}

static void
add_write (MyoRecorder   *self,
           MyoSession    *session,
           const MyoHold *hold)
{
  Write *write = g_new0 (Write, 1);

  write->session = myo_session_ref (session);
  write->hold = hold != NULL ? myo_hold_copy (hold) : NULL;
  g_queue_push_tail (&self->writes, write);
  send_writes (self);
}

/* A write of the session that is still waiting will take along what changed meanwhile. */
static void
save_session (MyoRecorder *self,
              MyoSession  *session)
{
  Write *last = g_queue_peek_tail (&self->writes);

  if (last != NULL && !last->sent && last->hold == NULL && last->session == session)
    send_writes (self);
  else
    add_write (self, session, NULL);
}

/* --- Following the player --- */

/* Stopped or interrupted in the middle: that hold is the one to resume with. */
static void
hold_finished (MyoRecorder   *self,
               const MyoHold *hold)
{
  gboolean unfinished = hold->end == MYO_END_STOPPED || hold->end == MYO_END_INTERRUPTED;

  if (self->session == NULL)
    return;

  self->session->next_move = (int) myo_player_get_move_index (self->player) + (unfinished ? 0 : 1);
  add_write (self, self->session, hold);
}

/* Moves without a hold, and repeated ones, change the place to resume at too. */
static void
player_changed (MyoRecorder *self)
{
  gboolean rests = myo_player_get_state (self->player) == MYO_PLAYER_REST;
  int next_move = (int) myo_player_get_move_index (self->player) + (rests ? 1 : 0);

  if (self->session == NULL || !myo_player_is_active (self->player) || self->session->next_move == next_move)
    return;

  self->session->next_move = next_move;
  save_session (self, self->session);
}

/* --- Sessions --- */

void
myo_recorder_begin (MyoRecorder *self,
                    MyoSession  *session)
{
  g_return_if_fail (MYO_IS_RECORDER (self));
  g_return_if_fail (session != NULL);

  myo_recorder_finish (self, MYO_PAIN_UNKNOWN, MYO_END_STOPPED);
  self->session = myo_session_ref (session);
  self->session->end = MYO_END_NONE;
  self->session->ended_at = 0;
  self->told = FALSE;
  save_session (self, self->session);
}

/* It ended when that was told first, however long the person thinks about the pain after it. */
void
myo_recorder_tell_end (MyoRecorder *self,
                       int          pain_after,
                       MyoEnd       end)
{
  MyoSession *session;

  g_return_if_fail (MYO_IS_RECORDER (self));

  session = self->session;
  if (session == NULL || (session->end == end && session->pain_after == pain_after))
    return;

  if (end == MYO_END_NONE)
    session->ended_at = 0;
  else if (session->end == MYO_END_NONE)
    session->ended_at = MAX (g_get_real_time (), session->started_at);
  session->end = end;
  session->pain_after = pain_after;
  save_session (self, session);
}

void
myo_recorder_finish (MyoRecorder *self,
                     int          pain_after,
                     MyoEnd       end)
{
  g_return_if_fail (MYO_IS_RECORDER (self));
  g_return_if_fail (end != MYO_END_NONE);

  myo_recorder_tell_end (self, pain_after, end);
  myo_recorder_let_go (self);
}

void
myo_recorder_let_go (MyoRecorder *self)
{
  g_return_if_fail (MYO_IS_RECORDER (self));

  g_clear_pointer (&self->session, myo_session_unref);
}

void
myo_recorder_amend (MyoRecorder *self,
                    MyoSession  *session)
{
  g_return_if_fail (MYO_IS_RECORDER (self));
  g_return_if_fail (session != NULL);

  save_session (self, session);
}

MyoSession *
myo_recorder_get_session (MyoRecorder *self)
{
  g_return_val_if_fail (MYO_IS_RECORDER (self), NULL);

  return self->session;
}

const GError *
myo_recorder_get_unwritten (MyoRecorder *self)
{
  g_return_val_if_fail (MYO_IS_RECORDER (self), NULL);

  return self->failing ? self->fault : NULL;
}

/* --- Flushing --- */

void
myo_recorder_flush_async (MyoRecorder         *self,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  GTask *task;

  g_return_if_fail (MYO_IS_RECORDER (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, myo_recorder_flush_async);
  g_queue_push_tail (&self->flushes, task);
  send_writes (self);
  answer_flushes (self);
}

gboolean
myo_recorder_flush_finish (MyoRecorder   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

gboolean
myo_recorder_flush (MyoRecorder  *self,
                    GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  g_return_val_if_fail (MYO_IS_RECORDER (self), FALSE);

  myo_recorder_flush_async (self, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return myo_recorder_flush_finish (self, result, error);
}

/* --- Class --- */

static void
myo_recorder_finalize (GObject *object)
{
  MyoRecorder *self = MYO_RECORDER (object);

  if (self->clock != NULL)
    end_pause (self);
  g_queue_clear_full (&self->writes, (GDestroyNotify) write_free);
  g_clear_error (&self->fault);
  g_clear_pointer (&self->session, myo_session_unref);
  g_clear_object (&self->player);
  g_clear_object (&self->records);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (myo_recorder_parent_class)->finalize (object);
}

static void
myo_recorder_class_init (MyoRecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_recorder_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[UNWRITTEN_CHANGED] =
    g_signal_new ("unwritten-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CAUGHT_UP] = g_signal_new ("caught-up", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_recorder_init (MyoRecorder *self)
{
  g_queue_init (&self->writes);
  g_queue_init (&self->flushes);
  self->pause = FIRST_PAUSE_US;
}

MyoRecorder *
myo_recorder_new (MyoPlayer  *player,
                  MyoRecords *records,
                  MyoClock   *clock)
{
  MyoRecorder *self;

  g_return_val_if_fail (MYO_IS_PLAYER (player), NULL);
  g_return_val_if_fail (MYO_IS_RECORDS (records), NULL);
  g_return_val_if_fail (MYO_IS_CLOCK (clock), NULL);

  self = g_object_new (MYO_TYPE_RECORDER, NULL);
  self->player = g_object_ref (player);
  self->records = g_object_ref (records);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (player, "hold-finished", G_CALLBACK (hold_finished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (player, "changed", G_CALLBACK (player_changed), self, G_CONNECT_SWAPPED);
  return self;
}
