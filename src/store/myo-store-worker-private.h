/* The one thread that owns the records, and its queue of jobs, which run in the order in which they were asked for.
 *
 * A job is a function that runs in the thread, with data of its own.  Its task returns in the main context that asked: the fault;
 * or the answer, where there is a function to free one; else %TRUE.
 *
 * When the thread has had nothing to do for a moment after a write, it has the records rest: then the file alone, without its log,
 * holds everything, unless another program was reading it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-ledger-private.h"

G_BEGIN_DECLS

/** MyoStoreFunc: reads or writes.
 * @data: of the job
 * @answer: (out) (transfer full) (nullable): what is returned; given with a fault it is freed
 * Returns: whether that worked */
typedef gboolean (*MyoStoreFunc)       (MyoDatabase *database, gpointer data, gpointer *answer, GError **error);

/** MyoStoreChangeFunc: opens, closes or replaces the records.  Returns: whether that worked */
typedef gboolean (*MyoStoreChangeFunc) (MyoLedger *ledger, gpointer data, GError **error);

/** MyoStoreAskFunc: works on what lies around the records.  @answer: as above.  Returns: whether that worked */
typedef gboolean (*MyoStoreAskFunc)    (MyoLedger *ledger, gpointer data, gpointer *answer, GError **error);

/** MyoStoreStateFunc: told, in the main context that asked for a change, before its task returns.
 * @source: of the task */
typedef void     (*MyoStoreStateFunc)  (gpointer source, const MyoLedgerState *state);

typedef struct _MyoStoreWorker MyoStoreWorker;

/** myo_store_worker_new: starts the thread; @folder: path of the folder of the records.
 * Returns: (transfer full) */
MyoStoreWorker *myo_store_worker_new    (const char *folder);
/** myo_store_worker_free: finishes what was asked for, closes the records and ends the thread; blocks so long */
void            myo_store_worker_free   (MyoStoreWorker *self);

/** myo_store_worker_read: asks for @func on one state of the tables, what others write meanwhile left out.
 * @task: (transfer full); @data: (transfer full): freed with @free_data (nullable) where the task goes
 * @free_answer: (nullable): %NULL where @func gives none */
void            myo_store_worker_read   (MyoStoreWorker *self, GTask *task, MyoStoreFunc func, gpointer data, GDestroyNotify free_data,
                                         GDestroyNotify free_answer);
/** myo_store_worker_write: asks for @func in a transaction: all of it is done, or nothing.  Else as myo_store_worker_read() */
void            myo_store_worker_write  (MyoStoreWorker *self, GTask *task, MyoStoreFunc func, gpointer data, GDestroyNotify free_data,
                                         GDestroyNotify free_answer);
/** myo_store_worker_change: asks for @func, after which @told learns how the records are.  The task returns %TRUE or the fault.
 * @task: (transfer full); @data: (transfer full): freed with @free_data (nullable) where the task goes */
void            myo_store_worker_change (MyoStoreWorker *self, GTask *task, MyoStoreChangeFunc func, gpointer data, GDestroyNotify free_data,
                                         MyoStoreStateFunc told);

/** myo_store_worker_ask: asks for @func, which leaves the records as they are.  Else as myo_store_worker_read() */
void            myo_store_worker_ask    (MyoStoreWorker *self, GTask *task, MyoStoreAskFunc func, gpointer data, GDestroyNotify free_data,
                                         GDestroyNotify free_answer);

/** myo_store_worker_close: finishes what was asked for and closes the records; blocks so long */
void            myo_store_worker_close  (MyoStoreWorker *self);

G_END_DECLS
