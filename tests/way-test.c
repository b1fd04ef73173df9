/* The way through the panel: what happens, and which page is in front then.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-way.h"

typedef struct
{
  MyoSelection *selection;
  MyoMuscle    *muscle, *other;
  MyoWay       *way;
  guint         n_changed;
} Fixture;

static const char *const page_names[MYO_N_WAY_PAGES] = {
  [MYO_WAY_HOME] = "home", [MYO_WAY_CONDITION] = "condition", [MYO_WAY_RESULTS] = "results", [MYO_WAY_PLACE] = "place",
  [MYO_WAY_MUSCLE] = "muscle", [MYO_WAY_PAIN] = "pain", [MYO_WAY_REGIONS] = "regions", [MYO_WAY_CHECK] = "check",
  [MYO_WAY_REPAINT] = "repaint", [MYO_WAY_PAIR] = "pair", [MYO_WAY_SESSION] = "session",
};

/* --- What can happen --- */

/* On the map */
static void
click_place (Fixture *f)
{
  myo_selection_select (f->selection, NULL, MYO_SIDE_RIGHT, NULL);
  myo_selection_set_place (f->selection, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 300, 400, NULL);
}

static void
click_muscle (Fixture *f)
{
  myo_selection_select (f->selection, f->muscle, MYO_SIDE_LEFT, NULL);
  myo_selection_set_place (f->selection, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 300, 400, NULL);
}

static void
click_beside (Fixture *f)
{
  myo_selection_clear_place (f->selection);
  myo_selection_select (f->selection, NULL, MYO_SIDE_RIGHT, NULL);
}

static void
take_brush (Fixture *f)
{
  myo_way_take_brush (f->way);
}

static void
begin_stroke (Fixture *f)
{
  myo_way_offer (f->way, MYO_WAY_PAIN);
}

/* On the pages */
static void
choose_muscle (Fixture *f)
{
  myo_way_choose_muscle (f->way, f->other);
}

static void
check (Fixture *f)
{
  myo_way_check (f->way, f->muscle, MYO_SIDE_RIGHT, NULL);
}

static void
treat (Fixture *f)
{
  myo_way_treat (f->way, f->muscle, MYO_SIDE_RIGHT, NULL);
}

static void
end_search (Fixture *f)
{
  myo_way_end_search (f->way);
}

static void
go_back (Fixture *f)
{
  myo_way_go_back (f->way);
}

static void
show_pair (Fixture *f)
{
  myo_way_offer (f->way, MYO_WAY_PAIR);
}

static void
hold (Fixture *f)
{
  myo_way_set_held (f->way, TRUE);
}

static void
leave_session (Fixture *f)
{
  myo_way_set_held (f->way, FALSE);
  myo_way_leave_session (f->way);
}

static const struct
{
  const char *name;
  void      (*act) (Fixture *f);
} events[] = {
  { "click-place", click_place }, { "click-muscle", click_muscle }, { "click-beside", click_beside }, { "take-brush", take_brush },
  { "begin-stroke", begin_stroke }, { "choose-muscle", choose_muscle }, { "check-muscle", check }, { "treat", treat },
  { "end-search", end_search }, { "back", go_back }, { "show-pair", show_pair }, { "hold", hold }, { "leave-session", leave_session },
};

/* Any other word is a page to go to. */
static void
act (Fixture    *f,
     const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (events[i].name, word))
      {
        events[i].act (f);
        return;
      }
  for (int page = 0; page < MYO_N_WAY_PAGES; page++)
    if (g_str_equal (page_names[page], word))
      {
        myo_way_go (f->way, (MyoWayPage) page);
        return;
      }
  g_assert_not_reached ();
}

/* --- Set-up --- */

