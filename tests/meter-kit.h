/* What the tests share that count what the main thread does: after each turn of the main loop the meter is read (see myo-meter.h); so much
 * as a slow computer does in 50 ms is the most that may stand there, whatever runs beside the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-meter.h"

/* What the main thread did since the last look. */
static inline void
look (const char *what)
{
  guint64 units = myo_meter_take ();

  if (units > MYO_METER_AT_ONCE / 20)
    g_test_message ("%s: %" G_GUINT64_FORMAT " units", what, units);
  g_assert_cmpuint (units, <, MYO_METER_AT_ONCE);
}

#define TURN_UNTIL(condition) \
  G_STMT_START { \
    while (!(condition)) \
      { \
        g_main_context_iteration (NULL, TRUE); \
        look (#condition); \
      } \
  } G_STMT_END
