/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-atlas.h"
#include "myo-session.h"

/* --- Sessions --- */

static void
test_new_session_knows_nothing (void)
{
  g_autoptr(MyoSession) session = myo_session_new ();
  g_autoptr(MyoHold) hold = myo_hold_new ();

  g_assert_cmpint (session->pain_before, ==, MYO_PAIN_UNKNOWN);
  g_assert_cmpint (session->pain_after, ==, MYO_PAIN_UNKNOWN);
  g_assert_cmpint (session->end, ==, MYO_END_NONE);
  g_assert_cmpint (myo_session_get_held_ms (session), ==, 0);
  g_assert_cmpint (hold->repetition, ==, 1);
  g_assert_cmpint (hold->pressure, ==, -1);
}

static void
test_copy_is_deep (void)
{
  g_autoptr(MyoSession) session = myo_session_new ();
  g_autoptr(MyoSession) copy = NULL;
  MyoHold *hold = myo_hold_new ();

  session->muscle = g_strdup ("infraspinatus");
  session->side = MYO_SIDE_LEFT;
  session->pain_before = 7;
  session->next_move = 3;
  session->drawing_before = g_strdup ("before");
  session->drawing_words = g_strdup ("words");
  session->drawing_after = g_strdup ("after");
  hold->point = g_strdup ("infraspinatus-trp1");
  hold->held_ms = 31500;
  g_ptr_array_add (session->holds, hold);
  copy = myo_session_copy (session);

  hold->held_ms = 0;
  session->muscle[0] = 'X';
  session->drawing_before[0] = 'X';
  session->drawing_words[0] = 'X';
  session->drawing_after[0] = 'X';
  hold->point[0] = 'X';
  g_assert_cmpstr (copy->muscle, ==, "infraspinatus");
  g_assert_cmpint (copy->side, ==, MYO_SIDE_LEFT);
  g_assert_cmpint (copy->pain_before, ==, 7);
  g_assert_cmpstr (copy->drawing_before, ==, "before");
  g_assert_cmpstr (copy->drawing_words, ==, "words");
  g_assert_cmpstr (copy->drawing_after, ==, "after");
  g_assert_cmpint (copy->next_move, ==, 3);
  g_assert_cmpstr (((MyoHold *) g_ptr_array_index (copy->holds, 0))->point, ==, "infraspinatus-trp1");
  g_assert_cmpint (myo_session_get_held_ms (copy), ==, 31500);
}

static void
test_held_time_does_not_overflow (void)
{
  g_autoptr(MyoSession) session = myo_session_new ();

  for (guint i = 0; i < 3; i++)
    {
      MyoHold *hold = myo_hold_new ();

      hold->held_ms = G_MAXINT;
      g_ptr_array_add (session->holds, hold);
    }
  g_assert_cmpint (myo_session_get_held_ms (session), ==, 3 * (gint64) G_MAXINT);
}

static void
test_ends_keep_their_names (void)
{
  static const char * const nicks[] = { "none", "done", "released", "skipped", "stopped", "interrupted" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_assert_cmpstr (myo_end_get_nick ((MyoEnd) i), ==, nicks[i]);
      g_assert_cmpint (myo_end_from_nick (nicks[i]), ==, i);
    }
  g_assert_cmpint (myo_end_from_nick (NULL), ==, MYO_END_NONE);
  g_assert_cmpint (myo_end_from_nick ("written-by-a-newer-one"), ==, MYO_END_INTERRUPTED);
}

/* --- The body --- */

static void
test_sides_of_views (void)
{
  g_assert_cmpint (myo_view_side_at (MYO_VIEW_FRONT, 100), ==, MYO_SIDE_RIGHT);
  g_assert_cmpint (myo_view_side_at (MYO_VIEW_FRONT, 600), ==, MYO_SIDE_LEFT);
  g_assert_cmpint (myo_view_side_at (MYO_VIEW_BACK, 100), ==, MYO_SIDE_LEFT);
  g_assert_cmpint (myo_view_side_at (MYO_VIEW_BACK, 600), ==, MYO_SIDE_RIGHT);
  g_assert_cmpint (myo_view_side_at (MYO_VIEW_SIDE, 10), ==, MYO_SIDE_RIGHT);
  g_assert_cmpint (myo_side_get_opposite (MYO_SIDE_LEFT), ==, MYO_SIDE_RIGHT);
  g_assert_cmpint (myo_side_get_opposite (MYO_SIDE_MIDDLE), ==, MYO_SIDE_MIDDLE);
}

static void
test_nicks (void)
{
  MyoView view;
  MyoLayer layer;
  MyoSide side;

  for (MyoView i = 0; i < MYO_N_VIEWS; i++)
    g_assert_true (myo_view_from_nick (myo_view_get_nick (i), &view) && view == i);
  for (MyoLayer i = 0; i < MYO_N_LAYERS; i++)
    g_assert_true (myo_layer_from_nick (myo_layer_get_nick (i), &layer) && layer == i);
  for (MyoSide i = MYO_SIDE_RIGHT; i <= MYO_SIDE_MIDDLE; i++)
    g_assert_true (myo_side_from_nick (myo_side_get_nick (i), &side) && side == i);
  g_assert_false (myo_view_from_nick ("top", &view));
  g_assert_false (myo_view_from_nick (NULL, &view));
  g_assert_false (myo_side_from_nick ("", &side));
}

