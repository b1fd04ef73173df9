/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-desk-private.h"

/* Painting rests when nothing has changed for so long. */
#define RESTS_US (300 * 1000)

G_DEFINE_FINAL_TYPE (MyoPainDesk, myo_pain_desk, G_TYPE_OBJECT)

enum { CHANGED, RESTED, PUT_AWAY, DRAFT_RESTORED, DRAFT_SETTLED, OPENED, REPAINTED, FAILED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- What it holds --- */

MyoPainStudy *
myo_pain_desk_get_study (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return self->study;
}

MyoScreeningDesk *
myo_pain_desk_get_screening (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return self->screening;
}

MyoPainTool *
myo_pain_desk_get_tool (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return self->tool;
}

MyoPainDrawing *
myo_pain_desk_get_drawing (MyoPainDesk *self)
{
  return myo_pain_study_get_drawing (self->study);
}

void
myo_pain_desk_emit_changed (MyoPainDesk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_pain_desk_emit_opened (MyoPainDesk *self)
{
  g_signal_emit (self, signals[OPENED], 0);
}

/* --- Following what is painted --- */

static void
rested (gpointer data)
{
  MyoPainDesk *self = data;

  self->rest_alarm = 0;
  g_signal_emit (self, signals[RESTED], 0);
}

void
myo_pain_desk_await_rest (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  myo_clock_cancel (self->clock, self->rest_alarm);
  self->rest_alarm = myo_clock_call_after (self->clock, RESTS_US, G_PRIORITY_DEFAULT, rested, self);
}

/* Who begins to paint wants to see what it tells. */
static void
stroke_grown (MyoPainDesk *self)
{
  const MyoStroke *stroke = myo_pain_study_get_stroke (self->study);

  if (stroke != NULL && stroke->dabs->len == 1)
    myo_way_offer (self->way, MYO_WAY_PAIN);
}

static void
study_changed (MyoPainDesk *self)
{
  myo_pain_desk_describe_begun (self);
  myo_pain_desk_await_rest (self);
}

static void
tool_changed (MyoPainDesk *self)
{
  if (myo_pain_tool_get_kind (self->tool) != MYO_PAIN_TOOL_HAND)
    myo_way_take_brush (self->way);
}

static void
tell_failed (MyoPainDesk  *self,
             const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/* Who has begun to paint by now, for another person maybe, goes on; what was there last time lies beneath. */
static void
draft_found (MyoPainDesk    *self,
             MyoPainDrawing *found)
{
  MyoPainDrawing *drawing = myo_pain_desk_get_drawing (self);

  if (myo_pain_drawing_equal (drawing, found))
    return;

  if (myo_pain_study_get_stroke (self->study) != NULL || !myo_pain_drawing_is_empty (drawing))
    {
      myo_pain_drawing_put_beneath (drawing, found);
      myo_pain_desk_emit_changed (self);
      g_signal_emit (self, signals[PUT_AWAY], 0, found);
      return;
    }
  myo_pain_draft_restore (self->draft, found);
  myo_pain_study_prepare (self->study);
  g_signal_emit (self, signals[DRAFT_RESTORED], 0);
}

/* --- Painting --- */

void
myo_pain_desk_paint (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  myo_pain_tool_set_kind (self->tool, MYO_PAIN_TOOL_BRUSH);
  myo_selection_clear_place (self->selection);
  myo_selection_select (self->selection, NULL, MYO_SIDE_RIGHT, NULL);
  myo_way_offer (self->way, MYO_WAY_PAIN);
}

void
myo_pain_desk_undo (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  if (myo_pain_desk_can_undo (self))
    myo_pain_drawing_undo (myo_pain_desk_get_drawing (self));
}

void
myo_pain_desk_redo (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  if (myo_pain_desk_can_redo (self))
    myo_pain_drawing_redo (myo_pain_desk_get_drawing (self));
}

void
myo_pain_desk_clear (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  if (myo_pain_desk_can_clear (self))
    myo_pain_drawing_clear (myo_pain_desk_get_drawing (self));
}

gboolean
myo_pain_desk_can_undo (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), FALSE);

  return self->stored == NULL && myo_pain_drawing_can_undo (myo_pain_desk_get_drawing (self));
}

gboolean
myo_pain_desk_can_redo (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), FALSE);

  return self->stored == NULL && myo_pain_drawing_can_redo (myo_pain_desk_get_drawing (self));
}

gboolean
myo_pain_desk_can_clear (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), FALSE);

  return self->stored == NULL && !myo_pain_drawing_is_empty (myo_pain_desk_get_drawing (self));
}

gboolean
myo_pain_desk_can_export (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), FALSE);

  return !myo_pain_drawing_is_empty (myo_pain_desk_get_drawing (self));
}

void
myo_pain_desk_toggle_region (MyoPainDesk *self,
                             const char  *region,
                             MyoSide      side)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self) && region != NULL);

  myo_pain_study_toggle_region (self->study, region, side, myo_pain_tool_get_intensity (self->tool),
                                myo_pain_tool_get_quality (self->tool));
}

/* A slip of the hand loses nothing. */
void
myo_pain_desk_begin_new (MyoPainDesk *self)
{
  g_autoptr(MyoPainDrawing) before = NULL;

  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  if (!myo_pain_drawing_is_empty (myo_pain_desk_get_drawing (self)))
    before = myo_pain_drawing_copy (myo_pain_desk_get_drawing (self));
  myo_pain_desk_cancel_reading (self);
  g_clear_pointer (&self->repainted, myo_session_unref);
  myo_pain_study_reset (self->study);
  myo_pain_desk_paint (self);
  if (before != NULL)
    g_signal_emit (self, signals[PUT_AWAY], 0, before);
}

