/* Shared by the files of the pain desk: -files (opening, saving, the page), -sessions (before and after a session).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-desk.h"
#include "myo-pain-draft.h"
#include "myo-pain-reading-private.h"

G_BEGIN_DECLS

struct _MyoPainDesk
{
  GObject parent_instance;

  MyoAtlas          *atlas;
  MyoDrawings       *drawings;
  MyoSelection      *selection;
  MyoWay            *way;
  MyoClock          *clock;
  MyoPainStudy      *study;
  MyoScreeningDesk  *screening;
  MyoPainTool       *tool;
  MyoPainDraft      *draft;
  guint              rest_alarm;
  GCancellable      *reading;        /* the errand for stored drawings that are to be shown; or NULL */
  MyoSession        *asked;          /* whose drawings these are; or NULL */
  MyoSession        *begun;          /* a session that waits for its drawing's words until the study is ready; or NULL */
  char              *begun_with;     /* the drawing with which it began, as text */

  MyoPainComparison *repaint, *pair;
  MyoSession        *repainted;      /* the session that was just finished, whose drawing is painted anew; or NULL */
  gboolean           looks_at_after; /* which of the pair the map shows */
  MyoPainDrawing    *stored;         /* on the map instead of the one that is made; or NULL */
};

/** myo_pain_desk_get_drawing: Returns: (transfer none): the drawing that is made */
MyoPainDrawing *myo_pain_desk_get_drawing   (MyoPainDesk *self);
/** myo_pain_desk_emit_changed: tells of what can be undone, cleared or exported, and of which drawing the map shows */
void            myo_pain_desk_emit_changed  (MyoPainDesk *self);

/** myo_pain_desk_send_reading: reads @file (nullable), or else the drawings of @session, to be shown; a newer wish takes the place of an older one */
void            myo_pain_desk_send_reading  (MyoPainDesk *self, GFile *file, MyoSession *session, MyoErrandDone done);
/** myo_pain_desk_take_reading: Returns: (transfer full) (nullable): @result; or %NULL after having told of @error */
GPtrArray      *myo_pain_desk_take_reading  (MyoPainDesk *self, gpointer result, const GError *error);
/** myo_pain_desk_emit_opened: tells that what was read is shown */
void            myo_pain_desk_emit_opened   (MyoPainDesk *self);

/** myo_pain_desk_describe_begun: in -sessions: gives the session that waits for it its drawing and the words, when the study is ready */
void            myo_pain_desk_describe_begun (MyoPainDesk *self);
/** myo_pain_desk_follow_pair: in -sessions: which drawing the map shows follows the way and the pair */
void            myo_pain_desk_follow_pair   (MyoPainDesk *self);

G_END_DECLS
