/* The draft of a drawing in real records: saved, there again the next time, and never in the place of one that nobody has seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pain-desk-kit.h"

/* --- Last time --- */

static void
begin_without_records (Fixture *f)
{
  get_up (f);
  kit_close (&f->kit);
  kit_new_store (&f->kit);
  sit_down (f);
}

static void
begin_program_anew (Fixture *f)
{
  begin_without_records (f);
  kit_must_open (&f->kit);
  myo_pain_desk_load_draft (f->desk);
}

/* The records answer in order: what was asked of them before is done. */
static void
wait_for_records (Fixture *f)
{
  g_free (kit_load_draft (&f->kit, NULL));
}

static void
test_draft_is_saved_when_it_rests (Fixture *f, gconstpointer unused)
{
  g_autofree char *first = NULL, *second = NULL;

  kit_must_open (&f->kit);
  load_draft (f);
  paint (f, 5);
  first = myo_pain_file_format (get_drawing (f));
  pass (f, 1499);
  kit_assert_draft (&f->kit, NULL);
  paint (f, 6);
  second = myo_pain_file_format (get_drawing (f));
  pass (f, 1499);
  kit_assert_draft (&f->kit, NULL);
  pass (f, 1);
  kit_assert_draft (&f->kit, second);
  g_assert_cmpstr (first, !=, second);

  myo_pain_desk_clear (f->desk);
  pass (f, 1500);
  kit_assert_draft (&f->kit, NULL);
  g_assert_cmpuint (f->n_failed, ==, 0);
}

static void
test_draft_survives_the_end (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) before = NULL;

  kit_must_open (&f->kit);
  load_draft (f);
  paint (f, 5);
  before = myo_pain_drawing_copy (get_drawing (f));
  myo_pain_desk_flush (f->desk);
  begin_program_anew (f);
  wait_for_records (f);
  while (f->n_restored == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), before));
  g_assert_true (myo_pain_desk_can_export (f->desk));
  assert_at (f, MYO_WAY_HOME);
  while (!myo_pain_study_is_ready (myo_pain_desk_get_study (f->desk)))
    g_main_context_iteration (NULL, TRUE);
}

/* Who paints before it comes, or is at it, goes on; nothing of either is lost: undoing all of it brings back what was there last time. */
static void
check_draft_beneath (Fixture *f, gboolean under_way)
{
  g_autoptr(MyoPainDrawing) last = NULL, begun = NULL;

  kit_must_open (&f->kit);
  load_draft (f);
  paint (f, 5);
  last = myo_pain_drawing_copy (get_drawing (f));
  myo_pain_desk_flush (f->desk);
  begin_program_anew (f);
  begin_stroke (f, 9);
  if (!under_way)
    myo_pain_study_end_stroke (myo_pain_desk_get_study (f->desk));
  begun = myo_pain_drawing_copy (get_drawing (f));
  wait_for_records (f);
  while (f->put_away == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (f->n_restored, ==, 0);
  g_assert_true (myo_pain_drawing_equal (f->put_away, last));
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), begun));
  g_assert_cmpint (myo_pain_study_get_stroke (myo_pain_desk_get_study (f->desk)) != NULL, ==, under_way);

  myo_pain_study_end_stroke (myo_pain_desk_get_study (f->desk));
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (f))->len, ==, 1);
  myo_pain_desk_undo (f->desk);
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (f)));
  myo_pain_desk_undo (f->desk);
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), last));
  myo_pain_desk_redo (f->desk);
  myo_pain_desk_redo (f->desk);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (f))->len, ==, 1);
}

static void
test_draft_lies_beneath_what_was_begun (Fixture *f, gconstpointer unused)
{
  check_draft_beneath (f, FALSE);
}

static void
test_draft_lies_beneath_a_stroke (Fixture *f, gconstpointer unused)
{
  check_draft_beneath (f, TRUE);
}

static void
test_nothing_is_flushed_twice (Fixture *f, gconstpointer unused)
{
  g_autoptr(GError) error = NULL;

  kit_must_open (&f->kit);
  load_draft (f);
  paint (f, 5);
  pass (f, 1500);
  kit_save_draft (&f->kit, "<mine/>", &error);
  g_assert_no_error (error);
  myo_pain_desk_flush (f->desk);
  pass (f, 5000);
  kit_assert_draft (&f->kit, "<mine/>");
}

