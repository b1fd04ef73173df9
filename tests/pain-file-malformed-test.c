/* A pain drawing from outside may be anything: what is none is refused whole, with its line and a sentence, and a good one still
 * opens after it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-atlas-reader.h"
#include "myo-error.h"
#include "myo-pain-file.h"

#define HEAD "<pain-drawing xmlns=\"https://myomap.github.io/ns/pain-drawing/1\" version=\"1\">"

/* The lines are numbered at their ends. */
static const char good[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                                /* 1 */
  HEAD "\n"                                                                                                     /* 2 */
  "  <stroke view=\"front\" intensity=\"6\" quality=\"ache\">300.5,420 12 301.5,424.25 12\n"                    /* 3 */
  "    302,430 12.5</stroke>\n"                                                                                 /* 4 */
  "  <stroke view=\"side\" side=\"left\" intensity=\"3\" quality=\"numb\">200,300 8</stroke>\n"                 /* 5 */
  "  <erase view=\"back\">400,500 5</erase>\n"                                                                  /* 6 */
  "  <region ref=\"temple\" side=\"right\" intensity=\"5\" quality=\"sharp\"/>\n"                               /* 7 */
  "  <region ref=\"sternum\" intensity=\"2\" quality=\"burning\"/>\n"                                           /* 8 */
  "  <erase-region ref=\"calf-mid\" side=\"left\"/>\n"                                                          /* 9 */
  "</pain-drawing>\n";                                                                                          /* 10 */

static MyoAtlas *atlas;

/* --- Builders for what a replacement cannot say --- */

static GString *
build_empty (void)
{
  return g_string_new ("");
}

static GString *
build_blank (void)
{
  return g_string_new (" \n\n ");
}

static GString *
build_text (void)
{
  return g_string_new ("It hurts here.");
}

static GString *
build_binary (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 4096; i++)
    g_string_append_c (text, (char) (i * 151 + i / 7));
  return text;
}

static GString *
build_zero_byte (void)
{
  GString *text = g_string_new (good);

  *strstr (text->str, "420") = '\0';
  return text;
}

static GString *
build_latin1 (void)
{
  GString *text = g_string_new (good);

  *strstr (text->str, "420") = (char) 0xe4;
  return text;
}

static GString *
build_huge (void)
{
  GString *text = g_string_new (HEAD "<stroke view=\"front\" intensity=\"6\" quality=\"ache\">");

  while (text->len <= MYO_PAIN_FILE_MAX_SIZE)
    g_string_append (text, "300,400 5 ");
  return g_string_append (text, "</stroke></pain-drawing>");
}

static GString *
build_strokes (void)
{
  GString *text = g_string_new (HEAD "\n");

  for (guint i = 0; i < MYO_DRAWING_MAX_STROKES + 1; i++)
    g_string_append (text, "<region ref=\"sternum\" intensity=\"2\" quality=\"ache\"/>\n");
  return g_string_append (text, "</pain-drawing>");
}

static GString *
build_dabs (void)
{
  GString *text = g_string_new (HEAD "\n<stroke view=\"front\" intensity=\"6\" quality=\"ache\">");

  for (guint i = 0; i < MYO_STROKE_MAX_DABS + 1; i++)
    g_string_append (text, "300,400 5\n");
  return g_string_append (text, "</stroke></pain-drawing>");
}

/* Each stroke may be, all of them together may not. */
static GString *
build_all_dabs (void)
{
  GString *text = g_string_new (HEAD "\n");

  for (guint i = 0; i < MYO_DRAWING_MAX_DABS / 10000 + 1; i++)
    {
      g_string_append (text, "<stroke view=\"front\" intensity=\"6\" quality=\"ache\">");
      for (guint k = 0; k < 10000; k++)
        g_string_append (text, "300,400 5 ");
      g_string_append (text, "</stroke>\n");
    }
  return g_string_append (text, "</pain-drawing>");
}

/* Few places, but all over the body. */
static GString *
build_ground (void)
{
  GString *text = g_string_new (HEAD "\n");

  for (guint i = 0; i < MYO_DRAWING_MAX_STROKES; i++)
    g_string_append (text, "<erase view=\"back\">0,0 60 720,1780 60 0,0 60</erase>\n");
  return g_string_append (text, "</pain-drawing>");
}

static GString *
build_nested (void)
{
  GString *text = g_string_new (HEAD "\n");

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<stroke>");
  return text;
}

