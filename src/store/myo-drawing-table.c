/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-drawing-table-private.h"

#include "myo-migrations-private.h"
#include "myo-record-values-private.h"
#include "myo-statement-private.h"

/* An equal one is not written again: a drawing is large beside everything else of a session, which is saved often. */
#define UPSERT_DRAWING \
  "INSERT INTO pain_drawing (session, phase, drawing) VALUES (:session, :phase, :drawing) " \
  "ON CONFLICT (session, phase) DO UPDATE SET drawing = excluded.drawing WHERE drawing <> excluded.drawing"

#define DELETE_DRAWING "DELETE FROM pain_drawing WHERE session = :session AND phase = :phase"

static gboolean
save_phase (MyoDatabase  *database,
            gint64        id,
            const char   *phase,
            const char   *drawing,
            GError      **error)
{
  g_autoptr(MyoStatement) statement = NULL;

  if (drawing == NULL)
    return TRUE;

  statement = myo_statement_new (database, *drawing != '\0' ? UPSERT_DRAWING : DELETE_DRAWING, error);
  if (statement == NULL)
    return FALSE;

  myo_statement_bind_int (statement, ":session", id);
  myo_statement_bind_text (statement, ":phase", phase);
  if (*drawing != '\0')
    myo_statement_bind_text (statement, ":drawing", drawing);
  return myo_statement_run (statement, error);
}

gboolean
myo_drawing_table_save (MyoDatabase       *database,
                        gint64             id,
                        const MyoSession  *session,
                        GError           **error)
{
  return save_phase (database, id, "before", session->drawing_before, error)
         && save_phase (database, id, "after", session->drawing_after, error);
}

static void
take_drawing (MyoStatement *row,
              gpointer      data)
{
  MyoSession *session = data;
  gboolean is_before = g_strcmp0 (myo_statement_get_text (row, 0), "before") == 0;
  char **place = is_before ? &session->drawing_before : &session->drawing_after;

  g_free (*place);
  *place = myo_record_values_get_text (row, 1);
}

static gboolean
read_all (MyoDatabase  *database,
          GPtrArray    *sessions,
          GError      **error)
{
  g_autoptr(MyoStatement) statement =
    myo_statement_new (database, "SELECT phase, drawing FROM pain_drawing WHERE session = :session", error);
  gboolean worked = statement != NULL;

  for (guint i = 0; worked && i < sessions->len; i++)
    {
      MyoSession *session = g_ptr_array_index (sessions, i);

      myo_statement_reset (statement);
      myo_statement_bind_int (statement, ":session", session->id);
      worked = myo_statement_for_each (statement, take_drawing, session, error);
    }
  return worked;
}

gboolean
myo_drawing_table_read (MyoDatabase  *database,
                        GPtrArray    *sessions,
                        GError      **error)
{
  gboolean known;

  return myo_migrations_know_drawings (database, &known, error) && (!known || read_all (database, sessions, error));
}
