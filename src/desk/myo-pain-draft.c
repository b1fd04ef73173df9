/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-draft-private.h"

#include <string.h>

#include "myo-errand.h"
#include "myo-pain-file.h"
#include "myo-private-file.h"

G_DEFINE_FINAL_TYPE (MyoPainDraft, myo_pain_draft, G_TYPE_OBJECT)

guint myo_pain_draft_signals[MYO_PAIN_DRAFT_N_SIGNALS];

/* --- Saving --- */

typedef struct
{
  MyoPainDraft *draft;           /* referenced */
  guint         version;
} Sent;

static void save (gpointer data);
static void send (MyoPainDraft *self);

static void
save_after (MyoPainDraft *self,
            gint64        us)
{
  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = myo_clock_call_after (self->clock, us, G_PRIORITY_DEFAULT, save, self);
}

gboolean
myo_pain_draft_is_safe (MyoPainDraft *self)
{
  return self->safe == self->version;
}

static gboolean
is_busy (MyoPainDraft *self)
{
  return self->n_sent > 0 || self->loading;
}

/* What the records have is looked for before another takes its place. */
static void
send_when_known (MyoPainDraft *self)
{
  if (self->known)
    send (self);
  else
    myo_pain_draft_look (self, FALSE);
}

/* An empty drawing is nothing to lose.  What changed while it was saved is saved too. */
static void
answer_flushes (MyoPainDraft *self)
{
  GTask *task;

  if (!is_busy (self) && self->flushes.length > 0 && !myo_pain_draft_is_safe (self) && self->fault == NULL)
    send_when_known (self);
  while (!is_busy (self) && (task = g_queue_pop_head (&self->flushes)) != NULL)
    {
      if (myo_pain_draft_is_safe (self) || myo_pain_drawing_is_empty (self->drawing))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_error_copy (self->fault));
      g_object_unref (task);
    }
}

/* What is in the records needs no other place. */
static void
note_saved (MyoPainDraft *self,
            guint         version)
{
  self->safe = version;
  self->told = FALSE;
  g_clear_error (&self->fault);
  if (self->taken_from_aside)
    g_file_delete (self->aside, NULL, NULL);
  self->taken_from_aside = FALSE;
}

void
myo_pain_draft_note_failed (MyoPainDraft *self,
                            const GError *fault)
{
  g_clear_error (&self->fault);
  self->fault = g_error_copy (fault);
  if (self->alarm == 0)
    save_after (self, MYO_DRAFT_RETRIES_US);
  /* Who has it flushed hears it as the answer. */
  if (self->told || self->flushes.length > 0)
    return;
  self->told = TRUE;
  g_signal_emit (self, myo_pain_draft_signals[MYO_PAIN_DRAFT_FAILED], 0, fault);
}

static void
saved (GObject      *source,
       GAsyncResult *result,
       gpointer      data)
{
  g_autofree Sent *sent = data;
  g_autoptr(MyoPainDraft) self = sent->draft;
  g_autoptr(GError) error = NULL;

  self->n_sent--;
  if (myo_records_save_draft_finish (MYO_RECORDS (source), result, &error))
    note_saved (self, sent->version);
  else
    myo_pain_draft_note_failed (self, error);
  answer_flushes (self);
}

/* Returns: (transfer full) (nullable): the drawing as text, unless it is empty */
static char *
format (MyoPainDraft *self)
{
  return myo_pain_drawing_is_empty (self->drawing) ? NULL : myo_pain_file_format (self->drawing);
}

static void
send (MyoPainDraft *self)
{
  g_autofree char *text = format (self);
  Sent *sent = g_new (Sent, 1);

  *sent = (Sent) { g_object_ref (self), self->version };
  self->n_sent++;
  myo_records_save_draft_async (self->records, text, saved, sent);
}

