/* Pictures of where pain is felt.
 *
 * Zones of one kind are painted as one area: first all their edges, then all their insides over them, so that only the outer
 * half of an edge stays and zones that overlap have one common edge.  Primary zones are solid with a firm edge, spillover
 * zones a stipple with a broken edge; primary covers spillover.  The whole is then cut to the silhouette.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "myo-palette.h"

G_BEGIN_DECLS

/** myo_zone_painter_render: see myo_drawings_render_zones().
 * @outline: the silhouette of the whole view, mm */
cairo_surface_t *myo_zone_painter_render (const cairo_path_t *outline, MyoView view, MyoPalette palette,
                                          const MyoZonePaint *paints, guint n, double scale, MyoRect *part, GError **error);

/** myo_zone_painter_hit: see myo_drawings_zone_at() */
gboolean         myo_zone_painter_hit    (const MyoZone *zone, gboolean mirrored, MyoView view, double x, double y);

G_END_DECLS
