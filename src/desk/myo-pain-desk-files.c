/* The painted pain as a file and on paper: which format a name asks for is decided here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-desk-private.h"
#include "myo-pain-file.h"
#include "myo-picture-format.h"
#include "myo-sheet-file.h"

gboolean
myo_pain_desk_open (MyoPainDesk  *self,
                    GFile        *file,
                    GError      **error)
{
  g_autoptr(MyoPainDrawing) drawing = NULL;

  g_return_val_if_fail (MYO_IS_PAIN_DESK (self) && G_IS_FILE (file), FALSE);

  drawing = myo_pain_file_load (file, self->atlas, error);
  if (drawing == NULL)
    return FALSE;

  g_clear_pointer (&self->repainted, myo_session_unref);
  myo_findings_reset (myo_pain_study_get_findings (self->study));
  myo_pain_drawing_set (myo_pain_desk_get_drawing (self), drawing);
  myo_pain_desk_paint (self);
  return TRUE;
}

MyoPainHandout *
myo_pain_desk_make_handout (MyoPainDesk  *self,
                            GError      **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return myo_pain_handout_new_dated (self->study, self->drawings, now, error);
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
    g_task_return_error (task, error);
}

void
myo_pain_desk_save_async (MyoPainDesk         *self,
                          GFile               *file,
                          GAsyncReadyCallback  callback,
                          gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, callback, data);
  g_autofree char *path = g_file_get_path (file);
  MyoPainHandout *handout;
  GError *error = NULL;

  g_return_if_fail (MYO_IS_PAIN_DESK (self) && G_IS_FILE (file));

  g_task_set_source_tag (task, myo_pain_desk_save_async);
  if (path == NULL || myo_picture_format_from_path (path) == MYO_PICTURE_FORMAT_NONE)
    {
      if (myo_pain_file_save (myo_pain_desk_get_drawing (self), file, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
      return;
    }

  handout = myo_pain_desk_make_handout (self, &error);
  if (handout != NULL)
    myo_sheet_file_write_async (handout, path, NULL, page_written, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

gboolean
myo_pain_desk_save_finish (MyoPainDesk   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
