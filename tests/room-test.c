/* What decides by the room that there is: the row that breaks, the one of several, the em.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-either.h"
#include "myo-wrap.h"
#include "widget-kit.h"

#define SPACING 6

/* --- Kit --- */

static GtkWidget *
make_block (int width,
            int height)
{
  GtkWidget *block = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (block, width, height);
  return block;
}

/* At once, as a window of that size would. */
static void
lay_out (GtkWidget *widget,
         int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_allocate (widget, width, height, -1, NULL);
}

static GtkWidget *
get_child (GtkWidget *widget,
           int        nth)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (nth-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
assert_at (GtkWidget *widget,
           int        nth,
           int        x,
           int        y,
           int        width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (get_child (widget, nth), widget, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
}

static void
assert_measures (GtkWidget      *widget,
                 GtkOrientation  orientation,
                 int             for_size,
                 int             minimum,
                 int             natural)
{
  int least, wish;

  gtk_widget_measure (widget, orientation, for_size, &least, &wish, NULL, NULL);
  g_assert_cmpint (least, ==, minimum);
  g_assert_cmpint (wish, ==, natural);
}

/* --- Rows that break --- */

static void
test_wrap_breaks (void)
{
  GtkWidget *wrap = myo_wrap_new (SPACING);

  myo_wrap_append (MYO_WRAP (wrap), make_block (100, 10));
  myo_wrap_append (MYO_WRAP (wrap), make_block (60, 30));
  myo_wrap_append (MYO_WRAP (wrap), make_block (80, 20));
  ui_show (wrap, 400, 100);
  assert_measures (wrap, GTK_ORIENTATION_HORIZONTAL, -1, 100, 100 + 60 + 80 + 2 * SPACING);
  assert_measures (wrap, GTK_ORIENTATION_VERTICAL, 252, 30, 30);
  assert_measures (wrap, GTK_ORIENTATION_VERTICAL, 251, 30 + SPACING + 20, 30 + SPACING + 20);
  assert_measures (wrap, GTK_ORIENTATION_VERTICAL, 100, 10 + 30 + 20 + 2 * SPACING, 10 + 30 + 20 + 2 * SPACING);
  lay_out (wrap, 251);
  assert_at (wrap, 0, 0, 0, 100);
  assert_at (wrap, 1, 100 + SPACING, 0, 60);
  assert_at (wrap, 2, 0, 30 + SPACING, 80);
  ui_close (wrap);
}

/* What is not visible takes no room. */
static void
test_wrap_hidden (void)
{
  GtkWidget *wrap = myo_wrap_new (SPACING), *hidden = make_block (200, 10);

  myo_wrap_append (MYO_WRAP (wrap), hidden);
  myo_wrap_append (MYO_WRAP (wrap), make_block (60, 30));
  gtk_widget_set_visible (hidden, FALSE);
  ui_show (wrap, 100, 100);
  assert_measures (wrap, GTK_ORIENTATION_HORIZONTAL, -1, 60, 60);
  lay_out (wrap, 70);
  assert_at (wrap, 1, 0, 0, 60);
  ui_close (wrap);
}

static void
test_wrap_spare (void)
{
  GtkWidget *wrap = g_object_new (MYO_TYPE_WRAP, "spacing", SPACING, "centred", TRUE, NULL), *greedy = make_block (50, 10);

  gtk_widget_set_hexpand (greedy, TRUE);
  myo_wrap_append (MYO_WRAP (wrap), greedy);
  myo_wrap_append (MYO_WRAP (wrap), make_block (60, 10));
  myo_wrap_append (MYO_WRAP (wrap), make_block (100, 10));
  ui_show (wrap, 300, 100);
  lay_out (wrap, 160);
  assert_at (wrap, 0, 0, 0, 160 - 60 - SPACING);
  assert_at (wrap, 1, 160 - 60, 0, 60);
  assert_at (wrap, 2, (160 - 100) / 2, 10 + SPACING, 100);
  ui_close (wrap);
}

static void
test_wrap_mirrored (void)
{
  GtkWidget *wrap = myo_wrap_new (SPACING);

  myo_wrap_append (MYO_WRAP (wrap), make_block (100, 10));
  myo_wrap_append (MYO_WRAP (wrap), make_block (60, 10));
  gtk_widget_set_direction (wrap, GTK_TEXT_DIR_RTL);
  ui_show (wrap, 300, 100);
  lay_out (wrap, 200);
  assert_at (wrap, 0, 100, 0, 100);
  assert_at (wrap, 1, 100 - SPACING - 60, 0, 60);
  ui_close (wrap);
}

/* Eleven steps of a scale become six and five, not ten and one. */
static void
test_wrap_homogeneous (void)
{
  GtkWidget *wrap = g_object_new (MYO_TYPE_WRAP, "spacing", 0, "homogeneous", TRUE, NULL);

  for (int i = 0; i <= 10; i++)
    myo_wrap_append (MYO_WRAP (wrap), make_block (i == 10 ? 40 : 20, 10));
  ui_show (wrap, 500, 100);
  assert_measures (wrap, GTK_ORIENTATION_VERTICAL, 440, 10, 10);
  assert_measures (wrap, GTK_ORIENTATION_VERTICAL, 439, 20, 20);
  lay_out (wrap, 420);
  assert_at (wrap, 5, 5 * 70, 0, 70);
  assert_at (wrap, 6, 0, 10, 70);
  assert_at (wrap, 10, 4 * 70, 10, 70);
  ui_close (wrap);
}

/* --- One of several --- */

static GtkWidget *
make_either (int large,
             int small)
{
  GtkWidget *either = g_object_new (MYO_TYPE_EITHER, NULL);

  gtk_widget_insert_before (make_block (large, 10), either, NULL);
  gtk_widget_insert_before (make_block (small, 20), either, NULL);
  return either;
}

static void
test_either (void)
{
  GtkWidget *either = ui_show (make_either (200, 80), 300, 100);

  assert_measures (either, GTK_ORIENTATION_HORIZONTAL, -1, 80, 200);
  assert_measures (either, GTK_ORIENTATION_VERTICAL, -1, 20, 20);
  lay_out (either, 200);
  g_assert_true (ui_sees (get_child (either, 0)));
  g_assert_false (ui_sees (get_child (either, 1)));
  lay_out (either, 199);
  g_assert_false (ui_sees (get_child (either, 0)));
  g_assert_true (ui_sees (get_child (either, 1)));
  assert_at (either, 1, 0, 0, 199);
  ui_close (either);
}

/* The focus goes on to what stands there instead, or away. */
static void
test_either_focus (void)
{
  GtkWidget *either = g_object_new (MYO_TYPE_EITHER, NULL);
  GtkWidget *large = gtk_button_new_with_label ("a long label"), *small = gtk_button_new_with_label ("b");
  int least;

  gtk_widget_insert_before (large, either, NULL);
  gtk_widget_insert_before (small, either, NULL);
  ui_show (either, 400, 100);
  g_assert_true (gtk_widget_grab_focus (large));
  gtk_widget_measure (either, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  lay_out (either, least);
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (either)) == small);
  gtk_widget_set_sensitive (large, FALSE);
  lay_out (either, 400);
  g_assert_null (gtk_root_get_focus (gtk_widget_get_root (either)));
  ui_close (either);
}

/* It gives way before the line that it is in breaks. */
static void
test_either_in_a_row (void)
{
  GtkWidget *wrap = myo_wrap_new (SPACING);

  myo_wrap_append (MYO_WRAP (wrap), make_block (100, 10));
  myo_wrap_append (MYO_WRAP (wrap), make_either (200, 80));
  ui_show (wrap, 400, 100);
  lay_out (wrap, 306);
  assert_at (wrap, 1, 106, 0, 200);
  lay_out (wrap, 186);
  assert_at (wrap, 1, 106, 0, 80);
  lay_out (wrap, 185);
  assert_at (wrap, 1, 0, 10 + SPACING, 185);
  ui_close (wrap);
}

/* --- Letters --- */

static void
test_em (void)
{
  GtkWidget *label = ui_show (gtk_label_new ("m"), 100, 100);
  double em = myo_measure_em (label);

  g_assert_cmpfloat (em, >, 8);
  ui_set_text_scale (1.5);
  ui_draw (label);
  g_assert_cmpfloat_with_epsilon (myo_measure_em (label), 1.5 * em, .1);
  ui_close (label);
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/wrap/breaks", test_wrap_breaks);
  g_test_add_func ("/wrap/hidden", test_wrap_hidden);
  g_test_add_func ("/wrap/spare", test_wrap_spare);
  g_test_add_func ("/wrap/mirrored", test_wrap_mirrored);
  g_test_add_func ("/wrap/homogeneous", test_wrap_homogeneous);
  g_test_add_func ("/wrap/em", test_em);
  g_test_add_func ("/either/room", test_either);
  g_test_add_func ("/either/focus", test_either_focus);
  g_test_add_func ("/either/in-a-row", test_either_in_a_row);
  return g_test_run ();
}
