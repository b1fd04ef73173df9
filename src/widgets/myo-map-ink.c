/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-ink.h"

#include "myo-map-overlay.h"
#include "myo-map-texture.h"
#include "myo-pain-layer.h"

/* Over the muscles the drawing steps back. */
#define OPACITY_ON_MUSCLES .5

/* What is painted on one figure. */
typedef struct
{
  MyoPainLayer *layer;         /* NULL: to be painted before it is drawn */
  GdkTexture   *texture;       /* of it as it is now; NULL: it has changed */
  guint         n_dabs;        /* of the stroke under way that are on it */
} Sheet;

struct _MyoMapInk
{
  MyoMapLayer parent_instance;

  MyoDrawings    *drawings;
  MyoPainStudy   *study;       /* or NULL: there is nothing to show */
  MyoPainDrawing *stored;      /* shown instead of the study's; or NULL */
  gboolean        has_grid;    /* the sheets were painted with the body grid */
  Sheet           sheets[MYO_N_FIGURES];
};

G_DEFINE_FINAL_TYPE (MyoMapInk, myo_map_ink, MYO_TYPE_MAP_LAYER)

static MyoMapView *
get_view (MyoMapInk *self)
{
  return myo_map_layer_get_view (MYO_MAP_LAYER (self));
}

/* --- What is shown --- */

static MyoPainDrawing *
get_drawing (MyoMapInk *self)
{
  return self->stored != NULL ? self->stored : myo_pain_study_get_drawing (self->study);
}

static const MyoStroke *
get_stroke (MyoMapInk *self)
{
  return self->stored != NULL ? NULL : myo_pain_study_get_stroke (self->study);
}

static gboolean
has_drawing (MyoMapInk *self)
{
  return self->study != NULL && (get_stroke (self) != NULL || !myo_pain_drawing_is_empty (get_drawing (self)));
}

/* --- Painting --- */

static void
forget_sheet (Sheet *sheet)
{
  g_clear_object (&sheet->texture);
  g_clear_pointer (&sheet->layer, myo_pain_layer_free);
}

static void
forget (MyoMapInk *self)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    forget_sheet (&self->sheets[i]);
}

