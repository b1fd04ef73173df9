/* The cues: how they are made, and that they arrive – or that nothing happens – through a real pipeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "myo-sound.h"

#define RATE 48000

/* --- Samples --- */

static int
loudest (const gint16 *samples, gsize from, gsize to)
{
  int peak = 0;

  for (gsize i = from; i < to; i++)
    peak = MAX (peak, abs (samples[i]));
  return peak;
}

static void
test_soft_and_not_too_loud (void)
{
  for (int cue = 0; cue < MYO_N_CUES; cue++)
    {
      gsize n;
      g_autofree gint16 *samples = myo_sound_render ((MyoCue) cue, RATE, &n);
      int peak = loudest (samples, 0, n);

      g_assert_cmpint (peak, >, G_MAXINT16 / 10);
      g_assert_cmpint (peak, <=, G_MAXINT16 / 2);
      g_assert_cmpint (loudest (samples, 0, RATE / 2000), <, peak / 5);
      g_assert_cmpint (loudest (samples, n - RATE / 2000, n), <, peak / 50);
      g_assert_cmpint (samples[0], ==, 0);
      for (gsize i = 1; i < n; i++)
        g_assert_cmpint (abs (samples[i] - samples[i - 1]), <, G_MAXINT16 / 8);
    }
}

static void
test_lengths (void)
{
  const struct { MyoCue cue; int shortest_ms, longest_ms; } cues[] = {
    { MYO_CUE_COUNT_IN, 50, 200 }, { MYO_CUE_START, 200, 600 }, { MYO_CUE_LAST_SECONDS, 50, 200 },
    { MYO_CUE_END, 400, 900 }, { MYO_CUE_DONE, 600, 1500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    {
      gsize n, n_half;
      g_autofree gint16 *samples = myo_sound_render (cues[i].cue, RATE, &n);
      g_autofree gint16 *half = myo_sound_render (cues[i].cue, RATE / 2, &n_half);

      g_assert_cmpuint (n, >, (gsize) cues[i].shortest_ms * RATE / 1000);
      g_assert_cmpuint (n, <, (gsize) cues[i].longest_ms * RATE / 1000);
      g_assert_cmpuint (n_half, ==, n / 2 + 1);
    }
}

/* How strong @hertz is in a part of the samples (one bin of a Fourier transform). */
static double
strength (const gint16 *samples, gsize from, gsize to, double hertz)
{
  double re = 0, im = 0;

  for (gsize i = from; i < to; i++)
    {
      re += samples[i] * cos (2 * G_PI * hertz * (double) i / RATE);
      im += samples[i] * sin (2 * G_PI * hertz * (double) i / RATE);
    }
  return hypot (re, im) / (double) (to - from);
}

/* The note that is strongest in a part of the samples. */
static double
note (const gint16 *samples, gsize from, gsize to)
{
  double best = 0, best_hertz = 0;

  for (double hertz = 300; hertz < 1000; hertz += 5)
    if (strength (samples, from, to, hertz) > best)
      {
        best = strength (samples, from, to, hertz);
        best_hertz = hertz;
      }
  return best_hertz;
}

static void
test_start_rises_and_end_falls (void)
{
  gsize n;
  g_autofree gint16 *start = myo_sound_render (MYO_CUE_START, RATE, &n);
  gsize n_end;
  g_autofree gint16 *end = myo_sound_render (MYO_CUE_END, RATE, &n_end);

  g_assert_cmpfloat (note (start, 0, RATE / 10), <, note (start, n / 2, n) - 100);
  g_assert_cmpfloat (note (end, 0, RATE / 10), >, note (end, n_end / 2, n_end) + 100);
}

/* --- Playing --- */

static gsize
file_size (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gsize) info.st_size : 0;
}

static gboolean
wait_warm (MyoSound *sound, int seconds)
{
  for (int i = 0; i < seconds * 100 && !myo_sound_get_warm (sound); i++)
    g_usleep (10000);
  return myo_sound_get_warm (sound);
}

typedef struct
{
  MyoSound *sound;
  char     *path;
} Recording;

/* The silence that opens the device may still be on its way to the file. */
static void
wait_for_rest (const char *path)
{
  gsize size = file_size (path);

  for (int quiet = 0; quiet < 30; quiet++)
    {
      g_usleep (10000);
      if (file_size (path) != size)
        quiet = 0;
      size = file_size (path);
    }
}

static void
recording_start (Recording *self)
{
  g_autofree char *sink = NULL;

  close (g_file_open_tmp ("myomap-sound-XXXXXX", &self->path, NULL));
  sink = g_strdup_printf ("filesink buffer-mode=unbuffered location=\"%s\"", self->path);
  self->sound = myo_sound_new (sink);
  myo_sound_warm (self->sound);
  g_assert_true (wait_warm (self->sound, 60));
  wait_for_rest (self->path);
}

static void
recording_end (Recording *self)
{
  g_clear_object (&self->sound);
  g_remove (self->path);
  g_free (self->path);
}

/* A machine under load may be too late, and then rightly drops the cue: it is played again. */
static void
play_until_heard (Recording *self, MyoCue cue)
{
  gsize before = file_size (self->path);
  gsize n;

  g_free (myo_sound_render (cue, RATE, &n));
  for (int i = 0; file_size (self->path) == before; i++)
    {
      g_assert_cmpint (i, <, 20);
      myo_sound_play (self->sound, cue);
      for (int wait = 0; wait < 100 && file_size (self->path) < before + n * sizeof (gint16); wait++)
        g_usleep (10000);
    }
  g_assert_cmpuint (file_size (self->path), ==, before + n * sizeof (gint16));
}

static int
loudest_in_file (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return loudest ((const gint16 *) bytes, 0, length / sizeof (gint16));
}

static void
test_arrives (void)
{
  Recording recording = { NULL };

  recording_start (&recording);
  for (int cue = 0; cue < MYO_N_CUES; cue++)
    play_until_heard (&recording, (MyoCue) cue);
  g_assert_cmpint (loudest_in_file (recording.path), >, G_MAXINT16 / 10);
  recording_end (&recording);
}

static void
test_volume (void)
{
  Recording recording = { NULL };
  int peak;

  recording_start (&recording);
  myo_sound_set_volume (recording.sound, 0.5);
  play_until_heard (&recording, MYO_CUE_END);
  peak = loudest_in_file (recording.path);
  g_assert_cmpint (peak, >, 0);
  g_assert_cmpint (peak, <, G_MAXINT16 / 10);
  recording_end (&recording);
}

static void
test_switched_off (void)
{
  Recording recording = { NULL };
  gsize before;

  recording_start (&recording);
  before = file_size (recording.path);
  myo_sound_set_enabled (recording.sound, FALSE);
  for (int cue = 0; cue < MYO_N_CUES; cue++)
    myo_sound_play (recording.sound, (MyoCue) cue);
  g_usleep (100000);
  g_assert_cmpuint (file_size (recording.path), ==, before);
  recording_end (&recording);
}

/* @sink: one that does not work here */
static void
assert_quick_and_silent (const char *sink)
{
  g_autoptr(MyoSound) sound = myo_sound_new (sink);
  gint64 longest = 0;
  gint64 began;

  for (int i = 0; i < 200; i++)
    {
      began = g_get_monotonic_time ();
      myo_sound_play (sound, (MyoCue) (i % MYO_N_CUES));
      longest = MAX (longest, g_get_monotonic_time () - began);
    }
  g_assert_cmpint (longest, <, 500 * G_TIME_SPAN_MILLISECOND);

  began = g_get_monotonic_time ();
  g_clear_object (&sound);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 2 * G_TIME_SPAN_SECOND);
}

static void
test_no_device (void)
{
  assert_quick_and_silent ("no-such-sink");
  assert_quick_and_silent ("filesink location=/no/such/folder/sound");
  assert_quick_and_silent ("alsasink device=no-such-device");
  assert_quick_and_silent (NULL);
}

static void
test_never_played (void)
{
  g_autoptr(MyoSound) sound = myo_sound_new (NULL);

  myo_sound_set_enabled (sound, FALSE);
  myo_sound_play (sound, MYO_CUE_START);
  g_assert_false (myo_sound_get_warm (sound));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sound/soft", test_soft_and_not_too_loud);
  g_test_add_func ("/sound/lengths", test_lengths);
  g_test_add_func ("/sound/directions", test_start_rises_and_end_falls);
  g_test_add_func ("/sound/arrives", test_arrives);
  g_test_add_func ("/sound/volume", test_volume);
  g_test_add_func ("/sound/off", test_switched_off);
  g_test_add_func ("/sound/no-device", test_no_device);
  g_test_add_func ("/sound/never-played", test_never_played);
  return g_test_run ();
}
