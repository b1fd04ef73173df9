/* Values of the records as the tables keep them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-body.h"
#include "myo-statement-private.h"

G_BEGIN_DECLS

/** myo_record_values_bind_known: @value: 0 or more; -1 stands for "not known", which is NULL in the tables.
 * For this and the rest: @name as for myo_statement_bind_int(), @column from 0 */
void    myo_record_values_bind_known (MyoStatement *statement, const char *name, int value);
/** myo_record_values_get_known: Returns: -1 for NULL */
int     myo_record_values_get_known  (MyoStatement *statement, int column);

/** myo_record_values_bind_text: @text: (nullable): "" is kept in its place, for a column that must not be NULL */
void    myo_record_values_bind_text  (MyoStatement *statement, const char *name, const char *text);
/** myo_record_values_get_text: a file may hold anything; what is shown must be valid text.
 * Returns: (transfer full) (nullable): UTF-8; %NULL for NULL */
char   *myo_record_values_get_text   (MyoStatement *statement, int column);

/** myo_record_values_get_side: Returns: the side by its nick, %MYO_SIDE_MIDDLE when it is no side's */
MyoSide myo_record_values_get_side   (MyoStatement *statement, int column);

G_END_DECLS
