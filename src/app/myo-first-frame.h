/* The moment at which the body can be seen, for tests/bench/start.py.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-body-map.h"

G_BEGIN_DECLS

/** myo_first_frame_report: when the environment has MYOMAP_BENCH=start: after the first frame in which all of the body that is in
 * sight is painted at the scale of the screen, prints the monotonic time (µs) on a line of its own and closes @window; else
 * does nothing.  @window: not yet presented; @map: in it */
void myo_first_frame_report (GtkWindow *window, MyoBodyMap *map);

G_END_DECLS
