/* The list of places to mark and the page on which pain is painted anew, over a real desk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-change-row.h"
#include "myo-region-list.h"
#include "myo-region-row.h"
#include "myo-repaint-page.h"
#include "pain-page-kit.h"

#define CHANGE "Front of the shoulder, right"

/* --- Region list --- */

static MyoRegionList *
show_regions (Fixture *f)
{
  MyoRegionList *page = g_object_new (MYO_TYPE_REGION_LIST, NULL);

  myo_region_list_set_model (page, f->desk);
  ui_show (page, PANEL_WIDTH, 900);
  ui_wait_until (ui_count_type (page, MYO_TYPE_REGION_ROW) == myo_atlas_get_regions (atlas)->len);
  return page;
}

static void
test_regions_mark (Fixture *f, gconstpointer unused)
{
  MyoRegionList *page;
  GtkWidget *button;

  measure_body (f);
  page = show_regions (f);
  ui_type (ui_find_id (page, "entry"), "Front of the shoul");
  ui_wait_until (count_rows (page, MYO_TYPE_REGION_ROW) == 1);
  button = ui_find_button (page, CHANGE);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  ui_click (button);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (f))->len, ==, 1);
  myo_pain_desk_undo (f->desk);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  assert_fits (page);
  ui_close (page);
}

static void
test_regions_search (Fixture *f, gconstpointer unused)
{
  MyoRegionList *page = show_regions (f);
  GtkWidget *entry = ui_find_id (page, "entry");

  ui_type (entry, "no such part");
  ui_wait_until (ui_reads (page, "No part of the body has that name."));
  g_signal_emit_by_name (entry, "stop-search");
  ui_wait_until (!ui_reads (page, "No part of the body has that name."));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  wait_for_body (f);
  ui_close (page);
}

static MyoRegionRow *
get_focus_row (gpointer page)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (page));

  return focus != NULL ? MYO_REGION_ROW (gtk_widget_get_ancestor (focus, MYO_TYPE_REGION_ROW)) : NULL;
}

static void
press_in_list (gpointer page, guint key)
{
  gboolean handled;

  g_signal_emit_by_name (ui_get_controller (ui_find_id (page, "list"), GTK_TYPE_EVENT_CONTROLLER_KEY, 0), "key-pressed", key, 0, 0, &handled);
  g_assert_true (handled);
}

/* From row to row on the same side, out of the list at its top. */
static void
test_regions_keys (Fixture *f, gconstpointer unused)
{
  MyoRegionList *page = show_regions (f);
  GtkWidget *entry = ui_find_id (page, "entry");
  MyoRegionRow *last = ui_find_type (page, MYO_TYPE_REGION_ROW, myo_atlas_get_regions (atlas)->len - 1);
  MyoSide side;

  gtk_widget_grab_focus (entry);
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (get_focus_row (page) == ui_find_type (page, MYO_TYPE_REGION_ROW, 0));
  press_in_list (page, GDK_KEY_Down);
  g_assert_true (get_focus_row (page) == ui_find_type (page, MYO_TYPE_REGION_ROW, 1));
  g_assert_true (myo_region_row_get_focus_side (get_focus_row (page), &side));
  press_in_list (page, GDK_KEY_End);
  g_assert_true (get_focus_row (page) == last);
  press_in_list (page, GDK_KEY_Home);
  press_in_list (page, GDK_KEY_Up);
  g_assert_null (get_focus_row (page));
  wait_for_body (f);
  ui_close (page);
}

static void
test_regions_done (Fixture *f, gconstpointer unused)
{
  MyoRegionList *page;
  UiHeard done;

  measure_body (f);
  page = show_regions (f);
  ui_listen (page, "done", &done);
  ui_click (ui_find_button (page, "Show what explains it"));
  ui_assert_heard (&done, 1, NULL);
  ui_close (page);
}

/* --- Repaint page --- */

#define DRAWING(intensity) \
  "<pain-drawing xmlns=\"https://myomap.github.io/ns/pain-drawing/1\" version=\"1\">" \
  "<stroke view=\"front\" intensity=\"" #intensity "\" quality=\"ache\">200,350 12 205,380 12</stroke></pain-drawing>"

static MyoRepaintPage *
show_repaint (Fixture *f, MyoPainComparison *comparison)
{
  MyoRepaintPage *page = g_object_new (MYO_TYPE_REPAINT_PAGE, NULL);

  myo_repaint_page_set_model (page, f->desk, comparison);
  return ui_show (page, PANEL_WIDTH, 900);
}

static MyoSession *
finish_session (Fixture *f)
{
  MyoSession *session = kit_session (1, MYO_END_DONE);

  session->drawing_before = g_strdup (DRAWING (6));
  myo_pain_desk_offer_repaint (f->desk, session);
  wait_for_reading (f);
  return session;
}

