/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-meter.h"

static _Thread_local guint64 count;

void
myo_meter_add (guint64 units)
{
  count += units;
}

guint64
myo_meter_take (void)
{
  guint64 taken = count;

  count = 0;
  return taken;
}
