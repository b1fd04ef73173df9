/* The drawings compiled into the program: what is in them, where it lies, what is picked, what it costs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures-kit.h"

#include <math.h>

/* --- What there is --- */

static void
test_check (void)
{
  g_autoptr (GPtrArray) faults = myo_drawings_list_faults (drawings);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", ((GError *) g_ptr_array_index (faults, i))->message);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_ids (void)
{
  const char * const *ids = myo_drawings_list_ids (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE);

  g_assert_cmpuint (g_strv_length ((char **) ids), >, 20);
  g_assert_true (g_strv_contains (ids, "infraspinatus"));
  g_assert_false (g_strv_contains (ids, "half"));
  g_assert_false (g_strv_contains (ids, "outline"));
  g_assert_true (myo_drawings_has (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus"));
  g_assert_false (myo_drawings_has (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "half"));
  g_assert_false (myo_drawings_has (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "no-such-muscle"));
  g_assert_true (myo_drawings_has (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, "shoulder-front"));
  g_assert_false (myo_drawings_has (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, "inner"));
  g_assert_cmpuint (g_strv_length ((char **) myo_drawings_list_ids (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN)), ==, 0);
}

/* Covered muscles lie below those that cover them. */
static void
test_order (void)
{
  const char * const *ids = myo_drawings_list_ids (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE);
  int below = -1, above = -1;

  for (int i = 0; ids[i] != NULL; i++)
    {
      if (g_str_equal (ids[i], "infraspinatus"))
        below = i;
      if (g_str_equal (ids[i], "trapezius-lower"))
        above = i;
    }
  g_assert_cmpint (below, >=, 0);
  g_assert_cmpint (above, >, below);
}

/* --- Where it is --- */

static void
test_bounds (void)
{
  MyoRect right, left;

  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_RIGHT, &right));
  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", MYO_SIDE_LEFT, &left));
  g_assert_cmpfloat (right.x, >, 360);
  g_assert_cmpfloat (right.x + right.width, <, 620);
  g_assert_cmpfloat (right.y, >, 280);
  g_assert_cmpfloat (right.y + right.height, <, 520);
  g_assert_cmpfloat_with_epsilon (left.x + left.width, 720 - right.x, 1e-6);
  g_assert_cmpfloat_with_epsilon (left.width, right.width, 1e-6);
  g_assert_false (myo_drawings_get_bounds (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, "none", MYO_SIDE_LEFT, &left));
  /* the side view is that of either side */
  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_SIDE, MYO_LAYER_REGIONS, "temple", MYO_SIDE_RIGHT, &right));
  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_SIDE, MYO_LAYER_REGIONS, "temple", MYO_SIDE_LEFT, &left));
  g_assert_cmpfloat (left.x, ==, right.x);
}

/* Every element of every drawing lies within its view, and its box can be told. */
static void
test_all_bounds (void)
{
  for (guint i = 0; i < MYO_N_VIEWS * MYO_N_LAYERS; i++)
    {
      MyoView view = i / MYO_N_LAYERS;
      MyoLayer layer = i % MYO_N_LAYERS;
      const char * const *ids = myo_drawings_list_ids (drawings, view, layer);
      double width, height;

      myo_view_get_size (view, &width, &height);
      for (guint k = 0; ids[k] != NULL; k++)
        {
          MyoRect box;

          g_assert_true (myo_drawings_get_bounds (drawings, view, layer, ids[k], MYO_SIDE_RIGHT, &box));
          if (box.x < -1 || box.y < -1 || box.x + box.width > width + 1 || box.y + box.height > height + 1)
            g_error ("%s %s: %s leaves the view", myo_view_get_nick (view), myo_layer_get_nick (layer), ids[k]);
        }
    }
}

/* --- Picking --- */

/* Somewhere in the box of the element lies a place where it is picked; @x, @y: that place. */
static gboolean
find_place (MyoView     view,
            MyoLayer    layer,
            const char *id,
            double     *x,
            double     *y)
{
  MyoRect box;

  if (!myo_drawings_get_bounds (drawings, view, layer, id, MYO_SIDE_RIGHT, &box))
    return FALSE;
  for (*y = box.y + .25; *y < box.y + box.height; *y += .5)
    for (*x = box.x + .25; *x < box.x + box.width; *x += .5)
      if (g_strcmp0 (myo_drawings_pick (drawings, view, layer, *x, *y), id) == 0)
        return TRUE;
  return FALSE;
}

static void
test_pick (void)
{
  double x, y;

  g_assert_true (find_place (MYO_VIEW_BACK, MYO_LAYER_SURFACE, "infraspinatus", &x, &y));
  g_assert_cmpfloat (x, >, 360);
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE, 720 - x, y), ==, "infraspinatus");
  g_assert_true (find_place (MYO_VIEW_FRONT, MYO_LAYER_REGIONS, "shoulder-front", &x, &y));
  g_assert_cmpfloat (x, <, 360);
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, 720 - x, y), ==, "shoulder-front");
  /* on the skin it is regions that are picked */
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, x, y), ==, "shoulder-front");
  /* the same id is the same string */
  g_assert_true (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SKIN, x, y)
                 == myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, 720 - x, y));
}

