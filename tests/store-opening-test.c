/* What lies in the place of the records when Myomap starts: nothing although there is a backup, or something that is none of ours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/stat.h>
#include <unistd.h>

#include "faults-kit.h"
#include "myo-backup-private.h"
#include "myo-record-files-private.h"
#include "store-file-kit.h"

/* Every case; some of them where each takes long. */
static guint
stride (void)
{
  return g_getenv ("TEST_SMALL") != NULL ? 3 : 1;
}

/* --- Gone --- */

static void
set_contents (const char *path, const char *contents)
{
  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0640), ==, 0);
}

static void
take_away (Kit *kit)
{
  g_assert_cmpint (g_remove (kit->records), ==, 0);
}

static void
empty (Kit *kit)
{
  set_contents (kit->records, "");
}

static void
make_database (Kit *kit, const char *sql)
{
  empty (kit);
  kit_change_file (kit->records, sql);
}

static void
empty_database (Kit *kit)
{
  make_database (kit, "CREATE TABLE t (a); DROP TABLE t");
}

/* As a Myomap makes them that finds no backup. */
static void
make_new_records (Kit *kit)
{
  g_autofree char *elsewhere = g_strconcat (kit->folder, "-elsewhere", NULL);
  g_autofree char *records = g_build_filename (elsewhere, "records.db", NULL);
  g_autoptr(MyoLedger) ledger = myo_ledger_new (elsewhere);

  g_assert_true (myo_ledger_open (ledger, NULL));
  myo_ledger_close (ledger);
  g_assert_cmpint (g_rename (records, kit->records), ==, 0);
}

static const struct
{
  const char *name;
  void      (*make) (Kit *kit);
} losses[] = {
  { "no file", take_away }, { "no byte", empty }, { "an empty database", empty_database }, { "new records", make_new_records },
};

static void
must_be_missed (Kit *kit, guint n_sessions)
{
  for (int i = 0; i < 2; i++)
    {
      kit_assert_open_fails (kit, MYO_ERROR_STORE_LOST);
      g_assert_cmpuint (myo_records_get_offer (kit->store)->n_sessions, ==, n_sessions);
      g_assert_cmpuint (kit_count_files (kit->folder, "records-", ""), ==, 0);
    }
}

static void
test_what_is_gone_is_missed (Kit *kit, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (losses); i += stride ())
    {
      g_test_message ("%s", losses[i].name);
      kit_make_records (kit, 3);
      losses[i].make (kit);
      must_be_missed (kit, 3);
      kit_must_take_offer (kit, 3);
      kit_close (kit);
      kit_remove (kit->folder);
    }
}

/* It is asked once, and the backups stay; but what is lost after that is missed again. */
static void
test_one_may_start_anew (Kit *kit, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (losses); i += stride ())
    {
      g_autoptr(GPtrArray) backups = NULL;

      g_test_message ("%s", losses[i].name);
      kit_make_records (kit, 3);
      losses[i].make (kit);
      must_be_missed (kit, 3);
      kit_must_start_anew (kit);
      kit_must_open (kit);
      kit_assert_n_listed (kit, 0);
      kit_close (kit);
      kit_must_open (kit);
      kit_close (kit);
      backups = myo_backup_list (kit->folder);
      g_assert_cmpuint (backups->len, ==, 1);
      losses[i].make (kit);
      must_be_missed (kit, 3);
      kit_remove (kit->folder);
    }
}

static void
test_what_was_emptied_on_purpose (Kit *kit, gconstpointer unused)
{
  kit_make_records (kit, 1);
  kit_must_open (kit);
  g_assert_true (kit_delete (kit, 1, FALSE, NULL));
  kit_let_undo_pass (kit);
  for (int i = 0; i < 3; i++)
    {
      kit_must_open (kit);
      kit_assert_n_listed (kit, 0);
      kit_close (kit);
    }
}

/* No backup, but a file that was put aside: whoever starts knows of it. */
static void
test_only_a_damaged_file_is_left (Kit *kit, gconstpointer unused)
{
  g_autofree char *aside = g_build_filename (kit->folder, "records-damaged-2026-01-02-030405.db", NULL);

  g_mkdir (kit->folder, 0700);
  set_contents (aside, "damaged");
  kit_assert_open_fails (kit, MYO_ERROR_STORE_LOST);
  g_assert_null (myo_records_get_offer (kit->store));
  g_assert_cmpstr (g_file_peek_path (myo_records_get_damaged_file (kit->store)), ==, aside);
  kit_must_start_anew (kit);
  kit_must_open (kit);
}

