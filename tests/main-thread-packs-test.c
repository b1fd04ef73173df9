/* With the biggest folder of packs that the limits allow, nothing works long on the main thread: when its atlas comes, when something is
 * typed into the search, when a place is asked about, and when pain is painted.
 *
 * What is measured is work, not time: see meter-kit.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "big-packs-kit.h"
#include "meter-kit.h"
#include "myo-pain-desk.h"
#include "myo-work.h"

static MyoAtlas *atlas;
static MyoDrawings *drawings;

static void
test_search (void)
{
  static const char *const words[] = { "m", "muscle", "ache words room nowhere", "" };

  myo_meter_take ();
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(GPtrArray) found = myo_atlas_search (atlas, words[i]);

      look (words[i]);
      g_assert_true (found->len >= get_n_packs () * N_PACK_MUSCLES || i == 2);
    }
  myo_atlas_get_conditions (atlas);
  myo_atlas_get_topics (atlas);
  look ("lists");
}

static void
test_place (void)
{
  g_autoptr(MyoPlaceDesk) desk = NULL;
  MyoSelection *selection;

  myo_meter_take ();
  desk = myo_place_desk_new (atlas, drawings);
  selection = myo_place_desk_get_selection (desk);
  look ("the desk");
  /* Two at once: the older question is heard of no more. */
  myo_selection_set_place (selection, MYO_VIEW_BACK, MYO_SIDE_RIGHT, PACK_X + 200, PACK_Y, NULL);
  myo_selection_set_place (selection, MYO_VIEW_BACK, MYO_SIDE_RIGHT, PACK_X, PACK_Y, NULL);
  look ("asking");
  TURN_UNTIL (myo_place_desk_get_answer (desk) != NULL);
  g_assert_cmpuint (myo_place_desk_get_answer (desk)->candidates->len, >=, get_n_packs () * N_PACK_MUSCLES);
  myo_selection_set_place (selection, MYO_VIEW_BACK, MYO_SIDE_RIGHT, PACK_X, PACK_Y, NULL);
  g_assert_null (myo_place_desk_get_answer (desk));
}

static void
test_pain (void)
{
  g_autoptr(MyoFinder) finder = myo_finder_new (atlas, drawings);
  g_autoptr(MyoPainStudy) study = myo_pain_study_new (atlas, drawings, finder);
  MyoStroke *stroke = myo_stroke_new (MYO_STROKE_BRUSH, MYO_VIEW_BACK, MYO_SIDE_MIDDLE, 7, MYO_QUALITY_ACHE);

  g_assert_true (myo_stroke_add_dab (stroke, PACK_X, PACK_Y, 20));
  g_assert_true (myo_pain_drawing_add (myo_pain_study_get_drawing (study), stroke));
  myo_meter_take ();
  myo_pain_study_prepare (study);
  TURN_UNTIL (myo_pain_study_is_ready (study));
  g_assert_cmpuint (myo_pain_study_get_candidates (study)->len, >, N_PACKS * N_PACK_MUSCLES);
  look ("ranking");
  myo_pain_study_get_explanations (study);
  look ("sets");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  atlas = read_biggest_packs ();
  myo_atlas_prepare (atlas);
  drawings = myo_drawings_new ();
  g_test_add_func ("/main-thread-packs/search", test_search);
  g_test_add_func ("/main-thread-packs/place", test_place);
  /* Under Valgrind the body takes its time, and main-thread-test measures it. */
  if (g_getenv ("TEST_SMALL") == NULL)
    g_test_add_func ("/main-thread-packs/pain", test_pain);
  status = g_test_run ();
  myo_work_wait ();
  g_object_unref (drawings);
  g_object_unref (atlas);
  return status;
}
