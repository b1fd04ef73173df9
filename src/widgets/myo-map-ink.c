/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-ink.h"

#include "myo-errand.h"
#include "myo-map-overlay.h"
#include "myo-map-texture.h"
#include "myo-pain-layer.h"

/* Pixels: as many as strokes may pass over on a sheet that is painted at once, within a frame; a fuller one is painted in a thread. */
#define PAINTED_AT_ONCE 4e6
/* Over the muscles the drawing steps back. */
#define OPACITY_ON_MUSCLES .5

/* What is painted on one figure. */
typedef struct
{
  MyoPainLayer *layer;         /* NULL: to be painted before it is drawn */
  GCancellable *painting;      /* the errand for it; or NULL */
  guint         n_sent;        /* strokes that the errand was sent with */
  GdkTexture   *texture;       /* of it as it is now; NULL: it has changed */
  MyoMapOverlay last;          /* what was there before, shown until there is another */
  guint         n_dabs;        /* of the stroke under way that are on it */
} Sheet;

struct _MyoMapInk
{
  MyoMapLayer parent_instance;

  MyoDrawings    *drawings;
  MyoPainStudy   *study;       /* or NULL: there is nothing to show */
  MyoPainDrawing *stored;      /* shown instead of the study's; or NULL */
  MyoPainDrawing *copy;        /* of what is shown, for the errands; or NULL */
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

/* What was seen stays until there is something else to be seen. */
static void
forget_sheet (Sheet *sheet)
{
  myo_errand_cancel (&sheet->painting);
  if (sheet->texture != NULL && sheet->layer != NULL)
    {
      g_clear_object (&sheet->last.texture);
      sheet->last = (MyoMapOverlay) { g_steal_pointer (&sheet->texture), *myo_pain_layer_get_part (sheet->layer) };
    }
  g_clear_object (&sheet->texture);
  g_clear_pointer (&sheet->layer, myo_pain_layer_free);
}

/* What is out of sight, or nowhere any more, is shown by nothing meanwhile. */
static void
forget_last (MyoMapInk *self)
{
  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    if (!has_drawing (self) || !myo_map_view_shows (get_view (self), id))
      g_clear_object (&self->sheets[id].last.texture);
}

static void
forget (MyoMapInk *self)
{
  g_clear_object (&self->copy);
  for (int i = 0; i < MYO_N_FIGURES; i++)
    forget_sheet (&self->sheets[i]);
  forget_last (self);
}

static void
forget_all (MyoMapInk *self)
{
  forget (self);
  for (int i = 0; i < MYO_N_FIGURES; i++)
    g_clear_object (&self->sheets[i].last.texture);
}

static void
forget_and_tell (MyoMapInk *self)
{
  forget (self);
  myo_map_layer_changed (MYO_MAP_LAYER (self));
}

/* --- A sheet, at once or in a thread --- */

typedef struct
{
  MyoFigureId     id;
  MyoDrawings    *drawings;
  MyoBodyGrid    *grid;        /* or NULL */
  MyoPainDrawing *drawing;     /* only read */
  MyoPalette      palette;
  double          scale, finest;
  MyoRect         part;
} Order;

typedef struct
{
  MyoFigureId   id;
  MyoPainLayer *layer;
} Painted;

static void
order_free (Order *order)
{
  g_object_unref (order->drawings);
  g_clear_pointer (&order->grid, myo_body_grid_unref);
  g_object_unref (order->drawing);
  g_free (order);
}

static void
painted_free (Painted *painted)
{
  g_clear_pointer (&painted->layer, myo_pain_layer_free);
  g_free (painted);
}

static gpointer
paint_in_thread (gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Order *order = data;
  const MyoFigure *figure = myo_figure_get (order->id);
  GPtrArray *strokes = myo_pain_drawing_get_strokes (order->drawing);
  Painted *painted = g_new (Painted, 1);

  *painted = (Painted) { order->id, myo_pain_layer_new (order->drawings, order->grid, figure->view, figure->side, order->palette,
                                                        order->scale, &order->part) };
  myo_pain_layer_set_finest (painted->layer, order->finest);
  for (guint i = 0; i < strokes->len && !g_cancellable_is_cancelled (cancellable); i++)
    myo_pain_layer_paint (painted->layer, strokes->pdata[i], 0, NULL);
  return painted;
}

/* @layer: (transfer full): with the first @n strokes of the drawing; what has come since is added */
static void
take_layer (MyoMapInk    *self,
            Sheet        *sheet,
            MyoPainLayer *layer,
            guint         n)
{
  GPtrArray *strokes = myo_pain_drawing_get_strokes (get_drawing (self));
  const MyoStroke *stroke = get_stroke (self);

  g_clear_object (&sheet->last.texture);
  sheet->layer = layer;
  sheet->n_dabs = 0;
  for (guint i = n; i < strokes->len; i++)
    myo_pain_layer_paint (layer, strokes->pdata[i], 0, NULL);
  if (stroke == NULL)
    return;
  myo_pain_layer_paint (layer, stroke, 0, NULL);
  sheet->n_dabs = stroke->dabs->len;
}

static void
take_painted (MyoMapInk *self,
              Painted   *painted)
{
  Sheet *sheet = &self->sheets[painted->id];

  take_layer (self, sheet, g_steal_pointer (&painted->layer), sheet->n_sent);
  painted_free (painted);
}

static void
was_painted (gpointer      owner,
             gpointer      result,
             const GError *error)
{
  take_painted (owner, result);
  myo_map_layer_changed (MYO_MAP_LAYER (owner));
}

/* One copy for all sheets; what threads read is made before they do. */
static MyoPainDrawing *
get_copy (MyoMapInk *self)
{
  if (self->copy == NULL)
    {
      self->copy = myo_pain_drawing_copy (get_drawing (self));
      myo_pain_drawing_get_strokes (self->copy);
    }
  return self->copy;
}

static Order *
create_order (MyoMapInk      *self,
              MyoFigureId     id,
              const MyoRect  *part,
              MyoPainDrawing *drawing)
{
  MyoMapView *view = get_view (self);
  MyoBodyGrid *grid = myo_pain_study_get_grid (self->study);
  Order *order = g_new (Order, 1);

  *order = (Order) { id, g_object_ref (self->drawings), grid != NULL ? myo_body_grid_ref (grid) : NULL, g_object_ref (drawing),
                     myo_map_view_get_palette (view), myo_map_overlay_get_scale (view, id),
                     MYO_PAIN_FINEST * myo_map_view_get_device_scale (view), *part };
  return order;
}

static void
paint_sheet (MyoMapInk   *self,
             MyoFigureId  id)
{
  MyoRect part = myo_map_overlay_get_part (get_view (self), id);
  double scale = myo_map_overlay_get_scale (get_view (self), id);
  gboolean at_once = myo_pain_drawing_get_ground (get_drawing (self)) * scale * scale <= PAINTED_AT_ONCE;
  Sheet *sheet = &self->sheets[id];
  MyoErrand errand = { paint_in_thread, NULL, (GDestroyNotify) order_free, was_painted, (GDestroyNotify) painted_free };
  Order *order;

  if (part.width <= 0 || sheet->painting != NULL)
    return;

  order = create_order (self, id, &part, at_once ? get_drawing (self) : get_copy (self));
  sheet->n_sent = myo_pain_drawing_get_strokes (order->drawing)->len;
  errand.data = order;
  if (at_once)
    {
      take_painted (self, paint_in_thread (order, NULL, NULL));
      order_free (order);
    }
  else
    myo_errand_send (self, &sheet->painting, &errand);
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
  if (sheet->layer == NULL && sheet->last.texture == NULL)
    return;

  if (sheet->layer != NULL && sheet->texture == NULL)
    sheet->texture = myo_map_texture_new (cairo_surface_reference (myo_pain_layer_get_surface (sheet->layer)));
  overlay = sheet->layer != NULL ? (MyoMapOverlay) { sheet->texture, *myo_pain_layer_get_part (sheet->layer) } : sheet->last;
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

  forget_all (self);
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
  g_signal_connect_object (view, "left", G_CALLBACK (forget_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "rested", G_CALLBACK (forget_and_tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::palette", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);

  return self;
}
