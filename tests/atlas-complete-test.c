/* The built-in atlas holds everything that it is meant to hold.  What is missing is named, all of it: the table of what is
 * needed is data/muscle-points.tsv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-atlas-reader.h"
#include "faults-kit.h"

#define N_MUSCLES 145
#define N_POINTS 243

/* A line of the table */
typedef struct
{
  char       *id;
  guint       views;           /* bits 1 << MyoView */
  GStrv       labels;
  MyoSelfCare self_care;
  gboolean    danger;
} Need;

static MyoAtlas *atlas;
static GPtrArray *needs;       /* of Need */

/* --- The table --- */

static void
need_free (Need *need)
{
  g_free (need->id);
  g_strfreev (need->labels);
  g_free (need);
}

static guint
parse_views (const char *text)
{
  g_auto(GStrv) nicks = g_strsplit (text, " ", -1);
  guint views = 0;

  for (guint i = 0; nicks[i] != NULL; i++)
    {
      MyoView view;

      g_assert_true (myo_view_from_nick (nicks[i], &view));
      views |= 1u << view;
    }
  return views;
}

static MyoSelfCare
parse_self_care (const char *text)
{
  static const char * const names[] = { "yes", "with-care", "professional" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], text) == 0)
      return (MyoSelfCare) i;
  g_assert_not_reached ();
}

static Need *
parse_need (const char *line)
{
  g_auto(GStrv) fields = g_strsplit (line, "\t", -1);
  Need *need = g_new0 (Need, 1);

  g_assert_cmpuint (g_strv_length (fields), ==, 6);
  need->id = g_strdup (fields[0]);
  need->views = parse_views (fields[1]);
  need->labels = g_strsplit (fields[3], " ", -1);
  need->self_care = parse_self_care (fields[4]);
  need->danger = strcmp (fields[5], "yes") == 0;
  g_assert_cmpuint (g_strv_length (need->labels), ==, g_ascii_strtoull (fields[2], NULL, 10));
  return need;
}

static GPtrArray *
load_needs (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) need_free);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (TEST_SOURCE_ROOT "/tests/data/muscle-points.tsv", &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && *lines[i] != '#')
      g_ptr_array_add (list, parse_need (lines[i]));
  return list;
}

/* Calls @func for every muscle of the table that the atlas has. */
static void
for_each_need (void (*func) (const Need *, MyoMuscle *))
{
  for (guint i = 0; i < needs->len; i++)
    {
      const Need *need = g_ptr_array_index (needs, i);
      MyoMuscle *muscle = myo_atlas_get_muscle (atlas, need->id);

      if (muscle != NULL)
        func (need, muscle);
    }
  assert_no_faults ();
}

/* --- Muscles and points --- */

static void
test_muscles (void)
{
  g_assert_cmpuint (needs->len, ==, N_MUSCLES);
  for (guint i = 0; i < needs->len; i++)
    {
      const Need *need = g_ptr_array_index (needs, i);

      if (myo_atlas_get_muscle (atlas, need->id) == NULL)
        complain ("%s is missing", need->id);
    }
  assert_no_faults ();
  g_assert_cmpuint (myo_atlas_get_muscles (atlas)->len, ==, N_MUSCLES);
}

static void
check_label (const Need            *need,
             guint                  i,
             const MyoTriggerPoint *point)
{
  g_autofree char *lower = g_ascii_strdown (need->labels[i], -1);
  g_autofree char *id = g_strdup_printf ("%s-%s", need->id, lower);

  if (strcmp (point->label, need->labels[i]) != 0)
    complain ("%s: %s stands where %s should", need->id, point->label, need->labels[i]);
  if (strcmp (point->id, id) != 0)
    complain ("%s should have the id %s", point->id, id);
}

static void
check_labels (const Need *need,
              MyoMuscle  *muscle)
{
  guint n = g_strv_length (need->labels);

  if (muscle->points->len != n)
    complain ("%s: %u trigger points, should be %u", need->id, muscle->points->len, n);
  for (guint i = 0; i < MIN (n, muscle->points->len); i++)
    check_label (need, i, g_ptr_array_index (muscle->points, i));
}

static void
test_labels (void)
{
  guint n_points = 0;

  for (guint i = 0; i < needs->len; i++)
    n_points += g_strv_length (((const Need *) g_ptr_array_index (needs, i))->labels);
  g_assert_cmpuint (n_points, ==, N_POINTS);
  for_each_need (check_labels);
}