/* Records that cannot be written say so themselves; they may be opened again. */
static void
save (gpointer data)
{
  MyoPainDraft *self = data;

  self->alarm = 0;
  if (myo_pain_draft_is_safe (self))
    return;
  if (myo_records_get_writable (self->records))
    send_when_known (self);
  else
    save_after (self, MYO_DRAFT_RETRIES_US);
}

void
myo_pain_draft_go_on (MyoPainDraft *self)
{
  if (self->alarm == 0 && self->flushes.length == 0)
    save (self);
  answer_flushes (self);
}

static void
drawing_changed (MyoPainDraft *self)
{
  self->is_new = TRUE;
  self->version++;
  save_after (self, MYO_DRAFT_RESTS_US);
}

void
myo_pain_draft_save_now (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  myo_clock_cancel (self->clock, self->alarm);
  save (self);
}

void
myo_pain_draft_flush_async (MyoPainDraft        *self,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  GTask *task;

  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, myo_pain_draft_flush_async);
  g_queue_push_tail (&self->flushes, task);
  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  g_clear_error (&self->fault);
  answer_flushes (self);
}

gboolean
myo_pain_draft_flush_finish (MyoPainDraft  *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Aside --- */

void
myo_pain_draft_set_aside (MyoPainDraft *self,
                          GFile        *file)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self) && G_IS_FILE (file));

  g_set_object (&self->aside, file);
}

gboolean
myo_pain_draft_put_aside (MyoPainDraft  *self,
                          GError       **error)
{
  g_autofree char *text = NULL, *folder = NULL;

  g_return_val_if_fail (MYO_IS_PAIN_DRAFT (self) && self->aside != NULL, FALSE);

  text = format (self);
  if (text == NULL)
    return TRUE;

  folder = g_path_get_dirname (g_file_peek_path (self->aside));
  g_mkdir_with_parents (folder, 0700);
  return myo_private_file_write (self->aside, text, strlen (text), error);
}

gboolean
myo_pain_draft_get_is_new (MyoPainDraft *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DRAFT (self), FALSE);

  return self->is_new;
}

/* --- Class --- */

static void
myo_pain_draft_dispose (GObject *object)
{
  MyoPainDraft *self = MYO_PAIN_DRAFT (object);

  if (self->clock != NULL)
    myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  myo_errand_cancel (&self->reading);
  g_clear_pointer (&self->found, g_free);
  g_clear_error (&self->fault);
  g_clear_object (&self->aside);
  g_clear_object (&self->clock);
  g_clear_object (&self->records);
  g_clear_object (&self->atlas);
  g_clear_object (&self->drawing);

  G_OBJECT_CLASS (myo_pain_draft_parent_class)->dispose (object);
}

static void
myo_pain_draft_class_init (MyoPainDraftClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_pain_draft_dispose;

  myo_pain_draft_signals[MYO_PAIN_DRAFT_FOUND] = g_signal_new ("found", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, MYO_TYPE_PAIN_DRAWING);
  myo_pain_draft_signals[MYO_PAIN_DRAFT_SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  myo_pain_draft_signals[MYO_PAIN_DRAFT_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
myo_pain_draft_init (MyoPainDraft *self)
{
  g_queue_init (&self->flushes);
}

MyoPainDraft *
myo_pain_draft_new (MyoPainDrawing *drawing,
                    MyoAtlas       *atlas,
                    MyoRecords     *records,
                    MyoClock       *clock)
{
  MyoPainDraft *self;

  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (drawing) && MYO_IS_ATLAS (atlas), NULL);
  g_return_val_if_fail (MYO_IS_RECORDS (records) && MYO_IS_CLOCK (clock), NULL);

  self = g_object_new (MYO_TYPE_PAIN_DRAFT, NULL);
  self->drawing = g_object_ref (drawing);
  self->atlas = g_object_ref (atlas);
  self->records = g_object_ref (records);
  self->clock = g_object_ref (clock);
  g_signal_connect_object (drawing, "changed", G_CALLBACK (drawing_changed), self, G_CONNECT_SWAPPED);
  return self;
}
