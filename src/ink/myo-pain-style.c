/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-style.h"

#include <math.h>

#include "myo-cairo.h"

/* mm on the body */
#define TILE_MM 5.0

#define RGB(hex) { ((hex) >> 16 & 0xff) / 255.0, ((hex) >> 8 & 0xff) / 255.0, ((hex) & 0xff) / 255.0, 1 }

/* The deep hue of the lines, and the clear one of the ground. */
typedef struct
{
  MyoColor line, ground;
} Hue;

static const Hue hues[MYO_N_PALETTES][MYO_N_QUALITIES] = {
  [MYO_PALETTE_LIGHT] = {
    [MYO_QUALITY_ACHE] = { RGB (0x1b4596), RGB (0x3f7fdd) },
    [MYO_QUALITY_SHARP] = { RGB (0x9c0f3c), RGB (0xdf3d6b) },
    [MYO_QUALITY_BURNING] = { RGB (0xad3e00), RGB (0xff8420) },
    [MYO_QUALITY_PRESSING] = { RGB (0x4d4200), RGB (0xb9a100) },
    [MYO_QUALITY_TINGLING] = { RGB (0x00685a), RGB (0x14b896) },
    [MYO_QUALITY_NUMB] = { RGB (0x343d4b), RGB (0x7d8da6) } },
  [MYO_PALETTE_DARK] = {
    [MYO_QUALITY_ACHE] = { RGB (0xb5d2ff), RGB (0x3f7de0) },
    [MYO_QUALITY_SHARP] = { RGB (0xffbccb), RGB (0xe0305f) },
    [MYO_QUALITY_BURNING] = { RGB (0xffc488), RGB (0xe87000) },
    [MYO_QUALITY_PRESSING] = { RGB (0xf2e388), RGB (0xa89000) },
    [MYO_QUALITY_TINGLING] = { RGB (0x96f0d8), RGB (0x009c80) },
    [MYO_QUALITY_NUMB] = { RGB (0xe6ebf2), RGB (0x7d8da6) } },
  [MYO_PALETTE_HIGH_CONTRAST] = {
    [MYO_QUALITY_ACHE] = { RGB (0x002a80), RGB (0x5c9cff) },
    [MYO_QUALITY_SHARP] = { RGB (0x7a0028), RGB (0xff5c88) },
    [MYO_QUALITY_BURNING] = { RGB (0x7f2900), RGB (0xff9030) },
    [MYO_QUALITY_PRESSING] = { RGB (0x332b00), RGB (0xd6bc00) },
    [MYO_QUALITY_TINGLING] = { RGB (0x00453b), RGB (0x1fd0aa) },
    [MYO_QUALITY_NUMB] = { RGB (0x14181f), RGB (0x93a2b8) } },
  [MYO_PALETTE_HIGH_CONTRAST_DARK] = {
    [MYO_QUALITY_ACHE] = { RGB (0xbcd7ff), RGB (0x2f6ad0) },
    [MYO_QUALITY_SHARP] = { RGB (0xffc2d0), RGB (0xd4204f) },
    [MYO_QUALITY_BURNING] = { RGB (0xffcb96), RGB (0xd06000) },
    [MYO_QUALITY_PRESSING] = { RGB (0xfff0a0), RGB (0x8c7800) },
    [MYO_QUALITY_TINGLING] = { RGB (0xa6fae4), RGB (0x008a70) },
    [MYO_QUALITY_NUMB] = { RGB (0xffffff), RGB (0x6c7a90) } },
};

/* As the style sheets fill it. */
static const MyoColor skins[MYO_N_PALETTES] = {
  [MYO_PALETTE_LIGHT] = RGB (0xecd8c8),
  [MYO_PALETTE_DARK] = RGB (0x66564d),
  [MYO_PALETTE_HIGH_CONTRAST] = RGB (0xffffff),
  [MYO_PALETTE_HIGH_CONTRAST_DARK] = RGB (0x000000),
};

const MyoColor *
myo_pain_style_get_skin (MyoPalette palette)
{
  g_return_val_if_fail (palette < MYO_N_PALETTES, NULL);

  return &skins[palette];
}