static guint
get_spot_views (const MyoTriggerPoint *point)
{
  guint views = 0;

  for (guint i = 0; i < point->spots->len; i++)
    views |= 1u << ((const MyoSpot *) g_ptr_array_index (point->spots, i))->view;
  return views;
}

/* Every view has a point, and every point a view: one at the back of a muscle does not show in front. */
static void
check_views (const Need *need,
             MyoMuscle  *muscle)
{
  guint views = 0;

  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      if ((get_spot_views (point) & need->views) == 0)
        complain ("%s shows in none of its views", point->id);
      views |= get_spot_views (point);
    }
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((need->views & ~views & (1u << view)) != 0)
      complain ("%s: no point shows in the view %s", need->id, myo_view_get_nick (view));
}

static void
test_views (void)
{
  for_each_need (check_views);
}

/* --- Zones and evidence --- */

static guint
get_area_views (const MyoZone *zone)
{
  guint views = 0;

  for (guint i = 0; i < zone->areas->len; i++)
    views |= 1u << ((const MyoArea *) g_ptr_array_index (zone->areas, i))->view;
  return views;
}

static void
check_zone (const MyoTriggerPoint *point,
            const MyoZone         *zone)
{
  const MyoRegion *region = myo_atlas_get_region (atlas, zone->region);
  guint views = get_area_views (zone);

  if (region == NULL)
    {
      complain ("%s: there is no region %s", point->id, zone->region);
      return;
    }
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if ((views & ~region->views & (1u << view)) != 0)
      complain ("%s: %s does not show in the view %s", point->id, zone->region, myo_view_get_nick (view));
    else if ((region->views & ~views & (1u << view)) != 0)
      complain ("%s: %s has no area in the view %s", point->id, zone->region, myo_view_get_nick (view));
}

static void
check_point (const MyoTriggerPoint *point)
{
  if (point->find == NULL || *point->find == '\0')
    complain ("%s: nothing says how to find it", point->id);
  if (point->evidence->len == 0)
    complain ("%s: no evidence", point->id);
  for (guint i = 0; i < point->zones->len; i++)
    {
      const MyoZone *zone = g_ptr_array_index (point->zones, i);
      const MyoZone *previous = g_ptr_array_index (point->zones, i > 0 ? i - 1 : 0);

      check_zone (point, zone);
      if (zone->kind < previous->kind || (i == 0 && zone->kind != MYO_ZONE_PRIMARY))
        complain ("%s: the usual pain does not come first", point->id);
    }
}

static void
check_points (const Need *need,
              MyoMuscle  *muscle)
{
  for (guint i = 0; i < muscle->points->len; i++)
    check_point (g_ptr_array_index (muscle->points, i));
}

static void
test_points (void)
{
  for_each_need (check_points);
}

/* --- Techniques and dangers --- */

static guint
count_techniques (MyoMuscle   *muscle,
                  MyoAudience  audience)
{
  guint n = 0;

  for (guint i = 0; i < muscle->techniques->len; i++)
    n += ((const MyoTechnique *) g_ptr_array_index (muscle->techniques, i))->audience == audience;
  return n;
}

static void
check_techniques (const Need *need,
                  MyoMuscle  *muscle)
{
  guint n_self = count_techniques (muscle, MYO_FOR_SELF);

  if (muscle->self_care != need->self_care)
    complain ("%s: who may treat it is wrong", need->id);
  if (count_techniques (muscle, MYO_FOR_PRACTITIONER) == 0)
    complain ("%s: no technique for the practitioner", need->id);
  if (need->self_care == MYO_SELF_CARE_PROFESSIONAL && n_self > 0)
    complain ("%s: a technique for oneself, though only professionals may treat it", need->id);
  if (need->self_care != MYO_SELF_CARE_PROFESSIONAL && n_self == 0)
    complain ("%s: no technique for oneself", need->id);
}

static void
test_techniques (void)
{
  for_each_need (check_techniques);
}

static gboolean
is_done_by_hand (const MyoStep *step)
{
  return step->kind == MYO_STEP_PRESS || step->kind == MYO_STEP_STROKE || step->kind == MYO_STEP_SQUEEZE;
}

/* What only professionals may treat is explained, not done. */
static void
check_explained (const Need *need,
                 MyoMuscle  *muscle)
{
  if (need->self_care != MYO_SELF_CARE_PROFESSIONAL)
    return;
  for (guint i = 0; i < muscle->techniques->len; i++)
    {
      const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, i);

      for (guint k = 0; k < technique->steps->len; k++)
        if (is_done_by_hand (g_ptr_array_index (technique->steps, k)))
          complain ("%s does what it should only explain", technique->id);
    }
}

