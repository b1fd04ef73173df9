/* Shared by the files of the pain desk: -files (opening, saving, the page), -sessions (before and after a session).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-desk.h"

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
  MyoPainTool       *tool;
  MyoPainDraft      *draft;
  guint              rest_alarm;

  MyoPainComparison *repaint, *pair;
  MyoSession        *repainted;      /* the session that was just finished, whose drawing is painted anew; or NULL */
  gboolean           looks_at_after; /* which of the pair the map shows */
  MyoPainDrawing    *stored;         /* on the map instead of the one that is made; or NULL */
};

/** myo_pain_desk_get_drawing: Returns: (transfer none): the drawing that is made */
MyoPainDrawing *myo_pain_desk_get_drawing   (MyoPainDesk *self);
/** myo_pain_desk_emit_changed: tells of what can be undone, cleared or exported, and of which drawing the map shows */
void            myo_pain_desk_emit_changed  (MyoPainDesk *self);

/** myo_pain_desk_follow_pair: in -sessions: which drawing the map shows follows the way and the pair */
void            myo_pain_desk_follow_pair   (MyoPainDesk *self);

G_END_DECLS
