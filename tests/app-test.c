/* What the application does without a window: its start, its pictures on disk.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "config.h"
#include "myo-atlas-reader.h"
#include "myo-build-id.h"
#include "myo-error.h"
#include "myo-picture-cache.h"
#include "myo-startup.h"

/* The home folders of this program; removed at its end. */
static char *home;

static char *
in_home (const char *first,
         const char *second)
{
  return g_build_filename (home, first, second, NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

/* --- Build id --- */

static void
test_build_id (void)
{
  g_autofree char *id = myo_build_id_get ();
  g_autofree char *again = myo_build_id_get ();

  g_assert_cmpuint (strlen (id), >=, 16);
  g_assert_cmpuint (strspn (id, "0123456789abcdef"), ==, strlen (id));
  g_assert_cmpstr (id, ==, again);
}

/* --- Pictures on disk --- */

/* A picture of the soles in one colour. */
static MyoMapPicture
new_picture (double  scale,
             guchar  shade)
{
  double width, height;
  gsize size;
  guchar *pixels;
  g_autoptr(GBytes) bytes = NULL;
  MyoMapPicture picture = { .scale = scale, .layer = MYO_LAYER_SKIN, .palette = MYO_PALETTE_DARK };

  myo_view_get_size (MYO_VIEW_SOLE, &width, &height);
  size = (gsize) (width * scale) * (gsize) (height * scale) * 4;
  pixels = g_malloc (size);
  memset (pixels, shade, size);
  bytes = g_bytes_new_take (pixels, size);
  picture.texture = gdk_memory_texture_new ((int) (width * scale), (int) (height * scale), GDK_MEMORY_DEFAULT, bytes,
                                            (gsize) (width * scale) * 4);
  return picture;
}

static char *
keep_picture (guchar shade)
{
  MyoMapPicture picture = new_picture (1, shade);

  myo_picture_cache_write (MYO_VIEW_SOLE, &picture);
  g_object_unref (picture.texture);
  return in_home ("cache/myomap", "sole.picture");
}

/* Returns: the shade of the picture that is kept, -1 if there is none */
static int
read_shade (MyoPalette palette,
            double     scale)
{
  cairo_surface_t *surface = myo_picture_cache_read (MYO_VIEW_SOLE, MYO_LAYER_SKIN, palette, scale);
  int shade;

  if (surface == NULL)
    return -1;
  shade = cairo_image_surface_get_data (surface)[4 * 140 * 300 - 1];
  cairo_surface_destroy (surface);
  return shade;
}

static void
test_cache_keeps (void)
{
  g_autofree char *path = keep_picture (77);

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (read_shade (MYO_PALETTE_DARK, 1), ==, 77);
  g_assert_cmpint (read_shade (MYO_PALETTE_LIGHT, 1), ==, -1);
  g_assert_cmpint (read_shade (MYO_PALETTE_DARK, 1.5), ==, -1);
  g_assert_null (myo_picture_cache_read (MYO_VIEW_SOLE, MYO_LAYER_DEEP, MYO_PALETTE_DARK, 1));
  g_assert_null (myo_picture_cache_read (MYO_VIEW_FRONT, MYO_LAYER_SKIN, MYO_PALETTE_DARK, 1));
}

/* What is cut off, of another build or no picture at all is as good as none, and is replaced. */
static void
test_cache_damaged (void)
{
  g_autofree char *path = keep_picture (77);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) length - 1, NULL));
  g_assert_cmpint (read_shade (MYO_PALETTE_DARK, 1), ==, -1);
  contents[10] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  g_assert_cmpint (read_shade (MYO_PALETTE_DARK, 1), ==, -1);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_cmpint (read_shade (MYO_PALETTE_DARK, 1), ==, -1);
  g_free (keep_picture (78));
  g_assert_cmpint (read_shade (MYO_PALETTE_DARK, 1), ==, 78);
}

