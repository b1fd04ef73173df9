/* `draw`: a muscle as a picture in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "myo-cli.h"
#include "myo-muscle-picture.h"

#define DEFAULT_SIZE 1400
#define MIN_SIZE 100
#define MAX_SIZE 8000

/* Paper is looked at from near and may be enlarged; a picture in pixels may not. */
#define VECTOR_SHARPNESS 3.0

typedef struct
{
  char *side, *view, *output;
  int   size;
} Options;

/* --- The command line --- */

static void
clear_options (Options *options)
{
  g_free (options->side);
  g_free (options->view);
  g_free (options->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
parse_options (int      *argc,
               char    **argv,
               Options  *options)
{
  const GOptionEntry entries[] = {
    { "side", 0, 0, G_OPTION_ARG_STRING, &options->side, N_("The muscle on this side (right)"), "left|right" },
    { "view", 0, 0, G_OPTION_ARG_STRING, &options->view, N_("This view alone"), "front|back|side|sole" },
    { "size", 0, 0, G_OPTION_ARG_INT, &options->size, N_("Height of the picture in pixels (1400)"), "PX" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output, N_("The file to write"), "FILE.png|FILE.svg|FILE.pdf" },
    { NULL },
  };

  return myo_cli_parse (argc, argv, "ID -o FILE",
                        _("Draws a muscle, its trigger points and where their pain is felt, in front and behind\n"
                          "and in the other views where something shows, into a PNG, SVG or PDF file."), entries, 1, 1);
}

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  return g_str_has_suffix (lower, suffix);
}

/* Fills @picture from what was asked for; tells what cannot be understood. */
static gboolean
understand (const Options *options,
            MyoMusclePicture    *picture)
{
  MyoView view = MYO_VIEW_FRONT;

  if (options->side != NULL && (!myo_side_from_nick (options->side, &picture->side) || picture->side == MYO_SIDE_MIDDLE))
    g_printerr (_("“%s” is no side; it may be left or right\n"), options->side);
  else if (options->view != NULL && !myo_view_from_nick (options->view, &view))
    g_printerr (_("“%s” is no view; it may be front, back, side or sole\n"), options->view);
  else if (options->size < MIN_SIZE || options->size > MAX_SIZE)
    g_printerr (_("The size must be from %d to %d pixels\n"), MIN_SIZE, MAX_SIZE);
  else if (options->output == NULL)
    g_printerr (_("Which file shall be written? Name it with -o\n"));
  else if (!has_suffix (options->output, ".png") && !has_suffix (options->output, ".svg") && !has_suffix (options->output, ".pdf"))
    g_printerr (_("“%s” must end in .png, .svg or .pdf\n"), options->output);
  else
    {
      picture->views = options->view != NULL ? 1u << view : 0;
      picture->height = options->size;
      return TRUE;
    }
  return FALSE;
}

/* --- The file --- */

static cairo_surface_t *
create_surface (const MyoMusclePicture *picture,
                const char       *output)
{
  double width = myo_muscle_picture_get_width (picture);

  if (has_suffix (output, ".pdf"))
    return cairo_pdf_surface_create (output, width, picture->height);
  if (has_suffix (output, ".svg"))
    {
      cairo_surface_t *surface = cairo_svg_surface_create (output, width, picture->height);

      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    }
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width, (int) picture->height);
}

/* Returns: whether all went well; surfaces of paper are written when they are finished */
static cairo_status_t
write_surface (cairo_surface_t *surface,
               const char      *output)
{
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS && has_suffix (output, ".png"))
    return cairo_surface_write_to_png (surface, output);
  cairo_surface_finish (surface);
  return cairo_surface_status (surface);
}

static MyoCliStatus
draw (const MyoMusclePicture *picture,
      const char       *output)
{
  g_autoptr(GError) error = NULL;
  cairo_surface_t *surface = create_surface (picture, output);
  cairo_t *cr = cairo_create (surface);
  gboolean painted = myo_muscle_picture_paint (picture, cr, &error);
  cairo_status_t status;

  cairo_destroy (cr);
  status = write_surface (surface, output);
  cairo_surface_destroy (surface);
  if (!painted)
    g_printerr ("%s\n", error->message);
  else if (status != CAIRO_STATUS_SUCCESS)
    g_printerr (_("“%s” cannot be written: %s\n"), output, cairo_status_to_string (status));
  return painted && status == CAIRO_STATUS_SUCCESS ? MYO_CLI_OK : MYO_CLI_FAULT;
}

MyoCliStatus
myo_cli_draw (int    argc,
              char **argv)
{
  g_auto(Options) options = { .size = DEFAULT_SIZE };
  g_autoptr(MyoAtlas) atlas = NULL;
  g_autoptr(MyoDrawings) drawings = NULL;
  MyoMusclePicture picture = { .side = MYO_SIDE_RIGHT };

  if (!parse_options (&argc, argv, &options) || !understand (&options, &picture))
    return MYO_CLI_USAGE;
  atlas = myo_cli_load_atlas ();
  picture.muscle = atlas != NULL ? myo_cli_find_muscle (atlas, argv[1]) : NULL;
  if (picture.muscle == NULL)
    return MYO_CLI_FAULT;

  drawings = myo_drawings_new ();
  picture.drawings = drawings;
  picture.sharpness = has_suffix (options.output, ".png") ? 1.0 : VECTOR_SHARPNESS;
  if (picture.views == 0)
    picture.views = myo_muscle_picture_choose_views (picture.muscle);
  return draw (&picture, options.output);
}
