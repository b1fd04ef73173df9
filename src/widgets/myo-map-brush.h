/* A layer of the map: the brush.  It takes strokes from the pointer to the study, and shows as a ring how wide they are.
 *
 * It paints on the skin, with a tool that paints or erases, unless a drawing of the records is shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-ink.h"
#include "myo-map-layer.h"
#include "myo-pain-tool.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_BRUSH (myo_map_brush_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapBrush, myo_map_brush, MYO, MAP_BRUSH, MyoMapLayer)

/* Its look-up finds where a stroke may begin while it paints: on the body, or so little beside it that the brush touches it (then the
 * id is %NULL). */

/** myo_map_brush_new: @ink: what is painted on */
MyoMapBrush *myo_map_brush_new           (MyoMapView *view, MyoDrawings *drawings, MyoMapInk *ink);
/** myo_map_brush_set_painting: who takes the strokes, and the tool they are made with; once */
void         myo_map_brush_set_painting  (MyoMapBrush *self, MyoPainStudy *study, MyoPainTool *tool);

/** myo_map_brush_is_painting: Returns: whether the pointer paints or erases where it is */
gboolean     myo_map_brush_is_painting   (MyoMapBrush *self);
/** myo_map_brush_is_erasing: Returns: whether it erases */
gboolean     myo_map_brush_is_erasing    (MyoMapBrush *self);

/** myo_map_brush_set_pointer: where the ring is, px */
void         myo_map_brush_set_pointer   (MyoMapBrush *self, double x, double y);
/** myo_map_brush_set_inside: whether the pointer is over the map */
void         myo_map_brush_set_inside    (MyoMapBrush *self, gboolean inside);

/** myo_map_brush_begin: begins a stroke.  @x, @y: px; @pressure: of a stylus, 0–1, or negative; @eraser: whatever the tool.
 * Returns: %FALSE where none may begin */
gboolean     myo_map_brush_begin         (MyoMapBrush *self, double x, double y, double pressure, gboolean eraser);
void         myo_map_brush_extend        (MyoMapBrush *self, double x, double y, double pressure);
/** myo_map_brush_end: what was painted since myo_map_brush_begin() becomes part of the drawing */
void         myo_map_brush_end           (MyoMapBrush *self);
/** myo_map_brush_cancel: as if the stroke had not begun */
void         myo_map_brush_cancel        (MyoMapBrush *self);
/** myo_map_brush_is_down: Returns: whether a stroke is under way */
gboolean     myo_map_brush_is_down       (MyoMapBrush *self);

/** myo_map_brush_toggle_region: marks a whole region as the tool paints, or takes all of it away */
void         myo_map_brush_toggle_region (MyoMapBrush *self, const char *region, MyoSide side);

G_END_DECLS
