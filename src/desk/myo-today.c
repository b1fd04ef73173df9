/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-today.h"

struct _MyoToday
{
  GObject parent_instance;

  MyoClock *clock;
  guint     alarm;
  char     *day;             /* with the time zone: is it another one, changed is emitted */
};

G_DEFINE_FINAL_TYPE (MyoToday, myo_today, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GDateTime *
get_local (MyoToday *self)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (myo_clock_wall (self->clock) / G_USEC_PER_SEC);

  return g_date_time_to_local (utc);
}

static char *
describe_day (GDateTime *now)
{
  g_autofree char *day = g_date_time_format (now, "%F %z");

  return g_strdup_printf ("%s %s", day, g_time_zone_get_identifier (g_date_time_get_timezone (now)));
}

static void struck (gpointer data);

/* Where midnight is left out, as when summer time begins, the day begins later. */
static void
set_alarm (MyoToday  *self,
           GDateTime *now)
{
  g_autoptr(GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr(GDateTime) midnight = g_date_time_new_local (g_date_time_get_year (tomorrow), g_date_time_get_month (tomorrow),
                                                         g_date_time_get_day_of_month (tomorrow), 0, 0, 0);

  myo_clock_cancel (self->clock, self->alarm);
  self->alarm = myo_clock_call_at (self->clock, g_date_time_to_unix (midnight) * G_USEC_PER_SEC, struck, self);
}

void
myo_today_look (MyoToday *self)
{
  g_autoptr(GDateTime) now = NULL;
  g_autofree char *day = NULL;

  g_return_if_fail (MYO_IS_TODAY (self));

  now = get_local (self);
  day = describe_day (now);
  set_alarm (self, now);
  if (g_str_equal (day, self->day))
    return;

  g_free (self->day);
  self->day = g_steal_pointer (&day);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
struck (gpointer data)
{
  MyoToday *self = data;

  self->alarm = 0;
  myo_today_look (self);
}

gint64
myo_today_get_now (MyoToday *self)
{
  g_return_val_if_fail (MYO_IS_TODAY (self), 0);

  return myo_clock_wall (self->clock);
}

static void
myo_today_dispose (GObject *object)
{
  MyoToday *self = MYO_TODAY (object);

  if (self->clock != NULL)
    myo_clock_cancel (self->clock, self->alarm);
  self->alarm = 0;
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (myo_today_parent_class)->dispose (object);
}

static void
myo_today_finalize (GObject *object)
{
  g_free (MYO_TODAY (object)->day);

  G_OBJECT_CLASS (myo_today_parent_class)->finalize (object);
}

static void
myo_today_class_init (MyoTodayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_today_dispose;
  G_OBJECT_CLASS (klass)->finalize = myo_today_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
myo_today_init (MyoToday *self)
{
}

MyoToday *
myo_today_new (MyoClock *clock)
{
  MyoToday *self;
  g_autoptr(GDateTime) now = NULL;

  g_return_val_if_fail (MYO_IS_CLOCK (clock), NULL);

  self = g_object_new (MYO_TYPE_TODAY, NULL);
  self->clock = g_object_ref (clock);
  now = get_local (self);
  self->day = describe_day (now);
  set_alarm (self, now);
  return self;
}
