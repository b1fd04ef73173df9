/* The drawn body: what is seen, and what pointer and wheel do.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "body-map-kit.h"
#include "myo-body-map-private.h"

/* --- What is seen --- */

static guint32
get_drawn (Map    *m,
           double  x,
           double  y)
{
  int width, height;
  g_autofree guint32 *pixels = ui_paint (m->map, &width, &height);

  return pixels[(int) y * width + (int) x];
}

static void
test_shows (Map           *m,
            gconstpointer  unused)
{
  double x, y;
  guint32 plain, lit, left;

  ui_wait_until (myo_body_map_is_crisp (m->map));
  find_muscle (m, MYO_SIDE_RIGHT, &x, &y);
  plain = get_drawn (m, x, y);
  g_assert_cmphex (plain, !=, get_drawn (m, 3, MAP_HEIGHT - 3));
  myo_selection_select (m->selection, ui_get_muscle ("infraspinatus"), MYO_SIDE_LEFT, NULL);
  find_muscle (m, MYO_SIDE_LEFT, &x, &y);
  lit = get_drawn (m, x, y);
  myo_selection_select (m->selection, NULL, MYO_SIDE_RIGHT, NULL);
  left = get_drawn (m, x, y);
  g_assert_cmphex (lit, !=, left);
  ui_assert_reads (m->map, "Front");
  ui_assert_reads (m->map, "Back");
  ui_assert_role (m->map, GTK_ACCESSIBLE_ROLE_GROUP);
  ui_assert_name (m->map, "Body map");
}

static void
test_layers (Map           *m,
             gconstpointer  unused)
{
  static const MyoLayer layers[] = { MYO_LAYER_DEEP, MYO_LAYER_SKIN, MYO_LAYER_SURFACE };
  double x, y;
  guint32 last;
  UiHeard layer;

  ui_listen (m->map, "notify::layer", &layer);
  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  ui_wait_until (myo_body_map_is_crisp (m->map));
  find_muscle (m, MYO_SIDE_RIGHT, &x, &y);
  last = get_drawn (m, x, y);
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      guint n = count_expected (layers[i] == MYO_LAYER_SKIN ? MYO_LAYER_REGIONS : layers[i]);

      g_object_set (m->map, "layer", (int) layers[i], NULL);
      g_assert_cmpint (myo_body_map_get_layer (m->map), ==, layers[i]);
      g_assert_cmpuint (layer.n, ==, i + 1);
      g_assert_cmpuint (ui_count_type (m->map, MYO_TYPE_MAP_TARGET), ==, 0);
      wait_for_targets (m, n);
      ui_settle ();
      g_assert_cmpuint (ui_count_type (m->map, MYO_TYPE_MAP_TARGET), ==, n);
      ui_draw (m->map);
      ui_wait_until (myo_body_map_is_crisp (m->map));
      g_assert_cmphex (get_drawn (m, x, y), !=, last);
      last = get_drawn (m, x, y);
    }
  myo_body_map_set_layer (m->map, MYO_LAYER_SURFACE);
  g_assert_cmpuint (layer.n, ==, 3);
  g_free (layer.text);
}

static void
test_bounds (Map           *m,
             gconstpointer  unused)
{
  ui_assert_fits (m->map, 240);
  ui_set_text_scale (2);
  ui_draw (m->map);
  ui_assert_fits (m->map, 240);
}

/* Closed while its children and pictures are still being made: the tear-down sees that all of it goes. */
static void
test_closed_early (Map           *m,
                   gconstpointer  unused)
{
  myo_body_map_set_layer (m->map, MYO_LAYER_DEEP);
  g_assert_cmpuint (ui_count_type (m->map, MYO_TYPE_MAP_TARGET), ==, 0);
}

/* --- Pointer --- */

static void
test_click (Map           *m,
            gconstpointer  unused)
{
  const char *region;
  double x, y, view_x, view_y, on_x, on_y;
  MyoView view;
  MyoSide side;

  for (int s = MYO_SIDE_RIGHT; s <= MYO_SIDE_LEFT; s++)
    {
      find_muscle (m, (MyoSide) s, &x, &y);
      click (m, 1, x, y);
      assert_selected (m, "infraspinatus", (MyoSide) s);
      g_assert_true (myo_selection_get_place (m->selection, &view, &side, &view_x, &view_y, &region));
      g_assert_cmpint (view, ==, MYO_VIEW_BACK);
      g_assert_cmpint (side, ==, s);
      g_assert_nonnull (region);
      myo_map_view_from_figure (m->view, MYO_FIGURE_BACK, view_x, view_y, &on_x, &on_y);
      g_assert_cmpfloat_with_epsilon (on_x, x, .01);
      g_assert_cmpfloat_with_epsilon (on_y, y, .01);
    }
  myo_map_view_from_figure (m->view, MYO_FIGURE_BACK, 40, 20, &x, &y);
  click (m, 1, x, y);
  assert_selected (m, NULL, MYO_SIDE_RIGHT);
  g_assert_false (myo_selection_get_place (m->selection, &view, &side, &view_x, &view_y, &region));
}

