/* The records where they cannot be written: without the rights, or without room on the disk.
 *
 * Nothing here needs the rights of the administrator; a test that has them gives them up where they would hide the fault.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "myo-error.h"
#include "store-file-kit.h"

/* --- Read-only --- */

/* The administrator may write everywhere: become nobody. */
static void
give_up_rights (void)
{
  if (geteuid () != 0)
    return;
  g_assert_cmpint (setresgid (65534, 65534, 65534), ==, 0);
  g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
  prctl (PR_SET_DUMPABLE, 1);
}

static void
assert_reads_but_does_not_write (Kit *kit, guint n)
{
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_DONE);
  g_autoptr(GError) error = NULL;

  kit_assert_open_fails (kit, MYO_ERROR_STORE_READ_ONLY);
  kit_assert_n_listed (kit, n);
  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (kit_save_draft (kit, "another drawing", &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_READ_ONLY);
  kit_close (kit);
}

static void
check_read_only (Kit *kit)
{
  kit_make_records (kit, 3);

  g_chmod (kit->records, 0400);
  assert_reads_but_does_not_write (kit, 3);
  g_chmod (kit->folder, 0500);
  assert_reads_but_does_not_write (kit, 3);
  g_chmod (kit->records, 0600);
  assert_reads_but_does_not_write (kit, 3);

  g_chmod (kit->folder, 0700);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 3);
}

static void
check_read_only_with_log (Kit *kit)
{
  g_autofree char *copy = g_strconcat (kit->folder, "-copy", NULL);
  g_autofree char *command = g_strdup_printf ("cp -r '%s' '%s'", kit->folder, copy);
  g_autofree char *records = g_build_filename (copy, "records.db", NULL);
  Kit killed = { copy, records, NULL };

  kit_must_open (kit);
  kit_fill (kit, 2);
  g_assert_cmpint (system (command), ==, 0);
  kit_new_store (&killed);
  g_chmod (copy, 0500);
  assert_reads_but_does_not_write (&killed, 5);
  g_chmod (copy, 0700);
  g_clear_object (&killed.store);
}

static void
check_no_place_for_the_folder (Kit *kit)
{
  g_autofree char *parent = g_path_get_dirname (kit->folder);
  g_autofree char *elsewhere = g_strconcat (kit->folder, "-old", NULL);

  kit_close (kit);
  g_rename (kit->folder, elsewhere);
  g_chmod (parent, 0500);
  kit_assert_open_fails (kit, MYO_ERROR_STORE_READ_ONLY);
  g_chmod (parent, 0700);
}

static void
test_read_only_child (void)
{
  Kit kit = { NULL };

  give_up_rights ();
  kit_set_up (&kit, NULL);
  check_read_only (&kit);
  check_read_only_with_log (&kit);
  check_no_place_for_the_folder (&kit);
  kit_tear_down (&kit, NULL);
}

