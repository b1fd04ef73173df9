/* Records in a storm: a day with them is cut short by a kill, by the power, or by a call of the system that fails, at every place
 * where the disk is asked for something, and is then looked at.
 *
 * Short as part of the tests; MYO_STORM=N in the environment does each storm N times.  What a run drew by lot is told by its seed,
 * and `--seed` does the same again.
 *
 * Each program that is to die is a child made by fork().  So that this can be done, the test itself starts no thread: all that
 * uses the store happens in children, and what they tell is in memory that is shared.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "disk-model.h"
#include "file-calls.h"
#include "myo-database-private.h"
#include "records-work.h"

#define MAX_STEPS 32
#define DIGEST_SIZE 2048

/* --- What children tell --- */

typedef struct
{
  int   told;                                   /* the last step that was told as done, -1: none */
  guint calls;                                  /* of a whole day */
  char  digests[MAX_STEPS + 1][DIGEST_SIZE];    /* after step n: at n + 1 */
} Shared;

static Shared *shared;

typedef void (*ChildFunc) (gpointer data);

/* Returns: what the child ended with; 0: all that it looked at was so */
static int
run_child (ChildFunc func, gpointer data)
{
  int status;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      func (data);
      _exit (0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

static guint
times (guint usual)
{
  const char *wanted = g_getenv ("MYO_STORM");

  return wanted != NULL ? (guint) atoi (wanted) : g_getenv ("TEST_SMALL") != NULL ? 4 : usual;
}

/* --- The day --- */

static Kit
make_kit (const char *folder)
{
  Kit kit = { g_strdup (folder), g_build_filename (folder, "records.db", NULL), NULL };

  kit_new_store (&kit);
  return kit;
}

static void
free_kit (Kit *kit)
{
  g_clear_object (&kit->store);
  g_free (kit->folder);
  g_free (kit->records);
}

/* A backup that could not be made, which is no reason to stop, leaves another day to come back to than the one that was learned. */
static gboolean
has_learned_backup (Kit *kit)
{
  g_autofree char *backup = records_work_find_backup (kit);
  g_autofree char *digest = backup != NULL ? records_work_digest (backup) : NULL;

  return g_strcmp0 (digest, shared->digests[RECORDS_WORK_RESTORE + 1]) == 0;
}

/* @learn: keep what the records say after each step
 * Returns: whether it was done to its end */
static gboolean
do_day (Kit *kit, gboolean learn)
{
  for (guint n = 0; n < records_work_n_steps (); n++)
    {
      g_autoptr(GError) error = NULL;

      if (n == RECORDS_WORK_RESTORE && !learn && !has_learned_backup (kit))
        return FALSE;
      if (!records_work_step (kit, n, &error))
        {
          g_assert_nonnull (error);
          g_assert_cmpstr (error->message, !=, "");
          return FALSE;
        }
      shared->told = (int) n;
      file_calls_mark (n);
      if (learn)
        {
          g_autofree char *digest = records_work_digest (kit->records);

          g_strlcpy (shared->digests[n + 1], digest, DIGEST_SIZE);
        }
    }

  return TRUE;
}

/* Only whole files are taken for backups. */
static void
assert_backups_whole (const char *folder)
{
  g_autofree char *where = g_build_filename (folder, "backups", NULL);
  g_autoptr(GDir) dir = g_dir_open (where, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (where, name, NULL);
      g_autoptr(MyoDatabase) backup = NULL;
      g_autoptr(GError) error = NULL;

      if (!g_str_has_suffix (name, ".db"))
        continue;
      backup = myo_database_open (path, MYO_DATABASE_FROZEN, &error);
      g_assert_true (myo_database_quick_check (backup, &error));
    }
}

/* @told: the last step that was told as done */
static void
assert_nothing_lost (const char *folder, int told)
{
  Kit kit = make_kit (folder);
  g_autoptr(GError) error = NULL;
  g_autofree char *digest = NULL;

  kit_open (&kit, &error);
  g_assert_no_error (error);
  kit_close (&kit);
  digest = records_work_digest (kit.records);
  if (!g_str_equal (digest, shared->digests[told + 1]))
    g_assert_cmpstr (digest, ==, shared->digests[told + 2]);
  g_assert_cmpuint (kit_count_files (folder, "records-damaged", ""), ==, 0);
  assert_backups_whole (folder);
  free_kit (&kit);
}

static void
look (gpointer folder)
{
  assert_nothing_lost (folder, shared->told);
}

/* --- The day as it should be --- */

static void
learn_day (gpointer folder)
{
  Kit kit = make_kit (folder);

  file_calls_watch (folder);
  g_assert_true (do_day (&kit, TRUE));
  shared->calls = file_calls_count ();
}

static char *
new_folder (void)
{
  g_autofree char *parent = g_dir_make_tmp ("myomap-storm-XXXXXX", NULL);

  return g_build_filename (parent, "myomap", NULL);
}

static void
remove_folder (char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);

  kit_remove (parent);
  g_free (folder);
}

static void
test_calm (void)
{
  char *folder = new_folder ();

  g_assert_cmpuint (records_work_n_steps (), <=, MAX_STEPS);
  g_assert_cmpint (run_child (learn_day, folder), ==, 0);
  g_test_message ("%u calls in a day; at its end: %s", shared->calls, shared->digests[records_work_n_steps ()]);
  g_assert_cmpuint (shared->calls, >, 100);
  g_assert_cmpint (run_child (look, folder), ==, 0);
  remove_folder (folder);
}

/* --- Killed --- */

typedef struct
{
  const char *folder;
  guint       call;
  int         error;
  gboolean    lasting;
} Blow;

static void
be_killed (gpointer data)
{
  const Blow *blow = data;
  Kit kit = make_kit (blow->folder);

  file_calls_watch (blow->folder);
  file_calls_kill_at (blow->call);
  do_day (&kit, FALSE);
}

static void
test_kills (void)
{
  for (guint i = 0, n = times (40); i < n; i++)
    {
      char *folder = new_folder ();
      Blow blow = { folder, (guint) g_test_rand_int_range (1, (gint32) shared->calls + 1), 0, FALSE };
      int ended;

      shared->told = -1;
      ended = run_child (be_killed, &blow);
      g_assert_true (ended == FILE_CALLS_KILLED || ended == 0);
      g_test_message ("killed at call %u, after step %d", blow.call, shared->told);
      g_assert_cmpint (run_child (look, folder), ==, 0);
      remove_folder (folder);
    }
}

/* --- Calls that fail --- */

static void
be_refused (gpointer data)
{
  const Blow *blow = data;
  Kit kit = make_kit (blow->folder);

  file_calls_watch (blow->folder);
  file_calls_fail_at (blow->call, blow->error, blow->lasting);
  do_day (&kit, FALSE);
  g_clear_object (&kit.store);
  file_calls_watch (NULL);
  assert_nothing_lost (blow->folder, shared->told);
}

static void
test_failing_calls (void)
{
  static const int errors[] = { EIO, ENOSPC, EDQUOT, EACCES, EMFILE };

  for (guint i = 0, n = times (40); i < n; i++)
    {
      char *folder = new_folder ();
      Blow blow = { folder, (guint) g_test_rand_int_range (1, (gint32) shared->calls + 1),
                    errors[g_test_rand_int_range (0, G_N_ELEMENTS (errors))], g_test_rand_bit () };

      shared->told = -1;
      g_test_message ("call %u fails%s: %s", blow.call, blow.lasting ? ", and all after it" : "", g_strerror (blow.error));
      g_assert_cmpint (run_child (be_refused, &blow), ==, 0);
      remove_folder (folder);
    }
}

/* --- Power cuts --- */

static void
cut_power (GPtrArray *calls, GRand *lot)
{
  static const char * const losses[] = { "all", "nothing", "some" };
  char *folder = new_folder ();
  guint n = (guint) g_rand_int_range (lot, 0, (gint32) calls->len + 1);
  DiskLoss loss = (DiskLoss) g_rand_int_range (lot, 0, 3);
  int told = disk_model_last_mark (calls, n);

  g_test_message ("power cut after %u of %u calls, after step %d, %s of what was not synced is lost", n, calls->len, told, losses[loss]);
  disk_model_write (calls, n, loss, lot, folder);
  assert_nothing_lost (folder, told);
  remove_folder (folder);
}

static void
be_cut_off (gpointer data)
{
  g_autoptr(GRand) lot = g_rand_new_with_seed (*(guint32 *) data);
  g_autoptr(GPtrArray) calls = NULL;
  char *folder = new_folder ();
  Kit kit = make_kit (folder);

  file_calls_watch (folder);
  calls = file_calls_record ();
  g_assert_true (do_day (&kit, FALSE));
  file_calls_watch (NULL);
  free_kit (&kit);

  for (guint i = 0, n = times (40); i < n; i++)
    cut_power (calls, lot);
  remove_folder (folder);
}

static void
test_power_cuts (void)
{
  guint32 seed = (guint32) g_test_rand_int ();

  g_assert_cmpint (run_child (be_cut_off, &seed), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shared = mmap (NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  g_test_add_func ("/storm/calm", test_calm);
  g_test_add_func ("/storm/kills", test_kills);
  g_test_add_func ("/storm/failing-calls", test_failing_calls);
  g_test_add_func ("/storm/power-cuts", test_power_cuts);
  return g_test_run ();
}
