/* Packs of one's own: the example of the README is a good one, and chapters keep the order in which they are to be read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-atlas-reader.h"

#define HEAD "<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">\n"
#define FENCE "```xml\n"

static MyoAtlas *
read_text (const char *text,
           MyoAtlas   *base)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  MyoAtlas *pack = myo_atlas_read_bytes (bytes, "pack.xml", base, NULL, &error);

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/atlas-pack/example/readme", test_example_is_the_readme_s);
  g_test_add_func ("/atlas-pack/example/good", test_example_is_good);
  g_test_add_func ("/atlas-pack/topic/parsed", test_topic);
  g_test_add_func ("/atlas-pack/topic/order", test_order);
  g_test_add_func ("/atlas-pack/topic/faults", test_faults);
  return g_test_run ();
}
