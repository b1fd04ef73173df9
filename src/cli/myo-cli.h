/* The commands of myomap-atlas, and what they share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "myo-atlas.h"
#include "myo-pain-study.h"

G_BEGIN_DECLS

typedef enum
{
  MYO_CLI_OK = 0,
  MYO_CLI_FAULT = 1,         /* faults were found, or what was asked for does not exist or cannot be written */
  MYO_CLI_USAGE = 2,         /* the command line cannot be understood */
} MyoCliStatus;

/* Each gets its own part of the command line, its name first. */
MyoCliStatus myo_cli_check (int argc, char **argv);
MyoCliStatus myo_cli_describe (int argc, char **argv);
MyoCliStatus myo_cli_list  (int argc, char **argv);
MyoCliStatus myo_cli_show  (int argc, char **argv);
MyoCliStatus myo_cli_find  (int argc, char **argv);
MyoCliStatus myo_cli_draw  (int argc, char **argv);
MyoCliStatus myo_cli_paint (int argc, char **argv);

/** myo_cli_parse: reads the options of a command; what remains are its arguments.
 * @usage: (nullable): how the arguments are called in the help; @summary: what the command does
 * @entries: (nullable); @min, @max: how many arguments there may be, besides the command's name; @max -1: any number
 * Returns: %FALSE when the line is not understood: that has been printed */
gboolean     myo_cli_parse (int *argc, char **argv, const char *usage, const char *summary, const GOptionEntry *entries,
                            int min, int max);

/** myo_cli_check_output: @output: (nullable): the picture to write
 * Returns: %FALSE when none is named or its ending asks for no format: that has been printed */
gboolean     myo_cli_check_output (const char *output);

/** myo_cli_load_atlas: Returns: (transfer full) (nullable): the built-in atlas with the person's own packs; faults have been printed */
MyoAtlas    *myo_cli_load_atlas (void);

/** myo_cli_find_muscle: Returns: (transfer none) (nullable): the muscle; that there is none has been printed */
MyoMuscle   *myo_cli_find_muscle (MyoAtlas *atlas, const char *id);

/** myo_cli_load_study: Returns: (transfer full) (nullable): the pain drawing saved at @path with the built-in atlas, ready; faults have been
 * printed */
MyoPainStudy *myo_cli_load_study (const char *path);

G_END_DECLS
