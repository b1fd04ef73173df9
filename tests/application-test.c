/* The application: its start and end, its preferences, what it tells the desktop while hands are busy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <sys/stat.h>

#include "myo-application.h"
#include "myo-first-frame.h"
#include "myo-inhibit.h"
#include "myo-preferences.h"
#include "myo-window.h"
#include "session-manager-kit.h"
#include "widget-kit.h"

static GSettings *settings;

static void
reset_settings (void)
{
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

/* --- Preferences --- */

static GtkWindow *
show_preferences (void)
{
  GtkWindow *window;

  reset_settings ();
  window = myo_preferences_new (NULL, settings);
  return ui_present (window, 560, 560);
}

static void
test_preferences_follow (void)
{
  GtkWindow *window = show_preferences ();

  g_assert_cmpint (gtk_spin_button_get_value_as_int (ui_find_id (window, "ready_spin")), ==, 5);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (ui_find_id (window, "ceiling_spin")), ==, 7);
  g_settings_set_int (settings, "get-ready-seconds", 12);
  g_settings_set_boolean (settings, "flash", FALSE);
  g_settings_set_string (settings, "colour-scheme", "dark");
  ui_wait_until (gtk_spin_button_get_value_as_int (ui_find_id (window, "ready_spin")) == 12);
  ui_wait_until (!gtk_switch_get_active (ui_find_id (window, "flash_switch")));
  ui_wait_until (adw_combo_row_get_selected (ui_find_id (window, "scheme_row")) == 2);
  ui_close (window);
}

static void
test_preferences_set (void)
{
  GtkWindow *window = show_preferences ();
  g_autofree char *scheme = NULL;

  gtk_spin_button_set_value (ui_find_id (window, "ready_spin"), 30);
  gtk_spin_button_set_value (ui_find_id (window, "ceiling_spin"), 99);
  gtk_range_set_value (ui_find_id (window, "volume_scale"), .25);
  adw_combo_row_set_selected (ui_find_id (window, "scheme_row"), 1);
  g_assert_cmpint (g_settings_get_int (settings, "get-ready-seconds"), ==, 30);
  g_assert_cmpint (g_settings_get_int (settings, "pressure-ceiling"), ==, 10);
  g_assert_cmpfloat (g_settings_get_double (settings, "sound-volume"), ==, .25);
  scheme = g_settings_get_string (settings, "colour-scheme");
  g_assert_cmpstr (scheme, ==, "light");
  gtk_spin_button_set_value (ui_find_id (window, "ready_spin"), -4);
  gtk_spin_button_set_value (ui_find_id (window, "ceiling_spin"), 0);
  g_assert_cmpint (g_settings_get_int (settings, "get-ready-seconds"), ==, 0);
  g_assert_cmpint (g_settings_get_int (settings, "pressure-ceiling"), ==, 1);
  ui_close (window);
}

/* Without sound there is no volume to set. */
static void
test_preferences_sound (void)
{
  GtkWindow *window = show_preferences ();

  g_assert_true (gtk_widget_is_sensitive (ui_find_id (window, "volume_scale")));
  ui_click (ui_find_id (window, "sound_switch"));
  ui_wait_until (!g_settings_get_boolean (settings, "sound"));
  ui_wait_until (!gtk_widget_is_sensitive (ui_find_id (window, "volume_scale")));
  ui_close (window);
}

static void
test_preferences_accessible (void)
{
  GtkWindow *window = show_preferences ();

  ui_assert_named (window);
  ui_set_text_scale (2);
  ui_draw (window);
  ui_assert_fits (window, 560);
  ui_close (window);
}

static void
test_preferences_escape (void)
{
  GtkWindow *window = show_preferences ();

  ui_follow (window);
  g_assert_true (ui_press (window, GDK_KEY_Escape, 0));
  ui_assert_freed ();
}

static void
test_preferences_scheme (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  myo_preferences_apply_scheme (settings);
  g_assert_cmpint (adw_style_manager_get_color_scheme (style), ==, ADW_COLOR_SCHEME_DEFAULT);
  g_settings_set_string (settings, "colour-scheme", "dark");
  ui_wait_until (adw_style_manager_get_dark (style));
  g_settings_set_string (settings, "colour-scheme", "light");
  ui_wait_until (!adw_style_manager_get_dark (style));
  g_settings_reset (settings, "colour-scheme");
  ui_wait_until (adw_style_manager_get_color_scheme (style) == ADW_COLOR_SCHEME_DEFAULT);
}

/* --- The screen stays on --- */

typedef struct
{
  SessionManager  desktop;
  GtkApplication *application;
  GtkWidget      *window;
  MyoInhibit     *inhibit;
} Busy;

