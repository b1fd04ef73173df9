/* Painful places → muscles: the order, the sides, the ties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "myo-finder.h"

/* --- An atlas of a few points --- */

typedef struct
{
  MyoAtlas  *atlas;
  MyoFinder *finder;
} Fixture;

static void
add_region (MyoAtlas   *atlas,
            const char *id,
            gboolean    paired)
{
  MyoRegion *region = g_new0 (MyoRegion, 1);

  region->id = g_strdup (id);
  region->name = g_strdup (id);
  region->paired = paired;
  myo_atlas_add_region (atlas, region);
}

/* @zones: "region kind side" separated by commas; kind p or s, side as in the atlas: = same, x opposite, b both, m middle.
 * An area can follow: "region p = front M0 0…" */
static MyoZone *
create_zone (const char *text)
{
  static const char sides[] = "=xbm";
  g_auto (GStrv) words = g_strsplit (text, " ", 5);
  MyoZone *zone = myo_zone_new ();

  zone->region = g_strdup (words[0]);
  zone->kind = words[1][0] == 'p' ? MYO_ZONE_PRIMARY : MYO_ZONE_SPILLOVER;
  zone->side = (MyoZoneSide) (strchr (sides, words[2][0]) - sides);
  if (g_strv_length (words) == 5)
    {
      MyoArea *area = g_new0 (MyoArea, 1);

      g_assert_true (myo_view_from_nick (words[3], &area->view));
      area->path = g_strdup (words[4]);
      g_ptr_array_add (zone->areas, area);
    }
  return zone;
}

static void
add_point (MyoMuscle  *muscle,
           const char *label,
           const char *zones)
{
  g_auto (GStrv) list = g_strsplit (zones, ",", -1);
  MyoTriggerPoint *point = myo_trigger_point_new ();

  point->id = g_strdup_printf ("%s-%s", muscle->id, label);
  point->label = g_strdup (label);
  for (guint i = 0; list[i] != NULL; i++)
    g_ptr_array_add (point->zones, create_zone (list[i]));
  g_ptr_array_add (muscle->points, point);
}

static MyoMuscle *
create_muscle (const char *id,
               MyoDepth    depth,
               const char *zones)
{
  MyoMuscle *muscle = myo_muscle_new ();

  muscle->id = g_strdup (id);
  muscle->name = g_strdup (id);
  muscle->depth = depth;
  add_point (muscle, "TrP1", zones);
  return muscle;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  static const struct { const char *id; MyoDepth depth; const char *zones; } muscles[] = {
    { "focused", MYO_DEPTH_DEEP, "shoulder p =" },
    { "spread", MYO_DEPTH_DEEP, "shoulder p =,arm p =,hand p =,neck s =" },
    { "elsewhere", MYO_DEPTH_SUPERFICIAL, "hand p =,arm p =,shoulder s =" },
    { "crossed", MYO_DEPTH_DEEP, "back p x" },
    { "wide", MYO_DEPTH_DEEP, "loin p b" },
    { "central", MYO_DEPTH_DEEP, "breastbone p m,chest s =" },
    { "beta", MYO_DEPTH_DEEP, "heel p =" },
    { "alpha", MYO_DEPTH_DEEP, "heel p =" },
    { "omega", MYO_DEPTH_SUPERFICIAL, "heel p =" },
  };
  MyoMuscle *several = create_muscle ("several", MYO_DEPTH_DEEP, "knee s =,shin p =");

  fixture->atlas = myo_atlas_new ();
  add_region (fixture->atlas, "breastbone", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (muscles); i++)
    myo_atlas_add_muscle (fixture->atlas, create_muscle (muscles[i].id, muscles[i].depth, muscles[i].zones));
  add_point (several, "TrP2", "knee p =");
  myo_atlas_add_muscle (fixture->atlas, several);
  fixture->finder = myo_finder_new (fixture->atlas, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_object_unref (fixture->finder);
  g_object_unref (fixture->atlas);
}

/* --- What comes out, as text: "muscle:side muscle:side" --- */

static char *
describe (GPtrArray *candidates)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    {
      const MyoCandidate *c = g_ptr_array_index (candidates, i);

      g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", c->muscle->id, myo_side_get_nick (c->side));
    }
  return g_string_free (text, FALSE);
}

static GPtrArray *
rank (Fixture    *fixture,
      const char *region,
      MyoSide     side)
{
  MyoPlace place = { region, side };

  return myo_finder_rank (fixture->finder, &place, 1);
}

