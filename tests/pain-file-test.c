/* Pain drawings as text and back: what comes back is what was drawn, where it was drawn, on the side on which it was drawn.
 * Files on disk are for pain-file-save-test.c, what else a file may hold for pain-file-malformed-test.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "pain-file-kit.h"

/* --- Every kind of stroke --- */

static void
check_view (MyoView view,
            MyoSide side)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();

  for (MyoQuality quality = 0; quality < MYO_N_QUALITIES; quality++)
    for (int intensity = 1; intensity <= 10; intensity++)
      for (MyoStrokeTool tool = MYO_STROKE_BRUSH; tool <= MYO_STROKE_ERASER; tool++)
        {
          MyoStroke *stroke = myo_stroke_new (tool, view, side, intensity, quality);

          myo_stroke_add_dab (stroke, 100.25 + intensity, 50.5 + quality, 5);
          myo_stroke_add_dab (stroke, 102.75, 60, 7.25);
          myo_pain_drawing_add (drawing, stroke);
          assert_comes_back (drawing);
        }
}

static void
test_strokes (void)
{
  for_each_view (check_view);
}

static void
check_region (const MyoRegion *region,
              MyoSide          side)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autofree char *text = NULL;
  g_autoptr(MyoPainDrawing) without_atlas = NULL;

  for (MyoQuality quality = 0; quality < MYO_N_QUALITIES; quality++)
    myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_BRUSH, region->id, side, 1 + (int) quality, quality));
  myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_ERASER, region->id, side, 0, MYO_QUALITY_ACHE));
  assert_comes_back (drawing);

  text = myo_pain_file_format (drawing);
  without_atlas = myo_pain_file_parse (text, -1, "test", NULL, NULL);
  g_assert_true (myo_pain_drawing_equal (drawing, without_atlas));
}

static void
test_regions (void)
{
  for_each_region (check_region);
}

/* --- Left is left --- */

static void
check_side_of_region (const MyoRegion *region,
                      MyoSide          side)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autoptr(MyoPainDrawing) back = NULL;

  myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_BRUSH, region->id, side, 5, MYO_QUALITY_SHARP));
  back = round_trip (drawing);
  g_assert_cmpstr (get_stroke (back, 0)->region, ==, region->id);
  g_assert_cmpint (get_stroke (back, 0)->side, ==, side);
}

static void
check_side_of_view (MyoView view,
                    MyoSide side)
{
  double width, height;

  myo_view_get_size (view, &width, &height);
  for (double x = 5; x < width; x += 7)
    {
      g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
      g_autoptr(MyoPainDrawing) back = NULL;
      MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, view, side, 5, MYO_QUALITY_ACHE);
      const MyoStroke *read;

      myo_stroke_add_dab (stroke, x, height / 2, 11);
      myo_pain_drawing_add (drawing, stroke);
      back = round_trip (drawing);
      read = get_stroke (back, 0);
      g_assert_cmpint (read->view, ==, view);
      g_assert_cmpint (read->side, ==, side);
      g_assert_cmpint (myo_view_side_at (view, (double) get_dab (read, 0)->x), ==, myo_view_side_at (view, x));
      g_assert_cmpfloat ((double) get_dab (read, 0)->x, ==, x);
    }
}

static void
test_sides (void)
{
  for_each_region (check_side_of_region);
  for_each_view (check_side_of_view);
}

static void
test_sides_differ (void)
{
  g_autoptr(MyoPainDrawing) left = parse ("<pain-drawing xmlns=\"https://myomap.github.io/ns/pain-drawing/1\" version=\"1\">"
                                          "<region ref=\"temple\" side=\"left\" intensity=\"5\" quality=\"ache\"/></pain-drawing>");
  g_autoptr(MyoPainDrawing) right = parse ("<pain-drawing xmlns=\"https://myomap.github.io/ns/pain-drawing/1\" version=\"1\">"
                                           "<region ref=\"temple\" side=\"right\" intensity=\"5\" quality=\"ache\"/></pain-drawing>");

  g_assert_cmpint (get_stroke (left, 0)->side, ==, MYO_SIDE_LEFT);
  g_assert_cmpint (get_stroke (right, 0)->side, ==, MYO_SIDE_RIGHT);
  g_assert_false (myo_pain_drawing_equal (left, right));
}

