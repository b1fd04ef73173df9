/* The backups of the records, wherever these are kept: made, listed, looked into, written to another place.  One is brought back by
 * myo_records_restore_async().
 *
 * Every call is asynchronous and answers in the main context that asked; what is asked for is done in the order in which it was asked,
 * together with what is asked of the records.
 *
 * Errors are of %MYO_ERROR, with a technical message.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** MyoBackupCause: why a backup is made */
typedef enum
{
  MYO_BACKUP_DAILY,          /* only when the newest is a day old or more and there is a session; gives way to newer ones */
  MYO_BACKUP_ASKED,          /* by the person */
  MYO_BACKUP_BEFORE_RESTORE, /* not made when one of them holds the very same; gives way to none before the next is made */
} MyoBackupCause;

/** MyoBackupOrigin: where a file with records comes from */
typedef enum
{
  MYO_BACKUP_OF_DAY,         /* made by itself */
  MYO_BACKUP_KEPT,           /* made because somebody asked, or before another was brought back */
  MYO_BACKUP_ELSEWHERE,      /* none of the backups: a copy that was saved, or came from another machine */
} MyoBackupOrigin;

/** MyoBackup: one of them, or any other file with records */
typedef struct
{
  gatomicrefcount ref_count;

  GFile  *file;
  MyoBackupOrigin origin;
  gint64  made_at;           /* µs since 1970, UTC */
  gint64  size;              /* bytes */
  GError *fault;             /* why it cannot be brought back: not whole, of a newer version, no records; or NULL */
  gint64  n_sessions;        /* finished ones */
  gint64  last_session;      /* µs since 1970, UTC: when the last of them began; 0: there is none */
  gint64  n_missing;         /* sessions of the records that are not in it; 0 unless it was looked into */
  gint64  n_more;            /* sessions in it that are not in the records; 0 unless it was looked into */
} MyoBackup;

#define MYO_TYPE_BACKUP (myo_backup_get_type ())
GType      myo_backup_get_type (void);

/** myo_backup_new: @file: kept referenced.  Returns: (transfer full): all else is 0 */
MyoBackup *myo_backup_new      (GFile *file);
/** myo_backup_ref: Returns: (transfer full) */
MyoBackup *myo_backup_ref      (MyoBackup *self);
/** myo_backup_unref: @self: (transfer full) */
void       myo_backup_unref    (MyoBackup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoBackup, myo_backup_unref)

#define MYO_TYPE_BACKUPS (myo_backups_get_type ())
G_DECLARE_INTERFACE (MyoBackups, myo_backups, MYO, BACKUPS, GObject)

/** MyoBackupsInterface: each `_async` function answers with a #GTask whose source is the object and which returns what is said beside it */
struct _MyoBackupsInterface
{
  GTypeInterface parent_iface;

  void (*make_async) (MyoBackups *self, MyoBackupCause cause, GAsyncReadyCallback callback, gpointer data);  /* boolean */
  void (*list_async) (MyoBackups *self, GAsyncReadyCallback callback, gpointer data);                        /* GPtrArray of MyoBackup */
  void (*look_async) (MyoBackups *self, GFile *file, GAsyncReadyCallback callback, gpointer data);           /* MyoBackup */
  void (*save_async) (MyoBackups *self, GFile *file, GAsyncReadyCallback callback, gpointer data);           /* boolean */
};

/** myo_backups_make_async: makes a backup of the records as they are at that moment; of each kind – daily, and for another cause – the
 * newest few are kept */
void       myo_backups_make_async  (MyoBackups *self, MyoBackupCause cause, GAsyncReadyCallback callback, gpointer data);
/** myo_backups_make_finish: Returns: whether there is a backup as of now, or none is due; else @error is set */
gboolean   myo_backups_make_finish (MyoBackups *self, GAsyncResult *result, GError **error);

/** myo_backups_list_async: lists what there is, newest first; also when the records cannot be used.  What is in them is not checked */
void       myo_backups_list_async  (MyoBackups *self, GAsyncReadyCallback callback, gpointer data);
/** myo_backups_list_finish: Returns: (transfer full) (element-type MyoBackup): %NULL with @error set */
GPtrArray *myo_backups_list_finish (MyoBackups *self, GAsyncResult *result, GError **error);

/** myo_backups_look_async: checks a file from end to end and compares what is in it with the records.
 * @file: a backup, or any other with a local path */
void       myo_backups_look_async  (MyoBackups *self, GFile *file, GAsyncReadyCallback callback, gpointer data);
/** myo_backups_look_finish: Returns: (transfer full): %NULL with @error set when it cannot be brought back */
MyoBackup *myo_backups_look_finish (MyoBackups *self, GAsyncResult *result, GError **error);

/** myo_backups_save_async: writes the records, as they are at that moment, to @file (with a local path; 0600), in the place of what has
 * its name: whole, or not at all */
void       myo_backups_save_async  (MyoBackups *self, GFile *file, GAsyncReadyCallback callback, gpointer data);
/** myo_backups_save_finish: Returns: whether it is on the disk */
gboolean   myo_backups_save_finish (MyoBackups *self, GAsyncResult *result, GError **error);

G_END_DECLS
