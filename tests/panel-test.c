/* The panel beside the map, over real desks, and the page that holds map and panel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-map-page.h"
#include "pain-desk-kit.h"
#include "widget-kit.h"

#define PANEL_WIDTH 330
#define LARGE_WIDTH 420      /* with letters twice the size */

static MyoSelection *
get_selection (Fixture *f)
{
  return myo_place_desk_get_selection (f->places);
}

static void
assert_fits (gpointer page, int width, int large)
{
  ui_assert_named (page);
  ui_assert_fits (page, width);
  ui_set_text_scale (2);
  ui_draw (page);
  ui_assert_fits (page, large);
  ui_set_text_scale (1);
}

/* --- Side panel --- */

typedef struct
{
  Fixture         f;
  MyoSessionDesk *sessions;
  MyoSidePanel   *panel;
  MyoMapPage     *page;          /* with the panel in it; or NULL */
} Panel;

static void
panel_set_up_closed (Panel *p, gconstpointer unused)
{
  set_up (&p->f, NULL);
  p->sessions = myo_session_desk_new (atlas, p->f.kit.store, MYO_CLOCK (p->f.clock));
}

static void
panel_set_up (Panel *p, gconstpointer unused)
{
  panel_set_up_closed (p, NULL);
  p->panel = g_object_new (MYO_TYPE_SIDE_PANEL, NULL);
  myo_side_panel_set_model (p->panel, atlas, p->f.places, p->f.way, p->f.desk, p->sessions);
  ui_show (p->panel, PANEL_WIDTH, 800);
}

static void
panel_tear_down (Panel *p, gconstpointer unused)
{
  if (p->page != NULL)
    ui_close (p->page);
  else
    ui_close (p->panel);
  g_object_unref (p->sessions);
  tear_down (&p->f, NULL);
}

/* Each page of the way shows its own words. */
static void
test_panel_follows_the_way (Panel *p, gconstpointer unused)
{
  static const struct { MyoWayPage page; const char *reads; } pages[] = {
    { MYO_WAY_RESULTS, NULL }, { MYO_WAY_PAIN, "Where it hurts" }, { MYO_WAY_REGIONS, "Mark where it hurts" },
    { MYO_WAY_HOME, "Where does it hurt?" }, { MYO_WAY_CHECK, "Check this muscle" },
  };

  g_assert_false (ui_sees (ui_find_id (p->panel, "back_button")));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      myo_way_go (p->f.way, pages[i].page);
      if (pages[i].reads != NULL)
        ui_wait_until (ui_reads (p->panel, pages[i].reads));
    }
  ui_draw (p->panel);
  ui_click (ui_find_id (p->panel, "back_button"));
  ui_action (p->panel, "panel.back", NULL);
  assert_at (&p->f, MYO_WAY_HOME);
  g_assert_false (ui_sees (ui_find_id (p->panel, "back_button")));
  ui_wait_until (myo_pain_study_is_ready (myo_pain_desk_get_study (p->f.desk)));
  assert_fits (p->panel, PANEL_WIDTH, LARGE_WIDTH);
}

static void
wait_for_page (Panel *p, MyoWayPage page)
{
  ui_wait_until (myo_way_get_page (p->f.way) == page);
}

