/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-waiting.h"

static GtkWidget *
make_spinner (void)
{
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_spinner_start (GTK_SPINNER (spinner));
  return spinner;
}

static GtkWidget *
make_page (void)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Reading the atlas packs…"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page), _("They take longer than usual. Myomap opens in a few seconds, if need be without them."));
  adw_status_page_set_child (ADW_STATUS_PAGE (page), make_spinner ());
  gtk_widget_set_vexpand (page, TRUE);
  return page;
}

GtkWindow *
myo_waiting_new (GtkApplication *application,
                 GSettings      *settings)
{
  GtkWindow *window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, "application", application, "title", "Myomap", NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_default_size (window, g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (window);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_page ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), box);
  return window;
}
