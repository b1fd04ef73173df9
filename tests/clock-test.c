/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-clock.h"

static void
test_manual_clock_moves_only_when_told (void)
{
  g_autoptr(MyoManualClock) clock = myo_manual_clock_new ();

  g_assert_cmpint (myo_clock_now (MYO_CLOCK (clock)), ==, 0);
  myo_manual_clock_advance (clock, 1500);
  g_assert_cmpint (myo_clock_now (MYO_CLOCK (clock)), ==, 1500);
  g_assert_cmpint (myo_clock_asleep (MYO_CLOCK (clock)), ==, 0);
}

static void
test_sleep_is_not_waking_time (void)
{
  g_autoptr(MyoManualClock) clock = myo_manual_clock_new ();

  myo_manual_clock_sleep (clock, 90 * G_USEC_PER_SEC);
  g_assert_cmpint (myo_clock_now (MYO_CLOCK (clock)), ==, 0);
  g_assert_cmpint (myo_clock_asleep (MYO_CLOCK (clock)), ==, 90 * G_USEC_PER_SEC);
}

static void
test_system_clock_never_goes_back (void)
{
  g_autoptr(MyoClock) clock = myo_clock_new ();
  gint64 last = myo_clock_now (clock);

  for (int i = 0; i < 1000; i++)
    {
      gint64 now = myo_clock_now (clock);

      g_assert_cmpint (now, >=, last);
      last = now;
    }
  g_assert_cmpint (myo_clock_asleep (clock), >=, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/manual", test_manual_clock_moves_only_when_told);
  g_test_add_func ("/clock/sleep", test_sleep_is_not_waking_time);
  g_test_add_func ("/clock/system", test_system_clock_never_goes_back);
  return g_test_run ();
}