static void
assert_ranked (Fixture        *fixture,
               const MyoPlace *places,
               guint           n,
               const char     *wanted)
{
  g_autoptr (GPtrArray) found = myo_finder_rank (fixture->finder, places, n);
  g_autofree char *text = describe (found);

  g_assert_cmpstr (text, ==, wanted);
  for (guint i = 0; i < found->len; i++)
    {
      const MyoCandidate *c = g_ptr_array_index (found, i);

      g_assert_cmpfloat (c->score, >, 0);
      g_assert_cmpfloat (c->score, <=, 1);
      g_assert_nonnull (c->point);
    }
}

#define ASSERT_RANKED(fixture, wanted, ...) \
  assert_ranked (fixture, (MyoPlace[]) { __VA_ARGS__ }, G_N_ELEMENTS (((MyoPlace[]) { __VA_ARGS__ })), wanted)

/* --- Tests --- */

/* A muscle felt only there before one felt there among other places, before one that only spills over. */
static void
test_order (Fixture       *fixture,
            gconstpointer  user_data)
{
  ASSERT_RANKED (fixture, "focused:right spread:right elsewhere:right", { "shoulder", MYO_SIDE_RIGHT });
  ASSERT_RANKED (fixture, "focused:left spread:left elsewhere:left", { "shoulder", MYO_SIDE_LEFT });
}

/* More places: the muscle that explains all of them comes first, the one that explains one of three last. */
static void
test_recall (Fixture       *fixture,
             gconstpointer  user_data)
{
  ASSERT_RANKED (fixture, "spread:right elsewhere:right focused:right",
                 { "shoulder", MYO_SIDE_RIGHT }, { "arm", MYO_SIDE_RIGHT }, { "hand", MYO_SIDE_RIGHT });
}

static void
test_formula (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GPtrArray) found = rank (fixture, "shoulder", MYO_SIDE_RIGHT);
  const MyoCandidate *focused = g_ptr_array_index (found, 0), *spread = g_ptr_array_index (found, 1);
  double precision = 1 / 3.5;

  g_assert_cmpfloat_with_epsilon (focused->score, 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (spread->score, 5 * precision / (4 * precision + 1), 1e-6);
  g_assert_cmpint (focused->kind, ==, MYO_ZONE_PRIMARY);
  g_assert_cmpint (((MyoCandidate *) g_ptr_array_index (found, 2))->kind, ==, MYO_ZONE_SPILLOVER);
}

static void
test_sides (Fixture       *fixture,
            gconstpointer  user_data)
{
  ASSERT_RANKED (fixture, "crossed:left", { "back", MYO_SIDE_RIGHT });
  ASSERT_RANKED (fixture, "wide:right wide:left", { "loin", MYO_SIDE_LEFT });
  /* a region on the midline has no sides */
  ASSERT_RANKED (fixture, "central:right central:left", { "breastbone", MYO_SIDE_MIDDLE });
  ASSERT_RANKED (fixture, "central:right central:left", { "breastbone", MYO_SIDE_LEFT });
  /* in the middle of a paired region: either side */
  ASSERT_RANKED (fixture, "focused:right focused:left spread:right spread:left elsewhere:right elsewhere:left",
                 { "shoulder", MYO_SIDE_MIDDLE });
}

/* The side tells two equal muscles apart. */
static void
test_side_weight (Fixture       *fixture,
                  gconstpointer  user_data)
{
  ASSERT_RANKED (fixture, "central:right central:left", { "breastbone", MYO_SIDE_MIDDLE }, { "chest", MYO_SIDE_RIGHT });
  ASSERT_RANKED (fixture, "central:left central:right", { "breastbone", MYO_SIDE_MIDDLE }, { "chest", MYO_SIDE_LEFT });
}

static void
test_ties (Fixture       *fixture,
           gconstpointer  user_data)
{
  ASSERT_RANKED (fixture, "omega:right alpha:right beta:right", { "heel", MYO_SIDE_RIGHT });
}

/* One entry for each muscle and side, with the point that explains most. */
static void
test_best_point (Fixture       *fixture,
                 gconstpointer  user_data)
{
  g_autoptr (GPtrArray) found = rank (fixture, "knee", MYO_SIDE_RIGHT);

  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((MyoCandidate *) g_ptr_array_index (found, 0))->point->label, ==, "TrP2");
}

