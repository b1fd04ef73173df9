/* The pictures that the last run ended with, on disk: the next one begins with them instead of painting them anew, which takes longer
 * than all the rest of a start.
 *
 * $XDG_CACHE_HOME/myomap/VIEW.picture, one for each view: a header and the pixels.  The header tells which build of the program
 * painted it and how; a file that is missing, old or damaged is as good as none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-drawings.h"
#include "myo-map-pictures.h"

G_BEGIN_DECLS

/** myo_picture_cache_read: any thread.
 * Returns: (transfer full) (nullable): the whole of @view as myo_drawings_render() would paint it now */
cairo_surface_t *myo_picture_cache_read  (MyoView view, MyoLayer layer, MyoPalette palette, double scale);

/** myo_picture_cache_write: keeps @picture, the whole of @view, unless it is the one that is kept.  What cannot be written is
 * painted again the next time; so nothing is reported */
void             myo_picture_cache_write (MyoView view, const MyoMapPicture *picture);

G_END_DECLS
