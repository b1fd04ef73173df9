/* Pain drawings as XML: in files that people save and open, and in the records.
 *
 *   <pain-drawing xmlns="https://myomap.github.io/ns/pain-drawing/1" version="1">
 *     <stroke view="front" intensity="6" quality="ache">300.5,420 12 301.5,424.25 12</stroke>      x,y radius … in mm
 *     <stroke view="side" side="left" intensity="3" quality="numb">…</stroke>
 *     <erase view="back">…</erase>
 *     <region ref="temple" side="right" intensity="5" quality="sharp"/>
 *     <erase-region ref="temple" side="right"/>
 *   </pain-drawing>
 *
 * `side` is there for side and sole (which side they show) and for paired regions, and nowhere else.  Numbers are written with at
 * most two decimals, without exponent, with a point whatever the language.  A place may lie up to 60 mm off its view; what a
 * stroke did farther out is written at that edge, for nothing of it shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-atlas.h"
#include "myo-pain-drawing.h"

G_BEGIN_DECLS

/** MYO_PAIN_FILE_MAX_SIZE: bytes; a larger file is refused.  A drawing that reaches all limits of myo-pain-drawing.h takes three quarters of it */
#define MYO_PAIN_FILE_MAX_SIZE (4 * 1024 * 1024)

/** myo_pain_file_parse: @text: of @length bytes (-1: up to its NUL); @name: of the file, for errors ("records" when from there)
 * @atlas: (nullable): to check the ids of regions against
 * Returns: (transfer full): the drawing, or %NULL with @error (%MYO_ERROR_PAIN_DRAWING): "name:line: what is wrong", a sentence.  Nothing is read
 * in part */
MyoPainDrawing *myo_pain_file_parse (const char *text, gssize length, const char *name, MyoAtlas *atlas, GError **error);
/** myo_pain_file_load: the same from a file; small and blocking */
MyoPainDrawing *myo_pain_file_load  (GFile *file, MyoAtlas *atlas, GError **error);

/** myo_pain_file_format: Returns: (transfer full): the text; parsing it gives an equal drawing (up to 0.005 mm) */
char           *myo_pain_file_format (MyoPainDrawing *drawing);
/** myo_pain_file_save: writes it as myo_private_file_write().  Whatever a drawing can
 * hold can be read again */
gboolean        myo_pain_file_save  (MyoPainDrawing *drawing, GFile *file, GError **error);

G_END_DECLS
