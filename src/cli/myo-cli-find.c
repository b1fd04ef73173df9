/* `find`: painful places, or a drawing → muscles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-cli.h"
#include "myo-finder.h"
#include "myo-pain-file.h"

/* Reads "REGION" or "REGION:SIDE".  Without a side a region on the midline is in the middle, any other on the right. */
static MyoCliStatus
parse_place (MyoAtlas *atlas,
             char     *text,
             MyoPlace *place)
{
  char *colon = strrchr (text, ':');
  const MyoRegion *region;

  place->side = MYO_SIDE_RIGHT;
  if (colon != NULL && !myo_side_from_nick (colon + 1, &place->side))
    {
      g_printerr (_("“%s” is no side; it may be left, right or middle\n"), colon + 1);
      return MYO_CLI_USAGE;
    }
  if (colon != NULL)
    *colon = '\0';
  region = myo_atlas_get_region (atlas, text);
  if (region == NULL)
    {
      g_printerr (_("There is no region “%s”.\n"), text);
      return MYO_CLI_FAULT;
    }
  if (colon == NULL && !region->paired)
    place->side = MYO_SIDE_MIDDLE;
  place->region = region->id;
  return MYO_CLI_OK;
}

static void
print_candidates (GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const MyoCandidate *candidate = g_ptr_array_index (candidates, i);
      char score[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (score, sizeof score, "%.3f", candidate->score);
      g_print ("%u\t%s\t%s\t%s\t%s\n", i + 1, score, candidate->muscle->id,
               myo_side_get_nick (candidate->side), candidate->point->label);
    }
}

static MyoCliStatus
find_places (MyoAtlas  *atlas,
             char     **texts,
             guint      n)
{
  g_autoptr (MyoFinder) finder = NULL;
  g_autofree MyoPlace *places = g_new0 (MyoPlace, n);
  g_autoptr (GPtrArray) candidates = NULL;

  for (guint i = 0; i < n; i++)
    {
      MyoCliStatus status = parse_place (atlas, texts[i], &places[i]);

      if (status != MYO_CLI_OK)
        return status;
    }
  finder = myo_finder_new (atlas, NULL);
  candidates = myo_finder_rank (finder, places, n);
  print_candidates (candidates);
  return MYO_CLI_OK;
}

/* Returns: (transfer full) (nullable): the answer to the drawing in that file, or %NULL with @error */
static GPtrArray *
rank_file (MyoAtlas    *atlas,
           const char  *name,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (MyoPainDrawing) drawing = myo_pain_file_load (file, atlas, error);
  g_autoptr (MyoDrawings) drawings = NULL;
  g_autoptr (MyoBodyGrid) grid = NULL;
  g_autoptr (MyoCoverage) coverage = NULL;
  g_autoptr (MyoFinder) finder = NULL;

  if (drawing == NULL)
    return NULL;
  drawings = myo_drawings_new ();
  grid = myo_body_grid_new (drawings, error);
  if (grid == NULL)
    return NULL;
  coverage = myo_coverage_new (grid, myo_pain_drawing_get_strokes (drawing));
  finder = myo_finder_new (atlas, drawings);
  myo_finder_prepare (finder, grid);
  return myo_finder_rank_drawing (finder, coverage, NULL);
}

static MyoCliStatus
find_drawing (MyoAtlas   *atlas,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates = rank_file (atlas, name, &error);

  if (candidates == NULL)
    {
      g_printerr ("%s\n", error->message);
      return MYO_CLI_FAULT;
    }
  print_candidates (candidates);
  return MYO_CLI_OK;
}

MyoCliStatus
myo_cli_find (int    argc,
              char **argv)
{
  g_autofree char *file = NULL;
  const GOptionEntry entries[] = {
    { "drawing", 0, 0, G_OPTION_ARG_FILENAME, &file, N_("A saved pain drawing, instead of regions"), "FILE.xml" },
    { NULL },
  };
  g_autoptr (MyoAtlas) atlas = NULL;

  if (!myo_cli_parse (&argc, argv, "REGION[:left|:right|:middle]… | --drawing FILE.xml",
                      _("Ranks the muscles that may send pain to these places, best first:\n"
                        "rank, score, muscle, side and trigger point, between tabs."), entries, 0, -1))
    return MYO_CLI_USAGE;
  if ((argc > 1) == (file != NULL))
    {
      g_printerr ("%s\n", _("Give either regions or a drawing."));
      return MYO_CLI_USAGE;
    }
  atlas = myo_cli_load_atlas ();
  if (atlas == NULL)
    return MYO_CLI_FAULT;
  return file != NULL ? find_drawing (atlas, file) : find_places (atlas, argv + 1, (guint) argc - 1);
}
