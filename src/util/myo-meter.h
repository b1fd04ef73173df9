/* A meter of work: what a thread has done, counted where it is done.
 *
 * Time tells nothing of a program that runs beside others; the work does.  Every function whose cost grows with what comes from outside
 * adds to the count of the thread that it runs in, in units of about ten nanoseconds of a slow computer: one place looked at, one pixel
 * covered, a few signs read.  A test reads the count of the main thread after each turn of the main loop and so proves that nothing keeps a
 * window from being drawn, whatever else the computer does.  Adding is one addition, and nothing else in the program reads it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** MYO_METER_AT_ONCE: units; what the main thread may do in one turn: about 50 ms of a slow computer */
#define MYO_METER_AT_ONCE 5000000

/** MYO_METER_LABEL, MYO_METER_LETTER: units; what a text on the screen costs with its layout, and each byte of it */
#define MYO_METER_LABEL  15000
#define MYO_METER_LETTER 100

/** myo_meter_add: counts @units for the thread that calls */
void    myo_meter_add  (guint64 units);
/** myo_meter_take: Returns: the units of the thread that calls, since it last asked */
guint64 myo_meter_take (void);

G_END_DECLS
