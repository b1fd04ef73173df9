/* The records, wherever they are kept: sessions with their holds and drawings, and the drawing that is being made.
 *
 * Every call that reads or writes is asynchronous and answers in the main context that asked; what is asked for is done in the
 * order in which it was asked.  When the records cannot be used their state tells why, the program goes on without them, and
 * nothing that is kept is overwritten.  What is handed over is copied: it may be changed or freed at once.
 *
 * Errors are of %MYO_ERROR, with a technical message.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-session.h"

G_BEGIN_DECLS

/** MyoSessionFilter: which of the finished sessions are asked for, newest first.
 * @before: µs since 1970, UTC; only those started before it, or at it with a row below @before_id, as the next page begins where the
 * last one ended; %G_MAXINT64 for the first page
 * @before_id: a row; %G_MAXINT64 for the first page
 * @limit: at most so many
 * @search: (nullable): only those in which every one of these words occurs, be it within a word: in the muscle, the technique or
 * what the drawing covers, whatever the case and the accents.  No sign is a pattern; nothing is found by signs alone */
typedef struct
{
  gint64      before;
  gint64      before_id;
  guint       limit;
  const char *search;
} MyoSessionFilter;

/** myo_session_filter_copy: Returns: (transfer full): with a copy of its search, as whoever answers later needs it */
MyoSessionFilter *myo_session_filter_copy (const MyoSessionFilter *self);
/** myo_session_filter_free: @self: (transfer full): a copy */
void              myo_session_filter_free (MyoSessionFilter *self);

/** MyoRecordsOffer: a backup that is offered after a damage or a loss */
typedef struct
{
  GFile *backup;             /* the newest that is whole and can be read */
  gint64 made_at;            /* µs since 1970, UTC */
  guint  n_sessions;         /* that it holds */
  guint  n_passed_over;      /* newer backups, none of which is whole */
} MyoRecordsOffer;

/** myo_records_offer_copy: Returns: (transfer full) */
MyoRecordsOffer  *myo_records_offer_copy  (const MyoRecordsOffer *self);
/** myo_records_offer_free: @self: (transfer full) */
void              myo_records_offer_free  (MyoRecordsOffer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoRecordsOffer, myo_records_offer_free)

#define MYO_TYPE_RECORDS (myo_records_get_type ())
G_DECLARE_INTERFACE (MyoRecords, myo_records, MYO, RECORDS, GObject)

/** MyoRecordsInterface: what keeps records implements all of it.  Each `_async` function answers with a #GTask whose source is
 * the records and which returns what is said beside it: the `_finish` functions are the same for all. */
struct _MyoRecordsInterface
{
  GTypeInterface parent_iface;

  void     (*open_async)            (MyoRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);  /* boolean */
  void     (*close_async)           (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);                             /* boolean */
  void     (*close)                 (MyoRecords *self);
  gboolean (*get_writable)          (MyoRecords *self);
  void     (*check_async)           (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);                             /* boolean */
  GFile   *(*get_damaged_file)      (MyoRecords *self);
  const MyoRecordsOffer *(*get_offer) (MyoRecords *self);
  const GError *(*get_backup_fault) (MyoRecords *self);
  void     (*start_anew_async)      (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);                             /* boolean */
  void     (*restore_async)         (MyoRecords *self, GFile *backup, GAsyncReadyCallback callback, gpointer data);              /* boolean */
  void     (*save_session_async)    (MyoRecords *self, const MyoSession *session, GAsyncReadyCallback callback, gpointer data);  /* a gint64 to g_free() */
  void     (*add_hold_async)        (MyoRecords *self, gint64 session_id, const MyoHold *hold, int next_move,
                                     GAsyncReadyCallback callback, gpointer data);                                               /* a gint64 to g_free() */
  void     (*find_unfinished_async) (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);                             /* MyoSession or NULL */
  void     (*list_async)            (MyoRecords *self, const MyoSessionFilter *filter, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer data);                                               /* GPtrArray of MyoSession */
  void     (*delete_async)          (MyoRecords *self, gint64 session_id, GAsyncReadyCallback callback, gpointer data);          /* boolean */
  void     (*undelete_async)        (MyoRecords *self, gint64 session_id, GAsyncReadyCallback callback, gpointer data);          /* boolean */
  void     (*save_draft_async)      (MyoRecords *self, const char *drawing, GAsyncReadyCallback callback, gpointer data);        /* boolean */
  void     (*load_draft_async)      (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);                             /* char * or NULL */
};

