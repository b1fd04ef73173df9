/* Pain drawings in the records: with their sessions, and the one that is being made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-backup.h"
#include "myo-drawing-queries.h"
#include "myo-migrations.h"
#include "myo-pain-file.h"
#include "myo-record-queries.h"
#include "myo-ledger.h"
#include "store-kit.h"
#include "store-version-kit.h"

#define BEFORE "<pain-drawing>before – “links”</pain-drawing>"
#define AFTER  "<pain-drawing>after</pain-drawing>"

/* --- Helpers --- */

static void
assert_draft (Kit *kit, const char *drawing)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = kit_load_draft (kit, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, drawing);
}

static MyoSession *
get_only_session (Kit *kit)
{
  g_autoptr(GPtrArray) listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 10, NULL);

  g_assert_cmpuint (listed->len, ==, 1);
  return myo_session_ref (g_ptr_array_index (listed, 0));
}

static void
assert_drawings (Kit *kit, const char *before, const char *after)
{
  g_autoptr(MyoSession) session = get_only_session (kit);

  g_assert_cmpstr (session->drawing_before, ==, before);
  g_assert_cmpstr (session->drawing_after, ==, after);
}

/* Saves @session with these drawings; the session itself keeps none. */
static void
save_with (Kit *kit, MyoSession *session, const char *before, const char *after)
{
  g_autoptr(GError) error = NULL;

  session->drawing_before = g_strdup (before);
  session->drawing_after = g_strdup (after);
  kit_save (kit, session, &error);
  g_assert_no_error (error);
  g_clear_pointer (&session->drawing_before, g_free);
  g_clear_pointer (&session->drawing_after, g_free);
}

static gint64
ask_file (const char *path, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoDatabase) database = myo_database_open (path, MYO_DATABASE_READ, &error);
  gint64 value = -1;

  g_assert_no_error (error);
  myo_database_get_int (database, sql, &value, NULL);
  return value;
}

static void
change_file (const char *path, const char *sql)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoDatabase) database = myo_database_open (path, MYO_DATABASE_WRITE, &error);

  myo_database_exec (database, sql, &error);
  g_assert_no_error (error);
}

/* --- With their sessions --- */

static void
test_what_is_saved_comes_back (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);

  kit_must_open (kit);
  save_with (kit, session, BEFORE, NULL);
  assert_drawings (kit, BEFORE, NULL);
  save_with (kit, session, NULL, AFTER);
  assert_drawings (kit, BEFORE, AFTER);

  kit_new_store (kit);
  kit_must_open (kit);
  assert_drawings (kit, BEFORE, AFTER);
}

static void
test_null_leaves_and_nothing_removes (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);

  kit_must_open (kit);
  save_with (kit, session, "", "");
  assert_drawings (kit, NULL, NULL);
  save_with (kit, session, BEFORE, AFTER);
  save_with (kit, session, NULL, NULL);
  assert_drawings (kit, BEFORE, AFTER);
  save_with (kit, session, "other", BEFORE);
  assert_drawings (kit, "other", BEFORE);
  save_with (kit, session, "", NULL);
  assert_drawings (kit, NULL, BEFORE);
  save_with (kit, session, NULL, "");
  assert_drawings (kit, NULL, NULL);
}

static void
test_unfinished (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_NONE);
  g_autoptr(MyoSession) other = kit_session (500, MYO_END_NONE);
  g_autoptr(MyoSession) found = NULL;
  g_autoptr(MyoHold) hold = kit_hold (2000, 1);

  kit_must_open (kit);
  save_with (kit, other, AFTER, NULL);
  save_with (kit, session, BEFORE, NULL);
  kit_add_hold (kit, session->id, hold, 1, NULL);
  found = kit_find_unfinished (kit, NULL);
  g_assert_cmpint (found->id, ==, session->id);
  g_assert_cmpstr (found->drawing_before, ==, BEFORE);
  g_assert_null (found->drawing_after);
  g_assert_cmpuint (found->holds->len, ==, 1);
}

