/* How the body map looks: base pictures, highlights, zones, marks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "myo-body-map-private.h"

/* Overlays are painted anew when the scale is off by more than this. */
#define SCALE_TOLERANCE .04
#define REFRESH_AFTER_MS 90
/* Beyond this many px per mm an overlay is scaled up: its edges are smooth curves, one does not see it. */
#define MOST_OVERLAY_SCALE 10.0
/* Zones are painted for the part in sight and this much around it. */
#define AROUND .25

/* --- Overlays --- */

static void
overlay_clear (MyoOverlay *overlay)
{
  g_clear_object (&overlay->texture);
}

void
myo_body_map_forget_overlays (MyoBodyMap *self)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      overlay_clear (&self->highlight[i]);
      overlay_clear (&self->zones[i]);
    }
  self->overlay_scale = 0;
}

gboolean
myo_body_map_find_layer (MyoBodyMap *self,
                         MyoView     view,
                         const char *id,
                         MyoLayer   *layer)
{
  MyoLayer order[] = { self->layer, MYO_LAYER_SURFACE, MYO_LAYER_DEEP };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      *layer = order[i];
      if (order[i] != MYO_LAYER_SKIN && myo_drawings_has (self->drawings, view, order[i], id))
        return TRUE;
    }

  return FALSE;
}

double
myo_body_map_get_paint_scale (MyoBodyMap  *self,
                 MyoFigureId  figure)
{
  double scale = myo_body_map_get_figure_scale (self, figure) * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  return MIN (scale, MOST_OVERLAY_SCALE);
}

static void
paint_highlight (MyoBodyMap *self,
                 MyoFigureId figure,
                 const char *id,
                 MyoOverlay *overlay)
{
  MyoView view = myo_figure_get (figure)->view;
  cairo_surface_t *surface = NULL;
  MyoLayer layer;

  overlay_clear (overlay);
  if (self->layer == MYO_LAYER_SKIN && myo_drawings_has (self->drawings, view, MYO_LAYER_REGIONS, id))
    layer = MYO_LAYER_REGIONS;
  else if (!myo_body_map_find_layer (self, view, id, &layer))
    return;

  surface = myo_drawings_render_highlight (self->drawings, view, layer, self->palette, id,
                                           myo_body_map_get_paint_scale (self, figure), &overlay->part);
  if (surface != NULL)
    overlay->texture = myo_texture_from_surface (surface);
}

static void
add_point_paints (GArray                *paints,
                  const MyoTriggerPoint *point,
                  MyoSide                side,
                  const MyoFigure       *figure)
{
  for (guint i = 0; i < point->zones->len; i++)
    {
      const MyoZone *zone = point->zones->pdata[i];
      gboolean both;
      MyoSide zone_side = myo_zone_get_side (zone, side, &both);
      gboolean shows_both = myo_view_is_mirrored (figure->view);
      MyoZonePaint paint = { zone, zone_side == MYO_SIDE_LEFT && shows_both };

      /* A side view shows one side of the body; the flip of the figure makes it the left. */
      if (!shows_both && !both && zone_side != MYO_SIDE_MIDDLE && zone_side != figure->side)
        continue;

      g_array_append_val (paints, paint);
      if (both && shows_both)
        {
          paint.mirrored = !paint.mirrored;
          g_array_append_val (paints, paint);
        }
    }
}

MyoRect
myo_body_map_get_overlay_part (MyoBodyMap  *self,
                               MyoFigureId  id)
{
  const MyoFigure *figure = myo_figure_get (id);
  MyoRect part = figure->crop;
  GtkWidget *widget = GTK_WIDGET (self);

  /* As long as the whole figure is small on the screen all of it is painted, so that panning needs nothing new. */
  if (figure->crop.height * myo_body_map_get_paint_scale (self, id) < 2400)
    return part;

  if (myo_map_layout_get_visible (id, &self->view, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &part))
    {
      part.x -= part.width * AROUND;
      part.y -= part.height * AROUND;
      part.width *= 1 + 2 * AROUND;
      part.height *= 1 + 2 * AROUND;
    }
  else
    part.width = part.height = 0;

  return part;
}

static void
paint_zones (MyoBodyMap *self,
             MyoFigureId id)
{
  const MyoTriggerPoint *shown;
  MyoSide side;
  MyoMuscle *muscle = myo_selection_get_shown (self->selection, &side, &shown);
  const MyoFigure *figure = myo_figure_get (id);
  MyoOverlay *overlay = &self->zones[id];
  g_autoptr(GArray) paints = g_array_new (FALSE, FALSE, sizeof (MyoZonePaint));
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface;

  overlay_clear (overlay);
  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = muscle->points->pdata[i];

      if (shown == NULL || shown == point)
        add_point_paints (paints, point, side, figure);
    }

  overlay->part = myo_body_map_get_overlay_part (self, id);
  if (paints->len == 0 || overlay->part.width <= 0)
    return;

  surface = myo_drawings_render_zones (self->drawings, figure->view, self->palette, (MyoZonePaint *) paints->data,
                                       paints->len, myo_body_map_get_paint_scale (self, id), &overlay->part, &error);
  if (surface != NULL)
    overlay->texture = myo_texture_from_surface (surface);
  else if (error != NULL)
    g_signal_emit_by_name (self, "drawing-failed", error);
}

