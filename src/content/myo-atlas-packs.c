/* A folder of packs, merged into an atlas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-reader-private.h"

#include "myo-atlas-problems-private.h"

/* Returns: (transfer full): the names of the files in @folder that are packs, in their order.
 * A pipe called x.xml would wait for ever, so only regular files count. */
static GPtrArray *
list_packs (GFile *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GFileEnumerator) entries =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFileInfo *info;

  while (entries != NULL && g_file_enumerator_iterate (entries, &info, NULL, NULL, NULL) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR && g_str_has_suffix (g_file_info_get_name (info), ".xml"))
      g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
  g_ptr_array_sort (names, myo_atlas_compare_names);
  return names;
}

static void
load_pack (MyoAtlas  *atlas,
           GFile     *file,
           GPtrArray *refused)
{
  g_autoptr(GPtrArray) problems = myo_atlas_problems_new ();
  g_autoptr(MyoAtlas) pack = myo_atlas_read_file (file, atlas, problems, NULL);

  if (pack == NULL)
    {
      g_ptr_array_add (refused, g_ptr_array_steal_index (problems, 0));
      return;
    }
  myo_atlas_combine_versions (atlas, myo_atlas_get_version (pack));
  myo_atlas_merge (atlas, pack);
}

GPtrArray *
myo_atlas_load_packs (MyoAtlas *atlas,
                      GFile    *folder)
{
  GPtrArray *refused = myo_atlas_problems_new ();
  g_autoptr(GPtrArray) names = list_packs (folder);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(GFile) file = g_file_get_child (folder, g_ptr_array_index (names, i));

      load_pack (atlas, file, refused);
    }
  return refused;
}
