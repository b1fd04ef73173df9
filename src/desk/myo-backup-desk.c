/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup-desk.h"

struct _MyoBackupDesk
{
  GObject parent_instance;

  MyoBackups         *backups;
  MyoRecordsDesk     *records;
  MyoSessionDesk     *sessions;
  MyoClock           *clock;
  GListStore         *entries;
  guint               alarm;       /* looks whether one is due */
  guint               busy;        /* how much is being done for the person */
  gboolean            told;        /* that none could be made by itself */
  MyoBackupHindrance  hindrance;
};

G_DEFINE_ENUM_TYPE (MyoBackupHindrance, myo_backup_hindrance,
                    G_DEFINE_ENUM_VALUE (MYO_BACKUP_FREE, "free"), G_DEFINE_ENUM_VALUE (MYO_BACKUP_SESSION, "session"),
                    G_DEFINE_ENUM_VALUE (MYO_BACKUP_RECORDS, "records"), G_DEFINE_ENUM_VALUE (MYO_BACKUP_BUSY, "busy"))

G_DEFINE_FINAL_TYPE (MyoBackupDesk, myo_backup_desk, G_TYPE_OBJECT)

enum { CONSIDERED, BRINGING_BACK, DONE, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

enum { PROP_HINDRANCE = 1, N_PROPS };
static GParamSpec *props[N_PROPS];

/* --- What is in the way --- */

static gboolean
has_records (MyoBackupDesk *self)
{
  MyoRecordsState state = myo_records_desk_get_state (self->records);

  return state != MYO_RECORDS_CLOSED && state != MYO_RECORDS_OPENING && state != MYO_RECORDS_ASKING;
}

static MyoBackupHindrance
find_hindrance (MyoBackupDesk *self)
{
  MyoSessionState session = myo_session_desk_get_state (self->sessions);

  if (self->busy > 0)
    return MYO_BACKUP_BUSY;
  if (session == MYO_SESSION_RUNNING || session == MYO_SESSION_AFTER)
    return MYO_BACKUP_SESSION;

  return has_records (self) ? MYO_BACKUP_FREE : MYO_BACKUP_RECORDS;
}

static void
renew_hindrance (MyoBackupDesk *self)
{
  MyoBackupHindrance hindrance = find_hindrance (self);

  if (hindrance == self->hindrance)
    return;

  self->hindrance = hindrance;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_HINDRANCE]);
}

static void
begin (MyoBackupDesk *self)
{
  self->busy++;
  renew_hindrance (self);
}

/* @error: (nullable): why it could not be done */
static void
end (MyoBackupDesk *self,
     MyoBackupDeed  deed,
     const GError  *error)
{
  self->busy--;
  renew_hindrance (self);
  if (error != NULL)
    g_signal_emit (self, signals[FAILED], 0, deed, error);
  else
    g_signal_emit (self, signals[DONE], 0, deed);
}

/* --- By itself --- */

