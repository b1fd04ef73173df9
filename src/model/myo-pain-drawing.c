/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-drawing.h"

/* All that was ever done, in order; what lies beyond `done` was undone and may be done again.  Clearing is something done like a
 * stroke, so that undoing it needs nothing of its own.  A step is what one undo takes back: mostly one stroke. */
struct _MyoPainDrawing
{
  GObject parent_instance;

  GPtrArray *history;        /* of MyoStroke, owned */
  GArray    *steps;          /* of guint: how long the history was after each step */
  guint      done;           /* so many steps hold */
  GPtrArray *strokes;        /* those that show, not owned; made when asked for */
};

G_DEFINE_FINAL_TYPE (MyoPainDrawing, myo_pain_drawing, G_TYPE_OBJECT)

enum { PROP_0, PROP_CAN_UNDO, PROP_CAN_REDO, PROP_EMPTY, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* --- Qualities --- */

static const char *const quality_nicks[MYO_N_QUALITIES] = { "ache", "sharp", "burning", "pressing", "tingling", "numb" };

const char *
myo_quality_get_nick (MyoQuality quality)
{
  g_return_val_if_fail ((guint) quality < MYO_N_QUALITIES, NULL);

  return quality_nicks[quality];
}

gboolean
myo_quality_from_nick (const char *nick,
                       MyoQuality *quality)
{
  for (guint i = 0; i < MYO_N_QUALITIES; i++)
    if (g_strcmp0 (nick, quality_nicks[i]) == 0)
      {
        *quality = (MyoQuality) i;
        return TRUE;
      }
  return FALSE;
}

/* --- Strokes --- */

MyoStroke *
myo_stroke_new (MyoStrokeTool tool,
                MyoView       view,
                MyoSide       side,
                int           intensity,
                MyoQuality    quality)
{
  MyoStroke *self = g_new0 (MyoStroke, 1);

  self->tool = tool;
  self->view = view;
  self->side = side;
  self->intensity = tool == MYO_STROKE_BRUSH ? CLAMP (intensity, 1, 10) : 0;
  self->quality = tool == MYO_STROKE_BRUSH ? quality : MYO_QUALITY_ACHE;
  self->dabs = g_array_new (FALSE, FALSE, sizeof (MyoDab));
  return self;
}

MyoStroke *
myo_stroke_new_region (MyoStrokeTool  tool,
                       const char    *region,
                       MyoSide        side,
                       int            intensity,
                       MyoQuality     quality)
{
  MyoStroke *self = myo_stroke_new (tool, MYO_VIEW_FRONT, side, intensity, quality);

  self->region = g_strdup (region);
  return self;
}

MyoStroke *
myo_stroke_copy (const MyoStroke *self)
{
  MyoStroke *copy = myo_stroke_new (self->tool, self->view, self->side, self->intensity, self->quality);

  copy->region = g_strdup (self->region);
  g_array_append_vals (copy->dabs, self->dabs->data, self->dabs->len);
  return copy;
}

void
myo_stroke_free (MyoStroke *self)
{
  g_array_unref (self->dabs);
  g_free (self->region);
  g_free (self);
}

gboolean
myo_stroke_add_dab (MyoStroke *self,
                    double     x,
                    double     y,
                    double     radius)
{
  MyoDab dab = { (float) x, (float) y, CLAMP ((float) radius, MYO_DAB_MIN_RADIUS, MYO_DAB_MAX_RADIUS) };

  g_return_val_if_fail (self != NULL && self->region == NULL, FALSE);

  if (self->dabs->len >= MYO_STROKE_MAX_DABS)
    return FALSE;
  g_array_append_val (self->dabs, dab);
  return TRUE;
}

static gboolean
have_same_dabs (const MyoStroke *a,
                const MyoStroke *b)
{
  if (a->dabs->len != b->dabs->len)
    return FALSE;

  for (guint i = 0; i < a->dabs->len; i++)
    {
      const MyoDab *m = &g_array_index (a->dabs, MyoDab, i), *n = &g_array_index (b->dabs, MyoDab, i);

      if (m->x != n->x || m->y != n->y || m->radius != n->radius)
        return FALSE;
    }
  return TRUE;
}

gboolean
myo_stroke_equal (const MyoStroke *a,
                  const MyoStroke *b)
{
  if (a->tool != b->tool || a->side != b->side || a->intensity != b->intensity || a->quality != b->quality
      || g_strcmp0 (a->region, b->region) != 0)
    return FALSE;

  return a->region != NULL || (a->view == b->view && have_same_dabs (a, b));
}

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

GPtrArray *
myo_pain_drawing_get_strokes (MyoPainDrawing *self)
{
  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (self), NULL);

  if (self->strokes == NULL)
    {
      self->strokes = g_ptr_array_new ();
      for (guint i = find_first_shown (self); i < count_done (self); i++)
        g_ptr_array_add (self->strokes, self->history->pdata[i]);
    }
  return self->strokes;
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
  for (guint i = 0; i < strokes->len; i++)
    g_ptr_array_add (self->history, myo_stroke_copy (strokes->pdata[i]));
}

gboolean
myo_pain_drawing_add (MyoPainDrawing *self,
                      MyoStroke      *stroke)
{
  g_return_val_if_fail (MYO_IS_PAIN_DRAWING (self), FALSE);
  g_return_val_if_fail (stroke != NULL, FALSE);

  if (myo_pain_drawing_get_strokes (self)->len >= MYO_DRAWING_MAX_STROKES)
    {
      myo_stroke_free (stroke);
      return FALSE;
    }

  begin_step (self);
  g_ptr_array_add (self->history, stroke);
  end_step (self);
  /* Kept, not made anew: a drawing is read stroke by stroke. */
  if (stroke->tool != MYO_STROKE_CLEAR)
    g_ptr_array_add (self->strokes, stroke);
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
