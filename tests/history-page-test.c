/* The page of the history and its rows, over real records: what is read, searched, loaded further and asked to be deleted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-history-page.h"
#include "myo-history-row.h"
#include "store-kit.h"
#include "widget-kit.h"

#define PAGE 60              /* sessions that the history loads at once */

typedef struct
{
  Kit             kit;
  MyoManualClock *clock;
  MyoHistory     *history;
  MyoHistoryPage *page;
  GPtrArray      *asked;     /* entries that were to be deleted or whose drawings were to be shown */
} Fixture;

static void
take_asked (Fixture *f, MyoHistoryEntry *entry)
{
  g_ptr_array_add (f->asked, g_object_ref (entry));
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  kit_set_up (&f->kit, NULL);
  kit_must_open (&f->kit);
  f->asked = g_ptr_array_new_with_free_func (g_object_unref);
  f->clock = myo_manual_clock_new ();
  myo_manual_clock_set_wall (f->clock, 365 * 24 * 60 * 60 * (gint64) G_USEC_PER_SEC);
  f->history = myo_history_new (f->kit.store, MYO_CLOCK (f->clock));
  f->page = g_object_new (MYO_TYPE_HISTORY_PAGE, NULL);
  myo_history_page_set_history (f->page, f->history);
  g_signal_connect_swapped (f->page, "delete", G_CALLBACK (take_asked), f);
  g_signal_connect_swapped (f->page, "show-drawing", G_CALLBACK (take_asked), f);
  ui_show (f->page, 700, 600);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  ui_unfocus (f->page);
  ui_close (f->page);
  g_ptr_array_unref (f->asked);
  kit_close (&f->kit);
  g_assert_finalize_object (f->history);
  g_assert_finalize_object (f->clock);
  kit_tear_down (&f->kit, NULL);
}

static guint
count_entries (Fixture *f)
{
  return g_list_model_get_n_items (myo_history_get_entries (f->history));
}

/* @n sessions of a muscle, and one newer of another, with a drawing. */
static void
fill (Fixture *f, guint n)
{
  g_autoptr(MyoSession) session = kit_session (90000 * (gint64) G_USEC_PER_SEC, MYO_END_DONE);
  g_autoptr(MyoHold) hold = kit_hold (session->started_at, 1);

  kit_fill (&f->kit, n);
  g_free (session->muscle_name);
  session->muscle_name = g_strdup ("Soleus");
  session->pain_after = 4;
  session->drawing_before = g_strdup ("<pain-drawing/>");
  session->drawing_words = g_strdup ("Back of the heel, left");
  kit_save (&f->kit, session, NULL);
  kit_add_hold (&f->kit, session->id, hold, 1, NULL);
  myo_history_reload (f->history);
  ui_wait_until (count_entries (f) > 0);
  ui_draw (f->page);
}

/* --- Page --- */

static void
test_empty (Fixture *f, gconstpointer unused)
{
  ui_assert_reads (f->page, "No sessions yet");
  g_assert_false (myo_history_page_start_search (f->page));
  ui_assert_named (f->page);
}

static void
test_list (Fixture *f, gconstpointer unused)
{
  fill (f, 2);
  ui_assert_reads (f->page, "Friday, 2 January 1970");
  ui_assert_reads (f->page, "01:00 · Soleus, left");
  ui_assert_reads (f->page, "Thursday, 1 January 1970");
  ui_assert_reads (f->page, "00:02 · Infraspinatus");
  ui_assert_named (f->page);
}

static gboolean
has_class_days (GtkWidget *widget, gconstpointer unused)
{
  return gtk_widget_has_css_class (widget, "history-day") && gtk_widget_get_visible (widget);
}

/* Friday becomes yesterday at midnight, and by its date the day after, however it comes: Thursday is two days before. */
static void
test_days_go_on (Fixture *f, gconstpointer unused)
{
  fill (f, 2);
  myo_manual_clock_set_wall (f->clock, (48 * 60 * 60 - 1) * (gint64) G_USEC_PER_SEC);
  ui_wait_until (ui_reads (f->page, "Today") && ui_reads (f->page, "Yesterday"));
  myo_manual_clock_advance (f->clock, G_USEC_PER_SEC);
  ui_wait_until (!ui_reads (f->page, "Today") && ui_reads (f->page, "Yesterday"));
  ui_assert_reads (f->page, "Thursday, 1 January 1970");
  myo_manual_clock_sleep (f->clock, 24 * 60 * 60 * (gint64) G_USEC_PER_SEC);
  ui_wait_until (ui_reads (f->page, "Friday, 2 January 1970"));
}

static guint
count_days (Fixture *f)
{
  return ui_count (f->page, has_class_days, NULL);
}