static void
count_changed (Fixture *f)
{
  f->n_changed++;
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->selection = myo_selection_new ();
  f->muscle = myo_muscle_new ();
  f->other = myo_muscle_new ();
  f->way = myo_way_new (f->selection);
  f->n_changed = 0;
  g_signal_connect_swapped (f->way, "changed", G_CALLBACK (count_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_object_unref (f->way);
  g_object_unref (f->other);
  g_object_unref (f->muscle);
  g_object_unref (f->selection);
}

/* --- Tests --- */

/* @selected: the muscle and the place that are selected at the end, as "m", "p", "mp" or ""; @pages: the one in front, then those that back leads to */
static const struct
{
  const char *events, *selected, *pages;
} ways[] = {
  { "", "", "home" },
  { "home", "", "home" },
  { "condition", "", "condition home" },
  { "condition choose-muscle", "m", "muscle condition home" },
  { "condition condition choose-muscle condition", "m", "condition home" },

  /* a search is left behind once something was chosen, and ends where it began */
  { "results", "", "results home" },
  { "results choose-muscle", "m", "muscle home" },
  { "condition results end-search", "", "condition home" },
  { "condition results back", "", "condition home" },
  { "end-search", "", "home" },
  { "results click-place", "p", "place home" },

  /* the map: a muscle, a place, nothing */
  { "click-place", "p", "place home" },
  { "click-muscle", "mp", "muscle home" },
  { "click-place click-muscle", "mp", "muscle place home" },
  { "click-muscle click-place", "p", "place home" },
  { "click-muscle place", "mp", "place muscle home" },
  { "click-place choose-muscle", "m", "muscle place home" },
  { "click-muscle click-beside", "", "home" },
  { "click-place click-beside", "", "home" },
  { "condition click-beside", "", "condition home" },
  { "click-muscle condition click-beside", "", "condition muscle home" },
  { "pain click-muscle click-beside", "", "pain home" },
  { "pain click-place click-beside", "", "pain home" },

  /* nothing is selected beside a bare page */
  { "click-muscle pain", "", "pain muscle home" },
  { "click-place regions", "", "regions place home" },
  { "click-muscle repaint", "", "repaint muscle home" },
  { "click-muscle show-pair", "", "pair muscle home" },
  { "click-muscle back", "", "home" },
  { "click-place click-muscle back", "mp", "place home" },
  { "pain click-muscle back", "", "pain home" },

  /* brush and stroke */
  { "take-brush", "", "pain home" },
  { "click-muscle take-brush", "", "pain muscle home" },
  { "show-pair take-brush", "", "pain pair home" },
  { "regions take-brush", "", "regions home" },
  { "repaint take-brush", "", "repaint home" },
  { "begin-stroke", "", "pain home" },
  { "regions begin-stroke", "", "pain regions home" },
  { "repaint begin-stroke", "", "repaint home" },
  { "pain regions pain", "", "pain home" },

  /* from the answer to the treatment */
  { "pain check-muscle", "m", "check pain home" },
  { "pain check-muscle pain", "", "pain home" },
  { "pain check-muscle treat", "m", "muscle check pain home" },
  { "pain check-muscle treat click-beside", "", "pain home" },

  /* a session: nothing but its end takes it away, and once it has begun there is no way back */
  { "click-muscle session", "mp", "session muscle home" },
  { "click-muscle session back", "mp", "muscle home" },
  { "click-muscle session hold", "mp", "session" },
  { "click-muscle session hold back", "mp", "session" },
  { "click-muscle session hold click-place", "p", "session" },
  { "click-muscle session hold take-brush", "mp", "session" },
  { "click-muscle session hold begin-stroke", "mp", "session" },
  { "click-muscle session hold show-pair", "mp", "session" },
  { "click-muscle session hold leave-session", "mp", "muscle home" },
  { "click-muscle session click-beside leave-session", "", "home" },
  { "leave-session", "", "home" },
  { "click-muscle hold", "mp", "muscle home" },

  /* the pain painted anew */
  { "click-muscle session hold leave-session take-brush repaint pain", "", "pain muscle home" },
  { "repaint home", "", "home" },
};

static char *
tell_selected (Fixture *f)
{
  MyoView view;
  MyoSide side;
  double x, y;
  const char *region;

  return g_strconcat (myo_selection_get_muscle (f->selection) != NULL ? "m" : "",
                      myo_selection_get_place (f->selection, &view, &side, &x, &y, &region) ? "p" : "", NULL);
}

static char *
tell_pages (Fixture *f)
{
  GString *pages = g_string_new (page_names[myo_way_get_page (f->way)]);

  while (myo_way_can_go_back (f->way))
    {
      myo_way_go_back (f->way);
      g_string_append_printf (pages, " %s", page_names[myo_way_get_page (f->way)]);
    }
  return g_string_free (pages, FALSE);
}

static void
test_rules (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_auto(GStrv) words = g_strsplit (ways[i].events, " ", -1);
      g_autofree char *selected = NULL, *pages = NULL;
      Fixture f;

      set_up (&f, NULL);
      for (guint k = 0; words[k] != NULL && *words[k] != '\0'; k++)
        act (&f, words[k]);
      selected = tell_selected (&f);
      pages = tell_pages (&f);
      if (!g_str_equal (selected, ways[i].selected) || !g_str_equal (pages, ways[i].pages))
        g_test_message ("after “%s”", ways[i].events);
      g_assert_cmpstr (selected, ==, ways[i].selected);
      g_assert_cmpstr (pages, ==, ways[i].pages);
      tear_down (&f, NULL);
    }
}

static void
test_says_what_changed (Fixture *f, gconstpointer unused)
{
  myo_way_go (f->way, MYO_WAY_HOME);
  g_assert_cmpuint (f->n_changed, ==, 0);
  click_muscle (f);
  g_assert_cmpuint (f->n_changed, ==, 1);
  myo_way_go (f->way, MYO_WAY_SESSION);
  g_assert_false (myo_way_can_search (f->way));
  g_assert_true (myo_way_can_go_back (f->way));
  g_assert_cmpuint (f->n_changed, ==, 2);
  hold (f);
  hold (f);
  g_assert_false (myo_way_can_go_back (f->way));
  g_assert_cmpuint (f->n_changed, ==, 3);
}

/* Who shows the selection has heard of it when the page comes to the front. */
static void
note_page (Fixture *f)
{
  g_assert_cmpint (myo_way_get_page (f->way), ==, MYO_WAY_HOME);
}

static void
test_comes_after_the_pages (Fixture *f, gconstpointer unused)
{
  g_signal_connect_swapped (f->selection, "changed", G_CALLBACK (note_page), f);
  click_muscle (f);
  g_assert_cmpint (myo_way_get_page (f->way), ==, MYO_WAY_MUSCLE);
}

static void
test_keeps_side_and_point (Fixture *f, gconstpointer unused)
{
  MyoTriggerPoint *point = myo_trigger_point_new ();

  point->id = g_strdup ("trp1");
  g_ptr_array_add (f->muscle->points, point);
  click_muscle (f);
  choose_muscle (f);
  g_assert_true (myo_selection_get_muscle (f->selection) == f->other);
  g_assert_cmpint (myo_selection_get_side (f->selection), ==, MYO_SIDE_LEFT);
  myo_way_check (f->way, f->muscle, MYO_SIDE_RIGHT, "trp1");
  g_assert_true (myo_selection_get_point (f->selection) == point);
  g_assert_cmpint (myo_selection_get_side (f->selection), ==, MYO_SIDE_RIGHT);
}

#define ADD(path, func) g_test_add ("/way/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/way/rules", test_rules);
  ADD ("changed", test_says_what_changed);
  ADD ("after", test_comes_after_the_pages);
  ADD ("side-and-point", test_keeps_side_and_point);
  return g_test_run ();
}
