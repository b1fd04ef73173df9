/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-ids-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "config.h"
#include "myo-atlas-problems-private.h"
#include "myo-atlas-resources.h"
#include "myo-xml-node-private.h"
#include "myo-xml-value-private.h"

#define MUSCLE_IDS_PATH RESOURCE_PATH "/atlas/muscle-ids.txt"

static const char * const element_names[MYO_N_ID_KINDS] = {
  [MYO_ID_MUSCLE] = "muscle",
  [MYO_ID_REGION] = "region",
  [MYO_ID_METHOD] = "method",
  [MYO_ID_TOOL] = "tool",
  [MYO_ID_FLAG] = "flag",
  [MYO_ID_CONDITION] = "condition",
  [MYO_ID_TOPIC] = "topic",
  [MYO_ID_SOURCE] = "source",
  [MYO_ID_PREVALENCE] = "prevalence",
  [MYO_ID_POINT] = "trigger-point",
  [MYO_ID_TECHNIQUE] = "technique",
};

typedef struct
{
  const MyoAtlasDocument *document;
  const xmlNode          *node;
} Place;

struct _MyoAtlasIds
{
  MyoAtlas   *base;                       /* borrowed, maybe NULL */
  GHashTable *declared[MYO_N_ID_KINDS];   /* id in the document → Place */
  GHashTable *base_parts;                 /* ids of points and techniques of the muscles in base that stay */
  GHashTable *muscles;                    /* all muscles of the body */
};

/* --- What the documents declare --- */

static void
declare (MyoAtlasIds            *self,
         MyoIdKind               kind,
         const MyoAtlasDocument *document,
         const xmlNode          *node,
         GPtrArray              *problems)
{
  const char *id = myo_xml_get_attribute (node, kind == MYO_ID_PREVALENCE ? "muscle" : "id");
  const Place *first;
  Place *place;

  if (id == NULL)
    return;
  first = g_hash_table_lookup (self->declared[kind], id);
  if (first != NULL)
    {
      myo_atlas_problems_add (problems, document->name, myo_xml_get_line (node),
                              _("The id “%s” is used twice; it first stands in %s, line %d."),
                              id, first->document->name, myo_xml_get_line (first->node));
      return;
    }
  place = g_new (Place, 1);
  *place = (Place) { document, node };
  g_hash_table_insert (self->declared[kind], (gpointer) id, place);
}

static void
declare_parts (MyoAtlasIds            *self,
               const MyoAtlasDocument *document,
               const xmlNode          *muscle,
               GPtrArray              *problems)
{
  for (const xmlNode *node = myo_xml_first_child (muscle); node != NULL; node = myo_xml_next (node))
    for (MyoIdKind kind = MYO_ID_POINT; kind <= MYO_ID_TECHNIQUE; kind++)
      if (myo_atlas_element_is (node, element_names[kind]))
        declare (self, kind, document, node, problems);
}

static void
declare_document (MyoAtlasIds      *self,
                  MyoAtlasDocument *document,
                  GPtrArray        *problems)
{
  xmlNode *root = myo_atlas_document_get_root (document);

  for (const xmlNode *node = myo_xml_first_child (root); node != NULL; node = myo_xml_next (node))
    for (MyoIdKind kind = MYO_ID_MUSCLE; kind <= MYO_ID_PREVALENCE; kind++)
      if (myo_atlas_element_is (node, element_names[kind]))
        {
          declare (self, kind, document, node, problems);
          if (kind == MYO_ID_MUSCLE)
            declare_parts (self, document, node, problems);
        }
}

/* --- What is there already --- */

static void
collect_parts (MyoAtlasIds *self,
               MyoMuscle   *muscle)
{
  for (guint i = 0; i < muscle->points->len; i++)
    g_hash_table_add (self->base_parts, ((MyoTriggerPoint *) g_ptr_array_index (muscle->points, i))->id);
  for (guint i = 0; i < muscle->techniques->len; i++)
    g_hash_table_add (self->base_parts, ((MyoTechnique *) g_ptr_array_index (muscle->techniques, i))->id);
}

/* A muscle that the documents replace takes its points and techniques with it. */
static void
collect_base (MyoAtlasIds *self)
{
  GPtrArray *muscles = myo_atlas_get_muscles (self->base);

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      g_hash_table_add (self->muscles, g_strdup (muscle->id));
      if (!g_hash_table_contains (self->declared[MYO_ID_MUSCLE], muscle->id))
        collect_parts (self, muscle);
    }
}

