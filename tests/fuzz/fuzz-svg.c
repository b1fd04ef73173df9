/* The scanner of SVG text, and the documents, shapes and transforms that are read with it: what it finds lies in the text, in order, and what
 * is refused says why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fuzz.h"
#include "myo-cairo.h"
#include "myo-document-private.h"
#include "myo-path.h"

static const char * const tokens[] = {
  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 1780\">", "</svg>", "<g id=\"half\">", "</g>", "<g ", "/>", ">", "<", "</", "\"", "'",
  "<path id=\"a\" class=\"region\" d=\"M0 0h10v10z\"/>", "class=\"muscle\"", "class=\"belly\"", "id=\"x\"", "id=\"outline\"", "id=\"inner\"", "d=\"",
  "transform=\"scale(-1 1)\"", "transform=\"matrix(1 0 0 1 0 0)\"", "rotate(", "translate(1,2)", "skewX(89.9)", "scale(0)", ")", ",",
  "<use href=\"#half\" transform=\"matrix(-1 0 0 1 720 0)\"/>", "<style>.belly{fill:#b65a4e}</style>", "<!--", "-->", "<![CDATA[", "]]>", "<?x", "?>",
  "<!DOCTYPE svg [<!ENTITY a 'b'>]>", "<!DOCTYPE svg>", "&a;", "\n", "=", " ", "/", "\xff", "\xc3\xa4", "url(#a)", NULL,
};

/* --- Tags --- */

static gboolean
lies_in (const MyoSvgSpan *span,
         const char       *data,
         gsize             length)
{
  return span->start >= data && span->start + span->length <= data + length;
}

static void
scan (const char *data,
      gsize       length)
{
  MyoSvgScanner scanner = { data, length, 0 };
  MyoSvgTag tag;
  gsize end = 0;
  g_autoptr(GError) error = NULL;

  while (myo_svg_scanner_next (&scanner, &tag, &error))
    {
      MyoSvgSpan value;

      g_assert_true (tag.start >= end && tag.end > tag.start && tag.end <= length && data[tag.start] == '<' && data[tag.end - 1] == '>');
      g_assert_true (tag.name.length > 0 && lies_in (&tag.name, data, length) && lies_in (&tag.attributes, data, length));
      if (myo_svg_tag_get_attribute (&tag, "id", &value))
        g_assert_true (lies_in (&value, data, length));
      myo_svg_tag_has_class (&tag, "muscle");
      end = tag.end;
    }
  g_assert_true (error != NULL || scanner.position == length);
  if (error != NULL)
    fuzz_assert_reason (error->message);
}

/* --- Documents --- */

static void
draw_element (const MyoDocument *document,
              const MyoElement  *element)
{
  g_autoptr(cairo_t) cr = myo_path_new_scratch ();
  double x0, y0, x1, y1;

  g_assert_true (element->end > element->start && myo_document_find (document, element->id) == element);
  myo_document_append_path (document, element, cr, NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  g_assert_true (isfinite (x0) && isfinite (y0) && isfinite (x1) && isfinite (y1));
}

static void
read_document (const char *data,
               gsize       length,
               MyoLayer    layer)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoDocument) document = myo_document_new (bytes, "input.svg", MYO_VIEW_FRONT, layer, &error);

  g_assert_cmpint (document == NULL, ==, error != NULL);
  if (document == NULL)
    {
      fuzz_assert_reason (error->message);
      g_assert_true (g_str_has_prefix (error->message, "input.svg ") && g_str_has_suffix (error->message, "."));
      return;
    }
  g_assert_cmpuint (g_strv_length ((char **) myo_document_list_ids (document)), ==, myo_document_get_n_elements (document));
  for (guint i = 0; i < myo_document_get_n_elements (document); i++)
    draw_element (document, myo_document_get_element (document, i));
}

static void
read_transform (const char *data,
                gsize       length)
{
  g_autoptr(cairo_t) cr = myo_path_new_scratch ();

  myo_path_apply_transform (cr, data, (gssize) length);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
}

static void
run (const char *data,
     gsize       length)
{
  scan (data, length);
  for (MyoLayer layer = 0; layer < MYO_N_LAYERS; layer++)
    read_document (data, length, layer);
  read_transform (data, length);
}

static const FuzzTarget target = { "svg", tokens, 6000, 30000, run };

int
main (int   argc,
      char *argv[])
{
  return fuzz_main (argc, argv, &target);
}
