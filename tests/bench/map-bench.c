/* How long the map takes: to tell what was clicked, to show it, to be crisp again.
 *
 * A click is what happens on the main thread when a trigger point is chosen: the highlight of its muscle and all of its zones in the
 * view on show, at the scale of a window on a screen with doubled pixels.  Every point of the atlas is clicked in every view that
 * shows its muscle or a zone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bench.h"
#include "myo-atlas-reader.h"
#include "myo-drawings.h"

/* Pixels per mm of a view that fits a window, and the same on a screen with doubled pixels. */
#define FIT_SCALE   .5
#define CLICK_SCALE (FIT_SCALE * 2)

/* The window's side for the zoomed pictures, pixels. */
#define WINDOW 900.0

#define N_CLICK_ROUNDS 5
#define N_RENDERS 5

/* --- Picking --- */

static void
bench_pick (MyoDrawings *drawings)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double start = bench_now_ms (), (*places)[2] = g_malloc (sizeof (double[2]) * 100000);
  guint hits = 0;

  myo_drawings_prepare_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, NULL);
  bench_print ("pick-map-build", bench_now_ms () - start, "ms", 0);
  for (guint i = 0; i < 100000; i++)
    {
      places[i][0] = g_rand_double_range (rand, 0, 720);
      places[i][1] = g_rand_double_range (rand, 0, 1780);
    }
  start = bench_now_ms ();
  for (guint k = 0; k < 10; k++)
    for (guint i = 0; i < 100000; i++)
      hits += myo_drawings_pick (drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, places[i][0], places[i][1]) != NULL;
  bench_print ("pick", (bench_now_ms () - start) / 1000, "µs", 0);
  g_assert_cmpuint (hits, >, 0);
  g_free (places);
}

/* --- Clicks --- */

static guint
collect_zones (const MyoTriggerPoint *point,
               MyoZonePaint          *paints,
               guint                  max)
{
  guint n = MIN (point->zones->len, max);

  for (guint i = 0; i < n; i++)
    paints[i] = (MyoZonePaint) { g_ptr_array_index (point->zones, i), FALSE };
  return n;
}

/* Returns whether there was anything to show; @ms: what it took. */
static gboolean
click (MyoDrawings           *drawings,
       MyoView                view,
       const char            *muscle,
       const MyoTriggerPoint *point,
       double                *ms)
{
  MyoZonePaint paints[32];
  guint n = collect_zones (point, paints, G_N_ELEMENTS (paints));
  double start = bench_now_ms ();
  MyoRect part = { 0 }, box;
  cairo_surface_t *zones, *highlight;

  myo_view_get_size (view, &part.width, &part.height);
  highlight = myo_drawings_render_highlight (drawings, view, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, muscle, CLICK_SCALE, &box);
  zones = myo_drawings_render_zones (drawings, view, MYO_PALETTE_LIGHT, paints, n, CLICK_SCALE, &part, NULL);
  *ms = bench_now_ms () - start;
  g_clear_pointer (&highlight, cairo_surface_destroy);
  if (zones == NULL)
    return FALSE;
  cairo_surface_destroy (zones);
  return TRUE;
}

static void
click_muscle (MyoDrawings *drawings,
              MyoMuscle   *muscle,
              GArray      *samples)
{
  for (guint i = 0; i < muscle->points->len; i++)
    for (guint view = 0; view < MYO_N_VIEWS; view++)
      {
        double ms;

        if (click (drawings, view, muscle->id, g_ptr_array_index (muscle->points, i), &ms))
          g_array_append_val (samples, ms);
      }
}

static void
bench_clicks (MyoDrawings *drawings,
              MyoAtlas    *atlas)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  GPtrArray *muscles = myo_atlas_get_muscles (atlas);

  for (guint view = 0; view < MYO_N_VIEWS; view++)
    myo_drawings_list_ids (drawings, view, MYO_LAYER_SURFACE);
  for (guint round = 0; round < N_CLICK_ROUNDS; round++)
    for (guint i = 0; i < muscles->len; i++)
      click_muscle (drawings, g_ptr_array_index (muscles, i), samples);
  bench_print ("click-median", bench_get_quantile (samples, .5), "ms", 0);
  bench_print ("click-p99", bench_get_quantile (samples, .99), "ms", 0);
}

/* --- Ten times as many shapes --- */

