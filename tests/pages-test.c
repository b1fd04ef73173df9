/* Pages that are read: where one begins, complaints and chapters, a muscle; each with the real atlas.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-condition-page.h"
#include "myo-home-page.h"
#include "myo-muscle-page.h"
#include "myo-words.h"
#include "widget-kit.h"

#define PANEL_WIDTH 330
#define LARGE_WIDTH 420      /* with letters twice the size */

static GtkListBoxRow *
get_row (gpointer    page,
         const char *list,
         int         index)
{
  return gtk_list_box_get_row_at_index (ui_find_id (page, list), index);
}

static void
open_expander (gpointer    page,
               const char *id)
{
  GtkExpander *expander = ui_find_id (page, id);

  g_assert_false (gtk_expander_get_expanded (expander));
  ui_click (expander);
  ui_wait_until (ui_sees (gtk_expander_get_child (expander)));
  ui_draw (page);
}

/* --- Home page --- */

static MyoHomePage *
show_home (MyoAtlas *atlas)
{
  MyoHomePage *page = g_object_new (MYO_TYPE_HOME_PAGE, NULL);

  myo_home_page_set_model (page, atlas);
  return ui_show (page, PANEL_WIDTH, 700);
}

static void
wait_for_conditions (MyoHomePage *page)
{
  GPtrArray *conditions = myo_atlas_get_conditions (ui_get_atlas ());

  ui_wait_until (get_row (page, "conditions_list", (int) conditions->len - 1) != NULL);
  ui_wait_until (gtk_widget_get_visible (ui_find_id (page, "topics_expander")));
  ui_draw (page);
}

static void
test_home_conditions (void)
{
  GPtrArray *conditions = myo_atlas_get_conditions (ui_get_atlas ());
  MyoHomePage *page = show_home (ui_get_atlas ());
  UiHeard shown;

  ui_listen (page, "show-condition", &shown);
  wait_for_conditions (page);
  g_assert_null (get_row (page, "conditions_list", (int) conditions->len));
  for (guint i = 0; i < conditions->len; i++)
    {
      const MyoCondition *condition = conditions->pdata[i];
      GtkListBoxRow *row = get_row (page, "conditions_list", (int) i);

      ui_assert_reads (row, condition->name);
      ui_click (row);
      ui_assert_heard (&shown, 1, condition->id);
    }
  ui_assert_named (page);
  ui_close (page);
}

static void
test_home_topics (void)
{
  GPtrArray *topics = myo_atlas_get_topics (ui_get_atlas ());
  MyoHomePage *page = show_home (ui_get_atlas ());
  UiHeard shown;

  g_assert_cmpuint (topics->len, >, 0);
  ui_listen (page, "show-topic", &shown);
  wait_for_conditions (page);
  open_expander (page, "topics_expander");
  for (guint i = 0; i < topics->len; i++)
    {
      const MyoTopic *topic = topics->pdata[i];

      ui_assert_reads (get_row (page, "topics_list", (int) i), topic->name);
      ui_click (get_row (page, "topics_list", (int) i));
      ui_assert_heard (&shown, 1, topic->id);
    }
  ui_close (page);
}

/* One may close the window before all is listed; an atlas may be empty. */
static void
test_home_bounds (void)
{
  g_autoptr(MyoAtlas) empty = myo_atlas_new ();
  MyoHomePage *page = g_object_ref_sink (g_object_new (MYO_TYPE_HOME_PAGE, NULL));

  myo_home_page_set_model (page, ui_get_atlas ());
  g_assert_nonnull (get_row (page, "conditions_list", 11));
  g_assert_null (get_row (page, "conditions_list", 12));
  ui_follow (page);
  g_object_unref (page);
  ui_assert_freed ();

  page = show_home (empty);
  g_assert_null (get_row (page, "conditions_list", 0));
  g_assert_false (ui_sees (ui_find_id (page, "topics_expander")));
  ui_assert_reads (page, "Where does it hurt?");
  ui_assert_reads (page, "See a doctor first");
  ui_close (page);
}

static void
test_home_large (void)
{
  MyoHomePage *page = show_home (ui_get_atlas ());

  wait_for_conditions (page);
  ui_assert_fits (page, PANEL_WIDTH);
  ui_set_text_scale (2);
  ui_draw (page);
  ui_assert_fits (page, LARGE_WIDTH);
  ui_close (page);
}

