/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-sound.h"

#include <gst/app/gstappsrc.h>
#include <gst/gst.h>

#include "myo-error.h"

#define RATE 48000
#define PRIMING_MS 20
#define TOO_LATE_US (100 * G_TIME_SPAN_MILLISECOND)
#define RETRY_US (30 * G_TIME_SPAN_SECOND)
#define GOODBYE_US (500 * G_TIME_SPAN_MILLISECOND)

/* What the device buffers ahead is how late everything is heard. */
#define DEVICE_BUFFER_US 50000
#define DEVICE_PERIOD_US 10000

typedef enum { ORDER_PLAY, ORDER_WARM, ORDER_QUIT } OrderKind;

typedef struct
{
  OrderKind kind;
  MyoCue    cue;
  gint64    given_at;        /* monotonic, µs */
} Order;

/* Shared by the object and its thread; whoever leaves last clears up. */
typedef struct
{
  GAsyncQueue *orders;
  char        *sink;
  MyoSound    *sound;        /* the main thread's; NULL when it is gone */

  GMutex       mutex;        /* guards what follows */
  GCond        cond;
  double       volume;
  gboolean     warm;
  gboolean     ended;
} Shared;

/* The thread's own. */
typedef struct
{
  Shared     *shared;
  GstElement *pipeline;      /* NULL: not open */
  GstElement *source, *volume;
  gint64      tried_at;      /* when it was last opened, 0 never */
  gboolean    is_fake;       /* what was opened is no device */
  gboolean    told;          /* that there is none */
  GBytes     *cues[MYO_N_CUES];
} Player;

struct _MyoSound
{
  GObject parent_instance;

