/* A page is painted in a thread and only put on the paper on the main thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "myo-meter.h"
#include "myo-pain-print.h"
#include "pain-desk-kit.h"

/* As many strokes as make the page work for longer than the main thread may. */
#define N_STROKES 60

typedef struct
{
  guint n_failed, n_done;
} Told;

static void
note_print_failed (gpointer      told,
                   const GError *error)
{
  g_test_message ("%s", error->message);
  ((Told *) g_object_get_data (told, "told"))->n_failed++;
}

static void
note_done (Told *told)
{
  told->n_done++;
}

static void
shade (MyoPainDrawing *drawing)
{
  for (guint i = 0; i < N_STROKES; i++)
    {
      MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_BACK, MYO_SIDE_MIDDLE, 7, MYO_QUALITY_ACHE);

      for (guint k = 0; k < 60; k++)
        myo_stroke_add_dab (stroke, 250 + 4 * k, 300 + 15 * i, 30);
      g_assert_true (myo_pain_drawing_add (drawing, stroke));
    }
}

static GtkPrintOperation *
make_operation (Fixture   *f,
                MyoEnding *ending,
                Told      *told,
                char      *path)
{
  g_autoptr(GError) error = NULL;
  MyoPainHandout *handout = myo_pain_desk_make_handout (f->desk, &error);
  GtkPrintOperation *operation;

  g_assert_no_error (error);
  operation = myo_pain_print_new (handout, f->desk, ending, note_print_failed);
  g_object_set_data (G_OBJECT (f->desk), "told", told);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (note_done), told);
  gtk_print_operation_set_export_filename (operation, path);
  return operation;
}

static void
test_page (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (f->kit.folder, "page.pdf", NULL), *content = NULL;
  g_autoptr(MyoSessionDesk) sessions = myo_session_desk_new (atlas, f->kit.store, MYO_CLOCK (f->clock));
  g_autoptr(MyoEnding) ending = myo_ending_new (f->desk, sessions);
  g_autoptr(GtkPrintOperation) operation = NULL;
  Told told = { 0, 0 };
  gsize length;

  kit_must_open (&f->kit);
  shade (myo_pain_study_get_drawing (myo_pain_desk_get_study (f->desk)));
  operation = make_operation (f, ending, &told, path);
  myo_meter_take ();
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL);
  g_assert_cmpuint (myo_meter_take (), <, MYO_METER_AT_ONCE);
  while (told.n_done == 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (myo_meter_take (), <, MYO_METER_AT_ONCE);
    }
  g_assert_cmpuint (told.n_failed, ==, 0);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  /* With the pictures of the body: an empty page has a thousand bytes. */
  g_assert_cmpuint (length, >, 50000);
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_init ();
  g_test_init (&argc, &argv, NULL);
  open_atlas ();
  g_test_add ("/print/page", Fixture, NULL, set_up, test_page, tear_down);
  status = g_test_run ();
  close_atlas ();
  return status;
}
