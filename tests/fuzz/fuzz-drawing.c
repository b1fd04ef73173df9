/* Pain drawings: what is read can be written and read again as the same, what is refused says why and where.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fuzz.h"
#include "myo-atlas-reader.h"
#include "myo-pain-file.h"

static const char * const tokens[] = {
  "<stroke view=\"front\" intensity=\"6\" quality=\"ache\">", "</stroke>", "<erase view=\"back\">", "</erase>",
  "<region ref=\"temple\" side=\"right\" intensity=\"5\" quality=\"sharp\"/>", "<erase-region ref=\"temple\" side=\"right\"/>", "view=\"side\"",
  "side=\"left\"", "intensity=\"0\"", "quality=\"numb\"", "300.5,420 12 ", "-60,-60 2", "779.99,1840 60", " ", ",", "\n", "\t", ".", "-", "0", "00",
  "1e1", "+1", "nan", "&#32;", "&#10;", "<!-- x -->", "<![CDATA[1,1 5]]>", "<?p x?>", "<", ">", "\"", "&amp;", "&x;", "version=\"2\"",
  "<!DOCTYPE x>", " xmlns=\"y\"", " xmlns:a=\"b\"", "\xef\xbb\xbf", "\xff", NULL,
};

static MyoAtlas *atlas;

static void
check_stroke (const MyoStroke *stroke)
{
  g_assert_true (stroke->view < MYO_N_VIEWS && stroke->side <= MYO_SIDE_MIDDLE);
  g_assert_cmpuint (stroke->dabs->len, <=, MYO_STROKE_MAX_DABS);
  for (guint i = 0; i < stroke->dabs->len; i++)
    {
      const MyoDab *dab = &g_array_index (stroke->dabs, MyoDab, i);

      g_assert_true (isfinite (dab->x) && isfinite (dab->y) && dab->radius >= (float) MYO_DAB_MIN_RADIUS && dab->radius <= (float) MYO_DAB_MAX_RADIUS);
    }
}

/* To text and back, twice: the text is the same. */
static void
check_round_trip (MyoPainDrawing *drawing,
                  MyoAtlas       *known)
{
  g_autofree char *text = myo_pain_file_format (drawing), *again = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoPainDrawing) read = myo_pain_file_parse (text, -1, "again.xml", known, &error);

  g_assert_no_error (error);
  again = myo_pain_file_format (read);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (read)->len, ==, myo_pain_drawing_get_strokes (drawing)->len);
}

static void
read_with (const char *data,
           gsize       length,
           MyoAtlas   *known)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoPainDrawing) drawing = myo_pain_file_parse (data, (gssize) length, "input.xml", known, &error);
  GPtrArray *strokes;

  g_assert_cmpint (drawing == NULL, ==, error != NULL);
  if (drawing == NULL)
    {
      fuzz_assert_placed (error->message, "input.xml", data, length);
      return;
    }
  strokes = myo_pain_drawing_get_strokes (drawing);
  g_assert_cmpuint (strokes->len, <=, MYO_DRAWING_MAX_STROKES);
  for (guint i = 0; i < strokes->len; i++)
    check_stroke (g_ptr_array_index (strokes, i));
  check_round_trip (drawing, known);
}

static void
run (const char *data,
     gsize       length)
{
  read_with (data, length, NULL);
  read_with (data, length, atlas);
}

static const FuzzTarget target = { "drawing", tokens, 3000, 40000, run };

int
main (int   argc,
      char *argv[])
{
  int status;

  atlas = myo_atlas_read_builtin (NULL);
  status = fuzz_main (argc, argv, &target);
  g_object_unref (atlas);
  return status;
}
