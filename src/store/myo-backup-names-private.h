/* What lies in the folder of the backups, and which of it is ours.
 *
 *   records-DATE.db   made by itself
 *   kept-DATE.db      made because somebody asked, or before another was brought back
 *
 * DATE is the moment, UTC.  Of each kind the newest few are kept, those named ahead of the clock apart from the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define MYO_BACKUPS_KEPT 5
#define MYO_BACKUPS_KEPT_WHEN_ASKED 10

#define MYO_BACKUP_DAILY_PREFIX "records-"
#define MYO_BACKUP_KEPT_PREFIX "kept-"
/* Of one that is not complete yet, for g_mkstemp_full() */
#define MYO_BACKUP_NEW MYO_BACKUP_DAILY_PREFIX "XXXXXX.part"

/** myo_backup_folder: @folder: of the records.  Returns: (transfer full): path of the folder of the backups */
char    *myo_backup_folder       (const char *folder);

/** myo_backup_is_due: @now: µs since 1970, UTC
 * Returns: whether the newest backup that is not from the future is a day old or more, or there is none */
gboolean myo_backup_is_due       (const char *folder, gint64 now);

/** myo_backup_list: Returns: (transfer full) (element-type filename): paths, newest first; not checked */
GPtrArray *myo_backup_list       (const char *folder);

/** myo_backup_is_kept: Returns: whether the name says that it was made by myo_backup_keep() */
gboolean myo_backup_is_kept      (const char *path);

/** myo_backup_get_moment: Returns: µs since 1970, UTC: when it was made, as its name tells; 0 when it has another */
gint64   myo_backup_get_moment   (const char *path);

/** myo_backup_is_file: Returns: whether @path is a regular file, no link */
gboolean myo_backup_is_file      (const char *path);

/** myo_backup_let_go_of_oldest: removes those that are too many, and what a killed Myomap has left there */
void     myo_backup_let_go_of_oldest (const char *folder);

G_END_DECLS
