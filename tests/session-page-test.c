/* The page of a session, bound to its desk: what is read in each state, and what buttons and keys make the desk do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-kit.h"
#include "myo-hold-ring.h"
#include "myo-session-page.h"
#include "widget-kit.h"

#define PANEL_WIDTH 330

typedef struct
{
  Desk            d;
  MyoSessionPage *page;
} Fixture;

static void
show_page (Fixture *f)
{
  f->page = g_object_new (MYO_TYPE_SESSION_PAGE, NULL);
  myo_session_page_set_desk (f->page, f->d.desk);
  ui_show (f->page, PANEL_WIDTH, 720);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  atlas = ui_get_atlas ();
  desk_set_up_open (&f->d, NULL);
  show_page (f);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  ui_unfocus (f->page);
  ui_close (f->page);
  desk_tear_down (&f->d, NULL);
}

static void
click (Fixture *f, const char *name)
{
  ui_click (ui_find_button (f->page, name));
}

static gboolean
is_sensitive (Fixture *f, const char *name)
{
  return gtk_widget_is_sensitive (ui_find_button (f->page, name));
}

static gboolean
press (Fixture *f, guint key)
{
  return myo_session_page_handle_key (f->page, key);
}

/* Through the page alone, into the get-ready time of the first hold. */
static void
begin (Fixture *f)
{
  desk_prepare (&f->d);
  ui_wait_until (ui_find_label (f->page, "What you will do") != NULL);
  click (f, "Pain before: 6 of 10");
  click (f, "Begin");
  ui_wait_until (ui_sees (ui_find_id (f->page, "toggle_button")));
  click (f, "Next");
  click (f, "Next");
  g_assert_cmpint (myo_session_desk_get_phase (f->d.desk), ==, MYO_PLAYER_ANNOUNCE);
}

static void
pass (Fixture *f, gint64 seconds)
{
  desk_pass (&f->d, seconds);
  ui_draw (f->page);
}

/* --- Before --- */

static void
test_before (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  desk_prepare (&f->d);
  ui_wait_until (ui_find_label (f->page, "Ball against the wall") != NULL);
  ui_assert_reads (f->page, "Infraspinatus, left\nBall against a wall · 4 min 10 s");
  ui_assert_reads (f->page, "How strong is the pain now?");
  ui_assert_reads (f->page, "Press and hold · 3 × 30 s · pressure 6 of 10");
  ui_assert_reads (f->page, "Warm the shoulder for some minutes.");
  ui_assert_named (f->page);
  g_assert_false (press (f, GDK_KEY_space));

  click (f, "Pain before: 6 of 10");
  click (f, "Begin");
  session = kit_find_unfinished (&f->d.kit, NULL);
  g_assert_cmpint (session->pain_before, ==, 6);
}

static void
test_what_was_chosen_is_forgotten (Fixture *f, gconstpointer unused)
{
  int pain;

  desk_prepare (&f->d);
  ui_wait_until (ui_find_label (f->page, "What you will do") != NULL);
  click (f, "Pain before: 6 of 10");
  g_object_get (f->d.desk, "pain-before", &pain, NULL);
  g_assert_cmpint (pain, ==, 6);
  desk_prepare (&f->d);
  g_assert_false (gtk_toggle_button_get_active (ui_find_button (f->page, "Pain before: 6 of 10")));
}

static void
test_going_on_with_another_does_not_ask (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) cut_off = kit_session (g_get_real_time (), MYO_END_NONE);

  g_free (cut_off->technique);
  cut_off->technique = g_strdup (TECHNIQUE);
  cut_off->next_move = 4;
  kit_save (&f->d.kit, cut_off, NULL);
  myo_session_desk_offer (f->d.desk, cut_off);
  myo_session_desk_resume (f->d.desk);
  ui_wait_until (ui_find_label (f->page, "What you will do") != NULL);
  ui_assert_reads_not (f->page, "How strong is the pain now?");
  click (f, "Go on");
  ui_wait_until (ui_find_label (f->page, "Press and hold") != NULL);
  g_assert_cmpint (myo_session_desk_get_state (f->d.desk), ==, MYO_SESSION_RUNNING);
}

/* --- Running --- */

