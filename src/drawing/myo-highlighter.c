/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-highlighter-private.h"

#include <math.h>
#include <stddef.h>

#include "myo-document-private.h"
#include "myo-drawing-style.h"
#include "myo-drawing-private.h"
#include "myo-path.h"
#include "myo-pixel-box.h"

/* Half the width (mm) of the widest line in a muscle. */
#define LINE_REACH .5

/* How far (px) a curve may be off when it is made straight lines: not to be seen, and a quarter faster than cairo's own value. */
#define TOLERANCE .2

/* --- Where it is --- */

/* For shapes that are no paths: librsvg knows, but takes longer. */
static gboolean
measure (const MyoDocument *document,
         const MyoElement  *element,
         MyoRect           *bounds)
{
  RsvgRectangle viewport = { 0 }, ink;
  gsize length;
  char *text = myo_document_slice (document, element, "", &length);
  g_autoptr (RsvgHandle) handle = myo_document_parse (document, text, length, NULL);

  myo_view_get_size (myo_document_get_view (document), &viewport.width, &viewport.height);
  if (handle == NULL || !rsvg_handle_get_geometry_for_layer (handle, NULL, &viewport, &ink, NULL, NULL))
    return FALSE;
  *bounds = (MyoRect) { ink.x, ink.y, ink.width, ink.height };
  return ink.width > 0 && ink.height > 0;
}

gboolean
myo_highlighter_get_bounds (const MyoDocument *document,
                            const MyoElement  *element,
                            MyoRect           *bounds)
{
  g_autoptr (cairo_t) cr = myo_path_new_scratch ();
  double x0, y0, x1, y1;

  if (!myo_document_append_path (document, element, cr, NULL) || !cairo_has_current_point (cr))
    return measure (document, element, bounds);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  if (!(x1 > x0 || y1 > y0))
    return FALSE;
  *bounds = (MyoRect) { x0 - LINE_REACH, y0 - LINE_REACH, x1 - x0 + 2 * LINE_REACH, y1 - y0 + 2 * LINE_REACH };
  return TRUE;
}

/* --- The picture --- */

/* How a class is drawn when it is selected; what has none of these classes (shading, fine lines) is left out. */
typedef struct
{
  const char *class;
  size_t      fill, stroke;  /* offset of the colour in MyoOverlayColors; NONE */
  double      opacity;       /* of the fill */
  double      width;         /* of the stroke, mm */
} Look;

#define NONE ((size_t) -1)
#define COLOR(name) offsetof (MyoOverlayColors, name)

/* The first that fits holds. */
static const Look looks[] = {
  { "belly", COLOR (belly), COLOR (edge), 1, .8 },
  { "cord", COLOR (tendon), COLOR (edge), 1, .35 },
  { "soft", COLOR (tendon), NONE, .45, 0 },
  { "tendon", COLOR (tendon), NONE, 1, 0 },
  { "raphe", NONE, COLOR (tendon), 1, .9 },
  { "fibre", NONE, COLOR (fibre), 1, .45 },
  { "region", COLOR (region), COLOR (edge), 1, .6 },
};

static void
set_color (cairo_t                *cr,
           const MyoOverlayColors *colors,
           size_t                  which,
           double                  opacity)
{
  const MyoColor *color = (const MyoColor *) (gconstpointer) ((const char *) colors + which);

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * opacity);
}

static void
draw_look (cairo_t                *cr,
           const MyoOverlayColors *colors,
           const Look             *look)
{
  if (look->fill != NONE)
    {
      set_color (cr, colors, look->fill, look->opacity);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
      cairo_fill_preserve (cr);
    }
  if (look->stroke != NONE)
    {
      set_color (cr, colors, look->stroke, 1);
      /* Fibres are thin, translucent and many: the coarser edge is not to be seen and saves a third of the time. */
      cairo_set_antialias (cr, look->fill == NONE ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
      cairo_set_line_width (cr, look->width);
      cairo_stroke_preserve (cr);
    }
}

static gboolean
draw_path (const MyoSvgTag   *tag,
           const MyoSvgSpan  *d,
           cairo_t           *cr,
           gpointer           user_data,
           GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (myo_svg_tag_has_class (tag, looks[i].class))
      {
        cairo_new_path (cr);
        if (!myo_path_append (cr, d->start, (gssize) d->length, error))
          return FALSE;
        draw_look (cr, user_data, &looks[i]);
        return TRUE;
      }
  return TRUE;
}

/* A fault in the path data leaves the muscle as it is up to there. */
static cairo_surface_t *
draw_element (const MyoDocument *document,
              const MyoElement  *element,
              MyoPalette         palette,
              double             scale,
              const MyoPixelBox *box)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box->width, box->height);
  g_autoptr (cairo_t) cr = cairo_create (surface);

  cairo_translate (cr, -box->x, -box->y);
  cairo_scale (cr, scale, scale);
  cairo_set_tolerance (cr, TOLERANCE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  myo_document_foreach_path (document, element, cr, draw_path, (gpointer) myo_drawing_style_get_overlay (palette), NULL);
  return surface;
}

