/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-backup-entry.h"
#include "myo-error.h"
#include "myo-words.h"

struct _MyoBackupEntry
{
  GObject parent_instance;

  MyoBackup *backup;
};

G_DEFINE_FINAL_TYPE (MyoBackupEntry, myo_backup_entry, G_TYPE_OBJECT)

enum { PROP_TITLE = 1, PROP_DETAIL, PROP_WHOLE, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- Words --- */

static char *
format_local (gint64      us,
              const char *format)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (us / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, format);
}

static char *
describe_title (const MyoBackup *backup)
{
  g_autofree char *day = myo_words_day (backup->made_at, g_get_real_time ());
  g_autofree char *time = format_local (backup->made_at, "%H:%M");

  /* Translators: when a backup was made, a day and a time: "Yesterday, 18:05" */
  return g_strdup_printf (_("%s, %s"), day, time);
}

static char *
describe_content (const MyoBackup *backup)
{
  g_autofree char *last = NULL;

  if (g_error_matches (backup->fault, MYO_ERROR, MYO_ERROR_STORE_NEWER))
    return g_strdup (_("Made by a newer Myomap; this one cannot read it."));
  if (backup->fault != NULL)
    return g_strdup (_("It is damaged and cannot be brought back."));
  if (backup->n_sessions == 0)
    return g_strdup (_("No session yet"));

  /* Translators: a date within a sentence, in the notation of strftime: "3 November 2025" */
  last = format_local (backup->last_session, _("%-e %B %Y"));
  /* Translators: how many sessions a backup holds, and the date of the last one */
  return g_strdup_printf (ngettext ("%d session, on %s", "%d sessions, the last on %s", (gulong) backup->n_sessions),
                          (int) backup->n_sessions, last);
}

static char *
describe_origin (const MyoBackup *backup)
{
  if (backup->origin == MYO_BACKUP_OF_DAY)
    return g_strdup (_("made by itself"));
  if (backup->origin == MYO_BACKUP_KEPT)
    return g_strdup (_("made when asked, or before one was brought back"));

  return g_filename_display_name (g_file_peek_path (backup->file));
}

static char *
describe_detail (const MyoBackup *backup)
{
  g_autofree char *content = describe_content (backup), *size = g_format_size ((guint64) backup->size), *origin = describe_origin (backup);

  return g_strdup_printf ("%s\n%s · %s", content, size, origin);
}

static void
append_sentence (GString *words,
                 char    *sentence)
{
  g_autofree char *owned = sentence;

  if (words->len > 0)
    g_string_append_c (words, ' ');
  g_string_append (words, owned);
}

char *
myo_backup_entry_describe_change (MyoBackupEntry *self)
{
  GString *words = g_string_new (NULL);
  gint64 missing, more;

  g_return_val_if_fail (MYO_IS_BACKUP_ENTRY (self), NULL);

  missing = self->backup->n_missing;
  more = self->backup->n_more;
  if (missing > 0)
    append_sentence (words, g_strdup_printf (ngettext ("%d session of your history is not in it and will no longer be shown.",
                                                       "%d sessions of your history are not in it and will no longer be shown.",
                                                       (gulong) missing), (int) missing));
  if (more > 0)
    append_sentence (words, g_strdup_printf (ngettext ("%d session that is not in your history now will be there again.",
                                                       "%d sessions that are not in your history now will be there again.",
                                                       (gulong) more), (int) more));
  if (missing == 0 && more == 0)
    append_sentence (words, g_strdup (_("It holds the same sessions as your history.")));

  return g_string_free (words, FALSE);
}

/* --- Class --- */

static void
myo_backup_entry_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  const MyoBackup *backup = MYO_BACKUP_ENTRY (object)->backup;

  if (id == PROP_TITLE)
    g_value_take_string (value, describe_title (backup));
  else if (id == PROP_DETAIL)
    g_value_take_string (value, describe_detail (backup));
  else if (id == PROP_WHOLE)
    g_value_set_boolean (value, backup->fault == NULL);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_backup_entry_finalize (GObject *object)
{
  g_clear_pointer (&MYO_BACKUP_ENTRY (object)->backup, myo_backup_unref);

  G_OBJECT_CLASS (myo_backup_entry_parent_class)->finalize (object);
}

static void
myo_backup_entry_class_init (MyoBackupEntryClass *klass)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->get_property = myo_backup_entry_get_property;
  G_OBJECT_CLASS (klass)->finalize = myo_backup_entry_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", read);
  props[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, "", read);
  props[PROP_WHOLE] = g_param_spec_boolean ("whole", NULL, NULL, TRUE, read);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);
}

static void
myo_backup_entry_init (MyoBackupEntry *self)
{
}

MyoBackupEntry *
myo_backup_entry_new (MyoBackup *backup)
{
  MyoBackupEntry *self = g_object_new (MYO_TYPE_BACKUP_ENTRY, NULL);

  self->backup = myo_backup_ref (backup);
  return self;
}

const MyoBackup *
myo_backup_entry_get_backup (MyoBackupEntry *self)
{
  g_return_val_if_fail (MYO_IS_BACKUP_ENTRY (self), NULL);

  return self->backup;
}
