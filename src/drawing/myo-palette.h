/* What all that draw share: the palettes of the drawings, a colour, and a zone that is to be painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-muscle.h"

G_BEGIN_DECLS

typedef enum { MYO_PALETTE_LIGHT, MYO_PALETTE_DARK, MYO_PALETTE_HIGH_CONTRAST, MYO_PALETTE_HIGH_CONTRAST_DARK } MyoPalette;
#define MYO_N_PALETTES 4

/** MyoColor: each 0…1, the colours not multiplied by @alpha */
typedef struct { double red, green, blue, alpha; } MyoColor;

/** MyoZonePaint: one zone to paint and where: the shapes are those of the right half unless @mirrored */
typedef struct
{
  const MyoZone *zone;
  gboolean       mirrored;
} MyoZonePaint;

G_END_DECLS
