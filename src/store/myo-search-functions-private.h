/* Searching in SQL: two functions of the connection, which fold and compare as the rest of the program does.
 *
 * Only what Myomap asks may call them, never a schema: any other tool can read and write the tables without them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/** MYO_SQL_FOLD: (text): its words without case, accents and punctuation, see myo_fold_words() */
#define MYO_SQL_FOLD "myo_fold"

/** MYO_SQL_HOLDS: (text, words): whether every one of the words occurs in the text, be it within a word; the text is folded with
 * MYO_SQL_FOLD, the words with myo_search_functions_fold().  No sign is a pattern, as it would be for LIKE. */
#define MYO_SQL_HOLDS "myo_holds"

/** myo_search_functions_fold: @search: (nullable): as someone typed it
 * Returns: (transfer full): its words for MYO_SQL_HOLDS; "" when there is none */
char *myo_search_functions_fold (const char *search);

/** myo_search_functions_add: makes them known to @connection, once */
void  myo_search_functions_add  (sqlite3 *connection);

G_END_DECLS
