/* The pain desk: painting, a new drawing, files of every format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pain-desk-kit.h"

/* --- Painting --- */

static void
test_paint (Fixture *f, gconstpointer unused)
{
  MyoPainTool *tool = myo_pain_desk_get_tool (f->desk);

  g_assert_cmpint (myo_pain_tool_get_kind (tool), ==, MYO_PAIN_TOOL_HAND);
  g_assert_false (myo_pain_desk_can_export (f->desk));
  g_assert_false (myo_pain_desk_can_clear (f->desk));
  myo_way_choose_muscle (f->way, myo_atlas_get_muscle (atlas, "infraspinatus"));
  myo_pain_desk_paint (f->desk);
  g_assert_cmpint (myo_pain_tool_get_kind (tool), ==, MYO_PAIN_TOOL_BRUSH);
  assert_at (f, MYO_WAY_PAIN);
  g_assert_null (myo_selection_get_muscle (myo_place_desk_get_selection (f->places)));

  paint (f, 5);
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_true (myo_pain_desk_can_export (f->desk) && myo_pain_desk_can_clear (f->desk) && myo_pain_desk_can_undo (f->desk));
  myo_pain_desk_undo (f->desk);
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (f)));
  g_assert_true (!myo_pain_desk_can_undo (f->desk) && myo_pain_desk_can_redo (f->desk));
  myo_pain_desk_redo (f->desk);
  myo_pain_desk_clear (f->desk);
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (f)));
  myo_pain_desk_undo (f->desk);
  g_assert_true (myo_pain_desk_can_export (f->desk));
}

/* Who begins a stroke or takes the brush wants to see what it tells. */
static void
test_brings_the_answer_to_the_front (Fixture *f, gconstpointer unused)
{
  MyoPainStudy *study = myo_pain_desk_get_study (f->desk);

  begin_stroke (f, 5);
  assert_at (f, MYO_WAY_PAIN);
  myo_way_go (f->way, MYO_WAY_HOME);
  myo_pain_study_extend_stroke (study, 205, 380, 12);
  assert_at (f, MYO_WAY_HOME);
  myo_pain_study_end_stroke (study);
  myo_pain_tool_set_kind (myo_pain_desk_get_tool (f->desk), MYO_PAIN_TOOL_ERASER);
  assert_at (f, MYO_WAY_PAIN);
  myo_way_go (f->way, MYO_WAY_HOME);
  myo_pain_tool_set_kind (myo_pain_desk_get_tool (f->desk), MYO_PAIN_TOOL_HAND);
  assert_at (f, MYO_WAY_HOME);
}

static void
test_marks_as_the_brush_paints (Fixture *f, gconstpointer unused)
{
  const MyoStroke *stroke;

  myo_pain_tool_set_intensity (myo_pain_desk_get_tool (f->desk), 8);
  myo_pain_tool_set_quality (myo_pain_desk_get_tool (f->desk), MYO_QUALITY_NUMB);
  myo_pain_desk_toggle_region (f->desk, "shoulder-front", MYO_SIDE_LEFT);
  stroke = myo_pain_drawing_get_strokes (get_drawing (f))->pdata[0];
  g_assert_cmpstr (stroke->region, ==, "shoulder-front");
  g_assert_cmpint (stroke->side, ==, MYO_SIDE_LEFT);
  g_assert_cmpint (stroke->intensity, ==, 8);
  g_assert_cmpint (stroke->quality, ==, MYO_QUALITY_NUMB);
}

static void
test_rests (Fixture *f, gconstpointer unused)
{
  paint (f, 5);
  pass (f, 299);
  paint (f, 6);
  pass (f, 299);
  g_assert_cmpuint (f->n_rested, ==, 0);
  pass (f, 1);
  g_assert_cmpuint (f->n_rested, ==, 1);
  pass (f, 1000);
  g_assert_cmpuint (f->n_rested, ==, 1);
  myo_pain_desk_await_rest (f->desk);
  pass (f, 300);
  g_assert_cmpuint (f->n_rested, ==, 2);
}

