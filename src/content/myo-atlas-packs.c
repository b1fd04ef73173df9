/* A folder of packs, merged into an atlas.
 *
 * What looks like a pack and cannot be one is told, never passed over: whoever put it there waits for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-atlas-problems-private.h"

/* --- What packs may add ---
 *
 * All of them together: as much as the built-in atlas holds and some more, so that lists, search and ranking stay as fast as they are. */

typedef struct
{
  guint   files, muscles, points, areas, others;
  goffset bytes;
} Load;

static const Load most = { .files = 100, .muscles = 500, .points = 1000, .areas = 6000, .others = 300, .bytes = 8 * 1024 * 1024 };

/* More than these and the folder is not one for packs. */
#define MAX_ENTRIES 10000

static void
add_muscle_load (Load            *load,
                 const MyoMuscle *muscle)
{
  load->muscles++;
  load->points += muscle->points->len;
  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      for (guint k = 0; k < point->zones->len; k++)
        load->areas += ((const MyoZone *) g_ptr_array_index (point->zones, k))->areas->len;
    }
}

static goffset
get_size (GFile *file)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_size (info) : 0;
}

static Load
measure_load (MyoAtlas *pack,
              GFile    *file)
{
  GPtrArray *muscles = myo_atlas_get_muscles (pack);
  Load load = { .files = 1, .bytes = get_size (file) };

  for (guint i = 0; i < muscles->len; i++)
    add_muscle_load (&load, g_ptr_array_index (muscles, i));
  load.others = myo_atlas_get_regions (pack)->len + myo_atlas_get_conditions (pack)->len + myo_atlas_get_flags (pack)->len
                + myo_atlas_get_topics (pack)->len;
  return load;
}

static gboolean
add_load (Load       *sum,
          const Load *load)
{
  Load both = {
    sum->files + load->files, sum->muscles + load->muscles, sum->points + load->points, sum->areas + load->areas, sum->others + load->others,
    sum->bytes + load->bytes,
  };

  if (both.files > most.files || both.muscles > most.muscles || both.points > most.points || both.areas > most.areas
      || both.others > most.others || both.bytes > most.bytes)
    return FALSE;
  *sum = both;
  return TRUE;
}

/* --- The folder --- */

typedef struct
{
  MyoAtlas  *atlas;
  GFile     *folder;
  GPtrArray *refused;
  Load       load;
} Packs;

/* Returns: (transfer full): the whole path as UTF-8, so that it can be found */
static char *
get_display_path (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);

  return g_filename_display_name (path != NULL ? path : "");
}

static void
refuse (Packs      *packs,
        GFile      *file,
        int         line,
        const char *reason)
{
  g_autofree char *path = get_display_path (file);

  myo_atlas_problems_add (packs->refused, path, line, "%s", reason);
}

/* NULL for what the folder may hold besides packs: hidden files, and what is not named as one. */
static const char *
get_pack_name (GFileInfo *info)
{
  const char *name = g_file_info_get_name (info);
  gsize length = strlen (name), suffix = strlen (".xml");

  return *name != '.' && length > suffix && g_ascii_strcasecmp (name + length - suffix, ".xml") == 0 ? name : NULL;
}

/* A pipe would wait for ever, and a device may do anything: only ordinary files are opened. */
static const char *
find_hindrance (GFileType type)
{
  switch (type)
    {
    case G_FILE_TYPE_REGULAR:
      return NULL;
    case G_FILE_TYPE_DIRECTORY:
      return _("It is a folder; a pack has to be a file.");
    case G_FILE_TYPE_SYMBOLIC_LINK:
      return _("It is a link to something that is not there.");
    case G_FILE_TYPE_SPECIAL:
    case G_FILE_TYPE_UNKNOWN:
    case G_FILE_TYPE_SHORTCUT:
    case G_FILE_TYPE_MOUNTABLE:
    default:
      return _("It is no ordinary file, so it was not opened.");
    }
}

