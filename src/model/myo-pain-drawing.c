/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-drawing.h"

#include "myo-meter.h"

/* All that was ever done, in order; what lies beyond `done` was undone and may be done again.  Clearing is something done like a
 * stroke, so that undoing it needs nothing of its own.  A step is what one undo takes back: mostly one stroke. */
struct _MyoPainDrawing
{
  GObject parent_instance;

  GPtrArray *history;        /* of MyoStroke, owned */
  GArray    *steps;          /* of guint: how long the history was after each step */
  guint      done;           /* so many steps hold */
  GPtrArray *strokes;        /* those that show, not owned; made when asked for */
  guint      n_dabs;         /* of them; hold when @strokes is there */
  double     ground;
};

G_DEFINE_FINAL_TYPE (MyoPainDrawing, myo_pain_drawing, G_TYPE_OBJECT)

enum { PROP_0, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_EMPTY, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Drawing --- */

static void
changed (MyoPainDrawing *self,
         gboolean        appended)
{
  if (!appended)
    g_clear_pointer (&self->strokes, g_ptr_array_unref);
  g_signal_emit (self, signals[CHANGED], 0, appended);
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static guint
count_done (MyoPainDrawing *self)
{
  return self->done > 0 ? g_array_index (self->steps, guint, self->done - 1) : 0;
}

static guint
find_first_shown (MyoPainDrawing *self)
{
  for (guint i = count_done (self); i > 0; i--)
    if (((const MyoStroke *) self->history->pdata[i - 1])->tool == MYO_STROKE_CLEAR)
      return i;
  return 0;
}

static void
show_stroke (MyoPainDrawing  *self,
             const MyoStroke *stroke)
{
  g_ptr_array_add (self->strokes, (gpointer) stroke);
  self->n_dabs += stroke->dabs->len;
  self->ground += myo_stroke_get_ground (stroke);
}

GPtrArray *
myo_pain_drawing_get_strokes (MyoPainDrawing *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (self), NULL);

  if (self->strokes == NULL)
    {
      self->strokes = g_ptr_array_new ();
      self->n_dabs = 0;
      self->ground = 0;
      for (guint i = find_first_shown (self); i < count_done (self); i++)
        show_stroke (self, self->history->pdata[i]);
    }
  return self->strokes;
}

double
myo_pain_drawing_get_ground (MyoPainDrawing *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (self), 0);

  myo_pain_drawing_get_strokes (self);
  return self->ground;
}

gboolean
myo_pain_drawing_is_empty (MyoPainDrawing *self)
{
  return myo_pain_drawing_get_strokes (self)->len == 0;
}

gboolean
myo_pain_drawing_equal (MyoPainDrawing *a,
                        MyoPainDrawing *b)
{
  GPtrArray *m = myo_pain_drawing_get_strokes (a), *n = myo_pain_drawing_get_strokes (b);

  if (m->len != n->len)
    return FALSE;

  for (guint i = 0; i < m->len; i++)
    if (!myo_stroke_equal (m->pdata[i], n->pdata[i]))
      return FALSE;
  return TRUE;
}

/* What was undone is forgotten once something else is done. */
static void
begin_step (MyoPainDrawing *self)
{
  g_ptr_array_set_size (self->history, (int) count_done (self));
  g_array_set_size (self->steps, self->done);
}

static void
end_step (MyoPainDrawing *self)
{
  g_array_append_val (self->steps, self->history->len);
  self->done++;
}

static void
append_copies (MyoPainDrawing *self,
               GPtrArray      *strokes)
{
  myo_meter_add (100 * strokes->len);
  for (guint i = 0; i < strokes->len; i++)
    g_ptr_array_add (self->history, myo_stroke_ref (strokes->pdata[i]));
}

MyoDrawingLimit
myo_pain_drawing_check (MyoPainDrawing  *self,
                        const MyoStroke *stroke)
{
  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (self) && stroke != NULL, MYO_DRAWING_LIMIT_NONE);

  if (myo_pain_drawing_get_strokes (self)->len >= MYO_DRAWING_MAX_STROKES)
    return MYO_DRAWING_LIMIT_STROKES;
  if (self->n_dabs + stroke->dabs->len > MYO_DRAWING_MAX_DABS)
    return MYO_DRAWING_LIMIT_DABS;
  return self->ground + myo_stroke_get_ground (stroke) > MYO_DRAWING_MAX_GROUND ? MYO_DRAWING_LIMIT_GROUND : MYO_DRAWING_LIMIT_NONE;
}

