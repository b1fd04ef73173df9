/* Shared by the files of the records desk: -place (what takes the place of the records).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-records-desk.h"
#include "myo-retry.h"

G_BEGIN_DECLS

enum { MYO_RECORDS_DESK_FAILED, MYO_RECORDS_DESK_BROUGHT_BACK, MYO_RECORDS_DESK_N_SIGNALS };
extern guint myo_records_desk_signals[MYO_RECORDS_DESK_N_SIGNALS];

struct _MyoRecordsDesk
{
  GObject parent_instance;

  MyoRecords     *records;
  MyoSessionDesk *sessions;
  MyoHistory     *history;
  MyoRecordsState state;
  GError         *fault;
  MyoRetry       *retry;         /* of what keeps them from being written */
  gboolean        trying;        /* that is under way; nobody sees it until it has worked */
  gboolean        replacing;     /* another file is being put in their place */
  gboolean        asked;         /* by the person, who hears of a failure */
  GError         *asked_for;     /* what the last opening asked about, or NULL */
};

/** myo_records_desk_enter: the state is another */
void     myo_records_desk_enter           (MyoRecordsDesk *self, MyoRecordsState state);
/** myo_records_desk_fail: @error: is told, and noted when it lasts */
void     myo_records_desk_fail            (MyoRecordsDesk *self, const GError *error);
/** myo_records_desk_start_opening: → OPENING, and on from there */
void     myo_records_desk_start_opening   (MyoRecordsDesk *self);
/** myo_records_desk_opened: answers what opens them.  @user_data: (transfer full): the desk */
void     myo_records_desk_opened          (GObject *source, GAsyncResult *result, gpointer user_data);
/** myo_records_desk_take_up: they are open for writing: what they hold is looked for, and what could not be written is */
void     myo_records_desk_take_up         (MyoRecordsDesk *self);
/** myo_records_desk_has_been_opened: Returns: whether it is known how they are, and nothing is asked */
gboolean myo_records_desk_has_been_opened (MyoRecordsDesk *self);

G_END_DECLS
