/* The tables: what they check, how they come from version to version, and what the first version wrote.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup-private.h"
#include "myo-draft-table-private.h"
#include "myo-record-queries-private.h"
#include "store-file-kit.h"

/* --- From version to version --- */

#define FIRST_STEP \
  "CREATE TABLE session (id INTEGER PRIMARY KEY AUTOINCREMENT, started_at INTEGER, deleted_at INTEGER) STRICT;" \
  "INSERT INTO session VALUES (1, 10, NULL);"

static const char * const three_steps[] = {
  FIRST_STEP,
  "ALTER TABLE session ADD COLUMN note TEXT;",
  "UPDATE session SET note = 'third'; CREATE INDEX by_note ON session (note);",
  NULL
};

static const char * const only_first[] = { FIRST_STEP, NULL };

static const char * const broken_third[] = {
  FIRST_STEP,
  "ALTER TABLE session ADD COLUMN note TEXT;",
  "UPDATE session SET no_such_column = 'third';",
  NULL
};

static void
open_with_steps (Kit *kit, const char * const *steps, gboolean works)
{
  g_autoptr(MyoLedger) ledger = myo_ledger_new (kit->folder);
  g_autoptr(GError) error = NULL;

  ledger->steps = steps;
  g_assert_cmpint (myo_ledger_open (ledger, &error), ==, works);
  g_assert_cmpint (error == NULL, ==, works);
}

static void
test_migrates_from_nothing (Kit *kit, gconstpointer unused)
{
  open_with_steps (kit, three_steps, TRUE);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM session WHERE note = 'third'"), ==, 1);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA application_id"), ==, MYO_APPLICATION_ID);
}

static void
test_migrates_from_each_version_after_a_backup (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) backups = NULL;

  open_with_steps (kit, only_first, TRUE);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, 1);
  open_with_steps (kit, three_steps, TRUE);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM session WHERE note = 'third'"), ==, 1);

  backups = myo_backup_list (kit->folder);
  g_assert_cmpuint (backups->len, >=, 1);
  g_assert_cmpint (kit_ask_file (g_ptr_array_index (backups, backups->len - 1), "PRAGMA user_version"), ==, 1);
}

static void
test_failed_migration_changes_nothing (Kit *kit, gconstpointer unused)
{
  open_with_steps (kit, only_first, TRUE);
  open_with_steps (kit, broken_third, FALSE);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT note FROM session"), ==, -1);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT started_at FROM session"), ==, 10);
  open_with_steps (kit, three_steps, TRUE);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, 3);
}

static void
test_the_tables_are_strict_and_joined (Kit *kit, gconstpointer unused)
{
  kit_must_open (kit);
  kit_close (kit);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM pragma_table_list WHERE name IN ('session', 'hold', 'pain_drawing', 'draft') AND strict"), ==, 4);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, (gint64) g_strv_length ((char **) myo_migrations_get_steps ()));
}

/* --- From the first version --- */

/* A history as the first version wrote it: 20 sessions, one of them under way and one marked deleted */
#define FIRST_HISTORY \
  "WITH n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 19)" \
  "INSERT INTO session (started_at, ended_at, muscle, muscle_name, technique, technique_title, atlas_version, side," \
  " pain_before, ending, next_move, deleted_at) " \
  "SELECT 1000 + i, iif (i = 19, 0, 2000), 'infraspinatus', 'Infraspinatus – “Untergrätenmuskel”', 'infraspinatus-ball'," \
  " iif (i = 7, 'Ätherische Bälle', 'Ball against the wall'), 'a1', 'left', 7, iif (i = 19, 'none', 'done'), 3, iif (i = 0, 5, NULL) FROM n;" \
  "INSERT INTO hold (session, started_at, point, side, step, repetition, planned_ms, held_ms, pressure, twitch, known_pain, ending) " \
  "SELECT session.id, started_at + h, 'infraspinatus-trp1', 'left', 2, h, 30000, 29500, 6, 1, 0, 'done' " \
  "FROM session, (SELECT 1 AS h UNION ALL VALUES (2), (3)) ORDER BY session.id, h"

static void
make_first_version (Kit *kit)
{
  kit_make_first_version (kit, FIRST_HISTORY);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM pragma_table_list WHERE name IN ('pain_drawing', 'draft')"), ==, 0);
}

static void
assert_first_version (GPtrArray *listed)
{
  g_assert_cmpuint (listed->len, ==, 18);
  for (guint i = 0; i < listed->len; i++)
    {
      const MyoSession *session = g_ptr_array_index (listed, i);

      g_assert_cmpint (session->started_at, ==, 1018 - (gint64) i);
      g_assert_cmpint (session->next_move, ==, 3);
      g_assert_cmpint (session->pain_before, ==, 7);
      g_assert_cmpuint (session->holds->len, ==, 3);
      g_assert_null (session->drawing_before);
      g_assert_null (session->drawing_after);
    }
}

static void
test_upgrade_loses_nothing (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(MyoSession) unfinished = NULL;
  const char *oldest;

  make_first_version (kit);
  kit_must_open (kit);
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 100, NULL);
  assert_first_version (listed);
  unfinished = kit_find_unfinished (kit, NULL);
  g_assert_cmpint (unfinished->started_at, ==, 1019);
  kit_assert_draft (kit, NULL);

  kit_save_drawings (kit, unfinished, "before", NULL);
  kit_save_draft (kit, "after", NULL);
  kit_close (kit);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM pragma_table_list WHERE name IN ('pain_drawing', 'draft') AND strict"), ==, 2);
  backups = myo_backup_list (kit->folder);
  oldest = g_ptr_array_index (backups, backups->len - 1);
  g_assert_cmpint (kit_ask_file (oldest, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (kit_ask_file (oldest, "SELECT count (*) FROM session"), ==, 19);
}

static void
test_restored_backup_is_upgraded (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) backups = NULL;
  g_autoptr(GFile) backup = NULL;
  g_autoptr(MyoSession) session = kit_session (9000, MYO_END_DONE);
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GError) error = NULL;

  make_first_version (kit);
  kit_must_open (kit);
  backups = myo_backup_list (kit->folder);
  backup = g_file_new_for_path (g_ptr_array_index (backups, backups->len - 1));
  g_assert_true (kit_restore (kit, backup, &error));
  g_assert_no_error (error);
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 100, NULL);
  assert_first_version (listed);
  kit_save_drawings (kit, session, "before", "after");
}

