/* The texts of the built-in atlas fit where they are shown, and conditions, topics and sources are all there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "atlas-needs-kit.h"

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
  for (guint i = 0; i < MIN (topics->len, G_N_ELEMENTS (ids)); i++)
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
  load_atlas_and_needs ();

  g_test_add_func ("/atlas-texts/texts", test_texts);
  g_test_add_func ("/atlas-texts/conditions", test_conditions);
  g_test_add_func ("/atlas-texts/topics", test_topics);
  g_test_add_func ("/atlas-texts/sources", test_sources);
  result = g_test_run ();
  free_atlas_and_needs ();
  return result;
}
