/* The sheet of a pain drawing as a file: after the name's ending, whole or not there, on its own thread too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "files-kit.h"

#include <locale.h>

#include "myo-atlas-reader.h"
#include "myo-picture-format.h"
#include "myo-sheet-file.h"

#define SHEET_LEAST 20000

static MyoDrawings *drawings;
static MyoPainStudy *study;          /* of one region on the left */

static void
open_study (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MyoAtlas) atlas = myo_atlas_read_builtin (&error);
  g_autoptr (MyoFinder) finder = NULL;

  g_assert_no_error (error);
  drawings = myo_drawings_new ();
  finder = myo_finder_new (atlas, drawings);
  study = myo_pain_study_new (atlas, drawings, finder);
  myo_pain_drawing_add (myo_pain_study_get_drawing (study),
                        myo_stroke_new_region (MYO_STROKE_BRUSH, "temple", MYO_SIDE_LEFT, 6, MYO_QUALITY_SHARP));
}

static MyoPainHandout *
new_handout (void)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (2026, 11, 3, 12, 0, 0);
  g_autoptr (GError) error = NULL;
  MyoPainHandout *handout = myo_pain_handout_new_dated (study, drawings, day, &error);

  g_assert_no_error (error);
  return handout;
}

/* --- Formats --- */

