/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-selection.h"

struct _MyoSelection
{
  GObject parent_instance;

  MyoMuscle             *muscle;
  MyoSide                side;
  const MyoTriggerPoint *point;
  const MyoTriggerPoint *previewed;

  MyoMuscle             *previewed_muscle;
  MyoSide                previewed_side;
  const MyoTriggerPoint *previewed_muscle_point;

  gboolean               has_place;
  MyoView                view;
  MyoSide                place_side;
  double                 x, y;
  char                  *region;
};

G_DEFINE_FINAL_TYPE (MyoSelection, myo_selection, G_TYPE_OBJECT)

enum { CHANGED, POINT_PREVIEWED, MUSCLE_PREVIEWED, PLACE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
myo_selection_finalize (GObject *object)
{
  MyoSelection *self = MYO_SELECTION (object);

  g_clear_object (&self->previewed_muscle);
  g_clear_object (&self->muscle);
  g_clear_pointer (&self->region, g_free);

  G_OBJECT_CLASS (myo_selection_parent_class)->finalize (object);
}

static void
myo_selection_class_init (MyoSelectionClass *klass)
{
  static const char *const names[N_SIGNALS] = { "changed", "point-previewed", "muscle-previewed", "place-changed" };

  G_OBJECT_CLASS (klass)->finalize = myo_selection_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
myo_selection_init (MyoSelection *self)
{
}

MyoSelection *
myo_selection_new (void)
{
  return g_object_new (MYO_TYPE_SELECTION, NULL);
}

static const MyoTriggerPoint *
find_point (MyoMuscle  *muscle,
            const char *id)
{
  return muscle != NULL && id != NULL ? myo_muscle_get_point (muscle, id) : NULL;
}

void
myo_selection_select (MyoSelection *self,
                      MyoMuscle    *muscle,
                      MyoSide       side,
                      const char   *point_id)
{
  const MyoTriggerPoint *point = find_point (muscle, point_id);

  g_return_if_fail (MYO_IS_SELECTION (self));

  if (muscle == self->muscle && side == self->side && point == self->point)
    return;

  self->previewed = NULL;
  g_clear_object (&self->previewed_muscle);
  self->point = point;
  self->side = side;
  g_set_object (&self->muscle, muscle);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
myo_selection_preview_point (MyoSelection *self,
                             const char   *point_id)
{
  const MyoTriggerPoint *point = NULL;

  g_return_if_fail (MYO_IS_SELECTION (self));

  if (self->muscle != NULL && point_id != NULL)
    point = myo_muscle_get_point (self->muscle, point_id);
  if (point == self->previewed)
    return;

  self->previewed = point;
  g_signal_emit (self, signals[POINT_PREVIEWED], 0);
}

void
myo_selection_preview_muscle (MyoSelection *self,
                              MyoMuscle    *muscle,
                              MyoSide       side,
                              const char   *point_id)
{
  const MyoTriggerPoint *point = find_point (muscle, point_id);

  g_return_if_fail (MYO_IS_SELECTION (self));

  if (muscle == self->previewed_muscle
      && (muscle == NULL || (side == self->previewed_side && point == self->previewed_muscle_point)))
    return;

  g_set_object (&self->previewed_muscle, muscle);
  self->previewed_side = side;
  self->previewed_muscle_point = point;
  g_signal_emit (self, signals[MUSCLE_PREVIEWED], 0);
}

void
myo_selection_set_place (MyoSelection *self,
                         MyoView       view,
                         MyoSide       side,
                         double        x,
                         double        y,
                         const char   *region)
{
  g_return_if_fail (MYO_IS_SELECTION (self));

  self->has_place = TRUE;
  self->view = view;
  self->place_side = side;
  self->x = x;
  self->y = y;
  g_free (self->region);
  self->region = g_strdup (region);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

void
myo_selection_clear_place (MyoSelection *self)
{
  g_return_if_fail (MYO_IS_SELECTION (self));

  if (!self->has_place)
    return;

  self->has_place = FALSE;
  g_clear_pointer (&self->region, g_free);
  g_signal_emit (self, signals[PLACE_CHANGED], 0);
}

MyoMuscle *
myo_selection_get_muscle (MyoSelection *self)
{
  return self->muscle;
}

MyoSide
myo_selection_get_side (MyoSelection *self)
{
  return self->side;
}

const MyoTriggerPoint *
myo_selection_get_point (MyoSelection *self)
{
  return self->point;
}

MyoMuscle *
myo_selection_get_shown (MyoSelection           *self,
                         MyoSide                *side,
                         const MyoTriggerPoint **point)
{
  gboolean previewed = self->previewed_muscle != NULL;

  *side = previewed ? self->previewed_side : self->side;
  if (previewed)
    *point = self->previewed_muscle_point;
  else
    *point = self->previewed != NULL ? self->previewed : self->point;
  return previewed ? self->previewed_muscle : self->muscle;
}

gboolean
myo_selection_get_place (MyoSelection  *self,
                         MyoView       *view,
                         MyoSide       *side,
                         double        *x,
                         double        *y,
                         const char   **region)
{
  if (!self->has_place)
    return FALSE;

  *view = self->view;
  *side = self->place_side;
  *x = self->x;
  *y = self->y;
  *region = self->region;
  return TRUE;
}