/* Where it cannot be written it cannot be upgraded, and is still read. */
static void
test_first_version_is_read_as_it_is (Kit *kit, gconstpointer unused)
{
  const MyoSessionFilter all = kit_filter (G_MAXINT64, G_MAXINT64, 100, NULL);
  g_autoptr(MyoDatabase) database = NULL;
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *draft = NULL;

  make_first_version (kit);
  database = myo_database_open (kit->records, MYO_DATABASE_READ, &error);
  listed = myo_record_queries_list (database, &all, &error);
  g_assert_no_error (error);
  assert_first_version (listed);
  g_assert_true (myo_draft_table_load (database, &draft, &error));
  g_assert_no_error (error);
  g_assert_null (draft);
}

/* --- From the second version --- */

#define SECOND_HISTORY \
  "INSERT INTO session (started_at, ended_at, muscle, muscle_name, technique, technique_title, atlas_version, side," \
  " pain_before, ending, next_move, drawing_words, search) " \
  "VALUES (1000, 2000, 'infraspinatus', 'Infraspinatus', 'infraspinatus-ball', 'Ball', 'a1', 'left', 7, 'done', 3, 'Shoulder', ' shoulder')," \
  " (1001, 0, 'infraspinatus', 'Infraspinatus', 'infraspinatus-ball', 'Ball', 'a1', 'left', 7, 'none', 3, 'Shoulder', ' shoulder');"

static void
assert_second_version (GPtrArray *listed, const MyoSession *unfinished)
{
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpint (((const MyoSession *) listed->pdata[0])->started_at, ==, 1000);
  g_assert_cmpstr (((const MyoSession *) listed->pdata[0])->drawing_words, ==, "Shoulder");
  g_assert_cmpint (unfinished->started_at, ==, 1001);
}

/* What was cut off before sessions had owners is nobody's, and can be ended. */
static void
test_sessions_get_owners (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(MyoSession) unfinished = NULL;
  g_autoptr(GError) error = NULL;

  kit_make_version (kit, 2, SECOND_HISTORY);
  kit_must_open (kit);
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 100, NULL);
  unfinished = kit_find_unfinished (kit, NULL);
  assert_second_version (listed, unfinished);
  unfinished->end = MYO_END_STOPPED;
  kit_save (kit, unfinished, &error);
  g_assert_no_error (error);
  kit_assert_n_listed (kit, 2);
  g_assert_cmpint (kit_ask_file (kit->records, "PRAGMA user_version"), ==, 3);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM session WHERE owner IS NOT NULL"), ==, 1);
}

static void
test_second_version_is_read_as_it_is (Kit *kit, gconstpointer unused)
{
  const MyoSessionFilter all = kit_filter (G_MAXINT64, G_MAXINT64, 100, NULL);
  g_autoptr(MyoDatabase) database = NULL;
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(MyoSession) unfinished = NULL;
  g_autoptr(GError) error = NULL;

  kit_make_version (kit, 2, SECOND_HISTORY);
  database = myo_database_open (kit->records, MYO_DATABASE_READ, &error);
  listed = myo_record_queries_list (database, &all, &error);
  g_assert_true (myo_record_queries_find_unfinished (database, &unfinished, &error));
  g_assert_no_error (error);
  assert_second_version (listed, unfinished);
}

static void
test_phases_are_checked (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoDatabase) database = NULL;

  kit_must_open (kit);
  kit_fill (kit, 1);
  kit_close (kit);
  database = myo_database_open (kit->records, MYO_DATABASE_WRITE, NULL);
  g_assert_true (myo_database_settle (database, NULL));
  g_assert_false (myo_database_exec (database, "INSERT INTO pain_drawing VALUES (1, 'during', 'x')", NULL));
  g_assert_false (myo_database_exec (database, "INSERT INTO pain_drawing VALUES (1, 'before', NULL)", NULL));
  g_assert_false (myo_database_exec (database, "INSERT INTO pain_drawing VALUES (77, 'before', 'x')", NULL));
  g_assert_false (myo_database_exec (database, "INSERT INTO draft VALUES (2, 'x', 1)", NULL));
  g_assert_true (myo_database_exec (database, "INSERT INTO pain_drawing VALUES (1, 'before', 'x')", NULL));
}

#define ADD(path, func) g_test_add ("/store-migrations/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new", test_migrates_from_nothing);
  ADD ("old", test_migrates_from_each_version_after_a_backup);
  ADD ("broken", test_failed_migration_changes_nothing);
  ADD ("tables", test_the_tables_are_strict_and_joined);
  ADD ("first-version", test_upgrade_loses_nothing);
  ADD ("first-version-restored", test_restored_backup_is_upgraded);
  ADD ("first-version-read-only", test_first_version_is_read_as_it_is);
  ADD ("second-version", test_sessions_get_owners);
  ADD ("second-version-read-only", test_second_version_is_read_as_it_is);
  ADD ("phases", test_phases_are_checked);
  return g_test_run ();
}