static void
test_click_on_skin (Map           *m,
                    gconstpointer  unused)
{
  const char *region;
  double x, y, view_x, view_y;
  MyoView view;
  MyoSide side;

  myo_selection_select (m->selection, ui_get_muscle ("gluteus-minimus"), MYO_SIDE_RIGHT, NULL);
  myo_body_map_set_layer (m->map, MYO_LAYER_SKIN);
  find_muscle (m, MYO_SIDE_LEFT, &x, &y);
  click (m, 1, x, y);
  assert_selected (m, NULL, MYO_SIDE_RIGHT);
  g_assert_true (myo_selection_get_place (m->selection, &view, &side, &view_x, &view_y, &region));
  g_assert_cmpint (side, ==, MYO_SIDE_LEFT);
  g_assert_cmpstr (region, ==, myo_drawings_pick (ui_get_drawings (), MYO_VIEW_BACK, MYO_LAYER_REGIONS, view_x, view_y));
}

static void
test_hover (Map           *m,
            gconstpointer  unused)
{
  double x, y;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  find_muscle (m, MYO_SIDE_LEFT, &x, &y);
  /* A pointer that rests asks nothing anew: it moves a little until the look-up is prepared. */
  ui_wait_until ((move_pointer (m, x, y), move_pointer (m, x + 1, y), ui_reads (m->map, "Infraspinatus, left")));
  g_assert_nonnull (ui_find_class (m->map, "hover-label"));
  move_pointer (m, 5, MAP_HEIGHT - 5);
  ui_assert_reads_not (m->map, "Infraspinatus");
  move_pointer (m, x, y);
  ui_assert_reads (m->map, "Infraspinatus, left");
  g_signal_emit_by_name (ui_get_controller (m->map, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0), "leave");
  ui_assert_reads_not (m->map, "Infraspinatus");
}

static void
turn_wheel (Map    *m,
            double  dy)
{
  gboolean taken = FALSE;

  g_signal_emit_by_name (ui_get_controller (m->map, GTK_TYPE_EVENT_CONTROLLER_SCROLL, 0), "scroll", 0.0, dy, &taken);
  g_assert_true (taken);
}

/* What the wheel zooms at stays where it is, wherever the focus goes meanwhile. */
static void
test_wheel (Map           *m,
            gconstpointer  unused)
{
  graphene_rect_t before;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  before = get_bounds (m, "infraspinatus");
  move_pointer (m, 300, 200);
  gtk_widget_grab_focus (GTK_WIDGET (find_target (m, "soleus", MYO_SIDE_LEFT)));
  turn_wheel (m, -2);
  assert_zoomed_about (m, before, 300, 200, 1.44);
  turn_wheel (m, 50);
  assert_zoom (m, 1);
}

/* The pointer is elsewhere: nothing is left of where it was. */
static void
test_wheel_without_pointer (Map           *m,
                            gconstpointer  unused)
{
  graphene_rect_t before;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  before = get_bounds (m, "infraspinatus");
  move_pointer (m, 300, 200);
  g_signal_emit_by_name (ui_get_controller (m->map, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0), "leave");
  turn_wheel (m, -2);
  assert_zoomed_about (m, before, MAP_WIDTH / 2., MAP_HEIGHT / 2., 1.44);
}

static void
test_double_click (Map           *m,
                   gconstpointer  unused)
{
  double x, y;

  find_muscle (m, MYO_SIDE_RIGHT, &x, &y);
  click (m, 2, x, y);
  assert_zoom (m, 2);
}

/* Left and middle button pan; letting go is then no click. */
static void
test_drag (Map           *m,
           gconstpointer  unused)
{
  graphene_rect_t before, after;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  myo_body_map_zoom_by (m->map, 3);
  assert_zoom (m, 3);
  for (guint nth = 0; nth < 2; nth++)
    {
      before = get_bounds (m, "infraspinatus");
      drag (m, nth, -40, 30);
      after = get_bounds (m, "infraspinatus");
      g_assert_cmpfloat_with_epsilon (after.origin.x, before.origin.x - 40, .1);
      g_assert_cmpfloat_with_epsilon (after.origin.y, before.origin.y + 30, .1);
      click (m, 1, after.origin.x + after.size.width / 2, after.origin.y + after.size.height / 2);
      assert_selected (m, NULL, MYO_SIDE_RIGHT);
    }
}

/* A map that is not on show keeps no sharper picture, and has it again when it is. */
static void
test_hidden (Map           *m,
             gconstpointer  unused)
{
  MyoMapPictures *pictures = myo_map_base_get_pictures (m->map->base);

  myo_body_map_zoom_by (m->map, 3);
  assert_zoom (m, 3);
  ui_draw (m->map);
  ui_wait_until (myo_body_map_is_crisp (m->map));
  ui_follow (myo_map_pictures_get_detail (pictures, MYO_VIEW_BACK)->texture);
  gtk_widget_set_visible (GTK_WIDGET (m->map), FALSE);
  ui_assert_freed ();

  gtk_widget_set_visible (GTK_WIDGET (m->map), TRUE);
  ui_wait_until (myo_map_pictures_get_detail (pictures, MYO_VIEW_BACK) != NULL);
}

#define ADD(name, test) g_test_add ("/body-map/" name, Map, NULL, map_set_up, test, map_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("shows", test_shows);
  ADD ("layers", test_layers);
  ADD ("bounds", test_bounds);
  ADD ("closed-early", test_closed_early);
  ADD ("click", test_click);
  ADD ("click-on-skin", test_click_on_skin);
  ADD ("hover", test_hover);
  ADD ("wheel", test_wheel);
  ADD ("wheel-without-pointer", test_wheel_without_pointer);
  ADD ("double-click", test_double_click);
  ADD ("drag", test_drag);
  ADD ("hidden", test_hidden);
  return g_test_run ();
}
