/* Drawings with shapes that have no place: empty, a single move, no numbers, scaled to nothing.  Nothing waits for them to get one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "body-map-kit.h"

/* More turns than a map of six shapes has work for */
#define MANY_TURNS 5000

#define REGION(id, rest) "<path id=\"" id "\" class=\"region\" " rest "/>"
#define MUSCLE(id, rest) "<g id=\"" id "\" class=\"muscle\"><path class=\"belly\" " rest "/></g>"

static const char regions[] =
  REGION ("acromion", "d=\"M100 300h60v60h-60z\"") REGION ("temple", "d=\"\"") REGION ("occiput", "d=\"M10 10\"") REGION ("forehead", "")
  REGION ("ear", "d=\"Mnan nanLinf 1e999\"") REGION ("cheek", "transform=\"scale(0)\" d=\"M100 300h60v60h-60z\"");

static const char muscles[] =
  MUSCLE ("deltoid", "d=\"M100 300h60v60h-60z\"") MUSCLE ("temporalis", "d=\"\"") MUSCLE ("masseter", "d=\"M10 10\"") MUSCLE ("soleus", "")
  MUSCLE ("infraspinatus", "d=\"M,,\"") "<g id=\"trapezius\" class=\"muscle\"></g>";

static const char * const ids[] = {
  "acromion", "temple", "occiput", "forehead", "ear", "cheek", "deltoid", "temporalis", "masseter", "soleus", "infraspinatus", "trapezius",
};

/* --- A folder of drawings --- */

static char *folder;

static char *
get_path (MyoView  view,
          MyoLayer layer)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.svg", myo_view_get_nick (view), myo_layer_get_nick (layer));

  return g_build_filename (folder, name, NULL);
}

static void
write_drawing (MyoView  view,
               MyoLayer layer)
{
  const char *skin = "<path id=\"outline\" class=\"skin\" d=\"M0 0h140v300h-140z\"/>";
  const char *content = layer == MYO_LAYER_SKIN ? skin : layer == MYO_LAYER_REGIONS ? regions : muscles;
  g_autofree char *path = get_path (view, layer), *text = NULL;
  double width, height;

  myo_view_get_size (view, &width, &height);
  text = g_strdup_printf ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\"><g id=\"half\">%s</g></svg>",
                          (int) width, (int) height, content);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static MyoDrawings *
make_drawings (void)
{
  g_autoptr(GFile) file = NULL;

  folder = g_dir_make_tmp ("myomap-shapes-XXXXXX", NULL);
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    for (MyoLayer layer = 0; layer < MYO_N_LAYERS; layer++)
      write_drawing (view, layer);
  file = g_file_new_for_path (folder);
  return myo_drawings_new_for_folder (file);
}

static void
remove_folder (void)
{
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    for (MyoLayer layer = 0; layer < MYO_N_LAYERS; layer++)
      {
        g_autofree char *path = get_path (view, layer);

        g_remove (path);
      }
  g_rmdir (folder);
  g_free (folder);
}

/* --- Tests --- */

/* Whatever layer is shown, the map comes to rest, with the shapes that have a place for children. */
static void
test_populate (void)
{
  g_autoptr(MyoDrawings) drawings = make_drawings ();
  g_autoptr(MyoSelection) selection = myo_selection_new ();
  MyoBodyMap *map = g_object_new (MYO_TYPE_BODY_MAP, NULL);

  myo_body_map_set_model (map, drawings, ui_get_atlas (), selection);
  ui_show (map, MAP_WIDTH, MAP_HEIGHT);
  for (MyoLayer layer = MYO_LAYER_SKIN; layer <= MYO_LAYER_DEEP; layer++)
    {
      guint turns = 0;

      myo_body_map_set_layer (map, layer);
      while (turns < MANY_TURNS && g_main_context_iteration (NULL, FALSE))
        turns++;
      g_assert_cmpuint (turns, <, MANY_TURNS);
      g_assert_cmpuint (ui_count_type (map, MYO_TYPE_MAP_TARGET), ==, 2);
    }
  ui_close (map);
  remove_folder ();
}

/* Asked for one by one they have no bounds and no picture, and nothing is picked. */
static void
test_alone (void)
{
  g_autoptr(MyoDrawings) drawings = make_drawings ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (MyoLayer layer = MYO_LAYER_SURFACE; layer <= MYO_LAYER_REGIONS; layer++)
      {
        gboolean placed = g_str_equal (ids[i], layer == MYO_LAYER_REGIONS ? "acromion" : "deltoid");
        MyoRect box = { 0 };
        cairo_surface_t *picture = myo_drawings_render_highlight (drawings, MYO_VIEW_FRONT, layer, MYO_PALETTE_LIGHT, ids[i], 2, &box);

        g_test_message ("%s", ids[i]);
        g_assert_cmpint (picture != NULL, ==, placed);
        g_assert_cmpint (myo_drawings_get_bounds (drawings, MYO_VIEW_FRONT, layer, ids[i], MYO_SIDE_LEFT, &box), ==, placed);
        g_clear_pointer (&picture, cairo_surface_destroy);
      }
  g_assert_cmpstr (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, 130, 330), ==, "deltoid");
  g_assert_null (myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, 10, 10));
  remove_folder ();
}

int
main (int   argc,
      char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/empty-shapes/populate", test_populate);
  g_test_add_func ("/empty-shapes/alone", test_alone);
  return g_test_run ();
}