/* What cannot be read is kept: the next draft takes its place in the records. */
static void
test_bad_draft_is_told (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (f->kit.folder, "unreadable-drawing-bbc759dd.xml", NULL), *kept = NULL;
  g_autofree char *aside_path = g_build_filename (f->kit.folder, "aside.xml", NULL);
  g_autoptr(GFile) aside = g_file_new_for_path (aside_path);

  kit_must_open (&f->kit);
  kit_save_draft (&f->kit, "<pain-drawing><stroke", NULL);
  begin_program_anew (f);
  myo_pain_draft_set_aside (myo_pain_desk_get_draft (f->desk), aside);
  wait_for_records (f);
  while (f->n_failed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (f->n_failed, ==, 1);
  g_assert_cmpint (f->failed_code, ==, MYO_ERROR_PAIN_DRAWING);
  g_assert_cmpuint (f->n_restored, ==, 0);
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (f)));
  kit_assert_draft (&f->kit, "<pain-drawing><stroke");
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "<pain-drawing><stroke");
}

/* --- Records that come late --- */

/* Returns: (transfer full): the drawing of last time; another is painted before the records are open */
static MyoPainDrawing *
paint_before_records (Fixture *f)
{
  MyoPainDrawing *last;

  kit_must_open (&f->kit);
  load_draft (f);
  paint (f, 5);
  last = myo_pain_drawing_copy (get_drawing (f));
  myo_pain_desk_flush (f->desk);
  begin_without_records (f);
  myo_pain_draft_load_aside (myo_pain_desk_get_draft (f->desk));
  paint (f, 9);
  return last;
}

static void
check_put_away (Fixture *f, MyoPainDrawing *last)
{
  g_autofree char *text = NULL;

  load_draft (f);
  g_assert_nonnull (f->put_away);
  g_assert_true (myo_pain_drawing_equal (f->put_away, last));
  myo_pain_desk_undo (f->desk);
  myo_pain_desk_undo (f->desk);
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), last));
  myo_pain_desk_redo (f->desk);
  myo_pain_desk_redo (f->desk);
  pass (f, 1500);
  text = myo_pain_file_format (get_drawing (f));
  kit_assert_draft (&f->kit, text);
}

/* They are flushed to as soon as they are well, before they are read. */
static void
test_late_records_are_read_first (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) last = paint_before_records (f);

  kit_must_open (&f->kit);
  myo_pain_desk_flush (f->desk);
  check_put_away (f, last);
}

static void
test_saving_looks_by_itself (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) last = paint_before_records (f);

  kit_must_open (&f->kit);
  pass (f, 30000);
  check_put_away (f, last);
}

static void
test_end_before_they_are_read (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) last = paint_before_records (f);
  MyoPainDraft *draft = myo_pain_desk_get_draft (f->desk);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  kit_must_open (&f->kit);
  myo_pain_draft_flush_async (draft, kit_take_result, &result);
  g_assert_true (myo_pain_draft_flush_finish (draft, kit_wait (&result), &error));
  g_assert_no_error (error);
  check_put_away (f, last);
}

static GFile *
use_aside (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->kit.folder, "aside.xml", NULL);
  GFile *aside = g_file_new_for_path (path);

  myo_pain_draft_set_aside (myo_pain_desk_get_draft (f->desk), aside);
  return aside;
}

static void
begin_with_aside (Fixture *f, GFile *aside)
{
  begin_without_records (f);
  kit_must_open (&f->kit);
  myo_pain_draft_set_aside (myo_pain_desk_get_draft (f->desk), aside);
  load_draft (f);
}

/* Nobody sees what is told at the end: both are there again the next time. */
static void
test_end_keeps_both (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) last = paint_before_records (f), begun = myo_pain_drawing_copy (get_drawing (f));
  g_autofree char *text = myo_pain_file_format (last), *other = myo_pain_file_format (begun);
  g_autoptr(GFile) aside = use_aside (f);
  g_autoptr(GAsyncResult) result = NULL;
  MyoPainDraft *draft = myo_pain_desk_get_draft (f->desk);

  kit_must_open (&f->kit);
  myo_pain_draft_flush_async (draft, kit_take_result, &result);
  g_assert_true (myo_pain_draft_flush_finish (draft, kit_wait (&result), NULL));
  kit_assert_draft (&f->kit, text);

  begin_with_aside (f, aside);
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), begun));
  g_assert_nonnull (f->put_away);
  g_assert_true (myo_pain_drawing_equal (f->put_away, last));
  pass (f, 1500);
  kit_assert_draft (&f->kit, other);
  g_assert_false (g_file_query_exists (aside, NULL));
}