/* The one that is kept is not written again. */
static void
test_cache_unchanged (void)
{
  g_autofree char *path = keep_picture (77);
  GStatBuf before, after;

  g_assert_cmpint (g_stat (path, &before), ==, 0);
  g_free (keep_picture (77));
  g_assert_cmpint (g_stat (path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
}

/* A picture that is not the whole view is not kept; nor is one where there is no room for it. */
static void
test_cache_refuses (void)
{
  g_autofree char *path = in_home ("cache/myomap", "sole.picture"), *folder = in_home ("cache/myomap", NULL);
  MyoMapPicture picture = new_picture (1, 77);

  g_remove (path);
  picture.scale = 2;
  myo_picture_cache_write (MYO_VIEW_SOLE, &picture);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  picture.scale = 1;
  remove_all (folder);
  g_assert_true (g_file_set_contents (folder, "no folder", -1, NULL));
  myo_picture_cache_write (MYO_VIEW_SOLE, &picture);
  g_assert_cmpint (read_shade (MYO_PALETTE_DARK, 1), ==, -1);
  g_remove (folder);
  g_object_unref (picture.texture);
}

/* --- Start --- */

static MyoAtlas *
take_atlas (MyoStartup  *startup,
            GPtrArray  **problems,
            GError     **error)
{
  g_assert_true (myo_atlas_reading_wait (myo_startup_get_reading (startup), 60 * G_TIME_SPAN_SECOND));
  return myo_atlas_reading_take (myo_startup_get_reading (startup), problems, error);
}

static void
test_startup_paints (void)
{
  g_autoptr(MyoStartup) startup = myo_startup_begin (MYO_LAYER_SURFACE, MYO_PALETTE_LIGHT, .2, myo_atlas_load_packs);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(MyoAtlas) atlas = take_atlas (startup, &problems, &error);
  MyoFirstPicture *pictures = myo_startup_take_pictures (startup);

  g_assert_no_error (error);
  g_assert_nonnull (myo_atlas_get_muscle (atlas, "infraspinatus"));
  g_assert_null (problems);
  g_assert_nonnull (myo_startup_get_drawings (startup));
  for (int v = 0; v < MYO_N_VIEWS; v++)
    {
      double width, height;

      g_assert_cmpint (pictures[v].view, ==, v);
      if (v == MYO_VIEW_SOLE)
        {
          g_assert_null (pictures[v].surface);
          continue;
        }
      myo_view_get_size ((MyoView) v, &width, &height);
      g_assert_cmpfloat (pictures[v].scale, ==, myo_drawings_snap_scale ((MyoView) v, .2));
      g_assert_cmpint (cairo_image_surface_get_width (pictures[v].surface), >=, (int) (width * pictures[v].scale));
      cairo_surface_destroy (pictures[v].surface);
    }
}

/* A bad pack of the person's own is told, and the rest is there. */
static void
test_startup_packs (void)
{
  g_autofree char *folder = in_home ("data/myomap", "atlas"), *bad = g_build_filename (folder, "bad.xml", NULL);
  g_autoptr(MyoStartup) startup = NULL;
  g_autoptr(GPtrArray) problems = NULL;
  g_autoptr(MyoAtlas) atlas = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (bad, "<atlas>", -1, NULL));
  startup = myo_startup_begin (MYO_LAYER_SKIN, MYO_PALETTE_DARK, 0, myo_atlas_load_packs);
  atlas = take_atlas (startup, &problems, NULL);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_nonnull (myo_atlas_get_muscle (atlas, "infraspinatus"));
  for (int v = 0; v < MYO_N_VIEWS; v++)
    g_assert_null (myo_startup_take_pictures (startup)[v].surface);
  remove_all (folder);
}

/* Ended before anything of it was taken. */
static void
test_startup_abandoned (void)
{
  myo_startup_free (myo_startup_begin (MYO_LAYER_SKIN, MYO_PALETTE_HIGH_CONTRAST, 0, myo_atlas_load_packs));
  while (myo_atlas_reading_is_any_left ())
    g_thread_yield ();
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *cache = NULL, *data = NULL;
  int status;

  home = g_dir_make_tmp ("myomap-app-XXXXXX", NULL);
  cache = in_home ("cache", NULL);
  data = in_home ("data", NULL);
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/build-id/digits", test_build_id);
  g_test_add_func ("/picture-cache/keeps", test_cache_keeps);
  g_test_add_func ("/picture-cache/damaged", test_cache_damaged);
  g_test_add_func ("/picture-cache/unchanged", test_cache_unchanged);
  g_test_add_func ("/picture-cache/refuses", test_cache_refuses);
  g_test_add_func ("/startup/paints", test_startup_paints);
  g_test_add_func ("/startup/packs", test_startup_packs);
  g_test_add_func ("/startup/abandoned", test_startup_abandoned);
  status = g_test_run ();
  remove_all (home);
  g_free (home);
  return status;
}