static void
test_each_has_its_own (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) listed = NULL;

  kit_must_open (kit);
  for (int i = 0; i < 30; i++)
    {
      g_autoptr(MyoSession) session = kit_session (1000 + i, MYO_END_DONE);
      g_autofree char *before = g_strdup_printf ("before %d", i), *after = g_strdup_printf ("after %d", i);

      save_with (kit, session, i % 2 == 0 ? before : NULL, i % 3 == 0 ? after : NULL);
    }
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 100, NULL);
  g_assert_cmpuint (listed->len, ==, 30);
  for (int i = 0; i < 30; i++)
    {
      const MyoSession *session = g_ptr_array_index (listed, 29 - i);
      g_autofree char *before = g_strdup_printf ("before %d", i), *after = g_strdup_printf ("after %d", i);

      g_assert_cmpstr (session->drawing_before, ==, i % 2 == 0 ? before : NULL);
      g_assert_cmpstr (session->drawing_after, ==, i % 3 == 0 ? after : NULL);
    }
}

static void
test_large (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);
  g_autofree char *large = g_strnfill (MYO_PAIN_FILE_MAX_SIZE, 'x');

  kit_must_open (kit);
  save_with (kit, session, large, NULL);
  assert_drawings (kit, large, NULL);
  g_assert_true (kit_save_draft (kit, large, NULL));
  assert_draft (kit, large);
}

static void
test_session_that_is_gone (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) gone = kit_session (1, MYO_END_DONE);
  g_autoptr(GError) error = NULL;

  kit_must_open (kit);
  gone->id = 4711;
  gone->drawing_before = g_strdup (BEFORE);
  g_assert_cmpint (kit_save (kit, gone, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_NOT_FOUND);
  kit_close (kit);
  g_assert_cmpint (ask_file (kit->records, "SELECT count (*) FROM pain_drawing"), ==, 0);
}

/* A drawing is as private as what else is removed from the history. */
static void
test_removed_with_the_session (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) stays = kit_session (1000, MYO_END_DONE);
  g_autoptr(MyoSession) goes = kit_session (2000, MYO_END_DONE);
  g_autofree char *bytes = NULL;
  gsize length;

  kit_must_open (kit);
  save_with (kit, stays, BEFORE, AFTER);
  save_with (kit, goes, "a drawing to be forgotten", "this one also to be forgotten");
  g_assert_true (kit_delete (kit, goes->id, FALSE, NULL));
  g_assert_true (kit_delete (kit, goes->id, TRUE, NULL));
  g_assert_true (kit_delete (kit, goes->id, FALSE, NULL));
  kit_close (kit);
  g_assert_cmpint (ask_file (kit->records, "SELECT count (*) FROM pain_drawing"), ==, 4);
  kit_must_open (kit);
  assert_drawings (kit, BEFORE, AFTER);
  kit_close (kit);
  g_assert_cmpint (ask_file (kit->records, "SELECT count (*) FROM pain_drawing"), ==, 2);

  g_assert_true (g_file_get_contents (kit->records, &bytes, &length, NULL));
  for (gsize i = 0; i + 9 <= length; i++)
    g_assert_cmpint (memcmp (bytes + i, "forgotten", 9), !=, 0);
}

/* --- What was stored is no drawing --- */

