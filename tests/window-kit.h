/* What the tests of the window share: the window with all that is in it: real records in a folder of their own, the real atlas and drawings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "config.h"

#include "myo-window.h"
#include "store-kit.h"
#include "widget-kit.h"

#define EMPTY_HISTORY "No sessions yet"

static GtkApplication *application;

typedef struct
{
  Kit        kit;
  GSettings *settings;
  MyoWindow *window;
} Desk;

/* --- Set-up --- */

static inline void
open_window (Desk *d)
{
  kit_new_store (&d->kit);
  d->window = myo_window_new (application, d->settings);
  myo_window_set_models (d->window, ui_get_atlas (), ui_get_drawings (), d->kit.store);
  ui_present (d->window, 900, 700);
}

static inline void
wait_for_records (Desk *d)
{
  ui_wait_until (myo_records_get_writable (d->kit.store));
}

/* As a person closes it; what was written last is on disk afterwards. */
static inline void
close_window (Desk *d)
{
  GtkWidget *window = GTK_WIDGET (g_steal_pointer (&d->window));

  ui_follow_all (window);
  gtk_window_close (GTK_WINDOW (window));
  ui_assert_freed ();
}

static inline void
set_up_closed (Desk          *d,
               gconstpointer  unused)
{
  kit_set_up (&d->kit, NULL);
  d->settings = g_settings_new (APP_ID);
  g_settings_set_boolean (d->settings, "sound", FALSE);
  g_settings_set_int (d->settings, "get-ready-seconds", 0);
}

static inline void
set_up (Desk          *d,
        gconstpointer  unused)
{
  set_up_closed (d, NULL);
  open_window (d);
  wait_for_records (d);
}

static inline void
tear_down (Desk          *d,
           gconstpointer  unused)
{
  if (d->window != NULL)
    close_window (d);
  kit_close (&d->kit);
  kit_tear_down (&d->kit, NULL);
  g_object_unref (d->settings);
}

static inline void
show_page (Desk       *d,
           const char *name)
{
  ui_action (d->window, "win.page", g_variant_new_string (name));
  ui_draw (d->window);
}

/* --- Steps --- */

static inline GtkWidget *
get_focus (Desk *d)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (d->window));

  return focus != NULL && GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus;
}

/* Enter chooses what was found first. */
static inline void
choose_muscle (Desk       *d,
               const char *name)
{
  ui_action (d->window, "win.search", NULL);
  ui_assert_name (get_focus (d), "Search muscles, places and complaints");
  ui_type (get_focus (d), name);
  ui_wait_until (ui_find_label (d->window, name) != NULL);
  g_signal_emit_by_name (get_focus (d), "activate");
  ui_wait_until (ui_reads (d->window, "Trigger points and how to find them"));
}

static inline void
answer (const char *question,
        const char *button)
{
  GtkWidget *dialog = ui_wait_for_window (question);

  ui_click (ui_find_button (dialog, button));
  ui_wait_for_no_window (question);
}

/* --- Running --- */

static inline void
window_init (int    *argc,
             char ***argv)
{
  ui_init (argc, argv);
  application = gtk_application_new (APP_ID ".Test", G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
}
