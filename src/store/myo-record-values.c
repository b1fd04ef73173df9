/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-values-private.h"

void
myo_record_values_bind_known (MyoStatement *statement,
                              const char   *name,
                              int           value)
{
  if (value >= 0)
    myo_statement_bind_int (statement, name, value);
  else
    myo_statement_bind_text (statement, name, NULL);
}

int
myo_record_values_get_known (MyoStatement *statement,
                             int           column)
{
  return myo_statement_get_text (statement, column) != NULL ? (int) myo_statement_get_int (statement, column) : -1;
}

void
myo_record_values_bind_text (MyoStatement *statement,
                             const char   *name,
                             const char   *text)
{
  myo_statement_bind_text (statement, name, text != NULL ? text : "");
}

char *
myo_record_values_get_text (MyoStatement *statement,
                            int           column)
{
  const char *text = myo_statement_get_text (statement, column);

  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

MyoSide
myo_record_values_get_side (MyoStatement *statement,
                            int           column)
{
  MyoSide side = MYO_SIDE_MIDDLE;
  const char *nick = myo_statement_get_text (statement, column);

  if (nick != NULL)
    myo_side_from_nick (nick, &side);
  return side;
}