static void
test_formats (void)
{
  static const struct { const char *path; MyoPictureFormat format; } names[] = {
    { "a.png", MYO_PICTURE_FORMAT_PNG },        { "/some where/a.PNG", MYO_PICTURE_FORMAT_PNG },
    { "a.b.svg", MYO_PICTURE_FORMAT_SVG },      { "A.Svg", MYO_PICTURE_FORMAT_SVG },
    { "ä.pdf", MYO_PICTURE_FORMAT_PDF },        { ".PDF", MYO_PICTURE_FORMAT_PDF },
    { "a.xml", MYO_PICTURE_FORMAT_NONE },       { "a.pdf.xml", MYO_PICTURE_FORMAT_NONE },
    { "png", MYO_PICTURE_FORMAT_NONE },         { "a.png/b", MYO_PICTURE_FORMAT_NONE },
    { "a.svgz", MYO_PICTURE_FORMAT_NONE },      { "", MYO_PICTURE_FORMAT_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (myo_picture_format_from_path (names[i].path), ==, names[i].format);
}

/* --- Writing --- */

static void
write_sheet (const MyoPainSheet *sheet,
             const char         *name,
             const char         *beginning)
{
  g_autofree char *path = name_file (name);
  g_autoptr (GError) error = NULL;

  g_assert_true (myo_sheet_file_write (sheet, path, &error));
  g_assert_no_error (error);
  check_file (path, beginning, SHEET_LEAST);
}

static void
test_files (void)
{
  g_autoptr (MyoPainHandout) handout = new_handout ();
  const MyoPainSheet *sheet = myo_pain_handout_get_sheet (handout);

  open_folder ();
  write_sheet (sheet, "sheet.png", "\211PNG");
  write_sheet (sheet, "sheet.PDF", "%PDF");
  write_sheet (sheet, "sheet.svg", "<?xml");
  close_folder ();
}

static void
refuse_sheet (const MyoPainSheet *sheet,
              const char         *path,
              GQuark              domain)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (myo_sheet_file_write (sheet, path, &error));
  check_told (error, path);
  g_assert_true (error->domain == domain);
}

static void
test_refused (void)
{
  g_autoptr (MyoPainHandout) handout = new_handout ();
  const MyoPainSheet *sheet = myo_pain_handout_get_sheet (handout);
  g_autofree char *other = NULL, *nowhere = NULL, *taken = NULL;

  open_folder ();
  other = name_file ("sheet.gif");
  refuse_sheet (sheet, other, G_IO_ERROR);
  put_old_file (other);
  refuse_sheet (sheet, other, G_IO_ERROR);
  check_old_file (other);

  nowhere = name_file ("none/sheet.pdf");
  refuse_sheet (sheet, nowhere, G_FILE_ERROR);

  taken = name_file ("folder.png");
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  refuse_sheet (sheet, taken, G_FILE_ERROR);
  g_assert_cmpint (g_rmdir (taken), ==, 0);
  close_folder ();
}

/* What was there stays, and nothing half written beside it. */
static void
test_full (void)
{
  g_autoptr (MyoPainHandout) handout = new_handout ();
  g_autofree char *path = NULL;

  open_folder ();
  path = name_file ("sheet.svg");
  put_old_file (path);
  limit_files (4096);
  refuse_sheet (myo_pain_handout_get_sheet (handout), path, G_FILE_ERROR);
  limit_files (RLIM_INFINITY);
  check_old_file (path);
  close_folder ();
}

/* A body that cannot be read is told, and no file is left. */
static void
test_no_body (void)
{
  g_autoptr (MyoPainHandout) handout = new_handout ();
  MyoPainSheet sheet = *myo_pain_handout_get_sheet (handout);
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (MyoDrawings) none = NULL;
  g_autoptr (GError) error = NULL;

  open_folder ();
  path = name_file ("sheet.png");
  file = g_file_new_for_path (folder);
  none = myo_drawings_new_for_folder (file);
  sheet.drawings = none;
  g_assert_false (myo_sheet_file_write (&sheet, path, &error));
  g_assert_nonnull (error);
  close_folder ();
}

/* --- In a thread --- */

static void
note_result (GObject      *source,
             GAsyncResult *result,
             gpointer      kept)
{
  g_assert_null (source);
  *(GAsyncResult **) kept = g_object_ref (result);
}

/* Returns: as myo_sheet_file_write() */
static gboolean
write_meanwhile (const char    *path,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  myo_sheet_file_write_async (new_handout (), path, cancellable, note_result, &result);
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return myo_sheet_file_write_finish (result, error);
}

static void
test_async (void)
{
  g_autofree char *path = NULL, *nowhere = NULL;
  g_autoptr (GError) error = NULL;

  open_folder ();
  path = name_file ("sheet.pdf");
  put_old_file (path);
  g_assert_true (write_meanwhile (path, NULL, &error));
  g_assert_no_error (error);
  check_file (path, "%PDF", SHEET_LEAST);

  nowhere = name_file ("none/sheet.pdf");
  g_assert_false (write_meanwhile (nowhere, NULL, &error));
  check_told (error, nowhere);
  close_folder ();
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  open_folder ();
  path = name_file ("sheet.png");
  put_old_file (path);
  g_cancellable_cancel (cancellable);
  g_assert_false (write_meanwhile (path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_old_file (path);
  close_folder ();
}

/* --- The words --- */

static void
test_words (void)
{
  g_autoptr (MyoPainHandout) handout = new_handout ();
  const MyoPainSheet *sheet = myo_pain_handout_get_sheet (handout);

  g_assert_cmpstr (sheet->subtitle, ==, "3 November 2026");
  g_assert_nonnull (strstr (sheet->lines[0], "Temple, left"));
}

int
main (int    argc,
      char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  open_study ();
  g_test_add_func ("/sheet-file/formats", test_formats);
  if (g_getenv ("TEST_SMALL") == NULL)
    g_test_add_func ("/sheet-file/files", test_files);
  g_test_add_func ("/sheet-file/refused", test_refused);
  g_test_add_func ("/sheet-file/full", test_full);
  g_test_add_func ("/sheet-file/no-body", test_no_body);
  g_test_add_func ("/sheet-file/async", test_async);
  g_test_add_func ("/sheet-file/cancelled", test_cancelled);
  g_test_add_func ("/sheet-file/words", test_words);
  status = g_test_run ();
  g_object_unref (study);
  g_object_unref (drawings);
  return status;
}
