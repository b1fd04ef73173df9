/* The table `draft`: the pain drawing that is being made, at most one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"

G_BEGIN_DECLS

/** myo_draft_table_save: belongs inside myo_database_transact().
 * @drawing: (nullable): its text; %NULL takes it away
 * @saved_at: µs since 1970, UTC */
gboolean myo_draft_table_save (MyoDatabase *database, const char *drawing, gint64 saved_at, GError **error);

/** myo_draft_table_load: @drawing: (out) (transfer full) (nullable): its text, valid UTF-8; %NULL when there is none */
gboolean myo_draft_table_load (MyoDatabase *database, char **drawing, GError **error);

G_END_DECLS
