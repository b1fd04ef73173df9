/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-clock.h"

#include <time.h>

G_DEFINE_TYPE (MyoClock, myo_clock, G_TYPE_OBJECT)

typedef struct
{
  MyoAlarmFunc func;
  gpointer     data;
  /* The manual clock's only. */
  guint        id;
  gint64       due;
  int          priority;
} Alarm;

struct _MyoManualClock
{
  MyoClock parent_instance;

  gint64  now;
  gint64  asleep;
  GQueue  alarms;                /* of Alarm, next first */
  guint   last_id;
};

G_DEFINE_FINAL_TYPE (MyoManualClock, myo_manual_clock, MYO_TYPE_CLOCK)

/* --- The machine's clock --- */

static gint64
read_clock (clockid_t id)
{
  struct timespec t;

  clock_gettime (id, &t);
  return (gint64) t.tv_sec * G_USEC_PER_SEC + t.tv_nsec / 1000;
}

static gint64
system_now (MyoClock *self)
{
  return read_clock (CLOCK_MONOTONIC);
}

/* Linux: CLOCK_BOOTTIME is CLOCK_MONOTONIC plus the time suspended. */
static gint64
system_asleep (MyoClock *self)
{
#ifdef CLOCK_BOOTTIME
  /* In this order, so that the time between the two calls does not make it negative. */
  gint64 awake = read_clock (CLOCK_MONOTONIC);

  return read_clock (CLOCK_BOOTTIME) - awake;
#else
  return 0;
#endif
}

static gboolean
system_due (gpointer data)
{
  const Alarm *alarm = data;

  alarm->func (alarm->data);
  return G_SOURCE_REMOVE;
}

/* An alarm's number is that of its source. */
static guint
system_call_after (MyoClock     *self,
                   gint64        us,
                   int           priority,
                   MyoAlarmFunc  func,
                   gpointer      data)
{
  Alarm *alarm = g_new0 (Alarm, 1);

  alarm->func = func;
  alarm->data = data;
  return g_timeout_add_full (priority, (guint) MIN ((us + 999) / 1000, G_MAXUINT), system_due, alarm, g_free);
}

static void
system_cancel (MyoClock *self,
               guint     id)
{
  g_source_remove (id);
}

static void
myo_clock_class_init (MyoClockClass *klass)
{
  klass->now = system_now;
  klass->asleep = system_asleep;
  klass->call_after = system_call_after;
  klass->cancel = system_cancel;
}

static void
myo_clock_init (MyoClock *self)
{
}

MyoClock *
myo_clock_new (void)
{
  return g_object_new (MYO_TYPE_CLOCK, NULL);
}

gint64
myo_clock_now (MyoClock *self)
{
  g_return_val_if_fail (MYO_IS_CLOCK (self), 0);

  return MYO_CLOCK_GET_CLASS (self)->now (self);
}

gint64
myo_clock_asleep (MyoClock *self)
{
  g_return_val_if_fail (MYO_IS_CLOCK (self), 0);

  return MYO_CLOCK_GET_CLASS (self)->asleep (self);
}

guint
myo_clock_call_after (MyoClock     *self,
                      gint64        us,
                      int           priority,
                      MyoAlarmFunc  func,
                      gpointer      data)
{
  g_return_val_if_fail (MYO_IS_CLOCK (self), 0);
  g_return_val_if_fail (us >= 0, 0);
  g_return_val_if_fail (func != NULL, 0);

  return MYO_CLOCK_GET_CLASS (self)->call_after (self, us, priority, func, data);
}

void
myo_clock_cancel (MyoClock *self,
                  guint     id)
{
  g_return_if_fail (MYO_IS_CLOCK (self));

  if (id != 0)
    MYO_CLOCK_GET_CLASS (self)->cancel (self, id);
}

/* --- A clock for tests --- */

static gint64
manual_now (MyoClock *clock)
{
  return MYO_MANUAL_CLOCK (clock)->now;
}

static gint64
manual_asleep (MyoClock *clock)
{
  return MYO_MANUAL_CLOCK (clock)->asleep;
}

static int
compare_alarms (gconstpointer a,
                gconstpointer b,
                gpointer      unused)
{
  const Alarm *x = a, *y = b;

  if (x->due != y->due)
    return x->due < y->due ? -1 : 1;
  if (x->priority != y->priority)
    return x->priority < y->priority ? -1 : 1;

  return x->id < y->id ? -1 : 1;
}

static guint
manual_call_after (MyoClock     *clock,
                   gint64        us,
                   int           priority,
                   MyoAlarmFunc  func,
                   gpointer      data)
{
  MyoManualClock *self = MYO_MANUAL_CLOCK (clock);
  Alarm *alarm = g_new (Alarm, 1);

  *alarm = (Alarm) { func, data, ++self->last_id, self->now + us, priority };
  g_queue_insert_sorted (&self->alarms, alarm, compare_alarms, NULL);
  return alarm->id;
}

static void
manual_cancel (MyoClock *clock,
               guint     id)
{
  MyoManualClock *self = MYO_MANUAL_CLOCK (clock);

  for (GList *l = self->alarms.head; l != NULL; l = l->next)
    if (((Alarm *) l->data)->id == id)
      {
        g_free (l->data);
        g_queue_delete_link (&self->alarms, l);
        return;
      }
  g_critical ("%s: alarm %u was called or cancelled before", G_STRFUNC, id);
}

static void
myo_manual_clock_finalize (GObject *object)
{
  g_queue_clear_full (&MYO_MANUAL_CLOCK (object)->alarms, g_free);

  G_OBJECT_CLASS (myo_manual_clock_parent_class)->finalize (object);
}

static void
myo_manual_clock_class_init (MyoManualClockClass *klass)
{
  MyoClockClass *clock_class = MYO_CLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = myo_manual_clock_finalize;
  clock_class->now = manual_now;
  clock_class->asleep = manual_asleep;
  clock_class->call_after = manual_call_after;
  clock_class->cancel = manual_cancel;
}

static void
myo_manual_clock_init (MyoManualClock *self)
{
  g_queue_init (&self->alarms);
}

MyoManualClock *
myo_manual_clock_new (void)
{
  return g_object_new (MYO_TYPE_MANUAL_CLOCK, NULL);
}

/* Calls what is due up to @until; the time meanwhile is that of each alarm, or has gone on already. */
static void
call_due (MyoManualClock *self,
          gint64          until)
{
  Alarm *next;

  while ((next = g_queue_peek_head (&self->alarms)) != NULL && next->due <= until)
    {
      g_autofree Alarm *alarm = g_queue_pop_head (&self->alarms);

      self->now = MAX (self->now, alarm->due);
      alarm->func (alarm->data);
    }
}

void
myo_manual_clock_advance (MyoManualClock *self,
                          gint64          us)
{
  gint64 until;

  g_return_if_fail (MYO_IS_MANUAL_CLOCK (self));
  g_return_if_fail (us >= 0);

  until = self->now + us;
  call_due (self, until);
  self->now = until;
}

void
myo_manual_clock_stall (MyoManualClock *self,
                        gint64          us)
{
  g_return_if_fail (MYO_IS_MANUAL_CLOCK (self));
  g_return_if_fail (us >= 0);

  self->now += us;
  call_due (self, self->now);
}

void
myo_manual_clock_sleep (MyoManualClock *self,
                        gint64          us)
{
  g_return_if_fail (MYO_IS_MANUAL_CLOCK (self));
  g_return_if_fail (us >= 0);

  self->asleep += us;
}
