/* The window's pain drawing: its actions, the dialogs for its files, its printing, what is told of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-pain-print.h"
#include "myo-picture-format.h"
#include "myo-window-private.h"

/* --- Painting --- */

static void
show_map (MyoWindow *self)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), "map");
}

static void
paint (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);

  show_map (self);
  myo_pain_desk_paint (self->pain);
}

static void
new_drawing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);

  show_map (self);
  myo_pain_desk_begin_new (self->pain);
}

static void
bring_back (AdwToast  *toast,
            MyoWindow *self)
{
  myo_pain_desk_bring_back (self->pain, g_object_get_data (G_OBJECT (toast), "drawing"));
}

static void
tell_put_away (MyoWindow      *self,
               MyoPainDrawing *drawing)
{
  AdwToast *toast = myo_notices_offer (self->notices, _("The drawing was put away"), _("Undo"));

  g_object_set_data_full (G_OBJECT (toast), "drawing", g_object_ref (drawing), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (bring_back), self, 0);
}

static void
tell_draft (MyoWindow *self)
{
  AdwToast *toast = myo_notices_offer (self->notices, _("The pain drawing of last time is still there"), _("New drawing"));

  adw_toast_set_action_name (toast, "win.new-drawing");
}

/* --- Files --- */

static void
chosen (GFile    *file,
        gpointer  user_data)
{
  g_autoptr(MyoWindow) self = user_data;

  if (file != NULL)
    myo_pain_desk_open (self->pain, file);
}

void
myo_window_open_drawings (MyoWindow    *self,
                          GFile *const *files,
                          guint         n_files)
{
  g_autofree char *words = NULL;

  g_return_if_fail (MYO_IS_WINDOW (self) && n_files > 0);

  myo_pain_desk_open (self->pain, files[0]);
  if (n_files == 1)
    return;

  words = g_strdup_printf (ngettext ("One pain drawing is shown at a time: %u other file was not opened.",
                                     "One pain drawing is shown at a time: %u other files were not opened.", n_files - 1), n_files - 1);
  myo_window_toast (self, words);
}

static void
open_drawing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const MyoFileChoice choice = { _("Open a pain drawing"), FALSE, NULL, _("Pain drawings"), { "*.xml" } };

  myo_compat_choose_file (widget, &choice, chosen, g_object_ref (widget));
}

typedef struct
{
  MyoWindow *window;             /* referenced */
  GFile     *file;               /* as the person chose it */
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->window);
  g_object_unref (saving->file);
  g_free (saving);
}

static void
replace_decided (MyoDecided decision,
                 gpointer   data)
{
  const Saving *saving = data;
  g_autoptr(GFile) whole = myo_picture_format_complete (saving->file);

  if (decision == MYO_DECIDED_YES)
    myo_window_save_drawing (saving->window, whole);
}

/* @saving: (transfer full) */
static void
ask_to_replace (Saving *saving)
{
  g_autoptr(GFile) whole = myo_picture_format_complete (saving->file);
  g_autofree char *path = g_file_get_parse_name (whole);
  /* Translators: %s is the path of a file */
  g_autofree char *body = g_strdup_printf (_("There is a file of this name: %s. Replacing it loses what it holds now."), path);
  const MyoDecision decision = { _("Replace the file?"), body, _("Replace"), _("Keep it"), NULL, TRUE };

  myo_compat_decide (GTK_WIDGET (saving->window), &decision, replace_decided, saving, saving_free);
}

static void
tell_saved (MyoWindow *self,
            GFile     *file)
{
  g_autoptr(GFile) whole = myo_picture_format_complete (file);
  g_autofree char *path = g_file_get_parse_name (whole), *name = g_path_get_basename (path);
  g_autofree char *words = NULL;

  if (g_file_equal (whole, file))
    words = g_strdup (_("Saved"));
  else
    /* Translators: %s is the name of a file */
    words = g_strdup_printf (_("Saved as “%s”"), name);
  myo_window_toast (self, words);
}

