/* Whether a database is one of Myomap's: what it says of itself, and that its tables are what the migrations make, no more and no less.
 *
 * A file may come from anywhere.  What else it holds could be run while it is used: a trigger, a view, a virtual table, a check or a
 * column that is computed.  So nothing is used before all of it is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"

G_BEGIN_DECLS

/** myo_record_schema_check: @steps: migrations, ended by %NULL
 * @version: (out): of its tables, 0 when there is nothing in it yet
 * Faults: %MYO_ERROR_STORE_NEWER, told before anything else is read; %MYO_ERROR_STORE_FOREIGN; what keeps it from being read
 * Returns: whether it is ours, or empty */
gboolean myo_record_schema_check (MyoDatabase *database, const char * const *steps, gint64 *version, GError **error);

/** myo_record_schema_refuse: looks at @path by itself, without its journals, which even reading might work into it.
 * Returns: %FALSE with %MYO_ERROR_STORE_FOREIGN when it is a database of another program for sure */
gboolean myo_record_schema_refuse (const char *path, GError **error);

G_END_DECLS
