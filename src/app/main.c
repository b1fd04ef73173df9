/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "myo-application.h"

/* Run from the build folder, the catalogues lie there. */
static void
set_up_translations (void)
{
  const char *folder = g_file_test (BUILD_LOCALE_DIR, G_FILE_TEST_IS_DIR) ? BUILD_LOCALE_DIR : LOCALE_DIR;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
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

  set_up_translations ();
  settings = g_settings_new (APP_ID);
  application = myo_application_new (begin_startup (settings), settings);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
