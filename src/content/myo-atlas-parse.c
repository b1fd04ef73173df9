/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-parse-private.h"

#include "myo-atlas-parse-muscle-private.h"
#include "myo-xml-node-private.h"
#include "myo-xml-value-private.h"

/* --- Lists and texts --- */

/* Fills the texts that are named, each with the first element of that name. */
typedef struct { const char *name; char **text; } TextSlot;

static void
parse_texts (const xmlNode  *node,
             const TextSlot *slots,
             guint           n)
{
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    for (guint i = 0; i < n; i++)
      if (myo_atlas_element_is (child, slots[i].name))
        myo_xml_set_text (slots[i].text, child);
}

/* Returns: the texts of all elements @name, or their attribute @attribute */
static GPtrArray *
parse_list (const xmlNode *node,
            const char    *name,
            const char    *attribute)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_atlas_element_is (child, name))
      g_ptr_array_add (list, attribute != NULL ? myo_xml_dup_needed (child, attribute) : myo_xml_translate_text (child));
  return list;
}

static GPtrArray *
parse_evidence_list (const xmlNode *node)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_evidence_free);

  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_atlas_element_is (child, "evidence"))
      g_ptr_array_add (list, myo_atlas_parse_evidence (child));
  return list;
}

/* --- Entries --- */

static void
parse_muscle (MyoAtlas      *atlas,
              const xmlNode *node)
{
  myo_atlas_add_muscle (atlas, myo_atlas_parse_muscle (node));
}

static void
parse_region (MyoAtlas      *atlas,
              const xmlNode *node)
{
  MyoRegion *region = g_new0 (MyoRegion, 1);
  const TextSlot slots[] = { { "name", &region->name } };

  region->id = myo_xml_dup_needed (node, "id");
  region->views = myo_xml_get_views (node);
  region->paired = MYO_XML_CHOICE (gboolean, node, "side", "midline", "paired");
  region->inner = MYO_XML_CHOICE (gboolean, node, "inner", "no", "yes");
  parse_texts (node, slots, G_N_ELEMENTS (slots));
  myo_atlas_add_region (atlas, region);
}

static void
parse_method (MyoAtlas      *atlas,
              const xmlNode *node)
{
  MyoMethod *method = g_new0 (MyoMethod, 1);
  const TextSlot slots[] = {
    { "name", &method->name }, { "summary", &method->summary }, { "feels", &method->feels },
    { "good-for", &method->good_for }, { "risk", &method->risk }, { "certainty", &method->certainty },
  };

  method->id = myo_xml_dup_needed (node, "id");
  method->grade = 'C';
  method->evidence = parse_evidence_list (node);
  parse_texts (node, slots, G_N_ELEMENTS (slots));
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_atlas_element_is (child, "certainty"))
      method->grade = myo_xml_get_grade (child);
  myo_atlas_add_method (atlas, method);
}

static void
parse_tool (MyoAtlas      *atlas,
            const xmlNode *node)
{
  MyoTool *tool = g_new0 (MyoTool, 1);
  const TextSlot slots[] = { { "name", &tool->name }, { "summary", &tool->summary }, { "risk", &tool->risk } };

  tool->id = myo_xml_dup_needed (node, "id");
  parse_texts (node, slots, G_N_ELEMENTS (slots));
  myo_atlas_add_tool (atlas, tool);
}

static MyoAsk *
parse_ask (const xmlNode *node)
{
  MyoAsk *ask = g_new0 (MyoAsk, 1);
  g_autofree char *quality = g_strstrip (myo_xml_dup_needed (node, "quality"));

  ask->region = myo_xml_dup_attribute (node, "region");
  ask->one_side = MYO_XML_CHOICE (gboolean, node, "one-side", "no", "yes");
  ask->has_quality = myo_quality_from_nick (quality, &ask->quality);
  return ask;
}

