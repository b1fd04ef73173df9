/* The whole program in the test's own process: real records, settings in memory, acted on by a function once it is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "config.h"

#include "myo-application.h"
#include "myo-pain-file.h"
#include "myo-window-private.h"
#include "store-kit.h"
#include "widget-kit.h"

#include "files-kit.h"

static GSettings *settings;
static Kit kit;                  /* whose folder is the program's */
static char *aside;

typedef void (*Act) (MyoWindow *window);
static Act act;

static inline MyoWindow *
program_find_window (gpointer application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (MYO_IS_WINDOW (l->data))
      return l->data;
  g_assert_not_reached ();
}

static inline gboolean
program_act (gpointer application)
{
  MyoWindow *window = program_find_window (application);

  ui_wait_until (gtk_widget_get_mapped (GTK_WIDGET (window)));
  ui_wait_until (myo_records_get_writable (window->records));
  act (window);
  return G_SOURCE_REMOVE;
}

static inline void
program_added (GApplication *application, GtkWindow *window)
{
  if (MYO_IS_WINDOW (window))
    g_idle_add (program_act, application);
}

/* From the start until @what has ended it.  @argument: (nullable): after its name on the command line */
static inline void
run_program_with (const char *argument, Act what)
{
  char *argv[] = { (char *) "myomap", (char *) argument, NULL };
  MyoApplication *application = myo_application_new (myo_startup_begin (MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, 0, myo_atlas_load_packs), settings);

  act = what;
  g_signal_connect (application, "window-added", G_CALLBACK (program_added), NULL);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), argument != NULL ? 2 : 1, argv), ==, 0);
  ui_follow (application);
  g_object_unref (application);
  ui_assert_freed ();
}

static inline void
run_program (Act what)
{
  run_program_with (NULL, what);
}

static inline void
set_up_folders (void)
{
  open_folder ();
  kit_remove (kit.folder);
  g_remove (aside);
}

static inline void
tear_down_folders (void)
{
  limit_files (RLIM_INFINITY);
  kit_remove (folder);
  g_clear_pointer (&folder, g_free);
}

static inline void
program_init (int *argc, char ***argv)
{
  ui_init (argc, argv);
  settings = g_settings_new (APP_ID);
  g_settings_set_boolean (settings, "sound", FALSE);
  kit.folder = g_build_filename (g_get_user_data_dir (), "myomap", NULL);
  aside = g_build_filename (g_get_user_state_dir (), "myomap", "drawing.xml", NULL);
}

static inline MyoPainStudy *
get_study (MyoWindow *window)
{
  return myo_pain_desk_get_study (window->pain);
}

static inline void
quit (MyoWindow *window)
{
  ui_action (window, "app.quit", NULL);
}
