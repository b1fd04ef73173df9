/* The session in the whole window: done, closed in the midst of it, cut off and asked about.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-compat.h"
#include "window-kit.h"

static void
begin_session (Desk *d)
{
  choose_muscle (d, "Infraspinatus");
  ui_click (ui_find_button (d->window, "Start: Ball against the wall"));
  ui_wait_until (ui_reads (d->window, "What you will do"));
  ui_click (ui_find_button (d->window, "Pain before: 6 of 10"));
  ui_click (ui_find_button (d->window, "Begin"));
  /* Warmed up, the spot found: the first hold begins. */
  g_assert_true (ui_press (d->window, GDK_KEY_space, 0));
  g_assert_true (ui_press (d->window, GDK_KEY_space, 0));
  ui_wait_until (ui_reads (d->window, "Pause"));
}

static void
test_session (Desk          *d,
              gconstpointer  unused)
{
  begin_session (d);
  g_assert_true (ui_press (d->window, GDK_KEY_Escape, 0));
  ui_wait_until (ui_reads (d->window, "Stopped"));
  ui_click (ui_find_button (d->window, "Pain after: 3 of 10"));
  ui_click (ui_find_button (d->window, "Done"));
  show_page (d, "history");
  ui_wait_until (ui_reads (d->window, "Pain 6 → 3"));
  ui_assert_named (d->window);
  ui_click (ui_find_button (d->window, "Delete this session"));
  ui_wait_until (ui_reads (d->window, EMPTY_HISTORY));
  ui_wait_until (ui_reads (d->window, "Session deleted"));
  ui_click (gtk_widget_get_ancestor (ui_find_label (d->window, "Undo"), GTK_TYPE_BUTTON));
  ui_wait_until (ui_reads (d->window, "Pain 6 → 3"));
}

/* What was deleted is in the records that were replaced: nothing of it can be undone in the others. */
static void
test_deleted_then_replaced (Desk          *d,
                            gconstpointer  unused)
{
  gpointer backups, dialog;

  begin_session (d);
  g_assert_true (ui_press (d->window, GDK_KEY_Escape, 0));
  ui_wait_until (ui_reads (d->window, "Stopped"));
  ui_click (ui_find_button (d->window, "Done"));
  gtk_widget_activate_action (GTK_WIDGET (d->window), "win.backups", NULL);
  backups = ui_wait_for_window ("Backups");
  ui_click (gtk_widget_get_ancestor (ui_find_label (backups, "Make a backup now"), ADW_TYPE_ACTION_ROW));
  ui_wait_until (ui_reads (backups, "The backup is made."));

  show_page (d, "history");
  ui_click (ui_find_button (d->window, "Delete this session"));
  ui_wait_until (ui_reads (d->window, "Session deleted"));
  ui_click (ui_find_type (gtk_list_box_get_row_at_index (ui_find_id (backups, "list"), 0), GTK_TYPE_BUTTON, 0));
  dialog = ui_wait_for_window ("Bring back these records?");
  ui_click (ui_find_button (dialog, "Bring back"));
  ui_wait_until (ui_reads (backups, "It is brought back."));
  ui_settle ();
  ui_assert_reads_not (d->window, "Session deleted");
  /* The newest backup may be of the time when the session was under way: then it is asked about, and newer libadwaita closes no window
   * under a question. */
  myo_compat_close_dialogs (GTK_WINDOW (d->window));
}

/* Closed in the midst of it: it is cut off, and can be gone on with. */
static void
test_closed_in_session (Desk          *d,
                        gconstpointer  unused)
{
  g_autoptr(MyoSession) unfinished = NULL;

  begin_session (d);
  close_window (d);
  kit_close (&d->kit);
  kit_must_open (&d->kit);
  unfinished = kit_find_unfinished (&d->kit, NULL);
  g_assert_nonnull (unfinished);
  kit_assert_n_listed (&d->kit, 0);
}

#define UNFINISHED "Go on with the interrupted session?"

/* With one that was cut off, of @technique. */
static void
open_with (Desk       *d,
           const char *technique)
{
  g_autoptr(MyoSession) session = kit_session (60 * G_USEC_PER_SEC, MYO_END_NONE);
  g_autoptr(MyoHold) hold = kit_hold (61 * G_USEC_PER_SEC, 1);

  g_free (session->technique);
  session->technique = g_strdup (technique);
  kit_must_open (&d->kit);
  kit_save (&d->kit, session, NULL);
  kit_add_hold (&d->kit, session->id, hold, 3, NULL);
  kit_close (&d->kit);
  open_window (d);
}

static void
open_with_unfinished (Desk *d)
{
  open_with (d, "infraspinatus-self-wall");
}

static void
test_unfinished_ended (Desk          *d,
                           gconstpointer  unused)
{
  open_with_unfinished (d);
  answer (UNFINISHED, "End it");
  show_page (d, "history");
  ui_wait_until (ui_reads (d->window, "interrupted"));
}

/* Escape throws nothing away. */
static void
test_unfinished_later (Desk          *d,
                       gconstpointer  unused)
{
  g_autoptr(MyoSession) unfinished = NULL;

  open_with_unfinished (d);
  g_assert_true (ui_press (gtk_window_get_focus (ui_wait_for_window (UNFINISHED)), GDK_KEY_Escape, 0));
  ui_wait_for_no_window (UNFINISHED);
  close_window (d);
  kit_must_open (&d->kit);
  unfinished = kit_find_unfinished (&d->kit, NULL);
  g_assert_nonnull (unfinished);
}

/* Neither thrown away nor ended before the person says so. */
static void
test_unfinished_lacks_its_technique (Desk          *d,
                                     gconstpointer  unused)
{
  open_with (d, "infraspinatus-of-a-pack");
  g_assert_true (ui_reads (ui_wait_for_window ("An interrupted session cannot go on"), "once it is back"));
  answer ("An interrupted session cannot go on", "End it");
  show_page (d, "history");
  ui_wait_until (ui_reads (d->window, "interrupted"));
}

static void
test_unfinished_goes_on (Desk          *d,
                         gconstpointer  unused)
{
  open_with_unfinished (d);
  answer (UNFINISHED, "Go on");
  ui_wait_until (ui_reads (d->window, "Ball against the wall"));
  ui_click (ui_find_button (d->window, "Go on"));
  g_assert_true (ui_press (d->window, GDK_KEY_Escape, 0));
  ui_click (ui_find_button (d->window, "Done"));
  show_page (d, "history");
  ui_wait_until (ui_reads (d->window, "Pain before: 7"));
}

#define ADD(name, test) g_test_add ("/window-session/" name, Desk, NULL, set_up, test, tear_down)
#define ADD_CLOSED(name, test) g_test_add ("/window-session/" name, Desk, NULL, set_up_closed, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  window_init (&argc, &argv);
  ADD ("session", test_session);
  ADD ("deleted-then-replaced", test_deleted_then_replaced);
  ADD ("closed-in-session", test_closed_in_session);
  ADD_CLOSED ("unfinished-ended", test_unfinished_ended);
  ADD_CLOSED ("unfinished-later", test_unfinished_later);
  ADD_CLOSED ("unfinished-lacking", test_unfinished_lacks_its_technique);
  ADD_CLOSED ("unfinished-goes-on", test_unfinished_goes_on);
  return g_test_run ();
}
