/* What lies at a place of a drawing: a look-up in a picture in which every element has the colour of its number.
 *
 * The picture has MYO_PICK_SCALE cells per mm and is kept as tiles of 8 × 8 cells: most of them lie within one muscle or beside the
 * body and need a single number, so that a map takes a fraction of the picture's memory and a look-up stays two reads.
 * In front and back only the right half is kept; the left one is looked up in its mirror image.
 *
 * A map is immutable once made and may be read from any thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-document.h"

G_BEGIN_DECLS

/** MYO_PICK_SCALE: cells per mm */
#define MYO_PICK_SCALE 2

typedef struct _MyoPickMap MyoPickMap;

/** myo_pick_map_new: Returns: (transfer full): the map of @document, or %NULL with @error.  Takes some 50 ms; any thread */
MyoPickMap *myo_pick_map_new      (const MyoDocument *document, GError **error);
/** myo_pick_map_free: its document stays */
void        myo_pick_map_free     (MyoPickMap *self);

/** myo_pick_map_get: Returns: the number of the element at @x, @y (mm), or -1 */
int         myo_pick_map_get      (const MyoPickMap *self, double x, double y);

/** myo_pick_map_get_inner: Returns: (transfer container): ids of the inner regions over the place, the smallest first */
GPtrArray  *myo_pick_map_get_inner (const MyoPickMap *self, double x, double y);

/** myo_pick_map_get_size: Returns: bytes kept */
gsize       myo_pick_map_get_size (const MyoPickMap *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoPickMap, myo_pick_map_free)

G_END_DECLS