void
myo_body_map_paint_overlays (MyoBodyMap *self)
{
  const MyoTriggerPoint *point;
  MyoSide side = MYO_SIDE_RIGHT;
  MyoMuscle *muscle = self->selection != NULL ? myo_selection_get_shown (self->selection, &side, &point) : NULL;

  self->overlay_scale = self->view.scale;
  self->overlay_view = self->view;
  if (muscle == NULL)
    return;

  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      if (myo_figure_shows ((MyoFigureId) i, side))
        paint_highlight (self, (MyoFigureId) i, muscle->id, &self->highlight[i]);
      paint_zones (self, (MyoFigureId) i);
    }
}

static gboolean
refresh (gpointer data)
{
  MyoBodyMap *self = data;

  self->refresh_id = 0;
  myo_body_map_paint_overlays (self);
  myo_body_map_forget_pain (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* While one zooms the old overlays are shown scaled; once the view rests they are painted anew. */
static void
keep_overlays_fresh (MyoBodyMap *self)
{
  gboolean moved = fabs (self->overlay_view.x - self->view.x) + fabs (self->overlay_view.y - self->view.y) > 1;

  if (self->overlay_scale == 0)
    {
      myo_body_map_paint_overlays (self);
      return;
    }

  if (fabs (self->view.scale / self->overlay_scale - 1) < SCALE_TOLERANCE && !moved)
    return;

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  self->refresh_id = g_timeout_add (REFRESH_AFTER_MS, refresh, self);
}

/* --- Hover --- */

void
myo_body_map_clear_hover (MyoBodyMap *self)
{
  g_clear_pointer (&self->hovered_id, g_free);
  for (int i = 0; i < MYO_N_FIGURES; i++)
    overlay_clear (&self->hover[i]);
}

void
myo_body_map_set_hover (MyoBodyMap *self,
                        const char *id,
                        MyoSide     side)
{
  if (g_strcmp0 (id, self->hovered_id) == 0 && side == self->hovered_side)
    return;

  myo_body_map_clear_hover (self);
  self->hovered_id = g_strdup (id);
  self->hovered_side = side;
  for (int i = 0; id != NULL && i < MYO_N_FIGURES; i++)
    if (myo_figure_shows ((MyoFigureId) i, side))
      paint_highlight (self, (MyoFigureId) i, id, &self->hover[i]);

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Snapshot --- */

/* Fitted, only whole figures are shown: a strip of the next one at the edge would look like a fault. */
gboolean
myo_body_map_shows_figure (MyoBodyMap  *self,
                           MyoFigureId  id)
{
  const MyoFigure *figure = myo_figure_get (id);
  GtkWidget *widget = GTK_WIDGET (self);
  MyoRect part;

  if (!myo_map_layout_get_visible (id, &self->view, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &part))
    return FALSE;

  return !self->fitted || part.width > figure->crop.width - .5;
}

/* GTK's cairo renderer, used where there is no GL, converts every texture pixel by pixel in every frame; a surface it just draws. */
static void
append_pixels (MyoBodyMap            *self,
               GtkSnapshot           *snapshot,
               GdkTexture            *texture,
               const graphene_rect_t *at)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  cairo_t *cr;

  if (native == NULL || !GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native)))
    {
      gtk_snapshot_append_texture (snapshot, texture, at);
      return;
    }

  cr = gtk_snapshot_append_cairo (snapshot, at);
  cairo_translate (cr, at->origin.x, at->origin.y);
  cairo_scale (cr, at->size.width / gdk_texture_get_width (texture), at->size.height / gdk_texture_get_height (texture));
  cairo_set_source_surface (cr, myo_texture_get_surface (texture), 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, gdk_texture_get_width (texture), gdk_texture_get_height (texture));
  cairo_fill (cr);
  cairo_destroy (cr);
}

void
myo_body_map_append_texture (MyoBodyMap    *self,
                             GtkSnapshot   *snapshot,
                             MyoFigureId    id,
                             GdkTexture    *texture,
                             const MyoRect *part,
                             gboolean       mirrored)
{
  const MyoFigure *figure = myo_figure_get (id);
  MyoRect box = *part;
  graphene_rect_t at;

  if (mirrored)
    box.x = myo_view_mirror (figure->view, box.x + box.width);
  at = myo_body_map_rect_to_widget (self, id, &box);

  if (figure->flipped == mirrored)
    {
      append_pixels (self, snapshot, texture, &at);
      return;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at.origin.x + at.size.width, at.origin.y));
  gtk_snapshot_scale (snapshot, -1, 1);
  append_pixels (self, snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, at.size.width, at.size.height));
  gtk_snapshot_restore (snapshot);
}

