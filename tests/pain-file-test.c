/* Pain drawings saved and opened again: what comes back is what was drawn, where it was drawn, on the side on which it was drawn.
 * What else a file may hold is for pain-file-malformed-test.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "myo-atlas-reader.h"
#include "myo-error.h"
#include "myo-pain-file.h"

static MyoAtlas *atlas;

/* --- Helpers --- */

static MyoPainDrawing *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  MyoPainDrawing *drawing = myo_pain_file_parse (text, -1, "test", atlas, &error);

  g_assert_no_error (error);
  return drawing;
}

static MyoPainDrawing *
round_trip (MyoPainDrawing *drawing)
{
  g_autofree char *text = myo_pain_file_format (drawing);

  return parse (text);
}

static void
assert_comes_back (MyoPainDrawing *drawing)
{
  g_autoptr(MyoPainDrawing) back = round_trip (drawing);

  g_assert_true (myo_pain_drawing_equal (drawing, back));
}

static const MyoStroke *
get_stroke (MyoPainDrawing *drawing,
            guint           i)
{
  return g_ptr_array_index (myo_pain_drawing_get_strokes (drawing), i);
}

static const MyoDab *
get_dab (const MyoStroke *stroke,
         guint            i)
{
  return &g_array_index (stroke->dabs, MyoDab, i);
}

/* Calls @func for every view and every side that may be named of it. */
static void
for_each_view (void (*func) (MyoView, MyoSide))
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    if (myo_view_is_mirrored (view))
      func (view, MYO_SIDE_MIDDLE);
    else
      {
        func (view, MYO_SIDE_RIGHT);
        func (view, MYO_SIDE_LEFT);
      }
}

/* Calls @func for every region of the atlas and each side it has. */
static void
for_each_region (void (*func) (const MyoRegion *, MyoSide))
{
  GPtrArray *regions = myo_atlas_get_regions (atlas);

  g_assert_cmpuint (regions->len, >, 100);
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoRegion *region = g_ptr_array_index (regions, i);

      func (region, region->paired ? MYO_SIDE_RIGHT : MYO_SIDE_MIDDLE);
      if (region->paired)
        func (region, MYO_SIDE_LEFT);
    }
}

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

static MyoPainDrawing *
make_scribble (guint    n_strokes,
               guint    n_dabs,
               gboolean round)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (42);
  MyoPainDrawing *drawing = myo_pain_drawing_new ();

  for (guint i = 0; i < n_strokes; i++)
    {
      MyoView view = (MyoView) (i % MYO_N_VIEWS);
      MyoSide side = myo_view_is_mirrored (view) ? MYO_SIDE_MIDDLE : (MyoSide) (i / MYO_N_VIEWS % 2);
      MyoStroke *stroke = myo_stroke_new (i % 7 == 6 ? MYO_STROKE_ERASER : MYO_STROKE_BRUSH, view, side,
                                          1 + (int) (i % 10), (MyoQuality) (i % MYO_N_QUALITIES));
      double width, height, unit = round ? 4 : 1;

      myo_view_get_size (view, &width, &height);
      for (guint k = 0; k < n_dabs; k++)
        {
          double x = g_rand_double_range (rand, -60, width + 60), y = g_rand_double_range (rand, -60, height + 60);
          double radius = g_rand_double_range (rand, 1, 60);

          if (round)
            myo_stroke_add_dab (stroke, trunc (x * unit) / unit, trunc (y * unit) / unit, floor (radius * unit) / unit);
          else
            myo_stroke_add_dab (stroke, x, y, radius);
        }
      myo_pain_drawing_add (drawing, stroke);
    }
  return drawing;
}

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
  g_autoptr(MyoPainDrawing) many = make_scribble (MYO_DRAWING_MAX_STROKES, 2, TRUE);
  g_autoptr(MyoPainDrawing) longest = make_scribble (1, MYO_STROKE_MAX_DABS, TRUE);

  assert_comes_back (many);
  assert_comes_back (longest);
}

static void
test_speed (void)
{
  g_autoptr(MyoPainDrawing) drawing = make_scribble (200, 500, FALSE);
  gint64 start = g_get_monotonic_time ();
  g_autofree char *text = myo_pain_file_format (drawing);
  gint64 middle = g_get_monotonic_time ();
  g_autoptr(MyoPainDrawing) back = parse (text);
  double write_ms = (double) (middle - start) / 1000, read_ms = (double) (g_get_monotonic_time () - middle) / 1000;

  g_test_minimized_result (write_ms, "100,000 places written: %.1f ms, %" G_GSIZE_FORMAT " KiB", write_ms, strlen (text) / 1024);
  g_test_minimized_result (read_ms, "100,000 places read: %.1f ms", read_ms);
}

