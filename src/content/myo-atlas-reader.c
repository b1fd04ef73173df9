/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-reader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "myo-atlas-document.h"
#include "myo-atlas-parse.h"
#include "myo-atlas-problems.h"
#include "myo-atlas-references.h"
#include "myo-atlas-resources.h"
#include "myo-atlas-schema.h"
#include "myo-error.h"
#include "myo-xml-intake.h"

#define ATLAS_PATH RESOURCE_PATH "/atlas"
#define VERSION_LENGTH 12
/* It names a state of the atlas and guards nothing: the checksum that is soonest done. */
#define VERSION_CHECKSUM G_CHECKSUM_MD5

/* --- Fingerprints --- */

static char *
finish_version (GChecksum *checksum)
{
  return g_strndup (g_checksum_get_string (checksum), VERSION_LENGTH);
}

static void
set_version (MyoAtlas            *atlas,
             const MyoAtlasInput *inputs,
             guint                n)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (VERSION_CHECKSUM);
  g_autofree char *version = NULL;

  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const guchar *data = g_bytes_get_data (inputs[i].bytes, &length);

      if (length > 0)
        g_checksum_update (checksum, data, (gssize) length);
    }
  version = finish_version (checksum);
  myo_atlas_set_version (atlas, version);
}

/* What comes of merging a pack is neither the one nor the other. */
static void
combine_versions (MyoAtlas   *atlas,
                  const char *pack_version)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (VERSION_CHECKSUM);
  g_autofree char *version = NULL;

  g_checksum_update (checksum, (const guchar *) myo_atlas_get_version (atlas), -1);
  g_checksum_update (checksum, (const guchar *) pack_version, -1);
  version = finish_version (checksum);
  myo_atlas_set_version (atlas, version);
}

/* --- From bytes to an atlas --- */

static GPtrArray *
parse_inputs (const MyoAtlasInput *inputs,
              guint                n,
              GPtrArray           *problems)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_atlas_document_free);

  for (guint i = 0; i < n; i++)
    {
      MyoAtlasDocument *document = myo_atlas_document_parse (inputs[i].bytes, inputs[i].name, problems);

      if (document != NULL)
        g_ptr_array_add (documents, document);
    }
  return documents;
}

static MyoAtlas *
build_atlas (GPtrArray           *documents,
             const MyoAtlasInput *inputs,
             guint                n)
{
  MyoAtlas *atlas = myo_atlas_new ();

  for (guint i = 0; i < documents->len; i++)
    myo_atlas_parse_document (atlas, g_ptr_array_index (documents, i));
  set_version (atlas, inputs, n);
  return atlas;
}

/* Hands the faults on to @to, which has its own free function. */
static void
move_problems (GPtrArray *from,
               GPtrArray *to)
{
  if (to == NULL)
    return;
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_ptr_array_index (from, i));
  g_ptr_array_set_free_func (from, NULL);
  g_ptr_array_set_size (from, 0);
}

static MyoAtlas *
read_with_schema (MyoAtlasSchema      *schema,
                  const MyoAtlasInput *inputs,
                  guint                n,
                  MyoAtlas            *base,
                  GPtrArray           *problems)
{
  g_autoptr(GPtrArray) documents = parse_inputs (inputs, n, problems);
  g_autoptr(GPtrArray) verdicts = myo_atlas_problems_new ();

  for (guint i = 0; i < documents->len; i++)
    myo_atlas_schema_check (schema, g_ptr_array_index (documents, i), problems, verdicts);
  myo_atlas_check_references (documents, base, problems);
  if (problems->len == 0)
    move_problems (verdicts, problems);
  myo_atlas_problems_sort (problems);
  return problems->len == 0 ? build_atlas (documents, inputs, n) : NULL;
}

MyoAtlas *
myo_atlas_read_inputs (const MyoAtlasInput  *inputs,
                       guint                 n,
                       MyoAtlas             *base,
                       GPtrArray            *problems,
                       GError              **error)
{
  g_autoptr(MyoAtlasSchema) schema = myo_atlas_schema_new ();
  g_autoptr(GPtrArray) found = myo_atlas_problems_new ();
  MyoAtlas *atlas = read_with_schema (schema, inputs, n, base, found);

  myo_atlas_problems_report (found, error);
  move_problems (found, problems);
  return atlas;
}

MyoAtlas *
myo_atlas_read_bytes (GBytes      *bytes,
                      const char  *name,
                      MyoAtlas    *base,
                      GPtrArray   *problems,
                      GError     **error)
{
  const MyoAtlasInput input = { bytes, name };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return myo_atlas_read_inputs (&input, 1, base, problems, error);
}