static void
test_repaint_follows (Fixture *f, gconstpointer unused)
{
  MyoRepaintPage *page = show_repaint (f, myo_pain_desk_get_repaint (f->desk));
  g_autoptr(MyoSession) session = finish_session (f);

  ui_draw (page);
  ui_assert_reads (page, "Paint it as it feels now");
  ui_assert_reads (page, "The body is being measured");
  wait_for_body (f);
  pass (f, 100);
  ui_draw (page);
  ui_assert_reads (page, "The pain is unchanged");
  ui_assert_reads (page, CHANGE ": unchanged");
  ui_assert_reads_not (page, "The body is being measured");
  assert_fits (page);

  ui_click (ui_find_button (page, "Nothing hurts there now"));
  pass (f, 100);
  ui_draw (page);
  ui_assert_reads (page, CHANGE ": gone");
  ui_click (ui_find_button (page, "Done"));
  g_assert_true (f->repainted == session);
  assert_at (f, MYO_WAY_HOME);
  ui_close (page);
}

static void
test_repaint_same (Fixture *f, gconstpointer unused)
{
  MyoRepaintPage *page = show_repaint (f, myo_pain_desk_get_repaint (f->desk));
  g_autoptr(MyoSession) session = finish_session (f);

  myo_pain_desk_clear (f->desk);
  ui_draw (page);
  ui_click (ui_find_button (page, "It is as before"));
  g_assert_true (f->repainted == session);
  g_assert_false (myo_pain_drawing_is_empty (get_drawing (f)));
  wait_for_body (f);
  ui_close (page);
}

static void
show_pair (Fixture *f, const char *before, const char *after)
{
  g_autoptr(MyoSession) session = kit_session (1, MYO_END_DONE);

  session->drawing_before = g_strdup (before);
  session->drawing_after = g_strdup (after);
  g_assert_true (show_stored (f, session));
}

static int
get_stored_intensity (Fixture *f)
{
  MyoPainDrawing *stored = myo_pain_desk_get_stored (f->desk);

  return ((const MyoStroke *) myo_pain_drawing_get_strokes (stored)->pdata[0])->intensity;
}

static void
test_pair (Fixture *f, gconstpointer unused)
{
  MyoRepaintPage *page = show_repaint (f, myo_pain_desk_get_pair (f->desk));

  measure_body (f);
  show_pair (f, DRAWING (8), DRAWING (2));
  ui_draw (page);
  ui_assert_reads (page, "How the pain changed");
  ui_assert_reads (page, "There is less pain");
  ui_assert_reads (page, "8 → 2 of 10");
  ui_assert_reads_not (page, "Done");
  assert_fits (page);
  g_assert_cmpint (get_stored_intensity (f), ==, 2);
  ui_click (ui_find_button (page, "Before"));
  g_assert_cmpint (get_stored_intensity (f), ==, 8);
  ui_click (ui_find_button (page, "After"));
  g_assert_cmpint (get_stored_intensity (f), ==, 2);
  ui_close (page);
}

/* A pair after one that was looked at before: the page and the map say the same. */
static void
test_pair_alone (Fixture *f, gconstpointer unused)
{
  MyoRepaintPage *page = show_repaint (f, myo_pain_desk_get_pair (f->desk));

  measure_body (f);
  show_pair (f, DRAWING (8), NULL);
  ui_draw (page);
  ui_assert_reads (page, "The pain before");
  ui_assert_reads (page, CHANGE ": aching, 8 of 10");
  g_assert_cmpuint (count_rows (page, MYO_TYPE_CHANGE_ROW), ==, 1);
  g_assert_false (ui_sees (ui_find_id (page, "which")));
  g_assert_cmpint (get_stored_intensity (f), ==, 8);
  show_pair (f, DRAWING (7), DRAWING (3));
  ui_draw (page);
  g_assert_true (gtk_toggle_button_get_active (ui_find_id (page, "after_button")));
  g_assert_cmpint (get_stored_intensity (f), ==, 3);
  ui_close (page);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  atlas = ui_get_atlas ();
  drawings = ui_get_drawings ();
  ADD ("/region-list/mark", test_regions_mark);
  ADD ("/region-list/search", test_regions_search);
  ADD ("/region-list/keys", test_regions_keys);
  ADD ("/region-list/done", test_regions_done);
  ADD ("/repaint-page/follows", test_repaint_follows);
  ADD ("/repaint-page/same", test_repaint_same);
  ADD ("/repaint-page/pair", test_pair);
  ADD ("/repaint-page/alone", test_pair_alone);
  return g_test_run ();
}
