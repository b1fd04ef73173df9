/* The records as the worker sees them: opened as far as they can be, with the fault that keeps them from more.
 *
 *                     ┌────────────── whole ─────────────▶ WRITABLE   database, no fault
 *   open ─▶ look ─────┤ cannot be written, disk full ────▶ READABLE   database, fault
 *            ▲        │ damaged, lost ───────────────────▶ ASKING     no database, fault; `damaged`, `offer`
 *            │        └ locked, newer, other, foreign ───▶ CLOSED     no database, fault
 *            ├ made anew when there is none, and none is missed
 *            ├ start anew: damaged ─▶ moved aside, made anew; lost ─▶ made anew
 *            └ restore: a backup copied beside, the file moved aside, the copy moved to its place
 *
 * In ASKING and CLOSED nothing on the disk is changed, so that every start finds what the one before it found, and asks again, until
 * somebody has answered.
 *
 * As long as the records are open this Myomap holds the folder's lock together with others; to make, move or replace the
 * file it must hold it alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"
#include "myo-owner-private.h"
#include "myo-records.h"

G_BEGIN_DECLS

typedef struct
{
  char               *folder;
  char               *name;           /* records.db in it */
  char               *path;           /* where that leads: itself, unless it is a link; NULL before the first open */
  int                 lock;           /* descriptor, -1: none */
  MyoDatabase        *database;       /* or NULL */
  MyoOwner           *owner;          /* who this Myomap is, from the first time the records can be written until it ends; or NULL */
  GError             *fault;          /* why they cannot be written or used, or NULL */
  GError             *backups;        /* what is wrong with backups alone, or NULL */
  char               *damaged;        /* the damaged file: where it is, or was moved to; or NULL */
  MyoRecordsOffer    *offer;          /* looked for after a damage or a loss; or NULL */
  const char * const *steps;          /* migrations, ended by NULL */
} MyoLedger;

/** MyoLedgerState: how the records are, for those outside the worker */
typedef struct
{
  gboolean         writable;
  char            *damaged;           /* as above */
  MyoRecordsOffer *offer;
  GError          *backups;
} MyoLedgerState;

/** myo_ledger_new: @folder: path; nothing is opened.  Returns: (transfer full) */
MyoLedger *myo_ledger_new         (const char *folder);
/** myo_ledger_free: @self: (transfer full): closes too */
void       myo_ledger_free        (MyoLedger *self);

/** myo_ledger_open: makes, checks, migrates, tidies and backs up.  Faults as of myo_records_open_async()
 * Returns: whether they can be written */
gboolean   myo_ledger_open        (MyoLedger *self, GError **error);
/** myo_ledger_close: checkpoints, closes and lets go of the lock */
void       myo_ledger_close       (MyoLedger *self);

/** myo_ledger_start_anew: opens; what is damaged is moved aside, and that the records may be empty is noted in them.  Faults as of
 * myo_records_start_anew_async()
 * Returns: whether they can be written */
gboolean   myo_ledger_start_anew  (MyoLedger *self, GError **error);

/** myo_ledger_restore: moves the present file aside and puts a checked copy of @backup in its place, then opens it.
 * Faults as of myo_records_restore_async()
 * Returns: whether they are restored, though perhaps they cannot be used yet */
gboolean   myo_ledger_restore     (MyoLedger *self, const char *backup, GError **error);

/** myo_ledger_write: runs @func in a transaction, or fails with what keeps the records from being written */
gboolean   myo_ledger_write       (MyoLedger *self, MyoDatabaseFunc func, gpointer data, GError **error);
/** myo_ledger_read: runs @func on one state of the tables, or fails with what keeps the records from being read */
gboolean   myo_ledger_read        (MyoLedger *self, MyoDatabaseFunc func, gpointer data, GError **error);

/** myo_ledger_rest: nothing is asked for at the moment: a plain copy of the file is to hold everything */
void       myo_ledger_rest        (MyoLedger *self);

/** myo_ledger_get_state: @state: (out caller-allocates): to be cleared; what it holds may go to another thread */
void       myo_ledger_get_state   (MyoLedger *self, MyoLedgerState *state);
/** myo_ledger_state_clear: frees what @state holds */
void       myo_ledger_state_clear (MyoLedgerState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoLedger, myo_ledger_free)

G_END_DECLS
