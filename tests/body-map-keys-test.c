/* The drawn body for the keyboard and the screen reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "body-map-kit.h"

/* --- Keys --- */

static void
test_zoom_keys (Map           *m,
                gconstpointer  unused)
{
  UiHeard zoom;

  ui_listen (m->map, "notify::zoom", &zoom);
  g_assert_true (ui_press (m->map, GDK_KEY_plus, 0));
  assert_zoom (m, 1.5);
  g_assert_cmpuint (zoom.n, >, 0);
  g_free (zoom.text);
  g_assert_true (ui_press (m->map, GDK_KEY_equal, 0));
  assert_zoom (m, 2.25);
  g_assert_true (ui_press (m->map, GDK_KEY_minus, 0));
  assert_zoom (m, 1.5);
  g_assert_true (ui_press (m->map, GDK_KEY_0, 0));
  assert_zoom (m, 1);
  ui_press (m->map, GDK_KEY_minus, 0);
  assert_zoom (m, 1);
}

/* About what has the focus, else about the middle; where the pointer rests does not matter. */
static void
test_zoom_keys_about (Map           *m,
                      gconstpointer  unused)
{
  graphene_rect_t before;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  before = get_bounds (m, "infraspinatus");
  move_pointer (m, 300, 200);
  ui_press (m->map, GDK_KEY_plus, 0);
  assert_zoomed_about (m, before, MAP_WIDTH / 2., MAP_HEIGHT / 2., 1.5);
  ui_press (m->map, GDK_KEY_0, 0);
  assert_zoom (m, 1);
  gtk_widget_grab_focus (GTK_WIDGET (find_target (m, "infraspinatus", MYO_SIDE_RIGHT)));
  ui_press (m->map, GDK_KEY_plus, 0);
  assert_zoomed_about (m, before, before.origin.x + before.size.width / 2, before.origin.y + before.size.height / 2, 1.5);
}

static void
test_zoom_to_selection (Map           *m,
                        gconstpointer  unused)
{
  graphene_rect_t at;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  ui_press (m->map, GDK_KEY_z, 0);
  assert_zoom (m, 1);
  myo_selection_select (m->selection, ui_get_muscle ("infraspinatus"), MYO_SIDE_RIGHT, NULL);
  ui_press (m->map, GDK_KEY_z, 0);
  ui_wait_until (myo_body_map_get_zoom (m->map) > 1.5);
  at = get_bounds (m, "infraspinatus");
  g_assert_cmpfloat (at.origin.x, >=, 0);
  g_assert_cmpfloat (at.origin.y, >=, 0);
  g_assert_cmpfloat (at.origin.x + at.size.width, <=, MAP_WIDTH);
  g_assert_cmpfloat (at.origin.y + at.size.height, <=, MAP_HEIGHT);
  ui_action (m->map, "map.figure", g_variant_new_int32 (MYO_FIGURE_FRONT));
  ui_wait_until (get_bounds (m, "infraspinatus").origin.x > MAP_WIDTH / 2.);
}

static void
test_pan_keys (Map           *m,
               gconstpointer  unused)
{
  graphene_rect_t before, after;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  myo_body_map_zoom_by (m->map, 3);
  assert_zoom (m, 3);
  before = get_bounds (m, "infraspinatus");
  g_assert_true (ui_press (m->map, GDK_KEY_Right, GDK_CONTROL_MASK));
  after = get_bounds (m, "infraspinatus");
  g_assert_cmpfloat_with_epsilon (after.origin.x, before.origin.x - .18 * MAP_WIDTH, .5);
  g_assert_true (ui_press (m->map, GDK_KEY_Up, GDK_CONTROL_MASK));
  after = get_bounds (m, "infraspinatus");
  g_assert_cmpfloat_with_epsilon (after.origin.y, before.origin.y + .18 * MAP_HEIGHT, .5);
}

static void
test_escape (Map           *m,
             gconstpointer  unused)
{
  const char *region;
  double x, y;
  MyoView view;
  MyoSide side;

  find_muscle (m, MYO_SIDE_RIGHT, &x, &y);
  click (m, 1, x, y);
  assert_selected (m, "infraspinatus", MYO_SIDE_RIGHT);
  g_assert_true (ui_press (m->map, GDK_KEY_Escape, 0));
  assert_selected (m, NULL, MYO_SIDE_RIGHT);
  g_assert_false (myo_selection_get_place (m->selection, &view, &side, &x, &y, &region));
}

/* --- Focus and screen reader --- */

