/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-either.h"
#include "myo-map-keys.h"
#include "myo-picture-cache.h"
#include "myo-preferences.h"
#include "myo-wrap.h"
#include "myo-settings.h"
#include "myo-window-private.h"

G_DEFINE_FINAL_TYPE (MyoWindow, myo_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Actions --- */

MyoSidePanel *
myo_window_get_panel (MyoWindow *self)
{
  return myo_map_page_get_panel (MYO_MAP_PAGE (self->map_page));
}

MyoBodyMap *
myo_window_get_map (MyoWindow *self)
{
  return myo_map_page_get_map (MYO_MAP_PAGE (self->map_page));
}

static void
show_preferences (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (myo_preferences_new (GTK_WINDOW (widget), MYO_WINDOW (widget)->settings));
  myo_compat_join_dialogs (GTK_WINDOW (widget));
}

static void
close_on_escape (GtkWidget *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, keys);
}

static void
show_help_overlay (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (RESOURCE_PATH "/ui/help-overlay.ui");
  GtkWindow *overlay = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (overlay, GTK_WINDOW (widget));
  close_on_escape (GTK_WIDGET (overlay));
  gtk_window_present (overlay);
  myo_compat_join_dialogs (GTK_WINDOW (widget));
}

/* The history has a search of its own; where there is nothing to search yet, as everywhere else, the muscles are meant. */
static void
start_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);

  if (adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack)) == self->history_page
      && myo_history_page_start_search (MYO_HISTORY_PAGE (self->history_page)))
    return;

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), "map");
  myo_map_page_set_enlarged (MYO_MAP_PAGE (self->map_page), FALSE);
  myo_side_panel_start_search (myo_window_get_panel (self));
}

static void
go_back (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (myo_window_get_panel (MYO_WINDOW (widget))), "panel.back", NULL);
}

static void
show_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (MYO_WINDOW (widget)->stack), g_variant_get_string (parameter, NULL));
}

/* --- Models --- */

void
myo_window_set_models (MyoWindow   *self,
                       MyoAtlas    *atlas,
                       MyoDrawings *drawings,
                       MyoRecords  *records)
{
  MyoBodyMap *map = myo_map_page_get_map (MYO_MAP_PAGE (self->map_page));
  g_autoptr(MyoClock) clock = myo_clock_new ();

  g_return_if_fail (MYO_IS_WINDOW (self));
  g_return_if_fail (self->atlas == NULL);

  self->atlas = g_object_ref (atlas);
  self->drawings = g_object_ref (drawings);
  self->records = g_object_ref (records);
  self->places = myo_place_desk_new (atlas, drawings);
  self->selection = g_object_ref (myo_place_desk_get_selection (self->places));
  self->way = myo_way_new (self->selection);
  self->sessions = myo_session_desk_new (atlas, records, clock);
  self->records_desk = myo_records_desk_new (records, self->sessions, clock);
  self->backups = myo_backup_desk_new (MYO_BACKUPS (records), self->records_desk, self->sessions, clock);
  self->pain = myo_pain_desk_new (atlas, drawings, self->places, self->way, records, clock);

  myo_body_map_set_model (map, drawings, atlas, self->selection);
  myo_map_page_set_painting (MYO_MAP_PAGE (self->map_page), self->pain);
  myo_side_panel_set_model (myo_window_get_panel (self), atlas, self->places, self->way, self->pain, self->sessions);
  myo_history_page_set_history (MYO_HISTORY_PAGE (self->history_page), myo_records_desk_get_history (self->records_desk));
  g_signal_connect_object (map, "drawing-failed", G_CALLBACK (myo_window_report), self, G_CONNECT_SWAPPED);
  myo_window_connect_session (self);
  myo_window_connect_pain (self);
  myo_window_connect_ending (self);
  myo_window_open_records (self);
}

void
myo_window_give_pictures (MyoWindow       *self,
                          MyoFirstPicture *pictures)
{
  MyoBodyMap *map = myo_map_page_get_map (MYO_MAP_PAGE (self->map_page));

  for (int v = 0; v < MYO_N_VIEWS; v++)
    if (pictures[v].surface != NULL)
      myo_body_map_give_picture (map, pictures[v].view, pictures[v].layer, pictures[v].palette, pictures[v].scale,
                                 g_steal_pointer (&pictures[v].surface));
}

/* --- Size and place --- */

