/* What can be seen of the session desk: texts and flags that are worded for one state each and notified when they change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "myo-session-desk-private.h"
#include "myo-session-words.h"
#include "myo-words.h"

static const char *const names[N_FLAGS] = {
  [PROP_TITLE] = "title", [PROP_PLACE] = "place", [PROP_BEGIN_LABEL] = "begin-label",
  [PROP_BANNER] = "banner", [PROP_CAPTION] = "caption", [PROP_KIND] = "kind", [PROP_STEP] = "step", [PROP_NEXT] = "next",
  [PROP_WHOLE_LEFT] = "whole-left", [PROP_PRESSURE] = "pressure", [PROP_TOGGLE_LABEL] = "toggle-label",
  [PROP_ENDED] = "ended", [PROP_HELD] = "held", [PROP_CHANGE] = "change", [PROP_AWAKE_REASON] = "awake-reason",
  [PROP_RESUMING] = "resuming", [PROP_WAITING] = "waiting", [PROP_HOLDING] = "holding", [PROP_INTERRUPTED] = "interrupted",
  [PROP_KNOWN_PAIN] = "known-pain", [PROP_TWITCH] = "twitch", [PROP_CAN_GO_ON] = "can-go-on",
  [PROP_ANYTHING_HELD] = "anything-held",
};

static GParamSpec *props[N_PROPS];

/* --- Words --- */

static char *
word_prepared (MyoSessionDesk *self,
               MyoSessionProp  prop)
{
  if (prop == PROP_TITLE)
    return g_strdup (myo_routine_get_technique (self->routine)->title);
  if (prop == PROP_PLACE)
    return myo_session_words_place (self->atlas, self->routine);

  return g_strdup (self->from > 0 ? _("Go on") : _("Begin"));
}

static char *
word_running (MyoSessionDesk *self,
              MyoSessionProp  prop)
{
  const MyoStep *step = myo_player_get_move (self->player)->step;

  if (prop == PROP_BANNER)
    return myo_session_words_banner (self->player);
  if (prop == PROP_CAPTION)
    return myo_session_words_caption (self->player);
  if (prop == PROP_KIND)
    return g_strdup (myo_words_step_kind (step->kind));
  if (prop == PROP_STEP)
    return g_strdup (step->text != NULL ? step->text : "");
  if (prop == PROP_NEXT)
    return myo_session_words_next (self->player);
  if (prop == PROP_WHOLE_LEFT)
    return myo_session_words_left (self->player);
  if (prop == PROP_PRESSURE)
    return myo_session_words_pressure (self->player);

  return g_strdup (myo_session_words_toggle (self->player));
}

static char *
word_after (MyoSessionDesk *self,
            MyoSessionProp  prop)
{
  gboolean done = myo_session_desk_get_end (self) == MYO_END_DONE;

  if (prop == PROP_ENDED)
    return g_strdup (myo_session_words_ended (self->routine, self->held, done));
  if (prop == PROP_HELD)
    return myo_session_words_held (self->routine, self->held, done);

  return g_strdup (myo_session_words_change (self->pain_before, self->pain_after, myo_session_count_held (self->held) > 0));
}

static char *
word_reason (MyoSessionDesk *self)
{
  gboolean awake = self->state == MYO_SESSION_RUNNING && !myo_player_get_paused (self->player);

  /* Translators: why the screen stays on; the desktop may show it */
  return g_strdup (awake ? _("A hold is running") : "");
}

/* --- Flags --- */

static gboolean
look (MyoSessionDesk *self,
      MyoSessionProp  prop)
{
  MyoPlayerState phase = myo_player_get_state (self->player);

  if (prop == PROP_RESUMING)
    return self->from > 0;
  if (prop == PROP_WAITING)
    return phase == MYO_PLAYER_WAIT;
  if (prop == PROP_HOLDING)
    return phase == MYO_PLAYER_HOLD;
  if (prop == PROP_INTERRUPTED)
    return myo_player_get_interrupted (self->player);
  if (prop == PROP_KNOWN_PAIN)
    return myo_player_get_known_pain (self->player);
  if (prop == PROP_TWITCH)
    return myo_player_get_twitch (self->player);
  if (prop == PROP_ANYTHING_HELD)
    return myo_session_count_held (self->held) > 0;

  return phase != MYO_PLAYER_DONE;
}

/* --- Renewing --- */

