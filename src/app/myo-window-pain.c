/* The window's pain drawing: painting, its files, its printing, its draft in the records, painting it anew after a session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-pain-file.h"
#include "myo-pain-print.h"
#include "myo-pain-words.h"
#include "myo-picture-format.h"
#include "myo-sheet-file.h"
#include "myo-window-private.h"

/* A drawing that rests this long is saved; so little of it is lost when the program ends without notice. */
#define DRAFT_AFTER_MS 1500

static MyoPainDrawing *
get_drawing (MyoWindow *self)
{
  return myo_pain_study_get_drawing (self->study);
}

/* --- Painting --- */

static void
paint (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), "map");
  myo_pain_tool_set_kind (self->tool, MYO_PAIN_TOOL_BRUSH);
  myo_selection_clear_place (self->selection);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
  myo_way_offer (self->way, MYO_WAY_PAIN);
}

static void
start_anew (MyoWindow *self)
{
  g_clear_pointer (&self->repainted, myo_session_unref);
  myo_pain_study_reset (self->study);
}

static void
undo_reset (AdwToast  *toast,
            MyoWindow *self)
{
  MyoPainDrawing *before = g_object_get_data (G_OBJECT (toast), "drawing");

  myo_pain_drawing_set (get_drawing (self), before);
}

/* Another person, another pain; a slip of the hand loses nothing. */
static void
new_drawing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);
  AdwToast *toast;

  if (!myo_pain_drawing_is_empty (get_drawing (self)))
    {
      toast = adw_toast_new (_("The drawing was put away"));
      adw_toast_set_button_label (toast, _("Undo"));
      adw_toast_set_timeout (toast, 10);
      g_object_set_data_full (G_OBJECT (toast), "drawing", myo_pain_drawing_copy (get_drawing (self)), g_object_unref);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_reset), self, 0);
      adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
    }
  start_anew (self);
  paint (widget, NULL, NULL);
}

/* Who begins to paint wants to see what it tells. */
static void
stroke_begun (MyoWindow *self)
{
  const MyoStroke *stroke = myo_pain_study_get_stroke (self->study);

  if (stroke != NULL && stroke->dabs->len == 1)
    myo_way_offer (self->way, MYO_WAY_PAIN);
}

/* --- Files --- */

static void
opened (GFile    *file,
        gpointer  user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  g_autoptr(MyoPainDrawing) drawing = NULL;
  g_autoptr(GError) error = NULL;

  if (file == NULL)
    return;

  drawing = myo_pain_file_load (file, self->atlas, &error);
  if (drawing == NULL)
    {
      myo_window_report (self, error);
      return;
    }

  g_clear_pointer (&self->repainted, myo_session_unref);
  myo_findings_reset (myo_pain_study_get_findings (self->study));
  myo_pain_drawing_set (get_drawing (self), drawing);
  paint (GTK_WIDGET (self), NULL, NULL);
}

static void
open_drawing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const MyoFileChoice choice = { _("Open a pain drawing"), FALSE, NULL, _("Pain drawings"), { "*.xml" } };

  myo_compat_choose_file (widget, &choice, opened, g_object_ref (widget));
}

static void
tell_saved (MyoWindow    *self,
            gboolean      done,
            const GError *error)
{
  if (done)
    myo_window_toast (self, _("Saved"));
  else
    myo_window_report (self, error);
}

/* Returns: (transfer full) (nullable): what is painted now, to be printed or written */
static MyoPainHandout *
make_handout (MyoWindow  *self,
              GError    **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();

  return myo_pain_handout_new_dated (self->study, self->drawings, now, error);
}

static void
page_written (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean done = myo_sheet_file_write_finish (result, &error);

  tell_saved (self, done, error);
}

static void
write_page (MyoWindow  *self,
            const char *path)
{
  g_autoptr(GError) error = NULL;
  MyoPainHandout *handout = make_handout (self, &error);

  if (handout != NULL)
    myo_sheet_file_write_async (handout, path, NULL, page_written, g_object_ref (self));
  else
    myo_window_report (self, error);
}

static void
exported (GFile    *file,
          gpointer  user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  gboolean done;

  if (file == NULL)
    return;

  if (path != NULL && myo_picture_format_from_path (path) != MYO_PICTURE_FORMAT_NONE)
    {
      write_page (self, path);
      return;
    }

  done = myo_pain_file_save (get_drawing (self), file, &error);
  tell_saved (self, done, error);
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
print_drawing (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoPainHandout) handout = make_handout (self, &error);

  if (handout == NULL || !myo_pain_print_run (handout, GTK_WINDOW (self), &error))
    myo_window_report (self, error);
}

/* --- The draft --- */

static void
save_draft_now (MyoWindow *self)
{
  MyoPainDrawing *drawing = get_drawing (self);
  g_autofree char *text = myo_pain_drawing_is_empty (drawing) ? NULL : myo_pain_file_format (drawing);

  g_clear_handle_id (&self->draft_id, g_source_remove);
  if (myo_records_get_writable (self->records))
    myo_records_save_draft_async (self->records, text, NULL, NULL);
}

static gboolean
draft_due (gpointer data)
{
  MyoWindow *self = data;

  self->draft_id = 0;
  save_draft_now (self);
  return G_SOURCE_REMOVE;
}

