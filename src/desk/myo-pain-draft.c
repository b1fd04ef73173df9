/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-draft.h"

#include <glib/gi18n-lib.h>

#include "myo-pain-file.h"

struct _MyoPainDraft
{
  GObject parent_instance;

  MyoPainDrawing *drawing;
  MyoAtlas       *atlas;
  MyoRecords     *records;
  MyoClock       *clock;
  guint           alarm;         /* saves it */
  gboolean        is_new;
  gboolean        told;          /* that it could not be saved */
  gboolean        unsaved;       /* it was to be saved and could not */
};

G_DEFINE_FINAL_TYPE (MyoPainDraft, myo_pain_draft, G_TYPE_OBJECT)

enum { RESTORED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Saving --- */

static void
saved (GObject      *source,
       GAsyncResult *result,
       gpointer      data)
{
  g_autoptr(MyoPainDraft) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = myo_records_save_draft_finish (MYO_RECORDS (source), result, &error);

  self->unsaved = !done;
  if (!done && !self->told)
    g_signal_emit (self, signals[FAILED], 0, error);
  self->told = !done;
}

static void
save (gpointer data)
{
  MyoPainDraft *self = data;
  g_autofree char *text = myo_pain_drawing_is_empty (self->drawing) ? NULL : myo_pain_file_format (self->drawing);

  self->alarm = 0;
  self->unsaved = !myo_records_get_writable (self->records);
  if (!self->unsaved)
    myo_records_save_draft_async (self->records, text, saved, g_object_ref (self));
}

static void
drawing_changed (MyoPainDraft *self)
{
  self->is_new = TRUE;
  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = myo_clock_call_after (self->clock, MYO_DRAFT_RESTS_US, G_PRIORITY_DEFAULT, save, self);
}

void
myo_pain_draft_flush (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  if (self->alarm == 0 && !self->unsaved)
    return;

  myo_clock_cancel (self->clock, self->alarm);
  save (self);
}

/* --- Loading --- */

static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(MyoPainDraft) self = data;
  g_autoptr(MyoPainDrawing) drawing = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = myo_records_load_draft_finish (MYO_RECORDS (source), result, &error);

  if (text != NULL)
    drawing = myo_pain_file_parse (text, -1, _("records"), self->atlas, &error);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, error);
  if (drawing == NULL || !myo_pain_drawing_is_empty (self->drawing))
    return;

  myo_pain_drawing_set (self->drawing, drawing);
  self->is_new = FALSE;
  g_signal_emit (self, signals[RESTORED], 0);
}

void
myo_pain_draft_load (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  myo_records_load_draft_async (self->records, loaded, g_object_ref (self));
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

  signals[RESTORED] = g_signal_new ("restored", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
myo_pain_draft_init (MyoPainDraft *self)
{
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
