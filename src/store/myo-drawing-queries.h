/* Pain drawings in the tables: those of sessions, and the one that is being made.
 *
 * To the tables a drawing is text like any other; what it says is for src/content to read.  The writing ones belong inside
 * myo_database_transact().
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database.h"
#include "myo-session.h"
#include "myo-statement.h"

G_BEGIN_DECLS

/** myo_drawing_queries_save: what of @session's drawings is set replaces what the row @id has; "" takes it away, %NULL leaves it */
gboolean      myo_drawing_queries_save       (MyoDatabase *database, gint64 id, const MyoSession *session, GError **error);

/** myo_drawing_queries_are_known: @known: (out): %FALSE where the tables are older than drawings, as in a file that cannot be written */
gboolean      myo_drawing_queries_are_known  (MyoDatabase *database, gboolean *known, GError **error);

/** myo_drawing_queries_prepare: @statement: (out) (transfer full): for myo_drawing_queries_read(); %NULL where there are no drawings yet */
gboolean      myo_drawing_queries_prepare    (MyoDatabase *database, MyoStatement **statement, GError **error);
/** myo_drawing_queries_read: gives @session the drawings of its row; @statement: (nullable) */
gboolean      myo_drawing_queries_read       (MyoStatement *statement, MyoSession *session, GError **error);

/** myo_drawing_queries_save_draft: @drawing: (nullable): %NULL takes it away; @saved_at: µs since 1970, UTC */
gboolean      myo_drawing_queries_save_draft (MyoDatabase *database, const char *drawing, gint64 saved_at, GError **error);
/** myo_drawing_queries_load_draft: Returns: (transfer full): %NULL with @error unset when there is none */
char         *myo_drawing_queries_load_draft (MyoDatabase *database, GError **error);

G_END_DECLS
