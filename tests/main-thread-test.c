/* With the biggest drawing that the limits allow, nothing works long on the main thread: at the start, where it is the draft, when it is
 * opened, taken back, done again, repainted after a session and looked at in the history.
 *
 * What is measured is work, not time: see meter-kit.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "big-drawing-kit.h"
#include "meter-kit.h"
#include "pain-desk-kit.h"

static MyoPainDrawing *biggest;
static char *text;

static void
wait_for_answer (Fixture *f)
{
  MyoPainStudy *study = myo_pain_desk_get_study (f->desk);

  TURN_UNTIL (myo_pain_study_is_ready (study));
  g_assert_cmpuint (myo_pain_study_get_candidates (study)->len, >, 0);
  look ("ranking");
  myo_pain_study_get_explanations (study);
  look ("sets");
}

static void
test_start (Fixture *f, gconstpointer unused)
{
  kit_must_open (&f->kit);
  kit_save_draft (&f->kit, text, NULL);
  myo_meter_take ();
  myo_pain_desk_load_draft (f->desk);
  TURN_UNTIL (f->n_restored > 0);
  wait_for_answer (f);
  g_assert_true (myo_pain_drawing_equal (get_drawing (f), biggest));
}

/* Also painted on, when it is saved as the draft. */
static void
test_open_and_undo (Fixture *f, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (f->kit.folder, "biggest.xml", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  kit_must_open (&f->kit);
  load_draft (f);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  myo_meter_take ();
  myo_pain_desk_open (f->desk, file);
  TURN_UNTIL (f->n_opened > 0);
  wait_for_answer (f);

  myo_pain_desk_undo (f->desk);
  look ("undo");
  myo_pain_desk_redo (f->desk);
  look ("redo");
  wait_for_answer (f);
  pass (f, 1500);
  look ("draft");
  kit_assert_draft (&f->kit, text);
}

static void
test_sessions (Fixture *f, gconstpointer unused)
{
  MyoPainComparison *repaint = myo_pain_desk_get_repaint (f->desk), *pair = myo_pain_desk_get_pair (f->desk);
  g_autoptr(MyoSession) session = kit_session (1, MYO_END_DONE);

  session->drawing_before = g_strdup (text);
  session->drawing_after = g_strdup (text);
  myo_meter_take ();
  myo_pain_desk_offer_repaint (f->desk, session);
  TURN_UNTIL (!myo_pain_desk_is_reading (f->desk));
  TURN_UNTIL (myo_pain_comparison_is_ready (repaint));
  g_assert_nonnull (myo_pain_comparison_get_summary (repaint));
  look ("repainting");
  myo_pain_desk_repaint_same (f->desk);
  look ("as before");

  myo_pain_desk_show_pair (f->desk, session);
  TURN_UNTIL (!myo_pain_desk_is_reading (f->desk));
  TURN_UNTIL (myo_pain_comparison_is_ready (pair));
  g_assert_nonnull (myo_pain_comparison_get_summary (pair));
  look ("a pair");
  wait_for_answer (f);
}

#define ADD(path, func) g_test_add ("/main-thread/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_atlas ();
  biggest = make_biggest ();
  text = myo_pain_file_format (biggest);
  ADD ("open", test_open_and_undo);
  /* What differs is how much it is, not what is done: under Valgrind one of them is enough. */
  if (g_getenv ("TEST_SMALL") == NULL)
    ADD ("start", test_start);
  ADD ("sessions", test_sessions);
  status = g_test_run ();
  g_free (text);
  g_object_unref (biggest);
  close_atlas ();
  return status;
}
