/* Drawings that are named at the start, or at a second start.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "program-kit.h"

#include "remote-kit.h"

/* --- Drawings --- */

static MyoPainDrawing *
make_drawing (int intensity)
{
  MyoPainDrawing *drawing = myo_pain_drawing_new ();

  myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_BRUSH, "temple", MYO_SIDE_LEFT, intensity, MYO_QUALITY_ACHE));
  return drawing;
}

static char *
save_file (const char *name, int intensity)
{
  g_autoptr (MyoPainDrawing) drawing = make_drawing (intensity);
  char *path = name_file (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (myo_pain_file_save (drawing, file, NULL));
  return path;
}

static MyoPainDrawing *
get_drawing (MyoWindow *window)
{
  return myo_pain_study_get_drawing (get_study (window));
}

static gboolean
shows (MyoWindow *window, int intensity)
{
  g_autoptr (MyoPainDrawing) drawing = make_drawing (intensity);

  return myo_pain_drawing_equal (get_drawing (window), drawing);
}

/* --- At the start --- */

static void
see_and_quit (MyoWindow *window)
{
  ui_wait_until (shows (window, 3));
  quit (window);
}

static void
test_path (void)
{
  g_autofree char *path = NULL;

  set_up_folders ();
  path = save_file ("pain one.xml", 3);
  run_program_with (path, see_and_quit);
  tear_down_folders ();
}

static void
test_uri (void)
{
  g_autofree char *path = NULL, *uri = NULL;

  set_up_folders ();
  path = save_file ("pain one.xml", 3);
  uri = g_strconcat ("remote://", path, NULL);
  run_program_with (uri, see_and_quit);
  tear_down_folders ();
}

static void
read_and_quit (MyoWindow *window)
{
  ui_wait_until (ui_reads (window, "A pain drawing could not be read"));
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (window)));
  quit (window);
}

static void
test_missing (void)
{
  g_autofree char *path = NULL;

  set_up_folders ();
  path = name_file ("none.xml");
  run_program_with (path, read_and_quit);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  tear_down_folders ();
}

static void
test_no_drawing (void)
{
  g_autofree char *path = NULL;

  set_up_folders ();
  path = name_file ("other.xml");
  g_assert_true (g_file_set_contents (path, "<atlas/>", -1, NULL));
  run_program_with (path, read_and_quit);
  tear_down_folders ();
}

/* What was painted last time can be had back. */
static gboolean
undo_to (MyoWindow *window, int intensity)
{
  if (!shows (window, intensity) && myo_pain_desk_can_undo (window->pain))
    myo_pain_desk_undo (window->pain);
  return shows (window, intensity);
}

static void
see_and_undo (MyoWindow *window)
{
  ui_wait_until (shows (window, 3));
  ui_wait_until (undo_to (window, 8));
  quit (window);
}

static void
test_over_the_draft (void)
{
  g_autoptr (MyoPainDrawing) draft = make_drawing (8);
  g_autofree char *text = myo_pain_file_format (draft), *path = NULL;

  set_up_folders ();
  path = save_file ("pain.xml", 3);
  kit_new_store (&kit);
  kit_must_open (&kit);
  kit_save_draft (&kit, text, NULL);
  g_clear_object (&kit.store);
  run_program_with (path, see_and_undo);
  tear_down_folders ();
}

/* --- While it runs --- */

/* As a second start has it done, by way of the session bus. */
static void
open_two_and_quit (MyoWindow *window)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
  g_autofree char *one = save_file ("one.xml", 3), *two = save_file ("two.xml", 5);
  g_autoptr (GFile) first = g_file_new_for_path (one);
  g_autoptr (GFile) second = g_file_new_for_path (two);
  GFile *files[] = { first, second };

  myo_pain_drawing_add (get_drawing (window), myo_stroke_new_region (MYO_STROKE_BRUSH, "temple", MYO_SIDE_RIGHT, 9, MYO_QUALITY_ACHE));
  g_application_open (application, files, 2, "");
  ui_wait_until (shows (window, 3));
  ui_wait_until (ui_reads (window, "1 other file was not opened"));
  g_assert_true (program_find_window (application) == window);
  myo_pain_desk_undo (window->pain);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (window))->len, ==, 1);
  g_assert_false (shows (window, 3));
  quit (window);
}

static void
test_second_start (void)
{
  set_up_folders ();
  run_program (open_two_and_quit);
  tear_down_folders ();
}

int
main (int argc, char *argv[])
{
  program_init (&argc, &argv);
  remote_start ();
  g_test_add_func ("/command-line/path", test_path);
  g_test_add_func ("/command-line/uri", test_uri);
  g_test_add_func ("/command-line/missing", test_missing);
  g_test_add_func ("/command-line/no-drawing", test_no_drawing);
  g_test_add_func ("/command-line/over-the-draft", test_over_the_draft);
  g_test_add_func ("/command-line/second-start", test_second_start);
  return g_test_run ();
}
