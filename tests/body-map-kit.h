/* What the tests of the drawn body share: a map on the screen with all that it shows, and what a person does there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map-kit.h"
#include "myo-body-map.h"
#include "myo-map-target.h"

typedef struct
{
  MyoBodyMap    *map;
  MyoSelection  *selection;
  MyoFinder     *finder;
  MyoPainStudy  *study;
  MyoPainTool   *tool;
  MyoMapView    *view;         /* one that shows what a map of that size shows when it is fitted */
  UiHeard        failed;
} Map;

static inline MyoMapTarget *
find_target (Map        *m,
             const char *id,
             MyoSide     side)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (m->map)); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (MYO_IS_MAP_TARGET (child) && g_str_equal (myo_map_target_get_id (MYO_MAP_TARGET (child)), id)
        && myo_map_target_get_side (MYO_MAP_TARGET (child)) == side)
      return MYO_MAP_TARGET (child);
  return NULL;
}

/* They are made a few at a time, and have their place when the map was laid out. */
static inline void
wait_for_targets (Map  *m,
                  guint n)
{
  ui_wait_until (ui_count_type (m->map, MYO_TYPE_MAP_TARGET) >= n);
  ui_draw (m->map);
}

/* How many muscles, or regions, a layer has for the keyboard: each on its sides. */
static inline guint
count_expected (MyoLayer layer)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      const char *const *ids = myo_drawings_list_ids (ui_get_drawings (), view, layer);

      for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
        {
          const MyoRegion *region = myo_atlas_get_region (ui_get_atlas (), ids[i]);

          if (g_hash_table_add (seen, (gpointer) ids[i]))
            n += region == NULL || region->paired ? 2 : 1;
        }
    }
  return n;
}

static inline void
map_set_up (Map           *m,
            gconstpointer  unused)
{
  m->selection = myo_selection_new ();
  m->finder = myo_finder_new (ui_get_atlas (), ui_get_drawings ());
  m->study = myo_pain_study_new (ui_get_atlas (), ui_get_drawings (), m->finder);
  m->tool = myo_pain_tool_new ();
  m->view = map_create_view (MYO_LAYER_SURFACE);
  m->map = g_object_new (MYO_TYPE_BODY_MAP, NULL);
  ui_listen (m->map, "drawing-failed", &m->failed);
  myo_body_map_set_model (m->map, ui_get_drawings (), ui_get_atlas (), m->selection);
  myo_body_map_set_painting (m->map, m->study, m->tool);
  ui_show (m->map, MAP_WIDTH, MAP_HEIGHT);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (m->map)), ==, MAP_WIDTH);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (m->map)), ==, MAP_HEIGHT);
}

static inline void
map_tear_down (Map           *m,
               gconstpointer  unused)
{
  ui_assert_heard (&m->failed, 0, NULL);
  g_object_unref (m->view);
  ui_follow (m->selection);
  ui_follow (m->study);
  ui_follow (m->tool);
  g_object_unref (m->selection);
  g_object_unref (m->study);
  g_object_unref (m->tool);
  g_object_unref (m->finder);
  ui_close (m->map);
}

/* --- Doing --- */

/* A place on the right infraspinatus, or on the left one, px */
static inline void
find_muscle (Map     *m,
             MyoSide  side,
             double  *x,
             double  *y)
{
  double view_x, view_y;

  map_find_on ("infraspinatus", &view_x, &view_y);
  myo_map_view_from_figure (m->view, MYO_FIGURE_BACK, side == MYO_SIDE_LEFT ? myo_view_mirror (MYO_VIEW_BACK, view_x) : view_x, view_y, x, y);
}

static inline void
click (Map    *m,
       int     n_press,
       double  x,
       double  y)
{
  g_signal_emit_by_name (ui_get_controller (m->map, GTK_TYPE_GESTURE_CLICK, 0), "released", n_press, x, y);
}

static inline void
move_pointer (Map    *m,
              double  x,
              double  y)
{
  g_signal_emit_by_name (ui_get_controller (m->map, GTK_TYPE_EVENT_CONTROLLER_MOTION, 0), "motion", x, y);
}

static inline void
drag (Map    *m,
      guint   nth,
      double  dx,
      double  dy)
{
  GtkGesture *gesture = ui_get_controller (m->map, GTK_TYPE_GESTURE_DRAG, nth);

  g_signal_emit_by_name (gesture, "drag-begin", 400.0, 300.0);
  g_signal_emit_by_name (gesture, "drag-update", dx, dy);
  g_signal_emit_by_name (gesture, "drag-end", dx, dy);
}

/* Where a muscle is on the screen */
static inline graphene_rect_t
get_bounds (Map        *m,
            const char *id)
{
  graphene_rect_t at;

  ui_draw (m->map);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_target (m, id, MYO_SIDE_RIGHT)), GTK_WIDGET (m->map), &at));
  return at;
}

static inline void
assert_zoom (Map    *m,
             double  zoom)
{
  ui_wait_until (ABS (myo_body_map_get_zoom (m->map) - zoom) < 1e-6);
}

/* The map is zoomed since the muscle on the right was at @before, and what was at @x, @y is still there */
static inline void
assert_zoomed_about (Map             *m,
                     graphene_rect_t  before,
                     double           x,
                     double           y,
                     double           zoom)
{
  graphene_rect_t after;

  assert_zoom (m, zoom);
  after = get_bounds (m, "infraspinatus");
  g_assert_cmpfloat_with_epsilon (after.origin.x, x + (before.origin.x - x) * zoom, .1);
  g_assert_cmpfloat_with_epsilon (after.origin.y, y + (before.origin.y - y) * zoom, .1);
}

static inline void
assert_selected (Map        *m,
                 const char *id,
                 MyoSide     side)
{
  MyoMuscle *muscle = myo_selection_get_muscle (m->selection);

  g_assert_cmpstr (muscle != NULL ? muscle->id : NULL, ==, id);
  if (muscle != NULL)
    g_assert_cmpint (myo_selection_get_side (m->selection), ==, side);
}

static inline void
assert_pressed (Map        *m,
                const char *id,
                MyoSide     side,
                const char *state)
{
  g_autofree char *own = ui_dup_state (find_target (m, id, side), GTK_ACCESSIBLE_STATE_PRESSED);

  g_assert_cmpstr (own, ==, state);
}
