/* The record of one session: what was held, how long, with what effect.
 *
 * Plain reference-counted data that travels between the player, the recorder and the store's thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "myo-body.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_END_NONE,              /* still under way */
  MYO_END_DONE,              /* went to its end */
  MYO_END_RELEASED,          /* let go early because it had softened */
  MYO_END_SKIPPED,
  MYO_END_STOPPED,           /* the person or the client stopped it */
  MYO_END_INTERRUPTED,       /* a crash, a kill or a suspend */
} MyoEnd;

/** myo_end_get_nick: Returns: a stable name for records: "none", "done" … */
const char *myo_end_get_nick  (MyoEnd end);
/** myo_end_from_nick: Returns: %MYO_END_NONE for %NULL, %MYO_END_INTERRUPTED for a name that is not known */
MyoEnd      myo_end_from_nick (const char *nick);

#define MYO_PAIN_UNKNOWN (-1)

/** MyoHold: one hold, as it was; committed before the next begins */
typedef struct
{
  gint64   id;               /* row, 0 before it is stored */
  gint64   started_at;       /* µs since 1970, UTC */
  char    *point;            /* id of the trigger point, or NULL */
  MyoSide  side;
  int      step;             /* index in the technique */
  int      repetition;       /* 1… */
  int      planned_ms;
  int      held_ms;          /* time really held: pauses and suspends do not count */
  int      pressure;         /* 0–10, -1 unknown */
  gboolean twitch;           /* a local twitch was felt */
  gboolean known_pain;       /* the pain was recognised as one's own */
  MyoEnd   end;
} MyoHold;

typedef struct
{
  gatomicrefcount ref_count;

  gint64     id;             /* row, 0 before it is stored */
  gint64     started_at;     /* µs since 1970, UTC */
  gint64     ended_at;       /* 0 while it is under way */
  char      *muscle;         /* id */
  char      *muscle_name;    /* as shown when it was recorded, so that history stays readable without the atlas */
  char      *technique;      /* id */
  char      *technique_title;
  char      *atlas_version;
  MyoSide    side;
  int        pain_before;    /* 0–10 or MYO_PAIN_UNKNOWN */
  int        pain_after;
  MyoEnd     end;
  int        next_move;      /* where to resume: index of the first move not finished */
  GPtrArray *holds;          /* of MyoHold */
  char      *drawing_before; /* the pain drawing (see src/content/myo-pain-file.h) it began with, or NULL */
  char      *drawing_words;  /* what drawing_before covers, in words, or NULL */
  char      *drawing_after;  /* the one made after it, or NULL */
} MyoSession;

#define MYO_TYPE_SESSION (myo_session_get_type ())
GType       myo_session_get_type    (void);
/** myo_session_new: Returns: (transfer full): empty, pain unknown */
MyoSession *myo_session_new         (void);
/** myo_session_ref: Returns: (transfer full): @self; may be called in any thread */
MyoSession *myo_session_ref         (MyoSession *self);
/** myo_session_unref: the last one frees @self and all that it holds; may be called in any thread */
void        myo_session_unref       (MyoSession *self);
/** myo_session_copy: Returns: (transfer full): a deep copy, for handing to another thread */
MyoSession *myo_session_copy        (const MyoSession *self);
/** myo_session_get_held_ms: Returns: the sum of all holds, ms */
gint64      myo_session_get_held_ms (const MyoSession *self);
/** myo_session_count_held: Returns: how many holds were held, see myo_hold_is_held() */
guint       myo_session_count_held  (const MyoSession *self);

/** myo_hold_new: Returns: (transfer full): empty, the first repetition, pressure unknown */
MyoHold    *myo_hold_new            (void);
/** myo_hold_copy: Returns: (transfer full) */
MyoHold    *myo_hold_copy           (const MyoHold *self);
/** myo_hold_is_held: Returns: whether it lasted half a second or more: what is shorter was skipped and is told as 0 s */
gboolean    myo_hold_is_held        (const MyoHold *self);
/** myo_hold_free: frees @self, never %NULL, and its texts */
void        myo_hold_free           (MyoHold *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoSession, myo_session_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoHold, myo_hold_free)

G_END_DECLS