static GString *
build_billion_laughs (void)
{
  GString *text = g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE pain-drawing [\n<!ENTITY l0 \"300,400 5 \">\n");

  for (guint i = 1; i < 30; i++)
    {
      g_string_append_printf (text, "<!ENTITY l%u \"", i);
      for (guint k = 0; k < 10; k++)
        g_string_append_printf (text, "&l%u;", i - 1);
      g_string_append (text, "\">\n");
    }
  return g_string_append (text, "]>\n" HEAD "<erase view=\"front\">&l29;</erase></pain-drawing>\n");
}

static GString *
build_external_entity (void)
{
  return g_string_new ("<?xml version=\"1.0\"?>\n<!DOCTYPE pain-drawing [ <!ENTITY secret SYSTEM \"file:///etc/passwd\"> ]>\n"
                       HEAD "<erase view=\"front\">&secret;</erase></pain-drawing>\n");
}

static GString *
build_external_type (void)
{
  return g_string_new ("<!DOCTYPE pain-drawing SYSTEM \"http://localhost:9/pain.dtd\">\n" HEAD "</pain-drawing>\n");
}

static GString *
build_two_roots (void)
{
  return g_string_append (g_string_new (good), "<pain-drawing/>\n");
}

static GString *
build_atlas (void)
{
  return g_string_new ("<?xml version=\"1.0\"?>\n<atlas xmlns=\"https://myomap.github.io/ns/atlas/1\" version=\"1\"/>\n");
}

/* --- The table --- */

typedef struct
{
  const char *name;
  const char *find, *replace;   /* what to replace in the good text … */
  GString  *(*build) (void);    /* … or how to make another */
  const char *sentence;         /* part of what has to be said */
  int         line;             /* where; -1 where it does not matter */
} Row;

