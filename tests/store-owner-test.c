/* Sessions under way in another Myomap that uses the same folder: not offered, not changed; offered once that one lives no more.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <unistd.h>

#include "store-file-kit.h"

static const char *program;

typedef struct
{
  Kit kit;
  Kit other;                 /* the same folder, as another Myomap has it */
} Pair;

static void
set_up (Pair *p, gconstpointer unused)
{
  kit_set_up (&p->kit, NULL);
  p->other = p->kit;
  p->other.store = NULL;
  kit_new_store (&p->other);
  kit_must_open (&p->kit);
  kit_must_open (&p->other);
}

static void
tear_down (Pair *p, gconstpointer unused)
{
  g_clear_object (&p->other.store);
  kit_tear_down (&p->kit, NULL);
}

static guint
count_names (Pair *p)
{
  return kit_count_files (p->kit.folder, "running-", ".lock");
}

/* Returns: (transfer full): one that goes on in @kit, begun at that µs, with one hold */
static MyoSession *
begin (Kit *kit, gint64 started_at)
{
  g_autoptr(GError) error = NULL;
  MyoSession *session = kit_session (started_at, MYO_END_NONE);
  g_autoptr(MyoHold) hold = kit_hold (started_at, 1);

  kit_save (kit, session, &error);
  g_assert_no_error (error);
  kit_add_hold (kit, session->id, hold, 1, &error);
  g_assert_no_error (error);
  return session;
}

/* @started_at: of the one that is offered in @kit; 0: none is */
static void
assert_offered (Kit *kit, gint64 started_at)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoSession) found = kit_find_unfinished (kit, &error);

  g_assert_no_error (error);
  g_assert_cmpint (found != NULL ? found->started_at : 0, ==, started_at);
}

static void
assert_refused (Kit *kit, MyoSession *session, MyoEnd end)
{
  g_autoptr(GError) error = NULL;

  session->end = end;
  kit_save (kit, session, &error);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_ELSEWHERE);
}

/* --- Whose it is --- */

static void
test_is_offered_when_its_owner_is_gone (Pair *p, gconstpointer unused)
{
  g_autoptr(MyoSession) session = begin (&p->kit, 1000);

  assert_offered (&p->other, 0);
  assert_offered (&p->kit, 1000);
  g_clear_object (&p->kit.store);
  assert_offered (&p->other, 1000);
}

/* What was cut off longer ago is not hidden behind what another has under way. */
static void
test_an_older_one_is_found (Pair *p, gconstpointer unused)
{
  g_autoptr(MyoSession) old = begin (&p->kit, 1000);
  g_autoptr(MyoSession) newer = NULL;

  kit_new_store (&p->kit);
  kit_must_open (&p->kit);
  newer = begin (&p->kit, 2000);
  assert_offered (&p->other, 1000);
}

/* Closed and opened again, as for a backup that is brought back, it is still the same Myomap. */
static void
test_stays_its_own (Pair *p, gconstpointer unused)
{
  g_autoptr(MyoSession) session = begin (&p->kit, 1000);

  kit_close (&p->kit);
  assert_offered (&p->other, 0);
  kit_must_open (&p->kit);
  assert_offered (&p->other, 0);
  session->end = MYO_END_DONE;
  g_assert_cmpint (kit_save (&p->kit, session, NULL), ==, session->id);
}

/* --- What is another's stays as it is --- */

