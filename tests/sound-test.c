/* The cues: how they are made, and that they arrive – or that nothing happens – through a real pipeline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib-unix.h>
#include <math.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "myo-error.h"
#include "myo-sound.h"

#define RATE 48000

/* The silence that opens the device. */
#define PRIMING_BYTES (RATE / 1000 * 20 * sizeof (gint16))

/* Only ends what would never end. */
#define PATIENCE_MS 60000

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

/* At every rate that a device may ask for it begins and ends at nothing. */
static void
test_rates (void)
{
  static const int rates[] = { 8000, 22050, 44100, 48000, 192000 };

  for (guint r = 0; r < G_N_ELEMENTS (rates); r++)
    for (int cue = 0; cue < MYO_N_CUES; cue++)
      {
        gsize n;
        g_autofree gint16 *samples = myo_sound_render ((MyoCue) cue, rates[r], &n);

        g_assert_cmpint (samples[0], ==, 0);
        g_assert_cmpint (abs (samples[n - 1]), <, G_MAXINT16 / 1000);
        g_assert_cmpint (loudest (samples, 0, n), >, G_MAXINT16 / 10);
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

typedef struct
{
  MyoSound *sound;
  int       ends[2];         /* of a pipe: the device writes into the second */
} Recording;

static gboolean
wait_for_bytes (Recording *self, int ms)
{
  struct pollfd ready = { .fd = self->ends[0], .events = POLLIN };

  return poll (&ready, 1, ms) == 1;
}

/* Returns: (transfer full): the next @size bytes that the device is given */
static guchar *
read_bytes (Recording *self, gsize size)
{
  guchar *bytes = g_malloc (size);

  for (gsize n = 0; n < size;)
    {
      gssize got;

      g_assert_true (wait_for_bytes (self, PATIENCE_MS));
      got = read (self->ends[0], bytes + n, size - n);
      g_assert_cmpint (got, >, 0);
      n += (gsize) got;
    }
  return bytes;
}

static void
recording_open (Recording *self)
{
  g_autofree char *sink = NULL;

  g_assert_true (g_unix_open_pipe (self->ends, FD_CLOEXEC, NULL));
  sink = g_strdup_printf ("fdsink fd=%d", self->ends[1]);
  self->sound = myo_sound_new (sink);
}

static void
recording_start (Recording *self)
{
  g_autofree guchar *priming = NULL;

  recording_open (self);
  g_assert_false (myo_sound_get_warm (self->sound));
  myo_sound_warm (self->sound);
  priming = read_bytes (self, PRIMING_BYTES);
  for (gsize i = 0; i < PRIMING_BYTES; i++)
    g_assert_cmpint (priming[i], ==, 0);
}

static void
recording_end (Recording *self)
{
  g_clear_object (&self->sound);
  g_assert_false (wait_for_bytes (self, 0));
  close (self->ends[0]);
  close (self->ends[1]);
}

/* A machine under load may be too late, and then rightly drops the cue: it is played again.
 * Returns: (transfer full): its samples as the device got them */
static gint16 *
play_until_heard (Recording *self, MyoCue cue)
{
  gsize n;

  g_free (myo_sound_render (cue, RATE, &n));
  for (int i = 0; i < 20; i++)
    {
      myo_sound_play (self->sound, cue);
      if (wait_for_bytes (self, 1000))
        return (gint16 *) read_bytes (self, n * sizeof (gint16));
    }
  g_assert_not_reached ();
}

static void
assert_is_cue (const gint16 *heard, MyoCue cue)
{
  gsize n;
  g_autofree gint16 *samples = myo_sound_render (cue, RATE, &n);

  g_assert_cmpmem (heard, n * sizeof (gint16), samples, n * sizeof (gint16));
}

static void
test_arrives (void)
{
  Recording recording;

  recording_start (&recording);
  for (int cue = 0; cue < MYO_N_CUES; cue++)
    {
      g_autofree gint16 *heard = play_until_heard (&recording, (MyoCue) cue);

      assert_is_cue (heard, (MyoCue) cue);
      g_assert_true (myo_sound_get_warm (recording.sound));
    }
  recording_end (&recording);
}

static int
play_at_volume (Recording *self, double volume)
{
  g_autofree gint16 *heard = NULL;
  gsize n;

  g_free (myo_sound_render (MYO_CUE_END, RATE, &n));
  myo_sound_set_volume (self->sound, volume);
  heard = play_until_heard (self, MYO_CUE_END);
  return loudest (heard, 0, n);
}

/* As an ear hears it: half is an eighth; beyond the ends there is nothing. */
static void
test_volume (void)
{
  Recording recording;
  int full, half;

  recording_start (&recording);
  full = play_at_volume (&recording, 1);
  half = play_at_volume (&recording, 0.5);
  g_assert_cmpint (abs (half - full / 8), <=, 2);
  g_assert_cmpint (play_at_volume (&recording, 0), ==, 0);
  g_assert_cmpint (play_at_volume (&recording, -1), ==, 0);
  g_assert_cmpint (play_at_volume (&recording, 7), ==, full);
  recording_end (&recording);
}

/* Cues come in the order in which they are played: had one of those come, it would come before the last. */
static void
test_switched_off (void)
{
  Recording recording;
  g_autofree gint16 *heard = NULL;

  recording_start (&recording);
  myo_sound_set_enabled (recording.sound, FALSE);
  for (int cue = 0; cue < MYO_N_CUES; cue++)
    myo_sound_play (recording.sound, (MyoCue) cue);
  myo_sound_set_enabled (recording.sound, TRUE);
  heard = play_until_heard (&recording, MYO_CUE_END);
  assert_is_cue (heard, MYO_CUE_END);
  recording_end (&recording);
}

/* A device that takes nothing any more: neither a cue nor the end keeps the window waiting. */
static void
test_stuck_device (void)
{
  Recording recording;
  gint64 began;

  recording_start (&recording);
  began = g_get_monotonic_time ();
  for (int i = 0; i < 200; i++)
    myo_sound_play (recording.sound, MYO_CUE_DONE);
  g_assert_true (wait_for_bytes (&recording, PATIENCE_MS));
  g_clear_object (&recording.sound);
  g_assert_cmpint (g_get_monotonic_time () - began, <, 5 * G_TIME_SPAN_SECOND);
  /* The pipe stays open: the thread that was left behind may still write into it. */
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
note_failed (MyoSound *sound, const GError *error, guint *n)
{
  g_assert_error (error, MYO_ERROR, MYO_ERROR_SOUND);
  (*n)++;
}

/* Once, though each session would play. */
static void
assert_told_once (const char *sink)
{
  g_autoptr(MyoSound) sound = myo_sound_new (sink);
  guint n = 0;

  g_signal_connect (sound, "failed", G_CALLBACK (note_failed), &n);
  myo_sound_set_enabled (sound, FALSE);
  myo_sound_warm (sound);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n, ==, 0);
  myo_sound_set_enabled (sound, TRUE);
  for (int i = 0; i < 3; i++)
    myo_sound_warm (sound);
  while (n == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (myo_sound_get_warm (sound));
  for (int i = 0; i < 3; i++)
    myo_sound_play (sound, MYO_CUE_START);
  g_clear_object (&sound);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_no_device_is_told_once (void)
{
  assert_told_once ("no-such-sink");
  assert_told_once ("filesink location=/no/such/folder/sound");
  assert_told_once (NULL);
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
  /* Whatever this machine has, none of it is chosen. */
  g_setenv ("GST_PLUGIN_FEATURE_RANK", "pulsesink:NONE,pipewiresink:NONE,alsasink:NONE,jackaudiosink:NONE,osssink:NONE,oss4sink:NONE,"
            "openalsink:NONE,sndiosink:NONE", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tone/soft", test_soft_and_not_too_loud);
  g_test_add_func ("/tone/lengths", test_lengths);
  g_test_add_func ("/tone/rates", test_rates);
  g_test_add_func ("/tone/directions", test_start_rises_and_end_falls);
  g_test_add_func ("/sound/arrives", test_arrives);
  g_test_add_func ("/sound/volume", test_volume);
  g_test_add_func ("/sound/off", test_switched_off);
  g_test_add_func ("/sound/stuck-device", test_stuck_device);
  g_test_add_func ("/sound/no-device", test_no_device);
  g_test_add_func ("/sound/no-device/told", test_no_device_is_told_once);
  g_test_add_func ("/sound/never-played", test_never_played);
  return g_test_run ();
}
