/* The page that tells of the painted pain, over a real desk: in words, what is asked first, which muscles may explain it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-answer-page.h"
#include "myo-candidate-row.h"
#include "pain-page-kit.h"

#define PLACE "Front of the shoulder, right"

/* What a muscle was asked for with: "id side point". */
static char *asked;

static void
note_muscle (GtkWidget *page, const char *muscle, int side, const char *point)
{
  g_free (asked);
  asked = g_strdup_printf ("%s %d %s", muscle, side, point);
}

static void
assert_asked (const MyoCandidate *candidate)
{
  g_autofree char *expected = g_strdup_printf ("%s %d %s", candidate->muscle->id, (int) candidate->side, candidate->point->id);

  g_assert_cmpstr (asked, ==, expected);
}

/* --- Answer page --- */

static MyoAnswerPage *
show_answer (Fixture *f)
{
  MyoAnswerPage *page = g_object_new (MYO_TYPE_ANSWER_PAGE, NULL);

  myo_answer_page_set_model (page, f->desk, f->places);
  g_signal_connect (page, "check", G_CALLBACK (note_muscle), NULL);
  return ui_show (page, PANEL_WIDTH, 900);
}

static GPtrArray *
get_candidates (Fixture *f)
{
  return myo_pain_study_get_candidates (myo_pain_desk_get_study (f->desk));
}

static void
test_answer_empty (Fixture *f, gconstpointer unused)
{
  MyoAnswerPage *page = show_answer (f);
  UiHeard listed;

  ui_listen (page, "list-regions", &listed);
  ui_assert_reads (page, "Paint over all that hurts");
  ui_assert_reads (page, "Paint\n");
  ui_assert_reads_not (page, "Muscles that may explain it");
  ui_click (ui_find_button (page, "Mark from a list"));
  ui_assert_heard (&listed, 1, NULL);
  myo_pain_tool_set_kind (myo_pain_desk_get_tool (f->desk), MYO_PAIN_TOOL_BRUSH);
  ui_assert_reads_not (page, "Paint\n");
  assert_fits (page);
  ui_close (page);
}

/* Painted before the body is measured: it says so, and the answer comes by itself. */
static void
test_answer_waits (Fixture *f, gconstpointer unused)
{
  MyoAnswerPage *page;

  paint (f, 5);
  page = show_answer (f);
  ui_assert_reads (page, "The body is being measured");
  ui_assert_reads_not (page, "Paint over all that hurts");
  wait_for_body (f);
  ui_assert_reads_not (page, "The body is being measured");
  ui_assert_reads (page, "Muscles that may explain it");
  ui_close (page);
}

/* A drawing on its way can be done without. */
static void
test_answer_reading (Fixture *f, gconstpointer unused)
{
  MyoAnswerPage *page = show_answer (f);
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all.xml");

  wait_for_body (f);
  myo_pain_desk_open (f->desk, file);
  ui_assert_reads (page, "The drawing is being read");
  ui_click (ui_find_id (page, "cancel_button"));
  g_assert_false (myo_pain_desk_is_reading (f->desk));
  ui_assert_reads_not (page, "The drawing is being read");
  g_assert_false (ui_sees (ui_find_id (page, "cancel_button")));
  ui_draw (page);
  g_assert_cmpuint (f->n_failed, ==, 0);
  ui_close (page);
}

static void
test_answer_lists (Fixture *f, gconstpointer unused)
{
  MyoAnswerPage *page;
  GPtrArray *candidates;

  measure_body (f);
  page = show_answer (f);
  paint (f, 5);
  ui_draw (page);
  candidates = get_candidates (f);
  g_assert_cmpuint (candidates->len, >, 12);
  ui_assert_reads (page, "Right: Front of the shoulder.");
  g_assert_cmpuint (count_rows (page, MYO_TYPE_CANDIDATE_ROW), ==, 12);
  for (guint i = 0; i < 12; i++)
    {
      const MyoCandidate *candidate = candidates->pdata[i];
      MyoCandidateRow *row = ui_find_type (page, MYO_TYPE_CANDIDATE_ROW, i);

      g_assert_true (myo_candidate_row_get_muscle (row) == candidate->muscle);
      ui_click (row);
      assert_asked (candidate);
    }
  ui_click (ui_find_button (page, "Show more"));
  ui_draw (page);
  g_assert_cmpuint (count_rows (page, MYO_TYPE_CANDIDATE_ROW), ==, MIN (candidates->len, 24));
  assert_fits (page);

  /* Begun anew, it begins with the first again. */
  ui_unfocus (page);
  myo_pain_desk_clear (f->desk);
  ui_assert_reads (page, "Paint over all that hurts");
  paint (f, 5);
  ui_draw (page);
  g_assert_cmpuint (count_rows (page, MYO_TYPE_CANDIDATE_ROW), ==, 12);
  ui_close (page);
}

/* What the pointer rests on is on the map, until the page is left. */
static void
test_answer_previews (Fixture *f, gconstpointer unused)
{
  MyoSelection *selection = myo_place_desk_get_selection (f->places);
  const MyoTriggerPoint *point;
  MyoAnswerPage *page;
  GtkWidget *row;
  MyoSide side;

  measure_body (f);
  paint (f, 5);
  page = show_answer (f);
  row = ui_find_type (page, MYO_TYPE_CANDIDATE_ROW, 1);
  g_signal_emit_by_name (ui_get_controller (row, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0), "enter", 5.0, 5.0);
  g_assert_true (myo_selection_get_shown (selection, &side, &point) == ((const MyoCandidate *) get_candidates (f)->pdata[1])->muscle);
  ui_unfocus (page);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  g_assert_null (myo_selection_get_shown (selection, &side, &point));
  ui_close (page);
}

