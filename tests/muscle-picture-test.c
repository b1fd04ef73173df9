/* The picture of a muscle as a file: its size, its sides, its views, whole or not there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "files-kit.h"

#include <cairo.h>
#include <locale.h>

#include "myo-atlas-reader.h"
#include "myo-muscle-picture.h"

#define HEIGHT 300

static MyoAtlas *atlas;
static MyoDrawings *drawings;

static MyoMusclePicture
new_picture (const char *id,
             MyoSide     side,
             guint       views)
{
  MyoMuscle *muscle = myo_atlas_get_muscle (atlas, id);

  g_assert_nonnull (muscle);
  return (MyoMusclePicture) { drawings, muscle, side, views, HEIGHT };
}

static void
write_picture (const MyoMusclePicture *picture,
               const char             *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (myo_muscle_picture_write (picture, path, &error));
  g_assert_no_error (error);
}

/* Returns: (transfer full): what was written as pixels */
static cairo_surface_t *
draw_picture (const MyoMusclePicture *picture)
{
  g_autofree char *path = name_file ("muscle.png");
  cairo_surface_t *surface;

  write_picture (picture, path);
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, HEIGHT);
  g_assert_cmpint (g_remove (path), ==, 0);
  return surface;
}

/* How many pixels between two rows differ. */
static guint
count_changed (cairo_surface_t *one,
               cairo_surface_t *other)
{
  int width = cairo_image_surface_get_width (one), stride = cairo_image_surface_get_stride (one);
  guint n = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (other));
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < width; x++)
      n += memcmp (cairo_image_surface_get_data (one) + y * stride + x * 4,
                   cairo_image_surface_get_data (other) + y * stride + x * 4, 3) != 0;
  return n;
}

static void
test_sides (void)
{
  MyoMusclePicture picture = new_picture ("infraspinatus", MYO_SIDE_RIGHT, 0);
  cairo_surface_t *right, *left, *again;

  open_folder ();
  right = draw_picture (&picture);
  again = draw_picture (&picture);
  picture.side = MYO_SIDE_LEFT;
  left = draw_picture (&picture);
  g_assert_cmpuint (count_changed (right, again), ==, 0);
  g_assert_cmpuint (count_changed (right, left), >, 500);
  cairo_surface_destroy (right);
  cairo_surface_destroy (left);
  cairo_surface_destroy (again);
  close_folder ();
}

/* Soles are shown when a muscle of the foot is asked for, and each view alone takes less room. */
static void
test_views (void)
{
  MyoMusclePicture picture = new_picture ("flexor-hallucis-brevis", MYO_SIDE_LEFT, 0);
  cairo_surface_t *chosen, *one;
  int width = 0;

  open_folder ();
  chosen = draw_picture (&picture);
  for (MyoView view = 0; view < MYO_N_VIEWS; view++)
    {
      picture.views = 1u << view;
      one = draw_picture (&picture);
      g_assert_cmpint (cairo_image_surface_get_width (one), <, cairo_image_surface_get_width (chosen));
      if (view != MYO_VIEW_SIDE)
        width += cairo_image_surface_get_width (one);
      cairo_surface_destroy (one);
    }
  /* Beside each other they share the margins between them. */
  g_assert_cmpint (cairo_image_surface_get_width (chosen), <, width);
  g_assert_cmpint (cairo_image_surface_get_width (chosen), >, width - HEIGHT / 5);
  cairo_surface_destroy (chosen);
  close_folder ();
}

static void
test_formats (void)
{
  MyoMusclePicture picture = new_picture ("infraspinatus", MYO_SIDE_RIGHT, 1u << MYO_VIEW_BACK);
  g_autofree char *svg = NULL, *pdf = NULL, *text = NULL;

  open_folder ();
  svg = name_file ("muscle.SVG");
  pdf = name_file ("muscle.pdf");
  write_picture (&picture, svg);
  g_assert_true (g_file_get_contents (svg, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "height=\"300px\""));
  check_file (svg, "<?xml", 5000);
  write_picture (&picture, pdf);
  check_file (pdf, "%PDF", 5000);
  close_folder ();
}

static void
refuse_picture (const MyoMusclePicture *picture,
                const char             *path,
                GQuark                  domain)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (myo_muscle_picture_write (picture, path, &error));
  check_told (error, path);
  g_assert_true (error->domain == domain);
}

static void
test_refused (void)
{
  MyoMusclePicture picture = new_picture ("infraspinatus", MYO_SIDE_RIGHT, 1u << MYO_VIEW_BACK);
  g_autofree char *other = NULL, *nowhere = NULL, *path = NULL;

  open_folder ();
  other = name_file ("muscle.jpg");
  nowhere = name_file ("none/muscle.png");
  path = name_file ("muscle.png");
  refuse_picture (&picture, other, G_IO_ERROR);
  refuse_picture (&picture, nowhere, G_FILE_ERROR);
  put_old_file (path);
  limit_files (1024);
  refuse_picture (&picture, path, G_FILE_ERROR);
  limit_files (RLIM_INFINITY);
  check_old_file (path);
  close_folder ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  atlas = myo_atlas_read_builtin (&error);
  g_assert_no_error (error);
  drawings = myo_drawings_new ();
  g_test_add_func ("/muscle-picture/sides", test_sides);
  g_test_add_func ("/muscle-picture/views", test_views);
  g_test_add_func ("/muscle-picture/formats", test_formats);
  g_test_add_func ("/muscle-picture/refused", test_refused);
  status = g_test_run ();
  g_object_unref (drawings);
  g_object_unref (atlas);
  return status;
}