static void
append_overlay (MyoBodyMap       *self,
                GtkSnapshot      *snapshot,
                MyoFigureId       id,
                const MyoOverlay *overlay,
                gboolean          mirrored)
{
  if (overlay->texture != NULL)
    myo_body_map_append_texture (self, snapshot, id, overlay->texture, &overlay->part, mirrored);
}

void
myo_body_map_want_pictures (MyoBodyMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double device = gtk_widget_get_scale_factor (widget);
  double fit = self->fit.scale;
  /* While the view moves by itself, what it will show in the end is painted already. */
  gboolean moving = adw_animation_get_state (self->animation) == ADW_ANIMATION_PLAYING;
  const MyoMapView *view = moving ? &self->animate_to : &self->view;

  /* Both sides, and both soles, show the same picture: the second one in sight adds to what is wanted of it. */
  for (int v = 0; v < MYO_N_VIEWS; v++)
    {
      MyoRect wanted = { 0 };
      double scale = 0, whole = 0;

      for (int i = 0; i < MYO_N_FIGURES; i++)
        {
          const MyoFigure *figure = myo_figure_get ((MyoFigureId) i);
          MyoRect part;

          if ((int) figure->view != v
              || (!moving && !myo_body_map_shows_figure (self, (MyoFigureId) i))
              || !myo_map_layout_get_visible ((MyoFigureId) i, view, width, height, &part))
            continue;

          if (scale > 0)
            {
              double right = MAX (wanted.x + wanted.width, part.x + part.width);
              double bottom = MAX (wanted.y + wanted.height, part.y + part.height);

              wanted.x = MIN (wanted.x, part.x);
              wanted.y = MIN (wanted.y, part.y);
              wanted.width = right - wanted.x;
              wanted.height = bottom - wanted.y;
            }
          else
            wanted = part;
          scale = view->scale * myo_map_layout_get_magnification ((MyoFigureId) i) * device;
          whole = fit * myo_map_layout_get_magnification ((MyoFigureId) i) * device;
        }

      /* Up to twice the fit the whole view is kept at the scale of the screen: panning then needs nothing new. */
      if (scale > 0)
        myo_map_painter_want (self->painter, (MyoView) v, self->layer, self->palette,
                              scale <= 2.02 * whole ? scale : whole, scale, &wanted);
    }
}

/* Whether the sharper picture shows all that is in sight: then the coarser one beneath would only blur its edges. */
static gboolean
covers_sight (MyoBodyMap       *self,
              MyoFigureId       id,
              const MyoPicture *picture)
{
  GtkWidget *widget = GTK_WIDGET (self);
  MyoRect part;

  if (!myo_map_layout_get_visible (id, &self->view, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &part))
    return TRUE;

  return picture->part.x <= part.x + .5 && picture->part.y <= part.y + .5
         && picture->part.x + picture->part.width >= part.x + part.width - .5
         && picture->part.y + picture->part.height >= part.y + part.height - .5;
}

static void
append_figure (MyoBodyMap  *self,
               GtkSnapshot *snapshot,
               MyoFigureId  id)
{
  const MyoFigure *figure = myo_figure_get (id);
  const MyoPicture *whole = myo_map_painter_get_whole (self->painter, figure->view);
  const MyoPicture *detail = myo_map_painter_get_detail (self->painter, figure->view);
  gboolean both = myo_view_is_mirrored (figure->view);
  const MyoTriggerPoint *point;
  MyoSide side;
  gboolean left;

  myo_selection_get_shown (self->selection, &side, &point);
  left = both && side == MYO_SIDE_LEFT;
  if (whole != NULL && (detail == NULL || !covers_sight (self, id, detail)))
    myo_body_map_append_texture (self, snapshot, id, whole->texture, &whole->part, FALSE);
  if (detail != NULL)
    myo_body_map_append_texture (self, snapshot, id, detail->texture, &detail->part, FALSE);

  myo_body_map_append_pain (self, snapshot, id);
  append_overlay (self, snapshot, id, &self->highlight[id], left);
  append_overlay (self, snapshot, id, &self->zones[id], FALSE);

  if (self->hover[id].texture != NULL)
    {
      gtk_snapshot_push_opacity (snapshot, .6);
      append_overlay (self, snapshot, id, &self->hover[id], both && self->hovered_side == MYO_SIDE_LEFT);
      gtk_snapshot_pop (snapshot);
    }
}

void
myo_body_map_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  MyoBodyMap *self = MYO_BODY_MAP (widget);

  if (self->drawings != NULL)
    {
      myo_body_map_want_pictures (self);
      keep_overlays_fresh (self);
      for (int i = 0; i < MYO_N_FIGURES; i++)
        {
          if (myo_body_map_shows_figure (self, (MyoFigureId) i))
            append_figure (self, snapshot, (MyoFigureId) i);
        }
      myo_body_map_append_marks (self, snapshot);
      myo_body_map_append_brush (self, snapshot);
    }

  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->snapshot (widget, snapshot);
}
