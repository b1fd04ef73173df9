/* Something that did not work and is tried again, each time after a longer pause, until it does or nobody wants it any more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-clock.h"

G_BEGIN_DECLS

/** MYO_RETRY_FIRST_US: the first pause, in µs of waking time; each further one is twice as long, up to the longest */
#define MYO_RETRY_FIRST_US (5 * (gint64) G_USEC_PER_SEC)
/** MYO_RETRY_LONGEST_US: the longest pause, in µs of waking time */
#define MYO_RETRY_LONGEST_US (300 * (gint64) G_USEC_PER_SEC)

typedef struct _MyoRetry MyoRetry;

/** myo_retry_new: @clock: kept referenced; @func: tries; calls myo_retry_start() when that fails; @data: stays the caller's.
 * Returns: (transfer full): at rest */
MyoRetry *myo_retry_new   (MyoClock *clock, MyoAlarmFunc func, gpointer data);
/** myo_retry_free: @self: (transfer full): nothing is tried any more */
void      myo_retry_free  (MyoRetry *self);
/** myo_retry_start: it did not work: has it tried again after the next pause, unless that is to be done already */
void      myo_retry_start (MyoRetry *self);
/** myo_retry_stop: it has worked, or is wanted no more: nothing is tried, and the next pause is the first again */
void      myo_retry_stop  (MyoRetry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoRetry, myo_retry_free)

G_END_DECLS
