/* Records that survive: programs killed while they write, and programs that write at the same time.
 *
 * The test starts itself once more as the program that writes: it tells every hold on its standard output as soon as the
 * store has said that it is committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "myo-ledger-private.h"
#include "myo-statement-private.h"
#include "store-kit.h"

static const char *program;

/* --- The program that writes --- */

static void
tell (gint64 row, gint64 mark)
{
  char line[64];
  int length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", row, mark);

  if (write (STDOUT_FILENO, line, (size_t) length) != length)
    _exit (3);
}

/* @n: how many holds, 0: until it is killed */
static int
write_holds (const char *folder, int n)
{
  Kit kit = { (char *) folder, NULL, NULL };
  g_autoptr(MyoSession) session = kit_session (g_get_real_time (), MYO_END_NONE);
  g_autoptr(GError) error = NULL;

  kit_new_store (&kit);
  if (!kit_open (&kit, &error) || kit_save (&kit, session, &error) == 0)
    g_error ("%s", error->message);

  for (int i = 1; n == 0 || i <= n; i++)
    {
      gint64 mark = ((gint64) getpid () << 32) + i;
      g_autoptr(MyoHold) hold = kit_hold (mark, i);
      gint64 row = kit_add_hold (&kit, session->id, hold, i, &error);

      if (row == 0)
        g_error ("%s", error->message);
      tell (row, mark);
    }

  g_clear_object (&kit.store);
  return 0;
}

static GSubprocess *
start_writer (Kit *kit, const char *n)
{
  g_autoptr(GError) error = NULL;
  GSubprocess *writer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write", kit->folder, n, NULL);

  g_assert_no_error (error);
  return writer;
}

/* --- Looking at what is left --- */

static gboolean
has_hold (MyoStatement *statement, gint64 row, gint64 mark)
{
  myo_statement_reset (statement);
  myo_statement_bind_int (statement, ":row", row);
  myo_statement_bind_int (statement, ":mark", mark);
  return myo_statement_next (statement, NULL);
}

/* Every hold in @told must be in the file.  Returns: how many */
static guint
assert_all_there (Kit *kit, const char *told)
{
  g_autoptr(MyoLedger) ledger = myo_ledger_new (kit->folder);
  g_autoptr(MyoStatement) statement = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GError) error = NULL;
  guint n = 0;

  myo_ledger_open (ledger, &error);
  g_assert_no_error (error);
  g_assert_true (myo_database_quick_check (ledger->database, &error));
  statement = myo_statement_new (ledger->database, "SELECT 1 FROM hold WHERE id = :row AND started_at = :mark", &error);
  g_assert_no_error (error);

  lines = g_strsplit (told, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++, n++)
    {
      gint64 row, mark;

      g_assert_cmpint (sscanf (lines[i], "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &row, &mark), ==, 2);
      g_assert_true (has_hold (statement, row, mark));
    }

  g_clear_pointer (&statement, myo_statement_free);
  return n;
}

static char *
read_all (GSubprocess *writer)
{
  GString *all = g_string_new (NULL);
  GInputStream *stream = g_subprocess_get_stdout_pipe (writer);
  char part[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, part, sizeof part, NULL, NULL)) > 0)
    g_string_append_len (all, part, n);
  return g_string_free (all, FALSE);
}

/* --- Tests --- */

#define KILLS 24

static void
test_killed_while_writing (Kit *kit, gconstpointer unused)
{
  g_autoptr(GString) told = g_string_new (NULL);

  for (int kill = 0; kill < KILLS; kill++)
    {
      g_autoptr(GSubprocess) writer = start_writer (kit, "0");
      GInputStream *stream = g_subprocess_get_stdout_pipe (writer);
      g_autofree char *rest = NULL;
      char first;

      g_assert_cmpint (g_input_stream_read (stream, &first, 1, NULL, NULL), ==, 1);
      g_usleep ((gulong) g_test_rand_int_range (0, 60000));
      g_subprocess_force_exit (writer);
      g_string_append_c (told, first);
      rest = read_all (writer);
      g_subprocess_wait (writer, NULL, NULL);
      g_string_append (told, rest);
      if (told->str[told->len - 1] != '\n')
        g_string_truncate (told, (gsize) (strrchr (told->str, '\n') + 1 - told->str));
      g_assert_cmpuint (assert_all_there (kit, told->str), >, 0);
    }

  g_test_message ("%u kills, %u holds told and found", KILLS, assert_all_there (kit, told->str));
  g_assert_cmpuint (kit_count_files (kit->folder, "records-damaged", ""), ==, 0);
}

static void
test_killed_while_starting (Kit *kit, gconstpointer unused)
{
  for (int kill = 0; kill < KILLS; kill++)
    {
      g_autoptr(GSubprocess) writer = start_writer (kit, "0");
      g_autofree char *told = NULL;

      g_usleep ((gulong) g_test_rand_int_range (0, 30000));
      g_subprocess_force_exit (writer);
      told = read_all (writer);
      g_subprocess_wait (writer, NULL, NULL);
      assert_all_there (kit, told);
      g_assert_cmpuint (kit_count_files (kit->folder, "records-damaged", ""), ==, 0);
      kit_remove (kit->folder);
    }
}

static void
test_unfinished_after_a_kill (Kit *kit, gconstpointer unused)
{
  g_autoptr(GSubprocess) writer = start_writer (kit, "0");
  g_autoptr(MyoSession) session = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *rest = NULL;
  char first;

  g_input_stream_read (g_subprocess_get_stdout_pipe (writer), &first, 1, NULL, NULL);
  g_usleep (30000);
  g_subprocess_force_exit (writer);
  rest = read_all (writer);

  kit_must_open (kit);
  session = kit_find_unfinished (kit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (session->holds->len, >, 0);
  g_assert_cmpint (session->next_move, ==, (int) session->holds->len);
}

#define WRITERS 3

static void
test_programs_at_the_same_time (Kit *kit, gconstpointer unused)
{
  GSubprocess *writers[WRITERS];
  guint found = 0;

  for (int i = 0; i < WRITERS; i++)
    writers[i] = start_writer (kit, "60");
  for (int i = 0; i < WRITERS; i++)
    {
      g_autofree char *told = read_all (writers[i]);

      g_assert_true (g_subprocess_wait_check (writers[i], NULL, NULL));
      found += assert_all_there (kit, told);
      g_object_unref (writers[i]);
    }
  g_assert_cmpuint (found, ==, WRITERS * 60);
}

#define ADD(path, func) g_test_add ("/store-kill/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  if (argc == 4 && strcmp (argv[1], "--write") == 0)
    return write_holds (argv[2], atoi (argv[3]));

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("writing", test_killed_while_writing);
  ADD ("starting", test_killed_while_starting);
  ADD ("unfinished", test_unfinished_after_a_kill);
  ADD ("together", test_programs_at_the_same_time);
  return g_test_run ();
}
