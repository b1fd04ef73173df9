/* Shared by the files of the session desk: -seen (what can be seen of it: its properties), -commands (what the hands tell it), -ends (what
 * is cut off when the program ends, and what was when it starts).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-recorder.h"
#include "myo-session-desk.h"

G_BEGIN_DECLS

/* What is only read: texts first, then flags. */
typedef enum
{
  PROP_TITLE = 1, PROP_PLACE, PROP_BEGIN_LABEL,
  PROP_BANNER, PROP_CAPTION, PROP_KIND, PROP_STEP, PROP_NEXT, PROP_WHOLE_LEFT, PROP_PRESSURE, PROP_TOGGLE_LABEL,
  PROP_ENDED, PROP_HELD, PROP_CHANGE, PROP_AWAKE_REASON,
  PROP_RESUMING, PROP_WAITING, PROP_HOLDING, PROP_INTERRUPTED, PROP_KNOWN_PAIN, PROP_TWITCH, PROP_CAN_GO_ON, PROP_ANYTHING_HELD,
  PROP_STATE, PROP_UNFINISHED, PROP_UNWRITTEN, PROP_PAIN_BEFORE, PROP_PAIN_AFTER,
  N_PROPS,
} MyoSessionProp;
#define N_TEXTS PROP_RESUMING
#define N_FLAGS PROP_STATE

struct _MyoSessionDesk
{
  GObject parent_instance;

  MyoAtlas       *atlas;
  MyoClock       *clock;
  MyoPlayer      *player;
  MyoRecorder    *recorder;

  int             ready_ms;
  int             pressure_ceiling;

  MyoSessionState state, told;   /* as it is, and as it was notified last */
  MyoRoutine     *routine;       /* prepared, maybe not begun */
  guint           from;          /* its move to begin with */
  MyoSession     *unfinished;    /* offered */
  MyoSession     *found;         /* to be offered when nothing is under way; or NULL */
  MyoSession     *resumed;       /* prepared to go on with; or NULL */
  gboolean        waiting;       /* other records are being put in place: nothing begins */
  gboolean        wanted;        /* what is prepared was to begin meanwhile */
  guint           alarm;         /* calls the player; 0 when nothing is counted */
  int             pain_before, pain_after;
  MyoSession     *held;          /* has the holds of the session that was prepared last; only they count */
  gint64          whole_ms;

  char           *texts[N_TEXTS];
  gboolean        flags[N_FLAGS];
};

/** myo_session_desk_enter: the state is another, or something that belongs to it: all that can be seen is renewed, and this told */
void myo_session_desk_enter              (MyoSessionDesk *self, MyoSessionState state);
/** myo_session_desk_lay_out: prepares a session; @resumed: (nullable): the one to go on with, kept referenced; else a new one */
void myo_session_desk_lay_out            (MyoSessionDesk *self, MyoMuscle *muscle, const MyoTechnique *technique, MyoSide side,
                                          const char *point_id, MyoSession *resumed);
/** myo_session_desk_set_unfinished: @session: (nullable): the one that is offered, kept referenced */
void myo_session_desk_set_unfinished     (MyoSessionDesk *self, MyoSession *session);
/** myo_session_desk_offer_found: what was found while another session was under way is offered */
void myo_session_desk_offer_found        (MyoSessionDesk *self);
/** myo_session_desk_get_end: Returns: how the session ended, when its player is not active any more */
MyoEnd myo_session_desk_get_end          (MyoSessionDesk *self);
/** myo_session_desk_stop_calling: the clock does not call the player any more */
void myo_session_desk_stop_calling       (MyoSessionDesk *self);

/** myo_session_desk_install_properties: installs the properties and what gets and sets them */
void myo_session_desk_install_properties (GObjectClass *object_class);
/** myo_session_desk_refresh: words anew what belongs to the state that the desk is in, and notifies what is another now */
void myo_session_desk_refresh            (MyoSessionDesk *self);
/** myo_session_desk_refresh_time: the same of what the time changes by itself */
void myo_session_desk_refresh_time       (MyoSessionDesk *self);
/** myo_session_desk_notify: @prop: one of what stands after the flags */
void myo_session_desk_notify             (MyoSessionDesk *self, MyoSessionProp prop);
/** myo_session_desk_set_pain: @prop: before or after; @pain: 0–10 or %MYO_PAIN_UNKNOWN */
void myo_session_desk_set_pain           (MyoSessionDesk *self, MyoSessionProp prop, int pain);
/** myo_session_desk_record_pain: has the pain after the session, which is AFTER, recorded as told so far */
void myo_session_desk_record_pain        (MyoSessionDesk *self);

G_END_DECLS
