/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-print.h"

#include <glib/gi18n.h>

/* Pictures of the body at 288 dots per inch: finer is not seen on paper and takes seconds to paint. */
#define PIXELS_PER_POINT 4

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
myo_pain_print_run (MyoPainHandout  *handout,
                    GtkWindow       *parent,
                    GError         **error)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  Page page = { handout, NULL };
  GtkPrintOperationResult result;

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
