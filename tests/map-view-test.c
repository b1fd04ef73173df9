/* The view that the map's layers share: its conversions, its bounds, its fit, its movements, and what it tells.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-view.h"

#include <math.h>

static const int sizes[][2] = { { 360, 300 }, { 600, 700 }, { 880, 700 }, { 1200, 900 }, { 3000, 1400 } };

static MyoMapView *
create_view (int width,
             int height)
{
  MyoMapView *view = myo_map_view_new ();
  MyoMapSight fit = myo_map_layout_get_fit (width, height);

  myo_map_view_set_size (view, width, height, &fit);
  return view;
}

static void
show (MyoMapView *view,
      double      x,
      double      y,
      double      scale)
{
  myo_map_view_set_fitted (view, FALSE);
  myo_map_view_set_sight (view, (MyoMapSight) { x, y, scale });
}

static void
assert_sight (MyoMapView        *view,
              const MyoMapSight *expected)
{
  MyoMapSight sight = myo_map_view_get_sight (view);

  g_assert_cmpfloat_with_epsilon (sight.x, expected->x, 1e-6);
  g_assert_cmpfloat_with_epsilon (sight.y, expected->y, 1e-6);
  g_assert_cmpfloat_with_epsilon (sight.scale, expected->scale, 1e-9);
}

/* --- Places --- */

static void
check_places (MyoMapView  *view,
              MyoFigureId  id)
{
  const MyoRect *crop = &myo_figure_get (id)->crop;

  for (int k = 1; k < 10; k++)
    {
      double view_x = crop->x + crop->width * k / 10, view_y = crop->y + crop->height * (10 - k) / 10, x, y, back_x, back_y;

      myo_map_view_from_figure (view, id, view_x, view_y, &x, &y);
      g_assert_cmpint (myo_map_view_figure_at (view, x, y, &back_x, &back_y), ==, id);
      g_assert_cmpfloat_with_epsilon (back_x, view_x, 1e-6);
      g_assert_cmpfloat_with_epsilon (back_y, view_y, 1e-6);
      myo_map_view_to_figure (view, id, x, y, &back_x, &back_y);
      g_assert_cmpfloat_with_epsilon (back_x, view_x, 1e-6);
      g_assert_cmpfloat_with_epsilon (back_y, view_y, 1e-6);
    }
}

static void
test_places_and_back (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (MyoMapView) view = create_view (sizes[s][0], sizes[s][1]);

      for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
        {
          check_places (view, id);
          show (view, 300 * (id + 1), 500, 3);
          check_places (view, id);
        }
    }
}

/* The middle of the widget is the centre of the sight, and a mm is as many px as the scale says: soles are enlarged. */
static void
test_scale (void)
{
  g_autoptr (MyoMapView) view = create_view (800, 600);
  double world_x, world_y, x0, x1, y;

  show (view, 500, 400, 2);
  myo_map_view_to_world (view, 400, 300, &world_x, &world_y);
  g_assert_cmpfloat_with_epsilon (world_x, 500, 1e-9);
  g_assert_cmpfloat_with_epsilon (world_y, 400, 1e-9);
  g_assert_cmpfloat_with_epsilon (myo_map_view_get_scale (view, MYO_FIGURE_BACK), 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (myo_map_view_get_scale (view, MYO_FIGURE_LEFT_SOLE), 6, 1e-9);
  myo_map_view_from_figure (view, MYO_FIGURE_RIGHT_SOLE, 40, 100, &x0, &y);
  myo_map_view_from_figure (view, MYO_FIGURE_RIGHT_SOLE, 50, 100, &x1, &y);
  g_assert_cmpfloat_with_epsilon (x1 - x0, 60, 1e-6);
}

/* On a flipped figure the left edge of a box is where the view has its right one. */
static void
test_boxes (void)
{
  g_autoptr (MyoMapView) view = create_view (800, 600);
  const MyoRect rect = { 100, 200, 50, 30 };

  show (view, 1700, 500, 2);
  for (int flipped = 0; flipped < 2; flipped++)
    {
      MyoFigureId id = flipped ? MYO_FIGURE_LEFT : MYO_FIGURE_RIGHT;
      graphene_rect_t box = myo_map_view_get_box (view, id, &rect);
      double x, y;

      myo_map_view_from_figure (view, id, flipped ? 150 : 100, 200, &x, &y);
      g_assert_cmpfloat_with_epsilon (box.origin.x, x, 1e-3);
      g_assert_cmpfloat_with_epsilon (box.origin.y, y, 1e-3);
      g_assert_cmpfloat_with_epsilon (box.size.width, 100, 1e-3);
      g_assert_cmpfloat_with_epsilon (box.size.height, 60, 1e-3);
    }
}

/* --- Fit and bounds --- */

static void
test_fit (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (MyoMapView) view = create_view (sizes[s][0], sizes[s][1]);
      MyoMapSight fit = myo_map_layout_get_fit (sizes[s][0], sizes[s][1]);

      assert_sight (view, &fit);
      g_assert_cmpfloat_with_epsilon (myo_map_view_get_zoom (view), 1, 1e-9);
      g_assert_true (myo_map_view_shows (view, MYO_FIGURE_FRONT));
      g_assert_true (myo_map_view_shows (view, MYO_FIGURE_BACK));
    }
}

