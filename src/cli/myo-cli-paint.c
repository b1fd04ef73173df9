/* `paint`: a saved pain drawing on a sheet of paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "myo-cli.h"
#include "myo-sheet-file.h"

static MyoCliStatus
write_sheet (MyoPainStudy *study,
             const char   *output)
{
  g_autoptr(MyoDrawings) drawings = myo_drawings_new ();
  g_autoptr(MyoPainHandout) handout = myo_pain_handout_new (study, drawings, NULL);
  g_autoptr(GError) error = NULL;

  if (myo_sheet_file_write (myo_pain_handout_get_sheet (handout), output, &error))
    return MYO_CLI_OK;
  g_printerr ("%s\n", error->message);
  return MYO_CLI_FAULT;
}

MyoCliStatus
myo_cli_paint (int    argc,
               char **argv)
{
  g_autofree char *output = NULL;
  g_autoptr(MyoPainStudy) study = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("The file to write"), "FILE.png|FILE.pdf|FILE.svg" },
    { NULL },
  };

  if (!myo_cli_parse (&argc, argv, "FILE.xml -o FILE",
                      _("Puts a saved pain drawing on a sheet of paper, into a PNG, PDF or SVG file: the body from all\n"
                        "sides with what is painted, a key, where it hurts in words, and the muscles that may explain it."), entries, 1, 1)
      || !myo_cli_check_output (output))
    return MYO_CLI_USAGE;
  study = myo_cli_load_study (argv[1]);
  return study != NULL ? write_sheet (study, output) : MYO_CLI_FAULT;
}
