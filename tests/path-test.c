/* SVG path data and transforms: the whole grammar, and what is not of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "myo-brush.h"
#include "myo-error.h"
#include "myo-path.h"

/* --- Shapes --- */

#define ZEROS "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"

static const struct { const char *name, *d; double brush; MyoRect box; } boxes[] = {
  { "lines", "M10 20 L30 20 L30 50 Z", 0, { 10, 20, 20, 30 } },
  { "relative lines", "m10 20l20 0l0 30z", 0, { 10, 20, 20, 30 } },
  { "lines after a move", "M10,20 30,20 30,50z", 0, { 10, 20, 20, 30 } },
  { "relative lines after a move", "m10 20 20 0 0 30", 0, { 10, 20, 20, 30 } },
  { "horizontal and vertical", "M10 20H30V50H10", 0, { 10, 20, 20, 30 } },
  { "relative horizontal and vertical", "M10 20h20v30h-20", 0, { 10, 20, 20, 30 } },
  { "cubic within its ends", "M0 0C0 10 20 10 20 0", 0, { 0, 0, 20, 7.5 } },
  { "relative smooth cubic", "M0 0c0 10 20 10 20 0s20-10 20 0", 0, { 0, -7.5, 40, 15 } },
  { "quadratic", "M0 0Q10 20 20 0", 0, { 0, 0, 20, 10 } },
  { "smooth quadratic", "M0 0Q10 20 20 0T40 0", 0, { 0, -10, 40, 20 } },
  { "relative smooth quadratic", "m0 0q10 20 20 0t20 0", 0, { 0, -10, 40, 20 } },
  { "half circle", "M0 10A10 10 0 0 1 20 10", 0, { 0, 0, 20, 10 } },
  { "the other half", "M0 10A10 10 0 0 0 20 10", 0, { 0, 10, 20, 10 } },
  { "large arc", "M10 0A10 10 0 1 1 0 10", 0, { 0, 0, 20, 20 } },
  { "arc with flags run together", "M0 10a10 10 0 0120 0", 0, { 0, 0, 20, 10 } },
  { "arc too small for its ends", "M0 0A1 1 0 0 1 20 0", 0, { 0, -10, 20, 10 } },
  { "arc without radius is a line", "M0 0A0 5 0 0 1 20 10", 0, { 0, 0, 20, 10 } },
  { "tilted ellipse", "M0 0A20 10 90 0 1 0 40", 0, { 0, 0, 10, 40 } },
  { "after a close, from its start", "M10 10h10v10zl-5 0", 0, { 5, 10, 15, 10 } },
  { "numbers without spaces", "M.5.5L-1.5-.5 1e1 2E-1", 0, { -1.5, -.5, 11.5, 1 } },
  { "commas and line breaks", "M 1 , 2\n\t L 3 ,4 , 5 , 6", 0, { 1, 2, 4, 4 } },
  { "a point at the end", "M10. 20.L30. 50.", 0, { 10, 20, 20, 30 } },
  { "more digits than a double holds", "M10 20L30." ZEROS ZEROS ZEROS ZEROS "1 50." ZEROS ZEROS ZEROS ZEROS "9", 0, { 10, 20, 20, 30 } },
  { "a point far behind its number", "M10 20L0." ZEROS ZEROS ZEROS ZEROS "3e402 50", 0, { 10, 20, 20, 30 } },
  { "an arc to where it begins is none", "M10 10A5 5 0 0 1 10 10L30 10", 0, { 10, 10, 20, 0 } },
  { "a brush", "M10 10L30 10", 6, { 7, 7, 26, 6 } },
};

static void
test_boxes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      MyoRect box = { 0 };

      g_test_message ("%s: %s", boxes[i].name, boxes[i].d);
      g_assert_true (myo_path_get_extents (boxes[i].d, boxes[i].brush, &box));
      g_assert_cmpfloat_with_epsilon (box.x, boxes[i].box.x, .02);
      g_assert_cmpfloat_with_epsilon (box.y, boxes[i].box.y, .02);
      g_assert_cmpfloat_with_epsilon (box.width, boxes[i].box.width, .04);
      g_assert_cmpfloat_with_epsilon (box.height, boxes[i].box.height, .04);
    }
}

