/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-backups-window.h"
#include "myo-compat.h"
#include "myo-notice-bar.h"
#include "myo-notices.h"
#include "myo-report.h"

struct _MyoBackupsWindow
{
  AdwWindow parent_instance;

  MyoBackupDesk *desk;
  MyoNotices    *notices;
  GtkWidget     *toasts, *hindrance_bar, *fault_bar, *file_row, *group, *list;
};

G_DEFINE_FINAL_TYPE (MyoBackupsWindow, myo_backups_window, ADW_TYPE_WINDOW)

/* --- The question --- */

typedef struct
{
  MyoBackupDesk  *desk;
  MyoBackupEntry *entry;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->desk);
  g_object_unref (self->entry);
  g_free (self);
}

static void
decided (MyoDecided answer,
         gpointer   user_data)
{
  const Question *question = user_data;

  if (answer == MYO_DECIDED_YES)
    myo_backup_desk_bring_back (question->desk, question->entry);
}

static void
considered (MyoBackupsWindow *self,
            MyoBackupEntry   *entry)
{
  const Question question = { g_object_ref (self->desk), g_object_ref (entry) };
  g_autofree char *title = NULL, *detail = NULL, *change = myo_backup_entry_describe_change (entry), *body = NULL;
  MyoDecision decision = { .heading = _("Bring back these records?"), .agree = _("Bring back"), .later = _("Cancel") };

  g_object_get (entry, "title", &title, "detail", &detail, NULL);
  decision.body = body = g_strdup_printf ("%s\n%s\n\n%s %s", title, detail, change,
                                          _("What is there now is kept as a backup first, so that you can go back to it."));
  myo_compat_decide (GTK_WIDGET (self), &decision, decided, g_memdup2 (&question, sizeof question), question_free);
}

/* --- Following the desk --- */

static const char *
word_done (MyoBackupDeed deed)
{
  if (deed == MYO_BACKUP_MADE)
    return _("The backup is made.");
  if (deed == MYO_BACKUP_SAVED)
    return _("The copy is saved.");
  if (deed == MYO_BACKUP_BROUGHT_BACK)
    return _("It is brought back. What was there before is among the backups.");

  return NULL;
}

static void
done (MyoBackupsWindow *self,
      int               deed)
{
  const char *words = word_done ((MyoBackupDeed) deed);

  if (words == NULL)
    return;

  myo_notice_bar_set_text (MYO_NOTICE_BAR (self->fault_bar), NULL, NULL);
  myo_notices_tell (self->notices, words);
}

static void
failed (MyoBackupsWindow *self,
        int               deed,
        const GError     *error)
{
  g_autofree char *words = myo_report_backup ((MyoBackupDeed) deed, error);

  if (deed != MYO_BACKUP_MADE_BY_ITSELF)
    myo_notice_bar_set_text (MYO_NOTICE_BAR (self->fault_bar), words, NULL);
}

/* What is soon over would only take the focus from a row that is greyed for a moment. */
static void
hindrance_changed (MyoBackupsWindow *self)
{
  gboolean session = myo_backup_desk_get_hindrance (self->desk) == MYO_BACKUP_SESSION;

  myo_notice_bar_set_text (MYO_NOTICE_BAR (self->hindrance_bar),
                           session ? _("A session is under way: a backup can be brought back when it is over.") : NULL, NULL);
  gtk_widget_set_sensitive (self->file_row, !session);
  gtk_widget_set_sensitive (self->list, !session);
}

/* --- Rows --- */

static void
bring_back (MyoBackupEntry *entry,
            GtkWidget      *button)
{
  MyoBackupsWindow *self = MYO_BACKUPS_WINDOW (gtk_widget_get_root (button));

  myo_backup_desk_consider (self->desk, myo_backup_entry_get_backup (entry)->file);
}

