/* Packs of one's own: what a good one becomes, the example of the README among them; chapters keep the order in which they are to be
 * read.  What is refused, and why, is for malformed-atlas-test.c, a folder of packs for atlas-folder-test.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "atlas-pack-kit.h"
#include "myo-error.h"

#define HEAD "<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">\n"
#define FENCE "```xml\n"

/* The atlas that packs refer to: read once, never changed by what follows. */
static MyoAtlas *base;

static MyoAtlas *
read_text (const char *text,
           MyoAtlas   *atlas)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  MyoAtlas *pack = myo_atlas_read_bytes (bytes, "pack.xml", atlas, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

/* --- The example --- */

static char *
load_source (const char *name)
{
  g_autofree char *path = g_build_filename (TEST_SOURCE_ROOT, name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_steal_pointer (&text);
}

/* Returns: the first XML that stands in the README */
static char *
cut_example (const char *readme)
{
  const char *fence = strstr (readme, FENCE);
  const char *start, *end;

  g_assert_nonnull (fence);
  start = fence + strlen (FENCE);
  end = strstr (start, "```\n");
  g_assert_nonnull (end);
  return g_strndup (start, (gsize) (end - start));
}

static void
test_example_is_the_readme_s (void)
{
  g_autofree char *readme = load_source ("README.md");
  g_autofree char *shown = cut_example (readme);
  g_autofree char *example = load_source ("tests/data/example-pack.xml");

  g_assert_cmpstr (shown, ==, example);
}

static void
test_example_is_good (void)
{
  g_autoptr(MyoAtlas) atlas = myo_atlas_read_builtin (NULL);
  guint n_builtin = g_list_model_get_n_items (G_LIST_MODEL (atlas));
  g_autofree char *example = load_source ("tests/data/example-pack.xml");
  g_autoptr(MyoAtlas) pack = read_text (example, atlas);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pack)), ==, 1);
  myo_atlas_merge (atlas, pack);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (atlas)), ==, n_builtin);
  g_assert_nonnull (myo_atlas_get_source (atlas, "our-handbook"));
}

/* --- What a good pack becomes --- */

static void
test_good_pack (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (good_pack, sizeof good_pack - 1);
  g_autoptr(MyoAtlas) pack = myo_atlas_read_bytes (bytes, "good.xml", base, NULL, NULL);
  MyoMuscle *muscle = myo_atlas_get_muscle (pack, "pack-muscle");
  const MyoTriggerPoint *point = myo_muscle_get_point (muscle, "pack-muscle-trp1");
  const MyoTechnique *technique = myo_muscle_get_technique (muscle, "pack-hold");
  const MyoStep *step = g_ptr_array_index (technique->steps, 1);

  g_assert_cmpint (muscle->depth, ==, MYO_DEPTH_DEEP);
  g_assert_cmpstr (muscle->fma, ==, "32546");
  g_assert_cmpint (((MyoCaution *) g_ptr_array_index (muscle->cautions, 0))->kind, ==, MYO_CAUTION_AVOID);
  g_assert_cmpint (((MyoZone *) g_ptr_array_index (point->zones, 0))->kind, ==, MYO_ZONE_PRIMARY);
  g_assert_cmpstr (step->text, ==, "Press softly.");
  g_assert_cmpint (step->kind, ==, MYO_STEP_PRESS);
  g_assert_cmpint (step->seconds, ==, 30);
  g_assert_cmpint (step->repeat, ==, 2);
  g_assert_cmpint (step->tempo, ==, MYO_TEMPO_NONE);
  g_assert_false (step->each_side);
}

