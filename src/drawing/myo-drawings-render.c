/* Pictures of the drawings: whole ones, highlights, zones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-drawings-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "myo-drawing-private.h"
#include "myo-error.h"
#include "myo-highlighter-private.h"
#include "myo-path.h"
#include "myo-zone-painter-private.h"

/* --- Pictures --- */

double
myo_drawings_snap_scale (MyoView view,
                         double  scale)
{
  double width, height;

  myo_view_get_size (view, &width, &height);
  return MAX (floor (width * scale + .5), 1) / width;
}

cairo_surface_t *
myo_drawings_render (MyoDrawings    *self,
                     MyoView         view,
                     MyoLayer        layer,
                     MyoPalette      palette,
                     double          scale,
                     const MyoRect  *part,
                     GCancellable   *cancellable,
                     GError        **error)
{
  const MyoDocument *document;
  MyoRect whole = { 0 };

  g_return_val_if_fail (MYO_IS_DRAWINGS (self) && scale > 0, NULL);

  document = myo_drawings_get_document (self, view, layer, error);
  if (document == NULL)
    return NULL;
  myo_view_get_size (view, &whole.width, &whole.height);
  return myo_base_renderer_render (self->base, document, palette, scale, part != NULL ? part : &whole, cancellable, error);
}

cairo_surface_t *
myo_drawings_render_highlight (MyoDrawings *self,
                               MyoView      view,
                               MyoLayer     layer,
                               MyoPalette   palette,
                               const char  *id,
                               double       scale,
                               MyoRect     *part)
{
  return myo_drawings_render_highlight_within (self, view, layer, palette, id, scale, NULL, part);
}

cairo_surface_t *
myo_drawings_render_highlight_within (MyoDrawings   *self,
                                      MyoView        view,
                                      MyoLayer       layer,
                                      MyoPalette     palette,
                                      const char    *id,
                                      double         scale,
                                      const MyoRect *within,
                                      MyoRect       *part)
{
  const MyoElement *element;
  MyoRect bounds;

  g_return_val_if_fail (MYO_IS_DRAWINGS (self) && id != NULL && scale > 0 && part != NULL, NULL);

  element = myo_drawings_find (self, view, layer, id);
  if (element == NULL || !myo_drawings_measure (self, self->slots[view][layer].document, layer, element, &bounds))
    return NULL;
  return myo_highlighter_render (self->slots[view][layer].document, element, &bounds, palette, scale, within, part);
}

/* --- Zones --- */

/* Both halves of the silhouette as one path. */
static cairo_path_t *
trace_outline (MyoDrawings  *self,
               MyoView       view,
               GError      **error)
{
  const MyoDocument *document = myo_drawings_get_document (self, view, MYO_LAYER_SKIN, error);
  const MyoElement *element = document != NULL ? myo_document_find (document, "outline") : NULL;
  g_autoptr (cairo_t) cr = myo_path_new_scratch ();
  double width, height;

  if (document == NULL)
    return NULL;
  if (element == NULL)
    {
      myo_document_set_fault (error, MYO_ERROR_DRAWING, myo_document_get_name (document),
                              _("it has no element “outline”"));
      return NULL;
    }
  if (!myo_document_append_path (document, element, cr, error))
    return NULL;
  myo_view_get_size (view, &width, &height);
  if (myo_view_is_mirrored (view))
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
      if (!myo_document_append_path (document, element, cr, error))
        return NULL;
    }
  cairo_identity_matrix (cr);
  return cairo_copy_path (cr);
}

const cairo_path_t *
myo_drawings_get_outline (MyoDrawings  *self,
                          MyoView       view,
                          GError      **error)
{
  cairo_path_t *traced;

  if (g_atomic_pointer_get (&self->outlines[view]) != NULL)
    return self->outlines[view];
  traced = trace_outline (self, view, error);
  /* Two threads may have traced it at once: the first one's stays. */
  if (traced != NULL && !g_atomic_pointer_compare_and_exchange (&self->outlines[view], NULL, traced))
    cairo_path_destroy (traced);
  return self->outlines[view];
}

cairo_surface_t *
myo_drawings_render_zones (MyoDrawings         *self,
                           MyoView              view,
                           MyoPalette           palette,
                           const MyoZonePaint  *paints,
                           guint                n,
                           double               scale,
                           MyoRect             *part,
                           GError             **error)
{
  const cairo_path_t *outline;

  g_return_val_if_fail (MYO_IS_DRAWINGS (self) && scale > 0 && part != NULL, NULL);

  outline = myo_drawings_get_outline (self, view, error);
  return outline != NULL ? myo_zone_painter_render (outline, view, palette, paints, n, scale, part, error) : NULL;
}

gboolean
myo_drawings_zone_at (MyoDrawings   *self,
                      const MyoZone *zone,
                      gboolean       mirrored,
                      MyoView        view,
                      double         x,
                      double         y)
{
  g_return_val_if_fail (MYO_IS_DRAWINGS (self) && zone != NULL, FALSE);

  return myo_zone_painter_hit (zone, mirrored, view, x, y);
}
