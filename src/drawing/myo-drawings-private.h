/* What the drawings hold, for the files that read them and the one that makes pictures of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-base-renderer-private.h"
#include "myo-drawings.h"
#include "myo-pick-map-private.h"

G_BEGIN_DECLS

/** MyoDrawingSlot: one drawing, as far as it was asked for */
typedef struct
{
  MyoDocument *document;     /* atomic */
  GError      *fault;        /* why there is none */
  MyoPickMap  *pick_map;     /* atomic */
  MyoRect     *bounds;       /* of each element; a width of 0: not measured yet */
} MyoDrawingSlot;

struct _MyoDrawings
{
  GObject parent_instance;

  GFile           *folder;   /* NULL: those compiled in */
  MyoDrawingSlot             slots[MYO_N_VIEWS][MYO_N_LAYERS];
  cairo_path_t    *outlines[MYO_N_VIEWS];
  MyoBaseRenderer *base;
  GMutex           loading;
  GMutex           picking;
};

/** myo_drawings_find: Returns: (transfer none) (nullable): element @id; %NULL also when the drawing cannot be read */
const MyoElement *myo_drawings_find    (MyoDrawings *self, MyoView view, MyoLayer layer, const char *id);

/** myo_drawings_measure: @bounds: (out): the ink box of @element of @document, which is drawn in @layer, mm, as drawn in the right half.
 * Returns: %FALSE when its paths cannot be read or are empty */
gboolean          myo_drawings_measure (MyoDrawings *self, const MyoDocument *document, MyoLayer layer, const MyoElement *element,
                                        MyoRect *bounds);

G_END_DECLS
