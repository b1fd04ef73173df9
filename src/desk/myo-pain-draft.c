/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-draft.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-error.h"
#include "myo-pain-file.h"
#include "myo-pain-reading-private.h"
#include "myo-private-file.h"

struct _MyoPainDraft
{
  GObject parent_instance;

  MyoPainDrawing *drawing;
  MyoAtlas       *atlas;
  MyoRecords     *records;
  MyoClock       *clock;
  GFile          *aside;         /* where it is put when the records cannot take it */
  guint           alarm;         /* saves it */
  GCancellable   *reading;       /* the errand for what was found; or NULL */
  char           *found;         /* in the records, as text, while it is read */
  guint           version;       /* counts what happens to the drawing */
  guint           safe;          /* the version that is kept */
  guint           n_sent;        /* asked of the records, no answer yet */
  GError         *fault;         /* of the last one that could not be saved */
  GQueue          flushes;       /* of GTask */
  gboolean        is_new;
  gboolean        told;          /* that it could not be saved */
  gboolean        replacing;     /* what is looked for takes the place of the drawing */
  gboolean        taken_from_aside;   /* the drawing has what lay there, or more */
  gboolean        aside_alone;        /* is looked for; the records cannot be read */
};

G_DEFINE_FINAL_TYPE (MyoPainDraft, myo_pain_draft, G_TYPE_OBJECT)

enum { FOUND, SETTLED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

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

static gboolean
is_safe (MyoPainDraft *self)
{
  return self->safe == self->version;
}

/* An empty drawing is nothing to lose.  What changed while it was saved is saved too. */
static void
answer_flushes (MyoPainDraft *self)
{
  GTask *task;

  if (self->n_sent == 0 && self->flushes.length > 0 && !is_safe (self) && self->fault == NULL)
    send (self);
  while (self->n_sent == 0 && (task = g_queue_pop_head (&self->flushes)) != NULL)
    {
      if (is_safe (self) || myo_pain_drawing_is_empty (self->drawing))
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

static void
note_failed (MyoPainDraft *self,
             GError       *fault)
{
  g_clear_error (&self->fault);
  self->fault = g_error_copy (fault);
  if (self->alarm == 0)
    save_after (self, MYO_DRAFT_RETRIES_US);
  /* Who has it flushed hears it as the answer. */
  if (self->told || self->flushes.length > 0)
    return;
  self->told = TRUE;
  g_signal_emit (self, signals[FAILED], 0, fault);
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
    note_failed (self, error);
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
  if (is_safe (self))
    return;
  if (myo_records_get_writable (self->records))
    send (self);
  else
    save_after (self, MYO_DRAFT_RETRIES_US);
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

/* --- Loading --- */

void
myo_pain_draft_restore (MyoPainDraft   *self,
                        MyoPainDrawing *drawing)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self) && MYO_IS_PAIN_DRAWING (drawing));

  myo_pain_drawing_set (self->drawing, drawing);
  self->is_new = FALSE;
  if (self->taken_from_aside)
    return;

  self->safe = self->version;
  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
}

/* @drawings: (nullable): read from the records or from aside.  Returns: whether there is one */
static gboolean
tell_found (MyoPainDraft *self,
            GPtrArray    *drawings,
            const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else if (!myo_pain_drawing_is_empty (drawings->pdata[0]))
    g_signal_emit (self, signals[FOUND], 0, drawings->pdata[0]);
  return error == NULL;
}

/* @drawing: (nullable): that of the records, or none */
static void
replace (MyoPainDraft   *self,
         MyoPainDrawing *drawing)
{
  g_autoptr(MyoPainDrawing) empty = myo_pain_drawing_new ();

  self->replacing = FALSE;
  myo_pain_draft_restore (self, drawing != NULL ? drawing : empty);
}

/* The next draft takes the place of what cannot be read, or is larger than an older Myomap allowed: so it is kept beside the records, once.
 * Returns: (transfer full): what to tell of it */
static GError *
keep_unreadable (MyoPainDraft *self,
                 const GError *error)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->found, -1);
  g_autofree char *name = g_strdup_printf ("unreadable-drawing-%.8s.xml", sum);
  g_autoptr(GFile) folder = self->aside != NULL ? g_file_get_parent (self->aside) : NULL;
  g_autoptr(GFile) file = folder != NULL ? g_file_get_child (folder, name) : NULL;

  if (file == NULL || !myo_private_file_write (file, self->found, strlen (self->found), NULL))
    return g_error_copy (error);
  /* Translators: what is wrong with a drawing, a sentence; the path of a file */
  return g_error_new (error->domain, error->code, _("%s It was put aside as it is: %s"), error->message, g_file_peek_path (file));
}

static void
was_read (gpointer      owner,
          gpointer      result,
          const GError *error)
{
  MyoPainDraft *self = owner;
  g_autoptr(GPtrArray) drawings = result;
  g_autoptr(GError) fault = error != NULL ? keep_unreadable (self, error) : NULL;

  g_clear_pointer (&self->found, g_free);
  if (self->replacing && fault == NULL)
    replace (self, drawings->pdata[0]);
  else
    tell_found (self, drawings, fault);
  self->replacing = FALSE;
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(MyoPainDraft) self = data;
  g_autoptr(GError) error = NULL;

  g_free (self->found);
  self->found = myo_records_load_draft_finish (MYO_RECORDS (source), result, &error);
  if (self->found != NULL)
    {
      myo_pain_reading_send_texts (self, &self->reading, self->atlas, self->found, NULL, was_read);
      return;
    }
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  else if (self->replacing)
    replace (self, NULL);
  self->replacing = FALSE;
  g_signal_emit (self, signals[SETTLED], 0);
}

static void
load_from_records (MyoPainDraft *self)
{
  if (self->aside_alone)
    g_signal_emit (self, signals[SETTLED], 0);
  else
    myo_records_load_draft_async (self->records, loaded, g_object_ref (self));
}

/* Put aside when the records could not take it, it is newer than what they have. */
static void
aside_was_read (gpointer      owner,
                gpointer      result,
                const GError *error)
{
  MyoPainDraft *self = owner;
  g_autoptr(GPtrArray) drawings = result;

  self->taken_from_aside = drawings != NULL;
  if (tell_found (self, drawings, error))
    g_signal_emit (self, signals[SETTLED], 0);
  else
    load_from_records (self);
}

static void
looked_aside (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(MyoPainDraft) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_file_load_contents_finish (G_FILE (source), result, &text, NULL, NULL, &error))
    {
      myo_pain_reading_send_texts (self, &self->reading, self->atlas, text, NULL, aside_was_read);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_signal_emit (self, signals[FAILED], 0, error);
  load_from_records (self);
}

/* What lies aside is taken once. */
static void
load (MyoPainDraft *self,
      gboolean      aside_alone)
{
  self->aside_alone = aside_alone;
  if (self->aside != NULL && !self->taken_from_aside)
    g_file_load_contents_async (self->aside, NULL, looked_aside, g_object_ref (self));
  else
    load_from_records (self);
}

void
myo_pain_draft_load (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  load (self, FALSE);
}

void
myo_pain_draft_load_aside (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  load (self, TRUE);
}

void
myo_pain_draft_reload (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  self->replacing = TRUE;
  load_from_records (self);
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

  signals[FOUND] = g_signal_new ("found", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, MYO_TYPE_PAIN_DRAWING);
  signals[SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
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
