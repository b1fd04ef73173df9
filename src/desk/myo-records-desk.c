/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-records-desk-private.h"

#include "myo-error.h"

G_DEFINE_ENUM_TYPE (MyoRecordsState, myo_records_state,
                    G_DEFINE_ENUM_VALUE (MYO_RECORDS_CLOSED, "closed"), G_DEFINE_ENUM_VALUE (MYO_RECORDS_OPENING, "opening"),
                    G_DEFINE_ENUM_VALUE (MYO_RECORDS_ASKING, "asking"), G_DEFINE_ENUM_VALUE (MYO_RECORDS_UNDECIDED, "undecided"),
                    G_DEFINE_ENUM_VALUE (MYO_RECORDS_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (MYO_RECORDS_READABLE, "readable"), G_DEFINE_ENUM_VALUE (MYO_RECORDS_REFUSED, "refused"))

G_DEFINE_FINAL_TYPE (MyoRecordsDesk, myo_records_desk, G_TYPE_OBJECT)

guint myo_records_desk_signals[MYO_RECORDS_DESK_N_SIGNALS];

enum { PROP_STATE = 1, PROP_FAULT, N_PROPS };
static GParamSpec *props[N_PROPS];

void
myo_records_desk_enter (MyoRecordsDesk  *self,
                        MyoRecordsState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

/* --- Faults --- */

static gboolean
is_question (const GError *error)
{
  return g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED) || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_LOST);
}

/* Another version or another file is not there by itself after a while; but who is asked looks again. */
static gboolean
may_pass (const GError *error)
{
  return !g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_NEWER) && !g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FOREIGN)
         && !is_question (error);
}

static void
set_fault (MyoRecordsDesk *self,
           const GError   *error)
{
  gboolean same = error == self->fault
                  || (error != NULL && self->fault != NULL && g_error_matches (error, self->fault->domain, self->fault->code)
                      && g_str_equal (error->message, self->fault->message));

  if (error == NULL)
    myo_retry_stop (self->retry);
  else if (may_pass (error))
    myo_retry_start (self->retry);
  if (same)
    return;

  g_clear_error (&self->fault);
  self->fault = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FAULT]);
}

void
myo_records_desk_note_fault (MyoRecordsDesk *self,
                             const GError   *error)
{
  g_return_if_fail (MYO_IS_RECORDS_DESK (self));
  g_return_if_fail (error != NULL);

  if (error->domain == MYO_ERROR && error->code >= MYO_ERROR_STORE_DAMAGED && error->code <= MYO_ERROR_STORE)
    set_fault (self, error);
}

void
myo_records_desk_fail (MyoRecordsDesk *self,
                       const GError   *error)
{
  myo_records_desk_note_fault (self, error);
  g_signal_emit (self, myo_records_desk_signals[MYO_RECORDS_DESK_FAILED], 0, error);
}

/* What was written shows that the records can be. */
static void
caught_up (MyoRecordsDesk *self)
{
  set_fault (self, NULL);
}

/* --- Opening --- */

static void
found_unfinished (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(MyoRecordsDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoSession) session = myo_records_find_unfinished_finish (MYO_RECORDS (source), result, &error);

  if (error != NULL)
    myo_records_desk_fail (self, error);
  else if (session != NULL)
    myo_session_desk_offer (self->sessions, session);
}

/* A session that is under way has no end either. */
static gboolean
may_offer (MyoRecordsDesk *self)
{
  MyoSessionState state = myo_session_desk_get_state (self->sessions);

  return state != MYO_SESSION_RUNNING && state != MYO_SESSION_AFTER;
}

static void
use (MyoRecordsDesk *self)
{
  gboolean writable = myo_records_get_writable (self->records);

  myo_history_reload (self->history);
  myo_records_desk_enter (self, writable ? MYO_RECORDS_READY : MYO_RECORDS_READABLE);
  if (writable && may_offer (self))
    myo_records_find_unfinished_async (self->records, found_unfinished, g_object_ref (self));
}

