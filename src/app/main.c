/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include "myo-application.h"
#include "myo-heap.h"
#include "myo-i18n.h"
#include "myo-settings.h"

static MyoStartup *
begin_startup (GSettings *settings)
{
  g_autofree char *nick = g_settings_get_string (settings, "layer");
  MyoLayer layer = MYO_LAYER_SURFACE;

  myo_layer_from_nick (nick, &layer);

  return myo_startup_begin (layer, (MyoPalette) g_settings_get_int (settings, "last-palette"),
                            g_settings_get_double (settings, "last-scale"), myo_atlas_load_packs);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(MyoApplication) application = NULL;
  g_autoptr(GSettings) settings = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  myo_heap_set_up ();
  myo_i18n_init ();
  /* Run from the build folder, the settings' schema lies there. */
  settings = myo_settings_open (BUILD_SCHEMA_DIR, &error);
  application = myo_application_new (settings != NULL ? begin_startup (settings) : NULL, settings);
  if (settings == NULL)
    myo_application_set_fault (application, error);

  status = g_application_run (G_APPLICATION (application), argc, argv);
  g_clear_object (&application);
  /* All is written.  A pack that is still being read, from a share that is gone perhaps, is not waited for. */
  if (myo_atlas_reading_is_any_left ())
    {
      fflush (NULL);
      _exit (status);
    }

  return status;
}