static void
test_fit_follows_the_size (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  MyoMapSight fit = myo_map_layout_get_fit (500, 400), kept;

  myo_map_view_set_size (view, 500, 400, &fit);
  assert_sight (view, &fit);

  show (view, 300, 500, 2);
  kept = myo_map_view_get_sight (view);
  fit = myo_map_layout_get_fit (880, 700);
  myo_map_view_set_size (view, 880, 700, &fit);
  assert_sight (view, &kept);
  g_assert_cmpfloat_with_epsilon (myo_map_view_get_zoom (view), 2 / fit.scale, 1e-9);
}

static void
test_bounds (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  double least = myo_map_view_get_fit (view).scale;

  show (view, 300, 500, 1e-3);
  g_assert_cmpfloat (myo_map_view_get_sight (view).scale, ==, least);
  show (view, 300, 500, 1e3);
  g_assert_cmpfloat (myo_map_view_get_sight (view).scale, ==, 12);
  for (int sign = -1; sign <= 1; sign += 2)
    {
      MyoRect part;
      gboolean any = FALSE;

      show (view, sign * 1e6, sign * 1e6, 2);
      for (MyoFigureId id = 0; id < MYO_N_FIGURES; id++)
        any |= myo_map_view_get_part (view, id, &part);
      g_assert_true (any);
    }
}

/* --- Figures in sight --- */

/* There is room for front and back and half a side: that is not shown before one moves. */
static void
test_only_whole_figures_when_fitted (void)
{
  g_autoptr (MyoMapView) view = create_view (640, 700);
  MyoRect part;

  g_assert_true (myo_map_view_get_part (view, MYO_FIGURE_RIGHT, &part));
  g_assert_cmpfloat (part.width, <, myo_figure_get (MYO_FIGURE_RIGHT)->crop.width - 1);
  g_assert_false (myo_map_view_shows (view, MYO_FIGURE_RIGHT));
  myo_map_view_set_fitted (view, FALSE);
  g_assert_true (myo_map_view_shows (view, MYO_FIGURE_RIGHT));
  show (view, 300, 500, 6);
  g_assert_false (myo_map_view_get_part (view, MYO_FIGURE_BACK, &part));
  g_assert_false (myo_map_view_shows (view, MYO_FIGURE_BACK));
}

/* --- Zooming and moving --- */

static void
test_what_is_zoomed_at_stays (void)
{
  static const double factors[] = { 1.2, 5, 1 / 1.2, 1e6, 1e-6 };
  g_autoptr (MyoMapView) view = create_view (880, 700);

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      double before_x, before_y, after_x, after_y;
      MyoMapSight zoomed;

      show (view, 700, 800, 3);
      myo_map_view_to_world (view, 300, 200, &before_x, &before_y);
      zoomed = myo_map_view_get_zoomed (view, factors[i], 300, 200);
      g_assert_cmpfloat_with_epsilon (zoomed.scale, CLAMP (3 * factors[i], myo_map_view_get_fit (view).scale, 12), 1e-9);
      after_x = zoomed.x + (300 - 440) / zoomed.scale;
      after_y = zoomed.y + (200 - 350) / zoomed.scale;
      g_assert_cmpfloat_with_epsilon (after_x, before_x, 1e-6);
      g_assert_cmpfloat_with_epsilon (after_y, before_y, 1e-6);
    }
}

static void
test_panning_is_by_px (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  MyoMapSight panned;

  show (view, 700, 800, 4);
  panned = myo_map_view_get_panned (view, 40, -20);
  g_assert_cmpfloat_with_epsilon (panned.x, 710, 1e-9);
  g_assert_cmpfloat_with_epsilon (panned.y, 795, 1e-9);
  g_assert_cmpfloat_with_epsilon (panned.scale, 4, 1e-9);
}