static void
test_contains (void)
{
  const char *ring = "M0 0h100v100h-100z", *circle = "M0 50A50 50 0 1 1 100 50A50 50 0 1 1 0 50z";

  g_assert_true (myo_path_contains (ring, 0, 50, 50));
  g_assert_false (myo_path_contains (ring, 0, 101, 50));
  g_assert_true (myo_path_contains (circle, 0, 50, 1));
  g_assert_false (myo_path_contains (circle, 0, 5, 5));
  /* a stroke: round at its ends, empty in its middle */
  g_assert_true (myo_path_contains ("M10 10L90 10", 10, 6, 10));
  g_assert_false (myo_path_contains ("M10 10L90 10", 10, 5.5, 6));
  g_assert_false (myo_path_contains (ring, 10, 50, 50));
  /* an open path is closed when it is filled */
  g_assert_true (myo_path_contains ("M0 0L100 0L0 100", 0, 20, 20));
}

/* --- Faults --- */

static const char * const faulty[] = {
  "L10 10", "10 10", "Z", "M", "M10", "M10 10 L", "M10 10 L20", "M10 10 C1 2 3 4 5", "M10 10 X5 5", "M10 10 L20 20 30",
  "M10 10 A5 5 0 2 0 20 20", "M10 10 A5 5 0 0", "M1e9 0L0 0", "M1e999 0", "Mnan nan", "Minf 0", "M0x10 5", "M10 10 L--5 5",
  "M10 10 L5..5 1 L.", "M10;10", "M10 10 e5", "\xff\xfe", "M10 10 L20 20 z z 5", "none",
  "M117,,594", "M117,594,,L20 20", "M1 1,", "M1 1 L20 20,", "M1 1 L20 20, L30 30", "M1 1 L20 20,z", ",M1 1 L20 20", "M,1 1", "M1 1 L,20 20", "M1 1 L20 20e",
  "M1 1 L20 20e+", "M1 1 H20,,30", "M1 1 A5,5,,0 0 0 20 20", "M1 1 l99999 0 l99999 0",
};

static void
test_faults (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (GError) error = NULL;
      cairo_t *cr = myo_path_new_scratch ();
      MyoRect box;

      g_test_message ("%u", i);
      g_assert_false (myo_path_append (cr, faulty[i], -1, &error));
      g_assert_error (error, MYO_ERROR, MYO_ERROR_DRAWING);
      g_assert_false (myo_path_get_extents (faulty[i], 0, &box));
      g_assert_false (myo_path_contains (faulty[i], 5, 10, 10));
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
    }
}

/* What came before the fault is kept, and the message names the place. */
static void
test_fault_place (void)
{
  g_autoptr (GError) error = NULL;
  cairo_t *cr = myo_path_new_scratch ();
  double x0, y0, x1, y1;

  g_assert_false (myo_path_append (cr, "M0 0L10 0L10 10?", -1, &error));
  g_assert_nonnull (strstr (error->message, "16"));
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  g_assert_cmpfloat_with_epsilon (x1, 10, .01);
  g_assert_cmpfloat_with_epsilon (y1, 10, .01);
  cairo_destroy (cr);
}

static void
test_empty (void)
{
  cairo_t *cr = myo_path_new_scratch ();
  MyoRect box;

  g_assert_true (myo_path_append (cr, "", -1, NULL));
  g_assert_true (myo_path_append (cr, " \n ", -1, NULL));
  g_assert_false (cairo_has_current_point (cr));
  g_assert_false (myo_path_get_extents ("", 0, &box));
  /* no more than the length is read */
  g_assert_true (myo_path_append (cr, "M1 2L3 4 nonsense", 8, NULL));
  cairo_destroy (cr);
}