static void
made_by_itself (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(MyoBackupDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean made = myo_backups_make_finish (MYO_BACKUPS (source), result, &error);

  if (!made && !self->told)
    g_signal_emit (self, signals[FAILED], 0, MYO_BACKUP_MADE_BY_ITSELF, error);
  self->told = !made;
}

static void
look_whether_due (MyoBackupDesk *self)
{
  if (myo_records_desk_get_state (self->records) == MYO_RECORDS_READY)
    myo_backups_make_async (self->backups, MYO_BACKUP_DAILY, made_by_itself, g_object_ref (self));
}

static void
look (gpointer data)
{
  MyoBackupDesk *self = data;

  self->alarm = myo_clock_call_after (self->clock, MYO_BACKUP_LOOK_US, G_PRIORITY_LOW, look, self);
  look_whether_due (self);
}

/* --- For the person --- */

static void
listed (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(MyoBackupDesk) self = user_data;
  g_autoptr(GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) backups = myo_backups_list_finish (MYO_BACKUPS (source), result, &error);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    g_ptr_array_add (entries, myo_backup_entry_new (backups->pdata[i]));
  if (backups != NULL)
    g_list_store_splice (self->entries, 0, g_list_model_get_n_items (G_LIST_MODEL (self->entries)), entries->pdata, entries->len);
  end (self, MYO_BACKUP_LISTED, error);
}

void
myo_backup_desk_refresh (MyoBackupDesk *self)
{
  g_return_if_fail (MYO_IS_BACKUP_DESK (self));

  begin (self);
  myo_backups_list_async (self->backups, listed, g_object_ref (self));
}

static void
made (GObject      *source,
      GAsyncResult *result,
      gpointer      user_data)
{
  g_autoptr(MyoBackupDesk) self = user_data;
  g_autoptr(GError) error = NULL;

  myo_backups_make_finish (MYO_BACKUPS (source), result, &error);
  end (self, MYO_BACKUP_MADE, error);
  myo_backup_desk_refresh (self);
}

void
myo_backup_desk_make (MyoBackupDesk *self)
{
  g_return_if_fail (MYO_IS_BACKUP_DESK (self));

  begin (self);
  myo_backups_make_async (self->backups, MYO_BACKUP_ASKED, made, g_object_ref (self));
}

static void
saved (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr(MyoBackupDesk) self = user_data;
  g_autoptr(GError) error = NULL;

  myo_backups_save_finish (MYO_BACKUPS (source), result, &error);
  end (self, MYO_BACKUP_SAVED, error);
}

/* Returns: FALSE when @file lies where SQLite cannot reach it; that is told */
static gboolean
must_be_local (MyoBackupDesk *self,
               GFile         *file,
               MyoBackupDeed  deed)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *name = NULL;

  if (g_file_peek_path (file) != NULL)
    return TRUE;

  name = g_file_get_parse_name (file);
  error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s: not on this computer", name);
  g_signal_emit (self, signals[FAILED], 0, deed, error);
  return FALSE;
}

void
myo_backup_desk_save (MyoBackupDesk *self,
                      GFile         *file)
{
  g_return_if_fail (MYO_IS_BACKUP_DESK (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!must_be_local (self, file, MYO_BACKUP_SAVED))
    return;

  begin (self);
  myo_backups_save_async (self->backups, file, saved, g_object_ref (self));
}

static void
looked (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(MyoBackupDesk) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoBackup) backup = myo_backups_look_finish (MYO_BACKUPS (source), result, &error);
  g_autoptr(MyoBackupEntry) entry = backup != NULL ? myo_backup_entry_new (backup) : NULL;

  end (self, MYO_BACKUP_CONSIDERED, error);
  if (entry != NULL)
    g_signal_emit (self, signals[CONSIDERED], 0, entry);
}

void
myo_backup_desk_consider (MyoBackupDesk *self,
                          GFile         *file)
{
  g_return_if_fail (MYO_IS_BACKUP_DESK (self));
  g_return_if_fail (G_IS_FILE (file));

  if (!must_be_local (self, file, MYO_BACKUP_CONSIDERED))
    return;

  begin (self);
  myo_backups_look_async (self->backups, file, looked, g_object_ref (self));
}

/* --- Bringing back --- */

typedef struct
{
  MyoBackupDesk *desk;
  GFile         *file;
} Return;

static void
return_free (Return *self)
{
  g_object_unref (self->desk);
  g_object_unref (self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Return, return_free)

static void
brought_back (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Return) back = user_data;
  g_autoptr(GError) error = NULL;

  myo_records_desk_bring_back_finish (MYO_RECORDS_DESK (source), result, &error);
  end (back->desk, MYO_BACKUP_BROUGHT_BACK, error);
  myo_backup_desk_refresh (back->desk);
}

static void
replace (Return *back)
{
  myo_records_desk_bring_back_async (back->desk->records, back->file, brought_back, back);
}

static void
present_kept (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Return) back = user_data;
  g_autoptr(GError) error = NULL;

  if (myo_backups_make_finish (MYO_BACKUPS (source), result, &error))
    replace (g_steal_pointer (&back));
  else
    end (back->desk, MYO_BACKUP_BROUGHT_BACK, error);
}