/** myo_records_open_async: makes what is not there yet, checks, backs up and brings to the newest form.
 * Faults that leave a question open, nothing being changed by them: %MYO_ERROR_STORE_DAMAGED (see myo_records_get_damaged_file())
 * and %MYO_ERROR_STORE_LOST (there are no records, or none that were ever used, but there is an offer, or a file that was put
 * aside as damaged); myo_records_restore_async() and myo_records_start_anew_async() answer it.
 * Others: %MYO_ERROR_STORE_LOCKED, %MYO_ERROR_STORE_READ_ONLY (history can be read, nothing is written), %MYO_ERROR_STORE_FULL,
 * %MYO_ERROR_STORE_NEWER, %MYO_ERROR_STORE_FOREIGN (what has the name of the records is something else and is left as it is),
 * %MYO_ERROR_STORE.  All may be gone at the next try. */
void        myo_records_open_async             (MyoRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
/** myo_records_open_finish: Returns: whether they can be written */
gboolean    myo_records_open_finish            (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_close_async: finishes what was asked for, then closes.  Also done when the object goes, blocking. */
void        myo_records_close_async            (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);
/** myo_records_close_finish: Returns: whether that worked */
gboolean    myo_records_close_finish           (MyoRecords *self, GAsyncResult *result, GError **error);
/** myo_records_close: the same, blocking: for the end of the program, when no main loop runs any more */
void        myo_records_close                  (MyoRecords *self);

/** myo_records_get_writable: Returns: whether sessions can be written; as all of the state, as of the last open, restore or close */
gboolean    myo_records_get_writable           (MyoRecords *self);
/** myo_records_check_async: learns whether what is asked for now would be written, by writing something that is there already.
 * Faults as of myo_records_open_async() */
void        myo_records_check_async            (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);
/** myo_records_check_finish: Returns: whether it would */
gboolean    myo_records_check_finish           (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_get_damaged_file: Returns: (transfer none) (nullable): the damaged file: where it lies, or was put aside to */
GFile      *myo_records_get_damaged_file       (MyoRecords *self);
/** myo_records_get_offer: Returns: (transfer none) (nullable): what can be brought back after a damage or a loss, until the next
 * answer; %NULL as long as nothing was found */
const MyoRecordsOffer *myo_records_get_offer   (MyoRecords *self);

/** myo_records_get_backup_fault: Returns: (transfer none) (nullable): %MYO_ERROR_STORE_BACKUP when at the last open, all else being well, a
 * backup could not be made, or what was deleted could not be removed from one */
const GError *myo_records_get_backup_fault     (MyoRecords *self);

/** myo_records_start_anew_async: opens them, where they are damaged or lost anew: what is damaged is put aside, and that they may be
 * empty is remembered.  What is whole stays as it is.  Faults as of myo_records_open_async(); after one the question is still open. */
void        myo_records_start_anew_async       (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);
/** myo_records_start_anew_finish: Returns: whether they can be written */
gboolean    myo_records_start_anew_finish      (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_restore_async: puts a checked copy of @backup in the place of the records, which are put aside, and opens it.
 * Possible at any time.  Faults as of myo_records_open_async(), and %MYO_ERROR_STORE_BACKUP when @backup is not whole; after one, and
 * whenever the program is killed, the records are as they were, or as in the backup. */
void        myo_records_restore_async          (MyoRecords *self, GFile *backup, GAsyncReadyCallback callback, gpointer data);
/** myo_records_restore_finish: Returns: whether they are restored; should myo_records_get_writable() tell then that they cannot be written
 * yet, opening them tells why */
gboolean    myo_records_restore_finish         (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_save_session_async: inserts @session (id 0) or updates it, without its holds.
 * Of its drawings and their words one that is %NULL leaves what is stored, and "" takes it away.
 * %MYO_ERROR_NOT_FOUND when it has a row that is gone, %MYO_ERROR_ELSEWHERE when another Myomap that runs has it under way or ended it
 * otherwise, else as of myo_records_open_async() */
void        myo_records_save_session_async     (MyoRecords *self, const MyoSession *session, GAsyncReadyCallback callback, gpointer data);
/** myo_records_save_session_finish: Returns: the row of the session, to be kept in it; 0 with @error set */
gint64      myo_records_save_session_finish    (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_add_hold_async: adds one hold and where its session is to go on (@next_move): both, or neither.
 * %MYO_ERROR_NOT_FOUND when the session is gone, %MYO_ERROR_ELSEWHERE when it was not saved by this Myomap, else as of
 * myo_records_open_async() */
void        myo_records_add_hold_async         (MyoRecords *self, gint64 session_id, const MyoHold *hold, int next_move,
                                                GAsyncReadyCallback callback, gpointer data);
/** myo_records_add_hold_finish: Returns: the row of the hold; 0 with @error set */
gint64      myo_records_add_hold_finish        (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_find_unfinished_async: looks for the newest session that has no end and is not under way in another Myomap that runs: it
 * was cut off, or is under way in this one */
void        myo_records_find_unfinished_async  (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);
/** myo_records_find_unfinished_finish: Returns: (transfer full) (nullable): the session with its holds and drawings; %NULL without
 * @error when there is none */
MyoSession *myo_records_find_unfinished_finish (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_list_async: looks for finished sessions, newest first.
 * @filter: which ones; copied */
void        myo_records_list_async             (MyoRecords *self, const MyoSessionFilter *filter, GCancellable *cancellable,
                                                GAsyncReadyCallback callback, gpointer data);
/** myo_records_list_finish: Returns: (transfer full) (element-type MyoSession): the sessions with their holds and drawings; %NULL
 * with @error set */
GPtrArray  *myo_records_list_finish            (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_delete_async: marks a session deleted.  What is marked is removed for good at the next open, so that an undo is
 * possible until then.  %MYO_ERROR_NOT_FOUND when it is gone, else as of myo_records_open_async() */
void        myo_records_delete_async           (MyoRecords *self, gint64 session_id, GAsyncReadyCallback callback, gpointer data);
/** myo_records_undelete_async: takes the mark back */
void        myo_records_undelete_async         (MyoRecords *self, gint64 session_id, GAsyncReadyCallback callback, gpointer data);
/** myo_records_delete_finish: Returns: whether the mark of a session, set or taken back, is kept */
gboolean    myo_records_delete_finish          (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_save_draft_async: keeps the pain drawing that is being made, so that it survives the end of the program.
 * @drawing: (nullable): its text (see src/content/myo-pain-file.h); %NULL takes what was kept away */
void        myo_records_save_draft_async       (MyoRecords *self, const char *drawing, GAsyncReadyCallback callback, gpointer data);
/** myo_records_save_draft_finish: Returns: whether it is kept */
gboolean    myo_records_save_draft_finish      (MyoRecords *self, GAsyncResult *result, GError **error);

/** myo_records_load_draft_async: looks for the drawing that was being made */
void        myo_records_load_draft_async       (MyoRecords *self, GAsyncReadyCallback callback, gpointer data);
/** myo_records_load_draft_finish: Returns: (transfer full) (nullable): its text; %NULL without @error when there is none */
char       *myo_records_load_draft_finish      (MyoRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
