/* The table `hold`: the holds of each session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"
#include "myo-session.h"

G_BEGIN_DECLS

/** myo_hold_table_add: inserts @hold; belongs inside myo_database_transact().
 * @session: row of the session; %MYO_ERROR_NOT_FOUND when it is gone
 * @id: (out): row of the hold */
gboolean myo_hold_table_add  (MyoDatabase *database, gint64 session, const MyoHold *hold, gint64 *id, GError **error);

/** myo_hold_table_read: gives each of @sessions, which have none yet, its holds, oldest first.
 * @sessions: (element-type MyoSession) */
gboolean myo_hold_table_read (MyoDatabase *database, GPtrArray *sessions, GError **error);

G_END_DECLS
