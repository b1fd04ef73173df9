/* What MyoRecords promises, whoever keeps the records.  Nothing here but the fixture knows who does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-folding.h"
#include "store-kit.h"

/* --- Which sessions a filter lets through --- */

#define N_SESSIONS 160

static const char * const muscles[] = { "Infraspinatus", "Upper trapezius", "Schläfenmuskel", "Soleus", "Großzehenstrecker" };
static const char * const techniques[] = { "Ball against the wall", "Pincer grip", "100 % under_load", "Ätherische Übung" };
static const char * const drawings[] = { "Left: Temple, Crown.", "Right: Wrist, Front of the shoulder.", NULL };

static const char * const searches[] = {
  NULL, "", " \t", "soleus", "SPINA", "temple left", "left  temple", "wrist temple", "schlafen", "SCHLÄFEN", "grosszehe", "übung",
  "under_load", "load_under", "100 %", "%", "_", "a", "e r", "trapezius grip crown", "knee", "*", "' OR 1 = 1 --",
};

/* Some are under way, some deleted, many begin at the same moment. */
static GPtrArray *
make_history (Kit *kit)
{
  GPtrArray *made = g_ptr_array_new_with_free_func ((GDestroyNotify) myo_session_unref);
  g_autoptr(GRand) rand = g_rand_new_with_seed (20261130);

  for (guint i = 0; i < N_SESSIONS; i++)
    {
      MyoSession *session = kit_session (g_rand_int_range (rand, 1, 40), g_rand_int_range (rand, 0, 10) == 0 ? MYO_END_NONE : MYO_END_DONE);

      g_free (session->muscle_name);
      g_free (session->technique_title);
      session->muscle_name = g_strdup (muscles[g_rand_int_range (rand, 0, G_N_ELEMENTS (muscles))]);
      session->technique_title = g_strdup (techniques[g_rand_int_range (rand, 0, G_N_ELEMENTS (techniques))]);
      session->drawing_words = g_strdup (drawings[g_rand_int_range (rand, 0, G_N_ELEMENTS (drawings))]);
      g_assert_cmpint (kit_save (kit, session, NULL), >, 0);
      if (g_rand_int_range (rand, 0, 10) == 0)
        g_assert_true (kit_delete (kit, session->id, FALSE, NULL));
      else if (session->end != MYO_END_NONE)
        g_ptr_array_add (made, myo_session_ref (session));
      myo_session_unref (session);
    }
  return made;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const MyoSession *x = *(const MyoSession * const *) a, *y = *(const MyoSession * const *) b;

  if (x->started_at != y->started_at)
    return x->started_at > y->started_at ? -1 : 1;
  return x->id > y->id ? -1 : 1;
}

/* As #MyoSessionFilter says it, in the plainest way. */
static gboolean
is_found (const MyoSession *session, const char *search)
{
  g_autofree char *text = g_strjoin (" ", session->muscle_name, session->technique_title, session->drawing_words, NULL);
  g_autofree char *folded = myo_fold_words (text);
  g_auto(GStrv) words = g_strsplit_set (search != NULL ? search : "", " \t", -1);
  guint n_words = 0, n_signs = 0;

  for (char **word = words; *word != NULL; word++)
    {
      g_autofree char *plain = myo_fold_words (*word);

      n_signs += **word != '\0';
      if (*plain == '\0')
        continue;
      if (strstr (folded, plain + 1) == NULL)
        return FALSE;
      n_words++;
    }
  return n_words > 0 || n_signs == 0;
}

static gboolean
lets_through (const MyoSessionFilter *filter, const MyoSession *session)
{
  return (session->started_at < filter->before || (session->started_at == filter->before && session->id < filter->before_id))
         && is_found (session, filter->search);
}

/* The rows of @sessions, in their order: those that @filter lets through, or with %NULL all. */
static char *
name_rows (GPtrArray *sessions, const MyoSessionFilter *filter)
{
  GString *rows = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < sessions->len && (filter == NULL || n < filter->limit); i++)
    {
      const MyoSession *session = g_ptr_array_index (sessions, i);

      if (filter != NULL && !lets_through (filter, session))
        continue;
      g_string_append_printf (rows, " %" G_GINT64_FORMAT, session->id);
      n++;
    }
  return g_string_free (rows, FALSE);
}

static GPtrArray *
list (MyoRecords *records, const MyoSessionFilter *filter)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *listed;

  myo_records_list_async (records, filter, NULL, kit_take_result, &result);
  listed = myo_records_list_finish (records, kit_wait (&result), &error);
  g_assert_no_error (error);
  return listed;
}

