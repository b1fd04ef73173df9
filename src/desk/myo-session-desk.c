/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-session-desk-private.h"

#include "myo-session-words.h"

/* Often enough for a ring that seems to flow; events themselves come at their own moment. */
#define TICK_US (50 * (gint64) 1000)
/* The machine's clock knows no shorter alarm. */
#define SOON_US ((gint64) 1000)

#define PRESSURE_CEILING 7

G_DEFINE_ENUM_TYPE (MyoSessionState, myo_session_state,
                    G_DEFINE_ENUM_VALUE (MYO_SESSION_IDLE, "idle"), G_DEFINE_ENUM_VALUE (MYO_SESSION_PREPARED, "prepared"),
                    G_DEFINE_ENUM_VALUE (MYO_SESSION_RUNNING, "running"), G_DEFINE_ENUM_VALUE (MYO_SESSION_AFTER, "after"))

G_DEFINE_FINAL_TYPE (MyoSessionDesk, myo_session_desk, G_TYPE_OBJECT)

enum { CHANGED, TICKED, CUE, SAID, BEGINNING, FINISHED, RECORDED, FAILED, CAUGHT_UP, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- States --- */

void
myo_session_desk_enter (MyoSessionDesk  *self,
                        MyoSessionState  state)
{
  self->state = state;
  myo_session_desk_refresh (self);
  if (self->told != state)
    {
      self->told = state;
      myo_session_desk_notify (self, PROP_STATE);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_session_desk_set_unfinished (MyoSessionDesk *self,
                                 MyoSession     *session)
{
  if (self->unfinished == session)
    return;

  g_clear_pointer (&self->unfinished, myo_session_unref);
  self->unfinished = session != NULL ? myo_session_ref (session) : NULL;
  myo_session_desk_notify (self, PROP_UNFINISHED);
}

static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(MyoSessionDesk) self = user_data;

  /* What could not be written was told already. */
  myo_recorder_flush_finish (MYO_RECORDER (source), result, NULL);
  g_signal_emit (self, signals[RECORDED], 0);
}

/* Who lists the records before all is written would miss what was finished last. */
static void
tell_when_written (MyoSessionDesk *self)
{
  myo_recorder_flush_async (self->recorder, written, g_object_ref (self));
}

MyoEnd
myo_session_desk_get_end (MyoSessionDesk *self)
{
  return myo_player_get_state (self->player) == MYO_PLAYER_DONE ? MYO_END_DONE : MYO_END_STOPPED;
}

/* What is under way ends before its time.
 * Returns: whether there was something */
static gboolean
leave (MyoSessionDesk *self)
{
  gboolean under_way = myo_recorder_get_session (self->recorder) != NULL;

  myo_session_desk_stop (self);
  myo_recorder_finish (self->recorder, self->pain_after, myo_session_desk_get_end (self));
  return under_way;
}

/* --- The clock --- */

static void tick (gpointer data);

static void
call_in (MyoSessionDesk *self,
         gint64          us)
{
  if (self->alarm == 0)
    self->alarm = myo_clock_call_after (self->clock, us, G_PRIORITY_HIGH, tick, self);
}

void
myo_session_desk_stop_calling (MyoSessionDesk *self)
{
  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
}

static void
tick (gpointer data)
{
  MyoSessionDesk *self = data;
  gint64 next;

  self->alarm = 0;
  next = myo_player_tick (self->player);
  if (next >= 0)
    call_in (self, CLAMP (next, SOON_US, TICK_US));
  if (self->state != MYO_SESSION_RUNNING)
    return;

  myo_session_desk_refresh_time (self);
  g_signal_emit (self, signals[TICKED], 0);
}

/* --- Following the player --- */

static void
player_changed (MyoSessionDesk *self)
{
  if (self->state != MYO_SESSION_RUNNING)
    return;

  if (myo_player_is_active (self->player))
    {
      call_in (self, SOON_US);
      myo_session_desk_enter (self, MYO_SESSION_RUNNING);
      return;
    }

  myo_session_desk_stop_calling (self);
  myo_recorder_tell_end (self->recorder, self->pain_after, myo_session_desk_get_end (self));
  myo_session_desk_enter (self, MYO_SESSION_AFTER);
}

static void
player_cue (MyoSessionDesk *self,
            MyoCue          cue,
            gint64          late)
{
  const char *words = myo_session_words_cue (cue);

  g_signal_emit (self, signals[CUE], 0, cue, late);
  if (words != NULL)
    g_signal_emit (self, signals[SAID], 0, words);
}

static void
hold_finished (MyoSessionDesk *self,
               const MyoHold  *hold)
{
  g_ptr_array_add (self->held->holds, myo_hold_copy (hold));
}

static void
recorder_failed (MyoSessionDesk *self,
                 const GError   *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

static void
recorder_unwritten_changed (MyoSessionDesk *self)
{
  myo_session_desk_notify (self, PROP_UNWRITTEN);
}

static void
recorder_caught_up (MyoSessionDesk *self)
{
  g_signal_emit (self, signals[CAUGHT_UP], 0);
  g_signal_emit (self, signals[RECORDED], 0);
}

/* --- Preparing --- */

void
myo_session_desk_set_limits (MyoSessionDesk *self,
                             int             ready_ms,
                             int             pressure_ceiling)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));
  g_return_if_fail (ready_ms >= 0);
  g_return_if_fail (pressure_ceiling >= 0 && pressure_ceiling <= 10);

