/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-atlas-parse.h"

#include <libintl.h>
#include <string.h>

#include "myo-atlas-ids.h"

/* --- Texts and attributes --- */

/* The look-up has to see the text as xgettext writes it into the catalogue: every run of white space one blank, none at the
 * ends.  Never look up "": that is the catalogue's header. */
static char *
translate (const xmlNode *node)
{
  g_autofree char *text = myo_xml_get_text (node);
  const char *translated = *text != '\0' ? dgettext (GETTEXT_PACKAGE, text) : text;

  return translated == text ? g_steal_pointer (&text) : g_strdup (translated);
}

static void
set_text (char          **text,
          const xmlNode  *node)
{
  g_free (*text);
  *text = translate (node);
}

static char *
dup_attribute (const xmlNode *node,
               const char    *name)
{
  return g_strdup (myo_xml_get_attribute (node, name));
}

/* As dup_attribute(), for what is never %NULL */
static char *
dup_needed (const xmlNode *node,
            const char    *name)
{
  const char *value = myo_xml_get_attribute (node, name);

  return g_strdup (value != NULL ? value : "");
}

static int
get_int (const xmlNode *node,
         const char    *name,
         int            fallback)
{
  const char *value = myo_xml_get_attribute (node, name);

  return value != NULL ? (int) g_ascii_strtoll (value, NULL, 10) : fallback;
}

static double
get_double (const xmlNode *node,
            const char    *name)
{
  const char *value = myo_xml_get_attribute (node, name);

  return value != NULL ? g_ascii_strtod (value, NULL) : 0.0;
}

static char
get_grade (const xmlNode *node)
{
  const char *value = myo_xml_get_attribute (node, "grade");

  return value != NULL && *value != '\0' ? *value : 'C';
}

/* Returns: the place of the attribute's value among @values, 0 when it is not there */
static guint
get_choice (const xmlNode      *node,
            const char         *name,
            const char * const *values)
{
  const char *value = myo_xml_get_attribute (node, name);

  for (guint i = 0; value != NULL && values[i] != NULL; i++)
    if (strcmp (values[i], value) == 0)
      return i;
  return 0;
}

#define CHOICE(type, node, name, ...) \
  ((type) get_choice (node, name, (const char * const []) { __VA_ARGS__, NULL }))

static MyoView
get_view (const xmlNode *node)
{
  MyoView view = MYO_VIEW_FRONT;

  myo_view_from_nick (myo_xml_get_attribute (node, "view"), &view);
  return view;
}

/* --- Trigger points --- */

static MyoSpot *
parse_spot (const xmlNode *node)
{
  MyoSpot *spot = g_new0 (MyoSpot, 1);

  *spot = (MyoSpot) { get_view (node), get_double (node, "x"), get_double (node, "y") };
  return spot;
}

static MyoArea *
parse_area (const xmlNode *node)
{
  MyoArea *area = g_new0 (MyoArea, 1);

  area->view = get_view (node);
  area->path = dup_needed (node, "d");
  area->brush = get_double (node, "brush");
  return area;
}

static MyoZone *
parse_zone (const xmlNode *node)
{
  MyoZone *zone = myo_zone_new ();

  zone->region = dup_needed (node, "region");
  zone->kind = CHOICE (MyoZoneKind, node, "kind", "primary", "spillover");
  zone->side = CHOICE (MyoZoneSide, node, "side", "same", "opposite", "both", "middle");
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_xml_is (child, "area"))
      g_ptr_array_add (zone->areas, parse_area (child));
  return zone;
}

static MyoEvidence *
parse_evidence (const xmlNode *node)
{
  MyoEvidence *evidence = g_new0 (MyoEvidence, 1);
  g_autofree char *note = translate (node);

  evidence->source = dup_needed (node, "source");
  evidence->at = dup_needed (node, "at");
  evidence->grade = get_grade (node);
  if (*note != '\0')
    evidence->note = g_steal_pointer (&note);
  return evidence;
}

