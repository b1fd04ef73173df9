/* The lowest layer of the map: the drawn body.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-map-layer.h"
#include "myo-map-pictures.h"

G_BEGIN_DECLS

#define MYO_TYPE_MAP_BASE (myo_map_base_get_type ())
G_DECLARE_FINAL_TYPE (MyoMapBase, myo_map_base, MYO, MAP_BASE, MyoMapLayer)

/* Its look-up finds a figure wherever one stands, also beside its body, and there what lies on the layer on show. */

MyoMapBase     *myo_map_base_new          (MyoMapView *view, MyoDrawings *drawings);
/** myo_map_base_get_pictures: Returns: (transfer none): the pictures it shows */
MyoMapPictures *myo_map_base_get_pictures (MyoMapBase *self);

/** myo_map_base_prepare: has made in a thread what a look-up on the layer on show needs */
void            myo_map_base_prepare      (MyoMapBase *self);
/** myo_map_base_is_prepared: Returns: whether a look-up takes no time; who is not asked to answer waits for that */
gboolean        myo_map_base_is_prepared  (MyoMapBase *self);

G_END_DECLS
