/* The records on disk: one SQLite file, one worker thread that owns the connection.
 *
 * Every call is asynchronous; jobs run in the order in which they were asked for.  When the store cannot be used its
 * state tells why, the program goes on without records, and nothing on disk is overwritten.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-session.h"

G_BEGIN_DECLS

#define MYO_TYPE_STORE (myo_store_get_type ())
G_DECLARE_FINAL_TYPE (MyoStore, myo_store, MYO, STORE, GObject)

/** myo_store_new: @folder: the folder that holds `records.db`; nothing is opened yet */
MyoStore   *myo_store_new                 (GFile *folder);

/** myo_store_open_async: makes the folder (0700) and file (0600), checks, backs up and migrates.
 * Faults: %MYO_ERROR_STORE_DAMAGED (the file was moved aside; see myo_store_get_damaged_file() and myo_store_get_newest_backup(); a second open starts afresh),
 * %MYO_ERROR_STORE_LOCKED, %MYO_ERROR_STORE_READ_ONLY (history can be read, nothing is written), %MYO_ERROR_STORE_FULL, %MYO_ERROR_STORE_NEWER, %MYO_ERROR_STORE */
void        myo_store_open_async          (MyoStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
gboolean    myo_store_open_finish         (MyoStore *self, GAsyncResult *result, GError **error);

/** myo_store_close_async: finishes what was asked for, checkpoints and closes.  Also done when the object goes, blocking. */
void        myo_store_close_async         (MyoStore *self, GAsyncReadyCallback callback, gpointer data);
gboolean    myo_store_close_finish        (MyoStore *self, GAsyncResult *result, GError **error);
/** myo_store_close: the same, blocking: for the end of the program, when no main loop runs any more */
void        myo_store_close               (MyoStore *self);

/** myo_store_get_writable: Returns: whether sessions can be written */
gboolean    myo_store_get_writable        (MyoStore *self);
/** myo_store_get_damaged_file: Returns: (transfer none) (nullable): where a damaged file was moved to */
GFile      *myo_store_get_damaged_file    (MyoStore *self);
/** myo_store_get_newest_backup: Returns: (transfer full) (nullable): the newest whole backup, to offer after a damage; %NULL as long as none was found */
GFile      *myo_store_get_newest_backup   (MyoStore *self);
/** myo_store_restore_async: replaces the records (which must not hold sessions newer than the damage) with @backup and opens them */
void        myo_store_restore_async       (MyoStore *self, GFile *backup, GAsyncReadyCallback callback, gpointer data);
gboolean    myo_store_restore_finish      (MyoStore *self, GAsyncResult *result, GError **error);

/** myo_store_save_session_async: inserts @session (id 0) or updates it, without its holds; the row id comes back from finish and is to be kept in the session.
 * Of its drawings and their words one that is %NULL leaves what is stored, and "" takes it away. */
void        myo_store_save_session_async  (MyoStore *self, MyoSession *session, GAsyncReadyCallback callback, gpointer data);
gint64      myo_store_save_session_finish (MyoStore *self, GAsyncResult *result, GError **error);

/** myo_store_add_hold_async: commits one hold and the session's next_move in one transaction. */
void        myo_store_add_hold_async      (MyoStore *self, gint64 session_id, const MyoHold *hold, int next_move, GAsyncReadyCallback callback, gpointer data);
gint64      myo_store_add_hold_finish     (MyoStore *self, GAsyncResult *result, GError **error);

/** myo_store_find_unfinished_async: the newest session that has no end (a kill lay between), with its holds and drawings; %NULL without error when there is none */
void        myo_store_find_unfinished_async  (MyoStore *self, GAsyncReadyCallback callback, gpointer data);
MyoSession *myo_store_find_unfinished_finish (MyoStore *self, GAsyncResult *result, GError **error);

/** myo_store_list_async: finished sessions, newest first, with their holds and drawings.
 * @before: µs; only those started before it (G_MAXINT64 for the first page); @before_id: only rows below it among those with the same start (G_MAXINT64 at first); @limit: at most that many
 * @search: (nullable): only those in which every one of these words occurs, be it within a word: in the muscle, the technique or what the drawing covers,
 * whatever the case and the accents.  No sign is a pattern; nothing is found by signs alone */
void        myo_store_list_async          (MyoStore *self, gint64 before, gint64 before_id, guint limit, const char *search, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/** Returns: (transfer full) (element-type MyoSession) */
GPtrArray  *myo_store_list_finish         (MyoStore *self, GAsyncResult *result, GError **error);

/** myo_store_delete_async: marks a session deleted; myo_store_undelete_async() takes it back.  What is marked is removed for good at the next open, so an undo survives until then. */
void        myo_store_delete_async        (MyoStore *self, gint64 session_id, GAsyncReadyCallback callback, gpointer data);
void        myo_store_undelete_async      (MyoStore *self, gint64 session_id, GAsyncReadyCallback callback, gpointer data);
gboolean    myo_store_delete_finish       (MyoStore *self, GAsyncResult *result, GError **error);

/** myo_store_save_draft_async: keeps the pain drawing that is being made, so that it survives the end of the program.
 * @drawing: (nullable): its text (see src/content/myo-pain-file.h); %NULL takes what was kept away */
void        myo_store_save_draft_async    (MyoStore *self, const char *drawing, GAsyncReadyCallback callback, gpointer data);
gboolean    myo_store_save_draft_finish   (MyoStore *self, GAsyncResult *result, GError **error);

/** myo_store_load_draft_async: the drawing that was being made; %NULL without error when there is none */
void        myo_store_load_draft_async    (MyoStore *self, GAsyncReadyCallback callback, gpointer data);
/** Returns: (transfer full) (nullable) */
char       *myo_store_load_draft_finish   (MyoStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
