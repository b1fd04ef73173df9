/* The files around the records: made for their owner alone, moved aside and never overwritten.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* For tests, else NULL: called before each step that changes what the folder holds: "create", "sync", "rename" or "remove". */
extern void (*myo_record_files_watch) (const char *step, const char *path);

/** myo_record_files_make_folder: makes @folder for its owner alone (0700), or takes rights on it away from others; not where it is a link */
gboolean myo_record_files_make_folder (const char *folder, GError **error);

/** myo_record_files_find: finds what SQLite is to open as @name, without opening it.  A link leads to a regular file, which is used where it
 * lies, as in a folder that is kept in step with another machine; neither it nor its rights are changed by anything but SQLite.
 * @path: (out) (transfer full): @name, or where the link leads
 * Faults: %MYO_ERROR_STORE_FOREIGN when @name or one of its journals is something else than a file, or a link leads nowhere (a drive may be
 * missing: no new file is made there); others of the system
 * Returns: whether there is such a file, or nothing yet */
gboolean myo_record_files_find        (const char *name, char **path, GError **error);

/** myo_record_files_list_aside: Returns: (transfer full) (element-type filename): what was moved aside in @folder as @why, newest first */
GPtrArray *myo_record_files_list_aside (const char *folder, const char *why);

/** myo_record_files_create: makes the empty file @path (0600); one that exists is an error */
gboolean myo_record_files_create      (const char *path, GError **error);

/** myo_record_files_free_journals: gives the owner the rights on the journals of @path that reading and writing need */
void     myo_record_files_free_journals (const char *path);

/** myo_record_files_protect: takes rights on @path and its journals away from others */
void     myo_record_files_protect     (const char *path);

/** myo_record_files_can_write: Returns: whether @path, which is nobody else's, and the folder that it is in can be written */
gboolean myo_record_files_can_write   (const char *path);

/** myo_record_files_size: @suffix: "" for @path itself, "-wal" …
 * Returns: bytes, -1 when there is no such file */
gint64   myo_record_files_size        (const char *path, const char *suffix);

/** myo_record_files_new_name: Returns: (transfer full): a path `PREFIXDATE.db` in @folder that no file has; DATE is now, UTC */
char    *myo_record_files_new_name    (const char *folder, const char *prefix);

/** myo_record_files_move_aside: gives @path and its journals a new name in their folder, `records-WHY-DATE.db`.
 * Returns: (transfer full): the new path, %NULL with @error set */
char    *myo_record_files_move_aside  (const char *path, const char *why, GError **error);

/** myo_record_files_rename: @from becomes @to, which must not exist, and both names are on the disk when it returns */
gboolean myo_record_files_rename      (const char *from, const char *to, GError **error);

/** myo_record_files_replace: the same where @to exists: whoever looks sees the one or the other */
gboolean myo_record_files_replace     (const char *from, const char *to, GError **error);

/** myo_record_files_sync: has the disk take what the system still keeps of @path to itself */
gboolean myo_record_files_sync        (const char *path, GError **error);

/** myo_record_files_remove: removes @path and its journals, where there are any */
void     myo_record_files_remove      (const char *path);

/** myo_record_files_open_lock: Returns: a descriptor of @folder for the two below, -1 when the folder cannot be read */
int      myo_record_files_open_lock   (const char *folder);

/** myo_record_files_lock: every Myomap that has the records open holds the lock shared; who makes, moves or replaces the file
 * needs it alone.  (SQLite removes a log by name when the last user of the file closes it: were the file replaced under a
 * running program, that program would remove the log of the new file.)
 * @descriptor: -1: there is nothing to lock
 * @wait_ms: how long to try
 * Returns: whether the lock is held; TRUE where the file system knows no locks */
gboolean myo_record_files_lock        (int descriptor, gboolean alone, int wait_ms);

G_END_DECLS
