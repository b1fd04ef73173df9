/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-sheet.h"

#include "myo-cairo.h"
#include "myo-pain-layer.h"
#include "myo-pain-page-private.h"
#include "myo-pain-style.h"

/* A wave, cross or dot on paper, points, and never finer than this many pixels */
#define TEXTURE_SIZE   3.7
#define TEXTURE_PIXELS 5.0

#define KEY_INTENSITY 7

static const MyoColor ink = { .11, .11, .13, 1 }, pale_ink = { .36, .36, .39, 1 }, rule_ink = { .78, .78, .80, 1 };

/* --- Text --- */

static void
set_color (cairo_t        *cr,
           const MyoColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
draw_texts (cairo_t        *cr,
            const GArray   *texts,
            const MyoColor *color)
{
  set_color (cr, color);
  for (guint i = 0; i < texts->len; i++)
    {
      const MyoPainPageText *text = &g_array_index (texts, MyoPainPageText, i);

      cairo_move_to (cr, text->x, text->y);
      pango_cairo_show_layout (cr, text->layout);
    }
}

static void
draw_heading (cairo_t           *cr,
              const MyoPainPage *page)
{
  draw_texts (cr, page->heading, &ink);
  if (page->rule < 0)
    return;
  set_color (cr, &rule_ink);
  cairo_set_line_width (cr, .7);
  cairo_move_to (cr, MYO_PAIN_PAGE_MARGIN, page->rule);
  cairo_line_to (cr, page->width - MYO_PAIN_PAGE_MARGIN, page->rule);
  cairo_stroke (cr);
}

static void
draw_swatch (cairo_t               *cr,
             const MyoPainPageText *text)
{
  int width, height;
  double y;

  pango_layout_get_size (text->layout, &width, &height);
  y = text->y + (height / (double) PANGO_SCALE - MYO_PAIN_PAGE_SWATCH_HEIGHT) / 2;
  cairo_save (cr);
  cairo_translate (cr, text->x - MYO_PAIN_PAGE_SWATCH_GAP - MYO_PAIN_PAGE_SWATCH_WIDTH, y);
  myo_pain_style_fill (cr, MYO_PALETTE_LIGHT, text->quality, KEY_INTENSITY, TEXTURE_SIZE, MYO_PAIN_PAGE_SWATCH_WIDTH,
                       MYO_PAIN_PAGE_SWATCH_HEIGHT);
  cairo_rectangle (cr, 0, 0, MYO_PAIN_PAGE_SWATCH_WIDTH, MYO_PAIN_PAGE_SWATCH_HEIGHT);
  set_color (cr, &pale_ink);
  cairo_set_line_width (cr, .5);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_key (cairo_t           *cr,
          const MyoPainPage *page)
{
  for (guint i = 0; i < page->key->len; i++)
    draw_swatch (cr, &g_array_index (page->key, MyoPainPageText, i));
  draw_texts (cr, page->key, &ink);
}

/* --- Figures --- */

/* The body with what is painted on it.  @scale: pixels per mm; @fineness: pixels per point */
static cairo_surface_t *
paint_figure (const MyoPainSheet  *self,
              const MyoFigure     *figure,
              double               scale,
              double               fineness,
              MyoRect             *part,
              GError             **error)
{
  g_autoptr (MyoPainLayer) layer = myo_pain_layer_new (self->drawings, self->grid, figure->view, figure->side, MYO_PALETTE_LIGHT,
                                                       scale, &figure->crop);
  cairo_surface_t *picture;
  g_autoptr (cairo_t) cr = NULL;

  *part = *myo_pain_layer_get_part (layer);
  picture = myo_drawings_render (self->drawings, figure->view, MYO_LAYER_SKIN, MYO_PALETTE_LIGHT, scale, part, NULL, error);
  if (picture == NULL)
    return NULL;
  myo_pain_layer_set_finest (layer, MAX (TEXTURE_SIZE * fineness, TEXTURE_PIXELS));
  if (self->strokes != NULL)
    myo_pain_layer_paint_all (layer, self->strokes);
  cr = cairo_create (picture);
  cairo_set_source_surface (cr, myo_pain_layer_get_surface (layer), 0, 0);
  cairo_paint (cr);
  return picture;
}

static void
place_picture (cairo_t                 *cr,
               const MyoPainPageFigure *at,
               cairo_surface_t         *picture,
               const MyoRect           *part,
               double                   scale)
{
  const MyoFigure *figure = at->figure;

  cairo_save (cr);
  cairo_translate (cr, at->x, at->y);
  cairo_scale (cr, at->scale, at->scale);
  if (figure->flipped)
    {
      cairo_translate (cr, figure->crop.width, 0);
      cairo_scale (cr, -1, 1);
    }
  cairo_translate (cr, part->x - figure->crop.x, part->y - figure->crop.y);
  cairo_scale (cr, 1 / scale, 1 / scale);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_paint (cr);
  cairo_restore (cr);
}

static gboolean
draw_figure (const MyoPainSheet       *self,
             cairo_t                  *cr,
             const MyoPainPageFigure  *at,
             double                    fineness,
             GError                  **error)
{
  double scale = myo_drawings_snap_scale (at->figure->view, at->scale * fineness);
  g_autoptr (cairo_surface_t) picture = NULL;
  MyoRect part;

  picture = paint_figure (self, at->figure, scale, fineness, &part, error);
  if (picture == NULL)
    return FALSE;
  place_picture (cr, at, picture, &part, scale);
  return TRUE;
}

/* --- The sheet --- */

gboolean
myo_pain_sheet_draw (const MyoPainSheet  *self,
                     cairo_t             *cr,
                     double               width,
                     double               height,
                     double               pixels_per_unit,
                     GError             **error)
{
  g_autoptr (MyoPainPage) page = NULL;
  gboolean drawn = TRUE;

  g_return_val_if_fail (MYO_IS_DRAWINGS (self->drawings) && width > 0 && height > 0 && pixels_per_unit > 0, FALSE);

  page = myo_pain_page_new (self, width, height);
  cairo_save (cr);
  cairo_scale (cr, page->unit, page->unit);
  for (guint i = 0; i < MYO_N_FIGURES && drawn; i++)
    drawn = draw_figure (self, cr, &page->figures[i], page->unit * pixels_per_unit, error);
  draw_heading (cr, page);
  draw_texts (cr, page->captions, &pale_ink);
  draw_texts (cr, page->sides, &ink);
  draw_key (cr, page);
  draw_texts (cr, page->text, &ink);
  cairo_restore (cr);
  return drawn;
}

void
myo_pain_sheet_get_figure (const MyoPainSheet *self,
                           double              width,
                           double              height,
                           guint               i,
                           double             *x0,
                           double             *y0,
                           double             *scale,
                           gboolean           *flipped)
{
  g_autoptr (MyoPainPage) page = myo_pain_page_new (self, width, height);
  const MyoPainPageFigure *at = &page->figures[i];
  const MyoRect *crop = &at->figure->crop;

  g_return_if_fail (i < MYO_N_FIGURES);

  *scale = at->scale * page->unit;
  *flipped = at->figure->flipped;
  *y0 = at->y * page->unit - crop->y * *scale;
  *x0 = at->x * page->unit + (*flipped ? crop->x + crop->width : -crop->x) * *scale;
}
