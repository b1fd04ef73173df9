/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-queries-private.h"

#include "myo-drawing-table-private.h"
#include "myo-hold-table-private.h"
#include "myo-session-table-private.h"

gboolean
myo_record_queries_save_session (MyoDatabase       *database,
                                 const MyoSession  *session,
                                 gint64            *id,
                                 GError           **error)
{
  return myo_session_table_save (database, session, id, error) && myo_drawing_table_save (database, *id, session, error);
}

gboolean
myo_record_queries_add_hold (MyoDatabase    *database,
                             gint64          session,
                             const MyoHold  *hold,
                             int             next_move,
                             gint64         *id,
                             GError        **error)
{
  return myo_hold_table_add (database, session, hold, id, error)
         && myo_session_table_set_next_move (database, session, next_move, error);
}

/* @sessions: (transfer full) (nullable): then @error is set
 * Returns: @sessions with their holds and drawings */
static GPtrArray *
complete (MyoDatabase  *database,
          GPtrArray    *sessions,
          GError      **error)
{
  if (sessions != NULL
      && myo_hold_table_read (database, sessions, error)
      && myo_drawing_table_read (database, sessions, error))
    return sessions;

  g_clear_pointer (&sessions, g_ptr_array_unref);
  return NULL;
}

gboolean
myo_record_queries_find_unfinished (MyoDatabase  *database,
                                    MyoSession  **session,
                                    GError      **error)
{
  g_autoptr(GPtrArray) found = complete (database, myo_session_table_find_unfinished (database, error), error);

  *session = found != NULL && found->len > 0 ? myo_session_ref (g_ptr_array_index (found, 0)) : NULL;
  return found != NULL;
}

GPtrArray *
myo_record_queries_list (MyoDatabase             *database,
                         const MyoSessionFilter  *filter,
                         GError                 **error)
{
  return complete (database, myo_session_table_list (database, filter, error), error);
}