/* What the element covers; what shines through (tendons) counts as covered. */
static cairo_surface_t *
get_cover (cairo_surface_t *picture)
{
  cairo_surface_t *cover = cairo_image_surface_create (CAIRO_FORMAT_A8, cairo_image_surface_get_width (picture),
                                                       cairo_image_surface_get_height (picture));
  g_autoptr (cairo_t) cr = cairo_create (cover);

  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  cairo_paint (cr);
  cairo_paint (cr);
  return cover;
}

/* Adds to @mask everything within @radius pixels of what @cover covers. */
static void
grow (cairo_surface_t *mask,
      cairo_surface_t *cover,
      double           radius)
{
  g_autoptr (cairo_t) cr = cairo_create (mask);

  cairo_set_operator (cr, CAIRO_OPERATOR_ADD);
  for (int i = 0; i < 16; i++)
    {
      double angle = i * G_PI / 8;

      cairo_set_source_surface (cr, cover, round (radius * cos (angle)), round (radius * sin (angle)));
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_paint (cr);
    }
}

static void
draw_rim (cairo_t         *cr,
          cairo_surface_t *cover,
          double           radius,
          const MyoColor  *color)
{
  g_autoptr (cairo_surface_t) mask = cairo_image_surface_create (CAIRO_FORMAT_A8, cairo_image_surface_get_width (cover),
                                                                 cairo_image_surface_get_height (cover));

  /* Twice, so that nothing thinner than the rim leaves a hole between itself and the ring around it. */
  grow (mask, cover, radius);
  if (radius > 2)
    grow (mask, cover, radius / 2);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
  cairo_mask_surface (cr, mask, 0, 0);
}

static void
draw_rims (cairo_t         *cr,
           cairo_surface_t *picture,
           MyoPalette       palette,
           double           rim)
{
  const MyoOverlayColors *colors = myo_drawing_style_get_overlay (palette);
  g_autoptr (cairo_surface_t) cover = get_cover (picture);

  draw_rim (cr, cover, 2 * rim, &colors->outer_rim);
  draw_rim (cr, cover, rim, &colors->inner_rim);
  cairo_set_operator (cr, CAIRO_OPERATOR_DEST_OUT);
  cairo_mask_surface (cr, cover, 0, 0);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

/* The width of one rim, pixels: about as wide as the gap between muscles, but always seen and never clumsy. */
static double
get_rim (double scale)
{
  return CLAMP (scale, 1.5, 3.0);
}

cairo_surface_t *
myo_highlighter_render (const MyoDocument *document,
                        const MyoElement  *element,
                        const MyoRect     *bounds,
                        MyoPalette         palette,
                        double             scale,
                        const MyoRect     *within,
                        MyoRect           *part)
{
  g_autoptr (cairo_surface_t) picture = NULL;
  g_autoptr (cairo_surface_t) surface = NULL;
  g_autoptr (cairo_t) cr = NULL;
  double rim = get_rim (scale);
  MyoPixelBox box;

  if (!myo_pixel_box_init (&box, bounds, scale, ceil (2 * rim) + 1, within))
    return NULL;
  picture = draw_element (document, element, palette, scale, &box);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, box.width, box.height);
  cr = cairo_create (surface);
  draw_rims (cr, picture, palette, rim);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_paint (cr);
  cairo_surface_flush (surface);
  myo_pixel_box_get_rect (&box, scale, part);
  return g_steal_pointer (&surface);
}
