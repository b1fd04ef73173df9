/* The file of the records, asked and changed past the store as any other tool could, and as the first version of Myomap wrote it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-ledger-private.h"
#include "myo-migrations-private.h"
#include "store-kit.h"

/* The number that @sql asks for, -1 where it cannot be asked. */
static inline gint64
kit_ask_file (const char *path, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoDatabase) database = myo_database_open (path, MYO_DATABASE_READ, &error);
  gint64 value;

  g_assert_no_error (error);
  return myo_database_get_int (database, sql, &value, NULL) ? value : -1;
}

static inline void
kit_change_file (const char *path, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoDatabase) database = myo_database_open (path, MYO_DATABASE_WRITE, &error);

  myo_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

/* What was deleted can no more be undone. */
static inline void
kit_let_undo_pass (Kit *kit)
{
  kit_change_file (kit->records, "UPDATE session SET deleted_at = deleted_at - 3600000000");
}

static inline gboolean
kit_run_sql (MyoDatabase *database, gpointer data, GError **error)
{
  const char *sql = data;

  return myo_database_exec (database, sql, error);
}

/* Records as an earlier version wrote them, filled with @sql. */
static inline void
kit_make_version (Kit *kit, guint version, const char *sql)
{
  const char *steps[9] = { NULL };
  g_autoptr(MyoLedger) ledger = myo_ledger_new (kit->folder);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < version; i++)
    steps[i] = myo_migrations_get_steps ()[i];
  ledger->steps = steps;
  g_assert_true (myo_ledger_open (ledger, &error));
  g_assert_true (myo_ledger_write (ledger, kit_run_sql, (gpointer) sql, &error));
  g_assert_no_error (error);
}

static inline void
kit_make_first_version (Kit *kit, const char *sql)
{
  kit_make_version (kit, 1, sql);
}