/* Goes through all pages.  Returns: how many sessions they held */
static guint
check_pages (MyoRecords *records, GPtrArray *history, MyoSessionFilter filter)
{
  guint n = 0;

  for (;;)
    {
      g_autoptr(GPtrArray) page = list (records, &filter);
      g_autofree char *found = name_rows (page, NULL), *expected = name_rows (history, &filter);
      const MyoSession *last;

      g_assert_cmpstr (found, ==, expected);
      if (page->len == 0)
        return n;

      n += page->len;
      last = g_ptr_array_index (page, page->len - 1);
      filter.before = last->started_at;
      filter.before_id = last->id;
    }
}

static void
test_filter (Kit *kit, gconstpointer unused)
{
  const guint limits[] = { 1, 7, N_SESSIONS };
  g_autoptr(GPtrArray) history = NULL;
  guint n_some = 0;

  kit_must_open (kit);
  history = make_history (kit);
  g_ptr_array_sort (history, newest_first);
  g_assert_cmpuint (history->len, >, N_SESSIONS / 2);
  g_assert_cmpuint (history->len, <, N_SESSIONS);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    for (guint k = 0; k < G_N_ELEMENTS (limits); k++)
      {
        guint n = check_pages (kit->store, history, kit_filter (G_MAXINT64, G_MAXINT64, limits[k], searches[i]));

        n_some += n > 0 && n < history->len;
      }
  g_assert_cmpuint (n_some, >, G_N_ELEMENTS (searches));
}

/* --- Asking and answering --- */

static void
note (GObject *source, GAsyncResult *result, gpointer data)
{
  GPtrArray *answers = data;

  g_assert_true (MYO_IS_RECORDS (source));
  g_assert_true (g_async_result_get_source_object (result) == source);
  g_object_unref (source);
  g_ptr_array_add (answers, g_object_ref (result));
}

static void
wait_for (GPtrArray *answers, guint n)
{
  while (answers->len < n)
    g_main_context_iteration (NULL, TRUE);
}

/* What was handed over is the caller's again at once, and what is asked for is done in order. */
static void
test_in_order_and_copied (Kit *kit, gconstpointer unused)
{
  g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) listed = NULL;
  MyoSession *session = kit_session (1000, MYO_END_DONE);
  MyoHold *hold = kit_hold (1001, 1);
  char *search = g_strdup ("infraspinatus"), *drawing = g_strdup ("a drawing");
  MyoSessionFilter filter = kit_filter (G_MAXINT64, G_MAXINT64, 10, search);
  g_autofree char *draft = NULL;

  kit_must_open (kit);
  for (int i = 0; i < 20; i++)                      /* so that what comes next is not done before it is asked for */
    myo_records_save_draft_async (kit->store, "before", NULL, NULL);
  session->drawing_before = g_strdup (drawing);
  myo_records_save_session_async (kit->store, session, note, answers);
  g_free (session->muscle_name);
  session->muscle_name = g_strdup ("another");
  myo_session_unref (session);
  myo_records_add_hold_async (kit->store, 1, hold, 2, note, answers);
  myo_hold_free (hold);
  myo_records_save_draft_async (kit->store, drawing, note, answers);
  memset (drawing, 'x', strlen (drawing));
  g_free (drawing);
  myo_records_list_async (kit->store, &filter, NULL, note, answers);
  memset (search, 'x', strlen (search));
  g_free (search);
  filter.limit = 0;
  myo_records_load_draft_async (kit->store, note, answers);
  g_assert_cmpuint (answers->len, ==, 0);

  wait_for (answers, 5);
  g_assert_cmpint (myo_records_save_session_finish (kit->store, answers->pdata[0], NULL), ==, 1);
  g_assert_cmpint (myo_records_add_hold_finish (kit->store, answers->pdata[1], NULL), >, 0);
  g_assert_true (myo_records_save_draft_finish (kit->store, answers->pdata[2], NULL));
  listed = myo_records_list_finish (kit->store, answers->pdata[3], NULL);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_cmpuint (((const MyoSession *) listed->pdata[0])->holds->len, ==, 1);
  g_assert_cmpint (((const MyoSession *) listed->pdata[0])->next_move, ==, 2);
  g_assert_cmpstr (((const MyoSession *) listed->pdata[0])->drawing_before, ==, "a drawing");
  draft = myo_records_load_draft_finish (kit->store, answers->pdata[4], NULL);
  g_assert_cmpstr (draft, ==, "a drawing");
}

