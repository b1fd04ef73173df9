/* Which day it is: by the wall clock, over midnight, a suspend, a clock that is set and a journey.  The tests run in UTC.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-today.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
#define HOUR   (3600 * SECOND)
#define DAY    (24 * HOUR)
/* Monday, 3 November 2025, 0:00. */
#define MONDAY (G_GINT64_CONSTANT (1762128000) * SECOND)

typedef struct
{
  MyoManualClock *clock;
  MyoToday       *today;
  guint           n;
} Fixture;

static void
count (Fixture *f)
{
  f->n++;
}

static void
begin_at (Fixture *f, gint64 wall)
{
  f->clock = myo_manual_clock_new ();
  myo_manual_clock_set_wall (f->clock, wall);
  f->today = myo_today_new (MYO_CLOCK (f->clock));
  g_signal_connect_swapped (f->today, "changed", G_CALLBACK (count), f);
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  begin_at (f, MONDAY + 23 * HOUR);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_assert_finalize_object (f->today);
  /* It leaves no alarm behind. */
  myo_manual_clock_advance (f->clock, 2 * DAY);
  g_object_unref (f->clock);
}

static void
test_midnight (Fixture *f, gconstpointer unused)
{
  g_assert_cmpint (myo_today_get_now (f->today), ==, MONDAY + 23 * HOUR);
  myo_manual_clock_advance (f->clock, HOUR - 1);
  g_assert_cmpuint (f->n, ==, 0);
  myo_manual_clock_advance (f->clock, 1);
  g_assert_cmpuint (f->n, ==, 1);
  g_assert_cmpint (myo_today_get_now (f->today), ==, MONDAY + DAY);
  myo_manual_clock_advance (f->clock, DAY - 1);
  g_assert_cmpuint (f->n, ==, 1);
  myo_manual_clock_advance (f->clock, 1);
  g_assert_cmpuint (f->n, ==, 2);
}

/* At the end of a sleep, not as much later as it lasted; a nap changes nothing. */
static void
test_sleep (Fixture *f, gconstpointer unused)
{
  myo_manual_clock_sleep (f->clock, HOUR / 2);
  g_assert_cmpuint (f->n, ==, 0);
  myo_manual_clock_sleep (f->clock, 8 * HOUR);
  g_assert_cmpuint (f->n, ==, 1);
  myo_manual_clock_advance (f->clock, 17 * HOUR);
  g_assert_cmpuint (f->n, ==, 2);
}

static void
test_clock_is_set (Fixture *f, gconstpointer unused)
{
  myo_manual_clock_set_wall (f->clock, MONDAY + 5 * DAY);
  g_assert_cmpuint (f->n, ==, 1);
  myo_manual_clock_set_wall (f->clock, MONDAY);
  g_assert_cmpuint (f->n, ==, 2);
  myo_manual_clock_set_wall (f->clock, MONDAY + HOUR);
  g_assert_cmpuint (f->n, ==, 2);
  myo_manual_clock_advance (f->clock, 23 * HOUR);
  g_assert_cmpuint (f->n, ==, 3);
}

/* In Auckland it is Tuesday already, and its midnight is another. */
static void
test_journey (Fixture *f, gconstpointer unused)
{
  myo_today_look (f->today);
  g_assert_cmpuint (f->n, ==, 0);
  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  myo_today_look (f->today);
  g_assert_cmpuint (f->n, ==, 1);
  myo_manual_clock_advance (f->clock, 12 * HOUR - 1);
  g_assert_cmpuint (f->n, ==, 1);
  myo_manual_clock_advance (f->clock, 1);
  g_assert_cmpuint (f->n, ==, 2);
  g_setenv ("TZ", "UTC", TRUE);
}

/* In Santiago the clocks go from 23:59:59 to 1:00: the day begins at one. */
static void
test_day_without_midnight (void)
{
  /* Saturday, 7 September 2024, 23:00 there, summer time not yet. */
  const gint64 eve = G_GINT64_CONSTANT (1725764400) * SECOND;
  Fixture f = { 0 };

  g_setenv ("TZ", "America/Santiago", TRUE);
  begin_at (&f, eve);
  myo_manual_clock_advance (f.clock, HOUR);
  g_assert_cmpuint (f.n, ==, 1);
  myo_manual_clock_advance (f.clock, 23 * HOUR - 1);
  g_assert_cmpuint (f.n, ==, 1);
  myo_manual_clock_advance (f.clock, 1);
  g_assert_cmpuint (f.n, ==, 2);
  g_setenv ("TZ", "UTC", TRUE);
  tear_down (&f, NULL);
}

#define ADD(name, func) g_test_add ("/today/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("midnight", test_midnight);
  ADD ("sleep", test_sleep);
  ADD ("clock-is-set", test_clock_is_set);
  ADD ("journey", test_journey);
  g_test_add_func ("/today/day-without-midnight", test_day_without_midnight);
  return g_test_run ();
}
