/* What the pointer does on the skin: nothing but look, paint or erase; how wide, how strong, what it feels like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-pain-drawing.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_PAIN_TOOL_HAND,        /* moves the map; a click asks what lies there */
  MYO_PAIN_TOOL_BRUSH,
  MYO_PAIN_TOOL_ERASER,
} MyoPainToolKind;

#define MYO_N_BRUSH_SIZES 3

#define MYO_TYPE_PAIN_TOOL (myo_pain_tool_get_type ())
G_DECLARE_FINAL_TYPE (MyoPainTool, myo_pain_tool, MYO, PAIN_TOOL, GObject)

/* Properties, all int, all notify: kind (MyoPainToolKind), size (0–2), intensity (1–10), quality (MyoQuality) */

/** myo_pain_tool_new: Returns: (transfer full): the hand; the brush is of middle size, intensity 5, an ache */
MyoPainTool    *myo_pain_tool_new           (void);
/** myo_pain_tool_get_kind, myo_pain_tool_set_kind: what the pointer does */
MyoPainToolKind myo_pain_tool_get_kind      (MyoPainTool *self);
void            myo_pain_tool_set_kind      (MyoPainTool *self, MyoPainToolKind kind);
/** myo_pain_tool_get_size, myo_pain_tool_set_size: of brush and eraser, 0 (a fingertip) … MYO_N_BRUSH_SIZES − 1 (the hand); what lies
 * outside is brought to the nearest */
int             myo_pain_tool_get_size      (MyoPainTool *self);
void            myo_pain_tool_set_size      (MyoPainTool *self, int size);
/** myo_pain_tool_get_intensity, myo_pain_tool_set_intensity: how strong the pain is that the brush paints, 1–10; what lies outside is
 * brought to the nearest */
int             myo_pain_tool_get_intensity (MyoPainTool *self);
void            myo_pain_tool_set_intensity (MyoPainTool *self, int intensity);
/** myo_pain_tool_get_quality, myo_pain_tool_set_quality: what the pain feels like that the brush paints */
MyoQuality      myo_pain_tool_get_quality   (MyoPainTool *self);
void            myo_pain_tool_set_quality   (MyoPainTool *self, MyoQuality quality);
/** myo_pain_tool_get_radius: Returns: half the width of the stroke, mm: 5, 11 or 22; @pressure: of a stylus, 0–1 (½: as the size says; 0 makes it half, 1
 * one and a half times as wide), negative when it has none */
double          myo_pain_tool_get_radius    (MyoPainTool *self, double pressure);

G_END_DECLS
