/* What comes before muscles are named: questions, warnings, and what is wanted in spite of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pain-desk-kit.h"

#include "myo-screening-desk.h"

static MyoScreeningDesk *
get_screening (Fixture *f)
{
  return myo_pain_desk_get_screening (f->desk);
}

static const MyoFlag *
assert_step (Fixture *f, MyoScreeningStep expected)
{
  const MyoFlag *flag;

  g_assert_cmpint (myo_screening_desk_get_step (get_screening (f), &flag), ==, expected);
  g_assert_cmpint (flag == NULL, ==, expected == MYO_SCREENING_CLEAR);
  return flag;
}

static void
answer (Fixture *f, const MyoFlag *flag, MyoAnswer given)
{
  myo_findings_set_flag (myo_pain_study_get_findings (myo_pain_desk_get_study (f->desk)), flag->id, given);
}

/* Two places that raise a question each. */
static void
paint_alarming (Fixture *f)
{
  measure_body (f);
  myo_pain_desk_toggle_region (f->desk, "breast", MYO_SIDE_RIGHT);
  myo_pain_desk_toggle_region (f->desk, "calf-mid", MYO_SIDE_RIGHT);
}

static void
deny_the_rest (Fixture *f)
{
  const MyoFlag *flag;

  while (myo_screening_desk_get_step (get_screening (f), &flag) == MYO_SCREENING_ASK)
    answer (f, flag, MYO_ANSWER_NO);
}

static void
test_questions (Fixture *f, gconstpointer unused)
{
  const MyoFlag *first;

  assert_step (f, MYO_SCREENING_CLEAR);
  paint_alarming (f);
  first = assert_step (f, MYO_SCREENING_ASK);
  answer (f, first, MYO_ANSWER_NO);
  g_assert_true (assert_step (f, MYO_SCREENING_ASK) != first);
  deny_the_rest (f);
  assert_step (f, MYO_SCREENING_CLEAR);
  g_assert_true (myo_screening_desk_is_denied (get_screening (f)));
  myo_screening_desk_ask_again (get_screening (f));
  g_assert_false (myo_screening_desk_is_denied (get_screening (f)));
  g_assert_true (assert_step (f, MYO_SCREENING_ASK) == first);
}

/* A place that raises none. */
static void
test_no_question (Fixture *f, gconstpointer unused)
{
  measure_body (f);
  paint (f, 5);
  assert_step (f, MYO_SCREENING_CLEAR);
  g_assert_false (myo_screening_desk_is_denied (get_screening (f)));
}

/* The alarm goes before the other questions, which come when the muscles are wanted all the same. */
static void
test_alarm (Fixture *f, gconstpointer unused)
{
  guint n_changed = 0;
  const MyoFlag *first;

  g_signal_connect_swapped (get_screening (f), "changed", G_CALLBACK (count), &n_changed);
  paint_alarming (f);
  myo_screening_desk_show_anyway (get_screening (f));
  first = assert_step (f, MYO_SCREENING_ASK);
  g_assert_cmpuint (n_changed, ==, 0);
  answer (f, first, MYO_ANSWER_YES);
  g_assert_true (assert_step (f, MYO_SCREENING_WARN) == first);
  myo_screening_desk_show_anyway (get_screening (f));
  g_assert_cmpuint (n_changed, ==, 1);
  assert_step (f, MYO_SCREENING_ASK);
  deny_the_rest (f);
  g_assert_true (assert_step (f, MYO_SCREENING_WARNED) == first);
}

/* Each alarm is warned of, though it is not the first. */
static void
test_second_alarm (Fixture *f, gconstpointer unused)
{
  const MyoFlag *second;

  paint_alarming (f);
  answer (f, assert_step (f, MYO_SCREENING_ASK), MYO_ANSWER_YES);
  myo_screening_desk_show_anyway (get_screening (f));
  second = assert_step (f, MYO_SCREENING_ASK);
  answer (f, second, MYO_ANSWER_YES);
  g_assert_true (assert_step (f, MYO_SCREENING_WARN) == second);
  myo_screening_desk_show_anyway (get_screening (f));
  deny_the_rest (f);
  assert_step (f, MYO_SCREENING_WARNED);
}

/* The next person is warned as well, whether or not anyone looked in between. */
static void
test_forgotten (Fixture *f, gconstpointer unused)
{
  const MyoFlag *first;

  paint_alarming (f);
  first = assert_step (f, MYO_SCREENING_ASK);
  answer (f, first, MYO_ANSWER_YES);
  myo_screening_desk_show_anyway (get_screening (f));
  myo_pain_desk_begin_new (f->desk);
  paint_alarming (f);
  answer (f, first, MYO_ANSWER_YES);
  g_assert_true (assert_step (f, MYO_SCREENING_WARN) == first);

  /* The same when the answer is taken back. */
  myo_screening_desk_show_anyway (get_screening (f));
  answer (f, first, MYO_ANSWER_NO);
  answer (f, first, MYO_ANSWER_YES);
  g_assert_true (assert_step (f, MYO_SCREENING_WARN) == first);
}

#define ADD(name, func) g_test_add ("/screening-desk/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  open_atlas ();
  ADD ("questions", test_questions);
  ADD ("no-question", test_no_question);
  ADD ("alarm", test_alarm);
  ADD ("second-alarm", test_second_alarm);
  ADD ("forgotten", test_forgotten);
  status = g_test_run ();
  close_atlas ();
  return status;
}
