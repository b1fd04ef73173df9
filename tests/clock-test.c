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

/* --- Alarms --- */

typedef struct
{
  MyoClock *clock;
  GString  *told;              /* "NAME@TIME " of each alarm as it is called */
  guint     id;                /* of the alarm that another one sets or cancels */
} Diary;

typedef struct { Diary *diary; const char *name; } Entry;

static void
note (gpointer data)
{
  const Entry *entry = data;

  g_string_append_printf (entry->diary->told, "%s@%" G_GINT64_FORMAT " ", entry->name, myo_clock_now (entry->diary->clock));
}

static void
test_alarms_come_in_order_at_their_moment (void)
{
  g_autoptr(MyoManualClock) clock = myo_manual_clock_new ();
  g_autoptr(GString) told = g_string_new (NULL);
  Diary diary = { MYO_CLOCK (clock), told };
  Entry late = { &diary, "late" }, early = { &diary, "early" }, low = { &diary, "low" }, high = { &diary, "high" };

  myo_clock_call_after (diary.clock, 500, G_PRIORITY_DEFAULT, note, &late);
  myo_clock_call_after (diary.clock, 100, G_PRIORITY_DEFAULT, note, &early);
  myo_clock_call_after (diary.clock, 300, G_PRIORITY_LOW, note, &low);
  myo_clock_call_after (diary.clock, 300, G_PRIORITY_HIGH, note, &high);
  myo_manual_clock_advance (clock, 99);
  g_assert_cmpstr (told->str, ==, "");
  myo_manual_clock_advance (clock, 301);
  g_assert_cmpstr (told->str, ==, "early@100 high@300 low@300 ");
  g_assert_cmpint (myo_clock_now (diary.clock), ==, 400);
  myo_manual_clock_advance (clock, 1000);
  g_assert_cmpstr (told->str, ==, "early@100 high@300 low@300 late@500 ");
}

static void
ring_again (gpointer data)
{
  const Entry *entry = data;

  note (data);
  entry->diary->id = myo_clock_call_after (entry->diary->clock, 250, G_PRIORITY_DEFAULT, ring_again, data);
}

/* What one alarm sets falls due within the same advance; the one that is left over goes with the clock. */
static void
test_an_alarm_sets_the_next (void)
{
  g_autoptr(MyoManualClock) clock = myo_manual_clock_new ();
  g_autoptr(GString) told = g_string_new (NULL);
  Diary diary = { MYO_CLOCK (clock), told };
  Entry entry = { &diary, "ring" };

  myo_clock_call_after (diary.clock, 0, G_PRIORITY_DEFAULT, ring_again, &entry);
  myo_manual_clock_advance (clock, 600);
  g_assert_cmpstr (told->str, ==, "ring@0 ring@250 ring@500 ");
}

static void
cancel_other (gpointer data)
{
  const Entry *entry = data;

  note (data);
  myo_clock_cancel (entry->diary->clock, entry->diary->id);
}

static void
test_cancelled_alarms_are_not_called (void)
{
  g_autoptr(MyoManualClock) clock = myo_manual_clock_new ();
  g_autoptr(GString) told = g_string_new (NULL);
  Diary diary = { MYO_CLOCK (clock), told };
  Entry first = { &diary, "first" }, other = { &diary, "other" };

  myo_clock_cancel (diary.clock, 0);
  myo_clock_cancel (diary.clock, myo_clock_call_after (diary.clock, 10, G_PRIORITY_DEFAULT, note, &other));
  myo_clock_call_after (diary.clock, 20, G_PRIORITY_DEFAULT, cancel_other, &first);
  diary.id = myo_clock_call_after (diary.clock, 20, G_PRIORITY_DEFAULT, note, &other);
  myo_manual_clock_advance (clock, 100);
  g_assert_cmpstr (told->str, ==, "first@20 ");
}

