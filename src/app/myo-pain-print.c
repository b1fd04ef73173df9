/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-print.h"

#include <glib/gi18n.h>

#include "myo-pain-handout.h"

/* Pictures of the body at 288 dots per inch: finer is not seen on paper and takes seconds to paint. */
#define PIXELS_PER_POINT 4

static MyoPainHandout *
make_handout (MyoPainStudy  *study,
              MyoDrawings   *drawings,
              GError       **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the day on a printed page, in the notation of strftime: "3 November 2025" */
  g_autofree char *day = g_date_time_format (now, _("%-e %B %Y"));

  if (!myo_pain_study_is_ready (study) && !myo_pain_study_prepare_now (study, error))
    return NULL;

  return myo_pain_handout_new (study, drawings, day);
}

typedef struct
{
  MyoPainHandout *handout;
  GError         *error;
} Page;

static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                number,
           Page              *page)
{
  myo_pain_sheet_draw (myo_pain_handout_get_sheet (page->handout), gtk_print_context_get_cairo_context (context),
                       gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                       PIXELS_PER_POINT, &page->error);
}

gboolean
myo_pain_print_run (MyoPainStudy  *study,
                    MyoDrawings   *drawings,
                    GtkWindow     *parent,
                    GError       **error)
{
  g_autoptr(MyoPainHandout) handout = make_handout (study, drawings, error);
  g_autoptr(GtkPrintOperation) operation = NULL;
  Page page = { handout, NULL };
  GtkPrintOperationResult result;

  if (handout == NULL)
    return FALSE;

  operation = gtk_print_operation_new ();
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _("Pain drawing"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), &page);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, error);
  if (page.error == NULL)
    return result != GTK_PRINT_OPERATION_RESULT_ERROR;

  g_clear_error (error);
  g_propagate_error (error, page.error);
  return FALSE;
}

/* --- Files --- */

typedef struct
{
  MyoPainHandout *handout;
  char           *path;
} Writing;

static void
writing_free (Writing *writing)
{
  myo_pain_handout_free (writing->handout);
  g_free (writing->path);
  g_free (writing);
}

static void
write_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Writing *writing = data;
  GError *error = NULL;

  if (myo_pain_sheet_write (myo_pain_handout_get_sheet (writing->handout), writing->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
myo_pain_print_write_async (MyoPainStudy        *study,
                            MyoDrawings         *drawings,
                            const char          *path,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (study, NULL, callback, data);
  GError *error = NULL;
  MyoPainHandout *handout = make_handout (study, drawings, &error);
  Writing *writing;

  g_task_set_source_tag (task, myo_pain_print_write_async);
  if (handout == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  writing = g_new (Writing, 1);
  *writing = (Writing) { handout, g_strdup (path) };
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  g_task_run_in_thread (task, write_in_thread);
}

gboolean
myo_pain_print_write_finish (MyoPainStudy  *study,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, study), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