static const Row rows[] = {
  /* the file */
  { "empty", .build = build_empty, .sentence = "The file is empty.", .line = 0 },
  { "blank", .build = build_blank, .sentence = "no XML", .line = -1 },
  { "plain-text", .build = build_text, .sentence = "must begin with “<?xml” or “<pain-drawing”", .line = 1 },
  { "binary", .build = build_binary, .sentence = "", .line = -1 },
  { "huge", .build = build_huge, .sentence = "larger than 4 MiB", .line = 0 },
  { "zero-byte", .build = build_zero_byte, .sentence = "", .line = -1 },
  { "not-utf8", .build = build_latin1, .sentence = "save it as UTF-8", .line = 3 },
  { "unknown-encoding", "UTF-8", "KLINGON-8", .sentence = "encoding", .line = 1 },
  { "two-roots", .build = build_two_roots, .sentence = "only one <pain-drawing> element", .line = 11 },
  { "tag-mismatch", "</erase>", "</eraser>", .sentence = "not well-formed XML", .line = 6 },
  { "attribute-twice", "side=\"left\"", "side=\"left\" side=\"right\"", .sentence = "same attribute twice", .line = 5 },
  { "no-quotes", "view=\"back\"", "view=back", .sentence = "name=\"value\"", .line = 6 },
  { "control-character", "400,500", "4\001,500", .sentence = "UTF-8", .line = 6 },
  /* attacks */
  { "billion-laughs", .build = build_billion_laughs, .sentence = "entities are not allowed", .line = 2 },
  { "external-entity", .build = build_external_entity, .sentence = "entities are not allowed", .line = 2 },
  { "external-type", .build = build_external_type, .sentence = "document type", .line = 1 },
  { "undeclared-entity", "400,500", "&x;,500", .sentence = "entity", .line = 6 },
  { "include", "<erase view=\"back\">400,500 5</erase>",
    "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\" parse=\"text\"/>",
    .sentence = "<include> is not known here", .line = 6 },
  { "very-deep", .build = build_nested, .sentence = "more than 16 deep", .line = 2 },
  { "too-many-strokes", .build = build_strokes, .sentence = "more than 5000 strokes", .line = 5002 },
  { "too-many-places", .build = build_dabs, .sentence = "more than 20000 places", .line = 20002 },
  { "too-many-places-in-all", .build = build_all_dabs, .sentence = "more than 100000 places", .line = 12 },
  { "too-much-ground", .build = build_ground, .sentence = "pass over more than 500 m²", .line = 240 },
  /* the root */
  { "atlas", .build = build_atlas, .sentence = "no pain drawing: it must begin with <pain-drawing", .line = 2 },
  { "no-namespace", " xmlns=\"https://myomap.github.io/ns/pain-drawing/1\"", "", .sentence = "no pain drawing", .line = 2 },
  { "other-namespace", "myomap.github.io", "example.org", .sentence = "no pain drawing", .line = 2 },
  { "newer-namespace", "pain-drawing/1", "pain-drawing/2", .sentence = "a newer Myomap may have written it", .line = 2 },
  { "newer-version", "version=\"1\">", "version=\"2\">", .sentence = "a newer Myomap may have written it", .line = 2 },
  { "no-version", " version=\"1\">", ">", .sentence = "<pain-drawing> needs the attribute “version”", .line = 2 },
  { "root-attribute", "version=\"1\">", "version=\"1\" author=\"me\">", .sentence = "“author” is not allowed in <pain-drawing>", .line = 2 },
  { "root-text", "  <erase view", "ouch <erase view", .sentence = "Text stands between the strokes", .line = -1 },
  /* elements */
  { "unknown-element", "<erase view=\"back\">400,500 5</erase>", "<spray view=\"back\"/>", .sentence = "<spray> is not known here", .line = 6 },
  { "element-of-another", "<erase view=\"back\">", "<erase xmlns=\"http://www.w3.org/2000/svg\" view=\"back\">",
    .sentence = "<erase> is not known here", .line = 6 },
  { "element-in-stroke", "200,300 8", "200,300 8<b/>", .sentence = "<b> is not allowed in <stroke>", .line = 5 },
  { "element-in-region", "ref=\"sternum\" intensity=\"2\" quality=\"burning\"/>", "ref=\"sternum\" intensity=\"2\" quality=\"burning\"><b/></region>",
    .sentence = "<b> is not allowed in <region>", .line = 8 },
  { "text-in-region", "ref=\"sternum\" intensity=\"2\" quality=\"burning\"/>", "ref=\"sternum\" intensity=\"2\" quality=\"burning\">400,500 5</region>",
    .sentence = "<region> must not hold text", .line = 8 },
  /* attributes */
  { "unknown-attribute", "view=\"back\"", "view=\"back\" colour=\"red\"", .sentence = "“colour” is not allowed in <erase>; allowed are: view, side", .line = 6 },
  { "foreign-attribute", "view=\"back\"", "view=\"back\" xml:space=\"preserve\"", .sentence = "“space” is not allowed in <erase>", .line = 6 },
  { "eraser-intensity", "view=\"back\"", "view=\"back\" intensity=\"5\"", .sentence = "“intensity” is not allowed in <erase>", .line = 6 },
  { "eraser-quality", "ref=\"calf-mid\"", "ref=\"calf-mid\" quality=\"ache\"", .sentence = "“quality” is not allowed in <erase-region>", .line = 9 },
  { "region-view", "ref=\"sternum\"", "ref=\"sternum\" view=\"front\"", .sentence = "“view” is not allowed in <region>", .line = 8 },
  { "no-view", " view=\"back\"", "", .sentence = "<erase> needs the attribute “view”", .line = 6 },
  { "unknown-view", "view=\"back\"", "view=\"top\"", .sentence = "The view “top” is not known", .line = 6 },
  { "no-intensity", " intensity=\"6\"", "", .sentence = "<stroke> needs the attribute “intensity”", .line = 3 },
  { "intensity-0", "intensity=\"6\"", "intensity=\"0\"", .sentence = "The intensity “0” must be a whole number from 1 to 10", .line = 3 },
  { "intensity-11", "intensity=\"6\"", "intensity=\"11\"", .sentence = "“11” must be a whole number", .line = 3 },
  { "intensity-negative", "intensity=\"6\"", "intensity=\"-6\"", .sentence = "“-6” must be a whole number", .line = 3 },
  { "intensity-fraction", "intensity=\"6\"", "intensity=\"6.5\"", .sentence = "“6.5” must be a whole number", .line = 3 },
  { "intensity-huge", "intensity=\"6\"", "intensity=\"99999999999999999999999\"", .sentence = "must be a whole number", .line = 3 },
  { "intensity-empty", "intensity=\"6\"", "intensity=\"\"", .sentence = "“” must be a whole number", .line = 3 },
  { "region-intensity", "intensity=\"2\"", "intensity=\"20\"", .sentence = "“20” must be a whole number", .line = 8 },
  { "no-quality", " quality=\"ache\"", "", .sentence = "<stroke> needs the attribute “quality”", .line = 3 },
  { "unknown-quality", "quality=\"ache\"", "quality=\"itching\"", .sentence = "The quality “itching” is not known", .line = 3 },
  { "quality-case", "quality=\"sharp\"", "quality=\"Sharp\"", .sentence = "The quality “Sharp” is not known", .line = 7 },
  { "long-value", "quality=\"ache\"", "quality=\"an ache that goes on and on and on and on and on and on\"", .sentence = "and o…” is not known", .line = 3 },
  /* sides */
  { "side-of-front", "view=\"front\"", "view=\"front\" side=\"left\"", .sentence = "“front” shows both sides", .line = 3 },
  { "side-of-back", "view=\"back\"", "view=\"back\" side=\"middle\"", .sentence = "“back” shows both sides", .line = 6 },
  { "no-side-of-side", " side=\"left\" intensity=\"3\"", " intensity=\"3\"", .sentence = "<stroke> needs the attribute “side”", .line = 5 },
  { "no-side-of-sole", "<erase view=\"back\">", "<erase view=\"sole\">", .sentence = "<erase> needs the attribute “side”", .line = 6 },
  { "middle-of-side", "side=\"left\"", "side=\"middle\"", .sentence = "The side “middle” must be right or left", .line = 5 },
  { "unknown-side", "side=\"left\"", "side=\"links\"", .sentence = "The side “links” must be right or left", .line = 5 },
  { "no-side-of-region", " side=\"right\"", "", .sentence = "<region> needs the attribute “side”", .line = 7 },
  { "middle-of-region", "side=\"right\"", "side=\"middle\"", .sentence = "The side “middle” must be", .line = 7 },
  { "side-of-middle", "ref=\"sternum\"", "ref=\"sternum\" side=\"left\"", .sentence = "“sternum” lies in the middle of the body", .line = 8 },
  /* regions */
  { "no-ref", " ref=\"sternum\"", "", .sentence = "<region> needs the attribute “ref”", .line = 8 },
  { "unknown-region", "ref=\"sternum\"", "ref=\"tail\"", .sentence = "There is no region “tail”", .line = 8 },
  { "path-as-region", "ref=\"sternum\"", "ref=\"../sternum\"", .sentence = "“../sternum” cannot be the name of a region", .line = 8 },
  { "empty-region", "ref=\"sternum\"", "ref=\"\"", .sentence = "“” cannot be the name of a region", .line = 8 },
  { "erase-unknown-region", "ref=\"calf-mid\"", "ref=\"hoof\"", .sentence = "There is no region “hoof”", .line = 9 },
  /* places */
  { "nan", "420", "nan", .sentence = "“300.5,nan 12 301.5", .line = 3 },
  { "infinite", "420", "inf", .sentence = "no place of the brush", .line = 3 },
  { "exponent", "420", "4e2", .sentence = "no place of the brush", .line = 3 },
  { "hexadecimal", "420", "0x10", .sentence = "no place of the brush", .line = 3 },
  { "plus", "420", "+420", .sentence = "no place of the brush", .line = 3 },
  { "decimal-comma", "300.5,420", "300,5,420", .sentence = "no place of the brush", .line = 3 },
  { "point-alone", "420", "420.", .sentence = "no place of the brush", .line = 3 },
  { "endless-number", "420", "420.00000000000000000000000000000000000000000000", .sentence = "no place of the brush", .line = 3 },
  { "no-radius", "302,430 12.5", "302,430", .sentence = "“302,430” is no place", .line = 4 },
  { "no-y", "302,430 12.5", "302 12.5", .sentence = "“302 12.5” is no place", .line = 4 },
  { "blank-after-comma", "302,430", "302, 430", .sentence = "no place of the brush", .line = 4 },
  { "second-line", "12.5</stroke>", "12.5x</stroke>", .sentence = "“302,430 12.5x” is no place", .line = 4 },
  { "comment-in-a-place", "302,430 12.5", "302,<!-- -->430 12.5", .sentence = "“302,” is no place", .line = 4 },
  { "far-right", "302,430", "780.01,430", .sentence = "The place “780.01,430 12.5” lies off the view “front”: x goes from -60 to 780", .line = 4 },
  { "far-left", "302,430", "-60.1,430", .sentence = "lies off the view “front”", .line = 4 },
  { "far-up", "302,430", "302,-61", .sentence = "lies off the view “front”", .line = 4 },
  { "far-down", "302,430", "302,1841", .sentence = "y from -60 to 1840", .line = 4 },
  { "far-on-the-side", "200,300", "461,300", .sentence = "lies off the view “side”", .line = 5 },
  { "enormous", "302,430", "999999999999999999999999999999999999,430", .sentence = "lies off the view", .line = 4 },
  { "thin", "302,430 12.5", "302,430 0.99", .sentence = "The place “302,430 0.99” has a radius that is not from 1 to 60 mm", .line = 4 },
  { "thick", "302,430 12.5", "302,430 60.5", .sentence = "“302,430 60.5” has a radius", .line = 4 },
  { "negative-radius", "302,430 12.5", "302,430 -5", .sentence = "“302,430 -5” has a radius", .line = 4 },
};

