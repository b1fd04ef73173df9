/* The commands of myomap-atlas with any arguments, names of regions among them, and the search with any text: each ends with a status, and
 * tells why when it is not 0.  An input is a command line, an argument on each line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "fuzz.h"
#include "myo-atlas-reader.h"
#include "myo-cli.h"

#define MAX_ARGUMENTS 12

static const char * const tokens[] = {
  "find\n", "show\n", "list\n", "check\n", "draw\n", "describe\n", "paint\n", "\n", "temple", "temple:left\n", "sternum:middle\n", "ear:right\n",
  ":", "::", ":left", ":behind", "infraspinatus\n", "TEMPLE", "-", "--", "--drawing\n", "--drawing=x", "--side\n", "left\n", "--view=back\n",
  "--size\n", "0\n", "-1\n", "99999999999\n", "-o\n", "x.png\n", "x.gif\n", "=", " ", "\t", "*", "%s", "%n", "\xc3\xa4", "\xff", "\xf0\x9f\x98\x80", NULL,
};

static const struct { const char *name; MyoCliStatus (*run) (int argc, char **argv); } commands[] = {
  { "check", myo_cli_check }, { "list", myo_cli_list }, { "show", myo_cli_show }, { "find", myo_cli_find }, { "draw", myo_cli_draw },
  { "describe", myo_cli_describe }, { "paint", myo_cli_paint },
};

static MyoAtlas *atlas;
static GString *printed, *told;

/* --- The search --- */

static void
search (const char *text)
{
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return;
  found = myo_atlas_search (atlas, text);
  g_assert_cmpuint (found->len, <=, g_list_model_get_n_items (G_LIST_MODEL (atlas)));
  for (guint i = 0; i < found->len; i++)
    g_assert_true (MYO_IS_MUSCLE (g_ptr_array_index (found, i)) && g_hash_table_add (seen, g_ptr_array_index (found, i)));
}

/* --- Commands --- */

static void
take_print (const char *text)
{
  g_string_append (printed, text);
}

static void
take_told (const char *text)
{
  g_string_append (told, text);
}

/* Whatever is written stays in the folder that is ours; asking for help would end the program. */
static gboolean
may_run (char **argv)
{
  for (guint i = 1; argv[i] != NULL; i++)
    if (strchr (argv[i], '/') != NULL || strstr (argv[i], "..") != NULL || (*argv[i] == '-' && strpbrk (argv[i], "h?") != NULL))
      return FALSE;
  return g_strv_length (argv) <= MAX_ARGUMENTS;
}

/* A drawn picture is large whatever its name is; that is for other tests. */
static gboolean
would_draw (MyoCliStatus (*run) (int, char **),
            char        **argv)
{
  return run == myo_cli_draw && g_strv_contains ((const char * const *) argv, "-o");
}

static void
run_command (MyoCliStatus (*run) (int, char **),
             char        **argv)
{
  guint n = g_strv_length (argv);
  /* Options are taken out of the list that is handed over. */
  g_autofree char **copy = g_memdup2 (argv, (n + 1) * sizeof *argv);
  GPrintFunc print = g_set_print_handler (take_print), tell = g_set_printerr_handler (take_told);
  MyoCliStatus status = run ((int) n, copy);

  g_set_print_handler (print);
  g_set_printerr_handler (tell);
  g_assert_cmpint (status, <=, MYO_CLI_USAGE);
  if (status == MYO_CLI_OK)
    g_assert_cmpstr (told->str, ==, "");
  else
    g_assert_cmpuint (told->len + printed->len, >, 10);
  g_assert_true (told->len == 0 || g_str_has_suffix (told->str, "\n"));
  g_string_truncate (printed, 0);
  g_string_truncate (told, 0);
}

static void
run (const char *data,
     gsize       length)
{
  g_autofree char *lines = g_strndup (data, g_str_has_suffix (data, "\n") ? strlen (data) - 1 : strlen (data));
  g_auto(GStrv) argv = g_strsplit (lines, "\n", -1);

  for (guint i = 0; argv[i] != NULL; i++)
    search (argv[i]);
  if (argv[0] == NULL || !may_run (argv))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (argv[0], commands[i].name) == 0 && !would_draw (commands[i].run, argv))
      run_command (commands[i].run, argv);
}

static const FuzzTarget target = { "arguments", tokens, 150, 2000, run };

int
main (int   argc,
      char *argv[])
{
  int status;

  atlas = myo_atlas_read_builtin (NULL);
  printed = g_string_new (NULL);
  told = g_string_new (NULL);
  status = fuzz_main (argc, argv, &target);
  g_string_free (printed, TRUE);
  g_string_free (told, TRUE);
  g_object_unref (atlas);
  return status;
}