gboolean
myo_pain_drawing_add (MyoPainDrawing *self,
                      MyoStroke      *stroke)
{
  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (self), FALSE);
  g_return_val_if_fail (stroke != NULL, FALSE);

  if (myo_pain_drawing_check (self, stroke) != MYO_DRAWING_LIMIT_NONE)
    {
      myo_stroke_free (stroke);
      return FALSE;
    }

  begin_step (self);
  g_ptr_array_add (self->history, stroke);
  end_step (self);
  /* Kept, not made anew: a drawing is read stroke by stroke. */
  if (stroke->tool != MYO_STROKE_CLEAR)
    show_stroke (self, stroke);
  changed (self, stroke->tool != MYO_STROKE_CLEAR);
  return TRUE;
}

static void
append_clear (MyoPainDrawing *self)
{
  g_ptr_array_add (self->history, myo_stroke_new (MYO_STROKE_CLEAR, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 0, MYO_QUALITY_ACHE));
}

void
myo_pain_drawing_clear (MyoPainDrawing *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAWING (self));

  if (myo_pain_drawing_is_empty (self))
    return;

  begin_step (self);
  append_clear (self);
  end_step (self);
  changed (self, FALSE);
}

void
myo_pain_drawing_reset (MyoPainDrawing *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAWING (self));

  self->done = 0;
  begin_step (self);
  changed (self, FALSE);
}

void
myo_pain_drawing_set (MyoPainDrawing *self,
                      MyoPainDrawing *other)
{
  g_return_if_fail (MYO_IS_PAIN_DRAWING (self));
  g_return_if_fail (MYO_IS_PAIN_DRAWING (other) && other != self);

  begin_step (self);
  append_clear (self);
  append_copies (self, myo_pain_drawing_get_strokes (other));
  end_step (self);
  changed (self, FALSE);
}

void
myo_pain_drawing_put_beneath (MyoPainDrawing *self,
                              MyoPainDrawing *other)
{
  g_autoptr(GPtrArray) above = NULL;
  g_autoptr(GArray) steps = NULL;
  guint n;

  g_return_if_fail (MYO_IS_PAIN_DRAWING (self));
  g_return_if_fail (MYO_IS_PAIN_DRAWING (other) && other != self);

  above = g_steal_pointer (&self->history);
  steps = g_steal_pointer (&self->steps);
  myo_pain_drawing_init (self);
  append_copies (self, myo_pain_drawing_get_strokes (other));
  end_step (self);
  append_clear (self);
  end_step (self);
  n = self->history->len;
  for (guint i = 0; i < steps->len; i++)
    {
      guint length = n + g_array_index (steps, guint, i);

      g_array_append_val (self->steps, length);
    }
  g_ptr_array_extend_and_steal (self->history, g_steal_pointer (&above));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
}

MyoPainDrawing *
myo_pain_drawing_copy (MyoPainDrawing *self)
{
  MyoPainDrawing *copy;

  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (self), NULL);

  copy = myo_pain_drawing_new ();
  append_copies (copy, myo_pain_drawing_get_strokes (self));
  if (copy->history->len > 0)
    end_step (copy);
  return copy;
}

gboolean
myo_pain_drawing_can_undo (MyoPainDrawing *self)
{
  return self->done > 0;
}

gboolean
myo_pain_drawing_can_redo (MyoPainDrawing *self)
{
  return self->done < self->steps->len;
}

void
myo_pain_drawing_undo (MyoPainDrawing *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAWING (self));

  if (!myo_pain_drawing_can_undo (self))
    return;

  self->done--;
  changed (self, FALSE);
}

void
myo_pain_drawing_redo (MyoPainDrawing *self)
{
  g_return_if_fail (MYO_IS_PAIN_DRAWING (self));

  if (!myo_pain_drawing_can_redo (self))
    return;

  self->done++;
  changed (self, FALSE);
}

/* --- Class --- */

static void
myo_pain_drawing_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  MyoPainDrawing *self = MYO_PAIN_DRAWING (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, myo_pain_drawing_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, myo_pain_drawing_can_redo (self));
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, myo_pain_drawing_is_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
myo_pain_drawing_finalize (GObject *object)
{
  MyoPainDrawing *self = MYO_PAIN_DRAWING (object);

  g_clear_pointer (&self->strokes, g_ptr_array_unref);
  g_array_unref (self->steps);
  g_ptr_array_unref (self->history);

  G_OBJECT_CLASS (myo_pain_drawing_parent_class)->finalize (object);
}

static void
myo_pain_drawing_class_init (MyoPainDrawingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = myo_pain_drawing_finalize;
  object_class->get_property = myo_pain_drawing_get_property;

  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
myo_pain_drawing_init (MyoPainDrawing *self)
{
  self->history = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_stroke_free);
  self->steps = g_array_new (FALSE, FALSE, sizeof (guint));
}

MyoPainDrawing *
myo_pain_drawing_new (void)
{
  return g_object_new (MYO_TYPE_PAIN_DRAWING, NULL);
}