  self->ready_ms = ready_ms;
  self->pressure_ceiling = pressure_ceiling;
}

void
myo_session_desk_lay_out (MyoSessionDesk     *self,
                          MyoMuscle          *muscle,
                          const MyoTechnique *technique,
                          MyoSide             side,
                          const char         *point_id,
                          MyoSession         *resumed)
{
  g_autoptr(MyoRoutine) routine = myo_routine_new (muscle, technique, point_id, side, self->ready_ms);

  if (leave (self))
    tell_when_written (self);
  self->wanted = FALSE;
  g_clear_pointer (&self->resumed, myo_session_unref);
  self->resumed = resumed != NULL ? myo_session_ref (resumed) : NULL;
  g_clear_pointer (&self->found, myo_session_unref);
  myo_session_desk_set_unfinished (self, NULL);
  g_set_object (&self->routine, routine);
  self->from = resumed != NULL ? (guint) CLAMP (resumed->next_move, 0, (int) myo_routine_get_n_moves (routine) - 1) : 0;
  myo_session_unref (self->held);
  self->held = resumed != NULL ? myo_session_copy (resumed) : myo_session_new ();
  myo_session_desk_set_pain (self, PROP_PAIN_BEFORE, resumed != NULL ? resumed->pain_before : MYO_PAIN_UNKNOWN);
  myo_session_desk_set_pain (self, PROP_PAIN_AFTER, MYO_PAIN_UNKNOWN);
  myo_session_desk_enter (self, MYO_SESSION_PREPARED);
}

void
myo_session_desk_prepare (MyoSessionDesk     *self,
                          MyoMuscle          *muscle,
                          const MyoTechnique *technique,
                          MyoSide             side,
                          const char         *point_id)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));
  g_return_if_fail (MYO_IS_MUSCLE (muscle));
  g_return_if_fail (technique != NULL);

  myo_session_desk_lay_out (self, muscle, technique, side, point_id, NULL);
}

/* --- Beginning and finishing --- */

static MyoSession *
describe_session (MyoSessionDesk *self)
{
  MyoMuscle *muscle = myo_routine_get_muscle (self->routine);
  const MyoTechnique *technique = myo_routine_get_technique (self->routine);
  MyoSession *session = myo_session_new ();

  session->started_at = g_get_real_time ();
  session->muscle = g_strdup (muscle->id);
  session->muscle_name = g_strdup (muscle->name);
  session->technique = g_strdup (technique->id);
  session->technique_title = g_strdup (technique->title);
  session->atlas_version = g_strdup (myo_atlas_get_version (self->atlas));
  session->side = myo_routine_get_side (self->routine);
  session->pain_before = self->pain_before;
  g_signal_emit (self, signals[BEGINNING], 0, session);
  return session;
}

void
myo_session_desk_begin (MyoSessionDesk *self)
{
  g_autoptr(MyoSession) session = NULL;

  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  self->wanted = self->waiting && self->state == MYO_SESSION_PREPARED;
  if (self->state != MYO_SESSION_PREPARED || self->waiting)
    return;

  session = self->resumed != NULL ? g_steal_pointer (&self->resumed) : describe_session (self);
  self->whole_ms = MAX (myo_routine_get_duration_ms (self->routine, self->from), 1);
  self->state = MYO_SESSION_RUNNING;
  myo_recorder_begin (self->recorder, session);
  myo_player_start (self->player, self->routine, self->from);
}

void
myo_session_desk_set_waiting (MyoSessionDesk *self,
                              gboolean        waiting)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  self->waiting = waiting;
  if (!waiting && self->wanted)
    myo_session_desk_begin (self);
}

void
myo_session_desk_go_on (MyoSessionDesk *self)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  if (self->state != MYO_SESSION_AFTER || myo_session_desk_get_end (self) == MYO_END_DONE)
    return;

  self->state = MYO_SESSION_RUNNING;
  myo_session_desk_set_pain (self, PROP_PAIN_AFTER, MYO_PAIN_UNKNOWN);
  myo_recorder_tell_end (self->recorder, MYO_PAIN_UNKNOWN, MYO_END_NONE);
  myo_player_start (self->player, self->routine, myo_player_get_move_index (self->player));
}

void
myo_session_desk_finish (MyoSessionDesk *self)
{
  g_autoptr(MyoSession) session = NULL;

  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  if (self->state != MYO_SESSION_AFTER)
    return;

  session = myo_session_ref (myo_recorder_get_session (self->recorder));
  myo_recorder_finish (self->recorder, self->pain_after, myo_session_desk_get_end (self));
  myo_session_desk_enter (self, MYO_SESSION_IDLE);
  g_signal_emit (self, signals[FINISHED], 0, session);
  tell_when_written (self);
  myo_session_desk_offer_found (self);
}

