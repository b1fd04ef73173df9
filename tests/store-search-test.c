/* Searching the records: by muscle, technique and the words of the drawing, whatever the case and the accents.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-record-queries-private.h"
#include "store-file-kit.h"

/* --- Helpers --- */

static MyoSession *
make_session (gint64 started_at, const char *muscle, const char *technique, const char *words)
{
  MyoSession *session = kit_session (started_at, MYO_END_DONE);

  g_free (session->muscle_name);
  g_free (session->technique_title);
  session->muscle_name = g_strdup (muscle);
  session->technique_title = g_strdup (technique);
  session->drawing_words = g_strdup (words);
  return session;
}

static gint64
save (Kit *kit, gint64 started_at, const char *muscle, const char *technique, const char *words)
{
  g_autoptr(MyoSession) session = make_session (started_at, muscle, technique, words);
  g_autoptr(GError) error = NULL;

  kit_save (kit, session, &error);
  g_assert_no_error (error);
  return session->id;
}

/* A small history, begun at 1, 2, 3 … */
static void
fill (Kit *kit)
{
  kit_must_open (kit);
  save (kit, 1, "Infraspinatus", "Ball against the wall", "Right: Front of the shoulder, Wrist.");
  save (kit, 2, "Upper trapezius", "Pincer grip", "Left: Temple, Behind or deep in the eye.");
  save (kit, 3, "Schläfenmuskel", "Grätsche über Äste – für Großzehe", NULL);
  save (kit, 4, "Soleus", "100 % under_load\\slow", "");
}

/* The sessions found, by when they began, newest first: "4 2" */
static void
assert_found (Kit *kit, const char *search, const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = kit_search (kit, search, G_MAXINT64, G_MAXINT64, 100, &error);
  g_autoptr(GString) starts = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (starts, "%s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            ((const MyoSession *) g_ptr_array_index (found, i))->started_at);
  g_assert_cmpstr (starts->str, ==, expected);
}

/* --- Finding --- */

static void
test_by_each_text (Kit *kit, gconstpointer unused)
{
  fill (kit);
  assert_found (kit, "infraspinatus", "1");
  assert_found (kit, "pincer", "2");
  assert_found (kit, "temple", "2");
  assert_found (kit, "wrist", "1");
  assert_found (kit, "knee", "");
  assert_found (kit, "spinatus", "1");
}

static void
test_no_search_is_all (Kit *kit, gconstpointer unused)
{
  fill (kit);
  assert_found (kit, NULL, "4 3 2 1");
  assert_found (kit, "", "4 3 2 1");
  assert_found (kit, " \t ", "4 3 2 1");
}

static void
test_case_and_accents (Kit *kit, gconstpointer unused)
{
  fill (kit);
  assert_found (kit, "TEMPLE", "2");
  assert_found (kit, "SCHLÄFE", "3");
  assert_found (kit, "schlafe", "3");
  assert_found (kit, "äste", "3");
  assert_found (kit, "A\xcc\x88STE", "3");         /* the accent as a sign of its own */
  assert_found (kit, "grosszehe", "3");
  assert_found (kit, "GROSSZEHE", "3");
  assert_found (kit, "Témple", "2");
}

static void
test_all_words (Kit *kit, gconstpointer unused)
{
  fill (kit);
  assert_found (kit, "left temple", "2");
  assert_found (kit, "eye trapezius pincer", "2");
  assert_found (kit, "right temple", "");
  assert_found (kit, "  shoulder,  infra ", "1");
  assert_found (kit, "front of the shoulder", "1");
}

static void
test_signs_are_no_patterns (Kit *kit, gconstpointer unused)
{
  fill (kit);
  assert_found (kit, "%", "");
  assert_found (kit, "_", "");
  assert_found (kit, "t%e", "");
  assert_found (kit, "te%le", "");
  assert_found (kit, "infra%natus", "");
  assert_found (kit, "temp_e", "");
  assert_found (kit, "tem_xx", "");
  assert_found (kit, "100 %", "4");
  assert_found (kit, "under_load", "4");
  assert_found (kit, "load_under", "");
  assert_found (kit, "underxload", "");
  assert_found (kit, "upper-trapezius", "2");
  assert_found (kit, "load\\slow", "4");
  assert_found (kit, "' OR 1 = 1 --", "");
  assert_found (kit, "*", "");
  assert_found (kit, "\xff\xfe", "");
}

static void
test_a_whole_text_pasted (Kit *kit, gconstpointer unused)
{
  g_autoptr(GString) text = g_string_new (NULL);

  fill (kit);
  for (int i = 0; i < 20000; i++)
    g_string_append (text, "temple left ");
  assert_found (kit, text->str, "2");
  g_string_append (text, "knee");
  assert_found (kit, text->str, "");
}

static void
test_pages (Kit *kit, gconstpointer unused)
{
  gint64 before = G_MAXINT64, before_id = G_MAXINT64;
  guint seen = 0;

  kit_must_open (kit);
  for (int i = 0; i < 40; i++)
    save (kit, 100 + i / 4, i % 3 == 0 ? "Soleus" : "Infraspinatus", "Ball", i % 2 == 0 ? "Right: Temple." : NULL);

  for (;;)
    {
      g_autoptr(GPtrArray) page = kit_search (kit, "soleus temple", before, before_id, 3, NULL);

      if (page->len == 0)
        break;
      for (guint i = 0; i < page->len; i++)
        {
          const MyoSession *session = g_ptr_array_index (page, i);

          g_assert_true (session->started_at < before || (session->started_at == before && session->id < before_id));
          g_assert_cmpstr (session->muscle_name, ==, "Soleus");
          g_assert_cmpstr (session->drawing_words, ==, "Right: Temple.");
          before = session->started_at;
          before_id = session->id;
          seen++;
        }
    }
  g_assert_cmpuint (seen, ==, 7);
}

static void
test_hidden_ones_stay_hidden (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) under_way = make_session (9, "Soleus", "Ball", "Right: Temple.");
  gint64 deleted;

  fill (kit);
  under_way->end = MYO_END_NONE;
  kit_save (kit, under_way, NULL);
  deleted = save (kit, 10, "Soleus", "Ball", "Right: Temple.");
  assert_found (kit, "temple", "10 2");
  g_assert_true (kit_delete (kit, deleted, FALSE, NULL));
  assert_found (kit, "temple", "2");
  g_assert_true (kit_delete (kit, deleted, TRUE, NULL));
  assert_found (kit, "temple", "10 2");
}