static void
test_panel_searches (Panel *p, gconstpointer unused)
{
  GtkWidget *entry = ui_find_id (p->panel, "search_entry");

  ui_type (entry, "infraspinatus");
  wait_for_page (p, MYO_WAY_RESULTS);
  ui_type (entry, "");
  wait_for_page (p, MYO_WAY_HOME);
  ui_type (entry, "infraspinatus");
  wait_for_page (p, MYO_WAY_RESULTS);
  g_signal_emit_by_name (entry, "stop-search");
  wait_for_page (p, MYO_WAY_HOME);

  myo_side_panel_start_search (p->panel);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (p->panel))), entry));
  ui_type (entry, "infraspinatus");
  wait_for_page (p, MYO_WAY_RESULTS);
  g_signal_emit_by_name (entry, "activate");
  assert_at (&p->f, MYO_WAY_MUSCLE);
  g_assert_true (myo_selection_get_muscle (get_selection (&p->f)) == ui_get_muscle ("infraspinatus"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

/* Beside a muscle that was clicked on stands how many muscles send pain there. */
static void
test_panel_place_button (Panel *p, gconstpointer unused)
{
  g_autofree char *words = NULL;
  GtkWidget *button = ui_find_id (p->panel, "place_button");

  myo_selection_select (get_selection (&p->f), ui_get_muscle ("infraspinatus"), MYO_SIDE_RIGHT, NULL);
  ui_draw (p->panel);
  g_assert_false (ui_sees (button));
  myo_selection_set_place (get_selection (&p->f), MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 200, 350, "shoulder-front");
  ui_draw (p->panel);
  words = myo_place_answer_describe_count (myo_place_desk_get_answer (p->f.places));
  ui_assert_reads (button, words);
  ui_assert_name (button, words);
  ui_click (button);
  assert_at (&p->f, MYO_WAY_PLACE);
  ui_wait_until (ui_reads (p->panel, "Front of the shoulder, right"));
  myo_selection_set_place (get_selection (&p->f), MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 5, 5, NULL);
  myo_way_go_back (p->f.way);
  ui_draw (p->panel);
  g_assert_false (ui_sees (button));
}

/* Complaint → muscle → technique; painted pain → check → treatment → list. */
static void
test_panel_leads (Panel *p, gconstpointer unused)
{
  const MyoCondition *condition = myo_atlas_get_conditions (atlas)->pdata[0];
  MyoMuscle *muscle = ui_get_muscle (condition->muscles->pdata[0]);
  UiHeard prepared;

  ui_listen (p->panel, "prepare", &prepared);
  g_signal_emit_by_name (ui_find_id (p->panel, "home_page"), "show-condition", condition->id);
  ui_wait_until (ui_reads (p->panel, condition->summary));
  ui_click (ui_find_button (p->panel, muscle->name));
  assert_at (&p->f, MYO_WAY_MUSCLE);
  g_assert_true (myo_selection_get_muscle (get_selection (&p->f)) == muscle);
  g_signal_emit_by_name (ui_find_id (p->panel, "muscle_page"), "start", "some-technique");
  ui_assert_heard (&prepared, 1, "some-technique");

  myo_way_go (p->f.way, MYO_WAY_HOME);
  g_signal_emit_by_name (ui_find_id (p->panel, "answer_page"), "check", "infraspinatus", (int) MYO_SIDE_LEFT, NULL);
  assert_at (&p->f, MYO_WAY_CHECK);
  ui_wait_until (ui_reads (p->panel, "Infraspinatus, left"));
  ui_click (ui_find_button (p->panel, "Choose a technique"));
  assert_at (&p->f, MYO_WAY_MUSCLE);
  g_assert_cmpint (myo_selection_get_side (get_selection (&p->f)), ==, MYO_SIDE_LEFT);
  myo_way_go_back (p->f.way);
  ui_wait_until (ui_sees (ui_find_id (p->panel, "check_page")));
  ui_draw (p->panel);
  ui_click (ui_find_button (p->panel, "Back to the list"));
  assert_at (&p->f, MYO_WAY_PAIN);
  ui_wait_until (myo_pain_study_is_ready (myo_pain_desk_get_study (p->f.desk)));
}

/* A session that has begun is left by its own buttons alone. */
static void
test_panel_session (Panel *p, gconstpointer unused)
{
  MyoMuscle *muscle = ui_get_muscle ("infraspinatus");

  myo_way_choose_muscle (p->f.way, muscle);
  myo_session_desk_prepare (p->sessions, muscle, muscle->techniques->pdata[0], MYO_SIDE_RIGHT, NULL);
  myo_way_go (p->f.way, MYO_WAY_SESSION);
  ui_draw (p->panel);
  g_assert_true (ui_sees (ui_find_id (p->panel, "back_button")));
  g_assert_false (ui_sees (ui_find_id (p->panel, "search_entry")));
  myo_session_desk_begin (p->sessions);
  ui_draw (p->panel);
  g_assert_false (ui_sees (ui_find_id (p->panel, "top_box")));
  myo_session_desk_stop (p->sessions);
  myo_session_desk_finish (p->sessions);
  myo_way_leave_session (p->f.way);
  ui_draw (p->panel);
  g_assert_true (ui_sees (ui_find_id (p->panel, "search_entry")));
  assert_at (&p->f, MYO_WAY_MUSCLE);
}

/* --- Map page --- */

static void
map_set_up (Panel *p, gconstpointer unused)
{
  MyoBodyMap *map;

  panel_set_up_closed (p, NULL);
  p->page = g_object_new (MYO_TYPE_MAP_PAGE, NULL);
  p->panel = myo_map_page_get_panel (p->page);
  map = myo_map_page_get_map (p->page);
  myo_body_map_set_model (map, drawings, atlas, get_selection (&p->f));
  myo_map_page_set_painting (p->page, p->f.desk);
  myo_side_panel_set_model (p->panel, atlas, p->f.places, p->f.way, p->f.desk, p->sessions);
  ui_show (p->page, 1000, 700);
  ui_wait_until (myo_body_map_is_crisp (map));
}

static gboolean
can (Panel *p, const char *action)
{
  g_autofree char *name = g_strconcat ("map-page.", action, NULL);
  GtkWidget *button = gtk_button_new ();
  gboolean enabled;

  gtk_widget_set_parent (button, GTK_WIDGET (p->page));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  enabled = gtk_widget_is_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

static void
test_map_paints (Panel *p, gconstpointer unused)
{
  measure_body (&p->f);
  g_assert_false (can (p, "undo") || can (p, "redo") || can (p, "clear-drawing"));
  paint (&p->f, 5);
  g_assert_true (can (p, "undo") && can (p, "clear-drawing") && !can (p, "redo"));
  ui_action (p->page, "map-page.undo", NULL);
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (&p->f)) && can (p, "redo"));
  ui_action (p->page, "map-page.redo", NULL);
  ui_action (p->page, "map-page.clear-drawing", NULL);
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (&p->f)));
}

