/* The backups of the records without a screen: made by themselves, listed, asked about, brought back, written to another place.
 *
 * By itself one is made when the newest is a day old: that is looked at as long as the program runs, every half hour of waking time and
 * after each session, by the time of day; how long the machine slept makes no difference.
 *
 *   consider ──▶ "considered": what would be different ──▶ bring back:   what is not written yet is written,
 *                                                                         what is there now becomes a backup,
 *                                                                         the other takes its place, and is opened
 * After a fault in any of these steps the records are as they were.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-backup-entry.h"
#include "myo-clock.h"
#include "myo-records-desk.h"

G_BEGIN_DECLS

/** MYO_BACKUP_LOOK_US: how often is looked whether a backup is due: µs of waking time */
#define MYO_BACKUP_LOOK_US (30 * 60 * (gint64) G_USEC_PER_SEC)

/** MyoBackupDeed: what was done, or could not be */
typedef enum
{
  MYO_BACKUP_MADE_BY_ITSELF,
  MYO_BACKUP_MADE,
  MYO_BACKUP_LISTED,
  MYO_BACKUP_CONSIDERED,
  MYO_BACKUP_SAVED,
  MYO_BACKUP_BROUGHT_BACK,
} MyoBackupDeed;

/** MyoBackupHindrance: why none can be brought back now */
typedef enum
{
  MYO_BACKUP_FREE,           /* nothing is in the way */
  MYO_BACKUP_SESSION,        /* a session is under way */
  MYO_BACKUP_RECORDS,        /* the records are being opened, or a question about them is open */
  MYO_BACKUP_BUSY,           /* something else is being done with the backups */
} MyoBackupHindrance;

#define MYO_TYPE_BACKUP_HINDRANCE (myo_backup_hindrance_get_type ())
GType myo_backup_hindrance_get_type (void);

#define MYO_TYPE_BACKUP_DESK (myo_backup_desk_get_type ())
G_DECLARE_FINAL_TYPE (MyoBackupDesk, myo_backup_desk, MYO, BACKUP_DESK, GObject)

/* Property, read only
 *   hindrance (MyoBackupHindrance)
 *
 * Signals
 *   considered (MyoBackupEntry *entry)         may be brought back; its change can be described
 *   bringing-back ()                           about to: what is not asked to be written yet should be now
 *   done (MyoBackupDeed deed)                  not told of what was made by itself
 *   failed (MyoBackupDeed deed, GError *)      of what is made by itself once, until it works again
 */

/** myo_backup_desk_new: @backups: of @records, which with @sessions are kept referenced; @clock: when to look.
 * Returns: (transfer full): a desk that has backups made from now on */
MyoBackupDesk     *myo_backup_desk_new           (MyoBackups *backups, MyoRecordsDesk *records, MyoSessionDesk *sessions, MyoClock *clock);

/** myo_backup_desk_refresh: has the backups listed anew */
void               myo_backup_desk_refresh       (MyoBackupDesk *self);
/** myo_backup_desk_make: makes one now, which the daily ones do not push out */
void               myo_backup_desk_make          (MyoBackupDesk *self);
/** myo_backup_desk_save: writes the records, whole, to @file, in the place of what has its name; one without a local path is refused */
void               myo_backup_desk_save          (MyoBackupDesk *self, GFile *file);
/** myo_backup_desk_consider: checks @file, a backup or any other file, and compares it with the records */
void               myo_backup_desk_consider      (MyoBackupDesk *self, GFile *file);
/** myo_backup_desk_bring_back: puts what was considered in the place of the records; nothing happens unless FREE */
void               myo_backup_desk_bring_back    (MyoBackupDesk *self, MyoBackupEntry *entry);

/** myo_backup_desk_get_hindrance: Returns: as the property says */
MyoBackupHindrance myo_backup_desk_get_hindrance (MyoBackupDesk *self);
/** myo_backup_desk_get_entries: Returns: (transfer none): the backups, newest first, as #MyoBackupEntry; empty until refreshed */
GListModel        *myo_backup_desk_get_entries   (MyoBackupDesk *self);

G_END_DECLS
