/* What the tests of the map share: a view of the whole body, what a layer draws, places on a muscle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-layer.h"
#include "widget-kit.h"

#define MAP_WIDTH  900
#define MAP_HEIGHT 760

/* The view of a map of that size that shows the whole. */
static inline MyoMapView *
map_create_view (MyoLayer layer)
{
  MyoMapView *view = myo_map_view_new ();
  MyoMapSight fit = myo_map_layout_get_fit (MAP_WIDTH, MAP_HEIGHT);

  myo_map_view_set_size (view, MAP_WIDTH, MAP_HEIGHT, &fit);
  myo_map_view_set_layer (view, layer);
  return view;
}

/* Returns: (transfer full): what the layer draws on a map of that size */
static inline cairo_surface_t *
map_draw (gpointer layer)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, MAP_WIDTH, MAP_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  myo_map_layer_snapshot (layer, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  g_clear_pointer (&node, gsk_render_node_unref);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Returns: ARGB, premultiplied */
static inline guint32
map_get_pixel (cairo_surface_t *surface,
               double           x,
               double           y)
{
  const guchar *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) x];
}

/* How opaque the layer is at a place of the map, px: 0–255 */
static inline guint
map_get_alpha_at (gpointer layer,
                  double   x,
                  double   y)
{
  cairo_surface_t *surface = map_draw (layer);
  guint alpha = map_get_pixel (surface, x, y) >> 24;

  cairo_surface_destroy (surface);
  return alpha;
}

/* How opaque the layer is over a place of a figure: 0–255 */
static inline guint
map_get_alpha (gpointer    layer,
               MyoFigureId id,
               double      view_x,
               double      view_y)
{
  double x, y;

  myo_map_view_from_figure (myo_map_layer_get_view (layer), id, view_x, view_y, &x, &y);
  return map_get_alpha_at (layer, x, y);
}

/* A place on the muscle of the uppermost layer, with some of it around, on the drawn half of the back. */
static inline void
map_find_on (const char *id,
             double     *x,
             double     *y)
{
  for (*y = 0; *y < MYO_BODY_HEIGHT; *y += 3)
    for (*x = MYO_MIDLINE; *x < 2 * MYO_MIDLINE; *x += 3)
      {
        gboolean all = TRUE;

        for (int i = 0; i < 5 && all; i++)
          all = g_strcmp0 (myo_drawings_pick (ui_get_drawings (), MYO_VIEW_BACK, MYO_LAYER_SURFACE, *x + (i % 3 - 1) * 4,
                                              *y + (i / 3 - 1) * 4), id) == 0;
        if (all)
          return;
      }
  g_assert_not_reached ();
}
