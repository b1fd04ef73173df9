/* The list of the map's keys against the window of shortcuts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-keys.h"

#include <string.h>

/* Of the groups about the map, these are the window's own: files and paper. */
static const char *const of_window[] = { "<Control>P", "<Control>S", "<Control>O", "<Control>N", NULL };

/* Returns: (element-type utf8): the keys that the groups “Body map” and “Painting pain” name, as gtk_accelerator_name() writes them */
static GHashTable *
read_overlay (void)
{
  GHashTable *named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) groups = NULL;
  g_autoptr (GRegex) accelerator = g_regex_new ("name=\"accelerator\">([^\n]*?)</property>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert_true (g_file_get_contents (TEST_SOURCE_ROOT "/ui/help-overlay.ui", &text, NULL, NULL));
  strstr (text, ">Session</property>")[0] = '\0';
  groups = g_string_new (text);
  g_string_replace (groups, "&lt;", "<", 0);
  g_string_replace (groups, "&gt;", ">", 0);
  for (g_regex_match (accelerator, groups->str, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *keys = g_match_info_fetch (match, 1);
      g_auto (GStrv) each = g_strsplit (keys, " ", -1);

      for (guint i = 0; each[i] != NULL; i++)
        {
          GdkModifierType modifiers;
          guint key;

          if (g_strv_contains (of_window, each[i]))
            continue;
          g_assert_true (gtk_accelerator_parse (each[i], &key, &modifiers));
          g_hash_table_add (named, gtk_accelerator_name (key, modifiers));
        }
    }
  return named;
}

static void
test_overlay_and_list_agree (void)
{
  g_autoptr (GHashTable) named = read_overlay ();
  guint n, n_told = 0;
  const MyoMapKey *keys = myo_map_keys_list (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = gtk_accelerator_name (keys[i].key, keys[i].modifiers);

      if (keys[i].spare)
        continue;
      g_test_message ("%s", name);
      g_assert_true (g_hash_table_contains (named, name));
      n_told++;
    }
  g_assert_cmpuint (n_told, ==, g_hash_table_size (named));
}

/* What a spare key does another one does, which is told. */
static void
test_spare_keys_have_a_principal (void)
{
  guint n;
  const MyoMapKey *keys = myo_map_keys_list (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean told = !keys[i].spare;

      for (guint k = 0; k < n && !told; k++)
        told = !keys[k].spare && g_strcmp0 (keys[k].action, keys[i].action) == 0;
      g_assert_true (told);
      g_assert_true ((keys[i].scope == 0) == (keys[i].action == NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-keys/overlay", test_overlay_and_list_agree);
  g_test_add_func ("/map-keys/spare", test_spare_keys_have_a_principal);
  return g_test_run ();
}
