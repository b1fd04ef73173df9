/* The window of the backups over real records: what it lists, makes, asks, brings back and refuses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "myo-backups-window.h"
#include "store-kit.h"
#include "widget-kit.h"

#define QUESTION "Bring back these records?"

typedef struct
{
  Kit             kit;
  MyoManualClock *clock;
  MyoSessionDesk *sessions;
  MyoRecordsDesk *records;
  MyoBackupDesk  *desk;
  GtkWindow      *window;
} Fixture;

static void
set_up (Fixture *f, gconstpointer n)
{
  kit_set_up (&f->kit, NULL);
  kit_must_open (&f->kit);
  kit_fill (&f->kit, GPOINTER_TO_UINT (n));
  kit_close (&f->kit);
  f->clock = myo_manual_clock_new ();
  f->sessions = myo_session_desk_new (ui_get_atlas (), f->kit.store, MYO_CLOCK (f->clock));
  f->records = myo_records_desk_new (f->kit.store, f->sessions, MYO_CLOCK (f->clock));
  f->desk = myo_backup_desk_new (MYO_BACKUPS (f->kit.store), f->records, f->sessions, MYO_CLOCK (f->clock));
  myo_records_desk_open (f->records);
  ui_wait_until (myo_records_desk_get_state (f->records) == MYO_RECORDS_READY);
  f->window = myo_backups_window_new (NULL, f->desk, "/home/anna/.local/share/myomap/backups");
  ui_present (f->window, 600, 640);
  ui_wait_until (myo_backup_desk_get_hindrance (f->desk) == MYO_BACKUP_FREE);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  ui_follow (f->desk);
  g_object_unref (f->desk);
  ui_close (f->window);
  g_object_unref (f->records);
  myo_session_desk_close (f->sessions, NULL);
  g_object_unref (f->sessions);
  g_object_unref (f->clock);
  kit_tear_down (&f->kit, NULL);
}

static guint
count_rows (Fixture *f)
{
  return g_list_model_get_n_items (myo_backup_desk_get_entries (f->desk));
}

static gpointer
find_row (Fixture *f, const char *title)
{
  return gtk_widget_get_ancestor (ui_find_label (f->window, title), ADW_TYPE_ACTION_ROW);
}

static void
ask_for_newest (Fixture *f)
{
  GtkListBox *list = ui_find_id (f->window, "list");

  ui_click (ui_find_type (gtk_list_box_get_row_at_index (list, 0), GTK_TYPE_BUTTON, 0));
}

/* --- Reading --- */

static void
test_tells_what_there_is (Fixture *f, gconstpointer unused)
{
  g_assert_cmpuint (count_rows (f), ==, 1);
  ui_assert_reads (f->window, "Today, ");
  ui_assert_reads (f->window, "3 sessions, the last on 1 January 1970");
  ui_assert_reads (f->window, "/home/anna/.local/share/myomap/backups");
  ui_assert_named (f->window);
}

static void
test_tells_when_there_are_none (Fixture *f, gconstpointer unused)
{
  g_assert_cmpuint (count_rows (f), ==, 0);
  ui_assert_reads (f->window, "No backups yet.");
}

static void
test_narrow_and_large (Fixture *f, gconstpointer unused)
{
  ui_assert_fits (f->window, 360);
}

/* --- Doing --- */

static void
test_makes_one_and_says_so (Fixture *f, gconstpointer unused)
{
  ui_click (find_row (f, "Make a backup now"));
  ui_wait_until (count_rows (f) == 2);
  ui_wait_until (ui_reads (f->window, "The backup is made."));
}

static void
test_asks_before_it_brings_one_back (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (9000 * (gint64) G_USEC_PER_SEC, MYO_END_DONE);
  gpointer dialog;

  kit_save (&f->kit, session, NULL);
  ask_for_newest (f);
  dialog = ui_wait_for_window (QUESTION);
  ui_assert_reads (dialog, "1 session of your history is not in it");
  ui_click (ui_find_button (dialog, "Cancel"));
  ui_wait_for_no_window (QUESTION);
  kit_assert_n_listed (&f->kit, 4);

  ask_for_newest (f);
  dialog = ui_wait_for_window (QUESTION);
  ui_click (ui_find_button (dialog, "Bring back"));
  ui_wait_until (ui_reads (f->window, "It is brought back."));
  kit_assert_n_listed (&f->kit, 3);
  ui_wait_until (count_rows (f) == 2);
}

static void
test_a_file_that_is_none (Fixture *f, gconstpointer unused)
{
  g_autoptr(GFile) file = g_file_new_build_filename (f->kit.folder, "letter.db", NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "Dear Anna, this is a letter and no database at all.", -1, NULL));
  myo_backup_desk_consider (f->desk, file);
  ui_wait_until (ui_reads (f->window, "It cannot be brought back. Your records are as they were."));
  ui_click (ui_find_button (f->window, "Close this notice"));
  ui_assert_reads_not (f->window, "It cannot be brought back.");
}

static void
test_not_in_a_session (Fixture *f, gconstpointer unused)
{
  MyoMuscle *muscle = ui_get_muscle ("infraspinatus");

  myo_session_desk_prepare (f->sessions, muscle, myo_muscle_get_technique (muscle, "infraspinatus-self-wall"), MYO_SIDE_LEFT, NULL);
  myo_session_desk_begin (f->sessions);
  ui_wait_until (ui_reads (f->window, "A session is under way"));
  g_assert_false (gtk_widget_is_sensitive (ui_find_id (f->window, "list")));
  g_assert_false (gtk_widget_is_sensitive (ui_find_id (f->window, "file_row")));
  g_assert_true (gtk_widget_is_sensitive (find_row (f, "Make a backup now")));

  myo_session_desk_stop (f->sessions);
  myo_session_desk_finish (f->sessions);
  ui_assert_reads_not (f->window, "A session is under way");
  g_assert_true (gtk_widget_is_sensitive (ui_find_id (f->window, "list")));
}

#define ADD(path, n, func) g_test_add ("/backups-window/" path, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  ADD ("list", 3, test_tells_what_there_is);
  ADD ("none", 0, test_tells_when_there_are_none);
  ADD ("narrow", 3, test_narrow_and_large);
  ADD ("make", 1, test_makes_one_and_says_so);
  ADD ("bring-back", 3, test_asks_before_it_brings_one_back);
  ADD ("refused", 1, test_a_file_that_is_none);
  ADD ("session", 1, test_not_in_a_session);
  return g_test_run ();
}
