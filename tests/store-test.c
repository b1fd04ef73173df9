/* The records on a whole disk: real files, in a folder of the test's own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/stat.h>

#include "myo-backup-private.h"
#include "store-file-kit.h"

static guint
mode_of (const char *path)
{
  struct stat info;

  g_assert_cmpint (stat (path, &info), ==, 0);
  return info.st_mode & 0777;
}

static void
assert_sessions_equal (const MyoSession *a, const MyoSession *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpint (a->started_at, ==, b->started_at);
  g_assert_cmpint (a->ended_at, ==, b->ended_at);
  g_assert_cmpstr (a->muscle, ==, b->muscle);
  g_assert_cmpstr (a->muscle_name, ==, b->muscle_name);
  g_assert_cmpstr (a->technique, ==, b->technique);
  g_assert_cmpstr (a->technique_title, ==, b->technique_title);
  g_assert_cmpstr (a->atlas_version, ==, b->atlas_version);
  g_assert_cmpint (a->side, ==, b->side);
  g_assert_cmpint (a->pain_before, ==, b->pain_before);
  g_assert_cmpint (a->pain_after, ==, b->pain_after);
  g_assert_cmpint (a->end, ==, b->end);
  g_assert_cmpint (a->next_move, ==, b->next_move);
}

static void
assert_holds_equal (const MyoHold *a, const MyoHold *b)
{
  g_assert_cmpint (a->started_at, ==, b->started_at);
  g_assert_cmpstr (a->point, ==, b->point);
  g_assert_cmpint (a->side, ==, b->side);
  g_assert_cmpint (a->step, ==, b->step);
  g_assert_cmpint (a->repetition, ==, b->repetition);
  g_assert_cmpint (a->planned_ms, ==, b->planned_ms);
  g_assert_cmpint (a->held_ms, ==, b->held_ms);
  g_assert_cmpint (a->pressure, ==, b->pressure);
  g_assert_cmpint (a->twitch, ==, b->twitch);
  g_assert_cmpint (a->known_pain, ==, b->known_pain);
  g_assert_cmpint (a->end, ==, b->end);
}

/* --- Sessions --- */

static void
test_what_is_saved_comes_back (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_NONE);
  g_autoptr(MyoHold) known = kit_hold (2000, 1);
  g_autoptr(MyoHold) bare = myo_hold_new ();
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GError) error = NULL;
  const MyoSession *back;

  kit_must_open (kit);
  g_assert_cmpint (kit_save (kit, session, &error), >, 0);
  g_assert_cmpint (kit_add_hold (kit, session->id, known, 1, &error), >, 0);
  g_assert_cmpint (kit_add_hold (kit, session->id, bare, 2, &error), >, 0);
  session->end = MYO_END_RELEASED;
  session->ended_at = 5000;
  session->pain_after = 0;
  session->next_move = 2;
  g_assert_cmpint (kit_save (kit, session, &error), ==, session->id);
  g_assert_no_error (error);

  kit_new_store (kit);
  kit_must_open (kit);
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (listed->len, ==, 1);
  back = g_ptr_array_index (listed, 0);
  assert_sessions_equal (back, session);
  g_assert_cmpuint (back->holds->len, ==, 2);
  assert_holds_equal (g_ptr_array_index (back->holds, 0), known);
  assert_holds_equal (g_ptr_array_index (back->holds, 1), bare);
}

static void
test_pages_join_without_gap (Kit *kit, gconstpointer unused)
{
  const gint64 starts[] = { 50, 10, 30, 30, 30, 20, 40 };
  gint64 before = G_MAXINT64, before_id = G_MAXINT64;
  guint seen = 0;

  kit_must_open (kit);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr(MyoSession) session = kit_session (starts[i], MYO_END_DONE);

      g_assert_cmpint (kit_save (kit, session, NULL), >, 0);
    }

  for (;;)
    {
      g_autoptr(GPtrArray) page = kit_list (kit, before, before_id, 2, NULL);

      if (page->len == 0)
        break;
      g_assert_cmpuint (page->len, <=, 2);
      for (guint i = 0; i < page->len; i++)
        {
          const MyoSession *session = g_ptr_array_index (page, i);

          g_assert_true (session->started_at < before || (session->started_at == before && session->id < before_id));
          before = session->started_at;
          before_id = session->id;
          seen++;
        }
    }
  g_assert_cmpuint (seen, ==, G_N_ELEMENTS (starts));
}

