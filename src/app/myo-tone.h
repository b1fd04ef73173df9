/* The sounds of a session, made by calculation: short soft notes, told apart by their direction without looking.
 *
 *   count-in       one middle note            last seconds   one low note
 *   start          two notes, rising          end            two notes, falling, the second long
 *   done           three notes, rising
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-player.h"

G_BEGIN_DECLS

/** myo_sound_render: @rate: samples a second, 8000 … 192000; @n_samples: (out): how many there are
 * Returns: (transfer full) (array length=n_samples): one channel, with silence neither before nor after; begins and ends at 0
 * without a click, at no more than half of full scale */
gint16 *myo_sound_render (MyoCue cue, int rate, gsize *n_samples);

G_END_DECLS