static void
test_small_entries (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (good_pack, sizeof good_pack - 1);
  g_autoptr(MyoAtlas) pack = myo_atlas_read_bytes (bytes, "good.xml", base, NULL, NULL);
  const MyoFlag *flag = myo_atlas_get_flag (pack, "pack-flag");
  const MyoCondition *condition = myo_atlas_get_condition (pack, "pack-pain");
  const MyoAsk *place, *quality;

  g_assert_cmpuint (flag->asks->len, ==, 2);
  place = g_ptr_array_index (flag->asks, 0);
  g_assert_cmpstr (place->region, ==, "calf-mid");
  g_assert_true (place->one_side);
  g_assert_false (place->has_quality);
  quality = g_ptr_array_index (flag->asks, 1);
  g_assert_null (quality->region);
  g_assert_false (quality->one_side);
  g_assert_true (quality->has_quality);
  g_assert_cmpint (quality->quality, ==, MYO_QUALITY_NUMB);
  g_assert_cmpuint (condition->regions->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (condition->regions, 0), ==, "temple");
  g_assert_cmpint (myo_atlas_get_prevalence (pack, "infraspinatus"), ==, 4);
  g_assert_cmpint (myo_atlas_get_prevalence (pack, "pack-muscle"), ==, 0);
}

/* What a pack says of how common a muscle is replaces what was known, of that muscle alone. */
static void
test_prevalence_replaces (void)
{
  g_autoptr(MyoAtlas) atlas = myo_atlas_read_builtin (NULL);
  g_autoptr(GString) text = g_string_new (good_pack);
  int others = myo_atlas_get_prevalence (atlas, "temporalis");

  for (int level = 1; level <= 5; level++)
    {
      g_autofree char *wanted = g_strdup_printf ("infraspinatus\" level=\"%d\"", level);
      g_autoptr(GString) changed = g_string_new (text->str);
      g_autoptr(GBytes) bytes = NULL;
      g_autoptr(MyoAtlas) pack = NULL;

      g_string_replace (changed, "infraspinatus\" level=\"4\"", wanted, 1);
      bytes = g_bytes_new (changed->str, changed->len);
      pack = myo_atlas_read_bytes (bytes, "good.xml", atlas, NULL, NULL);
      myo_atlas_merge (atlas, pack);
      g_assert_cmpint (myo_atlas_get_prevalence (atlas, "infraspinatus"), ==, level);
      g_assert_cmpint (myo_atlas_get_prevalence (atlas, "temporalis"), ==, others);
    }
}

/* Faults are told all at once, in the order of their lines. */
static void
test_all_faults_are_told (void)
{
  g_autoptr(GString) text = g_string_new (good_pack);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GPtrArray) problems = new_problems ();
  g_autoptr(MyoAtlas) pack = NULL;
  static const int lines[] = { 3, 11, 19, 24, 27 };

  g_string_replace (text, "\"deep\"", "\"bottomless\"", 1);
  g_string_replace (text, "\"pregnancy\"", "\"monday\"", 1);
  g_string_replace (text, "\"forehead\"", "\"tail\"", 1);
  g_string_replace (text, "\"thumbs\"", "\"crowbar\"", 1);
  g_string_replace (text, "repeat=\"2\"", "repeat=\"200\"", 1);
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  pack = myo_atlas_read_bytes (bytes, "bad.xml", base, problems, NULL);

  g_assert_null (pack);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((MyoAtlasProblem *) g_ptr_array_index (problems, i))->line, ==, lines[i]);
}

/* --- Chapters --- */

static void
test_topic (void)
{
  g_autoptr(MyoAtlas) atlas =
    read_text (HEAD
               "<source id=\"book\" kind=\"book\" year=\"1999\"><citation>A book.</citation></source>\n"
               "<topic id=\"pain\"><name>Pain</name><text>It\n  hurts.</text><text>It passes.</text>\n"
               "<evidence source=\"book\" at=\"page 1\" grade=\"B\">So they say.</evidence></topic>\n"
               "</atlas>\n", NULL);
  const MyoTopic *topic = myo_atlas_get_topic (atlas, "pain");
  const MyoEvidence *evidence = g_ptr_array_index (topic->evidence, 0);

  g_assert_cmpstr (topic->name, ==, "Pain");
  g_assert_cmpuint (topic->texts->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (topic->texts, 0), ==, "It hurts.");
  g_assert_cmpstr (g_ptr_array_index (topic->texts, 1), ==, "It passes.");
  g_assert_cmpuint (topic->evidence->len, ==, 1);
  g_assert_cmpstr (evidence->source, ==, "book");
  g_assert_cmpint (evidence->grade, ==, 'B');
}

