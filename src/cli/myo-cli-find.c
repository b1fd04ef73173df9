/* `find`: painful places → muscles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-cli.h"
#include "myo-finder.h"

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

MyoCliStatus
myo_cli_find (int    argc,
              char **argv)
{
  g_autoptr(MyoAtlas) atlas = NULL;
  g_autoptr(MyoFinder) finder = NULL;
  g_autofree MyoPlace *places = NULL;
  g_autoptr(GPtrArray) candidates = NULL;

  if (!myo_cli_parse (&argc, argv, "REGION[:left|:right|:middle]…",
                      _("Ranks the muscles that may send pain to these places, best first:\n"
                        "rank, score, muscle, side and trigger point, between tabs."), NULL, 1, -1))
    return MYO_CLI_USAGE;
  atlas = myo_cli_load_atlas ();
  if (atlas == NULL)
    return MYO_CLI_FAULT;
  places = g_new0 (MyoPlace, argc - 1);
  for (int i = 1; i < argc; i++)
    {
      MyoCliStatus status = parse_place (atlas, argv[i], &places[i - 1]);

      if (status != MYO_CLI_OK)
        return status;
    }
  finder = myo_finder_new (atlas, NULL);
  candidates = myo_finder_rank (finder, places, (guint) argc - 1);
  print_candidates (candidates);
  return MYO_CLI_OK;
}