static void
parse_point_part (MyoTriggerPoint *point,
                  const xmlNode   *node)
{
  if (myo_xml_is (node, "spot"))
    g_ptr_array_add (point->spots, parse_spot (node));
  else if (myo_xml_is (node, "find"))
    set_text (&point->find, node);
  else if (myo_xml_is (node, "zone"))
    g_ptr_array_add (point->zones, parse_zone (node));
  else if (myo_xml_is (node, "evidence"))
    g_ptr_array_add (point->evidence, parse_evidence (node));
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

  point->id = dup_needed (node, "id");
  point->label = dup_needed (node, "label");
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

  step->kind = CHOICE (MyoStepKind, node, "kind", "prepare", "locate", "press", "stroke", "squeeze",
                       "stretch", "breathe", "rest", "check", "after");
  step->text = translate (node);
  step->seconds = get_int (node, "seconds", 0);
  step->repeat = get_int (node, "repeat", 1);
  step->rest = get_int (node, "rest", 0);
  step->pressure = get_int (node, "pressure", -1);
  step->tempo = CHOICE (MyoTempo, node, "tempo", "", "slow", "medium", "fast", "slow-fast");
  step->each_side = CHOICE (gboolean, node, "each-side", "no", "yes");
  return step;
}

static MyoTechnique *
parse_technique (const xmlNode *node)
{
  MyoTechnique *technique = myo_technique_new ();

  technique->id = dup_needed (node, "id");
  technique->audience = CHOICE (MyoAudience, node, "for", "self", "practitioner");
  technique->method = dup_needed (node, "method");
  technique->tool = dup_needed (node, "tool");
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    {
      if (myo_xml_is (child, "title"))
        set_text (&technique->title, child);
      else if (myo_xml_is (child, "step"))
        g_ptr_array_add (technique->steps, parse_step (child));
    }
  return technique;
}

/* --- Muscles --- */

static MyoRelated *
parse_related (const xmlNode *node)
{
  MyoRelated *related = g_new0 (MyoRelated, 1);

  related->kind = CHOICE (MyoRelatedKind, node, "kind", "synergist", "antagonist", "satellite");
  related->muscle = dup_needed (node, "muscle");
  return related;
}

static MyoCaution *
parse_caution (const xmlNode *node)
{
  MyoCaution *caution = g_new0 (MyoCaution, 1);

  caution->kind = CHOICE (MyoCautionKind, node, "kind", "avoid", "care");
  caution->flag = dup_attribute (node, "flag");
  caution->text = translate (node);
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
    if (myo_xml_is (node, texts[i].name))
      return texts[i].text;
  return NULL;
}

static void
parse_muscle_part (MyoMuscle     *muscle,
                   const xmlNode *node)
{
  char **text = find_text (muscle, node);

  if (text != NULL)
    set_text (text, node);
  else if (myo_xml_is (node, "latin") && muscle->latin == NULL)
    muscle->latin = myo_xml_get_text (node);
  else if (myo_xml_is (node, "symptom"))
    g_ptr_array_add (muscle->symptoms, translate (node));
  else if (myo_xml_is (node, "cause"))
    g_ptr_array_add (muscle->causes, translate (node));
  else if (myo_xml_is (node, "related"))
    g_ptr_array_add (muscle->related, parse_related (node));
  else if (myo_xml_is (node, "caution"))
    g_ptr_array_add (muscle->cautions, parse_caution (node));
  else if (myo_xml_is (node, "trigger-point"))
    g_ptr_array_add (muscle->points, parse_point (node));
  else if (myo_xml_is (node, "technique"))
    g_ptr_array_add (muscle->techniques, parse_technique (node));
}

static void
parse_muscle (MyoAtlas      *atlas,
              const xmlNode *node)
{
  MyoMuscle *muscle = myo_muscle_new ();

  muscle->id = dup_needed (node, "id");
  muscle->region = dup_needed (node, "region");
  muscle->depth = CHOICE (MyoDepth, node, "depth", "superficial", "intermediate", "deep");
  muscle->self_care = CHOICE (MyoSelfCare, node, "self-care", "yes", "with-care", "professional");
  muscle->fma = dup_attribute (node, "fma");
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    parse_muscle_part (muscle, child);
  g_ptr_array_sort (muscle->cautions, compare_cautions);
  myo_atlas_add_muscle (atlas, muscle);
}

