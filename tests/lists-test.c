/* What the long lists are made of: what a search found, a session of the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-history-row.h"
#include "myo-results-page.h"
#include "widget-kit.h"

/* --- What a search found --- */

static MyoResultsPage *
show_results (const char *text)
{
  g_autoptr(GPtrArray) found = myo_atlas_search (ui_get_atlas (), text);
  MyoResultsPage *page = ui_show (g_object_new (MYO_TYPE_RESULTS_PAGE, NULL), 330, 500);

  myo_results_page_show (page, found);
  ui_draw (page);
  return page;
}

static void
take_muscle (MyoResultsPage *page,
             MyoMuscle      *muscle,
             GPtrArray      *taken)
{
  g_ptr_array_add (taken, muscle);
}

static void
test_results_chosen (void)
{
  g_autoptr(GPtrArray) taken = g_ptr_array_new ();
  MyoResultsPage *page = show_results ("infraspinatus");
  MyoMuscle *muscle = ui_get_muscle ("infraspinatus");

  g_signal_connect (page, "chosen", G_CALLBACK (take_muscle), taken);
  ui_assert_reads (page, muscle->name);
  ui_assert_reads (page, muscle->latin);
  ui_assert_named (page);
  myo_results_page_choose_first (page);
  g_signal_emit_by_name (ui_find_type (page, GTK_TYPE_LIST_VIEW, 0), "activate", 0);
  g_assert_cmpuint (taken->len, ==, 2);
  g_assert_true (taken->pdata[0] == muscle);
  g_assert_true (taken->pdata[1] == muscle);
  ui_close (page);
}

static void
test_results_none (void)
{
  g_autoptr(GPtrArray) all = myo_atlas_search (ui_get_atlas (), "");
  g_autoptr(GPtrArray) taken = g_ptr_array_new ();
  MyoResultsPage *page = show_results ("no muscle is called so");

  g_signal_connect (page, "chosen", G_CALLBACK (take_muscle), taken);
  ui_assert_reads_not (page, "Infraspinatus");
  g_assert_false (myo_results_page_focus_list (page));
  myo_results_page_choose_first (page);
  g_assert_cmpuint (taken->len, ==, 0);

  /* All of them: the list takes the place of the words, in a narrow panel too. */
  myo_results_page_show (page, all);
  ui_draw (page);
  g_assert_true (myo_results_page_focus_list (page));
  ui_assert_reads (page, ((MyoMuscle *) all->pdata[0])->name);
  ui_assert_fits (page, 330);
  ui_unfocus (page);
  ui_close (page);
}

/* --- A session of the history --- */

static MyoHistoryEntry *
new_entry (int         hours,
           const char *words)
{
  const gint64 started_at = hours * 3600 * (gint64) G_USEC_PER_SEC;
  g_autoptr(MyoSession) session = myo_session_new ();
  MyoHold *hold = myo_hold_new ();

  session->started_at = started_at;
  session->ended_at = started_at + 60 * G_USEC_PER_SEC;
  session->muscle = g_strdup ("infraspinatus");
  session->muscle_name = g_strdup ("Infraspinatus");
  session->technique_title = g_strdup ("Ball against the wall");
  session->side = MYO_SIDE_LEFT;
  session->pain_before = 7;
  session->pain_after = words != NULL ? 3 : MYO_PAIN_UNKNOWN;
  session->drawing_before = words != NULL ? g_strdup ("<pain-drawing/>") : NULL;
  session->drawing_words = g_strdup (words);
  session->end = MYO_END_DONE;
  *hold = (MyoHold) { .started_at = started_at, .side = MYO_SIDE_LEFT, .planned_ms = 30000, .held_ms = 29500, .pressure = 6,
                      .end = MYO_END_DONE };
  g_ptr_array_add (session->holds, hold);
  return myo_history_entry_new (session);
}

static MyoHistoryRow *
show_session (MyoHistoryEntry *entry,
              MyoHistoryEntry *before)
{
  GtkWidget *row = myo_history_row_new ();

  myo_history_row_set_entry (MYO_HISTORY_ROW (row), entry, before, g_get_real_time ());
  return ui_show (row, 600, 200);
}

static void
test_row_shows (void)
{
  g_autoptr(MyoHistoryEntry) entry = new_entry (1, "Back of the heel, left");
  MyoHistoryRow *row = show_session (entry, NULL);
  UiHeard deleted, shown;

  ui_listen (row, "delete", &deleted);
  ui_listen (row, "show-drawing", &shown);
  g_assert_true (myo_history_row_get_entry (row) == entry);
  ui_assert_reads (row, "Infraspinatus, left");
  ui_assert_reads (row, "Ball against the wall");
  ui_assert_reads (row, "Back of the heel, left");
  ui_assert_reads (row, "Pain 7 → 3");
  ui_assert_named (row);
  ui_click (ui_find_button (row, "Delete this session"));
  ui_assert_heard (&deleted, 1, NULL);
  ui_click (ui_find_button (row, "Pain drawing"));
  ui_assert_heard (&shown, 1, NULL);
  ui_click (ui_find_id (row, "holds_expander"));
  ui_wait_until (ui_reads (row, "30 s"));
  /* Told anew, as at midnight, it is called otherwise, and what is open stays so. */
  myo_history_row_set_entry (row, entry, NULL, 2 * 3600 * (gint64) G_USEC_PER_SEC);
  ui_draw (row);
  ui_assert_reads (row, "Today");
  ui_assert_reads (row, "30 s");
  ui_close (row);
}

/* The day stands above the first of it alone. */
static void
test_row_day (void)
{
  g_autoptr(MyoHistoryEntry) first = new_entry (2, NULL), second = new_entry (1, NULL);
  MyoHistoryRow *row = show_session (first, NULL);

  ui_assert_reads (row, "Thursday, 1 January 1970");
  myo_history_row_set_entry (row, second, first, g_get_real_time ());
  ui_draw (row);
  ui_assert_reads_not (row, "Thursday, 1 January 1970");
  ui_assert_reads (row, "Pain before: 7");
  ui_assert_reads_not (row, "Pain drawing");
  ui_set_text_scale (2);
  ui_draw (row);
  ui_assert_fits (row, 600);
  ui_close (row);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/results-page/chosen", test_results_chosen);
  g_test_add_func ("/results-page/none", test_results_none);
  g_test_add_func ("/history-row/shows", test_row_shows);
  g_test_add_func ("/history-row/day", test_row_day);
  return g_test_run ();
}
