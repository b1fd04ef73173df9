/* The history as a list: loaded page by page from real records, searched, deleted from and brought back to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-history.h"
#include "store-file-kit.h"

#define PAGE 60

typedef struct
{
  Kit         kit;
  MyoHistory *history;
  GListModel *entries;
  guint       n_failed;
} Fixture;

/* Runs the main loop until @condition holds. */
#define WAIT_UNTIL(condition) \
  G_STMT_START { \
    while (!(condition)) \
      g_main_context_iteration (NULL, TRUE); \
  } G_STMT_END

static void
count_failed (Fixture *f)
{
  f->n_failed++;
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoClock) clock = MYO_CLOCK (myo_manual_clock_new ());

  kit_set_up (&f->kit, NULL);
  f->history = myo_history_new (f->kit.store, clock);
  f->entries = myo_history_get_entries (f->history);
  g_signal_connect_swapped (f->history, "failed", G_CALLBACK (count_failed), f);
}

/* What is still on its way ends first. */
static void
settle (Fixture *f)
{
  g_autoptr(GPtrArray) listed = kit_list (&f->kit, G_MAXINT64, G_MAXINT64, 1, NULL);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  settle (f);
  g_assert_finalize_object (f->history);
  kit_tear_down (&f->kit, NULL);
}

static void
load (Fixture *f, guint n_sessions)
{
  kit_must_open (&f->kit);
  kit_fill (&f->kit, n_sessions);
  myo_history_reload (f->history);
  settle (f);
}

/* A list that is closed while it loads is gone at once. */
static void
test_closed_while_loading (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoClock) clock = myo_clock_new ();
  MyoHistory *closed = myo_history_new (f->kit.store, clock);

  kit_must_open (&f->kit);
  kit_fill (&f->kit, 3);
  myo_history_reload (closed);
  g_assert_finalize_object (closed);
}

static MyoHistoryEntry *
get_entry (Fixture *f, guint position)
{
  g_autoptr(MyoHistoryEntry) entry = g_list_model_get_item (f->entries, position);

  g_assert_nonnull (entry);
  return entry;
}

static void
assert_n (Fixture *f, guint n)
{
  g_assert_cmpuint (g_list_model_get_n_items (f->entries), ==, n);
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (myo_history_entry_get_session (get_entry (f, i - 1))->started_at, >,
                     myo_history_entry_get_session (get_entry (f, i))->started_at);
}

/* --- Tests --- */

static void
test_loads_page_by_page (Fixture *f, gconstpointer unused)
{
  load (f, 2 * PAGE + 5);
  assert_n (f, PAGE);
  myo_history_load_more (f->history);
  myo_history_load_more (f->history);
  settle (f);
  assert_n (f, 2 * PAGE);
  myo_history_load_more (f->history);
  settle (f);
  assert_n (f, 2 * PAGE + 5);
  myo_history_load_more (f->history);
  settle (f);
  assert_n (f, 2 * PAGE + 5);

  myo_history_reload (f->history);
  settle (f);
  assert_n (f, PAGE);
  g_assert_cmpuint (f->n_failed, ==, 0);
}

static void
add_other (Fixture *f)
{
  g_autoptr(MyoSession) other = kit_session (90000 * (gint64) G_USEC_PER_SEC, MYO_END_DONE);

  g_free (other->muscle_name);
  other->muscle_name = g_strdup ("Soleus");
  kit_save (&f->kit, other, NULL);
}

static void
test_is_searched (Fixture *f, gconstpointer unused)
{
  load (f, 5);
  add_other (f);
  myo_history_set_search (f->history, "soleus");
  g_assert_cmpuint (g_list_model_get_n_items (f->entries), ==, 5);
  settle (f);
  assert_n (f, 1);
  g_assert_cmpstr (myo_history_entry_get_session (get_entry (f, 0))->muscle_name, ==, "Soleus");

  /* What is typed meanwhile counts; what was asked for before does not. */
  myo_history_set_search (f->history, "");
  myo_history_set_search (f->history, "soleus ball");
  settle (f);
  assert_n (f, 1);
  myo_history_set_search (f->history, "");
  settle (f);
  assert_n (f, 6);
  myo_history_set_search (f->history, NULL);
  myo_history_set_search (f->history, "nothing like it");
  settle (f);
  assert_n (f, 0);
  g_assert_cmpuint (f->n_failed, ==, 0);
}

static void
test_deletes_and_brings_back (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoHistoryEntry) entry = NULL;

  load (f, 4);
  entry = g_object_ref (get_entry (f, 2));
  myo_history_delete (f->history, entry);
  assert_n (f, 3);
  kit_assert_n_listed (&f->kit, 3);
  myo_history_delete (f->history, entry);
  assert_n (f, 3);

  myo_history_undelete (f->history, entry);
  assert_n (f, 4);
  g_assert_true (get_entry (f, 2) == entry);
  kit_assert_n_listed (&f->kit, 4);
}

/* What a search leaves out is not shown again. */
static void
test_brings_back_in_a_search (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoHistoryEntry) entry = NULL;

  load (f, 3);
  add_other (f);
  entry = g_object_ref (get_entry (f, 1));
  myo_history_delete (f->history, entry);
  myo_history_set_search (f->history, "soleus");
  settle (f);
  assert_n (f, 1);
  myo_history_undelete (f->history, entry);
  settle (f);
  assert_n (f, 1);
  kit_assert_n_listed (&f->kit, 4);
}

/* What is on the disk is the truth. */
static void
test_what_cannot_be_deleted_is_shown_again (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoHistoryEntry) entry = NULL;

  load (f, 2);
  entry = g_object_ref (get_entry (f, 0));
  kit_delete (&f->kit, myo_history_entry_get_session (entry)->id, FALSE, NULL);
  kit_let_undo_pass (&f->kit);
  kit_must_open (&f->kit);
  myo_history_delete (f->history, entry);
  WAIT_UNTIL (f->n_failed > 0);
  settle (f);
  assert_n (f, 1);
}

static void
test_without_records (Fixture *f, gconstpointer unused)
{
  myo_history_reload (f->history);
  WAIT_UNTIL (f->n_failed > 0);
  assert_n (f, 0);
  myo_history_load_more (f->history);
  settle (f);
  g_assert_cmpuint (f->n_failed, ==, 1);
}

#define ADD(path, func) g_test_add ("/history/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("pages", test_loads_page_by_page);
  ADD ("closed", test_closed_while_loading);
  ADD ("search", test_is_searched);
  ADD ("delete", test_deletes_and_brings_back);
  ADD ("delete/search", test_brings_back_in_a_search);
  ADD ("delete/failed", test_what_cannot_be_deleted_is_shown_again);
  ADD ("no-records", test_without_records);
  return g_test_run ();
}
