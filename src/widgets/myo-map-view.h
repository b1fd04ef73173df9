/* What the map shows of the world of figures, shared by all that draws it: how large the widget is, where one looks, which layer of the
 * body in which colours, for which screen.
 *
 * Converts between px of the widget, mm of the world and mm of a figure's view.  Draws nothing, and is tested without a widget.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "myo-drawings.h"
#include "myo-map-layout.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_VIEW (myo_map_view_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapView, myo_map_view, MYO, MAP_VIEW, GObject)

/* Properties, both int, both notify: layer (MyoLayer), palette (MyoPalette)
 * Signals
 *   changed (gboolean)  another part of the world is in sight; whether the scale is another.  Not when the widget's size changed it
 *   rested ()           what was in sight has changed, and has now been left alone for a while: what was only scaled until then is to be
 *                       painted anew
 *   left ()             nothing of the map is seen any more: what is painted again within a frame, when it is, is let go */

MyoMapView     *myo_map_view_new              (void);

/** myo_map_view_leave: tells that nothing of the map is seen any more */
void            myo_map_view_leave            (MyoMapView *self);

/* --- What is in sight --- */

/** myo_map_view_set_size: px of the widget, and the sight that fits into it; shown from now on when the view is fitted and not moving */
void            myo_map_view_set_size         (MyoMapView *self, int width, int height, const MyoMapSight *fit);
/** myo_map_view_set_last: the last of the figures that are shown while the view is fitted, from the front on; else and at first all are */
void            myo_map_view_set_last         (MyoMapView *self, MyoFigureId last);
/** myo_map_view_has_size: Returns: whether it was told yet; until then nobody knows how large anything will be seen */
gboolean        myo_map_view_has_size         (MyoMapView *self);
MyoMapSight     myo_map_view_get_sight        (MyoMapView *self);
/** myo_map_view_set_sight: kept within bounds: the figures stay in sight, the scale between the fit and 12 px/mm; a fitted view is
 * on its way to the fit, which needs no bounds */
void            myo_map_view_set_sight        (MyoMapView *self, MyoMapSight sight);
MyoMapSight     myo_map_view_get_fit          (MyoMapView *self);
/** myo_map_view_set_fitted: whether the sight follows the size of the widget; fitted, only whole figures are shown, and not beyond the last */
void            myo_map_view_set_fitted       (MyoMapView *self, gboolean fitted);
/** myo_map_view_get_zoom: Returns: how much larger than fitted; 1 is fitted */
double          myo_map_view_get_zoom         (MyoMapView *self);

/* A movement: begun, then told how far it is, then ended by whoever has the clock. */
void            myo_map_view_begin_move       (MyoMapView *self, MyoMapSight to);
/** myo_map_view_move: @progress: 0–1 */
void            myo_map_view_move             (MyoMapView *self, double progress);
void            myo_map_view_end_move         (MyoMapView *self);

/** myo_map_view_get_panned: Returns: the sight after a move by px */
MyoMapSight     myo_map_view_get_panned       (MyoMapView *self, double dx, double dy);
/** myo_map_view_get_zoomed: Returns: the sight at @factor times the scale, within bounds, in which what lies at @x, @y (px) stays there */
MyoMapSight     myo_map_view_get_zoomed       (MyoMapView *self, double factor, double x, double y);
/** myo_map_view_get_figure_fit: see myo_map_layout_get_figure_fit() */
MyoMapSight     myo_map_view_get_figure_fit   (MyoMapView *self, MyoFigureId id);
/** myo_map_view_get_rect_fit: see myo_map_layout_get_rect_fit() */
MyoMapSight     myo_map_view_get_rect_fit     (MyoMapView *self, const MyoRect *world);

/* --- Figures --- */

/** myo_map_view_get_scale: Returns: px per mm of that figure */
double          myo_map_view_get_scale        (MyoMapView *self, MyoFigureId id);
/** myo_map_view_get_part: what of a figure is in sight.  Returns: whether any is; @part: (out): mm of its view */
gboolean        myo_map_view_get_part         (MyoMapView *self, MyoFigureId id, MyoRect *part);
/** myo_map_view_shows: Returns: whether the figure is shown: in sight, and whole when the view is fitted: a strip of the next one at the
 * edge would look like a fault */
gboolean        myo_map_view_shows            (MyoMapView *self, MyoFigureId id);
/** myo_map_view_get_coming_part: what of a figure will be shown when the movement under way has ended; at rest what is shown now.
 * Returns: whether any will; @part: (out): mm of its view; @scale: (out): px per mm then */
gboolean        myo_map_view_get_coming_part  (MyoMapView *self, MyoFigureId id, MyoRect *part, double *scale);

/* --- Places.  x, y: px of the widget; world_x, world_y: mm of the world; view_x, view_y: mm of a figure's view --- */

void            myo_map_view_to_world         (MyoMapView *self, double x, double y, double *world_x, double *world_y);
/** myo_map_view_to_figure: also beside the figure */
void            myo_map_view_to_figure        (MyoMapView *self, MyoFigureId id, double x, double y, double *view_x, double *view_y);
void            myo_map_view_from_figure      (MyoMapView *self, MyoFigureId id, double view_x, double view_y, double *x, double *y);
/** myo_map_view_figure_at: Returns: the figure there, -1 for none */
int             myo_map_view_figure_at        (MyoMapView *self, double x, double y, double *view_x, double *view_y);
/** myo_map_view_get_box: Returns: where a rectangle (mm of the figure's view) lies, px */
graphene_rect_t myo_map_view_get_box          (MyoMapView *self, MyoFigureId id, const MyoRect *rect);

/* --- How it looks --- */

MyoLayer        myo_map_view_get_layer        (MyoMapView *self);
void            myo_map_view_set_layer        (MyoMapView *self, MyoLayer layer);
MyoPalette      myo_map_view_get_palette      (MyoMapView *self);
void            myo_map_view_set_palette      (MyoMapView *self, MyoPalette palette);

/* --- For which screen --- */

/** myo_map_view_set_device: @scale: px of the screen for a px of the widget; another one emits rested, for all is to be painted anew;
 * @draws_surfaces: whether the renderer draws cairo's surfaces as they are */
void            myo_map_view_set_device       (MyoMapView *self, int scale, gboolean draws_surfaces);
int             myo_map_view_get_device_scale (MyoMapView *self);
gboolean        myo_map_view_draws_surfaces   (MyoMapView *self);

G_END_DECLS
