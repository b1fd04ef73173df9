/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-statement-private.h"

struct _MyoStatement
{
  MyoDatabase  *database;
  sqlite3_stmt *handle;
  int           bind_code;       /* the first fault of binding, told when it is run */
};

MyoStatement *
myo_statement_new (MyoDatabase  *database,
                   const char   *sql,
                   GError      **error)
{
  sqlite3_stmt *handle = NULL;
  MyoStatement *self;
  int code = sqlite3_prepare_v2 (database->handle, sql, -1, &handle, NULL);

  if (code != SQLITE_OK)
    {
      myo_database_set_error (database, code, error);
      return NULL;
    }

  self = g_new0 (MyoStatement, 1);
  self->database = database;
  self->handle = handle;
  return self;
}

void
myo_statement_free (MyoStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

static int
parameter (MyoStatement *self,
           const char   *name)
{
  int index = sqlite3_bind_parameter_index (self->handle, name);

  g_assert (index > 0);
  return index;
}

static void
note_bind (MyoStatement *self,
           int           code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
myo_statement_bind_int (MyoStatement *self,
                        const char   *name,
                        gint64        value)
{
  note_bind (self, sqlite3_bind_int64 (self->handle, parameter (self, name), value));
}

void
myo_statement_bind_text (MyoStatement *self,
                         const char   *name,
                         const char   *text)
{
  note_bind (self, sqlite3_bind_text (self->handle, parameter (self, name), text, -1, SQLITE_TRANSIENT));
}

gboolean
myo_statement_next (MyoStatement  *self,
                    GError       **error)
{
  int code = self->bind_code;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    myo_database_set_error (self->database, code, error);
  return FALSE;
}

gboolean
myo_statement_for_each (MyoStatement  *self,
                        MyoRowFunc     func,
                        gpointer       data,
                        GError       **error)
{
  g_autoptr(GError) fault = NULL;

  while (myo_statement_next (self, &fault))
    func (self, data);
  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static void
ignore_row (MyoStatement *row,
            gpointer      data)
{
}

gboolean
myo_statement_run (MyoStatement  *self,
                   GError       **error)
{
  return myo_statement_for_each (self, ignore_row, NULL, error);
}

void
myo_statement_reset (MyoStatement *self)
{
  sqlite3_reset (self->handle);
}

gint64
myo_statement_get_int (MyoStatement *self,
                       int           column)
{
  return sqlite3_column_int64 (self->handle, column);
}

const char *
myo_statement_get_text (MyoStatement *self,
                        int           column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}