/* What takes long to tell comes when painting rests. */
static void
test_answer_rests (Fixture *f, gconstpointer unused)
{
  MyoAnswerPage *page;
  GtkWidget *sets;

  measure_body (f);
  paint (f, 5);
  page = show_answer (f);
  sets = ui_find_id (page, "sets_box");
  pass (f, 299);
  g_assert_null (gtk_widget_get_first_child (sets));
  pass (f, 1);
  g_assert_nonnull (gtk_widget_get_first_child (sets));

  gtk_expander_set_expanded (ui_find_id (page, "details_expander"), TRUE);
  ui_wait_until (ui_reads (page, PLACE ": aching, 5 of 10"));
  paint (f, 9);
  ui_draw (page);
  ui_assert_reads (page, PLACE ": aching, 5 of 10");
  pass (f, 300);
  ui_draw (page);
  ui_assert_reads (page, PLACE ": aching, 9 of 10");
  ui_close (page);
}

/* While it is not on show nothing is told; then all of it is. */
static void
test_answer_hidden (Fixture *f, gconstpointer unused)
{
  MyoAnswerPage *page;

  measure_body (f);
  page = show_answer (f);
  ui_unfocus (page);
  gtk_widget_set_visible (GTK_WIDGET (page), FALSE);
  paint (f, 5);
  g_assert_cmpstr (gtk_label_get_label (ui_find_id (page, "words_label")), ==, "");
  gtk_widget_set_visible (GTK_WIDGET (page), TRUE);
  ui_draw (page);
  ui_assert_reads (page, "Right: Front of the shoulder.");
  ui_close (page);
}

/* Nothing is listed before what must be asked is answered, nor after a yes until the person wants it all the same. */
static void
test_answer_asks_first (Fixture *f, gconstpointer unused)
{
  MyoAnswerPage *page;

  measure_body (f);
  page = show_answer (f);
  myo_pain_desk_toggle_region (f->desk, "breast", MYO_SIDE_RIGHT);
  ui_draw (page);
  ui_assert_reads (page, "First a question");
  ui_assert_reads_not (page, "Muscles that may explain it");
  ui_click (ui_find_button (page, "Yes"));
  ui_draw (page);
  ui_assert_reads (page, "See to this first");
  ui_assert_reads_not (page, "Muscles that may explain it");
  ui_click (ui_find_button (page, "Answer again"));
  ui_draw (page);
  while (ui_reads (page, "First a question"))
    {
      pass (f, 1000);
      ui_click (ui_find_button (page, "No"));
      ui_draw (page);
    }
  ui_assert_reads (page, "Muscles that may explain it");
  ui_click (ui_find_button (page, "Answer the questions again"));
  ui_draw (page);
  ui_assert_reads (page, "First a question");
  ui_close (page);
}

static void
test_answer_all_the_same (Fixture *f, gconstpointer unused)
{
  MyoAnswerPage *page;

  measure_body (f);
  page = show_answer (f);
  myo_pain_desk_toggle_region (f->desk, "breast", MYO_SIDE_RIGHT);
  ui_draw (page);
  ui_click (ui_find_button (page, "Yes"));
  ui_draw (page);
  ui_click (ui_find_button (page, "Show muscles all the same"));
  ui_draw (page);
  while (ui_reads (page, "First a question"))
    {
      ui_click (ui_find_button (page, "No"));
      ui_draw (page);
    }
  ui_assert_reads (page, "See to this first");
  ui_assert_reads (page, "Muscles that may explain it");
  ui_close (page);
}

static void
test_answer_fault (Fixture *f, gconstpointer unused)
{
  g_autoptr(GError) error = g_error_new_literal (MYO_ERROR, MYO_ERROR_DRAWING, "The drawing is gone.");
  MyoAnswerPage *page;

  paint (f, 5);
  page = show_answer (f);
  g_signal_emit_by_name (myo_pain_desk_get_study (f->desk), "failed", error);
  ui_assert_reads (page, "The drawing is gone.");
  g_assert_false (ui_sees (ui_find_id (page, "spinner")));
  wait_for_body (f);
  ui_close (page);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  ui_init (&argc, &argv);
  atlas = ui_get_atlas ();
  drawings = ui_get_drawings ();
  ADD ("/answer-page/empty", test_answer_empty);
  ADD ("/answer-page/waits", test_answer_waits);
  ADD ("/answer-page/reading", test_answer_reading);
  ADD ("/answer-page/lists", test_answer_lists);
  ADD ("/answer-page/previews", test_answer_previews);
  ADD ("/answer-page/rests", test_answer_rests);
  ADD ("/answer-page/hidden", test_answer_hidden);
  ADD ("/answer-page/asks-first", test_answer_asks_first);
  ADD ("/answer-page/all-the-same", test_answer_all_the_same);
  ADD ("/answer-page/fault", test_answer_fault);
  status = g_test_run ();
  g_free (asked);
  return status;
}