/* --- Numbers --- */

static void
test_quarters (void)
{
  g_autoptr(MyoPainDrawing) drawing = make_scribble (60, 50, TRUE);

  assert_comes_back (drawing);
}

/* Other numbers come back to half a hundredth of a millimetre, and from then on as they are. */
static void
test_decimals (void)
{
  g_autoptr(MyoPainDrawing) drawing = make_scribble (60, 50, FALSE);
  g_autoptr(MyoPainDrawing) back = round_trip (drawing);

  for (guint i = 0; i < 60; i++)
    for (guint k = 0; k < 50; k++)
      {
        const MyoDab *before = get_dab (get_stroke (drawing, i), k), *after = get_dab (get_stroke (back, i), k);

        g_assert_cmpfloat_with_epsilon ((double) before->x, (double) after->x, 0.00511);
        g_assert_cmpfloat_with_epsilon ((double) before->y, (double) after->y, 0.00511);
        g_assert_cmpfloat_with_epsilon ((double) before->radius, (double) after->radius, 0.00511);
      }
  assert_comes_back (back);
}

static void
test_short_numbers (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_FRONT, MYO_SIDE_MIDDLE, 6, MYO_QUALITY_ACHE);
  g_autofree char *text = NULL;

  myo_stroke_add_dab (stroke, 300.5, 420, 12);
  myo_stroke_add_dab (stroke, -0.001, 424.25, 10);
  myo_stroke_add_dab (stroke, -60, 1840, 60);
  myo_pain_drawing_add (drawing, stroke);
  text = myo_pain_file_format (drawing);
  g_assert_nonnull (strstr (text, "  <stroke view=\"front\" intensity=\"6\" quality=\"ache\">"
                                  "300.5,420 12 0,424.25 10 -60,1840 60</stroke>\n"));
}

/* The pointer may leave the map while it paints: that must not make a drawing that cannot be opened. */
static void
test_off_the_map (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autoptr(MyoPainDrawing) back = NULL;
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_SOLE, MYO_SIDE_LEFT, 6, MYO_QUALITY_ACHE);

  myo_stroke_add_dab (stroke, -5000, 9000, 1);
  myo_stroke_add_dab (stroke, 70, 100, 1000);
  myo_pain_drawing_add (drawing, stroke);
  back = round_trip (drawing);
  g_assert_cmpfloat ((double) get_dab (get_stroke (back, 0), 0)->x, ==, -60);
  g_assert_cmpfloat ((double) get_dab (get_stroke (back, 0), 0)->y, ==, 360);
  g_assert_cmpfloat ((double) get_dab (get_stroke (back, 0), 1)->x, ==, 70);
  g_assert_cmpfloat ((double) get_dab (get_stroke (back, 0), 1)->radius, ==, 60);
}

/* A comma for the point would tear every number apart. */
static void
test_decimal_comma (void)
{
  static const char * const locales[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "pl_PL.UTF-8", "ru_RU.UTF-8" };
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && found == NULL; i++)
    found = setlocale (LC_ALL, locales[i]);
  if (found == NULL)
    {
      g_test_skip ("no locale with a decimal comma is installed");
      return;
    }
  test_quarters ();
  test_decimals ();
  test_short_numbers ();
  setlocale (LC_ALL, before);
}

/* --- Drawings --- */

static void
test_empty (void)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autoptr(MyoPainDrawing) back = round_trip (drawing);

  g_assert_true (myo_pain_drawing_is_empty (back));
  myo_pain_drawing_add (drawing, myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_BACK, MYO_SIDE_MIDDLE, 1, MYO_QUALITY_ACHE));
  assert_comes_back (drawing);
}