static void
held_written (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(MyoRecordsDesk) self = user_data;
  g_autoptr(GError) error = NULL;

  self->trying = FALSE;
  if (!myo_session_desk_flush_finish (MYO_SESSION_DESK (source), result, &error))
    {
      myo_records_desk_note_fault (self, error);
      return;
    }

  set_fault (self, NULL);
  myo_history_reload (self->history);
}

/* What was done while nothing could be written is written now. */
static void
write_held (MyoRecordsDesk *self)
{
  self->trying = TRUE;
  myo_session_desk_flush_async (self->sessions, held_written, g_object_ref (self));
}

/* They are well; a backup may not be. */
void
myo_records_desk_take_up (MyoRecordsDesk *self)
{
  const GError *backup = myo_records_get_backup_fault (self->records);

  set_fault (self, NULL);
  if (backup != NULL)
    myo_records_desk_fail (self, backup);
  use (self);
  write_held (self);
}

/* What was recorded before can be read all the same. */
static gboolean
can_be_read (const GError *error)
{
  return g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_READ_ONLY) || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FULL);
}

static void
ask (MyoRecordsDesk *self,
     const GError   *error)
{
  g_clear_error (&self->asked_for);
  self->asked_for = g_error_copy (error);
  myo_records_desk_enter (self, MYO_RECORDS_ASKING);
}

static void
not_yet (MyoRecordsDesk *self,
         const GError   *error)
{
  self->trying = FALSE;
  if (self->asked)
    myo_records_desk_fail (self, error);
  else
    myo_records_desk_note_fault (self, error);
}

/* What is being replaced is not taken up any more, however it was. */
void
myo_records_desk_opened (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data)
{
  g_autoptr(MyoRecordsDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean open = myo_records_open_finish (MYO_RECORDS (source), result, &error);

  self->trying = FALSE;
  if (self->replacing)
    return;
  if (open)
    {
      myo_records_desk_take_up (self);
      return;
    }

  if (is_question (error))
    {
      ask (self, error);
      return;
    }

  not_yet (self, error);
  if (!can_be_read (error))
    myo_records_desk_enter (self, MYO_RECORDS_REFUSED);
  else if (self->state != MYO_RECORDS_READABLE)
    use (self);
}

void
myo_records_desk_start_opening (MyoRecordsDesk *self)
{
  self->asked = TRUE;
  myo_records_desk_enter (self, MYO_RECORDS_OPENING);
  myo_records_open_async (self->records, NULL, myo_records_desk_opened, g_object_ref (self));
}

void
myo_records_desk_open (MyoRecordsDesk *self)
{
  g_return_if_fail (MYO_IS_RECORDS_DESK (self));

  if (self->state == MYO_RECORDS_CLOSED)
    myo_records_desk_start_opening (self);
}

/* --- Trying again --- */

static void
reopen (MyoRecordsDesk *self)
{
  myo_records_open_async (self->records, NULL, myo_records_desk_opened, g_object_ref (self));
}

/* What was moved, or has another file in its place, is never written again as it is open. */
static void
checked (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(MyoRecordsDesk) self = user_data;
  g_autoptr(GError) error = NULL;

  if (myo_records_check_finish (MYO_RECORDS (source), result, &error))
    write_held (self);
  else if (g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE))
    reopen (self);
  else
    not_yet (self, error);
}

gboolean
myo_records_desk_has_been_opened (MyoRecordsDesk *self)
{
  return self->state == MYO_RECORDS_READY || self->state == MYO_RECORDS_READABLE || self->state == MYO_RECORDS_REFUSED
         || self->state == MYO_RECORDS_UNDECIDED;
}

static void
try_again (MyoRecordsDesk *self,
           gboolean        asked)
{
  if (self->fault == NULL || self->trying || !myo_records_desk_has_been_opened (self))
    return;

  self->trying = TRUE;
  self->asked = asked;
  if (self->state == MYO_RECORDS_READY)
    myo_records_check_async (self->records, checked, g_object_ref (self));
  else
    reopen (self);
}

static void
try_by_itself (gpointer data)
{
  try_again (data, FALSE);
}

