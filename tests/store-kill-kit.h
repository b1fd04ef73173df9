/* A Myomap that is killed at one step or another of what it does to the files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <signal.h>
#include <stdlib.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "myo-record-files-private.h"
#include "store-file-kit.h"

typedef gboolean (*KillFunc) (MyoLedger *ledger, GError **error);

static int steps_left;

/* Every step; some of them where each takes long. */
static inline int
kill_stride (void)
{
  return g_getenv ("TEST_SMALL") != NULL ? 4 : 1;
}

static inline void
kill_at_step (const char *step, const char *path)
{
  if (steps_left-- == 0)
    kill (getpid (), SIGKILL);
}

/* Runs @func in a program of its own, which is killed before step @n.  Returns: whether it came so far */
static inline gboolean
kill_run (Kit *kit, int n, KillFunc func)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      MyoLedger *ledger = myo_ledger_new (kit->folder);

      steps_left = n;
      myo_record_files_watch = kill_at_step;
      func (ledger, NULL);
      myo_ledger_free (ledger);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL;
}

/* Keeps the folder as it is, and brings it back as it was. */
static inline void
kill_keep (Kit *kit)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s.kept' && cp -a '%s' '%s.kept'", kit->folder, kit->folder, kit->folder);

  g_assert_cmpint (system (command), ==, 0);
}

static inline void
kill_bring_back (Kit *kit)
{
  g_autofree char *command = g_strdup_printf ("rm -rf '%s' && cp -a '%s.kept' '%s'", kit->folder, kit->folder, kit->folder);

  g_assert_cmpint (system (command), ==, 0);
}

static inline void
kill_damage (Kit *kit)
{
  g_assert_true (g_file_set_contents (kit->records, "this is no database, but it is long enough to be one", -1, NULL));
}

static inline void
kill_assert_nothing_left (Kit *kit)
{
  g_assert_cmpuint (kit_count_files (kit->folder, "records.db.part", ""), ==, 0);
  g_assert_cmpuint (kit_count_files (kit->folder, "records.db.ready", ""), ==, 0);
}
