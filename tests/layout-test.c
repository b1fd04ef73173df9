/* Where the figures stand and what one hits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-layout.h"

static const double sizes[][2] = { { 360, 300 }, { 600, 700 }, { 880, 700 }, { 966, 690 }, { 1200, 900 }, { 3000, 1400 } };

static void
test_front_and_back_always_fit (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      double width = sizes[s][0], height = sizes[s][1];
      MyoMapSight sight = myo_map_layout_get_fit (width, height);

      for (int i = MYO_FIGURE_FRONT; i <= MYO_FIGURE_BACK; i++)
        {
          const MyoFigure *figure = myo_figure_get ((MyoFigureId) i);
          MyoRect part;

          g_assert_true (myo_map_layout_get_visible ((MyoFigureId) i, &sight, width, height, &part));
          g_assert_cmpfloat_with_epsilon (part.width, figure->crop.width, .01);
          g_assert_cmpfloat_with_epsilon (part.height, figure->crop.height, .01);
        }
    }
}

static void
test_world_and_back (void)
{
  for (int i = 0; i < MYO_N_FIGURES; i++)
    {
      const MyoFigure *figure = myo_figure_get ((MyoFigureId) i);

      for (int k = 1; k < 10; k++)
        {
          double x = figure->crop.x + figure->crop.width * k / 10, y = figure->crop.y + figure->crop.height * k / 10;
          double world_x, world_y, back_x, back_y;

          myo_map_layout_to_world ((MyoFigureId) i, x, y, &world_x, &world_y);
          g_assert_cmpint (myo_map_layout_at (world_x, world_y, &back_x, &back_y), ==, i);
          g_assert_cmpfloat_with_epsilon (back_x, x, 1e-9);
          g_assert_cmpfloat_with_epsilon (back_y, y, 1e-9);
        }
    }
}

/* The left side shows the drawing of the right one mirrored: what is in front stays in front. */
static void
test_left_side_is_mirrored (void)
{
  double front_right, front_left, back_right, back_left, y;

  myo_map_layout_to_world (MYO_FIGURE_RIGHT, 300, 900, &front_right, &y);
  myo_map_layout_to_world (MYO_FIGURE_RIGHT, 100, 900, &back_right, &y);
  myo_map_layout_to_world (MYO_FIGURE_LEFT, 300, 900, &front_left, &y);
  myo_map_layout_to_world (MYO_FIGURE_LEFT, 100, 900, &back_left, &y);
  g_assert_cmpfloat (front_right, >, back_right);
  g_assert_cmpfloat (front_left, <, back_left);
}

static void
test_sides_do_not_mix (void)
{
  g_assert_true (myo_figure_shows (MYO_FIGURE_FRONT, MYO_SIDE_LEFT));
  g_assert_true (myo_figure_shows (MYO_FIGURE_RIGHT, MYO_SIDE_RIGHT));
  g_assert_false (myo_figure_shows (MYO_FIGURE_RIGHT, MYO_SIDE_LEFT));
  g_assert_false (myo_figure_shows (MYO_FIGURE_LEFT_SOLE, MYO_SIDE_RIGHT));
  g_assert_true (myo_figure_shows (MYO_FIGURE_LEFT, MYO_SIDE_MIDDLE));
}

static void
test_clamp_keeps_the_body_in_sight (void)
{
  MyoMapSight lost = { 1e6, -1e6, 4 };
  MyoMapSight sight = myo_map_layout_clamp (lost, 900, 700, .4, 12);
  MyoMapSight tiny = myo_map_layout_clamp ((MyoMapSight) { 0, 0, .001 }, 900, 700, .4, 12);
  double x, y;

  g_assert_cmpfloat (sight.x, <, 2500);
  g_assert_cmpfloat (sight.y, >, -100);
  g_assert_cmpfloat (sight.scale, ==, 4);
  g_assert_cmpfloat (tiny.scale, ==, .4);
  g_assert_cmpint (myo_map_layout_at (-500, 300, &x, &y), ==, -1);
}

static void
test_visible_part_of_a_flipped_figure (void)
{
  MyoMapSight sight;
  MyoRect part;
  double x, y;

  /* Looking at the nose of the left side: only parts near the front of the drawing may show. */
  myo_map_layout_to_world (MYO_FIGURE_LEFT, 270, 130, &x, &y);
  sight = (MyoMapSight) { x, y, 8 };
  g_assert_true (myo_map_layout_get_visible (MYO_FIGURE_LEFT, &sight, 400, 400, &part));
  g_assert_cmpfloat_with_epsilon (part.x + part.width / 2, 270, 1e-6);
  g_assert_cmpfloat_with_epsilon (part.width, 50, 1e-6);
}

/* Whatever words stand over the figures: those that are shown have room for them, and there are as many as ever where all have. */
static void
test_words_have_room (void)
{
  static const double ordinary[MYO_N_FIGURES] = { 50, 48, 46, 44, 46, 44 };

  for (double size = 1; size <= 2; size += .25)
    for (double width = 200; width <= 3840; width *= 1.3)
      for (double height = 100; height <= 2160; height *= 1.2)
        {
          double captions[MYO_N_FIGURES];
          MyoFigureId last, most = myo_map_layout_choose (width, height, NULL);
          double scale;

          for (int i = 0; i < MYO_N_FIGURES; i++)
            captions[i] = ordinary[i] * size;
          last = myo_map_layout_choose (width, height, captions);
          scale = myo_map_layout_get_fit_of (last, width, height).scale;
          g_assert_cmpint (last, <=, most);
          for (MyoFigureId id = 0; last > MYO_FIGURE_BACK && id <= last; id++)
            g_assert_cmpfloat (captions[id], <=, myo_figure_get (id)->crop.width * myo_map_layout_get_magnification (id) * scale);
          if (scale > .5)
            g_assert_cmpint (last, ==, most);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/fit", test_front_and_back_always_fit);
  g_test_add_func ("/layout/words", test_words_have_room);
  g_test_add_func ("/layout/round-trip", test_world_and_back);
  g_test_add_func ("/layout/left-mirrored", test_left_side_is_mirrored);
  g_test_add_func ("/layout/sides", test_sides_do_not_mix);
  g_test_add_func ("/layout/clamp", test_clamp_keeps_the_body_in_sight);
  g_test_add_func ("/layout/visible", test_visible_part_of_a_flipped_figure);
  return g_test_run ();
}
