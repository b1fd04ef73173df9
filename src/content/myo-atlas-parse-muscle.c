/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-parse-muscle-private.h"

#include "myo-atlas-document-private.h"
#include "myo-xml-node-private.h"
#include "myo-xml-value-private.h"

/* --- Trigger points --- */

static MyoSpot *
parse_spot (const xmlNode *node)
{
  MyoSpot *spot = g_new0 (MyoSpot, 1);

  *spot = (MyoSpot) { myo_xml_get_view (node), myo_xml_get_double (node, "x"), myo_xml_get_double (node, "y") };
  return spot;
}

static MyoArea *
parse_area (const xmlNode *node)
{
  MyoArea *area = g_new0 (MyoArea, 1);

  area->view = myo_xml_get_view (node);
  area->path = myo_xml_dup_needed (node, "d");
  area->brush = myo_xml_get_double (node, "brush");
  return area;
}

static MyoZone *
parse_zone (const xmlNode *node)
{
  MyoZone *zone = myo_zone_new ();

  zone->region = myo_xml_dup_needed (node, "region");
  zone->kind = MYO_XML_CHOICE (MyoZoneKind, node, "kind", "primary", "spillover");
  zone->side = MYO_XML_CHOICE (MyoZoneSide, node, "side", "same", "opposite", "both", "middle");
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_atlas_element_is (child, "area"))
      g_ptr_array_add (zone->areas, parse_area (child));
  return zone;
}

MyoEvidence *
myo_atlas_parse_evidence (const xmlNode *node)
{
  MyoEvidence *evidence = g_new0 (MyoEvidence, 1);
  g_autofree char *note = myo_xml_translate_text (node);

  evidence->source = myo_xml_dup_needed (node, "source");
  evidence->at = myo_xml_dup_needed (node, "at");
  evidence->grade = myo_xml_get_grade (node);
  if (*note != '\0')
    evidence->note = g_steal_pointer (&note);
  return evidence;
}

static void
parse_point_part (MyoTriggerPoint *point,
                  const xmlNode   *node)
{
  if (myo_atlas_element_is (node, "spot"))
    g_ptr_array_add (point->spots, parse_spot (node));
  else if (myo_atlas_element_is (node, "find"))
    myo_xml_set_text (&point->find, node);
  else if (myo_atlas_element_is (node, "zone"))
    g_ptr_array_add (point->zones, parse_zone (node));
  else if (myo_atlas_element_is (node, "evidence"))
    g_ptr_array_add (point->evidence, myo_atlas_parse_evidence (node));
}

static int
compare_zones (gconstpointer a,
               gconstpointer b)
{
  const MyoZone *left = *(MyoZone * const *) a, *right = *(MyoZone * const *) b;

  return (int) left->kind - (int) right->kind;
}

static MyoTriggerPoint *
parse_point (const xmlNode *node)
{
  MyoTriggerPoint *point = myo_trigger_point_new ();

  point->id = myo_xml_dup_needed (node, "id");
  point->label = myo_xml_dup_needed (node, "label");
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    parse_point_part (point, child);
  g_ptr_array_sort (point->zones, compare_zones);
  return point;
}

/* --- Techniques --- */

static MyoStep *
parse_step (const xmlNode *node)
{
  MyoStep *step = g_new0 (MyoStep, 1);

  step->kind = MYO_XML_CHOICE (MyoStepKind, node, "kind", "prepare", "locate", "press", "stroke", "squeeze",
                       "stretch", "breathe", "rest", "check", "after");
  step->text = myo_xml_translate_text (node);
  step->seconds = myo_xml_get_int (node, "seconds", 0);
  step->repeat = myo_xml_get_int (node, "repeat", 1);
  step->rest = myo_xml_get_int (node, "rest", 0);
  step->pressure = myo_xml_get_int (node, "pressure", -1);
  step->tempo = MYO_XML_CHOICE (MyoTempo, node, "tempo", "", "slow", "medium", "fast", "slow-fast");
  step->each_side = MYO_XML_CHOICE (gboolean, node, "each-side", "no", "yes");
  return step;
}

