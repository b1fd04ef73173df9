/* What pain at a place can come from: the built-in atlas and drawings, asked with a place and with what is painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "myo-atlas-reader.h"
#include "myo-place-desk.h"

/* On the front of the right shoulder, mm */
#define X 200
#define Y 350

static MyoAtlas *atlas;
static MyoDrawings *drawings;

typedef struct
{
  MyoPlaceDesk *desk;
  MyoSelection *selection;
  guint         n_changed;
} Fixture;

static void
count_changed (Fixture *f)
{
  f->n_changed++;
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->desk = myo_place_desk_new (atlas, drawings);
  f->selection = myo_place_desk_get_selection (f->desk);
  f->n_changed = 0;
  g_signal_connect_swapped (f->desk, "changed", G_CALLBACK (count_changed), f);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_object_unref (f->desk);
}

/* As the map does when it is clicked */
static MyoPlaceAnswer *
ask (Fixture *f, MyoView view, MyoSide side, double x, double y)
{
  myo_selection_set_place (f->selection, view, side, x, y, myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y));
  return myo_place_desk_get_answer (f->desk);
}

/* --- Tests --- */

static void
test_answers_a_place (Fixture *f, gconstpointer unused)
{
  g_autoptr(GPtrArray) found = myo_finder_at (myo_place_desk_get_finder (f->desk), MYO_VIEW_FRONT, MYO_SIDE_RIGHT, X, Y);
  g_autofree char *count = NULL, *expected = g_strdup_printf ("Pain here can come from %u muscles", found->len);
  MyoPlaceAnswer *answer;

  g_assert_null (myo_place_desk_get_answer (f->desk));
  answer = ask (f, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, X, Y);
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_cmpstr (answer->where, ==, "Front of the shoulder, right");
  g_assert_cmpuint (found->len, >, 1);
  g_assert_cmpuint (answer->candidates->len, ==, found->len);
  for (guint i = 0; i < found->len; i++)
    {
      const MyoCandidate *candidate = answer->candidates->pdata[i], *other = found->pdata[i];

      g_assert_true (candidate->muscle == other->muscle);
      g_assert_cmpint (candidate->side, ==, other->side);
    }
  count = myo_place_answer_describe_count (answer);
  g_assert_cmpstr (count, ==, expected);
}

static void
test_says_why (Fixture *f, gconstpointer unused)
{
  MyoPlaceAnswer *answer = ask (f, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, X, Y);
  guint n_main = 0;

  for (guint i = 0; i < answer->candidates->len; i++)
    {
      const MyoCandidate *candidate = answer->candidates->pdata[i];
      g_autofree char *why = myo_place_answer_describe_why (candidate);
      gboolean is_main = g_str_has_suffix (why, " · sends its main pain here");

      g_assert_true (g_str_has_prefix (why, candidate->point->label));
      g_assert_true (is_main || g_str_has_suffix (why, " · sometimes spreads here"));
      g_assert_cmpint (is_main, ==, candidate->kind == MYO_ZONE_PRIMARY);
      n_main += is_main;
    }
  g_assert_cmpuint (n_main, >, 0);
  g_assert_cmpuint (n_main, <, answer->candidates->len);
}

static void
test_one_muscle_is_one (void)
{
  g_autoptr(MyoPlaceAnswer) answer = myo_place_answer_new (NULL, g_ptr_array_new ());
  g_autofree char *count = NULL;

  g_ptr_array_add (answer->candidates, NULL);
  count = myo_place_answer_describe_count (answer);
  g_assert_cmpstr (count, ==, "Pain here can come from 1 muscle");
}

static void
test_left_is_left (Fixture *f, gconstpointer unused)
{
  MyoPlaceAnswer *answer = ask (f, MYO_VIEW_FRONT, MYO_SIDE_LEFT, 720 - X, Y);

  g_assert_cmpstr (answer->where, ==, "Front of the shoulder, left");
  g_assert_cmpint (((const MyoCandidate *) answer->candidates->pdata[0])->side, ==, MYO_SIDE_LEFT);
}

/* Its name has no side, and what is nowhere has no name. */
static void
test_midline_and_nowhere (Fixture *f, gconstpointer unused)
{
  MyoPlaceAnswer *answer = ask (f, MYO_VIEW_BACK, MYO_SIDE_RIGHT, 360, 900);

  g_assert_nonnull (answer->where);
  g_assert_false (g_str_has_suffix (answer->where, "right") || g_str_has_suffix (answer->where, "left"));
  answer = ask (f, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 5, 5);
  g_assert_null (answer->where);
  g_assert_cmpuint (answer->candidates->len, ==, 0);
}

/* Who still shows the answer keeps it. */
static void
test_ends_with_the_place (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPlaceAnswer) kept = myo_place_answer_ref (ask (f, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, X, Y));

  myo_selection_clear_place (f->selection);
  g_assert_cmpuint (f->n_changed, ==, 2);
  g_assert_null (myo_place_desk_get_answer (f->desk));
  myo_place_desk_choose (f->desk, kept->candidates->pdata[1]);
  g_assert_true (myo_selection_get_muscle (f->selection) == ((const MyoCandidate *) kept->candidates->pdata[1])->muscle);
  g_assert_true (myo_selection_get_point (f->selection) == ((const MyoCandidate *) kept->candidates->pdata[1])->point);
}

static void
test_answers_what_is_painted (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainStudy) study = myo_pain_study_new (atlas, drawings, myo_place_desk_get_finder (f->desk));
  g_autoptr(MyoPlaceAnswer) early = myo_place_desk_answer_painted (f->desk, study);
  g_autoptr(MyoPlaceAnswer) answer = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (early->where);
  g_assert_cmpuint (early->candidates->len, ==, 0);
  g_assert_true (myo_pain_study_prepare_now (study, &error));
  g_assert_no_error (error);
  myo_pain_study_toggle_region (study, "shoulder-front", MYO_SIDE_RIGHT, 6, MYO_QUALITY_ACHE);
  answer = myo_place_desk_answer_painted (f->desk, study);
  g_assert_cmpstr (answer->where, ==, "Right: Front of the shoulder.");
  g_assert_true (answer->candidates == myo_pain_study_get_candidates (study));
  g_assert_cmpuint (answer->candidates->len, >, 1);
  /* It stays what it was when something else is painted. */
  myo_pain_study_reset (study);
  g_assert_cmpuint (answer->candidates->len, >, 1);
}

#define ADD(path, func) g_test_add ("/place-desk/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr(GError) error = NULL;
  int status;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  drawings = myo_drawings_new ();
  ADD ("place", test_answers_a_place);
  ADD ("why", test_says_why);
  g_test_add_func ("/place-desk/one", test_one_muscle_is_one);
  ADD ("left", test_left_is_left);
  ADD ("midline", test_midline_and_nowhere);
  ADD ("end", test_ends_with_the_place);
  ADD ("painted", test_answers_what_is_painted);
  status = g_test_run ();
  g_object_unref (drawings);
  g_object_unref (atlas);
  return status;
}