static void
add_entry (Packs     *packs,
           GPtrArray *names,
           GFileInfo *info)
{
  const char *name = get_pack_name (info);
  const char *hindrance = find_hindrance (g_file_info_get_file_type (info));

  if (name == NULL)
    return;
  if (hindrance != NULL)
    {
      g_autoptr(GFile) file = g_file_get_child (packs->folder, name);

      refuse (packs, file, 0, hindrance);
    }
  else
    g_ptr_array_add (names, g_strdup (name));
}

static gboolean
list_entries (Packs            *packs,
              GFileEnumerator  *entries,
              GPtrArray        *names,
              GError          **error)
{
  GFileInfo *info;

  for (guint n = 0; g_file_enumerator_iterate (entries, &info, NULL, NULL, error); n++)
    {
      if (info == NULL)
        return TRUE;
      if (n == MAX_ENTRIES)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("it holds more than %d files"), MAX_ENTRIES);
          return FALSE;
        }
      add_entry (packs, names, info);
    }
  return FALSE;
}

/* A folder that is not there is no fault, but a link to nowhere in its place is one. */
static gboolean
is_missing (Packs        *packs,
            const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)
         && g_file_query_file_type (packs->folder, G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL) == G_FILE_TYPE_UNKNOWN;
}

static void
explain_folder (Packs        *packs,
                const GError *error)
{
  g_autofree char *reason = NULL;

  if (is_missing (packs, error))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    reason = g_strdup (_("It is a link to something that is not there."));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY))
    reason = g_strdup (_("It is no folder; the folder of the atlas packs belongs in its place."));
  else
    /* Translators: %s is why, e.g. “Permission denied” */
    reason = g_strdup_printf (_("The folder of the atlas packs cannot be read: %s."), error->message);
  refuse (packs, packs->folder, 0, reason);
}

/* Returns: (transfer full): the names of the files in the folder that are packs, in their order */
static GPtrArray *
list_packs (Packs *packs)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFileEnumerator) entries =
    g_file_enumerate_children (packs->folder, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                               G_FILE_QUERY_INFO_NONE, NULL, &error);

  if (entries == NULL || !list_entries (packs, entries, names, &error))
    explain_folder (packs, error);
  g_ptr_array_sort (names, myo_atlas_compare_names);
  return names;
}

/* --- Packs --- */

static void
refuse_load (Packs *packs,
             GFile *file)
{
  g_autofree char *reason =
    g_strdup_printf (_("It would be too much for the atlas: all packs together may be %u files with %u muscles, %u trigger points, %u areas "
                       "and %u other entries, of %d MiB."),
                     most.files, most.muscles, most.points, most.areas, most.others, (int) (most.bytes / (1024 * 1024)));

  refuse (packs, file, 0, reason);
}

static void
load_pack (Packs *packs,
           GFile *file)
{
  g_autoptr(GPtrArray) problems = myo_atlas_problems_new ();
  g_autoptr(MyoAtlas) pack = myo_atlas_read_file (file, packs->atlas, problems, NULL);
  Load load;

  if (pack == NULL)
    {
      const MyoAtlasProblem *first = g_ptr_array_index (problems, 0);

      refuse (packs, file, first->line, first->reason);
      return;
    }
  load = measure_load (pack, file);
  if (!add_load (&packs->load, &load))
    {
      refuse_load (packs, file);
      return;
    }
  myo_atlas_combine_versions (packs->atlas, myo_atlas_get_version (pack));
  myo_atlas_merge (packs->atlas, pack);
}

GPtrArray *
myo_atlas_load_packs (MyoAtlas *atlas,
                      GFile    *folder)
{
  Packs packs = { atlas, folder, myo_atlas_problems_new () };
  g_autoptr(GPtrArray) names = list_packs (&packs);

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr(GFile) file = g_file_get_child (folder, g_ptr_array_index (names, i));

      if (i < most.files)
        load_pack (&packs, file);
      else
        refuse_load (&packs, file);
    }
  return packs.refused;
}

GPtrArray *
myo_atlas_leave_packs (GFile *folder)
{
  Packs packs = { NULL, folder, myo_atlas_problems_new () };

  refuse (&packs, folder, 0, _("Reading the atlas packs took too long; they are left out until Myomap is started again."));
  return packs.refused;
}