/* Whatever is deleted: above the first of a day stands which it is. */
static void
test_day_of_the_first (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoHistoryEntry) entry = NULL;

  fill (f, 3);
  g_assert_cmpuint (count_days (f), ==, 2);
  entry = g_list_model_get_item (myo_history_get_entries (f->history), 1);
  myo_history_delete (f->history, entry);
  ui_wait_until (count_entries (f) == 3);
  ui_draw (f->page);
  g_assert_cmpuint (count_days (f), ==, 2);
  myo_history_undelete (f->history, entry);
  ui_wait_until (count_entries (f) == 4);
  ui_draw (f->page);
  g_assert_cmpuint (count_days (f), ==, 2);
}

static void
test_search (Fixture *f, gconstpointer unused)
{
  GtkWidget *entry = ui_find_id (f->page, "search_entry");

  fill (f, 3);
  g_assert_true (myo_history_page_start_search (f->page));
  ui_type (entry, "heel");
  ui_wait_until (count_entries (f) == 1);
  ui_draw (f->page);
  ui_assert_reads (f->page, "Soleus, left");
  ui_type (entry, "heel shoulder");
  ui_wait_until (ui_find_label (f->page, "Nothing found") != NULL);
  g_assert_true (ui_sees (entry));
  g_signal_emit_by_name (entry, "stop-search");
  ui_wait_until (count_entries (f) == 4);
}

static void
test_loads_more_when_the_end_is_near (Fixture *f, gconstpointer unused)
{
  GtkAdjustment *adjustment;

  fill (f, PAGE + 10);
  g_assert_cmpuint (count_entries (f), ==, PAGE);
  adjustment = gtk_scrolled_window_get_vadjustment (ui_find_id (f->page, "scroller"));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  ui_wait_until (count_entries (f) == PAGE + 11);
}

static void
count_asked (guint *n)
{
  (*n)++;
}

static void
test_notice (Fixture *f, gconstpointer unused)
{
  guint n = 0;
  GtkRevealer *revealer = ui_find_type (f->page, GTK_TYPE_REVEALER, 0);

  myo_history_page_set_notice (f->page, "The disk is full.", "Try again");
  ui_wait_until (gtk_revealer_get_child_revealed (revealer));
  ui_assert_reads (f->page, "The disk is full.");
  g_signal_connect_swapped (f->page, "try-again", G_CALLBACK (count_asked), &n);
  ui_click (ui_find_button (f->page, "Try again"));
  g_assert_cmpuint (n, ==, 1);
  myo_history_page_set_notice (f->page, NULL, NULL);
  ui_wait_until (!gtk_revealer_get_child_revealed (revealer));
}

/* --- Rows --- */

static void
assert_asked (Fixture *f, guint n, const char *muscle)
{
  g_assert_cmpuint (f->asked->len, ==, n);
  g_assert_cmpstr (myo_history_entry_get_session (f->asked->pdata[n - 1])->muscle_name, ==, muscle);
}

static void
test_row (Fixture *f, gconstpointer unused)
{
  MyoHistoryRow *row;

  fill (f, 1);
  row = ui_find_type (f->page, MYO_TYPE_HISTORY_ROW, 0);
  ui_assert_reads (row, "Ball against the wall\n1 hold, 30 s · ");
  ui_assert_reads (row, "Back of the heel, left");
  ui_assert_reads (row, "Pain 7 → 4");
  ui_click (ui_find_button (row, "Pain drawing"));
  assert_asked (f, 1, "Soleus");
  ui_click (ui_find_button (row, "Delete this session"));
  assert_asked (f, 2, "Soleus");
  g_assert_cmpuint (count_entries (f), ==, 2);

  ui_assert_reads_not (row, "pressure 6 of 10");
  ui_click (ui_find_type (row, GTK_TYPE_EXPANDER, 0));
  ui_wait_until (ui_sees (gtk_expander_get_child (ui_find_type (row, GTK_TYPE_EXPANDER, 0))));
  ui_assert_reads (row, "pressure 6 of 10");
}

/* What a row does not know it does not show; the day stands above the first of a day only. */
static void
test_row_says_only_what_it_knows (Fixture *f, gconstpointer unused)
{
  GtkWidget *row;

  fill (f, 2);
  g_assert_cmpuint (ui_count (f->page, has_class_days, NULL), ==, 2);
  row = ui_find_label (f->page, "00:02 · Infraspinatus – “Untergrätenmuskel”, left");
  row = gtk_widget_get_ancestor (row, MYO_TYPE_HISTORY_ROW);
  ui_assert_reads (row, "Pain before: 7");
  ui_assert_reads_not (row, "Pain drawing");
  ui_assert_reads_not (row, "Back of the heel");
}

#define ADD(path, func) g_test_add ("/history-page/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("empty", test_empty);
  ADD ("list", test_list);
  ADD ("days-go-on", test_days_go_on);
  ADD ("day-of-the-first", test_day_of_the_first);
  ADD ("search", test_search);
  ADD ("more", test_loads_more_when_the_end_is_near);
  ADD ("notice", test_notice);
  ADD ("row", test_row);
  ADD ("row/unknown", test_row_says_only_what_it_knows);
  return g_test_run ();
}
