/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-first-frame.h"

static gboolean
close_window (gpointer window)
{
  gtk_window_close (window);

  return G_SOURCE_REMOVE;
}

static void
frame_painted (MyoBodyMap    *map,
               GdkFrameClock *clock)
{
  gint64 now = g_get_monotonic_time ();

  if (!myo_body_map_is_crisp (map))
    return;

  g_signal_handlers_disconnect_by_func (clock, frame_painted, map);
  g_print ("%" G_GINT64_FORMAT "\n", now);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_window, gtk_widget_get_root (GTK_WIDGET (map)), NULL);
}

static void
watch (GtkWidget  *window,
       MyoBodyMap *map)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (frame_painted), map,
                           G_CONNECT_SWAPPED);
}

void
myo_first_frame_report (GtkWindow  *window,
                        MyoBodyMap *map)
{
  if (g_strcmp0 (g_getenv ("MYOMAP_BENCH"), "start") == 0)
    g_signal_connect_object (window, "realize", G_CALLBACK (watch), map, G_CONNECT_AFTER);
}