/* Every muscle ten times, each time with an id of its own. */
static char *
multiply (const char *svg)
{
  g_autoptr (GRegex) muscle = g_regex_new ("<g id=\"[^\"]*\" class=\"muscle\">.*?</g>", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *all = g_string_new (NULL);
  int from = 0, start, end;

  for (g_regex_match (muscle, svg, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_match_info_fetch_pos (match, 0, &start, &end);
      g_string_append_len (all, svg + from, start - from);
      for (guint i = 0; i < 9; i++)
        g_string_append_printf (all, "<g id=\"copy%u-%.*s\n", i, end - start - 7, svg + start + 7);
      g_string_append_len (all, svg + start, end - start);
      from = end;
    }
  g_string_append (all, svg + from);
  return g_string_free (all, FALSE);
}

static void
copy_drawing (const char *folder,
              const char *name,
              gboolean    tenfold)
{
  g_autofree char *resource = g_strconcat (RESOURCE_PATH "/svg/", name, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *written = tenfold ? multiply (text) : g_strdup (text);

  g_file_set_contents (path, written, -1, NULL);
}

static void
remove_drawing (const char *folder,
                const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

/* The median time of a click on each muscle of the back in turn, with a pattern of four zones. */
static double
measure_back (MyoDrawings       *drawings,
              const char * const *ids,
              MyoMuscle         *muscle)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));
  const MyoTriggerPoint *point = g_ptr_array_index (muscle->points, 0);
  double ms;

  for (guint round = 0; round < N_CLICK_ROUNDS; round++)
    for (guint i = 0; ids[i] != NULL; i++)
      {
        click (drawings, MYO_VIEW_BACK, ids[i], point, &ms);
        g_array_append_val (samples, ms);
      }
  return bench_get_quantile (samples, .5);
}

static void
bench_tenfold (MyoDrawings *drawings,
               MyoAtlas    *atlas)
{
  const char * const *ids = myo_drawings_list_ids (drawings, MYO_VIEW_BACK, MYO_LAYER_SURFACE);
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, "infraspinatus");
  g_autofree char *path = g_dir_make_tmp ("myomap-bench-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (MyoDrawings) many = myo_drawings_new_for_folder (folder);
  double one, ten;

  copy_drawing (path, "back-skin.svg", FALSE);
  copy_drawing (path, "back-surface.svg", TRUE);
  g_assert_cmpuint (g_strv_length ((char **) myo_drawings_list_ids (many, MYO_VIEW_BACK, MYO_LAYER_SURFACE)), ==,
                    10 * g_strv_length ((char **) ids));
  one = measure_back (drawings, ids, muscle);
  ten = measure_back (many, ids, muscle);
  bench_print ("click-ten-times-the-shapes", ten, "ms", ten / one);
  remove_drawing (path, "back-skin.svg");
  remove_drawing (path, "back-surface.svg");
  g_rmdir (path);
}

/* --- Whole pictures --- */

static void
bench_render (MyoDrawings   *drawings,
              const char    *name,
              MyoView        view,
              MyoLayer       layer,
              double         scale,
              const MyoRect *part)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < N_RENDERS; i++)
    {
      double start = bench_now_ms (), ms;

      cairo_surface_destroy (myo_drawings_render (drawings, view, layer, MYO_PALETTE_LIGHT, scale, part, NULL, NULL));
      ms = bench_now_ms () - start;
      g_array_append_val (samples, ms);
    }
  bench_print (name, bench_get_quantile (samples, .5), "ms", 0);
}

/* To 2× the whole view, beyond it what a window shows, about the shoulder. */
static void
bench_crisp (MyoDrawings *drawings)
{
  for (guint zoom = 1; zoom <= 8; zoom *= 2)
    {
      g_autofree char *name = g_strdup_printf ("crisp-after-zoom-%ux", zoom);
      double scale = FIT_SCALE * zoom, side = WINDOW / scale;
      MyoRect part = { 230 - side / 2, 350 - side / 3, side, side };

      bench_render (drawings, name, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, scale, zoom > 2 ? &part : NULL);
    }
}

static void
bench_first_picture (void)
{
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();
  double start = bench_now_ms ();

  cairo_surface_destroy (myo_drawings_render (drawings, MYO_VIEW_FRONT, MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, FIT_SCALE, NULL, NULL, NULL));
  bench_print ("first-picture", bench_now_ms () - start, "ms", 0);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (&error);
  g_autoptr (MyoDrawings) drawings = myo_drawings_new ();

  if (atlas == NULL)
    g_error ("%s", error->message);
  bench_first_picture ();
  bench_pick (drawings);
  bench_clicks (drawings, atlas);
  bench_tenfold (drawings, atlas);
  bench_crisp (drawings);
  bench_render (drawings, "whole-view-surface", MYO_VIEW_BACK, MYO_LAYER_SURFACE, CLICK_SCALE, NULL);
  bench_render (drawings, "whole-view-skin", MYO_VIEW_FRONT, MYO_LAYER_SKIN, CLICK_SCALE, NULL);
  bench_print ("drawings-memory", (double) myo_drawings_get_cost (drawings) / (1 << 20), "MiB", 0);
  return 0;
}
