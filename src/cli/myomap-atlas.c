/* Myomap's atlas from the command line: check, list, show, find, describe, draw, paint.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-cli.h"
#include "myo-i18n.h"

static const struct
{
  const char *name;
  MyoCliStatus (*run) (int argc, char **argv);
  const char *usage, *summary;
} commands[] = {
  { "check", myo_cli_check, "check [FILE…]", N_("check files against the format, or the built-in atlas and its drawings") },
  { "list", myo_cli_list, "list", N_("list the muscles: id, name, number of trigger points") },
  { "show", myo_cli_show, "show ID", N_("show all that the atlas says of a muscle") },
  { "find", myo_cli_find, "find REGION[:SIDE]…", N_("rank the muscles that may send pain to these places") },
  { "describe", myo_cli_describe, "describe FILE.xml", N_("tell in words what a saved pain drawing covers and what explains it") },
  { "draw", myo_cli_draw, "draw ID -o FILE", N_("draw a muscle, its trigger points and where their pain is felt") },
  { "paint", myo_cli_paint, "paint FILE.xml -o FILE", N_("put a saved pain drawing on a sheet of paper") },
};

/* Where the summaries begin in the help */
#define COLUMN 26

static void
print_help (void)
{
  g_print (_("Usage: %s COMMAND …\n\n"), "myomap-atlas");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      int padding = COLUMN - (int) g_utf8_strlen (commands[i].usage, -1);

      g_print ("  %s%*s%s\n", commands[i].usage, MAX (padding, 1), "", _(commands[i].summary));
    }
  g_print (_("\n`myomap-atlas COMMAND --help` tells more of one; `myomap-atlas --version` tells the version.\n"));
}

static MyoCliStatus
run_command (int    argc,
             char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, argv[0]) == 0)
      return commands[i].run (argc, argv);
  g_printerr (_("myomap-atlas: there is no command “%s”; see `myomap-atlas --help`\n"), argv[0]);
  return MYO_CLI_USAGE;
}

int
main (int    argc,
      char **argv)
{
  myo_i18n_init ();

  if (argc < 2)
    {
      g_printerr (_("myomap-atlas: which command? See `myomap-atlas --help`\n"));
      return MYO_CLI_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)
    {
      print_help ();
      return MYO_CLI_OK;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("myomap-atlas %s\n", VERSION);
      return MYO_CLI_OK;
    }
  return (int) run_command (argc - 1, argv + 1);
}