static void
drawing_changed (MyoWindow *self)
{
  gboolean empty = myo_pain_drawing_is_empty (get_drawing (self));
  GtkWidget *widget = GTK_WIDGET (self);

  self->painted = TRUE;
  gtk_widget_action_set_enabled (widget, "win.print-drawing", !empty);
  gtk_widget_action_set_enabled (widget, "win.export-drawing", !empty);
  g_clear_handle_id (&self->draft_id, g_source_remove);
  self->draft_id = g_timeout_add (DRAFT_AFTER_MS, draft_due, self);
}

void
myo_window_save_draft (MyoWindow *self)
{
  if (self->draft_id != 0)
    save_draft_now (self);
}

static void
draft_loaded (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  g_autoptr(MyoPainDrawing) drawing = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = myo_records_load_draft_finish (MYO_RECORDS (source), result, &error);
  AdwToast *toast;

  if (text != NULL)
    drawing = myo_pain_file_parse (text, -1, _("records"), self->atlas, &error);
  if (error != NULL)
    myo_window_report (self, error);
  /* Who has begun to paint meanwhile keeps that. */
  if (drawing == NULL || !myo_pain_drawing_is_empty (get_drawing (self)))
    return;

  myo_pain_drawing_set (get_drawing (self), drawing);
  self->painted = FALSE;
  myo_pain_study_prepare (self->study);
  toast = adw_toast_new (_("The pain drawing of last time is still there"));
  adw_toast_set_button_label (toast, _("New drawing"));
  adw_toast_set_action_name (toast, "win.new-drawing");
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

void
myo_window_load_draft (MyoWindow *self)
{
  myo_records_load_draft_async (self->records, draft_loaded, g_object_ref (self));
}

/* --- Before and after a session --- */

/* A drawing of last time does not belong to a session about something else. */
static gboolean
is_about_drawing (MyoWindow        *self,
                  const MyoSession *session)
{
  GPtrArray *candidates;

  if (myo_pain_drawing_is_empty (get_drawing (self)))
    return FALSE;
  if (self->painted)
    return TRUE;

  candidates = myo_pain_study_get_candidates (self->study);
  for (guint i = 0; i < candidates->len; i++)
    {
      const MyoCandidate *candidate = candidates->pdata[i];

      if (candidate->side == session->side && g_str_equal (candidate->muscle->id, session->muscle))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): what the drawing covers.  While the study is not ready a grid is made for this alone. */
static MyoCoverage *
cover (MyoWindow *self)
{
  g_autoptr(MyoBodyGrid) grid = NULL;

  if (myo_pain_study_is_ready (self->study))
    return myo_coverage_ref (myo_pain_study_get_coverage (self->study));

  grid = myo_body_grid_new (self->drawings, NULL);
  return grid != NULL ? myo_coverage_new (grid, myo_pain_drawing_get_strokes (get_drawing (self))) : NULL;
}

void
myo_window_note_drawing (MyoWindow  *self,
                         MyoSession *session)
{
  g_autoptr(MyoCoverage) coverage = NULL;

  if (!is_about_drawing (self, session))
    return;

  session->drawing_before = myo_pain_file_format (get_drawing (self));
  coverage = cover (self);
  if (coverage != NULL)
    session->drawing_words = myo_pain_words_where (self->atlas, coverage);
}

gboolean
myo_window_offer_repaint (MyoWindow  *self,
                          MyoSession *session)
{
  g_autoptr(MyoPainDrawing) before = NULL;

  g_clear_pointer (&self->repainted, myo_session_unref);
  if (session == NULL || session->drawing_before == NULL)
    return FALSE;

  before = myo_pain_file_parse (session->drawing_before, -1, _("records"), self->atlas, NULL);
  if (before == NULL)
    return FALSE;

  self->repainted = myo_session_ref (session);
  myo_pain_tool_set_kind (self->tool, MYO_PAIN_TOOL_BRUSH);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
  myo_side_panel_begin_repaint (myo_window_get_panel (self), before);
  return TRUE;
}

static void
repainted (MyoWindow *self)
{
  if (self->repainted == NULL)
    return;

  g_free (self->repainted->drawing_after);
  self->repainted->drawing_after = myo_pain_file_format (get_drawing (self));
  myo_session_desk_amend (self->sessions, self->repainted);
  g_clear_pointer (&self->repainted, myo_session_unref);
  myo_window_toast (self, _("The change is in the history"));
}

/* What was painted before and after a session of the history. */
static void
show_stored (MyoWindow       *self,
             MyoHistoryEntry *entry)
{
  const MyoSession *session = myo_history_entry_get_session (entry);
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoPainDrawing) before = myo_pain_file_parse (session->drawing_before, -1, _("records"), self->atlas, &error);
  g_autoptr(MyoPainDrawing) after = NULL;

  if (before != NULL && session->drawing_after != NULL)
    after = myo_pain_file_parse (session->drawing_after, -1, _("records"), self->atlas, &error);
  if (error != NULL)
    {
      myo_window_report (self, error);
      return;
    }

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->stack), "map");
  myo_side_panel_show_pair (myo_window_get_panel (self), before, after);
}

static void
show_drawing (MyoWindow      *self,
              MyoPainDrawing *drawing)
{
  myo_map_page_show_drawing (MYO_MAP_PAGE (self->map_page), drawing);
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
  MyoSidePanel *panel = myo_window_get_panel (self);

  g_signal_connect_object (get_drawing (self), "changed", G_CALLBACK (drawing_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "painted", G_CALLBACK (stroke_begun), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->study, "failed", G_CALLBACK (myo_window_report), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "repainted", G_CALLBACK (repainted), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (panel, "show-drawing", G_CALLBACK (show_drawing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history_page, "show-drawing", G_CALLBACK (show_stored), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print-drawing", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-drawing", FALSE);
}