/* Under way the scale changes by equal factors; what comes is known from the start. */
static void
test_movement (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  MyoMapSight to = { 900, 900, 8 }, fit = myo_map_view_get_fit (view), from;
  MyoRect part;
  double scale;

  show (view, 300, 700, 2);
  from = myo_map_view_get_sight (view);
  g_assert_false (myo_map_view_get_coming_part (view, MYO_FIGURE_BACK, &part, &scale)
                  && part.x + part.width > 300);
  myo_map_view_begin_move (view, to);
  assert_sight (view, &from);
  g_assert_true (myo_map_view_get_coming_part (view, MYO_FIGURE_BACK, &part, &scale));
  g_assert_cmpfloat_with_epsilon (scale, 8, 1e-9);
  g_assert_cmpfloat_with_epsilon (part.width, 110, 1e-6);

  myo_map_view_move (view, .5);
  g_assert_cmpfloat_with_epsilon (myo_map_view_get_sight (view).scale, 4, 1e-9);
  /* A fitted view that moves does not jump to its end when the widget is laid out. */
  myo_map_view_set_fitted (view, TRUE);
  myo_map_view_set_size (view, 880, 700, &fit);
  g_assert_cmpfloat_with_epsilon (myo_map_view_get_sight (view).scale, 4, 1e-9);
  myo_map_view_set_fitted (view, FALSE);
  myo_map_view_move (view, 1);
  myo_map_view_end_move (view);
  assert_sight (view, &to);
  g_assert_false (myo_map_view_get_coming_part (view, MYO_FIGURE_FRONT, &part, &scale));
}

/* Moved back, it is where it was at first, with nothing left to jump when the widget is laid out next. */
static void
test_fitted_again (void)
{
  static const int widths[] = { 400, 900, 1500 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autoptr (MyoMapView) view = create_view (widths[i], 700);
      MyoMapSight fit = myo_map_view_get_fit (view);

      show (view, 300, 700, 2);
      myo_map_view_set_fitted (view, TRUE);
      myo_map_view_begin_move (view, fit);
      myo_map_view_move (view, 1);
      myo_map_view_end_move (view);
      assert_sight (view, &fit);
    }
}

/* --- What it tells --- */

typedef struct
{
  guint n_changed, n_scaled, n_rested, n_layer, n_palette;
} Told;

static void
count_changed (Told     *told,
               gboolean  scaled)
{
  told->n_changed++;
  told->n_scaled += scaled ? 1 : 0;
}

static void
count (guint *n)
{
  (*n)++;
}

static void
listen (MyoMapView *view,
        Told       *told)
{
  *told = (Told) { 0 };
  g_signal_connect_swapped (view, "changed", G_CALLBACK (count_changed), told);
  g_signal_connect_swapped (view, "rested", G_CALLBACK (count), &told->n_rested);
  g_signal_connect_swapped (view, "notify::layer", G_CALLBACK (count), &told->n_layer);
  g_signal_connect_swapped (view, "notify::palette", G_CALLBACK (count), &told->n_palette);
}

static gboolean
is_waiting (MyoMapView *view)
{
  return g_main_context_find_source_by_user_data (NULL, view) != NULL;
}

static void
wait_for_rest (MyoMapView *view)
{
  while (is_waiting (view))
    g_main_context_iteration (NULL, TRUE);
}

static void
test_changes (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  MyoMapSight fit = myo_map_layout_get_fit (900, 700);
  Told told;

  listen (view, &told);
  show (view, 300, 700, 2);
  g_assert_cmpuint (told.n_changed, ==, 1);
  g_assert_cmpuint (told.n_scaled, ==, 1);
  show (view, 320, 700, 2);
  g_assert_cmpuint (told.n_changed, ==, 2);
  g_assert_cmpuint (told.n_scaled, ==, 1);
  myo_map_view_set_size (view, 900, 700, &fit);
  g_assert_cmpuint (told.n_changed, ==, 2);
}

/* However much it moves, it rests once, and for little it does not begin to wait. */
static void
test_rest (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  Told told;

  listen (view, &told);
  g_assert_false (is_waiting (view));
  for (int i = 0; i < 5; i++)
    show (view, 300 + 10 * i, 700, 2 + i);
  g_assert_true (is_waiting (view));
  g_assert_cmpuint (told.n_rested, ==, 0);
  wait_for_rest (view);
  g_assert_cmpuint (told.n_rested, ==, 1);

  show (view, 340.4, 700.4, 6.1);
  g_assert_false (is_waiting (view));
  show (view, 341.4, 700.4, 6);
  g_assert_true (is_waiting (view));
  wait_for_rest (view);
  show (view, 341.4, 700.4, 6.3);
  wait_for_rest (view);
  g_assert_cmpuint (told.n_rested, ==, 3);
}

