/* Files for a person: whole or not at all, for that person alone, wherever they lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "files-kit.h"

#include <sys/stat.h>
#include <unistd.h>

#include "myo-private-file.h"
#include "remote-kit.h"

#define TEXT "what is written now"

static gboolean
write_text (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);

  return myo_private_file_write (file, TEXT, strlen (TEXT), error);
}

static void
must_write (const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (name, &error));
  g_assert_no_error (error);
}

static void
assert_mode (const char *path, mode_t mode)
{
  struct stat there;

  g_assert_cmpint (stat (path, &there), ==, 0);
  g_assert_cmpint (there.st_mode & 07777, ==, mode);
}

/* Whatever others may read of what is new elsewhere. */
static void
test_new (void)
{
  g_autofree char *path = NULL;

  open_folder ();
  umask (0);
  path = name_file ("new.pdf");
  must_write (path);
  umask (022);
  assert_mode (path, 0600);
  check_file (path, TEXT, 5);
  close_folder ();
}

static void
test_keeps_rights (void)
{
  static const mode_t modes[] = { 0644, 0666, 0640, 0600 };
  g_autofree char *path = NULL;

  open_folder ();
  path = name_file ("old.pdf");
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      put_old_file (path);
      g_assert_cmpint (g_chmod (path, (int) modes[i]), ==, 0);
      must_write (path);
      assert_mode (path, modes[i]);
    }
  check_file (path, TEXT, 5);
  close_folder ();
}

static void
test_link (void)
{
  g_autofree char *path = NULL, *link = NULL;

  open_folder ();
  path = name_file ("old.pdf");
  link = name_file ("link.pdf");
  put_old_file (path);
  g_assert_cmpint (symlink ("old.pdf", link), ==, 0);
  must_write (link);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_remove (link), ==, 0);
  check_file (path, TEXT, 5);
  close_folder ();
}

static void
refuse (const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (write_text (name, &error));
  g_assert_nonnull (error);
}

static void
test_refused (void)
{
  g_autofree char *nowhere = NULL, *pipe = NULL, *path = NULL;

  open_folder ();
  nowhere = name_file ("none/new.pdf");
  pipe = name_file ("pipe.pdf");
  path = name_file ("old.pdf");
  refuse (nowhere);
  refuse (folder);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  refuse (pipe);
  g_assert_cmpint (g_remove (pipe), ==, 0);
  put_old_file (path);
  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  if (g_access (path, W_OK) != 0)
    refuse (path);
  limit_files (4);
  refuse (path);
  limit_files (RLIM_INFINITY);
  check_old_file (path);
  close_folder ();
}

static void
test_elsewhere (void)
{
  g_autofree char *path = NULL, *uri = NULL;

  open_folder ();
  path = name_file ("far.pdf");
  uri = g_strconcat ("remote://", path, NULL);
  must_write (uri);
  assert_mode (path, 0600);
  g_assert_cmpint (g_chmod (path, 0644), ==, 0);
  must_write (uri);
  assert_mode (path, 0644);
  check_file (path, TEXT, 5);
  refuse ("resource:///where/nothing/can/be/written");
  close_folder ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  remote_start ();
  g_test_add_func ("/private-file/new", test_new);
  g_test_add_func ("/private-file/keeps-rights", test_keeps_rights);
  g_test_add_func ("/private-file/link", test_link);
  g_test_add_func ("/private-file/refused", test_refused);
  g_test_add_func ("/private-file/elsewhere", test_elsewhere);
  return g_test_run ();
}