static void
test_a_program_that_stood_still_is_called_late (void)
{
  g_autoptr(MyoManualClock) clock = myo_manual_clock_new ();
  g_autoptr(GString) told = g_string_new (NULL);
  Diary diary = { MYO_CLOCK (clock), told };
  Entry a = { &diary, "a" }, b = { &diary, "b" };

  myo_clock_call_after (diary.clock, 300, G_PRIORITY_DEFAULT, note, &b);
  myo_clock_call_after (diary.clock, 100, G_PRIORITY_DEFAULT, note, &a);
  myo_manual_clock_stall (clock, 5000);
  g_assert_cmpstr (told->str, ==, "a@5000 b@5000 ");
}

static void
set_flag (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* Two milliseconds of real time, waited for in the main loop. */
static void
test_system_clock_calls_from_the_main_loop (void)
{
  g_autoptr(MyoClock) clock = myo_clock_new ();
  gboolean called = FALSE, cancelled = FALSE;
  gint64 start = myo_clock_now (clock);
  guint id;

  id = myo_clock_call_after (clock, 0, G_PRIORITY_HIGH, set_flag, &cancelled);
  myo_clock_call_after (clock, 1500, G_PRIORITY_DEFAULT, set_flag, &called);
  myo_clock_cancel (clock, id);
  while (!called)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (myo_clock_now (clock) - start, >=, 1500);
  g_assert_false (cancelled);
}

/* --- The clock on the wall --- */

static void
test_wall (void)
{
  g_autoptr(MyoManualClock) clock = myo_manual_clock_new ();
  g_autoptr(GString) told = g_string_new (NULL);
  Diary diary = { MYO_CLOCK (clock), told };
  Entry a = { &diary, "a" }, b = { &diary, "b" }, c = { &diary, "c" };

  myo_manual_clock_set_wall (clock, 5000);
  myo_clock_call_at (diary.clock, 5300, note, &b);
  myo_clock_call_at (diary.clock, 5100, note, &a);
  myo_clock_cancel (diary.clock, myo_clock_call_at (diary.clock, 5100, note, &c));
  myo_manual_clock_advance (clock, 100);
  g_assert_cmpint (myo_clock_wall (diary.clock), ==, 5100);
  g_assert_cmpstr (told->str, ==, "a@100 ");
  /* Asleep the time goes on, and whoever waits is told at the end of it. */
  myo_manual_clock_sleep (clock, 50);
  g_assert_cmpint (myo_clock_wall (diary.clock), ==, 5150);
  g_assert_cmpstr (told->str, ==, "a@100 b@100 ");
  myo_clock_call_at (diary.clock, 9000, note, &c);
  myo_manual_clock_set_wall (clock, 6000);
  g_assert_cmpint (myo_clock_wall (diary.clock), ==, 6000);
  g_assert_cmpstr (told->str, ==, "a@100 b@100 c@100 ");
}

/* Two milliseconds of real time, waited for in the main loop. */
static void
test_system_wall (void)
{
  g_autoptr(MyoClock) clock = myo_clock_new ();
  gboolean called = FALSE, cancelled = FALSE;
  gint64 when = myo_clock_wall (clock) + 1500;

  g_assert_cmpint (ABS (myo_clock_wall (clock) - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
  myo_clock_cancel (clock, myo_clock_call_at (clock, when - 1000, set_flag, &cancelled));
  myo_clock_call_at (clock, when, set_flag, &called);
  while (!called)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (myo_clock_wall (clock), >=, when);
  g_assert_false (cancelled);
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
  g_test_add_func ("/clock/alarms/order", test_alarms_come_in_order_at_their_moment);
  g_test_add_func ("/clock/alarms/next", test_an_alarm_sets_the_next);
  g_test_add_func ("/clock/alarms/cancelled", test_cancelled_alarms_are_not_called);
  g_test_add_func ("/clock/alarms/stalled", test_a_program_that_stood_still_is_called_late);
  g_test_add_func ("/clock/alarms/system", test_system_clock_calls_from_the_main_loop);
  g_test_add_func ("/clock/wall", test_wall);
  g_test_add_func ("/clock/wall/system", test_system_wall);
  g_test_add_func ("/clock/system", test_system_clock_never_goes_back);
  return g_test_run ();
}
