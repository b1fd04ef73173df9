/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-muscle.h"

G_DEFINE_FINAL_TYPE (MyoMuscle, myo_muscle, G_TYPE_OBJECT)

/* --- Its parts --- */

static void
area_free (MyoArea *self)
{
  g_free (self->path);
  g_free (self);
}

MyoZone *
myo_zone_new (void)
{
  MyoZone *self = g_new0 (MyoZone, 1);

  self->areas = g_ptr_array_new_with_free_func ((GDestroyNotify) area_free);
  return self;
}

void
myo_zone_free (MyoZone *self)
{
  g_free (self->region);
  g_ptr_array_unref (self->areas);
  g_free (self);
}

MyoSide
myo_zone_get_side (const MyoZone *self,
                   MyoSide        point_side,
                   gboolean      *both)
{
  if (both != NULL)
    *both = self->side == MYO_ZONE_BOTH;

  switch (self->side)
    {
    case MYO_ZONE_OPPOSITE:
      return myo_side_get_opposite (point_side);
    case MYO_ZONE_MIDDLE:
      return MYO_SIDE_MIDDLE;
    case MYO_ZONE_SAME:
    case MYO_ZONE_BOTH:
    default:
      return point_side;
    }
}

void
myo_evidence_free (MyoEvidence *self)
{
  g_free (self->source);
  g_free (self->at);
  g_free (self->note);
  g_free (self);
}

MyoTriggerPoint *
myo_trigger_point_new (void)
{
  MyoTriggerPoint *self = g_new0 (MyoTriggerPoint, 1);

  self->spots = g_ptr_array_new_with_free_func (g_free);
  self->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_zone_free);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_evidence_free);
  return self;
}

void
myo_trigger_point_free (MyoTriggerPoint *self)
{
  g_free (self->id);
  g_free (self->label);
  g_free (self->find);
  g_ptr_array_unref (self->spots);
  g_ptr_array_unref (self->zones);
  g_ptr_array_unref (self->evidence);
  g_free (self);
}

static void
caution_free (MyoCaution *self)
{
  g_free (self->flag);
  g_free (self->text);
  g_free (self);
}

static void
related_free (MyoRelated *self)
{
  g_free (self->muscle);
  g_free (self);
}

static void
step_free (MyoStep *self)
{
  g_free (self->text);
  g_free (self);
}

MyoTechnique *
myo_technique_new (void)
{
  MyoTechnique *self = g_new0 (MyoTechnique, 1);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return self;
}

void
myo_technique_free (MyoTechnique *self)
{
  g_free (self->id);
  g_free (self->method);
  g_free (self->tool);
  g_free (self->title);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

/* --- The muscle --- */

static void
free_texts (MyoMuscle *self)
{
  g_free (self->id);
  g_free (self->region);
  g_free (self->fma);
  g_free (self->name);
  g_free (self->latin);
  g_free (self->summary);
  g_free (self->origin);
  g_free (self->insertion);
  g_free (self->action);
  g_free (self->nerve);
}

static void
myo_muscle_finalize (GObject *object)
{
  MyoMuscle *self = MYO_MUSCLE (object);

  free_texts (self);
  g_ptr_array_unref (self->symptoms);
  g_ptr_array_unref (self->causes);
  g_ptr_array_unref (self->related);
  g_ptr_array_unref (self->cautions);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->techniques);

  G_OBJECT_CLASS (myo_muscle_parent_class)->finalize (object);
}

static void
myo_muscle_class_init (MyoMuscleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = myo_muscle_finalize;
}

static void
myo_muscle_init (MyoMuscle *self)
{
  self->symptoms = g_ptr_array_new_with_free_func (g_free);
  self->causes = g_ptr_array_new_with_free_func (g_free);
  self->related = g_ptr_array_new_with_free_func ((GDestroyNotify) related_free);
  self->cautions = g_ptr_array_new_with_free_func ((GDestroyNotify) caution_free);
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_trigger_point_free);
  self->techniques = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_technique_free);
}

MyoMuscle *
myo_muscle_new (void)
{
  return g_object_new (MYO_TYPE_MUSCLE, NULL);
}

const MyoTriggerPoint *
myo_muscle_get_point (MyoMuscle  *self,
                      const char *id)
{
  g_return_val_if_fail (MYO_IS_MUSCLE (self), NULL);

  for (guint i = 0; i < self->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (self->points, i);

      if (g_strcmp0 (point->id, id) == 0)
        return point;
    }
  return NULL;
}

const MyoTechnique *
myo_muscle_get_technique (MyoMuscle  *self,
                          const char *id)
{
  g_return_val_if_fail (MYO_IS_MUSCLE (self), NULL);

  for (guint i = 0; i < self->techniques->len; i++)
    {
      const MyoTechnique *technique = g_ptr_array_index (self->techniques, i);

      if (g_strcmp0 (technique->id, id) == 0)
        return technique;
    }
  return NULL;
}