void
myo_session_desk_amend (MyoSessionDesk *self,
                        MyoSession     *session)
{
  g_return_if_fail (MYO_IS_SESSION_DESK (self));
  g_return_if_fail (session != NULL);

  myo_recorder_amend (self->recorder, session);
  tell_when_written (self);
}

static void
flushed (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (myo_recorder_flush_finish (MYO_RECORDER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
myo_session_desk_flush_async (MyoSessionDesk      *self,
                              GAsyncReadyCallback  callback,
                              gpointer             data)
{
  GTask *task;

  g_return_if_fail (MYO_IS_SESSION_DESK (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, myo_session_desk_flush_async);
  myo_recorder_flush_async (self->recorder, flushed, task);
}

gboolean
myo_session_desk_flush_finish (MyoSessionDesk  *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* The pain that is told while it can still be another is recorded, lest the program ends before the person is through. */
void
myo_session_desk_record_pain (MyoSessionDesk *self)
{
  myo_recorder_tell_end (self->recorder, self->pain_after, myo_session_desk_get_end (self));
}

/* --- Looking --- */

MyoSessionState
myo_session_desk_get_state (MyoSessionDesk *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), MYO_SESSION_IDLE);

  return self->state;
}

MyoRoutine *
myo_session_desk_get_routine (MyoSessionDesk *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), NULL);

  return self->routine;
}

MyoSession *
myo_session_desk_get_unfinished (MyoSessionDesk *self)
{
  g_return_val_if_fail (MYO_IS_SESSION_DESK (self), NULL);

  return self->unfinished;
}

/* --- Class --- */

static void
myo_session_desk_dispose (GObject *object)
{
  MyoSessionDesk *self = MYO_SESSION_DESK (object);

  if (self->clock != NULL)
    myo_session_desk_stop_calling (self);
  g_clear_pointer (&self->unfinished, myo_session_unref);
  g_clear_pointer (&self->found, myo_session_unref);
  g_clear_pointer (&self->resumed, myo_session_unref);
  g_clear_pointer (&self->held, myo_session_unref);
  g_clear_object (&self->routine);
  g_clear_object (&self->recorder);
  g_clear_object (&self->player);
  g_clear_object (&self->clock);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_session_desk_parent_class)->dispose (object);
}

static void
myo_session_desk_finalize (GObject *object)
{
  MyoSessionDesk *self = MYO_SESSION_DESK (object);

  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);

  G_OBJECT_CLASS (myo_session_desk_parent_class)->finalize (object);
}

static void
myo_session_desk_class_init (MyoSessionDeskClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);
  const GType session = MYO_TYPE_SESSION | G_SIGNAL_TYPE_STATIC_SCOPE, words = G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE;
  const GType error = G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE;

  G_OBJECT_CLASS (klass)->dispose = myo_session_desk_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_session_desk_finalize;
  myo_session_desk_install_properties (G_OBJECT_CLASS (klass));

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TICKED] = g_signal_new ("ticked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CUE] = g_signal_new ("cue", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[SAID] = g_signal_new ("said", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, words);
  signals[BEGINNING] = g_signal_new ("beginning", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, session);
  signals[FINISHED] = g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, session);
  signals[RECORDED] = g_signal_new ("recorded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, error);
  signals[CAUGHT_UP] = g_signal_new ("caught-up", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_session_desk_init (MyoSessionDesk *self)
{
  self->pressure_ceiling = PRESSURE_CEILING;
  self->whole_ms = 1;
  self->held = myo_session_new ();
  self->pain_before = MYO_PAIN_UNKNOWN;
  self->pain_after = MYO_PAIN_UNKNOWN;
  for (guint i = 0; i < N_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

MyoSessionDesk *
myo_session_desk_new (MyoAtlas   *atlas,
                      MyoRecords *records,
                      MyoClock   *clock)
{
  MyoSessionDesk *self;

  g_return_val_if_fail (MYO_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (MYO_IS_RECORDS (records), NULL);

  self = g_object_new (MYO_TYPE_SESSION_DESK, NULL);
  self->atlas = g_object_ref (atlas);
  self->clock = clock != NULL ? g_object_ref (clock) : myo_clock_new ();
  self->player = myo_player_new (self->clock);
  self->recorder = myo_recorder_new (self->player, records, self->clock);
  g_signal_connect_object (self->player, "changed", G_CALLBACK (player_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "cue", G_CALLBACK (player_cue), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->player, "hold-finished", G_CALLBACK (hold_finished), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "failed", G_CALLBACK (recorder_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "unwritten-changed", G_CALLBACK (recorder_unwritten_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "caught-up", G_CALLBACK (recorder_caught_up), self, G_CONNECT_SWAPPED);
  return self;
}
