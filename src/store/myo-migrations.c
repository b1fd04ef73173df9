/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-migrations-private.h"

#include "myo-search-functions-private.h"

/* The version since which there are drawings. */
#define WITH_DRAWINGS 2
/* And that since which sessions under way have an owner. */
#define WITH_OWNERS 3

/* Names of sides and ends are text, as myo_side_get_nick() and myo_end_get_nick() give them: readable with any tool.
 * AUTOINCREMENT: the id of a removed session is never given to another one, so an undo cannot hit a stranger.
 * The two partial indexes hold exactly what the history and the question after a crash look through.
 * Drawings have a table of their own, for they are large and the history goes over many sessions.  What a drawing covers stays in
 * words beside the session: it is shown and searched with it, also when the regions have other names one day. */
static const char * const steps[] = {
  "CREATE TABLE session ("
  "  id              INTEGER PRIMARY KEY AUTOINCREMENT,"
  "  started_at      INTEGER NOT NULL,"           /* µs since 1970, UTC, as all times */
  "  ended_at        INTEGER NOT NULL,"           /* 0 while under way */
  "  muscle          TEXT NOT NULL,"
  "  muscle_name     TEXT NOT NULL,"
  "  technique       TEXT NOT NULL,"
  "  technique_title TEXT NOT NULL,"
  "  atlas_version   TEXT NOT NULL,"
  "  side            TEXT NOT NULL,"
  "  pain_before     INTEGER CHECK (pain_before BETWEEN 0 AND 10),"
  "  pain_after      INTEGER CHECK (pain_after BETWEEN 0 AND 10),"
  "  ending          TEXT NOT NULL,"              /* 'none' while under way */
  "  next_move       INTEGER NOT NULL,"
  "  deleted_at      INTEGER"
  ") STRICT;"
  "CREATE TABLE hold ("
  "  id              INTEGER PRIMARY KEY,"
  "  session         INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,"
  "  started_at      INTEGER NOT NULL,"
  "  point           TEXT,"
  "  side            TEXT NOT NULL,"
  "  step            INTEGER NOT NULL,"
  "  repetition      INTEGER NOT NULL,"
  "  planned_ms      INTEGER NOT NULL,"
  "  held_ms         INTEGER NOT NULL,"
  "  pressure        INTEGER CHECK (pressure BETWEEN 0 AND 10),"
  "  twitch          INTEGER NOT NULL,"
  "  known_pain      INTEGER NOT NULL,"
  "  ending          TEXT NOT NULL"
  ") STRICT;"
  "CREATE INDEX session_history ON session (started_at DESC, id DESC) WHERE ending <> 'none' AND deleted_at IS NULL;"
  "CREATE INDEX session_under_way ON session (started_at DESC) WHERE ending = 'none' AND deleted_at IS NULL;"
  "CREATE INDEX session_deleted ON session (deleted_at) WHERE deleted_at IS NOT NULL;"
  "CREATE INDEX hold_session ON hold (session, id);",

  "CREATE TABLE pain_drawing ("
  "  session         INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,"
  "  phase           TEXT NOT NULL CHECK (phase IN ('before', 'after')),"
  "  drawing         TEXT NOT NULL,"
  "  PRIMARY KEY (session, phase)"
  ") STRICT;"
  "CREATE TABLE draft ("                            /* the drawing that is being made, at most one */
  "  id              INTEGER PRIMARY KEY CHECK (id = 1),"
  "  drawing         TEXT NOT NULL,"
  "  saved_at        INTEGER NOT NULL"
  ") STRICT;"
  "ALTER TABLE session ADD COLUMN drawing_words TEXT;"
  "ALTER TABLE session ADD COLUMN search TEXT NOT NULL DEFAULT '';"     /* all that it is found by, folded */
  "UPDATE session SET search = " MYO_SQL_FOLD " (muscle_name || ' ' || technique_title);",

  "ALTER TABLE session ADD COLUMN owner TEXT;",     /* who wrote it last, see myo-owner-private.h; NULL: unknown */
  NULL
};

const char * const *
myo_migrations_get_steps (void)
{
  return steps;
}

/* Another program may have been quicker: the version is read again where nobody else can write. */
static gboolean
run_missing_steps (MyoDatabase  *database,
                   gpointer      data,
                   GError      **error)
{
  const char * const *all = data;
  const guint newest = g_strv_length ((char **) all);
  g_autofree char *stamp = NULL;
  gint64 version;

  if (!myo_database_get_int (database, "PRAGMA user_version", &version, error))
    return FALSE;

  for (guint i = (guint) version; i < newest; i++)
    if (!myo_database_exec (database, all[i], error))
      return FALSE;

  stamp = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %u", MYO_APPLICATION_ID, MAX (newest, (guint) version));
  return myo_database_exec (database, stamp, error);
}

gboolean
myo_migrations_run (MyoDatabase         *database,
                    const char * const  *all,
                    GError             **error)
{
  return myo_database_transact (database, run_missing_steps, (gpointer) all, error);
}

/* @known: (out): whether the tables are of version @since or a later one */
static gboolean
know (MyoDatabase  *database,
      gint64        since,
      gboolean     *known,
      GError      **error)
{
  gint64 version;

  if (!myo_database_get_int (database, "PRAGMA user_version", &version, error))
    return FALSE;

  *known = version >= since;
  return TRUE;
}

gboolean
myo_migrations_know_drawings (MyoDatabase  *database,
                              gboolean     *known,
                              GError      **error)
{
  return know (database, WITH_DRAWINGS, known, error);
}

gboolean
myo_migrations_know_owners (MyoDatabase  *database,
                            gboolean     *known,
                            GError      **error)
{
  return know (database, WITH_OWNERS, known, error);
}
