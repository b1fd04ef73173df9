/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-base.h"

#include "myo-errand.h"
#include "myo-map-overlay.h"

/* Up to this many times the fit the whole view is kept at the scale of the screen: panning then needs nothing new. */
#define MOST_WHOLE_ZOOM 2.02

struct _MyoMapBase
{
  MyoMapLayer parent_instance;

  MyoDrawings    *drawings;
  MyoMapPictures *pictures;
  guint           prepared_layers;  /* bits: where a look-up is at once */
  GCancellable   *preparing[MYO_N_LAYERS];
};

G_DEFINE_FINAL_TYPE (MyoMapBase, myo_map_base, MYO_TYPE_MAP_LAYER)

/* --- What is wanted --- */

/* What of one view will be in sight. */
typedef struct
{
  MyoRect  part;
  double   scale;              /* px of the screen per mm; 0: nothing */
  double   fit_scale;
  gboolean shown;              /* still in sight, though the view may be on its way elsewhere */
} Wanted;

static MyoRect
unite (const MyoRect *a,
       const MyoRect *b)
{
  double x = MIN (a->x, b->x), y = MIN (a->y, b->y);

  return (MyoRect) { x, y, MAX (a->x + a->width, b->x + b->width) - x, MAX (a->y + a->height, b->y + b->height) - y };
}

/* Both sides, and both soles, show the same picture: the second one in sight adds to what is wanted of it. */
static void
add_figure (MyoMapView  *view,
            MyoFigureId  id,
            Wanted      *wanted)
{
  double device = myo_map_view_get_device_scale (view), scale;
  MyoRect part;

  wanted->shown |= myo_map_view_shows (view, id);
  if (!myo_map_view_get_coming_part (view, id, &part, &scale))
    return;

  wanted->part = wanted->scale > 0 ? unite (&wanted->part, &part) : part;
  wanted->scale = scale * device;
  wanted->fit_scale = myo_map_view_get_fit (view).scale * myo_map_layout_get_magnification (id) * device;
}

/* While the view moves by itself, what it will show in the end is painted already. */
static void
want_pictures (MyoMapBase *self)
{
  MyoMapView *view = myo_map_layer_get_view (MYO_MAP_LAYER (self));
  Wanted wanted[MYO_N_VIEWS] = { 0 };

  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    add_figure (view, id, &wanted[myo_figure_get (id)->view]);

  for (MyoView v = 0; v < MYO_N_VIEWS; v++)
    if (wanted[v].scale > 0)
      myo_map_pictures_want (self->pictures, v, myo_map_view_get_layer (view), myo_map_view_get_palette (view),
                             wanted[v].scale <= MOST_WHOLE_ZOOM * wanted[v].fit_scale ? wanted[v].scale : wanted[v].fit_scale,
                             wanted[v].scale, &wanted[v].part);
    else if (!wanted[v].shown)
      myo_map_pictures_leave (self->pictures, v);
}

static void
leave (MyoMapBase *self)
{
  for (MyoView v = 0; v < MYO_N_VIEWS; v++)
    myo_map_pictures_leave (self->pictures, v);
}

/* --- Drawing --- */

/* Whether the sharper picture shows all that is in sight: then the coarser one beneath would only blur its edges. */
static gboolean
covers_sight (MyoMapView          *view,
              MyoFigureId          id,
              const MyoMapPicture *picture)
{
  MyoRect part;

  if (!myo_map_view_get_part (view, id, &part))
    return TRUE;

  return picture->part.x <= part.x + .5 && picture->part.y <= part.y + .5
         && picture->part.x + picture->part.width >= part.x + part.width - .5
         && picture->part.y + picture->part.height >= part.y + part.height - .5;
}

static void
append_picture (const MyoMapPicture *picture,
                MyoMapView          *view,
                GtkSnapshot         *snapshot,
                MyoFigureId          id)
{
  const MyoMapOverlay overlay = { picture->texture, picture->part };

  myo_map_overlay_append (&overlay, view, snapshot, id, FALSE);
}

static void
append_figure (MyoMapBase  *self,
               MyoMapView  *view,
               GtkSnapshot *snapshot,
               MyoFigureId  id)
{
  const MyoMapPicture *whole = myo_map_pictures_get_whole (self->pictures, myo_figure_get (id)->view);
  const MyoMapPicture *detail = myo_map_pictures_get_detail (self->pictures, myo_figure_get (id)->view);

  if (whole != NULL && (detail == NULL || !covers_sight (view, id, detail)))
    append_picture (whole, view, snapshot, id);
  if (detail != NULL)
    append_picture (detail, view, snapshot, id);
}

