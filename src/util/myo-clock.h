/* A clock that tests can replace.
 *
 * The player asks for two times: `now`, which stands still while the machine sleeps, and `asleep`, the time slept so
 * far.  A growing `asleep` tells that a suspend lay between two looks at the clock.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MYO_TYPE_CLOCK (myo_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (MyoClock, myo_clock, MYO, CLOCK, GObject)

struct _MyoClockClass
{
  GObjectClass parent_class;

  gint64 (*now)    (MyoClock *self);
  gint64 (*asleep) (MyoClock *self);
};

/** myo_clock_new: Returns: (transfer full): the machine's own clock */
MyoClock *myo_clock_new    (void);

/** myo_clock_now: Returns: monotonic time in µs, from an arbitrary origin, not counting sleep */
gint64    myo_clock_now    (MyoClock *self);

/** myo_clock_asleep: Returns: µs that the machine has been suspended since an arbitrary origin; never falls */
gint64    myo_clock_asleep (MyoClock *self);

#define MYO_TYPE_MANUAL_CLOCK (myo_manual_clock_get_type ())
G_DECLARE_FINAL_TYPE (MyoManualClock, myo_manual_clock, MYO, MANUAL_CLOCK, MyoClock)

/** myo_manual_clock_new: Returns: (transfer full): a clock at 0 that moves only when told */
MyoManualClock *myo_manual_clock_new     (void);

/** myo_manual_clock_advance: @us: µs ≥ 0 of waking time that go by */
void            myo_manual_clock_advance (MyoManualClock *self,
                                          gint64          us);

/** myo_manual_clock_sleep: @us: µs ≥ 0 for which the machine is suspended */
void            myo_manual_clock_sleep   (MyoManualClock *self,
                                          gint64          us);

G_END_DECLS
