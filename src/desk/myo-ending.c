/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-ending.h"

struct _MyoEnding
{
  GObject parent_instance;

  MyoPainDesk    *pain;
  MyoSessionDesk *sessions;
  MyoEndingState  state;
  gboolean        person;
  guint           n_held;
  gboolean        failed;            /* something of what was held, since the end began */
  guint           n_writing;
  GError         *session_fault, *drawing_fault;
};

G_DEFINE_ENUM_TYPE (MyoEndingState, myo_ending_state,
                    G_DEFINE_ENUM_VALUE (MYO_ENDING_OPEN, "open"), G_DEFINE_ENUM_VALUE (MYO_ENDING_FINISHING, "finishing"),
                    G_DEFINE_ENUM_VALUE (MYO_ENDING_WRITING, "writing"), G_DEFINE_ENUM_VALUE (MYO_ENDING_ASKING, "asking"),
                    G_DEFINE_ENUM_VALUE (MYO_ENDING_ENDED, "ended"))

G_DEFINE_FINAL_TYPE (MyoEnding, myo_ending, G_TYPE_OBJECT)

enum { LOST, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_STATE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* Whoever hears of a state may let go of the desk. */
static void
enter (MyoEnding      *self,
       MyoEndingState  state)
{
  g_autoptr(MyoEnding) kept = g_object_ref (self);

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (kept), props[PROP_STATE]);
}

/* --- What could not be written --- */

static void
tell_lost (MyoEnding    *self,
           const GError *fault)
{
  if (fault != NULL)
    g_signal_emit (self, signals[LOST], 0, fault);
}

static void
put_aside (MyoEnding *self)
{
  g_autoptr(GError) fault = NULL;

  tell_lost (self, self->session_fault);
  if (self->drawing_fault != NULL && !myo_pain_draft_put_aside (myo_pain_desk_get_draft (self->pain), &fault))
    tell_lost (self, self->drawing_fault);
}

/* --- Writing --- */

static void
settle (MyoEnding *self)
{
  if (--self->n_writing > 0)
    return;

  if (self->person && (self->session_fault != NULL || self->drawing_fault != NULL))
    {
      enter (self, MYO_ENDING_ASKING);
      return;
    }
  put_aside (self);
  enter (self, MYO_ENDING_ENDED);
}

static void
session_written (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(MyoEnding) self = data;

  myo_session_desk_flush_finish (MYO_SESSION_DESK (source), result, &self->session_fault);
  settle (self);
}

static void
drawing_written (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(MyoEnding) self = data;

  myo_pain_draft_flush_finish (MYO_PAIN_DRAFT (source), result, &self->drawing_fault);
  settle (self);
}

static void
write_all (MyoEnding *self)
{
  g_clear_error (&self->session_fault);
  g_clear_error (&self->drawing_fault);
  self->n_writing = 2;
  enter (self, MYO_ENDING_WRITING);
  myo_session_desk_interrupt (self->sessions);
  myo_session_desk_flush_async (self->sessions, session_written, g_object_ref (self));
  myo_pain_draft_flush_async (myo_pain_desk_get_draft (self->pain), drawing_written, g_object_ref (self));
}

/* --- Finishing --- */

static void
go_on (MyoEnding *self)
{
  if (self->state != MYO_ENDING_FINISHING || self->n_held > 0)
    return;

  if (self->failed && self->person)
    enter (self, MYO_ENDING_OPEN);
  else
    write_all (self);
}

void
myo_ending_hold (MyoEnding *self)
{
  g_return_if_fail (MYO_IS_ENDING (self));

  self->n_held++;
}

void
myo_ending_release (MyoEnding *self,
                    gboolean   worked)
{
  g_return_if_fail (MYO_IS_ENDING (self) && self->n_held > 0);

  self->n_held--;
  self->failed = self->failed || !worked;
  go_on (self);
}

/* --- Asking for the end --- */