/* How much of the ground is skin: hair, brows and lips beneath it come nearer to the skin that the lines stand out from. */
static const double veils[MYO_N_PALETTES] = {
  [MYO_PALETTE_LIGHT] = .35, [MYO_PALETTE_DARK] = .30, [MYO_PALETTE_HIGH_CONTRAST] = .75, [MYO_PALETTE_HIGH_CONTRAST_DARK] = .75,
};

/* @color with @alpha over the veil. */
static MyoColor
lay_over_veil (MyoPalette      palette,
               const MyoColor *color,
               double          alpha)
{
  const MyoColor *skin = &skins[palette];
  double veil = veils[palette] * (1 - alpha), all = alpha + veil;

  return (MyoColor) { (color->red * alpha + skin->red * veil) / all, (color->green * alpha + skin->green * veil) / all,
                      (color->blue * alpha + skin->blue * veil) / all, all };
}

MyoPainLook
myo_pain_style_get_look (MyoPalette palette,
                         MyoQuality quality,
                         int        intensity)
{
  double strength = (CLAMP (intensity, 1, 10) - 1) / 9.0;
  const Hue *hue;
  MyoPainLook look;

  g_return_val_if_fail (palette < MYO_N_PALETTES && quality < MYO_N_QUALITIES, (MyoPainLook) { 0 });

  hue = &hues[palette][quality];
  look = (MyoPainLook) { lay_over_veil (palette, &hue->ground, .09 + .55 * strength), hue->line, .70 + .75 * strength };
  look.line.alpha = MIN (.50 + 1.25 * strength, 1);
  return look;
}

double
myo_pain_style_get_tile_size (double scale,
                              double finest)
{
  return MAX (TILE_MM * scale, finest);
}

/* --- Textures ---
 *
 * A tile is `width` × `height`, its pieces stand in two rows, the lower one moved by half a width.  Each draws what
 * repeats; drawn once more on every side of the tile it meets itself. */

typedef struct
{
  cairo_t *cr;
  double   width, height;
  double   weight;
} Tile;

typedef void (*DrawTexture) (const Tile *tile, double x, double y);

/* One period: up and down again, with a handle of half the way so that it swings softly. */
static void
draw_wave (const Tile *tile,
           double      x,
           double      y)
{
  double w = tile->width, rise = tile->height * .17;

  cairo_move_to (tile->cr, x, y);
  cairo_curve_to (tile->cr, x + w * .18, y - rise, x + w * .32, y - rise, x + w * .5, y);
  cairo_curve_to (tile->cr, x + w * .68, y + rise, x + w * .82, y + rise, x + w, y);
  cairo_set_line_width (tile->cr, w * .14 * tile->weight);
  cairo_stroke (tile->cr);
}

static void
draw_slant (const Tile *tile,
            double      x,
            double      y)
{
  double w = tile->width, h = tile->height;

  cairo_move_to (tile->cr, x - w, y + h);
  cairo_line_to (tile->cr, x + w, y - h);
  cairo_set_line_width (tile->cr, w * .15 * tile->weight);
  cairo_stroke (tile->cr);
}

static void
draw_cross (const Tile *tile,
            double      x,
            double      y)
{
  double arm = tile->width * .25;

  cairo_move_to (tile->cr, x - arm, y - arm);
  cairo_line_to (tile->cr, x + arm, y + arm);
  cairo_move_to (tile->cr, x - arm, y + arm);
  cairo_line_to (tile->cr, x + arm, y - arm);
  cairo_set_line_width (tile->cr, tile->width * .14 * tile->weight);
  cairo_stroke (tile->cr);
}

static void
draw_square (const Tile *tile,
             double      x,
             double      y)
{
  double side = tile->width * .48;

  cairo_rectangle (tile->cr, x - side / 2, y - side / 2, side, side);
  cairo_set_line_width (tile->cr, tile->width * .125 * tile->weight);
  cairo_stroke (tile->cr);
}

static void
draw_dot (const Tile *tile,
          double      x,
          double      y)
{
  cairo_arc (tile->cr, x, y, tile->width * .20 * (.5 + tile->weight / 2), 0, 2 * G_PI);
  cairo_fill (tile->cr);
}

