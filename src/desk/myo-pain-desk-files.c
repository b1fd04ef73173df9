/* The painted pain as a file and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-error.h"
#include "myo-pain-desk-private.h"
#include "myo-pain-file.h"
#include "myo-picture-format.h"
#include "myo-sheet-file.h"
#include "myo-work.h"

/* --- Reading --- */

void
myo_pain_desk_send_reading (MyoPainDesk   *self,
                            GFile         *file,
                            MyoSession    *session,
                            MyoErrandDone  done)
{
  g_clear_pointer (&self->asked, myo_session_unref);
  if (file != NULL)
    myo_pain_reading_send_file (self, &self->reading, self->atlas, file, done);
  else
    {
      self->asked = myo_session_ref (session);
      myo_pain_reading_send_texts (self, &self->reading, self->atlas, session->drawing_before, session->drawing_after, done);
    }
  myo_pain_desk_emit_changed (self);
}

GPtrArray *
myo_pain_desk_take_reading (MyoPainDesk  *self,
                            gpointer      result,
                            const GError *error)
{
  if (error != NULL)
    {
      g_clear_pointer (&self->asked, myo_session_unref);
      g_signal_emit_by_name (self, "failed", error);
    }
  myo_pain_desk_emit_changed (self);
  return result;
}

gboolean
myo_pain_desk_is_reading (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), FALSE);

  return self->reading != NULL;
}

void
myo_pain_desk_cancel_reading (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  if (self->reading == NULL)
    return;

  myo_errand_cancel (&self->reading);
  g_clear_pointer (&self->asked, myo_session_unref);
  myo_pain_desk_emit_changed (self);
}

static void
file_was_read (gpointer      owner,
               gpointer      result,
               const GError *error)
{
  MyoPainDesk *self = owner;
  g_autoptr(GPtrArray) drawings = myo_pain_desk_take_reading (self, result, error);

  if (drawings == NULL)
    return;

  g_clear_pointer (&self->repainted, myo_session_unref);
  myo_pain_study_end_stroke (self->study);
  myo_findings_reset (myo_pain_study_get_findings (self->study));
  myo_pain_drawing_set (myo_pain_desk_get_drawing (self), drawings->pdata[0]);
  myo_pain_study_prepare (self->study);
  myo_pain_desk_paint (self);
  myo_pain_desk_emit_opened (self);
}

void
myo_pain_desk_open (MyoPainDesk *self,
                    GFile       *file)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self) && G_IS_FILE (file));

  myo_pain_desk_send_reading (self, file, NULL, file_was_read);
}

/* --- The page --- */

MyoPainHandout *
myo_pain_desk_make_handout (MyoPainDesk  *self,
                            GError      **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return myo_pain_handout_new_dated (self->study, self->drawings, now, error);
}

/* --- Saving --- */

/* What is written is what was painted when it was asked for: a copy goes along. */
typedef struct
{
  GFile            *file;
  MyoPictureFormat  format;
  MyoPainDrawing   *drawing;     /* of XML */
  MyoPainHandout   *handout;     /* of a picture */
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->file);
  g_clear_object (&saving->drawing);
  g_clear_pointer (&saving->handout, myo_pain_handout_free);
  g_free (saving);
}

/* @fault: (transfer full) */
static void
return_fault (GTask  *task,
              GError *fault)
{
  if (fault->domain != MYO_ERROR)
    {
      g_task_return_new_error (task, MYO_ERROR, MYO_ERROR_SAVE, "%s", fault->message);
      g_error_free (fault);
    }
  else
    g_task_return_error (task, fault);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (myo_pain_file_save (saving->drawing, saving->file, &error))
    g_task_return_boolean (task, TRUE);
  else
    return_fault (task, error);
}

static void
page_written (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr(GTask) task = data;
  GError *error = NULL;

  if (myo_sheet_file_write_finish (result, &error))
    g_task_return_boolean (task, TRUE);
  else
    return_fault (task, error);
}

/* @task: (transfer full) */
static void
write_file (GTask *task)
{
  Saving *saving = g_task_get_task_data (task);
  g_autofree char *name = g_file_get_path (saving->file);

  if (saving->format == MYO_PICTURE_FORMAT_XML)
    {
      myo_work_run (task, write_in_thread);
      g_object_unref (task);
      return;
    }
  if (name == NULL)
    name = g_file_get_uri (saving->file);
  myo_sheet_file_write_async (g_steal_pointer (&saving->handout), name, NULL, page_written, task);
}

/* Who chose a name without a suffix was not asked about the file that has one. */
static void
looked_for (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(GTask) task = data;
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));

  if (info != NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_EXISTS, "%s", name);
  else
    write_file (g_steal_pointer (&task));
}

/* Returns: whether @saving has what is to be written */
static gboolean
take_along (MyoPainDesk  *self,
            Saving       *saving,
            GError      **error)
{
  saving->format = myo_picture_format_of_drawing (saving->file, error);
  if (saving->format == MYO_PICTURE_FORMAT_NONE)
    return FALSE;

  if (saving->format == MYO_PICTURE_FORMAT_XML)
    saving->drawing = myo_pain_drawing_copy (myo_pain_desk_get_drawing (self));
  else
    saving->handout = myo_pain_desk_make_handout (self, error);
  return saving->drawing != NULL || saving->handout != NULL;
}

void
myo_pain_desk_save_async (MyoPainDesk         *self,
                          GFile               *file,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, data);
  Saving *saving = g_new0 (Saving, 1);
  GError *error = NULL;

  g_return_if_fail (MYO_IS_PAIN_DESK (self) && G_IS_FILE (file));

  saving->file = myo_picture_format_complete (file);
  g_task_set_source_tag (task, myo_pain_desk_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  if (!take_along (self, saving, &error))
    return_fault (task, error);
  else if (g_file_equal (saving->file, file))
    write_file (g_steal_pointer (&task));
  else
    g_file_query_info_async (saving->file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, G_PRIORITY_DEFAULT, NULL,
                             looked_for, g_steal_pointer (&task));
}

gboolean
myo_pain_desk_save_finish (MyoPainDesk   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