static void
test_explained (void)
{
  for_each_need (check_explained);
}

static void
check_dangers (const Need *need,
               MyoMuscle  *muscle)
{
  if (need->danger && muscle->cautions->len == 0)
    complain ("%s: the danger near it is not named", need->id);
}

static void
test_dangers (void)
{
  for_each_need (check_dangers);
}

/* --- Related muscles --- */

static void
check_related (const Need *need,
               MyoMuscle  *muscle)
{
  if (muscle->related->len < 3)
    complain ("%s: %u related muscles", need->id, muscle->related->len);
  for (guint i = 0; i < muscle->related->len; i++)
    {
      const MyoRelated *related = g_ptr_array_index (muscle->related, i);

      if (myo_atlas_get_muscle (atlas, related->muscle) == NULL)
        complain ("%s: the related muscle %s has no entry", need->id, related->muscle);
    }
}

static void
test_related (void)
{
  for_each_need (check_related);
}

/* --- Methods and tools --- */

/* These are explained; no technique uses them. */
static const char * const needles[] = { "dry-needling", "injection", NULL };

static void
count_use (GHashTable *methods,
           GHashTable *tools)
{
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = g_ptr_array_index (muscles, i);

      for (guint k = 0; k < muscle->techniques->len; k++)
        {
          const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, k);

          g_hash_table_add (methods, technique->method);
          g_hash_table_add (tools, technique->tool);
        }
    }
}

static void
test_methods_and_tools (void)
{
  static const char * const methods[] = {
    "ischaemic-compression", "sustained-pressure", "stripping", "deep-stroking", "myofascial-release", "cross-fibre-friction",
    "effleurage", "petrissage", "tapotement", "vibration", "slow-fast-squeezing", "pin-and-stretch", "contract-relax",
    "stretching", "breathing", "heat",
  };
  static const char * const tools[] = {
    "fingers", "thumbs", "knuckles", "elbow", "palm", "ball-wall", "ball-floor", "foam-roller", "hook", "massager", "heat-pack",
  };
  g_autoptr(GHashTable) used_methods = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) used_tools = g_hash_table_new (g_str_hash, g_str_equal);

  count_use (used_methods, used_tools);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (!g_hash_table_contains (used_methods, methods[i]))
      complain ("no technique uses the method %s", methods[i]);
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (!g_hash_table_contains (used_tools, tools[i]))
      complain ("no technique uses the tool %s", tools[i]);
  for (guint i = 0; needles[i] != NULL; i++)
    if (myo_atlas_get_method (atlas, needles[i]) == NULL || g_hash_table_contains (used_methods, needles[i]))
      complain ("%s should be explained and used by no technique", needles[i]);
  assert_no_faults ();
}

/* --- Texts fit the side panel --- */

#define MAX_SUMMARY 160
#define MAX_STEP 220
#define MAX_TEXT 240
#define MAX_LONG 480

static void
check_length (const char *id,
              const char *what,
              const char *text,
              glong       most)
{
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

  if (length == 0 || length > most)
    complain ("%s: %s has %ld characters, at most %ld fit", id, what, length, most);
}

static void
check_list_length (const char *id,
                   const char *what,
                   GPtrArray  *texts,
                   glong       most)
{
  for (guint i = 0; i < texts->len; i++)
    check_length (id, what, g_ptr_array_index (texts, i), most);
}

static void
check_muscle_texts (const Need *need,
                    MyoMuscle  *muscle)
{
  check_length (need->id, "the summary", muscle->summary, MAX_SUMMARY);
  check_list_length (need->id, "a symptom", muscle->symptoms, MAX_TEXT);
  check_list_length (need->id, "a cause", muscle->causes, MAX_TEXT);
  for (guint i = 0; i < muscle->cautions->len; i++)
    check_length (need->id, "a caution", ((const MyoCaution *) g_ptr_array_index (muscle->cautions, i))->text, MAX_TEXT);
  for (guint i = 0; i < muscle->techniques->len; i++)
    {
      const MyoTechnique *technique = g_ptr_array_index (muscle->techniques, i);

      for (guint k = 0; k < technique->steps->len; k++)
        check_length (technique->id, "a step", ((const MyoStep *) g_ptr_array_index (technique->steps, k))->text, MAX_STEP);
    }
}

static void
test_texts (void)
{
  for_each_need (check_muscle_texts);
}

/* --- Conditions and topics --- */