/* Any bytes whatever: no crash, no cairo error. */
static void
test_random (void)
{
  static const char alphabet[] = "MLHVCSQTAZmlhvcsqtaz0123456789.-+eE, \n\"x";
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);

  for (guint i = 0; i < 20000; i++)
    {
      char d[40] = "M1 1";
      cairo_t *cr = myo_path_new_scratch ();
      int n = g_rand_int_range (rand, 5, sizeof d - 1);

      for (int k = 4; k < n; k++)
        d[k] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      myo_path_append (cr, d, -1, NULL);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_in_fill (cr, 1, 1);
      cairo_destroy (cr);
    }
}

/* --- Transforms --- */

static const struct { const char *transform; double x, y; } transforms[] = {
  { "", 10, 20 },
  { "translate(5)", 15, 20 },
  { "translate(5, -5)", 15, 15 },
  { "scale(2)", 20, 40 },
  { "scale(-1 1)", -10, 20 },
  { "matrix(-1 0 0 1 720 0)", 710, 20 },
  { "rotate(90)", -20, 10 },
  { "rotate(180 10 20)", 10, 20 },
  { "translate(100 0) scale(2)", 120, 40 },
  { " translate ( 1,2 ) , translate(3 4) ", 14, 26 },
  { "skewX(45)", 30, 20 },
  { "skewY(45)", 10, 30 },
};

static const char * const bad_transforms[] = {
  "translate", "translate(", "translate(1", "matrix(1 2 3)", "turn(5)", "scale(0)", "rotate(1 2)", "translate(1 2 3)",
  "matrix(1 2 3 4 5 6 7)", "translate(a)", "translate(1,)", "translate(1,,2)", "translate(,1)", "matrix(0 0 0 0 0 0)",
};

static void
test_transforms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (transforms); i++)
    {
      cairo_t *cr = myo_path_new_scratch ();
      double x = 10, y = 20;

      g_test_message ("%s", transforms[i].transform);
      g_assert_true (myo_path_apply_transform (cr, transforms[i].transform, -1));
      cairo_user_to_device (cr, &x, &y);
      g_assert_cmpfloat_with_epsilon (x, transforms[i].x, 1e-6);
      g_assert_cmpfloat_with_epsilon (y, transforms[i].y, 1e-6);
      cairo_destroy (cr);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_transforms); i++)
    {
      cairo_t *cr = myo_path_new_scratch ();

      g_test_message ("%s", bad_transforms[i]);
      g_assert_false (myo_path_apply_transform (cr, bad_transforms[i], -1));
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
    }
}

/* --- Brushes --- */

/* The outline covers what the stroke covers. */
static void
test_brush (void)
{
  static const char * const lines[] = { "M20 50L80 50", "M20 20C40 90 60 10 80 80", "M20 20h60v60", "M50 50l.1 0", "M20 50h10M60 50h10" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cairo_t *cr = myo_path_new_scratch ();
      guint differ = 0;

      g_assert_true (myo_path_append (cr, lines[i], -1, NULL));
      myo_brush_outline (cr, 8);
      for (double y = .5; y < 100; y++)
        for (double x = .5; x < 100; x++)
          differ += cairo_in_fill (cr, x, y) != myo_path_contains (lines[i], 16, x, y);
      g_test_message ("%s: %u", lines[i], differ);
      g_assert_cmpuint (differ, <, 90);
      cairo_destroy (cr);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/path/boxes", test_boxes);
  g_test_add_func ("/path/contains", test_contains);
  g_test_add_func ("/path/faults", test_faults);
  g_test_add_func ("/path/fault-place", test_fault_place);
  g_test_add_func ("/path/empty", test_empty);
  g_test_add_func ("/path/random", test_random);
  g_test_add_func ("/path/transforms", test_transforms);
  g_test_add_func ("/path/brush", test_brush);
  return g_test_run ();
}
