/* From bytes to an atlas: parse, check against the schema and each other, build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-reader-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "myo-atlas-document-private.h"
#include "myo-atlas-parse-private.h"
#include "myo-atlas-problems-private.h"
#include "myo-atlas-references-private.h"
#include "myo-atlas-schema-private.h"
#include "myo-xml-intake-private.h"

#define VERSION_LENGTH 12
/* It names a state of the atlas and guards nothing: the checksum that is soonest done. */
#define VERSION_CHECKSUM G_CHECKSUM_MD5

/* --- Fingerprints --- */

static void
finish_version (MyoAtlas  *atlas,
                GChecksum *checksum)
{
  g_autofree char *version = g_strndup (g_checksum_get_string (checksum), VERSION_LENGTH);

  myo_atlas_set_version (atlas, version);
}

static void
set_version (MyoAtlas            *atlas,
             const MyoAtlasInput *inputs,
             guint                n)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (VERSION_CHECKSUM);

  for (guint i = 0; i < n; i++)
    {
      gsize length;
      const guchar *data = g_bytes_get_data (inputs[i].bytes, &length);

      if (length > 0)
        g_checksum_update (checksum, data, (gssize) length);
    }
  finish_version (atlas, checksum);
}

/* What comes of merging a pack is neither the one nor the other. */
void
myo_atlas_combine_versions (MyoAtlas   *atlas,
                            const char *pack_version)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (VERSION_CHECKSUM);

  g_checksum_update (checksum, (const guchar *) myo_atlas_get_version (atlas), -1);
  g_checksum_update (checksum, (const guchar *) pack_version, -1);
  finish_version (atlas, checksum);
}

/* --- From bytes to an atlas --- */

int
myo_atlas_compare_names (gconstpointer a,
                         gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

GPtrArray *
myo_atlas_parse_inputs (const MyoAtlasInput *inputs,
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

MyoAtlas *
myo_atlas_build (GPtrArray           *documents,
                 const MyoAtlasInput *inputs,
                 guint                n)
{
  MyoAtlas *atlas = myo_atlas_new ();

  for (guint i = 0; i < documents->len; i++)
    myo_atlas_parse_document (atlas, g_ptr_array_index (documents, i));
  set_version (atlas, inputs, n);
  return atlas;
}

static MyoAtlas *
read_with_schema (MyoAtlasSchema      *schema,
                  const MyoAtlasInput *inputs,
                  guint                n,
                  MyoAtlas            *base,
                  GPtrArray           *problems)
{
  g_autoptr(GPtrArray) documents = myo_atlas_parse_inputs (inputs, n, problems);
  g_autoptr(GPtrArray) verdicts = myo_atlas_problems_new ();

  for (guint i = 0; i < documents->len; i++)
    myo_atlas_schema_check (schema, g_ptr_array_index (documents, i), problems, verdicts);
  myo_atlas_check_references (documents, base, problems);
  if (problems->len == 0)
    myo_atlas_problems_move (verdicts, problems);
  myo_atlas_problems_sort (problems);
  return problems->len == 0 ? myo_atlas_build (documents, inputs, n) : NULL;
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
  myo_atlas_problems_move (found, problems);
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
  myo_atlas_problems_move (found, problems);
  return NULL;
}
