/* What the checks need from the drawings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-document.h"
#include "myo-drawings.h"

G_BEGIN_DECLS

/** myo_drawings_get_document: Returns: (transfer none) (nullable): the drawing, read when first asked for; any thread */
const MyoDocument  *myo_drawings_get_document (MyoDrawings *self, MyoView view, MyoLayer layer, GError **error);

/** myo_drawings_get_outline: Returns: (transfer none) (nullable): the silhouette of the whole view, mm; any thread */
const cairo_path_t *myo_drawings_get_outline  (MyoDrawings *self, MyoView view, GError **error);

G_END_DECLS
