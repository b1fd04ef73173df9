/* A large ring that runs down, with the seconds in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  MYO_RING_READY,       /* get the hands in place */
  MYO_RING_HOLD,
  MYO_RING_REST,
  MYO_RING_WAIT,        /* nothing runs */
} MyoRingMode;

#define MYO_TYPE_HOLD_RING (myo_hold_ring_get_type ())
G_DECLARE_FINAL_TYPE (MyoHoldRing, myo_hold_ring, MYO, HOLD_RING, GtkWidget)

GtkWidget *myo_hold_ring_new       (void);
/** myo_hold_ring_set_time: @left_ms of @total_ms (0: no time runs); @whole_left, @whole_total: the session, as the thin outer ring */
void       myo_hold_ring_set_time  (MyoHoldRing *self, gint64 left_ms, gint64 total_ms, gint64 whole_left, gint64 whole_total);
/** myo_hold_ring_set_mode: the modes differ in colour and in the form of the ring (solid, segmented, thin) */
void       myo_hold_ring_set_mode  (MyoHoldRing *self, MyoRingMode mode, const char *caption, gboolean paused);
/** myo_hold_ring_flash: a visible cue: the ring lights up once */
void       myo_hold_ring_flash     (MyoHoldRing *self);

G_END_DECLS
