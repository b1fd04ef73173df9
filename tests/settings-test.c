/* Settings that are not there or cannot be written: all works on, and the preferences tell why a control cannot be moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-error.h"
#include "myo-preferences.h"
#include "myo-settings.h"
#include "myo-window.h"
#include "settings-kit.h"
#include "store-kit.h"
#include "widget-kit.h"

static const char *const controls[] = {
  "ready_spin", "ceiling_spin", "sound_switch", "volume_scale", "flash_switch", "scheme_row",
};

/* --- Finding --- */

static void
test_open (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSettings) settings = myo_settings_open ("/nowhere", &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_settings_get_int (settings, "pressure-ceiling"), ==, 7);
}

/* --- Preferences --- */

static gboolean
can_move (gpointer preferences, guint i)
{
  return gtk_widget_is_sensitive (ui_find_id (preferences, controls[i]));
}

static void
test_none_can_be_written (void)
{
  g_autoptr(GSettings) settings = locked_settings_new ();
  GtkWindow *preferences = ui_present (myo_preferences_new (NULL, settings), 560, 560);

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    g_assert_false (can_move (preferences, i));
  ui_assert_reads (preferences, "Settings cannot be changed here");
  ui_assert_reads_not (preferences, "Set by your administrator");
  ui_assert_named (preferences);
  ui_close (preferences);
}

/* A lock holds one control, comes and goes while the window is there, and leaves the words of the row. */
static void
test_some_are_locked (void)
{
  g_autoptr(GSettings) settings = locked_settings_new ();
  GtkWindow *preferences = ui_present (myo_preferences_new (NULL, settings), 560, 560);

  locked_settings_lock_only (settings, "sound");
  ui_wait_until (ui_reads (preferences, "Set by your administrator"));
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    g_assert_cmpint (can_move (preferences, i), ==, !g_str_equal (controls[i], "sound_switch"));
  locked_settings_lock_only (settings, "sound-volume");
  ui_wait_until (!can_move (preferences, 3));
  g_assert_true (can_move (preferences, 2));
  locked_settings_lock_only (settings, "flash");
  ui_wait_until (ui_reads (preferences, "The ring lights up when a hold begins and ends\nSet by your administrator"));
  ui_close (preferences);
}

/* --- The window --- */

static gboolean
is_insensitive (GtkWidget *widget, gconstpointer unused)
{
  return ui_sees (widget) && !gtk_widget_get_sensitive (widget);
}

static void
close_window (Kit *kit, gpointer window)
{
  ui_follow_all (window);
  gtk_window_close (window);
  ui_assert_freed ();
  kit_close (kit);
}

/* Map, search and panel work, the layer can be changed, and closing the window is silent. */
static void
test_window_works_on (Kit *kit, gconstpointer unused)
{
  g_autoptr(GtkApplication) application = gtk_application_new (APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr(GSettings) settings = locked_settings_new ();
  g_autofree char *layer = NULL;
  MyoWindow *window;
  GtkWidget *dead;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  window = myo_window_new (application, settings);
  myo_window_set_models (window, ui_get_atlas (), ui_get_drawings (), kit->store);
  ui_present (window, 900, 700);
  dead = ui_find (window, is_insensitive, NULL);
  g_assert_cmpstr (dead != NULL ? G_OBJECT_TYPE_NAME (dead) : NULL, ==, NULL);
  ui_click (ui_find_button (window, "Deep"));
  g_assert_cmpint (myo_body_map_get_layer (myo_window_get_map (window)), ==, MYO_LAYER_DEEP);
  close_window (kit, window);
  layer = g_settings_get_string (settings, "layer");
  g_assert_cmpstr (layer, ==, "surface");
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/settings/open", test_open);
  g_test_add_func ("/preferences/unwritable", test_none_can_be_written);
  g_test_add_func ("/preferences/locked", test_some_are_locked);
  g_test_add ("/settings/window-works-on", Kit, NULL, kit_set_up, test_window_works_on, kit_tear_down);
  return g_test_run ();
}