static MyoTechnique *
parse_technique (const xmlNode *node)
{
  MyoTechnique *technique = myo_technique_new ();

  technique->id = myo_xml_dup_needed (node, "id");
  technique->audience = MYO_XML_CHOICE (MyoAudience, node, "for", "self", "practitioner");
  technique->method = myo_xml_dup_needed (node, "method");
  technique->tool = myo_xml_dup_needed (node, "tool");
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    {
      if (myo_atlas_element_is (child, "title"))
        myo_xml_set_text (&technique->title, child);
      else if (myo_atlas_element_is (child, "step"))
        g_ptr_array_add (technique->steps, parse_step (child));
    }
  return technique;
}

/* --- Muscles --- */

static MyoRelated *
parse_related (const xmlNode *node)
{
  MyoRelated *related = g_new0 (MyoRelated, 1);

  related->kind = MYO_XML_CHOICE (MyoRelatedKind, node, "kind", "synergist", "antagonist", "satellite");
  related->muscle = myo_xml_dup_needed (node, "muscle");
  return related;
}

static MyoCaution *
parse_caution (const xmlNode *node)
{
  MyoCaution *caution = g_new0 (MyoCaution, 1);

  caution->kind = MYO_XML_CHOICE (MyoCautionKind, node, "kind", "avoid", "care");
  caution->flag = myo_xml_dup_attribute (node, "flag");
  caution->text = myo_xml_translate_text (node);
  return caution;
}

static int
compare_cautions (gconstpointer a,
                  gconstpointer b)
{
  const MyoCaution *left = *(MyoCaution * const *) a, *right = *(MyoCaution * const *) b;

  return (int) left->kind - (int) right->kind;
}

/* Returns: where @muscle keeps the text of an element with that name, or %NULL */
static char **
find_text (MyoMuscle     *muscle,
           const xmlNode *node)
{
  const struct { const char *name; char **text; } texts[] = {
    { "name", &muscle->name },
    { "summary", &muscle->summary },
    { "origin", &muscle->origin },
    { "insertion", &muscle->insertion },
    { "action", &muscle->action },
    { "nerve", &muscle->nerve },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (myo_atlas_element_is (node, texts[i].name))
      return texts[i].text;
  return NULL;
}

static void
parse_muscle_part (MyoMuscle     *muscle,
                   const xmlNode *node)
{
  char **text = find_text (muscle, node);

  if (text != NULL)
    myo_xml_set_text (text, node);
  else if (myo_atlas_element_is (node, "latin") && muscle->latin == NULL)
    muscle->latin = myo_xml_get_text (node);
  else if (myo_atlas_element_is (node, "symptom"))
    g_ptr_array_add (muscle->symptoms, myo_xml_translate_text (node));
  else if (myo_atlas_element_is (node, "cause"))
    g_ptr_array_add (muscle->causes, myo_xml_translate_text (node));
  else if (myo_atlas_element_is (node, "related"))
    g_ptr_array_add (muscle->related, parse_related (node));
  else if (myo_atlas_element_is (node, "caution"))
    g_ptr_array_add (muscle->cautions, parse_caution (node));
  else if (myo_atlas_element_is (node, "trigger-point"))
    g_ptr_array_add (muscle->points, parse_point (node));
  else if (myo_atlas_element_is (node, "technique"))
    g_ptr_array_add (muscle->techniques, parse_technique (node));
}

MyoMuscle *
myo_atlas_parse_muscle (const xmlNode *node)
{
  MyoMuscle *muscle = myo_muscle_new ();

  muscle->id = myo_xml_dup_needed (node, "id");
  muscle->region = myo_xml_dup_needed (node, "region");
  muscle->depth = MYO_XML_CHOICE (MyoDepth, node, "depth", "superficial", "intermediate", "deep");
  muscle->self_care = MYO_XML_CHOICE (MyoSelfCare, node, "self-care", "yes", "with-care", "professional");
  muscle->fma = myo_xml_dup_attribute (node, "fma");
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    parse_muscle_part (muscle, child);
  g_ptr_array_sort (muscle->cautions, compare_cautions);
  return muscle;
}
