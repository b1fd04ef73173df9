/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-draft-table-private.h"

#include "myo-migrations-private.h"
#include "myo-record-values-private.h"
#include "myo-statement-private.h"

gboolean
myo_draft_table_save (MyoDatabase  *database,
                      const char   *drawing,
                      gint64        saved_at,
                      GError      **error)
{
  g_autoptr(MyoStatement) statement = NULL;

  if (drawing == NULL)
    return myo_database_exec (database, "DELETE FROM draft", error);

  statement = myo_statement_new (database, "INSERT OR REPLACE INTO draft (id, drawing, saved_at) VALUES (1, :drawing, :saved_at)", error);
  if (statement == NULL)
    return FALSE;

  myo_statement_bind_text (statement, ":drawing", drawing);
  myo_statement_bind_int (statement, ":saved_at", saved_at);
  return myo_statement_run (statement, error);
}

static void
take_drawing (MyoStatement *row,
              gpointer      data)
{
  char **drawing = data;

  g_free (*drawing);
  *drawing = myo_record_values_get_text (row, 0);
}

gboolean
myo_draft_table_load (MyoDatabase  *database,
                      char        **drawing,
                      GError      **error)
{
  g_autoptr(MyoStatement) statement = NULL;
  gboolean known;

  *drawing = NULL;
  if (!myo_migrations_know_drawings (database, &known, error))
    return FALSE;
  if (!known)
    return TRUE;

  statement = myo_statement_new (database, "SELECT drawing FROM draft", error);
  return statement != NULL && myo_statement_for_each (statement, take_drawing, drawing, error);
}