static void
parse_flag (MyoAtlas      *atlas,
            const xmlNode *node)
{
  MyoFlag *flag = g_new0 (MyoFlag, 1);
  const TextSlot slots[] = { { "name", &flag->name }, { "question", &flag->question }, { "advice", &flag->advice } };

  flag->id = myo_xml_dup_needed (node, "id");
  flag->level = MYO_XML_CHOICE (MyoFlagLevel, node, "level", "stop", "place", "care");
  flag->asks = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_ask_free);
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_atlas_element_is (child, "ask"))
      g_ptr_array_add (flag->asks, parse_ask (child));
  parse_texts (node, slots, G_N_ELEMENTS (slots));
  myo_atlas_add_flag (atlas, flag);
}

static void
parse_condition (MyoAtlas      *atlas,
                 const xmlNode *node)
{
  MyoCondition *condition = g_new0 (MyoCondition, 1);
  const TextSlot slots[] = { { "name", &condition->name }, { "summary", &condition->summary } };

  condition->id = myo_xml_dup_needed (node, "id");
  condition->muscles = parse_list (node, "muscle", "ref");
  condition->other_causes = parse_list (node, "other-cause", NULL);
  condition->see_doctor = parse_list (node, "see-doctor", NULL);
  condition->regions = parse_list (node, "felt", "region");
  parse_texts (node, slots, G_N_ELEMENTS (slots));
  myo_atlas_add_condition (atlas, condition);
}

static void
parse_topic (MyoAtlas      *atlas,
             const xmlNode *node)
{
  MyoTopic *topic = g_new0 (MyoTopic, 1);
  const TextSlot slots[] = { { "name", &topic->name } };

  topic->id = myo_xml_dup_needed (node, "id");
  topic->texts = parse_list (node, "text", NULL);
  topic->evidence = parse_evidence_list (node);
  parse_texts (node, slots, G_N_ELEMENTS (slots));
  myo_atlas_add_topic (atlas, topic);
}

static void
parse_prevalence (MyoAtlas      *atlas,
                  const xmlNode *node)
{
  MyoPrevalence *prevalence = g_new0 (MyoPrevalence, 1);

  prevalence->id = myo_xml_dup_needed (node, "muscle");
  prevalence->level = myo_xml_get_int (node, "level", 1);
  prevalence->evidence = parse_evidence_list (node);
  myo_atlas_add_prevalence (atlas, prevalence);
}

/* Citations stay in the language they were written in. */
static void
parse_source (MyoAtlas      *atlas,
              const xmlNode *node)
{
  MyoSource *source = g_new0 (MyoSource, 1);
  const xmlNode *citation = myo_xml_first_child (node);

  source->id = myo_xml_dup_needed (node, "id");
  source->kind = myo_xml_dup_needed (node, "kind");
  source->year = myo_xml_dup_needed (node, "year");
  source->doi = myo_xml_dup_attribute (node, "doi");
  source->pmid = myo_xml_dup_attribute (node, "pmid");
  source->citation = citation != NULL ? myo_xml_get_text (citation) : g_strdup ("");
  myo_atlas_add_source (atlas, source);
}

void
myo_atlas_parse_document (MyoAtlas         *atlas,
                          MyoAtlasDocument *document)
{
  static const struct { const char *name; void (*func) (MyoAtlas *, const xmlNode *); } funcs[] = {
    { "muscle", parse_muscle },
    { "region", parse_region },
    { "method", parse_method },
    { "tool", parse_tool },
    { "flag", parse_flag },
    { "condition", parse_condition },
    { "topic", parse_topic },
    { "source", parse_source },
    { "prevalence", parse_prevalence },
  };
  const xmlNode *root = myo_atlas_document_get_root (document);

  for (const xmlNode *node = myo_xml_first_child (root); node != NULL; node = myo_xml_next (node))
    for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
      if (myo_atlas_element_is (node, funcs[i].name))
        funcs[i].func (atlas, node);
}
