/* What the commands share: reading their options, the file to write and the atlas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "myo-atlas-reader.h"
#include "myo-cli.h"
#include "myo-picture-format.h"

gboolean
myo_cli_parse (int                *argc,
               char              **argv,
               const char         *usage,
               const char         *summary,
               const GOptionEntry *entries,
               int                 min,
               int                 max)
{
  g_autofree char *command = g_strdup (argv[0]);
  g_autofree char *name = g_strconcat ("myomap-atlas ", command, NULL);
  g_autoptr(GOptionContext) context = g_option_context_new (usage);
  g_autoptr(GError) error = NULL;

  g_set_prgname (name);
  g_option_context_set_summary (context, summary);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, &argv, &error))
    g_printerr ("%s: %s\n", name, error->message);
  else if (*argc - 1 < min)
    g_printerr (_("%s: something is missing; it is called like this: %s %s\n"), name, name, usage);
  else if (max >= 0 && *argc - 1 > max)
    g_printerr (_("%s: “%s” is too much\n"), name, argv[max + 1]);
  else
    return TRUE;
  return FALSE;
}

gboolean
myo_cli_check_output (const char *output)
{
  if (output == NULL)
    g_printerr (_("Which file shall be written? Name it with -o\n"));
  else if (myo_picture_format_from_path (output) == MYO_PICTURE_FORMAT_NONE)
    g_printerr (_("“%s” must end in .png, .svg or .pdf\n"), output);
  else
    return TRUE;
  return FALSE;
}

MyoAtlas *
myo_cli_load_atlas (void)
{
  g_autoptr(GFile) folder = g_file_new_build_filename (g_get_user_data_dir (), "myomap", "atlas", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoAtlas) atlas = myo_atlas_read_builtin (&error);
  g_autoptr(GPtrArray) refused = NULL;

  if (atlas == NULL)
    {
      g_printerr ("%s\n", error->message);
      return NULL;
    }
  refused = myo_atlas_load_packs (atlas, folder);
  for (guint i = 0; i < refused->len; i++)
    {
      g_autofree char *problem = myo_atlas_problem_to_string (g_ptr_array_index (refused, i));

      g_printerr ("%s\n", problem);
    }
  return g_steal_pointer (&atlas);
}

MyoMuscle *
myo_cli_find_muscle (MyoAtlas   *atlas,
                     const char *id)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, id);

  if (muscle == NULL)
    g_printerr (_("There is no muscle “%s”; `myomap-atlas list` names them all.\n"), id);
  return muscle;
}
