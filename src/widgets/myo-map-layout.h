/* Where the figures stand: front, back, both sides, both soles, side by side in one world measured in millimetres.
 *
 * Pure geometry, without GTK.  What is in sight of the world is told by a centre and a scale; the fit is the sight in which the figures
 * that the window has room for, front and back at least, fill it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-figure.h"

G_BEGIN_DECLS

/** MyoMapSight: what of the world is in sight in a widget */
typedef struct
{
  double x, y;          /* centre, world mm */
  double scale;         /* px per world mm */
} MyoMapSight;

/** myo_map_layout_get_magnification: Returns: world mm for a mm of the body: soles are enlarged */
double           myo_map_layout_get_magnification (MyoFigureId id);

/** myo_map_layout_choose: how many figures, from the front on, can be shown at once in @width × @height px: so many that they fill the height, and
 * that the words over each have room.  @captions: (nullable) (array fixed-size=6): px that the words over each figure need
 * Returns: the last of them, the back at least */
MyoFigureId      myo_map_layout_choose        (double width, double height, const double *captions);
/** myo_map_layout_get_fit_of: the sight that shows all figures up to @last as large as possible */
MyoMapSight      myo_map_layout_get_fit_of    (MyoFigureId last, double width, double height);
/** myo_map_layout_get_fit: the sight that shows as many figures as fit into @width × @height px, whatever their captions need */
MyoMapSight      myo_map_layout_get_fit       (double width, double height);

/** MYO_MAP_CAPTION: what the fit leaves free above the figures, world mm */
#define MYO_MAP_CAPTION 84.0

/** myo_map_layout_get_figure_fit: the sight that shows figure @id as large as possible; front and back are shown alone */
MyoMapSight      myo_map_layout_get_figure_fit (MyoFigureId id, double width, double height);

/** myo_map_layout_get_rect_fit: the sight that shows @world (mm) with a margin around it */
MyoMapSight      myo_map_layout_get_rect_fit  (const MyoRect *world, double width, double height);

/** myo_map_layout_clamp: keeps the world in sight: the centre stays on the figures and the scale within @min and @max */
MyoMapSight      myo_map_layout_clamp         (MyoMapSight sight, double width, double height, double min, double max);

/** myo_map_layout_between: Returns: what is in sight after @progress (0–1) of an even movement: the scale changes by equal factors, and the
 * centre with it */
MyoMapSight      myo_map_layout_between       (const MyoMapSight *from, const MyoMapSight *to, double progress);

/** myo_map_layout_at: Returns: the figure at a world place, -1 for none; @x, @y (out): mm of its view */
int              myo_map_layout_at            (double world_x, double world_y, double *x, double *y);

/** myo_map_layout_from_world: from the world to mm of a figure's view, also beside its crop */
void             myo_map_layout_from_world    (MyoFigureId id, double world_x, double world_y, double *x, double *y);

/** myo_map_layout_to_world: from mm of a figure's view to the world */
void             myo_map_layout_to_world      (MyoFigureId id, double x, double y, double *world_x, double *world_y);

/** myo_map_layout_rect_to_world: the same for a rectangle */
MyoRect          myo_map_layout_rect_to_world (MyoFigureId id, const MyoRect *rect);

/** myo_map_layout_get_visible: the part of figure @id (mm of its view) that shows in a widget of @width × @height px with @sight.
 * Returns: whether any shows */
gboolean         myo_map_layout_get_visible   (MyoFigureId id, const MyoMapSight *sight, double width, double height, MyoRect *part);

G_END_DECLS