static void
busy_set_up (Busy          *b,
             gconstpointer  with_desktop)
{
  if (with_desktop)
    session_manager_start (&b->desktop);
  b->application = gtk_application_new (with_desktop ? APP_ID ".Asks" : APP_ID ".Alone", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (b->application), NULL, NULL));
  b->window = ui_present (gtk_window_new (), 100, 100);
  b->inhibit = myo_inhibit_new (b->application, GTK_WINDOW (b->window), GTK_APPLICATION_INHIBIT_LOGOUT);
}

static void
busy_tear_down (Busy          *b,
                gconstpointer  with_desktop)
{
  if (b->window != NULL)
    ui_close (b->window);
  ui_follow (b->inhibit);
  g_object_unref (b->inhibit);
  ui_assert_freed ();
  g_object_unref (b->application);
  if (with_desktop)
    session_manager_end (&b->desktop);
}

/* Asked once however often it is said, and told when it is over; also when the object goes. */
static void
test_inhibit_asks (Busy          *b,
                   gconstpointer  unused)
{
  myo_inhibit_set_reason (b->inhibit, "A hold is running");
  myo_inhibit_set_reason (b->inhibit, "A hold is running");
  session_manager_assert (&b->desktop, 1, 0);
  g_assert_cmpstr (b->desktop.reason, ==, "A hold is running");
  g_assert_cmpuint (b->desktop.flags, ==, GTK_APPLICATION_INHIBIT_LOGOUT);
  myo_inhibit_set_reason (b->inhibit, "");
  myo_inhibit_set_reason (b->inhibit, "");
  session_manager_assert (&b->desktop, 1, 1);
  myo_inhibit_set_reason (b->inhibit, "A hold is running");
  g_object_run_dispose (G_OBJECT (b->inhibit));
  session_manager_assert (&b->desktop, 2, 2);
}

/* A desktop that knows nothing of it, and a window that goes first. */
static void
test_inhibit_alone (Busy          *b,
                    gconstpointer  unused)
{
  g_assert_false (myo_inhibit_get_active (b->inhibit));
  myo_inhibit_set_reason (b->inhibit, "A hold is running");
  g_assert_true (myo_inhibit_get_active (b->inhibit));
  myo_inhibit_set_reason (b->inhibit, "");
  g_assert_false (myo_inhibit_get_active (b->inhibit));
  ui_close (g_steal_pointer (&b->window));
  myo_inhibit_set_reason (b->inhibit, "A hold is running");
  g_assert_true (myo_inhibit_get_active (b->inhibit));
}

/* --- First frame --- */

static GString *printed;

/* All but the log of the test, which newer GLib does not mark with # alone. */
static void
take_print (const char *text)
{
  if (strchr (text, '#') == NULL && strstr (text, "-DEBUG: ") == NULL)
    g_string_append (printed, text);
}

static GtkWidget *
present_map (const char *bench)
{
  g_autoptr(MyoSelection) selection = myo_selection_new ();
  GtkWidget *window = gtk_window_new (), *map = g_object_new (MYO_TYPE_BODY_MAP, NULL);

  g_setenv ("MYOMAP_BENCH", bench, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), map);
  myo_body_map_set_model (MYO_BODY_MAP (map), ui_get_drawings (), ui_get_atlas (), selection);
  myo_first_frame_report (GTK_WINDOW (window), MYO_BODY_MAP (map));
  ui_follow (window);
  ui_present (window, 500, 400);
  return map;
}

/* Once the body is to be seen, the moment is told and the window closes. */
static void
test_first_frame (void)
{
  gint64 began = g_get_monotonic_time ();
  GPrintFunc before;

  printed = g_string_new (NULL);
  before = g_set_print_handler (take_print);
  present_map ("start");
  ui_assert_freed ();
  g_set_print_handler (before);
  g_assert_cmpint (g_ascii_strtoll (printed->str, NULL, 10), >, began);
  g_assert_cmpint (g_ascii_strtoll (printed->str, NULL, 10), <=, g_get_monotonic_time ());
  g_string_free (printed, TRUE);
}

static void
test_first_frame_unasked (void)
{
  GtkWidget *map = present_map ("");

  ui_wait_until (myo_body_map_is_crisp (MYO_BODY_MAP (map)));
  ui_settle ();
  g_assert_true (gtk_widget_get_mapped (map));
  ui_close (map);
}

/* --- The whole program --- */

/* A second start brings the window that is there to the front; the last window closed ends the program. */
static gboolean
look_and_quit (gpointer data)
{
  GtkApplication *application = data;
  GtkWindow *window = gtk_application_get_active_window (application), *about;

  g_assert_true (MYO_IS_WINDOW (window));
  /* What GTK writes into a file is not for others. */
  g_assert_cmpint (umask (077) & 077, ==, 077);
  ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_application_activate (G_APPLICATION (application));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);

  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  about = ui_wait_for_window (VERSION);
  g_assert_true (GTK_IS_ABOUT_DIALOG (about));
  gtk_window_destroy (about);

  ui_follow (window);
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