static void
test_new_drawing_and_undo (Fixture *f, gconstpointer unused)
{
  MyoFindings *findings = myo_pain_study_get_findings (myo_pain_desk_get_study (f->desk));
  g_autoptr(MyoPainDrawing) before = NULL;

  myo_pain_desk_begin_new (f->desk);
  g_assert_null (f->put_away);
  paint (f, 5);
  before = myo_pain_drawing_copy (get_drawing (f));
  myo_findings_set_sign (findings, "infraspinatus", MYO_SIDE_RIGHT, MYO_SIGN_TENDER, MYO_ANSWER_YES);
  myo_way_go (f->way, MYO_WAY_HOME);

  myo_pain_desk_begin_new (f->desk);
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (f)));
  g_assert_false (myo_pain_desk_can_undo (f->desk));
  g_assert_cmpint (myo_findings_get_sign (findings, "infraspinatus", MYO_SIDE_RIGHT, MYO_SIGN_TENDER), ==, MYO_ANSWER_NONE);
  assert_at (f, MYO_WAY_PAIN);
  g_assert_true (myo_pain_drawing_equal (f->put_away, before));

  paint (f, 9);
  myo_pain_desk_bring_back (f->desk, f->put_away);
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), before));
}

/* --- Files --- */

static char *
name_file (Fixture *f, const char *name)
{
  g_mkdir_with_parents (f->kit.folder, 0700);
  return g_build_filename (f->kit.folder, name, NULL);
}

static gboolean
save (Fixture *f, const char *path, GError **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GAsyncResult) result = NULL;

  myo_pain_desk_save_async (f->desk, file, kit_take_result, &result);
  return myo_pain_desk_save_finish (f->desk, kit_wait (&result), error);
}

/* Returns: whether it is shown */
static gboolean
open_file (Fixture *f, const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  guint n_opened = f->n_opened;

  f->failed_code = -1;
  myo_pain_desk_open (f->desk, file);
  g_assert_true (myo_pain_desk_is_reading (f->desk));
  wait_for_reading (f);
  g_assert_cmpint (f->failed_code == -1, ==, f->n_opened > n_opened);
  return f->n_opened > n_opened;
}

static void
test_every_format (Fixture *f, gconstpointer unused)
{
  static const struct { const char *name, *begins; } formats[] = {
    { "pain.xml", "<?xml" }, { "pain.PDF", "%PDF-" }, { "pain.svg", "<?xml" }, { "pain.png", "\x89PNG" },
  };

  paint (f, 5);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = name_file (f, formats[i].name), *text = NULL;
      g_autoptr(GError) error = NULL;
      gboolean is_svg = g_str_has_suffix (path, ".svg");

      g_assert_true (save (f, path, &error));
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &text, NULL, &error));
      g_assert_true (g_str_has_prefix (text, formats[i].begins));
      g_assert_cmpint (strstr (text, "<svg") != NULL, ==, is_svg);
    }
}

static void
test_saved_and_opened (Fixture *f, gconstpointer unused)
{
  MyoFindings *findings = myo_pain_study_get_findings (myo_pain_desk_get_study (f->desk));
  g_autofree char *path = name_file (f, "pain.xml");
  g_autoptr(MyoPainDrawing) before = NULL;
  g_autoptr(GError) error = NULL;

  paint (f, 5);
  before = myo_pain_drawing_copy (get_drawing (f));
  g_assert_true (save (f, path, &error));
  paint (f, 9);
  myo_findings_set_sign (findings, "infraspinatus", MYO_SIDE_RIGHT, MYO_SIGN_TENDER, MYO_ANSWER_YES);
  myo_way_go (f->way, MYO_WAY_HOME);
  g_assert_true (open_file (f, path));
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), before));
  g_assert_cmpint (myo_findings_get_sign (findings, "infraspinatus", MYO_SIDE_RIGHT, MYO_SIGN_TENDER), ==, MYO_ANSWER_NONE);
  g_assert_cmpint (myo_pain_tool_get_kind (myo_pain_desk_get_tool (f->desk)), ==, MYO_PAIN_TOOL_BRUSH);
  assert_at (f, MYO_WAY_PAIN);
}