static void
test_side_of_zones (void)
{
  static const struct { MyoZoneSide zone; MyoSide point, felt; gboolean both; } rows[] = {
    { MYO_ZONE_SAME, MYO_SIDE_LEFT, MYO_SIDE_LEFT, FALSE },
    { MYO_ZONE_OPPOSITE, MYO_SIDE_LEFT, MYO_SIDE_RIGHT, FALSE },
    { MYO_ZONE_BOTH, MYO_SIDE_RIGHT, MYO_SIDE_RIGHT, TRUE },
    { MYO_ZONE_MIDDLE, MYO_SIDE_RIGHT, MYO_SIDE_MIDDLE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(MyoZone) zone = myo_zone_new ();
      gboolean both;

      zone->side = rows[i].zone;
      g_assert_cmpint (myo_zone_get_side (zone, rows[i].point, &both), ==, rows[i].felt);
      g_assert_cmpint (both, ==, rows[i].both);
      g_assert_cmpint (myo_zone_get_side (zone, rows[i].point, NULL), ==, rows[i].felt);
    }
}

/* --- The atlas as a container --- */

static MyoMuscle *
make_muscle (const char *id,
             const char *name)
{
  MyoMuscle *muscle = myo_muscle_new ();

  muscle->id = g_strdup (id);
  muscle->name = g_strdup (name);
  muscle->latin = g_strdup ("Musculus");
  return muscle;
}

typedef struct { guint position, removed, added, n; } Change;

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    data)
{
  Change *change = data;

  *change = (Change) { position, removed, added, change->n + 1 };
}

static void
test_merge_moves_and_replaces (void)
{
  g_autoptr(MyoAtlas) atlas = myo_atlas_new ();
  g_autoptr(MyoAtlas) pack = myo_atlas_new ();
  Change change = { 0 };

  myo_atlas_add_muscle (atlas, make_muscle ("b", "Beta"));
  myo_atlas_add_muscle (atlas, make_muscle ("a", "Alpha"));
  myo_atlas_add_muscle (pack, make_muscle ("a", "Zeta"));
  myo_atlas_add_muscle (pack, make_muscle ("c", "Älpha"));
  g_assert_cmpstr (((MyoMuscle *) g_ptr_array_index (myo_atlas_get_muscles (atlas), 0))->id, ==, "a");

  g_signal_connect (atlas, "items-changed", G_CALLBACK (on_items_changed), &change);
  myo_atlas_merge (atlas, pack);
  g_assert_cmpuint (change.n, ==, 1);
  g_assert_cmpuint (change.removed, ==, 2);
  g_assert_cmpuint (change.added, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (pack)), ==, 0);
  g_assert_cmpstr (myo_atlas_get_muscle (atlas, "a")->name, ==, "Zeta");
  g_assert_cmpuint (myo_atlas_get_muscles (atlas)->len, ==, 3);
}

static void
test_search_ranks (void)
{
  g_autoptr(MyoAtlas) atlas = myo_atlas_new ();
  MyoMuscle *in_symptom = make_muscle ("s", "Alpha");
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) later = NULL;

  g_ptr_array_add (in_symptom->symptoms, g_strdup ("As if a beta ray hit you."));
  myo_atlas_add_muscle (atlas, in_symptom);
  myo_atlas_add_muscle (atlas, make_muscle ("second", "Long beta"));
  myo_atlas_add_muscle (atlas, make_muscle ("first", "Beta maior"));
  found = myo_atlas_search (atlas, "BETA");
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (((MyoMuscle *) g_ptr_array_index (found, 0))->id, ==, "first");
  g_assert_cmpstr (((MyoMuscle *) g_ptr_array_index (found, 1))->id, ==, "second");
  g_assert_cmpstr (((MyoMuscle *) g_ptr_array_index (found, 2))->id, ==, "s");

  myo_atlas_add_muscle (atlas, make_muscle ("later", "Betamax"));
  later = myo_atlas_search (atlas, "betam");
  g_assert_cmpuint (later->len, ==, 1);
}

static void
test_search_bears_anything (void)
{
  g_autoptr(MyoAtlas) atlas = myo_atlas_new ();
  /* What holds no word finds all. */
  static const struct { const char *text; guint n; } rows[] = {
    { NULL, 1 }, { "", 1 }, { "   ", 1 }, { "'", 1 }, { "\xff\xfe", 1 }, { "－－", 1 }, { "%s%n", 0 }, { "ß", 0 }, { "GROSSER", 1 },
    { "ß\xff", 0 }, { "\xff" "grosser", 1 },
  };

  myo_atlas_add_muscle (atlas, make_muscle ("a", "Großer Muskel"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) found = myo_atlas_search (atlas, rows[i].text);

      g_assert_cmpuint (found->len, ==, rows[i].n);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/new", test_new_session_knows_nothing);
  g_test_add_func ("/session/copy", test_copy_is_deep);
  g_test_add_func ("/session/held-time", test_held_time_does_not_overflow);
  g_test_add_func ("/session/ends", test_ends_keep_their_names);
  g_test_add_func ("/body/sides", test_sides_of_views);
  g_test_add_func ("/body/nicks", test_nicks);
  g_test_add_func ("/body/zones", test_side_of_zones);
  g_test_add_func ("/atlas-model/merge", test_merge_moves_and_replaces);
  g_test_add_func ("/atlas-model/search-ranks", test_search_ranks);
  g_test_add_func ("/atlas-model/search-bears-anything", test_search_bears_anything);
  return g_test_run ();
}