/* What goes on from the draft of the records has all of it. */
static void
test_aside_goes_on_from_the_draft (Fixture *f, gconstpointer unused)
{
  g_autoptr(GFile) aside = use_aside (f);

  kit_must_open (&f->kit);
  load_draft (f);
  paint (f, 5);
  myo_pain_desk_flush (f->desk);
  wait_for_records (f);
  paint (f, 6);
  g_assert_true (myo_pain_draft_put_aside (myo_pain_desk_get_draft (f->desk), NULL));
  begin_with_aside (f, aside);
  g_assert_cmpuint (f->n_restored, ==, 1);
  g_assert_null (f->put_away);
  g_assert_cmpuint (myo_pain_drawing_get_strokes (get_drawing (f))->len, ==, 2);
}

/* Begun, wiped away and left: what was there last time is untouched. */
static void
test_end_with_nothing_new (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) last = paint_before_records (f);
  g_autofree char *text = myo_pain_file_format (last);
  g_autoptr(GAsyncResult) result = NULL;
  MyoPainDraft *draft = myo_pain_desk_get_draft (f->desk);

  myo_pain_desk_undo (f->desk);
  kit_must_open (&f->kit);
  myo_pain_draft_flush_async (draft, kit_take_result, &result);
  g_assert_true (myo_pain_draft_flush_finish (draft, kit_wait (&result), NULL));
  kit_assert_draft (&f->kit, text);
}

/* Other records take their place while something is unsaved: what is shown and kept is theirs. */
static void
test_other_records_keep_theirs (Fixture *f, gconstpointer unused)
{
  g_autoptr(MyoPainDrawing) last = paint_before_records (f);
  g_autofree char *text = myo_pain_file_format (last);

  kit_must_open (&f->kit);
  myo_pain_desk_reload_draft (f->desk);
  myo_pain_desk_flush (f->desk);
  load_draft (f);
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), last));
  pass (f, 30000);
  kit_assert_draft (&f->kit, text);
}

/* What is read while other records take their place is of no concern any more. */
static void
test_other_records_while_reading (Fixture *f, gconstpointer unused)
{
  g_autoptr(GString) bad = g_string_new ("<pain-drawing>");

  for (guint i = 0; i < 20000; i++)
    g_string_append (bad, "<!-- much to read -->");
  kit_must_open (&f->kit);
  kit_save_draft (&f->kit, bad->str, NULL);
  myo_pain_desk_load_draft (f->desk);
  myo_records_save_draft_async (f->kit.store, NULL, NULL, NULL);
  myo_pain_desk_reload_draft (f->desk);
  load_draft (f);
  wait_for_records (f);
  g_assert_cmpuint (f->n_failed, ==, 0);
  g_assert_true (myo_pain_drawing_is_empty (get_drawing (f)));
}

/* Records that cannot be written say so themselves; painting goes on. */
static void
test_without_records (Fixture *f, gconstpointer unused)
{
  paint (f, 5);
  pass (f, 2000);
  myo_pain_desk_flush (f->desk);
  g_assert_cmpuint (f->n_failed, ==, 0);
  g_assert_true (myo_pain_desk_can_export (f->desk));
}

#define ADD(path, func) g_test_add ("/pain-draft/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_atlas ();
  ADD ("rests", test_draft_is_saved_when_it_rests);
  ADD ("survives", test_draft_survives_the_end);
  ADD ("begun", test_draft_lies_beneath_what_was_begun);
  ADD ("stroke", test_draft_lies_beneath_a_stroke);
  ADD ("twice", test_nothing_is_flushed_twice);
  ADD ("bad", test_bad_draft_is_told);
  ADD ("no-records", test_without_records);
  ADD ("late", test_late_records_are_read_first);
  ADD ("late-by-itself", test_saving_looks_by_itself);
  ADD ("late-end", test_end_before_they_are_read);
  ADD ("late-end-both", test_end_keeps_both);
  ADD ("aside", test_aside_goes_on_from_the_draft);
  ADD ("late-nothing", test_end_with_nothing_new);
  ADD ("others", test_other_records_keep_theirs);
  ADD ("others-reading", test_other_records_while_reading);
  status = g_test_run ();
  close_atlas ();
  return status;
}