/* The button that begins to paint is the window's action; without it, it cannot be pressed. */
static void
test_home_paint (void)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) paint = g_simple_action_new ("paint", NULL);
  MyoHomePage *page = show_home (ui_get_atlas ());
  UiHeard painted;

  ui_listen (paint, "activate", &painted);
  g_assert_false (gtk_widget_is_sensitive (ui_find_button (page, "Paint where it hurts")));
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (paint));
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (page))), "win", G_ACTION_GROUP (actions));
  ui_click (ui_find_button (page, "Paint where it hurts"));
  ui_assert_heard (&painted, 1, NULL);
  ui_close (page);
}

/* --- Condition page --- */

static MyoConditionPage *
show_condition_page (void)
{
  MyoConditionPage *page = g_object_new (MYO_TYPE_CONDITION_PAGE, NULL);

  myo_condition_page_set_model (page, ui_get_atlas ());
  return ui_show (page, PANEL_WIDTH, 700);
}

static void
assert_reads_all (gpointer   page,
                  GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    ui_assert_reads (page, texts->pdata[i]);
}

static void
test_condition_shows (void)
{
  GPtrArray *conditions = myo_atlas_get_conditions (ui_get_atlas ());
  MyoConditionPage *page = show_condition_page ();
  UiHeard shown;

  g_assert_cmpuint (conditions->len, >, 20);
  ui_listen (page, "show-muscle", &shown);
  for (guint i = 0; i < conditions->len; i++)
    {
      const MyoCondition *condition = conditions->pdata[i];
      MyoMuscle *first = ui_get_muscle (condition->muscles->pdata[0]);

      myo_condition_page_show_condition (page, condition);
      ui_draw (page);
      ui_assert_reads (page, condition->name);
      ui_assert_reads (page, condition->summary);
      assert_reads_all (page, condition->see_doctor);
      assert_reads_all (page, condition->other_causes);
      g_assert_cmpuint (ui_count_type (page, GTK_TYPE_BUTTON), ==, condition->muscles->len);
      ui_click (ui_find_button (page, first->name));
      ui_assert_heard (&shown, 1, first->id);
    }
  ui_assert_named (page);
  ui_close (page);
}

static void
test_condition_topics (void)
{
  GPtrArray *topics = myo_atlas_get_topics (ui_get_atlas ());
  MyoConditionPage *page = show_condition_page ();

  g_assert_cmpuint (topics->len, >, 0);
  for (guint i = 0; i < topics->len; i++)
    {
      const MyoTopic *topic = topics->pdata[i];

      myo_condition_page_show_topic (page, topic);
      ui_draw (page);
      ui_assert_reads (page, topic->name);
      assert_reads_all (page, topic->texts);
      if (topic->evidence->len > 0)
        ui_assert_reads (page, "Sources\n");
      g_assert_cmpuint (ui_count_type (page, GTK_TYPE_BUTTON), ==, 0);
    }
  ui_close (page);
}

/* A muscle that the atlas does not have is left out; empty lists have no heading; another text begins at its top. */
static void
test_condition_bounds (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new (), muscles = g_ptr_array_new ();
  MyoCondition bare = { .id = (char *) "bare", .name = (char *) "Bare", .summary = (char *) "", .muscles = muscles,
                        .other_causes = none, .see_doctor = none };
  MyoConditionPage *page = show_condition_page ();
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (ui_find_id (page, "scroller"));

  myo_condition_page_show_condition (page, myo_atlas_get_conditions (ui_get_atlas ())->pdata[0]);
  ui_assert_fits (page, PANEL_WIDTH);
  ui_set_text_scale (2);
  ui_draw (page);
  ui_assert_fits (page, LARGE_WIDTH);
  gtk_adjustment_set_value (scroll, 50);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 50);

  g_ptr_array_add (muscles, (gpointer) "no-such-muscle");
  myo_condition_page_show_condition (page, &bare);
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, 0);
  ui_draw (page);
  g_assert_cmpuint (ui_count_type (page, GTK_TYPE_BUTTON), ==, 0);
  ui_assert_reads_not (page, "See a doctor when");
  ui_close (page);
}

/* --- Muscle page --- */

typedef struct
{
  MyoSelection  *selection;
  MyoMusclePage *page;
  MyoMuscle     *muscle;
} Muscle;

static void
select_muscle (Muscle     *m,
               const char *id,
               MyoSide     side)
{
  m->muscle = ui_get_muscle (id);
  myo_selection_select (m->selection, m->muscle, side, NULL);
  ui_draw (m->page);
}