static void
test_bad_files_change_nothing (Fixture *f, gconstpointer unused)
{
  static const char *const texts[] = { "", "no XML", "<pain-drawing", "<svg xmlns='http://www.w3.org/2000/svg'/>" };
  g_autofree char *path = name_file (f, "bad.xml");
  g_autoptr(MyoPainDrawing) before = NULL;

  paint (f, 5);
  before = myo_pain_drawing_copy (get_drawing (f));
  myo_way_go (f->way, MYO_WAY_HOME);
  g_assert_false (open_file (f, path));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      g_assert_false (open_file (f, path));
      g_assert_cmpint (f->failed_code, ==, MYO_ERROR_PAIN_DRAWING);
    }
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), before));
  assert_at (f, MYO_WAY_HOME);
}

/* The newest wish counts; what is cancelled, or another drawing is begun meanwhile, never comes. */
static void
test_newest_wish_counts (Fixture *f, gconstpointer unused)
{
  g_autofree char *one = name_file (f, "one.xml"), *two = name_file (f, "two.xml");
  g_autoptr(GFile) first = g_file_new_for_path (one);
  g_autoptr(GError) error = NULL;

  paint (f, 5);
  g_assert_true (save (f, one, &error));
  paint (f, 7);
  g_assert_true (save (f, two, &error));
  myo_pain_desk_open (f->desk, first);
  g_assert_true (open_file (f, two));
  g_assert_cmpuint (f->n_opened, ==, 1);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (f))->len, ==, 2);

  myo_pain_desk_open (f->desk, first);
  myo_pain_desk_cancel_reading (f->desk);
  g_assert_false (myo_pain_desk_is_reading (f->desk));
  myo_pain_desk_open (f->desk, first);
  myo_pain_desk_begin_new (f->desk);
  g_assert_true (open_file (f, two));
  g_assert_cmpuint (f->n_opened, ==, 2);
  g_assert_cmpuint (f->n_failed, ==, 0);
}

/* A stroke that is under way when the file has been read is kept beneath it. */
static void
test_opened_during_a_stroke (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = name_file (f, "pain.xml");
  g_autoptr(GError) error = NULL;

  paint (f, 5);
  g_assert_true (save (f, path, &error));
  begin_stroke (f, 9);
  g_assert_true (open_file (f, path));
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (f))->len, ==, 1);
  myo_pain_desk_undo (f->desk);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (f))->len, ==, 2);
}

static void
test_forbidden_place (Fixture *f, gconstpointer unused)
{
  static const char *const names[] = { "none/pain.xml", "none/pain.pdf" };

  paint (f, 5);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = name_file (f, names[i]);
      g_autoptr(GError) error = NULL;

      g_assert_false (save (f, path, &error));
      g_assert_nonnull (error);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_true (myo_pain_desk_can_export (f->desk));
}

/* Asked for while the body is being measured, the page waits for it. */
static void
test_page_waits_for_the_body (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainHandout) handout = NULL;
  g_autoptr(GError) error = NULL;

  paint (f, 5);
  myo_pain_study_prepare (myo_pain_desk_get_study (f->desk));
  handout = myo_pain_desk_make_handout (f->desk, &error);
  g_assert_no_error (error);
  g_assert_nonnull (handout);
}

#define ADD(path, func) g_test_add ("/pain-desk/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_atlas ();
  ADD ("paint", test_paint);
  ADD ("front", test_brings_the_answer_to_the_front);
  ADD ("mark", test_marks_as_the_brush_paints);
  ADD ("rest", test_rests);
  ADD ("new", test_new_drawing_and_undo);
  ADD ("files/formats", test_every_format);
  ADD ("files/open", test_saved_and_opened);
  ADD ("files/bad", test_bad_files_change_nothing);
  ADD ("files/newest", test_newest_wish_counts);
  ADD ("files/stroke", test_opened_during_a_stroke);
  ADD ("files/forbidden", test_forbidden_place);
  ADD ("files/waits", test_page_waits_for_the_body);
  status = g_test_run ();
  close_atlas ();
  return status;
}
