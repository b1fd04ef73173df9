/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-application.h"
#include "myo-i18n.h"

/* Run from the build folder, the settings' schema lies there. */
static void
find_settings (void)
{
  if (g_getenv ("GSETTINGS_SCHEMA_DIR") == NULL && g_file_test (BUILD_SCHEMA_DIR "/gschemas.compiled", G_FILE_TEST_EXISTS))
    g_setenv ("GSETTINGS_SCHEMA_DIR", BUILD_SCHEMA_DIR, TRUE);
}

static MyoStartup *
begin_startup (GSettings *settings)
{
  g_autofree char *nick = g_settings_get_string (settings, "layer");
  MyoLayer layer = MYO_LAYER_SURFACE;

  myo_layer_from_nick (nick, &layer);

  return myo_startup_begin (layer, (MyoPalette) g_settings_get_int (settings, "last-palette"),
                            g_settings_get_double (settings, "last-scale"));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(MyoApplication) application = NULL;
  g_autoptr(GSettings) settings = NULL;

  myo_i18n_init ();
  find_settings ();
  settings = g_settings_new (APP_ID);
  application = myo_application_new (begin_startup (settings), settings);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