static void
test_unfinished_is_found_and_not_listed (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) older = kit_session (1000, MYO_END_NONE);
  g_autoptr(MyoSession) newer = kit_session (2000, MYO_END_NONE);
  g_autoptr(MyoSession) found = NULL;
  g_autoptr(MyoSession) none = NULL;
  g_autoptr(MyoHold) hold = kit_hold (2500, 1);
  g_autoptr(GPtrArray) listed = NULL;
  g_autoptr(GError) error = NULL;

  kit_must_open (kit);
  none = kit_find_unfinished (kit, &error);
  g_assert_no_error (error);
  g_assert_null (none);

  kit_save (kit, older, &error);
  kit_save (kit, newer, &error);
  kit_add_hold (kit, newer->id, hold, 3, &error);
  g_assert_no_error (error);

  found = kit_find_unfinished (kit, &error);
  g_assert_cmpint (found->id, ==, newer->id);
  g_assert_cmpint (found->next_move, ==, 3);
  g_assert_cmpuint (found->holds->len, ==, 1);
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 10, &error);
  g_assert_cmpuint (listed->len, ==, 0);
}

static void
test_delete_can_be_taken_back_until_the_next_open (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);
  g_autoptr(GError) error = NULL;

  kit_must_open (kit);
  kit_save (kit, session, NULL);
  g_assert_true (kit_delete (kit, session->id, FALSE, NULL));
  kit_assert_n_listed (kit, 0);
  g_assert_true (kit_delete (kit, session->id, TRUE, NULL));
  kit_assert_n_listed (kit, 1);
  g_assert_true (kit_delete (kit, session->id, FALSE, NULL));

  kit_close (kit);
  kit_let_undo_pass (kit);
  kit_must_open (kit);
  g_assert_false (kit_delete (kit, session->id, TRUE, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_NOT_FOUND);
}

static void
test_deleted_text_is_gone_from_the_file (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);
  g_autofree char *bytes = NULL;
  gsize length;

  g_free (session->muscle_name);
  session->muscle_name = g_strdup ("A name to be forgotten");
  kit_must_open (kit);
  kit_save (kit, session, NULL);
  kit_delete (kit, session->id, FALSE, NULL);
  kit_close (kit);
  kit_let_undo_pass (kit);
  kit_must_open (kit);
  kit_close (kit);

  g_assert_true (g_file_get_contents (kit->records, &bytes, &length, NULL));
  for (gsize i = 0; i + 9 <= length; i++)
    g_assert_cmpint (memcmp (bytes + i, "forgotten", 9), !=, 0);
}