void
myo_records_desk_try_again (MyoRecordsDesk *self)
{
  g_return_if_fail (MYO_IS_RECORDS_DESK (self));

  try_again (self, TRUE);
}

/* --- Looking --- */

MyoRecordsState
myo_records_desk_get_state (MyoRecordsDesk *self)
{
  g_return_val_if_fail (MYO_IS_RECORDS_DESK (self), MYO_RECORDS_CLOSED);

  return self->state;
}

gboolean
myo_records_desk_get_question (MyoRecordsDesk     *self,
                               MyoRecordsQuestion *question)
{
  GFile *damaged;

  g_return_val_if_fail (MYO_IS_RECORDS_DESK (self), FALSE);

  if (self->state != MYO_RECORDS_ASKING)
    return FALSE;

  damaged = myo_records_get_damaged_file (self->records);
  *question = (MyoRecordsQuestion) {
    .lost = self->asked_for->code == MYO_ERROR_STORE_LOST,
    .damaged = damaged != NULL ? g_file_peek_path (damaged) : NULL,
    .offer = myo_records_get_offer (self->records),
  };
  return TRUE;
}

const GError *
myo_records_desk_get_fault (MyoRecordsDesk *self)
{
  g_return_val_if_fail (MYO_IS_RECORDS_DESK (self), NULL);

  return self->fault;
}

MyoHistory *
myo_records_desk_get_history (MyoRecordsDesk *self)
{
  g_return_val_if_fail (MYO_IS_RECORDS_DESK (self), NULL);

  return self->history;
}

/* --- Class --- */

static void
myo_records_desk_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  MyoRecordsDesk *self = MYO_RECORDS_DESK (object);

  if (id == PROP_STATE)
    g_value_set_enum (value, self->state);
  else if (id == PROP_FAULT)
    g_value_set_boxed (value, self->fault);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_records_desk_dispose (GObject *object)
{
  MyoRecordsDesk *self = MYO_RECORDS_DESK (object);

  g_clear_pointer (&self->retry, myo_retry_free);
  g_clear_object (&self->history);
  g_clear_object (&self->sessions);
  g_clear_object (&self->records);
  g_clear_error (&self->fault);
  g_clear_error (&self->asked_for);

  G_OBJECT_CLASS (myo_records_desk_parent_class)->dispose (object);
}

static void
myo_records_desk_class_init (MyoRecordsDeskClass *klass)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  G_OBJECT_CLASS (klass)->get_property = myo_records_desk_get_property;
  G_OBJECT_CLASS (klass)->dispose = myo_records_desk_dispose;

  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MYO_TYPE_RECORDS_STATE, MYO_RECORDS_CLOSED, read);
  props[PROP_FAULT] = g_param_spec_boxed ("fault", NULL, NULL, G_TYPE_ERROR, read);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  myo_records_desk_signals[MYO_RECORDS_DESK_FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  myo_records_desk_signals[MYO_RECORDS_DESK_BROUGHT_BACK] =
    g_signal_new ("brought-back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_records_desk_init (MyoRecordsDesk *self)
{
}

MyoRecordsDesk *
myo_records_desk_new (MyoRecords     *records,
                      MyoSessionDesk *sessions,
                      MyoClock       *clock)
{
  MyoRecordsDesk *self;

  g_return_val_if_fail (MYO_IS_RECORDS (records), NULL);
  g_return_val_if_fail (MYO_IS_SESSION_DESK (sessions), NULL);
  g_return_val_if_fail (MYO_IS_CLOCK (clock), NULL);

  self = g_object_new (MYO_TYPE_RECORDS_DESK, NULL);
  self->records = g_object_ref (records);
  self->sessions = g_object_ref (sessions);
  self->history = myo_history_new (records, clock);
  self->retry = myo_retry_new (clock, try_by_itself, self);
  g_signal_connect_object (self->history, "failed", G_CALLBACK (myo_records_desk_fail), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sessions, "failed", G_CALLBACK (myo_records_desk_fail), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sessions, "caught-up", G_CALLBACK (caught_up), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sessions, "recorded", G_CALLBACK (myo_history_reload), self->history, G_CONNECT_SWAPPED);
  return self;
}
