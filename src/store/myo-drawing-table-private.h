/* The table `pain_drawing`: the drawings made before and after each session.
 *
 * To the tables a drawing is text like any other; what it says is for src/content to read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"
#include "myo-session.h"

G_BEGIN_DECLS

/** myo_drawing_table_save: what of @session's drawings is set replaces what the row @id has; "" takes it away, %NULL leaves it.
 * Belongs inside myo_database_transact(). */
gboolean myo_drawing_table_save (MyoDatabase *database, gint64 id, const MyoSession *session, GError **error);

/** myo_drawing_table_read: gives each of @sessions, which have none yet, its drawings; none where the tables know of none.
 * @sessions: (element-type MyoSession) */
gboolean myo_drawing_table_read (MyoDatabase *database, GPtrArray *sessions, GError **error);

G_END_DECLS