/* --- Files --- */

GBytes *
myo_atlas_load_bytes (GFile   *file,
                      GError **error)
{
  return myo_xml_load_bytes (file, MYO_ATLAS_MAX_BYTES, error);
}

MyoAtlas *
myo_atlas_read_file (GFile      *file,
                     MyoAtlas   *base,
                     GPtrArray  *problems,
                     GError    **error)
{
  g_autofree char *name = myo_xml_get_display_name (file);
  g_autoptr(GError) fault = NULL;
  g_autoptr(GBytes) bytes = myo_atlas_load_bytes (file, &fault);
  g_autoptr(GPtrArray) found = myo_atlas_problems_new ();

  if (bytes != NULL)
    return myo_atlas_read_bytes (bytes, name, base, problems, error);

  myo_atlas_problems_add (found, name, 0, _("The file cannot be read: %s."), fault->message);
  myo_atlas_problems_report (found, error);
  move_problems (found, problems);
  return NULL;
}

/* --- Packs --- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

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
  g_ptr_array_sort (names, compare_names);
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
  combine_versions (atlas, myo_atlas_get_version (pack));
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

/* --- The built-in atlas --- */

static void
clear_input (MyoAtlasInput *input)
{
  g_bytes_unref (input->bytes);
  g_free ((char *) input->name);
}

/* Returns: (transfer full) (element-type MyoAtlasInput): in the order of names, so that the fingerprint stays the same */
static GArray *
load_builtin (void)
{
  GResource *resource = myo_atlas_get_resource ();
  g_auto(GStrv) names = g_resource_enumerate_children (resource, ATLAS_PATH, 0, NULL);
  GArray *inputs = g_array_new (FALSE, FALSE, sizeof (MyoAtlasInput));

  g_array_set_clear_func (inputs, (GDestroyNotify) clear_input);
  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_suffix (names[i], ".xml"))
      {
        g_autofree char *path = g_strconcat (ATLAS_PATH "/", names[i], NULL);
        MyoAtlasInput input = { g_resource_lookup_data (resource, path, 0, NULL), g_strdup (names[i]) };

        g_array_append_val (inputs, input);
      }
  return inputs;
}

MyoAtlas *
myo_atlas_read_builtin (GError **error)
{
  g_autoptr(GArray) inputs = load_builtin ();
  const MyoAtlasInput *first = (const MyoAtlasInput *) inputs->data;
  g_autoptr(GPtrArray) problems = myo_atlas_problems_new ();
  g_autoptr(GPtrArray) documents = parse_inputs (first, inputs->len, problems);

  if (!myo_atlas_problems_report (problems, error))
    return NULL;
  return build_atlas (documents, first, inputs->len);
}

gboolean
myo_atlas_check_builtin (GPtrArray *problems)
{
  g_autoptr(GArray) inputs = load_builtin ();
  g_autoptr(MyoAtlas) atlas = myo_atlas_read_inputs ((const MyoAtlasInput *) inputs->data, inputs->len, NULL, problems, NULL);

  return atlas != NULL;
}

/* Notes the places of the elements below @parent that have an id, down to trigger points and techniques. */
static void
locate_elements (GHashTable       *places,
                 MyoAtlasDocument *document,
                 const xmlNode    *parent,
                 guint             levels)
{
  for (const xmlNode *node = myo_xml_first_child (parent); node != NULL; node = myo_xml_next (node))
    {
      const char *id = myo_xml_get_attribute (node, "id");

      if (id != NULL)
        {
          MyoAtlasProblem *place = g_new0 (MyoAtlasProblem, 1);

          place->file = g_strdup (document->name);
          place->line = myo_xml_get_line (node);
          g_hash_table_insert (places, g_strdup_printf ("%s/%s", myo_xml_get_name (node), id), place);
        }
      if (levels > 1)
        locate_elements (places, document, node, levels - 1);
    }
}

GHashTable *
myo_atlas_locate_builtin (void)
{
  g_autoptr(GArray) inputs = load_builtin ();
  g_autoptr(GPtrArray) problems = myo_atlas_problems_new ();
  g_autoptr(GPtrArray) documents = parse_inputs ((const MyoAtlasInput *) inputs->data, inputs->len, problems);
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) myo_atlas_problem_free);

  for (guint i = 0; i < documents->len; i++)
    {
      MyoAtlasDocument *document = g_ptr_array_index (documents, i);

      locate_elements (places, document, myo_atlas_document_get_root (document), 2);
    }
  return places;
}
