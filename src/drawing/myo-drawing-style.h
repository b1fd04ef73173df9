/* The style sheets of the drawings, and the colours of what is painted over them.
 *
 * The sheets are data/svg/style/ *.css: one for each palette, and two for the pictures that only the program looks at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-palette.h"

G_BEGIN_DECLS

/** MyoOverlayColors: of highlights (muscle, region and the two rims) and zones */
typedef struct
{
  MyoColor belly, edge, tendon, fibre, region;
  MyoColor inner_rim, outer_rim;
  MyoColor primary, primary_edge;
  MyoColor spillover, spillover_dot, spillover_edge;
} MyoOverlayColors;

/** myo_drawing_style_get_base: Returns: (transfer none): the CSS of a palette */
const char *myo_drawing_style_get_base      (MyoPalette palette);
/** myo_drawing_style_get_pick: Returns: (transfer none): the CSS for pick maps: `color` is the element's number */
const char *myo_drawing_style_get_pick      (void);
/** myo_drawing_style_get_inner: Returns: (transfer none): the CSS for the mask of one inner region */
const char *myo_drawing_style_get_inner     (void);

/** myo_drawing_style_get_overlay: Returns: (transfer none): the colours of a palette */
const MyoOverlayColors *myo_drawing_style_get_overlay (MyoPalette palette);

G_END_DECLS
