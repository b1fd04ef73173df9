/* One prepared statement: parameters by name, results by column, faults as GError.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-database-private.h"

G_BEGIN_DECLS

typedef struct _MyoStatement MyoStatement;

/** myo_statement_new: @database: borrowed, must outlive the statement; @sql: one statement
 * Returns: (transfer full): %NULL with @error set */
MyoStatement *myo_statement_new       (MyoDatabase *database, const char *sql, GError **error);
/** myo_statement_free: @self: (transfer full) */
void          myo_statement_free      (MyoStatement *self);

/** myo_statement_bind_int: @name: with its colon, must occur in the statement */
void          myo_statement_bind_int  (MyoStatement *self, const char *name, gint64 value);
/** myo_statement_bind_text: @text: (nullable): copied; %NULL is SQL's NULL */
void          myo_statement_bind_text (MyoStatement *self, const char *name, const char *text);

/** myo_statement_next: Returns: whether there is a row to read; %FALSE with @error unset at the end */
gboolean      myo_statement_next      (MyoStatement *self, GError **error);
/** MyoRowFunc: reads a row of the statement */
typedef void (*MyoRowFunc) (MyoStatement *row, gpointer data);

/** myo_statement_for_each: runs to the end, with @func for each row.  Returns: whether that worked */
gboolean      myo_statement_for_each  (MyoStatement *self, MyoRowFunc func, gpointer data, GError **error);
/** myo_statement_run: runs to the end without reading anything.  Returns: whether that worked */
gboolean      myo_statement_run       (MyoStatement *self, GError **error);
/** myo_statement_reset: makes ready to be run once more, with its parameters as they are */
void          myo_statement_reset     (MyoStatement *self);

/** myo_statement_get_int: @column: from 0 */
gint64        myo_statement_get_int   (MyoStatement *self, int column);
/** myo_statement_get_text: Returns: (nullable) (transfer none): valid until the next row */
const char   *myo_statement_get_text  (MyoStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoStatement, myo_statement_free)

G_END_DECLS
