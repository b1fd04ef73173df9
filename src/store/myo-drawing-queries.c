/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-drawing-queries.h"

#include <string.h>

#include "myo-migrations.h"

/* --- Those of sessions --- */

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
myo_drawing_queries_save (MyoDatabase       *database,
                          gint64             id,
                          const MyoSession  *session,
                          GError           **error)
{
  return save_phase (database, id, "before", session->drawing_before, error)
         && save_phase (database, id, "after", session->drawing_after, error);
}

gboolean
myo_drawing_queries_are_known (MyoDatabase  *database,
                               gboolean     *known,
                               GError      **error)
{
  gint64 version;

  if (!myo_database_get_int (database, "PRAGMA user_version", &version, error))
    return FALSE;

  *known = version >= MYO_MIGRATION_DRAWINGS;
  return TRUE;
}

gboolean
myo_drawing_queries_prepare (MyoDatabase   *database,
                             MyoStatement **statement,
                             GError       **error)
{
  gboolean knows;

  *statement = NULL;
  if (!myo_drawing_queries_are_known (database, &knows, error))
    return FALSE;
  if (!knows)
    return TRUE;

  *statement = myo_statement_new (database, "SELECT phase, drawing FROM pain_drawing WHERE session = :session", error);
  return *statement != NULL;
}

static void
take_drawing (MyoSession *session,
              const char *phase,
              const char *drawing)
{
  char **place = g_strcmp0 (phase, "before") == 0 ? &session->drawing_before : &session->drawing_after;

  g_free (*place);
  *place = drawing != NULL ? g_utf8_make_valid (drawing, -1) : NULL;
}

gboolean
myo_drawing_queries_read (MyoStatement  *statement,
                          MyoSession    *session,
                          GError       **error)
{
  g_autoptr(GError) fault = NULL;

  if (statement == NULL)
    return TRUE;

  myo_statement_reset (statement);
  myo_statement_bind_int (statement, ":session", session->id);
  while (myo_statement_next (statement, &fault))
    take_drawing (session, myo_statement_get_text (statement, 0), myo_statement_get_text (statement, 1));

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

/* --- The one that is being made --- */

gboolean
myo_drawing_queries_save_draft (MyoDatabase  *database,
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

char *
myo_drawing_queries_load_draft (MyoDatabase  *database,
                                GError      **error)
{
  g_autoptr(MyoStatement) statement = NULL;
  const char *text;
  gboolean knows;

  if (!myo_drawing_queries_are_known (database, &knows, error) || !knows)
    return NULL;

  statement = myo_statement_new (database, "SELECT drawing FROM draft", error);
  if (statement == NULL || !myo_statement_next (statement, error))
    return NULL;

  text = myo_statement_get_text (statement, 0);
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}
