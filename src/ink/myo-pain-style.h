/* How each quality of pain looks: a texture that is told from the others without colour, and a hue of its own on a ground that lets the
 * body shine through.
 *
 *   ache: soft waves           sharp: slanted hatching     burning: small crosses
 *   pressing: little squares   tingling: dots              numb: level dashes
 *
 * The hues are apart for people who see red and green alike, and differ in lightness.  Intensity deepens the ground and makes the texture
 * broader and firmer; from 4 of 10 on the texture has a contrast of at least 3 : 1 against the skin.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "myo-drawing-style.h"
#include "myo-pain-drawing.h"

G_BEGIN_DECLS

/** MyoPainLook: the colours of a quality at an intensity, and how broad its lines are in parts of the tile */
typedef struct
{
  MyoColor ground, line;
  double   weight;
} MyoPainLook;

/** myo_pain_style_get_look: @intensity: 1–10; what lies beyond is taken for the nearest */
MyoPainLook      myo_pain_style_get_look    (MyoPalette palette, MyoQuality quality, int intensity);
/** myo_pain_style_get_skin: Returns: the colour of the skin in that palette */
const MyoColor  *myo_pain_style_get_skin    (MyoPalette palette);

/** myo_pain_style_get_tile_size: @finest: the smallest size (px) at which a texture can be told where the picture is shown
 * Returns: px between one wave, line, cross … and the next at @scale px per mm */
double           myo_pain_style_get_tile_size (double scale, double finest);

/** myo_pain_style_create_tile: a tile that repeats without a seam, in whole pixels; about @size px wide
 * Returns: (transfer full): CAIRO_FORMAT_ARGB32 */
cairo_surface_t *myo_pain_style_create_tile (MyoPalette palette, MyoQuality quality, int intensity, double size);

/** myo_pain_style_fill: the same as lines, for paper and buttons: fills @width × @height of @cr with the texture, @size units a tile */
void             myo_pain_style_fill        (cairo_t *cr, MyoPalette palette, MyoQuality quality, int intensity, double size,
                                             double width, double height);

G_END_DECLS
