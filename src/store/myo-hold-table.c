/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-hold-table-private.h"

#include "myo-record-values-private.h"
#include "myo-statement-private.h"

#define INSERT_HOLD \
  "INSERT INTO hold (session, started_at, point, side, step, repetition, planned_ms, held_ms, pressure," \
  " twitch, known_pain, ending) " \
  "VALUES (:session, :started_at, :point, :side, :step, :repetition, :planned_ms, :held_ms, :pressure," \
  " :twitch, :known_pain, :ending)"

gboolean
myo_hold_table_add (MyoDatabase    *database,
                    gint64          session,
                    const MyoHold  *hold,
                    gint64         *id,
                    GError        **error)
{
  g_autoptr(MyoStatement) statement = myo_statement_new (database, INSERT_HOLD, error);

  if (statement == NULL)
    return FALSE;

  myo_statement_bind_int (statement, ":session", session);
  myo_statement_bind_int (statement, ":started_at", hold->started_at);
  myo_statement_bind_text (statement, ":point", hold->point);
  myo_record_values_bind_text (statement, ":side", myo_side_get_nick (hold->side));
  myo_statement_bind_int (statement, ":step", hold->step);
  myo_statement_bind_int (statement, ":repetition", hold->repetition);
  myo_statement_bind_int (statement, ":planned_ms", hold->planned_ms);
  myo_statement_bind_int (statement, ":held_ms", hold->held_ms);
  myo_record_values_bind_known (statement, ":pressure", hold->pressure);
  myo_statement_bind_int (statement, ":twitch", hold->twitch != FALSE);
  myo_statement_bind_int (statement, ":known_pain", hold->known_pain != FALSE);
  myo_record_values_bind_text (statement, ":ending", myo_end_get_nick (hold->end));
  if (!myo_statement_run (statement, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (database->handle);
  return TRUE;
}

#define SELECT_HOLDS \
  "SELECT id, started_at, point, side, step, repetition, planned_ms, held_ms, pressure, twitch, known_pain, ending " \
  "FROM hold WHERE session = :session ORDER BY id"

static MyoHold *
read_hold (MyoStatement *row)
{
  MyoHold *hold = myo_hold_new ();
  int column = 0;

  hold->id = myo_statement_get_int (row, column++);
  hold->started_at = myo_statement_get_int (row, column++);
  hold->point = myo_record_values_get_text (row, column++);
  hold->side = myo_record_values_get_side (row, column++);
  hold->step = (int) myo_statement_get_int (row, column++);
  hold->repetition = (int) myo_statement_get_int (row, column++);
  hold->planned_ms = (int) myo_statement_get_int (row, column++);
  hold->held_ms = (int) myo_statement_get_int (row, column++);
  hold->pressure = myo_record_values_get_known (row, column++);
  hold->twitch = myo_statement_get_int (row, column++) != 0;
  hold->known_pain = myo_statement_get_int (row, column++) != 0;
  hold->end = myo_end_from_nick (myo_statement_get_text (row, column++));
  return hold;
}

static void
take_hold (MyoStatement *row,
           gpointer      data)
{
  MyoSession *session = data;

  g_ptr_array_add (session->holds, read_hold (row));
}

gboolean
myo_hold_table_read (MyoDatabase  *database,
                     GPtrArray    *sessions,
                     GError      **error)
{
  g_autoptr(MyoStatement) statement = myo_statement_new (database, SELECT_HOLDS, error);
  gboolean worked = statement != NULL;

  for (guint i = 0; worked && i < sessions->len; i++)
    {
      MyoSession *session = g_ptr_array_index (sessions, i);

      myo_statement_reset (statement);
      myo_statement_bind_int (statement, ":session", session->id);
      worked = myo_statement_for_each (statement, take_hold, session, error);
    }
  return worked;
}
