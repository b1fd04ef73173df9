/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-sheet-file.h"

#include "myo-paper-private.h"
#include "myo-work.h"

/* A4 upright, points */
#define PAPER_WIDTH  595.276
#define PAPER_HEIGHT 841.89

#define PNG_DPI 200.0
/* Pixels per point of the pictures in PDF and SVG: those of the body are enlarged more than text is. */
#define PAPER_FINENESS 4.0

static gboolean
draw_sheet (cairo_t        *cr,
            double          sharpness,
            gconstpointer   sheet,
            GError        **error)
{
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  return myo_pain_sheet_draw (sheet, cr, PAPER_WIDTH, PAPER_HEIGHT, sharpness, error);
}

static gboolean
write_sheet (const MyoPainSheet  *sheet,
             const char          *path,
             GCancellable        *cancellable,
             GError             **error)
{
  const MyoPaper paper = { PAPER_WIDTH, PAPER_HEIGHT, PNG_DPI / 72, PAPER_FINENESS, FALSE, sheet->title };

  return myo_paper_write (&paper, path, draw_sheet, sheet, cancellable, error);
}

gboolean
myo_sheet_file_write (const MyoPainSheet  *sheet,
                      const char          *path,
                      GError             **error)
{
  return write_sheet (sheet, path, NULL, error);
}

/* --- In a thread --- */

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

  if (write_sheet (myo_pain_handout_get_sheet (writing->handout), writing->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
myo_sheet_file_write_async (MyoPainHandout      *handout,
                            const char          *path,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, data);
  Writing *writing = g_new (Writing, 1);

  *writing = (Writing) { handout, g_strdup (path) };
  g_task_set_source_tag (task, myo_sheet_file_write_async);
  /* Whether it was written is for the thread to say: a cancellable that comes too late undoes no file. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  myo_work_run (task, write_in_thread);
}

gboolean
myo_sheet_file_write_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