static GtkWidget *
make_button (MyoBackupEntry *entry,
             const char     *title)
{
  GtkWidget *button = gtk_button_new_with_label (_("Bring back…"));
  /* Translators: %s is a moment: "Yesterday, 18:05" */
  g_autofree char *name = g_strdup_printf (_("Bring back the backup “%s”"), title);
  gboolean whole;

  g_object_get (entry, "whole", &whole, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, whole);
  myo_compat_name (button, name);
  g_signal_connect_object (button, "clicked", G_CALLBACK (bring_back), entry, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_row (gpointer item,
          gpointer unused)
{
  GtkWidget *row = adw_action_row_new (), *button;
  g_autofree char *title = NULL, *detail = NULL;

  g_object_get (item, "title", &title, "detail", &detail, NULL);
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", detail, "title-lines", 0, "subtitle-lines", 0, NULL);
  button = make_button (item, title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
make_one (MyoBackupsWindow *self)
{
  myo_backup_desk_make (self->desk);
}

/* --- Files --- */

static void
place_chosen (GFile    *file,
              gpointer  user_data)
{
  g_autoptr(MyoBackupDesk) desk = user_data;

  if (file != NULL)
    myo_backup_desk_save (desk, file);
}

static void
save_copy (MyoBackupsWindow *self)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  /* Translators: the name of a file, in the notation of strftime; without a space or a slash */
  g_autofree char *name = g_date_time_format (now, _("myomap-records-%Y-%m-%d.db"));
  const MyoFileChoice choice = { .title = _("Save a copy of the records"), .save = TRUE, .name = name, .kind = _("Records"),
                                 .patterns = { "*.db" } };

  myo_compat_choose_file (GTK_WIDGET (self), &choice, place_chosen, g_object_ref (self->desk));
}

static void
file_chosen (GFile    *file,
             gpointer  user_data)
{
  g_autoptr(MyoBackupDesk) desk = user_data;

  if (file != NULL)
    myo_backup_desk_consider (desk, file);
}

static void
choose_file (MyoBackupsWindow *self)
{
  const MyoFileChoice choice = { .title = _("Bring back from a file"), .kind = _("Records"), .patterns = { "*.db" } };

  myo_compat_choose_file (GTK_WIDGET (self), &choice, file_chosen, g_object_ref (self->desk));
}

/* --- Class --- */

static void
myo_backups_window_dispose (GObject *object)
{
  MyoBackupsWindow *self = MYO_BACKUPS_WINDOW (object);

  g_clear_object (&self->notices);
  g_clear_object (&self->desk);

  G_OBJECT_CLASS (myo_backups_window_parent_class)->dispose (object);
}

static void
myo_backups_window_class_init (MyoBackupsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = myo_backups_window_dispose;
  g_type_ensure (MYO_TYPE_NOTICE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PATH "/ui/myo-backups-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MyoBackupsWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MyoBackupsWindow, hindrance_bar);
  gtk_widget_class_bind_template_child (widget_class, MyoBackupsWindow, fault_bar);
  gtk_widget_class_bind_template_child (widget_class, MyoBackupsWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, MyoBackupsWindow, group);
  gtk_widget_class_bind_template_child (widget_class, MyoBackupsWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, make_one);
  gtk_widget_class_bind_template_callback (widget_class, save_copy);
  gtk_widget_class_bind_template_callback (widget_class, choose_file);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
myo_backups_window_init (MyoBackupsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->notices = myo_notices_new (ADW_TOAST_OVERLAY (self->toasts));
}

GtkWindow *
myo_backups_window_new (GtkWindow     *parent,
                        MyoBackupDesk *desk,
                        const char    *folder)
{
  MyoBackupsWindow *self = g_object_new (MYO_TYPE_BACKUPS_WINDOW, "transient-for", parent, NULL);
  g_autofree char *name = g_filename_display_name (folder);
  /* Translators: %s is the path of a folder */
  g_autofree char *place = g_strdup_printf (_("They lie in %s, for you alone. Only the newest are kept."), name);
  g_autofree char *escaped = g_markup_escape_text (place, -1);

  self->desk = g_object_ref (desk);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), escaped);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), myo_backup_desk_get_entries (desk), make_row, NULL, NULL);
  g_signal_connect_object (desk, "considered", G_CALLBACK (considered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "done", G_CALLBACK (done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "failed", G_CALLBACK (failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "notify::hindrance", G_CALLBACK (hindrance_changed), self, G_CONNECT_SWAPPED);
  hindrance_changed (self);
  myo_backup_desk_refresh (desk);
  return GTK_WINDOW (self);
}