/* --- The other entries --- */

/* Fills the texts that are named, each with the first element of that name. */
typedef struct { const char *name; char **text; } TextSlot;

static void
parse_texts (const xmlNode  *node,
             const TextSlot *slots,
             guint           n)
{
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    for (guint i = 0; i < n; i++)
      if (myo_xml_is (child, slots[i].name))
        set_text (slots[i].text, child);
}

/* Returns: the texts of all elements @name, or their attribute @attribute */
static GPtrArray *
parse_list (const xmlNode *node,
            const char    *name,
            const char    *attribute)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);

  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_xml_is (child, name))
      g_ptr_array_add (list, attribute != NULL ? dup_needed (child, attribute) : translate (child));
  return list;
}

static GPtrArray *
parse_evidence_list (const xmlNode *node)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_evidence_free);

  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_xml_is (child, "evidence"))
      g_ptr_array_add (list, parse_evidence (child));
  return list;
}

static void
parse_region (MyoAtlas      *atlas,
              const xmlNode *node)
{
  MyoRegion *region = g_new0 (MyoRegion, 1);
  const TextSlot slots[] = { { "name", &region->name } };

  region->id = dup_needed (node, "id");
  region->views = myo_atlas_parse_views (myo_xml_get_attribute (node, "views"));
  region->paired = CHOICE (gboolean, node, "side", "midline", "paired");
  region->inner = CHOICE (gboolean, node, "inner", "no", "yes");
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

  method->id = dup_needed (node, "id");
  method->grade = 'C';
  method->evidence = parse_evidence_list (node);
  parse_texts (node, slots, G_N_ELEMENTS (slots));
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_xml_is (child, "certainty"))
      method->grade = get_grade (child);
  myo_atlas_add_method (atlas, method);
}

static void
parse_tool (MyoAtlas      *atlas,
            const xmlNode *node)
{
  MyoTool *tool = g_new0 (MyoTool, 1);
  const TextSlot slots[] = { { "name", &tool->name }, { "summary", &tool->summary }, { "risk", &tool->risk } };

  tool->id = dup_needed (node, "id");
  parse_texts (node, slots, G_N_ELEMENTS (slots));
  myo_atlas_add_tool (atlas, tool);
}

static MyoAsk *
parse_ask (const xmlNode *node)
{
  MyoAsk *ask = g_new0 (MyoAsk, 1);
  g_autofree char *quality = g_strstrip (dup_needed (node, "quality"));

  ask->region = dup_attribute (node, "region");
  ask->one_side = CHOICE (gboolean, node, "one-side", "no", "yes");
  ask->has_quality = myo_quality_from_nick (quality, &ask->quality);
  return ask;
}

static void
parse_flag (MyoAtlas      *atlas,
            const xmlNode *node)
{
  MyoFlag *flag = g_new0 (MyoFlag, 1);
  const TextSlot slots[] = { { "name", &flag->name }, { "question", &flag->question }, { "advice", &flag->advice } };

  flag->id = dup_needed (node, "id");
  flag->level = CHOICE (MyoFlagLevel, node, "level", "stop", "place", "care");
  flag->asks = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_ask_free);
  for (const xmlNode *child = myo_xml_first_child (node); child != NULL; child = myo_xml_next (child))
    if (myo_xml_is (child, "ask"))
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

  condition->id = dup_needed (node, "id");
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

  topic->id = dup_needed (node, "id");
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

  prevalence->id = dup_needed (node, "muscle");
  prevalence->level = get_int (node, "level", 1);
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

  source->id = dup_needed (node, "id");
  source->kind = dup_needed (node, "kind");
  source->year = dup_needed (node, "year");
  source->doi = dup_attribute (node, "doi");
  source->pmid = dup_attribute (node, "pmid");
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
      if (myo_xml_is (node, funcs[i].name))
        funcs[i].func (atlas, node);
}
