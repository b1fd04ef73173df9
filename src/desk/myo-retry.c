/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-retry.h"

struct _MyoRetry
{
  MyoClock     *clock;
  MyoAlarmFunc  func;
  gpointer      data;
  guint         alarm;       /* 0: nothing is to be tried */
  gint64        pause;       /* µs: the next one */
};

static void
try (gpointer data)
{
  MyoRetry *self = data;

  self->alarm = 0;
  self->func (self->data);
}

void
myo_retry_start (MyoRetry *self)
{
  if (self->alarm != 0)
    return;

  self->alarm = myo_clock_call_after (self->clock, self->pause, G_PRIORITY_DEFAULT, try, self);
  self->pause = MIN (2 * self->pause, MYO_RETRY_LONGEST_US);
}

void
myo_retry_stop (MyoRetry *self)
{
  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  self->pause = MYO_RETRY_FIRST_US;
}

void
myo_retry_free (MyoRetry *self)
{
  myo_retry_stop (self);
  g_object_unref (self->clock);
  g_free (self);
}

MyoRetry *
myo_retry_new (MyoClock     *clock,
               MyoAlarmFunc  func,
               gpointer      data)
{
  MyoRetry *self;

  g_return_val_if_fail (MYO_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (MyoRetry, 1);
  self->clock = g_object_ref (clock);
  self->func = func;
  self->data = data;
  self->pause = MYO_RETRY_FIRST_US;
  return self;
}