static void
first_activated (GApplication *application)
{
  g_signal_handlers_disconnect_by_func (application, first_activated, NULL);
  g_idle_add (look_and_quit, application);
}

static int
run (MyoApplication *application,
     const char     *argument)
{
  char *argv[] = { (char *) "myomap", (char *) argument, NULL };
  int status = g_application_run (G_APPLICATION (application), argument != NULL ? 2 : 1, argv);

  ui_follow (application);
  g_object_unref (application);
  ui_assert_freed ();
  return status;
}

static MyoApplication *
new_application (void)
{
  return myo_application_new (myo_startup_begin (MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, 0, myo_atlas_load_packs), settings);
}

static void
test_application_runs (void)
{
  MyoApplication *application = new_application ();

  g_signal_connect_after (application, "activate", G_CALLBACK (first_activated), NULL);
  g_assert_cmpint (run (application, NULL), ==, 0);
}

/* --- Packs that take long --- */

static GMutex reading;

static GPtrArray *
load_slowly (MyoAtlas *atlas,
             GFile    *folder)
{
  g_mutex_lock (&reading);
  g_mutex_unlock (&reading);
  return myo_atlas_load_packs (atlas, folder);
}

/* While they are read a window is there and the main loop turns; then Myomap's comes in its place. */
static gboolean
look_and_let_go_on (gpointer data)
{
  GtkApplication *application = data;
  GtkWindow *waiting = gtk_application_get_active_window (application);

  g_assert_false (MYO_IS_WINDOW (waiting));
  ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (waiting)));
  g_application_activate (G_APPLICATION (application));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (application)), ==, 1);
  g_assert_nonnull (ui_find_label (waiting, "Reading the atlas packs…"));
  g_mutex_unlock (&reading);
  ui_wait_until (MYO_IS_WINDOW (gtk_application_get_active_window (application)));
  return look_and_quit (data);
}

static void
slowly_activated (GApplication *application)
{
  g_signal_handlers_disconnect_by_func (application, slowly_activated, NULL);
  g_idle_add (look_and_let_go_on, application);
}

static void
test_application_waits (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "myomap", "atlas", NULL);
  MyoApplication *application;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_mutex_lock (&reading);
  application = myo_application_new (myo_startup_begin (MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, 0, load_slowly), settings);
  g_signal_connect_after (application, "activate", G_CALLBACK (slowly_activated), NULL);
  g_assert_cmpint (run (application, NULL), ==, 0);
}

/* Whoever closes the window that waits is left alone. */
static gboolean
close_waiting (gpointer data)
{
  GtkWindow *waiting = gtk_application_get_active_window (data);

  g_assert_false (MYO_IS_WINDOW (waiting));
  gtk_window_close (waiting);
  return G_SOURCE_REMOVE;
}

static void
closed_at_once (GApplication *application)
{
  g_signal_handlers_disconnect_by_func (application, closed_at_once, NULL);
  g_idle_add (close_waiting, application);
}

static void
test_application_waits_no_more (void)
{
  MyoApplication *application;

  g_mutex_lock (&reading);
  application = myo_application_new (myo_startup_begin (MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, 0, load_slowly), settings);
  g_signal_connect_after (application, "activate", G_CALLBACK (closed_at_once), NULL);
  g_assert_cmpint (run (application, NULL), ==, 0);
  g_mutex_unlock (&reading);
}

static void
test_application_version (void)
{
  GPrintFunc before;

  printed = g_string_new (NULL);
  before = g_set_print_handler (take_print);
  g_assert_cmpint (run (new_application (), "--version"), ==, 0);
  g_set_print_handler (before);
  g_assert_cmpstr (printed->str, ==, "Myomap " VERSION "\n");
  g_string_free (printed, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  settings = g_settings_new (APP_ID);
  g_test_add_func ("/preferences/follow", test_preferences_follow);
  g_test_add_func ("/preferences/set", test_preferences_set);
  g_test_add_func ("/preferences/sound", test_preferences_sound);
  g_test_add_func ("/preferences/accessible", test_preferences_accessible);
  g_test_add_func ("/preferences/escape", test_preferences_escape);
  g_test_add_func ("/preferences/scheme", test_preferences_scheme);
  g_test_add ("/inhibit/asks", Busy, GINT_TO_POINTER (TRUE), busy_set_up, test_inhibit_asks, busy_tear_down);
  g_test_add ("/inhibit/alone", Busy, NULL, busy_set_up, test_inhibit_alone, busy_tear_down);
  g_test_add_func ("/first-frame/asked", test_first_frame);
  g_test_add_func ("/first-frame/unasked", test_first_frame_unasked);
  g_test_add_func ("/application/runs", test_application_runs);
  g_test_add_func ("/application/waits", test_application_waits);
  g_test_add_func ("/application/waits-no-more", test_application_waits_no_more);
  g_test_add_func ("/application/version", test_application_version);
  return g_test_run ();
}
