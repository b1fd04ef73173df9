/* The pain before and after a session: what the session takes along, painting it anew, looking at a pair of the history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-pain-desk-private.h"
#include "myo-pain-file.h"
#include "myo-pain-words.h"

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

void
myo_pain_desk_describe_begun (MyoPainDesk *self)
{
  g_autoptr(MyoSession) session = NULL;
  g_autofree char *text = NULL;

  if (self->begun == NULL || !myo_pain_study_is_ready (self->study))
    return;

  session = g_steal_pointer (&self->begun);
  text = g_steal_pointer (&self->begun_with);
  if (!is_about_drawing (self, session))
    return;

  g_free (session->drawing_before);
  session->drawing_before = g_steal_pointer (&text);
  session->drawing_words = myo_pain_words_where (self->atlas, myo_pain_study_get_coverage (self->study));
}

/* What is told of the drawing is written with whatever is written next of the session. */
void
myo_pain_desk_describe_session (MyoPainDesk *self,
                                MyoSession  *session)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self) && session != NULL);

  if (myo_pain_drawing_is_empty (myo_pain_desk_get_drawing (self)))
    return;

  g_clear_pointer (&self->begun, myo_session_unref);
  g_free (self->begun_with);
  self->begun = myo_session_ref (session);
  self->begun_with = myo_pain_file_format (myo_pain_desk_get_drawing (self));
  if (myo_pain_draft_get_is_new (self->draft))
    session->drawing_before = g_strdup (self->begun_with);
  myo_pain_study_prepare (self->study);
  myo_pain_desk_describe_begun (self);
}

/* --- Painting it anew --- */

static void
show (MyoPainDesk    *self,
      MyoPainDrawing *drawing)
{
  if (!myo_pain_drawing_equal (myo_pain_desk_get_drawing (self), drawing))
    myo_pain_drawing_set (myo_pain_desk_get_drawing (self), drawing);
}

static void
repaint_was_read (gpointer      owner,
                  gpointer      result,
                  const GError *error)
{
  MyoPainDesk *self = owner;
  g_autoptr(GPtrArray) drawings = myo_pain_desk_take_reading (self, result, error);

  if (drawings == NULL)
    return;

  self->repainted = g_steal_pointer (&self->asked);
  myo_pain_study_end_stroke (self->study);
  myo_pain_tool_set_kind (self->tool, MYO_PAIN_TOOL_BRUSH);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
  show (self, drawings->pdata[0]);
  myo_pain_comparison_begin (self->repaint, drawings->pdata[0]);
  myo_way_go (self->way, MYO_WAY_REPAINT);
}

void
myo_pain_desk_offer_repaint (MyoPainDesk *self,
                             MyoSession  *session)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  g_clear_pointer (&self->repainted, myo_session_unref);
  if (session != NULL && session->drawing_before != NULL)
    myo_pain_desk_send_reading (self, NULL, session, repaint_was_read);
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

static void
pair_was_read (gpointer      owner,
               gpointer      result,
               const GError *error)
{
  MyoPainDesk *self = owner;
  g_autoptr(GPtrArray) drawings = myo_pain_desk_take_reading (self, result, error);

  g_clear_pointer (&self->asked, myo_session_unref);
  if (drawings == NULL)
    return;

  if (myo_way_get_page (self->way) != MYO_WAY_SESSION)
    {
      self->looks_at_after = TRUE;
      myo_pain_comparison_show (self->pair, drawings->pdata[0], drawings->len > 1 ? drawings->pdata[1] : NULL);
      myo_way_go (self->way, MYO_WAY_PAIR);
      myo_pain_desk_follow_pair (self);
    }
  myo_pain_desk_emit_opened (self);
}

void
myo_pain_desk_show_pair (MyoPainDesk *self,
                         MyoSession  *session)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self) && session != NULL && session->drawing_before != NULL);

  myo_pain_desk_send_reading (self, NULL, session, pair_was_read);
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
