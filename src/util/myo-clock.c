/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-clock.h"

#include <time.h>

G_DEFINE_TYPE (MyoClock, myo_clock, G_TYPE_OBJECT)

struct _MyoManualClock
{
  MyoClock parent_instance;

  gint64 now;
  gint64 asleep;
};

G_DEFINE_FINAL_TYPE (MyoManualClock, myo_manual_clock, MYO_TYPE_CLOCK)

/* --- The machine's clock --- */

static gint64
read_clock (clockid_t id)
{
  struct timespec t;

  clock_gettime (id, &t);
  return (gint64) t.tv_sec * G_USEC_PER_SEC + t.tv_nsec / 1000;
}

static gint64
system_now (MyoClock *self)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* Linux: CLOCK_BOOTTIME is CLOCK_MONOTONIC plus the time suspended. */
static gint64
system_asleep (MyoClock *self)
{
#ifdef CLOCK_BOOTTIME
  /* In this order, so that the time between the two calls does not make it negative. */
  gint64 awake = read_clock (CLOCK_MONOTONIC);

  return read_clock (CLOCK_BOOTTIME) - awake;
#else
  return 0;
#endif
}

static void
myo_clock_class_init (MyoClockClass *klass)
{
  klass->now = system_now;
  klass->asleep = system_asleep;
}

static void
myo_clock_init (MyoClock *self)
{
}

MyoClock *
myo_clock_new (void)
{
  return g_object_new (MYO_TYPE_CLOCK, NULL);
}

gint64
myo_clock_now (MyoClock *self)
{
  g_return_val_if_fail (MYO_IS_CLOCK (self), 0);

  return MYO_CLOCK_GET_CLASS (self)->now (self);
}

gint64
myo_clock_asleep (MyoClock *self)
{
  g_return_val_if_fail (MYO_IS_CLOCK (self), 0);

  return MYO_CLOCK_GET_CLASS (self)->asleep (self);
}

/* --- A clock for tests --- */

static gint64
manual_now (MyoClock *clock)
{
  return MYO_MANUAL_CLOCK (clock)->now;
}

static gint64
manual_asleep (MyoClock *clock)
{
  return MYO_MANUAL_CLOCK (clock)->asleep;
}

static void
myo_manual_clock_class_init (MyoManualClockClass *klass)
{
  MyoClockClass *clock_class = MYO_CLOCK_CLASS (klass);

  clock_class->now = manual_now;
  clock_class->asleep = manual_asleep;
}

static void
myo_manual_clock_init (MyoManualClock *self)
{
}

MyoManualClock *
myo_manual_clock_new (void)
{
  return g_object_new (MYO_TYPE_MANUAL_CLOCK, NULL);
}

void
myo_manual_clock_advance (MyoManualClock *self,
                          gint64          us)
{
  g_return_if_fail (MYO_IS_MANUAL_CLOCK (self));
  g_return_if_fail (us >= 0);

  self->now += us;
}

void
myo_manual_clock_sleep (MyoManualClock *self,
                        gint64          us)
{
  g_return_if_fail (MYO_IS_MANUAL_CLOCK (self));
  g_return_if_fail (us >= 0);

  self->asleep += us;
}
