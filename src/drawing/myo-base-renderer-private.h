/* Whole pictures: one drawing in one palette, any part of it at any scale.
 *
 * Only the right half is parsed.  In front and back it is drawn twice, the second time mirrored and in a thread of its own
 * with a handle of its own: a whole view costs the time of half a one where there are two processors, and a part that lies in
 * one half costs nothing for the other.
 *
 * The handles of the last four drawings are kept, because the next picture is nearly always one of the figures on show; a parsed drawing
 * takes about eight times the memory of its text, so no more than that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "myo-document.h"
#include "myo-palette.h"

G_BEGIN_DECLS

typedef struct _MyoBaseRenderer MyoBaseRenderer;

/** myo_base_renderer_new: Returns: (transfer full): with nothing parsed */
MyoBaseRenderer *myo_base_renderer_new      (void);

/** myo_base_renderer_free: when no picture is under way */
void             myo_base_renderer_free     (MyoBaseRenderer *self);

/** myo_base_renderer_render: see myo_drawings_render().  Any thread; one picture at a time, others wait */
cairo_surface_t *myo_base_renderer_render   (MyoBaseRenderer *self, const MyoDocument *document, MyoPalette palette,
                                             double scale, const MyoRect *part, GCancellable *cancellable, GError **error);

/** myo_base_renderer_forget: frees the parsed drawings; the next picture parses its own anew.  Any thread */
void             myo_base_renderer_forget   (MyoBaseRenderer *self);

/** myo_base_renderer_get_size: Returns: about how many bytes the parsed drawings take */
gsize            myo_base_renderer_get_size (MyoBaseRenderer *self);

G_END_DECLS