static void
myo_map_base_snapshot (MyoMapLayer *layer,
                       GtkSnapshot *snapshot)
{
  MyoMapBase *self = MYO_MAP_BASE (layer);
  MyoMapView *view = myo_map_layer_get_view (layer);

  want_pictures (self);
  for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
    if (myo_map_view_shows (view, id))
      append_figure (self, view, snapshot, id);
}

/* --- Look-up --- */

static gboolean
myo_map_base_lookup (MyoMapLayer *layer,
                     double       x,
                     double       y,
                     MyoMapPlace *place)
{
  MyoMapView *view = myo_map_layer_get_view (layer);
  int figure = myo_map_view_figure_at (view, x, y, &place->x, &place->y);

  if (figure < 0)
    return FALSE;

  place->figure = (MyoFigureId) figure;
  place->side = myo_figure_get_side_at (place->figure, place->x);
  place->id = myo_drawings_pick (MYO_MAP_BASE (layer)->drawings, myo_figure_get (place->figure)->view, myo_map_view_get_layer (view),
                                 place->x, place->y);

  return TRUE;
}

typedef struct
{
  MyoDrawings *drawings;
  MyoLayer     layer;
} Preparing;

static void
preparing_free (Preparing *preparing)
{
  g_object_unref (preparing->drawings);
  g_free (preparing);
}

/* Returns: the bit of the layer */
static gpointer
prepare_in_thread (gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const Preparing *preparing = data;
  const MyoLayer layers[] = { preparing->layer, MYO_LAYER_REGIONS };

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    for (int v = 0; v < MYO_N_VIEWS; v++)
      myo_drawings_prepare_pick (preparing->drawings, (MyoView) v, layers[i], NULL);
  myo_drawings_trim ();
  return GUINT_TO_POINTER (1u << preparing->layer);
}

static void
prepared (gpointer      owner,
          gpointer      layer,
          const GError *error)
{
  MYO_MAP_BASE (owner)->prepared_layers |= GPOINTER_TO_UINT (layer);
}

void
myo_map_base_prepare (MyoMapBase *self)
{
  MyoLayer layer = myo_map_view_get_layer (myo_map_layer_get_view (MYO_MAP_LAYER (self)));
  Preparing *preparing;
  MyoErrand errand = { prepare_in_thread, NULL, (GDestroyNotify) preparing_free, prepared, NULL };

  if (self->preparing[layer] != NULL)
    return;

  preparing = g_new (Preparing, 1);
  *preparing = (Preparing) { g_object_ref (self->drawings), layer };
  errand.data = preparing;
  myo_errand_send (self, &self->preparing[layer], &errand);
}

gboolean
myo_map_base_is_prepared (MyoMapBase *self)
{
  return (self->prepared_layers & 1u << myo_map_view_get_layer (myo_map_layer_get_view (MYO_MAP_LAYER (self)))) != 0;
}

/* --- Class --- */

MyoMapPictures *
myo_map_base_get_pictures (MyoMapBase *self)
{
  return self->pictures;
}

static void
myo_map_base_dispose (GObject *object)
{
  MyoMapBase *self = MYO_MAP_BASE (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->preparing); i++)
    myo_errand_cancel (&self->preparing[i]);
  g_clear_object (&self->pictures);
  g_clear_object (&self->drawings);

  G_OBJECT_CLASS (myo_map_base_parent_class)->dispose (object);
}

static void
myo_map_base_class_init (MyoMapBaseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = myo_map_base_dispose;
  MYO_MAP_LAYER_CLASS (klass)->snapshot = myo_map_base_snapshot;
  MYO_MAP_LAYER_CLASS (klass)->lookup = myo_map_base_lookup;
}

static void
myo_map_base_init (MyoMapBase *self)
{
}

MyoMapBase *
myo_map_base_new (MyoMapView  *view,
                  MyoDrawings *drawings)
{
  MyoMapBase *self = g_object_new (MYO_TYPE_MAP_BASE, "view", view, NULL);

  self->drawings = g_object_ref (drawings);
  self->pictures = myo_map_pictures_new (drawings);
  g_signal_connect_object (view, "left", G_CALLBACK (leave), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pictures, "painted", G_CALLBACK (myo_map_layer_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->pictures, "failed", G_CALLBACK (myo_map_layer_failed), self, G_CONNECT_SWAPPED);

  return self;
}