static void
saved (GObject      *source,
       GAsyncResult *result,
       gpointer      data)
{
  Saving *saving = data;
  g_autoptr(MyoWindow) self = g_object_ref (saving->window);
  g_autoptr(GError) error = NULL;
  gboolean worked = myo_pain_desk_save_finish (MYO_PAIN_DESK (source), result, &error);

  if (worked)
    tell_saved (self, saving->file);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    ask_to_replace (g_steal_pointer (&saving));
  else
    myo_window_report (self, error);
  g_clear_pointer (&saving, saving_free);
  myo_ending_release (self->ending, worked);
}

void
myo_window_save_drawing (MyoWindow *self,
                         GFile     *file)
{
  const Saving saving = { g_object_ref (self), g_object_ref (file) };

  myo_ending_hold (self->ending);
  myo_pain_desk_save_async (self->pain, file, saved, g_memdup2 (&saving, sizeof saving));
}

static void
exported (GFile    *file,
          gpointer  user_data)
{
  g_autoptr(MyoWindow) self = user_data;

  if (file != NULL)
    myo_window_save_drawing (self, file);
}

static void
export_drawing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = g_date_time_format (now, "%Y-%m-%d");
  /* Translators: the name suggested for a file; %s is a day as 2026-11-20 */
  g_autofree char *suggested = g_strdup_printf (_("Pain drawing %s.pdf"), day);
  const MyoFileChoice choice = {
    _("Save as PDF, PNG or SVG, or as XML to open it again"), TRUE, suggested, _("PDF, PNG, SVG, XML"),
    { "*.pdf", "*.png", "*.svg", "*.xml" },
  };

  myo_compat_choose_file (widget, &choice, exported, g_object_ref (widget));
}

static void
print_failed (gpointer      window,
              const GError *error)
{
  myo_window_report (window, error);
}

static void
print_drawing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoPainHandout) handout = myo_pain_desk_make_handout (self->pain, &error);

  if (handout != NULL)
    myo_pain_print_run (g_steal_pointer (&handout), self, self->ending, print_failed);
  else
    myo_window_report (self, error);
}

static void
update_actions (MyoWindow *self)
{
  gboolean any = myo_pain_desk_can_export (self->pain);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print-drawing", any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-drawing", any);
}

/* --- Sessions --- */

static void
repainted (MyoWindow  *self,
           MyoSession *session)
{
  myo_session_desk_amend (self->sessions, session);
  myo_window_toast (self, _("The change is in the history"));
}

static void
show_stored (MyoWindow       *self,
             MyoHistoryEntry *entry)
{
  myo_pain_desk_show_pair (self->pain, myo_history_entry_get_session (entry));
}

/* --- Wiring --- */

void
myo_window_install_pain_actions (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_n, "win.new-drawing" }, { GDK_KEY_o, "win.open-drawing" }, { GDK_KEY_s, "win.export-drawing" },
    { GDK_KEY_p, "win.print-drawing" },
  };

  gtk_widget_class_install_action (widget_class, "win.paint", NULL, paint);
  gtk_widget_class_install_action (widget_class, "win.new-drawing", NULL, new_drawing);
  gtk_widget_class_install_action (widget_class, "win.open-drawing", NULL, open_drawing);
  gtk_widget_class_install_action (widget_class, "win.export-drawing", NULL, export_drawing);
  gtk_widget_class_install_action (widget_class, "win.print-drawing", NULL, print_drawing);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
}

void
myo_window_connect_pain (MyoWindow *self)
{
  g_signal_connect_object (self->pain, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pain, "put-away", G_CALLBACK (tell_put_away), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pain, "draft-restored", G_CALLBACK (tell_draft), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pain, "opened", G_CALLBACK (show_map), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pain, "repainted", G_CALLBACK (repainted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pain, "failed", G_CALLBACK (myo_window_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history_page, "show-drawing", G_CALLBACK (show_stored), self, G_CONNECT_SWAPPED);
  update_actions (self);
}
