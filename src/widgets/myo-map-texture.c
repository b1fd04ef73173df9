/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-texture.h"

static GQuark
surface_quark (void)
{
  return g_quark_from_static_string ("myo-surface");
}

GdkTexture *
myo_map_texture_new (cairo_surface_t *surface)
{
  GdkTexture *texture;
  int stride = cairo_image_surface_get_stride (surface);
  int height = cairo_image_surface_get_height (surface);
  g_autoptr(GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize) stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  texture = gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
  /* Lives as long as the bytes, hence as long as the texture. */
  g_object_set_qdata (G_OBJECT (texture), surface_quark (), surface);

  return texture;
}

static void
append_surface (GdkTexture            *texture,
                GtkSnapshot           *snapshot,
                const graphene_rect_t *at)
{
  int width = gdk_texture_get_width (texture), height = gdk_texture_get_height (texture);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, at);

  cairo_translate (cr, at->origin.x, at->origin.y);
  cairo_scale (cr, at->size.width / width, at->size.height / height);
  cairo_set_source_surface (cr, g_object_get_qdata (G_OBJECT (texture), surface_quark ()), 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_fill (cr);
  cairo_destroy (cr);
}

void
myo_map_texture_append (GdkTexture            *texture,
                        GtkSnapshot           *snapshot,
                        const graphene_rect_t *at,
                        gboolean               as_surface)
{
  if (as_surface)
    append_surface (texture, snapshot, at);
  else
    gtk_snapshot_append_texture (snapshot, texture, at);
}
