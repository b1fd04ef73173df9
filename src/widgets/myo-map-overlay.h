/* A picture over a figure: of the body itself, or of something that lies over it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-view.h"

G_BEGIN_DECLS

/** MyoMapOverlay: a picture and what it shows of a figure's view, mm */
typedef struct
{
  GdkTexture *texture;     /* NULL: there is nothing to see */
  MyoRect     part;
} MyoMapOverlay;

/** myo_map_overlay_take: @surface: (transfer full) (nullable) */
void     myo_map_overlay_take      (MyoMapOverlay *self, cairo_surface_t *surface, const MyoRect *part);
void     myo_map_overlay_clear     (MyoMapOverlay *self);
/** myo_map_overlay_append: draws it on figure @id.  @mirrored: on the other half of front or back than it was painted for */
void     myo_map_overlay_append    (const MyoMapOverlay *self, MyoMapView *view, GtkSnapshot *snapshot, MyoFigureId id, gboolean mirrored);

/** myo_map_overlay_get_scale: Returns: at how many px of the screen per mm what lies over figure @id is painted */
double   myo_map_overlay_get_scale (MyoMapView *view, MyoFigureId id);
/** myo_map_overlay_get_part: Returns: the part of figure @id that it is painted for, mm; empty where none of it is in sight */
MyoRect  myo_map_overlay_get_part  (MyoMapView *view, MyoFigureId id);

G_END_DECLS