/* Fitted, another size of the widget is another sight. */
static void
test_rest_after_another_size (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  MyoMapSight fit = myo_map_layout_get_fit (500, 400);
  Told told;

  listen (view, &told);
  myo_map_view_set_size (view, 500, 400, &fit);
  wait_for_rest (view);
  g_assert_cmpuint (told.n_rested, ==, 1);
}

static void
test_look (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  Told told;

  listen (view, &told);
  g_assert_cmpint (myo_map_view_get_layer (view), ==, MYO_LAYER_SURFACE);
  g_assert_cmpint (myo_map_view_get_palette (view), ==, MYO_PALETTE_LIGHT);
  for (int i = 0; i < 2; i++)
    {
      myo_map_view_set_layer (view, MYO_LAYER_DEEP);
      myo_map_view_set_palette (view, MYO_PALETTE_DARK);
    }
  g_assert_cmpint (myo_map_view_get_layer (view), ==, MYO_LAYER_DEEP);
  g_assert_cmpint (myo_map_view_get_palette (view), ==, MYO_PALETTE_DARK);
  g_assert_cmpuint (told.n_layer, ==, 1);
  g_assert_cmpuint (told.n_palette, ==, 1);
  myo_map_view_set_device (view, 2, TRUE);
  g_assert_cmpint (myo_map_view_get_device_scale (view), ==, 2);
  g_assert_true (myo_map_view_draws_surfaces (view));
}

/* On another screen what was painted is too coarse, or finer than needed, at once. */
static void
test_other_screen (void)
{
  g_autoptr (MyoMapView) view = create_view (880, 700);
  Told told;

  listen (view, &told);
  myo_map_view_set_device (view, 1, FALSE);
  g_assert_cmpuint (told.n_rested, ==, 0);
  myo_map_view_set_device (view, 2, FALSE);
  myo_map_view_set_device (view, 2, FALSE);
  g_assert_cmpuint (told.n_rested, ==, 1);
}

/* What is not shown while the view is fitted cannot be hit either; nearer, all is there. */
static void
test_last (void)
{
  g_autoptr(MyoMapView) view = create_view (1600, 700);
  double x, y, view_x, view_y;

  myo_map_view_from_figure (view, MYO_FIGURE_RIGHT, 200, 600, &x, &y);
  g_assert_true (myo_map_view_shows (view, MYO_FIGURE_RIGHT));
  g_assert_cmpint (myo_map_view_figure_at (view, x, y, &view_x, &view_y), ==, MYO_FIGURE_RIGHT);
  myo_map_view_set_last (view, MYO_FIGURE_BACK);
  g_assert_true (myo_map_view_shows (view, MYO_FIGURE_BACK));
  g_assert_false (myo_map_view_shows (view, MYO_FIGURE_RIGHT));
  g_assert_cmpint (myo_map_view_figure_at (view, x, y, &view_x, &view_y), ==, -1);
  myo_map_view_set_fitted (view, FALSE);
  g_assert_true (myo_map_view_shows (view, MYO_FIGURE_RIGHT));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-view/last", test_last);
  g_test_add_func ("/map-view/other-screen", test_other_screen);
  g_test_add_func ("/map-view/places", test_places_and_back);
  g_test_add_func ("/map-view/scale", test_scale);
  g_test_add_func ("/map-view/boxes", test_boxes);
  g_test_add_func ("/map-view/fit", test_fit);
  g_test_add_func ("/map-view/fit-follows-size", test_fit_follows_the_size);
  g_test_add_func ("/map-view/bounds", test_bounds);
  g_test_add_func ("/map-view/fitted-again", test_fitted_again);
  g_test_add_func ("/map-view/whole-figures", test_only_whole_figures_when_fitted);
  g_test_add_func ("/map-view/zoomed-at", test_what_is_zoomed_at_stays);
  g_test_add_func ("/map-view/panned", test_panning_is_by_px);
  g_test_add_func ("/map-view/movement", test_movement);
  g_test_add_func ("/map-view/changes", test_changes);
  g_test_add_func ("/map-view/rest", test_rest);
  g_test_add_func ("/map-view/rest-after-size", test_rest_after_another_size);
  g_test_add_func ("/map-view/look", test_look);
  return g_test_run ();
}