static void
test_read_only (void)
{
  g_test_trap_subprocess ("/store-limits/read-only/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* A history that an older Myomap wrote, where nothing can be written: it is read as it is. */
static void
check_read_only_and_old (Kit *kit)
{
  kit_make_first_version (kit, "");
  g_chmod (kit->records, 0400);
  assert_reads_but_does_not_write (kit, 0);
  g_chmod (kit->records, 0600);
  kit_must_open (kit);
  g_assert_true (kit_save_draft (kit, "a drawing", NULL));
}

static void
test_read_only_and_old_child (void)
{
  Kit kit = { NULL };

  give_up_rights ();
  kit_set_up (&kit, NULL);
  check_read_only_and_old (&kit);
  kit_tear_down (&kit, NULL);
}

static void
test_read_only_and_old (void)
{
  g_test_trap_subprocess ("/store-limits/read-only-and-old/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

/* --- Full --- */

/* No file may grow beyond @bytes: for SQLite this is a disk without room. */
static void
limit_files (guint64 bytes)
{
  struct rlimit limit = { bytes, RLIM_INFINITY };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* Returns: how many holds went in before the disk was full */
static guint
write_until_full (Kit *kit, gint64 session)
{
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr(MyoHold) hold = kit_hold (i + 1, (int) i + 1);
      g_autoptr(GError) error = NULL;

      if (kit_add_hold (kit, session, hold, (int) i, &error) > 0)
        continue;
      g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_FULL);
      kit_assert_names_file (kit, error);
      return i;
    }

  g_assert_not_reached ();
}

static void
assert_n_holds (Kit *kit, guint n)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoSession) session = kit_find_unfinished (kit, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (session->holds->len, ==, n);
}

static void
test_full_child (void)
{
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_NONE);
  g_autoptr(MyoHold) hold = kit_hold (1, 1);
  guint held;
  Kit kit = { NULL };

  kit_set_up (&kit, NULL);
  kit_make_records (&kit, 3);
  kit_must_open (&kit);
  kit_save (&kit, session, NULL);
  limit_files (150000);
  held = write_until_full (&kit, session->id);
  g_assert_cmpuint (held, >, 0);

  kit_assert_n_listed (&kit, 3);
  assert_n_holds (&kit, held);
  limit_files (RLIM_INFINITY);
  g_assert_cmpint (kit_add_hold (&kit, session->id, hold, 1, NULL), >, 0);
  kit_must_open (&kit);
  kit_assert_n_listed (&kit, 3);
  assert_n_holds (&kit, held + 1);
  kit_tear_down (&kit, NULL);
}

/* A drawing that finds no room takes nothing with it, neither the one before it nor the session. */
static void
test_full_drawing_child (void)
{
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_NONE);
  g_autoptr(MyoSession) found = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *draft = NULL;
  Kit kit = { NULL };

  kit_set_up (&kit, NULL);
  kit_make_records (&kit, 3);
  kit_must_open (&kit);
  session->drawing_before = g_strdup ("small");
  g_assert_cmpint (kit_save (&kit, session, NULL), >, 0);
  g_assert_true (kit_save_draft (&kit, "draft", NULL));
  limit_files (150000);
  g_free (session->drawing_before);
  session->drawing_before = g_strnfill (400000, 'x');
  g_assert_cmpint (kit_save (&kit, session, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_FULL);
  g_clear_error (&error);
  g_assert_false (kit_save_draft (&kit, session->drawing_before, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_FULL);

  found = kit_find_unfinished (&kit, NULL);
  g_assert_cmpstr (found->drawing_before, ==, "small");
  draft = kit_load_draft (&kit, NULL);
  g_assert_cmpstr (draft, ==, "draft");
  limit_files (RLIM_INFINITY);
  g_assert_cmpint (kit_save (&kit, session, NULL), ==, session->id);
  kit_tear_down (&kit, NULL);
}

static void
test_full_drawing (void)
{
  g_test_trap_subprocess ("/store-limits/full-drawing/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_full_at_open_child (void)
{
  Kit kit = { NULL };

  kit_set_up (&kit, NULL);
  limit_files (2000);
  kit_assert_open_fails (&kit, MYO_ERROR_STORE_FULL);
  limit_files (RLIM_INFINITY);
  kit_make_records (&kit, 3);

  limit_files (10000);
  kit_assert_open_fails (&kit, MYO_ERROR_STORE_FULL);
  kit_assert_n_listed (&kit, 3);
  kit_close (&kit);
  limit_files (RLIM_INFINITY);
  kit_must_open (&kit);
  kit_assert_n_listed (&kit, 3);
  kit_tear_down (&kit, NULL);
}

static void
test_full (void)
{
  g_test_trap_subprocess ("/store-limits/full/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
test_full_at_open (void)
{
  g_test_trap_subprocess ("/store-limits/full-at-open/subprocess", 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-limits/read-only", test_read_only);
  g_test_add_func ("/store-limits/read-only/subprocess", test_read_only_child);
  g_test_add_func ("/store-limits/read-only-and-old", test_read_only_and_old);
  g_test_add_func ("/store-limits/read-only-and-old/subprocess", test_read_only_and_old_child);
  g_test_add_func ("/store-limits/full-drawing", test_full_drawing);
  g_test_add_func ("/store-limits/full-drawing/subprocess", test_full_drawing_child);
  g_test_add_func ("/store-limits/full", test_full);
  g_test_add_func ("/store-limits/full/subprocess", test_full_child);
  g_test_add_func ("/store-limits/full-at-open", test_full_at_open);
  g_test_add_func ("/store-limits/full-at-open/subprocess", test_full_at_open_child);
  return g_test_run ();
}
