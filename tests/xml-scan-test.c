/* What of XML is given to libxml2, and what is refused before: the shape of a text is bounded, and looking at it takes a few steps a byte.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/xmlmemory.h>
#include <string.h>

#include "myo-xml-intake-private.h"

static const MyoXmlLimits limits = { .max_bytes = 4 * 1024 * 1024, .max_elements = 1000, .max_text = 8 * 1024 };

/* --- Shapes: @n of what grows --- */

static void
repeat (GString    *text,
        const char *piece,
        guint       n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
}

static char *
make_attributes (guint n)
{
  GString *text = g_string_new ("<r>\n<e");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " a%u=''", i);
  g_string_append (text, "/></r>");
  return g_string_free (text, FALSE);
}

static char *
make_namespaces (guint n)
{
  GString *text = g_string_new ("<r>\n<e");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, " xmlns:a%u=\"u%u\"", i, i);
  g_string_append (text, "></e></r>");
  return g_string_free (text, FALSE);
}

static char *
make_elements (guint n)
{
  GString *text = g_string_new ("<r>\n");

  repeat (text, "<e/>", n - 1);
  g_string_append (text, "</r>");
  return g_string_free (text, FALSE);
}

static char *
make_children (guint n)
{
  GString *text = g_string_new ("<r><e/>\n<e>");

  repeat (text, "<f/>", n);
  g_string_append (text, "</e><e/></r>");
  return g_string_free (text, FALSE);
}

static char *
make_nested (guint n)
{
  GString *text = g_string_new ("\n");

  repeat (text, "<e>", n - 1);
  repeat (text, "<e/>", 1);
  repeat (text, "</e>", n - 1);
  return g_string_free (text, FALSE);
}

static char *
make_around (const char *before,
             const char *piece,
             guint       n,
             const char *after)
{
  GString *text = g_string_new (before);

  repeat (text, piece, n);
  g_string_append (text, after);
  return g_string_free (text, FALSE);
}

static char *
make_value (guint n)
{
  return make_around ("<r>\n<e a=\"", "x", n, "\"/></r>");
}

static char *
make_name (guint n)
{
  return make_around ("<r>\n<", "e", n, "/></r>");
}

static char *
make_attribute_name (guint n)
{
  return make_around ("<r>\n<e ", "a", n, "=''/></r>");
}

static char *
make_text (guint n)
{
  return make_around ("<r>\n<e/>", "x", n, "</r>");
}

static char *
make_cdata (guint n)
{
  return make_around ("<r>\n<e/><![CDATA[", "x", n - 12, "]]></r>");
}

static char *
make_comments (guint n)
{
  return make_around ("<r>\n<e/>", "x<!-- > -->", n, "</r>");
}

static char *
make_instructions (guint n)
{
  return make_around ("<r>\n<e/>", "x<?p <>?>", n, "</r>");
}

/* @n: just allowed; one more is not */
static const struct { const char *name; char *(*make) (guint n); guint n; const char *sentence; } shapes[] = {
  { "attributes", make_attributes, MYO_XML_MAX_ATTRIBUTES, "more than 32 attributes" },
  { "namespaces", make_namespaces, MYO_XML_MAX_ATTRIBUTES, "more than 32 attributes" },
  { "elements", make_elements, 1000, "more than 1000 elements" },
  { "children", make_children, MYO_XML_MAX_CHILDREN, "holds more than 200 others" },
  { "nested", make_nested, MYO_XML_MAX_DEPTH, "more than 16 deep" },
  { "value", make_value, MYO_XML_MAX_VALUE - 1, "longer than 16 KiB" },
  { "name", make_name, MYO_XML_MAX_NAME, "A name is longer" },
  { "attribute-name", make_attribute_name, MYO_XML_MAX_NAME, "A name is longer" },
  { "text", make_text, 8 * 1024, "longer than 8 KiB" },
  { "cdata", make_cdata, 8 * 1024, "longer than 8 KiB" },
  { "comments", make_comments, MYO_XML_MAX_PIECES, "More than 100 comments" },
  { "instructions", make_instructions, MYO_XML_MAX_PIECES, "More than 100 comments" },
};

/* --- What libxml2 gets --- */

static guint n_allocations;

static void *
count_malloc (size_t size)
{
  n_allocations++;
  return malloc (size);
}

static void *
count_realloc (void   *memory,
               size_t  size)
{
  n_allocations++;
  return realloc (memory, size);
}

static char *
count_strdup (const char *text)
{
  n_allocations++;
  return strdup (text);
}

static void
read_text (const char   *text,
           gsize         length,
           MyoXmlFault  *fault)
{
  n_allocations = 0;
  xmlFreeDoc (myo_xml_read (text, length, "x.xml", "r", &limits, fault));
}

