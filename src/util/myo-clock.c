/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-clock.h"

#include <glib-unix.h>
#include <time.h>
#ifdef __linux__
#include <sys/timerfd.h>
#include <unistd.h>
#endif

G_DEFINE_TYPE (MyoClock, myo_clock, G_TYPE_OBJECT)

typedef struct
{
  MyoAlarmFunc func;
  gpointer     data;
  /* The manual clock's only. */
  guint        id;
  gint64       due;              /* of waking time; of the wall clock for those that are to be called at */
  int          priority;
} Alarm;

struct _MyoManualClock
{
  MyoClock parent_instance;

  gint64  now;
  gint64  asleep;
  gint64  wall_at_0;             /* what the wall clock shows when now and asleep are 0 */
  GQueue  alarms;                /* of Alarm, next first */
  GQueue  wall_alarms;           /* of Alarm */
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

static gint64
system_wall (MyoClock *self)
{
  return g_get_real_time ();
}

#ifdef __linux__
typedef struct { Alarm alarm; int fd; } WallAlarm;

static void
wall_alarm_free (gpointer data)
{
  close (((WallAlarm *) data)->fd);
  g_free (data);
}

static gboolean
system_struck (int           fd,
               GIOCondition  condition,
               gpointer      data)
{
  return system_due (data);
}

/* A timer of the kernel's own: those of the main loop stand still while the machine sleeps, and do not hear that the clock is set. */
static guint
system_call_at (MyoClock     *self,
                gint64        wall,
                MyoAlarmFunc  func,
                gpointer      data)
{
  struct itimerspec when = { .it_value = { wall / G_USEC_PER_SEC, wall % G_USEC_PER_SEC * 1000 } };
  int fd = timerfd_create (CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
  WallAlarm *alarm;

  if (fd < 0 || timerfd_settime (fd, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, NULL) != 0)
    {
      if (fd >= 0)
        close (fd);
      return system_call_after (self, MAX (wall - g_get_real_time (), 0), G_PRIORITY_DEFAULT, func, data);
    }

  alarm = g_new0 (WallAlarm, 1);
  *alarm = (WallAlarm) { { .func = func, .data = data }, fd };
  return g_unix_fd_add_full (G_PRIORITY_DEFAULT, fd, G_IO_IN, system_struck, alarm, wall_alarm_free);
}
#else
static guint
system_call_at (MyoClock     *self,
                gint64        wall,
                MyoAlarmFunc  func,
                gpointer      data)
{
  return system_call_after (self, MAX (wall - g_get_real_time (), 0), G_PRIORITY_DEFAULT, func, data);
}
#endif

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
  klass->wall = system_wall;
  klass->call_at = system_call_at;
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

gint64
myo_clock_wall (MyoClock *self)
{
  g_return_val_if_fail (MYO_IS_CLOCK (self), 0);

  return MYO_CLOCK_GET_CLASS (self)->wall (self);
}

guint
myo_clock_call_at (MyoClock     *self,
                   gint64        wall,
                   MyoAlarmFunc  func,
                   gpointer      data)
{
  g_return_val_if_fail (MYO_IS_CLOCK (self), 0);
  g_return_val_if_fail (wall > 0, 0);
  g_return_val_if_fail (func != NULL, 0);

  return MYO_CLOCK_GET_CLASS (self)->call_at (self, wall, func, data);
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

static gint64
manual_wall (MyoClock *clock)
{
  MyoManualClock *self = MYO_MANUAL_CLOCK (clock);

  return self->wall_at_0 + self->now + self->asleep;
}

static guint
manual_call_at (MyoClock     *clock,
                gint64        wall,
                MyoAlarmFunc  func,
                gpointer      data)
{
  MyoManualClock *self = MYO_MANUAL_CLOCK (clock);
  Alarm *alarm = g_new (Alarm, 1);

  *alarm = (Alarm) { func, data, ++self->last_id, wall, G_PRIORITY_DEFAULT };
  g_queue_push_tail (&self->wall_alarms, alarm);
  return alarm->id;
}

static gboolean
cancel_in (GQueue *alarms,
           guint   id)
{
  for (GList *l = alarms->head; l != NULL; l = l->next)
    if (((Alarm *) l->data)->id == id)
      {
        g_free (l->data);
        g_queue_delete_link (alarms, l);
        return TRUE;
      }

  return FALSE;
}

static void
manual_cancel (MyoClock *clock,
               guint     id)
{
  MyoManualClock *self = MYO_MANUAL_CLOCK (clock);

  if (cancel_in (&self->alarms, id) || cancel_in (&self->wall_alarms, id))
    return;

  g_critical ("%s: alarm %u was called or cancelled before", G_STRFUNC, id);
}

static void
myo_manual_clock_finalize (GObject *object)
{
  g_queue_clear_full (&MYO_MANUAL_CLOCK (object)->alarms, g_free);
  g_queue_clear_full (&MYO_MANUAL_CLOCK (object)->wall_alarms, g_free);

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
  clock_class->wall = manual_wall;
  clock_class->call_at = manual_call_at;
  clock_class->cancel = manual_cancel;
}

static void
myo_manual_clock_init (MyoManualClock *self)
{
  g_queue_init (&self->alarms);
  g_queue_init (&self->wall_alarms);
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

/* Calls what the wall clock has reached; all of it when it jumped.  What is set meanwhile is for later. */
static void
call_struck (MyoManualClock *self,
             gboolean        jumped)
{
  for (guint n = g_queue_get_length (&self->wall_alarms); n > 0; n--)
    {
      g_autofree Alarm *alarm = g_queue_pop_head (&self->wall_alarms);

      if (jumped || alarm->due <= manual_wall (MYO_CLOCK (self)))
        alarm->func (alarm->data);
      else
        g_queue_push_tail (&self->wall_alarms, g_steal_pointer (&alarm));
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
  call_struck (self, FALSE);
}

void
myo_manual_clock_stall (MyoManualClock *self,
                        gint64          us)
{
  g_return_if_fail (MYO_IS_MANUAL_CLOCK (self));
  g_return_if_fail (us >= 0);

  self->now += us;
  call_due (self, self->now);
  call_struck (self, FALSE);
}

void
myo_manual_clock_sleep (MyoManualClock *self,
                        gint64          us)
{
  g_return_if_fail (MYO_IS_MANUAL_CLOCK (self));
  g_return_if_fail (us >= 0);

  self->asleep += us;
  call_struck (self, TRUE);
}

void
myo_manual_clock_set_wall (MyoManualClock *self,
                           gint64          wall)
{
  g_return_if_fail (MYO_IS_MANUAL_CLOCK (self));

  self->wall_at_0 = wall - self->now - self->asleep;
  call_struck (self, TRUE);
}
