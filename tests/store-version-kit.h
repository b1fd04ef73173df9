/* Records as the first version of Myomap wrote them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-migrations.h"
#include "myo-records.h"

/* @write: fills them */
static inline void
make_records_of_version_1 (const char      *folder,
                           MyoDatabaseFunc  write)
{
  const char *first_step[] = { myo_migrations_get_steps ()[0], NULL };
  g_autoptr(MyoRecords) records = myo_records_new (folder);
  g_autoptr(GError) error = NULL;

  records->steps = first_step;
  g_assert_true (myo_records_open (records, &error));
  g_assert_true (myo_records_write (records, write, NULL, &error));
  g_assert_no_error (error);
  myo_records_close (records);
}
