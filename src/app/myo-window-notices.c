/* What the window tells: what passes in toasts, what lasts in a bar over the pages, all that could not be loaded in a list.
 *
 *   a passing fault, or something done     a toast
 *   a fault of the records                 a toast, and a bar over the history while it lasts
 *   something that could not be loaded     the bar over the pages, once for all of them; the list behind it stays in the main menu
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-atlas-problems.h"
#include "myo-compat.h"
#include "myo-problems.h"
#include "myo-report.h"
#include "myo-window-private.h"

void
myo_window_toast (MyoWindow  *self,
                  const char *words)
{
  myo_notices_tell (self->notices, words);
}

/* --- What could not be loaded --- */

static void
show_bar (MyoWindow *self)
{
  g_autofree char *words = myo_report_unloaded (self->n_packs, self->problems->len);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.problems", TRUE);
  myo_notice_bar_set_text (MYO_NOTICE_BAR (self->notice), words, _("Show"));
}

/* Returns: whether it is news */
static gboolean
note_problem (MyoWindow  *self,
              const char *line)
{
  if (g_ptr_array_find_with_equal_func (self->problems, line, g_str_equal, NULL))
    return FALSE;

  g_ptr_array_add (self->problems, g_strdup (line));
  return TRUE;
}

void
myo_window_report_packs (MyoWindow *self,
                         GPtrArray *problems)
{
  gboolean news = FALSE;

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = myo_atlas_problem_to_string (problems->pdata[i]);

      if (!note_problem (self, line))
        continue;
      news = TRUE;
      self->n_packs++;
    }
  if (news)
    show_bar (self);
}

static void
show_problems (GtkWidget *widget, const char *name, GVariant *parameter)
{
  MyoWindow *self = MYO_WINDOW (widget);
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "myomap", "atlas", NULL);
  g_autofree char *advice = myo_report_unloaded_advice (self->n_packs > 0 ? folder : NULL);

  gtk_window_present (myo_problems_new (GTK_WINDOW (self), advice, (const char *const *) self->problems->pdata, self->problems->len));
  myo_compat_join_dialogs (GTK_WINDOW (self));
}

static void
bar_clicked (MyoWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.problems", NULL);
}

/* --- Faults --- */

void
myo_window_report (MyoWindow    *self,
                   const GError *error)
{
  g_autofree char *words = myo_report_words (error);

  if (myo_report_is_unloaded (error))
    {
      if (note_problem (self, words))
        show_bar (self);
      return;
    }

  if (self->records_desk != NULL)
    myo_records_desk_note_fault (self->records_desk, error);
  myo_window_toast (self, words);
}

/* --- Wiring --- */

/* Over the part of the page in front where nothing is pressed in haste. */
static void
place_toasts (MyoWindow *self)
{
  gboolean history = adw_view_stack_get_visible_child (ADW_VIEW_STACK (self->stack)) == self->history_page;

  myo_notices_set_overlay (self->notices, history ? myo_history_page_get_toasts (MYO_HISTORY_PAGE (self->history_page))
                                                  : myo_map_page_get_toasts (MYO_MAP_PAGE (self->map_page)));
}

void
myo_window_install_notices (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.problems", NULL, show_problems);
}

void
myo_window_init_notices (MyoWindow *self)
{
  self->notices = myo_notices_new (myo_map_page_get_toasts (MYO_MAP_PAGE (self->map_page)));
  self->problems = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.problems", FALSE);
  g_signal_connect_object (self->notice, "action", G_CALLBACK (bar_clicked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (place_toasts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->map_page, "notify::enlarged", G_CALLBACK (place_toasts), self, G_CONNECT_SWAPPED);
}