/* Who takes up the brush is to see the skin, and what it tells. */
static void
test_map_tools (Panel *p, gconstpointer unused)
{
  MyoPainTool *tool = myo_pain_desk_get_tool (p->f.desk);
  MyoBodyMap *map = myo_map_page_get_map (p->page);
  int size = myo_pain_tool_get_size (tool);

  measure_body (&p->f);
  myo_body_map_set_layer (map, MYO_LAYER_DEEP);
  ui_action (p->page, "map-page.tool", g_variant_new_int32 (MYO_PAIN_TOOL_BRUSH));
  g_assert_cmpint (myo_body_map_get_layer (map), ==, MYO_LAYER_SKIN);
  assert_at (&p->f, MYO_WAY_PAIN);
  ui_wait_until (ui_sees (ui_find_button (p->page, "Brush")));
  ui_action (p->page, "map-page.resize-brush", g_variant_new_int32 (size > 0 ? -1 : 1));
  g_assert_cmpint (myo_pain_tool_get_size (tool), ==, size > 0 ? size - 1 : size + 1);
  ui_action (p->page, "map-page.brush-size", g_variant_new_int32 (0));
  ui_action (p->page, "map-page.quality", g_variant_new_int32 (MYO_QUALITY_NUMB));
  g_assert_cmpint (myo_pain_tool_get_size (tool), ==, 0);
  g_assert_cmpint (myo_pain_tool_get_quality (tool), ==, MYO_QUALITY_NUMB);
  ui_action (p->page, "map-page.layer-name", g_variant_new_string ("surface"));
  g_assert_cmpint (myo_body_map_get_layer (map), ==, MYO_LAYER_SURFACE);
}

/* A stored drawing is looked at, not painted on. */
static void
test_map_stored (Panel *p, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1, MYO_END_DONE);
  MyoBodyMap *map = myo_map_page_get_map (p->page);

  measure_body (&p->f);
  paint (&p->f, 5);
  myo_pain_desk_describe_session (p->f.desk, session);
  myo_body_map_set_layer (map, MYO_LAYER_DEEP);
  g_assert_true (show_stored (&p->f, session));
  g_assert_cmpint (myo_body_map_get_layer (map), ==, MYO_LAYER_SKIN);
  g_assert_false (can (p, "undo") || can (p, "clear-drawing"));
  g_assert_false (gtk_widget_is_sensitive (ui_find_id (p->page, "tools")));
  myo_way_go (p->f.way, MYO_WAY_HOME);
  g_assert_true (can (p, "undo") && can (p, "clear-drawing"));
  g_assert_true (gtk_widget_is_sensitive (ui_find_id (p->page, "tools")));
}