/* --- Files --- */

typedef struct
{
  char  *folder;
  GFile *file;
} Kit;

static void
set_up (Kit           *kit,
        gconstpointer  unused)
{
  g_autofree char *path = NULL;

  kit->folder = g_dir_make_tmp ("myomap-pain-XXXXXX", NULL);
  path = g_build_filename (kit->folder, "my pain 100%.xml", NULL);
  kit->file = g_file_new_for_path (path);
}

static void
tear_down (Kit           *kit,
           gconstpointer  unused)
{
  g_remove (g_file_peek_path (kit->file));
  g_assert_cmpint (g_rmdir (kit->folder), ==, 0);
  g_object_unref (kit->file);
  g_free (kit->folder);
}

static void
test_save_and_load (Kit           *kit,
                    gconstpointer  unused)
{
  for (guint n = 1; n <= 40; n += 13)
    {
      g_autoptr(MyoPainDrawing) drawing = make_scribble (n, 20, TRUE);
      g_autoptr(MyoPainDrawing) back = NULL;
      g_autoptr(GError) error = NULL;
      GStatBuf status;

      g_assert_true (myo_pain_file_save (drawing, kit->file, &error));
      g_assert_no_error (error);
      back = myo_pain_file_load (kit->file, atlas, &error);
      g_assert_no_error (error);
      g_assert_true (myo_pain_drawing_equal (drawing, back));
      g_assert_cmpint (g_stat (g_file_peek_path (kit->file), &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

static void
save_region (const MyoRegion *region,
             MyoSide          side)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "myomap-pain-region.xml", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autoptr(MyoPainDrawing) back = NULL;

  myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_BRUSH, region->id, side, 7, MYO_QUALITY_TINGLING));
  g_assert_true (myo_pain_file_save (drawing, file, NULL));
  back = myo_pain_file_load (file, atlas, NULL);
  g_assert_true (myo_pain_drawing_equal (drawing, back));
  g_assert_cmpint (get_stroke (back, 0)->side, ==, side);
  g_remove (path);
}

static void
test_save_regions (void)
{
  for_each_region (save_region);
}

/* A drawing that could not be opened again replaces nothing. */
static void
test_save_too_much (Kit           *kit,
                    gconstpointer  unused)
{
  g_autoptr(MyoPainDrawing) small = make_scribble (3, 3, TRUE);
  g_autoptr(MyoPainDrawing) large = make_scribble (40, MYO_STROKE_MAX_DABS, FALSE);
  g_autoptr(MyoPainDrawing) back = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (myo_pain_file_save (small, kit->file, NULL));
  g_assert_false (myo_pain_file_save (large, kit->file, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_PAIN_DRAWING);
  g_assert_nonnull (strstr (error->message, "my pain 100%.xml:0: "));
  back = myo_pain_file_load (kit->file, atlas, NULL);
  g_assert_true (myo_pain_drawing_equal (small, back));
}

static void
test_save_nowhere (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all/pain.xml");
  g_autoptr(MyoPainDrawing) drawing = make_scribble (1, 1, TRUE);
  g_autoptr(GError) error = NULL;

  g_assert_false (myo_pain_file_save (drawing, file, &error));
  g_assert_nonnull (error);
}

static void
assert_not_loaded (const char *path,
                   const char *sentence)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_null (myo_pain_file_load (file, atlas, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_PAIN_DRAWING);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, sentence));
}

static void
test_load_what_is_none (void)
{
  assert_not_loaded ("/nowhere/at/all/pain.xml", "pain.xml:0: The file cannot be read");
  assert_not_loaded (g_get_tmp_dir (), ":0: The file cannot be read");
  assert_not_loaded ("/dev/null", "null:0: The file is empty.");
  assert_not_loaded ("/dev/zero", "zero:0: The file is larger than 8 MiB.");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  atlas = myo_atlas_read_builtin (NULL);
  g_assert_nonnull (atlas);

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
  g_test_add_func ("/pain-file/speed", test_speed);
  g_test_add ("/pain-file/save-and-load", Kit, NULL, set_up, test_save_and_load, tear_down);
  g_test_add_func ("/pain-file/save-regions", test_save_regions);
  g_test_add ("/pain-file/save-too-much", Kit, NULL, set_up, test_save_too_much, tear_down);
  g_test_add_func ("/pain-file/save-nowhere", test_save_nowhere);
  g_test_add_func ("/pain-file/load-what-is-none", test_load_what_is_none);
  result = g_test_run ();
  g_object_unref (atlas);
  return result;
}