static void
check_condition (const MyoCondition *condition)
{
  check_length (condition->id, "the summary", condition->summary, MAX_SUMMARY);
  check_list_length (condition->id, "another cause", condition->other_causes, MAX_TEXT);
  check_list_length (condition->id, "when to see a doctor", condition->see_doctor, MAX_TEXT);
  if (condition->muscles->len < 3 || condition->other_causes->len < 2 || condition->see_doctor->len < 2)
    complain ("%s: too few muscles, other causes or reasons to see a doctor", condition->id);
  for (guint i = 0; i < condition->muscles->len; i++)
    if (myo_atlas_get_muscle (atlas, g_ptr_array_index (condition->muscles, i)) == NULL)
      complain ("%s: the muscle %s has no entry", condition->id, (const char *) g_ptr_array_index (condition->muscles, i));
}

static void
test_conditions (void)
{
  static const char * const ids[] = {
    "tension-headache", "jaw-pain", "stiff-neck", "shoulder-pain", "tennis-elbow", "repetitive-strain", "low-back-pain",
    "buttock-and-leg-pain", "hip-pain", "front-of-knee-pain", "calf-pain", "heel-pain", "pelvic-pain", "incontinence",
    "overuse-fatigue",
  };
  GPtrArray *conditions = myo_atlas_get_conditions (atlas);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (myo_atlas_get_condition (atlas, ids[i]) == NULL)
      complain ("%s is missing", ids[i]);
  for (guint i = 0; i < conditions->len; i++)
    check_condition (g_ptr_array_index (conditions, i));
  assert_no_faults ();
}

/* In the order in which they are to be read */
static void
test_topics (void)
{
  static const char * const ids[] = {
    "trigger-point", "signs", "referred-pain", "active-and-latent", "why-they-come", "how-trouble-travels", "before",
    "how-hard-how-long", "after", "when-not-to-treat", "what-is-known", "what-is-not-known",
  };
  GPtrArray *topics = myo_atlas_get_topics (atlas);

  g_assert_cmpuint (topics->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < topics->len; i++)
    {
      const MyoTopic *topic = g_ptr_array_index (topics, i);

      g_assert_cmpstr (topic->id, ==, ids[i]);
      check_length (topic->id, "the name", topic->name, MAX_SUMMARY);
      check_list_length (topic->id, "a paragraph", topic->texts, MAX_LONG);
      if (topic->texts->len < 3 || topic->evidence->len == 0)
        complain ("%s: too few paragraphs or no evidence", topic->id);
    }
  assert_no_faults ();
}

/* --- Sources --- */

static void
check_sources (const char *id,
               GPtrArray  *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const MyoEvidence *evidence = g_ptr_array_index (list, i);

      if (myo_atlas_get_source (atlas, evidence->source) == NULL)
        complain ("%s: there is no source %s", id, evidence->source);
      if (*evidence->at == '\0')
        complain ("%s: no place in %s is named", id, evidence->source);
    }
}

static void
check_point_sources (const Need *need,
                     MyoMuscle  *muscle)
{
  for (guint i = 0; i < muscle->points->len; i++)
    {
      const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, i);

      check_sources (point->id, point->evidence);
    }
}

static void
test_sources (void)
{
  GPtrArray *topics = myo_atlas_get_topics (atlas);

  for (guint i = 0; i < topics->len; i++)
    check_sources (((const MyoTopic *) g_ptr_array_index (topics, i))->id, ((const MyoTopic *) g_ptr_array_index (topics, i))->evidence);
  for_each_need (check_point_sources);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  atlas = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (atlas);
  needs = load_needs ();

  g_test_add_func ("/atlas-complete/muscles", test_muscles);
  g_test_add_func ("/atlas-complete/labels", test_labels);
  g_test_add_func ("/atlas-complete/views", test_views);
  g_test_add_func ("/atlas-complete/points", test_points);
  g_test_add_func ("/atlas-complete/techniques", test_techniques);
  g_test_add_func ("/atlas-complete/explained", test_explained);
  g_test_add_func ("/atlas-complete/dangers", test_dangers);
  g_test_add_func ("/atlas-complete/related", test_related);
  g_test_add_func ("/atlas-complete/methods-and-tools", test_methods_and_tools);
  g_test_add_func ("/atlas-complete/texts", test_texts);
  g_test_add_func ("/atlas-complete/conditions", test_conditions);
  g_test_add_func ("/atlas-complete/topics", test_topics);
  g_test_add_func ("/atlas-complete/sources", test_sources);
  result = g_test_run ();
  g_ptr_array_unref (needs);
  g_object_unref (atlas);
  return result;
}
