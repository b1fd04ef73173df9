/* Pain drawings in the records: with their sessions, and the one that is being made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-pain-file.h"
#include "store-file-kit.h"

#define BEFORE "<pain-drawing>before – “links”</pain-drawing>"
#define AFTER  "<pain-drawing>after</pain-drawing>"

/* --- Helpers --- */

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

/* --- With their sessions --- */

static void
test_what_is_saved_comes_back (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);

  kit_must_open (kit);
  kit_save_drawings (kit, session, BEFORE, NULL);
  assert_drawings (kit, BEFORE, NULL);
  kit_save_drawings (kit, session, NULL, AFTER);
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
  kit_save_drawings (kit, session, "", "");
  assert_drawings (kit, NULL, NULL);
  kit_save_drawings (kit, session, BEFORE, AFTER);
  kit_save_drawings (kit, session, NULL, NULL);
  assert_drawings (kit, BEFORE, AFTER);
  kit_save_drawings (kit, session, "other", BEFORE);
  assert_drawings (kit, "other", BEFORE);
  kit_save_drawings (kit, session, "", NULL);
  assert_drawings (kit, NULL, BEFORE);
  kit_save_drawings (kit, session, NULL, "");
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
  kit_save_drawings (kit, other, AFTER, NULL);
  kit_save_drawings (kit, session, BEFORE, NULL);
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

      kit_save_drawings (kit, session, i % 2 == 0 ? before : NULL, i % 3 == 0 ? after : NULL);
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
  kit_save_drawings (kit, session, large, NULL);
  assert_drawings (kit, large, NULL);
  g_assert_true (kit_save_draft (kit, large, NULL));
  kit_assert_draft (kit, large);
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
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM pain_drawing"), ==, 0);
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
  kit_save_drawings (kit, stays, BEFORE, AFTER);
  kit_save_drawings (kit, goes, "a drawing to be forgotten", "this one also to be forgotten");
  g_assert_true (kit_delete (kit, goes->id, FALSE, NULL));
  g_assert_true (kit_delete (kit, goes->id, TRUE, NULL));
  g_assert_true (kit_delete (kit, goes->id, FALSE, NULL));
  kit_close (kit);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM pain_drawing"), ==, 4);
  kit_let_undo_pass (kit);
  kit_must_open (kit);
  assert_drawings (kit, BEFORE, AFTER);
  kit_close (kit);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM pain_drawing"), ==, 2);

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

      kit_save_drawings (kit, session, texts[i], good);
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
  kit_save_drawings (kit, session, BEFORE, AFTER);
  kit_save_draft (kit, BEFORE, NULL);
  kit_close (kit);
  kit_change_file (kit->records, "UPDATE pain_drawing SET drawing = CAST (x'3c70ff61696e' AS TEXT); UPDATE draft SET drawing = CAST (x'ff00fe' AS TEXT)");
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
  kit_assert_draft (kit, NULL);
  g_assert_true (kit_save_draft (kit, NULL, NULL));
  g_assert_true (kit_save_draft (kit, BEFORE, NULL));
  kit_assert_draft (kit, BEFORE);
  g_assert_true (kit_save_draft (kit, AFTER, NULL));
  kit_assert_draft (kit, AFTER);

  kit_new_store (kit);
  kit_must_open (kit);
  kit_assert_draft (kit, AFTER);
  g_assert_true (kit_save_draft (kit, NULL, NULL));
  kit_assert_draft (kit, NULL);
  kit_close (kit);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM draft"), ==, 0);
}

/* The end of the program waits for what was asked last. */
static void
test_draft_at_the_end (Kit *kit, gconstpointer unused)
{
  kit_must_open (kit);
  myo_records_save_draft_async (kit->store, BEFORE, NULL, NULL);
  myo_records_save_draft_async (kit->store, AFTER, NULL, NULL);
  myo_records_close (kit->store);
  g_assert_cmpint (kit_ask_file (kit->records, "SELECT count (*) FROM draft WHERE drawing = '" AFTER "' AND saved_at > 0"), ==, 1);
}

static void
test_draft_and_sessions_are_apart (Kit *kit, gconstpointer unused)
{
  g_autoptr(MyoSession) session = kit_session (1000, MYO_END_DONE);

  kit_must_open (kit);
  kit_save_draft (kit, AFTER, NULL);
  kit_save_drawings (kit, session, BEFORE, NULL);
  kit_delete (kit, session->id, FALSE, NULL);
  kit_let_undo_pass (kit);
  kit_must_open (kit);
  kit_assert_n_listed (kit, 0);
  kit_assert_draft (kit, AFTER);
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

      kit_save_drawings (kit, session, drawing, drawing);
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
  ADD ("page", test_page_with_drawings);
  return g_test_run ();
}