/* In a narrow window the panel goes under the map; enlarged, the session has all of it. */
static void
test_map_layout (Panel *p, gconstpointer unused)
{
  GtkOrientable *paned = ui_find_id (p->page, "paned");
  GtkWidget *map_box = ui_find_id (p->page, "map_box");
  int width;

  g_assert_cmpint (gtk_orientable_get_orientation (paned), ==, GTK_ORIENTATION_HORIZONTAL);
  g_object_get (p->page, "panel-width", &width, NULL);
  g_assert_cmpint (width, ==, 400);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (p->page)) - gtk_paned_get_position (GTK_PANED (paned)), ==, width);
  gtk_paned_set_position (GTK_PANED (paned), gtk_widget_get_width (GTK_WIDGET (p->page)) - 450);
  g_object_get (p->page, "panel-width", &width, NULL);
  g_assert_cmpint (width, ==, 450);

  ui_action (p->page, "session.enlarge", NULL);
  g_assert_true (myo_map_page_get_enlarged (p->page));
  g_assert_false (ui_sees (map_box));
  ui_action (p->page, "session.enlarge", NULL);
  g_assert_true (ui_sees (map_box));

  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (p->page))), 600, 800);
  ui_wait_until (gtk_orientable_get_orientation (paned) == GTK_ORIENTATION_VERTICAL);
  g_object_get (p->page, "panel-width", &width, NULL);
  g_assert_cmpint (width, ==, 450);
  ui_assert_fits (p->page, 360);

  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (p->page))), 1000, 800);
  ui_wait_until (gtk_orientable_get_orientation (paned) == GTK_ORIENTATION_HORIZONTAL);
  gtk_window_set_default_size (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (p->page))), 1300, 800);
  ui_wait_until (gtk_widget_get_width (GTK_WIDGET (p->page)) == 1300);
  ui_draw (p->page);
  g_object_get (p->page, "panel-width", &width, NULL);
  g_assert_cmpint (width, ==, 450);
  g_assert_cmpint (1300 - gtk_paned_get_position (GTK_PANED (paned)), ==, 450);
}

static void
test_map_zooms (Panel *p, gconstpointer unused)
{
  MyoBodyMap *map = myo_map_page_get_map (p->page);

  ui_action (p->page, "map-page.zoom-in", NULL);
  ui_wait_until (myo_body_map_get_zoom (map) > 1.4);
  ui_action (p->page, "map-page.zoom-out", NULL);
  ui_wait_until (myo_body_map_get_zoom (map) < 1.1);
  ui_action (p->page, "map-page.figure", g_variant_new_int32 (MYO_FIGURE_RIGHT_SOLE));
  ui_wait_until (myo_body_map_get_zoom (map) > 1.2);
  ui_action (p->page, "map-page.fit", NULL);
  ui_wait_until (myo_body_map_get_zoom (map) == 1);
  myo_selection_select (get_selection (&p->f), ui_get_muscle ("infraspinatus"), MYO_SIDE_RIGHT, NULL);
  ui_action (p->page, "map-page.zoom-to-selection", NULL);
  ui_wait_until (myo_body_map_get_zoom (map) > 2);
}

#define ADD_PANEL(path, func) g_test_add (path, Panel, NULL, panel_set_up, func, panel_tear_down)
#define ADD_MAP(path, func) g_test_add (path, Panel, NULL, map_set_up, func, panel_tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  atlas = ui_get_atlas ();
  drawings = ui_get_drawings ();
  ADD_PANEL ("/side-panel/way", test_panel_follows_the_way);
  ADD_PANEL ("/side-panel/search", test_panel_searches);
  ADD_PANEL ("/side-panel/place", test_panel_place_button);
  ADD_PANEL ("/side-panel/leads", test_panel_leads);
  ADD_PANEL ("/side-panel/session", test_panel_session);
  ADD_MAP ("/map-page/paints", test_map_paints);
  ADD_MAP ("/map-page/tools", test_map_tools);
  ADD_MAP ("/map-page/stored", test_map_stored);
  ADD_MAP ("/map-page/layout", test_map_layout);
  ADD_MAP ("/map-page/zooms", test_map_zooms);
  return g_test_run ();
}
