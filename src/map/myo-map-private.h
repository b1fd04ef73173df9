/* What the files of this folder share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <librsvg/rsvg.h>

G_BEGIN_DECLS

/* Neither cairo nor librsvg defines its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_pattern_t, cairo_pattern_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RsvgHandle, g_object_unref)

/** MYO_DRAWING_MAX_BYTES: a file that is larger is no drawing of ours and is not parsed */
#define MYO_DRAWING_MAX_BYTES (8u << 20)

G_END_DECLS
