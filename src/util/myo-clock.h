/* A clock that tests can replace.
 *
 * What is written and shown goes by the wall clock, which may be set.  The player asks for two times: `now`, which stands still while the machine sleeps, and `asleep`, the time slept so
 * far.  A growing `asleep` tells that a suspend lay between two looks at the clock.
 *
 * Who wants to be called at a moment asks the clock as well, so that a test that moves the time also moves what hangs on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define MYO_TYPE_CLOCK (myo_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (MyoClock, myo_clock, MYO, CLOCK, GObject)

/** MyoAlarmFunc: @data: as given with the alarm */
typedef void (*MyoAlarmFunc) (gpointer data);

struct _MyoClockClass
{
  GObjectClass parent_class;

  gint64 (*now)        (MyoClock *self);
  gint64 (*asleep)     (MyoClock *self);
  guint  (*call_after) (MyoClock *self, gint64 us, int priority, MyoAlarmFunc func, gpointer data);
  gint64 (*wall)       (MyoClock *self);
  guint  (*call_at)    (MyoClock *self, gint64 wall, MyoAlarmFunc func, gpointer data);
  void   (*cancel)     (MyoClock *self, guint id);
};

/** myo_clock_new: Returns: (transfer full): the machine's own clock */
MyoClock *myo_clock_new        (void);

/** myo_clock_now: Returns: monotonic time in µs, from an arbitrary origin, not counting sleep */
gint64    myo_clock_now        (MyoClock *self);

/** myo_clock_asleep: Returns: µs that the machine has been suspended since an arbitrary origin; never falls */
gint64    myo_clock_asleep     (MyoClock *self);

/** myo_clock_wall: Returns: µs since 1970, by the clock on the wall */
gint64    myo_clock_wall       (MyoClock *self);

/** myo_clock_call_at: calls @func once, from the default main context, when the wall clock shows @wall, and sooner when it is set or the machine
 * wakes from a suspend: @func looks again what time it is.
 * @wall: µs since 1970; @func, @data and what is returned as with myo_clock_call_after() */
guint     myo_clock_call_at    (MyoClock *self, gint64 wall, MyoAlarmFunc func, gpointer data);

/** myo_clock_call_after: calls @func once, from the default main context, when @us of waking time have gone by.
 * @us: µs ≥ 0, rounded up to whole ms by the machine's clock; @priority: GLib's, %G_PRIORITY_HIGH for what is heard and seen at
 * its moment, %G_PRIORITY_DEFAULT or less for what may wait; @func: may set the next alarm; @data: stays the caller's, who cancels
 * the alarm when it goes.
 * Returns: what to cancel it with, never 0; means nothing any more once @func is called */
guint     myo_clock_call_after (MyoClock *self, gint64 us, int priority, MyoAlarmFunc func, gpointer data);

/** myo_clock_cancel: takes an alarm back.
 * @id: of an alarm that was not called yet; 0: nothing happens */
void      myo_clock_cancel     (MyoClock *self, guint id);

#define MYO_TYPE_MANUAL_CLOCK (myo_manual_clock_get_type ())
G_DECLARE_FINAL_TYPE (MyoManualClock, myo_manual_clock, MYO, MANUAL_CLOCK, MyoClock)

/** myo_manual_clock_new: Returns: (transfer full): a clock at 0 that moves only when told */
MyoManualClock *myo_manual_clock_new     (void);

/** myo_manual_clock_advance: @us: µs ≥ 0 of waking time that go by.  What falls due is called in order, each at its own moment;
 * of what falls due together the higher priority comes first, then what was asked for first */
void            myo_manual_clock_advance (MyoManualClock *self,
                                          gint64          us);

/** myo_manual_clock_stall: @us: µs ≥ 0 of waking time for which the program stands still: what falls due is called at the end, late */
void            myo_manual_clock_stall   (MyoManualClock *self,
                                          gint64          us);

/** myo_manual_clock_set_wall: @wall: µs since 1970: somebody sets the clock on the wall.  It goes on with the time, waking and asleep */
void            myo_manual_clock_set_wall (MyoManualClock *self,
                                           gint64          wall);

/** myo_manual_clock_sleep: @us: µs ≥ 0 for which the machine is suspended */
void            myo_manual_clock_sleep   (MyoManualClock *self,
                                          gint64          us);

G_END_DECLS
