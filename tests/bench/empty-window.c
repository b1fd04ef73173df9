/* An empty window: what every program with these libraries owes, the yardstick of start.py and memory.py.
 *
 * With MYOMAP_BENCH=start it prints the monotonic time (µs) after its first frame and ends, as the program itself does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

static gboolean
close_window (gpointer window)
{
  gtk_window_close (window);

  return G_SOURCE_REMOVE;
}

static void
frame_painted (GtkWindow     *window,
               GdkFrameClock *clock)
{
  gint64 now = g_get_monotonic_time ();

  g_signal_handlers_disconnect_by_func (clock, frame_painted, window);
  g_print ("%" G_GINT64_FORMAT "\n", now);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, close_window, window, NULL);
}

static void
watch (GtkWidget *window)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (frame_painted), window,
                           G_CONNECT_SWAPPED);
}

static void
activate (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  if (g_strcmp0 (g_getenv ("MYOMAP_BENCH"), "start") == 0)
    g_signal_connect_after (window, "realize", G_CALLBACK (watch), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AdwApplication) application = adw_application_new ("io.github.myomap.EmptyWindow", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
