/* Plays the cues of a session.
 *
 * All of GStreamer lives in a thread of its own: finding out what the machine has, opening the device and starting it may take
 * long or hang, and neither may touch the window.  Once open, the device is kept running, so that a cue is heard at its moment;
 * a cue that could only be heard late is dropped, because a late one misleads the hands.  Without a device there is silence, which is told
 * once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-tone.h"

G_BEGIN_DECLS

#define MYO_TYPE_SOUND (myo_sound_get_type ())
G_DECLARE_FINAL_TYPE (MyoSound, myo_sound, MYO, SOUND, GObject)

/* Signal
 *   failed (GError *error)  there is no device to play on; at most once, from the default main context
 */

/** myo_sound_new: @sink: (nullable): where to play, in the words of gst-launch; the system's own choice when %NULL.
 * Nothing is opened yet */
MyoSound *myo_sound_new         (const char *sink);

/** myo_sound_warm: opens the device, so that already the first cue comes at its moment; returns at once */
void      myo_sound_warm        (MyoSound *self);
/** myo_sound_get_warm: Returns: whether the device is open */
gboolean  myo_sound_get_warm    (MyoSound *self);

/** myo_sound_set_volume: @volume: 0 … 1, as an ear hears it (cubic) */
void      myo_sound_set_volume  (MyoSound *self, double volume);
/** myo_sound_set_enabled: @enabled: when not, cues are not played; on at first */
void      myo_sound_set_enabled (MyoSound *self, gboolean enabled);

/** myo_sound_play: plays @cue now; returns at once */
void      myo_sound_play        (MyoSound *self, MyoCue cue);

G_END_DECLS