/* Nobody need wait for an answer, nor keep the records until it comes. */
static void
test_answers_that_nobody_takes (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);
  const MyoSessionFilter all = kit_filter (G_MAXINT64, G_MAXINT64, 10, "wall");
  gpointer weak = kit->store;

  kit_must_open (kit);
  g_object_add_weak_pointer (G_OBJECT (kit->store), &weak);
  myo_records_save_session_async (kit->store, session, NULL, NULL);
  myo_records_list_async (kit->store, &all, NULL, NULL, NULL);
  myo_records_find_unfinished_async (kit->store, NULL, NULL);
  myo_records_delete_async (kit->store, 4711, NULL, NULL);
  g_clear_object (&kit->store);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);

  kit_new_store (kit);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 1);
}

static void
test_cancelled (Kit *kit, gconstpointer unused)
{
  const MyoSessionFilter all = kit_filter (G_MAXINT64, G_MAXINT64, 10, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) listed = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  myo_records_open_async (kit->store, cancellable, kit_take_result, &opened);
  g_assert_false (myo_records_open_finish (kit->store, kit_wait (&opened), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  kit_must_open (kit);
  myo_records_list_async (kit->store, &all, cancellable, kit_take_result, &listed);
  g_assert_null (myo_records_list_finish (kit->store, kit_wait (&listed), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- State --- */

static void
must_fail (GError **error, MyoError code)
{
  g_assert_error (*error, MYO_ERROR, (int) code);
  g_clear_error (error);
}

static void
assert_closed (Kit *kit)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);
  g_autoptr(MyoHold) hold = kit_hold (1001, 1);
  GError *error = NULL;

  g_assert_false (myo_records_get_writable (kit->store));
  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  must_fail (&error, MYO_ERROR_STORE);
  g_assert_cmpint (kit_add_hold (kit, 1, hold, 1, &error), ==, 0);
  must_fail (&error, MYO_ERROR_STORE);
  g_assert_null (kit_find_unfinished (kit, &error));
  must_fail (&error, MYO_ERROR_STORE);
  g_assert_null (kit_list (kit, G_MAXINT64, G_MAXINT64, 10, &error));
  must_fail (&error, MYO_ERROR_STORE);
  g_assert_false (kit_delete (kit, 1, FALSE, &error));
  must_fail (&error, MYO_ERROR_STORE);
  g_assert_false (kit_delete (kit, 1, TRUE, &error));
  must_fail (&error, MYO_ERROR_STORE);
  g_assert_false (kit_save_draft (kit, "a drawing", &error));
  must_fail (&error, MYO_ERROR_STORE);
  g_assert_null (kit_load_draft (kit, &error));
  must_fail (&error, MYO_ERROR_STORE);
}

static void
test_state (Kit *kit, gconstpointer unused)
{
  assert_closed (kit);
  kit_must_open (kit);
  g_assert_true (myo_records_get_writable (kit->store));
  g_assert_null (myo_records_get_damaged_file (kit->store));
  g_assert_null (myo_records_get_offer (kit->store));
  kit_fill (kit, 2);
  kit_close (kit);
  assert_closed (kit);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 2);
  myo_records_close (kit->store);
  assert_closed (kit);
  myo_records_close (kit->store);
  kit_close (kit);
}

static void
test_what_is_gone (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);
  g_autoptr(MyoHold) hold = kit_hold (1001, 1);
  GError *error = NULL;

  kit_must_open (kit);
  session->id = 4711;
  g_assert_cmpint (kit_save (kit, session, &error), ==, 0);
  must_fail (&error, MYO_ERROR_NOT_FOUND);
  g_assert_cmpint (kit_add_hold (kit, 4711, hold, 1, &error), ==, 0);
  must_fail (&error, MYO_ERROR_NOT_FOUND);
  g_assert_false (kit_delete (kit, 4711, FALSE, &error));
  must_fail (&error, MYO_ERROR_NOT_FOUND);
  g_assert_false (kit_delete (kit, 4711, TRUE, &error));
  must_fail (&error, MYO_ERROR_NOT_FOUND);
  kit_assert_n_listed (kit, 0);
}

#define ADD(path, func) g_test_add ("/records/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("filter", test_filter);
  ADD ("in-order", test_in_order_and_copied);
  ADD ("answers-untaken", test_answers_that_nobody_takes);
  ADD ("cancel", test_cancelled);
  ADD ("state", test_state);
  ADD ("gone", test_what_is_gone);
  return g_test_run ();
}
