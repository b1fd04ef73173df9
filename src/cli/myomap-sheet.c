/* myomap-sheet OUT.png|OUT.pdf: all drawings on one sheet, for those who draw them: every view and layer, light and dark, as the
 * program itself shows them.  It is no part of what is installed; build-aux/contact-sheet calls it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <math.h>

#include "myo-drawings.h"

/* Lengths of the sheet are mm of the body. */
#define MARGIN 60.0
#define CAPTION_HEIGHT 110.0
#define CAPTION_SIZE 40.0

/* Soles are small beside a whole body. */
#define SOLE_MAGNIFICATION 2.5

#define PNG_SCALE .75       /* px for each mm */
#define PDF_SCALE .25       /* pt for each mm */
#define PDF_SHARPNESS 5.0   /* pixels in the body's picture for each point of the paper, which may be enlarged */

typedef struct
{
  MyoDrawings *drawings;
  cairo_t     *cr;           /* in mm of the body */
  double       sharpness;    /* pixels for each mm */
} Sheet;

static const MyoPalette palettes[] = { MYO_PALETTE_LIGHT, MYO_PALETTE_DARK };
static const char * const palette_names[] = { "light", "dark" };
static const double grounds[] = { .98, .14 }, inks[] = { .15, .85 };

static double
get_magnification (MyoView view)
{
  return view == MYO_VIEW_SOLE ? SOLE_MAGNIFICATION : 1;
}

static double
get_panel_width (void)
{
  double width = MARGIN;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      double view_width, view_height;

      myo_view_get_size (view, &view_width, &view_height);
      width += view_width * get_magnification (view) + MARGIN;
    }
  return width;
}

static double
get_panel_height (void)
{
  return CAPTION_HEIGHT + MYO_BODY_HEIGHT + MARGIN;
}

/* --- One drawing --- */

static void
paint_caption (const Sheet *sheet,
               MyoView      view,
               MyoLayer     layer,
               guint        panel)
{
  g_autofree char *caption = g_strdup_printf ("%s-%s, %s", myo_view_get_nick (view), myo_layer_get_nick (layer), palette_names[panel]);

  cairo_set_source_rgb (sheet->cr, inks[panel], inks[panel], inks[panel]);
  cairo_set_font_size (sheet->cr, CAPTION_SIZE);
  cairo_move_to (sheet->cr, 0, -CAPTION_HEIGHT / 3);
  cairo_show_text (sheet->cr, caption);
}

/* The drawing with its corner at the origin. */
static gboolean
paint_drawing (const Sheet  *sheet,
               MyoView       view,
               MyoLayer      layer,
               guint         panel,
               GError      **error)
{
  double scale = sheet->sharpness * get_magnification (view);
  cairo_surface_t *picture = myo_drawings_render (sheet->drawings, view, layer, palettes[panel], scale, NULL, NULL, error);

  if (picture == NULL)
    return FALSE;
  cairo_save (sheet->cr);
  cairo_scale (sheet->cr, 1 / sheet->sharpness, 1 / sheet->sharpness);
  cairo_set_source_surface (sheet->cr, picture, 0, 0);
  cairo_paint (sheet->cr);
  cairo_restore (sheet->cr);
  cairo_surface_destroy (picture);
  return TRUE;
}

/* --- The sheet --- */

/* One layer from all views in one palette. */
static gboolean
paint_panel (const Sheet  *sheet,
             MyoLayer      layer,
             guint         panel,
             GError      **error)
{
  gboolean painted = TRUE;

  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, get_panel_width () * panel, get_panel_height () * (int) layer);
  cairo_translate (sheet->cr, MARGIN, CAPTION_HEIGHT);
  for (MyoView view = 0; painted && view < MYO_N_VIEWS; view++)
    {
      double width, height;

      myo_view_get_size (view, &width, &height);
      paint_caption (sheet, view, layer, panel);
      painted = paint_drawing (sheet, view, layer, panel, error);
      cairo_translate (sheet->cr, width * get_magnification (view) + MARGIN, 0);
    }
  cairo_restore (sheet->cr);
  return painted;
}

/* Whole columns, so that no seam shows between the rows. */
static void
paint_grounds (const Sheet *sheet)
{
  for (guint panel = 0; panel < G_N_ELEMENTS (palettes); panel++)
    {
      cairo_set_source_rgb (sheet->cr, grounds[panel], grounds[panel], grounds[panel]);
      cairo_rectangle (sheet->cr, get_panel_width () * panel, 0, get_panel_width (), get_panel_height () * MYO_N_LAYERS + 1);
      cairo_fill (sheet->cr);
    }
}

static gboolean
paint_sheet (const Sheet  *sheet,
             GError      **error)
{
  paint_grounds (sheet);
  for (MyoLayer layer = 0; layer < MYO_N_LAYERS; layer++)
    for (guint panel = 0; panel < G_N_ELEMENTS (palettes); panel++)
      if (!paint_panel (sheet, layer, panel, error))
        return FALSE;
  return TRUE;
}

static cairo_surface_t *
create_surface (const char *output,
                gboolean    pdf)
{
  double width = get_panel_width () * G_N_ELEMENTS (palettes), height = get_panel_height () * MYO_N_LAYERS;

  if (pdf)
    return cairo_pdf_surface_create (output, width * PDF_SCALE, height * PDF_SCALE);
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (width * PNG_SCALE), (int) ceil (height * PNG_SCALE));
}

static cairo_status_t
write_surface (cairo_surface_t *surface,
               const char      *output,
               gboolean         pdf)
{
  if (!pdf && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    return cairo_surface_write_to_png (surface, output);
  cairo_surface_finish (surface);
  return cairo_surface_status (surface);
}

static gboolean
make_sheet (const char  *output,
            gboolean     pdf,
            GError     **error)
{
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();
  cairo_surface_t *surface = create_surface (output, pdf);
  double scale = pdf ? PDF_SCALE : PNG_SCALE;
  Sheet sheet = { drawings, cairo_create (surface), pdf ? PDF_SCALE * PDF_SHARPNESS : PNG_SCALE };
  cairo_status_t status;
  gboolean painted;

  cairo_scale (sheet.cr, scale, scale);
  cairo_select_font_face (sheet.cr, "sans-serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  painted = paint_sheet (&sheet, error);
  cairo_destroy (sheet.cr);
  status = write_surface (surface, output, pdf);
  cairo_surface_destroy (surface);
  if (painted && status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s cannot be written: %s", output, cairo_status_to_string (status));
  return painted && status == CAIRO_STATUS_SUCCESS;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;

  if (argc != 2 || !(g_str_has_suffix (argv[1], ".png") || g_str_has_suffix (argv[1], ".pdf")))
    {
      g_printerr ("myomap-sheet OUT.png|OUT.pdf: draws all views and layers, light and dark, on one sheet\n");
      return 2;
    }
  if (make_sheet (argv[1], g_str_has_suffix (argv[1], ".pdf"), &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}