static void
assert_topics (MyoAtlas           *atlas,
               const char * const *ids)
{
  GPtrArray *topics = myo_atlas_get_topics (atlas);

  g_assert_cmpuint (topics->len, ==, g_strv_length ((GStrv) ids));
  for (guint i = 0; i < topics->len; i++)
    g_assert_cmpstr (((const MyoTopic *) g_ptr_array_index (topics, i))->id, ==, ids[i]);
}

#define TOPIC(id, name) "<topic id=\"" id "\"><name>" name "</name><text>.</text></topic>\n"

static void
test_order (void)
{
  g_autoptr(MyoAtlas) atlas = read_text (HEAD TOPIC ("z", "1") TOPIC ("m", "2") TOPIC ("a", "3") "</atlas>\n", NULL);
  g_autoptr(MyoAtlas) pack = read_text (HEAD TOPIC ("k", "4") TOPIC ("m", "Other") TOPIC ("b", "0") "</atlas>\n", atlas);

  assert_topics (atlas, (const char * const []) { "z", "m", "a", NULL });
  myo_atlas_merge (atlas, pack);
  assert_topics (atlas, (const char * const []) { "z", "m", "a", "k", "b", NULL });
  g_assert_cmpstr (myo_atlas_get_topic (atlas, "m")->name, ==, "Other");
  g_assert_cmpuint (myo_atlas_get_topics (pack)->len, ==, 0);
}

/* What has to be said of a chapter with a fault */
static const struct { const char *topic, *sentence; } faults[] = {
  { "<topic><name>N</name><text>.</text></topic>", "needs the attribute “id”" },
  { "<topic id=\"t\"><name>N</name></topic>", "needs <text>" },
  { "<topic id=\"t\"><text>.</text></topic>", "needs <name> before <text>" },
  { "<topic id=\"t\"><name>N</name><text> </text></topic>", "at least one character" },
  { "<topic id=\"t\"><name>N</name><text>.</text><evidence source=\"hearsay\" at=\"1\" grade=\"C\"/></topic>",
    "There is no source “hearsay”" },
  { TOPIC ("t", "N") TOPIC ("t", "M"), "“t” is used twice" },
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *text = g_strconcat (HEAD, faults[i].topic, "</atlas>\n", NULL);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GError) error = NULL;
      g_autoptr(MyoAtlas) pack = myo_atlas_read_bytes (bytes, "bad.xml", NULL, NULL, &error);

      g_assert_null (pack);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, faults[i].sentence));
    }
}

/* --- Files --- */

static void
test_missing_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all.xml");
  g_autoptr(GPtrArray) problems = new_problems ();
  g_autoptr(GError) error = NULL;

  g_assert_null (myo_atlas_read_file (file, base, problems, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_ATLAS);
  g_assert_cmpuint (problems->len, ==, 1);
}

/* Reads for ever where nothing bounds it. */
static void
test_endless_file (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr(GPtrArray) problems = new_problems ();

  g_assert_null (myo_atlas_read_file (file, base, problems, NULL));
  g_assert_nonnull (strstr (((MyoAtlasProblem *) g_ptr_array_index (problems, 0))->reason, "larger than 4 MiB"));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  base = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (base);

  g_test_add_func ("/atlas-pack/example/readme", test_example_is_the_readme_s);
  g_test_add_func ("/atlas-pack/example/good", test_example_is_good);
  g_test_add_func ("/atlas-pack/good", test_good_pack);
  g_test_add_func ("/atlas-pack/small-entries", test_small_entries);
  g_test_add_func ("/atlas-pack/prevalence-replaces", test_prevalence_replaces);
  g_test_add_func ("/atlas-pack/all-faults", test_all_faults_are_told);
  g_test_add_func ("/atlas-pack/topic/parsed", test_topic);
  g_test_add_func ("/atlas-pack/topic/order", test_order);
  g_test_add_func ("/atlas-pack/topic/faults", test_faults);
  g_test_add_func ("/atlas-pack/missing-file", test_missing_file);
  g_test_add_func ("/atlas-pack/endless-file", test_endless_file);
  result = g_test_run ();
  g_object_unref (base);
  return result;
}
