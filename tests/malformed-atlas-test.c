/* What comes from outside may be anything: every broken pack is refused with its line and reason, and a good one still
 * loads after it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "atlas-pack-kit.h"
#include "myo-error.h"

/* The atlas that packs refer to: read once, never changed by what follows. */
static MyoAtlas *base;

/* --- Builders for what a replacement cannot say --- */

static GBytes *
build_empty (void)
{
  return g_bytes_new_static ("", 0);
}

static GBytes *
build_blank (void)
{
  return g_bytes_new_static ("  \n\n", 4);
}

static GBytes *
build_text (void)
{
  return g_bytes_new_static ("Dear reader,", 12);
}

static GBytes *
build_binary (void)
{
  GByteArray *bytes = g_byte_array_new ();

  for (guint i = 0; i < 4096; i++)
    {
      guint8 byte = (guint8) (i * 151 + i / 7);

      g_byte_array_append (bytes, &byte, 1);
    }
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
build_truncated (void)
{
  return g_bytes_new_static (good_pack, (gsize) (strstr (good_pack, "</zone>") - good_pack));
}

static GBytes *
build_zero_byte (void)
{
  g_autofree char *text = g_memdup2 (good_pack, sizeof good_pack - 1);

  *strstr (text, "aches") = '\0';
  return g_bytes_new_take (g_steal_pointer (&text), sizeof good_pack - 1);
}

static GBytes *
build_latin1 (void)
{
  g_autofree char *text = g_strdup (good_pack);

  *strstr (text, "aches") = (char) 0xe4;
  return g_bytes_new_take (g_steal_pointer (&text), sizeof good_pack - 1);
}

static GBytes *
build_oversized (void)
{
  g_autoptr(GString) text = g_string_new ("<?xml version=\"1.0\"?>\n<!--");

  while (text->len < 4 * 1024 * 1024)
    g_string_append (text, "All work and no play makes a long comment.\n");
  g_string_append (text, "-->\n<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\"/>\n");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static GBytes *
build_nested (guint depth)
{
  g_autoptr(GString) text = g_string_new ("<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">\n");

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<muscle>");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</muscle>");
  g_string_append (text, "\n</atlas>\n");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static GBytes *
build_deep (void)
{
  return build_nested (40);
}

static GBytes *
build_very_deep (void)
{
  return build_nested (100000);
}

static GBytes *
build_billion_laughs (void)
{
  g_autoptr(GString) text = g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE atlas [\n<!ENTITY l0 \"ha\">\n");

  for (guint i = 1; i < 30; i++)
    {
      g_string_append_printf (text, "<!ENTITY l%u \"", i);
      for (guint j = 0; j < 10; j++)
        g_string_append_printf (text, "&l%u;", i - 1);
      g_string_append (text, "\">\n");
    }
  g_string_append (text, "]>\n<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">&l29;</atlas>\n");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static GBytes *
build_external_entity (void)
{
  static const char text[] =
    "<?xml version=\"1.0\"?>\n"
    "<!DOCTYPE atlas [ <!ENTITY secret SYSTEM \"file:///etc/passwd\"> ]>\n"
    "<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">&secret;</atlas>\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

static GBytes *
build_external_type (void)
{
  static const char text[] =
    "<!DOCTYPE atlas SYSTEM \"http://localhost:9/atlas.dtd\">\n"
    "<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\"/>\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

static GBytes *
build_other_root (void)
{
  static const char text[] = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n";

  return g_bytes_new_static (text, sizeof text - 1);
}

static GBytes *
build_two_roots (void)
{
  g_autofree char *text = g_strconcat (good_pack, "<atlas/>\n", NULL);
  gsize length = strlen (text);

  return g_bytes_new_take (g_steal_pointer (&text), length);
}

static GBytes *
build_twice (void)
{
  const char *muscle = strstr (good_pack, "  <muscle");
  const char *end = strstr (good_pack, "</atlas>");
  g_autoptr(GString) text = g_string_new_len (good_pack, end - good_pack);

  g_string_append (text, muscle);
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* A fault on every line, as a script would write it */
static GBytes *
build_all_wrong (void)
{
  g_autoptr(GString) text = g_string_new ("<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\">\n");

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "<bone/>\n");
  g_string_append (text, "</atlas>\n");
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/* --- The table --- */

typedef struct
{
  const char *name;
  const char *find, *replace;   /* what to replace in the good pack … */
  GBytes   *(*build) (void);    /* … or how to make another */
  const char *sentence;         /* part of what has to be said */
  int         line;             /* where; -1 where it does not matter */
} Row;

static const Row rows[] = {
  /* the file */
  { "empty", .build = build_empty, .sentence = "The file is empty.", .line = 0 },
  { "blank", .build = build_blank, .sentence = "no XML", .line = -1 },
  { "plain-text", .build = build_text, .sentence = "no XML", .line = 1 },
  { "binary", .build = build_binary, .sentence = "", .line = -1 },
  { "oversized", .build = build_oversized, .sentence = "larger than 4 MiB", .line = 0 },
  { "truncated", .build = build_truncated, .sentence = "breaks off inside an element", .line = 18 },
  { "zero-byte", .build = build_zero_byte, .sentence = "", .line = -1 },
  { "invalid-utf8", .build = build_latin1, .sentence = "save it as UTF-8", .line = 8 },
  { "unknown-encoding", "UTF-8", "KLINGON-8", .sentence = "encoding", .line = 1 },
  { "contradicting-encoding", "encoding=\"UTF-8\"", "encoding=\"UTF-16\"", .sentence = "", .line = -1 },
  { "two-roots", .build = build_two_roots, .sentence = "Something follows the end", .line = 45 },
  { "tag-mismatch", "</name>", "</nom>", .sentence = "not well-formed XML", .line = 4 },
  { "attribute-twice", "depth=\"deep\"", "depth=\"deep\" depth=\"deep\"", .sentence = "same attribute twice", .line = 3 },
  { "attribute-without-quotes", "depth=\"deep\"", "depth=deep", .sentence = "name=\"value\"", .line = 3 },
  { "bare-ampersand", "It aches.", "Heat & cold.", .sentence = "&amp;", .line = 8 },
  { "missing-quote", "depth=\"deep\"", "depth=\"deep", .sentence = "name=\"value\"", .line = 3 },
  { "open-comment", "<symptom>It", "<!-- <symptom>It", .sentence = "breaks off inside a comment", .line = -1 },
  { "control-character", "aches", "a\001ches", .sentence = "UTF-8", .line = 8 },
  { "unbound-prefix", "<name>", "<x:name/><name>", .sentence = "", .line = 4 },
  /* attacks */
  { "billion-laughs", .build = build_billion_laughs, .sentence = "entities are not allowed", .line = 2 },
  { "external-entity", .build = build_external_entity, .sentence = "entities are not allowed", .line = 2 },
  { "external-document-type", .build = build_external_type, .sentence = "document type", .line = 1 },
  { "undeclared-entity", "It aches.", "It &aches;.", .sentence = "entity", .line = 8 },
  { "include", "<symptom>It aches.</symptom>",
    "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\" parse=\"text\"/>",
    .sentence = "<include> is not allowed", .line = 8 },
  { "deep-nesting", .build = build_deep, .sentence = "more than 16 deep", .line = 2 },
  { "very-deep-nesting", .build = build_very_deep, .sentence = "more than 16 deep", .line = 2 },
  { "all-wrong", .build = build_all_wrong, .sentence = "<bone> is not allowed in <atlas>", .line = 2 },
  /* the schema */
  { "other-root", .build = build_other_root, .sentence = "must begin with <atlas", .line = 2 },
  { "unmatched-root", "<atlas xmlns", "<map xmlns", .sentence = "not well-formed XML", .line = 44 },
  { "wrong-namespace", "ns/atlas/1", "ns/atlas/2", .sentence = "namespace", .line = 2 },
  { "no-namespace", "xmlns=\"https://myomap.github.io/ns/atlas/1\" ", "", .sentence = "namespace", .line = 2 },
  { "wrong-version", "version=\"1\">", "version=\"2\">", .sentence = "“version” of <atlas> is “2”, but must be “1”", .line = 2 },
  { "missing-id", "id=\"pack-muscle\" ", "", .sentence = "<muscle> needs the attribute “id”", .line = 3 },
  { "wrong-id", "id=\"pack-muscle\"", "id=\"Pack Muscle\"", .sentence = "small letters", .line = 3 },
  { "path-in-id", "id=\"pack-muscle\"", "id=\"../../pack\"", .sentence = "small letters", .line = 3 },
  { "missing-attribute", " self-care=\"yes\"", "", .sentence = "needs the attribute “self-care”", .line = 3 },
  { "extra-attribute", "depth=\"deep\"", "depth=\"deep\" colour=\"red\"", .sentence = "“colour” is not allowed", .line = 3 },
  { "unknown-depth", "\"deep\"", "\"bottomless\"", .sentence = "superficial, intermediate, deep", .line = 3 },
  { "missing-element", "    <latin>Musculus novus</latin>\n", "", .sentence = "needs <latin> before <summary>", .line = 5 },
  { "missing-last-element", "      <evidence source=\"manual-1\" at=\"chapter 1\" grade=\"B\"/>\n", "",
    .sentence = "needs <evidence>", .line = 13 },
  { "wrong-order", "<symptom>It aches.</symptom>", "<name>Again</name><symptom>It aches.</symptom>",
    .sentence = "<name> stands too late", .line = 8 },
  { "element-twice", "</latin>", "</latin><latin>Again</latin>", .sentence = "may hold only one <latin>", .line = 5 },
  { "empty-text", "It aches.", " ", .sentence = "<symptom> must be at least one character", .line = 8 },
  { "long-text", "A muscle that came in a pack.",
    "123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789 "
    "123456789 123456789 123456789 123456789 123456789 123456789 123456789 123456789",
    .sentence = "at most 160 characters long; it has 169", .line = 6 },
  { "markup-in-text", "It aches.", "It <b>aches</b>.", .sentence = "<b> is not allowed", .line = 8 },
  { "text-between", "<symptom>", "Ouch! <symptom>", .sentence = "must not hold text", .line = 3 },
  { "label", "label=\"TrP1\"", "label=\"first\"", .sentence = "TrP1, TrP2", .line = 13 },
  { "negative-seconds", "seconds=\"30\"", "seconds=\"-30\"", .sentence = "whole number from 1 to 600", .line = 27 },
  { "huge-seconds", "seconds=\"30\"", "seconds=\"99999999999999999999999\"", .sentence = "from 1 to 600", .line = 27 },
  { "fractional-repeat", "repeat=\"2\"", "repeat=\"2.5\"", .sentence = "whole number from 1 to 20", .line = 27 },
  { "missing-seconds", "seconds=\"30\" ", "", .sentence = "<step> needs the attribute “seconds”", .line = 27 },
  { "pressure", "pressure=\"5\"", "pressure=\"11\"", .sentence = "from 0 to 10", .line = 27 },
  { "unknown-step", "kind=\"press\"", "kind=\"punch\"", .sentence = "stroke, squeeze", .line = 27 },
  { "not-a-number", "x=\"450\"", "x=\"NaN\"", .sentence = "number from -50 to 1800", .line = 14 },
  { "infinite", "y=\"400\"", "y=\"INF\"", .sentence = "number from -50 to 1800", .line = 14 },
  { "hexadecimal", "y=\"400\"", "y=\"0x10\"", .sentence = "number from -50 to 1800", .line = 14 },
  { "thin-brush", "brush=\"14\"", "brush=\"0.1\"", .sentence = "from 3 to 60", .line = 20 },
  { "ask-too-early", "<name>Pack flag</name>", "<ask quality=\"numb\"/><name>Pack flag</name>",
    .sentence = "before <ask>", .line = 33 },
  { "ask-quality", "quality=\"numb\"", "quality=\"itching\"", .sentence = "ache, sharp, burning", .line = 35 },
  { "ask-one-side", "one-side=\"yes\"", "one-side=\"left\"", .sentence = "one of these: yes, no", .line = 34 },
  { "ask-attribute", "quality=\"numb\"", "feeling=\"numb\"", .sentence = "“feeling” is not allowed", .line = 35 },
  { "felt-without-region", "<felt region=\"temple\"/>", "<felt/>", .sentence = "<felt> needs the attribute “region”", .line = 39 },
  { "felt-too-early", "<muscle ref=\"pack-muscle\"/>", "<felt region=\"temple\"/><muscle ref=\"pack-muscle\"/>",
    .sentence = "needs <muscle> before <felt>", .line = 38 },
  { "level-zero", "level=\"4\"", "level=\"0\"", .sentence = "whole number from 1 to 5", .line = 41 },
  { "level-six", "level=\"4\"", "level=\"6\"", .sentence = "whole number from 1 to 5", .line = 41 },
  { "level-missing", " level=\"4\"", "", .sentence = "<prevalence> needs the attribute “level”", .line = 41 },
  { "prevalence-of-nothing", "<prevalence muscle=\"infraspinatus\"", "<prevalence", .sentence = "needs the attribute “muscle”", .line = 41 },
  { "prevalence-without-evidence", "    <evidence source=\"manual-1\" at=\"chapter 2\" grade=\"C\"/>\n", "",
    .sentence = "<prevalence> needs <evidence>", .line = 41 },
  /* references */
  { "twice", .build = build_twice, .sentence = "“pack-muscle” is used twice", .line = 44 },
  { "prevalence-twice", .build = build_twice, .sentence = "“infraspinatus” is used twice", .line = 82 },
  { "point-of-another", "id=\"pack-muscle-trp1\"", "id=\"temporalis-trp1\"",
    .sentence = "belongs to another muscle", .line = 13 },
  { "unknown-region", "region=\"forehead\"", "region=\"tail\"", .sentence = "There is no region “tail”", .line = 19 },
  { "view-without-region", "view=\"front\"", "view=\"sole\"",
    .sentence = "“forehead” does not show in the view “sole”", .line = 20 },
  { "middle-of-paired", "kind=\"primary\" side=\"same\"", "kind=\"primary\" side=\"middle\"",
    .sentence = "cannot be in the middle", .line = 19 },
  { "unknown-method", "\"ischaemic-compression\"", "\"hammering\"", .sentence = "There is no method “hammering”", .line = 24 },
  { "unknown-tool", "\"thumbs\"", "\"crowbar\"", .sentence = "There is no tool “crowbar”", .line = 24 },
  { "unknown-flag", "\"pregnancy\"", "\"monday\"", .sentence = "There is no screening flag “monday”", .line = 11 },
  { "unknown-source", "\"manual-1\"", "\"hearsay\"", .sentence = "There is no source “hearsay”", .line = 22 },
  { "unknown-muscle", "muscle=\"infraspinatus\"", "muscle=\"elephantus\"",
    .sentence = "There is no muscle “elephantus”", .line = 10 },
  { "related-to-itself", "muscle=\"infraspinatus\"", "muscle=\"pack-muscle\"", .sentence = "related to itself", .line = 10 },
  { "spot-on-the-left", "x=\"450\"", "x=\"250\"", .sentence = "left side of the body", .line = 14 },
  { "spot-off-the-view", "y=\"400\"", "y=\"1790\"", .sentence = "outside the view “back”", .line = 14 },
  { "ask-unknown-region", "\"calf-mid\"", "\"hoof\"", .sentence = "There is no region “hoof”", .line = 34 },
  { "ask-nothing", "<ask quality=\"numb\"/>", "<ask/>", .sentence = "needs a region, a quality, or both", .line = 35 },
  { "ask-side-of-nothing", "<ask quality=\"numb\"/>", "<ask quality=\"numb\" one-side=\"yes\"/>",
    .sentence = "one side of a region, and none is named", .line = 35 },
  { "ask-side-of-middle", "\"calf-mid\"", "\"sternum\"", .sentence = "“sternum” lies in the middle of the body", .line = 34 },
  { "felt-unknown-region", "<felt region=\"temple\"/>", "<felt region=\"tail\"/>", .sentence = "There is no region “tail”", .line = 39 },
  { "prevalence-of-unknown", "<prevalence muscle=\"infraspinatus\"", "<prevalence muscle=\"elephantus\"",
    .sentence = "There is no muscle “elephantus”", .line = 41 },
  { "prevalence-source", "source=\"manual-1\" at=\"chapter 2\"", "source=\"hearsay\" at=\"chapter 2\"",
    .sentence = "There is no source “hearsay”", .line = 42 },
  /* paths */
  { "path-start", "d=\"M300 100l10 10\"", "d=\"L300 100l10 10\"", .sentence = "must begin with M", .line = 20 },
  { "path-command", "d=\"M300 100l10 10\"", "d=\"M300 100x10 10\"", .sentence = "“x” is no command", .line = 20 },
  { "path-number", "d=\"M300 100l10 10\"", "d=\"M300 100l10\"", .sentence = "a number is missing", .line = 20 },
  { "path-two-commas", "d=\"M300 100l10 10\"", "d=\"M117,,594l10 10\"", .sentence = "a number is missing after “M117,”", .line = 20 },
  { "path-comma-at-the-end", "d=\"M300 100l10 10\"", "d=\"M300 100l10 10,\"", .sentence = "a number is missing after “M300 100l10 10,”", .line = 20 },
  { "path-line-end", "d=\"M300 100l10 10\"", "d=\"M300&#10;100l10,&#10;Z\"", .sentence = "a number is missing after “M300 100l10, ”", .line = 20 },
  { "path-infinite", "d=\"M300 100l10 10\"", "d=\"M300 100l1e999 10\"", .sentence = "too large", .line = 20 },
  { "path-far", "d=\"M300 100l10 10\"", "d=\"M300 100l9999 10\"", .sentence = "lies off the body", .line = 20 },
  { "path-arc", "d=\"M300 100l10 10\"", "d=\"M300 100a5 5 0 2 0 10 10\"", .sentence = "flags of an arc", .line = 20 },
  { "path-nothing", "d=\"M300 100l10 10\"", "d=\"M300 100\"", .sentence = "draws nothing", .line = 20 },
};

/* --- Reading --- */

static GBytes *
make_input (const Row *row)
{
  const char *found;
  g_autoptr(GString) text = NULL;

  if (row->build != NULL)
    return row->build ();
  found = strstr (good_pack, row->find);
  g_assert_nonnull (found);
  text = g_string_new_len (good_pack, found - good_pack);
  g_string_append (text, row->replace);
  g_string_append (text, found + strlen (row->find));
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
assert_good_pack_loads (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (good_pack, sizeof good_pack - 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoAtlas) pack = myo_atlas_read_bytes (bytes, "good.xml", base, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (myo_atlas_get_muscle (pack, "pack-muscle"));
}

/* Returns: whether one of @problems says what @row expects where it expects it */
static gboolean
is_told (const Row *row,
         GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MyoAtlasProblem *problem = g_ptr_array_index (problems, i);

      if (strstr (problem->reason, row->sentence) != NULL && (row->line < 0 || problem->line == row->line))
        return TRUE;
    }
  return FALSE;
}

static void
test_refused (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(GBytes) bytes = make_input (row);
  g_autoptr(GPtrArray) problems = new_problems ();
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoAtlas) pack = myo_atlas_read_bytes (bytes, "bad.xml", base, problems, &error);

  print_problems (problems);
  g_assert_null (pack);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_ATLAS);
  g_assert_true (g_str_has_prefix (error->message, "bad.xml:"));
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpuint (problems->len, <=, 500);
  g_assert_true (is_told (row, problems));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  assert_good_pack_loads ();
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  base = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (base);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/malformed-atlas/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_refused);
    }
  result = g_test_run ();
  g_object_unref (base);
  return result;
}