/* Backups of nothing, and what only has their name, are no reason to ask. */
static void
test_nothing_is_missed (Kit *kit, gconstpointer unused)
{
  g_autofree char *backups = g_build_filename (kit->folder, "backups", NULL);
  g_autofree char *noise = g_build_filename (backups, "records-2026-01-02-030405.db", NULL);
  g_autofree char *pipe_name = g_build_filename (backups, "records-2026-01-02-030406.db", NULL);

  g_mkdir_with_parents (backups, 0700);
  set_contents (noise, "noise");
  g_assert_cmpint (mkfifo (pipe_name, 0600), ==, 0);
  kit_must_open (kit);
  kit_fill (kit, 1);
}

/* --- None of ours --- */

static void
change_whole (Kit *kit, const char *sql)
{
  g_autofree char *all = g_strconcat ("PRAGMA journal_mode = DELETE;", sql, NULL);

  kit_make_records (kit, 2);
  kit_change_file (kit->records, all);
}

static void
make_folder (Kit *kit, const char *unused)
{
  g_assert_cmpint (g_mkdir (kit->records, 0750), ==, 0);
}

static void
make_pipe (Kit *kit, const char *suffix)
{
  g_autofree char *path = g_strconcat (kit->records, suffix, NULL);

  g_assert_cmpint (mkfifo (path, 0640), ==, 0);
}

static void
make_log_a_pipe (Kit *kit, const char *suffix)
{
  kit_make_records (kit, 2);
  make_pipe (kit, suffix);
}

static void
make_link (Kit *kit, const char *target)
{
  g_assert_cmpint (symlink (target, kit->records), ==, 0);
}

static void
link_to_text (Kit *kit, const char *text)
{
  g_autofree char *target = g_build_filename (kit->folder, "letter.txt", NULL);

  set_contents (target, text);
  make_link (kit, target);
}

#define OURS "PRAGMA application_id = 1297698637;"

static const struct
{
  const char *name;
  void      (*make) (Kit *kit, const char *with);
  const char *with;
} strangers[] = {
  { "recipes", make_database, "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')" },
  { "another program's id", make_database, "PRAGMA application_id = 77" },
  { "another program's version", make_database, "PRAGMA user_version = 3" },
  { "our id, no table", make_database, OURS "PRAGMA user_version = 3" },
  { "our id, nothing else", make_database, OURS },
  { "our id, another table", make_database, OURS "PRAGMA user_version = 1; CREATE TABLE recipe (name TEXT)" },
  { "tables without a version", change_whole, "PRAGMA user_version = 0" },
  { "a trigger", change_whole, "CREATE TRIGGER t AFTER INSERT ON draft BEGIN DELETE FROM session; END" },
  { "a view", change_whole, "CREATE VIEW v AS SELECT * FROM session" },
  { "a virtual table", change_whole, "CREATE VIRTUAL TABLE v USING fts5 (a)" },
  { "one more table", change_whole, "CREATE TABLE more (a)" },
  { "one more index", change_whole, "CREATE INDEX more ON session (muscle)" },
  { "one more column", change_whole, "ALTER TABLE hold ADD COLUMN more TEXT" },
  { "another column", change_whole, "ALTER TABLE draft RENAME COLUMN drawing TO picture" },
  { "a column less", change_whole, "ALTER TABLE hold DROP COLUMN twitch" },
  { "a table less", change_whole, "DROP TABLE draft" },
  { "a folder", make_folder, NULL },
  { "a pipe", make_pipe, "" },
  { "a log that is a pipe", make_log_a_pipe, "-wal" },
  { "a link to a letter", link_to_text, "Dear Jane, this is a letter that is long enough to be taken for something." },
  { "a link to a device", make_link, "/dev/null" },
  { "a link to a folder", make_link, "/" },
  { "a link to nothing", make_link, "/nowhere/at/all.db" },
};

