/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- When an input does harm ---
 *
 * What is run stands here, and how it is called has been written down before: little may be done once memory is in disorder. */

static char file_name[200], advice[600];
static const char *running;
static gsize running_length;

/* The sanitizers end the program without a signal. */
extern void __sanitizer_set_death_callback (void (*callback) (void)) __attribute__ ((weak));

static void
write_all (int         fd,
           const char *data,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n <= 0)
        return;
      data += n;
      length -= (gsize) n;
    }
}

static void
keep_input (void)
{
  int fd;

  if (running == NULL)
    return;
  fd = open (file_name, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  write_all (fd, running, running_length);
  close (fd);
  write_all (STDERR_FILENO, advice, strlen (advice));
  running = NULL;
}

static void
on_signal (int number)
{
  keep_input ();
  signal (number, SIG_DFL);
  raise (number);
}

/* SIGTERM: the input takes so long that whoever runs us loses patience. */
static void
watch_signals (void)
{
  static const int numbers[] = { SIGABRT, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTERM };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    signal (numbers[i], on_signal);
  if (__sanitizer_set_death_callback != NULL)
    __sanitizer_set_death_callback (keep_input);
}

/* --- Seeds --- */

static void
free_text (gpointer text)
{
  g_string_free (text, TRUE);
}

static GString *
load (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    g_error ("%s cannot be read", path);
  return g_string_new_len (data, (gssize) length);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* In the order of their names, so that numbers mean the same everywhere. */
static GPtrArray *
list_seeds (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  return paths;
}

static GPtrArray *
load_all (GPtrArray *paths)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (free_text);

  for (guint i = 0; i < paths->len; i++)
    g_ptr_array_add (texts, load (g_ptr_array_index (paths, i)));
  return texts;
}

/* --- Running --- */

static void
run (const FuzzTarget *target,
     const char       *label,
     const GString    *text)
{
  g_snprintf (file_name, sizeof file_name, "fuzz-%s-%s.input", target->name, label);
  g_snprintf (advice, sizeof advice, "The input that did it was written to %s; run it again with: %s %s\n", file_name, g_get_prgname (), file_name);
  running_length = text->len;
  running = text->str;
  target->run (text->str, text->len);
  running = NULL;
}

static GString *
make_input (const FuzzTarget *target,
            GPtrArray        *seeds,
            guint32           seed,
            guint32           number)
{
  const guint32 key[] = { seed, number };
  g_autoptr(GRand) random = g_rand_new_with_seed_array (key, G_N_ELEMENTS (key));
  const GString *from = g_ptr_array_index (seeds, (guint) g_rand_int_range (random, 0, (gint32) seeds->len));
  const GString *other = g_ptr_array_index (seeds, (guint) g_rand_int_range (random, 0, (gint32) seeds->len));
  GString *text = g_string_new_len (from->str, (gssize) from->len);

  fuzz_mutate (text, target, other, random);
  return text;
}

static void
run_seeds (const FuzzTarget *target,
           GPtrArray        *seeds)
{
  for (guint i = 0; i < seeds->len; i++)
    {
      g_autofree char *label = g_strdup_printf ("corpus-%u", i);

      run (target, label, g_ptr_array_index (seeds, i));
    }
}

static void
run_mutated (const FuzzTarget *target,
             GPtrArray        *seeds,
             guint32           seed,
             guint32           first,
             guint32           count)
{
  for (guint32 i = first; i < first + count; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u-%u", seed, i);
      GString *text = make_input (target, seeds, seed, i);

      run (target, label, text);
      g_string_free (text, TRUE);
    }
}

/* --- What is expected of errors --- */

void
fuzz_assert_reason (const char *reason)
{
  g_assert_nonnull (reason);
  g_assert_true (g_utf8_validate (reason, -1, NULL));
  g_assert_cmpuint (strlen (reason), >, 8);
  g_assert_cmpuint (strlen (reason), <, 2000);
  g_assert_null (strpbrk (reason, "\n\r"));
}

void
fuzz_assert_placed (const char *message,
                    const char *name,
                    const char *data,
                    gsize       length)
{
  gsize n = strlen (name);
  guint64 lines = 2, line;
  char *end;

  for (gsize i = 0; i < length; i++)
    lines += data[i] == '\n' || data[i] == '\r';
  g_assert_true (g_str_has_prefix (message, name) && message[n] == ':');
  line = g_ascii_strtoull (message + n + 1, &end, 10);
  g_assert_true (end > message + n + 1 && g_str_has_prefix (end, ": "));
  g_assert_cmpuint (line, <=, lines);
  fuzz_assert_reason (end + 2);
}

int
fuzz_main (int               argc,
           char             *argv[],
           const FuzzTarget *target)
{
  int seed = 1, first = 0, count = -1;
  const GOptionEntry entries[] = {
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "Which row of inputs", "N" },
    { "first", 0, 0, G_OPTION_ARG_INT, &first, "The number of the first input", "N" },
    { "count", 0, 0, G_OPTION_ARG_INT, &count, "How many inputs", "N" },
    { NULL },
  };
  g_autoptr(GOptionContext) context = g_option_context_new ("[FILE…]");
  g_autofree char *folder = g_build_filename (FUZZ_CORPUS, target->name, NULL);
  g_autoptr(GPtrArray) paths = list_seeds (folder), seeds = load_all (paths);
  g_autoptr(GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  g_set_prgname (argv[0]);
  watch_signals ();
  for (int i = 1; i < argc; i++)
    {
      GString *text = load (argv[i]);

      run (target, "again", text);
      g_string_free (text, TRUE);
    }
  if (argc > 1)
    return EXIT_SUCCESS;
  g_assert_cmpuint (seeds->len, >, 0);
  run_seeds (target, seeds);
  run_mutated (target, seeds, (guint32) seed, (guint32) first, count >= 0 ? (guint32) count : target->count);
  return EXIT_SUCCESS;
}
