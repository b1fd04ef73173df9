/* `draw`: a muscle as a picture in a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "myo-cli.h"
#include "myo-muscle-picture.h"

#define DEFAULT_SIZE 1400
#define MIN_SIZE 100
#define MAX_SIZE 8000

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

/* Fills @picture from what was asked for; tells what cannot be understood. */
static gboolean
understand (const Options    *options,
            MyoMusclePicture *picture)
{
  MyoView view = MYO_VIEW_FRONT;

  if (options->side != NULL && (!myo_side_from_nick (options->side, &picture->side) || picture->side == MYO_SIDE_MIDDLE))
    g_printerr (_("“%s” is no side; it may be left or right\n"), options->side);
  else if (options->view != NULL && !myo_view_from_nick (options->view, &view))
    g_printerr (_("“%s” is no view; it may be front, back, side or sole\n"), options->view);
  else if (options->size < MIN_SIZE || options->size > MAX_SIZE)
    g_printerr (_("The size must be from %d to %d pixels\n"), MIN_SIZE, MAX_SIZE);
  else if (myo_cli_check_output (options->output))
    {
      picture->views = options->view != NULL ? 1u << view : 0;
      picture->height = options->size;
      return TRUE;
    }
  return FALSE;
}

/* --- The file --- */

static MyoCliStatus
draw (const MyoMusclePicture *picture,
      const char             *output)
{
  g_autoptr(GError) error = NULL;

  if (myo_muscle_picture_write (picture, output, &error))
    return MYO_CLI_OK;
  /* Scripts know this sentence. */
  if (error->domain == G_FILE_ERROR)
    g_printerr (_("“%s” cannot be written: %s\n"), output, cairo_status_to_string (CAIRO_STATUS_WRITE_ERROR));
  else
    g_printerr ("%s\n", error->message);
  return MYO_CLI_FAULT;
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
  return draw (&picture, options.output);
}
