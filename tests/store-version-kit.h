/* Records as the first version of Myomap wrote them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-migrations.h"
#include "myo-ledger.h"

/* @write: fills them */
static inline void
make_records_of_version_1 (const char      *folder,
                           MyoDatabaseFunc  write)
{
  const char *first_step[] = { myo_migrations_get_steps ()[0], NULL };
  g_autoptr(MyoLedger) records = myo_ledger_new (folder);
  g_autoptr(GError) error = NULL;

  records->steps = first_step;
  g_assert_true (myo_ledger_open (records, &error));
  g_assert_true (myo_ledger_write (records, write, NULL, &error));
  g_assert_no_error (error);
  myo_ledger_close (records);
}
