/* Saving the pain drawing: the name decides what is written, nothing is ever another thing than its name says, and nothing is half written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/stat.h>

#include "myo-picture-format.h"
#include "pain-desk-kit.h"
#include "remote-kit.h"

#include "files-kit.h"

/* --- Set-up --- */

/* One desk for all, whose body is measured once; each test has a folder of its own. */
static Fixture desk;

static void
open_desk (gpointer *unused, gconstpointer data)
{
  open_folder ();
}

static void
close_desk (gpointer *unused, gconstpointer data)
{
  close_folder ();
}

static gboolean
save (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GAsyncResult) result = NULL;

  myo_pain_desk_save_async (desk.desk, file, kit_take_result, &result);
  return myo_pain_desk_save_finish (desk.desk, kit_wait (&result), error);
}

static void
must_save (const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (name, &error));
  g_assert_no_error (error);
}

/* close_folder() tells when something was written all the same. */
static void
must_refuse (const char *name, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (name, &error));
  g_assert_error (error, domain, code);
}

/* --- Names --- */

static void
test_unknown_suffixes (gpointer *unused, gconstpointer data)
{
  static const char *const names[] = { "x.jpg", "x.JPG", "x.pdf.jpeg", "x.xml.bak", "x.svgz", "x.tar.gz", "x.doc", "x.xml2", ".jpg" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = name_file (names[i]), *uri = g_strconcat ("remote://", path, NULL);

      must_refuse (path, MYO_ERROR, MYO_ERROR_FORMAT);
      must_refuse (uri, MYO_ERROR, MYO_ERROR_FORMAT);
    }
}

/* Another file that is there is not touched. */
static void
test_unknown_keeps (gpointer *unused, gconstpointer data)
{
  g_autofree char *path = name_file ("picture.jpg");

  put_old_file (path);
  must_refuse (path, MYO_ERROR, MYO_ERROR_FORMAT);
  check_old_file (path);
}

/* A page takes its time, and its writing has a test of its own: where time is short, XML does. */
static const char *
choose (const char *page, const char *xml)
{
  return g_getenv ("TEST_SMALL") != NULL ? xml : page;
}

static void
test_capitals (gpointer *unused, gconstpointer data)
{
  const struct { const char *name, *begins; } names[] = {
    { choose ("X.PDF", "X.XML"), choose ("%PDF-", "<?xml") }, { "x.Xml", "<?xml" }, { "a.jpg.xml", "<?xml" }, { "a b.2026.xml", "<?xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = name_file (names[i].name);

      must_save (path);
      check_file (path, names[i].begins, 100);
    }
}

static void
test_completed (gpointer *unused, gconstpointer data)
{
  static const struct { const char *name, *whole; } names[] = {
    { "x", "x.pdf" }, { "Pain 2026.11.20", "Pain 2026.11.20.pdf" }, { "Dr. Meier", "Dr. Meier.pdf" }, { "x.", "x..pdf" },
    { "Sankt.Gallen", "Sankt.Gallen.pdf" }, { "x.PNG", "x.PNG" }, { "x.jpg", "x.jpg" }, { "x.mp3", "x.mp3" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = name_file (names[i].name), *expected = name_file (names[i].whole);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GFile) whole = myo_picture_format_complete (file);

      g_assert_cmpstr (g_file_peek_path (whole), ==, expected);
    }
}

/* Nobody was asked about that one. */
static void
test_no_suffix_taken (gpointer *unused, gconstpointer data)
{
  g_autofree char *path = name_file ("x"), *whole = name_file ("x.pdf"), *uri = g_strconcat ("remote://", path, NULL);

  put_old_file (whole);
  must_refuse (path, G_IO_ERROR, G_IO_ERROR_EXISTS);
  must_refuse (uri, G_IO_ERROR, G_IO_ERROR_EXISTS);
  check_old_file (whole);
  put_old_file (whole);
  must_save (whole);
  check_file (whole, "%PDF-", 100);
}

/* --- Places --- */

static void
test_elsewhere (gpointer *unused, gconstpointer data)
{
  const struct { const char *name, *begins; } names[] = { { choose ("x.png", "y.xml"), choose ("\211PNG", "<?xml") }, { "x.xml", "<?xml" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = name_file (names[i].name), *uri = g_strconcat ("remote://", path, NULL);

      must_save (uri);
      check_file (path, names[i].begins, 100);
    }
  must_refuse ("resource:///x.xml", MYO_ERROR, MYO_ERROR_SAVE);
}

static void
assert_mode (const char *path, mode_t mode)
{
  struct stat there;

  g_assert_cmpint (stat (path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 07777, ==, mode);
}

/* Pain is nobody else's: all formats alike. */
static void
test_rights (gpointer *unused, gconstpointer data)
{
  static const char *const names[] = { "x.xml", "x.png", "x.svg", "x.pdf" };

  umask (022);
  for (guint i = 0; i < (g_getenv ("TEST_SMALL") != NULL ? 1 : G_N_ELEMENTS (names)); i++)
    {
      g_autofree char *path = name_file (names[i]);

      must_save (path);
      assert_mode (path, 0600);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
}

static void
test_full (gpointer *unused, gconstpointer data)
{
  const char *const names[] = { "x.xml", choose ("x.pdf", "x.xml") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = name_file (names[i]);

      put_old_file (path);
      limit_files (64);
      must_refuse (path, MYO_ERROR, MYO_ERROR_SAVE);
      limit_files (RLIM_INFINITY);
      check_old_file (path);
    }
}

/* What is painted while it is written belongs to the next time. */
static void
test_meanwhile (gpointer *unused, gconstpointer data)
{
  g_autofree char *path = name_file ("x.xml");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (MyoPainDrawing) before = myo_pain_drawing_copy (get_drawing (&desk));
  g_autoptr (MyoPainDrawing) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  myo_pain_desk_save_async (desk.desk, file, kit_take_result, &result);
  paint (&desk, 9);
  g_assert_true (myo_pain_desk_save_finish (desk.desk, kit_wait (&result), NULL));
  saved = myo_pain_file_load (file, atlas, NULL);
  g_assert_true (myo_pain_drawing_equal (saved, before));
  g_assert_cmpint (g_remove (path), ==, 0);
}

#define ADD(path, func) g_test_add ("/saving/" path, gpointer, NULL, open_desk, func, close_desk)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_atlas ();
  remote_start ();
  set_up (&desk, NULL);
  paint (&desk, 5);
  ADD ("unknown", test_unknown_suffixes);
  ADD ("unknown-keeps", test_unknown_keeps);
  ADD ("capitals", test_capitals);
  ADD ("completed", test_completed);
  if (g_getenv ("TEST_SMALL") == NULL)
    ADD ("no-suffix-taken", test_no_suffix_taken);
  ADD ("elsewhere", test_elsewhere);
  ADD ("rights", test_rights);
  ADD ("full", test_full);
  ADD ("meanwhile", test_meanwhile);
  status = g_test_run ();
  tear_down (&desk, NULL);
  close_atlas ();
  return status;
}