static void
test_hold_of_no_session_is_refused (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoHold) hold = kit_hold (1, 1);
  g_autoptr(MyoSession) gone = kit_session (1, MYO_END_DONE);
  g_autoptr(GError) error = NULL;

  kit_must_open (kit);
  g_assert_cmpint (kit_add_hold (kit, 4711, hold, 1, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  gone->id = 4711;
  g_assert_cmpint (kit_save (kit, gone, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_NOT_FOUND);
}

/* In another file its row may be another session's. */
static void
test_row_of_another_session_stays (Kit *kit, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(MyoSession) stranger = kit_session (7000, MYO_END_DONE);
  g_autoptr(GPtrArray) listed = NULL;

  kit_must_open (kit);
  kit_fill (kit, 1);
  stranger->id = 1;
  g_assert_cmpint (kit_save (kit, stranger, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_NOT_FOUND);
  listed = kit_list (kit, G_MAXINT64, G_MAXINT64, 10, NULL);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpint (((MyoSession *) listed->pdata[0])->started_at, !=, stranger->started_at);
}

static void
test_cancelled_list (Kit *kit, gconstpointer unused)
{
  const MyoSessionFilter all = kit_filter (G_MAXINT64, G_MAXINT64, 10, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kit_must_open (kit);
  kit_fill (kit, 3);
  myo_records_list_async (kit->store, &all, cancellable, kit_take_result, &result);
  g_cancellable_cancel (cancellable);
  g_assert_null (myo_records_list_finish (kit->store, kit_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- Life of the store --- */

static void
test_nothing_works_before_open (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1, MYO_END_DONE);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE);
  g_assert_false (myo_records_get_writable (kit->store));
  g_assert_false (g_file_test (kit->folder, G_FILE_TEST_EXISTS));
}

static void
test_blocking_close_finishes_what_was_asked (Kit *kit, gconstpointer unused)
{
  GAsyncResult *results[20] = { NULL };

  kit_must_open (kit);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(MyoSession) session = kit_session (i + 1, MYO_END_DONE);

      myo_records_save_session_async (kit->store, session, kit_take_result, &results[i]);
    }
  myo_records_close (kit->store);
  g_assert_false (myo_records_get_writable (kit->store));
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_assert_cmpint (myo_records_save_session_finish (kit->store, kit_wait (&results[i]), NULL), >, 0);
      g_object_unref (results[i]);
    }

  kit_must_open (kit);
  kit_assert_n_listed (kit, G_N_ELEMENTS (results));
}

static void
test_two_stores_on_one_folder (Kit *kit, gconstpointer unused)
{
  g_autoptr(GFile) folder = g_file_new_for_path (kit->folder);
  Kit other = { kit->folder, kit->records, MYO_RECORDS (myo_store_new (folder)) };

  kit_must_open (kit);
  kit_must_open (&other);
  kit_fill (kit, 3);
  kit_fill (&other, 3);
  kit_assert_n_listed (kit, 6);
  kit_assert_n_listed (&other, 6);
  g_object_unref (other.store);
  kit_fill (kit, 1);
  kit_assert_n_listed (kit, 7);
}

/* --- Files --- */

static void
test_only_the_owner_may_look (Kit *kit, gconstpointer unused)
{
  g_autofree char *wal = g_strconcat (kit->records, "-wal", NULL);
  g_autofree char *shm = g_strconcat (kit->records, "-shm", NULL);
  g_autofree char *backups = g_build_filename (kit->folder, "backups", NULL);
  g_autoptr(GPtrArray) made = NULL;

  kit_must_open (kit);
  kit_fill (kit, 1);
  g_assert_cmphex (mode_of (kit->folder), ==, 0700);
  g_assert_cmphex (mode_of (kit->records), ==, 0600);
  g_assert_cmphex (mode_of (wal), ==, 0600);
  g_assert_cmphex (mode_of (shm), ==, 0600);

  kit_close (kit);
  kit_must_open (kit);
  made = myo_backup_list (kit->folder);
  g_assert_cmpuint (made->len, ==, 1);
  g_assert_cmphex (mode_of (backups), ==, 0700);
  g_assert_cmphex (mode_of (g_ptr_array_index (made, 0)), ==, 0600);
}

static void
test_rights_of_others_are_taken_away (Kit *kit, gconstpointer unused)
{
  kit_must_open (kit);
  kit_close (kit);
  g_chmod (kit->folder, 0755);
  g_chmod (kit->records, 0644);
  kit_must_open (kit);
  g_assert_cmphex (mode_of (kit->folder), ==, 0700);
  g_assert_cmphex (mode_of (kit->records), ==, 0600);
}

static void
test_link_is_followed (Kit *kit, gconstpointer unused)
{
  g_autofree char *elsewhere = g_build_filename (kit->folder, "elsewhere", NULL);
  g_autofree char *target = g_build_filename (elsewhere, "my.db", NULL);

  kit_must_open (kit);
  kit_fill (kit, 2);
  kit_close (kit);
  g_mkdir (elsewhere, 0700);
  g_assert_cmpint (g_rename (kit->records, target), ==, 0);
  g_assert_cmpint (symlink (target, kit->records), ==, 0);

  kit_must_open (kit);
  kit_assert_n_listed (kit, 2);
  g_assert_true (g_file_test (kit->records, G_FILE_TEST_IS_SYMLINK));
}

static void
test_link_to_nothing_makes_nothing (Kit *kit, gconstpointer unused)
{
  g_autofree char *target = g_build_filename (kit->folder, "drive-that-is-missing.db", NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir (kit->folder, 0700);
  g_assert_cmpint (symlink (target, kit->records), ==, 0);
  g_assert_false (kit_open (kit, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_FOREIGN);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
}

static void
test_folder_in_place_of_the_file (Kit *kit, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (kit->records, 0700);
  g_assert_false (kit_open (kit, &error));
  g_assert_error (error, MYO_ERROR, MYO_ERROR_STORE_FOREIGN);
  g_assert_true (g_file_test (kit->records, G_FILE_TEST_IS_DIR));
}

#define ADD(path, func) g_test_add ("/store/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("round-trip", test_what_is_saved_comes_back);
  ADD ("pages", test_pages_join_without_gap);
  ADD ("unfinished", test_unfinished_is_found_and_not_listed);
  ADD ("delete", test_delete_can_be_taken_back_until_the_next_open);
  ADD ("delete-for-good", test_deleted_text_is_gone_from_the_file);
  ADD ("not-found", test_hold_of_no_session_is_refused);
  ADD ("row-of-another", test_row_of_another_session_stays);
  ADD ("cancel", test_cancelled_list);
  ADD ("not-open", test_nothing_works_before_open);
  ADD ("close", test_blocking_close_finishes_what_was_asked);
  ADD ("two-stores", test_two_stores_on_one_folder);
  ADD ("permissions", test_only_the_owner_may_look);
  ADD ("permissions-narrowed", test_rights_of_others_are_taken_away);
  ADD ("link", test_link_is_followed);
  ADD ("link-to-nothing", test_link_to_nothing_makes_nothing);
  ADD ("folder-in-place", test_folder_in_place_of_the_file);
  return g_test_run ();
}