/* What was undone or cleared is not in the file. */
static void
test_history (void)
{
  g_autoptr(MyoPainDrawing) drawing = make_scribble (12, 3, TRUE);
  g_autoptr(MyoPainDrawing) back = NULL;
  g_autoptr(MyoPainDrawing) cleared = NULL;

  myo_pain_drawing_undo (drawing);
  back = round_trip (drawing);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (back)->len, ==, 11);
  g_assert_false (myo_pain_drawing_can_redo (back));

  myo_pain_drawing_clear (drawing);
  myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_BRUSH, "sternum", MYO_SIDE_MIDDLE, 3, MYO_QUALITY_BURNING));
  cleared = round_trip (drawing);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (cleared)->len, ==, 1);
  g_assert_true (myo_pain_drawing_equal (drawing, cleared));
}

/* What a person may have written by hand: comments, blanks, another order of attributes, CDATA */
static void
test_by_hand (void)
{
  g_autoptr(MyoPainDrawing) drawing = parse (
    "<p:pain-drawing version='1' xmlns:p='https://myomap.github.io/ns/pain-drawing/1'>\n\n"
    "<!-- the forehead -->"
    "<p:stroke quality='ache' intensity='6' view='front'>\n  300,100 5 <!-- and\n -->\t310,100\n 5\r\n<![CDATA[ 320,100 6 ]]></p:stroke>\n"
    "<p:region ref='temple' quality='numb' intensity='10' side='left'> </p:region>"
    "</p:pain-drawing>");

  g_assert_cmpuint (myo_pain_drawing_get_strokes (drawing)->len, ==, 2);
  g_assert_cmpuint (get_stroke (drawing, 0)->dabs->len, ==, 3);
  g_assert_cmpfloat ((double) get_dab (get_stroke (drawing, 0), 2)->radius, ==, 6);
  g_assert_cmpint (get_stroke (drawing, 1)->side, ==, MYO_SIDE_LEFT);
}

static void
test_limits_reached (void)
{
  g_autoptr(MyoPainDrawing) many = make_scribble (MYO_DRAWING_MAX_STROKES, 1, TRUE);
  g_autoptr(MyoPainDrawing) longest = myo_pain_drawing_new (), biggest = make_biggest ();
  g_autofree char *text = myo_pain_file_format (biggest);
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_BACK, MYO_SIDE_MIDDLE, 5, MYO_QUALITY_NUMB);

  while (stroke->dabs->len < MYO_STROKE_MAX_DABS)
    myo_stroke_add_dab (stroke, stroke->dabs->len % 200, 300, 20);
  myo_pain_drawing_add (longest, stroke);
  assert_comes_back (many);
  assert_comes_back (longest);
  /* Whatever the window lets one paint can be saved, and opened again. */
  assert_comes_back (biggest);
  g_assert_cmpuint (strlen (text), <, MYO_PAIN_FILE_MAX_SIZE * 3 / 4);
  g_assert_false (myo_pain_drawing_add (many, myo_stroke_new (MYO_STROKE_ERASER, MYO_VIEW_BACK, MYO_SIDE_MIDDLE, 0, MYO_QUALITY_ACHE)));
  g_assert_false (myo_stroke_add_dab ((MyoStroke *) get_stroke (longest, 0), 1, 1, 5));
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_atlas ();

  g_test_add_func ("/pain-file/strokes", test_strokes);
  g_test_add_func ("/pain-file/regions", test_regions);
  g_test_add_func ("/pain-file/sides", test_sides);
  g_test_add_func ("/pain-file/sides-differ", test_sides_differ);
  g_test_add_func ("/pain-file/quarters", test_quarters);
  g_test_add_func ("/pain-file/decimals", test_decimals);
  g_test_add_func ("/pain-file/short-numbers", test_short_numbers);
  g_test_add_func ("/pain-file/off-the-map", test_off_the_map);
  g_test_add_func ("/pain-file/decimal-comma", test_decimal_comma);
  g_test_add_func ("/pain-file/empty", test_empty);
  g_test_add_func ("/pain-file/history", test_history);
  g_test_add_func ("/pain-file/by-hand", test_by_hand);
  g_test_add_func ("/pain-file/limits-reached", test_limits_reached);
  result = g_test_run ();
  free_atlas ();
  return result;
}