/* What cannot be opened is put aside as a whole when the backup takes its place. */
static void
present_written (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Return) back = user_data;
  g_autoptr(GError) error = NULL;
  MyoBackups *backups = back->desk->backups;
  MyoRecordsState state = myo_records_desk_get_state (back->desk->records);
  gboolean written = myo_session_desk_flush_finish (MYO_SESSION_DESK (source), result, &error);

  if (state == MYO_RECORDS_REFUSED || state == MYO_RECORDS_UNDECIDED)
    replace (g_steal_pointer (&back));
  else if (written)
    myo_backups_make_async (backups, MYO_BACKUP_BEFORE_RESTORE, present_kept, g_steal_pointer (&back));
  else
    end (back->desk, MYO_BACKUP_BROUGHT_BACK, error);
}

void
myo_backup_desk_bring_back (MyoBackupDesk  *self,
                            MyoBackupEntry *entry)
{
  const Return back = { self, myo_backup_entry_get_backup (entry)->file };

  g_return_if_fail (MYO_IS_BACKUP_DESK (self));
  g_return_if_fail (MYO_IS_BACKUP_ENTRY (entry));

  if (find_hindrance (self) != MYO_BACKUP_FREE)
    return;

  begin (self);
  g_signal_emit (self, signals[BRINGING_BACK], 0);
  g_object_ref (back.desk);
  g_object_ref (back.file);
  myo_session_desk_flush_async (self->sessions, present_written, g_memdup2 (&back, sizeof back));
}

/* --- Looking --- */

MyoBackupHindrance
myo_backup_desk_get_hindrance (MyoBackupDesk *self)
{
  g_return_val_if_fail (MYO_IS_BACKUP_DESK (self), MYO_BACKUP_RECORDS);

  return self->hindrance;
}

GListModel *
myo_backup_desk_get_entries (MyoBackupDesk *self)
{
  g_return_val_if_fail (MYO_IS_BACKUP_DESK (self), NULL);

  return G_LIST_MODEL (self->entries);
}

/* --- Class --- */

static void
myo_backup_desk_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (id == PROP_HINDRANCE)
    g_value_set_enum (value, MYO_BACKUP_DESK (object)->hindrance);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
myo_backup_desk_dispose (GObject *object)
{
  MyoBackupDesk *self = MYO_BACKUP_DESK (object);

  if (self->clock != NULL)
    myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  g_clear_object (&self->clock);
  g_clear_object (&self->entries);
  g_clear_object (&self->sessions);
  g_clear_object (&self->records);
  g_clear_object (&self->backups);

  G_OBJECT_CLASS (myo_backup_desk_parent_class)->dispose (object);
}

static void
myo_backup_desk_class_init (MyoBackupDeskClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = myo_backup_desk_get_property;
  G_OBJECT_CLASS (klass)->dispose = myo_backup_desk_dispose;

  props[PROP_HINDRANCE] = g_param_spec_enum ("hindrance", NULL, NULL, MYO_TYPE_BACKUP_HINDRANCE, MYO_BACKUP_FREE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  signals[CONSIDERED] = g_signal_new ("considered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, MYO_TYPE_BACKUP_ENTRY);
  signals[BRINGING_BACK] = g_signal_new ("bringing-back", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
myo_backup_desk_init (MyoBackupDesk *self)
{
  self->entries = g_list_store_new (MYO_TYPE_BACKUP_ENTRY);
}

MyoBackupDesk *
myo_backup_desk_new (MyoBackups     *backups,
                     MyoRecordsDesk *records,
                     MyoSessionDesk *sessions,
                     MyoClock       *clock)
{
  MyoBackupDesk *self;

  g_return_val_if_fail (MYO_IS_BACKUPS (backups) && MYO_IS_RECORDS_DESK (records), NULL);
  g_return_val_if_fail (MYO_IS_SESSION_DESK (sessions) && MYO_IS_CLOCK (clock), NULL);

  self = g_object_new (MYO_TYPE_BACKUP_DESK, NULL);
  self->backups = g_object_ref (backups);
  self->records = g_object_ref (records);
  self->sessions = g_object_ref (sessions);
  self->clock = g_object_ref (clock);
  self->hindrance = find_hindrance (self);
  self->alarm = myo_clock_call_after (clock, MYO_BACKUP_LOOK_US, G_PRIORITY_LOW, look, self);
  g_signal_connect_object (records, "notify::state", G_CALLBACK (renew_hindrance), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sessions, "notify::state", G_CALLBACK (renew_hindrance), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sessions, "recorded", G_CALLBACK (look_whether_due), self, G_CONNECT_SWAPPED);
  return self;
}