/* --- Reading --- */

static GString *
make_input (const Row *row)
{
  GString *text;

  if (row->build != NULL)
    return row->build ();
  text = g_string_new (good);
  g_assert_cmpuint (g_string_replace (text, row->find, row->replace, 1), ==, 1);
  return text;
}

static void
assert_good_is_read (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoPainDrawing) drawing = myo_pain_file_parse (good, -1, "good.xml", atlas, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (drawing)->len, ==, 6);
}

/* Refused with "bad.xml:LINE: a sentence." */
static void
assert_refused (const char *text,
                gsize       length,
                const char *sentence,
                int         line)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *place = g_strdup_printf ("bad.xml:%d: ", line);
  g_autoptr(MyoPainDrawing) drawing = myo_pain_file_parse (text, (gssize) length, "bad.xml", atlas, &error);

  g_assert_null (drawing);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_PAIN_DRAWING);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, line >= 0 ? place : "bad.xml:"));
  g_assert_nonnull (strstr (error->message, sentence));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_refused (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(GString) text = make_input (row);

  assert_refused (text->str, text->len, row->sentence, row->line);
  assert_good_is_read ();
}

/* However far a write got: a part of a drawing is none. */
static void
test_truncated (void)
{
  for (gsize length = 0; length < sizeof good - 2; length++)
    {
      g_autofree char *part = g_strndup (good, length);
      g_autofree char *exact = g_memdup2 (good, length + 1);

      assert_refused (part, length, "", -1);
      exact = g_realloc (exact, MAX (length, 1));   /* nothing lies behind it that could be read */
      assert_refused (exact, length, "", -1);
    }
  assert_good_is_read ();
}