/* A person who is told that something failed goes on with the session; without one it is written beside what is held, which may hang. */
static void
begin (MyoEnding *self)
{
  self->failed = FALSE;
  enter (self, MYO_ENDING_FINISHING);
  myo_pain_study_end_stroke (myo_pain_desk_get_study (self->pain));
  myo_pain_desk_flush (self->pain);
  if (!self->person)
    myo_session_desk_interrupt (self->sessions);
  go_on (self);
}

void
myo_ending_begin (MyoEnding *self,
                  gboolean   person)
{
  g_return_if_fail (MYO_IS_ENDING (self));

  if (self->state == MYO_ENDING_OPEN)
    {
      self->person = person;
      begin (self);
      return;
    }
  self->person = self->person && person;
  if (person)
    return;
  if (self->state == MYO_ENDING_FINISHING)
    write_all (self);
  else if (self->state == MYO_ENDING_ASKING)
    {
      put_aside (self);
      enter (self, MYO_ENDING_ENDED);
    }
}

void
myo_ending_end_now (MyoEnding *self)
{
  g_autoptr(MyoEnding) kept = NULL;

  g_return_if_fail (MYO_IS_ENDING (self));

  kept = g_object_ref (self);
  myo_ending_begin (self, FALSE);
  while (self->state != MYO_ENDING_ENDED)
    g_main_context_iteration (NULL, TRUE);
}

void
myo_ending_try_again (MyoEnding *self)
{
  g_return_if_fail (MYO_IS_ENDING (self));

  if (self->state == MYO_ENDING_ASKING)
    write_all (self);
}

void
myo_ending_stay (MyoEnding *self)
{
  g_return_if_fail (MYO_IS_ENDING (self));

  if (self->state == MYO_ENDING_ASKING)
    enter (self, MYO_ENDING_OPEN);
}

void
myo_ending_leave (MyoEnding *self)
{
  g_return_if_fail (MYO_IS_ENDING (self));

  if (self->state == MYO_ENDING_ASKING)
    enter (self, MYO_ENDING_ENDED);
}

/* --- Looking --- */

MyoEndingState
myo_ending_get_state (MyoEnding *self)
{
  g_return_val_if_fail (MYO_IS_ENDING (self), MYO_ENDING_OPEN);

  return self->state;
}

gboolean
myo_ending_get_has_person (MyoEnding *self)
{
  g_return_val_if_fail (MYO_IS_ENDING (self), TRUE);

  return self->person;
}

const GError *
myo_ending_get_session_fault (MyoEnding *self)
{
  g_return_val_if_fail (MYO_IS_ENDING (self), NULL);

  return self->session_fault;
}

const GError *
myo_ending_get_drawing_fault (MyoEnding *self)
{
  g_return_val_if_fail (MYO_IS_ENDING (self), NULL);

  return self->drawing_fault;
}

/* --- Class --- */

static void
myo_ending_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  if (id == PROP_STATE)
    g_value_set_enum (value, MYO_ENDING (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_ending_dispose (GObject *object)
{
  MyoEnding *self = MYO_ENDING (object);

  g_clear_object (&self->pain);
  g_clear_object (&self->sessions);
  g_clear_error (&self->session_fault);
  g_clear_error (&self->drawing_fault);

  G_OBJECT_CLASS (myo_ending_parent_class)->dispose (object);
}

static void
myo_ending_class_init (MyoEndingClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = myo_ending_get_property;
  G_OBJECT_CLASS (klass)->dispose = myo_ending_dispose;

  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MYO_TYPE_ENDING_STATE, MYO_ENDING_OPEN,
                                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
  signals[LOST] = g_signal_new ("lost", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
myo_ending_init (MyoEnding *self)
{
  self->person = TRUE;
}

MyoEnding *
myo_ending_new (MyoPainDesk    *pain,
                MyoSessionDesk *sessions)
{
  MyoEnding *self;

  g_return_val_if_fail (MYO_IS_PAIN_DESK (pain) && MYO_IS_SESSION_DESK (sessions), NULL);

  self = g_object_new (MYO_TYPE_ENDING, NULL);
  self->pain = g_object_ref (pain);
  self->sessions = g_object_ref (sessions);
  return self;
}
