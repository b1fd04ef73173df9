/* Work in threads: as a task's own, and waited for at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "myo-work.h"

#define N_TASKS 40

static gint n_done;

static void
count (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_assert_cmpint (GPOINTER_TO_INT (data), ==, 7);
  g_usleep (500);
  g_atomic_int_inc (&n_done);
  g_task_return_boolean (task, TRUE);
}

static void
begin (GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, data);

  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, GINT_TO_POINTER (7), NULL);
  myo_work_run (task, count);
}

/* More than run at a time: those that wait for their turn count too.  No main loop runs. */
static void
test_waits (void)
{
  n_done = 0;
  for (int i = 0; i < N_TASKS; i++)
    begin (NULL, NULL);
  myo_work_wait ();
  g_assert_cmpint (n_done, ==, N_TASKS);
  myo_work_wait ();
}

static void
take_answer (GObject *source, GAsyncResult *result, gpointer answered)
{
  *(gboolean *) answered = g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
test_answers (void)
{
  gboolean answered = FALSE;

  begin (take_answer, &answered);
  while (!answered)
    g_main_context_iteration (NULL, TRUE);
  myo_work_wait ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/threads-work/waits", test_waits);
  g_test_add_func ("/threads-work/answers", test_answers);
  return g_test_run ();
}
