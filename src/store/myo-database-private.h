/* One connection to an SQLite file.
 *
 * Owned and used by one thread.  Every write transaction takes its lock at its start (BEGIN IMMEDIATE), so that two
 * programs wait for each other and never deadlock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

#include "myo-database-error-private.h"

G_BEGIN_DECLS

/* How long to wait for another program before saying that it is in the way. */
#define MYO_DATABASE_BUSY_MS 2000

typedef enum
{
  MYO_DATABASE_WRITE,
  MYO_DATABASE_READ,
  MYO_DATABASE_FROZEN,       /* read, and nobody writes to it: needs no file beside it, as in a folder that cannot be written */
} MyoDatabaseMode;

typedef struct
{
  sqlite3 *handle;
  char    *path;
  gboolean writable;
} MyoDatabase;

/** MyoDatabaseFunc: Returns: whether that worked */
typedef gboolean (*MyoDatabaseFunc) (MyoDatabase *self, gpointer data, GError **error);

/** myo_database_open: opens a file that exists.  Until myo_database_settle() is called nothing in it is changed, not even
 * when it is closed.
 * Returns: (transfer full): %NULL with @error set */
MyoDatabase *myo_database_open        (const char *path, MyoDatabaseMode mode, GError **error);

/** myo_database_settle: makes ready for writing: write-ahead log, every commit on the disk before it is reported.
 * Returns: whether that worked */
gboolean     myo_database_settle      (MyoDatabase *self, GError **error);

/** myo_database_close: @self: (transfer full) */
void         myo_database_close       (MyoDatabase *self);

/** myo_database_exec: runs @sql, one or more statements without results */
gboolean     myo_database_exec        (MyoDatabase *self, const char *sql, GError **error);

/** myo_database_get_int: @sql: a query of one number; @value: (out): 0 for no row or NULL */
gboolean     myo_database_get_int     (MyoDatabase *self, const char *sql, gint64 *value, GError **error);

/** myo_database_transact: runs @func in a write transaction: all of it is done, or nothing.
 * Fails without a change when the file was moved or deleted under its name. */
gboolean     myo_database_transact    (MyoDatabase *self, MyoDatabaseFunc func, gpointer data, GError **error);

/** myo_database_write_same: in a transaction: writes something that is there already, which needs the same room and rights as
 * something new.  Returns: whether that worked */
gboolean     myo_database_write_same  (MyoDatabase *self, GError **error);

/** myo_database_read: runs @func, which only reads, on one state of the tables: what others write meanwhile it does not see */
gboolean     myo_database_read        (MyoDatabase *self, MyoDatabaseFunc func, gpointer data, GError **error);

/** myo_database_empty_log: moves what stands in the log into the file itself, so that a plain copy of the file holds everything.
 * Waits for nobody: while another reads an older state, or writes, some of it stays in the log until the next time */
void         myo_database_empty_log   (MyoDatabase *self);

/** myo_database_quick_check: Returns: whether the file is whole; else @error is %MYO_ERROR_STORE_DAMAGED or what kept it from being read */
gboolean     myo_database_quick_check (MyoDatabase *self, GError **error);

/** myo_database_set_error: sets @error from the last fault of the connection, @code being its result code */
void         myo_database_set_error   (MyoDatabase *self, int code, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoDatabase, myo_database_close)

G_END_DECLS