  Shared  *shared;
  gboolean started;
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (MyoSound, myo_sound, G_TYPE_OBJECT)

enum { FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
shared_clear (gpointer data)
{
  Shared *self = data;

  g_async_queue_unref (self->orders);
  g_free (self->sink);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
}

static void
set_warm (Shared   *self,
          gboolean  warm)
{
  g_mutex_lock (&self->mutex);
  self->warm = warm;
  g_mutex_unlock (&self->mutex);
}

/* --- The thread: telling --- */

static void
shared_release (gpointer data)
{
  g_atomic_rc_box_release_full (data, shared_clear);
}

static gboolean
fail (gpointer data)
{
  Shared *shared = data;
  g_autoptr(GError) error = g_error_new (MYO_ERROR, MYO_ERROR_SOUND, "%s: no device", shared->sink);

  if (shared->sound != NULL)
    g_signal_emit (shared->sound, signals[FAILED], 0, error);
  return G_SOURCE_REMOVE;
}

static void
tell_silence (Player *self)
{
  if (self->told)
    return;

  self->told = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT, fail, g_atomic_rc_box_acquire (self->shared), shared_release);
}

/* --- The thread: opening and closing --- */

static void
player_close (Player *self)
{
  if (self->pipeline == NULL)
    return;

  set_warm (self->shared, FALSE);
  gst_element_set_state (self->pipeline, GST_STATE_NULL);
  gst_clear_object (&self->source);
  gst_clear_object (&self->volume);
  gst_clear_object (&self->pipeline);
}

/* Whatever sink the system has chosen: those that know of a device's buffer call it so; that which swallows all it chooses where there is
 * no device. */
static void
take_sink (GstBin     *bin,
           GstBin     *sub_bin,
           GstElement *element,
           Player     *self)
{
  GObjectClass *klass = G_OBJECT_GET_CLASS (element);

  if (g_strcmp0 (G_OBJECT_TYPE_NAME (element), "GstFakeSink") == 0)
    self->is_fake = TRUE;
  if (g_object_class_find_property (klass, "buffer-time") != NULL
      && g_object_class_find_property (klass, "latency-time") != NULL)
    g_object_set (element, "buffer-time", (gint64) DEVICE_BUFFER_US, "latency-time", (gint64) DEVICE_PERIOD_US, NULL);
}

static void
set_up_source (Player *self)
{
  g_autoptr(GstCaps) caps = gst_caps_new_simple ("audio/x-raw",
                                                 "format", G_TYPE_STRING, G_BYTE_ORDER == G_LITTLE_ENDIAN ? "S16LE" : "S16BE",
                                                 "layout", G_TYPE_STRING, "interleaved",
                                                 "rate", G_TYPE_INT, RATE,
                                                 "channels", G_TYPE_INT, 1, NULL);

  /* Live, and stamped with the moment it is given: between two cues there is nothing, and the device runs on.  Leaky: a device
   * that stands still must not pile up cues and play them all when it comes back. */
  g_object_set (self->source, "caps", caps, "format", GST_FORMAT_TIME, "is-live", TRUE, "do-timestamp", TRUE,
                "leaky-type", GST_APP_LEAKY_TYPE_DOWNSTREAM, NULL);
}

static void
push (Player *self,
      GBytes *bytes)
{
  GstBuffer *buffer = gst_buffer_new_wrapped_bytes (bytes);

  GST_BUFFER_DURATION (buffer) = gst_util_uint64_scale (g_bytes_get_size (bytes) / sizeof (gint16), GST_SECOND, RATE);
  gst_app_src_push_buffer (GST_APP_SRC (self->source), buffer);
}

/* Only with the first samples does the device really start. */
static gboolean
player_start (Player *self)
{
  const gsize size = sizeof (gint16) * RATE / 1000 * PRIMING_MS;
  g_autoptr(GBytes) silence = g_bytes_new_take (g_malloc0 (size), size);

  if (gst_element_set_state (self->pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    return FALSE;

  push (self, silence);
  return gst_element_get_state (self->pipeline, NULL, NULL, 2 * GST_SECOND) != GST_STATE_CHANGE_FAILURE;
}

static void
render_cues (Player *self)
{
  for (int cue = 0; cue < MYO_N_CUES; cue++)
    {
      gsize n;
      gint16 *samples = myo_sound_render ((MyoCue) cue, RATE, &n);

      self->cues[cue] = g_bytes_new_take (samples, n * sizeof (gint16));
    }
}

static gboolean
player_build (Player *self)
{
  g_autofree char *description =
    g_strdup_printf ("appsrc name=source ! audioconvert ! audioresample ! volume name=volume ! %s", self->shared->sink);
  GstElement *pipeline = gst_parse_launch_full (description, NULL, GST_PARSE_FLAG_FATAL_ERRORS, NULL);

  if (pipeline == NULL)
    return FALSE;

  self->is_fake = FALSE;
  self->pipeline = gst_object_ref_sink (pipeline);
  self->source = gst_bin_get_by_name (GST_BIN (pipeline), "source");
  self->volume = gst_bin_get_by_name (GST_BIN (pipeline), "volume");
  g_signal_connect (pipeline, "deep-element-added", G_CALLBACK (take_sink), self);
  set_up_source (self);
  return TRUE;
}

static gboolean
player_try (Player *self)
{
  if (!gst_init_check (NULL, NULL, NULL))
    return FALSE;

  if (self->cues[0] == NULL)
    render_cues (self);
  return player_build (self) && player_start (self) && !self->is_fake;
}

/* A machine without sound is asked again only now and then, and only when there is something to play. */
static void
player_open (Player *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->pipeline != NULL || (self->tried_at != 0 && now - self->tried_at < RETRY_US))
    return;

  self->tried_at = now;
  if (player_try (self))
    {
      set_warm (self->shared, TRUE);
      return;
    }

  player_close (self);
  tell_silence (self);
}

/* --- The thread: playing --- */

static void
player_read_messages (Player *self)
{
  g_autoptr(GstBus) bus = self->pipeline != NULL ? gst_element_get_bus (self->pipeline) : NULL;
  GstMessage *message;

  while (bus != NULL && self->pipeline != NULL && (message = gst_bus_pop (bus)) != NULL)
    {
      if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
        player_close (self);
      else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_LATENCY)
        gst_bin_recalculate_latency (GST_BIN (self->pipeline));
      gst_message_unref (message);
    }
}

static void
player_play (Player      *self,
             const Order *order)
{
  double volume;

  if (self->pipeline == NULL || g_get_monotonic_time () - order->given_at > TOO_LATE_US)
    return;

  g_mutex_lock (&self->shared->mutex);
  volume = self->shared->volume;
  g_mutex_unlock (&self->shared->mutex);

  g_object_set (self->volume, "volume", volume * volume * volume, NULL);
  push (self, self->cues[order->cue]);
}

/* Lets what was given last go through, as far as that is quick. */
static void
player_finish (Player *self)
{
  g_autoptr(GstBus) bus = self->pipeline != NULL ? gst_element_get_bus (self->pipeline) : NULL;
  g_autoptr(GstMessage) last = NULL;

  if (bus == NULL)
    return;

  gst_app_src_end_of_stream (GST_APP_SRC (self->source));
  last = gst_bus_timed_pop_filtered (bus, 200 * GST_MSECOND, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  player_close (self);
}

static void
say_ended (Shared *shared)
{
  g_mutex_lock (&shared->mutex);
  shared->ended = TRUE;
  g_cond_signal (&shared->cond);
  g_mutex_unlock (&shared->mutex);
}

static gpointer
run (gpointer data)
{
  Player self = { .shared = data };
  OrderKind kind;

  do
    {
      g_autofree Order *order = g_async_queue_pop (self.shared->orders);

      kind = order->kind;
      player_read_messages (&self);
      if (kind != ORDER_QUIT)
        player_open (&self);
      if (kind == ORDER_PLAY)
        player_play (&self, order);
    }
  while (kind != ORDER_QUIT);

  player_finish (&self);
  for (int i = 0; i < MYO_N_CUES; i++)
    g_clear_pointer (&self.cues[i], g_bytes_unref);
  say_ended (self.shared);
  shared_release (self.shared);
  return NULL;
}

/* --- The object --- */

static void
give_order (MyoSound  *self,
            OrderKind  kind,
            MyoCue     cue)
{
  Order *order = g_new (Order, 1);

  *order = (Order) { kind, cue, g_get_monotonic_time () };
  if (!self->started)
    g_thread_unref (g_thread_new ("myo-sound", run, g_atomic_rc_box_acquire (self->shared)));
  self->started = TRUE;
  g_async_queue_push (self->shared->orders, order);
}

void
myo_sound_warm (MyoSound *self)
{
  g_return_if_fail (MYO_IS_SOUND (self));

  if (self->enabled)
    give_order (self, ORDER_WARM, 0);
}

gboolean
myo_sound_get_warm (MyoSound *self)
{
  gboolean warm;

  g_return_val_if_fail (MYO_IS_SOUND (self), FALSE);

  g_mutex_lock (&self->shared->mutex);
  warm = self->shared->warm;
  g_mutex_unlock (&self->shared->mutex);
  return warm;
}

void
myo_sound_set_volume (MyoSound *self,
                      double    volume)
{
  g_return_if_fail (MYO_IS_SOUND (self));

  g_mutex_lock (&self->shared->mutex);
  self->shared->volume = CLAMP (volume, 0.0, 1.0);
  g_mutex_unlock (&self->shared->mutex);
}

void
myo_sound_set_enabled (MyoSound *self,
                       gboolean  enabled)
{
  g_return_if_fail (MYO_IS_SOUND (self));

  self->enabled = !!enabled;
}

void
myo_sound_play (MyoSound *self,
                MyoCue    cue)
{
  g_return_if_fail (MYO_IS_SOUND (self));
  g_return_if_fail (cue < MYO_N_CUES);

  if (self->enabled)
    give_order (self, ORDER_PLAY, cue);
}

/* --- Class --- */

/* A device that hangs must not keep the window from closing. */
static void
say_goodbye (MyoSound *self)
{
  gint64 deadline = g_get_monotonic_time () + GOODBYE_US;

  give_order (self, ORDER_QUIT, 0);
  g_mutex_lock (&self->shared->mutex);
  while (!self->shared->ended && g_cond_wait_until (&self->shared->cond, &self->shared->mutex, deadline))
    ;
  g_mutex_unlock (&self->shared->mutex);
}

static void
myo_sound_finalize (GObject *object)
{
  MyoSound *self = MYO_SOUND (object);

  if (self->started)
    say_goodbye (self);
  self->shared->sound = NULL;
  shared_release (self->shared);

  G_OBJECT_CLASS (myo_sound_parent_class)->finalize (object);
}

static void
myo_sound_class_init (MyoSoundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_sound_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
myo_sound_init (MyoSound *self)
{
  self->enabled = TRUE;
  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->sound = self;
  self->shared->orders = g_async_queue_new_full (g_free);
  self->shared->volume = 1.0;
  g_mutex_init (&self->shared->mutex);
  g_cond_init (&self->shared->cond);
}

MyoSound *
myo_sound_new (const char *sink)
{
  MyoSound *self = g_object_new (MYO_TYPE_SOUND, NULL);

  self->shared->sink = g_strdup (sink != NULL ? sink : "autoaudiosink");
  return self;
}