static void
test_repeated (Fixture       *fixture,
               gconstpointer  user_data)
{
  MyoPlace places[] = { { "shoulder", MYO_SIDE_RIGHT }, { "shoulder", MYO_SIDE_RIGHT } };
  g_autoptr (GPtrArray) once = rank (fixture, "shoulder", MYO_SIDE_RIGHT);
  g_autoptr (GPtrArray) twice = myo_finder_rank (fixture->finder, places, 2);

  g_assert_cmpuint (once->len, ==, twice->len);
  for (guint i = 0; i < once->len; i++)
    g_assert_cmpfloat_with_epsilon (((MyoCandidate *) g_ptr_array_index (once, i))->score,
                                    ((MyoCandidate *) g_ptr_array_index (twice, i))->score, 1e-9);
}

static void
test_nothing (Fixture       *fixture,
              gconstpointer  user_data)
{
  g_autoptr (GPtrArray) none = myo_finder_rank (fixture->finder, NULL, 0);
  g_autoptr (GPtrArray) unknown = rank (fixture, "no-such-region", MYO_SIDE_RIGHT);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
}

/* The candidates own their muscles: a list outlives finder and atlas. */
static void
test_ownership (void)
{
  Fixture fixture;
  GPtrArray *found;

  set_up (&fixture, NULL);
  found = rank (&fixture, "heel", MYO_SIDE_LEFT);
  tear_down (&fixture, NULL);
  g_assert_cmpstr (((MyoCandidate *) g_ptr_array_index (found, 0))->muscle->name, ==, "omega");
  g_ptr_array_unref (found);
}

/* --- At a place of the body --- */

static char *
find_at (MyoFinder *finder,
         MyoView    view,
         MyoSide    side,
         double     x,
         double     y)
{
  g_autoptr (GPtrArray) found = myo_finder_at (finder, view, side, x, y);

  return describe (found);
}

static void
assert_at (MyoFinder  *finder,
           MyoView     view,
           MyoSide     side,
           double      x,
           double      y,
           const char *wanted)
{
  g_autofree char *found = find_at (finder, view, side, x, y);

  g_assert_cmpstr (found, ==, wanted);
}

static void
test_at (void)
{
  g_autoptr (MyoAtlas) atlas = myo_atlas_new ();
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();
  g_autoptr (MyoFinder) finder = NULL;

  add_region (atlas, "breastbone", FALSE);
  myo_atlas_add_muscle (atlas, create_muscle ("near", MYO_DEPTH_DEEP, "arm p = front M100 400h50v50h-50z"));
  myo_atlas_add_muscle (atlas, create_muscle ("spill", MYO_DEPTH_SUPERFICIAL, "arm s = front M100 400h50v50h-50z"));
  myo_atlas_add_muscle (atlas, create_muscle ("crossed", MYO_DEPTH_DEEP, "leg p x front M300 1000h50v50h-50z"));
  myo_atlas_add_muscle (atlas, create_muscle ("mid", MYO_DEPTH_DEEP, "breastbone p m front M340 400h40v50h-40z"));
  myo_atlas_add_muscle (atlas, create_muscle ("flank", MYO_DEPTH_DEEP, "hip p = side M100 800h50v50h-50z"));
  finder = myo_finder_new (atlas, drawings);
  assert_at (finder, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 120, 420, "near:right spill:right");
  assert_at (finder, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 600, 420, "near:left spill:left");
  assert_at (finder, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 320, 1020, "crossed:left");
  assert_at (finder, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 345, 420, "mid:right mid:left");
  assert_at (finder, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 375, 420, "mid:right mid:left");
  assert_at (finder, MYO_VIEW_SIDE, MYO_SIDE_RIGHT, 120, 820, "flank:right");
  assert_at (finder, MYO_VIEW_SIDE, MYO_SIDE_LEFT, 120, 820, "flank:left");
  assert_at (finder, MYO_VIEW_BACK, MYO_SIDE_RIGHT, 120, 420, "");
  assert_at (finder, MYO_VIEW_FRONT, MYO_SIDE_RIGHT, 10, 10, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/finder/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("order", test_order);
  ADD ("recall", test_recall);
  ADD ("formula", test_formula);
  ADD ("sides", test_sides);
  ADD ("side-weight", test_side_weight);
  ADD ("ties", test_ties);
  ADD ("best-point", test_best_point);
  ADD ("repeated", test_repeated);
  ADD ("nothing", test_nothing);
  g_test_add_func ("/finder/ownership", test_ownership);
  g_test_add_func ("/finder/at", test_at);
  return g_test_run ();
}