/* Beside the body, outside the view, and with numbers that are none. */
static void
test_pick_nothing (void)
{
  static const double places[][2] = { { 2, 2 }, { 718, 2 }, { -1, 500 }, { 721, 500 }, { 300, -1 }, { 300, 1781 }, { 1e300, 0 },
                                      { NAN, 10 }, { 10, INFINITY } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (guint layer = 0; layer < MYO_N_LAYERS; layer++)
      {
        g_autoptr (GPtrArray) inner = myo_drawings_pick_inner (drawings, MYO_VIEW_FRONT, places[i][0], places[i][1]);

        g_assert_null (myo_drawings_pick (drawings, MYO_VIEW_FRONT, layer, places[i][0], places[i][1]));
        g_assert_cmpuint (inner->len, ==, 0);
      }
}

/* Left and right are exact mirror images, cell by cell. */
static void
test_pick_mirrored (void)
{
  for (guint view = MYO_VIEW_FRONT; view <= MYO_VIEW_BACK; view++)
    for (double y = .25; y < 1780; y += 7)
      for (double x = .25; x < 360; x += 3.5)
        g_assert_true (myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y)
                       == myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, 720 - x, y));
}

/* The regions tile the body without a gap: from one edge of the body to the other something is picked at each cell of a row. */
static void
test_pick_gaps (void)
{
  for (guint view = 0; view < MYO_N_VIEWS; view++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      const char * const *ids = myo_drawings_list_ids (drawings, view, MYO_LAYER_REGIONS);
      double width, height;
      guint holes = 0, cells = 0;

      myo_view_get_size (view, &width, &height);
      for (double y = .25; y < height; y += .5)
        for (double x = 1.25; x < width - 1; x += .5)
          {
            const char *id = myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x, y);

            if (id != NULL)
              g_hash_table_add (seen, (char *) id);
            else
              holes += myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x - .5, y) != NULL
                       && myo_drawings_pick (drawings, view, MYO_LAYER_REGIONS, x + .5, y) != NULL;
            cells += id != NULL;
          }
      g_test_message ("%s: %u single holes in %u cells", myo_view_get_nick (view), holes, cells);
      /* half a millimetre between two toes is no gap */
      g_assert_cmpuint (holes, <, 20);
      g_assert_cmpuint (g_hash_table_size (seen), >, g_strv_length ((char **) ids) / 2);
    }
}

static void
test_pick_inner (void)
{
  MyoRect box;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) mirrored = NULL;

  g_assert_true (myo_drawings_get_bounds (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, "eye-behind", MYO_SIDE_RIGHT, &box));
  found = myo_drawings_pick_inner (drawings, MYO_VIEW_FRONT, box.x + box.width / 2, box.y + box.height / 2);
  mirrored = myo_drawings_pick_inner (drawings, MYO_VIEW_FRONT, 720 - box.x - box.width / 2, box.y + box.height / 2);
  g_assert_cmpuint (found->len, >=, 1);
  g_assert_true (g_ptr_array_find_with_equal_func (found, "eye-behind", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (mirrored, "eye-behind", g_str_equal, NULL));
  /* an inner region does not hide the one it lies over */
  g_assert_nonnull (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, box.x + box.width / 2, box.y + box.height / 2));
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_REGIONS, box.x + box.width / 2, box.y + box.height / 2),
                   !=, "eye-behind");
}

/* Each muscle that is listed can be hit somewhere; a few may be wholly below others, as in life. */
static void
test_pick_all (void)
{
  for (guint view = 0; view < MYO_N_VIEWS; view++)
    {
      const char * const *ids = myo_drawings_list_ids (drawings, view, MYO_LAYER_SURFACE);
      guint missed = 0, n = 0;
      double x, y;

      for (; ids[n] != NULL; n++)
        if (!find_place (view, MYO_LAYER_SURFACE, ids[n], &x, &y))
          {
            g_test_message ("%s: %s is never hit", myo_view_get_nick (view), ids[n]);
            missed++;
          }
      g_assert_cmpuint (missed * 10, <=, n);
    }
}

/* --- What it costs --- */

static void
test_cost (void)
{
  g_autoptr (MyoDrawings) fresh = myo_drawings_new ();
  cairo_surface_t *surface;

  g_assert_cmpuint (myo_drawings_get_cost (fresh), ==, 0);
  g_assert_true (myo_drawings_prepare_pick (fresh, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, NULL));
  surface = myo_drawings_render (fresh, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .5, NULL, NULL, NULL);
  cairo_surface_destroy (surface);
  g_test_message ("one layer: %" G_GSIZE_FORMAT " bytes", myo_drawings_get_cost (fresh));
  g_assert_cmpuint (myo_drawings_get_cost (fresh), <, 12u << 20);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  drawings = myo_drawings_new ();
  g_test_add_func ("/drawings-places/check", test_check);
  g_test_add_func ("/drawings-places/ids", test_ids);
  g_test_add_func ("/drawings-places/order", test_order);
  g_test_add_func ("/drawings-places/bounds", test_bounds);
  g_test_add_func ("/drawings-places/all-bounds", test_all_bounds);
  g_test_add_func ("/drawings-places/pick", test_pick);
  g_test_add_func ("/drawings-places/pick-nothing", test_pick_nothing);
  g_test_add_func ("/drawings-places/pick-mirrored", test_pick_mirrored);
  g_test_add_func ("/drawings-places/pick-gaps", test_pick_gaps);
  g_test_add_func ("/drawings-places/pick-inner", test_pick_inner);
  g_test_add_func ("/drawings-places/pick-all", test_pick_all);
  g_test_add_func ("/drawings-places/cost", test_cost);
  result = g_test_run ();
  g_clear_object (&drawings);
  return result;
}