static void
forget_and_tell (MyoMapInk *self)
{
  forget (self);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

static void
paint_sheet (MyoMapInk   *self,
             MyoFigureId  id)
{
  const MyoFigure *figure = myo_figure_get (id);
  const MyoStroke *stroke = get_stroke (self);
  MyoMapView *view = get_view (self);
  MyoRect part = myo_map_overlay_get_part (view, id);
  Sheet *sheet = &self->sheets[id];

  if (part.width <= 0)
    return;

  sheet->layer = myo_pain_layer_new (self->drawings, myo_pain_study_get_grid (self->study), figure->view, figure->side,
                                     myo_map_view_get_palette (view), myo_map_overlay_get_scale (view, id), &part);
  myo_pain_layer_set_finest (sheet->layer, MYO_PAIN_FINEST * myo_map_view_get_device_scale (view));
  myo_pain_layer_paint_all (sheet->layer, myo_pain_drawing_get_strokes (get_drawing (self)));
  sheet->n_dabs = 0;
  if (stroke == NULL)
    return;
  myo_pain_layer_paint (sheet->layer, stroke, 0, NULL);
  sheet->n_dabs = stroke->dabs->len;
}

/* What has come to the stroke under way since the sheet was last painted. */
static void
add_to_sheet (Sheet           *sheet,
              const MyoStroke *stroke)
{
  if (sheet->layer == NULL || sheet->n_dabs >= stroke->dabs->len)
    return;

  if (myo_pain_layer_paint (sheet->layer, stroke, sheet->n_dabs, NULL))
    g_clear_object (&sheet->texture);
  sheet->n_dabs = stroke->dabs->len;
}

/* --- Following the study --- */

static void
stroke_grown (MyoMapInk *self)
{
  const MyoStroke *stroke = myo_pain_study_get_stroke (self->study);

  if (stroke == NULL)
    forget (self);
  else
    {
      /* It has just begun: nothing of it is on any sheet. */
      for (int i = 0; stroke->dabs->len == 1 && i < MYO_N_FIGURES; i++)
        self->sheets[i].n_dabs = 0;
      add_to_sheet (&self->sheets[myo_figure_find (stroke->view, stroke->side)], stroke);
    }
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

static void
study_changed (MyoMapInk *self)
{
  const MyoStroke *stroke = myo_pain_study_get_stroke (self->study);
  gboolean has_grid = myo_pain_study_get_grid (self->study) != NULL;

  /* What was painted before the grid was there does not show on the other figures yet. */
  if (has_grid != self->has_grid)
    forget (self);
  self->has_grid = has_grid;
  for (int i = 0; stroke != NULL && i < MYO_N_FIGURES; i++)
    add_to_sheet (&self->sheets[i], stroke);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

/* A stroke that was under way has been painted as it grew: the sheets stay. */
static void
drawing_changed (MyoMapInk *self,
                 gboolean   appended)
{
  GPtrArray *strokes = myo_pain_drawing_get_strokes (myo_pain_study_get_drawing (self->study));
  const MyoStroke *last = appended ? strokes->pdata[strokes->len - 1] : NULL;

  if (last == NULL || myo_pain_study_get_stroke (self->study) != last)
    forget (self);
  else
    for (int i = 0; i < MYO_N_FIGURES; i++)
      add_to_sheet (&self->sheets[i], last);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

void
myo_map_ink_set_study (MyoMapInk    *self,
                       MyoPainStudy *study)
{
  g_return_if_fail (MYO_IS_MAP_INK (self) && self->study == NULL);

  self->study = g_object_ref (study);
  g_signal_connect_object (study, "painted", G_CALLBACK (stroke_grown), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (study, "changed", G_CALLBACK (study_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (myo_pain_study_get_drawing (study), "changed", G_CALLBACK (drawing_changed), self, G_CONNECT_SWAPPED);
}

gboolean
myo_map_ink_set_stored (MyoMapInk      *self,
                        MyoPainDrawing *drawing)
{
  g_return_val_if_fail (MYO_IS_MAP_INK (self), FALSE);

  if (!g_set_object (&self->stored, drawing))
    return FALSE;

  /* Without the grid it would not show on the other figures. */
  if (self->study != NULL)
    myo_pain_study_prepare (self->study);
  forget_and_tell (self);
  return TRUE;
}

gboolean
myo_map_ink_shows_stored (MyoMapInk *self)
{
  return self->stored != NULL;
}

/* --- Class --- */

static void
append_sheet (MyoMapInk   *self,
              GtkSnapshot *snapshot,
              MyoFigureId  id)
{
  MyoMapView *view = get_view (self);
  gboolean over_muscles = myo_map_view_get_layer (view) != MYO_LAYER_SKIN;
  Sheet *sheet = &self->sheets[id];
  MyoMapOverlay overlay;

  if (sheet->layer == NULL)
    paint_sheet (self, id);
  if (sheet->layer == NULL)
    return;

  if (sheet->texture == NULL)
    sheet->texture = myo_map_texture_new (cairo_surface_reference (myo_pain_layer_get_surface (sheet->layer)));
  overlay = (MyoMapOverlay) { sheet->texture, *myo_pain_layer_get_part (sheet->layer) };
  if (over_muscles)
    gtk_snapshot_push_opacity (snapshot, OPACITY_ON_MUSCLES);
  myo_map_overlay_append (&overlay, view, snapshot, id, FALSE);
  if (over_muscles)
    gtk_snapshot_pop (snapshot);
}

static void
myo_map_ink_snapshot (MyoMapLayer *layer,
                      GtkSnapshot *snapshot)
{
  MyoMapInk *self = MYO_MAP_INK (layer);

  if (!has_drawing (self))
    return;

  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    if (myo_map_view_shows (myo_map_layer_get_view (layer), id))
      append_sheet (self, snapshot, id);
}

static void
myo_map_ink_dispose (GObject *object)
{
  MyoMapInk *self = MYO_MAP_INK (object);

  forget (self);
  g_clear_object (&self->stored);
  g_clear_object (&self->study);
  g_clear_object (&self->drawings);

  G_OBJECT_CLASS (myo_map_ink_parent_class)->dispose (object);
}

static void
myo_map_ink_class_init (MyoMapInkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_map_ink_dispose;
  MYO_MAP_LAYER_CLASS (klass)->snapshot = myo_map_ink_snapshot;
}

static void
myo_map_ink_init (MyoMapInk *self)
{
}

MyoMapInk *
myo_map_ink_new (MyoMapView  *view,
                 MyoDrawings *drawings)
{
  MyoMapInk *self = g_object_new (MYO_TYPE_MAP_INK, "view", view, NULL);

  self->drawings = g_object_ref (drawings);
  g_signal_connect_object (view, "rested", G_CALLBACK (forget_and_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::palette", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);

  return self;
}
