/* The pain before and after a session: what the session takes along, painting it anew, looking at a pair of the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "myo-pain-desk-private.h"
#include "myo-pain-file.h"
#include "myo-pain-words.h"

static MyoPainDrawing *
parse (MyoPainDesk  *self,
       const char   *text,
       GError      **error)
{
  return myo_pain_file_parse (text, -1, _("records"), self->atlas, error);
}

/* --- What a session takes along --- */

/* A drawing of last time does not belong to a session about something else. */
static gboolean
is_about_drawing (MyoPainDesk      *self,
                  const MyoSession *session)
{
  GPtrArray *candidates;

  if (myo_pain_drawing_is_empty (myo_pain_desk_get_drawing (self)))
    return FALSE;
  if (myo_pain_draft_get_is_new (self->draft))
    return TRUE;

  candidates = myo_pain_study_get_candidates (self->study);
  for (guint i = 0; i < candidates->len; i++)
    {
      const MyoCandidate *candidate = candidates->pdata[i];

      if (candidate->side == session->side && g_str_equal (candidate->muscle->id, session->muscle))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): what the drawing covers.  While the study is not ready a grid is made for this alone. */
static MyoCoverage *
cover (MyoPainDesk *self)
{
  g_autoptr(MyoBodyGrid) grid = NULL;

  if (myo_pain_study_is_ready (self->study))
    return myo_coverage_ref (myo_pain_study_get_coverage (self->study));

  grid = myo_body_grid_new (self->drawings, NULL);
  return grid != NULL ? myo_coverage_new (grid, myo_pain_drawing_get_strokes (myo_pain_desk_get_drawing (self))) : NULL;
}

void
myo_pain_desk_describe_session (MyoPainDesk *self,
                                MyoSession  *session)
{
  g_autoptr(MyoCoverage) coverage = NULL;

  g_return_if_fail (MYO_IS_PAIN_DESK (self) && session != NULL);

  if (!is_about_drawing (self, session))
    return;

  session->drawing_before = myo_pain_file_format (myo_pain_desk_get_drawing (self));
  coverage = cover (self);
  if (coverage != NULL)
    session->drawing_words = myo_pain_words_where (self->atlas, coverage);
}

/* --- Painting it anew --- */

static void
show (MyoPainDesk    *self,
      MyoPainDrawing *drawing)
{
  if (!myo_pain_drawing_equal (myo_pain_desk_get_drawing (self), drawing))
    myo_pain_drawing_set (myo_pain_desk_get_drawing (self), drawing);
}

void
myo_pain_desk_offer_repaint (MyoPainDesk *self,
                             MyoSession  *session)
{
  g_autoptr(MyoPainDrawing) before = NULL;

  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  g_clear_pointer (&self->repainted, myo_session_unref);
  if (session != NULL && session->drawing_before != NULL)
    before = parse (self, session->drawing_before, NULL);
  if (before == NULL)
    return;

  self->repainted = myo_session_ref (session);
  myo_pain_tool_set_kind (self->tool, MYO_PAIN_TOOL_BRUSH);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
  show (self, before);
  myo_pain_comparison_begin (self->repaint, before);
  myo_way_go (self->way, MYO_WAY_REPAINT);
}

void
myo_pain_desk_repaint_same (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self) && myo_pain_comparison_get_before (self->repaint) != NULL);

  show (self, myo_pain_comparison_get_before (self->repaint));
  myo_pain_desk_end_repaint (self);
}

static void
amend_session (MyoPainDesk *self)
{
  g_autoptr(MyoSession) session = g_steal_pointer (&self->repainted);

  g_free (session->drawing_after);
  session->drawing_after = myo_pain_file_format (myo_pain_desk_get_drawing (self));
  g_signal_emit_by_name (self, "repainted", session);
}

void
myo_pain_desk_end_repaint (MyoPainDesk *self)
{
  gboolean gone;

  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  gone = myo_pain_drawing_is_empty (myo_pain_desk_get_drawing (self));
  if (self->repainted != NULL)
    amend_session (self);
  myo_way_go (self->way, gone ? MYO_WAY_HOME : MYO_WAY_PAIN);
}

MyoPainComparison *
myo_pain_desk_get_repaint (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return self->repaint;
}

/* --- A pair of the history --- */

void
myo_pain_desk_follow_pair (MyoPainDesk *self)
{
  MyoPainDrawing *after = myo_pain_comparison_get_after (self->pair);
  MyoPainDrawing *stored = NULL;

  if (myo_way_get_page (self->way) == MYO_WAY_PAIR)
    stored = self->looks_at_after && after != NULL ? after : myo_pain_comparison_get_before (self->pair);
  if (!g_set_object (&self->stored, stored))
    return;

  if (stored != NULL)
    myo_pain_tool_set_kind (self->tool, MYO_PAIN_TOOL_HAND);
  myo_pain_desk_emit_changed (self);
}

gboolean
myo_pain_desk_show_pair (MyoPainDesk       *self,
                         const MyoSession  *session,
                         GError           **error)
{
  g_autoptr(MyoPainDrawing) before = NULL;
  g_autoptr(MyoPainDrawing) after = NULL;

  g_return_val_if_fail (MYO_IS_PAIN_DESK (self) && session != NULL && session->drawing_before != NULL, FALSE);

  before = parse (self, session->drawing_before, error);
  if (before == NULL)
    return FALSE;
  if (session->drawing_after != NULL && (after = parse (self, session->drawing_after, error)) == NULL)
    return FALSE;
  if (myo_way_get_page (self->way) == MYO_WAY_SESSION)
    return TRUE;

  self->looks_at_after = TRUE;
  myo_pain_comparison_show (self->pair, before, after);
  myo_way_go (self->way, MYO_WAY_PAIR);
  myo_pain_desk_follow_pair (self);
  return TRUE;
}

MyoPainComparison *
myo_pain_desk_get_pair (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return self->pair;
}

void
myo_pain_desk_look_at (MyoPainDesk *self,
                       gboolean     after)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  self->looks_at_after = after;
  myo_pain_desk_follow_pair (self);
}

MyoPainDrawing *
myo_pain_desk_get_stored (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return self->stored;
}
