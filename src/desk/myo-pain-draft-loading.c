/* What was there last time: in the records, or put aside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-pain-reading-private.h"
#include "myo-private-file.h"

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

/* Returns: whether @drawing begins with all that @found shows, so that nothing of it would be lost */
static gboolean
continues (MyoPainDrawing *drawing,
           MyoPainDrawing *found)
{
  GPtrArray *strokes = myo_pain_drawing_get_strokes (drawing), *first = myo_pain_drawing_get_strokes (found);

  if (first->len > strokes->len)
    return FALSE;

  for (guint i = 0; i < first->len; i++)
    if (!myo_stroke_equal (strokes->pdata[i], first->pdata[i]))
      return FALSE;
  return TRUE;
}

/* At the end of the program nobody sees what is told: both are kept, each in its place, and told the next time.
 * Returns: whether it is so */
static gboolean
keep_both (MyoPainDraft *self)
{
  g_autoptr(GError) fault = NULL;

  if (self->flushes.length == 0 || self->aside == NULL || myo_pain_drawing_is_empty (self->drawing))
    return FALSE;
  if (!self->taken_from_aside && g_file_query_exists (self->aside, NULL))
    return FALSE;

  self->known = FALSE;
  if (myo_pain_draft_put_aside (self, &fault))
    self->safe = self->version;
  else
    myo_pain_draft_note_failed (self, fault);
  return TRUE;
}

static void
tell_found (MyoPainDraft *self,
            GPtrArray    *drawings,
            const GError *error)
{
  if (error != NULL)
    g_signal_emit (self, myo_pain_draft_signals[MYO_PAIN_DRAFT_FAILED], 0, error);
  else if (!continues (self->drawing, drawings->pdata[0]) && !keep_both (self))
    g_signal_emit (self, myo_pain_draft_signals[MYO_PAIN_DRAFT_FOUND], 0, drawings->pdata[0]);
}

/* @drawing: (nullable): that of the records, or none */
static void
replace (MyoPainDraft   *self,
         MyoPainDrawing *drawing)
{
  g_autoptr(MyoPainDrawing) empty = myo_pain_drawing_new ();

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
settle (MyoPainDraft *self)
{
  self->loading = FALSE;
  self->replacing = FALSE;
  g_signal_emit (self, myo_pain_draft_signals[MYO_PAIN_DRAFT_SETTLED], 0);
  myo_pain_draft_go_on (self);
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
  self->known = TRUE;
  if (self->replacing && fault == NULL)
    replace (self, drawings->pdata[0]);
  else
    tell_found (self, drawings, fault);
  settle (self);
}

/* What waits to be saved until this is known has failed with it. */
static void
load_failed (MyoPainDraft *self,
             const GError *error)
{
  if (myo_pain_draft_is_safe (self))
    g_signal_emit (self, myo_pain_draft_signals[MYO_PAIN_DRAFT_FAILED], 0, error);
  else
    myo_pain_draft_note_failed (self, error);
}

/* The newest answer counts: records that were asked before it may be others. */
static void
loaded (GObject      *source,
        GAsyncResult *result,
        gpointer      data)
{
  g_autoptr(MyoPainDraft) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *found = myo_records_load_draft_finish (MYO_RECORDS (source), result, &error);

  if (--self->n_asked > 0)
    return;

  if (found != NULL)
    {
      g_free (self->found);
      self->found = g_steal_pointer (&found);
      myo_pain_reading_send_texts (self, &self->reading, self->atlas, self->found, NULL, was_read);
      return;
    }
  self->known = error == NULL;
  if (error != NULL)
    load_failed (self, error);
  else if (self->replacing)
    replace (self, NULL);
  settle (self);
}

static void
load_from_records (MyoPainDraft *self)
{
  if (self->aside_alone)
    {
      settle (self);
      return;
    }
  self->n_asked++;
  myo_records_load_draft_async (self->records, loaded, g_object_ref (self));
}

/* Put aside when the records could not take it, it is newer than what they have; that lies beneath, unless it goes on from there. */
static void
aside_was_read (gpointer      owner,
                gpointer      result,
                const GError *error)
{
  MyoPainDraft *self = owner;
  g_autoptr(GPtrArray) drawings = result;

  self->taken_from_aside = drawings != NULL;
  tell_found (self, drawings, error);
  load_from_records (self);
}

/* What takes the place of the drawing meanwhile leaves it there. */
static void
looked_aside (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(MyoPainDraft) self = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean there = g_file_load_contents_finish (G_FILE (source), result, &text, NULL, NULL, &error);

  if (self->replacing || !self->loading)
    return;

  if (there)
    {
      myo_pain_reading_send_texts (self, &self->reading, self->atlas, text, NULL, aside_was_read);
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_signal_emit (self, myo_pain_draft_signals[MYO_PAIN_DRAFT_FAILED], 0, error);
  load_from_records (self);
}

/* What lies aside is taken once, and not at the end, when it would only be shown.  Records that can be read while that is under way are looked at too. */
void
myo_pain_draft_look (MyoPainDraft *self,
                     gboolean      aside_alone)
{
  self->aside_alone = aside_alone;
  self->known = self->known && !aside_alone;
  if (self->loading)
    return;

  self->loading = TRUE;
  if (self->aside != NULL && !self->taken_from_aside && self->flushes.length == 0)
    g_file_load_contents_async (self->aside, NULL, looked_aside, g_object_ref (self));
  else
    load_from_records (self);
}

void
myo_pain_draft_load (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  myo_pain_draft_look (self, FALSE);
}

void
myo_pain_draft_load_aside (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  myo_pain_draft_look (self, TRUE);
}

void
myo_pain_draft_reload (MyoPainDraft *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAFT (self));

  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  myo_errand_cancel (&self->reading);
  g_clear_pointer (&self->found, g_free);
  self->known = FALSE;
  self->aside_alone = FALSE;
  self->replacing = TRUE;
  self->loading = TRUE;
  load_from_records (self);
}