static void
muscle_set_up (Muscle        *m,
               gconstpointer  unused)
{
  m->selection = myo_selection_new ();
  m->page = g_object_new (MYO_TYPE_MUSCLE_PAGE, NULL);
  myo_muscle_page_set_model (m->page, ui_get_atlas (), m->selection);
  ui_show (m->page, PANEL_WIDTH, 700);
  select_muscle (m, "infraspinatus", MYO_SIDE_RIGHT);
}

static void
muscle_tear_down (Muscle        *m,
                  gconstpointer  unused)
{
  ui_follow (m->selection);
  g_object_unref (m->selection);
  ui_close (m->page);
}

static GtkToggleButton *
get_point_button (Muscle *m,
                  guint   index)
{
  return ui_find_type (ui_find_id (m->page, "points_list"), GTK_TYPE_TOGGLE_BUTTON, index);
}

static const char *
get_point_id (Muscle *m,
              guint   index)
{
  return ((const MyoTriggerPoint *) m->muscle->points->pdata[index])->id;
}

static void
test_muscle_shows (Muscle        *m,
                   gconstpointer  unused)
{
  const MyoTriggerPoint *point = m->muscle->points->pdata[0];
  const MyoTechnique *technique = m->muscle->techniques->pdata[0];
  const MyoCaution *caution = m->muscle->cautions->pdata[0];

  ui_assert_reads (m->page, m->muscle->name);
  ui_assert_reads (m->page, m->muscle->latin);
  ui_assert_reads (m->page, m->muscle->summary);
  ui_assert_reads (m->page, point->find);
  ui_assert_reads (m->page, technique->title);
  ui_assert_reads (m->page, caution->text);
  assert_reads_all (m->page, m->muscle->symptoms);
  assert_reads_all (m->page, m->muscle->causes);
  ui_assert_reads_not (m->page, m->muscle->nerve);
  open_expander (m->page, "anatomy_expander");
  ui_assert_reads (m->page, m->muscle->nerve);
  open_expander (m->page, "evidence_expander");
  ui_assert_reads (m->page, "grade ");
  ui_assert_named (m->page);
}

static void
test_muscle_sides (Muscle        *m,
                   gconstpointer  unused)
{
  GtkToggleButton *right = ui_find_id (m->page, "right_button"), *left = ui_find_id (m->page, "left_button");

  g_assert_true (gtk_toggle_button_get_active (right));
  ui_click (left);
  g_assert_cmpint (myo_selection_get_side (m->selection), ==, MYO_SIDE_LEFT);
  g_assert_false (gtk_toggle_button_get_active (right));
  select_muscle (m, "infraspinatus", MYO_SIDE_RIGHT);
  g_assert_true (gtk_toggle_button_get_active (right));
  g_assert_false (gtk_toggle_button_get_active (left));
}

/* A point chosen tells only its pain; pressed again, all of the muscle's. */
static void
test_muscle_points (Muscle        *m,
                    gconstpointer  unused)
{
  const MyoTriggerPoint *second = m->muscle->points->pdata[1];
  g_autofree char *heading = g_strdup_printf ("Where %s hurts", second->label);
  g_autofree char *zones = myo_words_zones (ui_get_atlas (), m->muscle->points, second, MYO_ZONE_PRIMARY);

  g_assert_nonnull (ui_find_label (m->page, "Where it hurts"));
  ui_click (get_point_button (m, 1));
  g_assert_true (myo_selection_get_point (m->selection) == second);
  g_assert_nonnull (ui_find_label (m->page, heading));
  g_assert_nonnull (ui_find_label (m->page, zones));
  ui_click (get_point_button (m, 0));
  g_assert_cmpstr (myo_selection_get_point (m->selection)->id, ==, get_point_id (m, 0));
  g_assert_false (gtk_toggle_button_get_active (get_point_button (m, 1)));
  /* The side may change beneath it. */
  ui_click (ui_find_id (m->page, "left_button"));
  g_assert_cmpstr (myo_selection_get_point (m->selection)->id, ==, get_point_id (m, 0));
  ui_click (get_point_button (m, 0));
  g_assert_null (myo_selection_get_point (m->selection));
  g_assert_nonnull (ui_find_label (m->page, "Where it hurts"));
}

static void
test_muscle_point_preview (Muscle        *m,
                           gconstpointer  unused)
{
  gpointer pointer = ui_get_controller (get_point_button (m, 1), GTK_TYPE_EVENT_CONTROLLER_MOTION, 0);
  const MyoTriggerPoint *point;
  MyoSide side;

  g_signal_emit_by_name (pointer, "enter", 3.0, 3.0);
  g_assert_true (myo_selection_get_shown (m->selection, &side, &point) == m->muscle);
  g_assert_cmpstr (point->id, ==, get_point_id (m, 1));
  g_assert_null (myo_selection_get_point (m->selection));
  g_signal_emit_by_name (pointer, "leave");
  myo_selection_get_shown (m->selection, &side, &point);
  g_assert_null (point);
}