/* --- What is kept --- */

static void
save_words (Kit *kit, MyoSession *session, const char *words)
{
  g_free (session->drawing_words);
  session->drawing_words = g_strdup (words);
  g_assert_cmpint (kit_save (kit, session, NULL), ==, session->id);
}

static void
test_words_as_drawings (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = make_session (1, "Soleus", "Ball", "Right: Temple.");

  kit_must_open (kit);
  kit_save (kit, session, NULL);
  save_words (kit, session, NULL);
  assert_found (kit, "temple soleus", "1");
  g_free (session->muscle_name);
  session->muscle_name = g_strdup ("Masseter");
  save_words (kit, session, NULL);
  assert_found (kit, "temple masseter", "1");
  assert_found (kit, "soleus", "");
  save_words (kit, session, "Left: Wrist.");
  assert_found (kit, "wrist masseter", "1");
  assert_found (kit, "temple", "");
  save_words (kit, session, "");
  assert_found (kit, "wrist", "");
  assert_found (kit, "masseter", "1");
}

static void
test_unfinished_has_its_words (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = make_session (1, "Soleus", "Ball", "Right: Temple – “Schläfe”.");
  g_autoptr(MyoSession) found = NULL;

  session->end = MYO_END_NONE;
  kit_must_open (kit);
  kit_save (kit, session, NULL);
  found = kit_find_unfinished (kit, NULL);
  g_assert_cmpstr (found->drawing_words, ==, session->drawing_words);
  found->end = MYO_END_DONE;
  kit_save (kit, found, NULL);
  assert_found (kit, "schlafe", "1");
}

/* --- Older records --- */

#define FIRST_HISTORY \
  "INSERT INTO session (started_at, ended_at, muscle, muscle_name, technique, technique_title, atlas_version," \
  " side, ending, next_move) VALUES " \
  "(1, 2, 'a', 'Schläfenmuskel', 'b', 'Ätherische Bälle', 'v', 'left', 'done', 0)," \
  "(2, 3, 'a', 'Soleus', 'b', 'Ball', 'v', 'left', 'done', 0)," \
  "(3, 0, 'a', 'Soleus', 'b', 'Ball', 'v', 'left', 'none', 0)"

static void
test_upgraded (Kit *kit, gconstpointer unused)
{
  kit_make_first_version (kit, FIRST_HISTORY);
  kit_must_open (kit);
  assert_found (kit, "ATHERISCHE BÄLLE", "1");
  assert_found (kit, "schlafen", "1");
  assert_found (kit, "soleus", "2");
  save (kit, 9, "Soleus", "Ball", "Right: Temple.");
  assert_found (kit, "soleus", "9 2");
  assert_found (kit, "temple", "9");
  kit_close (kit);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM session WHERE search = ''"), ==, 0);
}

/* Where nothing can be written it cannot be upgraded, and is searched all the same. */
static void
test_first_version_as_it_is (Kit *kit, gconstpointer unused)
{
  const MyoSessionFilter filter = kit_filter (G_MAXINT64, G_MAXINT64, 10, "SCHLAFEN balle");
  g_autoptr(MyoDatabase) database = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  kit_make_first_version (kit, FIRST_HISTORY);
  database = myo_database_open (kit->records, MYO_DATABASE_READ, &error);
  found = myo_record_queries_list (database, &filter, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_null (((const MyoSession *) g_ptr_array_index (found, 0))->drawing_words);
}

/* Other tools can write into the tables: none of our functions is part of them. */
static void
test_tables_need_no_function (Kit *kit, gconstpointer unused)
{
  fill (kit);
  kit_close (kit);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM sqlite_schema WHERE sql LIKE '%myo!_%' ESCAPE '!'"), ==, 0);
}

#define ADD(path, func) g_test_add ("/store-search/" path, Kit, NULL, kit_set_up, func, kit_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-text", test_by_each_text);
  ADD ("none", test_no_search_is_all);
  ADD ("case-and-accents", test_case_and_accents);
  ADD ("all-words", test_all_words);
  ADD ("signs", test_signs_are_no_patterns);
  ADD ("pasted", test_a_whole_text_pasted);
  ADD ("pages", test_pages);
  ADD ("hidden", test_hidden_ones_stay_hidden);
  ADD ("words", test_words_as_drawings);
  ADD ("unfinished", test_unfinished_has_its_words);
  ADD ("upgrade", test_upgraded);
  ADD ("read-only-and-old", test_first_version_as_it_is);
  ADD ("tables", test_tables_need_no_function);
  return g_test_run ();
}
