/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-stroke.h"

#include <math.h>

/* mm²: what a region that is marked whole counts */
#define GROUND_OF_REGION 50e3

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

  g_atomic_ref_count_init (&self->ref_count);
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
  copy->passed = self->passed;
  copy->x0 = self->x0;
  copy->y0 = self->y0;
  copy->x1 = self->x1;
  copy->y1 = self->y1;
  return copy;
}

MyoStroke *
myo_stroke_ref (MyoStroke *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
myo_stroke_free (MyoStroke *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->dabs);
  g_free (self->region);
  g_free (self);
}

/* @from: the same as @to for the first one */
static void
pass_over (MyoStroke    *self,
           const MyoDab *from,
           const MyoDab *to)
{
  float width = 2 * MAX (from->radius, to->radius);

  self->passed += (double) (width * (hypotf (to->x - from->x, to->y - from->y) + width));
  self->x0 = MIN (from == to ? to->x : self->x0, to->x - to->radius);
  self->y0 = MIN (from == to ? to->y : self->y0, to->y - to->radius);
  self->x1 = MAX (from == to ? to->x : self->x1, to->x + to->radius);
  self->y1 = MAX (from == to ? to->y : self->y1, to->y + to->radius);
}

double
myo_stroke_get_ground (const MyoStroke *self)
{
  if (self->region != NULL)
    return GROUND_OF_REGION;

  return self->passed + (double) (self->x1 - self->x0) * (double) (self->y1 - self->y0);
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
  pass_over (self, self->dabs->len > 0 ? &g_array_index (self->dabs, MyoDab, self->dabs->len - 1) : &dab, &dab);
  g_array_append_val (self->dabs, dab);
  return TRUE;
}

void
myo_stroke_take_back_dab (MyoStroke *self)
{
  g_return_if_fail (self != NULL && self->dabs->len > 0);

  g_array_set_size (self->dabs, self->dabs->len - 1);
  self->passed = 0;
  for (guint i = 0; i < self->dabs->len; i++)
    {
      const MyoDab *to = &g_array_index (self->dabs, MyoDab, i);

      pass_over (self, i > 0 ? to - 1 : to, to);
    }
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