static void
test_muscle_start (Muscle        *m,
                   gconstpointer  unused)
{
  UiHeard start;

  ui_listen (m->page, "start", &start);
  g_assert_cmpuint (m->muscle->techniques->len, >, 0);
  for (guint i = 0; i < m->muscle->techniques->len; i++)
    {
      const MyoTechnique *technique = m->muscle->techniques->pdata[i];
      g_autofree char *name = g_strdup_printf ("Start: %s", technique->title);

      ui_click (ui_find_button (m->page, name));
      ui_assert_heard (&start, 1, technique->id);
    }
}

static void
test_muscle_related (Muscle        *m,
                     gconstpointer  unused)
{
  UiHeard shown;

  ui_listen (m->page, "show-muscle", &shown);
  ui_click (ui_find_type (ui_find_id (m->page, "related_box"), GTK_TYPE_BUTTON, 0));
  g_assert_cmpuint (shown.n, ==, 1);
  g_assert_nonnull (myo_atlas_get_muscle (ui_get_atlas (), shown.text));
  g_free (shown.text);
}

/* Nothing of the muscle before stays, and each fits into the panel. */
static void
test_muscle_all (Muscle        *m,
                 gconstpointer  unused)
{
  GPtrArray *muscles = myo_atlas_get_muscles (ui_get_atlas ());

  ui_unfocus (m->page);
  g_assert_cmpuint (muscles->len, ==, 145);
  for (guint i = 0; i < muscles->len; i++)
    {
      MyoMuscle *muscle = muscles->pdata[i];

      myo_selection_select (m->selection, muscle, i % 2 == 0 ? MYO_SIDE_LEFT : MYO_SIDE_RIGHT, NULL);
      ui_assert_fits (m->page, PANEL_WIDTH);
      g_assert_cmpuint (ui_count_type (ui_find_id (m->page, "points_list"), GTK_TYPE_TOGGLE_BUTTON), ==, muscle->points->len);
      g_assert_cmpuint (ui_count_type (ui_find_id (m->page, "techniques_list"), GTK_TYPE_BUTTON), ==, muscle->techniques->len);
    }
}

static void
test_muscle_bounds (Muscle        *m,
                    gconstpointer  unused)
{
  g_autoptr(MyoMuscle) bare = myo_muscle_new ();

  ui_set_text_scale (2);
  ui_draw (m->page);
  ui_assert_fits (m->page, LARGE_WIDTH);

  bare->id = g_strdup ("bare");
  bare->name = g_strdup ("Bare");
  ui_unfocus (m->page);
  myo_selection_select (m->selection, bare, MYO_SIDE_RIGHT, NULL);
  ui_draw (m->page);
  ui_assert_reads_not (m->page, "What to do");
  ui_assert_reads_not (m->page, "Where it hurts");
  ui_assert_reads_not (m->page, "Related muscles");
  g_assert_null (ui_find_class (m->page, "caution"));
  /* Nothing chosen: the page stays as it was. */
  myo_selection_select (m->selection, NULL, MYO_SIDE_RIGHT, NULL);
  ui_assert_reads (m->page, "Bare");
}

#define ADD_MUSCLE(name, test) g_test_add ("/muscle-page/" name, Muscle, NULL, muscle_set_up, test, muscle_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/home-page/conditions", test_home_conditions);
  g_test_add_func ("/home-page/topics", test_home_topics);
  g_test_add_func ("/home-page/bounds", test_home_bounds);
  g_test_add_func ("/home-page/large", test_home_large);
  g_test_add_func ("/home-page/paint", test_home_paint);
  g_test_add_func ("/condition-page/shows", test_condition_shows);
  g_test_add_func ("/condition-page/topics", test_condition_topics);
  g_test_add_func ("/condition-page/bounds", test_condition_bounds);
  ADD_MUSCLE ("shows", test_muscle_shows);
  ADD_MUSCLE ("sides", test_muscle_sides);
  ADD_MUSCLE ("points", test_muscle_points);
  ADD_MUSCLE ("point-preview", test_muscle_point_preview);
  ADD_MUSCLE ("start", test_muscle_start);
  ADD_MUSCLE ("related", test_muscle_related);
  ADD_MUSCLE ("all", test_muscle_all);
  ADD_MUSCLE ("bounds", test_muscle_bounds);
  return g_test_run ();
}