static void
test_targets (Map           *m,
              gconstpointer  unused)
{
  MyoMapTarget *right, *left;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  right = find_target (m, "infraspinatus", MYO_SIDE_RIGHT);
  left = find_target (m, "infraspinatus", MYO_SIDE_LEFT);
  ui_assert_role (right, GTK_ACCESSIBLE_ROLE_BUTTON);
  ui_assert_name (right, "Infraspinatus, right");
  ui_assert_name (left, "Infraspinatus, left");
  assert_pressed (m, "infraspinatus", MYO_SIDE_RIGHT, "false");

  g_assert_true (ui_press (left, GDK_KEY_Return, 0));
  assert_selected (m, "infraspinatus", MYO_SIDE_LEFT);
  assert_pressed (m, "infraspinatus", MYO_SIDE_LEFT, "true");
  assert_pressed (m, "infraspinatus", MYO_SIDE_RIGHT, "false");
  /* A key of the map also works on what lies on it. */
  g_assert_true (ui_press (left, GDK_KEY_Escape, 0));
  assert_pressed (m, "infraspinatus", MYO_SIDE_LEFT, "false");
}

static GtkWidget *
get_focus (Map *m)
{
  return gtk_window_get_focus (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (m->map))));
}

/* Tab comes in and goes out; the arrows go where they point. */
static void
test_focus (Map           *m,
            gconstpointer  unused)
{
  GtkWidget *map = GTK_WIDGET (m->map), *first;
  graphene_rect_t before, after;

  wait_for_targets (m, count_expected (MYO_LAYER_SURFACE));
  myo_selection_select (m->selection, ui_get_muscle ("infraspinatus"), MYO_SIDE_LEFT, NULL);
  ui_unfocus (map);
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
  first = get_focus (m);
  g_assert_true (first == GTK_WIDGET (find_target (m, "infraspinatus", MYO_SIDE_LEFT)));
  ui_assert_reads (map, "Infraspinatus, left");

  g_assert_true (gtk_widget_compute_bounds (first, map, &before));
  g_assert_true (gtk_widget_child_focus (map, GTK_DIR_RIGHT));
  g_assert_true (MYO_IS_MAP_TARGET (get_focus (m)));
  g_assert_true (gtk_widget_compute_bounds (get_focus (m), map, &after));
  g_assert_cmpfloat (after.origin.x + after.size.width / 2, >, before.origin.x + before.size.width / 2);
  ui_assert_reads_not (map, "Infraspinatus, left");
  for (int i = 0; i < 200; i++)
    g_assert_true (gtk_widget_child_focus (map, GTK_DIR_UP));
  g_assert_true (MYO_IS_MAP_TARGET (get_focus (m)));
  g_assert_false (gtk_widget_child_focus (map, GTK_DIR_TAB_FORWARD));
}

/* With the brush a region is marked whole, and what is marked is what is pressed. */
static void
test_painting (Map           *m,
               gconstpointer  unused)
{
  const MyoRegion *region = NULL;
  GPtrArray *regions = myo_atlas_get_regions (ui_get_atlas ());
  MyoMapTarget *target;

  myo_body_map_set_layer (m->map, MYO_LAYER_SKIN);
  myo_pain_tool_set_kind (m->tool, MYO_PAIN_TOOL_BRUSH);
  wait_for_targets (m, count_expected (MYO_LAYER_REGIONS));
  for (guint i = 0; i < regions->len && region == NULL; i++)
    if (((const MyoRegion *) regions->pdata[i])->paired && find_target (m, ((const MyoRegion *) regions->pdata[i])->id, MYO_SIDE_LEFT) != NULL)
      region = regions->pdata[i];
  target = find_target (m, region->id, MYO_SIDE_LEFT);
  assert_pressed (m, region->id, MYO_SIDE_LEFT, "false");
  g_assert_true (ui_press (target, GDK_KEY_space, 0));
  ui_wait_until (myo_pain_study_is_painted (m->study, region->id, MYO_SIDE_LEFT));
  assert_pressed (m, region->id, MYO_SIDE_LEFT, "true");
  assert_pressed (m, region->id, MYO_SIDE_RIGHT, "false");
  g_assert_true (ui_press (target, GDK_KEY_space, 0));
  ui_wait_until (!myo_pain_study_is_painted (m->study, region->id, MYO_SIDE_LEFT));
  assert_pressed (m, region->id, MYO_SIDE_LEFT, "false");
  assert_selected (m, NULL, MYO_SIDE_RIGHT);
}

#define ADD(name, test) g_test_add ("/body-map/" name, Map, NULL, map_set_up, test, map_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("zoom-keys", test_zoom_keys);
  ADD ("zoom-keys-about", test_zoom_keys_about);
  ADD ("zoom-to-selection", test_zoom_to_selection);
  ADD ("pan-keys", test_pan_keys);
  ADD ("escape", test_escape);
  ADD ("targets", test_targets);
  ADD ("focus", test_focus);
  ADD ("painting", test_painting);
  return g_test_run ();
}