static void
test_waiting (Fixture *f, gconstpointer unused)
{
  desk_prepare (&f->d);
  myo_session_desk_begin (f->d.desk);
  ui_wait_until (ui_find_label (f->page, "Prepare") != NULL);
  ui_assert_reads (f->page, "Infraspinatus, left · TrP1");
  ui_assert_reads (f->page, "Next: Find the spot");
  ui_assert_reads_not (f->page, "My pain");
  ui_assert_reads_not (f->page, "pressure");
  g_assert_false (ui_sees (ui_find_id (f->page, "ring")));
  g_assert_true (gtk_widget_is_focus (ui_find_id (f->page, "toggle_button")));
  ui_assert_named (f->page);
}

static void
test_hold (Fixture *f, gconstpointer unused)
{
  begin (f);
  ui_wait_until (ui_sees (ui_find_id (f->page, "ring")));
  g_assert_false (is_sensitive (f, "It has softened"));
  g_assert_false (is_sensitive (f, "My pain"));
  pass (f, 6);
  g_assert_true (is_sensitive (f, "It has softened"));
  ui_assert_reads (f->page, "left of the whole session");
  ui_assert_reads (f->page, "pressure 3 of 10");
  ui_assert_named (f->page);

  click (f, "My pain");
  g_assert_true (desk_get_flag (f->d.desk, "known-pain"));
  click (f, "Twitch");
  click (f, "Twitch");
  g_assert_false (desk_get_flag (f->d.desk, "twitch"));
  pass (f, 9 + 5 + 1);
  g_assert_false (gtk_toggle_button_get_active (ui_find_button (f->page, "My pain")));
  click (f, "It has softened");
  g_assert_cmpint (myo_session_desk_get_phase (f->d.desk), ==, MYO_PLAYER_REST);
}

static void
test_pressure (Fixture *f, gconstpointer unused)
{
  begin (f);
  for (int i = 0; i < 4; i++)
    click (f, "More");
  ui_wait_until (ui_find_label (f->page, "pressure 7 of 10") != NULL);
  g_assert_false (is_sensitive (f, "More"));
  click (f, "Less");
  ui_wait_until (ui_find_label (f->page, "pressure 6 of 10") != NULL);
  g_assert_true (is_sensitive (f, "More"));
}

static void
test_standing_still_is_told (Fixture *f, gconstpointer unused)
{
  begin (f);
  pass (f, 6);
  ui_assert_reads_not (f->page, "The computer slept or stood still.");
  myo_manual_clock_stall (f->d.clock, 60 * SECOND);
  ui_wait_until (gtk_revealer_get_child_revealed (ui_find_type (f->page, GTK_TYPE_REVEALER, 0)));
  ui_assert_reads (f->page, "The computer slept or stood still.");
  click (f, "Go on");
  ui_wait_until (!gtk_revealer_get_child_revealed (ui_find_type (f->page, GTK_TYPE_REVEALER, 0)));
}

static void
test_keys (Fixture *f, gconstpointer unused)
{
  begin (f);
  pass (f, 6);
  g_assert_true (press (f, GDK_KEY_space));
  g_assert_true (myo_session_desk_get_paused (f->d.desk));
  g_assert_true (press (f, GDK_KEY_space));
  g_assert_true (press (f, GDK_KEY_Up));
  desk_assert_text (f->d.desk, "pressure", "pressure 4 of 10");
  g_assert_true (press (f, GDK_KEY_minus));
  desk_assert_text (f->d.desk, "pressure", "pressure 3 of 10");
  g_assert_true (press (f, GDK_KEY_Left));
  g_assert_cmpint (myo_session_desk_get_phase (f->d.desk), ==, MYO_PLAYER_ANNOUNCE);
  pass (f, 6);
  g_assert_true (press (f, GDK_KEY_Return));
  pass (f, 6);
  desk_assert_text (f->d.desk, "caption", "1 of 3");
  g_assert_true (press (f, GDK_KEY_Right));
  desk_assert_text (f->d.desk, "caption", "2 of 3");
  g_assert_false (press (f, GDK_KEY_a));
  g_assert_true (press (f, GDK_KEY_Escape));
  g_assert_cmpint (myo_session_desk_get_state (f->d.desk), ==, MYO_SESSION_AFTER);
  g_assert_false (press (f, GDK_KEY_space));
}

