/* The drawn body: one SVG for each view and layer, rendered to cairo, and asked what lies at a place.
 *
 * Everything here may be called from any thread.  Whole pictures wait for each other; highlights, zones and look-ups wait for no picture:
 * they need no parsed document, only the drawing's text.
 *
 * Surfaces are CAIRO_FORMAT_ARGB32 image surfaces, transparent where nothing is drawn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "myo-body.h"
#include "myo-document.h"
#include "myo-palette.h"

G_BEGIN_DECLS

#define MYO_TYPE_DRAWINGS (myo_drawings_get_type ())
G_DECLARE_FINAL_TYPE (MyoDrawings, myo_drawings, MYO, DRAWINGS, GObject)

/** myo_drawings_new: the drawings compiled into the program; nothing is parsed before it is needed */
MyoDrawings *myo_drawings_new        (void);
/** myo_drawings_new_for_folder: drawings from @folder, for tests and for people who draw */
MyoDrawings *myo_drawings_new_for_folder (GFile *folder);

/** myo_drawings_check: parses all files and looks for every fault: files missing, not readable, too large (> 8 MiB), not well formed, with
 * faulty path data, without `outline` (skin), muscle or region, an id twice.  Takes a quarter of a second.
 * Returns: whether all is well; @error names the first */
gboolean     myo_drawings_check      (MyoDrawings *self, GError **error);

/** myo_drawings_list_faults: the same check.  Returns: (transfer full) (element-type GError): every fault, at most one for each file */
GPtrArray   *myo_drawings_list_faults (MyoDrawings *self);

/** myo_drawings_has: Returns: whether @layer of @view has an element @id */
gboolean     myo_drawings_has        (MyoDrawings *self, MyoView view, MyoLayer layer, const char *id);

/** myo_drawings_list_ids: Returns: (transfer none) (array zero-terminated=1): ids of the muscles (surface, deep) or regions
 * (regions) of a drawing in their order of painting */
const char * const *myo_drawings_list_ids (MyoDrawings *self, MyoView view, MyoLayer layer);

/** myo_drawings_get_bounds: the ink box in mm of element @id on @side (mirrored for the left in front and back; in side and sole
 * both sides give the same box, that of the drawing) */
gboolean     myo_drawings_get_bounds (MyoDrawings *self, MyoView view, MyoLayer layer, const char *id, MyoSide side, MyoRect *bounds);

/** myo_drawings_pick: what lies at @x, @y (mm).  Before the pick map of that drawing is built (myo_drawings_prepare_pick()) this builds it.
 * In front and back @x beyond the midline picks in the mirrored half; the caller knows the side from myo_view_side_at().
 * Returns: (transfer none) (nullable): the id of the muscle or region, interned in the drawing */
const char  *myo_drawings_pick       (MyoDrawings *self, MyoView view, MyoLayer layer, double x, double y);
/** myo_drawings_prepare_pick: builds that pick map; may be called from any thread */
gboolean     myo_drawings_prepare_pick (MyoDrawings *self, MyoView view, MyoLayer layer, GError **error);

/** myo_drawings_pick_inner: (regions only) the inner regions over the place, innermost first.
 * Returns: (transfer container): array of interned ids, maybe empty */
GPtrArray   *myo_drawings_pick_inner (MyoDrawings *self, MyoView view, double x, double y);

/** myo_drawings_snap_scale: Returns: the scale next to @scale (px per mm) at which the whole of @view is a whole number of pixels wide:
 * its halves then mirror pixel on pixel, and myo_drawings_render() paints only one */
double       myo_drawings_snap_scale (MyoView view, double scale);

/** myo_drawings_render: the picture of a drawing.
 * @scale: pixels per mm; @part: (nullable): the part of the view in mm, or all of it
 * Returns: (transfer full): ceil (part × scale) pixels; %NULL with @error.  May be called from any thread; for whole pictures */
cairo_surface_t *myo_drawings_render (MyoDrawings *self, MyoView view, MyoLayer layer, MyoPalette palette,
                                      double scale, const MyoRect *part, GCancellable *cancellable, GError **error);

/** myo_drawings_render_highlight: one muscle (or region) in the style of what is selected: lifted in lightness and with a double rim
 * (told apart by form, not by hue alone).  Only the right half's element is drawn; mirroring is the caller's.
 * @part: (out): the box in mm that the surface covers
 * Returns: (transfer full) (nullable): %NULL when the layer has no such element.  Takes about half a millisecond at 1 px/mm */
cairo_surface_t *myo_drawings_render_highlight (MyoDrawings *self, MyoView view, MyoLayer layer, MyoPalette palette,
                                                const char *id, double scale, MyoRect *part);

/** myo_drawings_render_highlight_within: the same, cut to the part @within (mm; %NULL: all of it): large muscles at a large scale.
 * The parts count in the right half's coordinates, as drawn */
cairo_surface_t *myo_drawings_render_highlight_within (MyoDrawings *self, MyoView view, MyoLayer layer, MyoPalette palette,
                                                       const char *id, double scale, const MyoRect *within, MyoRect *part);

/** myo_drawings_render_zones: zones of one view over each other (spillover below primary), clipped to the silhouette.  Primary is solid with a firm
 * edge, spillover stippled with a broken edge, so that they are told apart without colour.  Stipple size is in mm but at least 3 px.
 * @paints: (array length=n)
 * @part: (inout): in: the part of the view wanted in mm; out: the box of the surface, cut to what is painted
 * Returns: (transfer full) (nullable): %NULL when no zone has an area in @view */
cairo_surface_t *myo_drawings_render_zones (MyoDrawings *self, MyoView view, MyoPalette palette,
                                            const MyoZonePaint *paints, guint n, double scale, MyoRect *part, GError **error);

/** myo_drawings_zone_at: Returns: whether @zone (right half; or mirrored) has an area over @x, @y (mm) in @view */
gboolean     myo_drawings_zone_at    (MyoDrawings *self, const MyoZone *zone, gboolean mirrored, MyoView view, double x, double y);

/** myo_drawings_trim: gives free memory back to the system: pictures, parsed drawings and pick maps in the making leave large holes
 * behind, in the heap of every thread that worked on them.  Takes some milliseconds; any thread */
void         myo_drawings_trim       (void);

/** myo_drawings_rest: gives back the memory that only makes the next picture quicker; that one takes about a third longer.  Any thread */
void         myo_drawings_rest       (MyoDrawings *self);

/** myo_drawings_get_cost: for the benchmarks: bytes kept by parsed documents (estimate), pick maps and caches */
gsize        myo_drawings_get_cost   (MyoDrawings *self);

/** myo_drawings_get_document: Returns: (transfer none) (nullable): the drawing's text and its elements, read when first asked for */
const MyoDocument  *myo_drawings_get_document (MyoDrawings *self, MyoView view, MyoLayer layer, GError **error);
/** myo_drawings_get_outline: Returns: (transfer none) (nullable): the silhouette of the whole view, mm */
const cairo_path_t *myo_drawings_get_outline  (MyoDrawings *self, MyoView view, GError **error);

G_END_DECLS
