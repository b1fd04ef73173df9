/* The atlas that is compiled into the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-reader-private.h"

#include <stdlib.h>

#include "config.h"
#include "myo-atlas-document-private.h"
#include "myo-atlas-problems-private.h"
#include "myo-atlas-resources.h"
#include "myo-xml-node-private.h"

#define ATLAS_PATH RESOURCE_PATH "/atlas"

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
  qsort (names, g_strv_length (names), sizeof *names, myo_atlas_compare_names);
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
  g_autoptr(GPtrArray) documents = myo_atlas_parse_inputs (first, inputs->len, problems);

  if (!myo_atlas_problems_report (problems, error))
    return NULL;
  return myo_atlas_build (documents, first, inputs->len);
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
  g_autoptr(GPtrArray) documents = myo_atlas_parse_inputs ((const MyoAtlasInput *) inputs->data, inputs->len, problems);
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) myo_atlas_problem_free);

  for (guint i = 0; i < documents->len; i++)
    {
      MyoAtlasDocument *document = g_ptr_array_index (documents, i);

      locate_elements (places, document, myo_atlas_document_get_root (document), 2);
    }
  return places;
}
