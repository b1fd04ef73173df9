/* The backups without a screen: made by themselves and when asked, listed, asked about, written to another place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "backup-desk-kit.h"

/* --- By themselves --- */

static void
test_a_program_left_open_makes_one_each_day (Fixture *f, gconstpointer unused)
{
  open_records (f, 1);
  g_assert_cmpuint (count_backups (f, "records-"), ==, 1);
  myo_manual_clock_advance (f->d.clock, 3 * MYO_BACKUP_LOOK_US);
  desk_settle (&f->d);
  g_assert_cmpuint (count_backups (f, "records-"), ==, 1);

  for (guint day = 2; day < MYO_BACKUPS_KEPT + 3; day++)
    {
      let_age (f);
      myo_manual_clock_sleep (f->d.clock, 8 * 3600 * SECOND);
      myo_manual_clock_advance (f->d.clock, MYO_BACKUP_LOOK_US);
      desk_settle (&f->d);
      g_assert_cmpuint (count_backups (f, "records-"), ==, MIN (day, MYO_BACKUPS_KEPT));
    }
}

static void
test_a_session_is_a_moment_to_look (Fixture *f, gconstpointer unused)
{
  open_records (f, 1);
  let_age (f);
  desk_begin (&f->d);
  desk_pass (&f->d, 5 + 10);
  myo_session_desk_stop (f->d.desk);
  myo_session_desk_finish (f->d.desk);
  desk_settle (&f->d);
  desk_settle (&f->d);
  g_assert_cmpuint (count_backups (f, "records-"), ==, 2);
}

/* There is a file where the folder should be. */
static void
test_that_none_could_be_made_is_told_once (Fixture *f, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (f->d.kit.folder, "backups", NULL);

  open_records (f, 1);
  kit_remove (folder);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  for (int i = 0; i < 3; i++)
    {
      myo_manual_clock_advance (f->d.clock, MYO_BACKUP_LOOK_US);
      desk_settle (&f->d);
    }
  wait_until_told (f, "failed ");

  g_remove (folder);
  myo_manual_clock_advance (f->d.clock, MYO_BACKUP_LOOK_US);
  desk_settle (&f->d);
  g_assert_cmpuint (count_backups (f, "records-"), ==, 1);
  g_assert_cmpstr (f->told->str, ==, "");
}

/* --- Listed --- */

static void
test_list (Fixture *f, gconstpointer unused)
{
  g_autofree char *damaged = NULL, *title = NULL, *detail = NULL;
  const MyoBackup *backup;

  open_records (f, 3);
  let_age (f);
  make (f);
  g_assert_cmpuint (g_list_model_get_n_items (myo_backup_desk_get_entries (f->backups)), ==, 2);
  backup = myo_backup_entry_get_backup (get_entry (f, 0));
  g_assert_cmpint (backup->origin, ==, MYO_BACKUP_KEPT);
  g_assert_cmpint (backup->n_sessions, ==, 3);
  g_assert_cmpint (backup->last_session, ==, 3 * 60 * SECOND);
  g_assert_cmpint (ABS (backup->made_at - g_get_real_time ()), <, 60 * SECOND);
  g_assert_cmpint (myo_backup_entry_get_backup (get_entry (f, 1))->origin, ==, MYO_BACKUP_OF_DAY);
  g_object_get (get_entry (f, 0), "title", &title, "detail", &detail, NULL);
  g_assert_true (g_str_has_prefix (title, "Today, "));
  g_assert_true (g_str_has_prefix (detail, "3 sessions, the last on 1 January 1970\n"));
  g_assert_nonnull (strstr (detail, "made when asked"));

  damaged = g_file_get_path (backup->file);
  g_assert_true (g_file_set_contents (damaged, "no database, but long enough to be taken for one of them", -1, NULL));
  refresh (f);
  g_assert_nonnull (myo_backup_entry_get_backup (get_entry (f, 0))->fault);
  g_assert_null (myo_backup_entry_get_backup (get_entry (f, 1))->fault);
}

/* --- Elsewhere --- */

static void
test_a_copy_moves_to_another_machine (Fixture *f, gconstpointer unused)
{
  g_autoptr(GFile) file = in_folder (f, "copy.db");
  GStatBuf info;

  open_records (f, 3);
  g_assert_true (kit_delete (&f->d.kit, 1, FALSE, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "an older one", -1, NULL));
  myo_backup_desk_save (f->backups, file);
  wait_until_told (f, "saved ");
  g_assert_cmpint (g_stat (g_file_peek_path (file), &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (kit_ask_file (g_file_peek_path (file), "SELECT count (*) FROM session"), ==, 2);

  add_session (f);
  consider (f, file);
  g_assert_cmpint (myo_backup_entry_get_backup (f->considered)->n_missing, ==, 1);
  g_assert_cmpint (myo_backup_entry_get_backup (f->considered)->origin, ==, MYO_BACKUP_ELSEWHERE);
  bring_back (f);
  wait_until_told (f, "back ");
  kit_assert_n_listed (&f->d.kit, 2);
}

static void
assert_refused (Fixture *f, GFile *file, int code)
{
  consider (f, file);
  g_assert_null (f->considered);
  wait_until_told (f, "failed ");
  g_assert_error (f->fault, MYO_ERROR, code);
  kit_assert_n_listed (&f->d.kit, 2);
}

static void
test_what_is_no_backup_is_refused (Fixture *f, gconstpointer unused)
{
  g_autoptr(GFile) file = in_folder (f, "other.db");
  const char *path = g_file_peek_path (file);
  g_autofree char *data = NULL;
  gsize length;

  open_records (f, 2);
  myo_backup_desk_save (f->backups, file);
  wait_until_told (f, "saved ");
  kit_change_file (path, "PRAGMA user_version = 99");
  assert_refused (f, file, MYO_ERROR_STORE_NEWER);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  kit_change_file (path, "CREATE TABLE recipe (name TEXT)");
  assert_refused (f, file, MYO_ERROR_STORE_FOREIGN);

  myo_backup_desk_save (f->backups, file);
  wait_until_told (f, "saved ");
  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  memset (data + length / 2 / 4096 * 4096, 7, 4096);
  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  assert_refused (f, file, MYO_ERROR_STORE_DAMAGED);
}

static void
test_no_copy_over_the_records (Fixture *f, gconstpointer unused)
{
  g_autoptr(GFile) file = g_file_new_for_path (f->d.kit.records);
  g_autoptr(GFile) remote = g_file_new_for_uri ("sftp://elsewhere/copy.db");

  open_records (f, 2);
  myo_backup_desk_save (f->backups, file);
  wait_until_told (f, "failed ");
  myo_backup_desk_save (f->backups, remote);
  wait_until_told (f, "failed ");
  myo_backup_desk_consider (f->backups, remote);
  wait_until_told (f, "failed ");
  kit_assert_n_listed (&f->d.kit, 2);
}

#define ADD(path, func) g_test_add ("/backup-desk/" path, Fixture, NULL, set_up, func, tear_down)

static void
add_tests (void)
{
  ADD ("daily", test_a_program_left_open_makes_one_each_day);
  ADD ("after-a-session", test_a_session_is_a_moment_to_look);
  ADD ("not-made", test_that_none_could_be_made_is_told_once);
  ADD ("list", test_list);
  ADD ("copy", test_a_copy_moves_to_another_machine);
  ADD ("refused", test_what_is_no_backup_is_refused);
  ADD ("no-copy", test_no_copy_over_the_records);
}

int
main (int argc, char *argv[])
{
  return desk_run (&argc, &argv, add_tests);
}