void
myo_pain_desk_bring_back (MyoPainDesk    *self,
                          MyoPainDrawing *drawing)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self) && MYO_IS_PAIN_DRAWING (drawing));

  myo_pain_drawing_set (myo_pain_desk_get_drawing (self), drawing);
}

/* --- The draft --- */

void
myo_pain_desk_load_draft (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  myo_pain_draft_load (self->draft);
}

void
myo_pain_desk_reload_draft (MyoPainDesk *self)
{
  MyoWayPage page;

  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  page = myo_way_get_page (self->way);
  myo_pain_desk_cancel_reading (self);
  g_clear_pointer (&self->repainted, myo_session_unref);
  if (page == MYO_WAY_REPAINT || page == MYO_WAY_PAIR)
    myo_way_go (self->way, MYO_WAY_HOME);
  myo_pain_draft_reload (self->draft);
}

void
myo_pain_desk_flush (MyoPainDesk *self)
{
  g_return_if_fail (MYO_IS_PAIN_DESK (self));

  myo_pain_draft_save_now (self->draft);
}

static void
tell_settled (MyoPainDesk *self)
{
  g_signal_emit (self, signals[DRAFT_SETTLED], 0);
}

MyoPainDraft *
myo_pain_desk_get_draft (MyoPainDesk *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DESK (self), NULL);

  return self->draft;
}

/* --- Class --- */

static void
myo_pain_desk_dispose (GObject *object)
{
  MyoPainDesk *self = MYO_PAIN_DESK (object);

  if (self->clock != NULL)
    myo_clock_cancel (self->clock, self->rest_alarm);
  self->rest_alarm = 0;
  myo_errand_cancel (&self->reading);
  g_clear_pointer (&self->asked, myo_session_unref);
  g_clear_pointer (&self->begun, myo_session_unref);
  g_clear_pointer (&self->begun_with, g_free);
  g_clear_pointer (&self->repainted, myo_session_unref);
  g_clear_object (&self->stored);
  g_clear_object (&self->pair);
  g_clear_object (&self->repaint);
  g_clear_object (&self->draft);
  g_clear_object (&self->tool);
  g_clear_object (&self->screening);
  g_clear_object (&self->study);
  g_clear_object (&self->clock);
  g_clear_object (&self->way);
  g_clear_object (&self->selection);
  g_clear_object (&self->drawings);
  g_clear_object (&self->atlas);

  G_OBJECT_CLASS (myo_pain_desk_parent_class)->dispose (object);
}

static guint
add_signal (const char *name,
            GType       argument)
{
  return g_signal_new (name, MYO_TYPE_PAIN_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       argument != G_TYPE_NONE ? 1 : 0, argument);
}

static void
myo_pain_desk_class_init (MyoPainDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_pain_desk_dispose;

  signals[CHANGED] = add_signal ("changed", G_TYPE_NONE);
  signals[RESTED] = add_signal ("rested", G_TYPE_NONE);
  signals[PUT_AWAY] = add_signal ("put-away", MYO_TYPE_PAIN_DRAWING);
  signals[DRAFT_RESTORED] = add_signal ("draft-restored", G_TYPE_NONE);
  signals[DRAFT_SETTLED] = add_signal ("draft-settled", G_TYPE_NONE);
  signals[OPENED] = add_signal ("opened", G_TYPE_NONE);
  signals[REPAINTED] = add_signal ("repainted", MYO_TYPE_SESSION);
  signals[FAILED] = add_signal ("failed", G_TYPE_ERROR);
}

static void
myo_pain_desk_init (MyoPainDesk *self)
{
  self->tool = myo_pain_tool_new ();
  self->looks_at_after = TRUE;
}

static void
follow (MyoPainDesk *self,
        gpointer     object,
        const char  *signal,
        GCallback    callback)
{
  g_signal_connect_object (object, signal, callback, self, G_CONNECT_SWAPPED);
}

MyoPainDesk *
myo_pain_desk_new (MyoAtlas     *atlas,
                   MyoDrawings  *drawings,
                   MyoPlaceDesk *places,
                   MyoWay       *way,
                   MyoRecords   *records,
                   MyoClock     *clock)
{
  MyoPainDesk *self = g_object_new (MYO_TYPE_PAIN_DESK, NULL);

  self->atlas = g_object_ref (atlas);
  self->drawings = g_object_ref (drawings);
  self->selection = g_object_ref (myo_place_desk_get_selection (places));
  self->way = g_object_ref (way);
  self->clock = g_object_ref (clock);
  self->study = myo_pain_study_new (atlas, drawings, myo_place_desk_get_finder (places));
  self->screening = myo_screening_desk_new (self->study);
  self->draft = myo_pain_draft_new (myo_pain_desk_get_drawing (self), atlas, records, clock);
  self->repaint = myo_pain_comparison_new (self->study, clock);
  self->pair = myo_pain_comparison_new (self->study, clock);
  follow (self, myo_pain_desk_get_drawing (self), "changed", G_CALLBACK (myo_pain_desk_emit_changed));
  follow (self, self->study, "changed", G_CALLBACK (study_changed));
  follow (self, self->study, "painted", G_CALLBACK (stroke_grown));
  follow (self, self->study, "failed", G_CALLBACK (tell_failed));
  follow (self, self->draft, "failed", G_CALLBACK (tell_failed));
  follow (self, self->draft, "settled", G_CALLBACK (tell_settled));
  follow (self, self->draft, "found", G_CALLBACK (draft_found));
  follow (self, way, "changed", G_CALLBACK (myo_pain_desk_follow_pair));
  /* The pages first: they are up to date when the way brings them to the front. */
  g_signal_connect_object (self->tool, "notify::kind", G_CALLBACK (tool_changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}