static void
check_against_base (MyoAtlasIds *self,
                    MyoIdKind    kind,
                    GPtrArray   *problems)
{
  GHashTableIter iter;
  gpointer id, value;

  g_hash_table_iter_init (&iter, self->declared[kind]);
  while (g_hash_table_iter_next (&iter, &id, &value))
    {
      const Place *place = value;

      if (g_hash_table_contains (self->base_parts, id))
        myo_atlas_problems_add (problems, place->document->name, myo_xml_get_line (place->node),
                                _("The id “%s” belongs to another muscle of the atlas."), (char *) id);
    }
}

/* Lines of the list of all muscles: an id each, blank ones and those that begin with # aside. */
static void
collect_known_muscles (GHashTable *muscles)
{
  g_autoptr(GBytes) bytes = g_resource_lookup_data (myo_atlas_get_resource (), MUSCLE_IDS_PATH, 0, NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_return_if_fail (bytes != NULL);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0' && *lines[i] != '#')
      g_hash_table_add (muscles, g_strdup (lines[i]));
}

/* --- Public --- */

MyoAtlasIds *
myo_atlas_ids_new (GPtrArray *documents,
                   MyoAtlas  *base,
                   GPtrArray *problems)
{
  MyoAtlasIds *self = g_new0 (MyoAtlasIds, 1);

  self->base = base;
  self->base_parts = g_hash_table_new (g_str_hash, g_str_equal);
  self->muscles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint kind = 0; kind < MYO_N_ID_KINDS; kind++)
    self->declared[kind] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  collect_known_muscles (self->muscles);
  for (guint i = 0; i < documents->len; i++)
    declare_document (self, g_ptr_array_index (documents, i), problems);
  if (base == NULL)
    return self;

  collect_base (self);
  check_against_base (self, MYO_ID_POINT, problems);
  check_against_base (self, MYO_ID_TECHNIQUE, problems);
  return self;
}

void
myo_atlas_ids_free (MyoAtlasIds *self)
{
  for (guint kind = 0; kind < MYO_N_ID_KINDS; kind++)
    g_hash_table_unref (self->declared[kind]);
  g_hash_table_unref (self->base_parts);
  g_hash_table_unref (self->muscles);
  g_free (self);
}

static gboolean
is_in_base (MyoAtlas   *base,
            MyoIdKind   kind,
            const char *id)
{
  switch (kind)
    {
    case MYO_ID_MUSCLE:
      return myo_atlas_get_muscle (base, id) != NULL;
    case MYO_ID_REGION:
      return myo_atlas_get_region (base, id) != NULL;
    case MYO_ID_METHOD:
      return myo_atlas_get_method (base, id) != NULL;
    case MYO_ID_TOOL:
      return myo_atlas_get_tool (base, id) != NULL;
    case MYO_ID_FLAG:
      return myo_atlas_get_flag (base, id) != NULL;
    case MYO_ID_CONDITION:
      return myo_atlas_get_condition (base, id) != NULL;
    case MYO_ID_TOPIC:
      return myo_atlas_get_topic (base, id) != NULL;
    case MYO_ID_SOURCE:
      return myo_atlas_get_source (base, id) != NULL;
    case MYO_ID_PREVALENCE:
      return myo_atlas_get_prevalence (base, id) > 0;
    case MYO_ID_POINT:
    case MYO_ID_TECHNIQUE:
    default:
      return FALSE;
    }
}

gboolean
myo_atlas_ids_has (MyoAtlasIds *self,
                   MyoIdKind    kind,
                   const char  *id)
{
  return g_hash_table_contains (self->declared[kind], id)
         || (self->base != NULL && is_in_base (self->base, kind, id));
}

gboolean
myo_atlas_ids_is_muscle (MyoAtlasIds *self,
                         const char  *id)
{
  return g_hash_table_contains (self->muscles, id) || g_hash_table_contains (self->declared[MYO_ID_MUSCLE], id);
}

gboolean
myo_atlas_ids_get_region (MyoAtlasIds *self,
                          const char  *id,
                          guint       *views,
                          gboolean    *paired)
{
  const Place *place = g_hash_table_lookup (self->declared[MYO_ID_REGION], id);
  const MyoRegion *region = self->base != NULL ? myo_atlas_get_region (self->base, id) : NULL;

  if (place != NULL)
    {
      *views = myo_xml_get_views (place->node);
      *paired = g_strcmp0 (myo_xml_get_attribute (place->node, "side"), "midline") != 0;
      return TRUE;
    }
  if (region == NULL)
    return FALSE;
  *views = region->views;
  *paired = region->paired;
  return TRUE;
}