static void
set_text (MyoSessionDesk *self,
          MyoSessionProp  prop,
          char           *text)
{
  if (g_strcmp0 (text, self->texts[prop]) == 0)
    {
      g_free (text);
      return;
    }

  g_free (self->texts[prop]);
  self->texts[prop] = text;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_texts (MyoSessionDesk *self,
           MyoSessionProp  first,
           MyoSessionProp  last,
           char         *(*word) (MyoSessionDesk *, MyoSessionProp))
{
  for (guint p = first; p <= last; p++)
    set_text (self, p, word (self, p));
}

static void
set_flags (MyoSessionDesk *self,
           MyoSessionProp  first,
           MyoSessionProp  last)
{
  for (guint p = first; p <= last; p++)
    {
      gboolean flag = look (self, p);

      if (flag == self->flags[p])
        continue;
      self->flags[p] = flag;
      g_object_notify_by_pspec (G_OBJECT (self), props[p]);
    }
}

/* Nothing is notified before all is as it should be. */
void
myo_session_desk_refresh (MyoSessionDesk *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  if (self->state == MYO_SESSION_PREPARED)
    {
      set_texts (self, PROP_TITLE, PROP_BEGIN_LABEL, word_prepared);
      set_flags (self, PROP_RESUMING, PROP_RESUMING);
    }
  else if (self->state == MYO_SESSION_RUNNING)
    {
      set_texts (self, PROP_BANNER, PROP_TOGGLE_LABEL, word_running);
      set_flags (self, PROP_WAITING, PROP_TWITCH);
    }
  else if (self->state == MYO_SESSION_AFTER)
    {
      set_texts (self, PROP_ENDED, PROP_CHANGE, word_after);
      set_flags (self, PROP_CAN_GO_ON, PROP_ANYTHING_HELD);
    }
  set_text (self, PROP_AWAKE_REASON, word_reason (self));
  g_object_thaw_notify (G_OBJECT (self));
}

void
myo_session_desk_refresh_time (MyoSessionDesk *self)
{
  set_text (self, PROP_WHOLE_LEFT, myo_session_words_left (self->player));
}

void
myo_session_desk_notify (MyoSessionDesk *self,
                         MyoSessionProp  prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
myo_session_desk_set_pain (MyoSessionDesk *self,
                           MyoSessionProp  prop,
                           int             pain)
{
  int *value = prop == PROP_PAIN_BEFORE ? &self->pain_before : &self->pain_after;

  if (*value == pain)
    return;

  *value = pain;
  myo_session_desk_notify (self, prop);
  if (self->state != MYO_SESSION_AFTER)
    return;

  myo_session_desk_refresh (self);
  myo_session_desk_record_pain (self);
}

/* --- Properties --- */

static void
get_property (GObject    *object,
              guint       id,
              GValue     *value,
              GParamSpec *pspec)
{
  MyoSessionDesk *self = MYO_SESSION_DESK (object);

  if (id < N_TEXTS)
    g_value_set_string (value, self->texts[id]);
  else if (id < N_FLAGS)
    g_value_set_boolean (value, self->flags[id]);
  else if (id == PROP_STATE)
    g_value_set_enum (value, self->state);
  else if (id == PROP_UNFINISHED)
    g_value_set_boxed (value, self->unfinished);
  else if (id == PROP_UNWRITTEN)
    g_value_set_boxed (value, myo_recorder_get_unwritten (self->recorder));
  else if (id == PROP_PAIN_BEFORE)
    g_value_set_int (value, self->pain_before);
  else if (id == PROP_PAIN_AFTER)
    g_value_set_int (value, self->pain_after);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
set_property (GObject      *object,
              guint         id,
              const GValue *value,
              GParamSpec   *pspec)
{
  if (id == PROP_PAIN_BEFORE || id == PROP_PAIN_AFTER)
    myo_session_desk_set_pain (MYO_SESSION_DESK (object), id, g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

void
myo_session_desk_install_properties (GObjectClass *object_class)
{
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->get_property = get_property;
  object_class->set_property = set_property;
  for (guint p = 1; p < N_TEXTS; p++)
    props[p] = g_param_spec_string (names[p], NULL, NULL, "", read);
  for (guint p = N_TEXTS; p < N_FLAGS; p++)
    props[p] = g_param_spec_boolean (names[p], NULL, NULL, FALSE, read);
  props[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, MYO_TYPE_SESSION_STATE, MYO_SESSION_IDLE, read);
  props[PROP_UNFINISHED] = g_param_spec_boxed ("unfinished", NULL, NULL, MYO_TYPE_SESSION, read);
  props[PROP_UNWRITTEN] = g_param_spec_boxed ("unwritten", NULL, NULL, G_TYPE_ERROR, read);
  props[PROP_PAIN_BEFORE] = g_param_spec_int ("pain-before", NULL, NULL, MYO_PAIN_UNKNOWN, 10, MYO_PAIN_UNKNOWN, both);
  props[PROP_PAIN_AFTER] = g_param_spec_int ("pain-after", NULL, NULL, MYO_PAIN_UNKNOWN, 10, MYO_PAIN_UNKNOWN, both);
  g_object_class_install_properties (object_class, N_PROPS, props);
}
