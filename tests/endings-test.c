/* The whole program, ended in every way and at every moment: what was done is there at the next start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "program-kit.h"
#include "session-manager-kit.h"

#define NO_ROOM 2000

static void
ask_to_end (int number)
{
  g_assert_cmpint (raise (number), ==, 0);
}

/* --- What is under way --- */

static void
begin_stroke (MyoWindow *window)
{
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 6, MYO_QUALITY_ACHE);

  myo_stroke_add_dab (stroke, 200, 350, 12);
  myo_pain_study_begin_stroke (get_study (window), stroke);
}

static void
paint (MyoWindow *window)
{
  begin_stroke (window);
  myo_pain_study_end_stroke (get_study (window));
}

static void
begin_session (MyoWindow *window)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (window->atlas, "infraspinatus");

  myo_session_desk_prepare (window->sessions, muscle, myo_muscle_get_technique (muscle, "infraspinatus-self-wall"), MYO_SIDE_LEFT, NULL);
  myo_session_desk_begin (window->sessions);
  myo_session_desk_next (window->sessions);
  myo_session_desk_next (window->sessions);
}

static void
assert_all_kept (void)
{
  g_autoptr (MyoSession) unfinished = NULL;
  g_autofree char *draft = NULL;

  kit_new_store (&kit);
  kit_must_open (&kit);
  unfinished = kit_find_unfinished (&kit, NULL);
  draft = kit_load_draft (&kit, NULL);
  g_clear_object (&kit.store);
  g_assert_nonnull (unfinished);
  g_assert_nonnull (draft);
  g_assert_nonnull (strstr (draft, "<stroke"));
}

/* --- From outside --- */

static void
signal_in_all (MyoWindow *window)
{
  begin_session (window);
  begin_stroke (window);
  ask_to_end (SIGTERM);
}

static void
test_signal (void)
{
  set_up_folders ();
  run_program (signal_in_all);
  assert_all_kept ();
  tear_down_folders ();
}

static SessionManager desktop;

static void
log_out_in_all (MyoWindow *window)
{
  begin_session (window);
  begin_stroke (window);
  session_manager_tell (&desktop, "QueryEndSession");
  session_manager_tell (&desktop, "EndSession");
}

static void
test_log_out (void)
{
  set_up_folders ();
  session_manager_start (&desktop);
  run_program (log_out_in_all);
  session_manager_end (&desktop);
  assert_all_kept ();
  tear_down_folders ();
}

/* --- Exports --- */

static void
save (MyoWindow *window, const char *name)
{
  g_autofree char *path = name_file (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  paint (window);
  myo_window_save_drawing (window, file);
}

static void
quit_in_export (MyoWindow *window)
{
  save (window, "x.pdf");
  quit (window);
}

static void
signal_in_export (MyoWindow *window)
{
  save (window, "x.pdf");
  ask_to_end (SIGHUP);
}

static void
test_export (void)
{
  static const Act acts[] = { quit_in_export, signal_in_export };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      g_autofree char *path = NULL;

      set_up_folders ();
      run_program (acts[i]);
      path = name_file ("x.pdf");
      check_file (path, "%PDF-", 1000);
      tear_down_folders ();
    }
}

/* The person is told and stays. */
static void
quit_in_failing_export (MyoWindow *window)
{
  save (window, "none/x.pdf");
  quit (window);
  ui_wait_until (ui_reads (window, "The file could not be written."));
  g_assert_cmpint (myo_ending_get_state (window->ending), ==, MYO_ENDING_OPEN);
  quit (window);
}

static void
test_failing_export (void)
{
  set_up_folders ();
  run_program (quit_in_failing_export);
  tear_down_folders ();
}

/* --- Dialogs --- */

static void
quit_over_preferences (MyoWindow *window)
{
  ui_action (window, "win.preferences", NULL);
  g_assert_true (ui_press (ui_wait_for_window ("Time to get ready"), GDK_KEY_q, GDK_CONTROL_MASK));
}

static void
quit_over_about (MyoWindow *window)
{
  ui_action (window, "app.about", NULL);
  g_assert_true (ui_press (ui_wait_for_window (VERSION), GDK_KEY_q, GDK_CONTROL_MASK));
}