static void
test_limits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *fine = shapes[i].make (shapes[i].n), *beyond = shapes[i].make (shapes[i].n + 1);
      g_auto(MyoXmlFault) none = { 0 }, fault = { 0 };

      read_text (fine, strlen (fine), &none);
      g_assert_cmpstr (none.reason, ==, NULL);
      g_assert_cmpuint (n_allocations, >, 0);
      read_text (beyond, strlen (beyond), &fault);
      g_test_message ("%s: %d: %s", shapes[i].name, fault.line, fault.reason);
      g_assert_nonnull (strstr (fault.reason, shapes[i].sentence));
      g_assert_cmpint (fault.line, ==, 2);
      g_assert_cmpuint (n_allocations, ==, 0);
    }
}

/* Twice as much takes at most twice the steps, and a few for each byte. */
static void
test_growth (void)
{
  const MyoXmlLimits none = { G_MAXSIZE, G_MAXUINT, G_MAXSIZE };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *once = shapes[i].make (20000), *twice = shapes[i].make (40000);
      g_auto(MyoXmlFault) fault = { 0 }, other = { 0 };
      gsize steps, more;

      myo_xml_scan (once, strlen (once), &none, &steps, &fault);
      myo_xml_scan (twice, strlen (twice), &none, &more, &other);
      g_test_message ("%s: %" G_GSIZE_FORMAT " bytes: %" G_GSIZE_FORMAT ", %" G_GSIZE_FORMAT " bytes: %" G_GSIZE_FORMAT " steps",
                      shapes[i].name, strlen (once), steps, strlen (twice), more);
      g_assert_cmpuint (steps, <=, 8 * strlen (once));
      g_assert_cmpuint (more * 10, <=, MAX (steps, strlen (once)) * 22);
    }
}

/* --- Where a tag may hide --- */

#define HIDDEN "+ADw-r/+AD4-"

static const struct { const char *text; gssize length; const char *sentence; } encodings[] = {
  { "<?xml version=\"1.0\" encoding=\"UTF-7\"?><r>" HIDDEN "</r>", -1, "encoding that is not known" },
  { "<?xml version=\"1.0\" encoding = 'UTF-16'?><r/>", -1, "encoding that is not known" },
  { "<?xml version=\"encoding='UTF-8'\" encoding=\"UTF-7\"?><r/>", -1, "encoding that is not known" },
  { "<?xml version=\"1.0\" encoding=\"IBM037\"?><r/>", -1, "encoding that is not known" },
  { "\xff\xfe<\0r\0/\0>\0", 10, "no text in its encoding" },
  { "\0<\0r\0/\0>", 8, "no text in its encoding" },
  { "\x4c\x6f\xa7\x94", 4, "no text in its encoding" },
  { "<r>\xef\xbf\xbe</r>", -1, "no text in its encoding" },
  { "<r>\x1b</r>", -1, "no text in its encoding" },
};

static void
test_encodings (void)
{
  const char *latin = "<?xml version='1.0' encoding='ISO-8859-1'?><r>\xe4</r>", *marked = "\xef\xbb\xbf<r>\xc3\xa4</r>";
  g_auto(MyoXmlFault) none = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_auto(MyoXmlFault) fault = { 0 };
      gssize length = encodings[i].length;

      read_text (encodings[i].text, length < 0 ? strlen (encodings[i].text) : (gsize) length, &fault);
      g_test_message ("%s", fault.reason);
      g_assert_nonnull (strstr (fault.reason, encodings[i].sentence));
      g_assert_cmpuint (n_allocations, ==, 0);
    }
  read_text (latin, strlen (latin), &none);
  read_text (marked, strlen (marked), &none);
  g_assert_cmpstr (none.reason, ==, NULL);
}

/* What is not well formed is given away up to the fault, never what lies behind it, where libxml2 might see other tags. */
static const struct { const char *text; gsize usable; } broken[] = {
  { "<r a=\"<b/>\"/>", 7 }, { "<r a='x", 7 }, { "<r><1/></r>", 5 }, { "<r></r x></r>", 7 }, { "<r><!x><b/></r>", 6 }, { "<r><?1 <b/>?></r>", 6 },
  { "<r <b/>", 4 }, { "<r", 2 }, { "<", 1 }, { "<r><!-- <b/>", 12 }, { "<r/>", 4 },
};

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_auto(MyoXmlFault) fault = { 0 };

      g_test_message ("%s", broken[i].text);
      g_assert_cmpuint (myo_xml_scan (broken[i].text, strlen (broken[i].text), &limits, NULL, &fault), ==, broken[i].usable);
      g_assert_null (fault.reason);
    }
}

int
main (int   argc,
      char *argv[])
{
  xmlMemSetup (free, count_malloc, count_realloc, count_strdup);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml-scan/limits", test_limits);
  g_test_add_func ("/xml-scan/growth", test_growth);
  g_test_add_func ("/xml-scan/encodings", test_encodings);
  g_test_add_func ("/xml-scan/broken", test_broken);
  return g_test_run ();
}
