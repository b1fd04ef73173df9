/* Pain drawings saved and opened again: whole or not at all, for their owner alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "myo-error.h"
#include "pain-file-kit.h"

typedef struct
{
  char  *folder;
  GFile *file;
} Kit;

static void
set_up (Kit           *kit,
        gconstpointer  unused)
{
  g_autofree char *path = NULL;

  kit->folder = g_dir_make_tmp ("myomap-pain-XXXXXX", NULL);
  path = g_build_filename (kit->folder, "my pain 100%.xml", NULL);
  kit->file = g_file_new_for_path (path);
}

static void
tear_down (Kit           *kit,
           gconstpointer  unused)
{
  g_remove (g_file_peek_path (kit->file));
  g_assert_cmpint (g_rmdir (kit->folder), ==, 0);
  g_object_unref (kit->file);
  g_free (kit->folder);
}

static void
test_save_and_load (Kit           *kit,
                    gconstpointer  unused)
{
  for (guint n = 1; n <= 40; n += 13)
    {
      g_autoptr(MyoPainDrawing) drawing = make_scribble (n, 20, TRUE);
      g_autoptr(MyoPainDrawing) back = NULL;
      g_autoptr(GError) error = NULL;
      GStatBuf status;

      g_assert_true (myo_pain_file_save (drawing, kit->file, &error));
      g_assert_no_error (error);
      back = myo_pain_file_load (kit->file, atlas, &error);
      g_assert_no_error (error);
      g_assert_true (myo_pain_drawing_equal (drawing, back));
      g_assert_cmpint (g_stat (g_file_peek_path (kit->file), &status), ==, 0);
      g_assert_cmpint (status.st_mode & 0777, ==, 0600);
    }
}

static void
save_region (GFile           *file,
             const MyoRegion *region,
             MyoSide          side)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autoptr(MyoPainDrawing) back = NULL;

  myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_BRUSH, region->id, side, 7, MYO_QUALITY_TINGLING));
  g_assert_true (myo_pain_file_save (drawing, file, NULL));
  back = myo_pain_file_load (file, atlas, NULL);
  g_assert_true (myo_pain_drawing_equal (drawing, back));
  g_assert_cmpint (get_stroke (back, 0)->side, ==, side);
}

static void
test_save_regions (Kit           *kit,
                   gconstpointer  unused)
{
  GPtrArray *regions = myo_atlas_get_regions (atlas);

  g_assert_cmpuint (regions->len, >, 100);
  for (guint i = 0; i < regions->len; i++)
    {
      const MyoRegion *region = g_ptr_array_index (regions, i);

      save_region (kit->file, region, region->paired ? MYO_SIDE_LEFT : MYO_SIDE_MIDDLE);
      if (region->paired)
        save_region (kit->file, region, MYO_SIDE_RIGHT);
    }
}

/* Whatever can be painted can be saved and opened again. */
static void
test_save_as_much_as_there_can_be (Kit           *kit,
                                   gconstpointer  unused)
{
  g_autoptr(MyoPainDrawing) biggest = make_biggest (), back = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (myo_pain_file_save (biggest, kit->file, &error));
  g_assert_no_error (error);
  back = myo_pain_file_load (kit->file, atlas, &error);
  g_assert_no_error (error);
  g_assert_true (myo_pain_drawing_equal (biggest, back));
}

static void
test_save_nowhere (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/at/all/pain.xml");
  g_autoptr(MyoPainDrawing) drawing = make_scribble (1, 1, TRUE);
  g_autoptr(GError) error = NULL;

  g_assert_false (myo_pain_file_save (drawing, file, &error));
  g_assert_nonnull (error);
}

static void
assert_not_loaded (const char *path,
                   const char *sentence)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_null (myo_pain_file_load (file, atlas, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_PAIN_DRAWING);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, sentence));
}

static void
test_load_what_is_none (void)
{
  assert_not_loaded ("/nowhere/at/all/pain.xml", "pain.xml:0: The file cannot be read");
  assert_not_loaded (g_get_tmp_dir (), ":0: The file cannot be read");
  assert_not_loaded ("/dev/null", "null:0: The file is empty.");
  assert_not_loaded ("/dev/zero", "zero:0: The file is larger than 4 MiB.");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  load_atlas ();

  g_test_add ("/pain-file-save/save-and-load", Kit, NULL, set_up, test_save_and_load, tear_down);
  g_test_add ("/pain-file-save/regions", Kit, NULL, set_up, test_save_regions, tear_down);
  g_test_add ("/pain-file-save/too-much", Kit, NULL, set_up, test_save_as_much_as_there_can_be, tear_down);
  g_test_add_func ("/pain-file-save/nowhere", test_save_nowhere);
  g_test_add_func ("/pain-file-save/load-what-is-none", test_load_what_is_none);
  result = g_test_run ();
  free_atlas ();
  return result;
}
