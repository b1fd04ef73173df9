/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-tone.h"

#include <math.h>

#define MAX_NOTES 3
#define ATTACK_S 0.008
#define RELEASE_S 0.030

typedef struct
{
  double hertz;
  int    start_ms, length_ms;
} Note;

typedef struct
{
  Note   notes[MAX_NOTES];     /* up to the first without a length */
  double level;                /* of full scale */
} Tune;

/* Notes of an even-tempered scale at A4 = 440 Hz: A4, C5, E5, G5, A5. */
static const Tune tunes[MYO_N_CUES] = {
  [MYO_CUE_COUNT_IN] = { { { 659.26, 0, 110 } }, 0.22 },
  [MYO_CUE_START] = { { { 659.26, 0, 160 }, { 880.00, 120, 260 } }, 0.26 },
  [MYO_CUE_LAST_SECONDS] = { { { 440.00, 0, 110 } }, 0.22 },
  [MYO_CUE_END] = { { { 783.99, 0, 200 }, { 523.25, 160, 480 } }, 0.28 },
  [MYO_CUE_DONE] = { { { 523.25, 0, 220 }, { 659.26, 170, 240 }, { 783.99, 350, 700 } }, 0.26 },
};

/* A raised cosine in and out, and in between a fall to a tenth, as of something struck: no click, no harshness. */
static double
envelope (double t,
          double length)
{
  double fall = pow (0.1, t / length);

  if (t < ATTACK_S)
    return fall * (0.5 - 0.5 * cos (G_PI * t / ATTACK_S));
  if (t > length - RELEASE_S)
    return fall * (0.5 - 0.5 * cos (G_PI * (length - t) / RELEASE_S));
  return fall;
}

/* Two quiet overtones make it warmer than a bare sine; the weights add up to 1. */
static double
wave (double hertz,
      double t)
{
  double phase = 2 * G_PI * hertz * t;

  return 0.74 * sin (phase) + 0.20 * sin (2 * phase) + 0.06 * sin (3 * phase);
}

static int
tune_length_ms (const Tune *tune)
{
  int end = 0;

  for (int i = 0; i < MAX_NOTES; i++)
    end = MAX (end, tune->notes[i].start_ms + tune->notes[i].length_ms);
  return end;
}

static double
sample_at (const Tune *tune,
           double      t)
{
  double sum = 0;

  for (int i = 0; i < MAX_NOTES && tune->notes[i].length_ms > 0; i++)
    {
      double since = t - tune->notes[i].start_ms / 1000.0;
      double length = tune->notes[i].length_ms / 1000.0;

      if (since >= 0 && since < length)
        sum += tune->level * envelope (since, length) * wave (tune->notes[i].hertz, since);
    }

  return sum;
}

gint16 *
myo_sound_render (MyoCue  cue,
                  int     rate,
                  gsize  *n_samples)
{
  const Tune *tune;
  gint16 *samples;

  g_return_val_if_fail (cue < MYO_N_CUES, NULL);
  g_return_val_if_fail (rate >= 8000 && rate <= 192000, NULL);

  tune = &tunes[cue];
  *n_samples = (gsize) tune_length_ms (tune) * (gsize) rate / 1000 + 1;
  samples = g_new (gint16, *n_samples);
  for (gsize i = 0; i < *n_samples; i++)
    samples[i] = (gint16) lrint (sample_at (tune, (double) i / rate) * G_MAXINT16);
  return samples;
}