static void
test_malformed_text_spoils_nothing_else (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) drawing = myo_pain_drawing_new ();
  g_autofree char *good = NULL;
  g_autoptr(GPtrArray) listed = NULL;
  const char *texts[] = { NULL, "<pain-drawing", "nonsense \xef\xbf\xbd", NULL };

  myo_pain_drawing_add (drawing, myo_stroke_new_region (MYO_STROKE_BRUSH, "temple", MYO_SIDE_LEFT, 5, MYO_QUALITY_ACHE));
  texts[0] = good = myo_pain_file_format (drawing);
  kit_must_open (kit);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(MyoSession) session = kit_session (1000 - i, MYO_END_DONE);

      save_with (kit, session, texts[i], good);
    }
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 10, NULL);
  g_assert_cmpuint (listed->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < listed->len; i++)
    {
      const MyoSession *session = g_ptr_array_index (listed, i);
      g_autoptr(MyoPainDrawing) after = myo_pain_file_parse (session->drawing_after, -1, "records", NULL, NULL);

      g_assert_cmpstr (session->drawing_before, ==, texts[i]);
      g_assert_true (myo_pain_drawing_equal (after, drawing));
      if (i == 1 || i == 2)
        {
          g_autoptr(GError) error = NULL;

          g_assert_null (myo_pain_file_parse (session->drawing_before, -1, "records", NULL, &error));
          g_assert_error (error, MYO_ERROR, MYO_ERROR_PAIN_DRAWING);
          g_assert_true (g_str_has_prefix (error->message, "records:"));
        }
    }
}

/* Bytes that are no text, written by a damage or another program */
static void
test_bytes_are_made_text (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);
  g_autoptr(MyoSession) back = NULL;
  g_autofree char *draft = NULL;

  kit_must_open (kit);
  save_with (kit, session, BEFORE, AFTER);
  kit_save_draft (kit, BEFORE, NULL);
  kit_close (kit);
  change_file (kit->records, "UPDATE pain_drawing SET drawing = CAST (x'3c70ff61696e' AS TEXT); UPDATE draft SET drawing = CAST (x'ff00fe' AS TEXT)");
  kit_must_open (kit);
  back = get_only_session (kit);
  g_assert_true (g_utf8_validate (back->drawing_before, -1, NULL));
  draft = kit_load_draft (kit, NULL);
  g_assert_true (g_utf8_validate (draft, -1, NULL));
}

/* --- The one that is being made --- */

static void
test_draft (Kit *kit, gconstpointer unused)
{
  kit_must_open (kit);
  assert_draft (kit, NULL);
  g_assert_true (kit_save_draft (kit, NULL, NULL));
  g_assert_true (kit_save_draft (kit, BEFORE, NULL));
  assert_draft (kit, BEFORE);
  g_assert_true (kit_save_draft (kit, AFTER, NULL));
  assert_draft (kit, AFTER);

  kit_new_store (kit);
  kit_must_open (kit);
  assert_draft (kit, AFTER);
  g_assert_true (kit_save_draft (kit, NULL, NULL));
  assert_draft (kit, NULL);
  kit_close (kit);
  g_assert_cmpint (ask_file (kit->records, "SELECT count (*) FROM draft"), ==, 0);
}

/* The end of the program waits for what was asked last. */
static void
test_draft_at_the_end (Kit *kit, gconstpointer unused)
{
  kit_must_open (kit);
  myo_records_save_draft_async (kit->store, BEFORE, NULL, NULL);
  myo_records_save_draft_async (kit->store, AFTER, NULL, NULL);
  myo_records_close (kit->store);
  g_assert_cmpint (ask_file (kit->records, "SELECT count (*) FROM draft WHERE drawing = '" AFTER "' AND saved_at > 0"), ==, 1);
}

static void
test_draft_and_sessions_are_apart (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);

  kit_must_open (kit);
  kit_save_draft (kit, AFTER, NULL);
  save_with (kit, session, BEFORE, NULL);
  kit_delete (kit, session->id, FALSE, NULL);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 0);
  assert_draft (kit, AFTER);
}

