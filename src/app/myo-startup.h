/* What can be done before GTK is up: reading the atlas and painting the first pictures (or reading them, see myo-picture-cache.h), each in a thread of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas-reading.h"
#include "myo-drawings.h"

G_BEGIN_DECLS

typedef struct _MyoStartup MyoStartup;

/** MyoFirstPicture: the whole of one view, painted at a scale that was right the last time */
typedef struct
{
  MyoView          view;
  MyoLayer         layer;
  MyoPalette       palette;
  double           scale;
  cairo_surface_t *surface;      /* NULL when it could not be painted */
} MyoFirstPicture;

/** myo_startup_begin: @scale: px per mm of front and back; ≤ 0: none is known, nothing is painted ahead
 * @load_packs: what reads the folder of packs */
MyoStartup  *myo_startup_begin         (MyoLayer layer, MyoPalette palette, double scale, MyoPacksFunc load_packs);
/** myo_startup_get_drawings: Returns: (transfer none) */
MyoDrawings *myo_startup_get_drawings  (MyoStartup *self);
/** myo_startup_get_reading: Returns: (transfer none): of the atlas with the packs */
MyoAtlasReading *myo_startup_get_reading (MyoStartup *self);
/** myo_startup_take_pictures: waits for the pictures; the surfaces become the caller's.
 * Returns: (transfer none): MYO_N_VIEWS of them, valid until @self is freed */
MyoFirstPicture *myo_startup_take_pictures (MyoStartup *self);
void         myo_startup_free          (MyoStartup *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MyoStartup, myo_startup_free)

G_END_DECLS
