/* Painted pixels as what GTK draws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** myo_map_texture_new: @surface is taken.  Returns: (transfer full): a texture of the same pixels, not copied; any thread */
GdkTexture *myo_map_texture_new    (cairo_surface_t *surface);

/** myo_map_texture_append: @texture: of myo_map_texture_new().  @as_surface: GTK's cairo renderer, used where there is no GL, converts
 * every texture pixel by pixel in every frame; a surface it just draws */
void        myo_map_texture_append (GdkTexture *texture, GtkSnapshot *snapshot, const graphene_rect_t *at, gboolean as_surface);

G_END_DECLS