static void
test_draft_without_records (Kit *kit, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (kit_save_draft (kit, BEFORE, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE);
  g_clear_error (&error);
  g_assert_null (kit_load_draft (kit, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE);
}

/* --- Older records --- */

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

static gboolean
write_first_version (MyoDatabase *database, gpointer data, GError **error)
{
  return myo_database_exec (database, FIRST_HISTORY, error);
}

static void
make_first_version (Kit *kit)
{
  make_records_of_version_1 (kit->folder, write_first_version);
  g_assert_cmpint (ask_file (kit->records, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask_file (kit->records, "SELECT count (*) FROM pragma_table_list WHERE name IN ('pain_drawing', 'draft')"), ==, 0);
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
  assert_draft (kit, NULL);

  save_with (kit, unfinished, BEFORE, NULL);
  kit_save_draft (kit, AFTER, NULL);
  kit_close (kit);
  g_assert_cmpint (ask_file (kit->records, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (ask_file (kit->records, "SELECT count (*) FROM pragma_table_list WHERE name IN ('pain_drawing', 'draft') AND strict"), ==, 2);
  backups = myo_backup_list (kit->folder);
  oldest = g_ptr_array_index (backups, backups->len - 1);
  g_assert_cmpint (ask_file (oldest, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (ask_file (oldest, "SELECT count (*) FROM session"), ==, 20);
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
  save_with (kit, session, BEFORE, AFTER);
}

/* Where it cannot be written it cannot be upgraded, and is still read. */
static void
test_first_version_is_read_as_it_is (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoDatabase) database = NULL;
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *draft = NULL;

  make_first_version (kit);
  database = myo_database_open (kit->records, MYO_DATABASE_READ, &error);
  listed = myo_record_queries_list (database, G_MAXINT64, G_MAXINT64, 100, NULL, &error);
  g_assert_no_error (error);
  assert_first_version (listed);
  draft = myo_drawing_queries_load_draft (database, &error);
  g_assert_no_error (error);
  g_assert_null (draft);
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

/* --- Time --- */

#define PAGE 50

static void
test_page_with_drawings (Kit *kit, gconstpointer unused)
{
  g_autofree char *drawing = g_strnfill (40 * 1024, 'x');
  gint64 start;

  kit_must_open (kit);
  for (int i = 0; i < 2 * PAGE; i++)
    {
      g_autoptr(MyoSession) session = kit_session (1000 + i, MYO_END_DONE);

      save_with (kit, session, drawing, drawing);
    }
  start = g_get_monotonic_time ();
  for (int i = 0; i < 10; i++)
    {
      g_autoptr(GPtrArray) page = kit_list (kit, G_MAXINT64, G_MAXINT64, PAGE, NULL);

      g_assert_cmpuint (page->len, ==, PAGE);
    }
  g_test_minimized_result ((double) (g_get_monotonic_time () - start) / 1e4,
                           "a page of %d sessions with two drawings of 40 KiB each: %.2f ms", PAGE,
                           (double) (g_get_monotonic_time () - start) / 1e4);
}

#define ADD(path, func) g_test_add ("/store-drawings/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_what_is_saved_comes_back);
  ADD ("null-leaves", test_null_leaves_and_nothing_removes);
  ADD ("unfinished", test_unfinished);
  ADD ("each-its-own", test_each_has_its_own);
  ADD ("large", test_large);
  ADD ("not-found", test_session_that_is_gone);
  ADD ("removed", test_removed_with_the_session);
  ADD ("malformed", test_malformed_text_spoils_nothing_else);
  ADD ("bytes", test_bytes_are_made_text);
  ADD ("draft", test_draft);
  ADD ("draft-at-the-end", test_draft_at_the_end);
  ADD ("draft-apart", test_draft_and_sessions_are_apart);
  ADD ("draft-without-records", test_draft_without_records);
  ADD ("upgrade", test_upgrade_loses_nothing);
  ADD ("upgrade-restored", test_restored_backup_is_upgraded);
  ADD ("old-and-read-only", test_first_version_is_read_as_it_is);
  ADD ("phases", test_phases_are_checked);
  ADD ("page", test_page_with_drawings);
  return g_test_run ();
}