static void
resize (Fixture *f, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (f->page))), width, height);
  ui_wait_until (gtk_widget_get_width (GTK_WIDGET (f->page)) == width);
}

/* The ring beside the words where there is width; enlarged, with letters to be read from three metres, but only if the window has room. */
static void
test_enlarged (Fixture *f, gconstpointer unused)
{
  GtkOrientable *stage = ui_find_id (f->page, "stage");

  begin (f);
  myo_session_page_set_enlarged (f->page, TRUE);
  ui_draw (f->page);
  g_assert_cmpint (gtk_orientable_get_orientation (stage), ==, GTK_ORIENTATION_VERTICAL);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (f->page), "enlarged"));
  resize (f, 1300, 800);
  ui_wait_until (gtk_widget_has_css_class (GTK_WIDGET (f->page), "enlarged"));
  g_assert_cmpint (gtk_orientable_get_orientation (stage), ==, GTK_ORIENTATION_HORIZONTAL);
  ui_set_text_scale (2);
  ui_wait_until (!gtk_widget_has_css_class (GTK_WIDGET (f->page), "enlarged"));
  ui_set_text_scale (1);
  ui_wait_until (gtk_widget_has_css_class (GTK_WIDGET (f->page), "enlarged"));
  myo_session_page_set_enlarged (f->page, FALSE);
  ui_wait_until (!gtk_widget_has_css_class (GTK_WIDGET (f->page), "enlarged"));
}

/* --- After --- */

static void
test_after_a_stop (Fixture *f, gconstpointer unused)
{
  begin (f);
  pass (f, 5 + 4);
  click (f, "Stop");
  ui_wait_until (ui_find_label (f->page, "Stopped") != NULL);
  ui_assert_reads (f->page, "1 hold, 4 s in all.");
  ui_assert_reads_not (f->page, "That is a change");
  click (f, "Pain after: 3 of 10");
  ui_assert_reads (f->page, "That is a change that matters to most people.");
  click (f, "Pain after: 6 of 10");
  ui_assert_reads (f->page, "No change yet.");
  ui_assert_named (f->page);

  click (f, "Go on with the session");
  ui_wait_until (ui_find_label (f->page, "pressure 3 of 10") != NULL);
  g_assert_cmpint (myo_session_desk_get_state (f->d.desk), ==, MYO_SESSION_RUNNING);
}

/* There is nothing that the muscle is to recover from. */
static void
test_after_nothing (Fixture *f, gconstpointer unused)
{
  begin (f);
  click (f, "Stop");
  ui_wait_until (ui_find_label (f->page, "Nothing was held yet.") != NULL);
  ui_assert_reads_not (f->page, "Some soreness for a day is usual.");
  click (f, "Go on with the session");
  pass (f, 5 + 4);
  click (f, "Stop");
  ui_wait_until (ui_find_label (f->page, "1 hold, 4 s in all.") != NULL);
  ui_assert_reads (f->page, "Some soreness for a day is usual.");
}

static void
test_done (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = NULL;

  begin (f);
  desk_pass_to_the_end (&f->d);
  ui_wait_until (ui_find_label (f->page, "Done. Well held.") != NULL);
  ui_assert_reads_not (f->page, "Go on with the session");
  click (f, "Pain after: 5 of 10");
  click (f, "Done");
  g_assert_cmpint (myo_session_desk_get_state (f->d.desk), ==, MYO_SESSION_IDLE);
  session = desk_dup_recorded (&f->d);
  g_assert_cmpint (session->pain_after, ==, 5);
  g_assert_cmpint (session->end, ==, MYO_END_DONE);
}

#define ADD(path, func) g_test_add ("/session-page/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("before", test_before);
  ADD ("before/forgotten", test_what_was_chosen_is_forgotten);
  ADD ("before/resuming", test_going_on_with_another_does_not_ask);
  ADD ("waiting", test_waiting);
  ADD ("hold", test_hold);
  ADD ("pressure", test_pressure);
  ADD ("interrupted", test_standing_still_is_told);
  ADD ("keys", test_keys);
  ADD ("enlarged", test_enlarged);
  ADD ("after", test_after_a_stop);
  ADD ("after-nothing", test_after_nothing);
  ADD ("done", test_done);
  return g_test_run ();
}