/* Whatever is written over it, it is read or refused, and what was read is within the limits. */
static void
test_scribbled_over (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 4000; i++)
    {
      g_autofree char *text = g_memdup2 (good, sizeof good - 1);
      g_autoptr(GError) error = NULL;
      g_autoptr(MyoPainDrawing) drawing = NULL;

      for (int k = g_rand_int_range (rand, 1, 4); k > 0; k--)
        text[g_rand_int_range (rand, 0, sizeof good - 1)] = (char) g_rand_int_range (rand, i % 2 == 0 ? 32 : 0, i % 2 == 0 ? 127 : 256);
      drawing = myo_pain_file_parse (text, sizeof good - 1, "bad.xml", atlas, &error);
      g_assert_true ((drawing == NULL) == (error != NULL));
      if (drawing != NULL)
        {
          g_autofree char *again = myo_pain_file_format (drawing);
          g_autoptr(MyoPainDrawing) back = myo_pain_file_parse (again, -1, "again.xml", atlas, &error);

          g_assert_no_error (error);
        }
    }
}

/* Two faults: the first is told, and it is told at once. */
static void
test_first_fault (void)
{
  g_autoptr(GString) text = g_string_new (good);

  g_string_replace (text, "\"sternum\"", "\"tail\"", 1);
  g_string_replace (text, "\"numb\"", "\"dull\"", 1);
  assert_refused (text->str, text->len, "“dull”", 5);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  atlas = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (atlas);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/pain-file-malformed/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_refused);
    }
  g_test_add_func ("/pain-file-malformed/truncated", test_truncated);
  g_test_add_func ("/pain-file-malformed/scribbled-over", test_scribbled_over);
  g_test_add_func ("/pain-file-malformed/first-fault", test_first_fault);
  result = g_test_run ();
  g_object_unref (atlas);
  return result;
}
