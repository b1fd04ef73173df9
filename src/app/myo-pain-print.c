/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-print.h"

#include <glib/gi18n.h>

#include "myo-cairo.h"
#include "myo-compat.h"
#include "myo-work.h"

/* Pictures of the body at 288 dots per inch: finer is not seen on paper and takes seconds to paint. */
#define PIXELS_PER_POINT 4

typedef struct
{
  MyoPainHandout *handout;
  MyoEnding      *ending;
  gpointer        parent;
  MyoPrintFailed  failed;
  gboolean        begun, worked;
  GError         *error;         /* of what could not be drawn */
} Page;

/* The operation lives until all is sent to the printer. */
static void
page_free (Page *page)
{
  if (page->begun)
    myo_ending_release (page->ending, page->worked);
  myo_pain_handout_free (page->handout);
  g_object_unref (page->ending);
  g_object_unref (page->parent);
  g_clear_error (&page->error);
  g_free (page);
}

static void
begin_print (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Page              *page)
{
  page->begun = TRUE;
  myo_ending_hold (page->ending);
}

/* --- The page ---
 *
 * It is painted in a thread, for which the operation waits, and here only put on the paper. */

typedef struct
{
  const MyoPainSheet *sheet;     /* of the page, which the operation keeps */
  double              width, height;
} Painting;

static void
paint_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  const Painting *painting = data;
  const cairo_rectangle_t paper = { 0, 0, painting->width, painting->height };
  cairo_surface_t *picture = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);
  g_autoptr(cairo_t) cr = cairo_create (picture);
  GError *error = NULL;

  myo_pain_sheet_draw (painting->sheet, cr, painting->width, painting->height, PIXELS_PER_POINT, &error);
  if (error == NULL)
    {
      g_task_return_pointer (task, picture, (GDestroyNotify) cairo_surface_destroy);
      return;
    }
  cairo_surface_destroy (picture);
  g_task_return_error (task, error);
}

static void
painted (GObject      *operation,
         GAsyncResult *result,
         gpointer      context)
{
  Page *page = g_object_get_data (operation, "page");
  g_autoptr(cairo_surface_t) picture = g_task_propagate_pointer (G_TASK (result), page->error == NULL ? &page->error : NULL);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  if (picture != NULL)
    {
      cairo_set_source_surface (cr, picture, 0, 0);
      cairo_paint (cr);
    }
  gtk_print_operation_draw_page_finish (GTK_PRINT_OPERATION (operation));
  g_object_unref (context);
}

static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                number,
           Page              *page)
{
  g_autoptr(GTask) task = g_task_new (operation, NULL, painted, g_object_ref (context));
  const Painting painting = {
    myo_pain_handout_get_sheet (page->handout), gtk_print_context_get_width (context), gtk_print_context_get_height (context),
  };

  gtk_print_operation_set_defer_drawing (operation);
  g_task_set_source_tag (task, draw_page);
  g_task_set_task_data (task, g_memdup2 (&painting, sizeof painting), g_free);
  myo_work_run (task, paint_in_thread);
}

static void
done (GtkPrintOperation       *operation,
      GtkPrintOperationResult  result,
      Page                    *page)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && page->error == NULL)
    gtk_print_operation_get_error (operation, &page->error);
  page->worked = page->error == NULL;
  if (!page->worked)
    page->failed (page->parent, page->error);
}

GtkPrintOperation *
myo_pain_print_new (MyoPainHandout *handout,
                    gpointer        parent,
                    MyoEnding      *ending,
                    MyoPrintFailed  failed)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Page *page = g_new0 (Page, 1);

  *page = (Page) { handout, g_object_ref (ending), g_object_ref (parent), failed };
  g_object_set_data_full (G_OBJECT (operation), "page", page, (GDestroyNotify) page_free);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, _("Pain drawing"));
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  /* No loop of its own: the program can end while the dialog stands. */
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print), page);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page), page);
  g_signal_connect (operation, "done", G_CALLBACK (done), page);
  return operation;
}

void
myo_pain_print_run (MyoPainHandout *handout,
                    gpointer        parent,
                    MyoEnding      *ending,
                    MyoPrintFailed  failed)
{
  g_autoptr(GtkPrintOperation) operation = myo_pain_print_new (handout, parent, ending, failed);

  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
  myo_compat_join_dialogs (parent);
}