/* All that can be said of the folder: names, kinds, rights, sizes, contents. */
static char *
describe (Kit *kit)
{
  g_autofree char *command =
    g_strdup_printf ("sh -c \"cd '%s' && find . -printf '%%p %%y %%m %%s %%l\\n' | sort && find . -type f | sort | xargs md5sum\"",
                     kit->folder);
  char *text = NULL;

  g_assert_true (g_spawn_command_line_sync (command, &text, NULL, NULL, NULL));
  return text;
}

static void
note_refused (const char *name, const char *what, gboolean worked, GError *error)
{
  if (worked || !g_error_matches (error, MYO_ERROR, MYO_ERROR_STORE_FOREIGN))
    complain ("%s: %s: %s", name, what, worked ? "worked" : error->message);
  g_clear_error (&error);
}

/* Whatever is asked for, it is refused, and everything stays as it is. */
static void
refuse (Kit *kit, guint i)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autofree char *before = NULL, *after = NULL;
  GError *error = NULL;
  gboolean worked;

  g_mkdir_with_parents (kit->folder, 0700);
  g_test_message ("%s", strangers[i].name);
  strangers[i].make (kit, strangers[i].with);
  kit_close (kit);
  before = describe (kit);
  worked = kit_open (kit, &error);
  note_refused (strangers[i].name, "open", worked, g_steal_pointer (&error));
  worked = kit_start_anew (kit, &error);
  note_refused (strangers[i].name, "start anew", worked, g_steal_pointer (&error));
  kit_close (kit);
  after = describe (kit);
  if (g_strcmp0 (before, after) != 0)
    complain ("%s: changed:\n%s%s", strangers[i].name, before, after);
  kit_remove (kit->folder);
}

static void
test_strangers_are_refused (Kit *kit, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i += stride ())
    refuse (kit, i);
  assert_no_faults ();
}

/* What SQLite notes to be quick is no stranger. */
static void
test_statistics_are_no_strangers (Kit *kit, gconstpointer unused)
{
  change_whole (kit, "ANALYZE");
  kit_must_open (kit);
  kit_assert_n_listed (kit, 2);
}

/* --- Who is at work --- */

static GThread *main_thread;
static gint n_statements, n_on_main;

static int
note_statement (unsigned trace, void *context, void *statement, void *sql)
{
  g_atomic_int_inc (&n_statements);
  if (g_thread_self () == main_thread)
    g_atomic_int_inc (&n_on_main);
  return 0;
}

static int
trace_connection (sqlite3 *connection, const char **error, const void *api)
{
  sqlite3_trace_v2 (connection, SQLITE_TRACE_STMT, note_statement, NULL);
  return SQLITE_OK;
}

/* Checks, copies, looking for a backup: none of it keeps a window waiting. */
static void
test_nothing_runs_on_the_main_thread (Kit *kit, gconstpointer unused)
{
  main_thread = g_thread_self ();
  sqlite3_auto_extension ((void (*) (void)) trace_connection);
  kit_make_records (kit, 3);
  g_assert_true (g_file_set_contents (kit->records, "damaged", -1, NULL));
  kit_assert_open_fails (kit, MYO_ERROR_STORE_DAMAGED);
  kit_must_take_offer (kit, 3);
  g_assert_true (kit_delete (kit, 1, FALSE, NULL));
  sqlite3_reset_auto_extension ();
  kit_let_undo_pass (kit);
  sqlite3_auto_extension ((void (*) (void)) trace_connection);
  kit_must_open (kit);
  kit_close (kit);
  sqlite3_reset_auto_extension ();
  g_assert_cmpint (g_atomic_int_get (&n_statements), >, 50);
  g_assert_cmpint (g_atomic_int_get (&n_on_main), ==, 0);
}

#define ADD(path, func) g_test_add ("/store-opening/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("missed", test_what_is_gone_is_missed);
  ADD ("anew", test_one_may_start_anew);
  ADD ("emptied", test_what_was_emptied_on_purpose);
  ADD ("aside", test_only_a_damaged_file_is_left);
  ADD ("not-missed", test_nothing_is_missed);
  ADD ("strangers", test_strangers_are_refused);
  ADD ("statistics", test_statistics_are_no_strangers);
  ADD ("threads", test_nothing_runs_on_the_main_thread);
  return g_test_run ();
}
