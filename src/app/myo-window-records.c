/* The window's records: opening them, what to do when they are damaged, going on with an interrupted session, history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-compat.h"
#include "myo-error.h"
#include "myo-report.h"
#include "myo-window-private.h"
#include "myo-words.h"

static void opened (GObject *source, GAsyncResult *result, gpointer user_data);

/* --- An interrupted session --- */

static void
discard_unfinished (MyoWindow *self)
{
  if (self->unfinished == NULL)
    return;

  self->unfinished->end = MYO_END_INTERRUPTED;
  self->unfinished->ended_at = g_get_real_time ();
  myo_records_save_session_async (self->records, self->unfinished, NULL, NULL);
  g_clear_pointer (&self->unfinished, myo_session_unref);
  myo_history_reload (self->history);
}

static void
resume_answered (gboolean agreed,
                 gpointer user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  MyoSession *session = self->unfinished;
  MyoMuscle *muscle = session != NULL ? myo_atlas_get_muscle (self->atlas, session->muscle) : NULL;
  const MyoTechnique *technique = muscle != NULL ? myo_muscle_get_technique (muscle, session->technique) : NULL;
  const MyoHold *hold;

  if (session == NULL)
    return;

  if (!agreed || technique == NULL)
    {
      discard_unfinished (self);
      return;
    }

  hold = session->holds->len > 0 ? session->holds->pdata[0] : NULL;
  myo_window_prepare_session (self, muscle, technique, session->side, hold != NULL ? hold->point : NULL, session);
}

static void
ask_to_resume (MyoWindow *self)
{
  MyoSession *session = self->unfinished;
  g_autofree char *place = myo_words_muscle_side (session->muscle_name, session->side);
  g_autofree char *held = myo_words_duration (myo_session_get_held_ms (session));
  g_autofree char *body = NULL;

  /* Translators: a muscle with its side, the title of a technique, and a duration */
  body = g_strdup_printf (_("%s: %s. %s were held before it was cut off."), place, session->technique_title, held);
  myo_compat_ask (GTK_WIDGET (self), _("Go on with the interrupted session?"), body, _("Go on"), _("Discard"), FALSE,
                  resume_answered, g_object_ref (self));
}

static void
found_unfinished (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  self->unfinished = myo_records_find_unfinished_finish (MYO_RECORDS (source), result, &error);
  if (error != NULL)
    myo_window_report (self, error);
  else if (self->unfinished != NULL)
    ask_to_resume (self);
}

/* --- Opening --- */

static void
use_records (MyoWindow *self)
{
  myo_history_reload (self->history);
  myo_window_load_draft (self);
  if (myo_records_get_writable (self->records))
    myo_records_find_unfinished_async (self->records, found_unfinished, g_object_ref (self));
}

static void
restored (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (myo_records_restore_finish (MYO_RECORDS (source), result, &error))
    use_records (self);
  else
    myo_window_report (self, error);
}

static void
restore_answered (gboolean agreed,
                  gpointer user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  g_autoptr(GFile) backup = agreed ? myo_records_get_newest_backup (self->records) : NULL;

  if (backup != NULL)
    myo_records_restore_async (self->records, backup, restored, g_object_ref (self));
  else
    myo_records_open_async (self->records, NULL, opened, g_object_ref (self));
}

static void
ask_to_restore (MyoWindow *self)
{
  g_autoptr(GFile) backup = myo_records_get_newest_backup (self->records);
  GFile *damaged = myo_records_get_damaged_file (self->records);
  g_autofree char *path = damaged != NULL ? g_file_get_path (damaged) : NULL;
  g_autofree char *body = NULL;

  if (backup == NULL)
    {
      /* Translators: %s is the path of a file */
      body = g_strdup_printf (_("The damaged file was put aside and nothing was deleted: %s. There is no backup, so Myomap starts a new one."),
                              path != NULL ? path : "");
      myo_compat_ask (GTK_WIDGET (self), _("Your records were damaged"), body, _("Start anew"), _("Close"), FALSE,
                      restore_answered, g_object_ref (self));
      return;
    }

  /* Translators: %s is the path of a file */
  body = g_strdup_printf (_("The damaged file was put aside and nothing was deleted: %s. Bring back the newest backup?"),
                          path != NULL ? path : "");
  myo_compat_ask (GTK_WIDGET (self), _("Your records were damaged"), body, _("Bring back the backup"), _("Start anew"), FALSE,
                  restore_answered, g_object_ref (self));
}

static void
opened (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(MyoWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (myo_records_open_finish (MYO_RECORDS (source), result, &error))
    {
      myo_history_page_set_notice (MYO_HISTORY_PAGE (self->history_page), NULL);
      use_records (self);
      return;
    }

  if (g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_DAMAGED))
    {
      ask_to_restore (self);
      return;
    }

  myo_window_report (self, error);
  /* What was recorded before can be read all the same. */
  if (g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_READ_ONLY)
      || g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FULL))
    use_records (self);
}

/* --- History --- */

typedef struct
{
  MyoHistory      *history;
  MyoHistoryEntry *entry;
} Undo;

static void
undo_free (Undo     *undo,
           GClosure *closure)
{
  g_object_unref (undo->history);
  g_object_unref (undo->entry);
  g_free (undo);
}

static void
undo_clicked (AdwToast *toast,
              Undo     *undo)
{
  myo_history_undelete (undo->history, undo->entry);
}

static void
delete_entry (MyoWindow       *self,
              MyoHistoryEntry *entry)
{
  AdwToast *toast = adw_toast_new (_("Session deleted"));
  Undo *undo = g_new (Undo, 1);

  *undo = (Undo) { g_object_ref (self->history), g_object_ref (entry) };
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_timeout (toast, 10);
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (undo_clicked), undo, (GClosureNotify) undo_free, 0);
  myo_history_delete (self->history, entry);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}

void
myo_window_open_records (MyoWindow *self)
{
  g_signal_connect_object (self->history_page, "more", G_CALLBACK (myo_history_load_more), self->history, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history_page, "search", G_CALLBACK (myo_history_set_search), self->history, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history_page, "delete", G_CALLBACK (delete_entry), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "failed", G_CALLBACK (myo_window_report), self, G_CONNECT_SWAPPED);
  myo_records_open_async (self->records, NULL, opened, g_object_ref (self));
}