static GtkWidget *
find_chooser (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (GTK_IS_FILE_CHOOSER (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static void
quit_over_chooser (MyoWindow *window)
{
  ui_action (window, "win.open-drawing", NULL);
  ui_wait_until (find_chooser () != NULL);
  quit (window);
}

static void
signal_over_chooser (MyoWindow *window)
{
  ui_action (window, "win.open-drawing", NULL);
  ui_wait_until (find_chooser () != NULL);
  ask_to_end (SIGINT);
}

static void
test_dialogs (void)
{
  static const Act acts[] = { quit_over_preferences, quit_over_about, quit_over_chooser, signal_over_chooser };

  set_up_folders ();
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    run_program (acts[i]);
  tear_down_folders ();
}

/* Nobody has agreed to lose what is there. */
static void
ask_to_replace_and_quit (MyoWindow *window)
{
  save (window, "x");
  ui_wait_for_window ("Replace the file?");
  ask_to_end (SIGTERM);
}

static void
test_question (void)
{
  g_autofree char *path = NULL;

  set_up_folders ();
  path = name_file ("x.pdf");
  put_old_file (path);
  run_program (ask_to_replace_and_quit);
  check_old_file (path);
  tear_down_folders ();
}

/* --- No room --- */

static void
answer (const char *button)
{
  GtkWidget *dialog = ui_wait_for_window ("Not everything could be kept");

  ui_assert_reads (dialog, "The pain drawing is not on the disk yet.");
  ui_click (ui_find_button (dialog, button));
}

static void
quit_without_room (MyoWindow *window)
{
  paint (window);
  limit_files (NO_ROOM);
  quit (window);
  answer ("Stay");
  ui_wait_until (myo_ending_get_state (window->ending) == MYO_ENDING_OPEN);
  quit (window);
  answer ("Make room and try again");
  ui_wait_until (myo_ending_get_state (window->ending) == MYO_ENDING_ASKING);
  answer ("Leave without it");
}

static void
test_no_room (void)
{
  set_up_folders ();
  run_program (quit_without_room);
  tear_down_folders ();
}

/* The desktop asks nobody: it is told that something would be gone. */
static void
hold_off_log_out (MyoWindow *window)
{
  g_assert_false (session_manager_was_asked (&desktop, GTK_APPLICATION_INHIBIT_LOGOUT));
  limit_files (NO_ROOM);
  begin_session (window);
  ui_wait_until (session_manager_was_asked (&desktop, GTK_APPLICATION_INHIBIT_LOGOUT));
  limit_files (RLIM_INFINITY);
  quit (window);
}

static void
test_log_out_without_room (void)
{
  set_up_folders ();
  session_manager_start (&desktop);
  run_program (hold_off_log_out);
  session_manager_end (&desktop);
  tear_down_folders ();
}

static void
quit_and_signal_without_room (MyoWindow *window)
{
  paint (window);
  limit_files (NO_ROOM);
  quit (window);
  ui_wait_for_window ("Not everything could be kept");
  ask_to_end (SIGTERM);
}

static void
find_again (MyoWindow *window)
{
  ui_wait_until (!myo_pain_drawing_is_empty (myo_pain_study_get_drawing (get_study (window))));
  quit (window);
}

static void
test_put_aside (void)
{
  set_up_folders ();
  run_program (quit_and_signal_without_room);
  limit_files (RLIM_INFINITY);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  run_program (find_again);
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
  tear_down_folders ();
}

int
main (int argc, char *argv[])
{
  program_init (&argc, &argv);
  g_test_add_func ("/endings/signal", test_signal);
  g_test_add_func ("/endings/log-out", test_log_out);
  g_test_add_func ("/endings/export", test_export);
  g_test_add_func ("/endings/failing-export", test_failing_export);
  g_test_add_func ("/endings/dialogs", test_dialogs);
  g_test_add_func ("/endings/question", test_question);
  g_test_add_func ("/endings/no-room", test_no_room);
  g_test_add_func ("/endings/log-out-without-room", test_log_out_without_room);
  g_test_add_func ("/endings/put-aside", test_put_aside);
  return g_test_run ();
}