static void
draw_dash (const Tile *tile,
           double      x,
           double      y)
{
  double half = tile->width * .29;

  cairo_move_to (tile->cr, x - half, y);
  cairo_line_to (tile->cr, x + half, y);
  cairo_set_line_width (tile->cr, tile->width * .16 * tile->weight);
  cairo_stroke (tile->cr);
}

static const struct
{
  DrawTexture     draw;
  gboolean        rows;            /* pieces that stand in two rows */
  double          height;          /* of the tile, in widths */
  double          width;           /* of the tile, in sizes */
  cairo_line_cap_t cap;
} textures[MYO_N_QUALITIES] = {
  [MYO_QUALITY_ACHE] = { draw_wave, FALSE, .60, 1.6, CAIRO_LINE_CAP_BUTT },
  [MYO_QUALITY_SHARP] = { draw_slant, FALSE, 1.25, .9, CAIRO_LINE_CAP_BUTT },
  [MYO_QUALITY_BURNING] = { draw_cross, TRUE, 1.8, 1, CAIRO_LINE_CAP_ROUND },
  [MYO_QUALITY_PRESSING] = { draw_square, TRUE, 1.9, 1.1, CAIRO_LINE_CAP_BUTT },
  [MYO_QUALITY_TINGLING] = { draw_dot, TRUE, 1.73, .9, CAIRO_LINE_CAP_BUTT },
  [MYO_QUALITY_NUMB] = { draw_dash, TRUE, 1.2, 1.2, CAIRO_LINE_CAP_BUTT },
};

/* One tile with its corner at x, y: pieces that begin in it. */
static void
draw_pieces (const Tile *tile,
             MyoQuality  quality,
             double      x,
             double      y)
{
  if (!textures[quality].rows)
    {
      textures[quality].draw (tile, x, y + tile->height / 2);
      return;
    }
  textures[quality].draw (tile, x + tile->width * .25, y + tile->height * .25);
  textures[quality].draw (tile, x + tile->width * .75, y + tile->height * .75);
}

static void
set_color (cairo_t        *cr,
           const MyoColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
draw_texture (const Tile *tile,
              MyoQuality  quality,
              int         columns,
              int         rows)
{
  cairo_set_line_cap (tile->cr, textures[quality].cap);
  for (int row = -1; row <= rows; row++)
    for (int column = -1; column <= columns; column++)
      draw_pieces (tile, quality, column * tile->width, row * tile->height);
}

cairo_surface_t *
myo_pain_style_create_tile (MyoPalette palette,
                            MyoQuality quality,
                            int        intensity,
                            double     size)
{
  MyoPainLook look = myo_pain_style_get_look (palette, quality, intensity);
  double across = size * textures[quality].width;
  int width = MAX ((int) round (across), 2), height = MAX ((int) round (across * textures[quality].height), 2);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (cairo_t) cr = cairo_create (surface);
  Tile tile = { cr, width, height, look.weight };

  set_color (cr, &look.ground);
  cairo_paint (cr);
  /* Pieces may touch: they are put together before they become translucent. */
  cairo_push_group (cr);
  cairo_set_source_rgb (cr, look.line.red, look.line.green, look.line.blue);
  draw_texture (&tile, quality, 1, 1);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, look.line.alpha);
  cairo_surface_flush (surface);
  return surface;
}

/* What @color looks like over @under. */
static MyoColor
lay_over (const MyoColor *under,
          const MyoColor *color)
{
  double rest = 1 - color->alpha;

  return (MyoColor) { under->red * rest + color->red * color->alpha, under->green * rest + color->green * color->alpha,
                      under->blue * rest + color->blue * color->alpha, 1 };
}

void
myo_pain_style_fill (cairo_t    *cr,
                     MyoPalette  palette,
                     MyoQuality  quality,
                     int         intensity,
                     double      size,
                     double      width,
                     double      height)
{
  MyoPainLook look = myo_pain_style_get_look (palette, quality, intensity);
  double across = size * textures[quality].width;
  Tile tile = { cr, across, across * textures[quality].height, look.weight };
  MyoColor ground = lay_over (&skins[palette], &look.ground), line = lay_over (&ground, &look.line);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  set_color (cr, &ground);
  cairo_paint (cr);
  set_color (cr, &line);
  draw_texture (&tile, quality, (int) ceil (width / tile.width), (int) ceil (height / tile.height));
  cairo_restore (cr);
}