static void
test_is_not_changed (Pair *p, gconstpointer unused)
{
  g_autoptr(MyoSession) session = begin (&p->kit, 1000), copy = myo_session_copy (session);
  g_autoptr(MyoHold) hold = kit_hold (2000, 2);
  g_autoptr(GError) error = NULL;

  copy->pain_before = 1;
  assert_refused (&p->other, copy, MYO_END_NONE);
  assert_refused (&p->other, copy, MYO_END_INTERRUPTED);
  g_assert_cmpint (kit_add_hold (&p->other, session->id, hold, 2, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_ELSEWHERE);
  g_assert_cmpint (kit_ask_file (p->kit.records, "SELECT count (*) FROM session WHERE ending = 'none' AND pain_before = 7 AND next_move = 1"), ==, 1);
  g_assert_cmpint (kit_ask_file (p->kit.records, "SELECT count (*) FROM hold"), ==, 1);
}

/* Two are offered what a third one had; who answers first has it.  Even once it is over there the other cannot begin or end it anew,
 * but can add what belongs to a session that is over. */
static void
test_who_takes_it_first_has_it (Pair *p, gconstpointer unused)
{
  g_autoptr(MyoSession) session = begin (&p->kit, 1000), late = NULL;
  g_autoptr(GError) error = NULL;

  kit_new_store (&p->kit);
  kit_must_open (&p->kit);
  assert_offered (&p->kit, 1000);
  late = kit_find_unfinished (&p->other, NULL);
  kit_save (&p->kit, session, &error);
  g_assert_no_error (error);
  assert_refused (&p->other, late, MYO_END_NONE);

  session->end = MYO_END_DONE;
  kit_save (&p->kit, session, &error);
  g_assert_no_error (error);
  assert_refused (&p->other, late, MYO_END_NONE);
  assert_refused (&p->other, late, MYO_END_INTERRUPTED);
  late->end = MYO_END_DONE;
  late->pain_after = 2;
  kit_save (&p->other, late, &error);
  g_assert_no_error (error);
}

/* --- Another program --- */

/* The other program: has a session under way until it is killed. */
static int
have_session (const char *folder)
{
  Kit kit = { .folder = g_strdup (folder) };
  g_autoptr(MyoSession) session = NULL;

  kit_new_store (&kit);
  kit_must_open (&kit);
  session = begin (&kit, 3000);
  if (write (STDOUT_FILENO, "y", 1) == 1)
    pause ();
  return 1;
}

static void
test_a_killed_program_owns_nothing (Pair *p, gconstpointer unused)
{
  g_autoptr(GSubprocess) other = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "--have", p->kit.folder, NULL);
  char ready;

  g_assert_cmpint (g_input_stream_read (g_subprocess_get_stdout_pipe (other), &ready, 1, NULL, NULL), ==, 1);
  assert_offered (&p->kit, 0);
  g_assert_cmpuint (count_names (p), ==, 3);
  g_subprocess_force_exit (other);
  g_subprocess_wait (other, NULL, NULL);
  assert_offered (&p->kit, 3000);
}

/* --- Names --- */

static void
test_what_is_left_is_removed (Pair *p, gconstpointer unused)
{
  g_autofree char *left = g_build_filename (p->kit.folder, "running-6f0e2f0c-7a3f-4f0f-9d5b-0d6a3c1e2b4d.lock", NULL);

  g_assert_cmpuint (count_names (p), ==, 2);
  g_assert_true (g_file_set_contents (left, "", 0, NULL));
  kit_new_store (&p->other);
  g_assert_cmpuint (count_names (p), ==, 2);
  kit_must_open (&p->other);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_names (p), ==, 2);
  g_clear_object (&p->other.store);
  g_assert_cmpuint (count_names (p), ==, 1);
}

/* The records may have been written by anyone: what is no name of a Myomap leads to no file. */
static void
test_strange_names (Pair *p, gconstpointer unused)
{
  static const char *const strange[] = { "''", "'..'", "'../../../../../../dev/null'", "'6f0e2f0c'", "x'00'", "NULL" };
  g_autoptr(MyoSession) session = begin (&p->kit, 1000);

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE session SET owner = CAST (%s AS TEXT)", strange[i]);

      kit_change_file (p->kit.records, sql);
      assert_offered (&p->other, 1000);
    }
}

/* Where no file can be made nobody has a name, and all goes on without. */
static void
test_without_a_name (Pair *p, gconstpointer unused)
{
  g_autoptr(MyoOwner) owner = myo_owner_new ("/nowhere");
  g_autoptr(MyoDatabase) database = myo_database_open (p->kit.records, MYO_DATABASE_READ, NULL);
  gint64 value;

  g_assert_null (owner);
  g_assert_true (myo_database_get_int (database, "SELECT " MYO_SQL_OWN " () IS NULL AND NOT " MYO_SQL_ELSEWHERE " ('x')", &value, NULL));
  g_assert_cmpint (value, ==, 1);
}

#define ADD(path, func) g_test_add ("/store-owner/" path, Pair, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  program = argv[0];
  if (argc == 3 && strcmp (argv[1], "--have") == 0)
    return have_session (argv[2]);

  g_test_init (&argc, &argv, NULL);
  ADD ("gone", test_is_offered_when_its_owner_is_gone);
  ADD ("older", test_an_older_one_is_found);
  ADD ("own", test_stays_its_own);
  ADD ("unchanged", test_is_not_changed);
  ADD ("first", test_who_takes_it_first_has_it);
  ADD ("killed", test_a_killed_program_owns_nothing);
  ADD ("left", test_what_is_left_is_removed);
  ADD ("strange", test_strange_names);
  ADD ("without", test_without_a_name);
  return g_test_run ();
}