/* Enlarged, the session has the whole window. */
static void
enlarged_changed (MyoWindow *self)
{
  gboolean enlarged = myo_map_page_get_enlarged (MYO_MAP_PAGE (self->map_page));

  gtk_widget_set_visible (self->header, !enlarged);
  gtk_widget_set_visible (self->notice, !enlarged);
}

static void
restore_layout (MyoWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  myo_settings_bind (self->settings, "layer", self->map_page, "layer-name");
  myo_settings_bind (self->settings, "panel-width", self->map_page, "panel-width");
}

/* What the next start begins with, if it is the size at which it will be wanted. */
static void
keep_pictures (MyoWindow *self)
{
  MyoBodyMap *map = myo_window_get_map (self);
  double scale = myo_body_map_get_fit_scale (map);

  for (int v = 0; v < MYO_N_VIEWS; v++)
    {
      const MyoMapPicture *picture = myo_body_map_get_picture (map, (MyoView) v);

      if (picture != NULL && picture->scale == myo_drawings_snap_scale ((MyoView) v, scale))
        myo_picture_cache_write ((MyoView) v, picture);
    }
}

void
myo_window_save_layout (MyoWindow *self)
{
  MyoBodyMap *map = myo_map_page_get_map (MYO_MAP_PAGE (self->map_page));
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  /* What the first pictures will be painted for the next time. */
  g_settings_set_double (self->settings, "last-scale", myo_body_map_get_fit_scale (map));
  g_settings_set_int (self->settings, "last-palette", (int) myo_body_map_get_palette (map));
  keep_pictures (self);
}

/* --- Class --- */

static void
myo_window_dispose (GObject *object)
{
  MyoWindow *self = MYO_WINDOW (object);

  g_clear_object (&self->ending);
  g_clear_object (&self->pain);
  g_clear_object (&self->notices);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_object (&self->inhibit);
  g_clear_object (&self->log_out);
  g_clear_weak_pointer (&self->backups_window);
  g_clear_object (&self->backups);
  g_clear_object (&self->records_desk);
  g_clear_object (&self->sessions);
  g_clear_object (&self->sound);
  g_clear_object (&self->way);
  g_clear_object (&self->selection);
  g_clear_object (&self->places);
  g_clear_object (&self->drawings);
  g_clear_object (&self->atlas);
  g_clear_object (&self->records);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (myo_window_parent_class)->dispose (object);
}

/* Keys of the map that work wherever the focus is, unless what has it uses them itself, as an entry does. */
static gboolean
press_map_key (GtkWidget *widget, GVariant *key, gpointer unused)
{
  return myo_map_keys_press (key, GTK_WIDGET (myo_window_get_map (MYO_WINDOW (widget))));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, show_preferences);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL, show_help_overlay);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, start_search);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "win.page", "s", show_page);
}

static void
myo_window_class_init (MyoWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = myo_window_close_request;

  g_type_ensure (MYO_TYPE_EITHER);
  g_type_ensure (MYO_TYPE_WRAP);
  g_type_ensure (MYO_TYPE_MAP_PAGE);
  g_type_ensure (MYO_TYPE_HISTORY_PAGE);
  g_type_ensure (MYO_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoWindow, header);
  gtk_widget_class_bind_template_child (widget_class, MyoWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, MyoWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MyoWindow, map_page);
  gtk_widget_class_bind_template_child (widget_class, MyoWindow, history_page);
  install_actions (widget_class);
  myo_window_install_notices (widget_class);
  myo_window_install_pain_actions (widget_class);
  myo_window_install_records (widget_class);
  myo_map_keys_bind_callback (widget_class, MYO_MAP_KEYS_OF_WINDOW, press_map_key);
}

static void
myo_window_init (MyoWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  myo_compat_keep_title (ADW_HEADER_BAR (self->header));
  myo_window_init_notices (self);
  self->sound = myo_sound_new (NULL);
  g_signal_connect_object (self->map_page, "notify::enlarged", G_CALLBACK (enlarged_changed), self, G_CONNECT_SWAPPED);
}

MyoWindow *
myo_window_new (GtkApplication *application,
                GSettings      *settings)
{
  MyoWindow *self = g_object_new (MYO_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->inhibit = myo_inhibit_new (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_IDLE);
  self->log_out = myo_inhibit_new (application, GTK_WINDOW (self), GTK_APPLICATION_INHIBIT_LOGOUT);
  restore_layout (self);

  return self;
}
