/* Which day it is here: what is called today is called so until midnight, also when the machine sleeps over it, when the clock is set and
 * when one arrives in another time zone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-clock.h"

G_BEGIN_DECLS

#define MYO_TYPE_TODAY (myo_today_get_type ())
G_DECLARE_FINAL_TYPE (MyoToday, myo_today, MYO, TODAY, GObject)

/* Signal: changed ()  another day, or other times of day: what is written about days and times is to be written anew */

/** myo_today_new: @clock: whose wall clock it follows.  Returns: (transfer full) */
MyoToday *myo_today_new     (MyoClock *clock);
/** myo_today_get_now: Returns: µs since 1970 */
gint64    myo_today_get_now (MyoToday *self);
/** myo_today_look: looks again where we are: nobody tells that the time zone was changed, so whoever comes back to the program looks */
void      myo_today_look    (MyoToday *self);

G_END_DECLS
