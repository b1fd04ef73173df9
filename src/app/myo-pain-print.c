/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-print.h"

#include <glib/gi18n.h>

#include "myo-compat.h"

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

static void
draw_page (GtkPrintOperation *operation,
           GtkPrintContext   *context,
           int                number,
           Page              *page)
{
  myo_pain_sheet_draw (myo_pain_handout_get_sheet (page->handout), gtk_print_context_get_cairo_context (context),
                       gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                       PIXELS_PER_POINT, page->error == NULL ? &page->error : NULL);
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

void
myo_pain_print_run (MyoPainHandout *handout,
                    gpointer        parent,
                    MyoEnding      *ending,
                    MyoPrintFailed  failed)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
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
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
  myo_compat_join_dialogs (parent);
}
